"""The lines of an entry as rows that are typed quickly: account, words, debit or credit."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.entries import NewEntryLine
from coopdesk.domain.entry_rules import LABEL_LIMIT
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import ZERO, Money
from coopdesk.ui.entries.account_picker import AccountPicker
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.row_list import EntryRow, RowList
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from PySide6.QtGui import QKeyEvent

    from coopdesk.domain.activities import Activity
    from coopdesk.domain.entries import EntryLine
    from coopdesk.ui.desk import Desk

AMOUNT_WIDTH, BALANCE_WIDTH, ACTIVITY_WIDTH, REMOVE_WIDTH = 104, 96, 124, 34
ACCOUNT_WIDTH, LABEL_WIDTH = 200, 110
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
    """One line; Enter goes on to the field that is wanted next."""

    entered = Signal()  # Enter in the last field

    def __init__(self, desk: Desk, activities: Sequence[Activity]) -> None:
        super().__init__()
        self.contact_id: int | None = None
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
        for widget, said in (
            (self.account, _("Account")),
            (self.label, _("Label of the line")),
            (self.debit, _("Debit")),
            (self.credit, _("Credit")),
            (self.activity, _("Activity")),
        ):
            widget.setAccessibleName(said)
            self.watch(widget)
        self.account.account_taken.connect(self.edited)
        self.account.lead_to(self.debit)
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
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.account, 3)
        row.addWidget(self.label, 2)
        for widget in (self.debit, self.credit, self.balance, self.activity):
            row.addWidget(widget)
        row.addWidget(self.remove_button)

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

    def show_line(self, line: EntryLine | NewEntryLine, account_label: str = "") -> None:
        """Fill the fields."""
        content = line if isinstance(line, NewEntryLine) else line.content
        if not isinstance(line, NewEntryLine):
            account_label = line.account_label
        if content.account:
            self.account.set_named(content.account, account_label)
        self.label.setText(content.label)
        self.label.setCursorPosition(0)
        self.debit.set_amount(content.debit or None)
        self.credit.set_amount(content.credit or None)
        self.activity.choose(content.activity_id)
        self.contact_id, self.reference = content.contact_id, content.reference

    def copy(self, other: GridRow) -> None:
        """Take over what another row says, but for the side that is filled here already."""
        self.account.set_contact(other.account.choice)
        self.label.setText(other.label.text())
        self.activity.choose(other.activity.value)
        self.contact_id = other.contact_id
        self.debit.setText(other.debit.text())
        self.credit.setText(other.credit.text())

    def put(self, signed: Money) -> None:
        """Fill the side that an amount belongs to: debit above zero, credit below."""
        self.debit.set_amount(signed if signed > ZERO else None)
        self.credit.set_amount(-signed if signed < ZERO else None)

    def line(self) -> NewEntryLine:
        """Return what is typed; raises RuleError for the field ``lines``."""
        self.account.refuse_words("lines")
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
        if (focused is self.account and not self.is_empty) or focused is self.label:
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

    def __init__(self, desk: Desk, activities: Sequence[Activity]) -> None:
        super().__init__(lambda: GridRow(desk, activities), _("Add a line"))
        self._asks: GridRow | None = None
        self.edited.connect(self.sum_up)
        self.left.connect(self.sum_up)

    @override
    def take_row(self, row: GridRow) -> None:
        row.entered.connect(self._on_entered)
        row.account.new_requested.connect(self._on_new_requested)
        super().take_row(row)

    def show_lines(
        self,
        lines: Iterable[EntryLine | NewEntryLine],
        labels: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """Show these lines, or two empty rows; ``labels`` of accounts by number."""
        self.clear_rows()
        for line in lines:
            named = labels.get(line.account, "") if isinstance(line, NewEntryLine) else ""
            self.add_row().show_line(line, named)
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

    @Slot(str)
    def _on_new_requested(self, _typed: str) -> None:
        picker = self.sender()
        self._asks = next((row for row in self.rows if row.account is picker), None)
        if self._asks is not None:
            self.account_wanted.emit(self._asks.account.number)
