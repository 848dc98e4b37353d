import datetime as dt
import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from griffie.domain.kinds import Chamber, Precision
from griffie.domain.recess import Recess, RecessKind, shipped_calendar
from griffie.reading.facts import LetterFacts
from griffie.reading.nl.deadlines import find_deadlines, find_phrases
from griffie.reading.plain import assemble, letter_text
from griffie.reading.text import ParagraphKind
from tests.unit.reading.rules.deadlines import EXAMPLES

LETTERS = Path(__file__).resolve().parents[3] / "../shared/letters"


def text_of(words):
    return assemble([(words, ParagraphKind.TEXT, None)])


def facts_of(day="2025-03-20", chamber="TK", calendar=None):
    return LetterFacts(
        dt.date.fromisoformat(day) if day else None, Chamber(chamber), calendar=calendar or shipped_calendar()
    )


def found(words, day="2025-03-20", chamber="TK", calendar=None):
    return find_deadlines(text_of(words), facts_of(day, chamber, calendar))


def answers(words, day="2025-03-20", chamber="TK"):
    return tuple((row.phrase, row.latest) for row in found(words, day, chamber))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{e.rule}: {e.expect[0][0]}")
def test_the_rule_finds_its_example(example):
    assert answers(example.text, example.day, example.chamber) == example.expect


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{e.rule}: {e.counter[:40]}")
def test_the_rule_leaves_its_counter_example(example):
    assert answers(example.counter, example.day, example.chamber) == ()


