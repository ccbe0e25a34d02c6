"""The grand livre of an account: every line with the balance after it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from coopdesk.domain.errors import NotFoundError
from coopdesk.ui.columns import Column
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.reports.figure_sheet import Sided, figure_text
from coopdesk.ui.widgets.action_button import ActionButton
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.formats import day_text, money_text, number_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from coopdesk.domain.ledgers import Ledger, LedgerLine, ReportScope
    from coopdesk.domain.money import Money
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
        layout.addWidget(self.list, 1)
        self.setFocusProxy(self.list)

    def read(self, number: str, scope: ReportScope) -> None:
        """Show an account, or all that lie below a number."""
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

    def _on_ledger(self, number: str, scope: ReportScope, ledger: Ledger | None) -> None:
        if ledger is None:
            self._on_missing(number)
            return
        is_new = self._ledger is None or self._ledger.number != number
        self._ledger, self._scope = ledger, scope
        name = " · ".join(part for part in (ledger.number, ledger.label) if part)
        self.title.setText(name)
        self.title.setToolTip("")
        closing = Sided(ledger.closing).text
        self.figures.setText(_("Balance {balance}").format(balance=closing))
        self.list.set_ids(ledger.ids)
        self.list.set_totals(_totals(ledger))
        if is_new and ledger.ids:
            self.list.table.select_id(ledger.ids[0])
        if self.isVisible():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

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


def _read(services: Services, number: str, scope: ReportScope) -> Ledger | None:
    """Read a ledger, None of an account that there is not; runs on the worker."""
    try:
        return services.reports.ledger(number, scope)
    except NotFoundError:
        return None


def ledger_columns() -> tuple[Column, ...]:
    """Return the columns of a grand livre."""
    return (
        Column("date", _("Date"), _date, width=10),
        Column("journal", _("Journal"), _journal, width=6, gives_way=3),
        Column("number", _("No."), _number, align_right=True, width=8, gives_way=5),
        Column("voucher", _("Voucher"), _voucher, width=8, gives_way=6),
        Column("label", _("Label"), _label, width=20, stretch=True),
        Column("contact", _("Third party"), _contact, width=13, gives_way=4),
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


def _totals(ledger: Ledger) -> str:
    return _("Debit {debit} · Credit {credit}").format(
        debit=money_text(ledger.debit), credit=money_text(ledger.credit)
    )
