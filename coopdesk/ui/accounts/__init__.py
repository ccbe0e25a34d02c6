"""The books: entries, accounts, statements, and what closes a year."""
