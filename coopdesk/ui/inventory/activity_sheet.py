"""What the record of an activity reads: its figures of the year and what rests on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.ledgers import ReportScope
from coopdesk.domain.money import ZERO
from coopdesk.ui.columns import Tone
from coopdesk.ui.inventory.links import FUND_LINK, GRANT_LINK, linked
from coopdesk.ui.inventory.times import minutes_text
from coopdesk.ui.widgets.record_parts import Facts, Heading, Lines, Paragraph, Title, Words
from coopdesk.wording.formats import day_long, money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.activities import Activity
    from coopdesk.domain.dedicated_funds import Fund
    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.domain.grants import GrantAward
    from coopdesk.domain.ledgers import ActivityTotals
    from coopdesk.domain.volunteering import VolunteeringSum
    from coopdesk.services.registry import Services
    from coopdesk.ui.widgets.record_parts import Part, Said


@dataclass(frozen=True, slots=True)
class ActivitySheet:
    """An activity with all that a fiscal year says of it."""

    activity: Activity
    year: FiscalYear | None
    totals: ActivityTotals | None
    given: VolunteeringSum | None
    grants: tuple[GrantAward, ...]
    funds: tuple[Fund, ...]
    group: str
    campaign: str


def read_activity(
    services: Services, activity_id: int, year: FiscalYear | None
) -> ActivitySheet:
    """Read everything about an activity; runs on the worker, raises NotFoundError."""
    activity = services.activities.get(activity_id)
    totals, given = None, None
    if year is not None:
        found = services.reports.by_activity(ReportScope(year.id))
        totals = next((x for x in found if x.activity_id == activity_id), None)
        sums = services.volunteering.summed(year.starts_on, year.ends_on)
        given = next((x for x in sums if x.activity_id == activity_id), None)
    group_id, campaign_id = activity.content.working_group_id, activity.content.campaign_id
    groups = {x.id: x.name for x in services.groups.all()} if group_id else {}
    campaign = services.campaigns.get(campaign_id).content.name if campaign_id else ""
    return ActivitySheet(
        activity,
        year,
        totals,
        given,
        tuple(x for x in services.grants.all() if x.content.activity_id == activity_id),
        tuple(
            x for x in services.dedicated_funds.all() if x.content.activity_id == activity_id
        ),
        groups.get(group_id or 0, ""),
        campaign,
    )


def activity_parts(sheet: ActivitySheet) -> list[Part]:
    """Return the parts of an activity's record."""
    activity, content = sheet.activity, sheet.activity.content
    state = (
        Words(_("Under way"), Tone.GOOD)
        if activity.is_open
        else Words(_("Activity over"), Tone.NEUTRAL)
    )
    rows: list[tuple[str, Said]] = [
        (_("Code"), content.code),
        (_("From"), day_long(content.starts_on) if content.starts_on else ""),
        (_("Until"), day_long(content.ends_on) if content.ends_on else ""),
        (_("Working group"), sheet.group),
        (_("Campaign"), sheet.campaign),
        (_("Note"), content.note),
    ]
    return [
        Title(activity.name, (state, label(content.kind))),
        Facts(tuple((name, said) for name, said in rows if said)),
        *_figures(sheet),
        *_given(sheet.given),
        *_grants(sheet.grants),
        *_funds(sheet.funds),
    ]


def _figures(sheet: ActivitySheet) -> list[Part]:
    if sheet.year is None:
        return []
    found = sheet.totals
    if found is None:
        return [Paragraph((_("No entry names this activity in the year."),), is_muted=True)]
    rows: tuple[tuple[Said, str, tuple[Said, ...]], ...] = (
        (_("Earned"), money_text(found.income), ()),
        (_("Expenses"), money_text(found.expense), ()),
    )
    title = _("Result of {year}").format(year=sheet.year.label)
    link = Words(_("Show what makes it"), link=f"result:{sheet.activity.id}")
    return [Heading(title, money_text(found.result)), Lines(rows), Paragraph((link,))]


def _given(given: VolunteeringSum | None) -> list[Part]:
    if given is None:
        return []
    in_kind = given.goods + given.premises + given.services
    rows: list[tuple[Said, str, tuple[Said, ...]]] = []
    if given.minutes:
        hours = minutes_text(given.minutes)
        rows.append((_("Volunteers"), money_text(given.time_value), (hours,)))
    if in_kind:
        rows.append((_("Gifts in kind"), money_text(in_kind), ()))
    return [Heading(_("Given by volunteers and friends")), Lines(tuple(rows))]


def _grants(grants: Sequence[GrantAward]) -> list[Part]:
    if not grants:
        return []
    rows = tuple(
        (
            linked(GRANT_LINK, x.id, x.content.title),
            money_text(x.content.amount),
            (x.funder_name, _due(x)),
        )
        for x in grants
    )
    return [Heading(_("Grants")), Lines(rows)]


def _due(award: GrantAward) -> str:
    return _("{amount} due").format(amount=money_text(award.due)) if award.due > ZERO else ""


def _funds(funds: Sequence[Fund]) -> list[Part]:
    if not funds:
        return []
    rows = tuple(
        (linked(FUND_LINK, x.id, x.content.name), money_text(x.content.amount), ())
        for x in funds
    )
    return [Heading(_("Dedicated funds")), Lines(rows)]
