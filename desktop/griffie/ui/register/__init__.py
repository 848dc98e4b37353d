"""The register view: every item of every letter in one table, with filters, counts, saved views and bulk changes."""
