"""What a letter says that may settle something: which places count, with which numbers, and which do not."""

import pytest

from griffie.domain.kinds import ItemKind
from griffie.domain.settlement import Degree
from griffie.services.evidence import evidence_in, ministry_now
from griffie.services.evidence_words import put_off
from tests.helpers.settlement_register import put_composed_letter


def said(desk, *paragraphs, subject="Onderwerpen van dit voorjaar", dossiers=()):
    text = "\n\n".join(
        ["Geachte voorzitter,", *paragraphs, "De Minister van Infrastructuur en Waterstaat,", "P. de Wit"]
    )
    letter_id = put_composed_letter(
        desk,
        {
            "date": "2026-04-01", "chamber": "TK", "dossiers": list(dossiers), "paper_number": "", "subject": subject,
            "senders": [["Minister van Infrastructuur en Waterstaat", "IenW", "P. de Wit"]], "text": text,
        },
    )  # fmt: skip
    return evidence_in(desk, letter_id).writing


def one(desk, *paragraphs):
    (place,) = said(desk, *paragraphs).said
    return place


# plain discharges


def test_a_discharge_counts_with_its_number_and_the_words_that_lead_to_it(desk):
    place = one(desk, "Het lid Hofstee vroeg naar de steigers (TZ202601-204). Zij zijn hersteld. "
                      "Hiermee is deze toezegging afgedaan.")  # fmt: skip

    assert (place.what, place.numbers) == (ItemKind.COMMITMENT, {"TZ202601-204"})
    assert place.told.startswith("Het lid Hofstee")
    assert place.members == {"hofstee"}
    assert place.near.near("steiger") > 0.9


def test_a_number_far_before_in_its_paragraph_is_the_one_that_is_met(desk):
    middle = "De eerste is klaar. De tweede is klaar. De derde is klaar. De vierde is klaar. De vijfde is klaar. "
    place = one(desk, f"Het gaat om de steigers (T01234). {middle}Daarmee is de toezegging voldaan.")

    assert place.numbers == {"T01234"}


def test_of_a_sentence_with_two_numbers_the_one_put_off_is_not_met(desk):
    writing = said(
        desk, "Met deze brief kom ik de toezegging na over de steigers (TZ202601-204); die over de sluizen "
        "(TZ202601-205) kan ik pas na de zomer nakomen.",
    )  # fmt: skip

    assert {number for place in writing.said for number in place.numbers} == {"TZ202601-204"}


def test_the_first_motion_is_the_first_of_those_listed(desk):
    writing = said(
        desk, "Uw Kamer heeft de moties van de leden Zwanik en Zuyl (Kamerstuk 32 847, nrs. 1390 en 1391) aangenomen. "
        "De eerste vraagt om cijfers. Die staan sinds deze week op de site, waarmee ik deze eerste motie als afgedaan "
        "beschouw.",
    )  # fmt: skip

    assert [place.numbers for place in writing.said if place.numbers] == [{"32847-1390"}]


def test_in_part_is_kept(desk):
    assert one(desk, "Hiermee is deze toezegging (TZ202601-204) deels afgedaan.").degree is Degree.PARTLY


@pytest.mark.parametrize(
    "paragraph",
    [
        "Bij brief van 3 maart heb ik u geïnformeerd. Daarmee is de toezegging destijds al afgedaan.",
        "Uw commissie heeft de toezegging (T01234) op 23 juni als voldaan aangemerkt.",
        "De motie van het lid Plas over de steigers voer ik in overleg uit. Ik informeer u daarover begin 2027.",
    ],
)
def test_what_an_earlier_letter_met_or_is_under_way_is_no_place(desk, paragraph):
    assert said(desk, paragraph).said == ()


# reports


def test_what_was_promised_is_given_by_its_name(desk):
    place = one(desk, "De steigers zijn geteld. Uw Kamer beschikt daarmee over de toegezegde cijfers.")

    assert place.sure >= 0.5
    assert place.what in (None, ItemKind.COMMITMENT)


