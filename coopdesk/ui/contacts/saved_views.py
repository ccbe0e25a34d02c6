"""The saved filters as tabs above a list, and what can be done with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QTabBar, QToolButton, QWidget

from coopdesk.ui.icons import icon
from coopdesk.ui.widgets.labels import plain_tooltip, set_plain_tooltip
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coopdesk.domain.contact_conditions import SavedFilter


class SavedViews(QWidget):
    """A tab for everybody and one for each saved filter; hidden while none is saved."""

    chosen = Signal(object)  # SavedFilter | None
    rename_wanted = Signal(object)
    update_wanted = Signal(object)
    move_wanted = Signal(object, int)
    removal_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.saved: list[SavedFilter] = []
        self._is_changed = False
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self.tabs.setAccessibleName(_("Saved filters"))
        self.tabs.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tabs.customContextMenuRequested.connect(self._on_menu)
        self.tabs.addTab(_("Everybody"))
        self.tabs.currentChanged.connect(self._on_current)
        self.menu_button = QToolButton()
        self.menu_button.setProperty("kind", "flat")
        self.menu_button.setIcon(icon("dots-three"))
        self.menu_button.setAccessibleName(_("Saved filter: rename, move, delete"))
        set_plain_tooltip(self.menu_button, self.menu_button.accessibleName())
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._make_menu()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.tabs)
        row.addWidget(self.menu_button)
        row.addStretch(1)
        self.hide()

    def _make_menu(self) -> None:
        self.menu = QMenu(self)
        make = self._make_action
        self.update_action = make(_("Keep the filter as it is now"), self._on_update)
        self.rename_action = make(_("Rename…"), self._on_rename)
        self.left_action = make(_("Move to the left"), self._on_left)
        self.right_action = make(_("Move to the right"), self._on_right)
        self.menu.addSeparator()
        self.remove_action = make(_("Delete this filter"), self._on_remove)
        self.menu_button.setMenu(self.menu)

    def _make_action(self, text: str, slot: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.triggered.connect(slot)
        self.menu.addAction(action)
        return action

    @property
    def current(self) -> SavedFilter | None:
        """The saved filter whose tab is chosen, None for everybody."""
        place = self.tabs.currentIndex() - 1
        return self.saved[place] if 0 <= place < len(self.saved) else None

    def show_saved(self, saved: Sequence[SavedFilter]) -> None:
        """Show these filters, and keep the one that is chosen; tells nothing."""
        kept = self.current
        self.saved = list(saved)
        with QSignalBlocker(self.tabs):
            self._set_count(1 + len(saved))
        self.select(kept.id if kept is not None else None)
        self.setVisible(bool(saved))

    def select(self, filter_id: int | None, *, is_changed: bool = False) -> None:
        """Choose a tab without telling; a dot marks a filter that is shown changed.

        A filter without a name gets a tab of its own, for as long as it is shown.
        """
        self._is_changed = is_changed
        count = 1 + len(self.saved)
        is_nameless = filter_id is None and is_changed
        places = [at for at, one in enumerate(self.saved, 1) if one.id == filter_id]
        with QSignalBlocker(self.tabs):
            self._set_count(count + is_nameless)
            if is_nameless:
                self.tabs.setTabText(count, _("Current filter") + " •")
            self.tabs.setCurrentIndex(count if is_nameless else next(iter(places), 0))
        for at, one in enumerate(self.saved, 1):
            mark = " •" if is_changed and one.id == filter_id else ""
            self.tabs.setTabText(at, one.name.replace("&", "&&") + mark)
            self.tabs.setTabToolTip(at, plain_tooltip(one.name))
        self._refresh_actions()

    def _set_count(self, count: int) -> None:
        while self.tabs.count() > count:
            self.tabs.removeTab(self.tabs.count() - 1)
        while self.tabs.count() < count:
            self.tabs.addTab("")

    def _refresh_actions(self) -> None:
        current = self.current
        place = self.tabs.currentIndex()
        self.menu_button.setEnabled(current is not None)
        self.update_action.setEnabled(current is not None and self._is_changed)
        self.left_action.setEnabled(place > 1)
        self.right_action.setEnabled(0 < place < len(self.saved))

    @Slot(int)
    def _on_current(self, place: int) -> None:
        if place > len(self.saved):
            return
        self._is_changed = False
        self._refresh_actions()
        self.chosen.emit(self.current)

    @Slot(QPoint)
    def _on_menu(self, place: QPoint) -> None:
        at = self.tabs.tabAt(place)
        if at > 0:
            self.tabs.setCurrentIndex(at)
            self.menu.popup(self.tabs.mapToGlobal(place))

    @Slot()
    def _on_update(self) -> None:
        self.update_wanted.emit(self.current)

    @Slot()
    def _on_rename(self) -> None:
        self.rename_wanted.emit(self.current)

    @Slot()
    def _on_left(self) -> None:
        self.move_wanted.emit(self.current, self.tabs.currentIndex() - 2)

    @Slot()
    def _on_right(self) -> None:
        self.move_wanted.emit(self.current, self.tabs.currentIndex())

    @Slot()
    def _on_remove(self) -> None:
        self.removal_wanted.emit(self.current)
