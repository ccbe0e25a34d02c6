"""How members read in JSON answers and in listings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.cli.output import Column, Listing
from coopdesk.wording.formats import day_text, money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _
from coopdesk.wording.standing import standing_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from coopdesk.cli.documents import Document
    from coopdesk.domain.member_statistics import YearFigures
    from coopdesk.domain.members import (
        Departure,
        Membership,
        MembershipLine,
        MembershipType,
    )
    from coopdesk.domain.renewing import RenewalLine, RenewalTerms


def type_document(kind: MembershipType) -> Document:
    """Return a kind of membership."""
    new = kind.content
    return {
        "id": kind.id,
        "name": new.name,
        "amount_kind": new.amount_kind,
        "amount_cents": new.amount.cents,
        "holder": new.holder,
        "who": new.who,
        "college": new.college,
        "has_vote": new.has_vote,
        "period": new.period,
        "joining_fee_cents": new.joining_fee.cents,
        "prorata": new.prorata,
        "counterpart_cents": new.counterpart.cents,
        "receipt_eligible": new.receipt_eligible,
        "account": new.account,
        "outside_names": list(new.outside_names),
        "archived": kind.archived,
        "count": kind.count,
    }


def membership_line_document(line: MembershipLine) -> Document:
    """Return one row of the list of memberships."""
    return {
        "id": line.id,
        "contact_id": line.contact_id,
        "name": line.name,
        "number": line.number,
        "type_id": line.type_id,
        "type": line.type_name,
        "college": line.college,
        "start": line.start,
        "end": line.end,
        "due_cents": line.due.cents,
        "paid_cents": line.paid.cents,
        "remainder_cents": line.remainder.cents,
        "status": line.status,
        "covered": line.covered,
        "cancelled_on": line.cancelled_on,
    }


def membership_document(membership: Membership) -> Document:
    """Return a membership with its instalments."""
    content = membership.content
    return {
        "id": membership.id,
        "contact_id": content.contact_id,
        "type_id": content.type_id,
        "start": content.period.start,
        "end": content.period.end,
        "fee_cents": content.fee.cents,
        "joining_fee_cents": content.joining_fee.cents,
        "paid_cents": membership.paid.cents,
        "remainder_cents": membership.remainder.cents,
        "covered_ids": list(content.covered_ids),
        "instalments": [
            {"due_on": part.due_on, "amount_cents": part.amount.cents}
            for part in content.instalments
        ],
        "previous_id": content.previous_id,
        "note": content.note,
        "cancelled_on": membership.cancelled_on,
    }


def departure_document(departure: Departure) -> Document:
    """Return a departure."""
    new = departure.content
    return {
        "id": departure.id,
        "contact_id": new.contact_id,
        "left_on": new.left_on,
        "reason": new.reason,
        "note": new.note,
    }


def renewal_document(line: RenewalLine, terms: RenewalTerms) -> Document:
    """Return a membership to renew, or left out with the reason."""
    return {
        "previous_id": line.previous_id,
        "contact_id": line.contact_id,
        "name": line.name,
        "type_id": line.type_id,
        "type": line.type_name,
        "start": line.period.start,
        "end": line.period.end,
        "same_fee_cents": line.same_fee.cents,
        "type_fee_cents": line.type_fee.cents,
        "fee_cents": line.fee(terms).cents,
        "reason": line.reason,
    }


def year_document(row: YearFigures) -> Document:
    """Return the figures of a year."""
    counts = {figure.value: found.count for figure, found in row.figures.items()}
    return {"year": row.year, "type_id": row.type_id, "type": row.type_name, **counts}


def type_listing(types: Sequence[MembershipType]) -> Listing:
    """Return kinds of membership as rows."""
    columns = (
        Column(_("No."), at_right=True),
        Column(_("Name")),
        Column(_("Amount"), at_right=True),
        Column(_("Period")),
        Column(_("Who"), rare=True),
        Column(_("Memberships"), at_right=True),
    )
    rows = [
        (
            str(kind.id),
            kind.content.name,
            money_text(kind.content.amount),
            label(kind.content.period),
            label(kind.content.who),
            number_text(kind.count),
        )
        for kind in types
    ]
    return Listing(columns, rows, _("No type of membership."))


def membership_listing(lines: Sequence[MembershipLine]) -> Listing:
    """Return memberships as rows."""
    columns = (
        Column(_("No."), at_right=True),
        Column(_("Contact"), at_right=True, rare=True),
        Column(_("Name")),
        Column(_("Membership type")),
        Column(_("Period")),
        Column(_("Due"), at_right=True),
        Column(_("Remainder"), at_right=True),
        Column(_("Status")),
    )
    rows = [
        (
            str(line.id),
            str(line.contact_id),
            line.name,
            line.type_name,
            days_text(line.start, line.end),
            money_text(line.due),
            money_text(line.remainder),
            standing_text(line.status, is_unpaid=bool(line.remainder)),
        )
        for line in lines
    ]
    return Listing(columns, rows, _("No membership."))


def renewal_listing(lines: Sequence[RenewalLine], terms: RenewalTerms) -> Listing:
    """Return memberships to renew as rows, or those left out with the reason."""
    columns = (
        Column(_("Contact"), at_right=True),
        Column(_("Name")),
        Column(_("Membership type")),
        Column(_("Period")),
        Column(_("Last fee"), at_right=True, rare=True),
        Column(_("Fee"), at_right=True),
        Column(_("Why")),
    )
    rows = [
        (
            str(line.contact_id),
            line.name,
            line.type_name,
            days_text(line.period.start, line.period.end),
            money_text(line.same_fee),
            money_text(line.fee(terms)),
            label(line.reason) if line.reason else "",
        )
        for line in lines
    ]
    return Listing(columns, rows, _("Nobody."))


def days_text(start: dt.date, end: dt.date) -> str:
    """Return the days of a period; one for life has no end."""
    if end.year == 9999:
        return _("from {start}, for life").format(start=day_text(start))
    return f"{day_text(start)} – {day_text(end)}"
