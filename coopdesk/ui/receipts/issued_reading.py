"""What the list of issued receipts shows, read at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.money import Money, total
from coopdesk.domain.receipts import ReceiptFilter, ReceiptStatus
from coopdesk.ui.receipts.numbers import numbered_ids, receipt_number
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.receipts import ReceiptLine
    from coopdesk.services.receipts import ReceiptService
    from coopdesk.services.registry import Services

_PAGE = 200


@dataclass(frozen=True, slots=True)
class IssuedWanted:
    """Which receipts are asked for; ``form`` and ``status`` are empty for all."""

    year: int
    text: str
    form: str
    status: ReceiptStatus | None
    sort: tuple[str, bool]


@dataclass(frozen=True, slots=True)
class Issued:
    """The ids to list, what they add up to, and how many receipts have each status."""

    ids: list[int]
    total_text: str
    counts: dict[ReceiptStatus | None, tuple[int, Money | None]]


def read_issued(services: Services, wanted: IssuedWanted) -> Issued:
    """Read the list; runs on the worker."""
    service = services.receipts
    ids = _ids(services, wanted)
    living = [line for line in _lines(service, ids) if line.voided_on is None]
    amount = total(line.amount for line in living)
    text = _("Total: {amount}").format(amount=money_text(amount)) if living else ""
    _count, of_year = service.totals(wanted.year)
    counts: dict[ReceiptStatus | None, tuple[int, Money | None]] = {
        status: (len(service.ids(ReceiptFilter(year=wanted.year, status=status))), None)
        for status in ReceiptStatus
    }
    whole = sum(count for count, _amount in counts.values())
    counts[None] = (whole, of_year)
    return Issued(ids, text, counts)


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
            year=wanted.year,
            text=wanted.text,
            status=wanted.status,
            form=wanted.form,
            sort=name or "number",
            descending=descending,
        )
    )


def _lines(service: ReceiptService, ids: list[int]) -> list[ReceiptLine]:
    pages = (ids[start : start + _PAGE] for start in range(0, len(ids), _PAGE))
    return [line for page in pages for line in service.lines(page)]
