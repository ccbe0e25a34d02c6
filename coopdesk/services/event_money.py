"""Use cases around the money of events: what each earned and cost, tied to the books."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.budgets import compared, planned_by_account
from coopdesk.domain.event_money import (
    TO_SORT,
    EventGrant,
    EventResult,
    GivenInKind,
    MoneyLine,
    Unbooked,
    YearMoney,
    by_account,
)
from coopdesk.domain.ledgers import ReportScope
from coopdesk.domain.money import ZERO, Money, total
from coopdesk.services.booking_run import BookingRun

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from coopdesk.domain.book_papers import BookLine
    from coopdesk.domain.booking_plan import PlannedStep
    from coopdesk.domain.budgets import BudgetRow
    from coopdesk.domain.entries import NewEntry
    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.storage.unit_of_work import Units, Work

_PAGE = 400  # far below the number of parameters that SQLite takes in one statement
# Classes of which a credit is what came, and those of which a debit is what was spent.
_CREDITED = ("7", "87")


class EventMoneyService:
    """What events earn and cost."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def result(self, event_id: int) -> EventResult:
        """Return the money of an event over all fiscal years, drafts included.

        Raises:
            NotFoundError: ``event.missing``.
        """
        with self._units.read() as work:
            return read_result(work, event_id, self._today())


def read_result(work: Work, event_id: int, today: dt.date) -> EventResult:
    """Return the money of an event within one unit of work; raises NotFoundError."""
    event = work.events.get(event_id)
    left = [party.left for party in work.parties.of_event(event_id)]
    due, overpaid = (
        total(each for each in left if each > ZERO),
        -total(each for each in left if each < ZERO),
    )
    activity_id = event.activity_id
    if activity_id is None:
        return EventResult(event_id, None, due=due, overpaid=overpaid)
    lines = list(_lines(work, activity_id))
    budget_names, budget = _budget(work, activity_id, lines)
    return EventResult(
        event_id,
        activity_id,
        activity=work.activities.get(activity_id).name,
        income=by_account(lines, "7"),
        expenses=by_account(lines, "6"),
        used=by_account(lines, "86"),
        given=by_account(lines, "87"),
        to_sort=by_account(lines, TO_SORT),
        years=_years(work, lines),
        grants=_grants(work, activity_id),
        unbooked=tuple(_unbooked(work, activity_id, lines, today)),
        in_kind=_in_kind(work, activity_id),
        budget=budget,
        budget_names=budget_names,
        due=due,
        overpaid=overpaid,
    )


def _lines(work: Work, activity_id: int) -> Iterator[MoneyLine]:
    """Read the lines of an activity that make its result, the oldest year first."""
    for year in sorted(work.fiscal_years.years(), key=lambda year: year.starts_on):
        scope = ReportScope(year.id, activity_id)
        for beginning in ("6", "7", "8", TO_SORT):
            ids = work.book_lines.in_ledger(scope, beginning)
            for start in range(0, len(ids), _PAGE):
                for line in work.book_lines.lines(ids[start : start + _PAGE]):
                    yield _money_line(line, year)


def _money_line(line: BookLine, year: FiscalYear) -> MoneyLine:
    signed = line.debit - line.credit
    return MoneyLine(
        line_id=line.line_id,
        entry_id=line.entry_id,
        fiscal_year=year.label,
        number=line.number,
        entry_on=line.entry_on,
        account=line.account,
        account_label=line.account_label,
        label=line.label,
        party=line.party,
        voucher=line.voucher_ref,
        amount=-signed if line.account.startswith(_CREDITED) else signed,
    )


def _years(work: Work, lines: Sequence[MoneyLine]) -> tuple[YearMoney, ...]:
    found = []
    for year in sorted(work.fiscal_years.years(), key=lambda year: year.starts_on):
        of_year = [line for line in lines if line.fiscal_year == year.label]
        if any(line.account[0] in "67" for line in of_year):
            sums = (_sum(of_year, digit) for digit in "76")
            found.append(YearMoney(year.id, year.label, *sums))
    return tuple(found)


def _sum(lines: Iterable[MoneyLine], digit: str) -> Money:
    return total(line.amount for line in lines if line.account.startswith(digit))


