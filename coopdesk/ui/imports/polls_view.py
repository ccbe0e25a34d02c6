"""The polls and the dates of calendars that files brought, until events take them up."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from coopdesk.domain.text import fold
from coopdesk.ui.imports.empty_states import no_date, no_poll
from coopdesk.ui.imports.poll_columns import date_columns, poll_columns
from coopdesk.ui.imports.poll_parts import CONTACT_LINK, date_parts, poll_parts
from coopdesk.ui.page_views import ViewHead
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.widgets.chips import ChoiceChips
from coopdesk.ui.widgets.detail_panel import DetailPanel
from coopdesk.ui.widgets.list_detail import ListDetail
from coopdesk.ui.widgets.search_field import SearchField
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

    from coopdesk.domain.calendars import CalendarLine
    from coopdesk.domain.polls import Poll, PollLine
    from coopdesk.ui.desk import Desk

_POLLS, _DATES = "polls", "calendar"
_SEARCH_WIDTH = 640


class PollsView(QWidget):
    """Lists polls with how they were answered, or the dates of calendars."""

    def __init__(self, desk: Desk, primary: QAction) -> None:
        super().__init__()
        self._desk = desk
        self._polls: dict[int, PollLine] = {}
        self._items: dict[int, CalendarLine] = {}
        self.chips: ChoiceChips[str] = ChoiceChips(
            _("Shown"), [(_POLLS, _("Polls and forms")), (_DATES, _("Calendars"))]
        )
        self.search = SearchField(_("Search a title or a place"))
        self.search.setMaximumWidth(_SEARCH_WIDTH)
        self.list = RecordList(desk, "imports.polls", poll_columns(), self._fetch_polls)
        self.list.set_accessible_name(_("Polls and forms"))
        self.list.set_empty(no_poll(primary))
        self.dates = RecordList(desk, "imports.dates", date_columns(), self._fetch_items)
        self.dates.set_accessible_name(_("Dates of calendars"))
        self.dates.set_empty(no_date(primary))
        self.panel = DetailPanel(_("The poll and its answers"))
        self.detail = ListDetail(self.list, self.panel)
        self.date_panel = DetailPanel(_("The date"))
        self.date_detail = ListDetail(self.dates, self.date_panel)
        self.stack = QStackedWidget()
        for part in (self.detail, self.date_detail):
            self.stack.addWidget(part)
        self.search.leads_to(self.list)
        self._head = ViewHead(search=self.search, primary=primary, uses_year=False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for widget in (self.chips, self.search):
            layout.addWidget(widget)
        layout.addWidget(self.stack, 1)
        self.setFocusProxy(self.list)
        self._connect()

    def _connect(self) -> None:
        self.chips.chosen.connect(self._on_part)
        self.search.searched.connect(self._show)
        self.detail.wanted.connect(self._on_wanted)
        self.date_detail.wanted.connect(self._on_date)
        self.panel.link_activated.connect(self._on_link)
        for shown in (self.list, self.dates):
            shown.clear_requested.connect(self.search.clear)

    @property
    def head(self) -> ViewHead:
        """What stands in the head of the page."""
        return self._head

    @Slot()
    def reload(self) -> None:
        """Read the polls and the dates."""
        services = self._desk.services
        tasks = self._desk.tasks
        tasks.query(self, services.poll_imports.polls, self._on_polls, replaces="polls")
        tasks.query(self, services.calendar_imports.items, self._on_items, replaces="items")

    def show_target(self, target: object) -> None:
        """Show the polls or the dates: ``("polls",)`` or ``("calendar",)``."""
        if isinstance(target, tuple):
            self.chips.choose(_DATES if target[0] == _DATES else _POLLS)
            self._on_part()

    def _on_polls(self, polls: Sequence[PollLine]) -> None:
        self._polls = {poll.id: poll for poll in polls}
        self._show()
        self.detail.read_again()

    def _on_items(self, items: Sequence[CalendarLine]) -> None:
        self._items = {item.id: item for item in items}
        self._show()
        self.date_detail.read_again()

    @Slot()
    def _on_part(self) -> None:
        shows_dates = self.chips.key == _DATES
        self.stack.setCurrentWidget(self.date_detail if shows_dates else self.detail)
        shown = self.dates if shows_dates else self.list
        self.search.leads_to(shown)
        self.setFocusProxy(shown)

    @Slot()
    def _show(self) -> None:
        text = self.search.text().strip()
        words = fold(text).split()

        def holds(said: str) -> bool:
            return all(word in fold(said) for word in words)

        polls = [key for key, poll in self._polls.items() if holds(poll.title)]
        self.list.set_ids(polls, searched=text)
        items = [key for key, x in self._items.items() if holds(f"{x.title} {x.place}")]
        self.dates.set_ids(items, searched=text)

    def _fetch_polls(self, ids: Sequence[int]) -> list[PollLine]:
        return [self._polls[key] for key in ids if key in self._polls]

    def _fetch_items(self, ids: Sequence[int]) -> list[CalendarLine]:
        return [self._items[key] for key in ids if key in self._items]

    @Slot(int)
    def _on_wanted(self, poll_id: int) -> None:
        if poll_id not in self._polls:
            self.detail.close_record()
            return
        read = partial(self._desk.services.poll_imports.poll, poll_id)
        self._desk.tasks.query(self, read, self._on_poll, replaces="poll")

    @Slot(int)
    def _on_date(self, item_id: int) -> None:
        line = self._items.get(item_id)
        if line is None:
            self.date_detail.close_record()
        else:
            self.date_panel.show_parts(line.title, date_parts(line))

    def _on_poll(self, poll: Poll) -> None:
        if self.detail.shown_id == poll.id:
            self.panel.show_parts(poll.title, poll_parts(poll))

    @Slot(str)
    def _on_link(self, link: str) -> None:
        if link.startswith(CONTACT_LINK):
            self._desk.navigator.open("contacts", int(link.removeprefix(CONTACT_LINK)))
