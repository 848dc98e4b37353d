"""The words that say what a promise or a letter is about: stems without the words that every letter has, compared.

Dutch only as far as it pays: endings are taken off and doubled letters made single, so that "scholen" meets "school";
a compound meets its parts ("stikstofaanpak", "stikstof"); what is left differs by rapidfuzz at the most by a slip.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from griffie.domain.plain import fold

_WORD = re.compile(r"[^\W\d_][\w'-]*[^\W_]|[^\W\d_]")
_APART = re.compile(r"[-'/]")

_FUNCTION_WORDS = """
    aan aangaande achter af afgelopen al aldaar aldus alle alleen alles als alsmede alsnog alsook altijd ander
    andere anders bent beide ben bij bijna bijvoorbeeld binnen blijft blijven boven breed buiten daar daarbij
    daardoor daarin daarmee daarna daarnaast daarom daarop daartoe daarover daarvan daarvoor dan dat de deel deels
    deze die dienen dient dit doe doen doet door doordat dus echter een eens eerder eerste eigen elk elke en enige
    enkel enkele er erbij ermee erop ertoe erover ervan ervoor even evenals eventuele gaan gaat geen gehad geheel
    gehele gekomen geven geweest geworden ging goed graag groot grote had hadden hare heb hebben hebt heeft heel hem
    hen het hier hierbij hierdoor hiermee hierna hierop hierover hiertoe hiervan hiervoor hij hoe hoewel hun iedere
    ieder iemand iets ik in inclusief indien ingaan inmiddels inzake is ja jaar jaren jouw kan komen komt kon konden
    krijgen krijgt kun kunnen laat laten langs later maar maken maakt med mede meer meerdere meest men met mijn
    minder moet moeten mogelijk mogelijke mogen na naar naast nadat namelijk namens nee niet niets nieuw nieuwe no
    nodig nog nogmaals nou nu of om omdat omtrent onder ons onze ook op open opnieuw over overige paar pas per
    recent rond samen sinds slechts sommige steeds straks tegen ten ter terug tevens thans tijdens toch toen tot
    totdat tussen twee u uit uitsluitend uw vaak van vanaf vandaag vanuit vanwege veel verder vervolgens via vier
    volgens volgt voor vooral voordat vorig vorige waar waarbij waardoor waarin waarmee waarna waarom waarop waarvan
    waarvoor want waren was wat we wel welk welke werd werden wie wij wil willen worden wordt zal ze zeer zelf zich
    zij zijn zo zoals zodat zodra zonder zou zouden zowel zullen bepaalde drie vijf tweede derde vierde hoeveel
    hoeveelheid jl jongstleden medio begin eind uiterlijk januari februari maart april mei juni juli augustus
    september oktober november december maand maanden week weken dag dagen kwartaal najaar voorjaar zomer zomerreces
    kerstreces herfstreces meireces reces jaarwisseling dezelfde hetzelfde hierin wellicht
