"""What the panel of a campaign reads: progress, tiers, who contributed, the budget."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.ui.columns import Tone
from coopdesk.ui.widgets.record_parts import Bar, Facts, Heading, Lines, Paragraph, Title, Words
from coopdesk.wording.campaigns import (
    budget_formula,
    contributor_text,
    contributors_text,
    percent_text,
    raised_text,
    remaining_text,
    since_text,
)
from coopdesk.wording.formats import day_long, money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coopdesk.domain.campaigns import (
        CampaignBudget,
        CampaignProgress,
        Contributor,
        Leaderboard,
        NewCampaign,
        NewTier,
        Progress,
        TierProgress,
    )
    from coopdesk.services.campaigns import CampaignService
    from coopdesk.ui.widgets.record_parts import Part, Said

CONTACT_LINK = "contact"
GIFTS_LINK = "gifts"
ADD_TIER_LINK = "add-tier"
CHANGE_TIER_LINK = "tier"
GIVE_LINK = "give"
PAY_LINK = "pay"
RAISE_LINK = "raise"
REMOVE_TIER_LINK = "remove-tier"
ADD_PERSON_LINK = "add-person"
REMOVE_PERSON_LINK = "remove-person"
# Of a long list the first ones: the workbook names them all.
_LONGEST_BOARD = 20


@dataclass(frozen=True, slots=True)
class CampaignSheet:
    """Everything known of a campaign."""

    progress: CampaignProgress
    board: Leaderboard
    budget: CampaignBudget


def read_sheet(service: CampaignService, campaign_id: int) -> CampaignSheet:
    """Return everything known of a campaign; runs on the worker, raises NotFoundError."""
    return CampaignSheet(
        service.progress(campaign_id),
        service.leaderboard(campaign_id, _LONGEST_BOARD + 1),
        service.budget(campaign_id),
    )


def campaign_parts(sheet: CampaignSheet) -> list[Part]:
    """Return the parts of a campaign's record."""
    found = sheet.progress
    content = found.campaign.content
    state = _("Closed") if found.campaign.is_closed else _("Under way")
    tone = Tone.NEUTRAL if found.campaign.is_closed else Tone.GOOD
    parts: list[Part] = [
        Title(content.name, (Words(state, tone), days_text(content))),
        *_progress(sheet),
    ]
    if content.description:
        parts.append(Paragraph((content.description,)))
    return [
        *parts,
        *_tiers(sheet),
        *_boards(sheet.board),
        *_budget(sheet.budget),
        *_team(found),
    ]


def days_text(content: NewCampaign | NewTier) -> str:
    """Return from when to when, as far as it was decided."""
    start, end = content.starts_on, content.ends_on
    if start and end:
        return _("from {start} to {end}").format(start=day_long(start), end=day_long(end))
    if start:
        return _("from {start}").format(start=day_long(start))
    return _("until {end}").format(end=day_long(end)) if end else ""


def _progress(sheet: CampaignSheet) -> Iterator[Part]:
    found = sheet.progress
    whole, content = found.whole, found.campaign.content
    if whole.goal:
        yield Bar(whole.bar)
    percent = percent_text(whole)
    yield Paragraph((_raised(whole), percent, remaining_text(whole)))
    yield Paragraph(tuple(_gift_links(found)), is_muted=True)
    rows: list[tuple[str, Said | tuple[Said, ...]]] = [
        (_("Contributors"), _count(whole)),
        (_("Contributors and team"), number_text(found.people)),
    ]
    if content.minimum:
        rows.append((_("Minimum"), money_text(content.minimum)))
    if found.without_money:
        rows.append((_("Of which without money"), money_text(found.without_money)))
    yield Facts(tuple(rows))


def _raised(progress: Progress) -> str:
    if progress.goal:
        return raised_text(progress)
    return _("{amount} raised").format(amount=money_text(progress.raised))


def _gift_links(found: CampaignProgress) -> Iterator[Said]:
    yield Words(_("Record a gift…"), link=f"{GIVE_LINK}:0")
    gifts = [one.progress for one in found.tiers if one.tier.content.is_gift]
    if any(one.contributions for one in (found.outside_tiers, *gifts)):
        yield Words(_("See the gifts"), link=f"{GIFTS_LINK}:0")


