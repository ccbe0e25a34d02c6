"""Commands that take a request for a grant from the draft to the answer, and back."""

from dataclasses import replace
from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.grant_documents import grant_document
from coopdesk.cli.grant_fields import (
    DAY,
    REQUEST_FIELDS,
    GrantArgument,
    TitleArgument,
    grant_named,
    told_of,
)
from coopdesk.cli.inventory_words import ACTIVITY, activity_id, amount
from coopdesk.cli.options import command, optional, parse_day
from coopdesk.cli.output import Answer
from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.grant_requests import Granting, NewGrantRequest
from coopdesk.domain.grant_states import GrantState
from coopdesk.services.registry import Services
from coopdesk.wording.formats import money_text
from coopdesk.wording.grants import (
    agreement_text,
    before_books_text,
    in_books_text,
    untied_text,
)
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

app = typer.Typer()


@command(app, "request", _("Record a request for a grant, as a draft."), REQUEST_FIELDS)
def add_request(call: Call, title: TitleArgument, **fields: Any) -> Answer:
    """Record a request."""
    with call.opened() as services:
        new = NewGrantRequest(title, **told_of(services, fields))
        made = services.grant_requests.add(new).value
        return answer(services, made.id, _("Request no. {id} recorded: {title}"))


@command(app, "send", _("Say that a request was sent to the funder."), DAY)
def send(call: Call, grant: GrantArgument, **fields: Any) -> Answer:
    """Note the day on which a request was sent."""
    with call.opened() as services:
        key = grant_named(services, grant).id
        services.grant_requests.send(key, fields["day"] or call.today())
        return answer(services, key)


@command(
    app,
    "grant",
    _("Record that a request was granted, and draft its entry."),
    {
        **DAY,
        "starts_on": REQUEST_FIELDS["starts_on"],
        "ends_on": REQUEST_FIELDS["ends_on"],
        "expected_on": optional(
            "--expected", _("Day on which the money is expected."), _("DATE"), parse_day
        ),
        "account": optional("--account", _("Account of income or funds."), _("ACCOUNT")),
        "receivable_account": optional(
            "--receivable", _("Account on which it is due."), _("ACCOUNT")
        ),
        "activity": ACTIVITY,
        "note": REQUEST_FIELDS["note"],
    },
)
def grant_request(
    call: Call,
    grant: GrantArgument,
    granted: Annotated[
        str | None,
        typer.Argument(metavar=_("AMOUNT"), help=_("What is granted; none of help in kind.")),
    ] = None,
    **fields: Any,
) -> Answer:
    """Note what the funder answered."""
    with call.opened() as services:
        key = grant_named(services, grant).id
        told = told_of(services, fields)
        day = told.pop("day", None) or call.today()
        activity = activity_id(services, told.pop("activity", None))
        money = None if granted is None else amount(granted)
        answered = replace(Granting(money, day, activity_id=activity), **told)
        made = services.grant_requests.grant(key, answered).value
        text = _("Grant no. {id}: {title}, {state}, {amount}") if made.award else ""
        found = answer(services, key, text)
        return notified_answer(services, found, made.award.id) if made.award else found


@command(app, "refuse", _("Record that a request was refused."), DAY)
def refuse(call: Call, grant: GrantArgument, **fields: Any) -> Answer:
    """Note a refusal."""
    with call.opened() as services:
        key = grant_named(services, grant).id
        services.grant_requests.refuse(key, fields["day"] or call.today())
        return answer(services, key)


@command(app, "withdraw", _("Record that we ask no more."), DAY)
def withdraw(call: Call, grant: GrantArgument, **fields: Any) -> Answer:
    """Note that a request was withdrawn."""
    with call.opened() as services:
        key = grant_named(services, grant).id
        services.grant_requests.withdraw(key, fields["day"] or call.today())
        return answer(services, key)


@command(app, "reopen", _("Take a request a step back; the drafts of its grant go."))
def reopen(call: Call, grant: GrantArgument) -> Answer:
    """Take back an answer, or that it was sent."""
    with call.opened() as services:
        key = grant_named(services, grant).id
        services.grant_requests.reopen(key)
        return answer(services, key)


def state_of(services: Services, award_id: int) -> GrantState:
    """Return the grant that an award is of, with its figures."""
    request = services.grant_requests.of_award(award_id)
    if request is None:
        raise NotFoundError("grant.missing", id=award_id)
    return services.grant_requests.state(request.id)


def notified_answer(services: Services, found: Answer, award_id: int) -> Answer:
    """Return an answer about a notified grant with what a person should know of it."""
    notice = services.grants.notice(award_id)
    limit, since = notice.agreement_above, notice.books_since
    booked = notice.in_books
    said = [] if limit is None else [agreement_text(limit)]
    if since is not None:
        said.append(before_books_text(since))
    if booked is not None:
        said.append(in_books_text(booked))
    said += [untied_text(payment) for payment in notice.untied]
    told = {
        "in_books_cents": None if booked is None else booked.cents,
        "agreement_above_cents": None if limit is None else limit.cents,
        "books_since": since,
        "untied_payments": [payment.payment_id for payment in notice.untied],
    }
    document = {**found.document, "notice": told}
    return replace(found, document=document, parts=(*found.parts, *said))


def received_answer(state: GrantState) -> Answer:
    """Return what came of a grant and what is still to come."""
    text = _("{title}: {paid} received, {due} due").format(
        title=state.request.content.title,
        paid=money_text(state.paid),
        due=money_text(state.due),
    )
    return Answer({"grant": grant_document(state)}, (text,))


def returned_answer(state: GrantState) -> Answer:
    """Return what was given back of what came of a grant."""
    text = _("{title}: {returned} given back of {paid}").format(
        title=state.request.content.title,
        returned=money_text(state.returned),
        paid=money_text(state.paid),
    )
    return Answer({"grant": grant_document(state)}, (text,))


def answer(services: Services, request_id: int, text: str = "") -> Answer:
    """Return a grant as it is now, with a sentence that names it."""
    state = services.grant_requests.state(request_id)
    said = (text or _("Grant no. {id}: {title}, {state}")).format(
        id=request_id,
        title=state.request.content.title,
        state=label(state.request.state),
        amount=money_text(state.granted),
    )
    return Answer({"grant": grant_document(state)}, (said,))
