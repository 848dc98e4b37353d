"""The page canvas: a letter's pages, what is selected and what is tagged on them. Knows nothing of the register."""
