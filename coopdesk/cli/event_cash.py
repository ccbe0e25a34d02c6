"""Commands about the cash box of a day of an event."""

from typing import Annotated, Any

from coopdesk.cli.calls import Call
from coopdesk.cli.event_door import AmountArgument
from coopdesk.cli.event_words import EventArgument, event_id
from coopdesk.cli.inventory_words import amount
from coopdesk.cli.options import IdArgument, coded, command, optional, parse_day, subject_app
from coopdesk.cli.output import Answer, Column, Listing
from coopdesk.cli.registration_documents import cash_box_document
from coopdesk.domain.event_registrations import CashBox
from coopdesk.domain.payments import LineKind
from coopdesk.wording.formats import day_text, money_text
from coopdesk.wording.language import _

app = subject_app("cash-box", _("The cash box of a day: open it, fill it, count it."))


@command(app, "list", _("List the cash boxes of an event."))
def list_boxes(call: Call, event: EventArgument) -> Answer:
    """Answer with the cash boxes by day."""
    with call.opened() as services:
        found = services.cash_boxes.of(event_id(services, event))
    document = {"cash_boxes": [cash_box_document(one) for one in found]}
    return Answer(document, (_listing(found),))


@command(
    app,
    "open",
    _("Open the cash box of a day, with what is in it."),
    {"day": optional("--date", _("Day; today if none."), _("DATE"), parse_day)},
)
def open_box(call: Call, event: EventArgument, held: AmountArgument, **fields: Any) -> Answer:
    """Open a cash box."""
    with call.opened() as services:
        key, day = event_id(services, event), fields["day"] or call.today()
        box = services.cash_boxes.open(key, day, amount(held)).value
    return _answer(box)


@command(
    app,
    "take",
    _("Record cash of nobody by name, such as sales at the bar."),
    {"label": optional("--label", _("What it is for."), _("TEXT"))},
)
def take(
    call: Call,
    number: IdArgument,
    taken: AmountArgument,
    kind: Annotated[
        LineKind,
        coded(LineKind, _("Its nature."), but=(LineKind.FEE, LineKind.GRANT, LineKind.EXPENSE)),
    ],
    **fields: Any,
) -> Answer:
    """Record cash that goes into a cash box."""
    with call.opened() as services:
        services.cash_boxes.take(number, kind, amount(taken), fields["label"] or "")
        box = services.cash_boxes.get(number)
    return _answer(box)


@command(app, "close", _("Say what was counted at the end of the day."))
def close_box(call: Call, number: IdArgument, counted: AmountArgument) -> Answer:
    """Close a cash box; a difference is recorded as a payment."""
    with call.opened() as services:
        box = services.cash_boxes.close(number, amount(counted)).value
    return _answer(box)


@command(app, "reopen", _("Open a counted cash box again; the difference goes."))
def reopen_box(call: Call, number: IdArgument) -> Answer:
    """Open a cash box again."""
    with call.opened() as services:
        box = services.cash_boxes.reopen(number).value
    return _answer(box)


@command(app, "remove", _("Remove a cash box into which nothing was put."))
def remove_box(call: Call, number: IdArgument) -> Answer:
    """Remove a cash box."""
    with call.opened() as services:
        box = services.cash_boxes.get(number)
        services.cash_boxes.remove(number)
    text = _("Cash box of {day} removed").format(day=day_text(box.held_on))
    return Answer({"cash_box_id": number}, (text,))


def _answer(box: CashBox) -> Answer:
    return Answer({"cash_box": cash_box_document(box)}, (_listing([box]),))


def _listing(found: list[CashBox]) -> Listing:
    columns = (
        Column(_("No."), at_right=True),
        Column(_("Day"), at_right=True),
        Column(_("Cash at the start"), at_right=True),
        Column(_("Cash taken"), at_right=True),
        Column(_("Expected"), at_right=True),
        Column(_("Counted"), at_right=True),
        Column(_("Difference"), at_right=True),
    )
    rows = [
        (
            str(one.id),
            day_text(one.held_on),
            money_text(one.opening),
            money_text(one.takings),
            money_text(one.expected),
            "" if one.counted is None else money_text(one.counted),
            "" if one.difference is None else money_text(one.difference),
        )
        for one in found
    ]
    return Listing(columns, rows, _("This event has no cash box."))
