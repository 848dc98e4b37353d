"""The agenda: deadlines as a list by group, as a month and as a timeline."""
