"""The view of events: the list by time, and the record of the one that is open."""

from __future__ import annotations

import enum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from typing_extensions import override

from coopdesk.domain.event_days import EventFilter, EventSpan
from coopdesk.domain.events import EventKind, WhenKind
from coopdesk.domain.money import total
from coopdesk.ui.events.columns import event_columns
from coopdesk.ui.events.doing import EventDoing
from coopdesk.ui.events.panel import EventPanel
from coopdesk.ui.events.papers import EventPapers
from coopdesk.ui.events.poll_tab import PollTab
from coopdesk.ui.events.programme_doing import ProgrammeDoing
from coopdesk.ui.events.programme_tab import ProgrammeTab
from coopdesk.ui.events.registrations_tab import RegistrationsTab
from coopdesk.ui.events.sheet import EventRecord, read_record
from coopdesk.ui.events.targets import Part, event_target
from coopdesk.ui.page import Role
from coopdesk.ui.page_views import ViewHead
from coopdesk.ui.recent_records import remember_opened
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.record_view import KeptLines, SheetView, ViewParts
from coopdesk.ui.table_header import TableHeader
from coopdesk.ui.widgets.chips import ChoiceChips
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.search_field import SearchField
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.event_titles import event_title_text
from coopdesk.wording.formats import money_text, number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from coopdesk.domain.events import EventLine
    from coopdesk.services.events import EventService
    from coopdesk.ui.page import Page

_Lines = dict[int, "EventLine"]


class Span(enum.Enum):
    """Which events are listed."""

    COMING = "coming"
    PAST = "past"
    UNDATED = "undated"
    ALL = "all"


_SPANS = {Span.COMING: EventSpan.COMING, Span.PAST: EventSpan.PAST}


