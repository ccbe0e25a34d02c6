"""How commitments read on the command line: JSON documents and listings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.cli.inventory_words import time_text
from coopdesk.cli.output import Column, Listing, facts
from coopdesk.domain.money import ZERO
from coopdesk.wording.formats import day_text, money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _
from coopdesk.wording.partner_dues import due_text, proof_text, repeat_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from coopdesk.cli.documents import Document
    from coopdesk.domain.commitments import Commitment


def commitment_document(commitment: Commitment, today: dt.date) -> Document:
    """Return a commitment with what proves it."""
    content = commitment.content
    return {
        "id": commitment.id,
        "contact_id": content.contact_id,
        "partner": commitment.partner_name,
        "side": content.side,
        "kind": content.kind,
        "text": content.text,
        "amount_cents": content.amount.cents if content.amount else None,
        "minutes": content.minutes,
        "due_on": content.due_on,
        "repeat_months": content.repeat_months,
        "agreement_id": content.agreement_id,
        "grant_request_id": content.grant_request_id,
        "note": content.note,
        "state": commitment.state,
        "overdue": commitment.is_overdue(today),
        "kept_on": commitment.kept_on,
        "payment_id": commitment.payment_id,
        "contribution_id": commitment.contribution_id,
        "files": commitment.proof_count,
    }


def commitment_listing(commitments: Sequence[Commitment], today: dt.date) -> Listing:
    """Return commitments to read, each with how far it is."""
    columns = (
        Column(_("No."), at_right=True),
        Column(_("Who owes")),
        Column(_("Commitment")),
        Column(_("Partner")),
        Column(_("Kind"), rare=True),
        Column(_("Amount"), at_right=True),
        Column(_("State")),
        Column(_("Proof"), rare=True),
    )
    rows = [
        (
            str(one.id),
            label(one.content.side),
            one.content.text,
            one.partner_name,
            label(one.content.kind),
            _worth(one),
            due_text(one, today),
            proof_text(one),
        )
        for one in commitments
    ]
    return Listing(columns, rows, _("No commitment."))


def commitment_parts(commitment: Commitment, today: dt.date) -> tuple[Listing | str, ...]:
    """Return a commitment to read."""
    content = commitment.content
    said = facts(
        (_("Commitment"), content.text),
        (_("Partner"), commitment.partner_name),
        (_("Who owes"), label(content.side)),
        (_("Kind"), label(content.kind)),
        (_("Amount"), money_text(content.amount) if content.amount else ""),
        (_("Hours"), time_text(content.minutes) if content.minutes else ""),
        (_("Due on"), day_text(content.due_on) if content.due_on else ""),
        (_("Comes back"), repeat_text(content.repeat_months)),
        (_("State"), due_text(commitment, today)),
        (_("Proof"), proof_text(commitment)),
        (_("Agreement"), commitment.agreement_title),
        (_("Grant"), commitment.grant_title),
        (_("Note"), content.note),
    )
    return (said,)


def _worth(commitment: Commitment) -> str:
    content = commitment.content
    if content.amount is not None and content.amount > ZERO:
        return money_text(content.amount)
    return time_text(content.minutes) if content.minutes else ""