@pytest.mark.parametrize(
    ("words", "latest"),
    [
        ("In Q3 2025 zal de Kamer worden geïnformeerd.", "2025-Q3"),
        ("Het wetsvoorstel wordt in het derde of vierde kwartaal van 2025 ingediend.", "2025-Q4"),
        ("De beoogde datum van inwerkingtreding is 1 januari 2026.", "2026-01-01"),
        ("Ik zal uw Kamer later dit jaar informeren.", "2025-12-31"),
        ("Ik informeer u nog deze maand.", "2025-03"),
        ("Volgende week ontvangt u de brief.", "2025-03-30"),
        ("Binnen twee weken na dagtekening van deze brief ontvangt u de stukken.", "2025-04-03"),
        ("De evaluatie is voorzien voor het najaar van 2025.", "2025-12-21"),
        ("De evaluatie staat gepland voor 2026.", "2026-12-31"),
        ("In week 15 stuur ik de brief.", "2025-04-13"),
        ("Voor de jaarwisseling kom ik hierop terug.", "2025-12-31"),
        ("Voor het einde van het eerste kwartaal van 2026 is dit gereed.", "2026-03-31"),
        ("Met ingang van het schooljaar 2025/2026 geldt een nieuwe norm.", "2025-08-01"),
        ("De reactie volgt binnen drie tot vier weken.", "2025-04-17"),
        ("Binnen een half jaar zal ik rapporteren.", "2025-09-20"),
        ("Binnen anderhalf jaar wordt het stelsel herzien.", "2026-09-20"),
        ("Binnen eenentwintig dagen zal ik rapporteren.", "2025-04-10"),
        ("Binnen tien werkdagen zal ik rapporteren.", "2025-04-03"),
        ("Over een jaar evalueer ik de regeling.", "2026-03-20"),
        ("Begin volgend jaar ontvangt u de evaluatie.", "2026-Q1"),
        ("Tussen 1 mei en 1 juni 2025 vindt de consultatie plaats.", "2025-06-01"),
        ("Uiterlijk twee weken voor het debat van 15 mei 2025 ontvangt u de brief.", "2025-05-01"),
        ("Ik streef ernaar de wet per 1-1-2026 in werking te laten treden.", "2026-01-01"),
        ("De subsidie is verlengd tot en met 31 december 2026.", "2026-12-31"),
        ("Inmiddels weet ik dat dit pas in T1 2026 zal zijn.", "2026-04-30"),
        ("Voor Prinsjesdag volgt een brief.", "2025-09-15"),
        ("Op Verantwoordingsdag ontvangt u het jaarverslag.", "2025-05-21"),
        ("De kabinetsreactie volgt nog voor het reces.", "2025-04"),
        ("Tegen het einde van de zomer ontvangt u de brief.", "2025-09-21"),
        ("In de loop van volgende week stuur ik de brief.", "2025-03-30"),
        ("Eind Q2 ontvangt u het rapport.", "2025-Q2"),
        ("In de eerste maanden van 2026 ontvangt u het rapport.", "2026-Q1"),
        ("Het advies wordt voor het einde van de maand verwacht.", "2025-03-31"),
        ("Het rapport zou op 1 mei 2025 verschijnen, maar is uitgesteld tot het najaar.", "2025-12-21"),
        ("De evaluatie is verschoven van het najaar van 2025 naar het voorjaar van 2026.", "2026-06-21"),
        ("Het voorstel wordt niet in mei maar in september behandeld.", "2025-09"),
        ("Ik heb de Kamer op 3 maart bericht dat het onderzoek in juni gereed is.", "2025-06"),
        ("De inspectie heeft het bedrijf gelast de gebreken binnen zes weken te herstellen.", "2025-05-01"),
        ("Ik verzoek u de termijn van de toezegging te verlengen tot 1 oktober 2025.", "2025-09-30"),
        ("Per ommegaande ontvangt u de stukken.", None),
        ("Mocht dat zo zijn, dan laat ik u dat per omgaande weten.", None),
        ("Ik laat u bijtijds weten wat de gevolgen zijn.", None),
        ("Binnenkort organiseer ik een bijeenkomst met ouders en scholen.", None),
        ("De vragen zal ik u binnen de daarvoor geldende termijn van drie weken beantwoorden.", "2025-04-10"),
        (
            "De vragen (ingezonden 14 maart) zal ik binnen de geldende termijn van drie weken beantwoorden.",
            "2025-04-04",
        ),
        ("Ik laat de gevolgen volgen door het CvTE en begin volgend jaar zal ik uw Kamer berichten.", "2026-Q1"),
        ("Ik zou dat, zodra ik zijn instemming heb, aan de commissie willen verstrekken.", None),
        ("Ik informeer u nog voor de behandeling van de begroting 2026.", None),
        ("Mijn brief kondigde aan dat het loket op 1 juni opengaat.", "2025-06-01"),
        ("Besloten is de inwerkingtreding uit te stellen tot 1 januari 2026.", "2026-01-01"),
        (
            "Het BNC-fiche wordt binnen de gebruikelijke termijn, dus uiterlijk vrijdag 4 april, toegezonden.",
            "2025-04-04",
        ),
        ("Ik laat onderzoeken of dat kan en zal uw Kamer voor het kerstreces berichten.", "2025-12"),
        ("Over enkele weken kom ik hierop terug.", None),
    ],
)
def test_each_form_of_a_term_comes_to_its_last_day(words, latest):
    assert [row.latest for row in found(words)] == [latest]


