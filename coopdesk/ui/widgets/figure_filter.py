"""Key figures that filter the list beneath them, one at a time."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TypeAlias

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QWidget
from typing_extensions import override

from coopdesk.ui.theme import current_scheme
from coopdesk.ui.widgets.key_figure import KeyFigure

Key: TypeAlias = Hashable

_RADIUS = 12.0
_INSIDE = 3.5
_GAP = 8


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
        if self.hasFocus():
            # Chosen and in front of the keyboard are two things: a second line inside.
            painter.setPen(QPen(QColor(current_scheme().accent), 1))
            inside = room.adjusted(_INSIDE, _INSIDE, -_INSIDE, -_INSIDE)
            painter.drawRoundedRect(inside, _RADIUS - _INSIDE, _RADIUS - _INSIDE)
        painter.end()


class FigureFilter(QWidget):
    """A row of figures by key; exactly one is chosen, the first one to begin with."""

    chosen = Signal(object)  # key

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures: dict[Key, FilterFigure] = {}
        self._group = QButtonGroup(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self._placed: tuple[int, list[FilterFigure]] = (0, [])
        self._group.buttonClicked.connect(self._on_clicked)

    def add(self, key: Key, name: str) -> FilterFigure:
        """Add a figure; ``key`` is what ``chosen`` will tell."""
        figure = FilterFigure(name)
        figure.setChecked(not self._figures)
        self._figures[key] = figure
        self._group.addButton(figure)
        self._lead_tab()
        self._grid.addWidget(figure, 0, len(self._figures) - 1)
        self._placed = (len(self._figures), list(self._figures.values()))
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
        self._lead_tab()
        self.chosen.emit(key)

    def _lead_tab(self) -> None:
        """Let Tab come to the chosen figure alone, from which arrows go on."""
        for figure in self._figures.values():
            policy = Qt.FocusPolicy
            figure.setFocusPolicy(
                policy.StrongFocus if figure.isChecked() else policy.ClickFocus
            )

    def _shown(self) -> list[FilterFigure]:
        return [figure for figure in self._figures.values() if not figure.isHidden()]

    def _width(self, columns: int) -> int:
        """Return the width that rows of so many figures need."""
        widths = [figure.minimumSizeHint().width() for figure in self._shown()]
        rows = [widths[start : start + columns] for start in range(0, len(widths), columns)]
        return max((sum(row) + _GAP * (len(row) - 1) for row in rows), default=0)

    def _arrange(self) -> None:
        """Stand in one row where there is room, else in two."""
        shown = self._shown()
        count = len(shown)
        columns = count if self._width(max(1, count)) <= self.width() else (count + 1) // 2
        if not columns or self._placed == (columns, shown):
            return
        self._placed = (columns, shown)
        for place, figure in enumerate(shown):
            self._grid.addWidget(figure, place // columns, place % columns)
        self.updateGeometry()

    @override
    def minimumSizeHint(self) -> QSize:
        half = max(1, (len(self._shown()) + 1) // 2)
        return QSize(self._width(half), super().minimumSizeHint().height())

    @override
    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self._arrange()
        return handled

    @Slot(QAbstractButton)
    def _on_clicked(self, _button: QAbstractButton) -> None:
        self._lead_tab()
        self.chosen.emit(self.current)