class EventsView(SheetView[Span, "EventLine", EventRecord]):
    """An event has much to show: it takes the place of the list."""

    head_changed = Signal()  # another part is shown, with its own first step

    def __init__(self, page: Page) -> None:
        desk, lines = page.desk, KeptLines["EventLine"]()
        spans = [
            (Span.COMING, _("To come")),
            (Span.PAST, _("Past ones")),
            (Span.UNDATED, _("Without a date")),
            (Span.ALL, _("All events")),
        ]
        panel = EventPanel(desk)
        parts = ViewParts(
            search=SearchField(_("Search a title, a place or a cycle…")),
            chips=ChoiceChips(_("Events"), spans),
            whole=Span.ALL,
            list=RecordList(desk, "events", event_columns(), lines.rows),
            panel=panel,
        )
        super().__init__(desk, lines, parts)
        remember_opened(desk, "event", self.detail)
        self.events = panel
        self._service = desk.services.events
        self._listed: Span | None = None
        self._is_asked_for = False  # by another page, to which Alt+Left goes back then
        self.papers = EventPapers(desk, page)
        self.doing = EventDoing(desk, self)
        self.programme = ProgrammeDoing(desk, self)
        for action in self.papers.actions:
            panel.add_action(action)
        self.doing.rare_actions = (*self.doing.rare_actions, *self.papers.rare_actions)
        self.list.set_accessible_name(_("List of events"))
        said = _("A workshop, an assembly, a festival: who comes, what is said, what it costs.")
        empty = EmptyState("calendar-blank", _("No event yet"), said)
        self.do(self.doing, empty)
        self.poll_action = make_step(self, _("Import a poll…"), "download-simple")
        empty.offer(self.poll_action)
        self.detail.set_alone(True)
        self._connect()
        self.refresh_actions()

    def _connect(self) -> None:
        self.poll_action.triggered.connect(self._on_poll)
        self.panel.link_activated.connect(self._on_link)
        self.detail.covered.connect(self._on_open)
        self.events.part_shown.connect(self._on_part)

    @property
    def head(self) -> ViewHead:
        """What stands in the head of the page."""
        papers = self.papers
        # In the registrations of an event, Ctrl+N registers and Ctrl+F searches them; in its
        # programme, Ctrl+N adds a session.
        is_open = self.detail.shown_id is not None
        tab = self.events.tab if is_open else None
        people = tab if isinstance(tab, RegistrationsTab) else self
        roles = {Role.PRINT: papers.print_action, Role.EXPORT: papers.export_action}
        if is_open and not self._is_asked_for:
            roles[Role.BACK] = self.panel.close_action
        return ViewHead(
            search=people.search,
            primary=tab.add_action if isinstance(tab, ProgrammeTab) else people.primary_action,
            tools=tab.tools if isinstance(tab, RegistrationsTab) else (),
            change=self.change_action,
            remove=self.remove_action,
            roles=roles,
            uses_year=False,
        )

    # reading

    @override
    def reading(self) -> Callable[[], tuple[_Lines, bool]]:
        span = self.chips.key
        self._turn_days(span)
        sort, descending = self.list.sort
        wanted = EventFilter(
            text=self.search.text().strip(),
            span=_SPANS.get(span, EventSpan.ALL),
            sort=sort or "when",
            descending=descending,
        )
        return partial(_read_list, self._service, wanted, span)

    def _turn_days(self, span: Span) -> None:
        """Put what was held last first among past events, what comes next among others."""
        header = self.list.table.horizontalHeader()
        if span is self._listed or not isinstance(header, TableHeader):
            return
        self._listed = span
        if self.list.sort[0] == "when":
            header.set_sort("when", descending=span is Span.PAST)

    @override
    def reading_sheet(self, record_id: int) -> Callable[[], EventRecord]:
        return partial(read_record, self._desk.services, record_id)

    @override
    def show_sums(self, lines: Iterable[EventLine]) -> None:
        listed = list(lines)
        people = sum(line.registered for line in listed)
        text = ngettext("{count} registration", "{count} registrations", people)
        said = [text.format(count=number_text(people))] if people else []
        due = total(line.due for line in listed)
        if due:
            said.append(_("still due: {amount}").format(amount=money_text(due)))
        self.list.set_totals(" · ".join(said))

    @override
    def show_sheet(self, sheet: EventRecord) -> None:
        self.programme.sheet = sheet.sheet
        self.events.show_record(sheet)

    @override
    @Slot(int)
    def show_made(self, record_id: int) -> None:
        """Another event opens at its first part, whatever was shown of the one before."""
        if record_id != self.detail.shown_id:
            self.events.show_part(Part.SHEET)
        super().show_made(record_id)

    def show_target(self, target: object) -> None:
        """Show ``("event", id)`` with a part, or open the form of a new one."""
        if not isinstance(target, tuple) or not target:
            return
        if target[0] == "event" and len(target) > 1:
            event_id = int(target[1])
            # Whoever comes back to an event that is still open came from the list as before.
            self._is_asked_for |= event_id != self.detail.shown_id
            self.show_record(event_id)
            if len(target) > 2:
                self.events.show_part(Part(target[2]))
            self.head_changed.emit()
        elif target == ("event_new", EventKind.ASSEMBLY.value):
            self.doing.plan_assembly()
        elif target[0] == "event_new":
            self.primary_action.trigger()
        elif target[0] == "event_poll":
            self._on_poll()

    @override
    @Slot()
    def refresh_actions(self) -> None:
        chosen = self.detail.chosen_id
        line = self._lines.get(chosen)
        state = line.state if line is not None else None
        title = event_title_text(line.title, line.edition) if line is not None else ""
        if line is None and self.sheet is not None and self.sheet.id == chosen:
            content = self.sheet.sheet.event.content
            state, title = content.state, self.sheet.title
        self.doing.choose(chosen, state)
        self.papers.choose(chosen, title)

    # doing

    @Slot(bool)
    def _on_open(self, is_open: bool) -> None:  # noqa: FBT001 (slot of a Qt signal)
        if not is_open:
            self._is_asked_for = False
            # The next event is opened at its first part.
            self.events.show_part(Part.SHEET)
        self._on_part()

    @Slot()
    def _on_part(self) -> None:
        """Leave F2 and Del to the part that is shown, and the head to its first step."""
        is_ours = self.detail.shown_id is None or self.events.part is Part.SHEET
        self.papers.follow(Part.SHEET if is_ours else self.events.part)
        self.change_action.setShortcut("F2" if is_ours else "")
        self.remove_action.setShortcut("Del" if is_ours else "")
        self.head_changed.emit()

    @Slot()
    def _on_poll(self) -> None:
        """Import a poll about the event that is open; else as any other file."""
        if self.detail.shown_id is None:
            self._desk.navigator.open("imports")
            return
        self.events.show_part(Part.POLL)
        tab = self.events.tab
        if isinstance(tab, PollTab) and tab.record is not None:
            tab.choose_file()

    @Slot(str)
    def _on_link(self, link: str) -> None:
        name, _colon, key = link.partition(":")
        open_page = self._desk.navigator.open
        if name in self.programme.links:
            self.programme.links[name](int(key))
            return
        if self.detail.shown_id is not None:
            # Alt+Left comes back to this event.
            here = event_target(self.detail.shown_id, self.events.part)
            self._desk.navigator.stand_at("events", here)
        if name == "contact":
            open_page("contacts", int(key))
        elif name == "event":
            self.show_record(int(key))
        elif name == "venue":
            open_page("events", ("venue", int(key)))


def _read_list(service: EventService, wanted: EventFilter, span: Span) -> tuple[_Lines, bool]:
    """Return what a filter shows, and whether there is any event; runs on the worker."""
    found = service.list(wanted)
    if span is not Span.ALL:
        undated = span is Span.UNDATED
        found = [x for x in found if (x.when.kind is WhenKind.UNDATED) is undated]
    lines = {line.id: line for line in found}
    return lines, bool(lines) or bool(service.list(EventFilter()))