@pytest.mark.parametrize(
    "words",
    [
        "Bent u bereid de Kamer voor 1 mei 2025 te informeren?",
        "Verder bent u op 2 september (Kamerstuk 34 682, nr. 241) al geïnformeerd.",
        "De motie (overgenomen op 29 juni, zonder stemming) is uitgevoerd.",
        "Boerenorganisaties willen al in mei duidelijkheid.",
        "Tegen de uitspraak kan binnen vier weken spoedappel worden ingesteld.",
        "Ouders krijgen binnen dertien weken uitsluitsel.",
        "Volgens de Awb beslist het bestuursorgaan binnen acht weken.",
        "Het streefcijfer voor 2026 is 80 procent.",
        "De heer X vroeg om voor 1 mei een brief. Die ontvangt u bijgaand.",
        "Die toezegging, met als termijn 1 juli 2025, neemt mijn ambtgenoot over.",
        "Ten behoeve van het commissiedebat op 10 april 2025 stuur ik u hierbij de informatie.",
        "De geannoteerde agenda voor de Raad van 14 april is bijgevoegd.",
        "Dit jaar is € 5 miljoen beschikbaar.",
        "Daardoor wordt de aansluiting op de ZSM-werkwijze verbeterd; ik ben daar met het OM over in gesprek.",
        "Op 14 april a.s. vindt in Brussel de Landbouw- en Visserijraad plaats.",
        "Ter voorbereiding op het VSO, dat voor 1 april is geagendeerd, ontvangt u deze brief.",
        "Dat gesprek is gepland voor 5 mei.",
        "De bewindspersonen hebben op 8 mei een gesprek met de koepel.",
        "Naar verwachting bedraagt de instroom in 2026 circa 60.000 personen.",
        "Nederland zal in 2030 klaar moeten zijn voor meer hittegolven.",
        "De Raad bereikt een akkoord over de vangstmogelijkheden in 2026 en 2027.",
        "De middelen zijn ook in het schooljaar 2025-2026 beschikbaar.",
        "De Staat van Migratie, die gewoonlijk in juni wordt gezonden, zal ik dit jaar moeten uitstellen.",
        "De uitspraak dat “de minister ons voor de zomer een antwoord zal sturen”, herken ik niet.",
        "Ik heb toegezegd voor de zomer met een brief te komen. Ik kan dat niet tijdig nakomen.",
        "Ik heb toegezegd u vóór de plenaire behandeling te informeren. Met de onderhavige brief voldoe ik hieraan.",
        "De minister beziet of de evaluatie naar 2026 kan worden verplaatst.",
        "Het is niet de verwachting dat dit jaar nog een besluit valt.",
        "Het nieuwe stelsel gaat op zijn vroegst in 2027 in.",
        "Over de periode tot en met april zijn dat er drie.",
        "Door de toezending aan de Kamer op 3 maart beschouw ik de motie als uitgevoerd.",
        "De vragen kunnen niet binnen de gebruikelijke termijn worden beantwoord.",
        "Ik heb toegezegd dat dit najaar te melden, maar dat lukt niet; dat wordt niet gehaald.",
    ],
)
def test_what_binds_nothing_to_come_is_left(words):
    assert answers(words) == ()


def test_before_the_summer_recess_the_range_ends_on_the_day_before_its_first():
    (row,) = found("Ik zal uw Kamer voor het zomerreces informeren.", "2026-03-02")
    assert (row.range.date_to, row.latest, row.range.precision) == (dt.date(2026, 7, 2), "2026-07", Precision.RECESS)


def test_during_a_recess_before_it_is_said_of_that_recess():
    words = "Zoals gebruikelijk informeer ik u voorafgaand aan het zomerreces over de moties."
    assert answers(words, "2020-07-09") == ()


def test_a_senate_letter_goes_by_the_recess_of_the_senate():
    (row,) = found("Ik zal u voor het zomerreces informeren.", "2010-03-02", "EK")
    assert row.range.date_to == dt.date(2010, 7, 7)


def test_a_users_own_recess_decides():
    own = shipped_calendar().merged([Recess(Chamber.TK, RecessKind.MAY, dt.date(2025, 4, 18), dt.date(2025, 5, 5))])
    (row,) = found("Ik informeer u voor het meireces.", calendar=own)
    assert (row.range.date_to, row.latest) == (dt.date(2025, 4, 17), "2025-04")


def test_the_reason_tells_the_recess_and_the_last_day():
    (row,) = found("Vóór het kerstreces zal ik uw Kamer informeren.", "2016-10-03")
    assert re.search(r"2016-12-23|23 .*2016", row.reason.told())
    assert "Vóór het kerstreces" in row.reason.told()


def test_a_yearly_term_is_known_as_recurring():
    (row,) = found("Over de naleving wordt u jaarlijks vóór 15 december geïnformeerd.")
    assert row.recurring


def test_head_headings_and_signature_hold_no_deadline():
    letter = letter_text(
        "Den Haag, 20 maart 2025\n\nPlanning vanaf 1 mei 2026\n\nHierbij het rapport over de planning.\n\n"
        "De Minister van Financiën, per 1 mei 2026, A. de Boer\n"
    )
    assert find_deadlines(letter, facts_of()) == []


def test_all_phrases_of_a_stretch_are_given_for_a_promise_past_ones_too():
    letter = text_of("Op 3 februari jl. zegde ik toe u uiterlijk in het eerste kwartaal van 2026 te informeren.")
    assert [row.phrase for row in find_phrases(letter, 0, len(letter.text), facts_of())] == [
        "Op 3 februari jl.",
        "uiterlijk in het eerste kwartaal van 2026",
    ]


