"""Commands about money in and out: list, record, remove, decide, fees kept."""

from dataclasses import replace
from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.documents import payment_document, payment_line_document
from coopdesk.cli.inventory_words import ACTIVITY, activity_id
from coopdesk.cli.listings import payment_listing
from coopdesk.cli.options import (
    AmountOption,
    IdArgument,
    ModeOption,
    YearOption,
    coded,
    command,
    optional,
    optional_code,
    parse_count,
    parse_day,
    subject_app,
)
from coopdesk.cli.output import Answer
from coopdesk.domain.money import ZERO, parse_amount
from coopdesk.domain.payments import (
    SPENT,
    Direction,
    LineKind,
    NewPayment,
    PaymentFilter,
    PaymentPart,
    PaymentState,
)
from coopdesk.wording.formats import money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext

_PAGE = 500

app = subject_app("payments", _("Money received and spent."))


_FILTERS = {
    "search": optional("--search", _("Words that must all occur."), _("TEXT")),
    "state": optional_code("--state", _("Only in this state."), PaymentState),
    "limit": optional("--limit", _("Show at most so many lines."), _("N"), parse_count),
}


@command(app, "list", _("List the payments of a year, newest first."), _FILTERS)
def list_payments(call: Call, year: YearOption, **fields: Any) -> Answer:
    """Answer with the lines of payments of a year and their totals."""
    wanted = PaymentFilter(
        year=call.checked_year(year), text=fields["search"] or "", state=fields["state"]
    )
    with call.opened() as services:
        ids = services.payments.ids(wanted)
        shown = ids[: fields["limit"]]
        starts = range(0, len(shown), _PAGE)
        pages = [services.payments.lines(shown[start : start + _PAGE]) for start in starts]
        counted = replace(wanted, state=wanted.state or PaymentState.RECEIVED)
        income, expenses = services.payments.totals(counted)
    lines = [line for page in pages for line in page]
    document = {
        "year": year,
        "payments": [payment_line_document(line) for line in lines],
        "count": len(ids),
        "income_cents": income.cents,
        "expense_cents": expenses.cents,
    }
    text = _("Lines: {count}; income: {income}; expenses: {expenses}").format(
        count=number_text(len(ids)), income=money_text(income), expenses=money_text(expenses)
    )
    return Answer(document, (payment_listing(lines), text))


_FIELDS = {
    "day": optional(
        "--date", _("Date of the payment; today if not given."), _("DATE"), parse_day
    ),
    "third_party": optional(
        "--contact", _("Number of the contact who pays or is paid."), _("NUMBER"), parse_count
    ),
    "label": optional("--label", _("What it is for."), _("TEXT")),
    "fee": optional(
        "--fee", _("What a platform or a bank kept of it; the amount is gross."), _("AMOUNT")
    ),
    "activity": ACTIVITY,
}


@command(app, "record", _("Record an income or an expense that is not a gift."), _FIELDS)
def record_payment(
    call: Call,
    amount: AmountOption,
    mode: ModeOption,
    kind: Annotated[
        LineKind, coded(LineKind, _("Its nature; an expense goes out, the others come in."))
    ],
    **fields: Any,
) -> Answer:
    """Record a payment of one line."""
    paid = parse_amount(amount)
    part = PaymentPart(kind, paid, fields["label"] or "")
    new = NewPayment(
        paid_on=fields["day"] or call.today(),
        amount=paid,
        mode=mode,
        parts=(part,),
        direction=Direction.OUT if kind in SPENT else Direction.IN,
        payer_id=fields["third_party"],
        label=fields["label"] or "",
        fee=parse_amount(fields["fee"]) if fields["fee"] else ZERO,
    )
    with call.opened() as services:
        named = replace(part, activity_id=activity_id(services, fields["activity"]))
        payment = services.payments.record(replace(new, parts=(named,))).value
    text = _("Payment no. {id} recorded: {kind}, {amount}").format(
        id=payment.id, kind=label(kind), amount=money_text(paid)
    )
    return Answer({"payment": payment_document(payment)}, (text,))


@command(app, "remove", _("Remove a payment recorded by mistake, whole."))
def remove_payment(call: Call, number: IdArgument) -> Answer:
    """Remove a payment with its fees and gifts; a gift alone is removed as a gift."""
    with call.opened() as services:
        payment = services.payments.get(number)
        services.payments.remove(number)
    text = _("Payment no. {id} removed: {amount}").format(
        id=number, amount=money_text(payment.content.amount)
    )
    return Answer({"payment_id": number}, (text,))


@command(app, "fee", _("Note what a platform or a bank kept of a payment."))
def set_payment_fee(call: Call, number: IdArgument, amount: AmountOption) -> Answer:
    """Set the fee of a payment; zero takes it off."""
    with call.opened() as services:
        payment = services.payments.set_fee(number, parse_amount(amount)).value
    text = _("Payment no. {id}: {fee} kept of {amount}").format(
        id=number,
        fee=money_text(payment.content.fee),
        amount=money_text(payment.content.amount),
    )
    return Answer({"payment": payment_document(payment)}, (text,))


@command(app, "activity", _("Say what activity a payment is part of; none if not given."))
def set_payment_activity(
    call: Call,
    number: IdArgument,
    activity: Annotated[
        str,
        typer.Option("--activity", metavar=_("TEXT"), help=_("Activity, by its name or code.")),
    ] = "",
) -> Answer:
    """Set the activity of every line of a payment."""
    with call.opened() as services:
        key = activity_id(services, activity)
        lines = [line.id for line in services.payments.lines_of(number)]
        services.payments.set_activity(lines, key)
        payment = services.payments.get(number)
        name = "" if key is None else services.activities.get(key).title
    text = _("Payment no. {id}: {activity}").format(
        id=number, activity=name or _("No activity")
    )
    return Answer({"payment": payment_document(payment)}, (text,))


@command(app, "decide", _("Say of payments to check whether they count."))
def decide_payments(
    call: Call,
    numbers: Annotated[
        list[int],
        typer.Argument(
            metavar=_("NUMBER …"), help=_("Numbers of the payments."), parser=parse_count
        ),
    ],
    state: Annotated[PaymentState, coded(PaymentState, _("What they become."), "--as")],
) -> Answer:
    """Set the state of payments."""
    with call.opened() as services:
        count = services.payments.decide(numbers, state).value
    text = ngettext("{count} payment changed.", "{count} payments changed.", count)
    return Answer({"state": state, "changed": count}, (text.format(count=count),))
