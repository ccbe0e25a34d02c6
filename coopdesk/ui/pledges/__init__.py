"""Promises to give: what is due, and what came of them."""
