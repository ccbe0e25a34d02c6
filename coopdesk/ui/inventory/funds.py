"""Dedicated funds: the table of a year, its proposals to accept or correct, their entries."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from typing_extensions import override

from coopdesk.domain.money import ZERO, Money, total
from coopdesk.ui.columns import Column, Tone
from coopdesk.ui.inventory.fund_dialogs import FundDialog, Transfer, TransferDialog
from coopdesk.ui.inventory.fund_sheet import FundSheet, fund_parts, read_fund
from coopdesk.ui.inventory.part import InventoryPart, LineRules, PartWords, Shown
from coopdesk.ui.inventory.parts import Part
from coopdesk.ui.inventory.proposal_dialog import ProposalDialog, Proposed, read_proposed
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.steps import change_icon
from coopdesk.wording.formats import money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from coopdesk.domain.dedicated_funds import Fund, FundLine, FundMovement, NewFund
    from coopdesk.services.dedicated_funds import FundAmounts
    from coopdesk.services.outcome import Outcome
    from coopdesk.services.registry import Services
    from coopdesk.ui.accounts.page import AccountPage
    from coopdesk.ui.inventory.fund_dialogs import Opening


@dataclass(frozen=True, slots=True)
class FundRow:
    """A fund with its line of the year, None while nothing happened to it."""

    fund: Fund
    line: FundLine | None

    @property
    def id(self) -> int:
        """By which the list knows it."""
        return self.fund.id

    @property
    def closing(self) -> Money:
        """What is left at the end of the year."""
        return self.line.closing if self.line is not None else ZERO


class FundsPart(InventoryPart[FundRow, FundSheet]):
    """The table of the annexe, fund by fund."""

    part = Part.FUNDS
    record_word = "dedicated_fund"

    def __init__(self, page: AccountPage) -> None:
        super().__init__(
            page,
            PartWords(
                "funds",
                _("List of dedicated funds"),
                _("Search a fund or who gave it…"),
                _("Dedicated fund"),
            ),
            _columns(),
            [(Shown.OPEN, _("Under way")), (Shown.ALL, _("All funds"))],
            LineRules(
                words=lambda row: f"{row.fund.content.name} {row.fund.funder_name}",
                keeps=lambda row, shown: shown is Shown.ALL or row.fund.closed_on is None,
                sorts={
                    "name": lambda row: row.fund.content.name.casefold(),
                    "closing": lambda row: row.closing,
                },
            ),
        )
        self._service = self._desk.services.dedicated_funds
        make = self.make
        self.primary_action = make(_("New dedicated fund…"), "plus", self._on_new)
        self.change_action = make(_("Change…"), "pencil-simple", self._on_change)
        self.transfer_action = make(
            _("Pass on to another fund…"), "arrow-right", self._on_transfer
        )
        self.close_action = make(_("Close the fund"), "archive", self._on_close)
        self.remove_action = make(_("Remove the fund"), "trash", self._on_remove)
        self.book_action = make(_("Year-end of funds…"), "hourglass-medium", self._on_book)
        self.book_action.setToolTip(
            _("What was used (789) and what is left to be spent (689): accept or correct it")
        )
        self.tools = (self.book_action,)
        said = _("Money received for a purpose is kept apart until it is spent on it.")
        empty = EmptyState("lock-key", _("No dedicated fund yet"), said)
        rare = (self.transfer_action, self.close_action, self.remove_action)
        self.arrange((self.change_action,), rare, empty)

    # reading

    @override
    def reading_lines(self) -> Callable[[], list[FundRow]]:
        return partial(_read_rows, self._desk.services, self.year.id if self.year else 0)

    @override
    def reading_sheet(self, record_id: int) -> Callable[[], FundSheet]:
        return partial(read_fund, self._desk.services, record_id, self.year)

    @override
    def show_sheet(self, sheet: FundSheet) -> None:
        self.panel.show_parts(sheet.fund.content.name, fund_parts(sheet))

    @override
    def sum_text(self, lines: Sequence[FundRow]) -> str:
        known = [row.line for row in lines if row.line is not None]
        text = _(
            "At the beginning: {opening} · put aside: {reports} · used: {uses} · left: {left}"
        )
        return text.format(
            opening=money_text(total(x.opening for x in known)),
            reports=money_text(total(x.reports for x in known)),
            uses=money_text(total(x.uses for x in known)),
            left=money_text(total(x.closing for x in known)),
        )

    @override
    def choose(self, line: FundRow | None) -> None:
        is_open = line is not None and line.fund.closed_on is None
        for action in (self.change_action, self.close_action, self.remove_action):
            action.setEnabled(line is not None)
        self.transfer_action.setEnabled(is_open)
        is_closed = line is not None and not is_open
        self.close_action.setText(_("Open it again") if is_closed else _("Close the fund"))
        change_icon(self.close_action, "lock-open" if is_closed else "archive")
        year = self.year
        self.book_action.setEnabled(year is not None and year.is_open)

    # doing

    @Slot()
    def _on_new(self) -> None:
        self.ask_about(FundDialog, None, self._add)

    def _add(self, asked: tuple[NewFund, Opening]) -> Outcome[Fund]:
        return self._service.add(*asked)

    @Slot()
    def _on_change(self) -> None:
        row = self.chosen
        if row is not None:
            change = partial(self._change, row.fund.id)
            self.ask_about(FundDialog, row.fund, change)

    def _change(self, fund_id: int, asked: tuple[NewFund, Opening]) -> Outcome[Fund]:
        return self._service.change(fund_id, asked[0])

    @Slot()
    def _on_transfer(self) -> None:
        row = self.chosen
        if row is not None:
            self.read_then(self._service.all, partial(self._ask_transfer, row.fund))

    def _ask_transfer(self, fund: Fund, funds: list[Fund]) -> None:
        others = [x for x in funds if x.id != fund.id and x.closed_on is None]
        if not others:
            self._desk.feedback.tell(_("There is no other fund that could take the money."))
            return
        make = partial(TransferDialog, self._desk, fund, others, self.window())
        self.ask(make, partial(self._transfer, fund.id))

    def _transfer(self, fund_id: int, asked: Transfer) -> Outcome[FundMovement]:
        return self._service.transfer(
            fund_id, asked.other_fund_id, asked.amount, asked.moved_on, asked.note
        )

    @override
    def key_of_made(self, made: object) -> int | None:
        from coopdesk.domain.dedicated_funds import Fund

        return made.id if isinstance(made, Fund) else None

    @Slot()
    def _on_close(self) -> None:
        row = self.chosen
        if row is not None and row.fund.closed_on is not None:
            self.send(partial(self._service.reopen, row.fund.id))
        elif row is not None:
            self.send(partial(self._service.close, row.fund.id))

    @Slot()
    def _on_remove(self) -> None:
        row = self.chosen
        if row is not None:
            self.send(partial(self._service.remove, row.fund.id))

    @Slot()
    def _on_book(self) -> None:
        if self.year is not None:
            call = partial(read_proposed, self._desk.services, self.year.id)
            self.read_then(call, self._ask_proposals)

    def _ask_proposals(self, found: list[Proposed]) -> None:
        year = self.year
        if year is None:
            return
        if not found:
            self._desk.feedback.tell(
                _("No fund holds or received anything in {year}.").format(year=year.label)
            )
            return
        make = partial(ProposalDialog, year, found, self.window())
        self.ask(make, partial(self._book, year.id))

    def _book(self, year_id: int, decided: Mapping[int, tuple[Money, Money]]) -> Outcome[int]:
        from coopdesk.services.dedicated_funds import FundAmounts

        amounts: dict[int, FundAmounts] = {
            fund_id: FundAmounts(*each) for fund_id, each in decided.items()
        }
        return self._service.book_year(year_id, amounts)


def _read_rows(services: Services, year_id: int) -> list[FundRow]:
    """Read the funds with their lines of a year; runs on the worker."""
    table = services.dedicated_funds.table(year_id) if year_id else ()
    lines = {line.fund.id: line for line in table}
    return [FundRow(fund, lines.get(fund.id)) for fund in services.dedicated_funds.all()]


def _columns() -> tuple[Column, ...]:
    return (
        Column("name", _("Fund"), lambda x: x.fund.content.name, sort="name", stretch=True),
        Column(
            "kind", _("Comes from"), lambda x: label(x.fund.content.kind), width=16, gives_way=5
        ),
        Column("funder", _("Given by"), lambda x: x.fund.funder_name, width=16, gives_way=4),
        _money("opening", _("Beginning"), lambda x: x.opening, gives_way=3),
        _money(
            "reports",
            _("Put aside"),
            lambda x: x.reports,
            hint=_("Received this year and not spent yet (account 689)"),
            gives_way=2,
        ),
        _money(
            "uses",
            _("Used"),
            lambda x: x.uses,
            hint=_("Spent this year of what was put aside (account 789)"),
            gives_way=2,
        ),
        _money("transfers", _("Passed on"), lambda x: x.transfers, gives_way=6),
        _money(
            "closing", _("Still there"), lambda x: x.closing, hint=_("At the end of the year")
        ),
        Column(
            "state",
            _("State"),
            lambda x: _("Under way") if x.fund.closed_on is None else _("Fund closed"),
            tone=lambda x: Tone.GOOD if x.fund.closed_on is None else Tone.NEUTRAL,
            width=9,
            gives_way=4,
        ),
    )


def _money(
    key: str,
    title: str,
    amount: Callable[[FundLine], Money],
    hint: str = "",
    gives_way: int = 0,
) -> Column:
    return Column(
        key,
        title,
        lambda row: money_text(amount(row.line) if row.line is not None else ZERO),
        align_right=True,
        sort="closing" if key == "closing" else None,
        width=11,
        hint=hint,
        descends=True,
        gives_way=gives_way,
    )
