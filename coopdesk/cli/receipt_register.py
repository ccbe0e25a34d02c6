"""Commands about issued receipts: list, show, void, replace, deliver, form of numbers."""

import datetime as dt
from typing import Annotated

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.documents import Document, receipt_document
from coopdesk.cli.listings import receipt_listing
from coopdesk.cli.options import (
    OptionalYearOption,
    SearchOption,
    YearOption,
    coded,
    command,
    parse_count,
    parse_day,
)
from coopdesk.cli.output import Answer, Column, Listing, facts
from coopdesk.cli.receipt_issuing import ClockOption
from coopdesk.domain.money import total
from coopdesk.domain.receipt_life import ReceiptDetail
from coopdesk.domain.receipts import (
    Delivery,
    DeliveryWay,
    ReceiptFilter,
    ReceiptSeries,
    ReceiptStatus,
)
from coopdesk.wording.formats import day_text, money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext

app = typer.Typer()

_FORMS = ("11580", "16216")
_VOIDED = (ReceiptStatus.VOIDED, ReceiptStatus.REPLACED)


def parse_form(text: str) -> str:
    """Read the number of a form; for options."""
    if text in {"", *_FORMS}:
        return text
    names = ", ".join(_FORMS)
    message = _("“{text}” is not one of: {names}.").format(text=text, names=names)
    raise typer.BadParameter(message)


NumberArgument = Annotated[
    str,
    typer.Argument(metavar=_("NUMBER"), help=_("The number of the receipt, as printed.")),
]
NumbersArgument = Annotated[
    list[str],
    typer.Argument(metavar=_("NUMBER…"), help=_("The numbers of the receipts, as printed.")),
]
FormOption = Annotated[
    str,
    typer.Option(
        metavar="11580|16216",
        help=_("Only receipts on this form: persons, or companies."),
        parser=parse_form,
    ),
]
ToVoidOption = Annotated[
    bool,
    typer.Option(
        "--to-void", metavar="", help=_("Only those that count although a gift went back.")
    ),
]
StatusOption = Annotated[
    ReceiptStatus | None,
    coded(ReceiptStatus, _("Only receipts so far in their life."), "--status"),
]


@command(app, "list", _("List the receipts issued for a year, or all of them."))
def list_receipts(
    call: Call,
    year: OptionalYearOption = None,
    search: SearchOption = "",
    status: StatusOption = None,
    form: FormOption = "",
    *,
    to_void: ToVoidOption = False,
) -> Answer:
    """Answer with the register; the total leaves voided receipts out."""
    wanted = ReceiptFilter(
        year=None if year is None else call.checked_year(year),
        text=search,
        status=status,
        form=form,
    )
    with call.opened() as services:
        ids = services.receipts.ids(wanted)
        if to_void:
            among = {line.id for line in services.receipt_life.to_void()}
            ids = [key for key in ids if key in among]
        lines = services.receipts.lines(ids)
    amount = total(line.amount for line in lines if line.status not in _VOIDED)
    document = {
        "year": year,
        "receipts": [receipt_document(line) for line in lines],
        "count": len(lines),
        "total_cents": amount.cents,
    }
    text = _("Receipts: {count}; total of those that count: {total}").format(
        count=number_text(len(lines)), total=money_text(amount)
    )
    return Answer(document, (receipt_listing(lines), text))


@command(app, "show", _("Show all that is known of a receipt."))
def show_receipt(call: Call, number: NumberArgument) -> Answer:
    """Answer with a receipt, its gifts and its life."""
    with call.opened() as services:
        detail = services.receipts.detail(services.receipts.id_of(number))
    return Answer({"receipt": _detail_document(detail)}, _detail_parts(detail))


@command(app, "void", _("Void a receipt: it counts no more and keeps its number; final."))
def void_receipt(
    call: Call,
    number: NumberArgument,
    reason: Annotated[str, typer.Option(metavar=_("TEXT"), help=_("Why; it is kept."))],
) -> Answer:
    """Void a receipt; its gifts can be on another one."""
    with call.opened() as services:
        line = services.receipt_life.void(services.receipts.id_of(number), reason).value
    text = _("Receipt no. {number} is voided.").format(number=line.number_text)
    return Answer({"receipt": receipt_document(line)}, (text,))


@command(app, "replace", _("Issue a receipt that annuls and replaces another one; final."))
def replace_receipt(
    call: Call,
    number: NumberArgument,
    reason: Annotated[str, typer.Option(metavar=_("TEXT"), help=_("Why; it is kept."))] = "",
    clock_reason: ClockOption = "",
) -> Answer:
    """Void a receipt if need be, and issue the new one from what is recorded today."""
    with call.opened() as services:
        receipt_id = services.receipts.id_of(number)
        line = services.receipt_life.replace(
            receipt_id, reason, clock_reason=clock_reason
        ).value
    text = _("Receipt no. {number} replaces no. {replaced}.").format(
        number=line.number_text, replaced=line.replaces
    )
    return Answer({"receipt": receipt_document(line)}, (text,))


