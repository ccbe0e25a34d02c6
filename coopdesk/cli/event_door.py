"""Commands of the day of an event: money at the door, given back, and who is there."""

from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.event_registrations import ForceOption
from coopdesk.cli.event_words import EventArgument, event_id
from coopdesk.cli.failures import UsageProblemError
from coopdesk.cli.inventory_words import amount
from coopdesk.cli.options import (
    IdArgument,
    ModeOption,
    command,
    optional,
    parse_count,
    parse_day,
)
from coopdesk.cli.output import Answer, named
from coopdesk.cli.registration_documents import (
    party_document,
    registration_document,
    registration_listing,
)
from coopdesk.domain.check_in import matching
from coopdesk.domain.event_registrations import DoorPayment, Registration
from coopdesk.domain.money import ZERO, Money, parse_amount
from coopdesk.services.registry import Services
from coopdesk.wording.formats import money_text, number_text
from coopdesk.wording.language import _

app = typer.Typer()

_DATE = optional("--date", _("Day; today if none."), _("DATE"), parse_day)
_BOX = optional(
    "--cash-box", _("Number of the cash box it goes into or comes from."), _("N"), parse_count
)
AmountArgument = Annotated[
    str, typer.Argument(metavar=_("AMOUNT"), help=_("Amount, such as 12,50."))
]


@command(
    app,
    "pay",
    _("Record what somebody registered pays, also for those who pay together."),
    {
        "on": _DATE,
        "gift": optional("--gift", _("What is given on top."), _("AMOUNT"), parse_amount),
        "cash_box": _BOX,
    },
)
def pay(
    call: Call, number: IdArgument, paid: AmountArgument, mode: ModeOption, **fields: Any
) -> Answer:
    """Record a payment of the party of a registration."""
    with call.opened() as services:
        party_id = services.registrations.get(number).party_id
        new = DoorPayment(
            fields["on"] or call.today(),
            amount(paid),
            mode,
            fields["gift"] or ZERO,
            fields["cash_box"],
        )
        payment = services.registrations.pay(party_id, new).value
        told = _("Payment no. {id} recorded: {amount}")
        return _money_answer(services, party_id, payment.id, payment.content.amount, told)


@command(
    app,
    "refund",
    _("Record what goes back to somebody registered, of what was paid."),
    {"on": _DATE, "cash_box": _BOX},
)
def refund(
    call: Call, number: IdArgument, back: AmountArgument, mode: ModeOption, **fields: Any
) -> Answer:
    """Record money that goes back to the party of a registration."""
    with call.opened() as services:
        party_id = services.registrations.get(number).party_id
        box_id = fields["cash_box"]
        payment = services.registrations.refund(
            party_id, amount(back), mode, fields["on"] or call.today(), cash_box_id=box_id
        ).value
        told = _("Payment no. {id} recorded: {amount} given back")
        return _money_answer(services, party_id, payment.id, payment.content.amount, told)


@command(
    app,
    "check-in",
    _("Say who is there; without a name, how many are."),
    {
        "session": optional("--session", _("Number of the session."), _("NUMBER"), parse_count),
    },
)
def check_in(
    call: Call,
    event: EventArgument,
    who: Annotated[
        str, typer.Argument(metavar=_("NAME"), help=_("Name, or the code of the badge."))
    ] = "",
    *,
    force: ForceOption = False,
    back: Annotated[
        bool, typer.Option("--back", metavar="", help=_("They are not there after all."))
    ] = False,
    **fields: Any,
) -> Answer:
    """Note the one whom the words mean; several are listed, and nobody is noted."""
    session_id = fields["session"]
    with call.opened() as services:
        key = event_id(services, event)
        if not who.strip():
            return _presence(services, key)
        found = matching(services.check_in.entries(key), who)
        if not found:
            raise UsageProblemError(_("Nobody registered is called “{name}”.").format(name=who))
        if len(found) > 1:
            ids = [one.registration_id for one in found]
            return _several(services.registrations.lines(ids))
        number = found[0].registration_id
        if back:
            one = services.check_in.take_back(number, session_id).value
            return _there(one, _("{name} is not there."))
        arrival = services.check_in.check_in(number, session_id, force=force).value
    again = _("{name} was there already.")
    return _there(arrival.registration, again if arrival.was_there else _("{name} is there."))


def _presence(services: Services, key: int) -> Answer:
    counts = services.registrations.counts(key)
    by_session = services.check_in.present_counts(key)
    titles = {one.id: one.content.title for one in services.events.sheet(key).sessions}
    text = _("There: {present} of {registered}").format(
        present=number_text(counts.present), registered=number_text(counts.registered)
    )
    lines = [
        named(titles[session_id], number_text(count))
        for session_id, count in by_session.items()
        if session_id is not None
    ]
    sessions = [{"session_id": x, "present": count} for x, count in by_session.items()]
    document = {
        "event_id": key,
        "present": counts.present,
        "registered": counts.registered,
        "sessions": sessions,
    }
    return Answer(document, (text, *lines))


def _several(found: list[Registration]) -> Answer:
    text = _("Several are called so: give more of the name, or the code. Nobody was noted.")
    document = {"registrations": [registration_document(one) for one in found]}
    return Answer(document, (registration_listing(found), text), 1)


def _there(one: Registration, template: str) -> Answer:
    text = template.format(name=one.name)
    return Answer({"registration": registration_document(one)}, (text,))


def _money_answer(
    services: Services, party_id: int, payment_id: int, paid: Money, template: str
) -> Answer:
    party = services.registrations.party(party_id)
    text = template.format(id=payment_id, amount=money_text(paid))
    left = _("Left of what is due: {amount}").format(amount=money_text(party.left))
    document = {"payment_id": payment_id, "party": party_document(party)}
    return Answer(document, (text, left))
