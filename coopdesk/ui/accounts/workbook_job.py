"""The workbook for the board as a file to write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.ui.file_writing import FileJob
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from pathlib import Path

    from coopdesk.services.progress import Progress
    from coopdesk.services.registry import Services


def workbook_job(services: Services, year: int) -> FileJob:
    """Return the workbook of a year; the services are asked on the worker."""

    def write(path: Path, progress: Progress) -> Path:
        return services.workbooks.write_accounts(year, path, progress)

    return FileJob(
        title=_("Workbook for the board, {year}").format(year=year),
        name=_("accounts-{year}").format(year=year) + ".xlsx",
        kind=_("Excel workbook"),
        write=write,
    )
