"""Use cases around pledges: what was promised, what is due, and what came of it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from coopdesk.domain.donation_rules import checked_donation
from coopdesk.domain.donations import NewDonation
from coopdesk.domain.errors import RuleError
from coopdesk.domain.pledges import (
    WAITING,
    Pause,
    PledgeFilter,
    PledgeLine,
    PledgeState,
    PledgeSums,
    check_change,
    checked_pledge,
    due_until_next,
    next_due,
    schedule,
    sums_of,
)
from coopdesk.services.contact_rules import changeable, who_pays
from coopdesk.services.donation_money import put_money
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.services.pledge_rules import (
    campaign_of,
    check_due,
    check_step,
    check_step_day,
    refuse_gift,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from coopdesk.domain.donations import Donation, DonationLine
    from coopdesk.domain.money import Money
    from coopdesk.domain.payments import PaymentMode
    from coopdesk.domain.pledges import Instalment, NewPledge, Pledge, ReceivedGift
    from coopdesk.storage.unit_of_work import Units, Work

_DAY = dt.timedelta(days=1)


class PledgeService:
    """Keep promises to give, and turn what comes of them into gifts."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    # what there is

    def find(self, wanted: PledgeFilter | None = None) -> list[PledgeLine]:
        """Return the pledges that a filter shows, with their sums until today."""
        wanted = wanted or PledgeFilter()
        today = self._today()
        with self._units.read() as work:
            gifts = work.pledges.gifts()
            lines = [
                _line(pledge, gifts.get(pledge.id, []), today)
                for pledge in work.pledges.find(wanted)
            ]
        if wanted.only_late:
            lines = [line for line in lines if line.sums.late_count]
        return _sorted(lines, wanted)

    def totals(self, lines: Iterable[PledgeLine]) -> PledgeSums:
        """Add up what pledges expected until today, what came, and what is late."""
        return sum((line.sums for line in lines), PledgeSums())

    def get(self, pledge_id: int) -> Pledge:
        """Return one pledge; raises NotFoundError."""
        with self._units.read() as work:
            return work.pledges.get(pledge_id)

    def instalments(self, pledge_id: int, until: dt.date | None = None) -> list[Instalment]:
        """Return the instalments of a pledge up to a day, or to the next one; NotFoundError."""
        today = self._today()
        with self._units.read() as work:
            pledge = work.pledges.get(pledge_id)
            gifts = work.pledges.gifts(pledge_id).get(pledge_id, [])
        last = max((gift.due_on for gift in gifts), default=today)
        waits_on = next_due(pledge, due_until_next(pledge, gifts, today))
        until = until or max(today, last, waits_on or today)
        return schedule(pledge, gifts, until, today)

    def expected(self, until: dt.date) -> list[Instalment]:
        """Return what is still to come of all pledges up to a day, the oldest first.

        What was received, skipped, or is due after the end of its pledge is not.
        """
        today = self._today()
        with self._units.read() as work:
            gifts = work.pledges.gifts()
            listed = [
                one
                for pledge in work.pledges.find(PledgeFilter())
                for one in schedule(pledge, gifts.get(pledge.id, []), until, today)
                if one.state in WAITING
            ]
        return sorted(listed, key=lambda one: (one.due_on, one.pledge_id))

    def candidates(self, pledge_id: int) -> list[DonationLine]:
        """Return the gifts of the donor of a pledge that could fulfil an instalment of it."""
        with self._units.read() as work:
            pledge = work.pledges.get(pledge_id)
            ids = work.pledges.free_gifts(pledge.content.donor_id)
            return work.donations.lines(ids[:200])

    # the promise

    def record(self, new: NewPledge) -> Outcome[Pledge]:
        """Record a promise; it is no gift, and opens no right to anything.

        Raises:
            RuleError: a field is wrong, or ``pledge.tier_of_another_campaign`` or
                ``pledge.tier_not_gift``. FieldErrors: several are. NotFoundError: donor or
                tier are gone.
        """
        cleaned = checked_pledge(new)
        with self._units.write("pledge.recorded", cents=str(cleaned.amount.cents)) as work:
            donor = changeable(work, cleaned.donor_id)
            work.recorder.relabel(name=donor.display_name)
            pledge_id = work.pledges.add(cleaned, campaign_of(work, cleaned))
            pledge = work.pledges.get(pledge_id)
            work.commit()
        return changed(pledge, Subject.DONATIONS)

    def change(self, pledge_id: int, new: NewPledge) -> Outcome[Pledge]:
        """Replace what is known of a pledge; what came of it already stays as it is.

        Raises:
            RuleError: as ``record``; ``pledge.in_use``: donor, rhythm and first day stay once
                something came. NotFoundError: the pledge is gone.
        """
        cleaned = checked_pledge(new)
        with self._units.write("pledge.changed") as work:
            before = work.pledges.get(pledge_id)
            check_change(before, cleaned, has_gifts=work.pledges.has_gifts(pledge_id))
            donor = changeable(work, cleaned.donor_id)
            work.recorder.relabel(name=donor.display_name)
            work.pledges.change(pledge_id, cleaned, campaign_of(work, cleaned))
            pledge = work.pledges.get(pledge_id)
            work.commit()
        return changed(pledge, Subject.DONATIONS)

    def pause(self, pledge_id: int, on: dt.date | None = None) -> Outcome[Pledge]:
        """Expect nothing of a pledge from a day on, today unless told otherwise.

        Raises:
            RuleError: ``pledge.not_active``, or a day before its start or still to come.
            NotFoundError: the pledge is gone.
        """
        return self._set_state("pledge.paused", pledge_id, PledgeState.PAUSED, on)

    def end(self, pledge_id: int, on: dt.date | None = None) -> Outcome[Pledge]:
        """End a pledge: after a day, today unless told otherwise, nothing more is due.

        Raises:
            RuleError: ``pledge.ended_already``, ``pledge.ends_too_early``,
            ``pledge.not_come_yet``. NotFoundError: the pledge is gone.
        """
        return self._set_state("pledge.ended", pledge_id, PledgeState.ENDED, on)

    def resume(self, pledge_id: int, on: dt.date | None = None) -> Outcome[Pledge]:
        """Expect the instalments of a paused or ended pledge again, from a day on.

        What was due in between stays skipped.

        Raises:
            RuleError: ``pledge.not_paused``. NotFoundError: the pledge is gone.
        """
        return self._set_state("pledge.resumed", pledge_id, PledgeState.ACTIVE, on)

    def _set_state(
        self, label: str, pledge_id: int, state: PledgeState, on: dt.date | None
    ) -> Outcome[Pledge]:
        day = on or self._today()
        with self._units.write(label) as work:
            pledge = work.pledges.get(pledge_id)
            work.recorder.relabel(name=pledge.donor_name)
            check_step(pledge, state)
            if on is not None:
                check_step_day(pledge, day, self._today())
            pause = _pause_over(pledge, day)
            if pause is not None and pause not in pledge.pauses:
                work.pledges.add_pause(pledge_id, pause)
            is_active = state is PledgeState.ACTIVE
            work.pledges.set_state(pledge_id, state, None if is_active else day)
            pledge = work.pledges.get(pledge_id)
            work.commit()
        return changed(pledge, Subject.DONATIONS)

    def skip(self, pledge_id: int, due_on: dt.date) -> Outcome[Pledge]:
        """Expect nothing of one instalment, because it will not come.

        Raises:
            RuleError: ``pledge.not_due``, ``pledge.already_received``. NotFoundError.
        """
        with self._units.write("pledge.skipped", day=due_on.isoformat()) as work:
            pledge = work.pledges.get(pledge_id)
            work.recorder.relabel(name=pledge.donor_name)
            check_due(work, pledge, due_on)
            pause = Pause(due_on, due_on + _DAY)
            if not any(one.starts_on == due_on for one in pledge.pauses):
                work.pledges.add_pause(pledge_id, pause)
            pledge = work.pledges.get(pledge_id)
            work.commit()
        return changed(pledge, Subject.DONATIONS)

    def remove(self, pledge_id: int) -> Outcome[None]:
        """Remove a pledge recorded by mistake.

        Raises:
            RuleError: ``pledge.in_use``: something came of it; end it instead. NotFoundError.
        """
        with self._units.write("pledge.removed") as work:
            pledge = work.pledges.get(pledge_id)
            work.recorder.relabel(name=pledge.donor_name)
            if work.pledges.has_gifts(pledge_id):
                raise RuleError("pledge.in_use")
            work.pledges.delete(pledge_id)
            work.commit()
        return changed(None, Subject.DONATIONS)

    # what comes of it

    def receive(
        self,
        pledge_id: int,
        due_on: dt.date,
        received_on: dt.date,
        amount: Money,
        mode: PaymentMode,
    ) -> Outcome[Donation]:
        """Record the gift that fulfils an instalment, with its payment; return the gift.

        The amount may differ from what was promised. A gift that went back makes room for
        another.

        Raises:
            RuleError: ``pledge.not_due``, ``pledge.already_received``, or amount, date or mode
                are wrong. NotFoundError: the pledge is gone.
        """
        with self._units.write("pledge.received", cents=str(amount.cents)) as work:
            pledge = work.pledges.get(pledge_id)
            work.recorder.relabel(name=pledge.donor_name)
            content = pledge.content
            donor_id = who_pays(work, content.donor_id)
            assert donor_id is not None
            new = NewDonation(
                received_on=received_on,
                amount=amount,
                mode=mode,
                donor_id=donor_id,
                campaign=content.campaign,
                tier_id=content.tier_id,
                pledge_id=pledge_id,
                pledge_due_on=due_on,
            )
            kind = work.contacts.get(donor_id).profile.kind
            checked = checked_donation(new, self._today(), kind)
            check_due(work, pledge, due_on)
            _make_room(work, pledge_id, due_on)
            donation = work.donations.get(_record_gift(work, checked))
            work.commit()
        return changed(donation, Subject.DONATIONS, Subject.PAYMENTS, Subject.CONTACTS)

    def attach(self, donation_id: int, pledge_id: int, due_on: dt.date) -> Outcome[Donation]:
        """Say that a gift that is known already fulfils an instalment.

        Raises:
            RuleError: ``pledge.not_due``, ``pledge.already_received``, or why this gift cannot.
            NotFoundError: pledge or gift are gone.
        """
        with self._units.write("pledge.attached") as work:
            pledge = work.pledges.get(pledge_id)
            donation = work.donations.get(donation_id)
            cents = str(donation.content.amount.cents)
            work.recorder.relabel(name=pledge.donor_name, cents=cents)
            check_due(work, pledge, due_on)
            if donation_id not in work.pledges.free_gifts(pledge.content.donor_id):
                refuse_gift(pledge, donation)
            _make_room(work, pledge_id, due_on)
            work.pledges.tie(donation_id, pledge_id, due_on)
            donation = work.donations.get(donation_id)
            work.commit()
        return changed(donation, Subject.DONATIONS)

    def detach(self, donation_id: int) -> Outcome[Donation]:
        """Say that a gift fulfils no instalment; the gift stays, the instalment waits again.

        Raises:
            RuleError: ``pledge.not_attached``. NotFoundError: the gift is gone.
        """
        with self._units.write("pledge.detached") as work:
            donation = work.donations.get(donation_id)
            if donation.content.pledge_id is None:
                raise RuleError("pledge.not_attached", field="gift")
            cents = str(donation.content.amount.cents)
            work.recorder.relabel(name=donation.donor_name, cents=cents)
            work.pledges.tie(donation_id, None, None)
            donation = work.donations.get(donation_id)
            work.commit()
        return changed(donation, Subject.DONATIONS)


