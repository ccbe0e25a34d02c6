"""The papers of partners: which one is asked for, and where it goes."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from coopdesk.ui.file_writing import FileJob, FileWriting, name_after
from coopdesk.ui.partners.letter_writing import PartnerLetterWriting
from coopdesk.wording.language import N_, _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from coopdesk.services.progress import Progress
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk


class Paper(enum.Enum):
    """What can be printed or written of a partner or an agreement."""

    SHEET = "sheet"
    CONVENTION = "convention"
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True)
class PaperKind:
    """A paper in words: its name and the beginning of its file's name."""

    name: str
    file: str


PAPERS = {
    Paper.SHEET: PaperKind(N_("Sheet of the partner"), N_("partner-sheet")),
    Paper.CONVENTION: PaperKind(N_("Convention to sign"), N_("convention")),
    Paper.SUMMARY: PaperKind(N_("Agreement on one page"), N_("agreement-summary")),
}


class PartnerPapers(QObject):
    """Writes papers; ``writing`` tells how that goes, ``letters`` writes to partners."""

    def __init__(self, desk: Desk, view: QWidget) -> None:
        super().__init__(view)
        self._desk = desk
        self.writing = FileWriting(desk, view, "partners")
        self.letters = PartnerLetterWriting(desk, view)

    def write(self, paper: Paper, key: int, name: str) -> None:
        """Ask where the paper of a record goes, and write it."""
        kind = PAPERS[paper]
        stem = _(kind.file)
        file = f"{_named(stem, name)}.pdf"
        write = partial(_write, self._desk.services, paper, key)
        self.writing.ask(FileJob(_(kind.name), file, _("PDF file"), write))

    def write_network(self, first: dt.date, last: dt.date) -> None:
        """Ask where the workbook of who took part in what goes, and write it."""
        years = str(first.year) if first.year == last.year else f"{first.year}-{last.year}"
        stem = _("network-of-partners")
        file = f"{stem}-{years}.xlsx"
        write = partial(_write_network, self._desk.services, first, last)
        self.writing.ask(FileJob(_("Network of partners"), file, _("Excel workbook"), write))


def _named(stem: str, name: str) -> str:
    """Return the name of a file; what is called a convention already is so once."""
    is_said = name.casefold().startswith(f"{stem} ")
    return name_after(stem, name[len(stem) :] if is_said else name)


def _write(services: Services, paper: Paper, key: int, path: Path, _progress: Progress) -> Path:
    """Write a paper; runs on the worker."""
    papers = services.partner_papers
    draw: dict[Paper, Callable[[int], bytes]] = {
        Paper.SHEET: papers.sheet_pdf,
        Paper.CONVENTION: papers.agreement_pdf,
        Paper.SUMMARY: papers.agreement_summary_pdf,
    }
    return papers.save(path, draw[paper](key))


def _write_network(
    services: Services, first: dt.date, last: dt.date, path: Path, _progress: Progress
) -> Path:
    papers = services.partner_papers
    return papers.save(path, papers.network_workbook(first, last))
