"""Use cases around dedicated funds: the table of a year, its proposals, their entries."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.dedicated_funds import (
    ACCOUNTS,
    MovementKind,
    NewFundMovement,
    balance,
    checked_fund,
    checked_movement,
    fund_line,
    fund_table,
    movement_entry,
    proposals,
    signed,
    transfer_entry,
)
from coopdesk.domain.errors import RuleError
from coopdesk.domain.grant_accounts import fund_kind_of
from coopdesk.domain.grants import GrantKind, recognised_of
from coopdesk.domain.money import ZERO, Money, total
from coopdesk.domain.text import fold
from coopdesk.services.inventory_writing import place, ready, tied
from coopdesk.services.named_years import made_year, year_of
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.storage.source_entries import SourceKind
from coopdesk.wording.language import _, in_french

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence

    from coopdesk.domain.dedicated_funds import (
        Fund,
        FundLine,
        FundMovement,
        FundProposal,
        NewFund,
    )
    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.storage.source_entries import SourceEntry
    from coopdesk.storage.unit_of_work import Units, Work


class FundAmounts(NamedTuple):
    """What a person decides for a fund instead of the proposal."""

    use: Money
    report: Money


class FundTie(NamedTuple):
    """A figure of the table beside the one of the books, for one account."""

    account: str
    table: Money
    books: Money


class DedicatedFundService:
    """Keep the money that was given for a purpose apart until it is spent."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def all(self) -> list[Fund]:
        """Return the funds, the oldest first."""
        with self._units.read() as work:
            return work.funds.all()

    def get(self, fund_id: int) -> Fund:
        """Return one fund; raises NotFoundError."""
        with self._units.read() as work:
            return work.funds.get(fund_id)

    def movements(self, fund_id: int) -> list[FundMovement]:
        """Return what happened to a fund, by day."""
        with self._units.read() as work:
            return work.funds.movements(fund_id)

    def table(self, fiscal_year_id: int) -> tuple[FundLine, ...]:
        """Return the table of a fiscal year: opening, reports, uses, transfers, closing."""
        with self._units.read() as work:
            year = year_of(work, fiscal_year_id, self._today())
            return fund_table(work.funds.all(), work.funds.movements(), year)

    def ties(self, fiscal_year_id: int) -> list[FundTie]:
        """Return reports and uses by account, in the table and in the books."""
        with self._units.read() as work:
            year = year_of(work, fiscal_year_id, self._today())
            lines = fund_table(work.funds.all(), work.funds.movements(), year)
            books = work.funds.account_movement(fiscal_year_id)
        found = []
        for kind, accounts in ACCOUNTS.items():
            own = [line for line in lines if line.fund.content.kind is kind]
            reports, uses = total(x.reports for x in own), total(x.uses for x in own)
            found.append(FundTie(accounts.report, reports, -_below(books, accounts.report)))
            found.append(FundTie(accounts.use, uses, _below(books, accounts.use)))
        return [tie for tie in found if tie.table or tie.books]

    def proposals(self, fiscal_year_id: int) -> tuple[FundProposal, ...]:
        """Propose what the closing of a year writes, from what came and what was spent."""
        with self._units.read() as work:
            return proposals_of(work, year_of(work, fiscal_year_id, self._today()))

    def add(self, new: NewFund, opening: Money = ZERO) -> Outcome[Fund]:
        """Record a fund; ``opening`` is what it held when our books began.

        One of a grant is spent on the activity of the grant and comes from its funder, unless
        others are told: without its activity, the closing would keep apart what was spent.

        Raises:
            RuleError: a field is wrong, ``fund.name_taken``, ``fund.kind_unfit`` with the
                account of its grant. FieldErrors: several fields are.
        """
        cleaned = checked_fund(new)
        with self._units.write("fund.added", name=cleaned.name) as work:
            _refuse_taken(work, cleaned, None)
            content = _as_its_grant(work, tied(work, cleaned))
            fund = work.funds.get(work.funds.add(content))
            if opening:
                _open_with(work, fund, opening, self._today())
            work.commit()
        return changed(fund, Subject.INVENTORY)

    def change(self, fund_id: int, new: NewFund) -> Outcome[Fund]:
        """Replace what is known of a fund; its kind stays once something happened to it.

        Raises:
            RuleError: as ``add``, ``fund.kind_in_use``.
        """
        cleaned = checked_fund(new)
        with self._units.write("fund.changed", name=cleaned.name) as work:
            known = work.funds.get(fund_id)
            _refuse_taken(work, cleaned, fund_id)
            if known.content.kind is not cleaned.kind and work.funds.has_movements(fund_id):
                raise RuleError("fund.kind_in_use", field="kind", name=known.content.name)
            work.funds.change(fund_id, tied(work, cleaned))
            fund = work.funds.get(fund_id)
            work.commit()
        return changed(fund, Subject.INVENTORY)

    def close(self, fund_id: int, on: dt.date | None = None) -> Outcome[Fund]:
        """Close a fund of which nothing is left.

        Raises:
            RuleError: ``fund.not_empty``. NotFoundError.
        """
        with self._units.write("fund.closed") as work:
            fund = work.funds.get(fund_id)
            work.recorder.relabel(name=fund.content.name)
            told = (one.content for one in work.funds.movements(fund_id))
            left = balance(fund_id, told)
            if left:
                raise RuleError("fund.not_empty", name=fund.content.name, amount=left)
            work.funds.set_closed(fund_id, on or self._today())
            fund = work.funds.get(fund_id)
            work.commit()
        return changed(fund, Subject.INVENTORY)

    def reopen(self, fund_id: int) -> Outcome[Fund]:
        """Open a closed fund again; raises NotFoundError."""
        with self._units.write("fund.reopened") as work:
            work.recorder.relabel(name=work.funds.get(fund_id).content.name)
            work.funds.set_closed(fund_id, None)
            fund = work.funds.get(fund_id)
            work.commit()
        return changed(fund, Subject.INVENTORY)

    def remove(self, fund_id: int) -> Outcome[Fund]:
        """Remove a fund to which nothing ever happened; raises ``fund.in_use``."""
        with self._units.write("fund.removed") as work:
            known = work.funds.get(fund_id)
            work.recorder.relabel(name=known.content.name)
            if work.funds.has_movements(fund_id) or work.source_entries.names(
                SourceKind.FUND, fund_id
            ):
                raise RuleError("fund.in_use", name=known.content.name)
            work.funds.delete(fund_id)
            work.commit()
        return changed(known, Subject.INVENTORY)

    @in_french()
    def transfer(
        self, fund_id: int, other_fund_id: int, amount: Money, on: dt.date, note: str = ""
    ) -> Outcome[FundMovement]:
        """Pass money of a fund on to another, by the wish of who gave it.

        Between kinds of funds an entry is drafted (194 to 195, say).

        Raises:
            RuleError: ``fund.below_zero``, ``fund.other_missing``, ``fund.movement_missing``,
                ``year.is_closed``. NotFoundError.
        """
        new = NewFundMovement(fund_id, MovementKind.TRANSFER, on, amount, other_fund_id, note)
        with self._units.write("fund.transferred", cents=str(amount.cents)) as work:
            fund, other = work.funds.get(fund_id), work.funds.get(other_fund_id)
            told = [one.content for one in work.funds.movements(fund_id)]
            cleaned = checked_movement(new, balance(fund_id, told))
            year = work.fiscal_years.for_entry(on)
            label = _("Dedicated fund passed on: {name}").format(name=fund.content.name)
            wanted = transfer_entry(fund, other, cleaned, label)
            entry_id = None if wanted is None else work.entries.add(ready(work, wanted))
            made_id = work.funds.add_movement(cleaned, year.id, entry_id)
            made = next(x for x in work.funds.movements(fund_id) if x.id == made_id)
            work.commit()
        return changed(made, Subject.INVENTORY, Subject.ENTRIES)

    def book_year(
        self, fiscal_year_id: int, decided: Mapping[int, FundAmounts] | None = None
    ) -> Outcome[int]:
        """Draft the uses and reports of a year, as proposed or as decided by fund id.

        What was drafted by an earlier call follows; a second call changes nothing. Returns how
        many entries there are.

        Raises:
            RuleError: ``fund.below_zero``, ``inventory.validated_otherwise``,
                ``year.is_closed``.
        """
        with self._units.write("fund.year_booked") as work:
            year = made_year(work, fiscal_year_id, self._today())
            work.recorder.relabel(name=year.label)
            entries = work.source_entries.of(SourceKind.FUND, year_id=year.id)
            count = 0
            for one in proposals_of(work, year):
                amounts = (decided or {}).get(one.fund.id, FundAmounts(one.use, one.report))
                _check_amounts(one, amounts)
                known = entries.get(one.fund.id, [])
                count += _place_movement(work, year, one.fund, amounts, known)
            work.commit()
        return changed(count, Subject.INVENTORY, Subject.ENTRIES)


