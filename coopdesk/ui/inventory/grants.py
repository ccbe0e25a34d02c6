"""Grants that were notified: what came, what is due, what later years keep."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from typing_extensions import override

from coopdesk.domain.money import ZERO, Money, total
from coopdesk.ui.columns import Column, Tone
from coopdesk.ui.feedback import Question
from coopdesk.ui.inventory.grant_dialogs import (
    GrantDialog,
    Instalment,
    ReceiveDialog,
    TieDialog,
    read_candidates,
)
from coopdesk.ui.inventory.grant_sheet import GrantSheet, grant_parts, read_grant
from coopdesk.ui.inventory.links import FUND_LINK, PAYMENT_LINK, REQUEST_LINK
from coopdesk.ui.inventory.part import InventoryPart, LineRules, PartWords, Shown
from coopdesk.ui.inventory.parts import Part
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.wording.formats import day_text, money_text, number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coopdesk.domain.grants import GrantAward
    from coopdesk.domain.payments import PaymentLine
    from coopdesk.services.grants import GrantYear
    from coopdesk.services.outcome import Outcome
    from coopdesk.services.registry import Services
    from coopdesk.ui.accounts.page import AccountPage


@dataclass(frozen=True, slots=True)
class GrantLine:
    """A grant, and what the shown year has of it, None when nothing."""

    award: GrantAward
    year: GrantYear | None

    @property
    def id(self) -> int:
        """By which the list knows it."""
        return self.award.id

    @property
    def later(self) -> Money:
        """What later years keep."""
        return self.year.later if self.year is not None else ZERO

    @property
    def is_missing(self) -> bool:
        """Whether the year's closing entry is still to be prepared."""
        return self.year is not None and self.year.is_due


class GrantsPart(InventoryPart[GrantLine, GrantSheet]):
    """Every grant there is; the figures of income are those of the year."""

    part = Part.GRANTS
    record_word = "grant_award"

    def __init__(self, page: AccountPage) -> None:
        super().__init__(
            page,
            PartWords(
                "grants", _("List of grants"), _("Search a grant or a funder…"), _("Grant")
            ),
            _columns(),
            [(Shown.ALL, _("All of them")), (Shown.WAITING, _("Still due"))],
            LineRules(
                words=lambda line: f"{line.award.content.title} {line.award.funder_name}",
                keeps=lambda line, shown: shown is Shown.ALL or line.award.due > ZERO,
                sorts={
                    "notified": lambda line: line.award.content.notified_on,
                    "title": lambda line: line.award.content.title.casefold(),
                    "amount": lambda line: line.award.content.amount,
                    "due": lambda line: line.award.due,
                },
            ),
        )
        self._service = self._desk.services.grants
        self._missing = 0
        make = self.make
        self.primary_action = make(_("New grant…"), "plus", self._on_new)
        self.receive_action = make(_("Money came…"), "calendar-check", self._on_receive)
        self.receive_action.setToolTip(_("Record an instalment that was received"))
        self.tie_action = make(_("Tie a payment…"), "link", self._on_tie)
        self.tie_action.setToolTip(_("The money is in the payments already: say so"))
        self.change_action = make(_("Change…"), "pencil-simple", self._on_change)
        self.remove_action = make(_("Remove the grant"), "trash", self._on_remove)
        self.book_action = make(_("Year-end of grants…"), "hourglass-medium", self._on_book)
        self.book_action.setToolTip(
            _("Draft the part of later years (487), and that of investment grants (139, 747)")
        )
        self.tools = (self.book_action,)
        self.follow(PAYMENT_LINK, partial(self._desk.navigator.open, "accounts"))
        self.follow("new_fund", self._open_fund)
        self.follow(REQUEST_LINK, self._open_request)
        said = _("Once a funder has said yes: what is due, what came, what is left for later.")
        empty = EmptyState("bank", _("No grant yet"), said)
        usual = (self.receive_action, self.change_action)
        self.arrange(usual, (self.tie_action, self.remove_action), empty)

    # reading

    @override
    def reading_lines(self) -> Callable[[], list[GrantLine]]:
        return partial(_read_lines, self._desk.services, self.year.id if self.year else 0)

    @override
    def reading_sheet(self, record_id: int) -> Callable[[], GrantSheet]:
        return partial(read_grant, self._desk.services, record_id, self.year)

    @override
    def show_sheet(self, sheet: GrantSheet) -> None:
        self.panel.show_parts(sheet.award.content.title, grant_parts(sheet))

    @override
    def sum_text(self, lines: Sequence[GrantLine]) -> str:
        self._missing = sum(line.is_missing for line in lines)
        text = _("Granted: {amount} · came: {paid} · still due: {due}")
        said = text.format(
            amount=money_text(total(line.award.content.amount for line in lines)),
            paid=money_text(total(line.award.paid for line in lines)),
            due=money_text(total(line.award.due for line in lines if line.award.due > ZERO)),
        )
        return f"{said} · {missing_text(self._missing)}" if self._missing else said

    @override
    def choose(self, line: GrantLine | None) -> None:
        for action in (self.tie_action, self.change_action, self.remove_action):
            action.setEnabled(line is not None)
        self.receive_action.setEnabled(line is not None and line.award.due > ZERO)
        year = self.year
        self.book_action.setEnabled(year is not None and year.is_open and bool(self._missing))

    # doing

    @Slot()
    def _on_new(self) -> None:
        self.ask_about(GrantDialog, None, self._service.notify)

    @Slot()
    def _on_change(self) -> None:
        line = self.chosen
        if line is not None:
            change = partial(self._service.change, line.award.id)
            self.ask_about(GrantDialog, line.award, change)

    @Slot()
    def _on_receive(self) -> None:
        line = self.chosen
        if line is not None and line.award.due > ZERO:
            make = partial(ReceiveDialog, self._desk, line.award, self.window())
            self.ask(make, partial(self._receive, line.award.id))

    def _receive(self, award_id: int, came: Instalment) -> Outcome[GrantAward]:
        return self._service.receive(
            award_id, came.amount, came.paid_on, came.mode, came.rest_on
        )

    @Slot()
    def _on_tie(self) -> None:
        line = self.chosen
        if line is not None:
            call = partial(read_candidates, self._desk.services, line.award)
            self.read_then(call, partial(self._ask_tie, line.award))

    def _ask_tie(self, award: GrantAward, found: list[PaymentLine]) -> None:
        if not found:
            self._desk.feedback.tell(
                _("No payment that came in waits for a grant: record it with “Money came”.")
            )
            return
        make = partial(TieDialog, award, found, self.window())
        self.ask(make, partial(self._service.tie_payment, award.id))

    @Slot()
    def _on_remove(self) -> None:
        line = self.chosen
        if line is not None:
            self.send(partial(self._service.remove, line.award.id))

    @Slot()
    def _on_book(self) -> None:
        if self.year is not None:
            call = partial(self._service.of_year, self.year.id)
            self.read_then(call, self._confirm_book)

    def _confirm_book(self, found: list[GrantYear]) -> None:
        year, wanted = self.year, [one for one in found if one.is_due]
        if year is None or not wanted:
            return
        count = ngettext("{count} entry in draft", "{count} entries in draft", len(wanted))
        lines = [
            _("{name}: {value}").format(
                name=one.award.content.title, value=money_text(one.wanted)
            )
            for one in wanted
        ]
        question = Question(
            _("Year-end of grants, {year}").format(year=year.label),
            "\n".join(lines),
            _("Prepare the entries"),
            detail=count.format(count=number_text(len(wanted))),
        )
        self.confirm(question, self._book)

    def _book(self) -> None:
        if self.year is not None:
            self.send(partial(self._service.book_year, self.year.id))

    def _open_request(self, request_id: int) -> None:
        self._desk.navigator.open("partners", (REQUEST_LINK, request_id))

    def _open_fund(self, fund_id: int) -> None:
        self._desk.navigator.open("accounts", (FUND_LINK, fund_id))


