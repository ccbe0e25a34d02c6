"""Sends who came to the database, one after the other: typing and scanning never wait."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from coopdesk.domain.errors import RuleError
    from coopdesk.domain.event_registrations import Arrival, CheckInEntry, Registration
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.events.check_in_book import CheckInBook


class CheckInSending(QObject):
    """The worker takes commands in their order; ``book`` counts them from the first moment."""

    refused = Signal(object, object)  # CheckInEntry, RuleError
    known_before = Signal(object)  # CheckInEntry: it was there already, by another desk
    lost = Signal(object)  # CheckInEntry: not written, and the window said why
    rested = Signal()  # everything is written

    def __init__(self, desk: Desk, book: CheckInBook, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._book = book

    def check_in(self, entry: CheckInEntry, *, force: bool = False) -> None:
        """Say that somebody is there."""
        key, session_id = entry.registration_id, self._book.session_id
        self._book.send(key, is_there=True)
        call = partial(self._desk.services.check_in.check_in, key, session_id, force=force)
        self._desk.tasks.command(
            self,
            call,
            partial(self._on_arrived, entry, session_id),
            failed=partial(self._on_failed, entry, session_id),
            ended=partial(self._on_ended, entry, session_id),
        )

    def take_back(self, entry: CheckInEntry) -> None:
        """Say that somebody is not there after all."""
        key, session_id = entry.registration_id, self._book.session_id
        self._book.send(key, is_there=False)
        call = partial(self._desk.services.check_in.take_back, key, session_id)
        self._desk.tasks.command(
            self,
            call,
            partial(self._on_taken_back, key, session_id),
            failed=partial(self._on_failed, entry, session_id),
            ended=partial(self._on_ended, entry, session_id),
        )

    def _on_arrived(
        self, entry: CheckInEntry, session_id: int | None, arrival: Arrival
    ) -> None:
        self._book.settle(entry.registration_id, session_id)
        if arrival.was_there:
            self.known_before.emit(entry)

    def _on_taken_back(
        self, registration_id: int, session_id: int | None, _registration: Registration
    ) -> None:
        self._book.settle(registration_id, session_id)

    def _on_failed(self, entry: CheckInEntry, session_id: int | None, error: RuleError) -> None:
        self._book.fail(entry.registration_id, session_id)
        self.refused.emit(entry, error)

    def _on_ended(self, entry: CheckInEntry, session_id: int | None) -> None:
        """Count nobody whom a disk or another program kept from being written."""
        if self._book.fail(entry.registration_id, session_id):
            self.lost.emit(entry)
        if not self._book.is_waiting:
            self.rested.emit()
