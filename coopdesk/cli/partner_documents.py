"""How partners and their fees read on the command line: JSON documents and listings."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from coopdesk.cli.agreement_documents import agreement_document, agreement_listing
from coopdesk.cli.commitment_documents import commitment_document, commitment_listing
from coopdesk.cli.output import Column, Listing, facts
from coopdesk.wording.formats import day_text, money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from coopdesk.cli.documents import Document
    from coopdesk.domain.partner_sheets import PartnerGrant, PartnerSheet
    from coopdesk.domain.partners import NetworkFee, NetworkRow, Partner, PartnerLine
    from coopdesk.domain.volunteering import Contribution


def line_document(line: PartnerLine) -> Document:
    """Return one row of the list of partners."""
    return asdict(line)


def partner_document(partner: Partner) -> Document:
    """Return a partner with the names of those it names."""
    return {
        "id": partner.id,
        **asdict(partner.content),
        "name": partner.name,
        "town": partner.town,
        "referent": partner.referent_name,
    }


def network_document(row: NetworkRow) -> Document:
    """Return what a partner takes part in."""
    return {
        "contact_id": row.contact_id,
        "name": row.name,
        "kind": row.kind,
        "level": row.level,
        "groups": list(row.groups),
        "events": list(row.events),
        "agreements": list(row.agreements),
        "granted_cents": row.granted.cents,
        "in_kind_cents": row.in_kind.cents,
        "fees_cents": row.fees.cents,
    }


def fee_document(fee: NetworkFee) -> Document:
    """Return a fee of a network."""
    content = fee.content
    return {
        "id": fee.id,
        "contact_id": content.contact_id,
        "network": fee.name,
        "year": content.year,
        "label": content.label,
        "amount_cents": content.amount.cents,
        "due_on": content.due_on,
        "activity_id": content.activity_id,
        "note": content.note,
        "payment_id": fee.payment_id,
        "paid_on": fee.paid_on,
    }


def sheet_document(sheet: PartnerSheet, today: dt.date) -> Document:
    """Return a partner with all that ties us."""
    return {
        "partner": partner_document(sheet.partner),
        "people": [
            {"contact_id": x.content.person_id, "name": x.person_name, "role": x.content.role,
             "started_on": x.content.started_on, "ended_on": x.content.ended_on}
            for x in sheet.people
        ],
        "agreements": [agreement_document(x, today) for x in sheet.agreements],
        "commitments": [commitment_document(x, today) for x in sheet.commitments],
        "fees": [fee_document(x) for x in sheet.fees],
        "grants": [_grant_document(x) for x in sheet.grants],
        "contributions": [_contribution_document(x) for x in sheet.contributions],
        "groups": [asdict(x) for x in sheet.groups],
        "events": [asdict(x) for x in sheet.events],
    }  # fmt: skip


def _grant_document(grant: PartnerGrant) -> Document:
    return {
        "request_id": grant.request_id,
        "title": grant.title,
        "state": grant.state,
        "asked_cents": grant.asked.cents if grant.asked else None,
        "granted_cents": grant.granted.cents,
        "paid_cents": grant.paid.cents,
    }


def _contribution_document(given: Contribution) -> Document:
    return {
        "id": given.id,
        "kind": given.content.kind,
        "given_on": given.content.given_on,
        "label": given.content.label,
        "amount_cents": given.content.amount.cents,
    }


def partner_listing(lines: Sequence[PartnerLine]) -> Listing:
    """Return the list of partners to read."""
    columns = (
        Column(_("No."), at_right=True),
        Column(_("Partner")),
        Column(_("Kind")),
        Column(_("Level"), rare=True),
        Column(_("Town"), rare=True),
        Column(_("Persons"), at_right=True, rare=True),
        Column(_("Agreements in force"), at_right=True),
        Column(_("We owe"), at_right=True),
        Column(_("They owe"), at_right=True),
        Column(_("Commitments late"), at_right=True),
    )
    rows = [
        (
            str(one.id),
            one.name,
            label(one.kind),
            label(one.level) if one.level.value else "",
            one.town,
            *map(number_text, (one.people, one.agreements, one.open_ours, one.open_theirs)),
            number_text(one.overdue),
        )
        for one in lines
    ]
    return Listing(columns, rows, _("No partner."))


def network_listing(rows: Sequence[NetworkRow]) -> Listing:
    """Return the network to read."""
    columns = (
        Column(_("Partner")),
        Column(_("Groups")),
        Column(_("Events")),
        Column(_("Agreements")),
        Column(_("Grants"), at_right=True),
        Column(_("In kind"), at_right=True),
        Column(_("Fees of networks"), at_right=True),
    )
    told = [
        (
            one.name,
            ", ".join(one.groups),
            ", ".join(one.events),
            ", ".join(one.agreements),
            *(money_text(x) if x else "" for x in (one.granted, one.in_kind, one.fees)),
        )
        for one in rows
    ]
    return Listing(columns, told, _("No partner."))


def fee_listing(fees: Sequence[NetworkFee]) -> Listing:
    """Return fees of networks to read."""
    columns = (
        Column(_("No."), at_right=True),
        Column(_("Year"), at_right=True),
        Column(_("Network or federation")),
        Column(_("Label")),
        Column(_("Amount"), at_right=True),
        Column(_("Due on"), at_right=True),
        Column(_("Paid on"), at_right=True),
    )
    rows = [
        (
            str(one.id),
            str(one.content.year),
            one.name,
            one.content.label,
            money_text(one.content.amount),
            day_text(one.content.due_on) if one.content.due_on else "",
            day_text(one.paid_on) if one.paid_on else "",
        )
        for one in fees
    ]
    return Listing(columns, rows, _("No fee of a network."))


def sheet_parts(sheet: PartnerSheet, today: dt.date) -> tuple[Listing | str, ...]:
    """Return a partner to read; parts that say nothing are left out."""
    partner, content = sheet.partner, sheet.partner.content
    said = facts(
        (_("Partner"), partner.name),
        (_("Kind"), label(content.kind)),
        (_("Level"), label(content.level) if content.level.value else ""),
        (_("Town"), partner.town),
        (_("Followed by"), partner.referent_name),
        (_("What we do together"), content.purpose),
        (_("Partner since"), day_text(content.started_on) if content.started_on else ""),
        (_("Partner until"), day_text(content.ended_on) if content.ended_on else ""),
        (_("Note"), content.note),
    )
    inside = [(str(x.content.person_id), x.person_name, x.content.role) for x in sheet.people]
    people = (Column(_("No."), at_right=True), Column(_("Person")), Column(_("Role")))
    grants = [(str(x.request_id), x.title, label(x.state)) for x in sheet.grants]
    asked = (Column(_("No."), at_right=True), Column(_("Grant")), Column(_("State")))
    lists = (
        Listing(people, inside),
        agreement_listing(sheet.agreements, today),
        commitment_listing(sheet.commitments, today),
        Listing(asked, grants),
        fee_listing(sheet.fees),
        _names(_("Groups"), [x.name for x in sheet.groups]),
        _names(_("Events"), [x.title for x in sheet.events]),
    )
    return (said, *(one for one in lists if one.rows))


def _names(title: str, names: Sequence[str]) -> Listing:
    return Listing((Column(title),), [(name,) for name in names])
