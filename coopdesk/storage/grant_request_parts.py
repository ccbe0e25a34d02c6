"""Read and write what belongs to one request: its instalments, eligible costs and report."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from coopdesk.domain.grant_requests import (
    EligibleCost,
    GrantReport,
    Instalment,
    NewInstalment,
)
from coopdesk.domain.money import Money
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import (
    GrantEligibleCostRow,
    GrantInstalmentRow,
    GrantReportRow,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, Row, Select, Table

    from coopdesk.storage.recorder import Recorder

_cost = table_of(GrantEligibleCostRow)
_instalment = table_of(GrantInstalmentRow)
_report = table_of(GrantReportRow)
_PARTS = (_cost, _instalment, _report)


class GrantRequestParts:
    """The parts of requests of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def set_instalments(self, request_id: int, new: Sequence[NewInstalment]) -> None:
        """Store the planned parts of a request in place of those it had, in their order."""
        known = self._ids(_instalment, request_id)
        rows = [
            {
                "grant_request_id": request_id,
                "position": position,
                "label": one.label,
                "amount_cents": one.amount.cents,
                "expected_on": one.expected_on,
                "needs": one.needs,
            }
            for position, one in enumerate(new, start=1)
        ]
        # Those that stay keep their ids: what is open on the screen stays chosen.
        kept = dict(zip(known, rows, strict=False))
        self._recorder.update_many(_instalment, kept)
        self._recorder.delete_many(_instalment, known[len(rows) :])
        self._recorder.insert_many(_instalment, rows[len(known) :])

    def set_eligible(self, request_id: int, new: Sequence[EligibleCost]) -> None:
        """Store what a funder pays for in place of what was told."""
        self._recorder.delete_many(_cost, self._ids(_cost, request_id))
        rows = [
            {
                "grant_request_id": request_id,
                "line": one.line,
                "rate": one.rate,
                "ceiling_cents": None if one.ceiling is None else one.ceiling.cents,
            }
            for one in new
        ]
        self._recorder.insert_many(_cost, rows)

    def write_report(self, request_id: int, report: GrantReport) -> None:
        """Store the words of a report in place of what they were."""
        known = self._ids(_report, request_id)
        values = {"grant_request_id": request_id, **asdict(report)}
        if known:
            self._recorder.update(_report, known[0], values)
        else:
            self._recorder.insert(_report, values)

    def remove_all(self, request_id: int) -> None:
        """Delete the parts of a request that is about to go."""
        for table in _PARTS:
            self._recorder.delete_many(table, self._ids(table, request_id))

    def instalments(self, request_id: int | None = None) -> dict[int, list[Instalment]]:
        """Return the planned parts by request, in their order."""
        found: dict[int, list[Instalment]] = defaultdict(list)
        query = _of(select(_instalment), _instalment, request_id)
        ordered = query.order_by(_instalment.c.position, _instalment.c.id)
        for row in self._connection.execute(ordered):
            money = Money(row.amount_cents)
            content = NewInstalment(row.label, money, row.expected_on, row.needs)
            found[row.grant_request_id].append(Instalment(row.id, content))
        return found

    def eligible(self, request_id: int | None = None) -> dict[int, list[EligibleCost]]:
        """Return what funders pay for by request, in the order of the lines."""
        found: dict[int, list[EligibleCost]] = defaultdict(list)
        query = _of(select(_cost), _cost, request_id).order_by(_cost.c.line)
        for row in self._connection.execute(query):
            ceiling = None if row.ceiling_cents is None else Money(row.ceiling_cents)
            found[row.grant_request_id].append(EligibleCost(row.line, row.rate, ceiling))
        return found

    def reports(self, request_id: int | None = None) -> dict[int, GrantReport]:
        """Return the words of reports by request; those not begun are left out."""
        query = _of(select(_report), _report, request_id)
        rows = self._connection.execute(query)
        return {row.grant_request_id: _to_report(row) for row in rows}

    def _ids(self, table: Table, request_id: int) -> list[int]:
        query = _of(select(table.c.id), table, request_id).order_by(table.c.id)
        return list(self._connection.execute(query).scalars())


def _of(query: Select[Any], table: Table, request_id: int | None) -> Select[Any]:
    if request_id is None:
        return query
    return query.where(table.c.grant_request_id == request_id)


def _to_report(row: Row[Any]) -> GrantReport:
    return GrantReport(**{one.name: getattr(row, one.name) for one in fields(GrantReport)})
