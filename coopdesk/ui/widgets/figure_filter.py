"""Key figures that filter the list beneath them, one at a time."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TypeAlias

from PySide6.QtCore import QRectF, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget
from typing_extensions import override

from coopdesk.ui.theme import current_scheme
from coopdesk.ui.widgets.key_figure import KeyFigure

Key: TypeAlias = Hashable

_RADIUS = 12.0


class FilterFigure(KeyFigure):
    """A key figure that stays chosen."""

    def __init__(self, name: str) -> None:
        super().__init__(name, opens=True)
        self.setCheckable(True)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.isChecked():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(current_scheme().accent), 2))
        room = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(room, _RADIUS, _RADIUS)
        painter.end()


class FigureFilter(QWidget):
    """A row of figures by key; exactly one is chosen, the first one to begin with."""

    chosen = Signal(object)  # key

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures: dict[Key, FilterFigure] = {}
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self._group.buttonClicked.connect(self._on_clicked)

    def add(self, key: Key, name: str) -> FilterFigure:
        """Add a figure; ``key`` is what ``chosen`` will tell."""
        figure = FilterFigure(name)
        figure.setChecked(not self._figures)
        self._figures[key] = figure
        self._group.addButton(figure)
        self._row.addWidget(figure)
        return figure

    @property
    def all(self) -> tuple[FilterFigure, ...]:
        """The figures, in order."""
        return tuple(self._figures.values())

    def figure(self, key: Key) -> FilterFigure:
        """Return the figure of a key."""
        return self._figures[key]

    @property
    def current(self) -> Key:
        """The key of the chosen figure."""
        return next(key for key, figure in self._figures.items() if figure.isChecked())

    def choose(self, key: Key) -> None:
        """Choose a figure as a click would."""
        self._figures[key].setChecked(True)
        self.chosen.emit(key)

    @Slot(QAbstractButton)
    def _on_clicked(self, _button: QAbstractButton) -> None:
        self.chosen.emit(self.current)
