"""Listings that several commands show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.cli.output import Column, Listing
from coopdesk.domain.donations import DonationNature
from coopdesk.wording.formats import day_text, money_text
from coopdesk.wording.gift_status import gift_status_text, gone_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.addresses import PostalAddress
    from coopdesk.domain.donations import DonationLine
    from coopdesk.domain.payments import PaymentLine
    from coopdesk.domain.receipts import ReceiptLine


def address_text(address: PostalAddress) -> str:
    """Return an address on one line; abroad with its country."""
    country = "" if address.country == "FR" else address.country
    parts = (address.street, address.complement, address.town_line, country)
    return ", ".join(part for part in parts if part)


def donation_listing(lines: Sequence[DonationLine]) -> Listing:
    """Return gifts as rows."""
    columns = (
        Column(_("No."), at_right=True),
        Column(_("Date"), at_right=True),
        Column(_("Donor")),
        Column(_("Campaign"), rare=True),
        Column(_("Kind"), rare=True),
        Column(_("Amount"), at_right=True),
        Column(_("State"), rare=True),
        Column(_("Receipt")),
    )
    rows = [
        (
            str(line.id),
            day_text(line.received_on),
            line.donor_name or _("Anonymous"),
            line.campaign,
            _kind_text(line),
            money_text(line.amount),
            _gone_or_state(line),
            gift_status_text(line),
        )
        for line in lines
    ]
    return Listing(columns, rows, _("No gift."))


def _kind_text(line: DonationLine) -> str:
    is_money = line.nature is DonationNature.MONEY
    return label(line.mode) if is_money else label(line.nature)


def _gone_or_state(line: DonationLine) -> str:
    if line.returned_on is None:
        return label(line.state)
    return gone_text(line.returned_on, line.return_reason)


def _status_text(line: ReceiptLine) -> str:
    """Return the status; a receipt that counts although a gift went back is to be voided."""
    status = label(line.status)
    is_to_void = line.returned_gifts and line.voided_on is None
    return ", ".join((status, _("to void"))) if is_to_void else status


def payment_listing(lines: Sequence[PaymentLine]) -> Listing:
    """Return lines of payments as rows; ``payment`` is the number that other commands want."""
    columns = (
        Column(_("Payment"), at_right=True),
        Column(_("Date"), at_right=True),
        Column(_("Direction"), rare=True),
        Column(_("Nature")),
        Column(_("Third party")),
        Column(_("Label")),
        Column(_("Mode"), rare=True),
        Column(_("Amount"), at_right=True),
        Column(_("State"), rare=True),
    )
    rows = [
        (
            str(line.payment_id),
            day_text(line.paid_on),
            label(line.direction),
            label(line.kind),
            line.payer_name,
            line.label or line.campaign,
            label(line.mode),
            money_text(line.amount),
            label(line.state),
        )
        for line in lines
    ]
    return Listing(columns, rows, _("No payment."))


def receipt_listing(lines: Sequence[ReceiptLine]) -> Listing:
    """Return issued receipts as rows."""
    columns = (
        Column(_("Receipt")),
        Column(_("Issued on"), at_right=True),
        Column(_("Donor")),
        Column(_("Gifts"), at_right=True),
        Column(_("Amount"), at_right=True),
        Column(_("Status")),
    )
    rows = [
        (
            line.number_text,
            day_text(line.issued_on),
            line.donor_name,
            str(line.gift_count),
            money_text(line.amount),
            _status_text(line),
        )
        for line in lines
    ]
    return Listing(columns, rows, _("No receipt."))
