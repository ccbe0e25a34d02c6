"""Columns of the journal of payments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.payments import Direction, LineKind, PaymentState
from coopdesk.ui.columns import Column, Tone
from coopdesk.wording.formats import day_text, money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _
from coopdesk.wording.review_texts import gone_gift_text

if TYPE_CHECKING:
    from coopdesk.domain.payments import PaymentLine

STATE_TONES = {
    PaymentState.RECEIVED: Tone.GOOD,
    PaymentState.TO_CHECK: Tone.ATTENTION,
    PaymentState.DISMISSED: Tone.NEUTRAL,
}


def payment_columns() -> tuple[Column, ...]:
    """Return the columns of the journal."""
    return (
        Column("date", _("Date"), _day, sort="date", width=9, descends=True),
        Column("payer", _("Who"), _payer, sort="payer", width=12, stretch=True),
        Column("label", _("What for"), what_text, width=12, stretch=True),
        Column("mode", _("Mode"), _mode, width=14, hidden=True, gives_way=2),
        Column("source", _("Origin"), _source, width=14, hidden=True, gives_way=3),
        Column("state", _("Status"), state_text, tone=_tone, width=10, hidden=True),
        Column(
            "in",
            _("Income"),
            _income,
            sort="amount",
            align_right=True,
            width=10,
            descends=True,
            hint=_("Sorts income from the largest, expenses after it"),
        ),
        Column("out", _("Expense"), _expense, align_right=True, width=10),
        Column("kind", _("Kind"), _kind, sort="kind", width=11, gives_way=1),
    )


def what_text(line: PaymentLine) -> str:
    """Return what the money was for, and that a gift went back."""
    return " · ".join(filter(None, (line.label, line.campaign, _gone_text(line))))


def _gone_text(line: PaymentLine) -> str:
    is_out = line.kind is LineKind.GIFT and line.direction is Direction.OUT
    if not (is_out or line.is_returned):
        return ""
    return gone_gift_text(line.return_reason)


def state_text(line: PaymentLine) -> str:
    """Return whether the money counts; money that went out was paid, not received."""
    if line.direction is Direction.OUT and line.state is PaymentState.RECEIVED:
        return _("Paid")
    return label(line.state)


def _day(line: PaymentLine) -> str:
    return day_text(line.paid_on)


def _kind(line: PaymentLine) -> str:
    return label(line.kind)


def _payer(line: PaymentLine) -> str:
    if line.payer_name or line.kind is not LineKind.GIFT:
        return line.payer_name
    return _("Anonymous")


def _mode(line: PaymentLine) -> str:
    return label(line.mode)


def _source(line: PaymentLine) -> str:
    return label(line.source)


def _tone(line: PaymentLine) -> Tone:
    return STATE_TONES[line.state]


def _income(line: PaymentLine) -> str:
    return money_text(line.amount) if line.direction is Direction.IN else ""


def _expense(line: PaymentLine) -> str:
    return money_text(line.amount) if line.direction is Direction.OUT else ""
