"""Receipt numbers as people type and read them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.services.receipts import ReceiptService

_NUMBER = re.compile(r"(?:n\s?°\s?)?(?:(\d{4})\s?[-/]\s?)?(\d{1,6})")


def receipt_number(text: str, year: int) -> tuple[int, int] | None:
    """Read ``2026-0042``, ``n° 2026-42`` or ``42`` (of ``year``) as a year and a number."""
    found = _NUMBER.fullmatch(text.strip().lower())
    if found is None:
        return None
    return int(found[1] or year), int(found[2])


def numbered_ids(service: ReceiptService, year: int, number: int) -> list[int]:
    """Return the id of a receipt by its number, none when there is no such receipt.

    Numbers of a year have no gap: the n-th receipt is the number n.
    """
    ids = service.ids(year)
    return [ids[number - 1]] if 1 <= number <= len(ids) else []


def numbers_text(first: str, last: str) -> str:
    """Return ``2026-0001 to 2026-0037``, or the one number."""
    return first if first == last else _("{first} to {last}").format(first=first, last=last)
