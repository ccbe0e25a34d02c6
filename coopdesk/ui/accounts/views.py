"""The views of the page of accounts, and the tabs that lead to them.

A view is added with one line in ``view_specs``; it is imported when it is first looked at.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from coopdesk.ui.widgets.view_tabs import view_stack, view_tabs
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QAction

    from coopdesk.ui.accounts.page import AccountPage
    from coopdesk.ui.page import Role
    from coopdesk.ui.widgets.search_field import SearchField

BOOK = "book"  # ("entries", BOOK) asks for the entries that payments wait for


class View(enum.Enum):
    """What the page can show, in the order of the tabs."""

    ENTRIES = "entries"
    ACCOUNTS = "accounts"
    STATEMENTS = "statements"
    BUDGET = "budget"
    INVENTORY = "inventory"
    CLOSING = "closing"
    PAYMENTS = "payments"


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


class AccountView(Protocol):
    """What the page needs of a view; ``page.fiscal_year`` is the year it shows."""

    @property
    def head(self) -> ViewHead:
        """What stands in the head of the page."""

    def reload(self) -> None:
        """Read everything again: something changed, or another year was chosen."""

    def show_target(self, target: object) -> None:
        """Show what another page names."""


@dataclass(frozen=True, slots=True)
class ViewSpec:
    """A view: its tab, the targets that lead to it, and how it is made.

    A target is ``(word, …)`` with one of ``words`` first.
    """

    view: View
    title: str
    words: frozenset[str]
    make: Callable[[AccountPage], AccountView]


def view_specs() -> tuple[ViewSpec, ...]:
    """Return the views there are, in the order of their tabs."""
    return (
        ViewSpec(
            View.ENTRIES,
            _("Entries"),
            frozenset({"entry", "entries", "new_entry", "validate", "models"}),
            _make_entries,
        ),
        ViewSpec(
            View.ACCOUNTS,
            _("Accounts"),
            frozenset({"account", "balance", "unseen"}),
            _make_accounts,
        ),
        ViewSpec(
            View.STATEMENTS,
            _("Statements"),
            frozenset({"report", "figure", "treasury-month"}),
            _make_statements,
        ),
        ViewSpec(View.BUDGET, _("Budget"), frozenset({"budget"}), _make_budget),
        ViewSpec(
            View.INVENTORY,
            _("Inventory"),
            frozenset(
                {
                    "inventory",
                    "new",
                    "activity",
                    "volunteering",
                    "grant_award",
                    "dedicated_fund",
                    "fixed_asset",
                }
            ),
            _make_inventory,
        ),
        ViewSpec(View.CLOSING, _("Closing"), frozenset({"closing"}), _make_closing),
        ViewSpec(View.PAYMENTS, _("Payments"), frozenset({"payment", "year"}), _make_payments),
    )


def _make_entries(page: AccountPage) -> AccountView:
    from coopdesk.ui.entries.view import EntriesView

    return EntriesView(page)


def _make_accounts(page: AccountPage) -> AccountView:
    from coopdesk.ui.reports.accounts_view import AccountsView

    return AccountsView(page)


def _make_statements(page: AccountPage) -> AccountView:
    from coopdesk.ui.reports.statements_view import StatementsView

    return StatementsView(page)


def _make_budget(page: AccountPage) -> AccountView:
    from coopdesk.ui.reports.budget_view import BudgetView

    return BudgetView(page)


def _make_inventory(page: AccountPage) -> AccountView:
    from coopdesk.ui.inventory.view import InventoryView

    return InventoryView(page)


def _make_closing(page: AccountPage) -> AccountView:
    from coopdesk.ui.closing.view import ClosingView

    return ClosingView(page)


def _make_payments(page: AccountPage) -> AccountView:
    from coopdesk.ui.payments.view import PaymentsView

    return PaymentsView(page)


class AccountViews(QObject):
    """``tabs`` and ``stack`` go into the page; a view is made when it is first looked at."""

    changed = Signal()

    def __init__(self, page: AccountPage) -> None:
        super().__init__(page)
        self._page = page
        self._specs = view_specs()
        self._made: dict[View, AccountView] = {}
        self._stale: set[View] = set()
        self.stack = view_stack()
        self._places = {spec.view: QWidget() for spec in self._specs}
        for place in self._places.values():
            self.stack.addWidget(place)
        names = (spec.title for spec in self._specs)
        self.tabs = view_tabs(_("Views of the accounts"), names)
        self.tabs.currentChanged.connect(self._on_tab)

    @property
    def current(self) -> View:
        """The view that is shown."""
        return self._specs[self.tabs.currentIndex()].view

    @property
    def shown(self) -> AccountView:
        """The view that is shown, made if it never was."""
        return self.view(self.current)

    def has(self, view: View) -> bool:
        """Tell whether there is such a view."""
        return any(spec.view is view for spec in self._specs)

    def view(self, view: View) -> AccountView:
        """Return a view, making it if it never was shown."""
        if view not in self._made:
            tab = self._tab_of(view)
            self._made[view] = made = self._specs[tab].make(self._page)
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

    def _tab_of(self, view: View) -> int:
        return next(at for at, spec in enumerate(self._specs) if spec.view is view)

    def show(self, view: View) -> AccountView:
        """Show a view and return it."""
        self.tabs.setCurrentIndex(self._tab_of(view))
        return self.view(view)

    def make_first_step(self, view: View, text: str, icon_name: str) -> QAction:
        """Return an action of the page that does what is done first in a view."""
        return self._page.make_action(text, icon_name, partial(self._on_first_step, view))

    def _on_first_step(self, view: View) -> None:
        primary = self.show(view).head.primary
        if primary is not None:
            primary.trigger()

    def show_target(self, target: object) -> None:
        """Show what another page names: a payment by its id, else what its first word says."""
        if isinstance(target, View):
            self.show(target)
        elif isinstance(target, int):
            self.show(View.PAYMENTS).show_target(target)
        elif isinstance(target, tuple) and target:
            for spec in self._specs:
                if target[0] in spec.words:
                    self.show(spec.view).show_target(target)

    def reload(self) -> None:
        """Read the view that is shown again, the others when they are next shown."""
        self._stale = set(self._made)
        self.view(self.current)
        self._read_stale()

    def _read_stale(self) -> None:
        current = self.current
        if current in self._stale:
            self._stale.discard(current)
            self._made[current].reload()

    @Slot(int)
    def _on_tab(self, tab: int) -> None:
        self.view(self._specs[tab].view)
        self.stack.setCurrentIndex(tab)
        self._read_stale()
        self.changed.emit()
