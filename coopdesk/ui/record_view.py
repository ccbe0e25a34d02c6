"""A list under a search box and chips, beside the record that is open: views of one subject."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coopdesk.domain.errors import NotFoundError
from coopdesk.ui.page_views import ViewHead
from coopdesk.ui.widgets.list_detail import ListDetail

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtGui import QAction

    from coopdesk.ui.desk import Desk
    from coopdesk.ui.record_doing import RecordDoing
    from coopdesk.ui.record_list import RecordList
    from coopdesk.ui.widgets.chips import ChoiceChips
    from coopdesk.ui.widgets.detail_panel import DetailPanel
    from coopdesk.ui.widgets.empty_state import EmptyState
    from coopdesk.ui.widgets.search_field import SearchField

Key = TypeVar("Key")
Line = TypeVar("Line")
Sheet = TypeVar("Sheet")


@dataclass(frozen=True, slots=True)
class ViewParts(Generic[Key]):
    """What finds records, their list and their panel; ``whole`` is the chip that hides none."""

    search: SearchField
    chips: ChoiceChips[Key]
    whole: Key
    list: RecordList
    panel: DetailPanel


class RecordView(QWidget, Generic[Key]):
    """Lays the parts out; who builds on it says what is read and what can be done."""

    # For the head of the page and its keys.
    primary_action: QAction
    change_action: QAction
    remove_action: QAction

    def __init__(self, parts: ViewParts[Key]) -> None:
        super().__init__()
        self.search, self.chips = parts.search, parts.chips
        self.list, self.panel = parts.list, parts.panel
        self.detail = ListDetail(self.list, self.panel)
        self._whole = parts.whole
        self._to_select: int | None = None
        self._heads: list[QWidget] = [self.search, self.chips]
        self._body = QVBoxLayout(self)
        self._row = QHBoxLayout()
        self._lay_out()
        self.search.leads_to(self.list)
        self.search.searched.connect(self.reload)
        self.chips.chosen.connect(self.reload)
        self.list.sort_changed.connect(self.reload)
        self.list.clear_requested.connect(self.clear_filters)
        self.list.selection_changed.connect(self.refresh_actions)
        self.detail.covered.connect(self._on_covered)

    def _lay_out(self) -> None:
        row = self._row
        row.setSpacing(8)
        row.addWidget(self.search, 1)
        row.addWidget(self.chips)
        row.addStretch(1)
        # On a low screen the list gives way first: it scrolls.
        self.detail.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(12)
        self._body.addLayout(row)
        self._body.addWidget(self.detail, 1)
        self.setFocusProxy(self.list)

    def add_head(self, widget: QWidget) -> None:
        """Put something above the list, which a record in place of the list covers too."""
        self._heads.append(widget)
        self._body.insertWidget(1, widget)

    def add_beside(self, widget: QWidget) -> None:
        """Put something beside the chips; a record in place of the list covers it too."""
        self._heads.append(widget)
        self._row.insertWidget(self._row.count() - 1, widget)

    def give_search_room(self) -> None:
        """Leave what chips and boxes do not need to the search."""
        self._row.setStretch(self._row.count() - 1, 0)

    def add_foot(self, widget: QWidget) -> None:
        """Put something under the list."""
        self._body.addWidget(widget)

    def offer(self, usual: Sequence[QAction], rare: Sequence[QAction]) -> None:
        """Put what can be done with a record into its panel and into the menu of the list."""
        self.list.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.list.table.addActions([*usual, *rare])
        for action in usual:
            self.panel.add_action(action)
        self.panel.add_rare_actions(rare)

    @Slot()
    def reload(self) -> None:
        """Read the list and the record that is open again."""
        raise NotImplementedError

    @Slot()
    def refresh_actions(self) -> None:
        """Say what can be done with the record that is chosen."""
        raise NotImplementedError

    @Slot()
    def clear_filters(self) -> None:
        """Show every record."""
        self.chips.choose(self._whole)
        self.search.clear()
        self.reload()

    def show_record(self, record_id: int) -> None:
        """Open a record that another page names."""
        self.show_made(record_id)
        self.reload()

    @Slot(int)
    def show_made(self, record_id: int) -> None:
        """Open a record that was just made; the list is read again because of that."""
        self.select_later(record_id)
        self.detail.open_record(record_id)

    def select_later(self, record_id: int) -> None:
        """Select a record once the list is read again."""
        self._to_select = record_id

    @property
    def is_narrowed(self) -> bool:
        """Whether records may be hidden that ``clear_filters`` would show."""
        return bool(self.search.text()) or self.chips.key != self._whole

    def show_ids(self, ids: Iterable[int], *, any_record: bool) -> None:
        """List what was found, and what shall be shown even if the filters hide it."""
        searched = self.search.text().strip() or self.chips.chip(self.chips.key).text()
        self.list.set_ids(ids, searched if any_record else "")
        wanted, self._to_select = self._to_select, None
        if wanted is not None and self.list.table.select_id(wanted):
            self._take_keys()
        elif wanted is not None and self.is_narrowed:
            self._to_select = wanted
            self.clear_filters()
        self.refresh_actions()

    def _take_keys(self) -> None:
        """Give the keys to the list when nobody uses them here: a form just closed."""
        focused = self.window().focusWidget()
        is_here = focused is not None and self.isAncestorOf(focused) and focused.isVisible()
        # The page gave them to its search, where nothing is typed.
        is_idle = focused is self.search and not self.search.text()
        if (not is_here or is_idle) and self.list.isVisible():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(bool)
    def _on_covered(self, covered: bool) -> None:  # noqa: FBT001 (slot of a Qt signal)
        for widget in self._heads:
            widget.setVisible(not covered)


class KeptLines(Generic[Line]):
    """The lines of a list that is read whole, by the id of their record."""

    def __init__(self) -> None:
        self._lines: dict[int, Line] = {}

    def keep(self, lines: dict[int, Line]) -> None:
        """Keep these lines only."""
        self._lines = lines

    def get(self, record_id: int | None) -> Line | None:
        """Return the line of a record, None when the list does not hold it."""
        return None if record_id is None else self._lines.get(record_id)

    def rows(self, ids: Sequence[int]) -> list[Line]:
        """Return the lines of these records; for the table, on the worker."""
        lines = self._lines
        return [lines[key] for key in ids if key in lines]


class SheetView(RecordView[Key], Generic[Key, Line, Sheet]):
    """Reads its list whole, and everything known of the record that is open."""

    def __init__(self, desk: Desk, lines: KeptLines[Line], parts: ViewParts[Key]) -> None:
        super().__init__(parts)
        self._desk = desk
        self._lines = lines
        self.sheet: Sheet | None = None
        self._read_id: int | None = None
        self.detail.wanted.connect(self._on_wanted)

    def do(self, doing: RecordDoing, empty: EmptyState) -> None:
        """Offer what can be done; ``empty`` is what is said while there is no record."""
        self.primary_action = doing.record_action
        self.change_action, self.remove_action = doing.change_action, doing.remove_action
        self.offer(doing.usual_actions, doing.rare_actions)
        empty.offer(doing.record_action, primary=True)
        self.list.set_empty(empty)
        self.panel.link_activated.connect(doing.follow)
        doing.recorded.connect(self.show_made)
        self.refresh_actions()

    @property
    def head(self) -> ViewHead:
        """What stands in the head of the page."""
        return ViewHead(
            search=self.search,
            primary=self.primary_action,
            change=self.change_action,
            remove=self.remove_action,
        )

    def show_only(self, shown: Key) -> None:
        """List the records that a figure counts, and open none."""
        self.detail.close_record()
        self.search.clear()
        self.chips.choose(shown)
        self.reload()

    def show_target(self, target: object) -> None:
        """Show the record whose id a pair names, or list what one of the chips leaves."""
        what = target[1] if isinstance(target, tuple) and len(target) > 1 else None
        if isinstance(what, int):
            self.show_record(what)
        elif self.chips.has(what):
            self.show_only(what)

    def reading(self) -> Callable[[], tuple[dict[int, Line], bool]]:
        """Return what reads the lines that the filters show, and whether there is any record.

        It runs on the worker.
        """
        raise NotImplementedError

    def reading_sheet(self, record_id: int) -> Callable[[], Sheet]:
        """Return what reads a record; it runs on the worker, and NotFoundError says: gone."""
        raise NotImplementedError

    def show_sums(self, lines: Iterable[Line]) -> None:
        """Say what the lines come to."""
        raise NotImplementedError

    def show_sheet(self, sheet: Sheet) -> None:
        """Put a record into the panel."""
        raise NotImplementedError

    @Slot()
    def reload(self) -> None:
        """Read the list and the record that is open again."""
        self.detail.read_again()
        self._desk.tasks.query(self, self.reading(), self._on_lines, replaces="lines")

    def _on_lines(self, found: tuple[dict[int, Line], bool]) -> None:
        lines, any_record = found
        self._lines.keep(lines)
        self.show_sums(lines.values())
        self.show_ids(lines, any_record=any_record)

    @Slot(int)
    def _on_wanted(self, record_id: int) -> None:
        call = partial(_or_none, self.reading_sheet(record_id))
        done = partial(self._on_sheet, record_id)
        self._desk.tasks.query(self, call, done, replaces="sheet")

    def _on_sheet(self, record_id: int, sheet: Sheet | None) -> None:
        # What somebody just changed stays in sight, however long the record is.
        place = self.panel.reader.place if record_id == self._read_id else None
        self.sheet, self._read_id = sheet, record_id
        if sheet is None:
            self.detail.close_record()
        else:
            self.show_sheet(sheet)
            if place is not None:
                self.panel.reader.return_to(place)
        self.refresh_actions()


def _or_none(read: Callable[[], Sheet]) -> Sheet | None:
    try:
        return read()
    except NotFoundError:
        return None
