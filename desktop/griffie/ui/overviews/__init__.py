"""The overviews: counts per ministry, minister, committee, dossier, year, chamber or kind, as a table and as bars."""
