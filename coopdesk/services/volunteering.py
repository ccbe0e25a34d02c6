"""Use cases around volunteers' time and contributions in kind (classes 86 and 87)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.text import fold
from coopdesk.domain.volunteering import (
    Rate,
    checked_contribution,
    checked_rate,
    checked_time,
    sums,
    volunteering_entry,
)
from coopdesk.services.inventory_writing import ready, tied
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.services.volunteer_rates import rate_for, rates_of
from coopdesk.wording.formats import day_text
from coopdesk.wording.language import _, in_french

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from coopdesk.domain.volunteering import (
        Contribution,
        NewContribution,
        NewRate,
        NewTime,
        VolunteeringSum,
        VolunteerTime,
    )
    from coopdesk.storage.unit_of_work import Units, Work


class VolunteeringService:
    """Keep what volunteers give, value it, and book it once."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    # rates

    def rates(self) -> list[Rate]:
        """Return the rates by name, the newest of each first; id 0 is one of the program."""
        with self._units.read() as work:
            return rates_of(work)

    def add_rate(self, new: NewRate) -> Outcome[Rate]:
        """Record a rate; time that is not booked yet is valued by it from its day on.

        Raises:
            RuleError: a field is wrong, ``volunteer.rate_taken``.
        """
        cleaned = checked_rate(new)
        with self._units.write("volunteer.rate_added", name=cleaned.name) as work:
            same = [x for x in work.volunteering.rates() if _same_name(x, cleaned)]
            if any(one.content.since == cleaned.since for one in same):
                raise RuleError("volunteer.rate_taken", field="since", name=cleaned.name)
            rate_id = work.volunteering.add_rate(cleaned)
            _value_again(work, cleaned, rate_id)
            work.commit()
        return changed(Rate(rate_id, cleaned), Subject.INVENTORY)

    def remove_rate(self, rate_id: int) -> Outcome[None]:
        """Remove a rate by which nothing is valued; raises ``volunteer.rate_in_use``."""
        with self._units.write("volunteer.rate_removed") as work:
            if work.volunteering.is_rate_used(rate_id):
                raise RuleError("volunteer.rate_in_use")
            work.volunteering.delete_rate(rate_id)
            work.commit()
        return changed(None, Subject.INVENTORY)

    # time

    def times(
        self, since: dt.date | None = None, until: dt.date | None = None
    ) -> list[VolunteerTime]:
        """Return the time given in some days, oldest first."""
        with self._units.read() as work:
            return work.volunteering.times(since, until)

    def time(self, time_id: int) -> VolunteerTime:
        """Return time that was given; raises NotFoundError."""
        with self._units.read() as work:
            return work.volunteering.time(time_id)

    def log(self, new: NewTime) -> Outcome[VolunteerTime]:
        """Record time, valued by the rate of its name in force on its day.

        Raises:
            RuleError: a field is wrong, ``volunteer.rate_unknown``,
                ``volunteer.rate_too_young``, ``volunteer.rate_missing`` when there are several
                kinds of rates. NotFoundError: the contact or activity is gone.
        """
        cleaned = checked_time(new, self._today())
        with self._units.write("volunteer.time_logged") as work:
            made_id = work.volunteering.add_time(tied(work, cleaned), _rate_id(work, cleaned))
            made = work.volunteering.time(made_id)
            work.recorder.relabel(name=made.contact_name or made.content.task)
            work.commit()
        return changed(made, Subject.INVENTORY)

    def change_time(self, time_id: int, new: NewTime) -> Outcome[VolunteerTime]:
        """Replace time that is not booked; raises as ``log``, ``volunteer.time_booked``."""
        cleaned = checked_time(new, self._today())
        with self._units.write("volunteer.time_changed") as work:
            _refuse_booked(work.volunteering.time(time_id))
            work.volunteering.change_time(time_id, tied(work, cleaned), _rate_id(work, cleaned))
            made = work.volunteering.time(time_id)
            work.recorder.relabel(name=made.contact_name or made.content.task)
            work.commit()
        return changed(made, Subject.INVENTORY)

    def remove_times(self, ids: Sequence[int]) -> Outcome[int]:
        """Remove time that is not booked; raises ``volunteer.time_booked``."""
        with self._units.write("volunteer.time_removed", count=str(len(ids))) as work:
            for key in ids:
                _refuse_booked(work.volunteering.time(key))
            work.volunteering.delete_times(ids)
            work.commit()
        return changed(len(ids), Subject.INVENTORY)

    # contributions in kind

    def contributions(
        self, since: dt.date | None = None, until: dt.date | None = None
    ) -> list[Contribution]:
        """Return what was given in kind in some days, oldest first."""
        with self._units.read() as work:
            return work.volunteering.contributions(since, until)

    def contribution(self, contribution_id: int) -> Contribution:
        """Return what was given in kind; raises NotFoundError."""
        with self._units.read() as work:
            return work.volunteering.contribution(contribution_id)

    def record_contribution(self, new: NewContribution) -> Outcome[Contribution]:
        """Record something given in kind; raises RuleError when a field is wrong."""
        cleaned = checked_contribution(new, self._today())
        with self._units.write("contribution.recorded", name=cleaned.label) as work:
            made_id = work.volunteering.add_contribution(tied(work, cleaned))
            made = work.volunteering.contribution(made_id)
            work.commit()
        return changed(made, Subject.INVENTORY)

    def change_contribution(
        self, contribution_id: int, new: NewContribution
    ) -> Outcome[Contribution]:
        """Replace a contribution that is not booked; raises ``contribution.booked``."""
        cleaned = checked_contribution(new, self._today())
        with self._units.write("contribution.changed", name=cleaned.label) as work:
            refuse_booked_gift(work.volunteering.contribution(contribution_id))
            work.volunteering.change_contribution(contribution_id, tied(work, cleaned))
            made = work.volunteering.contribution(contribution_id)
            work.commit()
        return changed(made, Subject.INVENTORY)

    def remove_contributions(self, ids: Sequence[int]) -> Outcome[int]:
        """Remove contributions that are not booked; raises ``contribution.booked``.

        A commitment that one of them kept is owed again.
        """
        with self._units.write("contribution.removed", count=str(len(ids))) as work:
            for key in ids:
                refuse_booked_gift(work.volunteering.contribution(key))
            work.volunteering.delete_contributions(ids)
            work.commit()
        return changed(len(ids), Subject.INVENTORY, Subject.PARTNERS)

    # the books

    def summed(
        self,
        since: dt.date | None = None,
        until: dt.date | None = None,
        *,
        pending: bool = False,
    ) -> tuple[VolunteeringSum, ...]:
        """Return hours and values by activity; with ``pending`` only what is not booked."""
        with self._units.read() as work:
            return sums(
                work.volunteering.times(since, until, pending=pending),
                work.volunteering.contributions(since, until, pending=pending),
            )

    @in_french()
    def book(self, since: dt.date, until: dt.date) -> Outcome[int | None]:
        """Draft the entry of what was given in some days and is not booked yet.

        One entry in the journal CV, on the last day; each use (86) has its resource (87). What
        is booked is not booked again: a second call does nothing. Returns the entry's id, None
        when nothing has a value.

        Raises:
            RuleError: ``volunteer.days_reversed``, what the books refuse (closed year).
        """
        if until < since:
            raise RuleError("volunteer.days_reversed", field="until")
        with self._units.write("volunteer.booked", name=day_text(until)) as work:
            times = work.volunteering.times(since, until, pending=True)
            given = work.volunteering.contributions(since, until, pending=True)
            label = _("Voluntary contributions from {since} to {until}").format(
                since=day_text(since), until=day_text(until)
            )
            wanted = volunteering_entry(sums(times, given), until, label)
            if wanted is None:
                return changed(None)
            entry_id = work.entries.add(ready(work, wanted))
            valued = [one.id for one in times if one.value]
            work.volunteering.put_booked(valued, [one.id for one in given], entry_id)
            work.commit()
        return changed(entry_id, Subject.INVENTORY, Subject.ENTRIES)


def _rate_id(work: Work, new: NewTime) -> int:
    rate_id = rate_for(work, new.rate, new.done_on)
    if rate_id is None:
        raise RuleError("volunteer.rate_missing", field="rate")
    return rate_id


def _same_name(rate: Rate, new: NewRate) -> bool:
    return fold(rate.content.name) == fold(new.name)


def _value_again(work: Work, new: NewRate, rate_id: int) -> None:
    """Value pending time by a new rate, unless a younger one of its name is in force."""
    later = [
        one.content.since
        for one in rates_of(work)
        if _same_name(one, new) and one.content.since > new.since
    ]
    pending = work.volunteering.times(new.since, pending=True)
    ids = [
        one.id
        for one in pending
        if fold(one.content.rate) == fold(new.name)
        and all(one.content.done_on < day for day in later)
    ]
    work.volunteering.value_again(ids, rate_id)


def _refuse_booked(time: VolunteerTime) -> None:
    if time.entry_id is not None:
        raise RuleError("volunteer.time_booked", id=time.id)


def refuse_booked_gift(given: Contribution) -> None:
    """Raise RuleError ``contribution.booked`` of what was given in kind and is in an entry."""
    if given.entry_id is not None:
        raise RuleError("contribution.booked", name=given.content.label)
