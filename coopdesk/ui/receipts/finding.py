"""Issued receipts as answers of Ctrl+K."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.receipts import ReceiptFilter
from coopdesk.ui.desk import Desk, Hit
from coopdesk.ui.receipts.numbers import numbered_ids, receipt_number
from coopdesk.ui.receipts.words import is_void, status_text
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.receipts import ReceiptLine

_HITS = 4
_SHORTEST = 3


def find_receipts(desk: Desk, text: str) -> list[Hit]:
    """Return the newest receipts of a donor, or the one with a number; runs on the worker."""
    service = desk.services.receipts
    number = receipt_number(text, desk.today().year)
    ids = numbered_ids(desk.services, *number) if number is not None else []
    if not ids:
        if len(text) < _SHORTEST:
            return []
        ids = service.ids(ReceiptFilter(text=text, sort="issued", descending=True))[:_HITS]
    return [_hit(line) for line in service.lines(ids)]


def _hit(line: ReceiptLine) -> Hit:
    title = _("Receipt no. {number}").format(number=line.number_text)
    said = [line.donor_name, money_text(line.amount)]
    if is_void(line):
        said.append(status_text(line))
    return Hit(title, " · ".join(said), "receipt", "receipts", line.id)
