"""Queries on members: lists, what is due, what to propose."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from coopdesk.domain.members import Period
from coopdesk.domain.membership_fees import (
    membership_due,
    proposed_fee,
    proposed_joining_fee,
)
from coopdesk.domain.membership_lists import Proposal
from coopdesk.domain.membership_periods import period_for
from coopdesk.domain.membership_rules import check_days
from coopdesk.services.joining import NumberGiver, covered_by, fiscal_year_start
from coopdesk.storage.fee_store import unattached_tariffs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coopdesk.domain.members import (
        Departure,
        MemberRules,
        Membership,
        MembershipLine,
        MemberStatus,
    )
    from coopdesk.domain.membership_lists import (
        MembershipDue,
        MembershipFilter,
        MembershipSums,
        UnattachedTariff,
    )
    from coopdesk.storage.unit_of_work import Units

_DAY = dt.timedelta(days=1)


class MemberLists:
    """What can be asked about members."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def rules(self) -> MemberRules:
        """Return what the statutes and the board decide about members."""
        with self._units.read() as work:
            return work.member_rules.get()

    def get(self, membership_id: int) -> Membership:
        """Return one membership; raises NotFoundError."""
        with self._units.read() as work:
            return work.memberships.get(membership_id)

    def ids(self, wanted: MembershipFilter, limit: int | None = None) -> list[int]:
        """Return the ids of the memberships that a filter shows, in its order."""
        with self._units.read() as work:
            return work.membership_lists.ids(
                wanted, work.member_rules.get(), self._today(), limit
            )

    def lines(self, ids: Sequence[int]) -> list[MembershipLine]:
        """Return the list rows of a page of ids."""
        with self._units.read() as work:
            return work.membership_lists.lines(ids, work.member_rules.get(), self._today())

    def find(self, wanted: MembershipFilter, limit: int | None = None) -> list[MembershipLine]:
        """Return the list rows that a filter shows."""
        with self._units.read() as work:
            rules, today = work.member_rules.get(), self._today()
            ids = work.membership_lists.ids(wanted, rules, today, limit)
            pages = (ids[start : start + 500] for start in range(0, len(ids), 500))
            return [
                x for page in pages for x in work.membership_lists.lines(page, rules, today)
            ]

    def sums(self, wanted: MembershipFilter) -> MembershipSums:
        """Add up what the memberships of a filter cost, brought and still owe."""
        with self._units.read() as work:
            return work.membership_lists.sums(wanted, work.member_rules.get(), self._today())

    def of_contact(self, contact_id: int) -> list[MembershipLine]:
        """Return the memberships that a contact holds or is covered by, newest first."""
        with self._units.read() as work:
            ids = work.memberships.ids_of_contact(contact_id)
            return work.membership_lists.lines(ids, work.member_rules.get(), self._today())

    def departures_of(self, contact_id: int) -> list[Departure]:
        """Return when and why a contact left, newest first."""
        with self._units.read() as work:
            return work.memberships.departures_of(contact_id)

    def due(self, membership_id: int) -> MembershipDue:
        """Return what is to be paid of a membership today; raises NotFoundError."""
        with self._units.read() as work:
            return membership_due(work.memberships.get(membership_id), self._today())

    def years(self) -> list[int]:
        """Return the years to choose from, newest first; always holds the current one."""
        with self._units.read() as work:
            years = work.membership_lists.years()
        current = self._today().year
        return sorted({*years, current}, reverse=True)

    def counts(self, year: int | None = None) -> dict[MemberStatus, int]:
        """Count the members by status; of a year, the holders of memberships of that year."""
        with self._units.read() as work:
            return work.member_figures.by_status(work.member_rules.get(), self._today(), year)

    def propose(self, contact_id: int, type_id: int, day: dt.date | None = None) -> Proposal:
        """Return the terms to propose to a contact who joins on a day (today).

        Who left earlier in the period begins the day after; who has the type on that day
        already is proposed the days that follow.

        Raises:
            NotFoundError: the contact or the type is gone. RuleError:
                ``membership.unlikely_days``.
        """
        day = day or self._today()
        check_days(Period(day, day))
        with self._units.read() as work:
            kind = work.membership_types.get(type_id).content
            month = fiscal_year_start(work)
            contact = work.contacts.get(contact_id)
            period = period_for(kind, day, month)
            for _key, _name, taken in work.memberships.overlapping(
                [contact_id], type_id, period
            )[:1]:
                if not taken.is_for_life:
                    period = period_for(kind, taken.end + _DAY, month)
                    day = period.start
            left_on = work.memberships.days_of(contact_id).left_on
            if left_on is not None and period.start <= left_on < period.end:
                period = Period(left_on + _DAY, period.end)
            previous_id = work.memberships.last_before(contact_id, period.start)
            giver = NumberGiver(work, work.member_rules.get())
            return Proposal(
                period=period,
                fee=proposed_fee(kind, period_for(kind, period.start, month), day),
                joining_fee=proposed_joining_fee(kind, is_first=previous_id is None),
                covered_ids=covered_by(work, contact_id, kind),
                number="" if contact.profile.number else giver.next_number(period.start.year),
                previous_id=previous_id,
            )

    def unattached(self) -> list[UnattachedTariff]:
        """Return the fees received that make nobody a member yet, by tariff."""
        with self._units.read() as work:
            return unattached_tariffs(work.fees.open_lines(), work.fees.open_registrations())