"""
_OF_LETTERS = """
    kamer kamerbrief kamerbrieven tweede eerste staten generaal voorzitter griffie griffier minister ministers
    staatssecretaris staatssecretarissen bewindspersoon bewindspersonen bewindslieden ministerie ministeries kabinet
    regering lid leden kamerlid kamerleden heer heren mevrouw fractie fracties senator commissie commissies vaste
    algemene vragen vraag gevraagd gevraagde vroeg vroegen vraagt verzoek verzoeken verzocht verzoekt verzochte
    toezegging toezeggingen toegezegd toegezegde toezegt zegde zegt zeg zeggen toe belofte beloofd gestand nakomen
    nagekomen nakoming motie moties dictum aangenomen ingediend ingediende indiener indieners gewijzigde uitvoering
    uitvoeren uitgevoerd uitgevoerde invulling gevolg gehoor voldoe voldaan voldoen voldoet afgedaan afdoening
    afdoen afgehandeld afgerond beschouw beschouwd beschouwen hiermede bijgaand bijgaande bijgevoegd bijgevoegde
    bijlage bijlagen brief brieven schrijven schriftelijk schriftelijke informeer informeren informeert geinformeerd
    informatie bericht berichten bericht meld melden meldt gemeld deel delen mee meedelen licht lichten inlichten
    ingelicht toelichten toelichting schets zend zenden zendt zond toezenden toegezonden stuur sturen stuurt
    gestuurd toesturen toegestuurd bied bieden aanbieden aangeboden ontvangt ontvangen treft aantreffen doe toekomen
    verstrek verstrekken verstrekt terugkomen terugkoppelen teruggekoppeld reactie reageren reageer reageert
    beantwoord beantwoorden beantwoording antwoord antwoorden ingegaan terugkom debat debatten commissiedebat
    commissiedebatten plenair plenaire wetgevingsoverleg notaoverleg overleg algemeen vragenuur vragenuurtje
    behandeling begrotingsbehandeling tweeminutendebat interpellatie vergadering schriftelijke dossier kamerstuk
    kamerstukken handelingen nummer nr gedaan gegeven genoemd genoemde betreft betreffende onderwerp onderwerpen
    gebied gebied wijze manier kader aanleiding verwijzing conform overeenkomstig hierboven hieronder onderstaand
    bovenstaand stand zaken voortgang geachte hoogachtend namens mede ambtsvoorganger ambtgenoot collega collegas
    zorgen ervoor aangegeven aangekondigd aangeven geeft geef gaf ingaan ga meegenomen wens wenst wensen oproep
    roept spreken gesprek gesproken spreekt constaterende overwegende overgaande orde dag beraadslaging gehoord
"""
_WEAK = """
    onderzoek onderzoeken onderzocht onderzoekt rapport rapportage rapporten overzicht cijfers evaluatie evalueren
    plan plannen planning aanpak beleid maatregel maatregelen uitkomst uitkomsten resultaat resultaten verkenning
    inzet ontwikkeling ontwikkelingen mogelijkheden mogelijkheid effect effecten gevolgen aantal aantallen gebruik
    monitor monitoring proef pilot regeling regelingen wet wetsvoorstel wettelijke advies besluit nederland
    nederlandse landelijk landelijke gemeente gemeenten provincie provincies overheid rijk organisaties partijen
    sector mensen bezien nagaan bekijken kijken bespreken besproken bespreekt verbetering verbeteren versterken
    versterking nader nadere situatie problemen probleem afspraken afspraak nationaal nationale europese europa
    financiele financiering middelen kosten budget inzicht analyse actueel actuele lijst brede integrale eventueel
    eerstvolgende winter herfst
