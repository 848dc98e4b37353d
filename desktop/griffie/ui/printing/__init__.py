"""Views on paper, and as PDF: laid out, looked at, printed, saved."""
