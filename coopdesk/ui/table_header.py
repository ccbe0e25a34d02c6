"""The header of a list: sort by a click, choose, order and size the columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QMenu, QStyleOptionHeader, QWidget
from typing_extensions import override

from coopdesk.system.settings import TableState
from coopdesk.ui.fonts import text_font
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopdesk.system.settings import SettingsFile
    from coopdesk.ui.columns import Column

_PADDING = 24
_NARROWEST = 48
# As wide as the arrow of the sort, which stands at the right; plain spaces would not count.
_ROOM_FOR_ARROW = "\N{EM SPACE}\N{NO-BREAK SPACE}"


class TableHeader(QHeaderView):
    """Remembers how the person arranged the columns of one list."""

    sort_changed = Signal(str, bool)  # name, descending

    def __init__(
        self, columns: tuple[Column, ...], name: str, settings: SettingsFile, parent: QWidget
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._columns = columns
        self._name = name
        self._settings = settings
        self._sort = ("", False)
        self._arranging = True
        self._squeezed: set[int] = set()
        self._asked: list[str] = []
        self.setFont(text_font(weight=500))
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setMinimumSectionSize(_NARROWEST)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu_requested)
        self.sectionClicked.connect(self._on_section_clicked)
        self.sectionResized.connect(self._on_arranged)
        self.sectionMoved.connect(self._on_arranged)

    @property
    def sort(self) -> tuple[str, bool]:
        """The name of the sort in force and whether it descends."""
        return self._sort

    @override
    def initStyleOptionForIndex(self, option: QStyleOptionHeader, logicalIndex: int) -> None:
        """Move a title at the right away from the arrow of the sort."""
        super().initStyleOptionForIndex(option, logicalIndex)
        is_sorted = option.sortIndicator != QStyleOptionHeader.SortIndicator.None_
        if is_sorted and option.textAlignment & Qt.AlignmentFlag.AlignRight:
            option.text += _ROOM_FOR_ARROW

    def set_columns(self, columns: tuple[Column, ...]) -> None:
        """Take other columns; call ``arrange`` once the model has them."""
        self._arranging = True
        self._squeezed.clear()
        self._columns = columns

    def arrange(self) -> None:
        """Put the columns as they were left; call once the model is set."""
        state = self._settings.current.tables.get(self._name, TableState())
        self._arranging = True
        self._squeezed.clear()
        self._asked = list(state.asked)
        for section, column in enumerate(self._columns):
            self.resizeSection(section, state.widths.get(column.key, self._width(column)))
            # A column that came since has its own default.
            was_there = column.key in state.order
            hidden = column.key in state.hidden if was_there else column.hidden
            self.setSectionHidden(section, hidden)
        self._order(state.order)
        self._arranging = False
        first = next((column for column in self._columns if column.sort), None)
        is_known = state.sort in {column.sort for column in self._columns}
        if first is not None and not is_known:
            # Never sorted, or by a column that is gone.
            self.set_sort(first.sort or "", descending=first.descends)
        else:
            self.set_sort(state.sort, descending=state.descending)

    def set_sort(self, name: str, *, descending: bool) -> None:
        """Show which sort is in force, without asking for it."""
        names = [column.sort for column in self._columns]
        if name not in names:
            self.setSortIndicatorShown(False)
            return
        self._sort = (name, descending)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.setSortIndicatorShown(True)
        self.setSortIndicator(names.index(name), order)

    def shown_sections(self) -> list[int]:
        """Return the visible sections from left to right."""
        order = (self.logicalIndex(place) for place in range(self.count()))
        return [section for section in order if not self.isSectionHidden(section)]

    def fit(self, room: int) -> None:
        """Give what is left of the width to the columns that stretch."""
        self._arranging = True
        self._squeeze(room)
        self._stretch(room)
        self._arranging = False

    def _squeeze(self, room: int) -> None:
        """Leave out, as long as there is no room for them, the columns that give way."""
        for section in self._squeezed:
            self.setSectionHidden(section, False)  # noqa: FBT003 (Qt's own argument)
        self._squeezed.clear()
        shown = self.shown_sections()
        leaving = sorted(
            (section for section in shown if self._columns[section].gives_way),
            key=self._leaves,
        )
        needed = sum(self._needed(section) for section in shown)
        while needed > room and leaving:
            section = leaving.pop()
            needed -= self._needed(section)
            self._squeezed.add(section)
            self.setSectionHidden(section, True)  # noqa: FBT003

    def _leaves(self, section: int) -> int:
        """Return how soon a column leaves: those that were asked for last, the newest after."""
        column = self._columns[section]
        if column.key in self._asked:
            return -1 - self._asked.index(column.key)
        return column.gives_way

    def _needed(self, section: int) -> int:
        column = self._columns[section]
        return self._width(column) if column.stretch else self.sectionSize(section)

    def _stretch(self, room: int) -> None:
        elastic = [
            section for section in self.shown_sections() if self._columns[section].stretch
        ]
        if not elastic:
            return
        # Each has its own width, and the same part of what is left: never more than there is.
        needed = sum(self._needed(section) for section in self.shown_sections())
        part = max(0, room - needed) // len(elastic)
        for section in elastic:
            self.resizeSection(section, self._width(self._columns[section]) + part)

    def _width(self, column: Column) -> int:
        return column.width * self.fontMetrics().averageCharWidth() + _PADDING

    def _order(self, keys: Iterable[str]) -> None:
        known = [column.key for column in self._columns]
        for place, key in enumerate(key for key in keys if key in known):
            self.moveSection(self.visualIndex(known.index(key)), place)

    @Slot(int)
    def _on_section_clicked(self, section: int) -> None:
        column = self._columns[section]
        if column.sort is None:
            return
        current, descending = self._sort
        again = column.sort == current
        self.set_sort(column.sort, descending=not descending if again else column.descends)
        self._remember()
        self.sort_changed.emit(*self._sort)

    @Slot()
    def _on_arranged(self) -> None:
        if not self._arranging:
            self._remember()

    def _remember(self) -> None:
        order = [self._columns[self.logicalIndex(place)] for place in range(self.count())]
        sections = range(self.count())
        state = TableState(
            order=tuple(column.key for column in order),
            hidden=tuple(self._columns[at].key for at in sections if self._is_unwanted(at)),
            widths={
                self._columns[at].key: self.sectionSize(at)
                for at in sections
                if not self.isSectionHidden(at) and not self._columns[at].stretch
            }
            | self._widths_of_squeezed(),
            sort=self._sort[0],
            descending=self._sort[1],
            asked=tuple(self._asked),
        )
        self._settings.remember_table(self._name, state)

    def _is_unwanted(self, section: int) -> bool:
        """Tell whether the person left a column out, not the lack of room."""
        return self.isSectionHidden(section) and section not in self._squeezed

    def _widths_of_squeezed(self) -> dict[str, int]:
        known = self._settings.current.tables.get(self._name, TableState()).widths
        keys = (self._columns[section].key for section in self._squeezed)
        return {key: known[key] for key in keys if key in known}

    @Slot(QPoint)
    def _on_menu_requested(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for section, column in enumerate(self._columns):
            action = menu.addAction(column.title)
            action.setData(section)
            action.setCheckable(True)
            # What there is no room for is not ticked: ticking it makes room.
            action.setChecked(not self.isSectionHidden(section))
            action.setEnabled(len(self.shown_sections()) > 1 or self.isSectionHidden(section))
        menu.addSeparator()
        menu.addAction(_("Default columns"))
        menu.triggered.connect(self._on_menu_chosen)
        menu.popup(self.mapToGlobal(place))

    @Slot(QAction)
    def _on_menu_chosen(self, action: QAction) -> None:
        if action.isCheckable():
            self._squeezed.discard(action.data())
            self._ask(self._columns[action.data()].key, is_wanted=action.isChecked())
            self.setSectionHidden(action.data(), not action.isChecked())
            self._remember()
        else:
            self._reset()
        self.fit(self.viewport().width())

    def _ask(self, key: str, *, is_wanted: bool) -> None:
        others = [one for one in self._asked if one != key]
        self._asked = [*others, key] if is_wanted else others

    def _reset(self) -> None:
        self._settings.remember_table(
            self._name, TableState(sort=self._sort[0], descending=self._sort[1])
        )
        self._order(column.key for column in self._columns)
        self.arrange()
