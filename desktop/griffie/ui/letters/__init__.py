"""The list of all letters: search as you type, sort, open."""
