"""The network in a table: who takes part in what during a year; each cell opens it."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from coopdesk.domain.money import total
from coopdesk.domain.text import fold
from coopdesk.ui.page import Role
from coopdesk.ui.page_views import ViewHead
from coopdesk.ui.partners import links
from coopdesk.ui.partners.going import record_links
from coopdesk.ui.partners.network_columns import (
    Cell,
    network_columns,
    network_sort,
    ways_of,
)
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.record_view import KeptLines
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.link_cells import LinkDelegate
from coopdesk.ui.widgets.search_field import SearchField
from coopdesk.ui.widgets.steps import make_step
from coopdesk.ui.widgets.year_box import YearBox
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.partner_sheets import PartnerSheet
    from coopdesk.domain.partners import NetworkRow
    from coopdesk.services.registry import Services
    from coopdesk.ui.partners.network_columns import Way
    from coopdesk.ui.partners.page import PartnerPage

_YEARS_BACK = 6


class NetworkView(QWidget):
    """One row a partner; a cell that tells of several things asks which."""

    def __init__(self, page: PartnerPage) -> None:
        super().__init__()
        self._page, self._desk = page, page.desk
        self._lines = KeptLines["NetworkRow"]()
        self._links = record_links(page.desk)
        self._cells = {cell.value: cell for cell in Cell}
        self.menu: QMenu | None = None
        self.search = SearchField(_("Search a partner, a group, an event…"))
        this_year = self._desk.today().year
        self.year = YearBox(this_year)
        self.year.set_years(range(this_year - _YEARS_BACK, this_year + 1))
        self.list = RecordList(self._desk, "network", network_columns(), self._lines.rows)
        self.list.set_accessible_name(_("Who takes part in what"))
        # Names of structures begin alike: their end tells two communes apart.
        self.list.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.export_action = make_step(self, _("Workbook…"), "table", self._on_export)
        self.export_action.setProperty("keys", Role.EXPORT.value)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        said = _("Once there are partners, this table says who takes part in what.")
        empty = EmptyState("share-network", _("No partner yet"), said)
        empty.offer(self._page.add_action, primary=True)
        self.list.set_empty(empty)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.search, 1)
        row.addWidget(self.year)
        row.addStretch(1)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(12)
        body.addLayout(row)
        body.addWidget(self.list, 1)
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        self.search.leads_to(self.list)
        self.search.searched.connect(self.reload)
        self.year.year_changed.connect(self.reload)
        self.list.sort_changed.connect(self.reload)
        self.list.clear_requested.connect(self.search.clear)
        self.list.clear_requested.connect(self.reload)
        self.list.record_activated.connect(self._on_activated)
        for section, column in enumerate(network_columns()):
            cell = self._cells.get(column.key)
            if cell is not None:
                delegate = LinkDelegate(self.list.table)
                delegate.followed.connect(partial(self._on_cell, cell))
                self.list.table.setItemDelegateForColumn(section, delegate)

    @property
    def head(self) -> ViewHead:
        """What stands in the head of the page."""
        return ViewHead(
            search=self.search,
            tools=(self.export_action,),
            roles={Role.EXPORT: self.export_action},
        )

    @property
    def _days(self) -> tuple[dt.date, dt.date]:
        return dt.date(self.year.year, 1, 1), dt.date(self.year.year, 12, 31)

    def show_target(self, target: object) -> None:
        """Write the workbook when that is asked for."""
        if isinstance(target, tuple) and target[1:] == ("workbook",):
            self._on_export()

    @Slot()
    def reload(self) -> None:
        """Read the network of the year again."""
        sort, descending = self.list.sort
        text = self.search.text().strip()
        call = partial(_read, self._desk.services, self._days, text)
        done = partial(self._on_rows, sort, descending=descending)
        self._desk.tasks.query(self, call, done, replaces="network")

    def _on_rows(self, sort: str, rows: list[NetworkRow], *, descending: bool) -> None:
        key = network_sort(sort)
        if key is not None:
            rows.sort(key=key, reverse=descending)
        self._lines.keep({row.contact_id: row for row in rows})
        self.list.set_ids([row.contact_id for row in rows], self.search.text().strip())
        said = _("Granted: {granted} · In kind: {in_kind} · Our fees: {fees}")
        self.list.set_totals(
            said.format(
                granted=money_text(total(row.granted for row in rows)),
                in_kind=money_text(total(row.in_kind for row in rows)),
                fees=money_text(total(row.fees for row in rows)),
            )
            if rows
            else ""
        )

    @Slot(object)
    def _on_activated(self, contact_id: int) -> None:
        """Follow the cell that has the keys; from an empty one, open the partner."""
        here = self.list.table.currentIndex()
        cell = self._cells.get(self.list.model.columns[here.column()].key)
        if cell is not None and here.data():
            self._on_cell(cell, here.row())
        else:
            self._links[links.PARTNER](contact_id)

    def _on_cell(self, cell: Cell, row: int) -> None:
        line = self._lines.get(self.list.model.id_at(row))
        if line is not None:
            call = partial(_read_sheet, self._desk.services, line.contact_id)
            done = partial(self._on_sheet, cell, line)
            self._desk.tasks.query(self, call, done, replaces="cell")

    def _on_sheet(self, cell: Cell, row: NetworkRow, sheet: PartnerSheet | None) -> None:
        """Go where a cell leads: at once if there is one way, else by a menu."""
        ways = ways_of(cell, row, sheet, self._days) if sheet is not None else []
        if len(ways) == 1:
            self._go(ways[0])
            return
        self.menu = menu = QMenu(self)
        for way in ways:
            menu.addAction(way[0].replace("&", "&&")).triggered.connect(partial(self._go, way))
        table = self.list.table
        section = [column.key for column in network_columns()].index(cell.value)
        at = self.list.model.row_of(row.contact_id)
        place = table.visualRect(self.list.model.index(at or 0, section)).bottomLeft()
        menu.popup(table.viewport().mapToGlobal(place))
        for first in menu.actions()[:1]:
            menu.setActiveAction(first)

    def _go(self, way: Way, _checked: object = None) -> None:
        _text, link, key = way
        self._links[link](key)

    @Slot()
    def _on_export(self) -> None:
        self._page.papers.write_network(*self._days)


def _read(services: Services, days: tuple[dt.date, dt.date], text: str) -> list[NetworkRow]:
    """Return the rows of a year that hold all words; runs on the worker."""
    words = fold(text).split()
    return [row for row in services.partners.network(*days) if _holds(row, words)]


def _holds(row: NetworkRow, words: list[str]) -> bool:
    said = fold(" ".join((row.name, *row.groups, *row.events, *row.agreements)))
    return all(word in said for word in words)


def _read_sheet(services: Services, contact_id: int) -> PartnerSheet | None:
    partner = services.partners.of_contact(contact_id)
    return None if partner is None else services.partners.sheet(partner.id)
