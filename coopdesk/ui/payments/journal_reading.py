"""What the journal shows of a year, read at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.payments import Direction, PaymentFilter, PaymentState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.services.payments import PaymentService

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class JournalReading:
    """The lines of a filter with their totals, and the figures of the whole year."""

    ids: list[int]
    income: Money
    expense: Money
    year_income: Money
    year_expense: Money
    waiting: int
    dismissed: int
    years: tuple[int, ...]


def read_journal(service: PaymentService, wanted: PaymentFilter) -> JournalReading:
    """Read what a filter shows, of a year or of them all; runs on the worker."""
    whole = PaymentFilter(year=wanted.year, state=PaymentState.RECEIVED)
    income, expense = service.totals(wanted)
    year_income, year_expense = service.totals(whole)
    return JournalReading(
        ids=service.ids(wanted),
        income=income,
        expense=expense,
        year_income=year_income,
        year_expense=year_expense,
        waiting=len(service.ids(replace(whole, state=PaymentState.TO_CHECK))),
        dismissed=len(service.ids(replace(whole, state=PaymentState.DISMISSED))),
        years=tuple(service.years()),
    )


def sums_of(service: PaymentService, ids: Sequence[int]) -> tuple[Money, Money]:
    """Add up chosen lines, in and out; runs on the worker."""
    income, expense = ZERO, ZERO
    for start in range(0, len(ids), _CHUNK):
        for line in service.lines(ids[start : start + _CHUNK]):
            if line.direction is Direction.IN:
                income += line.amount
            else:
                expense += line.amount
    return income, expense


def line_of(service: PaymentService, wanted: PaymentFilter, payment_id: int) -> int | None:
    """Return the first line of a payment among those of a filter; runs on the worker."""
    ids = service.ids(wanted)
    for start in range(0, len(ids), _CHUNK):
        for line in service.lines(ids[start : start + _CHUNK]):
            if line.payment_id == payment_id:
                return line.id
    return None
