"""The columns of the holders of shares and of the register of their movements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.shares import ShareMove
from coopdesk.ui.columns import Column, Tone
from coopdesk.wording.formats import day_text, money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.shares import ShareHolder, ShareMovement


@dataclass(frozen=True, slots=True)
class HolderRow:
    """A holder, known to the list by the contact."""

    holder: ShareHolder

    @property
    def id(self) -> int:
        """The contact."""
        return self.holder.contact_id


def holder_columns() -> tuple[Column, ...]:
    """Return the columns of the holders."""
    return (
        Column("name", _("Name"), _holder_name, width=20, stretch=True),
        Column("number", _("No."), _holder_number, width=8, gives_way=2),
        Column("since", _("Since"), _since, width=12, gives_way=1),
        Column("shares", _("Number held"), _held, align_right=True, width=8),
        Column("capital", _("Capital"), _capital, align_right=True, width=12),
    )


def movement_columns() -> tuple[Column, ...]:
    """Return the columns of the register."""
    return (
        Column("number", _("No."), _number, align_right=True, width=6),
        Column("day", _("Date"), _day, width=11),
        Column("name", _("Name"), _name, width=18, stretch=True),
        Column("kind", _("Movement"), _kind, tone=_tone, width=14),
        Column("shares", _("Number held"), _shares, align_right=True, width=8),
        Column("amount", _("Amount"), _amount, align_right=True, width=12, gives_way=1),
        Column("balance", _("Holds then"), _balance, align_right=True, width=10, gives_way=2),
        Column("note", _("Note"), _note, width=18, gives_way=3),
    )


def _holder_name(row: HolderRow) -> str:
    return row.holder.name


def _holder_number(row: HolderRow) -> str:
    return row.holder.member_number


def _since(row: HolderRow) -> str:
    return day_text(row.holder.since)


def _held(row: HolderRow) -> str:
    return number_text(row.holder.shares)


def _capital(row: HolderRow) -> str:
    return money_text(row.holder.capital)


def _number(line: ShareMovement) -> str:
    return number_text(line.number)


def _day(line: ShareMovement) -> str:
    return day_text(line.content.moved_on)


def _name(line: ShareMovement) -> str:
    return line.name


def _kind(line: ShareMovement) -> str:
    return label(line.content.kind)


def _tone(line: ShareMovement) -> Tone:
    takes = line.content.kind is ShareMove.SUBSCRIPTION
    return Tone.GOOD if takes else Tone.NEUTRAL


def _shares(line: ShareMovement) -> str:
    return number_text(line.content.shares)


def _amount(line: ShareMovement) -> str:
    return money_text(line.amount)


def _balance(line: ShareMovement) -> str:
    return number_text(line.balance)


def _note(line: ShareMovement) -> str:
    return line.content.note
