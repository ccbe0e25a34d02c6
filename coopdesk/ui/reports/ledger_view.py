"""The grand livre of an account: every line with the balance after it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.money import Money
from coopdesk.ui.columns import Column
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.reports.figure_sheet import Sided, figure_text
from coopdesk.ui.reports.scope_bar import activity_of
from coopdesk.ui.widgets.action_button import ActionButton
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.labels import plain_label, set_plain_tooltip
from coopdesk.ui.widgets.search_field import SearchField
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.formats import day_text, money_text, number_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QKeyEvent

    from coopdesk.domain.ledgers import Ledger, LedgerLine, ReportScope
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk


class ShownLine(NamedTuple):
    """A line under the id that the list knows it by."""

    id: int
    line: LedgerLine


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
        self.list.set_empty(
            EmptyState(
                "list-bullets",
                _("No line on this account"),
                _("Nothing was written on it in this fiscal year."),
            )
        )
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
        layout.addWidget(self.search)
        layout.addWidget(self.list, 1)
        self.setFocusProxy(self.list)

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
        told = (activity, _("Balance {balance}").format(balance=closing))
        self.figures.setText(" · ".join(filter(None, told)))
        self._signed = _signed(ledger)
        self.list.set_columns(ledger_columns(by_account=not ledger.label))
        if self.search.text():
            self._find()
            return
        self._show_lines(ledger.ids)
        if is_new and ledger.ids:
            self.list.table.select_id(ledger.ids[0])
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

    def _show_lines(self, ids: Sequence[int], searched: str = "") -> None:
        self._total = self._sums(ids)
        self.list.set_ids(ids, searched)
        self._on_selection(self.list.selected_ids)

    def _sums(self, ids: Iterable[int]) -> str:
        """Return what some lines come to."""
        cents = [self._signed.get(line_id, 0) for line_id in ids]
        return _("Debit {debit} · Credit {credit}").format(
            debit=money_text(Money(sum(one for one in cents if one > 0))),
            credit=money_text(Money(-sum(one for one in cents if one < 0))),
        )

    @Slot(object)
    def _on_selection(self, ids: tuple[int, ...]) -> None:
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


def ledger_columns(*, by_account: bool = False) -> tuple[Column, ...]:
    """Return the columns of a grand livre; ``by_account`` when several are in it."""
    account = Column("account", _("Account"), _account, width=8)
    return (
        *((account,) if by_account else ()),
        Column("date", _("Date"), _date, width=10),
        Column("journal", _("Journal"), _journal, width=6, gives_way=3),
        Column("number", _("No."), _number, align_right=True, width=8, gives_way=5),
        Column("voucher", _("Voucher"), _voucher, width=8, gives_way=6),
        Column("label", _("Label"), _label, width=20, stretch=True),
        Column("contact", _("Third party"), _contact, width=17, gives_way=4),
        Column("activity", _("Activity"), _activity, width=14, hidden=True),
        Column("debit", _("Debit"), _debit, align_right=True, width=10),
        Column("credit", _("Credit"), _credit, align_right=True, width=10),
        Column(
            "balance",
            _("Balance"),
            _balance,
            align_right=True,
            width=12,
            hint=_("The balance after this line: D for debit, C for credit"),
        ),
        Column(
            "matching",
            _("Match"),
            _matching,
            width=5,
            gives_way=7,
            hint=_("Lines with the same letters settle each other: an invoice, its payment"),
        ),
    )


def _account(shown: ShownLine) -> str:
    return shown.line.account


def _date(shown: ShownLine) -> str:
    return day_text(shown.line.entry_on)


def _journal(shown: ShownLine) -> str:
    return shown.line.journal


def _number(shown: ShownLine) -> str:
    number = shown.line.number
    return _("draft") if number is None else number_text(number)


def _voucher(shown: ShownLine) -> str:
    return shown.line.voucher_ref


def _label(shown: ShownLine) -> str:
    return shown.line.label


def _contact(shown: ShownLine) -> str:
    return shown.line.contact_name


def _activity(shown: ShownLine) -> str:
    return shown.line.activity_name


def _debit(shown: ShownLine) -> str:
    return _amount(shown.line.debit)


def _credit(shown: ShownLine) -> str:
    return _amount(shown.line.credit)


def _amount(amount: Money) -> str:
    return figure_text(amount) if amount else ""


def _balance(shown: ShownLine) -> str:
    return Sided(shown.line.balance).text


def _matching(shown: ShownLine) -> str:
    return shown.line.matching


def _signed(ledger: Ledger) -> dict[int, int]:
    """Return what each line adds to the balance: the running balances say it."""
    before, found = 0, {}
    for line_id, after in ledger.running.items():
        found[line_id] = after - before
        before = after
    return found
