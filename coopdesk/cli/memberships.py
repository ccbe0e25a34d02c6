"""Commands about memberships: types, list, join, pay, leave, renew, figures."""

from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.documents import payment_document
from coopdesk.cli.jobs import job
from coopdesk.cli.member_documents import (
    days_text,
    departure_document,
    membership_document,
    membership_line_document,
    membership_listing,
    renewal_document,
    renewal_listing,
    type_document,
    type_listing,
)
from coopdesk.cli.member_words import parse_period, parse_share, type_named
from coopdesk.cli.options import (
    IdArgument,
    LimitOption,
    ModeOption,
    OptionalYearOption,
    SearchOption,
    coded,
    command,
    optional,
    optional_code,
    parse_count,
    parse_day,
)
from coopdesk.cli.output import Answer, Listing
from coopdesk.domain.members import (
    DepartureReason,
    MemberStatus,
    NewDeparture,
    NewMembership,
)
from coopdesk.domain.membership_fees import instalment_plan
from coopdesk.domain.membership_lists import MembershipFilter
from coopdesk.domain.money import Money, parse_amount, total
from coopdesk.domain.renewing import RenewalOrder, RenewalRequest, RenewalTerms
from coopdesk.domain.shared_payments import NewSharedPayment
from coopdesk.wording.formats import money_text, number_text
from coopdesk.wording.language import _, ngettext

app = typer.Typer()

TypeOption = Annotated[
    str,
    typer.Option("--type", metavar=_("TYPE"), help=_("The type, by its name or number.")),
]


@command(app, "types", _("List the types of membership."))
def list_types(
    call: Call,
    *,
    archived: Annotated[
        bool, typer.Option("--archived", metavar="", help=_("Those out of use as well."))
    ] = False,
) -> Answer:
    """Answer with the types in their order."""
    with call.opened() as services:
        types = services.membership_types.list(archived=archived)
    return Answer({"types": [type_document(one) for one in types]}, (type_listing(types),))


_LIST_FIELDS = {
    "status": optional_code("--status", _("Only members of this status."), MemberStatus),
    "type_name": optional("--type", _("Only this type."), _("TYPE")),
}


@command(app, "list", _("List the memberships."), _LIST_FIELDS)
def list_memberships(
    call: Call,
    year: OptionalYearOption = None,
    search: SearchOption = "",
    limit: LimitOption = None,
    *,
    unpaid: Annotated[
        bool, typer.Option("--unpaid", metavar="", help=_("Only those with money due."))
    ] = False,
    **fields: Any,
) -> Answer:
    """Answer with the memberships of a year, or with all."""
    with call.opened() as services:
        name = fields["type_name"]
        wanted = MembershipFilter(
            text=search,
            status=fields["status"],
            type_ids=(type_named(services, name).id,) if name else (),
            year=year,
            paid=False if unpaid else None,
        )
        lines = services.members.find(wanted, limit)
        sums = services.members.sums(wanted)
    document = {
        "memberships": [membership_line_document(line) for line in lines],
        "count": sums.count,
        "due_cents": sums.due.cents,
        "paid_cents": sums.paid.cents,
        "remainder_cents": sums.remainder.cents,
    }
    text = _("Memberships: {count}; due: {due}; paid: {paid}; remainder: {rest}").format(
        count=number_text(sums.count),
        due=money_text(sums.due),
        paid=money_text(sums.paid),
        rest=money_text(sums.remainder),
    )
    return Answer(document, (membership_listing(lines), text))


_JOIN_FIELDS = {
    "day": optional("--date", _("Day of joining; today if not given."), _("DATE"), parse_day),
    "fee": optional("--fee", _("The fee; that of the type if not given."), _("AMOUNT")),
    "instalments": optional(
        "--instalments", _("Pay in so many monthly parts."), _("N"), parse_count
    ),
    "note": optional("--note", _("Note."), _("TEXT")),
}


@command(app, "join", _("Make a contact a member."), _JOIN_FIELDS)
def join(call: Call, number: IdArgument, type_name: TypeOption, **fields: Any) -> Answer:
    """Record a membership on the terms of its type."""
    day = fields["day"] or call.today()
    with call.opened() as services:
        kind = type_named(services, type_name)
        terms = services.members.propose(number, kind.id, day)
        fee = parse_amount(fields["fee"]) if fields["fee"] else terms.fee
        count = fields["instalments"]
        due = fee + terms.joining_fee
        new = NewMembership(
            number,
            kind.id,
            terms.period,
            fee,
            terms.joining_fee,
            terms.covered_ids,
            instalment_plan(due, count, day) if count else (),
            terms.previous_id,
            fields["note"] or "",
        )
        membership = services.members.join(new).value
        (line,) = services.members.lines([membership.id])
    text = _("Membership no. {id} recorded: {name}, {days}, {amount} due").format(
        id=membership.id,
        name=line.name,
        days=days_text(line.start, line.end),
        amount=money_text(line.due),
    )
    return Answer({"membership": membership_document(membership)}, (text,))


