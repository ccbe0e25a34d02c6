"""The imports made: their list, the rows of one of them, and taking one back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from coopdesk.ui.columns import Tone
from coopdesk.ui.imports import sayings
from coopdesk.ui.imports.empty_states import no_import
from coopdesk.ui.imports.figures import LineFigures
from coopdesk.ui.imports.offers import result_text
from coopdesk.ui.imports.run_list import RunList
from coopdesk.ui.imports.run_view import RunView
from coopdesk.ui.imports.undoing import Undoing
from coopdesk.ui.page import Role
from coopdesk.ui.page_views import ViewHead
from coopdesk.ui.widgets.notice import Notice
from coopdesk.ui.widgets.search_field import SearchField
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.formats import money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from coopdesk.domain.import_history import ImportSummary
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.imports.lines import KeptRow, Rows

_SEARCH_WIDTH = 640


class HistoryView(QWidget):
    """Lists imports; Enter shows the rows of one in its place."""

    head_changed = Signal()

    def __init__(self, desk: Desk, primary: QAction) -> None:
        super().__init__()
        self._desk = desk
        self._primary = primary
        self._run: ImportSummary | None = None
        self._wanted: int | None = None
        self._told: tuple[QAction, ...] = ()
        self.notice = Notice()
        self.notice.hide()
        self.undoing = Undoing(desk, self.notice, self)
        self.figures = LineFigures()
        self.figures.hide()
        self.search = SearchField(_("Search a file or a line"))
        self.search.setMaximumWidth(_SEARCH_WIDTH)
        self.runs = RunList(desk)
        self.runs.list.set_empty(no_import(primary))
        self.rows = RunView(desk)
        self.stack = QStackedWidget()
        for view in (self.runs, self.rows):
            self.stack.addWidget(view)
        self.search.leads_to(self.stack)
        self.foot = Notice()
        self.foot.hide()
        self.rows_action = make_step(self, _("See its lines"), "list-bullets")
        self.undo_action = make_step(self, _("Undo this import"), "arrow-u-up-left")
        self.back_action = make_step(self, _("Back to the imports"), "arrow-left")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for widget in (self.notice, self.figures, self.search):
            layout.addWidget(widget)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.foot)
        self.setFocusProxy(self.runs)

    def _connect(self) -> None:
        self.search.searched.connect(self._apply_filter)
        self.figures.chosen.connect(self._apply_filter)
        self.runs.run_activated.connect(self.show_run)
        self.runs.selection_changed.connect(self._on_selected)
        self.rows.counted.connect(self._on_counted)
        self.rows.detail.covered.connect(self._on_covered)
        for shown in (self.runs, self.rows):
            shown.list.clear_requested.connect(self._on_clear)
        self.rows_action.triggered.connect(self._on_rows)
        self.undo_action.triggered.connect(self.undo)
        self.back_action.triggered.connect(self.back)

    @property
    def is_open(self) -> bool:
        """Whether the rows of an import are shown."""
        return self._run is not None

    @property
    def head(self) -> ViewHead:
        """What stands in the head of the page."""
        tools: tuple[QAction, ...]
        if self.is_open:
            tools = (self.back_action,)
        else:
            tools = (self.rows_action, self.undo_action) if self.runs.has_runs else ()
        return ViewHead(
            search=self.search,
            primary=self._primary,
            tools=tools,
            roles={Role.BACK: self.back_action} if self.is_open else {},
            uses_year=False,
        )

    @Slot()
    def reload(self) -> None:
        """Read the imports in force."""
        read = self._desk.services.imports.history
        self._desk.tasks.query(self, read, self._on_read, replaces="history")

    def show_target(self, target: object) -> None:
        """Show the rows of an import: ``("run", id)``."""
        if isinstance(target, tuple) and len(target) > 1:
            self._wanted = int(target[1])
            self.reload()

    def tell(self, tone: Tone, text: str, detail: str) -> None:
        """Say something above the list: why a file was not imported."""
        self.notice.say(tone, text, detail)
        self.notice.offer()
        self.notice.show()

    def _on_read(self, runs: list[ImportSummary]) -> None:
        self.runs.show_runs(runs)
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.show_run(wanted)
        elif self._run is not None and self.runs.run(self._run.id) is None:
            self.back()
        self._on_selected()
        self._tell_head()

    @Slot(object)
    def show_run(self, run_id: int) -> None:
        """Show the rows that an import kept."""
        run = self.runs.run(run_id)
        if run is None:
            return
        self._run = run
        self.notice.hide()
        self._on_clear()
        self.rows.show_run(run)
        self.stack.setCurrentWidget(self.rows)
        self.figures.show()
        made = f"{run.file_name} · {label(run.file_format)} · {sayings.made_text(run)}"
        self.foot.say(Tone.NEUTRAL, made, " · ".join(result_text(run)))
        self.foot.offer(self.undo_action)
        self.foot.show()
        self._on_selected()
        self._tell_head()
        self.rows.setFocus()

    @Slot()
    def back(self) -> None:
        """Show the list again."""
        self._run = None
        self.notice.hide()
        self.figures.hide()
        self.foot.hide()
        self._on_clear()
        self.stack.setCurrentWidget(self.runs)
        self._on_selected()
        self._tell_head()
        self.runs.setFocus()

    @Slot()
    def undo(self) -> None:
        """Take the import that is open or selected back, whole."""
        run = self._run or self.runs.selected
        if run is not None:
            self.undoing.undo(run.id)

    @Slot()
    def _on_rows(self) -> None:
        run = self.runs.selected
        if run is not None:
            self.show_run(run.id)

    @Slot()
    def _on_selected(self) -> None:
        for action in (self.rows_action, self.undo_action):
            action.setEnabled(self.is_open or self.runs.selected is not None)

    def _tell_head(self) -> None:
        """Let the page show other steps, when they are others."""
        tools = self.head.tools
        if tools != self._told:
            self._told = tools
            self.head_changed.emit()

    @Slot(object)
    def _on_counted(self, rows: Rows[KeptRow]) -> None:
        if self._run is not None:
            amount = money_text(self._run.amount) if self._run.amount else ""
            out = rows.left_out
            self.figures.show_counts(rows.counts(), amount, only_kept=True, left_out=out)

    @Slot()
    def _apply_filter(self) -> None:
        text = self.search.text().strip()
        self.runs.filter("" if self.is_open else text)
        self.rows.filter(self.figures.wanted, text)

    @Slot()
    def _on_clear(self) -> None:
        self.search.clear()
        self.figures.choose(None)

    @Slot(bool)
    def _on_covered(self, covered: bool) -> None:  # noqa: FBT001 (slot of a Qt signal)
        """Leave the room to a row that stands in place of the list."""
        for part in (self.search, self.figures, self.foot):
            part.setVisible(not covered)
