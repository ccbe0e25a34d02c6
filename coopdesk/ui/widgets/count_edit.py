"""A whole number of people or things, empty where nobody counted."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from coopdesk.domain.errors import RuleError

_MOST_DIGITS = 6


class CountEdit(QLineEdit):
    """Accepts ``12`` and ``1 200``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setMaxLength(12)
        self.setMaximumWidth(120)

    def count(self, field: str = "count") -> int | None:
        """Return the number, None when nothing is typed.

        Raises:
            RuleError: ``count.unreadable``, for ``field``.
        """
        typed = "".join(self.text().split())
        if not typed:
            return None
        if not (typed.isascii() and typed.isdigit()) or len(typed) > _MOST_DIGITS:
            raise RuleError("count.unreadable", text=self.text().strip(), field=field)
        return int(typed)

    def set_count(self, count: int | None) -> None:
        """Show a number."""
        self.setText("" if count is None else str(count))
