"""What the records of projects and of calls read: the budget, who pays what, what is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from coopdesk.domain.grant_layout import LayoutSection, LayoutSide
from coopdesk.domain.grant_requests import WHOLE, RequestState
from coopdesk.domain.money import ZERO
from coopdesk.ui.columns import Tone
from coopdesk.ui.grants import links
from coopdesk.ui.grants.project_columns import call_text, call_tone, gap_text, gap_tone
from coopdesk.ui.grants.tones import state_tone
from coopdesk.ui.widgets.record_parts import (
    Facts,
    Heading,
    Lines,
    Paragraph,
    Title,
    Words,
    linked,
)
from coopdesk.wording.formats import day_long, day_text, money_text
from coopdesk.wording.grant_steps import standing_text
from coopdesk.wording.grants import rate_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopdesk.domain.grant_projects import NewGrantProject
    from coopdesk.domain.grant_requests import NewGrantCall
    from coopdesk.domain.grant_sharing import FunderShare, ProjectShares
    from coopdesk.domain.grant_states import GrantState
    from coopdesk.domain.grant_tables import TableGroup
    from coopdesk.domain.money import Money
    from coopdesk.ui.grants.project_reading import CallRecord, ProjectRecord
    from coopdesk.ui.widgets.record_parts import Part, Said

Row: TypeAlias = "tuple[Said, str, tuple[Said, ...]]"


def project_parts(record: ProjectRecord) -> list[Part]:
    """Return the parts of a project's record."""
    return [
        *_head(record),
        *_budget(record),
        *_sharing(record),
        *_requests(record.requests, _("Requests for it"), links.ADD_REQUEST),
        *_texts(record.project.content),
    ]


def _head(record: ProjectRecord) -> Iterator[Part]:
    project, content = record.project, record.project.content
    yield Title(content.title, (Words(gap_text(project), gap_tone(project)),))
    rows: list[tuple[str, Said]] = []
    days = [day_long(x) for x in (content.starts_on, content.ends_on) if x is not None]
    if days:
        rows.append((_("For the days"), " – ".join(days)))
    if content.activity_id is not None:
        said = linked(project.activity_name, links.ACTIVITY, content.activity_id)
        rows.append((_("Activity"), said))
    yield Facts(tuple(rows))


def _budget(record: ProjectRecord) -> Iterator[Part]:
    tables = record.tables
    yield Heading(_("Budget"), linked(_("Change…"), links.BUDGET))
    if not record.project.lines:
        said = _("Nothing is planned yet: write what it costs and who is to pay.")
        yield Paragraph((said,), is_muted=True)
    for side in LayoutSide:
        groups = [x for x in tables.counted(side) if x.planned or x.actual]
        if groups:
            yield Lines((_side_total(record, side), *(_group(x) for x in groups)))
    in_kind = [x for side in LayoutSide for x in tables.of(side, LayoutSection.IN_KIND)]
    given = [_group(x) for x in in_kind if x.planned or x.actual]
    if given:
        yield Lines(tuple(given))
    yield Paragraph((linked(_("Planned and carried out, line by line"), links.TABLE),))


def _side_total(record: ProjectRecord, side: LayoutSide) -> Row:
    tables = record.tables
    planned, actual = tables.planned(side), tables.actual(side)
    title = _("Total of expenses") if side is LayoutSide.EXPENSE else _("Total of income")
    return Words(title, Tone.INFO), money_text(planned), _carried(actual)


def _group(group: TableGroup) -> Row:
    name = f"{group.layout.number} {group.layout.label}".strip()
    return name, money_text(group.planned), _carried(group.actual)


def _carried(amount: Money) -> tuple[Said, ...]:
    if not amount:
        return ()
    return (_("carried out: {amount}").format(amount=money_text(amount)),)


def _sharing(record: ProjectRecord) -> Iterator[Part]:
    """Yield who pays what of real costs, and of planned ones as long as some are asked."""
    sharing = record.sharing
    actual, planned = sharing.actual.funders, sharing.planned.funders
    if actual:
        yield Heading(_("Who pays what"), linked(_("As a table…"), links.SHARING))
        yield from _shares(sharing.actual, is_real=True)
        yield from _left_out(sharing.indirect)
    if len(planned) > len(actual):
        said = "" if actual else linked(_("As a table…"), links.SHARING)
        yield Heading(_("Who would pay what"), said)
        yield from _shares(sharing.planned, is_real=False)
    if not planned:
        return
    said = _("No cost is counted twice: the later funder leaves what others pay already.")
    yield Paragraph((said,), is_muted=True)


def _left_out(indirect: Money) -> Iterator[Part]:
    if indirect:
        text = _("Indirect costs ({amount} planned) are in no entry: they are left out here.")
        yield Paragraph((text.format(amount=money_text(indirect)),), is_muted=True)


