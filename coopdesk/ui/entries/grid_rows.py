"""The lines of an entry as rows that are typed quickly: account, words, debit or credit."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from coopdesk.domain.entries import NewEntryLine
from coopdesk.domain.entry_rules import LABEL_LIMIT
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import ZERO, Money
from coopdesk.ui.contacts.choices import find_choices
from coopdesk.ui.contacts.new_on_the_way import NewOnTheWay
from coopdesk.ui.entries.account_picker import AccountPicker
from coopdesk.ui.entries.order import EntryStart
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.contact_picker import ContactPicker
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.row_list import EntryRow, RowList
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QDialog

    from coopdesk.domain.activities import Activity
    from coopdesk.domain.entries import EntryLine
    from coopdesk.ui.desk import Desk

AMOUNT_WIDTH, BALANCE_WIDTH, ACTIVITY_WIDTH, REMOVE_WIDTH = 104, 96, 124, 34
ACCOUNT_WIDTH, LABEL_WIDTH = 200, 110
_PARTY_WIDTH = 360
# Third parties stand on accounts of class 4: members, suppliers, volunteers, funders.
_PARTY_CLASS = "4"
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


@dataclass(frozen=True, slots=True)
class Sums:
    """What the lines that can be read add up to."""

    debit: Money
    credit: Money

    @property
    def missing(self) -> Money:
        """What is missing on the credit side; below zero, on the debit side."""
        return self.debit - self.credit


class GridRow(EntryRow):
    """One line; Enter goes on to the field that is wanted next.

    A line on an account of class 4 asks for its third party beneath.
    """

    entered = Signal()  # Enter in the last field
    party_asked = Signal()  # or no longer

    def __init__(self, desk: Desk, activities: Sequence[Activity]) -> None:
        super().__init__()
        self._contact_id: int | None = None
        self.reference = ""
        self.account = AccountPicker(desk)
        self.label = QLineEdit()
        self.label.setMaxLength(LABEL_LIMIT)
        self.label.setPlaceholderText(_("as the entry"))
        self.debit, self.credit = AmountEdit(), AmountEdit()
        for field in (self.debit, self.credit):
            field.setPlaceholderText("")
        none: list[tuple[int | None, str]] = [(None, "—")]
        self.activity = ChoiceBox[int | None]([*none, *((x.id, x.title) for x in activities)])
        if not activities:
            self.activity.hide()
        self.balance: QLabel = plain_label("", "muted")
        self.contact = ContactPicker(desk.tasks, partial(find_choices, desk))
        self.new_contact: NewOnTheWay | None = None
        for widget, said in (
            (self.account, _("Account")),
            (self.label, _("Label of the line")),
            (self.debit, _("Debit")),
            (self.credit, _("Credit")),
            (self.activity, _("Activity")),
            (self.contact, _("Third party of the line")),
        ):
            widget.setAccessibleName(said)
            self.watch(widget)
        self.account.account_taken.connect(self.edited)
        self.account.account_taken.connect(self._ask_party)
        self.account.textEdited.connect(self._ask_party)
        self.account.lead_to(self.debit)
        self.contact.lead_to(self.debit)
        # Tab goes from amount to account: the line is taken away with F8.
        self.remove_button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.name_remove_button("")
        self._lay_out()

    def _lay_out(self) -> None:
        self.account.setMinimumWidth(ACCOUNT_WIDTH)
        self.label.setMinimumWidth(LABEL_WIDTH)
        self.balance.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.balance.setAccessibleName(_("Balance so far"))
        for widget, width in (
            (self.debit, AMOUNT_WIDTH),
            (self.credit, AMOUNT_WIDTH),
            (self.balance, BALANCE_WIDTH),
            (self.activity, ACTIVITY_WIDTH),
            (self.remove_button, REMOVE_WIDTH),
        ):
            widget.setFixedWidth(width)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.account, 3)
        row.addWidget(self.label, 2)
        for widget in (self.debit, self.credit, self.balance, self.activity):
            row.addWidget(widget)
        row.addWidget(self.remove_button)
        self.party = QWidget()
        beneath = QHBoxLayout(self.party)
        beneath.setContentsMargins(0, 0, 0, 0)
        beneath.setSpacing(6)
        self.contact.setMaximumWidth(_PARTY_WIDTH)
        beneath.addWidget(plain_label(_("Third party"), "small"))
        beneath.addWidget(self.contact, 1)
        beneath.addStretch(1)
        self.party.hide()
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(4)
        body.addLayout(row)
        body.addWidget(self.party)

    @Slot()
    def _ask_party(self) -> None:
        """Ask for the third party where the account is of class 4."""
        asks = self.account.number.startswith(_PARTY_CLASS)
        is_next = asks and not self.contact.text()
        self.account.lead_to(self.contact if is_next else self.debit)
        if asks == self.party.isHidden():
            self.party.setVisible(asks)
            self.party_asked.emit()

    @property
    def contact_id(self) -> int | None:
        """The third party: chosen here, or kept from where the line comes from."""
        return self._contact_id if self.party.isHidden() else self.contact.contact_id()

    @property
    @override
    def first_field(self) -> QWidget:
        return self.account

    @property
    def is_empty(self) -> bool:
        """Whether nothing is typed."""
        fields = (self.account, self.debit, self.credit, self.label)
        return not any(field.text().strip() for field in fields)

    @property
    def signed(self) -> Money:
        """Debit less credit, as far as they can be read."""
        return _readable(self.debit) - _readable(self.credit)

    def show_line(self, line: EntryLine | NewEntryLine, start: EntryStart) -> None:
        """Fill the fields; ``start`` knows what accounts and contacts are called."""
        content = line if isinstance(line, NewEntryLine) else line.content
        self.contact.set_contact(start.contact_of(content.contact_id))
        if content.account:
            self.account.set_named(content.account, start.label_of(content.account))
            self._ask_party()
        self.label.setText(content.label)
        self.label.setCursorPosition(0)
        self.debit.set_amount(content.debit or None)
        self.credit.set_amount(content.credit or None)
        self.activity.choose(content.activity_id)
        # Chosen beneath, it goes with its account; elsewhere it stays with the line.
        is_beneath = content.account.startswith(_PARTY_CLASS)
        self._contact_id = None if is_beneath else content.contact_id
        self.reference = content.reference

    def copy(self, other: GridRow) -> None:
        """Take over what another row says, but for the side that is filled here already."""
        self.account.set_contact(other.account.choice)
        self.label.setText(other.label.text())
        self.activity.choose(other.activity.value)
        self._contact_id = other._contact_id
        self.contact.set_contact(other.contact.choice)
        self._ask_party()
        self.debit.setText(other.debit.text())
        self.credit.setText(other.credit.text())

    def put(self, signed: Money) -> None:
        """Fill the side that an amount belongs to: debit above zero, credit below."""
        self.debit.set_amount(signed if signed > ZERO else None)
        self.credit.set_amount(-signed if signed < ZERO else None)

    def line(self) -> NewEntryLine:
        """Return what is typed; raises RuleError for the field ``lines``."""
        self.account.refuse_words("lines")
        if not self.party.isHidden():
            self.contact.refuse_unmatched("entry.contact_not_chosen", "lines")
        return NewEntryLine(
            account=self.account.number,
            debit=self.debit.amount("lines") or ZERO,
            credit=self.credit.amount("lines") or ZERO,
            label=self.label.text(),
            contact_id=self.contact_id,
            activity_id=self.activity.value,
            reference=self.reference,
        )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
            return
        event.accept()
        focused = self.window().focusWidget()
        is_account = focused is self.account and not self.is_empty
        if is_account and not self.party.isHidden() and not self.contact.text():
            self.contact.setFocus(Qt.FocusReason.TabFocusReason)
        elif is_account or focused in {self.label, self.contact}:
            self.debit.setFocus(Qt.FocusReason.TabFocusReason)
        elif focused is self.debit and not self.debit.text().strip():
            self.credit.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.entered.emit()


def _readable(field: AmountEdit) -> Money:
    try:
        return field.amount() or ZERO
    except RuleError:
        return ZERO


class GridRows(RowList[GridRow]):
    """The rows; Enter at the end of one goes to the next, in an empty last one it ends."""

    complete = Signal()
    account_wanted = Signal(str)  # the number of one that does not exist

    def __init__(self, desk: Desk, form: QDialog, activities: Sequence[Activity]) -> None:
        super().__init__(lambda: GridRow(desk, activities), _("Add a line"))
        self._desk, self._form = desk, form
        self._asks: GridRow | None = None
        self.edited.connect(self.sum_up)
        self.left.connect(self.sum_up)

    @override
    def take_row(self, row: GridRow) -> None:
        row.entered.connect(self._on_entered)
        row.account.new_requested.connect(self._on_new_requested)
        row.party_asked.connect(self._on_party_asked)
        super().take_row(row)

    def show_lines(
        self,
        lines: Iterable[EntryLine | NewEntryLine],
        start: EntryStart | None = None,
    ) -> None:
        """Show these lines, or two empty rows; ``start`` knows their names."""
        self.clear_rows()
        for line in lines:
            self.add_row().show_line(line, start or EntryStart())
        while len(self.rows) < 2:
            self.add_row()
        self.sum_up()

    @property
    def filled(self) -> list[GridRow]:
        """The rows that something was typed into."""
        return [row for row in self.rows if not row.is_empty]

    @property
    def sums(self) -> Sums:
        """What the lines add up to so far."""
        debit = credit = ZERO
        for row in self.rows:
            debit, credit = debit + _readable(row.debit), credit + _readable(row.credit)
        return Sums(debit, credit)

    @Slot()
    def sum_up(self) -> None:
        """Write the balance after each line."""
        balance = ZERO
        for row in self.rows:
            balance += row.signed
            row.balance.setText("" if row.is_empty else money_text(balance))

    def lines(self) -> tuple[NewEntryLine, ...]:
        """Return what is typed; raises RuleError for the field ``lines``."""
        return tuple(row.line() for row in self.filled)

    @property
    def current(self) -> GridRow | None:
        """The row that has the keys, else the last one."""
        focused = self.window().focusWidget()
        for row in self.rows:
            if focused is not None and row.isAncestorOf(focused):
                return row
        return self.rows[-1] if self.rows else None

    def place_of(self, row: GridRow) -> int:
        """Return which row it is, from 0."""
        return next(at for at, known in enumerate(self.rows) if known is row)

    # what the F-keys do

    @Slot()
    def balance_current(self) -> None:
        """Put into the current line what is missing for the entry to balance."""
        row = self.current
        if row is None:
            return
        row.put(row.signed - self.sums.missing)
        field = row.debit if row.debit.text() else row.credit
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()
        self.edited.emit()

    @Slot()
    def copy_above(self) -> None:
        """Repeat the line above in the current one."""
        row = self.current
        place = 0 if row is None else self.place_of(row)
        if row is not None and place > 0:
            row.copy(self.rows[place - 1])
            row.debit.setFocus(Qt.FocusReason.OtherFocusReason)
            self.edited.emit()

    @Slot()
    def add_at_end(self) -> None:
        """Begin another line."""
        self._on_add()

    @Slot()
    def drop_current(self) -> None:
        """Take the current line away."""
        row = self.current
        if row is None:
            return
        place = self.place_of(row)
        row.removal_wanted.emit()
        if not self.rows:
            self.add_row()
        rest = self.rows[min(place, len(self.rows) - 1)]
        rest.account.setFocus(Qt.FocusReason.OtherFocusReason)

    def point_at(self, number: object) -> None:
        """Go to the row that an error counts from 1."""
        filled = self.filled
        if isinstance(number, int) and 0 < number <= len(filled):
            filled[number - 1].account.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_account(self, number: str, label: str) -> None:
        """Take an account that was just made, in the row that asked for it."""
        row, self._asks = self._asks, None
        if row is not None and any(row is known for known in self.rows):
            row.account.set_named(number, label)
            row.debit.setFocus(Qt.FocusReason.OtherFocusReason)
            self.edited.emit()

    @Slot()
    def _on_entered(self) -> None:
        row = self.sender()
        if not isinstance(row, GridRow):
            return
        place = self.place_of(row)
        is_last = place + 1 == len(self.rows)
        if is_last and self.filled and not self.sums.missing:
            self.complete.emit()
            return
        if row.is_empty:
            return
        following = self.add_row() if is_last else self.rows[place + 1]
        following.account.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _on_party_asked(self) -> None:
        """Make room for the third party, who may be recorded on the way."""
        row = self.sender()
        if isinstance(row, GridRow) and row.new_contact is None:
            row.new_contact = NewOnTheWay(self._desk, self._form, row.contact)
        self._rows_changed()

    @Slot(str)
    def _on_new_requested(self, _typed: str) -> None:
        picker = self.sender()
        self._asks = next((row for row in self.rows if row.account is picker), None)
        if self._asks is not None:
            self.account_wanted.emit(self._asks.account.number)
