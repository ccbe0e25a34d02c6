"""What every page has: title, figures, actions, search, and when it reads again."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from coopdesk.ui.icons import icon
from coopdesk.ui.widgets.action_button import ActionButton
from coopdesk.ui.widgets.key_figure import KeyFigure
from coopdesk.ui.widgets.keyed_action import KeyedAction
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.list_detail import ListDetail
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QPushButton

    from coopdesk.services.outcome import Changes, Subject
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.widgets.search_field import SearchField

MARGIN = 24
GAP = 16

# Lower than this the list would show fewer than six rows under full-size figures.
_COMPACT_BELOW = 600
_SEARCH_WIDTH = 640
# A sentence of so many characters has room beside the title.
_SHORT = 30


class Role(enum.Enum):
    """An action that has the same keys on every page."""

    NEW = "Ctrl+N"
    EXPORT = "Ctrl+E"
    PRINT = "Ctrl+P"
    BACK = "Alt+Left"


class Page(QWidget):
    """Base of all pages.

    A page lays its parts into ``body``, overrides ``reload`` and, if it can show one record,
    ``show_target``. It is read again when a command changed one of ``subjects``: at once when
    visible, else when it is next shown.
    """

    roles_changed = Signal()  # the common keys do something else now, or are searched elsewhere

    def __init__(
        self,
        desk: Desk,
        title: str,
        subjects: frozenset[Subject] = frozenset(),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.title = title
        self.search_field: SearchField | None = None
        self.role_actions: dict[Role, QAction] = {}
        self._subjects = subjects
        self._is_stale = True
        self._is_compact = False
        self._key_figures: list[KeyFigure] = []
        self._view_tools: list[QWidget] = []
        self.setAccessibleName(title)
        # A page without a search takes the focus itself, so that Tab goes on with its parts.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._title = plain_label(title, "title")
        self._sentence = plain_label("", "muted", wrap=True)
        self._sentence.hide()
        self._tools = QHBoxLayout()
        self._tools.setSpacing(8)
        self._primary: QPushButton | None = None
        self._more: QMenu | None = None
        self._figures = QHBoxLayout()
        self._figures.setSpacing(GAP)
        self.body = QVBoxLayout()
        self.body.setSpacing(GAP)
        self._lay_out()
        desk.changes.changed.connect(self._on_changed)

    def _lay_out(self) -> None:
        self._words = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._words.setSpacing(4)
        self._words.addWidget(self._title)
        self._words.addWidget(self._sentence)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addLayout(self._words, 1)
        head.addLayout(self._tools)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN - 4, MARGIN, 12)
        layout.setSpacing(GAP)
        layout.addLayout(head)
        layout.addLayout(self._figures)
        layout.addLayout(self.body, 1)

    @property
    def shown_view(self) -> str:
        """Which of its views a page shows, for the guide; empty where there is but one."""
        return ""

    @property
    def first_focus(self) -> QWidget:
        """Who has the keys when the page is opened: the search, where there is one."""
        return self.search_field or self

    # the head

    def set_sentence(self, text: str) -> None:
        """Say one thing under the title; beside it where the page is low, if it is short."""
        self._sentence.setText(text)
        self._show_sentence()

    def _show_sentence(self) -> None:
        text, low = self._sentence.text(), self._is_compact
        direction = QBoxLayout.Direction
        self._words.setDirection(direction.LeftToRight if low else direction.TopToBottom)
        self._words.setSpacing(GAP if low else 4)
        self._words.setStretchFactor(self._sentence, 1 if low else 0)
        self._sentence.setVisible(bool(text) and (not low or len(text) <= _SHORT))

    def add_figure(self, name: str, opens: Callable[[], object] | None = None) -> KeyFigure:
        """Add a key figure under the title; ``opens`` shows the lines that make it."""
        figure = KeyFigure(name, opens=opens is not None)
        if opens is not None:
            figure.clicked.connect(opens)
        figure.set_compact(compact=self._is_compact)
        self._figures.addWidget(figure)
        self._key_figures.append(figure)
        return figure

    def make_action(
        self,
        text: str,
        icon_name: str,
        slot: Callable[[], object],
        role: Role | None = None,
        keys: str = "",
    ) -> QAction:
        """Make an action that Ctrl+K finds; ``role`` or ``keys`` gives it keys on this page."""
        action = QAction(text, self)
        action.setIcon(icon(icon_name))
        action.setProperty("icon_name", icon_name)
        action.triggered.connect(slot)
        self.addAction(action)
        if role is not None:
            # The window owns these keys and passes them to the page that is shown.
            self.role_actions[role] = action
            action.setProperty("keys", role.value)
        elif keys:
            action.setShortcut(keys)
            action.setShortcutContext(action.shortcutContext().WidgetWithChildrenShortcut)
        return action

    def set_primary(self, action: QAction | None) -> None:
        """Put the one primary action at the right of the title, or none."""
        if self._primary is not None:
            self._primary.hide()
            self._tools.removeWidget(self._primary)
            self._primary.deleteLater()
            self._primary = None
        if action is not None:
            self._primary = ActionButton(action, primary=True)
            self._tools.addWidget(self._primary)

    def add_tool(self, action: QAction) -> None:
        """Add a secondary action as a button left of the primary one."""
        self.put_tool(ActionButton(action))

    def put_tool(self, button: QWidget) -> None:
        """Put a button left of the primary one."""
        self._tools.insertWidget(self._tools.count() - (self._primary is not None), button)

    def put_view_tools(self, actions: Iterable[QAction]) -> None:
        """Put the secondary actions of the view that is shown, in place of the last one's."""
        for button in self._view_tools:
            button.hide()
            button.deleteLater()
        self._view_tools = [ActionButton(action) for action in actions]
        for button in self._view_tools:
            self.put_tool(button)

    def keep_compact(self, *figures: KeyFigure) -> None:
        """Let figures that stand in the body be as low as the page is."""
        self._key_figures.extend(figures)
        for figure in figures:
            figure.set_compact(compact=self._is_compact)

    def add_more(self, action: QAction) -> None:
        """Add a rare action to the menu *Plus*, with its keys."""
        if self._more is None:
            self._more = QMenu(self)
            open_action = QAction(_("More"), self)
            open_action.setProperty("icon_name", "dots-three")
            button = ActionButton(open_action)
            button.setMenu(self._more)
            self._tools.insertWidget(0, button)
        is_keyed = bool(action.property("keys"))
        self._more.addAction(KeyedAction(action, self._more) if is_keyed else action)

    def add_search(self, field: SearchField, *beside: QWidget) -> None:
        """Put the search box, and filters beside it, on top of the body; Ctrl+F leads here."""
        self.search_field = field
        row = QHBoxLayout()
        row.setSpacing(8)
        field.setMaximumWidth(_SEARCH_WIDTH)
        row.addWidget(field, 3)
        for widget in beside:
            row.addWidget(widget)
        row.addStretch(1)
        self.body.addLayout(row)

    def start_search(self) -> None:
        """Go to the search box; a record in place of the list makes way for it."""
        if self.search_field is None:
            return
        if self.search_field.isHidden():
            for detail in self.findChildren(ListDetail):
                detail.close_record()
        self.search_field.setFocus()
        self.search_field.selectAll()

    # what it shows

    def reload(self) -> None:
        """Read everything again; pages override it."""

    def show_target(self, target: object) -> None:
        """Show a record or a state named by another page; pages override it."""

    @property
    def has_unsaved(self) -> bool:
        """Whether closing the window would lose something typed; pages override it."""
        return False

    @property
    def unsaved_text(self) -> str:
        """What closing the window would lose."""
        return _("What you typed in this form will be lost.")

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._is_stale = False
            self.reload()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        compact = event.size().height() < _COMPACT_BELOW
        if compact != self._is_compact:
            self._is_compact = compact
            self._show_sentence()
            self._figures.setSpacing(8 if compact else GAP)
            for figure in self._key_figures:
                figure.set_compact(compact=compact)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if not changes & self._subjects:
            return
        if self.isVisible():
            self.reload()
        else:
            self._is_stale = True