"""

_BEFORE_OWN_S = frozenset("aeijouys")
"""Behind these an s belongs to the word: "huis", "les"."""
_DOUBLE = re.compile(r"(.)\1")
SHORT = 3
"""A stem is never shorter than this many letters."""
PART_IS = 0.8
"""How much a compound is the same word as its part."""
PART = 5
"""So many letters a part of a compound must have to count."""


def root(word: str) -> str:
    """Return a word folded and without its endings: how its forms begin."""
    bare = _without_s(fold(word).strip("'-").removesuffix("'s"))
    if bare.endswith(("heden", "heid")):
        return bare[: bare.rindex("he") + 2]
    for ending in ("en", "e"):
        if bare.endswith(ending) and len(bare) - len(ending) >= SHORT:
            return _without_s(bare[: -len(ending)])
    return bare


def _without_s(bare: str) -> str:
    return bare[:-1] if bare.endswith("s") and len(bare) > SHORT and bare[-2] not in _BEFORE_OWN_S else bare


def stem(word: str) -> str:
    """Return what is compared of a word: its root, doubled letters single, v and z hardened at its end."""
    bare = _DOUBLE.sub(r"\1", root(word))
    if len(bare) > SHORT and bare[-1] in "vz":
        bare = bare[:-1] + {"v": "f", "z": "s"}[bare[-1]]
    return bare


_STOP = frozenset(fold(word) for word in (_FUNCTION_WORDS + _OF_LETTERS).split())
_WEAK_STEMS = frozenset(stem(word) for word in _WEAK.split())


@dataclass(frozen=True, slots=True)
class Term:
    """A word that says what a text is about: as it is compared, as it was written, and how much it says by itself."""

    stem: str
    word: str
    strength: float = 1.0

    @property
    def beginning(self) -> str:
        """How its forms begin in an index; a short one is looked for as it was written."""
        found = root(self.word)
        return found if len(found) > SHORT else fold(self.word)


@lru_cache(maxsize=4096)
def terms(text: str) -> tuple[Term, ...]:
    """Return the salient words of a text, each stem once, in order."""
    found: dict[str, Term] = {}
    for match in _WORD.finditer(text):
        word = match[0]
        if fold(word) in _STOP:
            continue
        for piece in (word, *(_APART.split(word) if _APART.search(word) else ())):
            folded = fold(piece)
            if len(folded) < SHORT or folded in _STOP:
                continue
            key = stem(folded)
            if key not in found:
                found[key] = Term(key, piece, 0.35 if key in _WEAK_STEMS else 1.0 if len(key) > 4 else 0.8)
    return tuple(found.values())


@lru_cache(maxsize=65536)
def likeness(one: str, other: str) -> float:
    """Return how much two stems are the same word, 0 to 1: a compound and its part 0.8, a slip or other form 0.75."""
    if one == other:
        return 1.0
    short, long = sorted((one, other), key=len)
    if len(short) >= PART and (long.startswith(short) or long.endswith(short)):
        return PART_IS
    if len(short) < PART or short[:2] != long[:2]:
        return 0.0
    common = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if common >= 6 and common >= 0.7 * len(long):
        return 0.75
    from rapidfuzz.fuzz import ratio  # loaded with the first comparison, not with the window

    return 0.75 if len(short) >= 7 and ratio(short, long) >= 88 else 0.0


Weigh = Callable[[str], float]
"""How much a stem tells apart in this register, 0 to 1; of a word that the letter does not have, a middling value."""


@dataclass(frozen=True, slots=True)
class Cover:
    """How much of a text's words another one has: the share by weight, their weight together, and the words."""

    share: float
    mass: float
    words: tuple[str, ...] = ()


NOTHING = Cover(0.0, 0.0)


class Nearby:
    """The stems of some texts with how near each stands (0 to 1), and the terms they come from."""

    def __init__(self, texts: Iterable[tuple[str, float]]) -> None:
        self.terms: dict[str, tuple[float, Term]] = {}
        for text, near in texts:
            for term in terms(text):
                if term.stem not in self.terms or self.terms[term.stem][0] < near:
                    self.terms[term.stem] = (near, term)
        self._best: dict[str, float] = {}

    @cached_property
    def _alike(self) -> dict[str, list[tuple[str, float]]]:
        """The stems by how they begin and by how they end: only such can be nearly the same word."""
        found: dict[str, list[tuple[str, float]]] = {}
        for stem, (near, _term) in self.terms.items():
            if len(stem) >= PART:
                for key in {stem[:2] + "-", "-" + stem[-3:]}:
                    found.setdefault(key, []).append((stem, near))
        return found

    def near(self, stem: str) -> float:
        """Return how near a stem, or a word that is nearly the same, stands; 0 where there is none."""
        if stem not in self._best:
            self._best[stem] = self._nearest(stem)
        return self._best[stem]

    def _nearest(self, stem: str) -> float:
        best = self.terms[stem][0] if stem in self.terms else 0.0
        if best >= PART_IS or len(stem) < PART:
            return best
        for key in (stem[:2] + "-", "-" + stem[-3:]):
            for other, near in self._alike.get(key, ()):
                if near > best:
                    best = max(best, likeness(stem, other) * near)
        return best


def cover(wanted: Sequence[Term], there: Nearby, weigh: Weigh) -> Cover:
    """Return how much of the wanted words are there."""
    whole = mass = 0.0
    words: list[tuple[float, str]] = []
    for term in wanted:
        weight = weigh(term.stem) * term.strength
        whole += weight
        if best := there.near(term.stem):
            mass += weight * best
            words.append((weight * best, term.word))
    words.sort(key=lambda entry: -entry[0])
    return Cover(mass / whole if whole else 0.0, mass, tuple(word for _weight, word in words))
