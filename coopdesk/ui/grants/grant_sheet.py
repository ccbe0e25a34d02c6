"""What the record of a grant reads: its story, its money, its costs and its report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.commitments import CommitmentState
from coopdesk.domain.grant_requests import RequestPurpose, RequestState
from coopdesk.domain.money import ZERO
from coopdesk.ui.columns import Tone
from coopdesk.ui.grants import links
from coopdesk.ui.grants.layout_lines import line_name
from coopdesk.ui.grants.tones import state_tone
from coopdesk.ui.partners.tones import due_tone
from coopdesk.ui.widgets.record_parts import (
    Bar,
    Facts,
    Heading,
    Lines,
    Paragraph,
    Title,
    Words,
    linked,
)
from coopdesk.wording.formats import day_long, day_text, money_text
from coopdesk.wording.grant_steps import instalment_text, next_steps, standing_text
from coopdesk.wording.grants import (
    agreement_text,
    before_books_text,
    in_books_text,
    rate_text,
    untied_text,
)
from coopdesk.wording.labels import label
from coopdesk.wording.language import _
from coopdesk.wording.partner_dues import due_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopdesk.domain.grant_requests import NewGrantRequest
    from coopdesk.domain.grant_states import GrantState
    from coopdesk.domain.grants import GrantPayment
    from coopdesk.ui.grants.reading import GrantRecord
    from coopdesk.ui.widgets.record_parts import Part, Said

_GRANTED = frozenset({RequestState.GRANTED})


def grant_parts(record: GrantRecord) -> list[Part]:
    """Return the parts of a grant's record."""
    return [
        *_head(record),
        Facts(tuple(_facts(record.state))),
        *_money(record),
        *_instalments(record.state),
        *_conditions(record),
        *_costs(record),
        *_funds(record.state),
        *_report(record.state),
    ]


def _head(record: GrantRecord) -> Iterator[Part]:
    state = record.state
    content = state.request.content
    standing = Words(standing_text(state), state_tone(state))
    yield Title(content.title, (standing, label(content.purpose)))
    is_late = state.is_report_late or state.overdue > ZERO
    for place, text in enumerate(next_steps(state)):
        yield Paragraph((Words(text, Tone.BAD if is_late and not place else Tone.INFO),))
    if state.request.state is RequestState.DRAFT:
        yield Paragraph(tuple(_preparing(content)))
    yield from _notices(record)


def _notices(record: GrantRecord) -> Iterator[Part]:
    """Yield what the law wants, and what the books have not of it."""
    notice = record.notice
    if notice.agreement_above is not None and record.state.request.content.agreement_id is None:
        yield Paragraph((Words(agreement_text(notice.agreement_above), Tone.ATTENTION),))
    if notice.books_since is not None:
        yield Paragraph((Words(before_books_text(notice.books_since), Tone.ATTENTION),))
    if notice.in_books is not None:
        yield Paragraph((Words(in_books_text(notice.in_books), Tone.ATTENTION),))
    for payment in notice.untied:
        tie = linked(_("Tie a payment…"), links.TIE)
        yield Paragraph((Words(untied_text(payment), Tone.ATTENTION), tie))


def _preparing(content: NewGrantRequest) -> Iterator[Said]:
    """Yield where a request is prepared: its budget, then its file."""
    if content.project_id is not None:
        yield linked(_("Open its project"), links.PROJECT, content.project_id)
    elif content.purpose is not RequestPurpose.OPERATING:
        yield linked(_("Name its project…"), links.CHANGE)
    yield linked(_("File of the request…"), links.APPLICATION)


def _facts(state: GrantState) -> Iterator[tuple[str, Said]]:
    request, content = state.request, state.request.content
    if content.funder_id is not None:
        yield _("Funder"), linked(request.funder_name, links.FUNDER, content.funder_id)
    if content.project_id is not None:
        yield _("Project"), linked(request.project_title, links.PROJECT, content.project_id)
    if content.call_id is not None:
        yield _("Call for projects"), linked(request.call_title, links.CALL, content.call_id)
    if content.agreement_id is not None:
        said = linked(request.agreement_title, links.AGREEMENT, content.agreement_id)
        yield _("Agreement"), said
    asked = day_long(request.asked_on) if request.asked_on else ""
    decided = day_long(request.decided_on) if request.decided_on else ""
    rows: tuple[tuple[str, Said], ...] = (
        (_("Service"), content.funder_service),
        (_("Their reference"), content.reference),
        (_("Kind of request"), f"{label(content.frequency)} · {label(content.span)}"),
        (_("For the days"), _days(state)),
        (_("Sent on"), asked),
        (_("Answered on"), decided),
        (_("Rate of the costs"), rate_text(content.rate)),
    )
    yield from ((name, said) for name, said in rows if said)
    if request.award is not None:
        said = linked(_("Open it in the accounts"), links.AWARD, request.award.id)
        yield _("In the accounts"), said
    if content.note:
        yield _("Note"), content.note


def _days(state: GrantState) -> str:
    content = state.request.content
    if content.starts_on is None or content.ends_on is None:
        return ""
    text = _("{first} to {last}")
    return text.format(first=day_text(content.starts_on), last=day_text(content.ends_on))


