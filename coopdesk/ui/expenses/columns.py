"""The columns of the list of expense sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.expenses import ExpenseState
from coopdesk.ui.columns import Column, Tone
from coopdesk.wording.expenses import days_text
from coopdesk.wording.formats import money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.expenses import ExpenseSheetLine

STATE_TONES = {
    ExpenseState.DRAFT: Tone.ATTENTION,
    ExpenseState.WAIVED: Tone.GOOD,
    ExpenseState.REIMBURSED: Tone.NEUTRAL,
}


def expense_columns() -> tuple[Column, ...]:
    """Return the columns in their first order."""
    return (
        # The days stay beside a narrow panel: without them the trips of one person look alike.
        Column("days", _("Days"), _days, sort="date", width=18, descends=True, gives_way=2),
        Column(
            "volunteer", _("Volunteer"), _volunteer, sort="volunteer", width=15, stretch=True
        ),
        Column(
            "title", _("What for"), _title, sort="title", width=17, stretch=True, gives_way=3
        ),
        Column("vouchers", _("Files"), _vouchers, align_right=True, width=7, gives_way=4),
        Column("amount", _("Amount"), _amount, align_right=True, width=11),
        Column("state", _("State"), _state, tone=_tone, width=16),
        Column("settled", _("Settled on"), _settled, width=11, hidden=True, gives_way=5),
    )


def _days(line: ExpenseSheetLine) -> str:
    return days_text(line.first_on, line.last_on)


def _volunteer(line: ExpenseSheetLine) -> str:
    return line.volunteer_name


def _title(line: ExpenseSheetLine) -> str:
    return line.title


def _vouchers(line: ExpenseSheetLine) -> str:
    return number_text(line.vouchers) if line.vouchers else "—"


def _amount(line: ExpenseSheetLine) -> str:
    return money_text(line.amount)


def _state(line: ExpenseSheetLine) -> str:
    return label(line.state)


def _tone(line: ExpenseSheetLine) -> Tone:
    return STATE_TONES[line.state]


def _settled(line: ExpenseSheetLine) -> str:
    return days_text(line.settled_on, line.settled_on)
