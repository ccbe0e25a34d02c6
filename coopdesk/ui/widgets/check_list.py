"""Several things of a list, each with a box to tick; Space ticks, arrows and Tab move."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

Key = TypeVar("Key")

_ROWS_SHOWN = 9
_ROW_HEIGHT = 30


class CheckList(QScrollArea, Generic[Key]):
    """Lines of (key, text); ``edited`` tells when the person ticked one."""

    edited = Signal()

    def __init__(
        self,
        lines: Iterable[tuple[Key, str]],
        ticked: Collection[Key] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._boxes: dict[Key, QCheckBox] = {}
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for key, text in lines:
            # An ampersand in a name is no key.
            box = self._boxes[key] = QCheckBox(text.replace("&", "&&"))
            box.setAccessibleName(text)
            box.setChecked(key in ticked)
            box.clicked.connect(self._on_clicked)
            column.addWidget(box)
        column.addStretch()
        self.setWidget(inner)
        shown = min(max(len(self._boxes), 1), _ROWS_SHOWN)
        self.setFixedHeight(shown * _ROW_HEIGHT)
        first = next(iter(self._boxes.values()), None)
        if first is not None:
            self.setFocusProxy(first)

    @property
    def ticked(self) -> tuple[Key, ...]:
        """The keys of the lines that are ticked, in their order."""
        return tuple(key for key, box in self._boxes.items() if box.isChecked())

    @property
    def count(self) -> int:
        """How many lines there are."""
        return len(self._boxes)

    def tick_all(self) -> None:
        """Tick every line."""
        for box in self._boxes.values():
            box.setChecked(True)
        self.edited.emit()

    @Slot()
    def _on_clicked(self) -> None:
        self.edited.emit()
