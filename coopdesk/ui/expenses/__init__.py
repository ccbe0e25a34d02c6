"""Volunteers' expenses in the window."""
