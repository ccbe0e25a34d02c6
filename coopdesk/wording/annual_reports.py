"""What the blocks of the yearly report say in one line, in the window and at its beginning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.annual_reports import ReportBlock
from coopdesk.domain.financial_statements import RESULT_LINE
from coopdesk.domain.member_statistics import MemberFigure
from coopdesk.wording.formats import money_text, number_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from coopdesk.domain.annual_report_content import (
        AccountsPart,
        AnnualReportContent,
        EventsPart,
        GiftsPart,
        GroupsPart,
        MembersPart,
        PartnersPart,
        VolunteeringPart,
    )


def block_line(content: AnnualReportContent, block: ReportBlock) -> str:
    """Return what a block holds in one line; that nothing is recorded where it is empty."""
    part = getattr(content, block.value)
    if part is None:
        return ""
    if part.is_empty:
        return _("Nothing is recorded.")
    return _LINES[block](part, content.year - 1)


def _members(part: MembersPart, before: int) -> str:
    members = part.figures[MemberFigure.MEMBERS]
    return _(
        "Fully paid up: {now} ({before} in {year}) · joined: {joined} · left: {left}"
    ).format(
        now=number_text(members.now),
        before=number_text(members.before),
        year=before,
        joined=number_text(part.figures[MemberFigure.JOINED].now),
        left=number_text(part.figures[MemberFigure.LEFT].now),
    )


def _gifts(part: GiftsPart, before: int) -> str:
    return _(
        "{now} received ({before} in {year}) · gifts: {gifts} · known donors: {donors}"
    ).format(
        now=money_text(part.now.total),
        before=money_text(part.before.total),
        year=before,
        gifts=number_text(part.now.gift_count),
        donors=number_text(part.now.donor_count),
    )


def _events(part: EventsPart, before: int) -> str:
    return _(
        "Events: {now} ({before} in {year}) · people there: {present} · hours given: {hours}"
    ).format(
        now=number_text(len(part.events)),
        before=number_text(len(part.before)),
        year=before,
        present=number_text(part.present),
        hours=_hours(part.minutes),
    )


def _groups(part: GroupsPart, before: int) -> str:
    return _("Groups at work: {now} ({before} in {year}) · outputs: {outputs}").format(
        now=number_text(part.report.groups),
        before=number_text(part.groups_before),
        year=before,
        outputs=number_text(part.report.outputs),
    )


def _partners(part: PartnersPart, before: int) -> str:
    granted, in_kind, _fees = part.amounts()
    return _(
        "Partners: {now} ({before} in {year}) · granted: {granted} · in kind: {in_kind}"
    ).format(
        now=number_text(len(part.rows)),
        before=number_text(len(part.before)),
        year=before,
        granted=money_text(granted.now),
        in_kind=money_text(in_kind.now),
    )


def _accounts(part: AccountsPart, _before: int) -> str:
    assert part.result is not None
    assert part.year is not None
    return _(
        "Fiscal year {year} · income: {income} · expenses: {expenses} · result: {result}"
    ).format(
        year=part.year.label,
        income=money_text(part.result.amount("TP")),
        expenses=money_text(part.result.amount("TC")),
        result=money_text(part.result.amount(RESULT_LINE)),
    )


def _volunteering(part: VolunteeringPart, before: int) -> str:
    whole = part.whole()
    return _("Hours given: {now} ({before} in {year}) · worth: {value}").format(
        now=_hours(whole.minutes),
        before=_hours(whole.minutes_before),
        year=before,
        value=money_text(whole.value),
    )


def _hours(minutes: int) -> str:
    return number_text((minutes + 30) // 60)


_LINES: Mapping[ReportBlock, Callable[..., str]] = {
    ReportBlock.MEMBERS: _members,
    ReportBlock.GIFTS: _gifts,
    ReportBlock.EVENTS: _events,
    ReportBlock.GROUPS: _groups,
    ReportBlock.PARTNERS: _partners,
    ReportBlock.ACCOUNTS: _accounts,
    ReportBlock.VOLUNTEERING: _volunteering,
}
