"""What the record of a fixed asset reads: its plan year by year, and its entries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.entries import EntrySource
from coopdesk.ui.columns import Tone
from coopdesk.ui.inventory.links import ACTIVITY_LINK, GRANT_LINK, entry_parts, linked
from coopdesk.ui.widgets.record_parts import Facts, Heading, Lines, Paragraph, Title, Words
from coopdesk.wording.formats import day_long, money_text, number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from coopdesk.domain.entries import EntryRow
    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.domain.fixed_assets import FixedAsset, PlanRow
    from coopdesk.services.registry import Services
    from coopdesk.ui.widgets.record_parts import Part, Said

_YEAR = 12


@dataclass(frozen=True, slots=True)
class AssetSheet:
    """An asset with its plan, the year that is shown and its entries."""

    asset: FixedAsset
    year: FiscalYear | None
    plan: tuple[PlanRow, ...]
    activity: str
    grant: str
    entries: tuple[EntryRow, ...]


def read_asset(services: Services, asset_id: int, year: FiscalYear | None) -> AssetSheet:
    """Read everything about an asset; runs on the worker, raises NotFoundError."""
    asset = services.fixed_assets.get(asset_id)
    activity_id, grant_id = asset.content.activity_id, asset.content.grant_award_id
    return AssetSheet(
        asset,
        year,
        services.fixed_assets.plan(asset_id),
        "" if activity_id is None else services.activities.get(activity_id).title,
        "" if grant_id is None else services.grants.get(grant_id).content.title,
        tuple(services.inventory.entries_of(EntrySource(fixed_asset_id=asset_id))),
    )


def months_text(months: int) -> str:
    """Return how long something lasts: years, months, or for ever."""
    if not months:
        return _("For ever")
    years, rest = divmod(months, _YEAR)
    if rest:
        text = ngettext("{count} month", "{count} months", months)
        return text.format(count=number_text(months))
    return ngettext("{count} year", "{count} years", years).format(count=number_text(years))


def asset_parts(sheet: AssetSheet) -> list[Part]:
    """Return the parts of an asset's record."""
    asset, content = sheet.asset, sheet.asset.content
    accounts = (content.account, content.depreciation_account, content.allowance_account)
    rows: list[tuple[str, Said]] = [
        (_("Cost"), money_text(content.cost)),
        (_("Bought on"), day_long(content.bought_on)),
        (_("In service since"), day_long(asset.start)),
        (_("Lasts"), months_text(content.months)),
        (_("Still worth then"), money_text(content.residual) if content.residual else ""),
        (_("Borne before our books"), money_text(asset.prior) if asset.prior else ""),
        (_("Activity"), linked(ACTIVITY_LINK, content.activity_id, sheet.activity)),
        (_("Grant"), linked(GRANT_LINK, content.grant_award_id, sheet.grant)),
        (_("Accounts"), " · ".join(number for number in accounts if number)),
        (_("Note"), content.note),
    ]
    return [
        Title(content.label, (_state(asset),)),
        Facts(tuple((name, said) for name, said in rows if said)),
        *_plan(sheet),
        *entry_parts(sheet.entries, _("No entry of depreciation or leaving yet.")),
    ]


def _state(asset: FixedAsset) -> Said:
    if asset.disposed_on is None:
        return Words(_("In service"), Tone.GOOD)
    text = _("Left us on {day}").format(day=day_long(asset.disposed_on))
    if asset.sold_for:
        sold = _("sold for {amount}").format(amount=money_text(asset.sold_for))
        text = f"{text}, {sold}"
    return Words(text, Tone.NEUTRAL)


def _plan(sheet: AssetSheet) -> list[Part]:
    if not sheet.asset.content.months:
        text = _("It does not wear out: nothing is depreciated.")
        return [Paragraph((text,), is_muted=True)]
    rows = tuple(_row(sheet, one) for one in sheet.plan)
    return [Heading(_("What each year bears")), Lines(rows)]


def _row(sheet: AssetSheet, one: PlanRow) -> tuple[Said, str, tuple[Said, ...]]:
    name = str(one.ends_on.year)
    if one.starts_on.year != one.ends_on.year:
        name = f"{one.starts_on.year}-{one.ends_on.year}"
    worth = _("worth {amount} at its end").format(amount=money_text(one.net))
    is_shown = sheet.year is not None and sheet.year.starts_on == one.starts_on
    said: Said = Words(name, Tone.INFO) if is_shown else name
    return said, money_text(one.allowance), (worth,)
