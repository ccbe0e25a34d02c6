"""Partners in the window: who they are, what was agreed and who owes what."""
