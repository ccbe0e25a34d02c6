"""What is arranged once in a while: fiscal years, bank accounts and cash boxes."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from coopdesk.domain.fiscal_years import FiscalYear
from coopdesk.domain.year_rules import following_year, months_later
from coopdesk.ui.accounts.money_account_dialog import MoneyAccountDialog, make_money_account
from coopdesk.ui.accounts.year_dialog import YearDays, YearDialog
from coopdesk.ui.widgets.asking import Asker
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.services.outcome import Outcome
    from coopdesk.ui.accounts.page import AccountPage

_DAY = dt.timedelta(days=1)


class Arranging(QObject):
    """Actions for the menu *Plus* of the page."""

    def __init__(self, page: AccountPage) -> None:
        super().__init__(page)
        self._page = page
        self._desk = page.desk
        self._years = page.desk.services.fiscal_years
        self.asker = Asker(page.desk, page)
        self.asker.saved.connect(self._on_saved)
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
        for action in (
            self.money_account_action,
            self.next_year_action,
            self.earlier_year_action,
            self.change_year_action,
        ):
            page.add_more(action)

    @property
    def _ordered(self) -> tuple[FiscalYear, ...]:
        """The years, the latest first."""
        return self._page.year_box.years

    @Slot()
    def _on_next(self) -> None:
        if self._ordered:
            starts_on, ends_on = following_year(self._ordered[0])
            self._ask_new(_("Open the next fiscal year"), YearDays(starts_on, ends_on))

    @Slot()
    def _on_earlier(self) -> None:
        if self._ordered:
            first = self._ordered[-1].starts_on
            starts_on = months_later(first, -12)
            self._ask_new(_("Open the fiscal year before"), YearDays(starts_on, first - _DAY))

    def _ask_new(self, title: str, days: YearDays) -> None:
        verb = _("Open the fiscal year")
        make = partial(YearDialog, self._desk, title, verb, days, self._page.window())
        self.asker.ask(make, self._open)

    def _open(self, new: YearDays) -> Outcome[FiscalYear]:
        """Open a year; before it the one that is shown, if no entry made it yet."""
        shown = self._page.fiscal_year
        if shown is not None and not shown.id:
            self._years.open(shown.starts_on, shown.ends_on)
        return self._years.open(new.starts_on, new.ends_on, new.label)

    @Slot()
    def _on_change(self) -> None:
        year = self._page.fiscal_year
        if year is None:
            return
        title, verb = _("Days of the fiscal year"), _("Save")
        days = YearDays(year.starts_on, year.ends_on, year.label)
        make = partial(YearDialog, self._desk, title, verb, days, self._page.window())
        self.asker.ask(make, partial(self._change, year))

    def _change(self, year: FiscalYear, new: YearDays) -> Outcome[FiscalYear]:
        if not year.id:
            # Shown, but never made: the first entry would have made it.
            return self._years.open(new.starts_on, new.ends_on, new.label)
        return self._years.change(
            year.id, starts_on=new.starts_on, ends_on=new.ends_on, label=new.label or None
        )

    @Slot()
    def _on_money_account(self) -> None:
        make = partial(MoneyAccountDialog, self._page.window())
        self.asker.ask(make, partial(make_money_account, self._desk.services))

    @Slot(object)
    def _on_saved(self, made: object) -> None:
        if isinstance(made, FiscalYear):
            self._page.show_year_later(made.id)
