"""The yearly declaration of gifts (CGI art. 222 bis): what is counted, and when it is due."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.anniversaries import months_after
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import Money, total
from coopdesk.domain.text import checked_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coopdesk.domain.donations import DonationNature, TaxArticle
    from coopdesk.domain.legal_parameters import LegalFigures
    from coopdesk.domain.payments import PaymentMode

NOTE_LIMIT = 500
_DAY = dt.timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """A fiscal year of the association, called after the calendar year in which it ends."""

    year: int
    start: dt.date
    end: dt.date

    def holds(self, day: dt.date) -> bool:
        """Tell whether a day is in it."""
        return self.start <= day <= self.end


def fiscal_year(year: int, first_month: int) -> FiscalYear:
    """Return the fiscal year that ends in a calendar year; it starts with a month, 1 to 12."""
    if first_month == 1:
        return FiscalYear(year, dt.date(year, 1, 1), dt.date(year, 12, 31))
    end = dt.date(year, first_month, 1) - _DAY
    return FiscalYear(year, dt.date(year - 1, first_month, 1), end)


def fiscal_year_of(day: dt.date, first_month: int) -> FiscalYear:
    """Return the fiscal year that a day is in."""
    ends_later = first_month > 1 and day.month >= first_month
    return fiscal_year(day.year + ends_later, first_month)


def due_on(year: FiscalYear, figures: LegalFigures) -> dt.date:
    """Return the last day for the declaration (legal_fr RF-42).

    Closed on 31 December: so many working days after 1 May, counted from Monday to Friday; on
    another day: so many months after.
    """
    if (year.end.month, year.end.day) == (12, 31):
        count = figures.value_on("declaration_working_days", year.end).count
        return _working_day_after(dt.date(year.year + 1, 5, 1), count)
    return months_after(year.end, figures.value_on("declaration_delay", year.end).count)


def _working_day_after(day: dt.date, count: int) -> dt.date:
    while count > 0:
        day += _DAY
        count -= day.weekday() < _SATURDAY
    return day


@dataclass(frozen=True, slots=True)
class DeclaredReceipt:
    """A receipt as the register names it; ``voided_on`` None says that it counts."""

    id: int
    year: int
    number: int
    number_text: str
    issued_on: dt.date
    donor_name: str
    form: str
    article: TaxArticle
    nature: DonationNature
    amount: Money
    gift_count: int
    voided_on: dt.date | None = None
    void_reason: str = ""
    replaced_by: str = ""

    @property
    def is_living(self) -> bool:
        """Whether it counts."""
        return self.voided_on is None


@dataclass(frozen=True, slots=True)
class DeclaredGift:
    """A gift on a receipt, and the payment that brought it (legal_fr RF-31).

    ``payment_id`` is None where no money moved; ``credited_on`` is the day on which the bank
    had it, None where nobody said; ``payment_ref`` is how a platform names it.
    """

    receipt: DeclaredReceipt
    donation_id: int
    received_on: dt.date
    amount: Money
    nature: DonationNature
    mode: PaymentMode
    payment_id: int | None = None
    credited_on: dt.date | None = None
    payment_ref: str = ""


@dataclass(frozen=True, slots=True)
class DeclarationPart:
    """What is declared under one form and article, and the receipts that make it."""

    form: str
    article: TaxArticle
    receipt_ids: tuple[int, ...]
    amount: Money

    @property
    def count(self) -> int:
        """How many receipts."""
        return len(self.receipt_ids)


@dataclass(frozen=True, slots=True)
class Filing:
    """That the declaration was filed: when, with which figures; ``proof`` names its file."""

    filed_on: dt.date
    receipt_count: int
    total: Money
    note: str = ""
    proof: str = ""


@dataclass(frozen=True, slots=True)
class Declaration:
    """The figures of a fiscal year.

    ``gifts`` are those received in it that stand on a receipt, voided ones too; ``issued`` the
    receipts issued in it, whatever the day of their gifts. What is declared is the amount of
    gifts received in the year and the number of receipts that name them; as the law may also be
    read as the receipts issued in the year (RF-41), those figures stand beside.
    """

    fiscal_year: FiscalYear
    due_on: dt.date
    gifts: tuple[DeclaredGift, ...]
    issued: tuple[DeclaredReceipt, ...]
    filed: Filing | None = None

    @property
    def counted(self) -> tuple[DeclaredGift, ...]:
        """The gifts on receipts that count."""
        return tuple(gift for gift in self.gifts if gift.receipt.is_living)

    @property
    def parts(self) -> tuple[DeclarationPart, ...]:
        """The figures by form and article."""
        groups: dict[tuple[str, TaxArticle], list[DeclaredGift]] = defaultdict(list)
        for gift in self.counted:
            groups[gift.receipt.form, gift.receipt.article].append(gift)
        return tuple(
            DeclarationPart(form, article, _receipt_ids(found), _sum(found))
            for (form, article), found in sorted(
                groups.items(), key=lambda item: (item[0][0], item[0][1].value)
            )
        )

    @property
    def receipt_ids(self) -> tuple[int, ...]:
        """The receipts that are declared."""
        return _receipt_ids(self.counted)

    @property
    def receipt_count(self) -> int:
        """How many receipts are declared."""
        return len(self.receipt_ids)

    @property
    def total(self) -> Money:
        """What is declared."""
        return _sum(self.counted)

    @property
    def issued_living(self) -> tuple[DeclaredReceipt, ...]:
        """The receipts issued in the year that count."""
        return tuple(receipt for receipt in self.issued if receipt.is_living)

    @property
    def issued_total(self) -> Money:
        """What the receipts issued in the year that count add up to."""
        return total(receipt.amount for receipt in self.issued_living)

    @property
    def issued_outside(self) -> int:
        """How many receipts are declared that were not issued in the year."""
        issued = {receipt.id for receipt in self.issued}
        return sum(key not in issued for key in self.receipt_ids)

    @property
    def issued_for_others(self) -> int:
        """How many receipts were issued in the year without any gift of it."""
        declared = set(self.receipt_ids)
        return sum(receipt.id not in declared for receipt in self.issued_living)

    @property
    def shared(self) -> int:
        """How many receipts are declared that name gifts of another year as well.

        Those of companies whose fiscal year is not ours, or of persons where ours is not the
        calendar year.
        """
        found: dict[int, list[DeclaredGift]] = defaultdict(list)
        for gift in self.counted:
            found[gift.receipt.id].append(gift)
        return sum(_sum(gifts) != gifts[0].receipt.amount for gifts in found.values())

    @property
    def voided(self) -> tuple[DeclaredReceipt, ...]:
        """The receipts of the year that count no more, each once, by number."""
        every = {
            **{gift.receipt.id: gift.receipt for gift in self.gifts},
            **{receipt.id: receipt for receipt in self.issued},
        }
        found = [receipt for receipt in every.values() if not receipt.is_living]
        return tuple(sorted(found, key=lambda receipt: (receipt.year, receipt.number)))

    @property
    def is_nothing_due(self) -> bool:
        """Whether there is nothing to declare: no receipt names a gift of the year."""
        return not self.counted and not self.issued_living

    @property
    def differs_from_filing(self) -> bool:
        """Whether the figures changed since they were filed."""
        filed = self.filed
        if filed is None:
            return False
        return (filed.receipt_count, filed.total) != (self.receipt_count, self.total)


def _receipt_ids(gifts: Sequence[DeclaredGift]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(gift.receipt.id for gift in gifts))


def _sum(gifts: Iterable[DeclaredGift]) -> Money:
    return total(gift.amount for gift in gifts)


@dataclass(frozen=True, slots=True)
class SeriesRange:
    """The numbers of a year that were issued.

    ``missing`` counts those that lack among them without having been noted as lost.
    """

    year: int
    first: str
    last: str
    count: int
    voided: int
    missing: int
    amount: Money


@dataclass(frozen=True, slots=True)
class LostNumbers:
    """Numbers that were issued and lost for good: which, who noted it when, and why.

    ``first`` and ``last`` are as printed; empty where only a void was lost.
    """

    first: str
    last: str
    count: int
    noted_on: dt.date
    reason: str
    author: str


@dataclass(frozen=True, slots=True)
class ClosingSheet:
    """What the closing sheet says: figures, numbers, voids, and where the chains end.

    ``receipt_head`` and ``void_head`` are the last links: who holds the sheet can tell whether
    receipts were cut off or changed since.
    """

    declaration: Declaration
    series: tuple[SeriesRange, ...]
    lost: tuple[LostNumbers, ...]
    made_on: dt.date
    receipt_head: str
    void_head: str
    void_count: int

    @property
    def differs(self) -> bool:
        """Whether receipts declared, receipts issued and numbers are not the same ones."""
        found = self.declaration
        numbers = sum(each.count - each.voided for each in self.series)
        return bool(
            found.issued_outside
            or found.issued_for_others
            or found.shared
            or numbers != found.receipt_count
        )


def check_filing(filed_on: dt.date, note: str, year: FiscalYear, today: dt.date) -> str:
    """Return the note cleaned.

    Raises:
        RuleError: ``declaration.filed_in_the_future``, ``declaration.filed_before_end``,
            ``text.too_long``.
    """
    if filed_on > today:
        raise RuleError("declaration.filed_in_the_future", field="filed_on", day=filed_on)
    if filed_on <= year.end:
        raise RuleError("declaration.filed_before_end", field="filed_on", day=year.end)
    return checked_line(note, "note", NOTE_LIMIT)
