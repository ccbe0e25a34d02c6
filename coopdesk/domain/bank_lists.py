"""Lines of bank statements as lists show them: which are open, and what the others are."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coopdesk.domain.money import ZERO, Money

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from coopdesk.domain.bank_statements import LineNature
    from coopdesk.domain.import_formats import FileFormat


class LineState(enum.Enum):
    """How far a line of a statement is reconciled: its matches add up to it, or not yet."""

    OPEN = "open"
    PARTLY = "partly"
    MATCHED = "matched"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class StatementFilter:
    """Which lines of statements to show, and in which order.

    ``waiting`` shows those that are open or partly matched. ``in_alert`` shows lines of
    statements that do not tie. ``sort`` is one of date, label, amount, account.
    """

    bank_account_id: int | None = None
    text: str = ""
    state: LineState | None = None
    waiting: bool = False
    in_alert: bool = False
    year: int | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    nature: LineNature | None = None
    contact_id: int | None = None
    statement_ids: tuple[int, ...] | None = None
    run_id: int | None = None
    sort: str = "date"
    descending: bool = True


@dataclass(frozen=True, slots=True)
class MatchedWith:
    """One target of a line: an entry or a payment, and which part of the line it takes.

    ``amount`` has the sign of the line. ``number`` is that of a validated entry.
    """

    id: int
    amount: Money
    entry_id: int | None = None
    payment_id: int | None = None
    day: dt.date | None = None
    label: str = ""
    number: int | None = None
    made_by: str = "person"
    score: int = 0


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A line of a statement as lists show it; ``amount`` below zero left the account.

    ``matched`` is what its matches add up to, with the sign of the line.
    """

    id: int
    bank_account_id: int
    account_name: str
    booked_on: dt.date
    amount: Money
    label: str
    nature: LineNature
    state: LineState
    value_on: dt.date | None = None
    counterparty: str = ""
    bank_ref: str = ""
    payment_ref: str = ""
    cheque: str = ""
    balance: Money | None = None
    contact_id: int | None = None
    contact_name: str = ""
    matched: Money = ZERO
    targets: tuple[MatchedWith, ...] = ()
    note: str = ""

    @property
    def remainder(self) -> Money:
        """What of the line is not matched yet, with its sign."""
        return self.amount - self.matched


@dataclass(frozen=True, slots=True)
class BankLine:
    """One line with where it comes from: its file, and its row as it stood there."""

    row: StatementRow
    statement_id: int
    run_id: int
    file_name: str
    file_line: int | None = None
    raw: Mapping[str, str] = field(default_factory=dict)
    file_format: FileFormat | None = None


@dataclass(frozen=True, slots=True)
class StatementTotals:
    """How many lines a filter shows, money in and out, and what of them waits."""

    count: int = 0
    income: Money = ZERO
    expense: Money = ZERO
    waiting: int = 0
    waiting_amount: Money = ZERO
