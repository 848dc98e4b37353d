"""Editors: one class for each way a value is typed. They know nothing of letters, items or saving."""
