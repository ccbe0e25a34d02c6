"""Fixed assets: their linear plan of depreciation, and what leaves the books with them.

Depreciation runs from the day an asset is put into service (PCG art. 214-12), day by day in
months of 30 days and years of 360, as French treasurers count (« prorata temporis »): a whole
fiscal year then bears a whole year's share, leap year or not, and one that begins in the middle
of a month still bears its days.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coopdesk.domain.anniversaries import year_after
from coopdesk.domain.entries import EntryKind, EntrySource, NewEntry, NewEntryLine
from coopdesk.domain.field_checks import FieldChecks
from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.shares_of_time import days_360, share

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from coopdesk.domain.fiscal_years import FiscalYear

LABEL_LIMIT, NOTE_LIMIT = 200, 2000
MOST_MONTHS = 1200
ALLOWANCE, DISPOSAL, SALE = "allowance", "disposal", "sale"
CLAIM_ACCOUNT = "462"
# The plan of an asset as voucher of its entries.
_PLAN_MARK = "I"
_DAY = dt.timedelta(days=1)
_MONTH = 30


@dataclass(frozen=True, slots=True)
class NewFixedAsset:
    """A fixed asset as typed; ``months`` 0 is never depreciated (land, works of art).

    ``prior`` was depreciated before our books began; None lets the plan tell.
    """

    label: str
    account: str
    cost: Money
    bought_on: dt.date
    months: int
    in_service_on: dt.date | None = None
    residual: Money = ZERO
    prior: Money | None = None
    depreciation_account: str = ""
    allowance_account: str = ""
    activity_id: int | None = None
    grant_award_id: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class FixedAsset:
    """A recorded fixed asset; every day, account and ``prior`` is known."""

    id: int
    content: NewFixedAsset
    disposed_on: dt.date | None = None
    sold_for: Money = ZERO

    @property
    def start(self) -> dt.date:
        """The day it was put into service."""
        return self.content.in_service_on or self.content.bought_on

    @property
    def prior(self) -> Money:
        """What was depreciated before our books began."""
        return self.content.prior or ZERO

    @property
    def base(self) -> Money:
        """What is depreciated in all: the cost less what it will still be worth."""
        return self.content.cost - self.content.residual


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A fiscal year of the plan: depreciated before, in it, and what is left at its end."""

    starts_on: dt.date
    ends_on: dt.date
    opening: Money
    allowance: Money
    net: Money

    @property
    def closing(self) -> Money:
        """What is depreciated at the end."""
        return self.opening + self.allowance


