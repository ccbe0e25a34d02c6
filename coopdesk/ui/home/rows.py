"""What the cards of the home page say of figures, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.campaigns import FULL_BAR
from coopdesk.domain.home import Place
from coopdesk.domain.payments import Direction
from coopdesk.ui.home.rows_view import Row
from coopdesk.wording.event_dates import when_text
from coopdesk.wording.event_titles import event_title_text
from coopdesk.wording.formats import money_rounded, money_text, number_text
from coopdesk.wording.language import _
from coopdesk.wording.public_money import opening_name, part_name, shown_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from coopdesk.domain.home import (
        CampaignBar,
        HomeMembers,
        MembersOfYear,
        NextEvent,
        PublicFinance,
        TopContributor,
        TopContributors,
    )
    from coopdesk.ui.desk import Hit


def recent_rows(hits: Iterable[Hit]) -> list[Row]:
    """Return the records opened lately."""
    return [
        Row(hit.text, hit.detail, None, hit.icon, Place(hit.page, hit.target), is_quiet=True)
        for hit in hits
    ]


def member_rows(members: HomeMembers) -> list[Row]:
    """Return the members of two years, the larger number filling its bar."""
    most = max(members.now.count, members.before.count, 1)

    def row(one: MembersOfYear) -> Row:
        name = _("Up to date in {year}").format(year=one.year)
        share = one.count * FULL_BAR // most
        return Row(name, number_text(one.count), share, place=one.place)

    return [row(members.now), row(members.before)]


def campaign_rows(bars: Iterable[CampaignBar]) -> list[Row]:
    """Return what was raised for each campaign, of its goal if it has one."""
    return [
        Row(one.name, _raised(one), one.bar if one.goal else None, place=one.place)
        for one in bars
    ]


def _raised(one: CampaignBar) -> str:
    raised = money_rounded(one.raised)
    if one.goal is None:
        return raised
    words = _("{raised} of {goal} · {percent} %")
    goal = money_rounded(one.goal)
    return words.format(raised=raised, goal=goal, percent=number_text(one.percent or 0))


def event_rows(events: Iterable[NextEvent]) -> list[Row]:
    """Return the next events with their days."""
    return [
        Row(
            event_title_text(one.line.title, one.line.edition),
            when_text(one.line.when),
            place=one.place,
            is_quiet=True,
        )
        for one in events
    ]


def contributor_rows(found: TopContributors, most: int) -> list[Row]:
    """Return persons and organisations together, who gave most first."""
    everyone = sorted(
        (*found.persons, *found.organisations),
        key=lambda one: (-one.contributor.total.cents, one.contributor.first_on),
    )[:most]
    return _shared(everyone)


def _shared(found: Sequence[TopContributor]) -> list[Row]:
    largest = max((one.contributor.total.cents for one in found), default=0) or 1
    return [
        Row(
            one.contributor.name or _("Anonymous"),
            money_text(one.contributor.total),
            one.contributor.total.cents * FULL_BAR // largest,
            place=one.place,
        )
        for one in found
    ]


def finance_rows(card: PublicFinance) -> list[Row]:
    """Return the money of the association, and what its yearly budget is made of."""
    rows = [Row(_("Balance"), money_text(card.balance), place=card.balance_place)]
    if card.opening:
        value = money_text(card.opening)
        rows.append(Row(opening_name(), value, place=card.balance_place, is_part=True))
    return [
        *rows,
        Row(_("Total income"), money_text(card.income), place=card.income_place),
        *_moved(card, Direction.IN),
        Row(_("Total disbursed"), money_text(card.disbursed), place=card.disbursed_place),
        *_moved(card, Direction.OUT),
        Row(_("Estimated yearly budget"), money_text(card.yearly.total)),
        *_parts(card),
    ]


def _moved(card: PublicFinance, direction: Direction) -> Iterator[Row]:
    for part in shown_parts(card, direction):
        value = money_text(part.amount)
        yield Row(part_name(part), value, place=part.place, is_part=True)


def _parts(card: PublicFinance) -> Iterator[Row]:
    names = {
        "monthly": _("monthly pledges"),
        "quarterly": _("quarterly pledges"),
        "yearly": _("yearly pledges"),
        "gifts": _("other gifts of twelve months"),
        "tiers": _("sales of twelve months"),
    }
    for part in card.parts:
        if not part.amount:
            continue
        value = money_text(part.total)
        if part.times > 1:
            words = _("{times} × {amount} = {total}")
            amount = money_text(part.amount)
            value = words.format(times=part.times, amount=amount, total=value)
        yield Row(names[part.code], value, place=part.place, is_part=True)
