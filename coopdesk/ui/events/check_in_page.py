"""Who comes to an event: the check-in of the day, and its cash box."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QWidget
from typing_extensions import override

from coopdesk.domain.event_registrations import RegistrationState
from coopdesk.services.outcome import Subject
from coopdesk.ui.events.cash_box_view import CashBoxView
from coopdesk.ui.events.check_in_reading import DoorRead, read_door
from coopdesk.ui.events.check_in_view import CheckInView
from coopdesk.ui.events.targets import event_target
from coopdesk.ui.page import Page, Role
from coopdesk.ui.widgets.chips import ChoiceChips
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.event_dates import hours_text, when_text
from coopdesk.wording.formats import money_text, number_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from coopdesk.domain.events import EventLine, Session
    from coopdesk.ui.desk import Desk

_SUBJECTS = frozenset({Subject.EVENTS, Subject.PAYMENTS})
_DOOR, _CASH = "door", "cash"


class CheckInPage(Page):
    """Opened with the id of an event, or ``(id, "cash")``; else it takes that of the day."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
        clock: Callable[[], dt.datetime] | None = None,
    ) -> None:
        super().__init__(desk, _("Welcome of the registered"), _SUBJECTS, parent)
        self._event_id: int | None = None
        self._read: DoorRead | None = None
        self._waits = False
        self._takes_keys = True
        self.door = CheckInView(desk, clock or _now)
        self.cash = CashBoxView(desk)
        self.event_box: ChoiceBox[int] = ChoiceBox([(0, "")])
        self.event_box.setAccessibleName(_("Event"))
        self.session_box: ChoiceBox[int | None] = ChoiceBox([(None, "")])
        self.session_box.setAccessibleName(_("What people come to"))
        self.parts: ChoiceChips[str] = ChoiceChips(
            _("Shown"), [(_DOOR, _("Check-in")), (_CASH, _("Cash box of the day"))]
        )
        self._make_actions()
        self.present = self.add_figure(_("Present"))
        self.in_box = self.add_figure(_("In the cash box"), self.show_cash)
        self.keep_compact(*self.cash.figures)
        self._lay_out_body()
        self._connect()

    def _make_actions(self) -> None:
        self.walk_action = self.door.walk_action
        self.role_actions[Role.NEW] = self.walk_action
        self.walk_action.setProperty("keys", Role.NEW.value)
        self.sheet_action = self.make_action(
            _("Record of the event"), "calendar-blank", self._on_sheet
        )
        self.add_tool(self.sheet_action)
        self.events_action = make_step(
            self, _("To the events"), "calendar-blank", self._on_events
        )

    def _lay_out_body(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.event_box.setMinimumContentsLength(24)
        self.session_box.setMinimumContentsLength(14)
        row.addWidget(self.event_box, 3)
        row.addWidget(self.session_box, 1)
        row.addStretch(1)
        row.addWidget(self.parts)
        self.body.addLayout(row)
        self.empty = EmptyState(
            "hand-waving",
            _("No event whose door could be kept"),
            _("Events of these weeks are offered here on the day, with those registered."),
        )
        self.empty.offer(self.events_action, primary=True)
        self._pile = QStackedWidget()
        self._pile.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        for part in (self.door, self.cash, self.empty):
            self._pile.addWidget(part)
        self.body.addWidget(self._pile, 1)

    def _connect(self) -> None:
        self.event_box.activated.connect(self._on_event)
        self.session_box.activated.connect(self._on_session)
        self.parts.chosen.connect(self._on_part)
        self.door.counted.connect(self._show_counts)
        self.door.rested.connect(self._on_rested)
        self.cash.head_changed.connect(self._show_head)
        self.cash.head_changed.connect(self._show_counts)

    # what it shows

    @property
    @override
    def shown_view(self) -> str:
        return _CASH if self.parts.key == _CASH else ""

    @property
    @override
    def first_focus(self) -> QWidget:
        return self.cash if self.parts.key == _CASH else self.door.field

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead letters to the door wherever the keys are, as those of a scanner."""
        if self._pile.currentWidget() is self.door:
            self.door.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    @override
    @Slot()
    def reload(self) -> None:
        """Read again, once everything that was scanned is written."""
        if self.door.book.is_waiting:
            self._waits = True
            return
        read = partial(read_door, self.desk.services, self._event_id, self.desk.today())
        self.desk.tasks.query(self, read, self._on_read, replaces="door")

    @override
    def show_target(self, target: object) -> None:
        wanted = target if isinstance(target, tuple) else (target,)
        for one in wanted:
            if isinstance(one, int) and one != self._event_id:
                self._event_id = one
                self.reload()
            elif one in {_DOOR, _CASH}:
                self.parts.choose(str(one))
                self._on_part()
        self._takes_keys = True

    @Slot()
    def show_cash(self) -> None:
        """Show the cash box."""
        self.parts.choose(_CASH)
        self._on_part()

    @Slot()
    def _on_rested(self) -> None:
        if self._waits:
            self._waits = False
            self.reload()

    # reading

    def _on_read(self, read: DoorRead) -> None:
        self._read = read
        sheet = read.sheet
        # Without an event there is nothing to choose and nothing to count.
        for part in (self.event_box, self.session_box, self.parts, self.present, self.in_box):
            part.setVisible(sheet is not None)
        if sheet is None:
            self._event_id = None
            self._pile.setCurrentWidget(self.empty)
            self.set_sentence("")
            self._show_head()
            return
        self._event_id = sheet.event.id
        self.event_box.set_choices([(line.id, event_text(line)) for line in read.choices])
        self.event_box.choose(sheet.event.id)
        sessions: list[tuple[int | None, str]] = [(None, _("The whole event"))]
        sessions += [(one.id, session_text(one)) for one in sheet.sessions]
        self.session_box.set_choices(sessions)
        self.session_box.setVisible(bool(sheet.sessions))
        self.door.choose_session(self.session_box.value)
        today = self.desk.today()
        open_today = (x for x in read.boxes if x.held_on == today and x.closed_at is None)
        self.door.show_event(sheet.event.id, read.entries, next(open_today, None))
        self.cash.show_event(sheet.event.id, read.boxes)
        self.set_sentence(f"{sheet.event.title} · {when_text(sheet.event.when)}")
        self._show_part()
        self._show_counts()
        if self._takes_keys:
            # Only now is it known what there is to type into.
            self._takes_keys = False
            self.first_focus.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _show_counts(self) -> None:
        book = self.door.book
        shown = _("{present} of {expected}").format(
            present=number_text(book.present), expected=number_text(book.expected)
        )
        self.present.set_value(shown, self._count_remark())
        box = self.cash.box
        inside = None if box is None else box.expected if box.counted is None else box.counted
        self.in_box.set_value(_("not open") if inside is None else money_text(inside))

    def _count_remark(self) -> str:
        """Return who came to each session, and who waits for a place."""
        read, book = self._read, self.door.book
        if read is None or read.sheet is None:
            return ""
        counts = book.present_by_session()
        said = [
            _("{name}: {value}").format(
                name=one.content.title, value=number_text(counts[one.id])
            )
            for one in read.sheet.sessions
        ]
        waiting = sum(x.state is RegistrationState.WAITING for x in read.entries)
        if waiting:
            said.append(_("{count} waiting").format(count=number_text(waiting)))
        return " · ".join(said)

    def _show_head(self) -> None:
        is_cash = self.parts.key == _CASH
        is_there = self._pile.currentWidget() is not self.empty
        box = self.cash.box
        closes = is_cash and box is not None and box.closed_at is None
        self.role_actions = {Role.NEW: self.walk_action}
        if is_cash and box is not None:
            self.role_actions[Role.PRINT] = self.cash.print_action
        primary = self.cash.close_action if closes else None if is_cash else self.walk_action
        self.set_primary(primary if is_there else None)
        self.sheet_action.setVisible(is_there)
        self.roles_changed.emit()

    # choosing

    @Slot()
    def _on_event(self) -> None:
        self._event_id = self.event_box.value
        self._takes_keys = True
        self.reload()

    @Slot()
    def _on_session(self) -> None:
        self.door.choose_session(self.session_box.value)
        self.door.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_part(self) -> None:
        self._show_part()
        self.first_focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_part(self) -> None:
        if self._read is None or self._read.sheet is None:
            return
        self._pile.setCurrentWidget(self.cash if self.parts.key == _CASH else self.door)
        has_sessions = bool(self._read.sheet.sessions)
        self.session_box.setVisible(has_sessions and self.parts.key == _DOOR)
        self._show_head()

    @Slot()
    def _on_sheet(self) -> None:
        if self._event_id is not None:
            self.desk.navigator.open("events", event_target(self._event_id))

    @Slot()
    def _on_events(self) -> None:
        self.desk.navigator.open("events")


def event_text(line: EventLine) -> str:
    """Return what an event is called among those to choose from."""
    return f"{line.title} · {when_text(line.when)}"


def session_text(session: Session) -> str:
    """Return a session with its hour."""
    content = session.content
    hours = hours_text(content.begins_at, None) if content.begins_at is not None else ""
    return f"{content.title} · {hours}" if hours else content.title


def _now() -> dt.datetime:
    return dt.datetime.now().astimezone()
