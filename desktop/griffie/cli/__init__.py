"""The command line: one file per command, on the same services as the window."""
