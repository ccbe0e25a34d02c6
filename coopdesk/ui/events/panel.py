"""The record of an event: its parts under tabs, each made when it is first looked at."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QStackedWidget, QTabBar, QVBoxLayout, QWidget
from typing_extensions import override

from coopdesk.ui.events.sheet import record_parts
from coopdesk.ui.events.targets import Part
from coopdesk.ui.fonts import text_font
from coopdesk.ui.widgets.detail_panel import DetailPanel
from coopdesk.ui.widgets.elided_label import ElidedLabel
from coopdesk.ui.widgets.view_tabs import view_tabs
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.events.sheet import EventRecord
    from coopdesk.ui.events.tab import ShownTab

_PARTS = tuple(Part)


class EventPanel(DetailPanel):
    """The first tab reads facts, organisation and tariffs; the others do their own."""

    part_shown = Signal()

    # Known to the class: the width is told while it is still being built.
    tabs: QTabBar | None = None

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Event"))
        self._desk = desk
        self._made: dict[Part, ShownTab] = {}
        self._stale: set[Part] = set()
        self.record: EventRecord | None = None
        self._names = part_names()
        self.tabs = view_tabs(_("Parts of the event"), self._names.values())
        self._stack = QStackedWidget()
        self._places = {part: QWidget() for part in _PARTS[1:]}
        self._area = QWidget()
        area = QVBoxLayout(self._area)
        area.setContentsMargins(8, 0, 8, 0)
        area.setSpacing(8)
        layout = self.layout()
        assert layout is not None
        layout.replaceWidget(self.reader, self._area)
        self._stack.addWidget(self.reader)
        for place in self._places.values():
            self._stack.addWidget(place)
        self.name = ElidedLabel("")
        self.name.setFont(text_font(weight=600))
        # Whatever part is shown, which event it is stays said.
        self._buttons.insertWidget(1, self.name, 1)
        area.addWidget(self.tabs)
        area.addWidget(self._stack, 1)
        self.tabs.currentChanged.connect(self._on_tab)
        # Not the standard key of « previous »: what a keyboard sends under X never matches it.
        self.next_action = self._make_turn(_("Next part"), "Ctrl+Tab", 1)
        self.back_action = self._make_turn(_("Part before"), "Ctrl+Shift+Tab", -1)

    def _make_turn(self, text: str, keys: str, by: int) -> QAction:
        action = QAction(text, self)
        action.setShortcut(keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(partial(self._turn, by))
        self.addAction(action)
        return action

    def _turn(self, by: int) -> None:
        """Show the part beside, and give it the keys."""
        assert self.tabs is not None
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % self.tabs.count())
        self.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts there are, in the order of their tabs."""
        return _PARTS

    @property
    def part(self) -> Part:
        """The part that is shown."""
        return _PARTS[self.tabs.currentIndex()] if self.tabs is not None else Part.SHEET

    @property
    def tab(self) -> ShownTab | None:
        """The tab that is shown, None of the first one."""
        return self._made.get(self.part)

    def show_part(self, part: Part) -> None:
        """Show a part of the event."""
        assert self.tabs is not None
        self.tabs.setCurrentIndex(_PARTS.index(part))

    def show_record(self, record: EventRecord) -> None:
        """Show an event, in the tab that is chosen."""
        self.record = record
        self.name.setText(record.title)
        self.show_parts(record.title, record_parts(record))
        count = record.counts.registered + record.counts.waiting
        text = self._names[Part.REGISTRATIONS]
        if count:
            text = _("{name} ({count})").format(name=text, count=number_text(count))
        assert self.tabs is not None
        self.tabs.setTabText(_PARTS.index(Part.REGISTRATIONS), text)
        self._stale = set(_PARTS[1:])
        self._read_stale()

    def tab_of(self, part: Part) -> ShownTab:
        """Return the tab of a part, made if it never was shown."""
        if part not in self._made:
            self._made[part] = made = make_tab(part, self._desk)
            assert isinstance(made, QWidget)
            place = self._places.pop(part)
            at = self._stack.indexOf(place)
            self._stack.insertWidget(at, made)
            self._stack.removeWidget(place)
            place.deleteLater()
            self._stale.add(part)
        return self._made[part]

    def _read_stale(self) -> None:
        part = self.part
        if part in self._stale and self.record is not None:
            self._stale.discard(part)
            self.tab_of(part).show_event(self.record)

    @Slot(int)
    def _on_tab(self, index: int) -> None:
        if index:
            self.tab_of(_PARTS[index])
        had_keys = self._has_keys()
        self._stack.setCurrentIndex(index)
        shown = self._stack.widget(index)
        if shown is not None:
            self.setFocusProxy(shown)
            if had_keys:
                # Of itself Qt gives them to the first button of the part.
                shown.setFocus(Qt.FocusReason.OtherFocusReason)
        self._read_stale()
        self.part_shown.emit()

    def _has_keys(self) -> bool:
        """Tell whether what is shown has the keys, not the tabs nor the rest of the window."""
        keyed, shown = QApplication.focusWidget(), self._stack.currentWidget()
        if keyed is None or shown is None:
            return False
        return keyed is shown or shown.isAncestorOf(keyed)

    @Slot()
    @override
    def clear(self) -> None:
        super().clear()
        self.record = None


def part_names() -> dict[Part, str]:
    """Return the parts in the order of their tabs."""
    return {
        Part.SHEET: _("Sheet of the event"),
        Part.PROGRAMME: _("Programme of the event"),
        Part.REGISTRATIONS: _("Registrations"),
        Part.POLL: _("Poll of the event"),
        Part.REPORT: _("Report of the event"),
        Part.MONEY: _("Money of the event"),
        Part.FILES: _("Files of the event"),
    }


def make_tab(part: Part, desk: Desk) -> ShownTab:
    """Make the tab of a part; it is imported only then."""
    if part is Part.PROGRAMME:
        from coopdesk.ui.events.programme_tab import ProgrammeTab

        return ProgrammeTab(desk)
    if part is Part.REGISTRATIONS:
        from coopdesk.ui.events.registrations_tab import RegistrationsTab

        return RegistrationsTab(desk)
    if part is Part.POLL:
        from coopdesk.ui.events.poll_tab import PollTab

        return PollTab(desk)
    if part is Part.REPORT:
        from coopdesk.ui.events.report_tab import ReportTab

        return ReportTab(desk)
    if part is Part.MONEY:
        from coopdesk.ui.events.money_tab import MoneyTab

        return MoneyTab(desk)
    from coopdesk.ui.events.files_tab import FilesTab

    return FilesTab(desk)
