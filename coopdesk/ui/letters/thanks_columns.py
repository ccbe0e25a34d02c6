"""The columns of the list of gifts to thank for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.ui.columns import Column
from coopdesk.wording.formats import day_text, money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.donor_letters import GiftToThank


@dataclass(frozen=True, slots=True)
class GiftRow:
    """A gift with the number that the list knows it by."""

    gift: GiftToThank

    @property
    def id(self) -> int:
        """The gift it is about."""
        return self.gift.donation_id


def thanks_columns() -> tuple[Column, ...]:
    """Return the columns in their first order."""
    return (
        Column("day", _("Date"), _day, width=11),
        Column("donor", _("Donor"), _donor, width=14, stretch=True),
        Column("amount", _("Amount"), _amount, align_right=True, width=10),
        Column("campaign", _("Campaign"), _campaign, width=16, gives_way=1),
        Column("email", _("E-mail"), _email, width=20, gives_way=2),
    )


def _day(row: GiftRow) -> str:
    return day_text(row.gift.received_on)


def _donor(row: GiftRow) -> str:
    return row.gift.donor_name


def _amount(row: GiftRow) -> str:
    return money_text(row.gift.amount)


def _campaign(row: GiftRow) -> str:
    return row.gift.campaign


def _email(row: GiftRow) -> str:
    return row.gift.email
