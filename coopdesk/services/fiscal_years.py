"""Use cases around fiscal years: which there are, open the next, change days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.fiscal_years import FiscalYear, year_label
from coopdesk.domain.text import checked_line
from coopdesk.domain.year_rules import (
    beside,
    check_days,
    check_follows,
    following_year,
    usual_year,
)
from coopdesk.services.outcome import Outcome, Subject, changed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from coopdesk.domain.fiscal_years import YearEvent
    from coopdesk.domain.year_rules import MovedYear
    from coopdesk.storage.unit_of_work import Units, Work

_LABEL_LIMIT = 40


class FiscalYearService:
    """The fiscal years of the association; closing them stands in ``services.closing``."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def list(self) -> tuple[FiscalYear, ...]:
        """Return the years, the latest first; before the first entry the one it would make."""
        with self._units.read() as work:
            return tuple(work.fiscal_years.years()) or (_first(work, self._today()),)

    def current(self, day: dt.date | None = None) -> FiscalYear:
        """Return the year that holds a day (today if none is given), else the latest.

        Before the first entry it is the year (id 0) that the entry would make.
        """
        wanted = day or self._today()
        with self._units.read() as work:
            years = work.fiscal_years.years()
            if not years:
                return _first(work, wanted)
            return work.fiscal_years.holding(wanted) or years[0]

    def get(self, year_id: int) -> FiscalYear:
        """Return one year.

        Raises:
            NotFoundError: ``year.missing``.
        """
        with self._units.read() as work:
            return work.fiscal_years.get(year_id)

    def named(self, label: str) -> FiscalYear:
        """Return the year that is called so, or that ends in that calendar year.

        Raises:
            NotFoundError: ``year.unknown``.
        """
        with self._units.read() as work:
            if not work.fiscal_years.years():
                first = _first(work, self._today())
                if label in {first.label, str(first.ends_on.year)}:
                    return first
            return work.fiscal_years.named(label)

    def events(self, year_id: int) -> tuple[YearEvent, ...]:
        """Return what was decided about a year, the first first."""
        with self._units.read() as work:
            return tuple(work.fiscal_years.events(year_id))

    def open(
        self, starts_on: dt.date, ends_on: dt.date, label: str = ""
    ) -> Outcome[FiscalYear]:
        """Open a year that follows the last or goes before the first, of two years at most.

        Raises:
            RuleError: ``year.days_out_of_order``, ``year.too_long``, ``year.out_of_range``,
            ``year.overlaps`` or ``year.leaves_a_gap``.
        """
        check_days(starts_on, ends_on)
        named = checked_line(label, "label", _LABEL_LIMIT) or year_label(starts_on, ends_on)
        with self._units.write("year.opened", name=named) as work:
            check_follows(starts_on, ends_on, work.fiscal_years.years())
            year_id = work.fiscal_years.add(starts_on, ends_on, named)
            year = work.fiscal_years.get(year_id)
            work.commit()
        return changed(year, Subject.FISCAL_YEARS)

    def open_next(self, ends_on: dt.date | None = None) -> Outcome[FiscalYear]:
        """Open the year after the last, of twelve months if no other end is given.

        Raises:
            RuleError: as ``open``.
        """
        with self._units.write("year.opened") as work:
            work.fiscal_years.ensure(self._today())
            starts_on, usual_end = following_year(work.fiscal_years.years()[0])
            last = ends_on or usual_end
            check_days(starts_on, last)
            work.recorder.relabel(name=year_label(starts_on, last))
            year = work.fiscal_years.get(work.fiscal_years.add(starts_on, last))
            work.commit()
        return changed(year, Subject.FISCAL_YEARS)

    def change(
        self,
        year_id: int,
        *,
        starts_on: dt.date | None = None,
        ends_on: dt.date | None = None,
        label: str | None = None,
    ) -> Outcome[FiscalYear]:
        """Give an open year other days or another name; its entries must stay within.

        The open year beside it follows: the days between them stay without a gap.

        Raises:
            RuleError: as ``open``, and ``year.is_closed``, ``year.leaves_entries``,
            ``year.start_is_fixed`` (an entry of it is validated), ``year.label_missing``.
            NotFoundError: ``year.missing``.
        """
        with self._units.write("year.changed") as work:
            year = work.fiscal_years.get(year_id)
            if not year.is_open:
                raise RuleError("year.is_closed", label=year.label, day=year.starts_on)
            first, last = starts_on or year.starts_on, ends_on or year.ends_on
            named = _label_of(year, label, first, last)
            work.recorder.relabel(name=named)
            moved = beside(work.fiscal_years.years(), year, first, last)
            _check_new_days(work, moved)
            # Those that become shorter first: years never overlap, not even for a moment.
            for other, starts, ends in sorted(moved, key=_is_longer):
                said = named if other.id == year_id else _label_of(other, None, starts, ends)
                values = {"starts_on": starts, "ends_on": ends, "label": said}
                work.fiscal_years.change(other.id, values)
            year = work.fiscal_years.get(year_id)
            work.commit()
        return changed(year, Subject.FISCAL_YEARS)

    def remove(self, year_id: int) -> Outcome[None]:
        """Remove the first or the last year if nothing was entered in it.

        Raises:
            RuleError: ``year.has_entries``, ``year.in_between``, ``year.is_closed``,
            ``year.in_use``, ``year.only_one``: it is changed instead.
            NotFoundError: ``year.missing``.
        """
        with self._units.write("year.removed") as work:
            year = work.fiscal_years.get(year_id)
            if not year.is_open:
                raise RuleError("year.is_closed", label=year.label, day=year.starts_on)
            if work.fiscal_years.has_entries(year_id):
                raise RuleError("year.has_entries", label=year.label)
            years = work.fiscal_years.years()
            if len(years) == 1:
                raise RuleError("year.only_one", label=year.label)
            if year not in (years[0], years[-1]):
                raise RuleError("year.in_between", label=year.label)
            work.recorder.relabel(name=year.label)
            work.fiscal_years.remove(year_id, year.label)
            work.commit()
        return changed(None, Subject.FISCAL_YEARS)


