"""The test of what a donor gets for a gift, among the other gifts of the year."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.counterparts import (
    NO_COUNTERPART,
    CounterpartTest,
    Given,
    check_year,
    limits_on,
)
from coopdesk.domain.receipt_review import counterpart_tests, has_counterpart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.donations import DonationLine, NewDonation
    from coopdesk.storage.unit_of_work import Work

_THIS = 0


def tested_lines(work: Work, lines: Sequence[DonationLine]) -> list[DonationLine]:
    """Say which gifts of a list are above the limits, among all of their donors and years.

    Asks nothing more of the database where no gift of the list waits for such a test.
    """
    waiting = {x.donor_id for x in lines if x.donor_id is not None and _waits_for_test(x)}
    if not waiting:
        return list(lines)
    merged = set(work.kin.merged_among(list(waiting)))
    donors = {work.kin.survivor(x) if x in merged else x for x in waiting}
    gifts = work.review.of_contacts(sorted(donors))
    tests = counterpart_tests(gifts, work.legal.figures())
    failed = {key for key, test in tests.items() if not test.is_passed}
    return [replace(line, is_above_limits=line.id in failed) for line in lines]


def _waits_for_test(line: DonationLine) -> bool:
    """Tell whether nothing else decides already that a gift has its receipt or gets none."""
    is_decided = line.receipt_number or line.outside_receipt or line.ineligibility is not None
    return bool(line.counterpart) and not is_decided


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
