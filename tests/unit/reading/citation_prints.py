"""Draws citations and prints them in every form: (text, canonical ids)."""

from hypothesis import strategies as st

SPACES = st.sampled_from([" ", "\u00a0", "\u2009", "\u202f", ""])
DASHES = st.sampled_from(["-", "\u2011", "\u2013"])
CHAPTERS = [
    "I",
    "IIA",
    "IIB",
    "III",
    "IV",
    "V",
    "VI",
    "VII",
    "VIII",
    "IXA",
    "IXB",
    "X",
    "XII",
    "XIV",
    "XVI",
    "XX",
    "XXII",
]
FUNDS = ["A", "B", "C", "F", "H", "J"]
YEARS = st.integers(1983, 2040)


@st.composite
def sessions(draw):
    first = draw(YEARS)
    last = first + 1
    ends = (f"{last % 100:02}", str(last))
    dash = draw(st.sampled_from(["/", "-", "–"]))
    return f"{first}{last}", f"{first}{dash}{draw(st.sampled_from(ends))}"


@st.composite
def dossiers(draw):
    """Return the canonical dossier and a print of it."""
    number = draw(st.integers(15_000, 39_999).filter(lambda n: n != 21_501))
    digits = f"{number // 1000:02}{draw(st.sampled_from([' ', '', '.', ' ', ' ']))}{number % 1000:03}"
    shape = draw(st.sampled_from(["bare", "bare", "chapter", "fund", "council", "kingdom"]))
    if shape == "chapter" or shape == "fund":
        suffix = draw(st.sampled_from(CHAPTERS if shape == "chapter" else FUNDS))
        between = draw(st.sampled_from([" ", "-", "–", " "]))
        return f"{number}-{suffix}", f"{digits}{between}{suffix}"
    if shape == "council":
        council = f"{draw(st.integers(1, 34)):02}"
        return f"21501-{council}", draw(st.sampled_from(["21501", "21 501", "21 501"])) + draw(DASHES) + council
    if shape == "kingdom":
        return str(number), f"{digits} (R{draw(st.integers(1000, 2300))})"
    return str(number), digits


@st.composite
def labels(draw):
    """Return what stands before a dossier: a label, or nothing."""
    chamber = draw(st.sampled_from(["", "II ", "II, ", "I ", "TK ", "2 ", "I/II "]))
    session = draw(st.just("") | sessions().map(lambda pair: pair[1] + ", "))
    if draw(st.booleans()):
        session = f"vergaderjaar {session}" if session else ""
    label = draw(st.sampled_from(["Kamerstuk ", "Kamerstukken ", "kamerstuk ", "Kst. ", "Kamers tuk "]))
    return draw(st.sampled_from(["", f"{label}{chamber}{session}", label, f"TK {session}"]))


@st.composite
def kamerstukken(draw):
    label = draw(labels())
    dossier, printed = draw(dossiers())
    numbers = draw(st.lists(st.integers(1, 1899), min_size=1, max_size=4, unique=True).map(sorted))
    ids = tuple(f"{dossier}-{number}" for number in numbers)
    if len(numbers) == 1:
        word = draw(st.sampled_from([", nr. ", ", nr.", " nr. ", " nr ", ", nummer ", ", nr.\u00a0", ": nr. "]))
        return f"{label}{printed}{word}{numbers[0]}", ids
    words = list(map(str, numbers))
    last = draw(st.sampled_from([" en ", " & ", " alsmede ", ", "]))
    plural = draw(st.sampled_from([", nrs. ", " nrs. ", ", nummers "]))
    return f"{label}{printed}{plural}{', '.join(words[:-1])}{last}{words[-1]}", ids


@st.composite
def ranges(draw):
    dossier, printed = draw(dossiers())
    first = draw(st.integers(1, 1500))
    last = first + draw(st.integers(1, 12))
    through = draw(st.sampled_from([" t/m ", "-", "–", " - ", " tot en met "]))
    ids = tuple(f"{dossier}-{number}" for number in range(first, last + 1))
    return f"Kamerstuk {printed}, nrs. {first}{through}{last}", ids


@st.composite
def lettered(draw):
    dossier, printed = draw(dossiers())
    letters = draw(st.from_regex(r"[A-Z]|[A-D][A-Z]", fullmatch=True))
    _, session = draw(sessions())
    return f"Kamerstukken I {session}, {printed}, {letters}", (f"{dossier}-{letters}",)


