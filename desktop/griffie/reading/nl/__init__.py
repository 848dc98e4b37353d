"""The rules of Dutch letters, a file per rule family."""