def proposals_of(work: Work, year: FiscalYear) -> tuple[FundProposal, ...]:
    """Propose what the closing of a year writes for the funds that are open."""
    funds = [
        fund
        for fund in work.funds.all()
        if fund.content.received_on <= year.ends_on
        and (fund.closed_on is None or fund.closed_on > year.ends_on)
    ]
    movements = [_decided(one) for one in work.funds.movements()]
    received = {fund.id: _received(work, fund, year) for fund in funds}
    lines = [fund_line(fund, movements, year) for fund in funds]
    found = proposals(lines, received, work.funds.spent(year.id))
    return tuple(one for one in found if one.opening or one.received)


def _decided(movement: FundMovement) -> FundMovement:
    """Return what a year proposes from: reports that were taken back are its own no more."""
    if movement.id:
        return movement
    content = movement.content
    taken = -signed(content, content.fund_id)
    return replace(movement, content=replace(content, kind=MovementKind.TRANSFER, amount=taken))


def _received(work: Work, fund: Fund, year: FiscalYear) -> Money:
    if fund.content.grant_award_id is not None:
        award = work.grants.get(fund.content.grant_award_id)
        if award.content.kind is GrantKind.OPERATING:
            return recognised_of(award, year)
    return fund.content.amount if year.holds(fund.content.received_on) else ZERO


