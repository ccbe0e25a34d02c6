"""What the worker does for the assistant: read, keep and draw the report, write its files.

Its service is asked for here alone: with it come the libraries that draw, which take a moment.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.annual_reports import ReportBlock
from coopdesk.ui.file_writing import FileJob
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from pathlib import Path

    from coopdesk.domain.annual_report_content import AnnualReportContent
    from coopdesk.domain.annual_reports import AnnualReport
    from coopdesk.services.outcome import Outcome
    from coopdesk.services.progress import Progress
    from coopdesk.services.registry import Services


def read_kept(services: Services, year: int) -> tuple[list[int], AnnualReport]:
    """Return the years to offer, and what is kept of one."""
    return services.annual_reports.offered(), services.annual_reports.get(year)


def read_content(services: Services, year: int) -> AnnualReportContent:
    """Return the figures of every part; raises RuleError ``paper.no_association``."""
    return services.annual_reports.gather(year, tuple(ReportBlock))


def keep_report(services: Services, report: AnnualReport) -> Outcome[AnnualReport]:
    """Keep what is typed; raises RuleError and FieldErrors."""
    return services.annual_reports.keep(report)


def draw_preview(
    services: Services, content: AnnualReportContent, report: AnnualReport
) -> bytes:
    """Draw the report as it is typed; raises RuleError."""
    return services.annual_reports.preview(content, report)


def report_job(services: Services, year: int, suffix: str) -> FileJob:
    """Return the report of a year as a ``pdf`` or a ``xlsx``, of what is kept by then."""

    def write(path: Path, progress: Progress) -> Path:
        return services.annual_reports.write(year, path, progress=progress)

    is_paper = suffix == "pdf"
    return FileJob(
        title=_("Report of the year {year}").format(year=year),
        name=_("annual-report-{year}").format(year=year) + f".{suffix}",
        kind=_("PDF file") if is_paper else _("Excel workbook"),
        write=write,
    )
