"""Memberships: list, record, renewal, payments, types, statistics."""
