"""Columns of the lists of bank lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coopdesk.domain.bank_lists import LineState
from coopdesk.ui.bank.words import STATE_TONES, line_said, named, signed_text
from coopdesk.ui.columns import Column
from coopdesk.wording.formats import day_text, money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

_KIND_WORDS = re.compile(
    r"^(PRLV|PRELEVEMENT|VIR|VIREMENT|CB|PAIEMENT|CARTE)"
    r"( (SEPA|INST|INSTANTANE|CB|CARTE|RECU|EMIS|DE))*[ :]+",
    re.IGNORECASE,
)

if TYPE_CHECKING:
    from coopdesk.domain.bank_lists import StatementRow
    from coopdesk.ui.columns import Tone


def line_columns() -> tuple[Column, ...]:
    """Return the columns of the list of all lines."""
    return (
        Column("date", _("Date"), _day, sort="date", width=9, descends=True),
        Column("label", _("What the bank says"), _label, sort="label", width=16, stretch=True),
        Column("who", _("Who"), _who, width=14, gives_way=3),
        Column(
            "amount",
            _("Amount"),
            _amount,
            sort="amount",
            align_right=True,
            width=11,
            descends=True,
        ),
        Column("state", _("Status"), _state, tone=_tone, width=12),
        Column("with", _("Reconciled with"), _matched_with, width=16, gives_way=2),
        Column("balance", _("Balance"), _balance, align_right=True, width=11, gives_way=5),
        Column("nature", _("Kind"), _nature, width=11, hidden=True),
        Column("value", _("Value date"), _value_day, width=9, hidden=True),
        Column("reference", _("Reference"), _reference, width=12, hidden=True),
    )


def board_columns(*, is_narrow: bool = False) -> tuple[Column, ...]:
    """Return the columns of the lines that wait: what tells one from another.

    A narrow list leaves out what the panel says of the line: year and kind.
    """
    if is_narrow:
        day = Column("day", _("Date"), short_day, sort="date", width=6)
        said = short_label
    else:
        day = Column("date", _("Date"), _day, sort="date", width=9)
        said = _label
    return (
        day,
        Column(
            "label",
            _("What the bank says"),
            said,
            sort="label",
            width=8,
            stretch=True,
            tip=line_said,
        ),
        Column(
            "amount",
            _("Amount"),
            _remainder,
            sort="amount",
            align_right=True,
            width=10,
            descends=True,
        ),
    )


def _day(row: StatementRow) -> str:
    return day_text(row.booked_on)


def short_day(row: StatementRow) -> str:
    """Return the day without its year."""
    return day_text(row.booked_on).rpartition("/")[0]


def short_label(row: StatementRow) -> str:
    """Return what comes after the words for the kind, which many lines begin with."""
    whole = named(row)
    return _KIND_WORDS.sub("", whole) or whole


def _label(row: StatementRow) -> str:
    return named(row)


def _who(row: StatementRow) -> str:
    return row.contact_name or row.counterparty


def _amount(row: StatementRow) -> str:
    return signed_text(row.amount)


def _remainder(row: StatementRow) -> str:
    return signed_text(row.remainder)


def _state(row: StatementRow) -> str:
    return label(row.state)


def _tone(row: StatementRow) -> Tone:
    return STATE_TONES[row.state]


def _matched_with(row: StatementRow) -> str:
    if row.state is LineState.ASIDE:
        return row.note
    return " · ".join(target.label for target in row.targets)


def _balance(row: StatementRow) -> str:
    return "" if row.balance is None else money_text(row.balance)


def _nature(row: StatementRow) -> str:
    return label(row.nature)


def _value_day(row: StatementRow) -> str:
    return "" if row.value_on is None else day_text(row.value_on)


def _reference(row: StatementRow) -> str:
    return row.payment_ref or row.bank_ref
