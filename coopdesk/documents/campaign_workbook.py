"""A campaign as a workbook: its tiers, and who contributed, persons and organisations apart."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from coopdesk.documents.workbook import Book, Column
from coopdesk.documents.workbook_lists import SheetList, finish_list, start_list
from coopdesk.domain.money import Money
from coopdesk.wording.campaigns import (
    contributor_text,
    percent_text,
    raised_text,
    remaining_text,
)
from coopdesk.wording.formats import day_long
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.campaigns import (
        CampaignProgress,
        Contributor,
        Leaderboard,
        TierProgress,
    )


def write_campaign_workbook(
    found: CampaignProgress, board: Leaderboard, owner: str, made_on: dt.date
) -> bytes:
    """Return the workbook; a guest has no name, and each its own line."""
    whole = (raised_text(found.whole), percent_text(found.whole), remaining_text(found.whole))
    name = found.campaign.content.name
    said = (owner, _("on {day}").format(day=day_long(made_on)), *whole)
    subtitle = " · ".join(part for part in said if part)
    lists = [
        _contributors(_("Persons"), name, board.persons),
        _contributors(_("Organisations"), name, board.organisations),
    ]
    if found.tiers:
        lists.append(_tiers(name, found.tiers))
    with Book(name, owner) as book:
        for listing in lists:
            sheet = start_list(book, listing, subtitle)
            for row in listing.rows:
                sheet.append(row)
            finish_list(sheet, listing)
        return book.content()


def _contributors(sheet: str, name: str, contributors: Sequence[Contributor]) -> SheetList:
    columns = (
        Column(_("Rank"), 8, int),
        Column(_("Name"), 40),
        Column(_("Total"), 15, Money, totalled=True),
        Column(_("Contributions"), 14, int, totalled=True),
        Column(_("First contribution"), 18, dt.date),
    )
    rows = [
        (one.rank, contributor_text(one), one.total, one.count, one.first_on)
        for one in contributors
    ]
    return SheetList(sheet, f"{name} — {sheet}", columns, rows, landscape=False)


def _tiers(name: str, tiers: Sequence[TierProgress]) -> SheetList:
    columns = (
        Column(_("Tier"), 34),
        Column(_("Goal"), 15, Money),
        Column(_("Raised"), 15, Money, totalled=True),
        Column(_("Reached"), 12),
        Column(_("Contributors"), 14, int),
        Column(_("Tax receipt"), 30),
    )
    rows = [
        (
            one.tier.content.name,
            one.progress.goal,
            one.progress.raised,
            percent_text(one.progress),
            one.progress.contributors,
            _receipt(one),
        )
        for one in tiers
    ]
    sheet = _("Tiers")
    return SheetList(sheet, f"{name} — {sheet}", columns, rows, landscape=False)


def _receipt(one: TierProgress) -> str:
    reason = one.tier.content.ineligibility
    if reason is None:
        return _("gift")
    return _("no receipt: {reason}").format(reason=label(reason))
