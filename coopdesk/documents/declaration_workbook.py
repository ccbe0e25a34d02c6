"""The annex of the yearly declaration of gifts: figures, register with payments, voids."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from coopdesk.documents.workbook import Book, Column, Formula, Link
from coopdesk.documents.workbook_lists import SheetList, finish_list, start_list
from coopdesk.documents.workbook_styles import Look, Reference
from coopdesk.domain.donations import DonationNature
from coopdesk.domain.money import ZERO, Money
from coopdesk.wording.formats import day_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from coopdesk.documents.workbook import Sheet, Value
    from coopdesk.documents.workbook_styles import Plain
    from coopdesk.domain.declarations import Declaration, DeclaredGift, DeclaredReceipt

_STEP = 250
# Which columns formulas look at.
_FORM, _ARTICLE, _COUNT, _DECLARED = 3, 4, 12, 14
_ISSUED_COUNT, _ISSUED_DECLARED = 6, 8


def write_declaration_workbook(
    found: Declaration,
    before: Declaration,
    name: str,
    made_on: dt.date,
    advance: Callable[[int, int], None],
) -> bytes:
    """Return the workbook; ``advance`` is told how many rows are written, of how many.

    ``before`` is the year before, whose figures stand beside those to declare.

    Every total is a live formula that carries its result. The register joins each receipt to
    the payments that it names, as a control under LPF L14 A asks (legal_fr RF-31).
    """
    register, issued, voided = _register(found), _issued(found), _voided(found)
    made = _("made on {day}").format(day=day_text(made_on))
    subtitle = f"{name} — {made}" if name else made
    every = len(register.rows) + len(issued.rows) + len(voided.rows)
    done = 0
    with Book(_title(found), name) as book:
        _Summary(found, before, (register, issued), book).write(subtitle)
        for listing in (register, issued, voided):
            sheet = start_list(book, listing, subtitle)
            for row in listing.rows:
                sheet.append(row)
                done += 1
                if done % _STEP == 0:
                    advance(done, every)
            finish_list(sheet, listing)
        advance(every, every)
        return book.content()


def _title(found: Declaration) -> str:
    return _("Declaration of gifts {year}").format(year=found.fiscal_year.year)


def status_text(receipt: DeclaredReceipt) -> str:
    """Return whether a receipt counts, in a word."""
    if receipt.is_living:
        return _("Valid")
    return _("Replaced") if receipt.replaced_by else _("Voided")


def _register(found: Declaration) -> SheetList:
    columns = (
        Column(_("Receipt"), 13),
        Column(_("Issued on"), 12, dt.date),
        Column(_("Donor"), 28),
        Column(_("Form number"), 12),
        Column(_("Article"), 10),
        Column(_("Nature"), 17),
        Column(_("Received on"), 12, dt.date),
        Column(_("Mode"), 17),
        Column(_("Credited on"), 12, dt.date),
        Column(_("Payment"), 12, Reference),
        Column(_("Reference"), 18),
        Column(_("Status"), 11),
        Column(_("Receipts"), 9, int, totalled=True),
        Column(_("Amount"), 14, Money, totalled=True),
        Column(_("Declared"), 14, Money, totalled=True),
    )
    title = _("Register of receipts {year}: gifts received from {start} to {end}").format(
        year=found.fiscal_year.year,
        start=day_text(found.fiscal_year.start),
        end=day_text(found.fiscal_year.end),
    )
    rows = list(_register_rows(found.gifts))
    return SheetList(_("Register"), title, columns, rows)


def _register_rows(gifts: Iterable[DeclaredGift]) -> Iterable[tuple[Plain | None, ...]]:
    """Yield a row for each gift; the first gift of a receipt that counts counts it."""
    known = 0
    for gift in gifts:
        receipt = gift.receipt
        counts = int(receipt.is_living and receipt.id != known)
        known = receipt.id
        moved = gift.payment_id is not None
        yield (
            receipt.number_text,
            receipt.issued_on,
            receipt.donor_name,
            receipt.form,
            receipt.article.value,
            label(gift.nature),
            gift.received_on,
            label(gift.mode) if gift.nature is DonationNature.MONEY else "",
            gift.credited_on if moved else None,
            Reference(gift.payment_id) if gift.payment_id is not None else None,
            gift.payment_ref,
            status_text(receipt),
            counts or None,
            gift.amount,
            gift.amount if receipt.is_living else ZERO,
        )


def _issued(found: Declaration) -> SheetList:
    columns = (
        Column(_("Receipt"), 14),
        Column(_("Issued on"), 12, dt.date),
        Column(_("Donor"), 34),
        Column(_("Form number"), 12),
        Column(_("Article"), 11),
        Column(_("Status"), 12),
        Column(_("Receipts"), 10, int, totalled=True),
        Column(_("Amount"), 15, Money, totalled=True),
        Column(_("Counted"), 15, Money, totalled=True),
    )
    rows = [
        (
            receipt.number_text,
            receipt.issued_on,
            receipt.donor_name,
            receipt.form,
            receipt.article.value,
            status_text(receipt),
            int(receipt.is_living),
            receipt.amount,
            receipt.amount if receipt.is_living else ZERO,
        )
        for receipt in found.issued
    ]
    title = _("Receipts issued from {start} to {end}").format(
        start=day_text(found.fiscal_year.start), end=day_text(found.fiscal_year.end)
    )
    return SheetList(_("Issued in the year"), title, columns, rows)


def _voided(found: Declaration) -> SheetList:
    columns = (
        Column(_("Receipt"), 14),
        Column(_("Issued on"), 12, dt.date),
        Column(_("Donor"), 30),
        Column(_("Amount"), 15, Money, totalled=True),
        Column(_("Voided on"), 12, dt.date),
        Column(_("Reason"), 44),
        Column(_("Replaced by"), 14),
    )
    rows = [
        (
            receipt.number_text,
            receipt.issued_on,
            receipt.donor_name,
            receipt.amount,
            receipt.voided_on,
            receipt.void_reason,
            receipt.replaced_by,
        )
        for receipt in found.voided
    ]
    title = _("Voided receipts, which are not declared")
    return SheetList(_("Voided"), title, columns, rows)


class _Summary:
    """The first sheet: what to declare, where it comes from, and how else it may be read."""

    def __init__(
        self,
        found: Declaration,
        before: Declaration,
        listings: tuple[SheetList, SheetList],
        book: Book,
    ) -> None:
        self.found = found
        self.before = before
        self.register, self.issued = listings
        columns = (
            Column("", 46),
            Column("", 14),
            Column("", 16, int),
            Column("", 18, Money),
            Column("", 20),
        )
        self.sheet: Sheet = book.sheet(_("Summary"), columns)

    def write(self, subtitle: str) -> None:
        """Write the whole sheet."""
        found, sheet = self.found, self.sheet
        sheet.heading(_title(found), subtitle)
        self._blank()
        year = found.fiscal_year
        self._say(
            _("Fiscal year"),
            _("from {start} to {end}").format(
                start=day_text(year.start), end=day_text(year.end)
            ),
        )
        self._say(_("To be declared by"), day_text(found.due_on))
        filed = found.filed
        self._say(_("Filed on"), day_text(filed.filed_on) if filed else _("not yet"))
        self._blank()
        total = self._declared()
        self._blank()
        self._beside()
        self._blank()
        sheet.write(
            Look.BODY,
            [
                _("Difference with the register (must be zero)"),
                None,
                Formula(f"C{total}-{self.register.total(_COUNT)}", 0),
                Formula(f"D{total}-{self.register.total(_DECLARED)}", ZERO),
            ],
        )
        self._blank()
        for text in _explanations():
            sheet.write(Look.SUBTITLE, [text])

    def _declared(self) -> int:
        """Write the figures to declare; return the row of their total."""
        sheet, register = self.sheet, self.register
        sheet.head(
            (_("To declare"), _("Form number"), _("Receipts"), _("Amount"), _("Where to look"))
        )
        first = sheet.row + 1
        for part in self.found.parts:
            row = sheet.row + 1
            which = (
                f"{register.data(_FORM)},B{row},"
                f'{register.data(_ARTICLE)},"{part.article.value}"'
            )
            sheet.write(
                Look.BODY,
                [
                    label(part.article),
                    part.form,
                    Formula(f"SUMIFS({register.data(_COUNT)},{which})", part.count),
                    Formula(f"SUMIFS({register.data(_DECLARED)},{which})", part.amount),
                    Link(register.name, register.name),
                ],
            )
        if not self.found.parts:
            sheet.write(Look.BODY, [_("Nothing to declare"), "", 0, ZERO])
        last = sheet.row
        return sheet.write(
            Look.TOTAL,
            [
                _("Total"),
                None,
                Formula(f"SUM(C{first}:C{last})", self.found.receipt_count),
                Formula(f"SUM(D{first}:D{last})", self.found.total),
                None,
            ],
        )

    def _beside(self) -> None:
        found, issued, before = self.found, self.issued, self.before
        year = before.fiscal_year.year
        earlier: list[Value] = [
            _("Fiscal year before ({year}), counted likewise").format(year=year),
            None,
            before.receipt_count,
            before.total,
        ]
        values: list[Value] = [
            _("Receipts issued during the year, whatever the day of the gifts"),
            None,
            Formula(issued.total(_ISSUED_COUNT), len(found.issued_living)),
            Formula(issued.total(_ISSUED_DECLARED), found.issued_total),
            Link(issued.name, issued.name),
        ]
        self.sheet.head((_("For comparison"), "", _("Receipts"), _("Amount"), ""))
        self.sheet.write(Look.BODY, earlier)
        self.sheet.write(Look.BODY, values)
        voided = [_("Voided receipts, not counted"), None, len(found.voided)]
        self.sheet.write(Look.BODY, voided)

    def _say(self, name: str, value: str) -> None:
        self.sheet.write(Look.BODY, [name, value])

    def _blank(self) -> None:
        self.sheet.write(Look.BODY, [])


def _explanations() -> tuple[str, ...]:
    return (
        _("Declared: the gifts received in the fiscal year that stand on a receipt which"),
        _("counts, and the number of these receipts (CGI art. 222 bis; no names are asked)."),
        _("The law may also be read as the receipts issued in the year: hence the comparison."),
    )
