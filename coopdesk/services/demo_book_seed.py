"""Read what the books of the demonstration are made of."""

from __future__ import annotations

import tomllib
from typing import Any

from coopdesk.domain.activities import ActivityKind
from coopdesk.domain.demo_books import (
    BookWords,
    DemoActivity,
    DemoAsset,
    DemoBudget,
    DemoFestivalBill,
    DemoFestivalGrant,
    DemoFestivalWords,
    DemoFund,
    DemoGrant,
    DemoHours,
    DemoLoan,
    DemoMonthly,
    DemoSweeping,
)
from coopdesk.domain.money import Money
from coopdesk.system.paths import database_files


def read_book_words() -> BookWords:
    """Return everything the books of the demonstration are made of."""
    path = database_files() / "seed" / "demo" / "books.toml"
    found = tomllib.loads(path.read_text(encoding="utf-8"))
    sweeping, budget = found["sweeping"], found["budget"]
    return BookWords(
        opening=_amounts(found["opening"]),
        activities=tuple(
            DemoActivity(**{**one, "kind": ActivityKind(one["kind"])})
            for one in found["activities"]
        ),
        sweeping=DemoSweeping(**{**sweeping, "cash_kept": Money(sweeping["cash_kept"])}),
        assets=tuple(_asset(one) for one in found["assets"]),
        grant=DemoGrant(**_with_amount(found["grant"])),
        fund=_fund(found["fund"]),
        hours=tuple(DemoHours(**one) for one in found["hours"]),
        loan=DemoLoan(**_with_amount(found["lent"])),
        budget=DemoBudget(
            budget["name"],
            budget["adopted_month"],
            budget["adopted_day"],
            _amounts(budget["lines"]),
        ),
        bills=tuple(DemoMonthly(**_with_amount(one)) for one in found["bills"]),
        festival=_festival(found["festival"]),
    )


def _festival(found: dict[str, Any]) -> DemoFestivalWords:
    return DemoFestivalWords(
        DemoFestivalGrant(**_with_amount(found["grant"])),
        tuple(DemoFestivalBill(**_with_amount(one)) for one in found["bills"]),
        _amounts(found["budget"]),
    )


def _amounts(cents: dict[str, int]) -> dict[str, Money]:
    return {account: Money(value) for account, value in cents.items()}


def _with_amount(found: dict[str, Any]) -> dict[str, Any]:
    others = {name: value for name, value in found.items() if name != "cents"}
    return {**others, "amount": Money(found["cents"])}


def _asset(found: dict[str, Any]) -> DemoAsset:
    return DemoAsset(
        found["label"],
        found["account"],
        Money(found["cents"]),
        found["months"],
        found.get("years_before", 0),
        found.get("month", 1),
        found.get("day", 1),
    )


def _fund(found: dict[str, Any]) -> DemoFund:
    others = _with_amount(found)
    others["used"] = Money(others.pop("used_cents"))
    return DemoFund(**others)
