"""A statement as rows of figures: what each row is, and the read-only model that shows it."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor
from typing_extensions import override

from coopdesk.domain.money import Money
from coopdesk.ui.fonts import TEXT_SIZE, figure_font
from coopdesk.ui.theme import current_scheme
from coopdesk.ui.widgets.labels import plain_tooltip
from coopdesk.wording.formats import HARD_SPACE, money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

# The role under which a row tells how it is painted.
STYLE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
# The role under which a cell gives the share of a bar, in thousandths.
BAR_ROLE = int(Qt.ItemDataRole.UserRole) + 2

Index: TypeAlias = QModelIndex | QPersistentModelIndex

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_FONT = int(Qt.ItemDataRole.FontRole)
_FOREGROUND = int(Qt.ItemDataRole.ForegroundRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NO_INDEX = QModelIndex()
_INDENT = "\u2003"
_NOTHING = "–"


class RowStyle(enum.Enum):
    """What a row is on a statement."""

    TITLE = enum.auto()
    ITEM = enum.auto()
    DETAIL = enum.auto()
    TOTAL = enum.auto()
    RESULT = enum.auto()


@dataclass(frozen=True, slots=True)
class Sided:
    """A balance, debit less credit: shown with the letter of its side, copied signed."""

    amount: Money

    @property
    def text(self) -> str:
        """The balance without sign and the letter of its side."""
        if not self.amount:
            return _NOTHING
        side = _("D") if self.amount.cents > 0 else _("C")
        return f"{figure_text(Money(abs(self.amount.cents)))}{HARD_SPACE}{side}"


@dataclass(frozen=True, slots=True)
class Change:
    """What an amount became more or less by: a sign and no colour, less may be good."""

    amount: Money

    @property
    def text(self) -> str:
        """The difference with its sign."""
        sign = "+" if self.amount.cents > 0 else ""
        return f"{sign}{figure_text(self.amount)}"


@dataclass(frozen=True, slots=True)
class Bar:
    """A share in thousandths, drawn behind its words; ``is_over`` when it is too much."""

    thousandths: int
    text: str
    is_over: bool = False


Cell: TypeAlias = Money | Sided | Change | Bar | str | None


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column; the one that has ``stretch`` takes the room that is left, and is indented.

    In a narrow window the columns with the highest ``gives_way`` leave first, those of one
    rank together; 0 stays.
    """

    title: str
    hint: str = ""
    is_text: bool = False
    stretch: bool = False
    gives_way: int = 0


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row: ``cells`` for each column, ``opens`` what Enter shows, None for nothing.

    ``key`` finds the row again after the sheet was read anew.
    """

    key: str
    cells: tuple[Cell, ...]
    style: RowStyle = RowStyle.ITEM
    level: int = 0
    opens: object = None
    hint: str = ""


_WEIGHTS = {RowStyle.TITLE: 600, RowStyle.TOTAL: 600, RowStyle.RESULT: 600}


def figure_text(amount: Money) -> str:
    """Return ``1 234,56`` without the euro sign, which the sheet names once; a dash for 0."""
    if not amount:
        return _NOTHING
    return money_text(amount).replace("€", "").strip(HARD_SPACE)


def cell_text(cell: Cell) -> str:
    """Return what a cell shows."""
    if isinstance(cell, Money):
        return figure_text(cell)
    return cell.text if isinstance(cell, Bar | Sided | Change) else cell or ""


def copied_text(cell: Cell) -> str:
    """Return what a cell puts on the clipboard: amounts as a spreadsheet reads them."""
    amount = cell.amount if isinstance(cell, Sided | Change) else cell
    if not isinstance(amount, Money):
        return " ".join(cell_text(cell).split())
    euros, cents = divmod(abs(amount.cents), 100)
    return f"{'-' if amount.cents < 0 else ''}{euros},{cents:02d}"


class FigureModel(QAbstractTableModel):
    """Read-only table of prepared rows."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.columns: tuple[SheetColumn, ...] = ()
        self.rows: tuple[SheetRow, ...] = ()
        self._fonts = {
            style: figure_font(TEXT_SIZE, _WEIGHTS.get(style, 400)) for style in RowStyle
        }

    def show_rows(self, columns: Sequence[SheetColumn], rows: Sequence[SheetRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.columns, self.rows = tuple(columns), tuple(rows)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        cell = row.cells[column]
        if role == _DISPLAY:
            text = cell_text(cell)
            return _INDENT * row.level + text if self.columns[column].stretch else text
        if role == _ALIGNMENT:
            return _LEFT if self._is_text(column) else _RIGHT
        return self._look(row, column, role)

    def _look(self, row: SheetRow, column: int, role: int) -> Any:
        cell = row.cells[column]
        if role == STYLE_ROLE:
            return row.style
        if role == BAR_ROLE:
            return cell if isinstance(cell, Bar) else None
        if role == _FONT:
            return self._fonts[row.style]
        if role == _FOREGROUND:
            return _colour(row, cell)
        return self._words(row, column, role)

    def _words(self, row: SheetRow, column: int, role: int) -> Any:
        if role == _TOOLTIP:
            is_name = self.columns[column].stretch
            text = row.hint or (cell_text(row.cells[column]) if is_name else "")
            return plain_tooltip(text) or None
        if role == _ACCESSIBLE:
            text = cell_text(row.cells[column])
            return _("{name}: {value}").format(name=self.columns[column].title, value=text)
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        if role == _DISPLAY:
            return self.columns[section].title
        if role == _ALIGNMENT:
            return _LEFT if self._is_text(section) else _RIGHT
        if role == _TOOLTIP:
            return plain_tooltip(self.columns[section].hint) or None
        return None

    def _is_text(self, column: int) -> bool:
        return self.columns[column].stretch or self.columns[column].is_text

    @property
    def stretched(self) -> int:
        """The column that takes the room that is left."""
        places = (at for at, column in enumerate(self.columns) if column.stretch)
        return next(places, 0)


def _colour(row: SheetRow, cell: Cell) -> QColor | None:
    """Return the colour of a cell that has its own: below zero, or minor."""
    scheme = current_scheme()
    if isinstance(cell, Money) and cell.cents < 0:
        return QColor(scheme.error)
    if row.style is RowStyle.TITLE:
        return QColor(scheme.accent)
    if row.style is RowStyle.DETAIL or cell_text(cell) == _NOTHING:
        return QColor(scheme.muted)
    return None
