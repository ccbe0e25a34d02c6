"""Commands about cooperative shares: holders, subscribe, withdraw, register, certificate."""

from pathlib import Path
from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.documents import Document
from coopdesk.cli.options import (
    IdArgument,
    ToOption,
    command,
    optional,
    parse_count,
    parse_day,
    subject_app,
)
from coopdesk.cli.output import Answer, Column, Listing
from coopdesk.domain.money import parse_amount
from coopdesk.domain.shares import NewShareMovement, ShareMove, ShareMovement
from coopdesk.wording.formats import day_text, money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

app = subject_app("shares", _("Cooperative shares."))

OnOption = Annotated[
    str | None,
    typer.Option(
        "--on",
        metavar=_("DATE"),
        help=_("As of this day; today if not given."),
        parser=parse_day,
    ),
]
CountOption = Annotated[
    int, typer.Option(metavar=_("N"), help=_("How many shares."), parser=parse_count)
]


@command(app, "list", _("List who holds shares."))
def list_holders(call: Call, on: OnOption = None) -> Answer:
    """Answer with the holders of a day and what they hold together."""
    day = call.today() if on is None else parse_day(on)
    with call.opened() as services:
        holders, totals = services.shares.holders(day), services.shares.totals(day)
    document = {
        "on": day,
        "holders": [
            {
                "contact_id": each.contact_id,
                "name": each.name,
                "number": each.member_number,
                "shares": each.shares,
                "capital_cents": each.capital.cents,
                "since": each.since,
            }
            for each in holders
        ],
        "shares": totals.shares,
        "capital_cents": totals.capital.cents,
    }
    columns = (
        Column(_("No."), at_right=True),
        Column(_("Name")),
        Column(_("Shares"), at_right=True),
        Column(_("Capital"), at_right=True),
        Column(_("Since"), at_right=True),
    )
    rows = [
        (
            str(each.contact_id),
            each.name,
            number_text(each.shares),
            money_text(each.capital),
            day_text(each.since),
        )
        for each in holders
    ]
    text = _("Holders: {holders}; shares: {shares}; capital: {capital}").format(
        holders=number_text(totals.holders),
        shares=number_text(totals.shares),
        capital=money_text(totals.capital),
    )
    return Answer(document, (Listing(columns, rows, _("Nobody holds shares.")), text))


_FIELDS = {
    "day": optional("--date", _("Day; today if not given."), _("DATE"), parse_day),
    "nominal": optional(
        "--nominal", _("Value of one share, if not that of the settings."), _("AMOUNT")
    ),
    "note": optional("--note", _("Note."), _("TEXT")),
}


@command(app, "subscribe", _("Record that somebody subscribes shares."), _FIELDS)
def subscribe(call: Call, number: IdArgument, shares: CountOption, **given: Any) -> Answer:
    """Enter a subscription in the register."""
    return _record(call, number, ShareMove.SUBSCRIPTION, shares, given)


@command(app, "withdraw", _("Record that somebody withdraws shares."), _FIELDS)
def withdraw(call: Call, number: IdArgument, shares: CountOption, **given: Any) -> Answer:
    """Enter a withdrawal in the register."""
    return _record(call, number, ShareMove.WITHDRAWAL, shares, given)


def _record(
    call: Call, contact_id: int, kind: ShareMove, shares: int, given: dict[str, Any]
) -> Answer:
    with call.opened() as services:
        proposed = services.shares.proposed(contact_id, kind)
        nominal = given["nominal"]
        movement = services.shares.record(
            NewShareMovement(
                contact_id,
                kind,
                given["day"] or proposed.moved_on,
                shares,
                proposed.nominal if nominal is None else parse_amount(nominal),
                given["note"] or "",
            )
        ).value
    text = _("Movement no. {number} recorded: {name}, {shares}; now holds {balance}").format(
        number=movement.number,
        name=movement.name,
        shares=_signed(movement),
        balance=number_text(movement.balance),
    )
    return Answer({"movement": _movement_document(movement)}, (text,))


@command(app, "register", _("Show the register of movements, or write it as PDF."))
def show_register(
    call: Call,
    path: Annotated[
        Path | None,
        typer.Option("--to", metavar=_("FILE"), help=_("Write it into a PDF file.")),
    ] = None,
) -> Answer:
    """Answer with every movement in the order of its number."""
    with call.opened() as services:
        movements = services.shares.register()
        if path is not None:
            services.shares.write_register(path)
    document = {"file": path, "movements": [_movement_document(x) for x in movements]}
    if path is not None:
        return Answer(document, (_("Register written: {file}").format(file=path),))
    columns = (
        Column(_("No."), at_right=True),
        Column(_("Date"), at_right=True),
        Column(_("Name")),
        Column(_("Kind")),
        Column(_("Shares"), at_right=True),
        Column(_("Amount"), at_right=True),
        Column(_("Holds"), at_right=True),
    )
    rows = [
        (
            number_text(each.number),
            day_text(each.content.moved_on),
            each.name,
            label(each.content.kind),
            _signed(each),
            money_text(each.amount),
            number_text(each.balance),
        )
        for each in movements
    ]
    return Answer(document, (Listing(columns, rows, _("The register is empty.")),))


@command(app, "certificate", _("Write a certificate of shares."))
def write_certificate(
    call: Call, number: IdArgument, path: ToOption, on: OnOption = None
) -> Answer:
    """Write what a contact holds on a day."""
    day = call.today() if on is None else parse_day(on)
    with call.opened() as services:
        services.shares.write_certificate(number, path, day)
    text = _("Certificate written: {file}").format(file=path)
    return Answer({"contact_id": number, "on": day, "file": path}, (text,))


def _signed(movement: ShareMovement) -> str:
    sign = "+" if movement.signed_shares > 0 else ""
    return f"{sign}{number_text(movement.signed_shares)}"


def _movement_document(movement: ShareMovement) -> Document:
    content = movement.content
    return {
        "number": movement.number,
        "contact_id": content.contact_id,
        "name": movement.name,
        "kind": content.kind,
        "moved_on": content.moved_on,
        "shares": movement.signed_shares,
        "nominal_cents": content.nominal.cents,
        "balance": movement.balance,
        "note": content.note,
    }