def _first(work: Work, day: dt.date) -> FiscalYear:
    """Return the year that the first entry would make."""
    profile = work.association.get()
    starts_on, ends_on = usual_year(day, profile.fiscal_year_start if profile else 1)
    return FiscalYear(0, year_label(starts_on, ends_on), starts_on, ends_on)


def _check_new_days(work: Work, moved: Sequence[MovedYear]) -> None:
    """Refuse days that years cannot have, or that would leave their entries outside."""
    touched = {year.id for year, _starts, _ends in moved}
    others = [x for x in work.fiscal_years.years() if x.id not in touched]
    for year, starts_on, ends_on in moved:
        check_days(starts_on, ends_on)
        if not year.is_open:
            raise RuleError("year.is_closed", label=year.label, day=year.starts_on)
        if starts_on != year.starts_on and work.fiscal_years.head(year.id).number:
            raise RuleError("year.start_is_fixed", field="starts_on", label=year.label)
        days = work.fiscal_years.entry_days(year.id)
        if days is not None and (days[0] < starts_on or days[1] > ends_on):
            first, last = days
            raise RuleError("year.leaves_entries", field="ends_on", first=first, last=last)
    first = min(starts for _year, starts, _ends in moved)
    check_follows(first, max(ends for _year, _starts, ends in moved), others)


def _is_longer(moved: MovedYear) -> bool:
    year, starts_on, ends_on = moved
    return starts_on < year.starts_on or ends_on > year.ends_on


def _label_of(year: FiscalYear, label: str | None, starts_on: dt.date, ends_on: dt.date) -> str:
    """Return the name of a changed year: as typed, or after its days if it was so before."""
    if label is not None:
        named = checked_line(label, "label", _LABEL_LIMIT)
        if not named:
            raise RuleError("year.label_missing", field="label")
        return named
    was_usual = year.label == year_label(year.starts_on, year.ends_on)
    return year_label(starts_on, ends_on) if was_usual else year.label
