"""Use cases around members: join, change, leave, come back, pay."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.member_numbers import check_number_pattern
from coopdesk.domain.members import DepartureReason
from coopdesk.domain.membership_fees import check_fee
from coopdesk.domain.membership_rules import checked_type
from coopdesk.domain.money import ZERO
from coopdesk.domain.payments import LineKind
from coopdesk.domain.shared_payments import NewSharedPayment, PaymentShare
from coopdesk.domain.text import checked_line, fold
from coopdesk.services.fee_matching import FeeMatcher
from coopdesk.services.fee_payments import FeePayments, count_for_tax, record_payment_in
from coopdesk.services.joining import NumberGiver, check_joining, covered_by
from coopdesk.services.member_lists import MemberLists
from coopdesk.services.membership_types import refuse_taken
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.storage.fee_store import unattached_tariffs

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.members import (
        Departure,
        MemberRules,
        Membership,
        NewDeparture,
        NewMembership,
    )
    from coopdesk.domain.money import Money
    from coopdesk.domain.payments import PaymentMode
    from coopdesk.storage.unit_of_work import Work

_NOTE_LIMIT = 500
_PEOPLE = (Subject.MEMBERS, Subject.CONTACTS)


class MemberService(MemberLists, FeePayments):
    """Make contacts members, keep their memberships and what is paid for them."""

    def change_rules(self, rules: MemberRules) -> Outcome[MemberRules]:
        """Replace what the statutes and the board decide about members.

        Raises:
            RuleError: ``member.wrong_pattern``, ``member.wrong_days`` or
                ``share.nominal_missing``.
        """
        check_number_pattern(rules.number_pattern)
        if not (0 <= rules.renewal_days <= 366 and 0 <= rules.grace_days <= 3_660):
            raise RuleError("member.wrong_days", field="renewal_days")
        if rules.has_shares and rules.share_nominal <= ZERO:
            raise RuleError("share.nominal_missing", field="share_nominal")
        with self._units.write("member.rules_changed") as work:
            work.member_rules.put(rules)
            work.commit()
        return changed(rules, *_PEOPLE)

    def join(self, new: NewMembership) -> Outcome[Membership]:
        """Make a contact a member, with its household when the type covers one.

        Gives member numbers to who has none. Without ``covered_ids`` the type decides.

        Raises:
            RuleError: ``membership.organisation_refused`` or ``membership.person_refused`` by
                the statutes (COM-2), the same with ``_by_type``, ``membership.overlaps`` with
                the first free day, ``membership.before_departure``,
                ``membership.contact_deceased``, ``membership.fee_without_reason``; or the fee,
                the days or the instalments do not fit the type.
            NotFoundError: the contact or the type is gone.
        """
        cleaned = _cleaned(new)
        with self._units.write("membership.joined") as work:
            name = work.contacts.get(cleaned.contact_id).display_name
            work.recorder.relabel(name=name)
            membership_id = join_in(work, cleaned)
            membership = work.memberships.get(membership_id)
            work.commit()
        return changed(membership, *_PEOPLE)

    def join_paid(
        self, new: NewMembership, amount: Money, mode: PaymentMode, paid_on: dt.date
    ) -> Outcome[Membership]:
        """Make a contact a member and record what it pays, as one operation.

        Raises:
            RuleError: as ``join`` and ``record_payment``. NotFoundError: as ``join``.
        """
        cleaned = _cleaned(new)
        with self._units.write("membership.joined") as work:
            name = work.contacts.get(cleaned.contact_id).display_name
            work.recorder.relabel(name=name)
            membership_id = join_in(work, cleaned)
            fee = PaymentShare(LineKind.FEE.value, amount, membership_id)
            shares = (fee,)
            paid = NewSharedPayment(cleaned.contact_id, paid_on, amount, mode, shares)
            record_payment_in(work, paid, self._today())
            membership = work.memberships.get(membership_id)
            work.commit()
        return changed(membership, *_PEOPLE, Subject.PAYMENTS, Subject.DONATIONS)

    def change(self, membership_id: int, new: NewMembership) -> Outcome[Membership]:
        """Replace the terms of a membership; of another type, its fees count for tax as there.

        Raises:
            RuleError: as ``join``; ``membership.other_holder``, ``membership.cancelled``,
                ``membership.below_paid``, ``payment.on_receipt``.
        """
        cleaned = _cleaned(new)
        with self._units.write("membership.changed") as work:
            before = work.memberships.get(membership_id)
            name = work.contacts.get(cleaned.contact_id).display_name
            work.recorder.relabel(name=name)
            _check_change(before, cleaned)
            kind = work.membership_types.get(cleaned.type_id)
            if not cleaned.covered_ids:
                kept = before.content.covered_ids
                covered = covered_by(work, cleaned.contact_id, kind.content, kept)
                cleaned = replace(cleaned, covered_ids=covered)
            check_joining(work, cleaned, kind, membership_id)
            if _terms(before.content) != _terms(cleaned):
                check_fee(cleaned, kind.content)
            work.memberships.change(membership_id, cleaned)
            membership = work.memberships.get(membership_id)
            if before.content.type_id != cleaned.type_id:
                count_for_tax(work, membership)
            work.commit()
        return changed(membership, *_PEOPLE, Subject.DONATIONS)

    def cancel(self, membership_id: int) -> Outcome[Membership]:
        """Cancel a membership for which nothing is paid: it no longer counts.

        Raises:
            RuleError: ``membership.paid_already`` with the amount.
        """
        with self._units.write("membership.cancelled") as work:
            before = work.memberships.get(membership_id)
            name = work.contacts.get(before.content.contact_id).display_name
            work.recorder.relabel(name=name)
            if before.paid:
                raise RuleError("membership.paid_already", name=name, amount=before.paid)
            work.memberships.cancel(membership_id, before.cancelled_on or self._today())
            membership = work.memberships.get(membership_id)
            work.commit()
        return changed(membership, *_PEOPLE)

    def leave(self, new: NewDeparture) -> Outcome[Departure]:
        """Record that a member leaves; what begins later and is unpaid is cancelled.

        Raises:
            RuleError: ``departure.never_member``, ``departure.already_left``,
                ``departure.before_joining``, ``departure.paid_ahead``,
                ``departure.in_the_future`` for a death.
        """
        cleaned = replace(new, note=checked_line(new.note, "note", _NOTE_LIMIT))
        with self._units.write("membership.departed") as work:
            name = work.contacts.get(cleaned.contact_id).display_name
            work.recorder.relabel(name=name)
            if cleaned.reason is DepartureReason.DECEASED and cleaned.left_on > self._today():
                raise RuleError("departure.in_the_future", field="left_on")
            _check_departure(work, cleaned, name)
            self._end_what_follows(work, cleaned, name)
            departure = work.memberships.departure(work.memberships.add_departure(cleaned))
            work.commit()
        return changed(departure, *_PEOPLE)

    def _end_what_follows(self, work: Work, new: NewDeparture, name: str) -> None:
        """Cancel what begins after a departure; a household's membership goes on without."""
        ahead = work.memberships.ahead_of(new.contact_id, new.left_on)
        for membership in work.memberships.get_many(ahead):
            if membership.content.contact_id != new.contact_id:
                work.memberships.uncover(membership.id, new.contact_id)
            elif membership.paid:
                raise RuleError(
                    "departure.paid_ahead",
                    field="left_on",
                    name=name,
                    start=membership.content.period.start,
                )
            else:
                work.memberships.cancel(membership.id, self._today())

    def come_back(self, contact_id: int) -> Outcome[int]:
        """Take back the departures of a contact that is a member after all; count them.

        Raises:
            RuleError: ``departure.not_left``.
        """
        with self._units.write("membership.came_back") as work:
            name = work.contacts.get(contact_id).display_name
            work.recorder.relabel(name=name)
            if work.memberships.days_of(contact_id).left_on is None:
                raise RuleError("departure.not_left", name=name)
            count = 0
            while work.memberships.days_of(contact_id).left_on is not None:
                newest = work.memberships.departures_of(contact_id)[0]
                work.memberships.remove_departure(newest.id)
                count += 1
            work.commit()
        return changed(count, *_PEOPLE)

    def attach_tariff(self, key: str, type_id: int) -> Outcome[int]:
        """Make members of those who paid under a tariff; the type remembers the tariff.

        ``key`` comes from ``unattached``. Returns how many memberships were made; fees that
        need a look (somebody who is a member already, or is not admitted) stay unattached.

        Raises:
            RuleError: ``fee.none_waits``, ``tariff.outside_name_taken``.
            NotFoundError: the type is gone.
        """
        with self._units.write("membership.tariff_attached") as work:
            groups = unattached_tariffs(work.fees.open_lines(), work.fees.open_registrations())
            found = next((group for group in groups if group.key == key), None)
            if found is None:
                raise RuleError("fee.none_waits", field="tariff")
            kind = work.membership_types.get(type_id)
            if key and key != fold(kind.content.name):
                names = (*kind.content.outside_names, found.name)
                remembered = checked_type(replace(kind.content, outside_names=names))
                refuse_taken(work, remembered, type_id)
                work.membership_types.change(type_id, remembered)
            work.recorder.relabel(name=found.name, count=str(found.count))
            count = FeeMatcher(work, {key: work.membership_types.get(type_id)}).attach()
            work.commit()
        return changed(
            count, Subject.MEMBERS, Subject.CONTACTS, Subject.PAYMENTS, Subject.DONATIONS
        )


