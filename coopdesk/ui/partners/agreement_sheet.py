"""What the record of an agreement reads: its days, its end, who signs, what was promised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.agreement_terms import AgreementStep
from coopdesk.domain.agreements import AgreementState, Side
from coopdesk.domain.commitments import CommitmentState
from coopdesk.ui.columns import Tone
from coopdesk.ui.partners import links
from coopdesk.ui.partners.partner_sheet import commitment_row, lines_or, with_worth
from coopdesk.ui.partners.tones import due_tone, standing_tone, worth_text
from coopdesk.ui.widgets.record_parts import (
    Facts,
    Heading,
    Lines,
    Paragraph,
    Title,
    Words,
    linked,
)
from coopdesk.wording.agreement_advice import advice_text
from coopdesk.wording.formats import day_long, day_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _
from coopdesk.wording.partner_dues import (
    due_text,
    notice_text,
    proof_text,
    renewal_text,
    repeat_text,
    standing_text,
    step_text,
    term_text,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from coopdesk.domain.agreements import Agreement
    from coopdesk.ui.partners.reading import AgreementRecord, CommitmentRecord
    from coopdesk.ui.widgets.record_parts import Part, Said


def agreement_parts(record: AgreementRecord) -> list[Part]:
    """Return the parts of an agreement's record."""
    agreement, today = record.agreement, record.today
    return [
        *_head(agreement, today),
        *_due(record),
        Facts(tuple(_facts(record))),
        *_signatories(agreement),
        *_promised(record),
        *_text(agreement),
    ]


def _head(agreement: Agreement, today: dt.date) -> Iterator[Part]:
    content = agreement.content
    standing = Words(standing_text(agreement, today), standing_tone(agreement, today))
    yield Title(content.title, (standing, label(content.kind)))
    if content.purpose:
        yield Paragraph((content.purpose,))


def _due(record: AgreementRecord) -> Iterator[Part]:
    due = record.due
    # That it ends by itself asks nothing of anybody: the sentence under it says so.
    if due is not None and due.step is not AgreementStep.END:
        tone = Tone.BAD if due.is_late(record.today) else Tone.INFO
        yield Paragraph((Words(step_text(due, record.today), tone),))
    advice = advice_text(record.agreement, record.today)
    if advice:
        yield Paragraph((advice,), is_muted=True)


def _facts(record: AgreementRecord) -> Iterator[tuple[str, Said]]:
    agreement, content = record.agreement, record.agreement.content
    yield _("Partner"), linked(agreement.partner_name, links.PARTNER, content.contact_id)
    rows: tuple[tuple[str, Said], ...] = (
        (_("Reference"), content.reference),
        (_("Sent on"), day_long(content.sent_on) if content.sent_on else ""),
        (_("Signed on"), day_long(content.signed_on) if content.signed_on else ""),
        (_("Runs"), _term(record)),
        (_("At its end"), renewal_text(content) if content.ends_on else ""),
        (_("Notice"), notice_text(content)),
        (_("Ended before its time"), _end(agreement)),
    )
    yield from ((name, said) for name, said in rows if said)
    if content.activity_id is not None:
        yield (
            _("Activity in the books"),
            linked(agreement.activity_name, links.ACTIVITY, content.activity_id),
        )
    if content.follows_id is not None:
        yield _("Renews"), linked(agreement.follows_title, links.AGREEMENT, content.follows_id)
    if agreement.followed_by_id is not None:
        said = linked(_("the next agreement"), links.AGREEMENT, agreement.followed_by_id)
        yield _("Renewed by"), said
    if content.note:
        yield _("Note"), content.note


def _term(record: AgreementRecord) -> str:
    said = term_text(record.term)
    if record.term.number > 1:
        text = _("{days} (term no. {number})")
        return text.format(days=said, number=record.term.number)
    return said


def _end(agreement: Agreement) -> str:
    if agreement.content.state is not AgreementState.ENDED or agreement.ended_on is None:
        return ""
    told = (day_long(agreement.ended_on), agreement.end_reason)
    return " · ".join(part for part in told if part)


def _signatories(agreement: Agreement) -> Iterator[Part]:
    people = agreement.content.signatories
    if not people:
        return
    yield Heading(_("Who signs"))
    rows = []
    for one in people:
        name = one.name
        said = linked(name, links.CONTACT, one.contact_id) if one.contact_id else name
        signed = (
            _("signed on {day}").format(day=day_text(one.signed_on)) if one.signed_on else ""
        )
        side = _("for us") if one.side is Side.OURS else agreement.partner_name
        details = tuple(part for part in (one.role, side, signed) if part)
        rows.append((said, "", details))
    yield Lines(tuple(rows))


def _promised(record: AgreementRecord) -> Iterator[Part]:
    for side, title, add in (
        (Side.OURS, _("What we owe"), links.ADD_OURS),
        (Side.THEIRS, _("What they owe us"), links.ADD_THEIRS),
    ):
        them = [one for one in record.commitments if one.content.side is side]
        owed = [one for one in them if one.state is CommitmentState.OPEN]
        yield Heading(with_worth(title, owed), linked(_("Add…"), add))
        yield lines_or([commitment_row(one, record.today) for one in them], _("Nothing."))


def _text(agreement: Agreement) -> Iterator[Part]:
    yield Heading(_("Text of the convention"), linked(_("Open…"), links.TEXT, agreement.id))
    own, usual = _("Adapted for this agreement."), _("The usual text of its kind.")
    yield Paragraph((own if agreement.content.terms else usual,), is_muted=True)


def commitment_parts(record: CommitmentRecord) -> list[Part]:
    """Return the parts of a commitment's record."""
    one, today = record.commitment, record.today
    state = Words(due_text(one, today), due_tone(one, today))
    below: tuple[Said, ...] = (state, label(one.content.side), label(one.content.kind))
    parts: list[Part] = [
        Title(one.content.text, below),
        Facts(tuple(_commitment_facts(record))),
    ]
    if one.content.note:
        parts += [Heading(_("Note")), Paragraph((one.content.note,))]
    return parts


def _commitment_facts(record: CommitmentRecord) -> Iterator[tuple[str, Said]]:
    one, content = record.commitment, record.commitment.content
    yield _("Partner"), linked(one.partner_name, links.PARTNER, content.contact_id)
    if content.agreement_id is not None:
        said = linked(one.agreement_title, links.AGREEMENT, content.agreement_id)
        yield _("Agreement"), said
    if content.grant_request_id is not None:
        yield _("Condition of"), linked(one.grant_title, links.GRANT, content.grant_request_id)
    due = day_long(content.due_on) if content.due_on else ""
    kept = day_long(one.kept_on) if one.kept_on else ""
    rows: tuple[tuple[str, Said], ...] = (
        (_("Worth"), worth_text(one)),
        (_("Until when"), due),
        (_("Comes back"), repeat_text(content.repeat_months)),
        (_("Kept on"), kept),
        (_("Proof"), proof_text(one)),
    )
    yield from ((name, said) for name, said in rows if said)
    if one.payment_id is not None:
        yield _("Payment"), linked(_("Open the payment"), links.PAYMENT, one.payment_id)
    if one.contribution_id is not None:
        said = linked(_("Open the gift in kind"), links.CONTRIBUTION, one.contribution_id)
        yield _("In the accounts"), said
