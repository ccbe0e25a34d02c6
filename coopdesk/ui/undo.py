"""Undo and redo: their labels in the menu, and what the status line says."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal, Slot

from coopdesk.wording.formats import capital
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopdesk.domain.operations import Operation, UndoState
    from coopdesk.services.outcome import Outcome
    from coopdesk.services.progress import Progress
    from coopdesk.ui.changes import ChangeBus
    from coopdesk.ui.tasks import TaskRunner


class UndoService(Protocol):
    """What the window needs of the journal."""

    def state(self) -> UndoState:
        """Return what undo and redo would do now."""

    def undo(self, progress: Progress) -> Outcome[Operation]:
        """Take the newest command back."""

    def redo(self, progress: Progress) -> Outcome[Operation]:
        """Do again what was taken back."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What one of the two would do: nothing when ``text`` is empty; frozen: the law forbids."""

    id: int = 0
    text: str = ""
    frozen: bool = False


NOTHING = Offer()


def read_offers(service: UndoService) -> tuple[Offer, Offer]:
    """Return what undo and redo would do, in words; runs on the worker."""
    state = service.state()
    return _offer(state.undo), _offer(state.redo)


def _offer(operation: Operation | None) -> Offer:
    if operation is None:
        return NOTHING
    from coopdesk.wording.operations import operation_text

    return Offer(operation.id, operation_text(operation), operation.frozen)


class UndoControl(QObject):
    """Keeps what Ctrl+Z and Ctrl+Y would do, after each change."""

    offers_changed = Signal()
    done = Signal(str, str)  # sentence, then "undo", "redo" or nothing to offer with it

    def __init__(self, tasks: TaskRunner, changes: ChangeBus, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._service: UndoService | None = None
        self._is_known = False
        self.undo_offer = NOTHING
        self.redo_offer = NOTHING
        changes.changed.connect(self.refresh)

    def attach(self, service: UndoService | None) -> None:
        """Follow the journal of another database."""
        self._service = service
        self._is_known = False
        self.undo_offer = self.redo_offer = NOTHING
        self.offers_changed.emit()
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Ask again what could be taken back."""
        if self._service is not None:
            call = partial(read_offers, self._service)
            self._tasks.query(self, call, self._on_offers, replaces="offers")

    @Slot()
    def undo(self) -> None:
        """Take the newest command back; of a frozen one the service says why it stays."""
        if self._service is not None and self.undo_offer.text:
            self._run(_("Undoing"), self._service.undo)

    @Slot()
    def redo(self) -> None:
        """Do again what was taken back last."""
        if self._service is not None and self.redo_offer.text:
            self._run(_("Redoing"), self._service.redo)

    def _run(self, title: str, call: Callable[[Progress], object]) -> None:
        self._tasks.job(self, title, call)

    def _on_offers(self, offers: tuple[Offer, Offer]) -> None:
        before, (self.undo_offer, self.redo_offer) = self.undo_offer, offers
        newest = self.undo_offer
        if self._is_known and newest.id > before.id:
            self.done.emit(capital(newest.text), "" if newest.frozen else "undo")
        elif self._is_known and newest.id != before.id and self.redo_offer.id > newest.id:
            text = _("Undone: {what}").format(what=self.redo_offer.text)
            self.done.emit(text, "redo")
        self._is_known = True
        self.offers_changed.emit()
