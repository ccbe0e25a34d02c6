"""Statements over random ledgers of every account of the chart, and what makes a figure."""

from __future__ import annotations

import csv
import random
from pathlib import Path

import pytest

from coopdesk.domain.chart import AccountKind, parents
from coopdesk.domain.financial_statements import (
    ASSETS_LINE,
    LIABILITIES_LINE,
    RESULT_LINE,
    SHEET_RESULT_LINE,
    StatementFigures,
    StatementKind,
    line_accounts,
    statement,
)
from coopdesk.domain.ledgers import BalanceRow, result_of
from coopdesk.domain.money import ZERO, Money, total
from coopdesk.domain.statement_model import LineNature, StatementPart
from coopdesk.exchange.statement_models import read_statement_model

SEED = Path(__file__).parents[2] / "db" / "seed"
MODEL = read_statement_model((SEED / "statements.csv").read_text(encoding="utf-8"))
_LINES = (SEED / "chart.csv").read_text(encoding="utf-8").splitlines()
CHART = [row["number"] for row in csv.DictReader(_LINES, delimiter=";")]
LEAVES = sorted(set(CHART) - parents(CHART))
STATED = [number for number in LEAVES if not number.startswith("89")]
SHEET, RESULT, KIND = (
    StatementKind.BALANCE_SHEET,
    StatementKind.RESULT,
    StatementKind.VOLUNTEERING,
)


def ledger(seed: int) -> dict[str, Money]:
    """Return signed balances that are zero in all, those in kind apart."""
    dice = random.Random(seed)
    held: dict[str, int] = {}
    for group in (
        [number for number in STATED if number[0] != "8"],
        [number for number in STATED if number[0] == "8"],
    ):
        used, given = group, group
        if group[0][0] == "8":
            used = [number for number in group if number.startswith("86")]
            given = [number for number in group if number.startswith("87")]
        for _entry in range(dice.randint(1, 120)):
            cents = dice.choice((1, dice.randint(1, 10_000_00)))
            debit, credit = dice.choice(used), dice.choice(given)
            held[debit] = held.get(debit, 0) + cents
            held[credit] = held.get(credit, 0) - cents
    return {number: Money(cents) for number, cents in held.items()}


def rows(balances: dict[str, Money]) -> list[BalanceRow]:
    return [
        BalanceRow(number, "", AccountKind.EITHER, opening=amount)
        for number, amount in balances.items()
    ]


@pytest.mark.parametrize("hundred", range(3))
def test_300_random_ledgers_give_sheets_that_balance_and_one_result(hundred: int) -> None:
    for seed in range(100 * hundred, 100 * hundred + 100):
        balances = ledger(seed)
        figures = StatementFigures(balances)
        sheet, result, kind = (statement(x, MODEL, figures) for x in (SHEET, RESULT, KIND))
        assert sheet.amount(ASSETS_LINE) == sheet.amount(LIABILITIES_LINE)
        without_result = statement(
            SHEET,
            MODEL,
            StatementFigures({k: v for k, v in balances.items() if k[0] in "12345"}),
        )
        told_by_sheet = without_result.amount(ASSETS_LINE) - without_result.amount(
            LIABILITIES_LINE
        )
        assert result.amount(RESULT_LINE) == told_by_sheet == result_of(balances)
        assert kind.amount("V09") == kind.amount("V19")
        for done in (sheet, result, kind):
            assert (done.neighbours, done.unplaced) == ((), ())


def test_every_leaf_account_of_the_chart_lands_on_exactly_one_line_whatever_its_balance() -> (
    None
):
    assert len(CHART) == 649
    for number in LEAVES:
        for signed in (Money(1), Money(-1)):
            found = [place for place in MODEL.places(number) if place.takes(signed)]
            assert len(found) == (0 if number.startswith("89") else 1), number
            assert all(MODEL.knows(number) for _place in found)


def test_figures_of_a_line_are_the_sum_of_the_accounts_behind_it() -> None:
    balances = ledger(7)
    figures = StatementFigures(balances)
    for kind in StatementKind:
        for line in statement(kind, MODEL, figures).lines:
            if line.amount is None:
                continue
            behind = line_accounts(line.code, MODEL, rows(balances))
            assert total(x.amount for x in behind) == line.amount, line.code


def test_live_sources_of_a_line_add_up_to_it() -> None:
    balances = ledger(11)
    for kind in StatementKind:
        for line in statement(kind, MODEL, StatementFigures(balances)).lines:
            if line.nature not in (LineNature.ITEM, LineNature.DETAIL) or line.holds_result:
                continue
            parts = [x.sign * balances[x.account].cents for x in line.sources if x.counts]
            assert Money(sum(parts)) == line.amount


