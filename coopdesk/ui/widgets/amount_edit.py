"""An amount in euros, typed the way people write it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import ZERO, Money, parse_amount
from coopdesk.wording.formats import money_text

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent


class AmountEdit(QLineEdit):
    """Accepts ``12,5``, ``12.50``, ``1 200`` and ``=3*15``; tidies it when left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(money_text(ZERO))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setMaxLength(60)
        self.setMaximumWidth(200)

    def amount(self, field: str = "amount") -> Money | None:
        """Return the amount, None when nothing is typed.

        Raises:
            RuleError: ``amount.unreadable`` or ``amount.too_large``, for ``field``.
        """
        if not self.text().strip():
            return None
        try:
            return parse_amount(self.text())
        except RuleError as error:
            raise RuleError(error.code, **{**error.values, "field": field}) from None

    def set_amount(self, amount: Money | None) -> None:
        """Show an amount."""
        self.setText("" if amount is None else money_text(amount))

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        # What cannot be read stays as typed: the form says what is wrong beneath the field.
        with suppress(RuleError):
            self.set_amount(self.amount())
        super().focusOutEvent(event)
