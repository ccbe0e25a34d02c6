"""Everything that touches the database file."""
