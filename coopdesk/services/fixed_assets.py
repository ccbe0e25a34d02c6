"""Use cases around fixed assets: the plan, the yearly entries, the day an asset leaves."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coopdesk.domain.booking import BookingKey
from coopdesk.domain.errors import RuleError
from coopdesk.domain.fixed_assets import (
    ALLOWANCE,
    DISPOSAL,
    SALE,
    accumulated,
    allowance,
    allowance_entry,
    checked_asset,
    depreciation_accounts,
    disposal_entry,
    plan,
    prior_by_plan,
    sale_entry,
)
from coopdesk.domain.money import ZERO, Money
from coopdesk.services.inventory_writing import place, tied
from coopdesk.services.named_years import made_year, year_of
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.storage.chart_seed import known_accounts
from coopdesk.storage.source_entries import SourceKind
from coopdesk.wording.language import _, in_french

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.domain.fixed_assets import FixedAsset, NewFixedAsset, PlanRow
    from coopdesk.storage.source_entries import SourceEntry
    from coopdesk.storage.unit_of_work import Units, Work


@dataclass(frozen=True, slots=True)
class AssetYear:
    """An asset in a fiscal year: depreciated before, the year's share, and what is booked.

    ``booked`` is None while no entry says it.
    """

    asset: FixedAsset
    opening: Money
    allowance: Money
    booked: Money | None

    @property
    def net(self) -> Money:
        """What it is worth in the books at the end; nothing once it is gone."""
        if self.asset.disposed_on is not None:
            return ZERO
        return self.asset.content.cost - self.opening - self.allowance

    @property
    def is_due(self) -> bool:
        """Whether an entry is missing or says another amount."""
        return (self.booked or ZERO) != self.allowance


class FixedAssetService:
    """Keep the few things that last, and spread their cost over the years."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def all(self, *, in_use: bool = False) -> list[FixedAsset]:
        """Return the assets by account and day of purchase."""
        with self._units.read() as work:
            return work.assets.all(in_use=in_use)

    def get(self, asset_id: int) -> FixedAsset:
        """Return one asset; raises NotFoundError."""
        with self._units.read() as work:
            return work.assets.get(asset_id)

    def plan(self, asset_id: int) -> tuple[PlanRow, ...]:
        """Return the plan of an asset, year by year, until nothing is left."""
        with self._units.read() as work:
            return plan(work.assets.get(asset_id), _years(work))

    def of_year(self, fiscal_year_id: int) -> list[AssetYear]:
        """Return each asset in a fiscal year, but those bought later or gone before."""
        with self._units.read() as work:
            return assets_of_year(work, year_of(work, fiscal_year_id, self._today()))

    def add(self, new: NewFixedAsset) -> Outcome[FixedAsset]:
        """Record an asset; its purchase is an entry of its own.

        Empty accounts are the usual ones. One in service before our books began comes with what
        was depreciated by then: as the plan says, unless told.

        Raises:
            RuleError: a field is wrong, ``asset.no_depreciation_account``,
                ``account.not_known``. FieldErrors: several fields are.
        """
        cleaned = checked_asset(new)
        with self._units.write("asset.added", name=cleaned.label) as work:
            made = work.assets.get(work.assets.add(self._completed(work, cleaned)))
            work.commit()
        return changed(made, Subject.INVENTORY, Subject.CHART)

    def change(self, asset_id: int, new: NewFixedAsset) -> Outcome[FixedAsset]:
        """Replace what is known of an asset; entries of its years stay until made again."""
        cleaned = checked_asset(new)
        with self._units.write("asset.changed", name=cleaned.label) as work:
            work.assets.get(asset_id)
            work.assets.change(asset_id, self._completed(work, cleaned))
            made = work.assets.get(asset_id)
            work.commit()
        return changed(made, Subject.INVENTORY, Subject.CHART)

    def remove(self, asset_id: int) -> Outcome[FixedAsset]:
        """Remove an asset of which the books say nothing.

        Raises:
            RuleError: ``asset.in_books``. NotFoundError.
        """
        with self._units.write("asset.removed") as work:
            known = work.assets.get(asset_id)
            if work.source_entries.names(SourceKind.ASSET, asset_id):
                raise RuleError("asset.in_books", name=known.content.label)
            work.recorder.relabel(name=known.content.label)
            work.assets.delete(asset_id)
            work.commit()
        return changed(known, Subject.INVENTORY)

    def book_year(self, fiscal_year_id: int) -> Outcome[int]:
        """Draft the depreciation of a fiscal year, an entry for each asset; return how many.

        Drafts of an earlier call follow the plan; a second call changes nothing.

        Raises:
            RuleError: ``inventory.validated_otherwise``, ``year.is_closed``.
        """
        with self._units.write("asset.year_booked") as work:
            year = made_year(work, fiscal_year_id, self._today())
            work.recorder.relabel(name=year.label)
            entries = work.source_entries.of(SourceKind.ASSET, year_id=year.id)
            due = assets_of_year(work, year)
            for one in due:
                _place_allowance(work, one, year, entries.get(one.asset.id, []))
            work.commit()
        count = sum(bool(one.allowance) for one in due)
        return changed(count, Subject.INVENTORY, Subject.ENTRIES)

    def dispose(self, asset_id: int, on: dt.date, price: Money = ZERO) -> Outcome[FixedAsset]:
        """Take an asset off the books on a day, sold for a price or given up for nothing.

        Drafts the depreciation until that day, the entry that takes it off (28, 652) and, when
        it was sold, the price to be received (462 to 757). Settings may name others than 652
        and 757, of which charts disagree (legal_fr AC-5).

        Raises:
            RuleError: ``asset.disposed_already``, ``asset.disposed_before_service``,
                ``asset.price_wrong``, ``inventory.validated_otherwise``, ``year.is_closed``.
        """
        with self._units.write("asset.disposed") as work:
            known = work.assets.get(asset_id)
            work.recorder.relabel(name=known.content.label)
            _check_disposal(known, on, price)
            year = work.fiscal_years.for_entry(on)
            work.assets.set_disposed(asset_id, on, price)
            asset = work.assets.get(asset_id)
            _write_disposal(work, asset, year)
            work.commit()
        return changed(asset, Subject.INVENTORY, Subject.ENTRIES)

    def _completed(self, work: Work, new: NewFixedAsset) -> NewFixedAsset:
        work.chart.ensure()
        work.fiscal_years.ensure(self._today())
        new = tied(work, new)
        since = _years(work)[0].starts_on
        if new.prior is None:
            new = replace(new, prior=prior_by_plan(new, since))
        if not new.months:
            return replace(new, depreciation_account="", allowance_account="")
        numbers = work.chart.by_number()
        usable = {number for number, one in numbers.items() if one.is_postable}
        own = depreciation_accounts(new.account, usable)
        known = depreciation_accounts(new.account, known_accounts())
        usual = [mine or other for mine, other in zip(own, known, strict=True)]
        completed = replace(
            new,
            depreciation_account=new.depreciation_account or usual[0],
            allowance_account=new.allowance_account or usual[1],
        )
        if not (completed.depreciation_account and completed.allowance_account):
            raise RuleError("asset.no_depreciation_account", account=new.account)
        return completed