def test_an_overdraft_stands_among_the_debts_and_a_balance_in_hand_among_the_assets() -> None:
    balances = {"5121": Money(-300), "5122": Money(1_000), "110": Money(-700)}
    sheet = statement(SHEET, MODEL, StatementFigures(balances))
    assert sheet.amount("A37") == Money(1_000)
    assert sheet.amount("B42") == Money(300)
    assert sheet.line("B42").accounts == ("5121",)


def test_depreciation_is_deducted_from_what_it_depreciates() -> None:
    balances = {"2183": Money(900_00), "28183": Money(-300_00), "1021": Money(-600_00)}
    line = statement(SHEET, MODEL, StatementFigures(balances)).line("A14")
    assert (line.gross, line.deductions, line.amount) == (
        Money(900_00),
        Money(300_00),
        Money(600_00),
    )


def test_the_result_stands_on_the_sheet_while_it_is_not_allocated() -> None:
    balances = {"5121": Money(50), "120": Money(-20), "75411": Money(-30)}
    sheet = statement(SHEET, MODEL, StatementFigures(balances))
    line = sheet.line(SHEET_RESULT_LINE)
    assert line.amount == Money(50)
    # What the assembly has still to allocate of the year before is said apart.
    assert sheet.amount("B12a") == Money(20)
    assert line.accounts == ("120",)
    assert line.holds_result


def test_an_own_account_that_no_model_names_stands_with_its_neighbours() -> None:
    balances = {"1035": Money(-500), "512A": Money(500)}
    sheet = statement(SHEET, MODEL, StatementFigures(balances))
    assert sheet.amount("B06") == Money(500)
    assert sheet.neighbours == ("1035",)
    assert sheet.amount(ASSETS_LINE) == sheet.amount(LIABILITIES_LINE)


@pytest.mark.parametrize(
    ("older", "held", "spent"),
    [
        ("514", "A37", "B42"),
        ("54", "A37", "B42"),
        ("400", "A35", "B45"),
        ("410", "A33", "B49"),
        ("430", "A35", "B47"),
        ("161", "B43", "B43"),
        ("7548", "P06", "P06"),
        ("791", "P10", "P10"),
    ],
)
def test_an_account_of_an_older_chart_stands_where_its_kind_does(
    older: str, held: str, spent: str
) -> None:
    """Postal accounts, transferred charges and others come with entries of former years."""
    for signed, line in ((Money(5), held), (Money(-5), spent)):
        assert [x.line.code for x in MODEL.places(older) if x.takes(signed)] == [line]


def test_what_no_line_takes_is_named() -> None:
    sheet = statement(SHEET, MODEL, StatementFigures({"890": Money(5), "891": ZERO}))
    assert sheet.unplaced == ("890",)


def test_details_are_part_of_their_line_and_not_counted_twice() -> None:
    balances = {"7063": Money(-100), "7061": Money(-50)}
    result = statement(RESULT, MODEL, StatementFigures(balances))
    assert (result.amount("P03"), result.amount("P03a")) == (Money(150), Money(100))
    assert result.line("P03a").parent == "P03"
    assert result.amount("P19") == Money(150)


def test_year_before_and_budget_stand_beside_and_a_budget_on_a_parent_counts_once() -> None:
    figures = StatementFigures(
        {"6064": Money(30)}, previous={"6064": Money(20)}, budget={"606": Money(100)}
    )
    sheet = statement(SHEET, MODEL, figures)
    assert {line.budget for line in sheet.lines} == {None}
    line = statement(RESULT, MODEL, figures).line("C03")
    assert (line.amount, line.previous, line.budget, line.variation) == (
        Money(30),
        Money(20),
        Money(100),
        Money(10),
    )


@pytest.mark.parametrize(
    ("planned", "line", "sum_"),
    [
        ("6", "C00", "C19"),
        ("7", "P00", "P19"),
        ("64", "C00", "C19"),
        ("754", "P00", "P19"),
        ("76", "P20", "P29"),
        ("69", "C33", "TC"),
        ("645", "C07", "C19"),
        ("754112", "P06", "P19"),
    ],
)
def test_a_budget_for_several_lines_stands_on_their_title_and_counts_in_the_total(
    planned: str, line: str, sum_: str
) -> None:
    plan = StatementFigures({}, budget={planned: Money(-9 if planned[0] == "7" else 9)})
    result = statement(RESULT, MODEL, plan)
    assert result.line(line).budget == result.line(sum_).budget == Money(9)
    items = [x for x in result.lines if x.nature in (LineNature.ITEM, LineNature.TITLE)]
    assert [x.code for x in items if x.budget] == [line]
    assert result.line(RESULT_LINE).budget == Money(9 if planned[0] == "7" else -9)


def test_titles_have_no_amount() -> None:
    sheet = statement(SHEET, MODEL, StatementFigures({}))
    assert sheet.line("A00").amount is None
    assert {x.part for x in sheet.lines} == {StatementPart.ASSETS, StatementPart.LIABILITIES}
    with pytest.raises(KeyError):
        sheet.line("P01")
