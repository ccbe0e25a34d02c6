"""The books as papers: which there are, and what is written at the head of each."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.association import Association
    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.domain.money import Money


class BookPaperKind(enum.Enum):
    """A book or a statement that can be printed; the values are those of the command line."""

    JOURNAL = "journal"
    LEDGER = "ledger"
    BALANCE = "balance"
    RESULT = "result"
    BALANCE_SHEET = "balance-sheet"
    VOLUNTEERING = "volunteering"
    ACTIVITIES = "activities"
    TREASURY = "treasury"
    DEDICATED_FUNDS = "funds"
    TIES = "ties"
    CLOSING_SHEET = "closing-sheet"


@dataclass(frozen=True, slots=True)
class BookPaper:
    """Whose book it is, of which year, and which lines it holds.

    ``only`` narrows it in words, such as one journal or one activity; ``until`` is the last
    day, None for that of the year.
    """

    house: Association
    year: FiscalYear
    made_on: dt.date
    with_drafts: bool = False
    until: dt.date | None = None
    only: tuple[str, ...] = ()


class BookLine(NamedTuple):
    """A line as the journal and the ledger print it; ``number`` is None of drafts.

    ``voucher_on`` is the real date of an operation that was late for its own year.
    """

    line_id: int
    entry_id: int
    number: int | None
    entry_on: dt.date
    journal: str
    voucher_ref: str
    voucher_on: dt.date
    account: str
    account_label: str
    label: str
    party: str
    matching: str
    debit: Money
    credit: Money
