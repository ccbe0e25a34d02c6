"""The record at the right of a list, or in its place on a narrow window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from coopdesk.ui.icons import icon
from coopdesk.ui.widgets.action_button import ActionButton
from coopdesk.ui.widgets.record_reader import RecordReader
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopdesk.ui.widgets.record_parts import Part


class DetailPanel(QFrame):
    """Buttons on top, the record beneath; Escape closes it."""

    closed = Signal()
    link_activated = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "sheet")
        self.setAccessibleName(name)
        self.close_action = QAction(_("Close the panel"), self)
        self.close_action.triggered.connect(self.closed)
        self._close = QToolButton()
        self._close.setProperty("kind", "flat")
        self._close.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._close.clicked.connect(self.closed)
        self._menu: QMenu | None = None
        self._buttons = QHBoxLayout()
        self._buttons.setContentsMargins(8, 8, 8, 4)
        self._buttons.setSpacing(8)
        self._buttons.addWidget(self._close)
        self._buttons.addStretch()
        self.reader = RecordReader()
        self.reader.setAccessibleName(name)
        self.reader.link_activated.connect(self.link_activated)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(self._buttons)
        layout.addWidget(self.reader, 1)
        self.setFocusProxy(self.reader)
        self.set_narrow(is_narrow=False)

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Say whether the record takes the place of the list."""
        text = _("Back to the list") if is_narrow else _("Close the panel")
        self._close.setText(text if is_narrow else "")
        self._close.setIcon(icon("arrow-left" if is_narrow else "x"))
        self._close.setToolTip(_("{text} (Escape)").format(text=text))
        self._close.setAccessibleName(text)

    def add_action(self, action: QAction) -> None:
        """Put what can be done with the record on top."""
        self._buttons.addWidget(ActionButton(action))

    def add_rare_actions(self, actions: Iterable[QAction]) -> None:
        """Put what is seldom done into a menu at the right."""
        self._menu = QMenu(self)
        self._menu.addActions(list(actions))
        button = QToolButton()
        button.setProperty("kind", "flat")
        button.setIcon(icon("dots-three"))
        button.setAccessibleName(_("More actions"))
        button.setToolTip(_("More actions"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(self._menu)
        self._buttons.addWidget(button)

    def show_parts(self, name: str, parts: Iterable[Part]) -> None:
        """Show a record under its name."""
        self.reader.setAccessibleName(name)
        self.reader.show_parts(parts)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def clear(self) -> None:
        """Forget the record."""
        self.reader.show_parts(())
