"""The chart of accounts: ours or the whole one, searched, added to, closed and renamed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from coopdesk.ui.record_list import RecordList
from coopdesk.ui.settings.chart_dialog import (
    AccountWordsDialog,
    SubAccountDialog,
    TypedAccount,
)
from coopdesk.ui.settings.chart_words import about_text, chart_columns
from coopdesk.ui.settings.tab_actions import make_tab_action
from coopdesk.ui.widgets.action_button import ActionButton
from coopdesk.ui.widgets.asking import Asker
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.search_field import SearchField
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

    from coopdesk.domain.chart import Account
    from coopdesk.domain.chart_listing import ChartLine
    from coopdesk.services.outcome import Outcome
    from coopdesk.ui.desk import Desk


class ChartTab(QWidget):
    """Lists accounts by number; Enter takes one that is not ours, or changes its words."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._service = desk.services.chart
        self._lines: dict[int, ChartLine] = {}
        self._keys: dict[str, int] = {}
        self._to_select = ""
        self.asker = Asker(desk, self)
        self.asker.saved.connect(self._on_saved)
        self._make_actions()
        self._build()
        self._lay_out()
        self._refresh()

    def _make_actions(self) -> None:
        make = partial(make_tab_action, self)
        self.take_action = make(_("Take this account"), "check", self._on_take, "")
        self.add_action = make(_("New account…"), "plus", self._on_add, "")
        self.change_action = make(_("Change…"), "pencil-simple", self._on_change, "F2")
        self.close_action = make(_("Close"), "lock-simple", self._on_close, "")
        self.remove_action = make(_("Remove"), "trash", self._on_remove, "Del")

    @property
    def _about_one(self) -> tuple[QAction, ...]:
        return self.take_action, self.change_action, self.close_action, self.remove_action

    def _build(self) -> None:
        self.search = SearchField(_("Search a number or words"))
        self.whole_chip = QPushButton(_("The whole official chart"))
        self.whole_chip.setProperty("kind", "chip")
        self.whole_chip.setCheckable(True)
        self.whole_chip.setAutoDefault(False)
        self.list = RecordList(self._desk, "chart", chart_columns(), self._page)
        self.list.set_accessible_name(_("Chart of accounts"))
        self.list.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.list.table.addActions([self.add_action, *self._about_one])
        self.about = plain_label("", "muted", wrap=True)
        # Two lines at once: the list keeps its place from one account to the next.
        self.about.setMinimumHeight(2 * self.about.fontMetrics().lineSpacing())
        self.about.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.search.leads_to(self.list)
        self.search.searched.connect(self.reload)
        self.whole_chip.clicked.connect(self.reload)
        self.list.clear_requested.connect(self.search.clear)
        self.list.record_activated.connect(self._on_activated)
        self.list.current_changed.connect(self._refresh)

    def _lay_out(self) -> None:
        more = ActionButton(make_step(self, _("More"), "dots-three"))
        menu = QMenu(more)
        menu.addActions([self.close_action, self.remove_action])
        more.setMenu(menu)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.search, 1)
        head.addWidget(self.whole_chip)
        for action in (self.change_action, self.take_action, self.add_action):
            head.addWidget(ActionButton(action))
        head.addWidget(more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.about)

    # the list

    @Slot()
    def reload(self) -> None:
        """Read the chart again."""
        text = self.search.text().strip()
        call = partial(self._service.listing, text, whole=self.whole_chip.isChecked())
        done = partial(self._on_lines, text)
        self._desk.tasks.query(self, call, done, replaces="chart")

    def _on_lines(self, text: str, lines: tuple[ChartLine, ...]) -> None:
        current = self._current
        kept = self._to_select or (current.account.number if current is not None else "")
        named = [replace(line, id=self._key_of(line.account.number)) for line in lines]
        self._lines = {line.id: line for line in named}
        self.list.set_ids(list(self._lines), searched=text)
        if self.list.table.select_id(self._key_of(kept)):
            self._to_select = ""
        self._refresh()

    def _key_of(self, number: str) -> int:
        """Return the id of a number, which it keeps from list to list."""
        return self._keys.setdefault(number, len(self._keys) + 1)

    def _page(self, ids: Sequence[int]) -> list[ChartLine]:
        known = self._lines
        return [known[key] for key in ids if key in known]

    @property
    def _current(self) -> ChartLine | None:
        return self._lines.get(self.list.table.current_id or 0)

    @Slot()
    def _refresh(self) -> None:
        line = self._current
        is_ours = line is not None and line.is_taken
        is_other = line is not None and not is_ours
        self.take_action.setEnabled(is_other)
        # One place for what Enter does.
        self.take_action.setVisible(is_other)
        self.change_action.setVisible(not is_other)
        for action in (self.change_action, self.close_action, self.remove_action):
            action.setEnabled(is_ours)
        is_closed = line is not None and is_ours and not line.account.is_open
        self.close_action.setText(_("Open again") if is_closed else _("Close"))
        text = _("Choose an account to see where it comes from.")
        self.about.setText(text if line is None else about_text(line))

    # what is done

    @Slot()
    def _on_activated(self) -> None:
        (self.take_action if self.take_action.isEnabled() else self.change_action).trigger()

    @Slot()
    def _on_take(self) -> None:
        line = self._current
        if line is not None and not line.is_taken:
            self._desk.tasks.command(
                self, partial(self._service.add, line.account.number), self._on_taken
            )

    def _on_taken(self, account: Account) -> None:
        text = _("Account {number} is in your chart.").format(number=account.number)
        self._desk.feedback.tell(text)

    @Slot()
    def _on_add(self) -> None:
        """Ask for an account below the one that is selected, with the next free number."""
        line = self._current
        if line is None or not line.is_taken:
            self._ask_new(None, "")
            return
        call = partial(self._service.next_number, line.account.number)
        done = partial(self._ask_new, line.account)
        self._desk.tasks.query(self, call, done, replaces="number")

    def _ask_new(self, above: Account | None, number: str) -> None:
        make = partial(SubAccountDialog, self.window(), above, number)
        self.asker.ask(make, self._add)

    def _add(self, typed: TypedAccount) -> Outcome[Account]:
        return self._service.add(typed.number, typed.label, typed.note)

    @Slot(object)
    def _on_saved(self, account: Account) -> None:
        self._to_select = account.number
        self.reload()

    @Slot()
    def _on_change(self) -> None:
        line = self._current
        if line is not None and line.is_taken:
            make = partial(AccountWordsDialog, self.window(), line.account)
            self.asker.ask(make, self._change)

    def _change(self, typed: TypedAccount) -> Outcome[Account]:
        return self._service.change(typed.number, label=typed.label, note=typed.note)

    @Slot()
    def _on_close(self) -> None:
        line = self._current
        if line is not None and line.is_taken:
            is_open = not line.account.is_open
            call = partial(self._service.change, line.account.number, is_open=is_open)
            self._desk.tasks.command(self, call)

    @Slot()
    def _on_remove(self) -> None:
        line = self._current
        if line is not None and line.is_taken:
            self._desk.tasks.command(self, partial(self._service.remove, line.account.number))