def checked_asset(new: NewFixedAsset) -> NewFixedAsset:
    """Return an asset with tidy fields and a day of service.

    Raises:
        RuleError: ``asset.label_missing``, ``asset.cost_missing``,
            ``asset.account_missing``, ``asset.account_wrong``,
            ``asset.months_wrong``, ``asset.plan_above_cost``,
            ``asset.service_before_purchase``, ``text.too_long``.
        FieldErrors: several fields are wrong.
    """
    checks = FieldChecks()
    label = checks.line(new.label, "label", LABEL_LIMIT)
    if not label:
        checks.refuse("asset.label_missing", "label")
    if new.cost <= ZERO:
        checks.refuse("asset.cost_missing", "cost")
    if not new.account:
        checks.refuse("asset.account_missing", "account")
    elif not new.account.startswith("2") or new.account.startswith(("28", "29")):
        checks.refuse("asset.account_wrong", "account", account=new.account)
    if not 0 <= new.months <= MOST_MONTHS:
        checks.refuse("asset.months_wrong", "months", most=MOST_MONTHS // 12)
    prior = new.prior or ZERO
    if min(new.residual, prior) < ZERO or new.residual + prior > new.cost:
        checks.refuse("asset.plan_above_cost", "residual")
    service = new.in_service_on or new.bought_on
    if service < new.bought_on:
        checks.refuse("asset.service_before_purchase", "in_service_on")
    note = checks.text(new.note, "note", NOTE_LIMIT)
    checks.finish()
    return replace(new, label=label, note=note, in_service_on=service)


def depreciation_accounts(account: str, chart: Collection[str]) -> tuple[str, str]:
    """Return the accounts that depreciate an asset account: its 28, and its 6811.

    The 28 is the closest that the chart has: 2183 wants 28183, else 2818, 281. Either is empty
    where the chart has none.
    """
    wanted = ["28" + account[1:length] for length in range(len(account), 1, -1)]
    allowance = ["68111" if account.startswith("20") else "68112", "6811"]
    return _first(wanted, chart), _first(allowance, chart)


def _first(wanted: Sequence[str], chart: Collection[str]) -> str:
    return next((number for number in wanted if number in chart), "")


def prior_by_plan(new: NewFixedAsset, books_since: dt.date) -> Money:
    """Return what the plan had depreciated on the day before our books began."""
    started = replace(new, prior=ZERO)
    return accumulated(FixedAsset(0, started), books_since - _DAY, None)


def accumulated(asset: FixedAsset, until: dt.date, books_since: dt.date | None) -> Money:
    """Return what is depreciated at the end of a day, what came before our books included.

    What was left when the books began is shared over the days that were left then, so that a
    prior depreciation other than the plan's is never caught up at once.
    """
    whole = asset.content.months * _MONTH
    if asset.disposed_on is not None:
        until = min(until, asset.disposed_on)
    if not whole:
        return asset.prior
    start = asset.start if books_since is None else max(asset.start, books_since)
    if until < start:
        return asset.prior if books_since is not None else ZERO
    left = whole - min(whole, days_360(asset.start, start - _DAY))
    rest = asset.base - asset.prior
    return asset.prior + share(rest, days_360(start, until), left)


def allowance(asset: FixedAsset, year: FiscalYear, books_since: dt.date | None) -> Money:
    """Return what a fiscal year bears of an asset, until the day it left us."""
    before = accumulated(asset, year.starts_on - _DAY, books_since)
    return accumulated(asset, year.ends_on, books_since) - before


def plan(asset: FixedAsset, years: Sequence[FiscalYear]) -> tuple[PlanRow, ...]:
    """Return the plan by fiscal year: those that are known, then years of twelve months.

    It begins with the first fiscal year or the day of service, and ends when nothing is left to
    depreciate or the asset is gone.
    """
    since = years[0].starts_on if years else None
    rows = []
    for first, last in _spans(asset, years):
        opening = accumulated(asset, first - _DAY, since)
        closing = accumulated(asset, last, since)
        if last < asset.start:
            continue
        rows.append(
            PlanRow(first, last, opening, closing - opening, asset.content.cost - closing)
        )
        if closing >= asset.base or not asset.content.months:
            break
        if asset.disposed_on is not None and asset.disposed_on <= last:
            break
    return tuple(rows)


def _spans(asset: FixedAsset, years: Sequence[FiscalYear]) -> Iterator[tuple[dt.date, dt.date]]:
    for year in years:
        yield year.starts_on, year.ends_on
    first = years[-1].ends_on + _DAY if years else asset.start.replace(month=1, day=1)
    while True:
        following = year_after(first)
        yield first, following - _DAY
        first = following


def allowance_entry(asset: FixedAsset, amount: Money, on: dt.date, label: str) -> NewEntry:
    """Return the yearly entry of an asset: 6811 to 28."""
    content = asset.content
    expense = content.allowance_account
    return NewEntry(
        journal="OD",
        entry_on=on,
        label=label,
        lines=(
            NewEntryLine(expense, debit=amount, activity_id=content.activity_id),
            NewEntryLine(content.depreciation_account, credit=amount),
        ),
        voucher_ref=f"{_PLAN_MARK}{asset.id}",
        kind=EntryKind.INVENTORY,
        source=EntrySource(fixed_asset_id=asset.id, digest=ALLOWANCE),
    )


def disposal_entry(
    asset: FixedAsset, on: dt.date, depreciated: Money, label: str, net_account: str
) -> NewEntry:
    """Return the entry that takes an asset off: 28 and its net value to its account.

    ``net_account`` bears the net value: 652, as charts of 2025 and later have it.
    """
    content = asset.content
    net = content.cost - depreciated
    lines = [
        NewEntryLine(content.depreciation_account, debit=depreciated),
        NewEntryLine(net_account, debit=net, activity_id=content.activity_id),
        NewEntryLine(content.account, credit=content.cost),
    ]
    return NewEntry(
        journal="OD",
        entry_on=on,
        label=label,
        lines=tuple(line for line in lines if line.debit or line.credit),
        voucher_ref=f"{_PLAN_MARK}{asset.id}",
        source=EntrySource(fixed_asset_id=asset.id, digest=DISPOSAL),
    )


def sale_entry(
    asset: FixedAsset, on: dt.date, price: Money, label: str, income_account: str
) -> NewEntry:
    """Return the entry of the price of an asset that was sold: 462 to its income (757)."""
    income = NewEntryLine(income_account, credit=price, activity_id=asset.content.activity_id)
    return NewEntry(
        journal="OD",
        entry_on=on,
        label=label,
        lines=(NewEntryLine(CLAIM_ACCOUNT, debit=price), income),
        source=EntrySource(fixed_asset_id=asset.id, digest=SALE),
    )
