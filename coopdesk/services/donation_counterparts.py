"""The test of what a donor gets for a gift, among the other gifts of the year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.counterparts import (
    NO_COUNTERPART,
    CounterpartTest,
    Given,
    check_year,
    limits_on,
)
from coopdesk.domain.receipt_review import has_counterpart

if TYPE_CHECKING:
    from coopdesk.domain.donations import NewDonation
    from coopdesk.storage.unit_of_work import Work

_THIS = 0


def counterpart_in(
    work: Work, new: NewDonation, donation_id: int | None = None
) -> CounterpartTest:
    """Test one gift, recorded or about to be, beside the others of its donor and year.

    What an anonymous donor got is not tested: there is no receipt anyway.
    """
    if new.donor_id is None or not new.counterpart or not new.amount:
        return NO_COUNTERPART
    year = new.received_on.year
    donor = work.contacts.get(work.kin.survivor(new.donor_id))
    others = [
        Given(gift.donation_id, gift.amount, gift.counterpart)
        for gift in work.review.of_contact(donor.id)
        if has_counterpart(gift)
        and gift.received_on.year == year
        and gift.donation_id != donation_id
    ]
    is_company = donor.profile.kind is ContactKind.ORGANISATION
    limits = limits_on(work.legal.figures(), new.received_on, is_company=is_company)
    this = Given(_THIS, new.amount, new.counterpart)
    return check_year([*others, this], year, limits)[_THIS]
