"""Closing a fiscal year: what is looked at, the closing itself, and what follows it."""
