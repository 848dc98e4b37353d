"""The only place that speaks SQL: the register file, its history, search and backup."""
