"""Columns of the list of entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.entries import EntryState
from coopdesk.ui.columns import Column, Tone
from coopdesk.wording.formats import day_text, money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.entries import EntryRow

STATE_TONES = {EntryState.DRAFT: Tone.ATTENTION, EntryState.VALIDATED: Tone.GOOD}


def entry_columns() -> tuple[Column, ...]:
    """Return the columns of the list."""
    return (
        Column("date", _("Date"), _day, sort="date", width=9, descends=True),
        Column("label", _("What for"), _label, sort="label", width=13, stretch=True),
        Column(
            "accounts",
            _("Accounts"),
            _accounts,
            width=10,
            hint=_("The accounts that the entry moves, in order"),
            gives_way=1,
        ),
        Column(
            "amount",
            _("Amount"),
            _amount,
            sort="amount",
            align_right=True,
            width=10,
            descends=True,
        ),
        Column("state", _("Status"), _state, tone=_tone, width=9),
        Column(
            "number",
            _("No."),
            _number,
            sort="number",
            align_right=True,
            width=6,
            descends=True,
            hint=_("Given when the entry is validated, without a gap"),
            gives_way=2,
        ),
        Column("journal", _("Journal"), _journal, sort="journal", width=6, gives_way=3),
        Column("voucher", _("Voucher"), _voucher, width=8, gives_way=4),
        Column("kind", _("Kind"), _kind, width=11, hidden=True),
    )


def state_text(row: EntryRow) -> str:
    """Return the state, and that an entry was taken back by another one."""
    return _("Reversed") if row.is_reversed else label(row.state)


def _day(row: EntryRow) -> str:
    return day_text(row.entry_on)


def _journal(row: EntryRow) -> str:
    return row.journal


def _label(row: EntryRow) -> str:
    return row.label


def _accounts(row: EntryRow) -> str:
    return row.accounts


def _voucher(row: EntryRow) -> str:
    """Return the reference of the voucher, or that files are kept."""
    return row.voucher_ref or (_("file kept") if row.has_files else "")


def _amount(row: EntryRow) -> str:
    return money_text(row.moved)


def _state(row: EntryRow) -> str:
    return state_text(row)


def _tone(row: EntryRow) -> Tone:
    return Tone.NEUTRAL if row.is_reversed else STATE_TONES[row.state]


def _number(row: EntryRow) -> str:
    return "" if row.number is None else number_text(row.number)


def _kind(row: EntryRow) -> str:
    return label(row.kind)