def missing_text(count: int) -> str:
    """Return how many year-end entries are still to be prepared."""
    text = ngettext("{count} entry to prepare", "{count} entries to prepare", count)
    return text.format(count=number_text(count))


def _read_lines(services: Services, year_id: int) -> list[GrantLine]:
    """Read the grants with their year; runs on the worker."""
    found = services.grants.of_year(year_id) if year_id else []
    of_year = {one.award.id: one for one in found}
    return [GrantLine(award, of_year.get(award.id)) for award in services.grants.all()]


def _columns() -> tuple[Column, ...]:
    return (
        Column(
            "notified",
            _("Notified"),
            lambda x: day_text(x.award.content.notified_on),
            sort="notified",
            width=9,
            descends=True,
            gives_way=3,
        ),
        Column(
            "title", _("Grant"), lambda x: x.award.content.title, sort="title", stretch=True
        ),
        Column("funder", _("Funder"), lambda x: x.award.funder_name, width=18, gives_way=2),
        _money("amount", _("Granted"), lambda x: x.award.content.amount, "amount"),
        _money("paid", _("Came"), lambda x: x.award.paid, gives_way=1),
        _money("due", _("Still due"), lambda x: x.award.due, "due"),
        Column(
            "later",
            _("For later years"),
            lambda x: money_text(x.later) if x.later else "",
            align_right=True,
            width=12,
            gives_way=4,
            hint=_("Deferred income (produits constatés d’avance, account 487)"),
        ),
        Column(
            "state",
            _("Year-end"),
            _state,
            tone=lambda x: Tone.ATTENTION if x.is_missing else Tone.GOOD,
            width=13,
            gives_way=1,
        ),
    )


def _state(line: GrantLine) -> str:
    return _("To prepare") if line.is_missing else _("Up to date")


def _money(
    key: str,
    title: str,
    amount: Callable[[GrantLine], Money],
    sort: str | None = None,
    gives_way: int = 0,
) -> Column:
    return Column(
        key,
        title,
        lambda line: money_text(amount(line)),
        align_right=True,
        sort=sort,
        width=11,
        descends=True,
        gives_way=gives_way,
    )