def assets_of_year(work: Work, year: FiscalYear) -> list[AssetYear]:
    """Return each asset in a fiscal year, by account and day of purchase."""
    since = books_since(work)
    entries = work.source_entries.of(SourceKind.ASSET, year_id=year.id)
    found = []
    for asset in work.assets.all():
        gone = asset.disposed_on is not None and asset.disposed_on < year.starts_on
        if gone or asset.content.bought_on > year.ends_on:
            continue
        share = allowance(asset, year, since)
        opening = accumulated(asset, year.ends_on, since) - share
        roles = [x for x in entries.get(asset.id, []) if x.role == ALLOWANCE]
        booked = roles[0].amount if roles else None
        found.append(AssetYear(asset, opening, share, booked))
    return found


def books_since(work: Work) -> dt.date | None:
    """Return the first day of our books, None before the first fiscal year."""
    years = _years(work)
    return years[0].starts_on if years else None


def _years(work: Work) -> list[FiscalYear]:
    return sorted(work.fiscal_years.years(), key=lambda year: year.starts_on)


@in_french()
def _place_allowance(
    work: Work, one: AssetYear, year: FiscalYear, known: list[SourceEntry]
) -> None:
    label = _("Depreciation: {name}").format(name=one.asset.content.label)
    day = min(year.ends_on, one.asset.disposed_on or year.ends_on)
    wanted = allowance_entry(one.asset, one.allowance, day, label) if one.allowance else None
    place(work, known, ALLOWANCE, wanted)


def _check_disposal(asset: FixedAsset, on: dt.date, price: Money) -> None:
    if asset.disposed_on is not None:
        raise RuleError("asset.disposed_already", day=asset.disposed_on)
    if on < asset.content.bought_on:
        raise RuleError("asset.disposed_before_service", field="day")
    if price < ZERO:
        raise RuleError("asset.price_wrong", field="price")


@in_french()
def _write_disposal(work: Work, asset: FixedAsset, year: FiscalYear) -> None:
    on = asset.disposed_on
    assert on is not None
    name = asset.content.label
    known = work.source_entries.of(SourceKind.ASSET, asset.id, year.id).get(asset.id, [])
    for one in assets_of_year(work, year):
        if one.asset.id == asset.id:
            _place_allowance(work, one, year, known)
    depreciated = accumulated(asset, on, books_since(work))
    label = _("Out of use: {name}").format(name=name)
    net_account = work.booking.account(BookingKey.ASSET_NET_VALUE)
    off = disposal_entry(asset, on, depreciated, label, net_account)
    place(work, known, DISPOSAL, off)
    if asset.sold_for:
        label = _("Sale: {name}").format(name=name)
        income = work.booking.account(BookingKey.ASSET_SALE)
        sold = sale_entry(asset, on, asset.sold_for, label, income)
        place(work, known, SALE, sold)
