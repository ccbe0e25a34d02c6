"""What is arranged once in a while: fiscal years, bank accounts and cash boxes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from coopdesk.domain.fiscal_years import FiscalYear
from coopdesk.ui.accounts.money_account_dialog import MoneyAccountDialog, make_money_account
from coopdesk.ui.accounts.year_asking import YearAsking
from coopdesk.ui.widgets.asking import Asker
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.ui.accounts.page import AccountPage


class Arranging(QObject):
    """Actions for the menu *Plus* of the page."""

    def __init__(self, page: AccountPage) -> None:
        super().__init__(page)
        self._page = page
        self._desk = page.desk
        self.asker = Asker(page.desk, page)
        self.asker.saved.connect(self._on_saved)
        self._years = YearAsking(page.desk, page, self.asker)
        make = page.make_action
        self.next_year_action = make(
            _("Open the next fiscal year…"), "calendar-plus", self._on_next
        )
        self.earlier_year_action = make(
            _("Open the fiscal year before…"), "calendar-plus", self._on_earlier
        )
        self.change_year_action = make(
            _("Change the days of the fiscal year…"), "calendar-blank", self._on_change
        )
        self.money_account_action = make(
            _("New bank account or cash box…"), "bank", self._on_money_account
        )
        self.chart_action = make(_("Chart of accounts"), "list-numbers", self._on_chart)
        for action in (
            self.money_account_action,
            self.next_year_action,
            self.earlier_year_action,
            self.change_year_action,
            self.chart_action,
        ):
            page.add_more(action)

    @Slot()
    def _on_next(self) -> None:
        self._years.open_next(self._page.year_box.years)

    @Slot()
    def _on_earlier(self) -> None:
        self._years.open_earlier(self._page.year_box.years)

    @Slot()
    def _on_change(self) -> None:
        year = self._page.fiscal_year
        if year is not None:
            self._years.change(year)

    @Slot()
    def _on_money_account(self) -> None:
        make = partial(MoneyAccountDialog, self._page.window())
        self.asker.ask(make, partial(make_money_account, self._desk.services))

    @Slot()
    def _on_chart(self) -> None:
        self._desk.navigator.open("settings", "chart")

    @Slot(object)
    def _on_saved(self, made: object) -> None:
        if isinstance(made, FiscalYear):
            self._page.show_year_later(made.id)
