"""The lines of an entry as rows, and what their keys do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import ZERO, Money
from coopdesk.ui.contacts.new_on_the_way import NewOnTheWay
from coopdesk.ui.entries.grid_row import GridRow, readable
from coopdesk.ui.entries.order import EntryStart
from coopdesk.ui.widgets.row_list import RowList
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from PySide6.QtWidgets import QDialog

    from coopdesk.domain.activities import Activity
    from coopdesk.domain.entries import EntryLine, NewEntryLine
    from coopdesk.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Sums:
    """What the lines that can be read add up to."""

    debit: Money
    credit: Money

    @property
    def missing(self) -> Money:
        """What is missing on the credit side; below zero, on the debit side."""
        return self.debit - self.credit


class GridRows(RowList[GridRow]):
    """The rows; Enter at the end of one goes to the next, in an empty last one it ends."""

    complete = Signal()
    account_wanted = Signal(str)  # the number of one that does not exist

    def __init__(self, desk: Desk, form: QDialog, activities: Sequence[Activity]) -> None:
        super().__init__(lambda: GridRow(desk, activities), _("Add a line"))
        self._desk, self._form = desk, form
        self._asks: GridRow | None = None
        self.labels: Mapping[str, str] = {}  # of accounts, by number
        self.edited.connect(self.sum_up)
        self.left.connect(self.sum_up)

    @override
    def take_row(self, row: GridRow) -> None:
        row.account.know(self.labels)
        row.entered.connect(self._on_entered)
        row.line_wanted.connect(self._on_line_wanted)
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
            debit, credit = debit + readable(row.debit), credit + readable(row.credit)
        return Sums(debit, credit)

    @Slot()
    def sum_up(self) -> None:
        """Write the balance after each line."""
        balance = ZERO
        for row in self.rows:
            balance += row.signed
            row.balance.setText("" if row.is_empty else money_text(balance))

    def lines(self) -> tuple[NewEntryLine, ...]:
        """Return what is typed; raises RuleError for the field ``lines``, with its ``line``."""
        return tuple(_read(row, number) for number, row in enumerate(self.filled, start=1))

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

    @Slot(int)
    def _on_line_wanted(self, by: int) -> None:
        row = self.sender()
        if isinstance(row, GridRow):
            place = self.place_of(row) + by
            if 0 <= place < len(self.rows):
                self.rows[place].take_keys(row)

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


def _read(row: GridRow, number: int) -> NewEntryLine:
    try:
        return row.line()
    except RuleError as error:
        raise RuleError(error.code, **{**error.values, "line": number}) from error
