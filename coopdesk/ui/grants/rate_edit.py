"""A part of the costs in percent, typed the way people write it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.domain.grant_request_rules import parse_rate
from coopdesk.wording.grants import rate_text

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent


class RateEdit(QLineEdit):
    """Accepts ``80``, ``66,67 %``; tidies it when left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setMaxLength(12)
        self.setMaximumWidth(120)

    def rate(self, field: str = "rate") -> int | None:
        """Return hundredths of a percent, None when nothing is typed.

        Raises:
            RuleError: ``grant_request.rate_wrong``, for ``field``.
        """
        if not self.text().strip():
            return None
        try:
            return parse_rate(self.text())
        except RuleError as error:
            raise RuleError(error.code, **{**error.values, "field": field}) from None

    def set_rate(self, rate: int | None) -> None:
        """Show a rate."""
        self.setText(rate_text(rate))

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        # What cannot be read stays as typed: the form says what is wrong beneath the field.
        with suppress(RuleError):
            self.set_rate(self.rate())
        super().focusOutEvent(event)
