"""The views of a page that has several, the tabs that lead to them, and their heads."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from coopdesk.ui.widgets.view_tabs import view_stack, view_tabs

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QAction

    from coopdesk.ui.page import Page, Role
    from coopdesk.ui.widgets.search_field import SearchField

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class ViewHead:
    """What a view puts into the head of the page while it is shown.

    ``primary`` has Ctrl+N, ``change`` F2, ``remove`` Del; ``tools`` stand left of the primary
    action; ``roles`` names who has the keys of the page (Ctrl+P, Ctrl+E).
    """

    search: SearchField | None = None
    primary: QAction | None = None
    change: QAction | None = None
    remove: QAction | None = None
    tools: tuple[QAction, ...] = ()
    roles: Mapping[Role, QAction] = field(default_factory=dict)
    uses_year: bool = True


class HeadedView(Protocol):
    """What a page needs of a view."""

    @property
    def head(self) -> ViewHead:
        """What stands in the head of the page."""

    def reload(self) -> None:
        """Read everything again: something changed."""

    def show_target(self, target: object) -> None:
        """Show what another page names."""


@dataclass(frozen=True, slots=True)
class ViewSpec(Generic[Key]):
    """A view: its tab, the targets that lead to it, and how it is made.

    A target is ``(word, …)`` with one of ``words`` first.
    """

    view: Key
    title: str
    words: frozenset[str]
    make: Callable[[], HeadedView]


class PageViews(QObject, Generic[Key]):
    """``tabs`` and ``stack`` go into the page; a view is made when it is first looked at.

    ``said`` is what a screen reader calls the tabs.
    """

    changed = Signal()

    def __init__(self, page: Page, said: str, specs: Sequence[ViewSpec[Key]]) -> None:
        super().__init__(page)
        self._page = page
        self._specs = tuple(specs)
        self._made: dict[Key, HeadedView] = {}
        self._stale: set[Key] = set()
        self.stack = view_stack()
        self._places = {spec.view: QWidget() for spec in self._specs}
        for place in self._places.values():
            self.stack.addWidget(place)
        self.tabs = view_tabs(said, (spec.title for spec in self._specs))
        self.tabs.currentChanged.connect(self._on_tab)

    @property
    def current(self) -> Key:
        """The view that is shown."""
        return self._specs[self.tabs.currentIndex()].view

    @property
    def shown(self) -> HeadedView:
        """The view that is shown, made if it never was."""
        return self.view(self.current)

    def has(self, view: Key) -> bool:
        """Tell whether there is such a view."""
        return any(spec.view is view for spec in self._specs)

    def view(self, view: Key) -> HeadedView:
        """Return a view, making it if it never was shown."""
        if view not in self._made:
            tab = self.tab_of(view)
            self._made[view] = made = self._specs[tab].make()
            assert isinstance(made, QWidget)
            self._give_keys(made, made.head)
            place = self._places.pop(view)
            self.stack.insertWidget(tab, made)
            self.stack.removeWidget(place)
            place.deleteLater()
            # Taking a place away moved the stack on to its neighbour.
            self.stack.setCurrentIndex(self.tabs.currentIndex())
            self._stale.add(view)
        return self._made[view]

    def _give_keys(self, widget: QWidget, head: ViewHead) -> None:
        for action, keys in ((head.change, "F2"), (head.remove, "Del")):
            if action is not None:
                action.setShortcut(keys)
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                widget.addAction(action)

    def tab_of(self, view: Key) -> int:
        """Return where the tab of a view stands."""
        return next(at for at, spec in enumerate(self._specs) if spec.view is view)

    def show(self, view: Key) -> HeadedView:
        """Show a view and return it."""
        self.tabs.setCurrentIndex(self.tab_of(view))
        return self.view(view)

    def make_first_step(self, view: Key, text: str, icon_name: str) -> QAction:
        """Return an action of the page that does what is done first in a view."""
        return self._page.make_action(text, icon_name, partial(self._on_first_step, view))

    def _on_first_step(self, view: Key) -> None:
        primary = self.show(view).head.primary
        if primary is not None:
            primary.trigger()

    def show_target(self, target: object) -> None:
        """Show what another page names by its first word, or the view that it is."""
        for spec in self._specs:
            if target is spec.view:
                self.show(spec.view)
            elif isinstance(target, tuple) and target and target[0] in spec.words:
                self.show(spec.view).show_target(target)

    def reload(self) -> None:
        """Read the view that is shown again, the others when they are next shown."""
        self.view(self.current)
        self.make_stale()
        self.read_stale()

    def make_stale(self) -> None:
        """Read every view when it is next shown."""
        self._stale = set(self._made)

    def read_stale(self) -> None:
        """Read the view that is shown, if something changed meanwhile."""
        current = self.current
        if current in self._stale:
            self._stale.discard(current)
            self._made[current].reload()

    @Slot(int)
    def _on_tab(self, tab: int) -> None:
        self.view(self._specs[tab].view)
        self.stack.setCurrentIndex(tab)
        self.read_stale()
        self.changed.emit()
