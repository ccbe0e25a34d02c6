"""How pledges and their instalments read: JSON documents and listings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.cli.output import Column, Listing, facts
from coopdesk.wording.formats import day_text, money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.cli.documents import Document
    from coopdesk.domain.pledges import Instalment, Pledge, PledgeLine, PledgeSums


def pledge_document(pledge: Pledge) -> Document:
    """Return a pledge."""
    content = pledge.content
    return {
        "id": pledge.id,
        "donor_id": content.donor_id,
        "donor": pledge.donor_name,
        "amount_cents": content.amount.cents,
        "frequency": content.frequency,
        "mode": content.mode,
        "campaign": content.campaign,
        "tier_id": content.tier_id,
        "starts_on": content.starts_on,
        "ends_on": content.ends_on,
        "state": pledge.state,
        "state_on": pledge.state_on,
        "note": content.note,
    }


def pledge_line_document(line: PledgeLine) -> Document:
    """Return one row of the list of pledges."""
    return {
        "id": line.id,
        "donor_id": line.donor_id,
        "donor": line.donor_name,
        "campaign": line.campaign,
        "amount_cents": line.amount.cents,
        "frequency": line.frequency,
        "mode": line.mode,
        "state": line.state,
        "starts_on": line.starts_on,
        "next_due_on": line.next_due_on,
        **sums_document(line.sums),
    }


def sums_document(sums: PledgeSums) -> Document:
    """Return what was expected until today, what came, what is late."""
    return {
        "expected_cents": sums.expected.cents,
        "received_cents": sums.received.cents,
        "late_cents": sums.late.cents,
        "late": sums.late_count,
    }


def instalment_document(one: Instalment) -> Document:
    """Return one instalment."""
    return {
        "pledge_id": one.pledge_id,
        "donor_id": one.donor_id,
        "donor": one.donor_name,
        "due_on": one.due_on,
        "amount_cents": one.amount.cents,
        "state": one.state,
        "donation_id": one.donation_id,
        "received_on": one.received_on,
    }


def pledge_listing(lines: Sequence[PledgeLine]) -> Listing:
    """Return pledges as rows."""
    columns = (
        Column(_("No."), at_right=True),
        Column(_("Donor")),
        Column(_("Campaign"), rare=True),
        Column(_("Amount"), at_right=True),
        Column(_("Rhythm")),
        Column(_("State")),
        Column(_("Next"), at_right=True),
        Column(_("Received"), at_right=True),
        Column(_("Late"), at_right=True),
    )
    rows = [
        (
            str(line.id),
            line.donor_name,
            line.campaign,
            money_text(line.amount),
            label(line.frequency),
            label(line.state),
            day_text(line.next_due_on) if line.next_due_on else "",
            money_text(line.sums.received),
            money_text(line.sums.late) if line.sums.late_count else "",
        )
        for line in lines
    ]
    return Listing(columns, rows, _("No pledge."))


def instalment_listing(instalments: Sequence[Instalment]) -> Listing:
    """Return instalments as rows."""
    columns = (
        Column(_("Pledge"), at_right=True),
        Column(_("Due on"), at_right=True),
        Column(_("Donor")),
        Column(_("Amount"), at_right=True),
        Column(_("State")),
    )
    rows = [
        (
            str(one.pledge_id),
            day_text(one.due_on),
            one.donor_name,
            money_text(one.amount),
            label(one.state),
        )
        for one in instalments
    ]
    return Listing(columns, rows, _("Nothing is expected."))


def pledge_facts(pledge: Pledge, tier: str) -> Listing:
    """Return a pledge to read; ``tier`` is the name of its tier, empty without one."""
    content = pledge.content
    ends_on, since = content.ends_on, pledge.state_on
    state = label(pledge.state)
    return facts(
        (_("Donor"), pledge.donor_name),
        (_("Amount"), f"{money_text(content.amount)} · {label(content.frequency)}"),
        (_("Mode"), label(content.mode)),
        (_("Campaign"), content.campaign),
        (_("Tier"), tier),
        (_("First due"), day_text(content.starts_on)),
        (_("Last due"), day_text(ends_on) if ends_on else ""),
        (_("State"), f"{state} · {day_text(since)}" if since else state),
        (_("Note"), content.note),
    )


def schedule_listing(instalments: Sequence[Instalment]) -> Listing:
    """Return the instalments of one pledge as rows, with the gift that fulfilled each."""
    columns = (
        Column(_("Due on"), at_right=True),
        Column(_("Amount"), at_right=True),
        Column(_("State")),
        Column(_("Received on"), at_right=True),
        Column(_("Gift"), at_right=True),
    )
    rows = [
        (
            day_text(one.due_on),
            money_text(one.amount),
            label(one.state),
            day_text(one.received_on) if one.received_on else "",
            str(one.donation_id) if one.donation_id else "",
        )
        for one in instalments
    ]
    return Listing(columns, rows, _("Nothing is expected."))