def join_in(work: Work, new: NewMembership) -> int:
    """Check and store a membership inside a unit of work, and give numbers; return its id."""
    kind = work.membership_types.get(new.type_id)
    if not new.covered_ids:
        new = replace(new, covered_ids=covered_by(work, new.contact_id, kind.content))
    check_joining(work, new, kind)
    check_fee(new, kind.content)
    if new.previous_id is None:
        previous_id = work.memberships.last_before(new.contact_id, new.period.start)
        new = replace(new, previous_id=previous_id)
    giver = NumberGiver(work, work.member_rules.get())
    giver.give(new.covered_ids, new.period.start.year)
    return work.memberships.add(new)


def _cleaned(new: NewMembership) -> NewMembership:
    """Return a membership with its note cleaned and the holder first among the covered."""
    others = tuple(key for key in new.covered_ids if key != new.contact_id)
    covered = (new.contact_id, *dict.fromkeys(others)) if new.covered_ids else ()
    return replace(new, note=checked_line(new.note, "note", _NOTE_LIMIT), covered_ids=covered)


def _terms(content: NewMembership) -> tuple[int, Money]:
    """Return what decides whether a fee is the usual one; an older tariff's stays as it is."""
    return content.type_id, content.fee


def _check_change(before: Membership, new: NewMembership) -> None:
    if new.contact_id != before.content.contact_id:
        raise RuleError("membership.other_holder", field="contact_id")
    if before.cancelled_on is not None:
        raise RuleError("membership.cancelled", day=before.cancelled_on)
    if new.due < before.paid:
        raise RuleError("membership.below_paid", field="fee", amount=before.paid)


def _check_departure(work: Work, new: NewDeparture, name: str) -> None:
    days = work.memberships.days_of(new.contact_id)
    if days.since is None:
        raise RuleError("departure.never_member", field="contact_id", name=name)
    if days.left_on is not None:
        raise RuleError("departure.already_left", field="left_on", name=name, day=days.left_on)
    if new.left_on < days.since:
        raise RuleError("departure.before_joining", field="left_on", name=name, day=days.since)
