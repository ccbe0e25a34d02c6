"""Opens the help at F1: right of the pages, over them where they need the room, or a dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QDockWidget

from coopdesk.ui.guide_places import dialog_page, guide_page
from coopdesk.ui.help_over import HelpOver
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.ui.help_panel import HelpPanel
    from coopdesk.ui.main_window import MainWindow

WIDTH = 420
# The rail folded, a page that is still whole, and the help.
_ROOM = 64 + 860 + WIDTH


class HelpDock(QObject):
    """The panel is made when it is first asked for."""

    room_changed = Signal()  # the pages have more or less of the window

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._dock: QDockWidget | None = None
        self.panel: HelpPanel | None = None
        self.over = HelpOver(window)
        self._comes = False
        window.page_shown.connect(self._on_page_shown)

    @property
    def taken(self) -> int:
        """How much of the width of the window the help has."""
        dock = self._dock
        if dock is None or dock.isFloating():
            return 0
        return WIDTH if self._comes or not dock.isHidden() else 0

    @Slot()
    def open(self) -> None:
        """Show the page about what is in view; from within the help, search it."""
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            asking = self.over.panel
            about = dialog if asking is None else asking.window().parentWidget()
            self.over.open(dialog, dialog_page(about) or self._page)
            return
        if self.panel is None:
            self._make()
        dock, panel = self._dock, self.panel
        assert dock is not None
        assert panel is not None
        focused = QApplication.focusWidget()
        is_in = focused is not None and panel.isAncestorOf(focused) and not dock.isHidden()
        if dock.isHidden():
            self._place(dock)
            self._make_room()
            dock.show()
            self._comes = False
        dock.raise_()
        dock.activateWindow()
        panel.show_page(self._page)
        if is_in:
            panel.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.room_changed.emit()

    def _make_room(self) -> None:
        """Let the rail fold before the help comes: the window would grow to hold both."""
        self._comes = True
        self.room_changed.emit()
        # They learn of it by events, which would come after the help.
        for widget in (self._window.centralWidget(), self._window):
            QCoreApplication.sendPostedEvents(widget, QEvent.Type.LayoutRequest.value)

    @property
    def _page(self) -> str:
        stack = self._window.stack
        return guide_page(stack.current_key, stack.current_page)

    def _make(self) -> None:
        from coopdesk.ui.help_panel import HelpPanel

        self.panel = HelpPanel(self._window.tasks, self._window.window_actions)
        self.panel.left.connect(self._on_left)
        self._dock = dock = QDockWidget(_("Help"), self._window)
        dock.setObjectName("help")
        dock.setAllowedAreas(
            Qt.DockWidgetArea.RightDockWidgetArea | Qt.DockWidgetArea.LeftDockWidgetArea
        )
        dock.setWidget(self.panel)
        dock.hide()
        self._window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        dock.visibilityChanged.connect(self._on_moved)
        dock.topLevelChanged.connect(self._on_moved)

    def _place(self, dock: QDockWidget) -> None:
        """Put it beside the pages; over them where they would be cut off."""
        window = self._window
        is_over = window.width() < _ROOM
        dock.setFloating(is_over)
        if is_over:
            place = window.geometry()
            width = min(WIDTH, place.width())
            dock.setGeometry(place.right() - width, place.top(), width, place.height())
        else:
            window.resizeDocks([dock], [WIDTH], Qt.Orientation.Horizontal)

    @Slot()
    def _on_left(self) -> None:
        """Give the keys back to the page."""
        if self._dock is not None:
            self._dock.hide()
        page = self._window.stack.current_page
        if page is not None:
            page.first_focus.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_moved(self) -> None:
        self.room_changed.emit()

    @Slot(str)
    def _on_page_shown(self, _key: str) -> None:
        page = self._window.stack.current_page
        if page is not None:
            once = Qt.ConnectionType.UniqueConnection
            page.roles_changed.connect(self._follow, once)  # another of its tabs, perhaps
        self._follow()

    @Slot()
    def _follow(self) -> None:
        if self.panel is not None and self._dock is not None and not self._dock.isHidden():
            self.panel.follow(self._page)
