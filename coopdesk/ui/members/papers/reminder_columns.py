"""The columns of the list of people to remind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.reminders import ReminderReason
from coopdesk.ui.columns import Column, Tone
from coopdesk.wording.formats import day_text, money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from coopdesk.domain.reminders import ReminderLine

_TONES = {
    ReminderReason.EXPIRING: Tone.INFO,
    ReminderReason.UNPAID: Tone.ATTENTION,
    ReminderReason.EXPIRED: Tone.BAD,
}


@dataclass(frozen=True, slots=True)
class ReminderRow:
    """A reminder with the number that the list knows it by."""

    line: ReminderLine

    @property
    def id(self) -> int:
        """The membership it is about."""
        return self.line.membership_id


def reminder_columns() -> tuple[Column, ...]:
    """Return the columns in their first order."""
    return (
        Column("name", _("Name"), _name, width=12, stretch=True),
        Column("reason", _("Why"), _reason, tone=_tone, width=18),
        Column("days", _("How long"), _days, width=14, gives_way=1),
        Column("amount", _("Amount"), _amount, align_right=True, width=10),
        Column("last", _("Last letter"), _last, width=11, gives_way=3),
        Column("email", _("E-mail"), _email, width=20, gives_way=2),
    )


def _name(row: ReminderRow) -> str:
    return row.line.name


def _reason(row: ReminderRow) -> str:
    return label(row.line.reason)


def _tone(row: ReminderRow) -> Tone:
    return _TONES[row.line.reason]


def _days(row: ReminderRow) -> str:
    count = row.line.days
    if row.line.reason is ReminderReason.EXPIRING:
        text = ngettext("in {count} day", "in {count} days", count)
    else:
        text = ngettext("for {count} day", "for {count} days", count)
    return text.format(count=number_text(count))


def _amount(row: ReminderRow) -> str:
    return money_text(row.line.amount)


def _last(row: ReminderRow) -> str:
    return day_text(row.line.last_on) if row.line.last_on is not None else "—"


def _email(row: ReminderRow) -> str:
    return row.line.email
