"""Events: what is to come and what was, places, and figures followed over years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from typing_extensions import override

from coopdesk.services.outcome import Subject
from coopdesk.ui.events.views import EventViews, View
from coopdesk.ui.page import Page, Role
from coopdesk.ui.widgets.file_bar import FileBar
from coopdesk.ui.widgets.tab_order import follow_reading
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.ui.desk import Desk

_SUBJECTS = frozenset(
    {
        Subject.EVENTS,
        Subject.CONTACTS,
        Subject.PAYMENTS,
        Subject.DONATIONS,
        Subject.ENTRIES,
        Subject.GROUPS,
        Subject.POLLS,
        Subject.ACTIVITIES,
        Subject.BUDGETS,
    }
)


class EventPage(Page):
    """One view at a time; views say what stands in the head."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Events"), _SUBJECTS, parent)
        self._is_covered = False
        self.bar = FileBar(_("Open the file"), "file-pdf")
        self.views = EventViews(self)
        self.add_action = self.views.make_first_step(View.EVENTS, _("New event…"), "plus")
        self.poll_action = self.make_action(
            _("Import a poll…"), "download-simple", self._on_poll
        )
        self.add_more(self.poll_action)
        self.door_action = self.make_action(
            _("Welcome of the registered"), "hand-waving", self._on_door, keys="F4"
        )
        self.add_more(self.door_action)
        self.calendar_action = self.make_action(
            _("Calendar of events"), "calendar", self._on_calendar
        )
        self.venue_action = self.views.make_first_step(View.VENUES, _("New place…"), "map-pin")
        self.body.addWidget(self.views.tabs)
        self.body.addWidget(self.views.stack, 1)
        self.body.addWidget(self.bar)
        self.views.changed.connect(self.show_head)

    @property
    @override
    def shown_view(self) -> str:
        return self.views.current.value

    @property
    @override
    def first_focus(self) -> QWidget:
        """At the calendar its days: arrows move at once."""
        shown = self.views.stack.currentWidget()
        return self.search_field or (shown.focusProxy() if shown else None) or self

    @Slot()
    def show_head(self) -> None:
        """Put into the head what the view is about."""
        head = self.views.shown.head
        self._show_tabs()
        self.search_field = head.search
        new = head.primary or self.add_action
        self.role_actions = {Role.NEW: new, **head.roles}
        self.set_primary(head.primary)
        self.put_view_tools(head.tools)
        self.roles_changed.emit()
        follow_reading(self)

    @Slot(bool)
    def on_covered(self, covered: bool) -> None:  # noqa: FBT001 (slot of a Qt signal)
        """Leave the room of the tabs to the event that is open."""
        self._is_covered = covered
        self._show_tabs()

    def _show_tabs(self) -> None:
        """Show the tabs, except while an event stands in the place of their list."""
        is_list = self.views.current is View.EVENTS
        self.views.tabs.setVisible(not (is_list and self._is_covered))

    @override
    @Slot()
    def reload(self) -> None:
        self.views.reload()
        self.show_head()

    @override
    def show_target(self, target: object) -> None:
        self.views.show_target(target)

    @Slot()
    def _on_calendar(self) -> None:
        self.views.show(View.CALENDAR)

    @Slot()
    def _on_poll(self) -> None:
        self.show_target(("event_poll",))

    @Slot()
    def _on_door(self) -> None:
        """Open the door of the event of the day."""
        self.desk.navigator.open("door")
