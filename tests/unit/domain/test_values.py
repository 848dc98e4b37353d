from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from griffie.base.errors import InvalidValueError
from griffie.domain import kinds
from griffie.domain.fields import ITEM_FIELDS, LETTER_FIELDS, Field, FieldType, item_field, letter_field
from griffie.domain.item import Person
from griffie.domain.kinds import ItemKind
from griffie.domain.letter import Dossier, Sender
from griffie.domain.people import names_others
from griffie.domain.plain import clean_line, clean_text
from griffie.domain.values import format_value, parse_value, show_value

FIELDS = [*LETTER_FIELDS, *(field for fields in ITEM_FIELDS.values() for field in fields)]
PEOPLE = item_field(ItemKind.MOTION, "submitters")
SENDERS = letter_field("senders")
STATUS = item_field(ItemKind.COMMITMENT, "status")
CS = item_field(ItemKind.MOTION, "cs")
ADDRESS = letter_field("address")

LINES = st.text(max_size=40).map(clean_line)
NAMES = st.text(st.characters(exclude_characters=";|()"), max_size=30).map(clean_line)
PERSONS = st.builds(Person, NAMES.filter(lambda n: n and parse_value(PEOPLE, n + ";") == (Person(n),)), NAMES)
SENDER = st.builds(Sender, NAMES, NAMES, NAMES).filter(lambda s: s != Sender())


def lists(of):
    return st.lists(of, max_size=4, unique=True).map(tuple)


def values(field: Field):
    forms = {
        "official": st.sampled_from(["T01970", "TZ202603-130"]),
        "document": st.just("2023D05549"),
        "case": st.just("2023Z02406"),
        "paper_number": st.integers(1, 4000).map(str) | st.sampled_from(["K", "AI", "188b"]),
    }
    return {
        FieldType.TEXT: LINES,
        FieldType.LONG_TEXT: st.text(max_size=60).map(clean_text),
        FieldType.DATE: st.none() | st.dates(date(1813, 1, 1), date(2199, 12, 31)),
        FieldType.CHOICE: st.sampled_from(list(field.choices or ())),
        FieldType.FLAG: st.booleans(),
        FieldType.PEOPLE: lists(PERSONS),
        FieldType.SENDERS: lists(SENDER),
        FieldType.DOSSIERS: lists(
            st.builds(Dossier, st.integers(10_000, 69_999).map(str), st.sampled_from(["", "VI"]))
        ),
        FieldType.DOSSIER: st.just("") | st.integers(10_000, 69_999).map(str),
        FieldType.TEXTS: lists(NAMES.filter(bool)),
        FieldType.ADDRESS: st.sampled_from(["", "https://zoek.officielebekendmakingen.nl/kst-29344-131.html"]),
        FieldType.NUMBER: forms.get(field.form, st.just("")),
    }[field.field_type]


@given(st.data())
def test_every_value_of_every_field_is_read_back_from_its_machine_form(data):
    field = data.draw(st.sampled_from(FIELDS))
    value = data.draw(values(field))
    assert parse_value(field, format_value(field, value)) == value


@given(st.sampled_from(FIELDS), st.text(max_size=40))
def test_any_text_gives_a_value_that_is_read_back_or_a_clear_refusal(field, text):
    try:
        value = parse_value(field, text)
    except InvalidValueError:
        return
    else:
        assert parse_value(field, format_value(field, value)) == value
        assert isinstance(show_value(field, value), str)


@pytest.mark.parametrize("field", FIELDS, ids=lambda f: f"{f.table}.{f.name}")
def test_empty_text_is_the_empty_value_except_where_one_is_required(field):
    if field.required:
        with pytest.raises(InvalidValueError):
            parse_value(field, "  ")
    else:
        assert format_value(field, parse_value(field, "  ")) in ("", "no")


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Azmani (VVD); Keijzer (CDA)", ["Azmani (VVD)", "Keijzer (CDA)"]),
        ("Azmani (VVD) en Keijzer (CDA)", ["Azmani (VVD)", "Keijzer (CDA)"]),
        ("Azmani (VVD), Keijzer (CDA) en Van Aalst (PVV)", ["Azmani (VVD)", "Keijzer (CDA)", "Van Aalst (PVV)"]),
        ("de leden Azmani en Keijzer", ["Azmani", "Keijzer"]),
        ("het lid El Abassi (DENK)", ["El Abassi (DENK)"]),
        ("Michon-Derkzen (VVD)", ["Michon-Derkzen (VVD)"]),
        ("Hagen/Sneller", ["Hagen", "Sneller"]),
        ("Van Aalst/Remco Dijkstra", ["Van Aalst", "Remco Dijkstra"]),
        ("Klaver (GroenLinks-PvdA) c.s.", ["Klaver (GroenLinks-PvdA)"]),
        ("Klaver c.s.", ["Klaver"]),
        ("Wiersma, F.M.", ["Wiersma, F.M."]),
        ("Burg, E. van der", ["Burg, E. van der"]),
        ("Minister van Volksgezondheid, Welzijn en Sport", ["Minister van Volksgezondheid, Welzijn en Sport"]),
        ("vaste commissie voor Justitie en Veiligheid", ["vaste commissie voor Justitie en Veiligheid"]),
        ("Justitie en Veiligheid", ["Justitie en Veiligheid"]),
        ("Azmani (VVD)\nKeijzer (CDA)", ["Azmani (VVD)", "Keijzer (CDA)"]),
        ("Azmani (VVD); Azmani (VVD)", ["Azmani (VVD)"]),
    ],
)
def test_names_are_divided_where_a_person_divides_them(text, people):
    assert [str(person) for person in parse_value(PEOPLE, text)] == people


