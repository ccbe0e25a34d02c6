"""What a gift that is recorded or corrected may say of a pledge."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.donations import DonationNature, NewDonation

if TYPE_CHECKING:
    from coopdesk.storage.unit_of_work import Work


def as_its_pledge_says(work: Work, new: NewDonation) -> NewDonation:
    """Return a gift without its pledge when it is none of it: of another donor, or no money.

    Raises:
        NotFoundError: the pledge is gone.
    """
    if new.pledge_id is None:
        return new
    promised = work.pledges.get(new.pledge_id).content
    if new.nature is DonationNature.MONEY and new.donor_id == promised.donor_id:
        return new
    return replace(new, pledge_id=None, pledge_due_on=None)
