"""The columns of the preview of a renewal: who is due, and who is left out and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.ui.columns import Column, Tone
from coopdesk.ui.members.words import period_text
from coopdesk.wording.formats import money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.money import Money
    from coopdesk.domain.renewing import RenewalLine


@dataclass(frozen=True, slots=True)
class DueRow:
    """A membership to make: ``fee`` on the terms that were chosen."""

    line: RenewalLine
    fee: Money

    @property
    def id(self) -> int:
        """The membership that is renewed."""
        return self.line.previous_id


@dataclass(frozen=True, slots=True)
class LeftRow:
    """A membership that is not renewed."""

    line: RenewalLine

    @property
    def id(self) -> int:
        """The membership that is not renewed."""
        return self.line.previous_id


def due_columns() -> tuple[Column, ...]:
    """Return the columns of those who are due."""
    return (
        Column("name", _("Name"), _due_name, width=16, stretch=True),
        Column("type", _("Tariff"), _due_type, width=18, stretch=True, gives_way=1),
        Column("period", _("Period"), _due_period, width=12, gives_way=2),
        Column("fee", _("Due"), _due_fee, align_right=True, width=10),
    )


def left_out_columns() -> tuple[Column, ...]:
    """Return the columns of those who are left out."""
    return (
        Column("name", _("Name"), _left_name, width=16, stretch=True),
        Column("last", _("Last membership"), _left_period, width=17, gives_way=1),
        Column("reason", _("Reason"), _left_reason, tone=_left_tone, width=36),
    )


def _due_name(row: DueRow) -> str:
    return row.line.name


def _due_type(row: DueRow) -> str:
    return row.line.type_name


def _due_period(row: DueRow) -> str:
    return period_text(row.line.period)


def _due_fee(row: DueRow) -> str:
    return money_text(row.fee)


def _left_name(row: LeftRow) -> str:
    return row.line.name


def _left_period(row: LeftRow) -> str:
    return period_text(row.line.last_period)


def _left_reason(row: LeftRow) -> str:
    return (
        label(row.line.reason)
        if row.line.reason is not None
        else _("taken out of this renewal")
    )


def _left_tone(row: LeftRow) -> Tone:
    return Tone.INFO if row.line.reason is None else Tone.NEUTRAL
