"""The view « Calendrier » of events: a month, a week, or the list of a year."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from coopdesk.domain.calendar_grid import days_later, months_later
from coopdesk.ui.events.calendar_band import CalendarBand
from coopdesk.ui.events.calendar_bar import CalendarBar, Part
from coopdesk.ui.events.calendar_columns import mark_columns
from coopdesk.ui.events.calendar_doing import CalendarDoing
from coopdesk.ui.events.calendar_export import CalendarExport
from coopdesk.ui.events.calendar_grid import CalendarGrid
from coopdesk.ui.events.calendar_layout import Extent
from coopdesk.ui.events.calendar_reading import read_calendar
from coopdesk.ui.events.calendar_side import CalendarSide
from coopdesk.ui.events.calendar_words import counted, period_text
from coopdesk.ui.page import Page, Role
from coopdesk.ui.page_views import ViewHead
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from coopdesk.ui.events.calendar_marks import Mark
    from coopdesk.ui.events.calendar_reading import CalendarRead

_NARROW = 900
_EXTENTS = {Part.MONTH: Extent.MONTH, Part.WEEK: Extent.WEEK}


class CalendarView(QWidget):
    """Events are opened in the list of events, with everything that can be done there."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._desk = desk = page.desk
        self._read: CalendarRead | None = None
        self._days_read: tuple[dt.date, dt.date] | None = None
        self._takes_keys = False
        self.doing = CalendarDoing(desk, self, self._chosen_day)
        self.export = CalendarExport(desk, self)
        # The head of a narrow window has no room for it.
        page.add_more(self.doing.import_action)
        page.add_more(self.export.folder_action)
        self.bar = CalendarBar(self)
        self.band = CalendarBand()
        self.grid = CalendarGrid(desk.today)
        self.side = CalendarSide(self.doing.new_action)
        self.list = RecordList(desk, "events.calendar", mark_columns(), self._fetch)
        self.list.set_accessible_name(_("Events of the year"))
        self.list.set_count_words(lambda _count: self._counted())
        self.empty = EmptyState(
            "calendar-blank",
            _("No event yet"),
            _("Workshops, meetings, parties: note the day, or only the week, even no date."),
        )
        self.empty.offer(self.doing.new_action, primary=True)
        self.empty.offer(self.doing.import_action)
        self._pile = QStackedWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        days = QWidget()
        row = QHBoxLayout(days)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.grid, 1)
        row.addWidget(self.side)
        self._days = days
        for part in (days, self.list, self.empty):
            self._pile.addWidget(part)
        self._pile.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.bar)
        layout.addWidget(self.band)
        layout.addWidget(self._pile, 1)
        layout.addWidget(self.export.bar)
        self.setFocusProxy(self.grid)

    def _connect(self) -> None:
        self.bar.moved.connect(self._on_moved)
        self.bar.today_wanted.connect(self._on_today)
        self.bar.part_chosen.connect(self._on_part)
        self.band.mark_opened.connect(self.doing.open_mark)
        self.band.list_wanted.connect(partial(self.show_part, Part.LIST))
        self.grid.day_changed.connect(self._on_day)
        self.grid.day_opened.connect(self._on_day_opened)
        self.grid.mark_opened.connect(self._on_mark)
        self.side.mark_opened.connect(self.doing.open_mark)
        self.side.left.connect(self.grid.setFocus)
        self.list.record_activated.connect(self._on_mark)
        self.doing.opening.connect(self._on_opening)
        self.doing.made_on.connect(self.grid.choose)

    # what the page asks for

    @property
    def head(self) -> ViewHead:
        """What the head of the page offers here."""
        return ViewHead(
            primary=self.doing.new_action,
            tools=(self.export.file_action,),
            roles={Role.EXPORT: self.export.file_action},
            uses_year=False,
        )

    @property
    def day(self) -> dt.date:
        """The day that is chosen."""
        return self.grid.day

    def _chosen_day(self) -> dt.date:
        return self.grid.day

    @Slot()
    def reload(self) -> None:
        """Read what is shown again."""
        first, last = self._days_read = self._days_shown()
        read = partial(read_calendar, self._desk.services, first, last)
        self._desk.tasks.query(self, read, self._on_read, replaces="calendar")

    def show_target(self, target: object) -> None:
        """Show a day: ``("calendar", date)``, or a part: ``("calendar", "week")``."""
        if not isinstance(target, tuple):
            return
        for wanted in target[1:]:
            if isinstance(wanted, dt.date):
                self.grid.choose(wanted)
            elif wanted in {part.value for part in Part}:
                self.show_part(Part(wanted))

    def show_part(self, part: Part) -> None:
        """Show the month, the week or the list."""
        self.bar.chips.choose(part)
        self._on_part(part)

    def _days_shown(self) -> tuple[dt.date, dt.date]:
        if self.bar.part is Part.LIST:
            year = self.day.year
            return dt.date(year, 1, 1), dt.date(year, 12, 31)
        return self.grid.layout_of_days.ends

    # reading

    def _on_read(self, read: CalendarRead) -> None:
        self._read = read
        self._show()

    def _show(self) -> None:
        read = self._read
        if read is None:
            return
        is_list = self.bar.part is Part.LIST
        self.grid.show_marks(read.exact)
        self.band.show_marks(() if is_list else read.vague)
        self.list.set_ids(mark.id for mark in (*read.marks, *read.undated))
        self.side.show_undated(read.undated)
        self._show_day()
        self._name_period()
        front = self.list if is_list else self._days
        self._pile.setCurrentWidget(front if read.any_entry else self.empty)
        self.setFocusProxy(self._keyed)
        if self._takes_keys or self.hasFocus():
            if self._takes_keys and is_list:
                self._mark_day(read)
            self._takes_keys = False
            self._keyed.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mark_day(self, read: CalendarRead) -> None:
        """Mark in the list what is held on the chosen day, or next."""
        ends = ((mark.id, mark.entry.when.ends_on) for mark in read.exact)
        wanted = (key for key, last in ends if last is not None and last >= self.day)
        self.list.table.select_id(next(wanted, -1))

    @property
    def _keyed(self) -> QWidget:
        """What has the keys: the days, the list, or the first step."""
        front = self._pile.currentWidget()
        if front is self.empty:
            return self.empty.first_step or self.empty
        return self.list.table if front is self.list else self.grid

    def _name_period(self) -> None:
        if self.bar.part is Part.LIST:
            title = str(self.day.year)
        else:
            title = period_text(self.grid.layout_of_days, self.day)
        self.bar.show_period(title, self._counted())

    def _counted(self) -> str:
        """Say how many there are; only the list shows those without a day among the others."""
        if self._read is None:
            return counted(())
        is_list = self.bar.part is Part.LIST
        return counted(self._read.marks, len(self._read.undated) if is_list else 0)

    def _show_day(self) -> None:
        self.side.show_day(self.day, self.grid.marks_of(self.day))

    def _fetch(self, keys: Sequence[int]) -> list[Mark]:
        marks = self._marks
        return [marks[key] for key in keys if key in marks]

    @property
    def _marks(self) -> dict[int, Mark]:
        read = self._read
        if read is None:
            return {}
        return {mark.id: mark for mark in (*read.marks, *read.undated)}

    # moving

    @Slot(object)
    def _on_part(self, part: Part) -> None:
        self._takes_keys = True
        if part in _EXTENTS:
            self.grid.show_extent(_EXTENTS[part])
        self.reload()

    @Slot(int)
    def _on_moved(self, step: int) -> None:
        part = self.bar.part
        if part is Part.WEEK:
            self.grid.choose(days_later(self.day, 7 * step))
        else:
            self.grid.choose(months_later(self.day, step if part is Part.MONTH else 12 * step))

    @Slot()
    def _on_today(self) -> None:
        self.grid.choose(self._desk.today())

    @Slot(object)
    def _on_day(self, _day: dt.date) -> None:
        """Tell what is held on the day, and read when it leads beyond what was read."""
        self._show_day()
        self._name_period()
        if self._days_shown() != self._days_read:
            self.reload()

    # opening

    @Slot(object)
    def _on_day_opened(self, day: dt.date) -> None:
        """Open what is held on a day; of several, the keys go to their list."""
        marks = self.grid.marks_of(day)
        if len(marks) == 1:
            self.doing.open_mark(marks[0])
        elif marks:
            self.side.day.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.doing.begin()

    @Slot(object)
    def _on_mark(self, key: int) -> None:
        mark = self._marks.get(key)
        if mark is not None:
            self.doing.open_mark(mark)

    @Slot()
    def _on_opening(self) -> None:
        """Let the way back lead to this day."""
        self._desk.navigator.stand_at("events", ("calendar", self.bar.part.value, self.day))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Take the keys when the view is chosen, unless they choose among the tabs."""
        super().showEvent(event)
        if not isinstance(self.window().focusWidget(), QTabBar):
            self._takes_keys = True
            self._keyed.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.be_narrow(wanted=event.size().width() < _NARROW)
