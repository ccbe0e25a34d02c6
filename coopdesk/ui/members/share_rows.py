"""What one payment settles: a line for each part, and the remainder in words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import ZERO, Money, total
from coopdesk.domain.payments import LineKind
from coopdesk.domain.shared_payments import PaymentShare
from coopdesk.ui.contacts.choices import find_choices
from coopdesk.ui.icons import icon
from coopdesk.ui.members.choices import find_unpaid
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.contact_picker import ContactPicker
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import N_, _

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from coopdesk.ui.desk import Desk
    from coopdesk.ui.members.choices import UnpaidChoice
    from coopdesk.ui.widgets.contact_picker import Choice

_KINDS = {
    LineKind.FEE: N_("Membership of"),
    LineKind.GIFT: N_("Gift of"),
    LineKind.REGISTRATION: N_("Ticket or registration"),
    LineKind.SALE: N_("Sale"),
    LineKind.OTHER: N_("Other"),
}
_FEE, _GIFT, _WORDS = range(3)
_AMOUNT_WIDTH = 110
_KIND_WIDTH = 172


class ShareRow(QWidget):
    """One part: what it is for, whose or what, how much."""

    changed = Signal()
    entered = Signal()  # Enter in the amount
    removed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._unpaid: dict[int, UnpaidChoice] = {}
        self._is_suggested = False
        self.kind = ChoiceBox([(kind, _(text)) for kind, text in _KINDS.items()])
        self.kind.setFixedWidth(_KIND_WIDTH)
        self.kind.setAccessibleName(_("What for"))
        self.membership = ContactPicker(desk.tasks, self._find_unpaid)
        self.membership.setPlaceholderText(_("Type the name of a member"))
        self.membership.setAccessibleName(_("Membership"))
        self.donor = ContactPicker(desk.tasks, partial(find_choices, desk))
        self.donor.setPlaceholderText(_("Empty: the gift of who pays"))
        self.donor.setAccessibleName(_("Donor"))
        self.words = QLineEdit()
        self.words.setMaxLength(160)
        self.words.setPlaceholderText(_("In a few words"))
        self.words.setAccessibleName(_("Label"))
        self.amount = AmountEdit()
        self.amount.setFixedWidth(_AMOUNT_WIDTH)
        self.amount.setAccessibleName(_("Amount of this line"))
        self.remove_button = QToolButton()
        self._lay_out()
        self.kind.currentIndexChanged.connect(self._on_kind)
        self.membership.chosen.connect(self._on_membership)
        self.amount.textChanged.connect(self.changed)
        self.amount.textEdited.connect(self._on_amount_typed)
        self.remove_button.clicked.connect(self.removed)

    def _lay_out(self) -> None:
        self.remove_button.setIcon(icon("x"))
        self.remove_button.setProperty("kind", "flat")
        self.remove_button.setToolTip(_("Take this line away"))
        self.remove_button.setAccessibleName(_("Take this line away"))
        self._what = QStackedWidget()
        for widget in (self.membership, self.donor, self.words):
            self._what.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.kind)
        row.addWidget(self._what, 1)
        row.addWidget(self.amount)
        row.addWidget(self.remove_button)

    def show_unpaid(self, choice: UnpaidChoice) -> None:
        """Settle this membership with all that is left to pay of it."""
        self.kind.choose(LineKind.FEE)
        self._unpaid[choice.id] = choice
        self.membership.set_contact(choice.as_choice())

    def suggest(self, amount: Money) -> None:
        """Offer an amount while none is typed."""
        if not self.amount.text().strip() and amount > ZERO:
            self.amount.set_amount(amount)
            self.amount.selectAll()
            self._is_suggested = True

    @property
    def value(self) -> Money:
        """The amount as far as it can be read."""
        try:
            return self.amount.amount() or ZERO
        except RuleError:
            return ZERO

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed into this line."""
        fields = (self.membership, self.donor, self.words, self.amount)
        return not any(field.text().strip() for field in fields)

    @property
    def wrong_field(self) -> QWidget:
        """The field to correct when the line is refused."""
        what = self._what.currentWidget()
        return what if what is not None and self.value else self.amount

    def share(self) -> PaymentShare:
        """Return what was typed; raises RuleError for the field ``shares``."""
        kind = self.kind.value
        amount = self.amount.amount("shares")
        if not amount:
            raise RuleError("payment.share_without_amount", field="shares")
        membership_id = donor_id = None
        if kind is LineKind.FEE:
            membership_id = self.membership.contact_id()
            if membership_id is None:
                raise RuleError("payment.share_without_membership", field="shares")
        elif kind is LineKind.GIFT:
            donor_id = self.donor.contact_id()
            if self.donor.unmatched:
                raise RuleError("donation.donor_not_chosen", field="shares")
        label = self.words.text() if self._what.currentIndex() == _WORDS else ""
        return PaymentShare(kind.value, amount, membership_id, donor_id, label)

    def _find_unpaid(self, text: str) -> list[Choice]:
        """Search on the worker; what was found tells the amounts later."""
        found = find_unpaid(self._desk, text)
        self._unpaid |= {choice.id: choice for choice in found}
        return [choice.as_choice() for choice in found]

    @Slot()
    def _on_kind(self) -> None:
        pages = {LineKind.FEE: _FEE, LineKind.GIFT: _GIFT}
        self._what.setCurrentIndex(pages.get(self.kind.value, _WORDS))
        self.changed.emit()

    @Slot(object)
    def _on_membership(self, membership_id: int | None) -> None:
        choice = self._unpaid.get(membership_id or 0)
        if choice is None:
            return
        if self._is_suggested or not self.amount.text().strip():
            self.amount.set_amount(choice.remainder)
        if self.membership.hasFocus():
            self.amount.setFocus(Qt.FocusReason.TabFocusReason)
            self.amount.selectAll()

    @Slot()
    def _on_amount_typed(self) -> None:
        """Keep what a person typed, whatever is chosen afterwards."""
        self._is_suggested = False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and self.amount.hasFocus():
            self.entered.emit()
            event.accept()
        else:
            super().keyPressEvent(event)


