"""Sentences for errors about the books: accounts, entries, years, budgets, inventory."""

from __future__ import annotations

from coopdesk.wording.language import N_

LEDGER_ERROR_TEXTS: dict[str, str] = {
    "statement.no_line": N_("No statement has a line “{name}”."),
    "account.missing": N_("The chart has no account {number}."),
    "entry.missing": N_("This entry no longer exists."),
    "entry.account_unknown": N_("“{number}” is no account. Type its number or words of it."),
    "entry.same_account": N_("Choose two different accounts: money cannot move to itself."),
    "entry.template_gone": N_("This model no longer exists."),
    "entry.template_unnamed": N_("Give the model a name."),
    "entry.treasury_missing": N_("Choose the account that the money moves on."),
    "entry.volunteer_missing": N_("Choose who is paid back."),
}
