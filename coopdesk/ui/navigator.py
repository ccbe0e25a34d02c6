"""Moves between pages and remembers the way back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

_LONGEST = 50


class Navigator(QObject):
    """Any page may ask for another; only the window knows how to show it."""

    requested = Signal(str, object)  # page key, target (or None)
    history_changed = Signal()
    leaving = Signal()  # the page that is shown may say where it stands, for the way back
    command_wanted = Signal(str, str)  # page key, action of that page
    tour_wanted = Signal()
    tour_ended = Signal()
    demo_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._past: list[tuple[str, object]] = []
        self._place: tuple[str, object] | None = None

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place to go back to."""
        return bool(self._past)

    def open(self, page: str, target: object = None) -> None:
        """Show a page, and on it a record or anything else that the page understands."""
        self.leaving.emit()
        self._move_to((page, target))
        self.requested.emit(page, target)
        self.history_changed.emit()

    def run(self, page: str, action: str) -> None:
        """Show a page and do there what one of its actions does, such as ``add_action``."""
        self.open(page)
        self.command_wanted.emit(page, action)

    def stand_at(self, page: str, target: object) -> None:
        """Name what a page shows now, so that the way back leads here; nothing is opened.

        For what the person reached inside the page, by its tabs or its lists.
        """
        if self._place is not None and self._place[0] == page:
            self._place = (page, target)

    def step_to(self, page: str, target: object) -> None:
        """Note a step inside the page, such as another tab: the way back leads before it."""
        if self._place is not None and self._place[0] == page:
            self._move_to((page, target))
            self.history_changed.emit()

    def _move_to(self, place: tuple[str, object]) -> None:
        known = self._place
        # A target may be a list of files, which no set takes.
        if known is not None and known not in (place, self._last):
            self._past.append(known)
            del self._past[:-_LONGEST]
        self._place = place

    @property
    def _last(self) -> tuple[str, object] | None:
        return self._past[-1] if self._past else None

    def forget(self) -> None:
        """Forget the way; for another database."""
        self._past.clear()
        self._place = None
        self.history_changed.emit()

    def back(self) -> None:
        """Show the place before this one."""
        self.leaving.emit()
        while self._past and self._last == self._place:
            self._past.pop()
        if self._past:
            self._place = self._past.pop()
            self.requested.emit(*self._place)
            self.history_changed.emit()
