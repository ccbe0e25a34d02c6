"""Bank statements: what files say line by line, and whether their balances tie."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coopdesk.domain.bank_accounts import NOBODY, AccountIdentity
from coopdesk.domain.money import Money, total
from coopdesk.domain.text import fold

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from coopdesk.domain.import_formats import FileFormat
    from coopdesk.domain.import_previews import Ask
    from coopdesk.domain.imports import Problem


class LineNature(enum.Enum):
    """What kind of operation a line of a statement is, as far as the file tells."""

    TRANSFER = "transfer"
    DIRECT_DEBIT = "direct_debit"
    CARD = "card"
    CHEQUE = "cheque"
    DEPOSIT = "deposit"
    CASH = "cash"
    FEE = "fee"
    INTEREST = "interest"
    OTHER = "other"


class DayOrder(enum.Enum):
    """In which order a file writes days, when it alone cannot tell."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


@dataclass(frozen=True, slots=True)
class ReadLine:
    """One operation of a statement as a file tells it.

    ``line`` names it within its file: the number of its line, or its rank where a file has
    several operations on one line. ``amount`` is signed: below zero leaves the account.
    ``label`` is all that the bank says of it in one line. ``bank_ref`` is the bank's own number
    of the operation, empty when the file has none; ``payment_ref`` what the payer gave along
    (end to end, mandate). ``balance`` is the running balance after it.
    """

    line: int
    raw: Mapping[str, str]
    booked_on: dt.date
    amount: Money
    label: str
    value_on: dt.date | None = None
    nature: LineNature = LineNature.OTHER
    counterparty: str = ""
    bank_ref: str = ""
    payment_ref: str = ""
    cheque: str = ""
    balance: Money | None = None


@dataclass(frozen=True, slots=True)
class ReadStatement:
    """One statement of one account; a balance that the file does not tell is None, not zero.

    ``lines`` stand in the order of the file. ``reference`` is the bank's number of it.
    """

    lines: tuple[ReadLine, ...]
    identity: AccountIdentity = NOBODY
    currency: str = "EUR"
    opening: Money | None = None
    opening_on: dt.date | None = None
    closing: Money | None = None
    closing_on: dt.date | None = None
    reference: str = ""

    @property
    def moved(self) -> Money:
        """What the lines add up to."""
        return total(line.amount for line in self.lines)

    @property
    def difference(self) -> Money | None:
        """By how much the closing balance differs from opening and lines; None if unknown."""
        if self.opening is None or self.closing is None:
            return None
        return self.closing - self.opening - self.moved


@dataclass(frozen=True, slots=True)
class ReadBankFile:
    """A bank file as read: several statements where it holds several accounts.

    ``header_key`` names the layout of a table, to remember what was said of it.
    ``day_samples`` are days that may be read two ways, when nobody said how. ``asks`` are what
    the reader must know besides. ``refused`` are the raw rows of the lines that ``problems``
    names. ``columns`` of a table lead from their names to what each is taken for (a value of
    ``BankColumn``), ``column_samples`` show what stands in them, one text for each;
    ``asks_columns`` says that a person must confirm it first.
    """

    name: str
    sha256: str
    file_format: FileFormat
    statements: tuple[ReadStatement, ...]
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    header_key: str = ""
    day_samples: tuple[str, ...] = ()
    refused: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    asks: tuple[Ask, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()
    column_samples: tuple[str, ...] = ()
    asks_columns: bool = False


def content_key(line: ReadLine) -> str:
    """Return what tells an operation from others of its account, its rank left out.

    The bank's own number with day and amount where there is one, else day, amount and label.
    Two equal operations of a day are told by their rank (``formats.md`` B1).
    """
    told = f"ref:{line.bank_ref}" if line.bank_ref else f"text:{fold(line.label)}"
    return f"{line.booked_on.isoformat()}|{line.amount.cents}|{told}"
