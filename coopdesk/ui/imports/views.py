"""What the page of imports shows, one view at a time."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

from coopdesk.ui.imports.check_view import CheckView
from coopdesk.ui.imports.empty_states import no_import, nothing_to_check
from coopdesk.ui.imports.history_view import HistoryView
from coopdesk.ui.imports.run_view import RunView

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from coopdesk.domain.imports import RowVerdict
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.imports.contact_view import ContactLineView
    from coopdesk.ui.imports.line_view import LineView
    from coopdesk.ui.record_list import RecordList


class Mode(enum.Enum):
    """What the page shows."""

    HISTORY = enum.auto()
    CHECK = enum.auto()
    PREVIEW = enum.auto()
    CONTACTS = enum.auto()
    RESULT = enum.auto()
    RUN = enum.auto()


AT_HOME = (Mode.HISTORY, Mode.CHECK)
# A file that was looked at waits for an answer.
LOOKED_AT = frozenset({Mode.PREVIEW, Mode.CONTACTS})


class ImportViews(QStackedWidget):
    """The lists of the page; ``filter`` narrows all of them."""

    def __init__(
        self,
        desk: Desk,
        lines: LineView,
        contacts: ContactLineView,
        import_action: QAction,
    ) -> None:
        super().__init__()
        self.history = HistoryView(desk)
        self.check = CheckView(desk)
        self.lines = lines
        self.contacts = contacts
        self.rows = RunView(desk)
        self._all = (self.history, self.check, self.lines, self.contacts, self.rows)
        for view in self._all:
            self.addWidget(view)
        self.history.list.set_empty(no_import(import_action))
        self.check.list.set_empty(nothing_to_check())

    @property
    def lists(self) -> tuple[RecordList, ...]:
        """The lists, one of each view."""
        return tuple(view.list for view in self._all)

    def show_mode(self, mode: Mode) -> None:
        """Show what belongs to a mode; a result keeps the lines of its file."""
        views = {
            Mode.HISTORY: self.history,
            Mode.CHECK: self.check,
            Mode.PREVIEW: self.lines,
            Mode.CONTACTS: self.contacts,
            Mode.RUN: self.rows,
        }
        if mode in views:
            self.setCurrentWidget(views[mode])

    def filter(self, verdict: RowVerdict | None, text: str) -> None:
        """Show what holds these words, of a file only the lines with a verdict (None: all)."""
        self.history.filter(text)
        self.check.filter(text)
        self.lines.filter(verdict, text)
        self.contacts.filter(verdict, text)
        self.rows.filter(verdict, text)
