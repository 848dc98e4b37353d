from datetime import date
from itertools import pairwise

import pytest

from griffie.base.resources import resource
from griffie.domain.ministries import read_ministries


@pytest.fixture(scope="module")
def ministries():
    return read_ministries(resource("ministries.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("function", "code"),
    [
        ("Staatssecretaris van Veiligheid en Justitie", "VenJ"),
        ("Minister van Justitie en Veiligheid", "JenV"),
        ("Minister van Justitie", "Justitie"),
        ("MINISTER VAN FINANCIEN", "FIN"),
        ("Minister van Financiën", "FIN"),
        ("DE MINISTER VAN VWS", "VWS"),
        ("Minister voor Klimaat en Energie", "EZK"),
        ("Minister van Economische Zaken en Klimaat", "EZK"),
        ("Minister van Economische Zaken", "EZ"),
        ("Minister van Klimaat en Groene Groei", "KGG"),
        ("Minister-President, Minister van Algemene Zaken", "AZ"),
        ("Minister voor Buitenlandse Handel en Ontwikkelingssamenwerking", "BZ"),
        ("Minister van Binnenlandse Zaken en Koninkrijksrelaties", "BZK"),
        ("Directie Juridische Zaken van J&V", "JenV"),
    ],
)
def test_a_function_text_finds_its_ministry(ministries, function, code):
    assert ministries.find(function).code == code


def test_an_old_name_comes_with_its_last_day_and_its_successor(ministries):
    found = ministries.find("Staatssecretaris van Veiligheid en Justitie")
    assert (found.now, found.last_day) == ("JenV", date(2017, 10, 25))


def test_the_date_of_the_letter_decides_between_two_of_one_name(ministries):
    function = "Minister voor Volkshuisvesting en Ruimtelijke Ordening"
    assert ministries.find(function, date(2023, 5, 1)).code == "BZK"
    assert ministries.find(function, date(2025, 5, 1)).code == "VRO"
    assert ministries.find(function).code == "VRO"


def test_a_heading_of_two_ministries_finds_both(ministries):
    found = ministries.find_all("MINISTERS VAN BUITENLANDSE ZAKEN EN VAN DEFENSIE")
    assert [one.code for one in found] == ["BZ", "DEF"]


def test_a_name_inside_another_word_is_no_ministry(ministries):
    assert ministries.find("Justitieel beleid") is None
    assert ministries.find("de Nationale ombudsman") is None


def test_completion_offers_every_name_or_those_of_a_day(ministries):
    assert "Veiligheid en Justitie" in ministries.names()
    assert "Veiligheid en Justitie" not in ministries.names(date(2026, 1, 1))
    assert "Asiel en Migratie" not in ministries.names(date(2020, 1, 1))
    assert ministries.name_of("jenv") == "Justitie en Veiligheid"
    assert ministries.name_of("XYZ") == "XYZ"
    assert ministries.codes()[:3] == ("AZ", "BZ", "JenV")


def test_names_of_one_ministry_follow_each_other_without_overlap(ministries):
    for code in ministries.codes():
        dated = [n for n in ministries.all_names if n.now == code and not n.portfolio and n.first_day and n.last_day]
        spans = sorted((n.first_day, n.last_day) for n in dated)
        assert all(first[1] < then[0] for first, then in pairwise(spans))


@pytest.mark.parametrize("toml", ["[[ministry]]\nname = 'X'", "[[portfolio]]\nname = 'X'\nministry = 'Y'", "= 1"])
def test_a_damaged_table_is_refused(toml):
    with pytest.raises(ValueError, match=r"."):
        read_ministries(toml)
