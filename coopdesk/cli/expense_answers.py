"""How expense sheets, vehicles and the mileage scale read on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.cli.output import Answer, Column, Listing, facts, named
from coopdesk.domain.expenses import ExpenseKind
from coopdesk.wording.expenses import (
    days_text,
    distance_text,
    mileage_formula,
    scale_confidence,
    vehicle_text,
)
from coopdesk.wording.formats import day_text, money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.cli.documents import Document
    from coopdesk.domain.attachments import Attachment
    from coopdesk.domain.expenses import (
        ExpenseLine,
        ExpenseSheet,
        ExpenseSheetLine,
        MileageShare,
        Vehicle,
    )
    from coopdesk.domain.mileage import Band, MileageScale, Tariff


def sheet_line_document(line: ExpenseSheetLine) -> Document:
    """Return one row of the list of sheets."""
    return {
        "id": line.id,
        "volunteer_id": line.volunteer_id,
        "volunteer": line.volunteer_name,
        "title": line.title,
        "state": line.state,
        "first_on": line.first_on,
        "last_on": line.last_on,
        "settled_on": line.settled_on,
        "amount_cents": line.amount.cents,
        "vouchers": line.vouchers,
        "receipt_number": line.receipt_number,
    }


def sheet_document(sheet: ExpenseSheet) -> Document:
    """Return one sheet with everything typed in and how its mileage is counted."""
    return {
        "id": sheet.id,
        "volunteer_id": sheet.content.volunteer_id,
        "volunteer": sheet.volunteer_name,
        "title": sheet.content.title,
        "note": sheet.content.note,
        "activity_id": sheet.content.activity_id,
        "activity": sheet.activity,
        "state": sheet.state,
        "settled_on": sheet.settled_on,
        "amount_cents": sheet.total.cents,
        "lines": [_line_document(line) for line in sheet.lines],
        "mileage": [_share_document(share) for share in sheet.mileage],
        "attachments": [attachment_document(each) for each in sheet.attachments],
        "donation_id": sheet.donation_id,
        "payment_id": sheet.payment_id,
        "receipt_number": sheet.receipt_number,
    }


def _line_document(line: ExpenseLine) -> Document:
    content = line.content
    return {
        "id": line.id,
        "spent_on": content.spent_on,
        "kind": content.kind,
        "label": content.label,
        "amount_cents": line.amount.cents,
        "vehicle_id": content.vehicle_id,
        "metres": content.metres,
    }


def _share_document(share: MileageShare) -> Document:
    return {
        "vehicle_id": share.vehicle.id,
        "vehicle": share.vehicle.content.label,
        "year": share.year,
        "metres": share.metres,
        "metres_before": share.before.metres,
        "before_cents": share.before.amount.cents,
        "year_cents": share.reached.cents,
        "amount_cents": share.amount.cents,
        "scale_since": share.since,
        "formula": mileage_formula(share),
    }


def attachment_document(attachment: Attachment) -> Document:
    """Return a kept file without its content."""
    return {
        "id": attachment.id,
        "kind": attachment.kind,
        "name": attachment.name,
        "added_on": attachment.added_on,
        "bytes": attachment.size,
        "sha256": attachment.sha256,
        "line_id": attachment.line_id,
    }


def vehicle_document(vehicle: Vehicle) -> Document:
    """Return a vehicle."""
    content = vehicle.content
    return {
        "id": vehicle.id,
        "owner_id": content.owner_id,
        "label": content.label,
        "kind": content.kind,
        "power": content.power,
        "electric": content.is_electric,
        "settled": vehicle.is_settled,
    }


def sheet_listing(lines: Sequence[ExpenseSheetLine]) -> Listing:
    """Return sheets to read."""
    columns = (
        Column(_("No."), at_right=True),
        Column(_("Volunteer")),
        Column(_("What for")),
        Column(_("Days"), rare=True),
        Column(_("Amount"), at_right=True),
        Column(_("State")),
    )
    rows = [
        (
            str(line.id),
            line.volunteer_name,
            line.title,
            days_text(line.first_on, line.last_on),
            money_text(line.amount),
            label(line.state),
        )
        for line in lines
    ]
    return Listing(columns, rows, _("No expense sheet."))


def sheet_parts(sheet: ExpenseSheet) -> tuple[Listing | str, ...]:
    """Return a sheet to read."""
    settled = "" if sheet.settled_on is None else day_text(sheet.settled_on)
    head = facts(
        (_("No."), str(sheet.id)),
        (_("Volunteer"), sheet.volunteer_name),
        (_("What for"), sheet.content.title),
        (_("State"), label(sheet.state)),
        (_("Settled on"), settled),
        (_("Receipt"), sheet.receipt_number),
        (_("Activity"), sheet.activity),
        (_("Note"), sheet.content.note),
    )
    columns = (
        Column(_("Line"), at_right=True),
        Column(_("Date"), at_right=True),
        Column(_("Kind")),
        Column(_("Label")),
        Column(_("Km"), at_right=True),
        Column(_("Amount"), at_right=True),
    )
    rows = [(str(rank), *_row(line)) for rank, line in enumerate(sheet.lines, start=1)]
    lines = Listing(columns, rows, _("No expense yet."))
    said = [_share_text(share) for share in sheet.mileage]
    total = _("Total: {amount}").format(amount=money_text(sheet.total))
    return (head, lines, total, *said, _file_listing(sheet))


def _file_listing(sheet: ExpenseSheet) -> Listing:
    columns = (
        Column(_("File"), at_right=True),
        Column(_("Kind")),
        Column(_("Name")),
        Column(_("Line"), at_right=True),
    )
    ranks = {line.id: str(rank) for rank, line in enumerate(sheet.lines, start=1)}
    rows = [
        (str(rank), label(each.kind), each.name, ranks.get(each.line_id or 0, ""))
        for rank, each in enumerate(sheet.attachments, start=1)
    ]
    return Listing(columns, rows)


def _row(line: ExpenseLine) -> tuple[str, ...]:
    content = line.content
    is_trip = content.kind is ExpenseKind.MILEAGE
    return (
        day_text(content.spent_on),
        label(content.kind),
        content.label,
        distance_text(content.metres) if is_trip else "",
        money_text(line.amount),
    )


def _share_text(share: MileageShare) -> str:
    formula = mileage_formula(share)
    worth = money_text(share.amount)
    said = f"{formula} = {worth}" if formula else worth
    return named(f"{share.vehicle.content.label}, {share.year}", said)


def vehicle_listing(vehicles: Sequence[Vehicle]) -> Listing:
    """Return vehicles to read."""
    columns = (Column(_("No."), at_right=True), Column(_("Vehicle")), Column(_("Kind")))
    rows = [(str(each.id), each.content.label, vehicle_text(each.content)) for each in vehicles]
    return Listing(columns, rows, _("No vehicle recorded."))


def scale_answer(year: int, scale: MileageScale) -> Answer:
    """Return the mileage scale of a year, band by band."""
    tariffs = [
        {
            "kind": tariff.kind,
            "power_from": tariff.least,
            "power_to": tariff.most,
            "bands": [
                {"up_to_km": band.up_to_km, "rate": str(band.rate), "added": str(band.added)}
                for band in tariff.bands
            ],
        }
        for tariff in scale.tariffs
    ]
    document = {
        "year": year,
        "since": scale.since,
        "source": scale.source,
        "confidence": scale.confidence,
        "is_own": scale.is_own,
        "electric_percent": scale.electric_percent,
        "tariffs": tariffs,
    }
    columns = (
        Column(_("Vehicle")),
        Column(_("Power"), at_right=True),
        Column(_("Up to (km)"), at_right=True),
        Column(_("€ per km"), at_right=True),
        Column(_("€ added"), at_right=True),
    )
    rows = [_band_row(tariff, band) for tariff in scale.tariffs for band in tariff.bands]
    said = _("In force since {day}; electric: + {percent} %. Source: {source}").format(
        day=day_text(scale.since), percent=scale.electric_percent, source=scale.source
    )
    return Answer(document, (Listing(columns, rows), said, scale_confidence(scale)))


def _band_row(tariff: Tariff, band: Band) -> tuple[str, ...]:
    if tariff.most is None:
        power = f"≥ {tariff.least}" if tariff.least else ""
    else:
        ends = {tariff.least, tariff.most}
        power = "–".join(map(str, sorted(ends)))
    return (
        label(tariff.kind),
        power,
        "" if band.up_to_km is None else number_text(band.up_to_km),
        str(band.rate).replace(".", ","),
        number_text(int(band.added)) if band.added else "",
    )
