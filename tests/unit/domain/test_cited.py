"""Papers are named as people write them."""

import pytest

from griffie.domain.cited import name_of_paper
from griffie.domain.reading import CitationKind

KIND = CitationKind


@pytest.mark.parametrize(
    ("kind", "paper_id", "name"),
    [
        (KIND.HANDELINGEN, "h-tk-20222023-85-5", "Handelingen II 2022-2023, nr. 85, item 5"),
        (KIND.HANDELINGEN, "h-ek-20162017-60", "Handelingen I 2016-2017, nr. 60"),
        (KIND.HANDELINGEN, "h-tk-20082009-7140-7144", "Handelingen II 2008-2009, p. 7140-7144"),
        (KIND.AANHANGSEL, "ah-tk-20092010-1893", "Aanhangsel II 2009-2010, nr. 1893"),
        (KIND.STB, "stb-2010-87", "Stb. 2010, 87"),
        (KIND.STCRT, "stcrt-2025-15322", "Stcrt. 2025, 15322"),
        (KIND.KAMERSTUK, "29344-131", "29344, nr. 131"),
        (KIND.KAMERSTUK, "34475-VI-6", "34475-VI, nr. 6"),
        (KIND.KAMERSTUK, "21501-20-1114", "21501-20, nr. 1114"),
        (KIND.KAMERSTUK, "33328-AI", "33328, AI"),
        (KIND.KAMERSTUK, "36600-B-K", "36600-B, K"),
        (KIND.KAMERSTUK, "29344", "29344"),
        (KIND.TOEZEGGING, "TZ202410-153", "TZ202410-153"),
        (KIND.COM, "COM(2016)270", "COM(2016)270"),
        (KIND.ECLI, "ECLI:NL:HR:2025:271", "ECLI:NL:HR:2025:271"),
    ],
)
def test_a_paper_has_the_name_that_people_write(kind, paper_id, name):
    assert name_of_paper(kind, paper_id) == name
