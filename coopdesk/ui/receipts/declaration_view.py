"""The yearly declaration of gifts: what to declare, by when, the annex, the note of filing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from coopdesk.ui.columns import Tone
from coopdesk.ui.file_writing import FileJob, FileWriting
from coopdesk.ui.receipts.declaration_columns import PartLine, part_columns
from coopdesk.ui.receipts.declared import DeclaredFigure
from coopdesk.ui.receipts.filing_dialog import FilingDialog, FilingOrder
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.widgets.action_button import ActionButton
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.file_bar import FileBar
from coopdesk.ui.widgets.key_figure import KeyFigure
from coopdesk.ui.widgets.labels import plain_label, set_plain_tooltip
from coopdesk.ui.widgets.notice import Notice
from coopdesk.ui.widgets.steps import make_step
from coopdesk.ui.widgets.year_box import YearBox
from coopdesk.wording.declarations import count_text, filing_text, left_text, parts_note
from coopdesk.wording.formats import day_long, money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from coopdesk.domain.declarations import Declaration
    from coopdesk.services.progress import Progress
    from coopdesk.services.registry import Services
    from coopdesk.ui.page import Page

_LIST_HEIGHT = 120


class _Reading(NamedTuple):
    years: list[int]
    found: Declaration


class DeclarationView(QWidget):
    """Shows a fiscal year; ``receipts_wanted`` asks for the receipts behind a figure."""

    receipts_wanted = Signal(object)  # DeclaredFigure

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._desk = page.desk
        self._service = page.desk.services.declarations
        self._found: Declaration | None = None
        self._is_brief = False
        self._is_chosen = False
        self.dialog: FilingDialog | None = None
        self._make_actions()
        self.year_box = YearBox(self._desk.today().year - 1)
        self.year_box.setAccessibleName(_("Fiscal year"))
        self.year_box.setToolTip(_("Fiscal year, called after the year in which it ends"))
        self._period = plain_label("", "muted", wrap=True)
        self.total_figure = KeyFigure(_("To declare"), opens=True)
        self.issued_figure = KeyFigure(_("Issued in the year"), opens=True)
        self.due_figure = KeyFigure(_("To be filed by"))
        self.filed_figure = KeyFigure(_("Filed on"))
        self.list = RecordList(self._desk, "declaration", part_columns(), self._lines)
        self.list.set_accessible_name(_("Figures by form and article"))
        self.list.set_empty(_empty_state())
        self.list.setMinimumHeight(_LIST_HEIGHT)
        self.notice = Notice()
        self.writing = FileWriting(self._desk, self, "declarations")
        self.file_bar = FileBar(_("Open the file"), "file-text")
        self.writing.tell_in(self.file_bar)
        self._lay_out()
        self._connect()
        self._refresh()

    def _make_actions(self) -> None:
        self.annex_action = make_step(self, _("Excel annex…"), "table")
        self.sheet_action = make_step(self, _("Closing sheet…"), "file-pdf")
        self.file_action = make_step(self, _("Note the filing…"), "check-circle")
        self.proof_action = make_step(self, _("Save the proof…"), "paperclip")
        self.primary_action = self.file_action
        self.actions_beside = (self.annex_action, self.sheet_action, self.proof_action)
        self.annex_action.triggered.connect(self._on_annex)
        self.sheet_action.triggered.connect(self._on_sheet)
        self.file_action.triggered.connect(self._on_file)
        self.proof_action.triggered.connect(self._on_proof)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.year_box)
        head.addWidget(self._period, 1)
        head.addWidget(ActionButton(self.file_action, primary=True))
        papers = QHBoxLayout()
        papers.setSpacing(8)
        for action in self.actions_beside:
            papers.addWidget(ActionButton(action))
        papers.addStretch()
        figures = QHBoxLayout()
        figures.setSpacing(8)
        for figure in self.figures:
            figures.addWidget(figure)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addLayout(figures)
        layout.addWidget(self.notice)
        layout.addLayout(papers)
        layout.addWidget(self.file_bar)
        layout.addWidget(self.list, 1)
        self.setFocusProxy(self.year_box)

    @property
    def figures(self) -> tuple[KeyFigure, ...]:
        """The figures in their order."""
        return self.total_figure, self.issued_figure, self.due_figure, self.filed_figure

    def _connect(self) -> None:
        self.year_box.year_changed.connect(self._on_year)
        self.list.record_activated.connect(self._on_part)
        self.total_figure.clicked.connect(self._on_total)
        self.issued_figure.clicked.connect(self._on_issued)

    # reading

    @Slot()
    def reload(self) -> None:
        """Read the figures of the chosen fiscal year; at first those of the last closed one."""
        year = self.year_box.year if self._is_chosen else None
        call = partial(_read, self._desk.services, year)
        self._desk.tasks.query(self, call, self._on_read, replaces="declaration")

    def _on_read(self, reading: _Reading) -> None:
        self._found = reading.found
        self.year_box.choose(reading.found.fiscal_year.year)
        self.year_box.set_years(reading.years)
        self._is_chosen = True
        self._show(reading.found)
        self._refresh()

    def _show(self, found: Declaration) -> None:
        year = found.fiscal_year
        self._period.setText(
            _("from {start} to {end}").format(
                start=day_long(year.start), end=day_long(year.end)
            )
        )
        self.total_figure.set_value(money_text(found.total), count_text(found.receipt_count))
        issued = count_text(len(found.issued_living))
        self.issued_figure.set_value(money_text(found.issued_total), issued)
        left = left_text(found, self._desk.today())
        self.due_figure.set_value(day_long(found.due_on), left)
        filed = found.filed
        shown = day_long(filed.filed_on) if filed is not None else filing_text(found)
        proof = _("with its proof") if filed is not None and filed.proof else ""
        self.filed_figure.set_value(shown, proof)
        self.list.set_ids(list(range(1, len(found.parts) + 1)))
        self._say()

    def set_brief(self, *, brief: bool) -> None:
        """Leave how it is counted to the tooltip where there is little room."""
        if brief != self._is_brief:
            self._is_brief = brief
            self._say()

    def _say(self) -> None:
        found = self._found
        if found is None:
            return
        tone, text, detail = _said(found, is_late=self._desk.today() > found.due_on)
        self.notice.say(tone, text, "" if self._is_brief else detail)
        set_plain_tooltip(self.notice, detail)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            # One notice at a time where both would leave no room for the list.
            self.notice.setHidden(self._is_brief and not self.file_bar.isHidden())
        return super().event(event)

    def _lines(self, ids: Sequence[int]) -> list[PartLine]:
        parts = self._found.parts if self._found is not None else ()
        return [PartLine(key, parts[key - 1]) for key in ids if key <= len(parts)]

    def _refresh(self) -> None:
        found = self._found
        for action in (self.annex_action, self.sheet_action):
            action.setEnabled(found is not None)
        ended = found is not None and found.fiscal_year.end < self._desk.today()
        self.file_action.setEnabled(ended)
        filed = found.filed if found is not None else None
        self.proof_action.setVisible(filed is not None and bool(filed.proof))

    # what the person does

    def show_year(self, year: int) -> None:
        """Show the declaration of a fiscal year."""
        self.year_box.choose(year)
        self._on_year(year)

    @Slot(int)
    def _on_year(self, _year: int) -> None:
        self._is_chosen = True
        self.reload()

    @Slot(object)
    def _on_part(self, number: int) -> None:
        if self._found is not None:
            part = self._found.parts[number - 1]
            self._want(DeclaredFigure(self._year, part.form, part.article))

    @Slot()
    def _on_total(self) -> None:
        self._want(DeclaredFigure(self._year))

    @Slot()
    def _on_issued(self) -> None:
        self._want(DeclaredFigure(self._year, is_issued=True))

    def _want(self, figure: DeclaredFigure) -> None:
        if self._found is not None:
            self.receipts_wanted.emit(figure)

    @property
    def _year(self) -> int:
        """The fiscal year whose figures are shown."""
        return self._found.fiscal_year.year if self._found is not None else self.year_box.year

    @Slot()
    def _on_annex(self) -> None:
        year = self.year_box.year
        name = _("annex-gifts-{year}").format(year=year)
        write = partial(self._service.write_annex, year)
        self.writing.ask(FileJob(self._title, f"{name}.xlsx", _("Excel workbook"), write))

    @Slot()
    def _on_sheet(self) -> None:
        year = self.year_box.year
        name = _("closing-sheet-receipts-{year}").format(year=year)

        def write(path: Path, _progress: Progress) -> Path:
            return self._service.write_closing_sheet(year, path)

        self.writing.ask(FileJob(self._title, f"{name}.pdf", _("PDF document"), write))

    @Slot()
    def _on_proof(self) -> None:
        year, filed = self.year_box.year, self._found.filed if self._found else None
        if filed is not None and filed.proof:
            write = partial(self._service.write_proof, year)
            self.writing.ask(FileJob(self._title, filed.proof, _("Proof of filing"), write))

    @property
    def _title(self) -> str:
        return _("Declaration of gifts {year}").format(year=self.year_box.year)

    @Slot()
    def _on_file(self) -> None:
        if self._found is None or self.dialog is not None:
            return
        self.dialog = FilingDialog(self._found, self._desk.today, self.window())
        self.dialog.submitted.connect(self._on_submitted)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    @Slot(object)
    def _on_submitted(self, order: FilingOrder) -> None:
        dialog = self.dialog
        if dialog is None:
            return
        call = partial(self._service.file, order.year, order.filed_on, order.note, order.proof)
        self._desk.tasks.command(
            dialog, call, dialog.saved, failed=dialog.show_error, ended=dialog.unlock
        )

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None


def _read(services: Services, year: int | None) -> _Reading:
    """Read the years and one of them; runs on the worker."""
    service = services.declarations
    wanted = service.to_declare() if year is None else year
    return _Reading(service.years(), service.declaration(wanted))


def _said(found: Declaration, *, is_late: bool) -> tuple[Tone, str, str]:
    """Return what to know of the year, and how it is counted."""
    detail = parts_note(found)
    if found.filed is not None:
        tone = Tone.ATTENTION if found.differs_from_filing else Tone.GOOD
        return tone, _("Filed on {filing}").format(filing=filing_text(found)), detail
    if found.is_nothing_due:
        return Tone.NEUTRAL, _("No receipt for this year: nothing to declare."), detail
    if is_late:
        text = _("This declaration is late: file it on impots.gouv.fr, then note it here.")
        return Tone.BAD, text, detail
    text = _("To be filed on impots.gouv.fr after the end of the year, then noted here.")
    return Tone.INFO, text, detail


def _empty_state() -> EmptyState:
    return EmptyState(
        "receipt",
        _("Nothing to declare"),
        _("No receipt names a gift of this fiscal year. Issue receipts, or choose a year."),
    )
