"""What the list of issued receipts shows, read at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from coopdesk.domain.money import Money, total
from coopdesk.domain.receipts import ReceiptFilter, ReceiptStatus
from coopdesk.ui.receipts.numbers import numbered_ids, receipt_number
from coopdesk.ui.receipts.words import form_text
from coopdesk.wording.formats import money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopdesk.services.receipts import ReceiptService
    from coopdesk.services.registry import Services
    from coopdesk.ui.receipts.declared import DeclaredFigure

_PAGE = 200
# What counts of each receipt; those that were voided are not in it.
Amounts: TypeAlias = "dict[int, Money]"


@dataclass(frozen=True, slots=True)
class IssuedWanted:
    """Which receipts are asked for; ``form`` and ``status`` are empty for all.

    ``declared`` asks for those behind a figure of the declaration, whatever their year.
    """

    year: int
    text: str = ""
    form: str = ""
    declared: DeclaredFigure | None = None
    status: ReceiptStatus | None = None
    sort: tuple[str, bool] = ("number", False)

    @property
    def in_words(self) -> str:
        """What is looked for; empty when every receipt of the year is."""
        parts = (
            self.text,
            self.declared.text if self.declared is not None else "",
            form_text(self.form),
            label(self.status) if self.status is not None else "",
        )
        return " · ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Issued:
    """The ids to list, what counts of each, and how many receipts have each status.

    ``declared`` says what is declared of each, where a figure of the declaration is shown.
    """

    ids: list[int]
    amounts: Amounts
    counts: dict[ReceiptStatus | None, tuple[int, Money | None]]
    declared: Amounts | None = None

    def total_text(self, ids: Iterable[int]) -> str:
        """Say what receipts add up to, and what of it is declared where that differs."""
        living = [key for key in ids if key in self.amounts]
        if not living:
            return ""
        amount = total(self.amounts[key] for key in living)
        if self.declared is not None:
            declared = total(self.declared.get(key, Money(0)) for key in living)
            if declared != amount:
                text = _("Total: {amount}, of which {declared} declared")
                return text.format(amount=money_text(amount), declared=money_text(declared))
        return _("Total: {amount}").format(amount=money_text(amount))


def read_issued(services: Services, wanted: IssuedWanted) -> Issued:
    """Read the list; runs on the worker."""
    service = services.receipts
    declared = None
    if wanted.declared is not None:
        found = services.declarations.declaration(wanted.declared.year)
        declared = wanted.declared.amounts(found)
    ids = _among(declared, _ids(services, wanted))
    year = wanted.year if declared is None else None
    counts: dict[ReceiptStatus | None, tuple[int, Money | None]] = {
        status: (len(_among(declared, service.ids(ReceiptFilter(year, status=status)))), None)
        for status in ReceiptStatus
    }
    whole = sum(count for count, _amount in counts.values())
    if declared is None:
        counts[None] = (whole, service.totals(wanted.year)[1])
    else:
        counts[None] = (whole, total(declared.values()))
    return Issued(ids, _amounts(service, ids), counts, declared)


def _among(declared: Amounts | None, ids: list[int]) -> list[int]:
    return ids if declared is None else [key for key in ids if key in declared]


def _ids(services: Services, wanted: IssuedWanted) -> list[int]:
    """Return the receipt whose number was typed, or those of the words."""
    number = receipt_number(wanted.text, wanted.year) if wanted.text else None
    if number is not None:
        found = numbered_ids(services, *number)
        if found:
            return found
    name, descending = wanted.sort
    return services.receipts.ids(
        ReceiptFilter(
            year=wanted.year if wanted.declared is None else None,
            text=wanted.text,
            status=wanted.status,
            form=wanted.form,
            sort=name or "number",
            descending=descending,
        )
    )


def _amounts(service: ReceiptService, ids: list[int]) -> Amounts:
    pages = (ids[start : start + _PAGE] for start in range(0, len(ids), _PAGE))
    lines = (line for page in pages for line in service.lines(page))
    return {line.id: line.amount for line in lines if line.voided_on is None}