def _sorted(lines: list[PledgeLine], wanted: PledgeFilter) -> list[PledgeLine]:
    """Sort pledges; one that waits for nothing comes last whichever way days are read."""
    keys: dict[str, Callable[[PledgeLine], Any]] = {
        "amount": lambda line: line.amount,
        "next": lambda line: line.next_due_on,
        "received": lambda line: line.sums.received,
        "late": lambda line: line.sums.late,
    }
    key = keys.get(wanted.sort)
    if key is None:
        return lines[::-1] if wanted.descending else lines
    known = [line for line in lines if key(line) is not None]
    without = [line for line in lines if key(line) is None]
    return sorted(known, key=key, reverse=wanted.descending) + without


def _line(pledge: Pledge, gifts: list[ReceivedGift], today: dt.date) -> PledgeLine:
    content, listed = pledge.content, due_until_next(pledge, gifts, today)
    return PledgeLine(
        id=pledge.id,
        donor_id=content.donor_id,
        donor_name=pledge.donor_name,
        campaign=content.campaign,
        amount=content.amount,
        frequency=content.frequency,
        mode=content.mode,
        state=pledge.state,
        starts_on=content.starts_on,
        next_due_on=next_due(pledge, listed),
        sums=sums_of(one for one in listed if one.due_on <= today),
    )


def _pause_over(pledge: Pledge, day: dt.date) -> Pause | None:
    """Return the pause that a new state ends; None when there was none of at least a day."""
    if pledge.state_on is None or pledge.state is PledgeState.ACTIVE:
        return None
    # On its last day something was still due.
    start = pledge.state_on
    if pledge.state is PledgeState.ENDED:
        start += _DAY
    return Pause(start, day) if start < day else None


def _make_room(work: Work, pledge_id: int, due_on: dt.date) -> None:
    """Let a gift that went back fulfil its instalment no more; the pledge still has it."""
    for gift in work.pledges.gifts(pledge_id).get(pledge_id, []):
        if gift.due_on == due_on:
            work.pledges.tie(gift.donation_id, pledge_id, None)


def _record_gift(work: Work, new: NewDonation) -> int:
    campaign_id = work.payments.campaign_id(new.campaign)
    line_id = put_money(work, None, new, campaign_id)
    return work.donations.add(new, line_id, campaign_id)
