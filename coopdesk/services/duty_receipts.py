"""Duties around tax receipts: issue those that are ready, declare the gifts of a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.declarations import due_on
from coopdesk.domain.duties import Duty, DutyState
from coopdesk.domain.receipts import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopdesk.domain.home import ReceiptCounts
    from coopdesk.services.duty_desk import DutyDesk
    from coopdesk.services.receipt_counts import ReceiptCounter

_PAGE = "receipts"
_YEARS_BACK = 2


def receipt_duties(counter: ReceiptCounter, year: int) -> Iterator[Duty]:
    """Yield the receipts to issue: of the year before, and once those are out of this one."""
    before = list(_receipts(year - 1, counter.of(year - 1), DutyState.SOON))
    yield from before or _receipts(year, counter.of(year), DutyState.LATER)


def _receipts(year: int, counts: ReceiptCounts, state: DutyState) -> Iterator[Duty]:
    found: tuple[tuple[str, int, dict[str, object], Verdict], ...] = (
        ("receipts.issue", counts.ready, {"amount": counts.ready_total}, Verdict.READY),
        ("receipts.blocked", counts.blocked, {}, Verdict.BLOCKED),
    )
    for code, count, more, verdict in found:
        if count:
            values: dict[str, object] = {"year": year, "count": count, **more}
            target = ("year", year, verdict.value)
            yield Duty(code, state, str(year), values=values, page=_PAGE, target=target)


def declaration_duties(desk: DutyDesk) -> Iterator[Duty]:
    """Yield the yearly declarations of gifts that were not filed (RF-40 to RF-42)."""
    for year in desk.years_over(_YEARS_BACK):
        filed = desk.work.declarations.filing(year.year)
        if filed is None and desk.work.declarations.is_due(year):
            yield Duty(
                "receipts.declare",
                DutyState.SOON,
                str(year.year),
                due_on(year, desk.figures),
                {"year": year.year},
                page=_PAGE,
                target=("declaration", year.year),
            )
