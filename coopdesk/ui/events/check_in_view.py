"""The door of one event: type or scan, Enter checks in, the answer is large."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from coopdesk.domain.badge_codes import looks_scanned, read_codes
from coopdesk.domain.event_registrations import RegistrationState
from coopdesk.ui.columns import Tone
from coopdesk.ui.events.check_in_book import CheckInBook
from coopdesk.ui.events.check_in_field import CheckInField, is_command
from coopdesk.ui.events.check_in_reading import read_bearer
from coopdesk.ui.events.check_in_recent import RecentArrivals
from coopdesk.ui.events.check_in_results import CheckInResults
from coopdesk.ui.events.check_in_sending import CheckInSending
from coopdesk.ui.events.check_in_telling import CheckInTelling
from coopdesk.ui.events.check_in_walk import WalkIn
from coopdesk.ui.events.check_in_words import (
    Answer,
    already_there,
    badge_elsewhere,
    entry_of,
    found_text,
    not_expected,
    not_written,
    strange_badge,
    unknown,
)
from coopdesk.ui.feedback import error_sentence
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from coopdesk.domain.errors import RuleError
    from coopdesk.domain.event_registrations import (
        CashBox,
        CheckInEntry,
        Registration,
    )
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.events.check_in_reading import Bearer

_ROOM_FOR_ARRIVALS = 320


class CheckInView(QWidget):
    """``counted`` tells that somebody more or less is there; ``rested`` that all is written."""

    counted = Signal()
    rested = Signal()

    def __init__(
        self, desk: Desk, clock: Callable[[], dt.datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._clock = clock
        self._event_id: int | None = None
        self.book = CheckInBook()
        self.sending = CheckInSending(desk, self.book, self)
        self.telling = CheckInTelling(desk, self.book, self)
        self.answer, self.paying = self.telling.answer, self.telling.paying
        self.walking = WalkIn(desk, self)
        self.field = CheckInField()
        self.results = CheckInResults(self.book)
        self.recent = RecentArrivals(self.book)
        self.walk_action = make_step(self, _("Register at the door…"), "user-plus")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.field)
        left.addWidget(self.results, 1)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.answer, 2)
        self._arrivals = plain_label(_("Last arrivals"), "heading")
        right.addWidget(self._arrivals)
        right.addWidget(self.recent, 3)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(left, 1)
        row.addLayout(right, 1)
        self.setFocusProxy(self.field)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._on_typed)
        self.field.entered.connect(self._on_entered)
        self.field.stepped.connect(self._on_stepped)
        self.results.chosen.connect(self._on_entered)
        self.recent.take_back_wanted.connect(self._on_take_back)
        self.sending.refused.connect(self._on_refused)
        self.sending.lost.connect(self._on_lost)
        self.sending.known_before.connect(self._on_known_before)
        self.sending.rested.connect(self.rested)
        self.walking.came.connect(self._on_came)
        self.walking.waits.connect(self._on_waits)
        self.walking.ended.connect(self.take_keys)
        for action in (self.walk_action, self.telling.register_action):
            action.triggered.connect(self._on_walk_in)
        let_in = self.telling.let_in_action
        let_in.triggered.connect(self._on_let_in)
        self.paying.paid.connect(self.take_keys)
        for action in (let_in, *self.paying.mode_actions):
            # Its button goes: the next badge must not be scanned into whatever is beside it.
            action.triggered.connect(self.take_keys)

    # what it shows

    def show_event(
        self, event_id: int, entries: Sequence[CheckInEntry], box: CashBox | None
    ) -> None:
        """Show who is expected; the answer stays while it is about the same event."""
        self.paying.box = box
        before = self.telling.known()
        self.book.show(entries)
        self.recent.follow()
        if event_id != self._event_id:
            self._event_id = event_id
            self._begin()
        else:
            self.telling.follow(before)
        self._on_typed()
        self.counted.emit()

    def choose_session(self, session_id: int | None) -> None:
        """Say what people come to from now on."""
        if session_id != self.book.session_id:
            self.book.session_id = session_id
            self._begin()
            self._on_typed()
            self.counted.emit()

    def _begin(self) -> None:
        self.recent.forget()
        self.telling.begin()

    # typing and scanning

    @Slot()
    def take_keys(self) -> None:
        """Give the keys to the field: what is scanned next goes there."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave a low window to the answer: what it offers must not be cut off."""
        super().resizeEvent(event)
        has_room = event.size().height() >= _ROOM_FOR_ARRIVALS
        self._arrivals.setVisible(has_room)
        self.recent.setVisible(has_room)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead letters that nobody here wants to the field, as those of a scanner."""
        text = event.text()
        if text.isprintable() and text.strip() and not is_command(event):
            self.take_keys()
            self.field.insert(text)
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_typed(self) -> None:
        self.results.show_entries(self.book.find(self.field.text()))
        self._say_marked()

    @Slot(int)
    def _on_stepped(self, by: int) -> None:
        self.results.step(by)
        self._say_marked()

    def _say_marked(self) -> None:
        """Say for screen readers whom Enter would check in, and among how many."""
        marked = self.results.current
        said = ""
        if marked is not None:
            said = _("Marked: {name}").format(name=marked.name)
            count = len(self.results.entries)
            if count > 1:
                said = f"{said}, {found_text(count)}"
        self.field.setAccessibleDescription(said)

    @Slot()
    def _on_entered(self) -> None:
        """Check in who is marked, and make room for the next one at once."""
        typed, entry = self.field.text().strip(), self.results.current
        if not typed:
            return
        if entry is None:
            self._say_nobody(typed)
            return
        self.field.clear()
        known = self.book.get(entry.registration_id) or entry
        if self.book.is_there(known):
            self.telling.say(already_there(known), known)
        elif known.state is not RegistrationState.REGISTERED:
            self.telling.say(not_expected(known), known)
        else:
            self._check_in(known)

    def _say_nobody(self, typed: str) -> None:
        """Say that nobody is meant; what was typed stays, the next badge takes its place."""
        self.field.selectAll()
        is_code = looks_scanned(typed)
        self.telling.say(strange_badge(typed) if is_code else unknown(typed))
        if not read_codes(typed):
            return
        read = partial(read_bearer, self._desk.services, typed)
        done = partial(self._on_bearer, typed)
        self._desk.tasks.query(self, read, done, replaces="bearer")

    def _on_bearer(self, typed: str, bearer: Bearer | None) -> None:
        is_asked = self.field.text().strip() == typed
        if is_asked and bearer is not None and bearer.event_id != self._event_id:
            self.telling.say(badge_elsewhere(bearer.name, bearer.title))

    def _check_in(self, entry: CheckInEntry, *, force: bool = False) -> None:
        moment = self._clock()
        self.sending.check_in(entry, force=force)
        self.recent.add(entry, moment)
        self.telling.welcome(entry, moment)
        self.counted.emit()

    @Slot(object, object)
    def _on_take_back(self, entry: CheckInEntry, moment: dt.datetime) -> None:
        self.sending.take_back(entry)
        self.recent.follow()
        self.telling.miss(entry, moment)
        self._on_typed()
        self.counted.emit()
        self.take_keys()

    @Slot(object)
    def _on_known_before(self, entry: CheckInEntry) -> None:
        if self._is_about(entry):
            self.telling.say(already_there(entry), entry)

    @Slot(object, object)
    def _on_refused(self, entry: CheckInEntry, error: RuleError) -> None:
        """Say why, even when somebody else is being greeted by now."""
        self.recent.follow()
        self.telling.say(Answer(Tone.BAD, entry.name, error_sentence(error)), entry)
        self.counted.emit()

    @Slot(object)
    def _on_lost(self, entry: CheckInEntry) -> None:
        self.recent.follow()
        self.telling.say(not_written(entry))
        self.counted.emit()

    def _is_about(self, entry: CheckInEntry) -> bool:
        about = self.telling.about
        return about is not None and about.registration_id == entry.registration_id

    # who has no place

    @Slot()
    def _on_let_in(self) -> None:
        """Give a place to who waits, register again who had cancelled, and check in."""
        entry = self.telling.about
        if entry is None:
            return
        if entry.state is RegistrationState.WAITING:
            self._check_in(entry, force=True)
        elif entry.state is RegistrationState.CANCELLED:
            restore = self._desk.services.registrations.restore
            self._desk.tasks.command(
                self,
                partial(restore, entry.registration_id),
                self._on_restored,
                failed=partial(self._on_refused, entry),
            )

    def _on_restored(self, registration: Registration) -> None:
        self._check_in(
            entry_of(registration),
            force=registration.state is RegistrationState.WAITING,
        )

    @Slot()
    def _on_walk_in(self) -> None:
        if self._event_id is not None:
            typed = self.field.text().strip() if self.results.current is None else ""
            typed = "" if looks_scanned(typed) else typed
            self.walking.ask(self._event_id, self.book.session_id, typed)

    @Slot(object)
    def _on_came(self, registration: Registration) -> None:
        moment = self._clock()
        entry = entry_of(registration)
        self.field.clear()
        self.recent.add(entry, moment)
        self.telling.welcome(entry, moment)
        self.take_keys()

    @Slot(object)
    def _on_waits(self, registration: Registration) -> None:
        """Say that they wait; a place that became free meanwhile lets them in."""
        entry = entry_of(registration)
        self.field.clear()
        if entry.state is RegistrationState.REGISTERED:
            self._check_in(entry)
        else:
            self.telling.say(not_expected(entry), entry)
        self.take_keys()
