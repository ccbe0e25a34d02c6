"""Print a volunteer's sheet of expenses, to be signed: waived or to be refunded (RF-54)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.paper import PORTRAIT, Paper, PaperTitle, quiet_rule
from coopdesk.documents.paper_texts import paper_texts
from coopdesk.documents.table_pages import MARGIN, Column, Table
from coopdesk.documents.typesetting import QUIET, bold, regular, wrap
from coopdesk.domain.expenses import ExpenseKind, ExpenseState
from coopdesk.domain.mileage import VehicleKind
from coopdesk.wording.amount_words import amount_in_words
from coopdesk.wording.expenses import distance_text, formula_text
from coopdesk.wording.formats import day_long, day_text, french_euros

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coopdesk.domain.association import Association
    from coopdesk.domain.expense_papers import ExpensePaper
    from coopdesk.domain.expenses import ExpenseLine, MileageShare

_TEXT = regular(9, 13)
_SMALL = regular(8, 11, QUIET)
_HEADING = bold(10, 15)
_TOTAL = bold(11, 16)
_SENTENCE = regular(10.5, 15)
# Sentence, place and day, and room for two signatures: never parted.
_CLOSING_HEIGHT = 165.0
_SIGNATURE_HEIGHT = 62.0


def draw_expense_sheet(said: ExpensePaper) -> bytes:
    """Return the sheet in portrait, on as many pages as its lines take.

    Raises:
        RuleError: ``image.unreadable``; the logo cannot be drawn.
    """
    texts, association, sheet = paper_texts("expense_sheet"), said.association, said.sheet
    title = texts["numbered"].format(number=sheet.id)
    head = PaperTitle(f"{title} — {said.name}", association.name, said.made_on)
    paper = Paper(head, PORTRAIT, [association.logo])
    table = Table(_columns(said, texts), PORTRAIT)
    table.begin(association, title, _says(said, texts), _house(association))
    numbers = {each.id: place for place, each in enumerate(sheet.attachments, start=1)}
    proofs: dict[int, list[str]] = {}
    for each in sheet.attachments:
        if each.line_id is not None:
            proofs.setdefault(each.line_id, []).append(str(numbers[each.id]))
    table.fill([_cells(said, line, proofs.get(line.id, []), texts) for line in sheet.lines])
    _totals(table, said, texts)
    _mileage(table, said, texts)
    _vouchers(table, said, texts)
    _closing(table, said, texts)
    foot = [association.name, association.official_number, title]
    return paper.finished(table.number_pages(" — ".join(part for part in foot if part)))


def _house(association: Association) -> str:
    """Return the address of the association; below the title it would be the volunteer's."""
    address = association.address
    parts = (address.street, address.complement, address.town_line)
    return ", ".join(part for part in parts if part)


def _says(said: ExpensePaper, texts: Mapping[str, str]) -> list[str]:
    sheet = said.sheet
    volunteer = texts["volunteer"].format(name=said.name)
    says = [
        ", ".join(part for part in (volunteer, said.address) if part),
        texts["purpose"].format(title=sheet.content.title),
    ]
    if sheet.days is not None:
        start, end = (day_long(day, "fr") for day in sheet.days)
        says.append(texts["day" if start == end else "period"].format(start=start, end=end))
    if sheet.is_draft and sheet.mileage:
        says.append(texts["draft"].format(day=day_long(said.made_on, "fr")))
    return [text for text in says if text]


def _columns(said: ExpensePaper, texts: Mapping[str, str]) -> list[Column]:
    names = ["spent_on", "kind", "label"]
    if said.sheet.mileage:
        names.append("distance")
    names += ["voucher", "amount"]
    return [Column(texts[name], right=name in {"distance", "amount"}) for name in names]


def _cells(
    said: ExpensePaper, line: ExpenseLine, proofs: list[str], texts: Mapping[str, str]
) -> list[str]:
    content = line.content
    is_trip = content.kind is ExpenseKind.MILEAGE
    distance = [distance_text(content.metres) if is_trip else ""]
    return [
        day_text(content.spent_on),
        texts[f"kind_{content.kind.value}"],
        content.label,
        *(distance if said.sheet.mileage else []),
        ", ".join(proofs),
        french_euros(line.amount),
    ]


