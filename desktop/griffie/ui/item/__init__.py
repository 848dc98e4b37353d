"""The sheet of one item: what it says, what was done to it, what settles it, how it stands, what else belongs to it."""
