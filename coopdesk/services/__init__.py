"""Use cases: what the program can do."""
