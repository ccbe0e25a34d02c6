"""Year-end entries: what goes into another year, against which account."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.errors import RuleError
from coopdesk.domain.fiscal_years import FiscalYear
from coopdesk.domain.inventory_entries import (
    InventoryKind,
    NewInventoryEntry,
    checked_inventory,
    inventory_entry,
    usual_counterpart,
)
from coopdesk.domain.money import ZERO, Money

_YEAR = FiscalYear(1, "2026", dt.date(2026, 1, 1), dt.date(2026, 12, 31))
_CHART = {"408", "4386", "467", "486", "487", "4417", "411"}


@pytest.mark.parametrize(
    ("kind", "account", "counterpart"),
    [
        (InventoryKind.PREPAID, "616", "486"),
        (InventoryKind.DEFERRED, "7561", "487"),
        (InventoryKind.ACCRUED_EXPENSE, "606", "408"),
        (InventoryKind.ACCRUED_EXPENSE, "645", "4386"),
        (InventoryKind.ACCRUED_EXPENSE, "641", "4286"),
        (InventoryKind.ACCRUED_EXPENSE, "635", "467"),
        (InventoryKind.ACCRUED_INCOME, "741", "4417"),
        (InventoryKind.ACCRUED_INCOME, "706", "467"),
        (InventoryKind.ACCRUED_INCOME, "754", "467"),
    ],
)
def test_the_usual_counterpart_is_one_that_the_chart_has(
    kind: InventoryKind, account: str, counterpart: str
) -> None:
    assert usual_counterpart(kind, account, _CHART) == counterpart


@pytest.mark.parametrize(
    ("kind", "account", "lines"),
    [
        (InventoryKind.PREPAID, "616", [("486", 100), ("616", -100)]),
        (InventoryKind.DEFERRED, "7561", [("7561", 100), ("487", -100)]),
        (InventoryKind.ACCRUED_EXPENSE, "606", [("606", 100), ("408", -100)]),
        (InventoryKind.ACCRUED_INCOME, "741", [("4417", 100), ("741", -100)]),
    ],
)
def test_an_entry_moves_an_amount_on_the_last_day_to_be_reversed(
    kind: InventoryKind, account: str, lines: list[tuple[str, int]]
) -> None:
    counterpart = usual_counterpart(kind, account, _CHART)
    entry = inventory_entry(
        NewInventoryEntry(kind, account, Money(100), "x", counterpart), _YEAR
    )
    assert [(line.account, line.signed.cents) for line in entry.lines] == lines
    assert (entry.entry_on, entry.reverses_next) == (_YEAR.ends_on, True)


def test_of_an_insurance_only_the_days_after_the_closing_are_put_off() -> None:
    new = NewInventoryEntry(
        InventoryKind.PREPAID,
        "616",
        Money(36_500),
        "Assurance",
        "486",
        dt.date(2026, 10, 1),
        dt.date(2027, 9, 30),
    )
    assert inventory_entry(checked_inventory(new, _YEAR), _YEAR).debit == Money(27_300)


@pytest.mark.parametrize(
    ("new", "code"),
    [
        (NewInventoryEntry(InventoryKind.PREPAID, "616", Money(1), ""), "label_missing"),
        (NewInventoryEntry(InventoryKind.PREPAID, "616", ZERO, "x"), "amount_missing"),
        (NewInventoryEntry(InventoryKind.PREPAID, "756", Money(1), "x"), "account_wrong"),
        (
            NewInventoryEntry(
                InventoryKind.PREPAID, "616", Money(1), "x", "", dt.date(2026, 1, 1)
            ),
            "days_wrong",
        ),
        (
            NewInventoryEntry(
                InventoryKind.DEFERRED,
                "756",
                Money(9),
                "x",
                "",
                dt.date(2026, 1, 1),
                dt.date(2026, 12, 31),
            ),
            "nothing_later",
        ),
    ],
)
def test_a_wrong_year_end_entry_is_refused(new: NewInventoryEntry, code: str) -> None:
    with pytest.raises(RuleError) as caught:
        checked_inventory(new, _YEAR)
    assert caught.value.code == f"inventory.{code}"
