"""Letters to donors: their texts, and thanks for gifts."""
