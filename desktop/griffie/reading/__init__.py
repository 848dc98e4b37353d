"""The reader of Dutch letters: text in, header and suggestions out. Pure Python; explains itself."""