def _grants(work: Work, activity_id: int) -> tuple[EventGrant, ...]:
    return tuple(
        EventGrant(
            award.id, award.content.title, award.funder_name, award.content.amount, award.paid
        )
        for award in work.grants.all()
        if award.content.activity_id == activity_id
    )


def _in_kind(work: Work, activity_id: int) -> GivenInKind:
    times = [x for x in work.volunteering.times() if x.content.activity_id == activity_id]
    things = work.volunteering.contributions()
    return GivenInKind(
        sum(one.content.minutes for one in times),
        total(one.value for one in times),
        total(x.content.amount for x in things if x.content.activity_id == activity_id),
    )


def _budget(
    work: Work, activity_id: int, lines: Sequence[MoneyLine]
) -> tuple[tuple[str, ...], tuple[BudgetRow, ...]]:
    """Set what the budgets of all years plan for an activity against what came."""
    names, planned = [], []
    for year in work.fiscal_years.years():
        version = next(iter(work.budgets.versions(year.id)), None)
        if version is None:
            continue
        of_event = [
            line.content
            for line in work.budgets.lines(version.id)
            if line.content.activity_id == activity_id
        ]
        if of_event:
            names.append(f"{version.content.name} ({year.label})")
            planned += of_event
    balances: dict[str, Money] = {}
    for line in lines:
        signed = -line.amount if line.account.startswith(_CREDITED) else line.amount
        balances[line.account] = balances.get(line.account, ZERO) + signed
    labels = {number: one.label for number, one in work.chart.by_number().items()}
    return tuple(names), compared(planned_by_account(planned), balances, labels)


def _unbooked(
    work: Work, activity_id: int, lines: Sequence[MoneyLine], today: dt.date
) -> Iterator[Unbooked]:
    """Tell by how much entries that wait to be prepared will change income and expenses."""
    sources = {one.key: one for one in work.event_money.sources(activity_id)}
    living = work.booking.living()
    # Also what the books still hold of payments that say otherwise by now, or are gone.
    held = {line.entry_id for line in lines}
    named = sources.keys() | {one.key for one in living if one.id in held}
    run = BookingRun(work, today)
    steps = [step for step in run.plan().steps if step.key in named]
    entries = run.entries(steps)
    for step in steps:
        change = _change(work, step, entries.get(step.key), activity_id)
        if change is not None:
            yield change
    settled = {step.key for step in steps} | {one.key for one in living}
    for key, one in sources.items():
        if key not in settled:
            income, expense = (one.amount, ZERO) if one.comes_in else (ZERO, one.amount)
            named_by = _named(key)
            yield Unbooked(one.day, one.label, income, expense, *named_by, is_left_out=True)


def _change(
    work: Work, step: PlannedStep, entry: NewEntry | None, activity_id: int
) -> Unbooked | None:
    """Return what a step changes for an activity, None where that is nothing."""
    going = [*step.drops, *step.reverses, *([step.renews] if step.renews else [])]
    gone = [one.content for one in work.entries.get_many(going)]
    had = [_of_activity(one, activity_id) for one in gone]
    has = _of_activity(entry, activity_id)
    income = has[0] - total(before for before, _ in had)
    expense = has[1] - total(before for _, before in had)
    if not income and not expense:
        return None
    [shown, *_others] = [entry, *gone] if entry else gone
    return Unbooked(shown.entry_on, shown.label, income, expense, *_named(step.key))


def _of_activity(entry: NewEntry | None, activity_id: int) -> tuple[Money, Money]:
    """Return what an entry brings and costs an activity; what is to be sorted costs."""
    sums = {"7": ZERO, "6": ZERO, TO_SORT: ZERO}
    for line in entry.lines if entry else ():
        for beginning in sums:
            if line.activity_id == activity_id and line.account.startswith(beginning):
                sums[beginning] += line.debit - line.credit
    return -sums["7"], sums["6"] + sums[TO_SORT]


def _named(key: int) -> tuple[int | None, int | None]:
    """Return the id of a payment, or that of a gift."""
    return (key, None) if key > 0 else (None, -key)
