"""A choice among what is known, and a button beside it that makes a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from coopdesk.ui.icons import icon
from coopdesk.ui.widgets.choice_box import ChoiceBox

if TYPE_CHECKING:
    from collections.abc import Sequence


class OfferedChoice(QWidget):
    """Chooses a record by its id, None for none of them."""

    edited = Signal()
    new_wanted = Signal()

    def __init__(self, choices: Sequence[tuple[int | None, str]], new_text: str) -> None:
        super().__init__()
        self.box: ChoiceBox[int | None] = ChoiceBox(choices)
        self.new_button = QPushButton(icon("plus"), new_text)
        self.new_button.setProperty("kind", "link")
        self.new_button.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.box, 1)
        row.addWidget(self.new_button)
        self.box.activated.connect(self._on_activated)
        self.new_button.clicked.connect(self.new_wanted)

    @property
    def value(self) -> int | None:
        """The id of what is chosen."""
        return self.box.value

    def choose(self, key: int | None) -> None:
        """Choose without telling."""
        self.box.choose(key)

    def take(self, choices: Sequence[tuple[int | None, str]], chosen: int) -> None:
        """Offer other records and choose one that was just made."""
        self.box.set_choices(choices)
        self.box.choose(chosen)
        self.box.setFocus()
        self.edited.emit()

    @override
    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.box.setAccessibleName(name)

    @Slot()
    def _on_activated(self) -> None:
        self.edited.emit()