def _count(whole: Progress) -> str:
    return contributors_text(whole) if whole.is_empty else number_text(whole.contributors)


def _tiers(sheet: CampaignSheet) -> Iterator[Part]:
    found = sheet.progress
    yield Heading(_("Tiers"), Words(_("Add a tier…"), link=f"{ADD_TIER_LINK}:0"))
    for number, one in enumerate(found.tiers):
        yield from _tier(one, is_first=number == 0)
    if found.tiers and found.outside_tiers.raised:
        yield Heading(_("Outside the tiers"), money_text(found.outside_tiers.raised))


def _tier(one: TierProgress, *, is_first: bool) -> Iterator[Part]:
    content, progress = one.tier.content, one.progress
    yield Heading(content.name, percent_text(progress))
    if progress.goal:
        yield Bar(progress.bar)
    yield Paragraph((_raised(progress), remaining_text(progress)))
    yield Paragraph((contributors_text(progress), *_terms(content)), is_muted=True)
    if content.description:
        yield Paragraph((content.description,), is_muted=True)
    yield Paragraph(tuple(_tier_links(one, is_first=is_first)), is_muted=True)


def _terms(content: NewTier) -> Iterator[Said]:
    if content.minimum:
        yield _("from {amount}").format(amount=money_text(content.minimum))
    if content.suggested:
        yield _("{amount} suggested").format(amount=money_text(content.suggested))
    if content.ineligibility is not None:
        text = _("no receipt: {reason}").format(reason=label(content.ineligibility))
        yield Words(text, Tone.ATTENTION)
    yield days_text(content)


def _tier_links(one: TierProgress, *, is_first: bool) -> Iterator[Said]:
    key = one.tier.id
    if one.tier.content.is_gift:
        yield Words(_("Record a gift…"), link=f"{GIVE_LINK}:{key}")
    else:
        yield Words(_("Record a payment…"), link=f"{PAY_LINK}:{key}")
    yield Words(_("Change…"), link=f"{CHANGE_TIER_LINK}:{key}")
    if not is_first:
        yield Words(_("Move up"), link=f"{RAISE_LINK}:{key}")
    if one.progress.is_empty:
        yield Words(_("Remove"), link=f"{REMOVE_TIER_LINK}:{key}")


def _boards(board: Leaderboard) -> Iterator[Part]:
    for name, contributors in (
        (_("Persons"), board.persons),
        (_("Organisations"), board.organisations),
    ):
        if contributors:
            yield Heading(name)
            yield Lines(tuple(map(_leader, contributors[:_LONGEST_BOARD])))
        if len(contributors) > _LONGEST_BOARD:
            text = _("The first {count} are shown.")
            yield Paragraph((text.format(count=_LONGEST_BOARD),), is_muted=True)


def _leader(one: Contributor) -> tuple[Said, str, tuple[Said, ...]]:
    text = f"{one.rank}. {contributor_text(one)}"
    said: Said = text
    if not one.is_guest:
        said = Words(text, link=f"{CONTACT_LINK}:{one.contact_id}")
    return said, money_text(one.total), (since_text(one),)


def _budget(budget: CampaignBudget) -> Iterator[Part]:
    yield Heading(_("Budget"))
    rows = (
        (_("Total income"), budget.income),
        (_("of which contributions"), budget.contributions),
        (_("of which other income"), budget.other_income),
        (_("Disbursed"), budget.disbursed),
        (_("Balance"), budget.balance),
    )
    yield Lines(tuple((name, money_text(amount), ()) for name, amount in rows))
    yield Heading(_("Estimated yearly budget"), money_text(budget.yearly.total))
    yield Paragraph((budget_formula(),), is_muted=True)


def _team(found: CampaignProgress) -> Iterator[Part]:
    yield Heading(_("Team"), Words(_("Add somebody…"), link=f"{ADD_PERSON_LINK}:0"))
    rows: Sequence[tuple[Said, str, tuple[Said, ...]]] = [
        (
            Words(one.name, link=f"{CONTACT_LINK}:{one.contact_id}"),
            "",
            (one.role, Words(_("Remove"), link=f"{REMOVE_PERSON_LINK}:{one.contact_id}")),
        )
        for one in found.campaign.team
    ]
    yield Lines(tuple(rows))
