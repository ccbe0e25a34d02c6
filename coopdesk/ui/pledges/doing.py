"""What can be done with a pledge and its instalments: actions, links and their forms."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from coopdesk.domain.pledges import Pledge, PledgeState
from coopdesk.ui.icons import icon
from coopdesk.ui.pledges import sheet as links
from coopdesk.ui.pledges.dialog import ArrivalDialog, PledgeDialog
from coopdesk.ui.widgets.asking import Asker
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.pledges import NewPledge
    from coopdesk.services.outcome import Outcome
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.pledges.dialog import Arrival
    from coopdesk.ui.pledges.sheet import PledgeSheet


class PledgeDoing(QObject):
    """Knows the pledge that is chosen and sends the commands about it."""

    recorded = Signal(object)  # Pledge
    sheet_wanted = Signal(int)  # read a pledge to receive an instalment of it

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._window = parent
        self._service = desk.services.pledges
        self._chosen: int | None = None
        self._state: PledgeState | None = None
        self._sheet: PledgeSheet | None = None
        self.asker = Asker(desk, parent)
        self.asker.saved.connect(self._on_saved)
        make = partial(make_step, parent)
        self.record_action = make(_("New pledge…"), "plus")
        self.record_action.triggered.connect(self._on_record)
        self.receive_action = make(_("Receive an instalment…"), "calendar-check")
        self.receive_action.triggered.connect(self._on_receive)
        self.change_action = make(_("Change…"), "pencil-simple")
        self.change_action.triggered.connect(self._on_change)
        self.pause_action = make(_("Pause"), "pause")
        self.pause_action.triggered.connect(self._on_pause)
        self.end_action = make(_("End"), "stop")
        self.end_action.triggered.connect(self._on_end)
        self.remove_action = make(_("Remove the pledge"), "trash")
        self.remove_action.triggered.connect(self._on_remove)
        self._links: dict[str, Callable[[str], object]] = {
            links.CONTACT_LINK: self._open_contact,
            links.GIFT_LINK: self._open_gift,
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
        for action in (self.receive_action, self.change_action, self.remove_action):
            action.setEnabled(is_chosen)
        is_active = state is PledgeState.ACTIVE
        self.pause_action.setEnabled(is_chosen)
        self.pause_action.setText(_("Pause") if is_active or not is_chosen else _("Resume"))
        self.pause_action.setIcon(icon("pause" if is_active or not is_chosen else "play"))
        self.end_action.setEnabled(is_chosen and state is not PledgeState.ENDED)

    @Slot(str)
    def follow(self, link: str) -> None:
        """Do what a link in the record of a pledge names."""
        name, _colon, key = link.partition(":")
        if name in self._links:
            self._links[name](key)

    def _send(self, call: Callable[[], Outcome[Any]]) -> None:
        self._desk.tasks.command(self._window, call)

    @Slot(object)
    def _on_saved(self, made: object) -> None:
        if isinstance(made, Pledge):
            self.recorded.emit(made)

    # the promise

    @Slot()
    def _on_record(self) -> None:
        make = partial(PledgeDialog, self._desk, None, self._window.window())
        self.asker.ask(make, self._service.record)

    @Slot()
    def _on_change(self) -> None:
        if self._chosen is not None:
            get = partial(self._service.get, self._chosen)
            self._desk.tasks.query(self._window, get, self._on_read, replaces="to_change")

    def _on_read(self, pledge: Pledge) -> None:
        make = partial(PledgeDialog, self._desk, pledge, self._window.window())
        self.asker.ask(make, partial(self._change, pledge.id))

    def _change(self, pledge_id: int, new: NewPledge) -> Outcome[Pledge]:
        return self._service.change(pledge_id, new)

    @Slot()
    def _on_pause(self) -> None:
        if self._chosen is not None:
            is_active = self._state is PledgeState.ACTIVE
            step = self._service.pause if is_active else self._service.resume
            self._send(partial(step, self._chosen))

    @Slot()
    def _on_end(self) -> None:
        if self._chosen is not None:
            self._send(partial(self._service.end, self._chosen))

    @Slot()
    def _on_remove(self) -> None:
        if self._chosen is not None:
            self._send(partial(self._service.remove, self._chosen))

    # what comes of it

    @Slot()
    def _on_receive(self) -> None:
        if self._chosen is None:
            return
        if self._sheet is None or self._sheet.pledge.id != self._chosen:
            self.sheet_wanted.emit(self._chosen)
        else:
            self.ask_arrival(self._sheet, None)

    def ask_arrival(self, shown: PledgeSheet, due_on: dt.date | None) -> None:
        """Ask what came of a pledge, or say that nothing is due."""
        if not shown.waiting:
            self._desk.feedback.tell(_("Nothing of this pledge is waiting."))
            return
        make = partial(ArrivalDialog, self._desk, shown, due_on, self._window.window())
        self.asker.ask(make, partial(self._save_arrival, shown.pledge.id))

    def _save_arrival(self, pledge_id: int, new: Arrival) -> Outcome[Any]:
        if new.donation_id is not None:
            return self._service.attach(new.donation_id, pledge_id, new.due_on)
        return self._service.receive(
            pledge_id, new.due_on, new.received_on, new.amount, new.mode
        )

    def _receive(self, day: str) -> None:
        if self._sheet is not None:
            self.ask_arrival(self._sheet, dt.date.fromisoformat(day))

    def _skip(self, day: str) -> None:
        if self._sheet is not None:
            due_on = dt.date.fromisoformat(day)
            self._send(partial(self._service.skip, self._sheet.pledge.id, due_on))

    def _detach(self, donation_id: str) -> None:
        self._send(partial(self._service.detach, int(donation_id)))

    def _open_contact(self, contact_id: str) -> None:
        self._desk.navigator.open("contacts", int(contact_id))

    def _open_gift(self, donation_id: str) -> None:
        self._desk.navigator.open("donations", int(donation_id))
