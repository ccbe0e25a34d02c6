"""The views of the page of gifts, and the tabs that lead to them."""

from __future__ import annotations

import enum
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from coopdesk.domain.pledges import PledgeFilter
from coopdesk.ui.donations.targets import CampaignShown, PledgeShown
from coopdesk.ui.expenses.targets import NewSheetFor, SheetShown
from coopdesk.ui.widgets.view_tabs import view_stack, view_tabs
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from coopdesk.ui.page import Page
    from coopdesk.ui.widgets.search_field import SearchField


class View(enum.Enum):
    """What the page shows; the value is the place among the tabs."""

    GIFTS = 0
    CAMPAIGNS = 1
    PLEDGES = 2
    EXPENSES = 3


_TARGETS: dict[View, tuple[type, ...]] = {
    View.CAMPAIGNS: (CampaignShown,),
    View.PLEDGES: (PledgeShown, PledgeFilter),
    View.EXPENSES: (SheetShown, NewSheetFor),
}


class GiftView(Protocol):
    """What the page needs of a view beside the list of gifts."""

    search: SearchField

    @property
    def primary_action(self) -> QAction:
        """What is done first here."""

    @property
    def change_action(self) -> QAction:
        """Changing the record that is chosen."""

    @property
    def remove_action(self) -> QAction:
        """Removing the record that is chosen."""

    def reload(self) -> None:
        """Read everything again."""

    def show_target(self, target: object) -> None:
        """Show what another page names."""


class GiftViews(QObject):
    """``tabs`` and ``stack`` go into the page; the list of gifts comes first.

    The others are made when they are first looked at, so that the page opens at once.
    """

    changed = Signal()

    def __init__(self, page: Page, first: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._made: dict[View, GiftView] = {}
        self._stale: set[View] = set()
        self.stack = view_stack()
        self.stack.addWidget(first)
        self._places: dict[View, QWidget] = {}
        for view in tuple(View)[1:]:
            self._places[view] = QWidget()
            self.stack.addWidget(self._places[view])
        names = (_("Gifts"), _("Campaigns"), _("Pledges"), _("Expense sheets"))
        self.tabs = view_tabs(_("Views of the gifts"), names)
        self.tabs.currentChanged.connect(self._on_tab)

    def make_first_step(self, view: View, text: str, icon_name: str) -> QAction:
        """Return an action of the page that does what is done first in a view."""
        return self._page.make_action(text, icon_name, partial(self._on_first_step, view))

    def _on_first_step(self, view: View) -> None:
        self.tabs.setCurrentIndex(view.value)
        self.view(view).primary_action.trigger()

    @property
    def current(self) -> View:
        """The view that is shown."""
        return View(self.tabs.currentIndex())

    @property
    def other(self) -> GiftView | None:
        """The view that is shown instead of the list of gifts, if one is."""
        return self._made.get(self.current)

    def view(self, view: View) -> GiftView:
        """Return a view beside the list of gifts, making it if it never was shown."""
        if view not in self._made:
            self._made[view] = made = _make(view, self._page)
            assert isinstance(made, QWidget)
            for action, keys in ((made.change_action, "F2"), (made.remove_action, "Del")):
                action.setShortcut(keys)
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                made.addAction(action)
            place = self._places.pop(view)
            self.stack.insertWidget(view.value, made)
            self.stack.removeWidget(place)
            place.deleteLater()
            self._stale.add(view)
        return self._made[view]

    def show_target(self, target: object) -> bool:
        """Show what another page names; tell whether it was no matter of the list of gifts."""
        view = _view_of(target)
        self.tabs.setCurrentIndex(view.value)
        if view is View.GIFTS or isinstance(target, View):
            return view is not View.GIFTS
        self.view(view).show_target(target)
        return True

    def reload(self) -> None:
        """Read the view that is shown again, the others when they are next shown."""
        self._stale = set(self._made)
        self._read_stale()

    def _read_stale(self) -> None:
        current = self.current
        if current in self._stale:
            self._stale.discard(current)
            self._made[current].reload()

    @Slot(int)
    def _on_tab(self, tab: int) -> None:
        if View(tab) is not View.GIFTS:
            self.view(View(tab))
        self.stack.setCurrentIndex(tab)
        self._read_stale()
        self.changed.emit()


def _view_of(target: object) -> View:
    if isinstance(target, View):
        return target
    return next(
        (view for view, kinds in _TARGETS.items() if isinstance(target, kinds)), View.GIFTS
    )


def _make(view: View, page: Page) -> GiftView:
    if view is View.CAMPAIGNS:
        from coopdesk.ui.campaigns.view import CampaignsView

        return CampaignsView(page)
    if view is View.PLEDGES:
        from coopdesk.ui.pledges.view import PledgesView

        return PledgesView(page)
    from coopdesk.ui.expenses.view import ExpensesView

    return ExpensesView(page)
