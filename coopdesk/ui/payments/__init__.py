"""Money in and out: the journal of payments."""
