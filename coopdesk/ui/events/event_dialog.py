"""Asks for an event: its title, when and where; the rest is rare."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from coopdesk.domain.event_rules import LINE_LIMIT, NAME_LIMIT, TITLE_LIMIT
from coopdesk.domain.events import EventKind, NewEvent, Venue
from coopdesk.ui.events.venue_dialog import CycleDialog, VenueDialog
from coopdesk.ui.events.when_fields import WhenFields
from coopdesk.ui.widgets.asking import Asker
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.count_edit import CountEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.offered_choice import OfferedChoice
from coopdesk.wording.formats import number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coopdesk.domain.events import Cycle, Event
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk

_TEXT_HEIGHT = 72
# A place with how many it holds, and the button beside it.
_WIDTH = 540
_BLANK = NewEvent("")


@dataclass(frozen=True, slots=True)
class EventOffer:
    """What the form of an event offers, and the event that it changes, or how it starts."""

    venues: tuple[Venue, ...] = ()
    cycles: tuple[Cycle, ...] = ()
    event: Event | None = None
    start: NewEvent = _BLANK


def read_offer(services: Services, event_id: int | None) -> EventOffer:
    """Read what the form offers; runs on the worker, raises NotFoundError."""
    event = services.events.get(event_id) if event_id is not None else None
    known = event.content.venue_id if event is not None else None
    venues = (x for x in services.venues.all() if x.is_open or x.id == known)
    return EventOffer(tuple(venues), tuple(services.venues.cycles()), event)


class EventDialog(FormDialog):
    """A title is enough: days, place and the number of places may come later."""

    def __init__(self, desk: Desk, offer: EventOffer, parent: QWidget) -> None:
        event = offer.event
        super().__init__(
            _("New event") if event is None else _("Change the event"), _("Save"), parent
        )
        self.setMinimumWidth(_WIDTH)
        self._desk = desk
        self._known = event.content if event is not None else offer.start
        self._venues = {x.id: x for x in offer.venues}
        self._cycles = {x.id: x for x in offer.cycles}
        self.asker = Asker(desk, self)
        self.asker.saved.connect(self._on_made)
        self._build()
        self._show(self._known)
        if event is None:
            self.when.choose_day()
        self.venue.box.currentIndexChanged.connect(self._follow_venue)
        self.capacity.textChanged.connect(self._say_room)
        self.form.is_dirty = False
        self.title.setFocus()

    def _build(self) -> None:
        form = self.form
        self.title = form.add("title", _("Title"), QLineEdit(), required=True)
        self.title.setMaxLength(TITLE_LIMIT)
        kinds = [(one, label(one)) for one in EventKind]
        self.kind: ChoiceBox[EventKind] = form.add("kind", _("Kind"), ChoiceBox(kinds))
        self.when = WhenFields(form, self._desk.today)
        offered = OfferedChoice(_venue_choices(self._venues.values()), _("New place…"))
        self.venue = form.add("venue_id", _("Where"), offered)
        self.venue.new_wanted.connect(self._on_new_venue)
        self.capacity = form.add("capacity", _("How many places"), CountEdit(), _no_limit())
        form.check_on_leave("capacity", partial(self.capacity.count, "capacity"))
        form.fold_rest()
        self._build_rest()

    def _build_rest(self) -> None:
        form = self.form
        offered = OfferedChoice(_cycle_choices(self._cycles.values()), _("New cycle…"))
        self.cycle = form.add(
            "cycle_id", _("Cycle"), offered, _("Events that come again, such as workshops.")
        )
        self.cycle.new_wanted.connect(self._on_new_cycle)
        self.edition = form.add(
            "edition", _("Edition"), CountEdit(), _("3 for the third of its cycle.")
        )
        form.check_on_leave("edition", partial(self.edition.count, "edition"))
        self.place_note = self._line("place_note", _("About the place"), LINE_LIMIT)
        self.theme = self._line("theme", _("Subject of the event"), LINE_LIMIT)
        self.aim = self._text("aim", _("Aim of the event"))
        self.public_text = self._text("public_text", _("Text for the public"))
        self.hashtag = self._line("hashtag", _("Hashtag"), NAME_LIMIT)
        self.url = self._line("url", _("Page on the web"), LINE_LIMIT)
        self.expected = form.add("expected", _("How many are expected"), CountEdit())
        form.check_on_leave("expected", partial(self.expected.count, "expected"))
        self.waits = form.add(
            "has_waiting_list", _("Keep a waiting list once it is full"), QCheckBox()
        )
        self.is_open = form.add("is_open", _("People may still register"), QCheckBox())
        self.note = self._text("note", _("Note"))

    def _line(self, name: str, title: str, limit: int) -> QLineEdit:
        field = self.form.add(name, title, QLineEdit())
        field.setMaxLength(limit)
        return field

    def _text(self, name: str, title: str) -> QPlainTextEdit:
        field = self.form.add(name, title, QPlainTextEdit())
        field.setFixedHeight(_TEXT_HEIGHT)
        field.setTabChangesFocus(True)
        return field

    def _show(self, known: NewEvent) -> None:
        self.title.setText(known.title)
        self.kind.choose(known.kind)
        self.when.show_when(known.when)
        self.venue.choose(known.venue_id)
        self.capacity.set_count(known.capacity)
        self.cycle.choose(known.cycle_id)
        self.edition.set_count(known.edition)
        for line, text in (
            (self.place_note, known.place_note),
            (self.theme, known.theme),
            (self.hashtag, known.hashtag),
            (self.url, known.url),
        ):
            line.setText(text)
        for field, text in (
            (self.aim, known.aim),
            (self.public_text, known.public_text),
            (self.note, known.note),
        ):
            field.setPlainText(text)
        self.expected.set_count(known.expected)
        self.waits.setChecked(known.has_waiting_list)
        self.is_open.setChecked(known.is_open)
        if known.cycle_id is not None or known.aim or known.public_text or known.theme:
            self.form.unfold()
        self._say_room()

    # the place proposes how many may come

    @Slot()
    def _follow_venue(self) -> None:
        venue = self._venues.get(self.venue.value or 0)
        if venue is not None and venue.content.capacity and not self.capacity.text().strip():
            self.capacity.set_count(venue.content.capacity)
        self._say_room()

    @Slot()
    def _say_room(self) -> None:
        venue = self._venues.get(self.venue.value or 0)
        room = venue.content.capacity if venue is not None else None
        text = _no_limit()
        if room is not None:
            typed = self.capacity.text().strip()
            said = _("The place holds {count} people.")
            if typed.isdecimal() and int(typed) > room:
                said = _("More than the place holds: {count} people.")
            text = said.format(count=number_text(room))
        self.form.fields["capacity"].set_hint(text)

    # what is made on the way

    @Slot()
    def _on_new_venue(self) -> None:
        make = partial(VenueDialog, self._desk, None, self)
        self.asker.ask(make, self._desk.services.venues.add)

    @Slot()
    def _on_new_cycle(self) -> None:
        make = partial(CycleDialog, None, self)
        self.asker.ask(make, self._desk.services.venues.add_cycle)

    @Slot(object)
    def _on_made(self, made: Venue | Cycle) -> None:
        if isinstance(made, Venue):
            self._venues[made.id] = made
            self.venue.take(_venue_choices(self._venues.values()), made.id)
        else:
            self._cycles[made.id] = made
            self.cycle.take(_cycle_choices(self._cycles.values()), made.id)

    @override
    def read(self) -> NewEvent:
        return replace(
            self._known,
            title=self.title.text(),
            kind=self.kind.value,
            when=self.when.read(),
            venue_id=self.venue.value,
            capacity=self.capacity.count("capacity"),
            cycle_id=self.cycle.value,
            edition=self.edition.count("edition"),
            place_note=self.place_note.text(),
            theme=self.theme.text(),
            aim=self.aim.toPlainText(),
            public_text=self.public_text.toPlainText(),
            hashtag=self.hashtag.text(),
            url=self.url.text(),
            expected=self.expected.count("expected"),
            has_waiting_list=self.waits.isChecked(),
            is_open=self.is_open.isChecked(),
            note=self.note.toPlainText(),
        )


def _no_limit() -> str:
    return _("Leave empty if there is no limit.")


def _venue_choices(venues: Iterable[Venue]) -> Sequence[tuple[int | None, str]]:
    """Return the places with how many they hold."""
    found: list[tuple[int | None, str]] = [(None, _("Not decided yet"))]
    for venue in venues:
        room = venue.content.capacity
        said = _("{name} ({count} people)").format(
            name=venue.name, count=number_text(room or 0)
        )
        found.append((venue.id, said if room else venue.name))
    return found


def _cycle_choices(cycles: Iterable[Cycle]) -> Sequence[tuple[int | None, str]]:
    found: list[tuple[int | None, str]] = [(None, _("None of them"))]
    return [*found, *((x.id, x.content.name) for x in cycles)]
