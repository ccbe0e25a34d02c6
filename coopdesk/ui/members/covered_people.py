"""Ticks whom a household's fee covers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence


class CoveredPeople(QWidget):
    """One tick for each person of the household; the holder is always covered."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: dict[int, QCheckBox] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def show_people(
        self, people: Sequence[tuple[int, str]], ticked: Collection[int] | None = None
    ) -> None:
        """Offer these people, the holder first; all are ticked unless said otherwise."""
        for box in self._boxes.values():
            self._layout.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._boxes = {}
        for place, (contact_id, name) in enumerate(people):
            box = QCheckBox(name.replace("&", "&&"))
            box.setAccessibleName(name)
            box.setChecked(ticked is None or contact_id in ticked)
            box.setEnabled(place > 0)
            box.clicked.connect(self.edited)
            self._layout.addWidget(box)
            self._boxes[contact_id] = box

    @property
    def ids(self) -> tuple[int, ...]:
        """Who is ticked, the holder first."""
        return tuple(key for key, box in self._boxes.items() if box.isChecked())

    @property
    def count(self) -> int:
        """How many people are offered."""
        return len(self._boxes)
