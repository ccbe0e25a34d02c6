"""Statements: the official models filled with balances, each figure with what makes it."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.ledgers import result_of
from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.statement_model import (
    CURRENT_RESULT,
    FormulaTerm,
    LineNature,
    ModelLine,
    Side,
    StatementModel,
    StatementPart,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coopdesk.domain.ledgers import BalanceRow

# The line that says the result on each statement, and the totals that must be equal.
RESULT_LINE = "R5"
SHEET_RESULT_LINE = "B12"
ASSETS_LINE, LIABILITIES_LINE = "A99", "B99"
GIVEN_LINE, USED_LINE = "V09", "V19"


class StatementKind(enum.Enum):
    """The statements: income statement, balance sheet, contributions in kind."""

    RESULT = "result"
    BALANCE_SHEET = "balance-sheet"
    VOLUNTEERING = "volunteering"


PARTS = {
    StatementKind.RESULT: (StatementPart.INCOME_STATEMENT,),
    StatementKind.BALANCE_SHEET: (StatementPart.ASSETS, StatementPart.LIABILITIES),
    StatementKind.VOLUNTEERING: (StatementPart.VOLUNTEERING,),
}
# What the models show below another statement (ANC 2018-06).
AT_THE_FOOT = {StatementKind.RESULT: (StatementKind.VOLUNTEERING,)}


@dataclass(frozen=True, slots=True)
class LineSource:
    """An account that may count in a line: ``counts`` when its balance does now.

    ``sign`` is 1 when debits count above zero in the net amount of the line, -1 when
    credits do; ``side`` is the only balance that counts here, ANY as a rule. So a line is
    the sum of ``sign × balance``, of balances on that side.
    """

    account: str
    sign: int
    side: Side = Side.ANY
    is_deducted: bool = False
    counts: bool = True


@dataclass(frozen=True, slots=True)
class StatementLine:
    """A line with its figures; amounts are None in titles, and where nothing is known.

    A title has a ``budget`` alone: what is planned for several lines of it together.
    ``gross`` and ``deductions`` are known of assets alone (amount = gross - deductions).
    ``holds_result`` when the result of the year is part of the amount.
    """

    part: StatementPart
    code: str
    parent: str
    label: str
    nature: LineNature
    amount: Money | None = None
    previous: Money | None = None
    budget: Money | None = None
    gross: Money | None = None
    deductions: Money | None = None
    sources: tuple[LineSource, ...] = ()
    formula: tuple[FormulaTerm, ...] = ()
    holds_result: bool = False

    @property
    def accounts(self) -> tuple[str, ...]:
        """The accounts whose balances make the amount."""
        return tuple(source.account for source in self.sources if source.counts)

    @property
    def variation(self) -> Money | None:
        """What changed since the year before."""
        if self.amount is None or self.previous is None:
            return None
        return self.amount - self.previous


@dataclass(frozen=True, slots=True)
class FinancialStatement:
    """A statement: assets before liabilities in a balance sheet.

    ``neighbours`` are the accounts that the model does not name, and that stand with their
    neighbours; ``unplaced`` those that no line takes although they hold something.
    """

    kind: StatementKind
    lines: tuple[StatementLine, ...]
    neighbours: tuple[str, ...] = ()
    unplaced: tuple[str, ...] = ()

    def line(self, code: str) -> StatementLine:
        """Return one line; raises KeyError."""
        for line in self.lines:
            if line.code == code:
                return line
        raise KeyError(code)

    def amount(self, code: str) -> Money:
        """Return the amount of a line, zero when it has none; raises KeyError."""
        return self.line(code).amount or ZERO

    def part(self, part: StatementPart) -> tuple[StatementLine, ...]:
        """Return the lines of one table."""
        return tuple(line for line in self.lines if line.part is part)


@dataclass(frozen=True, slots=True)
class StatementFigures:
    """What fills a model: signed balances (debit less credit) by number of account.

    ``budget`` is signed in the same way; ``previous`` and ``budget`` are None if unknown.
    Without a year before (``has_year_before`` False) ``previous`` is what stood there at the
    opening: nobody knows what was earned and spent before.
    """

    balances: Mapping[str, Money]
    previous: Mapping[str, Money] | None = None
    budget: Mapping[str, Money] | None = None
    has_year_before: bool = True


@dataclass(frozen=True, slots=True)
class LineAccount:
    """An account behind a line: ``amount`` is its part, so that they add up to the line."""

    row: BalanceRow
    amount: Money


@dataclass(slots=True)
class _Sums:
    gross: Money = ZERO
    deductions: Money = ZERO

    @property
    def net(self) -> Money:
        return self.gross - self.deductions


def statement(
    kind: StatementKind, model: StatementModel, figures: StatementFigures
) -> FinancialStatement:
    """Fill a model: every account lands on one line (two details aside), by its balance."""
    lines = model.part(*PARTS[kind])
    sums = _sums(model, lines, figures.balances)
    is_known = figures.has_year_before or kind is StatementKind.BALANCE_SHEET
    earlier = figures.previous if is_known else None
    previous = None if earlier is None else _sums(model, lines, earlier)
    # A budget plans what is earned and spent, not what is owned.
    planned = None if kind is StatementKind.BALANCE_SHEET else figures.budget
    budget = None if planned is None else _plans(model, lines, planned)
    sources = _sources(model, figures)
    first = {line.part for line in lines}
    ours = [number for number in sorted(figures.balances) if _part_of(model, number) in first]
    return FinancialStatement(
        kind,
        tuple(_line(line, sums, previous, budget, sources) for line in lines),
        neighbours=tuple(number for number in ours if not model.knows(number)),
        unplaced=tuple(
            number
            for number in sorted(figures.balances)
            if figures.balances[number] and not model.places(number)
        ),
    )


def line_accounts(
    code: str, model: StatementModel, rows: Iterable[BalanceRow]
) -> tuple[LineAccount, ...]:
    """Return the accounts behind a line or a total, in order; zero balances are left out.

    Raises:
        KeyError: the model has no such line.
    """
    found = {line.code: line for line in model.lines}
    weights = _weights(found[code], found)
    behind = ((row, _part_in(model, row, weights)) for row in rows)
    return tuple(LineAccount(row, amount) for row, amount in behind if amount)


def _part_in(model: StatementModel, row: BalanceRow, weights: Mapping[str, int]) -> Money:
    """Return what an account brings to a line that adds others with these signs."""
    signed, part = row.closing, 0
    for place in model.places(row.number):
        if place.takes(signed):
            part += weights.get(place.line.code, 0) * place.line.amount(signed).cents
    for detail in model.details(row.number):
        part += weights.get(detail.code, 0) * detail.amount(signed).cents
    if row.number[0] in "67":
        part -= weights.get(CURRENT_RESULT, 0) * signed.cents
    return Money(part)


def _weights(line: ModelLine, lines: Mapping[str, ModelLine]) -> dict[str, int]:
    """Return the items that a line adds up, with the sign of each, formulas resolved."""
    if not line.formula:
        own = {line.code: 1}
        return own | {CURRENT_RESULT: 1} if line.holds_result else own
    found: dict[str, int] = {}
    for term in line.formula:
        for code, sign in _weights(lines[term.code], lines).items():
            found[code] = found.get(code, 0) + term.sign * sign
    return found


def _sums(
    model: StatementModel, lines: tuple[ModelLine, ...], balances: Mapping[str, Money]
) -> dict[str, _Sums]:
    sums = {line.code: _Sums() for line in lines}
    for number, signed in balances.items():
        _place(sums, model, number, signed)
    for line in lines:
        if line.holds_result:
            sums[line.code].gross += result_of(balances)
    _add_up(sums, lines)
    return sums


def _plans(
    model: StatementModel, lines: tuple[ModelLine, ...], planned: Mapping[str, Money]
) -> dict[str, _Sums]:
    """Return what is planned on each line, and on titles for several lines together."""
    sums = {line.code: _Sums() for line in lines}
    for number, signed in planned.items():
        line = model.plan_line(number)
        if line is None or line.code not in sums:
            continue
        sums[line.code].gross += model.places(number)[0].line.amount(signed)
        for detail in model.details(number):
            sums[detail.code].gross += detail.amount(signed)
    for line in lines:
        title = model.title_of(line.code)
        if line.nature is LineNature.TOTAL and title is not None:
            sums[line.code].gross += sums[title.code].gross
    _add_up(sums, lines)
    return sums


def _add_up(sums: dict[str, _Sums], lines: tuple[ModelLine, ...]) -> None:
    """Add to each total what its formula names; lines come before their totals."""
    for line in lines:
        for term in line.formula:
            _add(sums[line.code], sums[term.code], term.sign)


def _place(sums: dict[str, _Sums], model: StatementModel, number: str, signed: Money) -> None:
    """Count a balance in its line, if the line is one of these."""
    for place in model.places(number):
        held = sums.get(place.line.code)
        if held is None or not place.takes(signed):
            continue
        if place.is_deducted:
            held.deductions -= place.line.amount(signed)
        else:
            held.gross += place.line.amount(signed)
    for detail in model.details(number):
        if detail.code in sums:
            sums[detail.code].gross += detail.amount(signed)


def _add(held: _Sums, other: _Sums, sign: int) -> None:
    held.gross += other.gross if sign > 0 else -other.gross
    held.deductions += other.deductions if sign > 0 else -other.deductions


def _sources(
    model: StatementModel, figures: StatementFigures
) -> dict[str, tuple[LineSource, ...]]:
    found: dict[str, list[LineSource]] = {}
    for number in sorted(figures.balances):
        signed = figures.balances[number]
        for place in model.places(number):
            sign = -1 if place.line.is_credit else 1
            source = LineSource(
                number, sign, place.side, place.is_deducted, counts=place.takes(signed)
            )
            found.setdefault(place.line.code, []).append(source)
        for detail in model.details(number):
            sign = -1 if detail.is_credit else 1
            found.setdefault(detail.code, []).append(LineSource(number, sign))
    return {code: tuple(sources) for code, sources in found.items()}


def _part_of(model: StatementModel, number: str) -> StatementPart | None:
    places = model.places(number)
    return places[0].line.part if places else None


def _line(
    line: ModelLine,
    sums: Mapping[str, _Sums],
    previous: Mapping[str, _Sums] | None,
    budget: Mapping[str, _Sums] | None,
    sources: Mapping[str, tuple[LineSource, ...]],
) -> StatementLine:
    if line.nature is LineNature.TITLE:
        planned = None if budget is None else budget[line.code].net or None
        return StatementLine(
            line.part, line.code, line.parent, line.label, line.nature, budget=planned
        )
    held, is_asset = sums[line.code], line.part is StatementPart.ASSETS
    return StatementLine(
        line.part,
        line.code,
        line.parent,
        line.label,
        line.nature,
        amount=held.net,
        previous=None if previous is None else previous[line.code].net,
        budget=None if budget is None else budget[line.code].net,
        gross=held.gross if is_asset else None,
        deductions=held.deductions if is_asset else None,
        sources=sources.get(line.code, ()),
        formula=line.formula,
        holds_result=line.holds_result,
    )
