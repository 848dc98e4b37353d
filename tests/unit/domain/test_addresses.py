import pytest

from griffie.domain.addresses import address_of
from griffie.domain.reading import CitationKind

PUBLISHED = "https://zoek.officielebekendmakingen.nl/"


@pytest.mark.parametrize(
    ("paper", "page"),
    [
        ("29344-131", "kst-29344-131.html"),
        ("34475-VI-6", "kst-34475-VI-6.html"),
        ("21501-20-1114", "kst-21501-20-1114.html"),
        ("35510-21", "kst-35510-21.html"),
        ("33978-J", "kst-33978-J.html"),
        ("33328-AI", "kst-33328-AI.html"),
        ("36600-B-K", "kst-36600-B-K.html"),
        ("CXXIV-G", "kst-cxxiv-g.html"),
        ("23700-188b", "kst-23700-188b.html"),
        ("kst-1158283", "kst-1158283.html"),
        ("29344", "dossier/29344"),
        ("36410-VI", "dossier/36410-VI"),
        ("36600-B", "dossier/36600-B"),
        ("21501-20", "dossier/21501-20"),
    ],
)
def test_a_paper_and_a_dossier_have_the_publishers_address(paper, page):
    assert address_of(CitationKind.KAMERSTUK, paper) == PUBLISHED + page


@pytest.mark.parametrize(
    ("kind", "paper"),
    [
        (CitationKind.HANDELINGEN, "h-tk-20142015-100-6"),
        (CitationKind.HANDELINGEN, "h-tk-20082009-7140-7144"),
        (CitationKind.AANHANGSEL, "ah-tk-20152016-2653"),
        (CitationKind.STB, "stb-2016-123"),
        (CitationKind.STCRT, "stcrt-2025-15322"),
        (CitationKind.TRB, "trb-2013-79"),
        (CitationKind.ANNEX, "blg-929493"),
        (CitationKind.NO_DOSSIER, "nds-tk-2013D38756"),
    ],
)
def test_other_publications_stand_under_their_id(kind, paper):
    assert address_of(kind, paper) == f"{PUBLISHED}{paper}.html"


@pytest.mark.parametrize(
    ("kind", "paper", "address"),
    [
        (CitationKind.COM, "COM(2016)270", "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=COM:2016:270:FIN"),
        (CitationKind.COM, "SWD(2023)819", "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=SWD:2023:819:FIN"),
        (CitationKind.ECLI, "ECLI:NL:HR:2025:271", "https://uitspraken.rechtspraak.nl/details?id=ECLI:NL:HR:2025:271"),
        (
            CitationKind.ECLI,
            "ECLI:EU:C:2019:1115",
            "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=ecli:ECLI:EU:C:2019:1115",
        ),
        (CitationKind.DOCUMENT, "2025D19556", "https://www.tweedekamer.nl/kamerstukken/detail?id=2025D19556"),
        (CitationKind.ZAAK, "2023Z01234", "https://www.tweedekamer.nl/kamerstukken/detail?id=2023Z01234"),
        (CitationKind.ACTIVITY, "2024A05766", "https://www.tweedekamer.nl/vergaderingen/details?id=2024A05766"),
    ],
)
def test_europe_the_courts_and_the_chamber_have_their_own_addresses(kind, paper, address):
    assert address_of(kind, paper) == address


@pytest.mark.parametrize(
    ("kind", "paper"),
    [
        (CitationKind.TOEZEGGING, "T02345"),
        (CitationKind.TOEZEGGING, "TZ202410-153"),
        (CitationKind.HANDELINGEN, "h-tk-20162017-60"),
        (CitationKind.COM, "C(2021)2800"),
        (CitationKind.ECLI, "ECLI:CE:ECHR:2019:0212JUD001234506"),
        (CitationKind.KAMERSTUK, ""),
        (CitationKind.KAMERSTUK, "29344, nr. 131"),
    ],
)
def test_where_no_rule_gives_an_address_there_is_none(kind, paper):
    assert address_of(kind, paper) is None
