"""The grand livre of an account: every line with the balance after it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.money import ZERO, Money
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.reports.checking import Checking
from coopdesk.ui.reports.figure_sheet import Sided
from coopdesk.ui.reports.ledger_columns import ShownLine, ledger_columns
from coopdesk.ui.reports.scope_bar import activity_of
from coopdesk.ui.widgets.action_button import ActionButton
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.labels import plain_label, set_plain_tooltip
from coopdesk.ui.widgets.search_field import SearchField
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QKeyEvent

    from coopdesk.domain.ledgers import Ledger, ReportScope
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk


class LedgerView(QWidget):
    """Enter opens the entry of a line; Escape goes back."""

    closed = Signal()
    balance_wanted = Signal()
    entry_wanted = Signal(int, int)  # ids of the entry and of the line

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._ledger: Ledger | None = None
        self._scope: ReportScope | None = None
        # What each line adds to the balance, in cents.
        self._signed: dict[int, int] = {}
        self._total = ""
        self.title = plain_label("", "heading")
        self.figures = plain_label("", "muted")
        self.back_action = make_step(self, _("Back"), "arrow-left")
        self.back_action.setStatusTip(_("Back to where you came from (Alt+Left or Escape)"))
        self.back_action.triggered.connect(self.closed)
        self.balance_action = make_step(self, _("All accounts"), "list-bullets")
        self.balance_action.triggered.connect(self.balance_wanted)
        self.list = RecordList(desk, "ledger", ledger_columns(), self._lines)
        self.list.set_accessible_name(_("Lines of the account"))
        self._empty = EmptyState("list-bullets", "")
        self.list.set_empty(self._empty)
        self.checking = Checking(desk, self.list)
        self.checking.filtered.connect(self._find)
        self.search = SearchField(_("Search words, a name, an amount"))
        self.search.leads_to(self.list)
        self.search.searched.connect(self._find)
        self.list.clear_requested.connect(self.search.clear)
        self.list.selection_changed.connect(self._on_selection)
        self.list.record_activated.connect(self._on_activated)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(ActionButton(self.back_action))
        head.addWidget(self.title, 1)
        head.addWidget(self.figures)
        head.addWidget(ActionButton(self.balance_action))
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(head)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.search, 1)
        row.addWidget(self.checking.chip)
        for action in self.checking.actions:
            row.addWidget(ActionButton(action))
        layout.addLayout(row)
        layout.addWidget(self.list, 1)
        self.setFocusProxy(self.list)

    @property
    def lists_unseen(self) -> bool:
        """Whether only the lines are listed that no statement shows."""
        return self.checking.lists_unseen

    def list_unseen(self, *, wanted: bool) -> None:
        """List only the lines that no statement shows, or all, from the next reading on."""
        self.checking.chip.setChecked(wanted)

    def read(self, number: str, scope: ReportScope) -> None:
        """Show an account, or all that lie below a number."""
        if self._ledger is None or self._ledger.number != number:
            self.search.clear()
        call = partial(_read, self._desk.services, number, scope)
        done = partial(self._on_ledger, number, scope)
        self._desk.tasks.query(self, call, done, replaces="ledger")

    def _on_missing(self, number: str) -> None:
        """Say that nothing was written on an account that the chart does not have."""
        self._ledger = None
        self.checking.read(None)
        self._say_empty()
        self.title.setText(number)
        self.figures.setText("")
        self.list.set_ids(())
        self.list.set_totals("")

    def _on_ledger(
        self, number: str, scope: ReportScope, reading: tuple[Ledger, str] | None
    ) -> None:
        if reading is None:
            self._on_missing(number)
            return
        ledger, activity = reading
        is_new = self._ledger is None or self._ledger.number != number
        self._ledger, self._scope = ledger, scope
        name = f"{ledger.number} · {ledger.label}"
        if not ledger.label:
            name = _("Accounts {number}…").format(number=ledger.number)
        self.title.setText(name)
        set_plain_tooltip(self.title, name)
        closing = Sided(ledger.closing).text
        self.checking.read(ledger)
        seen = self.checking.balance
        pointed = "" if seen is None else _("Balance checked off {balance}")
        told = (
            activity,
            pointed.format(balance=Sided(seen or ZERO).text),
            _("Balance {balance}").format(balance=closing),
        )
        self.figures.setText(" · ".join(filter(None, told)))
        self._signed = ledger.moves()
        self.list.set_columns(
            ledger_columns(by_account=not ledger.label, with_statements=seen is not None)
        )
        if self.search.text():
            self._find()
            return
        shown = self._show_lines(ledger.ids)
        if is_new and shown:
            self.list.table.select_id(shown[0])
        if self.isVisible() and not self.search.hasFocus():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _find(self) -> None:
        """Show the lines that the search finds, each with its balance in the whole ledger."""
        ledger, scope, text = self._ledger, self._scope, self.search.text().strip()
        if ledger is None or scope is None:
            return
        if not text:
            self._show_lines(ledger.ids)
            return
        call = partial(self._desk.services.reports.ledger_matches, ledger, scope, text)
        self._desk.tasks.query(self, call, partial(self._on_found, text), replaces="find")

    def _on_found(self, text: str, ids: tuple[int, ...]) -> None:
        self._show_lines(ids, text)

    def _show_lines(self, found: Sequence[int], searched: str = "") -> Sequence[int]:
        """List those that the chip lets through; return them."""
        ids = self.checking.listed(found)
        self._total = self._sums(ids)
        self._say_empty()
        self.list.set_ids(ids, searched)
        self._on_selection(self.list.selected_ids)
        return ids

    def _say_empty(self) -> None:
        if self.lists_unseen and self._ledger is not None and self._ledger.ids:
            said = _("Every line is checked off"), _("Statements showed each of them.")
        else:
            said = (
                _("No line on this account"),
                _("Nothing was written on it in this fiscal year."),
            )
        self._empty.say(*said)

    def _sums(self, ids: Iterable[int]) -> str:
        """Return what some lines come to."""
        cents = [self._signed.get(line_id, 0) for line_id in ids]
        return _("Debit {debit} · Credit {credit}").format(
            debit=money_text(Money(sum(one for one in cents if one > 0))),
            credit=money_text(Money(-sum(one for one in cents if one < 0))),
        )

    @Slot(object)
    def _on_selection(self, ids: tuple[int, ...]) -> None:
        self.checking.choose(ids)
        if len(ids) > 1:
            self.list.set_totals(_("Selection: {totals}").format(totals=self._sums(ids)))
        else:
            self.list.set_totals(self._total)

    def _lines(self, ids: Sequence[int]) -> list[ShownLine]:
        """Return lines of the ledger that is shown; runs on the worker."""
        ledger = self._ledger
        if ledger is None:
            return []
        # A page that was asked for before another account was opened has ids of its own.
        known = [line_id for line_id in ids if line_id in ledger.running]
        found = self._desk.services.reports.ledger_lines(ledger, known)
        return [ShownLine(line.line_id, line) for line in found]

    @Slot(object)
    def _on_activated(self, line_id: int) -> None:
        call = partial(self._lines, [line_id])
        self._desk.tasks.query(self, call, self._on_line, replaces="line")

    def _on_line(self, lines: list[ShownLine]) -> None:
        for line_id, line in lines:
            self.entry_wanted.emit(line.entry_id, line_id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _read(services: Services, number: str, scope: ReportScope) -> tuple[Ledger, str] | None:
    """Read a ledger and the name of its activity, None of an account that there is not."""
    try:
        return services.reports.ledger(number, scope), activity_of(services, scope)
    except NotFoundError:
        return None
