"""Sentences for errors about gifts, campaigns, expenses and the life of receipts."""

from __future__ import annotations

GIFT_ERROR_TEXTS: dict[str, str] = {}