class ShareRows(QWidget):
    """The lines of one payment; Enter in the last amount goes on where something is left."""

    edited = Signal()
    complete = Signal()  # Enter while nothing is left to share out
    resized = Signal()  # a line came or went

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._amount = ZERO
        self.rows: list[ShareRow] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self.add_button = QPushButton(_("Add a line"))
        self.add_button.setIcon(icon("plus"))
        self.add_button.setAutoDefault(False)
        self.add_button.clicked.connect(self.add_row)
        self.remainder = plain_label("", "strong", wrap=True)
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addWidget(self.add_button)
        foot.addWidget(self.remainder, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._lines)
        layout.addLayout(foot)

    def set_amount(self, amount: Money) -> None:
        """Say how much there is to share out."""
        self._amount = amount
        self._show_remainder()

    @property
    def left(self) -> Money:
        """What is not shared out yet; below zero when too much is."""
        return self._amount - total(row.value for row in self.rows)

    @Slot()
    def add_row(self) -> ShareRow:
        """Add an empty line that takes what is left."""
        row = ShareRow(self._desk)
        row.changed.connect(self._on_changed)
        row.entered.connect(self._on_entered)
        row.removed.connect(self._on_removed)
        if self.rows:
            row.kind.choose(LineKind.GIFT)
            row.suggest(self.left)
        self.rows.append(row)
        self._lines.addWidget(row)
        QWidget.setTabOrder(self.rows[-1].remove_button, self.add_button)
        row.kind.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_remainder()
        self.resized.emit()
        return row

    def settle(self, choices: list[UnpaidChoice]) -> None:
        """Replace lines that nobody filled by one for each of these memberships."""
        for row in [row for row in self.rows if row.is_empty]:
            self._drop(row)
        for choice in choices:
            self.add_row().show_unpaid(choice)
        if not self.rows:
            self.add_row()
        self._show_remainder()

    def clear(self) -> None:
        """Begin again with one empty line."""
        for row in list(self.rows):
            self._drop(row)
        self.add_row()
        self.set_amount(ZERO)

    def shares(self) -> tuple[PaymentShare, ...]:
        """Return the parts that were filled; raises RuleError for the field ``shares``."""
        filled = [row for row in self.rows if not row.is_empty]
        self.setFocusProxy((filled or self.rows)[-1].amount)
        if not filled:
            raise RuleError("payment.nothing_shared", field="shares")
        return tuple(self._share(row) for row in filled)

    def point_at(self, membership_id: object) -> None:
        """Let the keyboard go to the line of this membership, once the lines get it."""
        for row in self.rows:
            if membership_id is not None and row.membership.contact_id() == membership_id:
                self.setFocusProxy(row.amount)

    def _share(self, row: ShareRow) -> PaymentShare:
        try:
            return row.share()
        except RuleError:
            self.setFocusProxy(row.wrong_field)
            raise

    def _drop(self, row: ShareRow) -> None:
        self.rows.remove(row)
        self._lines.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.resized.emit()

    def _show_remainder(self) -> None:
        left = self.left
        if left > ZERO:
            text = _("{amount} left to share out.").format(amount=money_text(left))
        elif left < ZERO:
            text = _("{amount} too much: lower a line or correct the amount received.")
            text = text.format(amount=money_text(-left))
        else:
            text = _("Everything is shared out.") if self._amount else ""
        self.remainder.setText(text)

    @Slot()
    def _on_changed(self) -> None:
        self._show_remainder()
        self.edited.emit()

    @Slot()
    def _on_entered(self) -> None:
        if self.left > ZERO:
            self.add_row()
        else:
            self.complete.emit()

    @Slot()
    def _on_removed(self) -> None:
        row = self.sender()
        if isinstance(row, ShareRow):
            self._drop(row)
            if not self.rows:
                self.add_row()
            self._on_changed()