def _shares(shares: ProjectShares, *, is_real: bool) -> Iterator[Part]:
    yield Lines(tuple(_funder(one, is_real=is_real) for one in shares.funders))
    yield Lines(tuple(_sums(shares, is_real=is_real)))


def _funder(one: FunderShare, *, is_real: bool) -> Row:
    funder = one.funder
    rate = rate_text(WHOLE if funder.rate is None else funder.rate)
    eligible = _("{amount} of costs count, at {rate}: it may be asked for {claim}")
    told: list[Said] = [
        eligible.format(amount=money_text(one.eligible), rate=rate, claim=money_text(one.claim))
    ]
    if is_real and funder.granted is not None:
        granted = _("{granted} granted · {paid} received")
        told.append(
            granted.format(granted=money_text(funder.granted), paid=money_text(funder.paid))
        )
    if one.over_financed > ZERO:
        over = _("{amount} over-financed").format(amount=money_text(one.over_financed))
        told.append(Words(over, Tone.ATTENTION))
    told += _owed(one) if is_real else []
    name = " · ".join(part for part in (funder.name, funder.title) if part)
    return linked(name, links.REQUEST, funder.request_id), money_text(one.share), tuple(told)


def _owed(one: FunderShare) -> list[Said]:
    if one.owed > ZERO:
        text = _("still owes {amount}").format(amount=money_text(one.owed))
        return [Words(text, Tone.INFO)]
    if one.owed < ZERO:
        text = _("{amount} more than its share came: spend it, or give it back")
        return [Words(text.format(amount=money_text(-one.owed)), Tone.ATTENTION)]
    return []


def _sums(shares: ProjectShares, *, is_real: bool) -> Iterator[Row]:
    cost = _("Costs so far") if is_real else _("Planned costs")
    yield cost, money_text(shares.cost), ()
    yield _("Paid by funders"), money_text(shares.shared), ()
    yield _("Left to ourselves"), money_text(shares.cost - shares.shared), ()
    if is_real:
        yield _("Still owed by funders"), money_text(shares.owed), ()


def _requests(requests: tuple[GrantState, ...], title: str, add: str) -> Iterator[Part]:
    yield Heading(title, linked(_("Add…"), add))
    if requests:
        yield Lines(tuple(_request(one) for one in requests))
    else:
        yield Paragraph((_("No funder is asked yet."),), is_muted=True)


def _request(one: GrantState) -> Row:
    request = one.request
    is_granted = request.state is RequestState.GRANTED
    amount = one.granted if is_granted else one.asked
    said = Words(standing_text(one), state_tone(one))
    title = linked(request.content.title, links.REQUEST, request.id)
    told: tuple[Said, ...] = (request.funder_name, said) if request.funder_name else (said,)
    return title, money_text(amount) if amount else "", told


def _texts(content: NewGrantProject) -> Iterator[Part]:
    for title, text in (
        (_("Aims"), content.aims),
        (_("Description"), content.description),
        (_("For whom"), content.audience),
        (_("Where"), content.territory),
        (_("Means: people, rooms, equipment"), content.means),
        (_("How we will know that it worked"), content.indicators),
        (_("Rule that shares out indirect costs"), content.allocation_rule),
        (_("Note"), content.note),
    ):
        if text:
            yield Heading(title)
            yield Paragraph((text,))


def call_parts(record: CallRecord) -> list[Part]:
    """Return the parts of a call's record."""
    call, content = record.call, record.call.content
    state = Words(call_text(call, record.today), call_tone(call, record.today))
    parts: list[Part] = [Title(content.title, (state,)), Facts(tuple(_call_facts(record)))]
    for title, text in (
        (_("What it pays for, in its words"), content.eligible),
        (_("Note"), content.note),
    ):
        if text:
            parts += [Heading(title), Paragraph((text,))]
    return [*parts, *_requests(record.requests, _("Our requests"), links.ADD_REQUEST)]


def _call_facts(record: CallRecord) -> Iterator[tuple[str, Said]]:
    call, content = record.call, record.call.content
    if content.funder_id is not None:
        yield _("Who calls"), linked(call.funder_name, links.FUNDER, content.funder_id)
    for title, day in ((_("Opens on"), content.opens_on), (_("Closes on"), content.closes_on)):
        if day is not None:
            yield title, day_text(day)
    yield from ((title, said) for title, said in _bounds(content) if said)


def _bounds(content: NewGrantCall) -> Iterator[tuple[str, str]]:
    yield _("Pays at most"), rate_text(content.rate)
    yield _("Least amount"), money_text(content.floor) if content.floor else ""
    yield _("Greatest amount"), money_text(content.ceiling) if content.ceiling else ""
    yield _("Page of the call"), content.url
