"""Entries of the books: their list, simple forms, the grid, and what is done with them."""
