"""Columns of the list of issued receipts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.ui.columns import Column
from coopdesk.ui.receipts.words import (
    delivery_text,
    form_text,
    gifts_text,
    status_text,
    status_tone,
)
from coopdesk.wording.formats import day_text, money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.receipts import ReceiptLine


def receipt_columns() -> tuple[Column, ...]:
    """Return the columns of the list of issued receipts."""
    return (
        Column("number", _("Number"), _number, sort="number", width=10),
        Column("issued", _("Issued on"), _issued_on, sort="issued", width=11, gives_way=3),
        Column("donor", _("Donor"), _donor, sort="donor", width=22, stretch=True),
        Column("form", _("Cerfa form"), _form, width=15, gives_way=4),
        Column("amount", _("Amount"), _amount, sort="amount", align_right=True, width=11),
        Column("gifts", _("Gifts"), gifts_text, width=18, gives_way=2),
        Column("status", _("Status"), status_text, tone=status_tone, width=9),
        Column("delivery", _("Delivery"), delivery_text, width=24, gives_way=1),
        Column("nature", _("Nature"), _nature, width=14, hidden=True),
    )


def _number(line: ReceiptLine) -> str:
    return line.number_text


def _issued_on(line: ReceiptLine) -> str:
    return day_text(line.issued_on)


def _donor(line: ReceiptLine) -> str:
    return line.donor_name


def _form(line: ReceiptLine) -> str:
    return form_text(line.form)


def _amount(line: ReceiptLine) -> str:
    return money_text(line.amount)


def _nature(line: ReceiptLine) -> str:
    return label(line.nature)