def _totals(table: Table, said: ExpensePaper, texts: Mapping[str, str]) -> None:
    table.y -= 10
    table.need(_TOTAL.leading + _TEXT.leading)
    amount = said.sheet.total
    text = texts["total"].format(amount=french_euros(amount))
    table.sheets[-1].block.write_right(table.figures_right, table.y, _TOTAL, text)
    table.y -= _TOTAL.leading
    words = amount_in_words(amount, spelling_1990=said.association.words_1990)
    for line in wrap(texts["words"].format(words=words), _TEXT, table.figures_right - MARGIN):
        table.need(_TEXT.leading)
        table.sheets[-1].block.write_right(table.figures_right, table.y, _TEXT, line)
        table.y -= _TEXT.leading


def _mileage(table: Table, said: ExpensePaper, texts: Mapping[str, str]) -> None:
    if not said.sheet.mileage:
        return
    _head(table, texts["mileage"])
    for share in said.sheet.mileage:
        table.write(_share_text(share, texts), style=_TEXT)
    for since, source in said.scales:
        text = texts["scale"].format(day=day_long(since, "fr"), source=source)
        table.write(text, style=_SMALL)


def _share_text(share: MileageShare, texts: Mapping[str, str]) -> str:
    vehicle = share.vehicle.content
    kind = f"electric_{vehicle.kind.value}" if vehicle.is_electric else vehicle.kind.value
    power = "" if vehicle.kind is VehicleKind.MOPED else str(vehicle.power)
    formula = formula_text(share, texts)
    return texts["vehicle" if formula else "vehicle_settled"].format(
        vehicle=vehicle.label,
        kind=texts[kind].format(power=power),
        year=share.year,
        km=distance_text(share.metres),
        formula=formula,
        amount=french_euros(share.amount),
    )


def _vouchers(table: Table, said: ExpensePaper, texts: Mapping[str, str]) -> None:
    _head(table, texts["vouchers"])
    if not said.sheet.attachments:
        table.write(texts["no_voucher"], style=_SMALL)
    for number, each in enumerate(said.sheet.attachments, start=1):
        table.write(f"{number}. {each.name}", style=_TEXT)


def _head(table: Table, text: str) -> None:
    table.y -= 8
    # A heading is never the last line of a page.
    table.need(_HEADING.leading + 2 * _TEXT.leading)
    table.write(text, style=_HEADING)


def _closing(table: Table, said: ExpensePaper, texts: Mapping[str, str]) -> None:
    """Write what the volunteer signs, word for word, and leave room for it."""
    table.y -= 14
    table.need(_CLOSING_HEIGHT)
    name = "refund" if said.asks_refund else "waiver"
    table.write(texts[f"{name}_heading"], style=_HEADING)
    table.write(texts[name].format(name=said.name), style=_SENTENCE)
    sheet = said.sheet
    if sheet.state is ExpenseState.REIMBURSED and sheet.settled_on is not None:
        table.write(texts["refunded"].format(day=day_long(sheet.settled_on, "fr")), style=_TEXT)
    table.y -= 6
    is_waived = sheet.state is ExpenseState.WAIVED and sheet.settled_on is not None
    day = day_long(sheet.settled_on, "fr") if is_waived and sheet.settled_on else "…… /…… /…………"
    place = "…" * 18
    table.write(texts["place_and_day"].format(place=place, day=day), style=_SENTENCE)
    table.y -= 8
    middle = (MARGIN + table.right) / 2
    page = table.sheets[-1]
    for left, right, text in (
        (MARGIN, middle - 12, texts["signature"]),
        (middle + 12, table.right, texts["approval"]),
    ):
        page.block.write(left, table.y, _SMALL, text)
        page.rules.append(quiet_rule(left, right, table.y - _SIGNATURE_HEIGHT))
