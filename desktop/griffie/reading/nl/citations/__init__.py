"""Citations of parliamentary and official papers in Dutch letters: what they cite, by its canonical id, and where.

`find_citations` reads a whole letter; `papers_in` gives the papers of one place, for the rules on motions.
"""

from griffie.reading.nl.citations.finding import find_citations, papers_in

__all__ = ["find_citations", "papers_in"]
