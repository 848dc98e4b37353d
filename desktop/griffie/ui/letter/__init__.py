"""One open letter: the pages, what stands beside them, and what a clerk does with the two."""
