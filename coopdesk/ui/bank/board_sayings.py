"""What the board says in place of proposals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.money import total
from coopdesk.services.reconciliation import MOST_WEIGHED
from coopdesk.ui.bank.words import signed_text
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.bank_lists import StatementRow


def many_said(rows: Sequence[StatementRow]) -> tuple[str, str]:
    """Return how many lines are selected, and what can be done with all of them."""
    text = ngettext("{count} line selected", "{count} lines selected", len(rows))
    amount = signed_text(total(row.remainder for row in rows))
    steps = (
        _("F2: choose the entry that they make together."),
        _("Ctrl+D: give all of them to one contact."),
        _("Enter: accept the first card of each."),
    )
    return f"{text.format(count=number_text(len(rows)))}, {amount}", "\n".join(steps)


def nothing_said(waiting: int, *, is_read: bool) -> tuple[str, str]:
    """Return why nothing is proposed for a line, and what to do; ``waiting`` lines are open."""
    if not is_read:
        return _("Looking for what it may be…"), ""
    if waiting > MOST_WEIGHED:
        text = _("Nothing is proposed: only the {count} oldest lines are looked at.")
        return (
            text.format(count=number_text(MOST_WEIGHED)),
            _("Reconcile those first, or choose by hand (F2)."),
        )
    return (
        _("Nothing in the books looks like it."),
        _("Create its entry in place (Ctrl+N), or choose by hand (F2)."),
    )
