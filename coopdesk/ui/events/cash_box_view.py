"""The cash box of a day: opened with what is in it, filled, counted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMessageBox, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from coopdesk.domain.event_registrations import CashBox
from coopdesk.domain.money import ZERO
from coopdesk.ui.columns import Tone
from coopdesk.ui.events.cash_box_count import CashBoxCountDialog, difference_text
from coopdesk.ui.events.cash_box_opening import CashBoxOpening
from coopdesk.ui.events.cash_box_owing import OwingList, read_owing
from coopdesk.ui.events.cash_box_paper import box_job
from coopdesk.ui.events.cash_box_taken import TakenList
from coopdesk.ui.events.cash_box_taking import TakingBar
from coopdesk.ui.events.money_dialogs import DoorPaymentDialog
from coopdesk.ui.feedback import Question, error_sentence
from coopdesk.ui.file_writing import FileWriting
from coopdesk.ui.widgets.asking import Asker
from coopdesk.ui.widgets.card import Card
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.file_bar import FileBar
from coopdesk.ui.widgets.key_figure import KeyFigure
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.notice import Notice
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.formats import day_long, money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from coopdesk.domain.errors import RuleError
    from coopdesk.domain.event_registrations import Party
    from coopdesk.domain.money import Money
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.events.cash_box_taking import Taking


_GAP, _SHARE, _EDGES = 16, 2, 40
_BESIDE_TAKING = 280  # what stands around the amount and its buttons
_CHOICE = 36  # letters: a day, and that it is still to be counted
_MOST = 1000  # of what is left: the rest goes to nobody


class CashBoxView(QWidget):
    """Shows the box of the day that is still to be counted, else the last one."""

    head_changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._event_id: int | None = None
        self._boxes: dict[int, CashBox] = {}
        self.box: CashBox | None = None
        self._is_counted = False  # just now, by the form that still had the keys
        self.question: QMessageBox | None = None
        self.asker = Asker(desk, self)
        self.asker.saved.connect(self._on_saved)
        self._make_actions()
        self.opening = CashBoxOpening(desk.today)
        self.opening.submitted.connect(self._on_opening)
        self.figures = [
            KeyFigure(name)
            for name in (_("At the start"), _("Taken in cash"), _("Should be in it"))
        ]
        self.taking = TakingBar()
        self.taking.taken.connect(self._on_taken)
        self.owing = OwingList()
        self.owing.party_chosen.connect(self._on_party)
        self._owing_title = plain_label(_("Still to pay"), "field")
        self.taken = TakenList()
        self.notice = Notice()
        self._title = plain_label("", "heading", wrap=True)
        self.choice: ChoiceBox[int] = ChoiceBox([(0, "")])
        self.choice.setMinimumContentsLength(_CHOICE)
        self.choice.setAccessibleName(_("Cash box"))
        self.choice.activated.connect(self._on_choice)
        self._pile = QStackedWidget()
        self._lay_out()

    def _make_actions(self) -> None:
        self.close_action = make_step(self, _("Count and close…"), "scales", self._on_close)
        self.reopen_action = make_step(
            self, _("Count again"), "arrow-counter-clockwise", self._on_reopen
        )
        self.writing = FileWriting(self._desk, self, "events")
        self.bar = FileBar(_("Open the file"), "file-pdf")
        self.writing.tell_in(self.bar)
        self.print_action = make_step(self, _("Print…"), "printer")
        self.print_action.setStatusTip(_("Print the state of the cash box"))
        self.print_action.triggered.connect(self._on_print)
        self.open_action = make_step(
            self, _("Open the box of today"), "plus", self._on_open_another
        )

    def _lay_out(self) -> None:
        figures = QHBoxLayout()
        figures.setSpacing(12)
        for figure in self.figures:
            figures.addWidget(figure)
        takings = self._takings = Card(_("Takings"))
        takings.body.addWidget(self.taking)
        takings.body.addWidget(self._owing_title)
        takings.body.addWidget(self.owing, _MOST)
        takings.body.addStretch(1)
        lately = self._lately = Card(_("Taken lately"))
        lately.body.addWidget(self.taken, 1)
        cards = QHBoxLayout()
        cards.setSpacing(_GAP)
        # Wide enough for the five buttons in one line on the reference screen.
        cards.addWidget(takings, _SHARE)
        cards.addWidget(lately, 1)
        self._box_part = QWidget()
        layout = QVBoxLayout(self._box_part)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._title)
        layout.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(figures)
        layout.addWidget(self.notice)
        layout.addLayout(cards, 1)
        for part in (self.opening, self._box_part):
            self._pile.addWidget(part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pile, 1)
        whole.addWidget(self.bar)

    # what it shows

    def show_event(self, event_id: int, boxes: Sequence[CashBox]) -> None:
        """Show the box of today, else the one that is not counted, else the last."""
        is_other = event_id != self._event_id
        self._event_id = event_id
        today = self._desk.today()
        known = {one.id: one for one in boxes}
        is_new_wanted = self.box is None and self._pile.currentWidget() is self.opening
        if is_other or not self._boxes.keys() >= known.keys():
            self.box = box_of(boxes, today)
        elif not is_new_wanted:
            self.box = known.get(self.choice.value) or box_of(boxes, today)
        self._boxes = known
        self.choice.set_choices([(one.id, box_text(one)) for one in boxes] or [(0, "")])
        self.open_action.setVisible(bool(boxes) and all(x.held_on != today for x in boxes))
        if self.box is None:
            self._show_opening()
        else:
            self._show_box(self.box)
            self._read_taken(self.box)

    def _read_taken(self, box: CashBox) -> None:
        read = partial(self._desk.services.cash_boxes.takings, box.id)
        self._desk.tasks.query(self, read, self.taken.show_payments, replaces="taken")
        owing = partial(read_owing, self._desk.services, box.event_id)
        self._desk.tasks.query(self, owing, self._on_owing, replaces="owing")

    def _on_owing(self, parties: Sequence[Party]) -> None:
        self.owing.show_parties(parties)
        self._fit()

    def _show_opening(self) -> None:
        self._pile.setCurrentWidget(self.opening)
        self.setFocusProxy(self.opening)
        self.head_changed.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave the room of a low window to what is typed into."""
        is_open = self.box is not None and self.box.closed_at is None
        # As wide as it is beside the last takings, whether these are seen now or not.
        width = (self.width() - _GAP) * _SHARE // (_SHARE + 1) - _EDGES
        taking = self.taking.heightForWidth(max(width, 1))
        is_low = self.height() < taking + _BESIDE_TAKING
        has_choice = len(self._boxes) > 1
        self.choice.setVisible(has_choice)
        self._title.setVisible(not is_low and not has_choice)
        # The heading above says it as well.
        self.taking.name.setVisible(not (is_low and has_choice))
        self._lately.setVisible(not (is_low and (is_open or has_choice)))
        for widget in (self._owing_title, self.owing):
            widget.setVisible(bool(self.owing.parties) and not is_low)

    def _show_box(self, box: CashBox) -> None:
        is_open = box.closed_at is None
        focused = self.window().focusWidget()
        had_keys = focused is not None and self.isAncestorOf(focused)
        is_counted, self._is_counted = self._is_counted, False
        self.choice.choose(box.id)
        self._title.setText(_("Cash box of {day}").format(day=day_long(box.held_on)))
        for figure, amount in zip(
            self.figures, (box.opening, box.takings, box.expected), strict=True
        ):
            figure.set_value(money_text(amount))
        self._takings.setVisible(is_open)
        self._fit()
        self.notice.setVisible(not is_open)
        if not is_open:
            self._say_closed(box)
        self._pile.setCurrentWidget(self._box_part)
        self.setFocusProxy(self.taking if is_open else self.notice)
        if (had_keys or is_counted) and not is_open:
            # They print what was counted; the button of the page that had them is gone.
            self.notice.focus_last()
        self.head_changed.emit()

    def _say_closed(self, box: CashBox) -> None:
        counted = _("Counted and closed: {counted}.").format(
            counted=money_text(box.counted or ZERO)
        )
        is_right = not (box.difference or ZERO)
        remark = difference_text(box, box.counted or ZERO)
        self.notice.say(Tone.GOOD if is_right else Tone.ATTENTION, counted, remark)
        self.notice.offer(self.reopen_action, self.open_action, primary=self.print_action)

    @Slot()
    def _on_choice(self) -> None:
        """Show the box of another day: that of yesterday may still be to be counted."""
        box = self._boxes.get(self.choice.value)
        if box is not None:
            self.box = box
            self._show_box(box)
            self._read_taken(box)
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    # opening

    @Slot(object, object)
    def _on_opening(self, day: dt.date, amount: Money) -> None:
        if self._event_id is None:
            return
        self._desk.tasks.command(
            self,
            partial(self._desk.services.cash_boxes.open, self._event_id, day, amount),
            self._on_opened,
            failed=self.opening.show_error,
            ended=self.opening.unlock,
        )

    def _on_opened(self, box: CashBox) -> None:
        self.box = box
        self._show_box(box)
        self.taking.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_open_another(self) -> None:
        self.box = None
        self._show_opening()
        self.opening.setFocus(Qt.FocusReason.OtherFocusReason)

    # taking

    @Slot(object)
    def _on_taken(self, taking: Taking) -> None:
        box = self.box
        if box is None:
            return
        take = self._desk.services.cash_boxes.take
        self._desk.tasks.command(
            self,
            partial(take, box.id, taking.kind, taking.amount, taking.label),
            failed=partial(self._on_refused, taking),
        )

    @Slot(object)
    def _on_party(self, party: Party) -> None:
        boxes = () if self.box is None else (self.box,)
        make = partial(DoorPaymentDialog, self._desk, party, boxes, self.window())
        self.asker.ask(make, partial(self._desk.services.registrations.pay, party.id))

    def _on_refused(self, taking: Taking, error: RuleError) -> None:
        """Say why nothing was taken; the amount is typed already."""
        if not self.taking.amount.text():
            self.taking.amount.set_amount(taking.amount)
        self.taking.say_error(error_sentence(error))

    # counting

    @Slot()
    def _on_close(self) -> None:
        box = self.box
        if box is not None and box.closed_at is None:
            make = partial(CashBoxCountDialog, box, self.window())
            self.asker.ask(make, partial(self._desk.services.cash_boxes.close, box.id))

    @Slot(object)
    def _on_saved(self, made: object) -> None:
        self._is_counted = isinstance(made, CashBox)

    @Slot()
    def _on_reopen(self) -> None:
        box = self.box
        if box is None:
            return
        question = Question(
            _("Count the cash box again?"),
            _("It is open again; the payment of the difference goes, until it is closed anew."),
            _("Count again"),
        )
        reopen = partial(self._desk.services.cash_boxes.reopen, box.id)
        send = partial(self._desk.tasks.command, self, reopen)
        self.question = self._desk.feedback.confirm(question, send, self)

    @Slot()
    def _on_print(self) -> None:
        if self.box is not None:
            self.writing.ask(box_job(self._desk.services, self.box))


def box_of(boxes: Sequence[CashBox], today: dt.date) -> CashBox | None:
    """Return the box to show: that of today, one that is not counted, or the last."""
    ranked = sorted(
        boxes, key=lambda one: (one.held_on == today, one.closed_at is None, one.held_on)
    )
    return ranked[-1] if ranked else None


def box_text(box: CashBox) -> str:
    """Return what a box is called among those to choose from."""
    day = day_long(box.held_on)
    if box.closed_at is None:
        return _("Cash box of {day}, still to be counted").format(day=day)
    return _("Cash box of {day}").format(day=day)
