"""How the panel says everything known of an expense sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.expenses import ExpenseKind, ExpenseState, lines_without_voucher
from coopdesk.ui.expenses.columns import STATE_TONES
from coopdesk.ui.widgets.record_parts import Facts, Heading, Lines, Paragraph, Title, Words
from coopdesk.wording.errors import code_text
from coopdesk.wording.expenses import days_text, distance_text, mileage_formula, vehicle_text
from coopdesk.wording.formats import HARD_SPACE, day_long, day_text, money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.attachments import Attachment
    from coopdesk.domain.expenses import ExpenseLine, ExpenseSheet, MileageShare
    from coopdesk.services.registry import Services
    from coopdesk.ui.widgets.record_parts import Part, Said

CONTACT_LINK = "contact"
GIFT_LINK = "gift"
PAYMENT_LINK = "payment"
FILE_LINK = "file"
DETACH_LINK = "detach"
ATTACH_LINK = "attach"
VEHICLE_LINK = "vehicle"


def read_sheet(services: Services, sheet_id: int) -> ExpenseSheet | None:
    """Return a sheet, None when it is gone; runs on the worker."""
    try:
        return services.expenses.get(sheet_id)
    except NotFoundError:
        return None


def sheet_parts(sheet: ExpenseSheet) -> list[Part]:
    """Return the parts of a sheet's record."""
    state = Words(label(sheet.state), STATE_TONES[sheet.state])
    return [
        Title(sheet.content.title, (_volunteer(sheet), state)),
        Facts(tuple(_facts(sheet))),
        *_locked(sheet),
        *_lines(sheet),
        *_mileage(sheet),
        *_files(sheet),
    ]


def _volunteer(sheet: ExpenseSheet) -> Words:
    return Words(sheet.volunteer_name, link=f"{CONTACT_LINK}:{sheet.content.volunteer_id}")


def _facts(sheet: ExpenseSheet) -> list[tuple[str, Said]]:
    settled = "" if sheet.settled_on is None else day_long(sheet.settled_on)
    waived = sheet.state is ExpenseState.WAIVED
    gift: Said = ""
    if sheet.donation_id is not None:
        gift = Words(_("Open the gift"), link=f"{GIFT_LINK}:{sheet.donation_id}")
    payment: Said = ""
    if sheet.payment_id is not None:
        payment = Words(_("Open the accounts"), link=f"{PAYMENT_LINK}:{sheet.payment_id}")
    rows: list[tuple[str, Said]] = [
        (_("Number"), str(sheet.id)),
        (_("Days"), days_text(*sheet.days) if sheet.days else ""),
        (_("Total"), money_text(sheet.total)),
        (_("Waived on") if waived else _("Paid back on"), settled),
        (_("Gift"), gift),
        (_("Payment"), payment),
        (_("Receipt"), sheet.receipt_number),
        (_("Activity"), sheet.activity),
        (_("Note"), sheet.content.note),
    ]
    return [(name, said) for name, said in rows if said]


def _locked(sheet: ExpenseSheet) -> list[Part]:
    """Say the legal path where a living receipt holds the gift."""
    if not sheet.receipt_number:
        return []
    text = code_text("expense.on_receipt", {"number": sheet.receipt_number})
    return [Paragraph((text,), is_muted=True)]


def _lines(sheet: ExpenseSheet) -> list[Part]:
    if not sheet.lines:
        return [Heading(_("Expenses")), Paragraph((_("No expense yet."),), is_muted=True)]
    rows = tuple(_row(sheet, line) for line in sheet.lines)
    return [Heading(_("Expenses"), money_text(sheet.total)), Lines(rows)]


def _row(sheet: ExpenseSheet, line: ExpenseLine) -> tuple[Said, str, tuple[Said, ...]]:
    content = line.content
    below: list[Said] = [day_text(content.spent_on), label(content.kind)]
    if content.kind is ExpenseKind.MILEAGE:
        below.append(f"{distance_text(content.metres)}{HARD_SPACE}km")
    proofs = [each for each in sheet.attachments if each.line_id == line.id]
    below += [Words(each.name, link=f"{FILE_LINK}:{each.id}") for each in proofs]
    if line in lines_without_voucher(sheet):
        below.append(Words(_("Attach a voucher…"), link=f"{ATTACH_LINK}:{line.id}"))
    return (content.label, money_text(line.amount), tuple(below))


def _mileage(sheet: ExpenseSheet) -> list[Part]:
    if not sheet.mileage:
        return []
    rows = tuple(_share(share) for share in sheet.mileage)
    since = day_long(min(share.since for share in sheet.mileage))
    said = _("Counted on the year's total of each vehicle, by the scale in force since {day}.")
    words = (said.format(day=since),)
    return [Heading(_("Mileage")), Lines(rows), Paragraph(words, is_muted=True)]


def _share(share: MileageShare) -> tuple[Said, str, tuple[Said, ...]]:
    vehicle = share.vehicle.content
    what = _("{vehicle}, {year}").format(vehicle=vehicle.label, year=share.year)
    said = Words(what, link=f"{VEHICLE_LINK}:{share.vehicle.id}")
    formula = mileage_formula(share)
    kilometres = f"{distance_text(share.metres)}{HARD_SPACE}km"
    below = (vehicle_text(vehicle), formula or kilometres)
    return (said, money_text(share.amount), below)


def _files(sheet: ExpenseSheet) -> list[Part]:
    add = Words(_("Attach a file…"), link=f"{ATTACH_LINK}:0")
    parts: list[Part] = [Heading(_("Vouchers"), add)]
    if sheet.attachments:
        parts.append(Lines(tuple(_file(sheet, each) for each in sheet.attachments)))
    missing = lines_without_voucher(sheet)
    said = _("Drop scans and photos here: PDF, PNG or JPEG, 10 MB each at most.")
    if missing:
        names = ", ".join(line.content.label for line in missing)
        said = _("Without voucher: {names}. {hint}").format(names=names, hint=said)
    parts.append(Paragraph((said,), is_muted=True))
    return parts


def _file(sheet: ExpenseSheet, each: Attachment) -> tuple[Said, str, tuple[Said, ...]]:
    name = Words(each.name, link=f"{FILE_LINK}:{each.id}")
    below: list[Said] = [label(each.kind), _proved(sheet, each)]
    if not sheet.receipt_number:
        below.append(Words(_("Take off"), link=f"{DETACH_LINK}:{each.id}"))
    return (name, "", tuple(said for said in below if said))


def _proved(sheet: ExpenseSheet, each: Attachment) -> str:
    """Name the line that a file belongs to."""
    for line in sheet.lines:
        if line.id == each.line_id:
            return line.content.label
    return ""
