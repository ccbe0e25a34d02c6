"""The papers of groups: which one is asked for, and where it goes."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.domain.groups import GroupKind
from coopdesk.ui.file_writing import FileJob, FileWriting, name_after
from coopdesk.ui.page import Role
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.count_edit import CountEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.groups import GroupLine
    from coopdesk.services.progress import Progress
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk

_OLDEST = 1901


class Paper(enum.Enum):
    """What can be printed or written of a group, or of a year."""

    SHEET = "sheet"
    TABLE = "table"
    DIRECTORY = "directory"
    WORKBOOK = "workbook"
    YEAR_TEXT = "year_text"
    YEAR_PDF = "year_pdf"


@dataclass(frozen=True, slots=True)
class PaperKind:
    """A paper in words: its name, its file and what kind that is."""

    name: str
    file: str
    suffix: str
    kind: str


PAPERS = {
    Paper.SHEET: PaperKind(N_("Sheet of the group"), N_("group-sheet"), "pdf", N_("PDF file")),
    Paper.TABLE: PaperKind(
        N_("Table of the chantiers"), N_("programme"), "pdf", N_("PDF file")
    ),
    Paper.DIRECTORY: PaperKind(
        N_("Directory in three columns"), N_("directory"), "pdf", N_("PDF file")
    ),
    Paper.WORKBOOK: PaperKind(
        N_("Directory as a workbook"), N_("directory"), "xlsx", N_("Excel workbook")
    ),
    Paper.YEAR_TEXT: PaperKind(
        N_("Text for Word or LibreOffice (Markdown)"),
        N_("activity-report"),
        "md",
        N_("Text file"),
    ),
    Paper.YEAR_PDF: PaperKind(
        N_("Activity report on paper"), N_("activity-report"), "pdf", N_("PDF file")
    ),
}
_DIRECTORIES = (Paper.DIRECTORY, Paper.WORKBOOK)
_REPORTS = (Paper.YEAR_TEXT, Paper.YEAR_PDF)


@dataclass(frozen=True, slots=True)
class Asked:
    """The paper, and the year of a report."""

    paper: Paper
    year: int = 0


class PaperDialog(FormDialog):
    """One of a few papers; of a report, the year too. Gives an ``Asked``."""

    def __init__(
        self, title: str, papers: Sequence[Paper], year: int | None, parent: QWidget
    ) -> None:
        super().__init__(title, _("Write the file…"), parent)
        form = self.form
        self.year = form.add("year", _("Year"), CountEdit(), required=True)
        form.fields["year"].setVisible(year is not None)
        self.year.set_count(year)
        self._last = year
        choices = [(paper, _(PAPERS[paper].name)) for paper in papers]
        self.paper: ChoiceBox[Paper] = form.add("paper", _("What"), ChoiceBox(choices))
        form.is_dirty = False
        (self.paper if year is None else self.year).setFocus()

    @override
    def read(self) -> Asked:
        if self._last is None:
            return Asked(self.paper.value)
        year = self.year.count("year")
        if year is None or not _OLDEST <= year <= self._last + 1:
            raise RuleError("year.wrong", field="year")
        return Asked(self.paper.value, year)


class GroupPapers(QObject):
    """Asks which paper of the chosen group is wanted, and writes it."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._chosen: int | None = None
        self._name = ""
        self.dialog: PaperDialog | None = None
        self.writing = FileWriting(desk, page, "groups")
        make = self._make
        self.print_action = make(_("Sheet…"), "printer", self._on_print, Role.PRINT.value)
        self.export_action = make(
            _("Directory of the structures…"), "export", self._on_export, Role.EXPORT.value
        )
        self.table_action = make(_("Table of the chantiers…"), "table", self._on_table)
        self.report_action = make(_("Activity report of a year…"), "article", self._on_report)

    def _make(
        self, text: str, icon_name: str, slot: Callable[[], None], keys: str = ""
    ) -> QAction:
        action = make_step(self, text, icon_name)
        if keys:
            action.setProperty("keys", keys)
        action.triggered.connect(slot)
        return action

    def choose(self, line: GroupLine | None) -> None:
        """Say which group the papers are of."""
        self._chosen = line.id if line is not None else None
        self._name = line.name if line is not None else ""
        for action in (self.print_action, self.export_action):
            action.setEnabled(line is not None)
        is_programme = line is not None and line.kind is GroupKind.PROGRAMME
        self.table_action.setEnabled(is_programme)

    @Slot()
    def _on_print(self) -> None:
        self.write(Asked(Paper.SHEET))

    @Slot()
    def _on_table(self) -> None:
        self.write(Asked(Paper.TABLE))

    @Slot()
    def _on_export(self) -> None:
        self._ask(_("Directory of the structures"), _DIRECTORIES, None)

    @Slot()
    def _on_report(self) -> None:
        self._ask(_("Activity report of a year"), _REPORTS, self._desk.today().year)

    def _ask(self, title: str, papers: Sequence[Paper], year: int | None) -> None:
        if self.dialog is None:
            self.dialog = dialog = PaperDialog(title, papers, year, self._page.window())
            dialog.submitted.connect(self._on_asked)
            dialog.finished.connect(self._on_finished)
            dialog.open()

    @Slot(object)
    def _on_asked(self, asked: Asked) -> None:
        if self.dialog is not None:
            self.dialog.saved()
        self.write(asked)

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None

    def write(self, asked: Asked) -> None:
        """Ask where a paper goes, and write it."""
        key = asked.year or self._chosen
        if key is None:
            return
        kind = PAPERS[asked.paper]
        stem = _(kind.file)
        name = f"{stem}-{asked.year}" if asked.year else name_after(stem, self._name)
        write = partial(_write, self._desk.services, asked.paper, key)
        self.writing.ask(FileJob(_(kind.name), f"{name}.{kind.suffix}", _(kind.kind), write))


def _write(services: Services, paper: Paper, key: int, path: Path, _progress: Progress) -> Path:
    """Write a paper of a group or of a year; runs on the worker."""
    papers = services.group_papers
    draw: dict[Paper, Callable[[int], bytes | str]] = {
        Paper.SHEET: papers.sheet_pdf,
        Paper.TABLE: papers.programme_pdf,
        Paper.DIRECTORY: papers.directory_pdf,
        Paper.WORKBOOK: papers.directory_workbook,
        Paper.YEAR_TEXT: papers.activity_report_markdown,
        Paper.YEAR_PDF: papers.activity_report_pdf,
    }
    return papers.save(path, draw[paper](key))
