"""Asks for the days of fiscal years, from the page of accounts and from the settings."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from coopdesk.domain.year_rules import following_year, months_later
from coopdesk.ui.accounts.year_dialog import YearDays, YearDialog
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.services.outcome import Outcome
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.widgets.asking import Asker

_DAY = dt.timedelta(days=1)


class YearAsking(QObject):
    """Years come the latest first; one without an id was never made."""

    def __init__(self, desk: Desk, owner: QWidget, asker: Asker) -> None:
        super().__init__(owner)
        self._desk = desk
        self._owner = owner
        self._service = desk.services.fiscal_years
        self._asker = asker

    def open_next(self, years: Sequence[FiscalYear]) -> None:
        """Ask for the year after the latest."""
        if years:
            days = YearDays(*following_year(years[0]))
            self._ask_new(_("Open the next fiscal year"), days, years)

    def open_earlier(self, years: Sequence[FiscalYear]) -> None:
        """Ask for the year before the first."""
        if years:
            first = years[-1].starts_on
            days = YearDays(months_later(first, -12), first - _DAY)
            self._ask_new(_("Open the fiscal year before"), days, years)

    def change(self, year: FiscalYear) -> None:
        """Ask for other days or another name of a year."""
        title, verb = _("Days of the fiscal year"), _("Save")
        days = YearDays(year.starts_on, year.ends_on, year.label)
        self._ask(title, verb, days, partial(self._change, year))

    def _ask_new(self, title: str, days: YearDays, years: Sequence[FiscalYear]) -> None:
        verb = _("Open the fiscal year")
        self._ask(title, verb, days, partial(self._open, years[0]))

    def _ask(
        self,
        title: str,
        verb: str,
        days: YearDays,
        send: Callable[[YearDays], Outcome[FiscalYear]],
    ) -> None:
        window = self._owner.window()
        self._asker.ask(partial(YearDialog, self._desk, title, verb, days, window), send)

    def _open(self, shown: FiscalYear, new: YearDays) -> Outcome[FiscalYear]:
        """Open a year; before it the one that is shown, if no entry made it yet."""
        if not shown.id:
            self._service.open(shown.starts_on, shown.ends_on)
        return self._service.open(new.starts_on, new.ends_on, new.label)

    def _change(self, year: FiscalYear, new: YearDays) -> Outcome[FiscalYear]:
        if not year.id:
            # Shown, but never made: the first entry would have made it.
            return self._service.open(new.starts_on, new.ends_on, new.label)
        return self._service.change(
            year.id, starts_on=new.starts_on, ends_on=new.ends_on, label=new.label or None
        )
