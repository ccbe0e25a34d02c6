"""Asks what is in the cash box at the end, and says the difference before closing it."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from coopdesk.domain.cash_counts import COINS, NOTES, counted, split_difference
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import ZERO, Money
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.ui.widgets.count_edit import CountEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.formats import money_short, money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.event_registrations import CashBox


class PieceCount(QWidget):
    """A field for each note and each coin; ``edited`` tells that one was typed in."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[int, CountEdit] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for column, pieces in enumerate((NOTES, COINS)):
            for row, cents in enumerate(pieces):
                self._add(grid, row, column * 3, cents)
        grid.setColumnMinimumWidth(2, 24)
        grid.setColumnStretch(5, 1)

    def _add(self, grid: QGridLayout, row: int, column: int, cents: int) -> None:
        name = money_short(Money(cents))
        field = CountEdit()
        field.setAccessibleName(_("How many of {piece}").format(piece=name))
        field.setMaximumWidth(96)
        field.textEdited.connect(self.edited)
        grid.addWidget(plain_label(name), row, column)
        grid.addWidget(field, row, column + 1)
        self.fields[cents] = field

    @property
    def sum(self) -> Money:
        """What the pieces come to; raises RuleError."""
        return counted({cents: field.count() or 0 for cents, field in self.fields.items()})


class CashBoxCountDialog(FormDialog):
    """What is read is the amount counted."""

    def __init__(self, box: CashBox, parent: QWidget) -> None:
        super().__init__(_("Count and close the cash box"), _("Close the cash box"), parent)
        self._box = box
        said = _("{opening} at the start, {takings} taken: there should be {expected}.").format(
            opening=money_text(box.opening),
            takings=money_text(box.takings),
            expected=money_text(box.expected),
        )
        self.form.add_widget(plain_label(said, wrap=True))
        self.counted = self.form.add("counted", _("What is in it"), AmountEdit(), required=True)
        self.form.check_on_leave("counted", partial(self.counted.amount, "counted"))
        self.said = plain_label("", "strong", wrap=True)
        self.form.add_widget(self.said)
        self.form.fold_rest(_("Count coins and notes"))
        self.pieces = PieceCount()
        self.form.add_widget(self.pieces)
        self.counted.textChanged.connect(self._say)
        self.pieces.edited.connect(self._on_pieces)
        self._say()
        self.counted.setFocus()

    @Slot()
    def _on_pieces(self) -> None:
        self.form.is_dirty = True
        with suppress(RuleError):
            self.counted.set_amount(self.pieces.sum)

    @Slot()
    def _say(self) -> None:
        """Say what the difference is, and what becomes of it, before it is closed."""
        amount = None
        with suppress(RuleError):
            amount = self.counted.amount()
        self.said.setText("" if amount is None else difference_text(self._box, amount))
        self.said.setVisible(amount is not None)

    @override
    def read(self) -> Money:
        amount = self.counted.amount("counted")
        if amount is None:
            raise RuleError("cashbox.not_counted", field="counted")
        return amount


def difference_text(box: CashBox, amount: Money) -> str:
    """Return whether what was counted is right, and what becomes of a difference."""
    missing, surplus = split_difference(box.expected, amount)
    if missing > ZERO:
        return _("{amount} missing: it is recorded as a cash difference.").format(
            amount=money_text(missing)
        )
    if surplus > ZERO:
        return _("{amount} too much: it is recorded as a cash difference.").format(
            amount=money_text(surplus)
        )
    return _("The count is right to the cent.")
