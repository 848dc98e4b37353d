"""Where a Dutch sentence ends, and where it does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from griffie.domain.sentences import sentence_spans


def sentences(text):
    return [text[begin:end] for begin, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Op 25 mei jl. heb ik uw Kamer geïnformeerd.",
        "De brief d.d. 25 mei 2016 n.a.v. Kamervragen is verzonden.",
        "Zie Kamerstuk 34 475-VI, nr. 6, blz. 12 en art. 5 Wft.",
        "De motie Azmani c.s. (29 344, nr. 120) is aangenomen.",
        "Dit betreft bijv. Nederland en m.b.t. Duitsland ook.",
        "Op 4 a.s. komt dhr. Jansen met mw. De Vries langs.",
        "Staatssecretaris K.H.D.M. Dijkhoff en minister H.G.J. Bruins Slot komen.",
        "Prof. dr. C.H.J.M. Braun schreef het rapport.",
        "1. Registratiekosten voor exploitanten.",
        "Er zijn 12.450 meldingen en 3.165 vluchten.",
        "Dit zijn de doelen: 1. Een goede gezondheid; 2. Een betere zorg.",
        "De Staat (o.a. VWS) betaalt ca. 20 mln. Euro.",
    ],
)
def test_abbreviations_initials_and_numbers_end_no_sentence(sentence):
    assert sentences(sentence) == [sentence]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ik zeg dit toe.", "Daarna volgt meer."),
        ("Dit is de brief van de heer P. te Z.", "Ik kan u het volgende melden."),
        ("Er zijn 800 inspecties uitgevoerd op Schiphol.4", "In die zin is dat zo."),
        ("Dat staat in het jaarplan.12", "Het toezicht is bijzonder."),
        ("Is dat zo?", "Ja."),
        ("Hij zei «dat kan niet».", "Toch kan het."),
        ("Dit was op 6 september jl.", "Daarbij is gevraagd naar meer."),
        ("Zo staat het in nr. 131.", "De rest volgt."),
        ("Dat was in 2016.", "2017 werd beter."),
        ("Kent u de Inventarisatie Regenboogbeleid?2", "Zo ja, deelt u die mening?"),
        ("Dit geldt voor brieven, moties enz.", "Ook daarna."),
        ("De wet is van kracht (sinds mei).", "’s-Gravenhage volgt."),
        ("Men wacht…", "Dan komt het."),
        ("Het lid Azmani (VVD) vroeg dit.", "«Uitzetten» is lastig."),
    ],
)
def test_two_sentences_are_two(first, second):
    assert sentences(f"{first} {second}") == [first, second]


def test_a_dot_before_a_small_letter_ends_nothing():
    assert len(sentences("Zie www.rijksoverheid.nl. en verder niets")) == 1


@given(st.text(alphabet="aB. ?1)»'\n", max_size=60))
def test_sentences_follow_each_other_and_leave_out_only_space(text):
    spans = sentence_spans(text)
    assert all(begin < end for begin, end in spans)
    assert spans == sorted(spans)
    kept = "".join(text[begin:end] for begin, end in spans)
    assert "".join(kept.split()) == "".join(text.split())
