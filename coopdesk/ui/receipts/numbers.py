"""Receipt numbers as people type and read them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coopdesk.domain.errors import NotFoundError
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.services.receipts import ReceiptService
    from coopdesk.services.registry import Services

_NUMBER = re.compile(r"(?:n\s?°\s?)?(?:(\d{4})\s?[-/]\s?)?(\d{1,6})")


def receipt_number(text: str, year: int) -> tuple[int, int] | None:
    """Read ``2026-0042``, ``n° 2026-42`` or ``42`` (of ``year``) as a year and a number."""
    found = _NUMBER.fullmatch(text.strip().lower())
    if found is None:
        return None
    return int(found[1] or year), int(found[2])


def numbered_ids(services: Services, year: int, number: int) -> list[int]:
    """Return the id of a receipt by its number, none when there is no such receipt."""
    written = services.receipt_life.series(year).text(number)
    found = id_of_number(services.receipts, written)
    return [] if found is None else [found]


def id_of_number(service: ReceiptService, written: str) -> int | None:
    """Return the receipt that bears a number as it is printed."""
    try:
        return service.id_of(written)
    except NotFoundError:
        return None


def numbers_text(first: str, last: str) -> str:
    """Return ``2026-0001 to 2026-0037``, or the one number."""
    return first if first == last else _("{first} to {last}").format(first=first, last=last)
