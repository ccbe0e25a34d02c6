"""The views of the page of accounts, and the tabs that lead to them.

A view is added with one line in ``view_specs``; it is imported when it is first looked at.
"""

from __future__ import annotations

import enum
from functools import partial
from typing import TYPE_CHECKING

from typing_extensions import override

from coopdesk.domain.payments import PaymentFilter
from coopdesk.ui.page_views import PageViews, ViewSpec
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.ui.accounts.page import AccountPage
    from coopdesk.ui.page_views import HeadedView

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


def view_specs(page: AccountPage) -> tuple[ViewSpec[View], ...]:
    """Return the views there are, in the order of their tabs."""
    return (
        ViewSpec(
            View.ENTRIES,
            _("Entries"),
            frozenset({"entry", "entries", "new_entry", "validate", "models"}),
            partial(_make_entries, page),
        ),
        ViewSpec(
            View.ACCOUNTS,
            _("Accounts"),
            frozenset({"account", "balance", "unseen"}),
            partial(_make_accounts, page),
        ),
        ViewSpec(
            View.STATEMENTS,
            _("Statements"),
            frozenset({"report", "figure", "treasury-month"}),
            partial(_make_statements, page),
        ),
        ViewSpec(View.BUDGET, _("Budget"), frozenset({"budget"}), partial(_make_budget, page)),
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
            partial(_make_inventory, page),
        ),
        ViewSpec(
            View.CLOSING, _("Closing"), frozenset({"closing"}), partial(_make_closing, page)
        ),
        ViewSpec(
            View.PAYMENTS,
            _("Payments"),
            frozenset({"payment", "year"}),
            partial(_make_payments, page),
        ),
    )


def _make_entries(page: AccountPage) -> HeadedView:
    from coopdesk.ui.entries.view import EntriesView

    return EntriesView(page)


def _make_accounts(page: AccountPage) -> HeadedView:
    from coopdesk.ui.reports.accounts_view import AccountsView

    return AccountsView(page)


def _make_statements(page: AccountPage) -> HeadedView:
    from coopdesk.ui.reports.statements_view import StatementsView

    return StatementsView(page)


def _make_budget(page: AccountPage) -> HeadedView:
    from coopdesk.ui.reports.budget_view import BudgetView

    return BudgetView(page)


def _make_inventory(page: AccountPage) -> HeadedView:
    from coopdesk.ui.inventory.view import InventoryView

    return InventoryView(page)


def _make_closing(page: AccountPage) -> HeadedView:
    from coopdesk.ui.closing.view import ClosingView

    return ClosingView(page)


def _make_payments(page: AccountPage) -> HeadedView:
    from coopdesk.ui.payments.view import PaymentsView

    return PaymentsView(page)


class AccountViews(PageViews[View]):
    """The views, which all show the fiscal year of the page."""

    def __init__(self, page: AccountPage) -> None:
        super().__init__(page, _("Views of the accounts"), view_specs(page))

    @override
    def show_target(self, target: object) -> None:
        """Show what another page names: a payment by its id, else what its first word says."""
        if isinstance(target, int | PaymentFilter):
            self.show(View.PAYMENTS).show_target(target)
        else:
            super().show_target(target)
