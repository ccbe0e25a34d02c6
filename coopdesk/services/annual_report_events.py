"""Read the events of a year for its report: who came, hours and money, as their pages say."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.annual_report_content import EventOfYear, EventsPart
from coopdesk.domain.event_days import EventFilter
from coopdesk.domain.events import EventState
from coopdesk.domain.ledgers import ReportScope
from coopdesk.domain.money import ZERO, Money
from coopdesk.wording.event_titles import event_title_text

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.events import EventLine
    from coopdesk.storage.unit_of_work import Work


def read_events(work: Work, year: int, today: dt.date) -> EventsPart:
    """Return the events that began in a calendar year, beside those of the one before."""
    now, before = _lines(work, year, today), _lines(work, year - 1, today)
    kept = [line for line in now if line.state is not EventState.CANCELLED]
    kept_before = [line for line in before if line.state is not EventState.CANCELLED]
    sums = _Sums.of(work)
    return EventsPart(
        tuple(_event(work, line, sums) for line in kept),
        tuple(_event(work, line, sums) for line in kept_before),
        cancelled=len(now) - len(kept),
    )


@dataclass(frozen=True, slots=True)
class _Sums:
    """Minutes and money of each activity, over all years: what the page of an event shows."""

    minutes: dict[int | None, int]
    income: dict[int | None, Money]
    expenses: dict[int | None, Money]

    @classmethod
    def of(cls, work: Work) -> _Sums:
        minutes: dict[int | None, int] = defaultdict(int)
        for time in work.volunteering.times():
            minutes[time.content.activity_id] += time.content.minutes
        income: dict[int | None, Money] = defaultdict(lambda: ZERO)
        expenses: dict[int | None, Money] = defaultdict(lambda: ZERO)
        accounts = work.reports.accounts()
        for year in work.fiscal_years.years():
            for (key, account), net in work.reports.activities(ReportScope(year.id)).items():
                digit = accounts[account].number[0]
                if digit == "7":
                    income[key] -= net
                elif digit == "6":
                    expenses[key] += net
        return cls(minutes, income, expenses)


def _lines(work: Work, year: int, today: dt.date) -> list[EventLine]:
    """Return the events of a year, by day; one that goes on from the last is of the last."""
    return [
        line
        for line in work.event_list.lines(EventFilter(year=year), today)
        if line.when.starts_on is not None and line.when.starts_on.year == year
    ]


def _event(work: Work, line: EventLine, sums: _Sums) -> EventOfYear:
    key = work.events.get(line.id).activity_id
    return EventOfYear(
        title=event_title_text(line.title, line.edition),
        kind=line.kind,
        when=line.when,
        registered=line.registered,
        present=line.present,
        minutes=0 if key is None else sums.minutes[key],
        income=ZERO if key is None else sums.income[key],
        expenses=ZERO if key is None else sums.expenses[key],
    )
