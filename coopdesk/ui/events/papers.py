"""The papers and files of an event: which one is asked for, and where it goes."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from typing_extensions import override

from coopdesk.ui.events.targets import Part
from coopdesk.ui.file_writing import FileJob, FileWriting, name_after
from coopdesk.ui.page import Role
from coopdesk.ui.widgets.asking import Asker
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from coopdesk.services.progress import Progress
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk

_FOLDER = "events"


class Paper(enum.Enum):
    """What can be printed or written of an event."""

    ATTENDANCE = "attendance"
    BADGES = "badges"
    SHEET = "sheet"
    REPORT = "report"
    WORKBOOK = "workbook"
    CALENDAR = "calendar"
    MARKDOWN = "markdown"


@dataclass(frozen=True, slots=True)
class PaperKind:
    """A paper in words: its name, what is said of it, its file and what kind that is."""

    name: str
    hint: str
    file: str
    kind: str


PAPERS = {
    Paper.ATTENDANCE: PaperKind(
        N_("Attendance sheet to sign"),
        N_("A column for each session; those who wait stand at the end."),
        N_("attendance") + ".pdf",
        N_("PDF file"),
    ),
    Paper.BADGES: PaperKind(
        N_("Badges"),
        N_("The name and a code that the check-in page scans."),
        N_("badges") + ".pdf",
        N_("PDF file"),
    ),
    Paper.SHEET: PaperKind(
        N_("One-page sheet with the money"),
        N_("What it was, who came, what it earned and cost."),
        N_("event-sheet") + ".pdf",
        N_("PDF file"),
    ),
    Paper.REPORT: PaperKind(
        N_("Report of the event, on paper"),
        N_("What was said, asked and decided."),
        N_("report-of-the-event") + ".pdf",
        N_("PDF file"),
    ),
    Paper.WORKBOOK: PaperKind(
        N_("Workbook of the event"),
        N_("Registrations, programme, money: one sheet each."),
        N_("event") + ".xlsx",
        N_("Excel workbook"),
    ),
    Paper.CALENDAR: PaperKind(
        N_("Calendar file (iCalendar)"),
        N_("For the calendars of telephones and of other programs."),
        N_("event") + ".ics",
        N_("Calendar file"),
    ),
    Paper.MARKDOWN: PaperKind(
        N_("Report as text (Markdown)"),
        N_("To be pasted into a site or a word processor."),
        N_("report-of-the-event") + ".md",
        N_("Text file"),
    ),
}
_PRINTED = (Paper.ATTENDANCE, Paper.BADGES, Paper.SHEET, Paper.REPORT)
_EXPORTED = (Paper.WORKBOOK, Paper.CALENDAR, Paper.MARKDOWN)
# What is offered first from a part of the event.
_OF_PART = {
    Part.REPORT: frozenset({Paper.REPORT, Paper.MARKDOWN}),
    Part.MONEY: frozenset({Paper.SHEET}),
}
# These are for programs, not for people: they do not open by themselves.
_CLOSED = frozenset({Paper.CALENDAR, Paper.MARKDOWN})


class PaperDialog(FormDialog):
    """One of the papers; what it is stands beneath."""

    def __init__(self, title: str, papers: Sequence[Paper], parent: QWidget) -> None:
        super().__init__(title, _("Write the file…"), parent)
        choices = [(paper, _(PAPERS[paper].name)) for paper in papers]
        self.paper: ChoiceBox[Paper] = self.form.add("paper", _("What"), ChoiceBox(choices))
        self.hint = plain_label("", "small", wrap=True)
        self.form.add_widget(self.hint)
        self.paper.currentIndexChanged.connect(self._follow)
        self._follow()
        self.paper.setFocus()

    @Slot()
    def _follow(self) -> None:
        self.hint.setText(_(PAPERS[self.paper.value].hint))

    @override
    def read(self) -> Paper:
        return self.paper.value


class EventPapers(QObject):
    """Asks which paper of the chosen event is wanted, and writes it."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._chosen: int | None = None
        self._title = ""
        self._part = Part.SHEET
        self.dialog: PaperDialog | None = None
        self.writing = FileWriting(desk, page, _FOLDER)
        self.asker = Asker(desk, page)
        self.print_action = self._make(_("Print…"), "printer", self._on_print, Role.PRINT)
        self.export_action = self._make(_("Export…"), "export", self._on_export, Role.EXPORT)
        self.actions = (self.print_action, self.export_action)
        self.rare_actions: tuple[QAction, ...] = ()

    def _make(self, text: str, icon_name: str, slot: Callable[[], None], role: Role) -> QAction:
        action = make_step(self, text, icon_name)
        action.setProperty("keys", role.value)
        action.triggered.connect(slot)
        return action

    def choose(self, event_id: int | None, title: str = "") -> None:
        """Say which event the papers are of."""
        self._chosen = event_id
        self._title = title
        for action in self.actions:
            action.setEnabled(event_id is not None)

    def follow(self, part: Part) -> None:
        """Say which part of the event is looked at: its own paper is offered first."""
        self._part = part

    @Slot()
    def _on_print(self) -> None:
        self._ask(_("Print for the event"), _PRINTED)

    @Slot()
    def _on_export(self) -> None:
        self._ask(_("Export the event"), _EXPORTED)

    def _ask(self, title: str, papers: Sequence[Paper]) -> None:
        if self.dialog is None:
            self.dialog = dialog = PaperDialog(title, papers, self._page.window())
            for paper in papers:
                if paper in _OF_PART.get(self._part, ()):
                    dialog.paper.choose(paper)
            dialog.submitted.connect(self._on_chosen)
            dialog.finished.connect(self._on_finished)
            dialog.open()

    @Slot(object)
    def _on_chosen(self, paper: Paper) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        self.write(paper)

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None

    def write(self, paper: Paper) -> None:
        """Ask where a paper of the event goes, and write it."""
        if self._chosen is None:
            return
        kind = PAPERS[paper]
        write = partial(_write, self._desk.services, paper, self._chosen)
        stem, _dot, suffix = kind.file.rpartition(".")
        stem = _(stem)
        self.writing.ask(
            FileJob(
                _(kind.name),
                f"{name_after(stem, self._title)}.{suffix}",
                _(kind.kind),
                write,
                opens=paper not in _CLOSED,
            )
        )


def _write(
    services: Services, paper: Paper, event_id: int, path: Path, _progress: Progress
) -> Path:
    """Write a paper; runs on the worker."""
    from coopdesk.services.saving import save

    return save(path, _content(services, paper, event_id))


def _content(services: Services, paper: Paper, event_id: int) -> bytes:
    papers = services.event_papers
    makers: dict[Paper, Callable[[], bytes]] = {
        Paper.ATTENDANCE: partial(papers.attendance, event_id),
        Paper.BADGES: partial(papers.badges, event_id),
        Paper.SHEET: partial(papers.sheet_pdf, event_id),
        Paper.REPORT: partial(papers.report_pdf, event_id),
        Paper.WORKBOOK: partial(papers.workbook, event_id),
        Paper.CALENDAR: partial(services.event_calendar.ics, [event_id]),
    }
    if paper is Paper.MARKDOWN:
        return papers.report_markdown(event_id).encode()
    return makers[paper]()
