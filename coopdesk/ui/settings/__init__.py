"""Settings: the association's profile, appearance, the database file, the journal."""