def test_an_undated_letter_keeps_what_the_words_alone_say():
    rows = found("Ik informeer u uiterlijk 1 juli 2025, en zo spoedig mogelijk in mei.", day=None)
    assert ("uiterlijk 1 juli 2025", "2025-07-01") in [(row.phrase, row.latest) for row in rows]


MONTHS = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
          "november", "december")  # fmt: skip
DAYS = st.dates(dt.date(1995, 1, 1), dt.date(2090, 12, 31))
PIECES = """
    voor vóór uiterlijk tot tot_en_met per in binnen over na het de eind begin medio einde van eerste tweede laatste
    helft kwartaal Q1 T2 week 53 weken dagen jaar half anderhalf drie twintig zomer zomerreces reces kerst Prinsjesdag
    dit volgend deze komende maand 31 29 februari mei juni/juli 2026 2025/26 a.s. jl. zodra spoedig zo mogelijk
    woensdag en maar zal ik heeft ( ) « » tussen debat schooljaar 1-1-2026 31-02-2026 geïnformeerd . , ; ² İ
"""
WORDS = st.sampled_from(PIECES.split())


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=14), DAYS, st.sampled_from(("TK", "EK", "VV")))
def test_no_phrase_crashes_and_each_range_runs_forward(words, day, chamber):
    letter = text_of(" ".join(words).replace("_", " ") or "x")
    facts = facts_of(day.isoformat(), chamber)
    for row in (*find_deadlines(letter, facts), *find_phrases(letter, 0, len(letter.text), facts)):
        first, last = row.range.date_from, row.range.date_to
        assert first is None or last is None or first <= last
        assert letter.quote(row.extent) == row.phrase
        assert row.reason.told()


@settings(max_examples=200, deadline=None)
@given(DAYS, st.sampled_from(("op", "per", "uiterlijk", "uiterlijk op", "met ingang van")), st.booleans())
def test_a_day_comes_to_that_day(day, lead, digits):
    written = f"{day.day}-{day.month}-{day.year}" if digits else f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    (row,) = found(f"Ik zal uw Kamer {lead} {written} informeren.", "1994-05-03")
    assert (row.latest, row.range.date_to, row.range.precision) == (day.isoformat(), day, Precision.DAY)


@settings(max_examples=200, deadline=None)
@given(DAYS, st.integers(1, 100))
def test_within_so_many_days_counts_from_the_letter(day, count):
    (row,) = found(f"Ik zal uw Kamer binnen {count} dagen informeren.", day.isoformat())
    assert row.range.date_to == day + dt.timedelta(days=count)


@settings(max_examples=100, deadline=None)
@given(DAYS, st.sampled_from(MONTHS))
def test_a_month_without_a_year_is_the_first_not_over(day, month):
    (row,) = found(f"Ik zal uw Kamer in {month} informeren.", day.isoformat())
    assert row.range.date_to >= day
    assert (row.range.date_to - day).days < 366


def labelled():
    return sorted(LETTERS.glob("*.json")) if LETTERS.is_dir() else []


@pytest.mark.skipif(not labelled(), reason="the labelled letters are not beside the repository")
def test_the_labelled_letters_are_read_as_people_read_them():
    missed, wrong, of = [], [], 0
    for path in labelled():
        label = json.loads(path.read_text(encoding="utf-8"))
        letter = letter_text(path.with_suffix(".txt").read_text(encoding="utf-8"))
        rows = find_deadlines(letter, facts_of(label["letter"]["date"], label["letter"]["chamber"]))
        of += len(label["deadlines"])
        left = list(rows)
        for gold in label["deadlines"]:
            hit = next((row for row in left if gold["quote"] in row.phrase or row.phrase in gold["quote"]), None)
            if hit is None:
                missed.append((path.stem, gold["quote"]))
            else:
                left.remove(hit)
        wrong += [(path.stem, row.phrase) for row in left]
    assert len(missed) <= of * 0.03, missed
    assert len(wrong) <= of * 0.03, wrong