def _money(record: GrantRecord) -> Iterator[Part]:
    state = record.state
    yield Heading(_("The money"))
    rows: list[tuple[Said, str, tuple[Said, ...]]] = []
    if state.request.content.asked is not None:
        rows.append((_("Asked"), money_text(state.asked), _percent(record.asked_percent)))
    if state.request.state in _GRANTED:
        rows += [
            (_("Granted amount"), money_text(state.granted), ()),
            (_("Came"), money_text(state.paid), _payments(state)),
            *_returned(state),
            (_("Still due"), money_text(state.due), ()),
            _spent(state),
            (linked(_("Left to spend"), links.SPENT), money_text(state.left), ()),
        ]
    yield Lines(tuple(rows))
    if state.granted > ZERO:
        yield Bar(min(1000, state.used.cents * 1000 // state.granted.cents))


def _percent(percent: int | None) -> tuple[Said, ...]:
    """Return what part of all planned income is asked, and the way to its lines."""
    if percent is None:
        return ()
    text = _("{percent} of the income that the budget plans").format(percent=rate_text(percent))
    return (linked(text, links.TABLE),)


def _payments(state: GrantState) -> tuple[Said, ...]:
    award = state.request.award
    return _moves(award.payments if award is not None else ())


def _moves(payments: tuple[GrantPayment, ...]) -> tuple[Said, ...]:
    return tuple(
        linked(
            f"{day_text(one.paid_on)} {money_text(one.amount)}", links.PAYMENT, one.payment_id
        )
        for one in payments
    )


def _returned(state: GrantState) -> Iterator[tuple[Said, str, tuple[Said, ...]]]:
    """Yield what was given back, and what the funder may claim once its report is written."""
    award = state.request.award
    if award is None:
        return
    if award.returns:
        yield _("Given back"), money_text(award.returned), _moves(award.returns)
    if award.overpaid > ZERO:
        words = Words(_("came beyond what is granted"), Tone.ATTENTION)
        yield _("To give back"), money_text(award.overpaid), (words,)


def _spent(state: GrantState) -> tuple[Said, str, tuple[Said, ...]]:
    """Return what the grant was used for, and of what: the books say so."""
    text = _("of {amount} that the activity spent")
    told: list[Said] = [text.format(amount=money_text(state.spent.amount))]
    if state.spent.drafts:
        drafts = _("{amount} of it in drafts")
        told.append(drafts.format(amount=money_text(state.spent.drafts)))
    if state.request.activity_id is not None:
        told.append(linked(_("See the entries"), links.ACTIVITY, state.request.activity_id))
    else:
        told.append(_("no activity is named: nothing can be counted"))
    return linked(_("Spent of it"), links.SPENT), money_text(state.used), tuple(told)


def _instalments(state: GrantState) -> Iterator[Part]:
    change = linked(_("Plan…"), links.PLAN)
    yield Heading(_("Payments planned"), change)
    rows = []
    for one in state.instalments:
        tone = Tone.BAD if one.is_overdue(state.day) else None
        told: list[Said] = [Words(instalment_text(one), tone)]
        if one.instalment is not None and one.instalment.content.needs:
            told.append(one.instalment.content.needs)
        unplanned = _("In no planned part") if len(state.instalments) > 1 else _("All of it")
        rows.append((one.label or unplanned, money_text(one.amount), tuple(told)))
    if rows:
        yield Lines(tuple(rows))
    else:
        yield Paragraph((_("In one payment, or nobody said yet."),), is_muted=True)


def _conditions(record: GrantRecord) -> Iterator[Part]:
    yield Heading(_("Conditions"), linked(_("Add…"), links.ADD_CONDITION))
    rows = []
    for one in record.conditions:
        told: list[Said] = [Words(due_text(one, record.today), due_tone(one, record.today))]
        if one.state is CommitmentState.OPEN:
            told.append(linked(_("Kept…"), links.KEEP, one.id))
        rows.append((linked(one.content.text, links.COMMITMENT, one.id), "", tuple(told)))
    if rows:
        yield Lines(tuple(rows))
    else:
        yield Paragraph((_("None noted."),), is_muted=True)


def _costs(record: GrantRecord) -> Iterator[Part]:
    yield Heading(_("Costs it pays for"), linked(_("Choose…"), links.ELIGIBLE))
    eligible = record.state.request.eligible
    if eligible:
        rows = []
        for one in eligible:
            ceiling = (
                _("up to {amount}").format(amount=money_text(one.ceiling))
                if one.ceiling
                else ""
            )
            told = " · ".join(part for part in (rate_text(one.rate), ceiling) if part)
            rows.append((line_name(one.line), told, ()))
        yield Lines(tuple(rows))
    else:
        yield Paragraph((_("Every cost of the project."),), is_muted=True)


def _funds(state: GrantState) -> Iterator[Part]:
    if not state.movements:
        return
    yield Heading(_("Dedicated funds"), money_text(state.in_funds))
    rows = [
        (
            label(one.content.kind),
            money_text(one.content.amount),
            (day_text(one.content.moved_on),),
        )
        for one in state.movements
    ]
    yield Lines(tuple(rows))


def _report(state: GrantState) -> Iterator[Part]:
    if state.report is None:
        return
    yield Heading(_("Report on its use"), linked(_("Write…"), links.REPORT))
    yield Paragraph((linked(_("Planned and carried out, line by line"), links.TABLE),))
    days = state.report
    rows: list[tuple[str, Said]] = [
        (_("By law"), day_long(days.legal_on)),
    ]
    if days.own_on is not None:
        rows.append((_("By the agreement"), day_long(days.own_on)))
    sent = state.request.report_sent_on
    told: Said = linked(_("Note the day…"), links.REPORT_SENT)
    if sent is not None:
        told = day_long(sent)
    rows.append((_("Sent to the funder on"), told))
    yield Facts(tuple(rows))
