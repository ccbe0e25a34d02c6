"""A small table of counts; each one opens the people it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QTableWidget,
    QWidget,
)
from typing_extensions import override

from coopdesk.ui.fonts import figure_font
from coopdesk.ui.widgets.labels import plain_tooltip
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from coopdesk.domain.member_statistics import Figure

_ROW = 30
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class FigureTable(QTableWidget):
    """Names at the left, counts at the right; Enter or a click opens a count."""

    opened = Signal(object, str)  # Figure, what it counts in words

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures: dict[tuple[int, int], Figure] = {}
        self.setAccessibleName(name)
        self.setAccessibleDescription(_("Enter on a count shows who it is."))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setHighlightSections(False)
        self.cellClicked.connect(self._on_open)

    def show_figures(
        self, titles: Sequence[str], rows: Sequence[tuple[str, Sequence[Figure]]]
    ) -> None:
        """Show rows of counts; ``titles`` head the columns, the first that of the names."""
        self._figures = {}
        model = self.model()
        model.removeRows(0, model.rowCount())
        self.setColumnCount(len(titles))
        self.setRowCount(len(rows))
        self.setHorizontalHeaderLabels(titles)
        for column in range(len(titles)):
            self._align_head(column)
        for row, (name, figures) in enumerate(rows):
            self._name(row, name)
            for column, figure in enumerate(figures, start=1):
                self._figures[row, column] = figure
                self._count(row, column, figure)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        if titles:
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        if rows:
            self.setCurrentCell(0, 1)
            if not self.hasFocus():
                self.clearSelection()
        self.updateGeometry()

    # Only through the model: the bindings bear badly that items made in Python are deleted.

    def _align_head(self, column: int) -> None:
        across, role = Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole
        self.model().setHeaderData(column, across, _RIGHT if column else _LEFT, role)

    def _name(self, row: int, name: str) -> None:
        index = self.model().index(row, 0)
        self.model().setData(index, name)
        # Of a tariff with a long name only the beginning has room.
        self.model().setData(index, plain_tooltip(name), Qt.ItemDataRole.ToolTipRole)

    def _count(self, row: int, column: int, figure: Figure) -> None:
        model, roles = self.model(), Qt.ItemDataRole
        index, font = model.index(row, column), QFont(figure_font())
        font.setUnderline(bool(figure.count))
        model.setData(index, number_text(figure.count))
        model.setData(index, _RIGHT, roles.TextAlignmentRole)
        model.setData(index, font, roles.FontRole)
        self._colour(row, column, figure)

    def _colour(self, row: int, column: int, figure: Figure) -> None:
        roles = QPalette.ColorRole
        colour = self.palette().color(roles.Link if figure.count else roles.PlaceholderText)
        index = self.model().index(row, column)
        self.model().setData(index, colour, Qt.ItemDataRole.ForegroundRole)

    def words_at(self, row: int, column: int) -> str:
        """Return what a count counts, in words."""
        name, title = self.item(row, 0), self.horizontalHeaderItem(column)
        words = [title.text() if title else ""]
        figure = self._figures.get((row, column))
        if name is not None and figure is not None and name.text() != str(figure.key.year):
            words.append(name.text())
        return ", ".join(word for word in words if word)

    @Slot(int, int)
    def _on_open(self, row: int, column: int) -> None:
        figure = self._figures.get((row, column))
        if figure is not None and figure.count:
            self.opened.emit(figure, self.words_at(row, column))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self._on_open(self.currentRow(), self.currentColumn())
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        item = self.currentItem()
        if item is not None:
            item.setSelected(True)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.clearSelection()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.PaletteChange:
            for (row, column), figure in self._figures.items():
                self._colour(row, column, figure)

    @override
    def sizeHint(self) -> QSize:
        height = self.horizontalHeader().sizeHint().height() + _ROW * self.rowCount() + 6
        return QSize(super().sizeHint().width(), height)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.sizeHint().height())
