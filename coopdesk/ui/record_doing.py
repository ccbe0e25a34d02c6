"""What can be done with the record that is chosen in a view: actions, links and forms."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Signal, Slot

from coopdesk.ui.widgets.asking import Asker
from coopdesk.ui.widgets.steps import make_step

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from coopdesk.services.outcome import Outcome
    from coopdesk.ui.desk import Desk


class Recorded(Protocol):
    """A record with its number."""

    @property
    def id(self) -> int:
        """What the database calls it."""


class RecordDoing(QObject):
    """Knows which record is chosen and sends the commands about it; ``kind`` is its class."""

    recorded = Signal(int)  # the id of a record that was made or changed in a form

    record_action: QAction
    change_action: QAction
    remove_action: QAction
    usual_actions: tuple[QAction, ...]
    rare_actions: tuple[QAction, ...]

    def __init__(self, desk: Desk, parent: QWidget, kind: type[Recorded]) -> None:
        super().__init__(parent)
        self._desk = desk
        self._view = parent
        self._kind = kind
        self._chosen: int | None = None
        # What a link does, by its name; it takes the number or the day that the link carries.
        self._links: dict[str, Callable[[Any], object]] = {}
        self.asker = Asker(desk, parent)
        self.asker.saved.connect(self._on_saved)

    @property
    def _window(self) -> QWidget:
        """What forms stand over."""
        return self._view.window()

    def _make(self, text: str, icon_name: str, slot: Callable[[], None]) -> QAction:
        return make_step(self._view, text, icon_name, slot)

    @Slot(str)
    def follow(self, link: str) -> None:
        """Do what a link in the record names."""
        name, _colon, key = link.partition(":")
        if name in self._links:
            self._links[name](int(key) if key.isdecimal() else key)

    def _send(self, call: Callable[[], Outcome[Any]]) -> None:
        self._desk.tasks.command(self._view, call)

    def _send_chosen(self, command: Callable[[int], Outcome[Any]]) -> None:
        if self._chosen is not None:
            self._send(partial(command, self._chosen))

    def _read_chosen(self, get: Callable[[int], Any], show: Callable[[Any], None]) -> None:
        """Read the chosen record as it is now, to change it in a form."""
        if self._chosen is not None:
            call = partial(get, self._chosen)
            self._desk.tasks.query(self._view, call, show, replaces="to_change")

    @Slot(object)
    def _on_saved(self, made: object) -> None:
        if isinstance(made, self._kind):
            self.recorded.emit(made.id)
