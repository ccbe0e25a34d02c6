"""The workbook for the board as a file to write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.ui.file_writing import FileJob
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from pathlib import Path

    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.services.progress import Progress
    from coopdesk.services.registry import Services


def workbook_job(services: Services, year: FiscalYear) -> FileJob:
    """Return the workbook of a fiscal year; the services are asked on the worker."""

    def write(path: Path, progress: Progress) -> Path:
        return services.workbooks.write_board(year, path, progress)

    return FileJob(
        title=_("Workbook for the board, {year}").format(year=year.label),
        name=_("accounts-{year}").format(year=year.label) + ".xlsx",
        kind=_("Excel workbook"),
        write=write,
    )
