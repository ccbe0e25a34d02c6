"""Starts the tour of the window, and remembers that it was taken or left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from coopdesk.wording.language import N_, _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.ui.main_window import MainWindow
    from coopdesk.ui.tour import Tour

# The title and the sentence of each step, in the order of `_places`.
_STEPS = (
    (
        N_("The pages"),
        N_(
            "Each page keeps one thing: people, gifts, events, accounts. Ctrl and a digit "
            "lead there; Alt and the left arrow come back."
        ),
    ),
    (
        N_("Make something new"),
        N_(
            "A contact, a gift, a membership, an event: from any page, with this button or "
            "Ctrl+J."
        ),
    ),
    (
        N_("Find anything"),
        N_("Type a few letters of a name, a page or a command. Ctrl+K does it too."),
    ),
    (
        N_("What there is to do"),
        N_(
            "The home page says what is late, what is soon due and where you stand. Every "
            "figure opens the lines that make it."
        ),
    ),
    (
        N_("Nothing is lost"),
        N_(
            "This line says what was just done, and can take it back: Ctrl+Z. All is saved "
            "at once, in one file."
        ),
    ),
    (
        N_("Help beside you"),
        N_(
            "F1 opens the guide at the right page, next to your work. This tour waits in "
            "the menu Help."
        ),
    ),
)


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
        from coopdesk.ui.tour import Tour, TourStep

        window = self._window
        if self.tour is not None or window.stack.desk is None:
            return
        window.navigator.open(next(iter(window.stack.specs)))
        steps = tuple(
            TourStep(place, _(title), _(sentence))
            for place, (title, sentence) in zip(_places(window), _STEPS, strict=True)
        )
        self.tour = Tour(window, steps)
        self.tour.ended.connect(self._on_ended)

    @Slot()
    def _on_ended(self) -> None:
        self.tour = None
        self._window.settings.change(tour_done=True)
        self._window.settings.save()
        self._window.navigator.tour_ended.emit()


def _places(window: MainWindow) -> tuple[QWidget, ...]:
    """Return what each step stands beside."""
    rail = window.rail
    return (
        rail,
        rail.new_button,
        rail.find_button,
        window.stack,
        window.status,
        window.menuBar(),
    )
