"""Starts the tour of the window, and remembers that it was taken or left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopdesk.ui.main_window import MainWindow
    from coopdesk.ui.tour import Tour, TourStep


class TourControl(QObject):
    """There is one tour at a time; it begins on the home page."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.tour: Tour | None = None
        window.navigator.tour_wanted.connect(self.start)

    @Slot()
    def offer(self) -> None:
        """Start for somebody who never took the tour nor left it."""
        if not self._window.settings.current.tour_done:
            self.start()

    @Slot()
    def start(self) -> None:
        """Show the first step, if there is an open database to look around in."""
        from coopdesk.ui.tour import Tour

        window = self._window
        if self.tour is not None or window.stack.desk is None:
            return
        window.navigator.open(next(iter(window.stack.specs)))
        self.tour = Tour(window, tuple(self._steps()))
        self.tour.ended.connect(self._on_ended)

    def _steps(self) -> Iterator[TourStep]:
        from coopdesk.ui.tour import TourStep

        window = self._window
        yield TourStep(
            window.rail,
            _("The pages"),
            _(
                "Each page keeps one thing: people, gifts, events, accounts. Ctrl and a digit "
                "lead there; Alt and the left arrow come back."
            ),
        )
        yield TourStep(
            window.rail.new_button,
            _("Make something new"),
            _(
                "A contact, a gift, a membership, an event: from any page, with this button or "
                "Ctrl+J."
            ),
        )
        yield TourStep(
            window.rail.find_button,
            _("Find anything"),
            _("Type a few letters of a name, a page or a command. Ctrl+K does it too."),
        )
        yield TourStep(
            window.stack,
            _("What there is to do"),
            _(
                "The home page says what is late, what is soon due and where you stand. Every "
                "figure opens the lines that make it."
            ),
        )
        yield TourStep(
            window.status,
            _("Nothing is lost"),
            _(
                "This line says what was just done, and can take it back: Ctrl+Z. All is saved "
                "at once, in one file."
            ),
        )
        yield TourStep(
            window.menuBar(),
            _("Help beside you"),
            _(
                "F1 opens the guide at the right page, next to your work. This tour waits in "
                "the menu Help."
            ),
        )

    @Slot()
    def _on_ended(self) -> None:
        self.tour = None
        self._window.settings.change(tour_done=True)
        self._window.settings.save()
        self._window.navigator.tour_ended.emit()