def test_a_question_of_a_member_with_facts_behind_it_is_a_report(desk):
    place = one(
        desk, "Het lid Hofstee vroeg in het debat van 14 januari naar de steigers. Er zijn 40 steigers hersteld."
    )

    assert place.sure < 0.5
    assert place.members == {"hofstee"}
    assert "without saying that it is met" in place.reasons[0].told()


@pytest.mark.parametrize(
    "paragraph",
    [
        "Het lid Hofstee vroeg naar de steigers. Rijkswaterstaat onderzoekt de kosten. Ik bericht u na de zomer.",
        "Het lid Hofstee vroeg naar de steigers.",
        "De gemeenten hebben 40 steigers hersteld.",
        "Het lid Hofstee vroeg naar de steigers (TZ202601-204). Dat vergt nader overleg.",
    ],
)
def test_what_is_put_off_unanswered_or_of_nobody_is_no_report(desk, paragraph):
    assert said(desk, paragraph).said == ()


def test_another_matter_that_is_put_off_does_not_spoil_the_report(desk):
    place = one(desk, "Het lid Hofstee vroeg naar de steigers. Er zijn er 40 hersteld. Over de sluizen bericht ik u na "
                      "de zomer.")  # fmt: skip

    assert "steigers" in place.sentence


def test_a_motion_that_is_only_named_counts_where_its_deed_is_told(desk):
    place = one(desk, "De leden Mertel en Ooster vroegen in hun motie om een modelcontract. Dit is in mei vastgesteld.")

    assert (place.what, place.names) == (ItemKind.MOTION, ("Mertel", "Ooster"))
    assert (
        said(desk, "De leden Mertel en Ooster vroegen in hun motie om een modelcontract. Het veld is groot.").said == ()
    )


def test_a_report_on_progress_is_marked(desk):
    assert one(desk, "In deze brief informeer ik u over de voortgang van de steigers.").progress


def test_what_is_still_to_come_is_kept_apart(desk):
    writing = said(
        desk, "Hiermee is de toezegging (TZ202601-204) afgedaan.", "Over de sluizen bericht ik u na de zomer."
    )

    assert writing.put_off == ("Over de sluizen bericht ik u na de zomer.",)


def test_the_letters_own_data_come_along(desk):
    writing = said(desk, "Hiermee is de toezegging (TZ202601-204) afgedaan.", dossiers=["31409", "36800-XII"])

    assert writing.ministries == {"IenW"}
    assert writing.dossiers == {"31409", "36800-XII"}
    assert writing.date.isoformat() == "2026-04-01"


def test_a_ministry_is_called_as_it_is_today():
    assert ministry_now("VenJ") == ministry_now("Minister van Veiligheid en Justitie") == "JenV"
    assert ministry_now("Bureau van dienst") == "Bureau van dienst"


# words


@pytest.mark.parametrize(
    "words",
    [
        "Ik kom hier na de zomer op terug.", "Dat kan ik pas na het reces doen.", "Het overleg loopt nog.",
        "De cijfers zijn er nog niet.", "Het rapport is vertraagd.", "In maart 2027 stuur ik u een overzicht.",
        "Ik verwacht de uitkomst in mei.", "De toezegging blijft daarmee openstaan.", "Op de sluizen ga ik niet in.",
        "Oktober: brief over antibiotica.", "Het besluit wordt voorbereid.", "Daarna neem ik een standpunt in.",
        "De motie is in uitvoering.", "Een landelijke telling ontbreekt.", "Dit kan ik nu niet zeggen.",
    ],
)  # fmt: skip
def test_put_off(words):
    assert put_off(words)


@pytest.mark.parametrize(
    "words",
    [
        "De steigers zijn hersteld.", "Sinds 1 juni staat het model op de site.", "Het rapport gaat hierbij.",
        "Uw Kamer beschikt daarmee nog voor het reces over de cijfers.", "Het lid vroeg daar in oktober naar.",
        "In totaal zijn er 9.140 plaatsen.", "Deskundigen verwachten dat mest uitspoelt.",
        "Hiermee kom ik de belofte na.",
    ],
)  # fmt: skip
def test_not_put_off(words):
    assert not put_off(words)
