"""Letters to donors: thanks for gifts, and what goes with a receipt."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from coopdesk.domain.contacts import Civility
from coopdesk.domain.letter_templates import KeptText, addressed

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.money import Money


class DonorTextKind(enum.Enum):
    """What a text to donors is for."""

    THANKS = "thanks"
    COVER = "cover"


DonorText: TypeAlias = KeptText[DonorTextKind]


@dataclass(frozen=True, slots=True)
class DonorValues:
    """What fills the blanks for one donor; amounts and days are already in words.

    ``year_total`` is what the donor gave in ``year``, one or several; ``receipt`` names one
    receipt or several. ``is_several`` says that there are several gifts, or receipts.
    """

    civility: Civility = Civility.NONE
    first_name: str = ""
    last_name: str = ""
    donor: str = ""
    association: str = ""
    purpose: str = ""
    amount: str = ""
    day: str = ""
    campaign: str = ""
    year: str = ""
    year_total: str = ""
    receipt: str = ""
    receipt_day: str = ""
    signatory: str = ""
    role: str = ""
    is_several: bool = False

    def named(self) -> dict[str, str]:
        """Return the values by the names of their blanks."""
        return {
            **addressed(self.civility),
            "prénom": self.first_name,
            "nom": self.last_name,
            "donateur": self.donor,
            "association": self.association,
            "objet": self.purpose,
            "montant": self.amount,
            "date": self.day,
            "campagne": self.campaign,
            "année": self.year,
            "total": self.year_total,
            "reçu": self.receipt,
            "date du reçu": self.receipt_day,
            "signataire": self.signatory,
            "fonction": self.role,
        }


DONOR_BLANKS: tuple[str, ...] = tuple(DonorValues().named())


@dataclass(frozen=True, slots=True)
class GiftToThank:
    """A gift as a letter names it; ``donor_id`` is who the donor is now.

    ``total`` is what the donor gave in the year of the gift.
    """

    donation_id: int
    donor_id: int
    donor_name: str
    email: str
    received_on: dt.date
    amount: Money
    campaign: str
    total: Money
    thanked_on: dt.date | None = None
