"""Places where events are held, and cycles that they belong to."""

from __future__ import annotations

import enum
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from typing_extensions import override

from coopdesk.domain.events import Cycle
from coopdesk.ui.events import venue_lists as lists
from coopdesk.ui.events.venue_dialog import CycleDialog, VenueDialog
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.record_view import KeptLines, SheetView, ViewParts
from coopdesk.ui.widgets.asking import Asker
from coopdesk.ui.widgets.chips import ChoiceChips
from coopdesk.ui.widgets.detail_panel import DetailPanel
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.search_field import SearchField
from coopdesk.ui.widgets.steps import change_icon, make_step
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from coopdesk.domain.events import Venue
    from coopdesk.services.outcome import Outcome
    from coopdesk.ui.events.venue_lists import VenueRecord
    from coopdesk.ui.page import Page
    from coopdesk.ui.page_views import ViewHead


class Kind(enum.Enum):
    """What is listed."""

    OPEN = "open"
    ALL = "all"
    CYCLES = "cycles"


class VenuesView(SheetView[Kind, Any, "VenueRecord"]):
    """Places with how many they hold; cycles with their last edition."""

    def __init__(self, page: Page) -> None:
        desk, lines = page.desk, KeptLines[Any]()
        kinds = [
            (Kind.OPEN, _("Places proposed")),
            (Kind.ALL, _("All places")),
            (Kind.CYCLES, _("Cycles")),
        ]
        parts = ViewParts(
            search=SearchField(_("Search a place or a cycle…")),
            chips=ChoiceChips(_("Shown"), kinds),
            whole=Kind.ALL,
            list=RecordList(desk, "venues", lists.venue_columns(), lines.rows),
            panel=DetailPanel(_("Place or cycle")),
        )
        super().__init__(desk, lines, parts)
        self._service = desk.services.venues
        self.asker = Asker(desk, self)
        self.asker.saved.connect(self._on_saved)
        self._make_actions()
        self.list.set_accessible_name(_("List of places"))
        said = _("With how many people it holds, a poll can propose the smallest that fits.")
        self._empty = EmptyState("map-pin", _("No place yet"), said)
        self._empty.offer(self.primary_action, primary=True)
        self.list.set_empty(self._empty)
        self.panel.link_activated.connect(self._on_link)
        self.chips.chosen.connect(self._on_kind)
        self.refresh_actions()

    def _make_actions(self) -> None:
        self.primary_action = make_step(self, _("New place…"), "plus", self._on_add)
        self.cycle_action = make_step(self, _("New cycle…"), "repeat", self._on_add_cycle)
        self.change_action = make_step(self, _("Change…"), "pencil-simple", self._on_change)
        self.close_action = make_step(self, _("Propose it no more"), "archive", self._on_close)
        self.remove_action = make_step(self, _("Remove"), "trash", self._on_remove)
        self.offer((self.change_action,), (self.close_action, self.remove_action))

    @property
    @override
    def head(self) -> ViewHead:
        return replace(super().head, tools=(self.cycle_action,), uses_year=False)

    @property
    def _shows_cycles(self) -> bool:
        return self.chips.key is Kind.CYCLES

    # reading

    @Slot()
    def _on_kind(self) -> None:
        """A record of the other kind means nothing here."""
        self.detail.close_record()

    @override
    @Slot()
    def reload(self) -> None:
        cycles = self._shows_cycles
        self.list.set_columns(lists.cycle_columns() if cycles else lists.venue_columns())
        super().reload()

    @override
    def reading(self) -> Callable[[], tuple[dict[int, Any], bool]]:
        sort, descending = self.list.sort
        services, text = self._desk.services, self.search.text().strip()
        if self._shows_cycles:
            return partial(lists.read_cycles, services, text, sort, descending=descending)
        open_only = self.chips.key is Kind.OPEN
        return partial(
            lists.read_venues, services, text, sort, descending=descending, open_only=open_only
        )

    @override
    def reading_sheet(self, record_id: int) -> Callable[[], VenueRecord]:
        read = lists.read_cycle if self._shows_cycles else lists.read_venue
        return partial(read, self._desk.services, record_id)

    @override
    def show_sums(self, lines: Iterable[Any]) -> None:
        self.list.set_totals("")

    @override
    def show_sheet(self, sheet: VenueRecord) -> None:
        shown = sheet.shown
        if isinstance(shown, Cycle):
            parts = lists.cycle_parts(shown, sheet.events)
        else:
            parts = lists.venue_parts(shown, sheet.events)
        self.panel.show_parts(shown.content.name, parts)

    def show_target(self, target: object) -> None:
        """Show ``("venue", id)``, ``("cycle", id)`` or the form of a new place."""
        if not isinstance(target, tuple) or not target:
            return
        if target[0] == "venue_new":
            self.primary_action.trigger()
        elif len(target) > 1:
            self.chips.choose(Kind.CYCLES if target[0] == "cycle" else Kind.ALL)
            self.show_record(int(target[1]))

    @override
    @Slot()
    def refresh_actions(self) -> None:
        chosen = self._lines.get(self.detail.chosen_id)
        for action in (self.change_action, self.close_action, self.remove_action):
            action.setEnabled(chosen is not None)
        self.close_action.setVisible(not self._shows_cycles)
        is_open = bool(getattr(chosen, "is_open", True))
        self.close_action.setText(_("Propose it no more") if is_open else _("Propose it again"))
        change_icon(self.close_action, "archive" if is_open else "lock-open")

    # doing

    @Slot()
    def _on_add(self) -> None:
        if self._shows_cycles:
            self.chips.choose(Kind.OPEN)
            self._on_kind()
            self.reload()
        make = partial(VenueDialog, self._desk, None, self.window())
        self.asker.ask(make, self._service.add)

    @Slot()
    def _on_add_cycle(self) -> None:
        self.chips.choose(Kind.CYCLES)
        self._on_kind()
        self.reload()
        self.asker.ask(partial(CycleDialog, None, self.window()), self._service.add_cycle)

    @Slot()
    def _on_change(self) -> None:
        chosen = self._lines.get(self.detail.chosen_id)
        if chosen is None:
            return
        if self._shows_cycles:
            make_cycle = partial(CycleDialog, chosen, self.window())
            self.asker.ask(make_cycle, partial(self._service.change_cycle, chosen.id))
        else:
            make = partial(VenueDialog, self._desk, chosen, self.window())
            self.asker.ask(make, partial(self._service.change, chosen.id))

    @Slot()
    def _on_close(self) -> None:
        chosen = self._lines.get(self.detail.chosen_id)
        if chosen is not None:
            service = self._service
            call = service.close if chosen.is_open else service.reopen
            self._send(partial(call, chosen.id))

    @Slot()
    def _on_remove(self) -> None:
        chosen = self._lines.get(self.detail.chosen_id)
        if chosen is not None:
            service = self._service
            cycles = self._shows_cycles
            self._send(partial(service.remove_cycle if cycles else service.remove, chosen.id))

    def _send(self, call: Callable[[], Outcome[Any]]) -> None:
        self._desk.tasks.command(self, call)

    @Slot(object)
    def _on_saved(self, made: Venue | Cycle) -> None:
        self.show_made(made.id)

    @Slot(str)
    def _on_link(self, link: str) -> None:
        name, _colon, key = link.partition(":")
        if name == "contact":
            self._desk.navigator.open("contacts", int(key))
        else:
            self._desk.navigator.open("events", ("event", int(key)))
