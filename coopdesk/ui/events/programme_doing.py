"""What can be done with sessions, parts and tariffs of the event that is open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from coopdesk.domain.events import EventRole
from coopdesk.ui.events import links
from coopdesk.ui.events.making_dialogs import PartDialog, SessionDialog, TariffDialog
from coopdesk.ui.widgets.asking import Asker

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.events import EventPart, EventSheet, Session, Tariff
    from coopdesk.services.outcome import Outcome
    from coopdesk.ui.desk import Desk


class ProgrammeDoing(QObject):
    """Opens the forms and sends the commands; ``links`` is what its links do."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._view = parent
        self._service = desk.services.events
        self.sheet: EventSheet | None = None
        self.asker = Asker(desk, parent)
        self.links: dict[str, Callable[[int], None]] = {
            links.ADD_SESSION: self.add_session,
            links.CHANGE_SESSION: self._change_session,
            links.RAISE_SESSION: partial(self._move_session, -1),
            links.LOWER_SESSION: partial(self._move_session, 1),
            links.REMOVE_SESSION: self._remove_session,
            links.ADD_SPEAKER: self._add_speaker,
            links.ADD_PART: self.add_part,
            links.CHANGE_PART: self._change_part,
            links.REMOVE_PART: self._remove_part,
            links.ADD_TARIFF: self.add_tariff,
            links.CHANGE_TARIFF: self._change_tariff,
            links.CLOSE_TARIFF: self._close_tariff,
            links.REMOVE_TARIFF: self._remove_tariff,
        }

    @property
    def _window(self) -> QWidget:
        return self._view.window()

    def _send(self, call: Callable[[], Outcome[Any]]) -> None:
        self._desk.tasks.command(self._view, call)

    # sessions

    def add_session(self, _key: int = 0) -> None:
        """Ask for a new session."""
        if self.sheet is not None:
            make = partial(SessionDialog, self._desk, self.sheet, None, self._window)
            self.asker.ask(make, partial(self._service.add_session, self.sheet.event.id))

    def _session(self, session_id: int) -> Session | None:
        sessions = self.sheet.sessions if self.sheet is not None else ()
        return next((one for one in sessions if one.id == session_id), None)

    def _change_session(self, session_id: int) -> None:
        session = self._session(session_id)
        if session is not None and self.sheet is not None:
            make = partial(SessionDialog, self._desk, self.sheet, session, self._window)
            self.asker.ask(make, partial(self._service.change_session, session_id))

    def _move_session(self, by: int, session_id: int) -> None:
        """Put a session before or after its neighbour."""
        if self.sheet is None:
            return
        ids = [one.id for one in self.sheet.sessions]
        at = ids.index(session_id) if session_id in ids else -1
        if at >= 0 and 0 <= at + by < len(ids):
            ids[at], ids[at + by] = ids[at + by], ids[at]
            self._send(partial(self._service.order_sessions, self.sheet.event.id, ids))

    def _remove_session(self, session_id: int) -> None:
        self._send(partial(self._service.remove_session, session_id))

    # who does what

    def add_part(self, _key: int = 0) -> None:
        """Ask for somebody of the organisation."""
        self._ask_part(None, EventRole.ORGANISER, None)

    def _add_speaker(self, session_id: int) -> None:
        self._ask_part(None, EventRole.SPEAKER, session_id or None)

    def _change_part(self, part_id: int) -> None:
        parts = self.sheet.parts if self.sheet is not None else ()
        part = next((one for one in parts if one.id == part_id), None)
        if part is not None:
            self._ask_part(part, part.content.role, part.content.session_id)

    def _ask_part(
        self, part: EventPart | None, role: EventRole, session_id: int | None
    ) -> None:
        if self.sheet is None:
            return
        make = partial(PartDialog, self._desk, self.sheet, part, self._window, role)
        send = (
            partial(self._service.add_part, self.sheet.event.id)
            if part is None
            else partial(self._service.change_part, part.id)
        )
        self.asker.ask(make, send)
        dialog = self.asker.dialog
        if isinstance(dialog, PartDialog) and part is None:
            dialog.session.choose(session_id)

    def _remove_part(self, part_id: int) -> None:
        self._send(partial(self._service.remove_part, part_id))

    # what it costs

    def add_tariff(self, _key: int = 0) -> None:
        """Ask for a new tariff."""
        if self.sheet is not None:
            make = partial(TariffDialog, None, self._window)
            self.asker.ask(make, partial(self._service.add_tariff, self.sheet.event.id))

    def _tariff(self, tariff_id: int) -> Tariff | None:
        tariffs = self.sheet.tariffs if self.sheet is not None else ()
        return next((one for one in tariffs if one.id == tariff_id), None)

    def _change_tariff(self, tariff_id: int) -> None:
        tariff = self._tariff(tariff_id)
        if tariff is not None:
            make = partial(TariffDialog, tariff, self._window)
            self.asker.ask(make, partial(self._service.change_tariff, tariff_id))

    def _close_tariff(self, tariff_id: int) -> None:
        tariff = self._tariff(tariff_id)
        if tariff is not None:
            service = self._service
            call = service.reopen_tariff if tariff.is_closed else service.close_tariff
            self._send(partial(call, tariff_id))

    def _remove_tariff(self, tariff_id: int) -> None:
        self._send(partial(self._service.remove_tariff, tariff_id))
