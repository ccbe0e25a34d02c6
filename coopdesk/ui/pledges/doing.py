"""What can be done with a pledge and its instalments: actions, links and their forms."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot

from coopdesk.domain.pledges import Pledge, PledgeState
from coopdesk.ui.pledges import sheet as links
from coopdesk.ui.pledges.dialog import ArrivalDialog, PledgeDialog
from coopdesk.ui.record_doing import RecordDoing
from coopdesk.ui.widgets.steps import change_icon
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.services.outcome import Outcome
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.pledges.dialog import Arrival
    from coopdesk.ui.pledges.sheet import PledgeSheet


class PledgeDoing(RecordDoing):
    """What is done with promises, and with what comes of them."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, parent, Pledge)
        self._service = desk.services.pledges
        self._state: PledgeState | None = None
        self._sheet: PledgeSheet | None = None
        make = self._make
        self.record_action = make(_("New pledge…"), "plus", self._on_record)
        self.receive_action = make(
            _("Receive an instalment…"), "calendar-check", self._on_receive
        )
        self.change_action = make(_("Change…"), "pencil-simple", self._on_change)
        self.pause_action = make(_("Pause"), "pause", self._on_pause)
        self.end_action = make(_("End"), "stop", self._on_end)
        self.remove_action = make(_("Remove the pledge"), "trash", self._on_remove)
        self.usual_actions = (self.receive_action, self.change_action)
        self.rare_actions = (self.pause_action, self.end_action, self.remove_action)
        self._links = {
            links.CONTACT_LINK: partial(desk.navigator.open, "contacts"),
            links.GIFT_LINK: partial(desk.navigator.open, "donations"),
            links.RECEIVE_LINK: self._receive,
            links.SKIP_LINK: self._skip,
            links.DETACH_LINK: self._detach,
        }

    def choose(
        self, pledge_id: int | None, state: PledgeState | None, shown: PledgeSheet | None
    ) -> None:
        """Say which pledge the actions are about; ``shown`` is the one in the panel."""
        self._chosen, self._state, self._sheet = pledge_id, state, shown
        is_chosen = pledge_id is not None
        for action in (*self.usual_actions, *self.rare_actions):
            action.setEnabled(is_chosen)
        pauses = state is PledgeState.ACTIVE or not is_chosen
        self.pause_action.setText(_("Pause") if pauses else _("Resume"))
        change_icon(self.pause_action, "pause" if pauses else "play")
        self.end_action.setEnabled(is_chosen and state is not PledgeState.ENDED)

    # the promise

    @Slot()
    def _on_record(self) -> None:
        make = partial(PledgeDialog, self._desk, None, self._window)
        self.asker.ask(make, self._service.record)

    @Slot()
    def _on_change(self) -> None:
        self._read_chosen(self._service.get, self._on_read)

    def _on_read(self, pledge: Pledge) -> None:
        make = partial(PledgeDialog, self._desk, pledge, self._window)
        self.asker.ask(make, partial(self._service.change, pledge.id))

    @Slot()
    def _on_pause(self) -> None:
        is_active = self._state is PledgeState.ACTIVE
        self._send_chosen(self._service.pause if is_active else self._service.resume)

    @Slot()
    def _on_end(self) -> None:
        self._send_chosen(self._service.end)

    @Slot()
    def _on_remove(self) -> None:
        self._send_chosen(self._service.remove)

    # what comes of it

    @Slot()
    def _on_receive(self) -> None:
        self._read_chosen(partial(links.read_sheet, self._desk.services), self._ask_arrival)

    def _ask_arrival(self, shown: PledgeSheet, due_on: dt.date | None = None) -> None:
        """Ask what came of a pledge, or say that nothing is due."""
        if not shown.waiting:
            self._desk.feedback.tell(_("Nothing of this pledge is waiting."))
            return
        make = partial(ArrivalDialog, self._desk, shown, due_on, self._window)
        self.asker.ask(make, partial(self._save_arrival, shown.pledge.id))

    def _save_arrival(self, pledge_id: int, new: Arrival) -> Outcome[Any]:
        if new.donation_id is not None:
            return self._service.attach(new.donation_id, pledge_id, new.due_on)
        return self._service.receive(
            pledge_id, new.due_on, new.received_on, new.amount, new.mode
        )

    def _receive(self, day: str) -> None:
        if self._sheet is not None:
            self._ask_arrival(self._sheet, dt.date.fromisoformat(day))

    def _skip(self, day: str) -> None:
        if self._sheet is not None:
            due_on = dt.date.fromisoformat(day)
            self._send(partial(self._service.skip, self._sheet.pledge.id, due_on))

    def _detach(self, donation_id: int) -> None:
        self._send(partial(self._service.detach, donation_id))
