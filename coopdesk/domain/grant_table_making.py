"""Gather what is planned and what the books say by the lines of the official budget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.grant_tables import (
    AccountAmount,
    GrantBookLine,
    KnownRequest,
    PlannedAmount,
    RequestAmount,
    TableGroup,
    TableLine,
    is_grant_line,
)
from coopdesk.domain.money import ZERO, Money

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from coopdesk.domain.grant_layout import Layout, LayoutLine


class TableMaker:
    """Gathers plans and books by the lines of the layout."""

    def __init__(self, layout: Layout, requests: Sequence[KnownRequest] = ()) -> None:
        self._layout = layout
        self._requests = {one.request_id: one for one in requests}
        self._by_award = {x.award_id: x for x in requests if x.award_id is not None}
        self._plans: dict[str, list[PlannedAmount]] = {}
        self._accounts: dict[str, dict[str, AccountAmount]] = {}
        self._lines: dict[str, list[GrantBookLine]] = {}
        self._came: dict[str, dict[int | None, Money]] = {}

    def plan(self, plans: Iterable[PlannedAmount]) -> None:
        """Take what is planned.

        Raises:
            RuleError: ``grant.line_unknown``.
        """
        for one in plans:
            self._plans.setdefault(self._layout.line(one.line).code, []).append(one)

    def plan_accounts(self, amounts: Iterable[tuple[str, Money, str]]) -> None:
        """Take what a budget plans by account, with its label."""
        for account, amount, label in amounts:
            line = self._layout.line_of(account)
            if line is not None:
                self.plan([PlannedAmount(line.code, amount, label)])

    def book(self, lines: Iterable[GrantBookLine], *, keep: bool = True) -> None:
        """Take lines of entries; ``keep`` remembers them behind their figures."""
        for one in lines:
            code, request_id = self._place(one)
            if code is None:
                continue
            drafts = one.amount if one.is_draft else ZERO
            self._add(code, AccountAmount(one.account, one.account_label, one.amount, drafts))
            if keep:
                self._lines.setdefault(code, []).append(one)
            if is_grant_line(one):
                came = self._came.setdefault(code, {})
                came[request_id] = came.get(request_id, ZERO) + one.amount

    def book_accounts(self, accounts: Iterable[AccountAmount]) -> None:
        """Take what accounts add up to, of those whose line no funder decides."""
        for one in accounts:
            line = self._layout.line_of(one.account)
            if line is not None and (one.amount or one.drafts):
                self._add(line.code, one)

    def groups(self) -> tuple[TableGroup, ...]:
        """Return the whole form with what was taken."""
        return tuple(
            TableGroup(group, tuple(map(self._line, group.lines)))
            for group in self._layout.groups
        )

    def _place(self, one: GrantBookLine) -> tuple[str | None, int | None]:
        """Return the line of an entry's line, and the request whose money it is."""
        if not is_grant_line(one):
            line = self._layout.line_of(one.account)
            return (None if line is None else line.code), None
        request = self._request_of(one)
        usual = self._layout.line_of(one.account)
        told = "" if usual is None else usual.code
        named = request.line if request else self._line_of_funder(one, told)
        code = named if named in self._layout.by_code else told
        return code, None if request is None else request.request_id

    def _line_of_funder(self, one: GrantBookLine, told: str) -> str:
        """Return the line that all requests to a funder name, else that of its kind."""
        lines = {x.line for x in self._requests.values() if x.funder_id == one.funder_id}
        if one.funder_id is not None and len(lines) == 1:
            return lines.pop()
        return self._layout.funders.get(one.funder_kind, told)

    def _request_of(self, one: GrantBookLine) -> KnownRequest | None:
        if one.award_id is not None:
            return self._by_award.get(one.award_id)
        if one.funder_id is None:
            return None
        of_funder = [x for x in self._requests.values() if x.funder_id == one.funder_id]
        return of_funder[0] if len(of_funder) == 1 else None

    def _add(self, code: str, one: AccountAmount) -> None:
        accounts = self._accounts.setdefault(code, {})
        known = accounts.get(one.account)
        if known is not None:
            one = AccountAmount(
                one.account, one.label, known.amount + one.amount, known.drafts + one.drafts
            )
        accounts[one.account] = one

    def _line(self, layout: LayoutLine) -> TableLine:
        code = layout.code
        accounts = self._accounts.get(code, {})
        return TableLine(
            layout,
            tuple(self._plans.get(code, ())),
            tuple(accounts[number] for number in sorted(accounts)),
            tuple(
                sorted(self._lines.get(code, ()), key=lambda x: (x.entry_on, x.line_id)),
            ),
            self._by_request(code),
        )

    def _by_request(self, code: str) -> tuple[RequestAmount, ...]:
        planned: dict[int | None, Money] = {}
        for one in self._plans.get(code, ()):
            if one.request_id is not None:
                before = planned.get(one.request_id, ZERO)
                planned[one.request_id] = before + one.amount
        came: Mapping[int | None, Money] = self._came.get(code, {})
        return tuple(
            self._request_amount(key, planned.get(key, ZERO), came.get(key, ZERO))
            for key in dict.fromkeys((*planned, *came))
        )

    def _request_amount(
        self, request_id: int | None, planned: Money, came: Money
    ) -> RequestAmount:
        known = None if request_id is None else self._requests.get(request_id)
        if known is None:
            return RequestAmount(request_id, "", planned, came)
        return RequestAmount(request_id, known.title, planned, came, known.funder_name)
