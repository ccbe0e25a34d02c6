"""Compares what was paid and given with the entries made of it, and says what is to be done."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.booking import BookingStep, LeftOut, LeftOutReason, SourceRef

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from coopdesk.domain.fiscal_years import FiscalYear

# Between what the books say for ever and what may be corrected beside them.
_MARK = "#"
# Before the id of an activity that a line or a sheet of expenses names itself. Written only
# where there is one: what was booked before any could stays as it is.
ACTIVITY_MARK = "@"
_TOLD_ACTIVITY = re.compile(rf"{ACTIVITY_MARK}(\d+)(?=[|/]|$)")
_HASH_BYTES = 8


class SourcePrint(NamedTuple):
    """What a payment or gift that counts comes to, in texts: a hundred thousand are compared.

    ``said_on`` is its day in ISO form. ``lasting`` tells days, amounts and what decides
    accounts; ``passing`` names and words, which are no reason to reverse what was validated.
    """

    said_on: str
    cents: int
    lasting: str
    passing: str

    @property
    def day(self) -> dt.date:
        """The day on which money moved or the gift was made."""
        return dt.date.fromisoformat(self.said_on)

    @property
    def digest(self) -> str:
        """What an entry keeps of it: what lasts as it is, of the rest a hash only.

        Words may be about persons, and a validated entry keeps its digest for ever.
        """
        words = blake2b(self.passing.encode(), digest_size=_HASH_BYTES).hexdigest()
        return f"{self.lasting}{_MARK}{words}"


class LivingEntry(NamedTuple):
    """An entry made of a source; ``is_automatic`` if a rule made it.

    Nothing reverses it, or a person did (``is_set_aside``): that was meant, so it does not
    come back while its source says the same.

    ``key`` names the source as ``source_key`` does; the facts are 0 or 1, as read.
    """

    id: int
    key: int
    digest: str
    is_validated: int
    is_automatic: int
    fiscal_year_id: int
    is_set_aside: int = 0


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """What is to be done about one source.

    ``print`` is None where no entry is wanted; ``entry_on`` is the day in the books of the one
    that is. ``renews`` is the draft to be written anew, ``drops`` drafts to be taken away and
    ``reverses`` validated entries to be reversed.
    """

    key: int
    print: SourcePrint | None
    entry_on: dt.date | None
    renews: int | None = None
    drops: tuple[int, ...] = ()
    reverses: tuple[int, ...] = ()
    fiscal_year_id: int | None = None

    @property
    def step(self) -> BookingStep:
        """How people call it."""
        if self.reverses:
            return BookingStep.REVERSE
        if self.print is None:
            return BookingStep.DROP
        return BookingStep.ADD if self.renews is None else BookingStep.RENEW

    @property
    def is_late(self) -> bool:
        """Whether the entry stands on another day than its source."""
        return self.print is not None and self.print.day != self.entry_on

    @property
    def source(self) -> SourceRef:
        """The payment or gift."""
        return source_of_key(self.key)


@dataclass(frozen=True, slots=True)
class BookingPlan:
    """Every step to be taken, by day, and what is left out."""

    steps: tuple[PlannedStep, ...]
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class WaitingPart:
    """How many sources wait, as far as they were counted; whole once all were looked at."""

    count: int = 0
    is_whole: bool = False
    next_id: int = 1
    highest_id: int = 0


def source_key(payment_id: int | None, donation_id: int | None) -> int:
    """Return one number for a payment (above zero) or a gift (below zero)."""
    return payment_id if payment_id is not None else -(donation_id or 0)


def source_of_key(key: int) -> SourceRef:
    """Return what a key names."""
    return SourceRef(payment_id=key) if key > 0 else SourceRef(donation_id=-key)


@dataclass(slots=True)
class _Left:
    """Counts what is left out, by reason."""

    days: dict[LeftOutReason, list[dt.date]] = field(default_factory=lambda: defaultdict(list))

    def records(self) -> tuple[LeftOut, ...]:
        return tuple(
            LeftOut(reason, len(days), min(days), max(days))
            for reason, days in sorted(self.days.items(), key=lambda item: item[0].value)
            if days
        )


class BookingPlanner:
    """Plans with the fiscal years as they are."""

    def __init__(self, years: Sequence[FiscalYear]) -> None:
        self._years = sorted(years, key=lambda year: year.starts_on)

    def plan(
        self, prints: Mapping[int, SourcePrint], living: Iterable[LivingEntry]
    ) -> BookingPlan:
        """Return what brings the entries to what the sources say now."""
        entries: dict[int, list[LivingEntry]] = defaultdict(list)
        set_aside: dict[int, list[LivingEntry]] = defaultdict(list)
        for one in living:
            (set_aside if one.is_set_aside else entries)[one.key].append(one)
        left = _Left()
        new = prints.keys() - entries.keys()
        for key in new & set_aside.keys():
            if any(_is_same(prints[key], one) for one in set_aside[key]):
                left.days[LeftOutReason.REVERSED].append(prints[key].day)
                new.remove(key)
        steps = [self._step(key, prints[key], (), left) for key in new]
        for key, known in entries.items():
            if key not in prints:
                left.days[LeftOutReason.SOURCE_GONE] += _rewritten(known)
            if not _is_settled(prints.get(key), known):
                steps.append(self._step(key, prints.get(key), known, left))
        taken = [step for step in steps if step is not None]
        return BookingPlan(tuple(sorted(taken, key=_order)), left.records())

    def place(self, day: dt.date) -> dt.date | LeftOutReason:
        """Return the day in the books of an operation, or why it has none.

        That of a closed year goes to the first day of the next open one (PCG art. 1031-4).
        """
        if not self._years or day < self._years[0].starts_on:
            return LeftOutReason.BEFORE_BOOKS
        if day > self._years[-1].ends_on:
            return LeftOutReason.YEAR_NOT_OPEN
        for year in self._years:
            if day <= year.ends_on and year.is_open:
                return max(day, year.starts_on)
        return LeftOutReason.ALL_CLOSED

    def _step(
        self,
        key: int,
        source: SourcePrint | None,
        known: Sequence[LivingEntry],
        left: _Left,
    ) -> PlannedStep | None:
        wanted, entry_on = source, None
        if source is not None:
            place = self.place(source.day)
            if isinstance(place, LeftOutReason):
                left.days[place].append(source.day)
                wanted = None
            else:
                entry_on = place
        if any(not one.is_automatic for one in known):
            wanted = None
        planned = self._moves(key, wanted, entry_on, known)
        stuck = self._stuck(planned, known)
        if stuck is not None:
            left.days[LeftOutReason.ALL_CLOSED].append(stuck)
            return None
        return planned

    def _stuck(
        self, planned: PlannedStep | None, known: Sequence[LivingEntry]
    ) -> dt.date | None:
        """Return the last day of a year whose entry cannot be reversed: no open one follows."""
        reverses = planned.reverses if planned is not None else ()
        for one in known:
            if one.id in reverses:
                last = max(x.ends_on for x in self._years if x.id == one.fiscal_year_id)
                if isinstance(self.place(last), LeftOutReason):
                    return last
        return None

    def _moves(
        self,
        key: int,
        wanted: SourcePrint | None,
        entry_on: dt.date | None,
        known: Sequence[LivingEntry],
    ) -> PlannedStep | None:
        ours = [one for one in known if one.is_automatic]
        kept = _kept(wanted, ours)
        others = [one for one in ours if one is not kept]
        drafts = [one.id for one in others if not one.is_validated]
        reverses = tuple(one.id for one in others if one.is_validated)
        renews = None
        if kept is None and wanted is not None and drafts:
            renews = drafts.pop(0)
        elif kept is not None and _is_to_renew(wanted, kept):
            renews = kept.id
        makes = wanted is not None and (kept is None or renews is not None)
        if not (makes or drafts or reverses):
            return None
        year = ours[0].fiscal_year_id if ours else self._year_of(entry_on)
        source = wanted if makes else None
        day = entry_on if makes else None
        return PlannedStep(key, source, day, renews, tuple(drafts), reverses, year)

    def _year_of(self, day: dt.date | None) -> int | None:
        return next((x.id for x in self._years if day is not None and x.holds(day)), None)

    def reversal_day(self, entry_on: dt.date) -> dt.date | None:
        """Return the day on which an entry is reversed: its own if it may be; None if never."""
        place = self.place(entry_on)
        return None if isinstance(place, LeftOutReason) else place


def told_activities(digest: str) -> frozenset[int]:
    """Return the activities that the source of an entry named itself when it was made."""
    lasting = digest.rpartition(_MARK)[0]
    return frozenset(map(int, _TOLD_ACTIVITY.findall(lasting)))


def _is_settled(source: SourcePrint | None, known: Sequence[LivingEntry]) -> bool:
    """Tell of the usual case, one entry that says what its source says, or one by hand."""
    if len(known) != 1:
        return False
    (one,) = known
    if not one.is_automatic:
        return True
    if source is None or not _is_same(source, one):
        return False
    return bool(one.is_validated) or one.digest == source.digest


def _is_same(source: SourcePrint, one: LivingEntry) -> bool:
    return one.digest.rpartition(_MARK)[0] == source.lasting


def _rewritten(known: Iterable[LivingEntry]) -> list[dt.date]:
    """Return the days of the sources of entries that a rule made and a person rewrote."""
    return [
        dt.date.fromisoformat(one.digest.partition("|")[0])
        for one in known
        if not one.is_automatic and _MARK in one.digest
    ]


def _kept(wanted: SourcePrint | None, ours: Sequence[LivingEntry]) -> LivingEntry | None:
    """Return the entry that may stay, a validated one rather than a draft."""
    if wanted is None:
        return None
    same = [one for one in ours if _is_same(wanted, one)]
    return max(same, key=lambda one: (one.is_validated, -one.id)) if same else None


def _is_to_renew(wanted: SourcePrint | None, kept: LivingEntry) -> bool:
    return wanted is not None and not kept.is_validated and kept.digest != wanted.digest


def _order(step: PlannedStep) -> tuple[int, bool, int]:
    """By day in the books, then payments before gifts, in the order of their numbers."""
    day = step.entry_on.toordinal() if step.entry_on is not None else 0
    return (day, step.key < 0, abs(step.key))
