"""The parts around files on their way in: notices, figures, search, lists, foot."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from coopdesk.domain.import_previews import Preview
from coopdesk.ui.columns import Tone
from coopdesk.ui.imports import sayings
from coopdesk.ui.imports.asking import AskNotice
from coopdesk.ui.imports.contact_importing import ContactImporting
from coopdesk.ui.imports.figures import LineFigures
from coopdesk.ui.imports.file_queue import FileQueue
from coopdesk.ui.imports.foot import ImportFoot
from coopdesk.ui.imports.line_view import LineView
from coopdesk.ui.imports.queue_list import QueueList
from coopdesk.ui.imports.statement_bar import ACCOUNT_ASSUMED, StatementBar
from coopdesk.ui.page import Role
from coopdesk.ui.page_views import ViewHead
from coopdesk.ui.widgets.notice import Notice
from coopdesk.ui.widgets.search_field import SearchField
from coopdesk.ui.widgets.steps import make_step
from coopdesk.ui.widgets.tab_order import follow_reading
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QResizeEvent

    from coopdesk.ui.desk import Desk
    from coopdesk.ui.imports.incoming import IncomingFile

_SEARCH_WIDTH = 640
_LOW = 540


class Mode(enum.Enum):
    """What is shown of files on their way in."""

    CLOSED = enum.auto()
    QUEUE = enum.auto()
    PREVIEW = enum.auto()
    CONTACTS = enum.auto()
    RESULT = enum.auto()


def not_imported(file: IncomingFile) -> str:
    """Return that a file was not imported; why stands beneath."""
    return _("{name} was not imported").format(name=file.name)


class FilesFrame(QWidget):
    """Lays out what is seen of files; who builds on it says what happens.

    ``closed`` tells that nothing is shown any more, and whether something was imported.
    """

    opened = Signal()
    closed = Signal(bool)
    head_changed = Signal()
    said = Signal(str)

    def __init__(self, desk: Desk, add_action: QAction, window: QWidget) -> None:
        super().__init__()
        self._desk = desk
        self._add_action = add_action
        self.mode = Mode.CLOSED
        self.current: IncomingFile | None = None
        self._is_covered = False
        self.queue = FileQueue(desk, self)
        self.notice = Notice()
        self.asks = AskNotice(desk, window)
        self.statements = StatementBar()
        self.figures = LineFigures()
        self.search = SearchField(_("Search a name, a label or a line"))
        self.search.setMaximumWidth(_SEARCH_WIDTH)
        self.list = QueueList(desk)
        self.lines = LineView(desk)
        self.contacts = ContactImporting(desk, window)
        self.stack = QStackedWidget()
        for view in (self.list, self.lines, self.contacts.view):
            self.stack.addWidget(view)
        self.foot = ImportFoot()
        # Its keys hold wherever the files are.
        self.addAction(self.foot.apply_action)
        self.files_action = make_step(self, _("Back to the files"), "arrow-left")
        self.back_action = make_step(self, _("Back to the imports"), "arrow-left")
        self.columns_action = make_step(self, _("Columns…"), "columns")
        self.remove_action = make_step(self, _("Take off the list"), "x")
        self.remove_action.setShortcut("Del")
        self.remove_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.list.addAction(self.remove_action)
        self.list.list.selection_changed.connect(self._on_selected)
        self._on_selected()
        self.foot.list_wanted.connect(self._on_list_wanted)
        self._lay_out()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Let the figures be low where the page is, or where much else is said above."""
        is_low = self.height() < _LOW
        if self._shows_lines:
            # What is asked comes first; once it is answered there is room for the balances.
            crowded = self._is_covered or (is_low and not self.asks.isHidden())
            self.statements.setVisible(bool(self.statements.texts) and not crowded)
        above = (self.notice, self.asks, self.statements)
        is_compact = is_low or any(not part.isHidden() for part in above)
        for figure in self.figures.all:
            figure.set_compact(compact=is_compact)
        # Low, the search stands beside the figures: the lines need the height.
        self.figures.set_brief(brief=is_low)
        direction = QBoxLayout.Direction
        self._filters.setDirection(direction.LeftToRight if is_low else direction.TopToBottom)
        layout = self.layout()
        if layout is not None:
            layout.setSpacing(8 if is_low else 12)
        for part in (self.asks, self.foot):
            part.set_brief(brief=is_low)

    @Slot()
    def _on_list_wanted(self) -> None:
        views = (self.list, self.lines, self.contacts.view)
        table = views[self.stack.currentIndex()].list.table
        table.setFocus(Qt.FocusReason.TabFocusReason)
        if not table.selected_ids and table.model().rowCount():
            table.selectRow(0)

    @Slot()
    def _on_selected(self) -> None:
        self.remove_action.setEnabled(self.list.selected is not None)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for above in (self.notice, self.asks, self.statements):
            layout.addWidget(above)
        self._filters = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._filters.setSpacing(12)
        self._filters.addWidget(self.figures, 2)
        self._filters.addWidget(self.search, 1)
        layout.addLayout(self._filters)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.foot)
        self.search.leads_to(self.stack)
        self.notice.hide()

    # what the page asks for

    @property
    def is_open(self) -> bool:
        """Whether files are being looked at."""
        return self.mode is not Mode.CLOSED

    @property
    def _shows_lines(self) -> bool:
        return self.mode not in {Mode.QUEUE, Mode.CLOSED}

    @property
    def among_others(self) -> bool:
        """Whether there are more files than the one that is open."""
        return len(self.queue.files) > 1

    @property
    def head(self) -> ViewHead:
        """What stands in the head of the page."""
        if self.mode is Mode.QUEUE:
            return ViewHead(
                tools=(self.remove_action, self._add_action),
                remove=self.remove_action,
                roles={Role.NEW: self._add_action},
            )
        tools = (self.files_action,) if self.among_others else ()
        if self.mode is Mode.CONTACTS and self.contacts.has_columns:
            tools = (*tools, self.columns_action)
        if self.mode is Mode.RESULT:
            tools = tools or (self.back_action,)
            return ViewHead(
                search=self.search,
                primary=self._add_action,
                tools=tools,
                roles={Role.BACK: tools[0]},
            )
        back = {Role.BACK: self.files_action} if self.among_others else {}
        return ViewHead(search=self.search, tools=tools, roles=back)

    def set_mode(self, mode: Mode) -> None:
        """Show what belongs to a mode, and tell the page."""
        was_open = self.is_open
        self.mode = mode
        self.figures.setVisible(self._shows_lines)
        self.search.setVisible(self._shows_lines)
        self.foot.setVisible(mode is not Mode.CLOSED)
        if not self._shows_lines:
            for part in (self.notice, self.asks, self.statements):
                part.hide()
        self.head_changed.emit()
        if self.is_open and not was_open:
            self.opened.emit()

    def say(self, tone: Tone, text: str, why: str) -> None:
        """Say why a file cannot be read or imported."""
        self.notice.say(tone, text, why)
        self.notice.offer()
        self.notice.show()

    def show_parts(self, file: IncomingFile, mode: Mode, said: str, *, is_same: bool) -> None:
        """Show what stands around the lines of a file."""
        assert file.preview is not None
        self.set_mode(mode if file.summary is None else Mode.RESULT)
        self.said.emit(said)
        # Which account was assumed stands beside the button that changes it.
        warnings = tuple(x for x in file.preview.warnings if x.code != ACCOUNT_ASSUMED)
        self.notice.setVisible(bool(warnings))
        if file.failure:
            self.say(Tone.BAD, not_imported(file), file.failure)
        elif warnings:
            self.notice.say(Tone.ATTENTION, sayings.warnings_text(warnings))
            self.notice.offer()
        self.asks.show_file(file)
        self.show_checks(file)
        if file.summary is not None:
            self.foot.show_result(file, among_others=self.among_others)
        else:
            self.foot.show_file(file, among_others=self.among_others)
        if self._is_covered:
            self.cover(covered=True)
        elif not is_same:
            first = self.asks if self.asks.shown is not None else self.foot
            first.focus_last()
        self._fit()

    def show_checks(self, file: IncomingFile) -> None:
        """Say whether the balances of a file tie; its account may change until it is in."""
        preview = file.preview
        checks = preview.statements if isinstance(preview, Preview) else ()
        codes = {one.code for one in preview.warnings} if preview is not None else set()
        self.statements.show_checks(
            checks,
            is_open=file.summary is None,
            is_assumed=ACCOUNT_ASSUMED in codes,
        )
        follow_reading(self)

    @Slot()
    def apply_filter(self) -> None:
        """Show the lines that are wanted and hold the words."""
        text = self.search.text().strip()
        self.lines.filter(self.figures.wanted, text)
        self.contacts.view.filter(self.figures.wanted, text)

    @Slot()
    def clear_filter(self) -> None:
        """Show all lines."""
        self.search.clear()
        self.figures.choose(None)

    @Slot(bool)
    def cover(self, covered: bool) -> None:  # noqa: FBT001 (slot of a Qt signal)
        """Leave the room to a line that stands in place of the list."""
        self._is_covered = covered
        for part in (self.search, self.figures, self.foot):
            part.setVisible(not covered)
        self._fit()
