"""The columns of the list of gifts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.donations import DonationNature
from coopdesk.ui.columns import Column, Tone
from coopdesk.ui.donations.status import gift_status
from coopdesk.wording.formats import day_text, money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.donations import DonationLine


def donation_columns() -> tuple[Column, ...]:
    """Return the columns in their first order."""
    return (
        Column("date", _("Date"), _day, sort="date", width=10, descends=True),
        Column("donor", _("Donor"), donor_text, sort="donor", width=17, stretch=True),
        Column("campaign", _("Campaign"), _campaign, sort="campaign", width=20, gives_way=2),
        Column("mode", _("Mode or nature"), _mode, width=19, gives_way=3),
        Column(
            "amount",
            _("Amount"),
            _amount,
            align_right=True,
            sort="amount",
            width=11,
            descends=True,
            struck=_is_returned,
        ),
        Column("receipt", _("Receipt"), _receipt, tone=_receipt_tone, width=22, gives_way=1),
    )


def donor_text(line: DonationLine) -> str:
    """Return the donor's name, or that nobody knows it."""
    return line.donor_name or _("Anonymous")


def _day(line: DonationLine) -> str:
    return day_text(line.received_on)


def _campaign(line: DonationLine) -> str:
    return line.campaign


def _mode(line: DonationLine) -> str:
    is_money = line.nature is DonationNature.MONEY
    return label(line.mode) if is_money else label(line.nature)


def _amount(line: DonationLine) -> str:
    return money_text(line.amount)


def _is_returned(line: DonationLine) -> bool:
    return line.returned_on is not None


def _receipt(line: DonationLine) -> str:
    return gift_status(line).text


def _receipt_tone(line: DonationLine) -> Tone | None:
    return gift_status(line).tone