@command(app, "deliver", _("Note how receipts went to their donors."))
def deliver_receipts(
    call: Call,
    numbers: NumbersArgument,
    way: Annotated[DeliveryWay, coded(DeliveryWay, _("How they went."), "--by")],
    day: Annotated[
        dt.date | None,
        typer.Option(
            "--on",
            metavar=_("DATE"),
            help=_("The day they went; today if not given."),
            parser=parse_day,
        ),
    ] = None,
    note: Annotated[str, typer.Option(metavar=_("TEXT"), help=_("Note."))] = "",
) -> Answer:
    """Note a delivery; it can be undone."""
    delivery = Delivery(way, day or call.today(), note)
    with call.opened() as services:
        ids = [services.receipts.id_of(number) for number in numbers]
        count = services.receipt_life.deliver(ids, delivery).value
        lines = services.receipts.lines(ids)
    document = {"receipts": [receipt_document(line) for line in lines], "count": count}
    text = ngettext("{count} receipt delivered.", "{count} receipts delivered.", count)
    return Answer(document, (text.format(count=count),))


@command(app, "series", _("Show or decide how the numbers of a year are written."))
def receipt_series(
    call: Call,
    year: YearOption,
    prefix: Annotated[
        str | None,
        typer.Option(metavar=_("TEXT"), help=_("What every number begins with.")),
    ] = None,
    digits: Annotated[
        int | None,
        typer.Option(
            metavar=_("N"), help=_("How many digits follow, at least."), parser=parse_count
        ),
    ] = None,
) -> Answer:
    """Answer with the form of the numbers, decided anew when a word says so."""
    checked = call.checked_year(year)
    with call.opened() as services:
        series = services.receipt_life.series(checked)
        if prefix is not None or digits is not None:
            series = services.receipt_life.set_series(
                checked,
                series.prefix if prefix is None else prefix,
                series.digits if digits is None else digits,
            ).value
        is_fixed = services.receipt_life.is_series_fixed(checked)
    state = _("in use: it stays") if is_fixed else _("not used yet")
    text = _("Numbers of {year}: {first}, {second}… ({state})").format(
        year=year, first=series.text(1), second=series.text(2), state=state
    )
    return Answer(_series_document(series, is_fixed=is_fixed), (text,))


@command(app, "note-loss", _("Say that receipts are lost for good, so that others can follow."))
def note_loss(
    call: Call,
    reason: Annotated[str, typer.Option(metavar=_("TEXT"), help=_("Why; it is kept."))],
) -> Answer:
    """Note in the journal what this computer knows and the file does not hold."""
    with call.opened() as services:
        numbers = services.receipt_life.note_loss(reason).value
    text = _("Noted as lost: {numbers}. The next numbers follow them.")
    return Answer({"lost": numbers}, (text.format(numbers=", ".join(numbers) or "—"),))


def _series_document(series: ReceiptSeries, *, is_fixed: bool) -> Document:
    return {
        "year": series.year,
        "prefix": series.prefix,
        "digits": series.digits,
        "first": series.text(1),
        "fixed": is_fixed,
    }


def _detail_document(detail: ReceiptDetail) -> Document:
    void = detail.void
    return {
        **receipt_document(detail.line),
        "gifts": [
            {
                "donation_id": gift.donation_id,
                "received_on": gift.received_on,
                "amount_cents": gift.amount.cents,
                "mode": gift.mode,
                "nature": gift.nature,
                "description": gift.description,
                "returned_on": gift.returned_on,
            }
            for gift in detail.gifts
        ],
        "deliveries": [
            {"by": one.way, "on": one.delivered_on, "note": one.note}
            for one in detail.deliveries
        ],
        "void": void and {"on": void.voided_on, "reason": void.reason, "author": void.author},
    }


def _detail_parts(detail: ReceiptDetail) -> tuple[Listing | str, ...]:
    line, void = detail.line, detail.void
    deliveries = ", ".join(
        f"{label(one.way)} {day_text(one.delivered_on)}" for one in detail.deliveries
    )
    said = facts(
        (_("Receipt"), line.number_text),
        (_("Status"), label(line.status)),
        (_("Donor"), line.donor_name),
        (_("Amount"), money_text(line.amount)),
        (_("Issued on"), day_text(line.issued_on)),
        (_("Form"), f"{line.form}*{detail.snapshot.form_version}"),
        (_("Article"), label(line.article)),
        (_("Delivered"), deliveries),
        (_("Voided on"), day_text(void.voided_on) if void else ""),
        (_("Reason"), f"{void.reason} ({void.author})" if void else ""),
        (_("Replaces"), line.replaces),
        (_("Replaced by"), line.replaced_by),
    )
    columns = (
        Column(_("Gift"), at_right=True),
        Column(_("Date"), at_right=True),
        Column(_("Nature")),
        Column(_("Amount"), at_right=True),
        Column(_("Returned"), at_right=True),
    )
    rows = [
        (
            str(gift.donation_id),
            day_text(gift.received_on),
            label(gift.nature),
            money_text(gift.amount),
            day_text(gift.returned_on) if gift.returned_on else "",
        )
        for gift in detail.gifts
    ]
    return said, Listing(columns, rows, _("No gift."))
