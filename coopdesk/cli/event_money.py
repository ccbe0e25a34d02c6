"""Commands about the money of events: tickets of platforms, the result, page and workbook."""

from pathlib import Path
from typing import Annotated

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.event_money_answers import (
    offer_document,
    offer_listing,
    result_document,
    result_parts,
)
from coopdesk.cli.event_words import EventArgument, event_id
from coopdesk.cli.failures import UsageProblemError
from coopdesk.cli.file_endings import ending_of
from coopdesk.cli.options import ToOption, command, parse_count
from coopdesk.cli.output import Answer
from coopdesk.domain.event_tickets import TicketForm, TicketsTaken
from coopdesk.domain.text import fold
from coopdesk.services.saving import save
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _

app = typer.Typer()

_OptionalTo = Annotated[
    Path | None,
    typer.Option(
        "--to", metavar=_("FILE"), help=_("Write it: one page (.pdf) or a workbook (.xlsx).")
    ),
]


@command(app, "result", _("Show what an event earned and cost, tied to the books."))
def show_result(call: Call, event: EventArgument, path: _OptionalTo = None) -> Answer:
    """Answer with the result by account, and what stands beside the books."""
    suffix = ending_of(path, ".pdf", ".xlsx") if path else ""
    with call.opened() as services:
        key = event_id(services, event)
        found = services.event_money.result(key)
        if path:
            papers = services.event_papers
            save(path, papers.workbook(key) if suffix == ".xlsx" else papers.sheet_pdf(key))
    document = {**result_document(found), "file": path}
    written = (_("Written: {file}").format(file=path),) if path else ()
    return Answer(document, (*result_parts(found), *written))


@command(
    app, "workbook", _("Write an event as a workbook: people, payments, cash box, result.")
)
def write_workbook(call: Call, event: EventArgument, path: ToOption) -> Answer:
    """Write the workbook."""
    ending_of(path, ".xlsx")
    with call.opened() as services:
        key = event_id(services, event)
        save(path, services.event_papers.workbook(key))
    return Answer(
        {"event_id": key, "file": path}, (_("Workbook written: {file}").format(file=path),)
    )


@command(app, "sheet", _("Write an event on one page: what, when, where, who came, its money."))
def write_sheet(call: Call, event: EventArgument, path: ToOption) -> Answer:
    """Write the page as PDF."""
    ending_of(path, ".pdf")
    with call.opened() as services:
        key = event_id(services, event)
        save(path, services.event_papers.sheet_pdf(key))
    return Answer(
        {"event_id": key, "file": path}, (_("Page written: {file}").format(file=path),)
    )


@command(app, "tickets", _("List the tickets of platforms that no event has taken."))
def list_tickets(call: Call, event: EventArgument) -> Answer:
    """Answer with what is offered, by the form that sold it."""
    with call.opened() as services:
        key = event_id(services, event)
        offers = services.event_tickets.offers(key)
        followed = services.event_tickets.followed(key)
    names = sorted(name for _source, name in followed.tariffs if name)
    document = {
        "event_id": key,
        "offers": [offer_document(rank, one) for rank, one in enumerate(offers, start=1)],
        "follows": names,
    }
    told = (_("Come by themselves: {names}").format(names=", ".join(names)),) if names else ()
    return Answer(document, (offer_listing(offers), *told))


@command(app, "take-tickets", _("Register those who bought tickets, now and in later imports."))
def take_tickets(
    call: Call,
    event: EventArgument,
    ranks: Annotated[
        list[int] | None,
        typer.Argument(
            metavar=_("RANK …"),
            help=_("Which ones, as “events tickets” numbers them; all if none."),
            parser=parse_count,
        ),
    ] = None,
    tariffs: Annotated[
        list[str] | None,
        typer.Option(
            "--tariff", metavar=_("NAME"), help=_("Only this tariff; may be repeated.")
        ),
    ] = None,
) -> Answer:
    """Take tickets with the money of their orders."""
    with call.opened() as services:
        key = event_id(services, event)
        offers = services.event_tickets.offers(key)
        wanted = [int(rank) for rank in ranks] if ranks else range(1, len(offers) + 1)
        if any(rank > len(offers) for rank in wanted):
            raise UsageProblemError(_("“events tickets” lists no such rank."))
        only = frozenset(map(fold, tariffs or ()))
        forms = [_narrowed(offers[rank - 1].form, only) for rank in wanted]
        taken = services.event_tickets.take(key, forms).value
    return _taken(key, taken)


@command(app, "leave-tickets", _("Let no more tickets come by themselves; those taken stay."))
def leave_tickets(call: Call, event: EventArgument) -> Answer:
    """Forget the forms that an event follows."""
    with call.opened() as services:
        key = event_id(services, event)
        services.event_tickets.leave(key)
    return Answer({"event_id": key}, (_("Tickets come by themselves no more"),))


def _taken(key: int, taken: TicketsTaken) -> Answer:
    text = _("Tickets taken: {count} ({registered} registered, {cancelled} cancelled)")
    told = text.format(
        count=number_text(taken.count),
        registered=number_text(taken.registered + taken.joined),
        cancelled=number_text(taken.cancelled),
    )
    document = {
        "event_id": key,
        "registered": taken.registered,
        "joined": taken.joined,
        "cancelled": taken.cancelled,
        "amount_cents": taken.amount.cents,
    }
    return Answer(document, (told,))


def _narrowed(form: TicketForm, tariffs: frozenset[str]) -> TicketForm:
    return TicketForm(form.source, form.name, form.run_id, tariffs)
