"""How agreements read on the command line: JSON documents and listings."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from coopdesk.cli.output import Column, Listing, facts
from coopdesk.domain.agreement_terms import next_notice, standing_on, term_on
from coopdesk.domain.agreements import Side
from coopdesk.wording.formats import day_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _
from coopdesk.wording.partner_dues import notice_text, renewal_text, term_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from coopdesk.cli.documents import Document
    from coopdesk.domain.agreement_terms import AgreementDue
    from coopdesk.domain.agreements import Agreement


def agreement_document(agreement: Agreement, today: dt.date) -> Document:
    """Return an agreement with its term of today and the next last day for notice."""
    by, end = next_notice(agreement, today)
    return {
        "id": agreement.id,
        **asdict(agreement.content),
        "partner": agreement.partner_name,
        "activity": agreement.activity_name,
        "standing": standing_on(agreement, today),
        "term": asdict(term_on(agreement, today)),
        "notice_by": by,
        "notice_end": end,
        "ended_on": agreement.ended_on,
        "end_reason": agreement.end_reason,
        "followed_by_id": agreement.followed_by_id,
        "renewed": agreement.is_renewed,
        "files": agreement.file_count,
    }


def due_document(due: AgreementDue, today: dt.date) -> Document:
    """Return what there is to do about an agreement."""
    return {
        "agreement_id": due.agreement.id,
        "title": due.agreement.content.title,
        "partner": due.agreement.partner_name,
        "step": due.step,
        "due_on": due.due_on,
        "late": due.is_late(today),
        "term": asdict(due.term),
        "notice_by": due.notice_by,
    }


def agreement_listing(agreements: Sequence[Agreement], today: dt.date) -> Listing:
    """Return agreements to read, each with where it stands today."""
    columns = (
        Column(_("No."), at_right=True),
        Column(_("Agreement")),
        Column(_("Partner")),
        Column(_("Kind"), rare=True),
        Column(_("State")),
        Column(_("Term")),
        Column(_("Notice by"), at_right=True, rare=True),
    )
    rows = [_row(one, today) for one in agreements]
    return Listing(columns, rows, _("No agreement."))


def _row(agreement: Agreement, today: dt.date) -> tuple[str, ...]:
    (by, _end), content = next_notice(agreement, today), agreement.content
    return (
        str(agreement.id),
        content.title,
        agreement.partner_name,
        label(content.kind),
        label(standing_on(agreement, today)),
        term_text(term_on(agreement, today)),
        day_text(by) if by and notice_text(content) else "",
    )


def _side_text(side: Side) -> str:
    return _("For us") if side is Side.OURS else _("For the partner")


def due_listing(dues: Sequence[AgreementDue], today: dt.date) -> Listing:
    """Return what there is to do about agreements, the earliest first."""
    columns = (
        Column(_("No."), at_right=True),
        Column(_("Until"), at_right=True),
        Column(_("To do")),
        Column(_("Agreement")),
        Column(_("Partner")),
        Column(_("State")),
    )
    rows = [
        (
            str(one.agreement.id),
            day_text(one.due_on),
            label(one.step),
            one.agreement.content.title,
            one.agreement.partner_name,
            _("Late") if one.is_late(today) else "",
        )
        for one in dues
    ]
    return Listing(columns, rows, _("Nothing to do about agreements."))


def agreement_parts(agreement: Agreement, today: dt.date) -> tuple[Listing | str, ...]:
    """Return an agreement to read; parts that say nothing are left out."""
    content = agreement.content
    said = facts(
        (_("Agreement"), content.title),
        (_("Partner"), agreement.partner_name),
        (_("Kind"), label(content.kind)),
        (_("State"), label(standing_on(agreement, today))),
        (_("Reference"), content.reference),
        (_("Term"), term_text(term_on(agreement, today))),
        (_("At its end"), renewal_text(content)),
        (_("Notice"), notice_text(content)),
        (_("Signed on"), day_text(content.signed_on) if content.signed_on else ""),
        (_("Ended early on"), day_text(agreement.ended_on) if agreement.ended_on else ""),
        (_("Why it ended"), agreement.end_reason),
        (_("Renews"), agreement.follows_title),
        (_("Activity"), agreement.activity_name),
        (_("Purpose"), content.purpose),
        (_("Note"), content.note),
    )
    signing = [
        (_side_text(x.side), x.name, x.role, day_text(x.signed_on) if x.signed_on else "")
        for x in content.signatories
    ]
    columns = (
        Column(_("For")),
        Column(_("Signatory")),
        Column(_("Role")),
        Column(_("Signed on"), at_right=True),
    )
    return (said, Listing(columns, signing)) if signing else (said,)
