"""Words of the form and the record of a gift."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.donations import Ineligibility
from coopdesk.wording.language import N_, _

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.contacts import Contact

_REASONS = {
    Ineligibility.COUNTERPART: N_("No receipt: the donor received something in return"),
    Ineligibility.SPONSORING: N_("No receipt: sponsoring, which is invoiced"),
    Ineligibility.ON_BEHALF_OF_OTHERS: N_("No receipt: collected for another body"),
    Ineligibility.DONOR_DECLINED: N_("No receipt: the donor wants none"),
    Ineligibility.TICKET: N_("No receipt: ticket of an event"),
    Ineligibility.MEAL: N_("No receipt: a meal was paid"),
    Ineligibility.RAFFLE: N_("No receipt: raffle or tombola"),
    Ineligibility.AUCTION: N_("No receipt: bought at an auction"),
    Ineligibility.SECOND_HAND_SALE: N_("No receipt: second-hand sale"),
    Ineligibility.SERVICE: N_("No receipt: a service was paid"),
    Ineligibility.SHARE_SUBSCRIPTION: N_("No receipt: subscription of shares"),
    Ineligibility.PUBLIC_SUBSIDY: N_("No receipt: public subsidy"),
    Ineligibility.VOLUNTEER_TIME: N_("No receipt: time of volunteers"),
    Ineligibility.OTHER: N_("No receipt: another reason"),
}


def eligibility_text(reason: Ineligibility | None) -> str:
    """Return what a choice of the form says; None opens a right to a receipt."""
    return _("Gives right to a tax receipt") if reason is None else _(_REASONS[reason])


def eligibility_explained(
    donor: Contact | None, reason: Ineligibility | None, day: dt.date | None
) -> str:
    """Say what the gift means for receipts, with what still is in the way."""
    if donor is None:
        return _("Anonymous gift: no receipt, because a receipt names its donor.")
    if reason is not None:
        return _("It counts as income, and no receipt will be issued for it.")
    if donor.profile.kind is ContactKind.ORGANISATION:
        return _("Gift of an organisation: it needs the form for companies (16216).")
    if not donor.profile.address.is_complete:
        return _("The receipt waits for the donor's postal address, which is incomplete.")
    if day is None:
        return _("It will be on the donor's tax receipt.")
    return _("It will be on the donor's tax receipt for {year}.").format(year=day.year)