@st.composite
def hyphened(draw):
    dossier, printed = draw(dossiers().filter(lambda pair: "(" not in pair[1]))
    number = draw(st.integers(1, 1899))
    label = draw(st.sampled_from(["Kamerstuk ", "Kamerstuknummer ", "Kamerstukken II "]))
    return f"{label}{printed}{draw(DASHES)}{number}", (f"{dossier}-{number}",)


@st.composite
def debates(draw):
    chamber, letters = draw(st.sampled_from([("II", "tk"), ("I", "ek"), ("TK", "tk"), ("Tweede Kamer", "tk")]))
    session, printed = draw(sessions())
    number, item = draw(st.integers(1, 112)), draw(st.integers(1, 60))
    comma = draw(st.sampled_from(["", ",", ", vergaderjaar"]))
    between = draw(st.sampled_from([", item ", " item ", ", agendapunt "]))
    pages = draw(st.sampled_from(["", ", p. 3", ", blz. 3-9"]))
    text = f"Handelingen {chamber}{comma} {printed}, nr. {number}{between}{item}{pages}"
    return text, (f"h-{letters}-{session}-{number}-{item}",)


@st.composite
def answers(draw):
    chamber, letters = draw(st.sampled_from([("II ", "tk"), ("I ", "ek"), ("", "tk"), ("TK ", "tk")]))
    session, printed = draw(sessions())
    numbers = draw(st.lists(st.integers(61, 1899), min_size=1, max_size=3, unique=True).map(sorted))
    label = draw(st.sampled_from(["Aanhangsel Handelingen", "Aanhangsel van de Handelingen", "Aanh. Hand."]))
    word = "nr." if len(numbers) == 1 else "nrs."
    text = f"{label} {chamber}{printed}, {word} {' en '.join(map(str, numbers))}"
    return text, tuple(f"ah-{letters}-{session}-{number}" for number in numbers)


@st.composite
def gazettes(draw):
    word, kind = draw(
        st.sampled_from(
            [("Stb.", "stb"), ("Staatsblad", "stb"), ("Stcrt.", "stcrt"), ("Staatscourant", "stcrt"), ("Trb.", "trb")]
        )
    )
    year, number = draw(YEARS), draw(st.integers(1, 69_999 if kind == "stcrt" else 700))
    between = draw(st.sampled_from([", ", ", nr. ", " nr. ", "/"]))
    return f"{word} {year}{between}{number}", (f"{kind}-{year}-{number}",)


@st.composite
def commission_papers(draw):
    series = draw(st.sampled_from(["COM", "SWD", "JOIN", "SEC"]))
    year, number = draw(YEARS), draw(st.integers(1, 999))
    text = draw(st.sampled_from(["{0}({1}) {2}", "{0} ({1}) {2}", "{0}({1}){2}", "{0} ({1}), {2}", "{0}/{1}/{2:04}"]))
    end = draw(st.sampled_from(["", " final", " def."]))
    return text.format(series, year, number) + end, (f"{series}({year}){number}",)


@st.composite
def own_numbers(draw):
    shape = draw(st.sampled_from("ZDAtT"))
    if shape in "ZDA":
        number = f"{draw(YEARS)}{shape}{draw(st.integers(0, 99_999)):05}"
        return number, (number,)
    if shape == "T":
        number = f"T{draw(st.integers(0, 9_999)):05}"
        return draw(st.sampled_from(["{}", "toezegging {}"])).format(number), (number,)
    month, count = f"{draw(YEARS)}{draw(st.integers(1, 12)):02}", f"{draw(st.integers(1, 999)):03}"
    gap, dash = draw(st.sampled_from(["", " "])), draw(DASHES)
    return f"Toezegging T{gap}Z{month}{gap}{dash}{count}", (f"TZ{month}-{count}",)


@st.composite
def rulings(draw):
    court = draw(st.sampled_from(["HR", "RVS", "CRVB", "CBB", "RBDHA", "GHAMS"]))
    number = f"ECLI:NL:{court}:{draw(YEARS)}:{draw(st.integers(1, 19_999))}"
    return number, (number,)


PRINTS = st.one_of(
    kamerstukken(), ranges(), lettered(), hyphened(), debates(), answers(), gazettes(), commission_papers(),
    own_numbers(), rulings(),
)  # fmt: skip
