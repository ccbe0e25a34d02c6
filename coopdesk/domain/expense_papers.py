"""What the printed sheet of a volunteer's expenses says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.association import Association
    from coopdesk.domain.expenses import ExpenseSheet


@dataclass(frozen=True, slots=True)
class ExpensePaper:
    """A sheet to print, ``name`` being last name then first name, as the waiver wants it.

    ``address`` is the postal address on one line; ``scales`` name the source of the scale of
    each calendar year. ``asks_refund`` ends it with a request instead of the waiver.
    """

    association: Association
    made_on: dt.date
    sheet: ExpenseSheet
    name: str
    address: str
    scales: tuple[tuple[dt.date, str], ...]
    asks_refund: bool = False
