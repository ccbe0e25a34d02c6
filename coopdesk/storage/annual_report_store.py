"""Read and write what is kept of reports of years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from coopdesk.domain.annual_reports import AnnualReport, ReportBlock
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import AnnualReportRow

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from coopdesk.storage.recorder import Recorder

_report = table_of(AnnualReportRow)


class AnnualReportStore:
    """Reports of years of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def get(self, year: int) -> AnnualReport | None:
        """Return what is kept of the report of a year, None where nothing is."""
        query = select(_report).where(_report.c.year == year)
        row = self._connection.execute(query).one_or_none()
        if row is None:
            return None
        codes = set(row.blocks.split())
        return AnnualReport(
            row.year,
            row.title,
            row.foreword,
            row.outlook,
            tuple(one for one in ReportBlock if one.value in codes),
        )

    def years(self) -> list[int]:
        """Return the years that something is kept of, the newest first."""
        query = select(_report.c.year).order_by(_report.c.year.desc())
        return list(self._connection.execute(query).scalars())

    def put(self, report: AnnualReport) -> bool:
        """Keep the report of a year in place of what was kept; return whether it differed."""
        values = {
            "year": report.year,
            "title": report.title,
            "foreword": report.foreword,
            "outlook": report.outlook,
            "blocks": " ".join(one.value for one in report.blocks),
        }
        query = select(_report.c.id).where(_report.c.year == report.year)
        known = self._connection.execute(query).scalar()
        if known is not None:
            return self._recorder.update(_report, known, values)
        self._recorder.insert(_report, values)
        return True
