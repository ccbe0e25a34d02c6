"""The bank in the window: accounts, lines, reconciliation, statements, rules."""
