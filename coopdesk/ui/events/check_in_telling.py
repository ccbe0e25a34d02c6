"""What is said at the door, about whom, and what Ctrl+Z and Ctrl+Y make of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot

from coopdesk.domain.event_registrations import RegistrationState
from coopdesk.domain.payments import PaymentMode
from coopdesk.ui.columns import Tone
from coopdesk.ui.events.check_in_answer import AnswerCard
from coopdesk.ui.events.check_in_paying import CheckInPaying
from coopdesk.ui.events.check_in_words import (
    OWING,
    Answer,
    entry_detail,
    greeting,
    owed_text,
    owes_again,
    paid_text,
    taken_back,
    welcome,
)
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.formats import hour_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.event_registrations import CheckInEntry, Party
    from coopdesk.domain.payments import Payment
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.events.check_in_book import CheckInBook


class CheckInTelling(QObject):
    """``about`` is who the answer is about: the steps beneath it are for them."""

    def __init__(self, desk: Desk, book: CheckInBook, view: QWidget) -> None:
        super().__init__(view)
        self._book = book
        self.about: CheckInEntry | None = None
        # Whose presence the answer tells, or tells to be undone, and since when.
        self._welcomed: tuple[CheckInEntry, dt.datetime] | None = None
        self._missed: tuple[CheckInEntry, dt.datetime] | None = None
        self._says_paid = False
        self.paying = CheckInPaying(desk, view)
        self.let_in_action = make_step(view, _("Let in (F4)"), "door")
        self.let_in_action.setShortcut("F4")
        self.let_in_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        view.addAction(self.let_in_action)
        self.register_action = make_step(view, _("Register at the door…"), "user-plus")
        self.answer = AnswerCard(
            [self.let_in_action, self.register_action, *self.paying.actions]
        )
        self.paying.owed.connect(self._on_owed)
        self.paying.paid.connect(self._on_paid)
        self.begin()

    def begin(self) -> None:
        """Say what can be done, before anybody came."""
        self.say(greeting())

    def say(self, answer: Answer, about: CheckInEntry | None = None) -> None:
        """Answer, and offer what can be done about who it is about."""
        self._welcomed = self._missed = None
        self._show(answer, about)

    def welcome(self, entry: CheckInEntry, moment: dt.datetime) -> None:
        """Greet who has just come."""
        self.say(welcome(entry, hour_text(moment)), entry)
        self._welcomed = entry, moment
        # Somebody who waited has been let in.
        self.let_in_action.setVisible(False)

    def miss(self, entry: CheckInEntry, moment: dt.datetime) -> None:
        """Say that somebody is no longer counted as come, until that is undone."""
        self.say(taken_back(entry))
        self._missed = entry, moment

    def _show(self, answer: Answer, about: CheckInEntry | None) -> None:
        self.about = about
        self._says_paid = False
        state = about.state if about is not None else None
        self.let_in_action.setVisible(state not in {None, RegistrationState.REGISTERED})
        self.register_action.setVisible(about is None and answer.tone is Tone.BAD)
        self.paying.forget()
        self.answer.say(answer)
        if about is not None and about.settlement in OWING:
            self.paying.ask_about(about.registration_id)

    # what was read again

    @property
    def _concerned(self) -> CheckInEntry | None:
        told = self._welcomed or self._missed
        return told[0] if told is not None else self.about

    def known(self) -> CheckInEntry | None:
        """Return whom the answer concerns as known now, None of nobody."""
        entry = self._concerned
        return self._book.get(entry.registration_id) if entry is not None else None

    def follow(self, before: CheckInEntry | None) -> None:
        """Say anew what was undone or redone: nobody must be told the contrary.

        ``before`` is what was ``known`` before it was read again.
        """
        now = self.known()
        is_there = now is not None and self._book.is_there(now)
        if self._welcomed is not None and not is_there and (before or now) is not None:
            self.miss(*self._welcomed)
        elif self._missed is not None and now is not None and is_there:
            self.welcome(now, self._missed[1])
        elif before is not None and now is not None and before.settlement != now.settlement:
            self._follow_payment(before, now)

    def _follow_payment(self, before: CheckInEntry, now: CheckInEntry) -> None:
        """Say what somebody paid, or owes again, by another road than the keys beneath."""
        if self.about is None:
            return
        text = self.answer.text.text()
        if owes_again(before.settlement, now.settlement):
            self._show(Answer(Tone.ATTENTION, text, _("The payment was taken back.")), now)
        elif self._says_paid:
            self.about = now
        elif now.settlement in OWING:
            self._show(Answer(Tone.ATTENTION, text, entry_detail(now)), now)
        elif before.settlement in OWING:
            self._show(Answer(Tone.GOOD, text, label(now.settlement)), now)

    # what is owed

    @Slot(object)
    def _on_owed(self, party: Party | None) -> None:
        if party is not None:
            self.answer.say_owed(owed_text(party))

    @Slot(object)
    def _on_paid(self, payment: Payment) -> None:
        is_cash = payment.content.mode is PaymentMode.CASH
        said = paid_text(payment, is_outside=is_cash and self.paying.box is None)
        self.answer.say(Answer(Tone.GOOD, self.answer.text.text(), said))
        self._says_paid = True
        if self.about is not None:
            # Only a part of it may have been paid.
            self.paying.ask_about(self.about.registration_id)
