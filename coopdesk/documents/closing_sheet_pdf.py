"""The sheet that closes a year of receipts: figures, numbers, voids, ends of the chains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.closing_parts import (
    HASH,
    TEXT,
    TOTAL,
    write_part,
    write_signature,
    write_title,
)
from coopdesk.documents.paper import PORTRAIT, Paper, PaperTitle
from coopdesk.documents.paper_texts import paper_texts
from coopdesk.documents.table_pages import Column, Table
from coopdesk.domain.donations import TaxArticle
from coopdesk.wording.formats import HARD_SPACE, day_long, day_text, french_euros, number_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from coopdesk.domain.association import Association
    from coopdesk.domain.declarations import ClosingSheet, Declaration

_LEAST = 62.0
_PARTS = {
    TaxArticle.INCOME: "person_income",
    TaxArticle.WEALTH: "person_wealth",
    TaxArticle.COMPANY: "company",
}


def draw_closing_sheet(sheet: ClosingSheet, association: Association) -> bytes:
    """Return the sheet as a PDF to sign and to keep away from the computer.

    The ends of the two chains of receipts are printed whole: they anchor every receipt issued
    up to the day of the sheet.
    """
    texts, found = paper_texts("receipt_closing"), sheet.declaration
    paper = Paper(
        PaperTitle(texts["title"], association.name, sheet.made_on),
        PORTRAIT,
        [association.logo],
    )
    table = Table([], size=PORTRAIT)
    table.begin(association, texts["title"], _says(sheet, texts))
    _declared(table, found, texts)
    _difference(table, sheet, texts)
    _series(table, sheet, texts)
    _lost(table, sheet, texts)
    _voids(table, found, texts)
    _chains(table, sheet, texts)
    write_signature(table, association, texts)
    foot = f"{association.name} — {texts['title']} {found.fiscal_year.year}"
    return paper.finished(table.number_pages(foot))


def _says(sheet: ClosingSheet, texts: Mapping[str, str]) -> list[str]:
    found = sheet.declaration
    year, filed = found.fiscal_year, found.filed
    says = [
        texts["fiscal_year"].format(start=_long(year.start), end=_long(year.end)),
        texts["made_on"].format(day=_long(sheet.made_on)),
    ]
    if found.is_nothing_due:
        return [*says, texts["nothing"]]
    says.append(texts["due"].format(day=_long(found.due_on)))
    if filed is None:
        return [*says, texts["not_filed"]]
    count, amount = number_text(filed.receipt_count), french_euros(filed.total)
    day = _long(filed.filed_on)
    return [*says, texts["filed"].format(day=day, count=count, amount=amount)]


def _declared(table: Table, found: Declaration, texts: Mapping[str, str]) -> None:
    rows = [
        (texts[_PARTS[part.article]], number_text(part.count), french_euros(part.amount))
        for part in found.parts
    ]
    columns = [
        Column(texts["part"], least=260),
        Column(texts["receipts"], right=True),
        Column(texts["amount"], right=True),
    ]
    write_part(table, texts["declared_title"], columns, rows)
    count, amount = number_text(found.receipt_count), french_euros(found.total)
    table.y -= 4
    said = texts["total_one" if found.receipt_count == 1 else "total"]
    table.write(said.format(count=count, amount=amount), style=TOTAL)
    issued = number_text(len(found.issued_living))
    explained = texts["explained"].format(count=issued, amount=french_euros(found.issued_total))
    table.write(explained, style=TEXT)


def _difference(table: Table, sheet: ClosingSheet, texts: Mapping[str, str]) -> None:
    """Say why the receipts declared are not those of the numbers, only where they are not."""
    if not sheet.differs:
        return
    found = sheet.declaration
    counts = {
        "differs_elsewhere": found.issued_outside,
        "differs_others": found.issued_for_others,
        "differs_shared": found.shared,
    }
    said = [
        texts[name].format(count=number_text(count)) for name, count in counts.items() if count
    ]
    cases = f"{HARD_SPACE}; ".join(said)
    cases = texts["differs_cases"].format(cases=cases) if cases else ""
    table.write(texts["differs"].format(cases=cases), style=TEXT)


def _series(table: Table, sheet: ClosingSheet, texts: Mapping[str, str]) -> None:
    names = ("series", "first", "last", "count", "voided", "living")
    columns = [Column(texts[name], name in names[3:], _LEAST) for name in names]
    rows = [
        (
            str(each.year),
            each.first,
            each.last,
            number_text(each.count),
            number_text(each.voided),
            french_euros(each.amount),
        )
        for each in sheet.series
    ]
    write_part(table, texts["series_title"], columns, rows)
    missing = sum(each.missing for each in sheet.series)
    table.y -= 4
    if missing:
        table.write(texts["gap"].format(count=number_text(missing)), style=TEXT)
    elif not (rows or sheet.lost):
        table.write(texts["no_number"], style=TEXT)
    else:
        lost = any(each.count for each in sheet.lost)
        table.write(texts["no_gap_but_lost" if lost else "no_gap"], style=TEXT)


def _lost(table: Table, sheet: ClosingSheet, texts: Mapping[str, str]) -> None:
    """List the numbers that were lost, only where some were."""
    if not sheet.lost:
        return
    names = ("first", "last", "count_lost", "noted_on", "reason_lost", "author")
    # A number that is missing between others is noted without being named.
    is_gap = any(each.missing for each in sheet.series)
    unnamed = texts["lost_unnamed" if is_gap else "lost_void"]
    rows = [
        (
            each.first or unnamed,
            each.last,
            number_text(each.count) if each.count else "",
            day_text(each.noted_on),
            each.reason,
            each.author,
        )
        for each in sheet.lost
    ]
    columns = [Column(texts[name], right=name == "count_lost") for name in names]
    write_part(table, texts["lost_title"], columns, rows)


def _voids(table: Table, found: Declaration, texts: Mapping[str, str]) -> None:
    names = ("number", "donor", "amount", "voided_on", "reason", "replaced_by")
    rows = [
        (
            receipt.number_text,
            receipt.donor_name,
            french_euros(receipt.amount),
            day_text(receipt.voided_on) if receipt.voided_on else "",
            receipt.void_reason,
            receipt.replaced_by,
        )
        for receipt in found.voided
    ]
    columns = [Column(texts[name], right=name == "amount") for name in names]
    write_part(table, texts["voids_title"], columns, rows)
    if not rows:
        table.write(texts["no_voids"], style=TEXT)


def _chains(table: Table, sheet: ClosingSheet, texts: Mapping[str, str]) -> None:
    write_title(table, texts["chain_title"])
    table.write(texts["chain"], style=TEXT)
    void = texts["void_head"].format(number=number_text(sheet.void_count))
    for name, head in ((texts["receipt_head"], sheet.receipt_head), (void, sheet.void_head)):
        if head or name is not void:
            table.write(f"{name} : {head or texts['no_head']}", style=HASH)


def _long(day: dt.date) -> str:
    return day_long(day, "fr")
