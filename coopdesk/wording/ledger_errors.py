"""Sentences for errors about the books: accounts, entries, years, budgets, inventory."""

from __future__ import annotations

from coopdesk.wording.language import N_

LEDGER_ERROR_TEXTS: dict[str, str] = {
    "entry.missing": N_("This entry no longer exists."),
}
