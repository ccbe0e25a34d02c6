"""What can be done with the event that is chosen: change, confirm, prepare the next one."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from typing_extensions import override

from coopdesk.domain.events import Event, EventKind, EventState, NewEvent, When
from coopdesk.domain.groups import Tagged
from coopdesk.ui.events.event_dialog import EventDialog, EventOffer, read_offer
from coopdesk.ui.events.next_dialog import NextDialog, NextOffer, read_next
from coopdesk.ui.events.words import moved_up_text
from coopdesk.ui.record_doing import RecordDoing
from coopdesk.ui.widgets.register_tags import RegisterTagging
from coopdesk.ui.widgets.steps import change_icon
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from coopdesk.services.outcome import Outcome
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk


class EventDoing(RecordDoing):
    """Commands about one event, and the forms they need."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, parent, Event)
        self._service = desk.services.events
        self._state = EventState.PLANNED
        self._moved_up: tuple[str, ...] = ()  # by the last command
        make = self._make
        self.record_action = make(_("New event…"), "plus", self._on_record)
        self.change_action = make(_("Change…"), "pencil-simple", self._on_change)
        self.door_action = make(_("Welcome people"), "hand-waving", self._on_door)
        self.door_action.setStatusTip(_("Check in who comes, and keep the cash box of the day"))
        self.confirm_action = make(_("Confirm the event"), "check", self._on_confirm)
        self.cancel_action = make(_("Cancel the event"), "prohibit", self._on_cancel)
        self.next_action = make(
            _("Prepare the next edition…"), "arrow-bend-up-right", self._on_next
        )
        self.tag_action = make(_("Registers of action…"), "tag", self._on_tag)
        self.tagging = RegisterTagging(desk, parent, self.asker)
        self.remove_action = make(_("Remove the event"), "trash", self._on_remove)
        self.usual_actions = (self.change_action, self.door_action)
        self.rare_actions = (
            self.confirm_action,
            self.next_action,
            self.tag_action,
            self.cancel_action,
            self.remove_action,
        )

    def choose(self, event_id: int | None, state: EventState | None) -> None:
        """Say which event the actions are about."""
        self._chosen = event_id
        self._state = state or EventState.PLANNED
        for action in (*self.usual_actions, *self.rare_actions):
            action.setEnabled(event_id is not None)
        confirmed = self._state is EventState.CONFIRMED
        self.confirm_action.setText(
            _("No longer sure") if confirmed else _("Confirm the event")
        )
        change_icon(self.confirm_action, "question" if confirmed else "check")
        self.cancel_action.setVisible(self._state is not EventState.CANCELLED)
        if self._state is EventState.CANCELLED:
            self.confirm_action.setText(_("It takes place after all"))

    @property
    def chosen_id(self) -> int | None:
        """The event that actions are about."""
        return self._chosen

    @Slot()
    def _on_record(self) -> None:
        self._ask_new(NewEvent(""))

    def plan_assembly(self) -> None:
        """Ask for a new event that is an assembly, or its duty would never be over."""
        self._ask_new(NewEvent(_("General assembly"), EventKind.ASSEMBLY))

    def _ask_new(self, start: NewEvent) -> None:
        read = partial(_read_start, self._desk.services, start)
        self._desk.tasks.query(self._view, read, self._on_offer, replaces="to_change")

    def _on_offer(self, offer: EventOffer) -> None:
        make = partial(EventDialog, self._desk, offer, self._window)
        event = offer.event
        send = self._service.add if event is None else partial(self._change, event.id)
        self.asker.ask(make, send)

    def _change(self, event_id: int, new: NewEvent) -> Outcome[Event]:
        return self._noting(partial(self._service.change, event_id, new))

    def _noting(self, call: Callable[[], Outcome[Event]]) -> Outcome[Event]:
        """Run a command, and note who got a place by it; runs on the worker."""
        outcome = call()
        self._moved_up = outcome.along
        return outcome

    @Slot(object)
    @override
    def _on_saved(self, made: object) -> None:
        super()._on_saved(made)
        self._tell_moved_up()

    def _tell_moved_up(self, *_made: object) -> None:
        names, self._moved_up = self._moved_up, ()
        if names:
            self._desk.feedback.tell(moved_up_text(names))

    @Slot()
    def _on_change(self) -> None:
        if self._chosen is not None:
            read = partial(read_offer, self._desk.services, self._chosen)
            self._desk.tasks.query(self._view, read, self._on_offer, replaces="to_change")

    @Slot()
    def _on_confirm(self) -> None:
        if self._chosen is not None:
            is_planned = self._state is EventState.PLANNED
            command = self._service.confirm if is_planned else self._service.plan
            call = partial(self._noting, partial(command, self._chosen))
            self._desk.tasks.command(self._view, call, self._tell_moved_up)

    @Slot()
    def _on_cancel(self) -> None:
        self._send_chosen(self._service.cancel)

    @Slot()
    def _on_door(self) -> None:
        if self._chosen is not None:
            self._desk.navigator.open("door", self._chosen)

    @Slot()
    def _on_next(self) -> None:
        read = partial(read_next, self._desk.services)
        self._read_chosen(read, self._on_next_of)

    def _on_next_of(self, offer: NextOffer) -> None:
        make = partial(NextDialog, self._desk.today, offer, self._window)
        self.asker.ask(make, partial(self._prepare, offer.event.id))

    def _prepare(self, event_id: int, when: When) -> Outcome[Event]:
        return self._service.prepare_next(event_id, when)

    @Slot()
    def _on_tag(self) -> None:
        self._read_chosen(self._service.get, self._on_tag_of)

    def _on_tag_of(self, event: Event) -> None:
        self.tagging.ask(Tagged.EVENT, event.id, event.title)

    @Slot()
    def _on_remove(self) -> None:
        self._send_chosen(self._service.remove)


def _read_start(services: Services, start: NewEvent) -> EventOffer:
    return replace(read_offer(services, None), start=start)
