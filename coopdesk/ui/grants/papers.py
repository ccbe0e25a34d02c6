"""The papers of grants: which one is asked for, and where it goes."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from coopdesk.ui.file_writing import FileJob, name_after
from coopdesk.wording.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coopdesk.services.progress import Progress
    from coopdesk.services.registry import Services
    from coopdesk.ui.file_writing import FileWriting


class Paper(enum.Enum):
    """What can be written of a grant."""

    APPLICATION = "application"
    APPLICATION_WORKBOOK = "application_workbook"
    REPORT = "report"
    REPORT_WORKBOOK = "report_workbook"


@dataclass(frozen=True, slots=True)
class PaperKind:
    """A paper in words: its name, the beginning of its file's name, and what file it is."""

    name: str
    file: str
    suffix: str = "pdf"


PAPERS = {
    Paper.APPLICATION: PaperKind(N_("File of the request"), N_("grant-request")),
    Paper.APPLICATION_WORKBOOK: PaperKind(
        N_("Workbook of the request"), N_("grant-request"), "xlsx"
    ),
    Paper.REPORT: PaperKind(N_("Report on the grant"), N_("grant-report")),
    Paper.REPORT_WORKBOOK: PaperKind(N_("Workbook of the report"), N_("grant-report"), "xlsx"),
}


def ask_paper(
    services: Services, writing: FileWriting, paper: Paper, request_id: int, title: str
) -> None:
    """Ask where the paper of a grant goes, and write it."""
    kind = PAPERS[paper]
    stem = _(kind.file)
    name = f"{name_after(stem, title)}.{kind.suffix}"
    said = _("PDF file") if kind.suffix == "pdf" else _("Excel workbook")
    write = partial(_write, services, paper, request_id)
    writing.ask(FileJob(_(kind.name), name, said, write))


def _write(
    services: Services, paper: Paper, request_id: int, path: Path, _progress: Progress
) -> Path:
    """Write a paper; runs on the worker."""
    papers = services.grant_papers
    draw: dict[Paper, Callable[[int], bytes]] = {
        Paper.APPLICATION: papers.application_pdf,
        Paper.APPLICATION_WORKBOOK: papers.application_workbook,
        Paper.REPORT: papers.report_pdf,
        Paper.REPORT_WORKBOOK: papers.report_workbook,
    }
    return papers.save(path, draw[paper](request_id))
