"""A list of the inventory with the record that is open: what its parts have in common."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from coopdesk.domain.text import fold
from coopdesk.ui.inventory.links import ACTIVITY_LINK, CONTACT_LINK, ENTRY_LINK, RECORDS
from coopdesk.ui.inventory.parts import INVENTORY, Part
from coopdesk.ui.inventory.setting import read_setting
from coopdesk.ui.page_views import ViewHead
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.record_view import KeptLines, SheetView, ViewParts
from coopdesk.ui.widgets.action_button import ActionButton
from coopdesk.ui.widgets.asking import Asker
from coopdesk.ui.widgets.chips import ChoiceChips
from coopdesk.ui.widgets.detail_panel import DetailPanel
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.search_field import SearchField
from coopdesk.ui.widgets.steps import make_step

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMessageBox

    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.services.outcome import Outcome
    from coopdesk.ui.accounts.page import AccountPage
    from coopdesk.ui.columns import Column
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.feedback import Question
    from coopdesk.ui.inventory.setting import Setting
    from coopdesk.ui.widgets.empty_state import EmptyState
    from coopdesk.ui.widgets.form_dialog import FormDialog


class HasId(Protocol):
    """What a list shows: it knows each by its id."""

    @property
    def id(self) -> int:
        """The id."""


Line = TypeVar("Line", bound=HasId)
Sheet = TypeVar("Sheet")


class Shown(enum.Enum):
    """Which records of a part are listed."""

    ALL = "all"
    OPEN = "open"
    WAITING = "waiting"
    HOURS = "hours"
    IN_KIND = "in_kind"
    DRAFTS = "drafts"


@dataclass(frozen=True, slots=True)
class PartWords:
    """What a part is called: its remembered list, the list, its search box and its panel."""

    name: str
    title: str
    search: str
    panel: str


@dataclass(frozen=True, slots=True)
class LineRules(Generic[Line]):
    """How lines are found, narrowed and sorted; all of it runs on the worker."""

    words: Callable[[Line], str]
    keeps: Callable[[Line, Shown], bool]
    sorts: dict[str, Callable[[Line], Any]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the search box, the chips and the header of a list ask for."""

    words: tuple[str, ...]
    shown: Shown
    sort: str
    descending: bool


