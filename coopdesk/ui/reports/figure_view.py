"""The accounts behind a figure, and the way back to where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from coopdesk.ui.reports.sheet_table import FigureSheet
from coopdesk.ui.widgets.action_button import ActionButton
from coopdesk.ui.widgets.labels import plain_label, set_plain_tooltip
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from coopdesk.ui.reports.sheets import Sheet


class FigureView(QWidget):
    """Enter on an account opens its lines; Escape goes back."""

    closed = Signal()
    opened = Signal(object)  # a target

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = plain_label("", "heading")
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.back_action = make_step(self, _("Back"), "arrow-left")
        self.back_action.setStatusTip(_("Back to where you came from (Alt+Left or Escape)"))
        self.back_action.triggered.connect(self.closed)
        self.sheet = FigureSheet(_("Accounts behind the figure"))
        self.sheet.opened.connect(self.opened)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(ActionButton(self.back_action))
        head.addWidget(self.title, 1)
        frame = framed(self.sheet)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(frame, 1)
        self.setFocusProxy(self.sheet)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show what makes a figure."""
        self.title.setText(sheet.title)
        set_plain_tooltip(self.title, sheet.title)
        self.sheet.show_rows(sheet.columns, sheet.rows)
        self.sheet.select_first()
        if self.isVisible():
            self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def framed(*widgets: QWidget) -> QFrame:
    """Return a sheet of paper around tables."""
    frame = QFrame()
    frame.setProperty("kind", "sheet")
    inner = QVBoxLayout(frame)
    inner.setContentsMargins(1, 1, 1, 1)
    inner.setSpacing(0)
    for widget in widgets:
        inner.addWidget(widget)
    return frame
