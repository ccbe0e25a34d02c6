"""Table model over record ids: fetches pages of formatted rows as they are shown."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont
from typing_extensions import override

from coopdesk.ui.columns import TONE_ROLE, Column, Row, make_row
from coopdesk.ui.fonts import figure_font
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtCore import QObject

    from coopdesk.ui.tasks import TaskRunner

PAGE = 200

_KEPT_PAGES = 40
# A screen shows parts of two pages at most; what was asked for before is no longer looked at.
_WANTED_PAGES = 2
_PENDING = "…"
# Plain ints: these are compared thousands of times for each repaint.
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_FONT = int(Qt.ItemDataRole.FontRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_ROW_ROLES = frozenset({_FONT, TONE_ROLE, _ACCESSIBLE, _TIP})
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NO_INDEX = QModelIndex()

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Fetch: TypeAlias = "Callable[[Sequence[int]], Iterable[Any]]"
Page: TypeAlias = "list[Row | None]"


def fetch_rows(
    fetch: Fetch,
    *,
    columns: tuple[Column, ...],
    ids: Sequence[int],
    identity: Callable[[Any], int],
) -> Page:
    """Fetch and format records in the order of their ids; None for one that is gone."""
    rows = {identity(line): make_row(columns, line) for line in fetch(ids)}
    return [rows.get(record_id) for record_id in ids]


class PagedTableModel(QAbstractTableModel):
    """Read-only table that holds ids and keeps the pages looked at last.

    ``fetch`` is a service's ``lines(ids)``; it runs on the worker, and so does formatting.
    """

    page_fetched = Signal(int)

    def __init__(
        self,
        tasks: TaskRunner,
        columns: Sequence[Column],
        fetch: Fetch,
        parent: QObject,
        identity: Callable[[Any], int] = attrgetter("id"),
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._fetch_lines = partial(fetch_rows, fetch, identity=identity)
        self._ids = array("q")
        self._pages: OrderedDict[int, Page] = OrderedDict()
        self._stale: set[int] = set()
        self._wanted: OrderedDict[int, None] = OrderedDict()
        self._fetching: int | None = None
        self._generation = 0
        self._last_seen = -1
        self._figures = figure_font()
        self._struck = QFont(self._figures)
        self._struck.setStrikeOut(True)
        self._take_columns(columns)

    def _take_columns(self, columns: Sequence[Column]) -> None:
        self.columns = tuple(columns)
        self._fetch = partial(self._fetch_lines, columns=self.columns)
        self._alignments = tuple(_RIGHT if c.align_right else _LEFT for c in self.columns)
        self._gone = Row(("",) * len(self.columns), figures=(False,) * len(self.columns))

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Show other columns of the same records, which are read again."""
        self.beginResetModel()
        self._generation += 1
        self._fetching = None
        self._wanted.clear()
        self._pages.clear()
        self._stale.clear()
        self._take_columns(columns)
        self.endResetModel()

    # ids

    @property
    def ids(self) -> array[int]:
        """The ids of all rows, in order."""
        return self._ids

    def set_ids(self, ids: Iterable[int]) -> None:
        """Show these records; rows already known stay visible until they are read again."""
        new = array("q", ids)
        self._generation += 1
        self._fetching = None
        self._wanted.clear()
        if new == self._ids:
            self._stale = set(self._pages)
            self._repaint(0, len(new) - 1)
            return
        self.beginResetModel()
        self._ids = new
        self._pages.clear()
        self._stale.clear()
        self.endResetModel()

    def id_at(self, row: int) -> int:
        """Return the id of a row."""
        return self._ids[row]

    def row_of(self, record_id: int) -> int | None:
        """Return the row of a record, or None when the list does not hold it."""
        try:
            return self._ids.index(record_id)
        except ValueError:
            return None

    def fetch_texts(self, ids: Sequence[int]) -> list[tuple[str, ...]]:
        """Fetch the texts of any number of records at once; runs on the worker."""
        texts: list[tuple[str, ...]] = []
        for start in range(0, len(ids), PAGE):
            rows = self._fetch(ids=ids[start : start + PAGE])
            texts.extend(row.texts for row in rows if row is not None)
        return texts

    # what Qt asks

    @override
    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._ids)

    @override
    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if not index.isValid():
            return None
        if role == _DISPLAY:
            row = self._row(index.row())
            return row.texts[index.column()] if row else _PENDING
        if role == _ALIGNMENT:
            return self._alignments[index.column()]
        return self._of_row(index, role) if role in _ROW_ROLES else None

    def _of_row(self, index: Index, role: int) -> Any:
        row = self._row(index.row())
        column = index.column()
        if role == _ACCESSIBLE:
            text = row.texts[column] if row else _PENDING
            return _("{name}: {value}").format(name=self.columns[column].title, value=text)
        if row is None:
            return None
        if role == TONE_ROLE:
            return row.tones[column] if row.tones else None
        if role == _TIP:
            return row.tips.get(column)
        if column in row.struck:
            return self._struck
        return self._figures if row.figures[column] else None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == _DISPLAY:
            return column.title
        if role == _ALIGNMENT:
            return _RIGHT if column.align_right else _LEFT
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.hint or None
        return None

    # pages

    def _row(self, row: int) -> Row | None:
        number = row // PAGE
        page = self._pages.get(number)
        if page is None:
            self._want(number)
            return None
        if number != self._last_seen:
            self._last_seen = number
            self._pages.move_to_end(number)
        if number in self._stale:
            self._want(number)
        return page[row % PAGE] or self._gone

    def _want(self, number: int) -> None:
        if number == self._fetching:
            return
        self._wanted[number] = None
        self._wanted.move_to_end(number)
        while len(self._wanted) > _WANTED_PAGES:
            self._wanted.popitem(last=False)
        if self._fetching is None:
            self._fetch_next()

    def _fetch_next(self) -> None:
        if not self._wanted:
            return
        number, _nothing = self._wanted.popitem()
        self._fetching = number
        ids = self._ids[number * PAGE : (number + 1) * PAGE].tolist()
        self._tasks.query(
            self,
            partial(self._fetch, ids=ids),
            partial(self._on_fetched, self._generation, number),
            ended=partial(self._on_ended, self._generation, number),
        )

    def _on_fetched(self, generation: int, number: int, page: Page) -> None:
        if generation != self._generation:
            return
        self._fetching = None
        self._stale.discard(number)
        self._pages[number] = page
        self._pages.move_to_end(number)
        while len(self._pages) > _KEPT_PAGES:
            dropped, _page = self._pages.popitem(last=False)
            self._stale.discard(dropped)
        self._repaint(number * PAGE, number * PAGE + len(page) - 1)
        self.page_fetched.emit(number)

    def _on_ended(self, generation: int, number: int) -> None:
        if generation != self._generation:
            return
        if self._fetching == number:
            # The error has been told; blank rows keep painting from asking again and again.
            self._fetching = None
            self._stale.discard(number)
            self._pages.setdefault(number, [None] * PAGE)
        self._fetch_next()

    def _repaint(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))
