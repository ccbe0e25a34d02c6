"""Columns of the list of issued receipts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.ui.columns import Column
from coopdesk.ui.receipts.words import (
    delivery_text,
    form_text,
    is_void,
    status_text,
    status_tone,
)
from coopdesk.wording.formats import day_text, money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.receipts import ReceiptLine


def receipt_columns() -> tuple[Column, ...]:
    """Return the columns of the list of issued receipts."""
    return (
        Column("number", _("Number"), _number, sort="number", width=10),
        Column("issued", _("Issued on"), _issued_on, sort="issued", width=11, gives_way=4),
        Column("donor", _("Donor"), _donor, sort="donor", width=16, stretch=True),
        Column("form", _("Cerfa form"), _form, width=17, gives_way=5),
        # What was voided is in no total; its status says so in a word.
        Column(
            "amount",
            _("Amount"),
            _amount,
            sort="amount",
            align_right=True,
            width=11,
            struck=is_void,
            gives_way=1,
        ),
        Column("gifts", _("Gifts"), _gifts, align_right=True, width=5, gives_way=3),
        Column("status", _("Status"), status_text, tone=status_tone, width=9),
        Column("delivery", _("Delivery"), delivery_text, width=23, gives_way=2),
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


def _gifts(line: ReceiptLine) -> str:
    return number_text(line.gift_count)


def _nature(line: ReceiptLine) -> str:
    return label(line.nature)
