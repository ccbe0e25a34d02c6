"""What is done from the calendar: an event opened, made on a day, or of a foreign date."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from coopdesk.domain.events import Event, When, WhenKind
from coopdesk.ui.events.event_dialog import EventDialog, EventOffer, read_offer
from coopdesk.ui.events.targets import event_target
from coopdesk.ui.feedback import Question
from coopdesk.ui.widgets.asking import Asker
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from PySide6.QtWidgets import QMessageBox, QWidget

    from coopdesk.ui.desk import Desk
    from coopdesk.ui.events.calendar_marks import Mark


class CalendarDoing(QObject):
    """``day`` says which day is chosen; ``opening`` comes before an event is opened."""

    made_on = Signal(object)  # date of an event that was made
    opening = Signal()

    def __init__(self, desk: Desk, view: QWidget, day: Callable[[], dt.date]) -> None:
        super().__init__(view)
        self._desk = desk
        self._view = view
        self._day = day
        self.question: QMessageBox | None = None
        self.asker = Asker(desk, view)
        self.asker.saved.connect(self._on_made)
        self.new_action = make_step(view, _("New event…"), "plus", self.begin)
        self.import_action = make_step(
            view, _("Import a calendar…"), "download-simple", self._on_import
        )

    @Slot(object)
    def open_mark(self, mark: Mark) -> None:
        """Open an event; offer to make one of what a calendar brought."""
        entry = mark.entry
        if entry.event_id is not None:
            self._open(entry.event_id)
        elif entry.item_id is not None:
            question = Question(
                _("Take “{title}” up as an event?").format(title=mark.title),
                _(
                    "It came with a calendar file. As an event it can have registrations, a "
                    "report and accounts; it stays where it is in the calendar."
                ),
                _("Make it an event"),
                mark.said,
            )
            adopt = partial(self._adopt, entry.item_id)
            self.question = self._desk.feedback.confirm(question, adopt, self._view)

    def _adopt(self, item_id: int) -> None:
        adopt = partial(self._desk.services.event_calendar.adopt, item_id)
        self._desk.tasks.command(self, adopt, self._on_adopted)

    def _on_adopted(self, event: Event) -> None:
        self._open(event.id)

    def _open(self, event_id: int) -> None:
        self.opening.emit()
        self._desk.navigator.open("events", event_target(event_id))

    # new ones

    @Slot()
    def begin(self) -> None:
        """Begin a new event on the chosen day."""
        read = partial(read_offer, self._desk.services, None)
        self._desk.tasks.query(self, read, self._on_offer, replaces="new")

    def _on_offer(self, offer: EventOffer) -> None:
        make = partial(self._form, offer)
        self.asker.ask(make, self._desk.services.events.add)

    def _form(self, offer: EventOffer) -> EventDialog:
        dialog = EventDialog(self._desk, offer, self._view.window())
        day = self._day()
        dialog.when.show_when(When(WhenKind.DAYS, day, day))
        dialog.form.is_dirty = False
        return dialog

    @Slot(object)
    def _on_made(self, made: object) -> None:
        if isinstance(made, Event) and made.when.starts_on is not None:
            self.made_on.emit(made.when.starts_on)

    @Slot()
    def _on_import(self) -> None:
        self._desk.navigator.open("imports", "choose")
