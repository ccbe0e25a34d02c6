"""What other pages and Ctrl+K name on the reports, and the way there and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.financial_statements import StatementKind
    from coopdesk.ui.desk import Desk

PAGE = "accounts"
# The first word of a target says which view it is for.
ACCOUNT, BALANCE, UNSEEN = "account", "balance", "unseen"
REPORT, FIGURE, MONTH = "report", "figure", "treasury-month"
BUDGET = "budget"


def account_target(
    number: str, activity_id: int | None = None, *, with_drafts: bool | None = None
) -> tuple[object, ...]:
    """Return what opens the grand livre of an account, of one activity if one is given.

    Without ``with_drafts`` it reads drafts or not as it last did.
    """
    drafts = () if with_drafts is None else (with_drafts,)
    return ACCOUNT, number, activity_id, *drafts


def unseen_target(number: str) -> tuple[object, ...]:
    """Return what opens the lines of an account that no statement shows yet."""
    return UNSEEN, number


def figure_target(
    kind: StatementKind, code: str, activity_id: int | None = None
) -> tuple[object, ...]:
    """Return what opens the accounts behind a line of a statement."""
    return FIGURE, kind.value, code, activity_id


def report_target(word: str, activity_id: int | None = None) -> tuple[object, ...]:
    """Return what opens a report by its word, of one activity if one is given."""
    return REPORT, word, activity_id


def month_target(month_on: dt.date) -> tuple[object, ...]:
    """Return what opens the accounts of money in one month."""
    return MONTH, month_on.isoformat()


def go_from(desk: Desk, here: tuple[object, ...], there: tuple[object, ...]) -> None:
    """Open another place of the page so that Alt+Left comes back to the one that is left."""
    desk.navigator.stand_at(PAGE, here)
    desk.navigator.open(PAGE, there)