_PAY_FIELDS = {
    "day": optional(
        "--date", _("Date of the payment; today if not given."), _("DATE"), parse_day
    ),
    "payer": optional(
        "--payer", _("Number of the contact who pays."), _("NUMBER"), parse_count
    ),
    "amount": optional(
        "--amount", _("The whole payment; the parts must add up to it."), _("AMOUNT")
    ),
    "label": optional("--label", _("Label."), _("TEXT")),
}


@command(app, "pay", _("Record one payment for one or several memberships."), _PAY_FIELDS)
def pay(
    call: Call,
    shares: Annotated[
        list[str],
        typer.Argument(
            metavar=_("PART …"),
            help=_(
                "NUMBER or NUMBER=AMOUNT for a membership, KIND=AMOUNT for the rest "
                "(gift=10, registration=8)."
            ),
        ),
    ],
    mode: ModeOption,
    **fields: Any,
) -> Answer:
    """Share a payment between memberships, a gift and other things."""
    with call.opened() as services:
        parts = tuple(parse_share(services, text) for text in shares)
        given = fields["amount"]
        amount = parse_amount(given) if given else total(part.amount for part in parts)
        new = NewSharedPayment(
            fields["payer"],
            fields["day"] or call.today(),
            amount,
            mode,
            parts,
            fields["label"] or "",
        )
        payment = services.members.record_payment(new).value
    text = _("Payment no. {id} recorded: {amount}").format(
        id=payment.id, amount=money_text(payment.content.amount)
    )
    return Answer({"payment": payment_document(payment)}, (text,))


_LEAVE_FIELDS = {
    "day": optional("--date", _("Day of leaving; today if not given."), _("DATE"), parse_day),
    "note": optional("--note", _("Note."), _("TEXT")),
}


@command(app, "leave", _("Record that a member leaves."), _LEAVE_FIELDS)
def leave(
    call: Call,
    number: IdArgument,
    reason: Annotated[DepartureReason, coded(DepartureReason, _("Why."))],
    **fields: Any,
) -> Answer:
    """Record a departure; Ctrl+Z in the window or operations undo takes it back."""
    new = NewDeparture(number, fields["day"] or call.today(), reason, fields["note"] or "")
    with call.opened() as services:
        departure = services.members.leave(new).value
        name = services.contacts.get(number).display_name
    text = _("Departure recorded: {name}").format(name=name)
    return Answer({"departure": departure_document(departure)}, (text,))


_RENEW_FIELDS = {
    "type_name": optional("--type", _("Only this type; all in use if not given."), _("TYPE")),
    "terms": optional_code(
        "--fee", _("The fee of the type, or that of the last time."), RenewalTerms
    ),
}


@command(app, "renew", _("Renew all memberships that are due."), _RENEW_FIELDS)
def renew(
    call: Call,
    period: Annotated[
        str,
        typer.Option(
            metavar=_("YEAR|MONTH|FROM..TO"),
            help=_("When the new memberships begin: 2027, 2027-03, 2027-01-01..2027-06-30."),
        ),
    ],
    *,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", metavar="", help=_("Only say what would be done."))
    ] = False,
    unpaid: Annotated[
        bool,
        typer.Option(
            "--with-unpaid", metavar="", help=_("Those who never paid the last time as well.")
        ),
    ] = False,
    lapsed: Annotated[
        bool,
        typer.Option("--with-lapsed", metavar="", help=_("Those who stopped before as well.")),
    ] = False,
    **fields: Any,
) -> Answer:
    """Preview a renewal, or carry it out in one operation."""
    terms = fields["terms"] or RenewalTerms.TYPE
    days = parse_period(period)
    with call.opened() as services, job(_("Renewing memberships")) as progress:
        name = fields["type_name"]
        type_ids = (type_named(services, name).id,) if name else ()
        request = RenewalRequest(days, type_ids, include_unpaid=unpaid, include_lapsed=lapsed)
        preview = services.renewals.preview(request)
        made: tuple[int, ...] = ()
        if not dry_run:
            order = RenewalOrder(request, terms)
            made = services.renewals.apply(order, progress).value
    amount: Money = preview.total(terms)
    document = {
        "renewed": not dry_run,
        "lines": [renewal_document(line, terms) for line in preview.lines],
        "left_out": [renewal_document(line, terms) for line in preview.left_out],
        "membership_ids": list(made),
        "count": len(preview.lines),
        "due_cents": amount.cents,
    }
    count = len(preview.lines)
    done = ngettext(
        "{count} membership renewed: {due}", "{count} memberships renewed: {due}", count
    )
    plan = ngettext(
        "{count} membership to renew: {due}", "{count} memberships to renew: {due}", count
    )
    text = (plan if dry_run else done).format(count=number_text(count), due=money_text(amount))
    parts: list[Listing | str] = [renewal_listing(preview.lines, terms), text]
    if preview.left_out:
        parts += [_("Left out:"), renewal_listing(preview.left_out, terms)]
    return Answer(document, tuple(parts))