def _check_amounts(one: FundProposal, amounts: FundAmounts) -> None:
    if amounts.use > max(ZERO, one.opening):
        raise RuleError("fund.below_zero", field="use", amount=one.opening)
    if amounts.report > max(ZERO, one.received) or min(amounts) < ZERO:
        raise RuleError("fund.above_received", field="report", amount=max(ZERO, one.received))


@in_french()
def _place_movement(
    work: Work,
    year: FiscalYear,
    fund: Fund,
    amounts: FundAmounts,
    known: Sequence[SourceEntry],
) -> int:
    labels = {
        MovementKind.USE: _("Dedicated fund used: {name}"),
        MovementKind.REPORT: _("Left to be spent, to dedicated fund: {name}"),
    }
    wanted = {MovementKind.USE: amounts.use, MovementKind.REPORT: amounts.report}
    moved = work.funds.movements(fund.id)
    stored = [x for x in moved if x.id and x.fiscal_year_id == year.id]
    for kind, label in labels.items():
        new = NewFundMovement(fund.id, kind, year.ends_on, wanted[kind])
        said = label.format(name=fund.content.name)
        entry = movement_entry(fund, new, said) if new.amount else None
        same = [x for x in stored if x.content.kind is kind and x.content.fund_id == fund.id]
        if entry is None:
            work.funds.delete_movements([one.id for one in same])
            place(work, known, kind.value, None)
            continue
        entry_id = place(work, known, kind.value, entry)
        if any(x.content == new and x.entry_id == entry_id for x in same):
            continue
        work.funds.delete_movements([one.id for one in same])
        work.funds.add_movement(new, year.id, entry_id)
    return sum(bool(amount) for amount in wanted.values())


def _as_its_grant(work: Work, new: NewFund) -> NewFund:
    """Return a fund with the activity and the funder of its grant where it names none."""
    if new.grant_award_id is None:
        return new
    grant = work.grants.get(new.grant_award_id).content
    if new.kind is not fund_kind_of(grant.account):
        raise RuleError("fund.kind_unfit", field="kind", account=grant.account)
    return replace(
        new,
        activity_id=grant.activity_id if new.activity_id is None else new.activity_id,
        funder_id=grant.funder_id if new.funder_id is None else new.funder_id,
    )


def _refuse_taken(work: Work, new: NewFund, fund_id: int | None) -> None:
    for other in work.funds.all():
        if other.id != fund_id and fold(other.content.name) == fold(new.name):
            raise RuleError("fund.name_taken", field="name", name=new.name)


def _open_with(work: Work, fund: Fund, opening: Money, today: dt.date) -> None:
    """Note what a fund held on the first day of our books; the opening entry has it."""
    work.fiscal_years.ensure(today)
    first = min(work.fiscal_years.years(), key=lambda year: year.starts_on)
    new = NewFundMovement(fund.id, MovementKind.OPENING, first.starts_on, opening)
    work.funds.add_movement(checked_movement(new, ZERO), first.id, None)


def _below(books: Mapping[str, Money], account: str) -> Money:
    return total(amount for number, amount in books.items() if number.startswith(account))
