"""The fiscal years: which there are, their days, and how each stands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from coopdesk.domain.fiscal_years import months_of
from coopdesk.ui.accounts.year_asking import YearAsking
from coopdesk.ui.columns import Column, Tone
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.settings.tab_actions import lay_out_list, make_tab_action
from coopdesk.ui.widgets.asking import Asker
from coopdesk.wording.formats import day_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.ui.desk import Desk


class YearsPart(QWidget):
    """Lists the years, the latest first; closing one is done on the page of accounts."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._service = desk.services.fiscal_years
        self._years: tuple[FiscalYear, ...] = ()
        self.asker = Asker(desk, self)
        self._asking = YearAsking(desk, self, self.asker)
        make = partial(make_tab_action, self)
        self.add_action = make(_("Open the next…"), "calendar-plus", self._on_next, "")
        self.earlier_action = make(
            _("Open the one before…"), "calendar-plus", self._on_earlier, ""
        )
        self.change_action = make(_("Change…"), "pencil-simple", self._on_change, "F2")
        self.closing_action = make(_("Closing…"), "lock-simple", self._on_closing, "")
        self.remove_action = make(_("Remove"), "trash", self._on_remove, "Del")
        self.list = RecordList(desk, "fiscal-years", year_columns(), self._page)
        self.list.set_accessible_name(_("Fiscal years"))
        self.list.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.list.table.addActions(list(self._actions))
        self.list.record_activated.connect(self.change_action.trigger)
        self.list.current_changed.connect(self._refresh)
        self._lay_out()
        self._refresh()

    @property
    def _actions(self) -> tuple[QAction, ...]:
        return (
            self.add_action,
            self.earlier_action,
            self.change_action,
            self.closing_action,
            self.remove_action,
        )

    def _lay_out(self) -> None:
        words = _(
            "Years follow each other without a gap, of twelve months as a rule. The next one "
            "can be opened before the last is closed."
        )
        lay_out_list(self, words, self._actions, self.list)

    @Slot()
    def reload(self) -> None:
        """Read the years again."""
        self._desk.tasks.query(self, self._service.list, self._on_years, replaces="years")

    def _on_years(self, years: tuple[FiscalYear, ...]) -> None:
        self._years = years
        self.list.set_ids([year.id for year in years])
        self._refresh()

    def _page(self, ids: Sequence[int]) -> list[FiscalYear]:
        wanted = set(ids)
        return [year for year in self._years if year.id in wanted]

    @property
    def _current(self) -> FiscalYear | None:
        key = self.list.table.current_id
        return next((year for year in self._years if year.id == key), None)

    @Slot()
    def _refresh(self) -> None:
        year = self._current
        ends = (self._years[0], self._years[-1]) if len(self._years) > 1 else ()
        self.change_action.setEnabled(year is not None and year.is_open)
        self.closing_action.setEnabled(year is not None and bool(year.id))
        self.remove_action.setEnabled(year in ends and year is not None and year.is_open)

    @Slot()
    def _on_next(self) -> None:
        self._asking.open_next(self._years)

    @Slot()
    def _on_earlier(self) -> None:
        self._asking.open_earlier(self._years)

    @Slot()
    def _on_change(self) -> None:
        if self._current is not None:
            self._asking.change(self._current)

    @Slot()
    def _on_closing(self) -> None:
        if self._current is not None:
            self._desk.navigator.open("accounts", ("closing", self._current.label))

    @Slot()
    def _on_remove(self) -> None:
        year = self._current
        if year is not None:
            self._desk.tasks.command(self, partial(self._service.remove, year.id))


def year_columns() -> tuple[Column, ...]:
    """Return the columns of the list of years."""
    return (
        Column("label", _("Fiscal year"), _label, width=16, stretch=True),
        Column("starts", _("First day"), _starts_on, width=14),
        Column("ends", _("Last day"), _ends_on, width=14),
        Column("months", _("Length"), _length, width=12, gives_way=1),
        Column("state", _("Status"), _state, tone=_tone, width=12),
    )


def _label(year: FiscalYear) -> str:
    return year.label


def _starts_on(year: FiscalYear) -> str:
    return day_text(year.starts_on)


def _ends_on(year: FiscalYear) -> str:
    return day_text(year.ends_on)


def _length(year: FiscalYear) -> str:
    count = len(months_of(year))
    return ngettext("{count} month", "{count} months", count).format(count=count)


def _state(year: FiscalYear) -> str:
    return label(year.state)


def _tone(year: FiscalYear) -> Tone:
    return Tone.GOOD if year.is_open else Tone.NEUTRAL
