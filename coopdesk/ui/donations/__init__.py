"""Gifts: list, record, form."""
