"""The accounts of a year as the board reads them: lines, sums by kind and by donor."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.money import Money, total
from coopdesk.domain.payments import Direction, LineKind
from coopdesk.domain.text import sort_key

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from coopdesk.domain.payments import PaymentLine


@dataclass(frozen=True, slots=True)
class KindSum:
    """What one kind of line adds up to, beside the year before."""

    kind: LineKind
    count: int
    amount: Money
    previous: Money


@dataclass(frozen=True, slots=True)
class DonorSum:
    """What one donor gave, beside the year before; ``donor_id`` None is everyone unnamed."""

    donor_id: int | None
    name: str
    count: int
    amount: Money
    previous: Money
    last_on: dt.date | None


@dataclass(frozen=True, slots=True)
class YearAccounts:
    """A calendar year of money received and spent, oldest line first.

    ``income`` and ``expenses`` hold the kinds of either year, in the order of LineKind;
    ``donors`` those who gave in either year, in French order, anonymous gifts last; what went
    back is income and expense, and no gift.
    """

    name: str
    year: int
    made_on: dt.date
    lines: tuple[PaymentLine, ...]
    income: tuple[KindSum, ...]
    expenses: tuple[KindSum, ...]
    donors: tuple[DonorSum, ...]

    def of(self, direction: Direction) -> tuple[PaymentLine, ...]:
        """Return the lines that came in, or went out."""
        return tuple(line for line in self.lines if line.direction is direction)

    @property
    def income_total(self) -> Money:
        """Everything received."""
        return total(line.amount for line in self.income)

    @property
    def expense_total(self) -> Money:
        """Everything spent."""
        return total(line.amount for line in self.expenses)

    @property
    def previous_income_total(self) -> Money:
        """Everything received the year before."""
        return total(line.previous for line in self.income)

    @property
    def previous_expense_total(self) -> Money:
        """Everything spent the year before."""
        return total(line.previous for line in self.expenses)

    @property
    def gift_count(self) -> int:
        """How many gifts were received."""
        return sum(donor.count for donor in self.donors)

    @property
    def gift_total(self) -> Money:
        """What the gifts add up to."""
        return total(donor.amount for donor in self.donors)


def year_accounts(
    *,
    name: str,
    year: int,
    made_on: dt.date,
    lines: Iterable[PaymentLine],
    previous_lines: Iterable[PaymentLine],
) -> YearAccounts:
    """Add up the lines of a year and of the year before; all of them count."""
    now, before = tuple(lines), tuple(previous_lines)
    return YearAccounts(
        name=name,
        year=year,
        made_on=made_on,
        lines=now,
        income=_by_kind(Direction.IN, now, before),
        expenses=_by_kind(Direction.OUT, now, before),
        donors=_by_donor(now, before),
    )


def _by_kind(
    direction: Direction, now: Iterable[PaymentLine], before: Iterable[PaymentLine]
) -> tuple[KindSum, ...]:
    amounts: defaultdict[LineKind, list[Money]] = defaultdict(list)
    previous: defaultdict[LineKind, list[Money]] = defaultdict(list)
    for found, wanted in ((now, amounts), (before, previous)):
        for line in found:
            if line.direction is direction:
                wanted[line.kind].append(line.amount)
    return tuple(
        KindSum(kind, len(amounts[kind]), total(amounts[kind]), total(previous[kind]))
        for kind in LineKind
        if kind in amounts or kind in previous
    )


def _is_kept_gift(line: PaymentLine) -> bool:
    """Tell whether a line brought a gift that did not go back."""
    is_gift = line.kind is LineKind.GIFT and line.direction is Direction.IN
    return is_gift and not line.is_returned


def _by_donor(
    now: Iterable[PaymentLine], before: Iterable[PaymentLine]
) -> tuple[DonorSum, ...]:
    given: defaultdict[int | None, list[PaymentLine]] = defaultdict(list)
    earlier: defaultdict[int | None, list[PaymentLine]] = defaultdict(list)
    names: dict[int | None, str] = {}
    for found, wanted in ((before, earlier), (now, given)):
        for line in found:
            if _is_kept_gift(line):
                donor_id, name = line.donor or (line.payer_id, line.payer_name)
                wanted[donor_id].append(line)
                names[donor_id] = name
    sums = [
        DonorSum(
            donor_id=donor_id,
            name=name,
            count=len(given[donor_id]),
            amount=total(line.amount for line in given[donor_id]),
            previous=total(line.amount for line in earlier[donor_id]),
            last_on=max((line.paid_on for line in given[donor_id]), default=None),
        )
        for donor_id, name in names.items()
    ]
    sums.sort(key=lambda sum_: (sum_.donor_id is None, sort_key(sum_.name), sum_.donor_id or 0))
    return tuple(sums)
