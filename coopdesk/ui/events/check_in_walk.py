"""Lets in at the door who is not registered, waits for a place, or had cancelled."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QPushButton
from typing_extensions import override

from coopdesk.domain.event_registrations import RegistrationSource
from coopdesk.ui.events.registration_dialog import RegistrationDialog, read_registration_offer
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.errors import CoopDeskError
    from coopdesk.domain.event_registrations import NewRegistration, Registration
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.events.registration_dialog import RegistrationOffer


class WalkInDialog(RegistrationDialog):
    """Registers who stands there; when it is full, who keeps the door decides."""

    def __init__(
        self, desk: Desk, offer: RegistrationOffer, typed: str, parent: QWidget
    ) -> None:
        super().__init__(desk, offer, parent)
        self.is_forced = False
        self.setWindowTitle(_("Register at the door"))
        self.submit_button.setText(_("Register and check in"))
        self.force_button = QPushButton(_("Let in all the same"))
        self.force_button.setAutoDefault(False)
        self.force_button.hide()
        self.force_button.clicked.connect(self._on_force)
        self.buttons.insertWidget(0, self.force_button)
        if typed:
            self.who.setText(typed)
            self.form.is_dirty = False

    @override
    def show_error(self, error: CoopDeskError) -> None:
        super().show_error(error)
        self.force_button.setVisible(error.code == "door.full")

    @Slot()
    def _on_force(self) -> None:
        self.is_forced = True
        self.submit_button.click()


class WalkIn(QObject):
    """One form at a time; ``came`` tells who was registered and is there."""

    came = Signal(object)  # Registration

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
        came = replace(new, source=RegistrationSource.DOOR)
        walk_in = self._desk.services.check_in.walk_in
        self._desk.tasks.command(
            dialog,
            partial(walk_in, came, self._session_id, force=dialog.is_forced),
            self._on_came,
            failed=dialog.show_error,
            ended=dialog.unlock,
        )

    def _on_came(self, made: Registration) -> None:
        if self.dialog is not None:
            self.dialog.saved()
        self.came.emit(made)

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None
