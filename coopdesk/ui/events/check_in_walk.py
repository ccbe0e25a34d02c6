"""Lets in at the door who is not registered, waits for a place, or had cancelled."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton
from typing_extensions import override

from coopdesk.domain.event_registrations import RegistrationSource
from coopdesk.ui.events.registration_dialog import RegistrationDialog, read_registration_offer
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.errors import CoopDeskError
    from coopdesk.domain.event_registrations import NewRegistration, Registration
    from coopdesk.services.outcome import Outcome
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.events.registration_dialog import RegistrationOffer


class WalkInDialog(RegistrationDialog):
    """Registers who stands there; when it is full, who keeps the door decides."""

    def __init__(
        self, desk: Desk, offer: RegistrationOffer, typed: str, parent: QWidget
    ) -> None:
        super().__init__(desk, offer, parent)
        self.is_forced = self.waits = False
        self._has_waiting_list = offer.sheet.event.content.has_waiting_list
        self.setWindowTitle(_("Register at the door"))
        self.submit_button.setText(_("Register and check in"))
        self.wait_button = QPushButton(_("Put on the waiting list"))
        self.wait_button.clicked.connect(self._on_wait)
        self.force_button = QPushButton(_("Let in all the same"))
        self.force_button.clicked.connect(self._on_force)
        for button in (self.wait_button, self.force_button):
            self.buttons.addWidget(button)
        self._decide(is_full=False)
        if typed:
            self.who.setText(typed)
            self.form.is_dirty = False

    def _decide(self, *, is_full: bool) -> None:
        """Offer what can be done: to register, or what becomes of one too many."""
        self.submit_button.setVisible(not is_full)
        self.repeat_button.setVisible(not is_full)
        self.force_button.setVisible(is_full)
        self.wait_button.setVisible(is_full and self._has_waiting_list)

    @override
    def room_text(self) -> str:
        """Say that it is full: nobody at the door waits unless that is decided."""
        return super().room_text() if self.counts.free else _("full")

    @override
    def show_error(self, error: CoopDeskError) -> None:
        super().show_error(error)
        if error.code == "door.full":
            self._decide(is_full=True)
            # Three buttons are wider than the form.
            self.form.folded.emit()

    @override
    def unlock(self) -> None:
        super().unlock()
        if self.force_button.isVisible():
            self.force_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_force(self) -> None:
        self.is_forced, self.waits = True, False
        self.submit_button.click()

    @Slot()
    def _on_wait(self) -> None:
        self.is_forced, self.waits = False, True
        self.submit_button.click()


class WalkIn(QObject):
    """One form at a time; ``came`` tells who is there, ``waits`` who was told to wait."""

    came = Signal(object)  # Registration
    waits = Signal(object)  # Registration
    ended = Signal()  # whatever became of it

    def __init__(self, desk: Desk, view: QWidget) -> None:
        super().__init__(view)
        self._desk = desk
        self._view = view
        self._session_id: int | None = None
        self.dialog: WalkInDialog | None = None

    def ask(self, event_id: int, session_id: int | None, typed: str) -> None:
        """Open the form; ``typed`` is the name that nobody registered has."""
        if self.dialog is None:
            self._session_id = session_id
            read = partial(read_registration_offer, self._desk.services, event_id, None)
            self._desk.tasks.query(
                self, read, partial(self._on_offer, typed), replaces="walk in"
            )

    def _on_offer(self, typed: str, offer: RegistrationOffer) -> None:
        if self.dialog is None:
            dialog = WalkInDialog(self._desk, offer, typed, self._view.window())
            self.dialog = dialog
            dialog.submitted.connect(self._on_submitted)
            dialog.finished.connect(self._on_finished)
            dialog.open()

    @Slot(object)
    def _on_submitted(self, new: NewRegistration) -> None:
        dialog = self.dialog
        if dialog is None:
            return
        new = replace(new, source=RegistrationSource.DOOR)
        services = self._desk.services
        call: Callable[[], Outcome[Registration]]
        if dialog.waits:
            call, done = partial(services.registrations.register, new), self._on_waits
        else:
            walk_in = services.check_in.walk_in
            call = partial(walk_in, new, self._session_id, force=dialog.is_forced)
            done = self._on_came
        self._desk.tasks.command(
            dialog, call, done, failed=dialog.show_error, ended=dialog.unlock
        )

    def _on_came(self, made: Registration) -> None:
        self._end(made)
        self.came.emit(made)

    def _on_waits(self, made: Registration) -> None:
        self._end(made)
        self.waits.emit(made)

    def _end(self, made: Registration) -> None:
        dialog = self.dialog
        if dialog is not None:
            dialog.saved()
            if dialog.repeats:
                dialog.remember(made)

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None
        self.ended.emit()