class InventoryPart(SheetView[Shown, Line, Sheet], Generic[Line, Sheet]):
    """Who builds on it says what is read, what a record says and what can be done."""

    uses_year = True
    # What a target calls its records by, empty when they have no place of their own.
    record_word = ""
    part: Part

    def __init__(
        self,
        page: AccountPage,
        words: PartWords,
        columns: Sequence[Column],
        shown: Sequence[tuple[Shown, str]],
        rules: LineRules[Line],
    ) -> None:
        desk, lines = page.desk, KeptLines[Line]()
        parts = ViewParts(
            search=SearchField(words.search),
            chips=ChoiceChips(words.title, shown),
            whole=Shown.ALL,
            list=RecordList(desk, f"inventory-{words.name}", columns, lines.rows),
            panel=DetailPanel(words.panel),
        )
        super().__init__(desk, lines, parts)
        self._page = page
        self._rules = rules
        self._follows: dict[str, Callable[[int], object]] = {}
        self.tools: tuple[QAction, ...] = ()
        self.box: QMessageBox | None = None
        self.asker = Asker(desk, self)
        self.asker.saved.connect(self._on_saved)
        # Wraps, where the foot of the list would be as wide as its amounts.
        self.sums = plain_label("", "muted", wrap=True)
        self._steps = QHBoxLayout()
        self._steps.setContentsMargins(0, 0, 0, 0)
        self._steps.setSpacing(8)
        self._steps.addWidget(self.sums, 1)
        row = QWidget()
        row.setLayout(self._steps)
        self.add_head(row)
        self.list.set_accessible_name(words.title)
        self.panel.link_activated.connect(self._on_link)

    def arrange(
        self, usual: Sequence[QAction], rare: Sequence[QAction], empty: EmptyState
    ) -> None:
        """Offer what can be done once the actions are made; F2 and Del have their meaning."""
        for action, keys in ((self.change_action, "F2"), (self.remove_action, "Del")):
            action.setShortcut(keys)
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.addAction(action)
        self.offer(usual, rare)
        # The head of the page has no room for them on a small screen.
        for action in self.tools:
            self._steps.addWidget(ActionButton(action))
        empty.offer(self.primary_action, primary=True)
        self.list.set_empty(empty)
        self.refresh_actions()

    def make(self, text: str, icon_name: str, slot: Callable[[], None]) -> QAction:
        """Return an action of this part."""
        return make_step(self, text, icon_name, slot)

    @property
    def head(self) -> ViewHead:
        """What the head of the page offers here."""
        return ViewHead(
            search=self.search,
            primary=self.primary_action,
            uses_year=self.uses_year,
        )

    @property
    def year(self) -> FiscalYear | None:
        """The fiscal year that is shown, None while the books have none."""
        year = self._page.fiscal_year
        return year if year is not None and year.id else None

    @property
    def day(self) -> dt.date:
        """Today, or the day of the shown year that is closest to it."""
        today, year = self._desk.today(), self.year
        return today if year is None else min(max(today, year.starts_on), year.ends_on)

    # to be said by who builds on it

    def reading_lines(self) -> Callable[[], list[Line]]:
        """Return what reads every line; it runs on the worker."""
        raise NotImplementedError

    def sum_text(self, lines: Sequence[Line]) -> str:
        """Return what the listed lines come to, in words."""
        raise NotImplementedError

    def choose(self, line: Line | None) -> None:
        """Say what can be done with the line that is chosen."""
        raise NotImplementedError

    def key_of_made(self, made: object) -> int | None:
        """Return the record that a form made or changed, None when it made none of the list."""
        return getattr(made, "id", None)

    # reading

    @override
    def reading(self) -> Callable[[], tuple[dict[int, Line], bool]]:
        sort, descending = self.list.sort
        words = tuple(fold(self.search.text()).split())
        wanted = Wanted(words, self.chips.key, sort, descending)
        return partial(_narrowed, self.reading_lines(), self._rules, wanted)

    @override
    def show_sums(self, lines: Iterable[Line]) -> None:
        listed = list(lines)
        self.sums.setText(self.sum_text(listed) if listed else "")

    @override
    @Slot()
    def refresh_actions(self) -> None:
        self.choose(self._lines.get(self.detail.chosen_id))

    @property
    def chosen(self) -> Line | None:
        """The line that actions are about."""
        return self._lines.get(self.detail.chosen_id)

    # doing

    def ask(self, make: Callable[[], FormDialog], send: Callable[[Any], Outcome[Any]]) -> None:
        """Open a form."""
        self.asker.ask(make, send)

    def ask_about(
        self,
        dialog: Callable[[Desk, Setting, Any, QWidget], FormDialog],
        record: object | None,
        send: Callable[[Any], Outcome[Any]],
    ) -> None:
        """Open the form of a record, None for a new one, once what it offers is read."""
        done = partial(self._ask_with, dialog, record, send)
        self.read_then(partial(read_setting, self._desk.services, self.day), done)

    def _ask_with(
        self,
        dialog: Callable[[Desk, Setting, Any, QWidget], FormDialog],
        record: object | None,
        send: Callable[[Any], Outcome[Any]],
        setting: Setting,
    ) -> None:
        self.ask(partial(dialog, self._desk, setting, record, self.window()), send)

    def send(self, call: Callable[[], Outcome[Any]]) -> None:
        """Run a command on the worker."""
        self._desk.tasks.command(self, call)

    def confirm(self, question: Question, on_yes: Callable[[], None]) -> None:
        """Say what would be done, then do it."""
        self.box = self._desk.feedback.confirm(question, on_yes, self.window())

    def read_then(self, call: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Read something that a form needs."""
        self._desk.tasks.query(self, call, done, replaces="to_ask")

    @Slot(object)
    def _on_saved(self, made: object) -> None:
        key = self.key_of_made(made)
        if key is None:
            return
        dialog = self.asker.dialog
        if dialog is not None and dialog.repeats:
            # A series is not interrupted by its records.
            self.select_later(key)
        else:
            self.show_made(key)

    def follow(self, name: str, call: Callable[[int], object]) -> None:
        """Say what a link of the records does, by its name."""
        self._follows[name] = call

    @property
    def place(self) -> tuple[object, ...]:
        """What is shown now, as a target."""
        shown = self.detail.shown_id
        if shown is not None and self.record_word:
            return self.record_word, shown
        return INVENTORY, self.part.value

    @Slot(str)
    def _on_link(self, link: str) -> None:
        # Alt+Left comes back to this record.
        self._desk.navigator.stand_at("accounts", self.place)
        self.follow_link(link)

    def follow_link(self, link: str) -> None:
        """Do what a link in the record names."""
        name, _colon, key = link.partition(":")
        open_page = self._desk.navigator.open
        if name in self._follows:
            self._follows[name](int(key))
        elif name == CONTACT_LINK:
            open_page("contacts", int(key))
        elif name in RECORDS or name in {ENTRY_LINK, ACTIVITY_LINK}:
            open_page("accounts", (name, int(key)))


def _narrowed(
    read: Callable[[], list[Line]], rules: LineRules[Line], wanted: Wanted
) -> tuple[dict[int, Line], bool]:
    """Return the lines that are asked for, sorted; runs on the worker."""
    lines = read()
    kept = [
        line
        for line in lines
        if rules.keeps(line, wanted.shown)
        and all(word in fold(rules.words(line)) for word in wanted.words)
    ]
    sort = rules.sorts.get(wanted.sort)
    if sort is not None:
        kept.sort(key=sort, reverse=wanted.descending)
    return {line.id: line for line in kept}, bool(lines)
