"""The view of a statement: read by keys, every figure opens what makes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from coopdesk.ui.fonts import figure_font, text_font
from coopdesk.ui.reports.figure_sheet import (
    BAR_ROLE,
    STYLE_ROLE,
    Bar,
    FigureModel,
    RowStyle,
    SheetColumn,
    SheetRow,
    cell_text,
    copied_text,
)
from coopdesk.ui.theme import current_scheme
from coopdesk.ui.widgets.row_table import set_up_rows
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent

_ROW_HEIGHT = 30
_PADDING = 28
_NARROWEST = 84
# Less than this the names of the lines could not be read: columns give way.
_LEAST_NAME = 300
_WIDEST_TEXT = 260
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_BY_KEYS = frozenset({Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason})
_LINED = frozenset({RowStyle.TOTAL, RowStyle.RESULT})


class SheetDelegate(QStyledItemDelegate):
    """Paints results on a band, totals under a line, shares as bars."""

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        style, scheme = index.data(STYLE_ROLE), current_scheme()
        if style is RowStyle.RESULT:
            painter.fillRect(option.rect, QColor(scheme.hover))
        bar = index.data(BAR_ROLE)
        if isinstance(bar, Bar):
            self._paint_bar(painter, option, index, bar)
        else:
            super().paint(painter, option, index)
        if style in _LINED:
            painter.save()
            painter.setPen(QPen(QColor(scheme.edge), 1))
            painter.drawLine(option.rect.topLeft(), option.rect.topRight())
            painter.restore()

    def _paint_bar(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        bar: Bar,
    ) -> None:
        """Draw what a chosen row has behind it, the bar on that, the words on top."""
        self.initStyleOption(option, index)
        text, option.text = option.text, ""
        control = QStyle.ControlElement.CE_ItemViewItem
        option.widget.style().drawControl(control, option, painter, option.widget)
        _draw_bar(painter, QRectF(option.rect), bar)
        painter.save()
        painter.setFont(option.font)
        painter.setPen(option.palette.color(option.palette.ColorRole.Text))
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(option.rect.adjusted(12, 0, -8, 0), side, text)
        painter.restore()


def _draw_bar(painter: QPainter, room: QRectF, bar: Bar) -> None:
    """Draw a share behind its words; what is over the whole has another colour and says so."""
    from coopdesk.ui.columns import Tone

    scheme = current_scheme()
    full = room.adjusted(6, 6, -6, -6)
    share = min(1000, max(0, bar.thousandths)) / 1000
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(scheme.line), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(full, 4, 4)
    fill, edge = scheme.tones[Tone.ATTENTION if bar.is_over else Tone.INFO]
    # In high contrast the bar has the colour of the sheet: its outline shows it.
    painter.setPen(QPen(QColor(edge), 1) if fill == scheme.sheet else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill))
    full.setWidth(full.width() * share)
    painter.drawRoundedRect(full, 4, 4)
    painter.restore()


class FigureSheet(QTableView):
    """Shows prepared rows; Enter or a double click opens one, Ctrl+C copies figures."""

    opened = Signal(object)  # what the row opens

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures = FigureModel(self)
        self.setModel(self.figures)
        self.setAccessibleName(name)
        self.setAccessibleDescription(_("Enter on a line shows what makes its figure."))
        self.setItemDelegate(SheetDelegate(self))
        self._set_up()
        self.doubleClicked.connect(self._on_double_clicked)
        self.open_action = make_step(self, _("Show what makes this figure"), "list-bullets")
        self.copy_action = make_step(self, _("Copy"), "copy")
        self.open_action.triggered.connect(self._on_open)
        self.copy_action.triggered.connect(self.copy)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.addActions([self.open_action, self.copy_action])

    def _set_up(self) -> None:
        set_up_rows(self, _ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setFont(text_font(weight=500))
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(48)

    # rows

    def show_rows(self, columns: Sequence[SheetColumn], rows: Sequence[SheetRow]) -> None:
        """Show other rows; the line that has the keys and the place on screen stay."""
        current, scroll = self.current_row, self.verticalScrollBar().value()
        self.figures.show_rows(columns, rows)
        self._fit()
        if current is not None and self.select_key(current.key):
            self.verticalScrollBar().setValue(scroll)

    @property
    def current_row(self) -> SheetRow | None:
        """The row that has the keys."""
        index = self.currentIndex()
        return self.figures.rows[index.row()] if index.isValid() else None

    def select_key(self, key: str) -> bool:
        """Select a row by its key and bring it into view; tell whether there is one."""
        for number, row in enumerate(self.figures.rows):
            if row.key == key:
                self.selectRow(number)
                self.scrollTo(self.figures.index(number, 0))
                return True
        return False

    def select_first(self) -> None:
        """Give the keys to the first row that opens something."""
        if self.current_row is None:
            rows = enumerate(self.figures.rows)
            self.selectRow(next((number for number, row in rows if row.opens is not None), 0))

    def copied(self) -> str:
        """Return the selected rows, or all of them, cells apart by tabs, under the titles."""
        shown = [
            number
            for number in range(len(self.figures.columns))
            if not self.isColumnHidden(number)
        ]
        chosen = sorted({index.row() for index in self.selectionModel().selectedRows()})
        rows = [self.figures.rows[number] for number in chosen] or list(self.figures.rows)
        lines = [[copied_text(row.cells[number]) for number in shown] for row in rows]
        if len(lines) > 1:
            lines.insert(0, [self.figures.columns[number].title for number in shown])
        return "\n".join("\t".join(line) for line in lines)

    # widths

    def _fit(self) -> None:
        """Give each column of figures the room of its longest text, the rest to the names."""
        columns, names = self.figures.columns, self.figures.stretched
        if not columns:
            return
        widths = [
            0 if number == names else self._width(number) for number in range(len(columns))
        ]
        room = self.viewport().width()
        hidden = _giving_way(columns, widths, room)
        taken = sum(width for number, width in enumerate(widths) if number not in hidden)
        widths[names] = max(_LEAST_NAME // 2, room - taken)
        for number, width in enumerate(widths):
            self.setColumnHidden(number, number in hidden)
            self.setColumnWidth(number, width)

    def _width(self, number: int) -> int:
        metrics = self.fontMetrics()
        texts = [cell_text(row.cells[number]) for row in self.figures.rows]
        longest = sorted({*texts}, key=len)[-3:]
        column = self.figures.columns[number]
        title = metrics.horizontalAdvance(column.title)
        least = 0 if column.is_text else _NARROWEST
        width = max(least, title + _PADDING, _measure(longest) + _PADDING)
        return min(width, _WIDEST_TEXT)

    # what Qt calls

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in _BY_KEYS and not self.selectionModel().hasSelection():
            self.select_first()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in _ENTER:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @Slot()
    def copy(self) -> None:
        """Put the selected rows on the clipboard."""
        QGuiApplication.clipboard().setText(self.copied())

    @Slot()
    def _on_open(self) -> None:
        self._open(self.currentIndex())

    @Slot(QModelIndex)
    def _on_double_clicked(self, index: QModelIndex) -> None:
        self._open(index)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            opens = self.figures.rows[index.row()].opens
            if opens is not None:
                self.opened.emit(opens)


def _measure(texts: Sequence[str]) -> int:
    from PySide6.QtGui import QFontMetrics

    metrics = QFontMetrics(figure_font(weight=600))
    return max((metrics.horizontalAdvance(text) for text in texts), default=0)


def _giving_way(columns: Sequence[SheetColumn], widths: Sequence[int], room: int) -> set[int]:
    """Return the columns that leave so that the names of the lines can be read."""
    hidden: set[int] = set()
    for rank in sorted({column.gives_way for column in columns} - {0}, reverse=True):
        taken = sum(width for place, width in enumerate(widths) if place not in hidden)
        if room - taken >= _LEAST_NAME:
            break
        # Debit without credit would mislead: those of one rank leave together.
        hidden |= {place for place, one in enumerate(columns) if one.gives_way == rank}
    return hidden
