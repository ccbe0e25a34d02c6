"""The statements that came in, each proved: opening balance, lines, closing balance."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from coopdesk.domain.bank_lists import StatementFilter
from coopdesk.domain.text import fold
from coopdesk.ui.bank.part import BankPart
from coopdesk.ui.bank.statement_sheet import (
    LINE_LINK,
    RUN_LINK,
    StatementSheet,
    period_text,
    proof_said,
    statement_parts,
)
from coopdesk.ui.columns import Column
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.widgets.detail_panel import DetailPanel
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.list_detail import ListDetail
from coopdesk.ui.widgets.notice import Notice
from coopdesk.wording.formats import money_text, number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from coopdesk.domain.bank_proofs import StatementProof
    from coopdesk.domain.money import Money
    from coopdesk.services.bank import BankService
    from coopdesk.ui.columns import Tone
    from coopdesk.ui.desk import Desk

_SORTS: dict[str, Callable[[StatementProof], Any]] = {
    "period": lambda one: (one.ends_on or dt.date.min, one.id),
    "file": lambda one: (fold(one.file_name), one.id),
    "lines": lambda one: (one.line_count, one.id),
}


class StatementsPart(BankPart):
    """Enter shows a statement line by line."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._proofs: dict[int, StatementProof] = {}
        self._to_open: int | None = None
        self.notice = Notice()
        self.notice.hide()
        self.see_action = self.make(_("See line by line"), "list-bullets", self._on_see)
        self.list = RecordList(desk, "bank.statements", statement_columns(), self._page)
        self.list.set_accessible_name(_("Statements of the account"))
        self.list.set_count_words(_statements_text)
        empty = EmptyState(
            "file-text",
            _("No statement yet"),
            _("Each file that comes in is kept here with its balances, and proved."),
        )
        empty.offer(self.make_import(), primary=True)
        self.list.set_empty(empty)
        self.panel = DetailPanel(_("Bank statement"))
        self.detail = ListDetail(self.list, self.panel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.notice)
        layout.addWidget(self.detail, 1)
        self.setFocusProxy(self.list)
        self.list.sort_changed.connect(self._list)
        self.detail.wanted.connect(self._on_wanted)
        self.detail.covered.connect(self._on_covered)
        self.panel.link_activated.connect(self._on_link)

    @override
    def reload(self) -> None:
        account_id = self.account_id
        if account_id is not None:
            read = partial(self._desk.services.bank.statements, account_id)
            self.ask(read, self._on_statements, "statements")

    def _on_statements(self, found: list[StatementProof]) -> None:
        self._proofs = {one.id: one for one in found}
        self._say(found)
        self._list()
        wanted, self._to_open = self._to_open, None
        if wanted is not None and self.list.table.select_id(wanted):
            self.detail.open_record(wanted)
        elif self.detail.shown_id in self._proofs:
            self.detail.read_again()
        else:
            self.detail.close_record()

    def _say(self, found: list[StatementProof]) -> None:
        """Say on top what does not tie: it is the reason to come here."""
        wrong = [one for one in found if not one.ties]
        self.notice.setVisible(bool(wrong))
        if wrong:
            text = ngettext(
                "{count} statement does not tie.", "{count} statements do not tie.", len(wrong)
            )
            said, tone = proof_said(wrong[0])
            first = f"{wrong[0].file_name} · {said}"
            self.notice.say(tone, text.format(count=number_text(len(wrong))), first)
            self.notice.offer(self.see_action)

    @Slot()
    def _on_see(self) -> None:
        """Open the first statement that does not tie."""
        wrong = next((one for one in self._proofs.values() if not one.ties), None)
        if wrong is not None and self.list.table.select_id(wrong.id):
            self.detail.open_record(wrong.id)

    @Slot()
    def _list(self) -> None:
        found = list(self._proofs.values())
        sort, descending = self.list.sort
        key = _SORTS.get(sort, _SORTS["period"])
        found.sort(key=key, reverse=descending or not sort)
        self.list.set_ids([one.id for one in found])

    def _page(self, ids: Iterable[int]) -> list[StatementProof]:
        proofs = self._proofs
        return [proofs[key] for key in ids if key in proofs]

    # one statement

    @Slot(int)
    def _on_wanted(self, statement_id: int) -> None:
        proof = self._proofs.get(statement_id)
        if proof is not None:
            read = partial(read_sheet, self._desk.services.bank, proof)
            self.ask(read, self._on_sheet, "sheet")

    def _on_sheet(self, sheet: StatementSheet) -> None:
        self.panel.show_parts(sheet.proof.file_name, statement_parts(sheet))

    @Slot(bool)
    def _on_covered(self, covered: bool) -> None:  # noqa: FBT001 (slot of a Qt signal)
        has_alert = any(not one.ties for one in self._proofs.values())
        self.notice.setVisible(has_alert and not covered)
        self.covered.emit(covered)

    @Slot(str)
    def _on_link(self, link: str) -> None:
        name, _colon, key = link.partition(":")
        if name == LINE_LINK:
            self.lead_wanted.emit(("statement_line", int(key)))
        elif name == RUN_LINK:
            self._desk.navigator.open("imports", ("run", int(key)))

    @override
    def show_target(self, target: tuple[object, ...]) -> None:
        word, number = target[0], target[1] if len(target) > 1 else None
        if word == "statement" and isinstance(number, int):
            self._to_open = number
            self.reload()


def read_sheet(bank: BankService, proof: StatementProof) -> StatementSheet:
    """Read the lines that a statement brought, with the balance after each.

    It runs on the worker. A line that an earlier file brought stands in that one; the proof
    shows all lines of the days of the statement.
    """
    whole = bank.proof(proof.bank_account_id, proof.ends_on)
    first, last = proof.first_on, proof.ends_on
    steps = tuple(
        step
        for step in whole.steps
        if (first is None or step.day >= first) and (last is None or step.day <= last)
    )
    brought = bank.ids(StatementFilter(statement_ids=(proof.id,)))
    return StatementSheet(proof, steps, frozenset(brought))


def statement_columns() -> tuple[Column, ...]:
    """Return the columns of the list of statements."""
    return (
        Column("period", _("Period"), period_text, sort="period", width=20, descends=True),
        Column("file", _("File"), _file, sort="file", width=16, stretch=True, gives_way=2),
        Column(
            "lines", _("Lines"), _lines, sort="lines", align_right=True, width=6, gives_way=1
        ),
        Column(
            "opening", _("Opening balance"), _opening, align_right=True, width=11, gives_way=3
        ),
        Column("moved", _("Lines add up to"), _moved, align_right=True, width=12, gives_way=4),
        Column("closing", _("Closing balance"), _closing, align_right=True, width=11),
        Column("proof", _("Proof"), _proof, tone=_tone, width=18, stretch=True),
    )


def _file(one: StatementProof) -> str:
    return f"{one.file_name} · {one.reference}" if one.reference else one.file_name


def _lines(one: StatementProof) -> str:
    return number_text(one.line_count)


def _opening(one: StatementProof) -> str:
    return _balance(one.opening)


def _closing(one: StatementProof) -> str:
    return _balance(one.closing)


def _balance(amount: Money | None) -> str:
    return _("unknown") if amount is None else money_text(amount)


def _moved(one: StatementProof) -> str:
    return money_text(one.moved)


def _proof(one: StatementProof) -> str:
    return proof_said(one)[0]


def _tone(one: StatementProof) -> Tone:
    return proof_said(one)[1]


def _statements_text(count: int) -> str:
    text = ngettext("{count} statement", "{count} statements", count)
    return text.format(count=number_text(count))
