"""The few things that stand in front of the window: keys, settings, about, choices of files."""
