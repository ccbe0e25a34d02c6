"""Expense sheets as answers of Ctrl+K."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.expenses import ExpenseFilter
from coopdesk.domain.text import fold
from coopdesk.ui.desk import Desk, Hit
from coopdesk.ui.expenses.targets import SheetShown
from coopdesk.wording.expenses import days_text
from coopdesk.wording.formats import money_text

if TYPE_CHECKING:
    from coopdesk.domain.expenses import ExpenseSheetLine

_HITS = 3
_LOOKED_AT = 50
_SHORTEST = 3


def find_sheets(desk: Desk, text: str) -> list[Hit]:
    """Return the newest sheets whose purpose matches; runs on the worker.

    The name of a volunteer alone finds the contact, and would drown the receipts in sheets.
    """
    if len(text) < _SHORTEST:
        return []
    service, words = desk.services.expenses, fold(text).split()
    ids = service.ids(ExpenseFilter(text=text))[:_LOOKED_AT]
    lines = [line for line in service.lines(ids) if all(x in fold(line.title) for x in words)]
    return [
        Hit(
            line.title,
            " · ".join(_said(line)),
            "receipt",
            "donations",
            SheetShown(line.id),
        )
        for line in lines[:_HITS]
    ]


def _said(line: ExpenseSheetLine) -> tuple[str, ...]:
    """Return what tells sheets of one purpose apart, the day first: the rest may be cut."""
    days = days_text(line.first_on, line.last_on)
    return days, money_text(line.amount), line.volunteer_name
