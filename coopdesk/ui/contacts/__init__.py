"""Contacts: list, record, form."""
