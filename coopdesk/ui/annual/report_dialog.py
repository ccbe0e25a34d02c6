"""The assistant of the yearly report: year, parts, words, a look at it, and its files."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from coopdesk.domain.annual_reports import AnnualReport
from coopdesk.ui.annual.block_list import BlockList
from coopdesk.ui.annual.preview import ReportPreview
from coopdesk.ui.annual.report_jobs import (
    draw_preview,
    keep_report,
    read_content,
    read_kept,
    report_job,
)
from coopdesk.ui.file_writing import FileWriting
from coopdesk.ui.widgets.action_button import make_primary
from coopdesk.ui.widgets.file_bar import FileBar
from coopdesk.ui.widgets.form import Form
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.leaving import ask_to_leave
from coopdesk.ui.widgets.screen_room import resize_within
from coopdesk.ui.widgets.year_box import YearBox
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopdesk.domain.annual_report_content import AnnualReportContent
    from coopdesk.domain.errors import RuleError
    from coopdesk.ui.desk import Desk

_PAUSE = 500  # milliseconds without a key, then the preview follows
_WORDS_HEIGHT = 110
_LEFT_WIDTH = 440


class AnnualReportDialog(QDialog):
    """What is typed is kept before a file is written, or when the person says so.

    Without a year, the one that ended last; the running one where that has nothing.
    """

    def __init__(self, desk: Desk, parent: QWidget, year: int) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Annual report"))
        self._desk = desk
        self._content: AnnualReportContent | None = None
        self._then: Callable[[], None] | None = None
        self._is_proposed = not year
        self._shown_year = year or desk.today().year - 1
        self.year = YearBox(self._shown_year)
        self.blocks = BlockList()
        self.preview = ReportPreview(desk)
        self.writing = FileWriting(desk, self, "annual_report")
        self.bar = FileBar(_("Open the report"), "arrow-square-out")
        self.writing.tell_in(self.bar)
        self._make_form()
        self._make_buttons()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._lay_out()
        self._connect()
        self.reload()

    def _make_form(self) -> None:
        self.form = form = Form()
        self.title = form.add(
            "title",
            _("Title on the cover"),
            QLineEdit(),
            _("Left empty: “Annual report” and the year."),
        )
        form.add("blocks", _("Parts of the annual report"), self.blocks)
        self.foreword = self._words("foreword", _("Foreword"))
        self.outlook = self._words("outlook", _("Outlook"))

    def _words(self, name: str, text: str) -> QPlainTextEdit:
        hint = _("Left empty: the report has no such chapter.")
        edit = self.form.add(name, text, QPlainTextEdit(), hint)
        edit.setFixedHeight(_WORDS_HEIGHT)
        edit.setTabChangesFocus(True)
        return edit

    def _make_buttons(self) -> None:
        self.close_button = QPushButton(_("Close"))
        self.keep_button = QPushButton(_("Keep it"))
        keys = QKeySequence(QKeySequence.StandardKey.Save)
        QShortcut(keys, self, self.keep)
        self.keep_button.setToolTip(f"{self.keep_button.text()} (Ctrl+S)")
        self.workbook_button = QPushButton(_("Write the workbook…"))
        self.pdf_button = QPushButton(_("Write the PDF…"))
        make_primary(self.pdf_button)
        self._buttons = (
            self.close_button,
            self.keep_button,
            self.workbook_button,
            self.pdf_button,
        )

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(plain_label(_("Annual report"), "title"))
        head.addWidget(self.year)
        head.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        margins = QVBoxLayout(inner)
        margins.setContentsMargins(0, 0, 12, 0)
        margins.addWidget(self.form)
        margins.addStretch()
        scroll.setWidget(inner)
        scroll.setMinimumWidth(_LEFT_WIDTH)
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addWidget(scroll, 5)
        body.addWidget(self.preview, 6)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        for button in self._buttons:
            buttons.addWidget(button)
            # Enter in a field must write nothing: only the button itself does.
            button.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self.bar)
        layout.addLayout(body, 1)
        layout.addLayout(buttons)
        resize_within(self, 1180, 720)

    def _connect(self) -> None:
        self.year.year_changed.connect(self._on_year)
        self.title.textEdited.connect(self._on_edited)
        self.blocks.edited.connect(self._on_edited)
        for edit in (self.foreword, self.outlook):
            edit.textChanged.connect(self._on_edited)
        self._pause.timeout.connect(self._draw)
        self.close_button.clicked.connect(self.reject)
        self.keep_button.clicked.connect(self.keep)
        self.workbook_button.clicked.connect(self._on_workbook)
        self.pdf_button.clicked.connect(self._on_pdf)

    # what is shown

    @Slot()
    def reload(self) -> None:
        """Read what is kept of the year, then its figures, which take longer."""
        tasks, year, services = self._desk.tasks, self.year.year, self._desk.services
        self._shown_year, self._content = year, None
        self.blocks.show_content(None)
        read = partial(read_kept, services, year)
        tasks.query(self, read, self._on_kept, replaces="kept")
        gather = partial(read_content, services, year)
        tasks.query(
            self, gather, self._on_content, replaces="content", failed=self.form.show_error
        )

    def _on_kept(self, kept: tuple[list[int], AnnualReport]) -> None:
        years, report = kept
        self.year.set_years(years)
        self.title.setText(report.title)
        for edit, text in ((self.foreword, report.foreword), (self.outlook, report.outlook)):
            with QSignalBlocker(edit):
                edit.setPlainText(text)
        self.blocks.tick(report.blocks)
        self.form.clear_errors()
        self.form.is_dirty = False
        self._show_state()

    def _on_content(self, content: AnnualReportContent) -> None:
        is_proposed, self._is_proposed = self._is_proposed, False
        if is_proposed and content.is_empty and not self.form.is_dirty:
            # An association in its first year has nothing to tell of the one before.
            self.year.choose(self._desk.today().year)
            self.reload()
            return
        self._content = content
        self.blocks.show_content(content)
        self._draw()

    @Slot()
    def _on_edited(self) -> None:
        self.form.is_dirty = True
        self._pause.start()
        self._show_state()

    def _show_state(self) -> None:
        self.keep_button.setEnabled(self.form.is_dirty)

    @Slot()
    def _draw(self) -> None:
        if self._content is None:
            return
        call = partial(draw_preview, self._desk.services, self._content, self.read())
        self._desk.tasks.query(
            self, call, self._on_drawn, replaces="drawn", failed=self.form.show_error
        )

    def _on_drawn(self, pdf: bytes) -> None:
        self.form.clear_errors()
        self.preview.show_pdf(pdf)

    def read(self) -> AnnualReport:
        """Return the report as it is typed."""
        return AnnualReport(
            self._shown_year,
            self.title.text(),
            self.foreword.toPlainText(),
            self.outlook.toPlainText(),
            self.blocks.ticked,
        )

    # what the person does

    @Slot()
    def keep(self) -> None:
        """Keep what is typed."""
        self._keep_and(self._show_state)

    def _keep_and(self, then: Callable[[], None]) -> None:
        """Keep what is typed, if anything is, and go on where that is not refused."""
        if not self.form.is_dirty:
            then()
            return
        self._then = then
        self._desk.tasks.command(
            self,
            partial(keep_report, self._desk.services, self.read()),
            self._on_was_kept,
            failed=self._on_refused,
        )

    def _on_was_kept(self, _report: AnnualReport) -> None:
        self.form.is_dirty = False
        self.form.clear_errors()
        self._show_state()
        if self._then is not None:
            self._then()

    def _on_refused(self, error: RuleError) -> None:
        self.year.choose(self._shown_year)
        self.form.show_error(error)

    @Slot()
    def _on_year(self) -> None:
        # Words typed for one year must not be taken for those of another.
        self._keep_and(self.reload)

    @Slot()
    def _on_pdf(self) -> None:
        self._keep_and(partial(self._write, "pdf"))

    @Slot()
    def _on_workbook(self) -> None:
        self._keep_and(partial(self._write, "xlsx"))

    def _write(self, suffix: str) -> None:
        self.writing.ask(report_job(self._desk.services, self._shown_year, suffix), self)

    @override
    def reject(self) -> None:
        if self.form.is_dirty:
            ask_to_leave(self, self._on_leave)
        else:
            super().reject()

    @Slot()
    def _on_leave(self) -> None:
        self.form.is_dirty = False
        self.reject()
