"""Read and write fiscal years and what was decided about them."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import func, insert, select
from sqlalchemy.exc import IntegrityError

from coopdesk.domain.errors import NotFoundError, RuleError
from coopdesk.domain.fiscal_years import (
    FiscalYear,
    YearEvent,
    YearEventKind,
    YearState,
    year_label,
)
from coopdesk.domain.money import Money
from coopdesk.domain.year_rules import usual_year
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import (
    AssociationRow,
    EntryRow,
    FiscalYearEventRow,
    FiscalYearRow,
)

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import Connection, Row

    from coopdesk.storage.recorder import Recorder

_association = table_of(AssociationRow)
_entry = table_of(EntryRow)
_event = table_of(FiscalYearEventRow)
_year = table_of(FiscalYearRow)
_RESULT = "result"


class ChainHead(NamedTuple):
    """How far the validated entries of a year are: the last number and its hash."""

    number: int
    hash: str


@dataclass(frozen=True, slots=True)
class NewYearEvent:
    """A closing, reopening or allocation to note; ``totals`` are cents by name."""

    kind: YearEventKind
    made_at: dt.datetime
    made_by: str
    reason: str
    result: Money
    totals: dict[str, int] = field(default_factory=dict)
    entry_id: int | None = None


class FiscalYearStore:
    """The fiscal years of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder
        self._known: list[FiscalYear] | None = None

    def years(self) -> list[FiscalYear]:
        """Return the years, the latest first; read once."""
        if self._known is None:
            rows = self._connection.execute(select(_year).order_by(_year.c.starts_on.desc()))
            self._known = list(map(_to_domain, rows))
        return list(self._known)

    def get(self, year_id: int) -> FiscalYear:
        """Return one year.

        Raises:
            NotFoundError: ``year.missing``, ``year.unused`` of the one (id 0) that the first
                entry will make.
        """
        for year in self.years():
            if year.id == year_id:
                return year
        if not year_id:
            raise NotFoundError("year.unused")
        raise NotFoundError("year.missing", id=year_id)

    def holding(self, day: dt.date) -> FiscalYear | None:
        """Return the year that a day lies in, None without one."""
        return next((year for year in self.years() if year.holds(day)), None)

    def named(self, label: str) -> FiscalYear:
        """Return the year that is called so, or that ends in that calendar year.

        Raises:
            NotFoundError: ``year.unknown``.
        """
        years = self.years()
        found = [x for x in years if x.label == label]
        found += [x for x in years if str(x.ends_on.year) == label]
        if not found:
            raise NotFoundError("year.unknown", label=label[:40])
        return found[0]

    def for_entry(self, day: dt.date) -> FiscalYear:
        """Return the open year that takes an entry of a day; the first one is made here.

        Raises:
            RuleError: ``year.is_closed`` with its label and the day of the first open year,
                ``year.none_holds`` when no year was opened for the day.
        """
        self.ensure(day)
        year = self.holding(day)
        if year is None:
            raise RuleError("year.none_holds", field="entry_on", day=day)
        if not year.is_open:
            raise RuleError("year.is_closed", field="entry_on", label=year.label, day=day)
        return year

    def first_open_after(self, day: dt.date) -> FiscalYear | None:
        """Return the first open year that begins after a day, None without one."""
        later = [x for x in self.years() if x.is_open and x.starts_on > day]
        return later[-1] if later else None

    def ensure(self, day: dt.date) -> None:
        """Make the first year, if there is none: the twelve months that hold a day.

        It belongs to the file, not to the command that needs it first: undoing leaves it.
        """
        if self.years():
            return
        query = select(_association.c.fiscal_year_start)
        month = self._connection.execute(query).scalar() or 1
        starts_on, ends_on = usual_year(day, month)
        values = _columns_of(starts_on, ends_on, year_label(starts_on, ends_on))
        self._connection.execute(insert(_year).values(values))
        self._known = None

    def add(self, starts_on: dt.date, ends_on: dt.date, label: str = "") -> int:
        """Store a year and return its id; without a label it is called after its days."""
        self._known = None
        named = label or year_label(starts_on, ends_on)
        return self._recorder.insert(_year, _columns_of(starts_on, ends_on, named))

    def change(self, year_id: int, values: dict[str, Any]) -> bool:
        """Change columns of a year; return whether anything differed."""
        self._known = None
        return self._recorder.update(_year, year_id, values)

    def set_state(self, year_id: int, state: YearState) -> bool:
        """Close or reopen a year, after the event that says so; return whether it differed."""
        return self.change(year_id, {"state": state.value})

    def remove(self, year_id: int, label: str) -> None:
        """Delete a year that nothing names.

        Raises:
            RuleError: ``year.in_use`` when a budget or a fund rests on it.
        """
        self._known = None
        self._recorder.touch(_year)
        try:
            with self._connection.begin_nested():
                self._recorder.delete(_year, year_id)
        except IntegrityError as error:
            raise RuleError("year.in_use", label=label) from error

    def has_entries(self, year_id: int) -> bool:
        """Tell whether a year has entries, drafts included."""
        query = select(_entry.c.id).where(_entry.c.fiscal_year_id == year_id).limit(1)
        return self._connection.execute(query).first() is not None

    def entry_days(self, year_id: int) -> tuple[dt.date, dt.date] | None:
        """Return the first and the last day with an entry, None without entries."""
        query = select(func.min(_entry.c.entry_on), func.max(_entry.c.entry_on))
        first, last = self._connection.execute(
            query.where(_entry.c.fiscal_year_id == year_id)
        ).one()
        return None if first is None else (first, last)

    def head(self, year_id: int) -> ChainHead:
        """Return how far the chain of a year is; number 0 and no hash before the first."""
        query = (
            select(_entry.c.number, _entry.c.hash)
            .where(_entry.c.fiscal_year_id == year_id, _entry.c.number.is_not(None))
            .order_by(_entry.c.number.desc())
            .limit(1)
        )
        row = self._connection.execute(query).first()
        return ChainHead(row.number, row.hash) if row else ChainHead(0, "")

    def add_event(self, year_id: int, new: NewYearEvent) -> int:
        """Note for ever what was decided, with the head of the chain now; return its id."""
        head = self.head(year_id)
        values = {
            "fiscal_year_id": year_id,
            "kind": new.kind.value,
            "made_at": new.made_at,
            "made_by": new.made_by,
            "reason": new.reason,
            "entry_count": head.number,
            "head_hash": head.hash,
            "totals": json.dumps({**new.totals, _RESULT: new.result.cents}),
            "entry_id": new.entry_id,
        }
        return self._recorder.insert(_event, values)

    def events(self, year_id: int) -> list[YearEvent]:
        """Return what was decided about a year, the first first."""
        query = select(_event).where(_event.c.fiscal_year_id == year_id).order_by(_event.c.id)
        return [_to_event(row) for row in self._connection.execute(query)]


def _columns_of(starts_on: dt.date, ends_on: dt.date, label: str) -> dict[str, Any]:
    return {
        "label": label,
        "starts_on": starts_on,
        "ends_on": ends_on,
        "state": YearState.OPEN.value,
    }


def _to_domain(row: Row[Any]) -> FiscalYear:
    return FiscalYear(row.id, row.label, row.starts_on, row.ends_on, YearState(row.state))


def _to_event(row: Row[Any]) -> YearEvent:
    return YearEvent(
        id=row.id,
        fiscal_year_id=row.fiscal_year_id,
        kind=YearEventKind(row.kind),
        made_at=row.made_at,
        made_by=row.made_by,
        reason=row.reason,
        entry_count=row.entry_count,
        head_hash=row.head_hash,
        result=Money(json.loads(row.totals).get(_RESULT, 0)),
        entry_id=row.entry_id,
    )
