"""The association's profile on screen, for settings and for the first run."""