def test_cum_suis_is_noticed():
    assert names_others("Klaver (GroenLinks) c.s.")
    assert names_others("Klaver cs")
    assert not names_others("Klaver (CDA)")


def test_a_sender_is_function_ministry_person():
    senders = parse_value(SENDERS, "Minister van Justitie | JenV | D. Yeşilgöz; Minister van Defensie")
    assert senders == (Sender("Minister van Justitie", "JenV", "D. Yeşilgöz"), Sender("Minister van Defensie"))
    assert parse_value(SENDERS, "| | D. Yeşilgöz") == (Sender(person="D. Yeşilgöz"),)
    with pytest.raises(InvalidValueError, match="too many"):
        parse_value(SENDERS, "a | b | c | d")


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("settled", kinds.Status.SETTLED),
        ("Voldaan", kinds.Status.SETTLED),
        ("Afgedaan", kinds.Status.SETTLED),
        ("deels voldaan", kinds.Status.PARTLY_SETTLED),
        ("Deels Afgedaan", kinds.Status.PARTLY_SETTLED),
        ("partly settled", kinds.Status.PARTLY_SETTLED),
        ("openstaand", kinds.Status.OPEN),
        ("vervallen", kinds.Status.LAPSED),
    ],
)
def test_the_words_of_both_chambers_are_understood(word, status):
    assert parse_value(STATUS, word) is status


def test_an_unknown_word_is_refused_with_the_words_that_fit():
    with pytest.raises(InvalidValueError) as refusal:
        parse_value(STATUS, "nagekomen")
    assert "settled" in refusal.value.advice


@pytest.mark.parametrize("field", [f for f in FIELDS if f.choices], ids=lambda f: f.name)
def test_no_word_names_two_choices_of_one_field(field):
    from griffie.domain.choices import words_of

    words = [word for member in field.choices for word in words_of(member)]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("text", "value"), [("ja", True), ("Nee", False), ("yes", True), ("no", False), ("true", True)]
)
def test_yes_and_no_may_be_typed_in_either_language(text, value):
    assert parse_value(CS, text) is value


def test_neither_yes_nor_no_is_refused():
    with pytest.raises(InvalidValueError):
        parse_value(CS, "misschien")


@pytest.mark.parametrize(
    "text",
    ["javascript:alert(1)", "file:///etc/passwd", "ftp://host/x", "https://", "https://a b", "tweedekamer.nl",
     "https://tweedekamer.nl@evil.example/", "https://[", "https://host:port/", "https:\\\\host"],
)  # fmt: skip
def test_only_addresses_of_the_web_are_kept(text):
    with pytest.raises(InvalidValueError):
        parse_value(ADDRESS, text)


def test_an_address_without_its_scheme_gets_the_safe_one():
    assert parse_value(ADDRESS, "www.tweedekamer.nl/x") == "https://www.tweedekamer.nl/x"


def test_a_suffix_typed_with_the_dossier_is_never_lost_in_silence():
    dossier = item_field(ItemKind.MOTION, "dossier")
    assert parse_value(dossier, "29 344") == "29344"
    with pytest.raises(InvalidValueError, match="suffix"):
        parse_value(dossier, "34475-VI")


def test_a_deadline_without_a_year_lies_ahead_of_the_letter():
    field = item_field(ItemKind.DEADLINE, "date_to")
    assert parse_value(field, "1 november", reference=date(2026, 2, 10)) == date(2026, 11, 1)
    meeting = item_field(ItemKind.COMMITMENT, "meeting_date")
    assert parse_value(meeting, "1 november", reference=date(2026, 2, 10)) == date(2025, 11, 1)


def test_values_are_shown_in_words():
    assert show_value(letter_field("date"), date(2026, 5, 1)) == "1 May 2026"
    assert show_value(STATUS, kinds.Status.PARTLY_SETTLED) == "partly settled"
    assert show_value(CS, False) == "no"
    assert show_value(SENDERS, (Sender("Minister van Justitie", "JenV"),)) == "Minister van Justitie, JenV"
    assert show_value(letter_field("date"), None) == ""
