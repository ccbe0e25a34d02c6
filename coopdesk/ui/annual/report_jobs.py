"""The report of a year as files to write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.ui.file_writing import FileJob
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from pathlib import Path

    from coopdesk.services.progress import Progress
    from coopdesk.services.registry import Services


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
