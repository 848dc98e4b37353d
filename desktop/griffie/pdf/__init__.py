"""The only place that speaks to MuPDF, always in a child process."""
