"""Several things of a list, each with a box to tick; Space ticks, arrows and Tab move."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from PySide6.QtGui import QShowEvent

Key = TypeVar("Key")

_ROWS_SHOWN = 9
_SPACING = 8


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
        column.setSpacing(_SPACING)
        for key, text in lines:
            # An ampersand in a name is no key.
            box = self._boxes[key] = QCheckBox(text.replace("&", "&&"))
            box.setAccessibleName(text)
            box.setChecked(key in ticked)
            box.clicked.connect(self._on_clicked)
            column.addWidget(box)
        column.addStretch()
        self.setWidget(inner)
        first = next(iter(self._boxes.values()), None)
        if first is not None:
            self.setFocusProxy(first)
        self._fit()

    def _fit(self) -> None:
        """Show whole rows, as tall as the style makes them."""
        shown = list(self._boxes.values())[:_ROWS_SHOWN]
        for box in shown:
            box.ensurePolished()
        rows = sum(box.sizeHint().height() for box in shown)
        self.setFixedHeight(rows + _SPACING * max(len(shown) - 1, 0))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

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
