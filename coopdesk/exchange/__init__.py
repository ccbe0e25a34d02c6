"""Files other programs write or read."""
