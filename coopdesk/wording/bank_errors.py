"""Sentences for errors about bank accounts, statements, reconciliation, polls and calendars."""

from __future__ import annotations

BANK_ERROR_TEXTS: dict[str, str] = {}
