"""Help at F1 over a dialog, which keeps the window behind it from being used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt, Slot
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout
from shiboken6 import isValid

from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.ui.help_panel import HelpPanel
    from coopdesk.ui.main_window import MainWindow

_WIDTH, _HEIGHT, _GAP = 460, 680, 8
# What the window manager draws around it.
_FRAME = 40


class HelpWindow(QDialog):
    """The help in a window of its own; it goes with the dialog that it belongs to."""

    def __init__(self, panel: HelpPanel, dialog: QWidget) -> None:
        super().__init__(dialog)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Help"))
        self.panel = panel
        panel.left.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(panel)
        self.setGeometry(_beside(dialog))


class HelpOver(QObject):
    """Lets the key of the help reach dialogs of a window, and opens it over them."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._shown: HelpWindow | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusWindowChanged.connect(self._on_window)

    @property
    def panel(self) -> HelpPanel | None:
        """The help over the dialog in view, None where it is not open."""
        shown = self._shown
        return shown.panel if shown is not None and isValid(shown) else None

    def open(self, dialog: QWidget, page: str) -> None:
        """Show a page of the guide beside a dialog; from within the help, search it."""
        from coopdesk.ui.help_panel import HelpPanel

        known = self.panel
        if known is not None and known.window().isActiveWindow():
            known.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        if known is None:
            known = HelpPanel(self._window.tasks, self._window.window_actions)
            self._shown = HelpWindow(known, dialog)
        window = known.window()
        window.addAction(self._window.window_actions.help_action)
        window.show()
        window.raise_()
        window.activateWindow()
        known.show_page(page)

    @Slot()
    def _on_window(self) -> None:
        """Give a dialog that has just opened the key: those of the window do not reach it."""
        dialog = QApplication.activeModalWidget()
        action = self._window.window_actions.help_action
        if dialog is not None and self._is_ours(dialog) and action not in dialog.actions():
            dialog.addAction(action)

    def _is_ours(self, dialog: QWidget) -> bool:
        parent = dialog.parentWidget()
        while parent is not None and parent is not self._window:
            parent = parent.parentWidget()
        return parent is not None


def _beside(dialog: QWidget) -> QRect:
    """Return where the help has room: right of a dialog, left of it, or at the edge."""
    room, frame = dialog.screen().availableGeometry(), dialog.frameGeometry()
    width, height = min(_WIDTH, room.width()), min(_HEIGHT, room.height() - _FRAME)
    left = frame.right() + _GAP
    if left + width > room.right():
        before = frame.left() - _GAP - width
        left = before if before >= room.left() else room.right() - width
    top = max(room.top() + _FRAME, min(frame.top() + _FRAME, room.bottom() - height))
    return QRect(left, top, width, height)
