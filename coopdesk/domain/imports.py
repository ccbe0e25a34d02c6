"""Importing files of other programs: what a row says, and what becomes of it."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.payments import (
    Direction,
    LineKind,
    PaymentMode,
    PaymentPart,
    PaymentSource,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from coopdesk.domain.donations import ReturnReason
    from coopdesk.domain.import_formats import FileFormat


# The reason of a ticket whose money a payments file has told of already: it adds none.
KNOWN_BY_ORDER = "known_by_order"
# The reason of a row that is a part of the payment of another row: a fee, a gift added to it.
PART_OF_PAYMENT = "part_of_payment"


# The reason of a row that a person set aside: it is shown and kept, and makes nothing.
LEFT_OUT = "left_out"


class RowVerdict(enum.Enum):
    """What an import would do with a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    DOUBTFUL = "doubtful"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a file: line (1 = first), column, a code of ``wording.errors``."""

    line: int
    code: str
    column: str = ""
    values: Mapping[str, object] = field(default_factory=dict)


def problems_by_line(problems: Iterable[Problem]) -> dict[int, list[Problem]]:
    """Return what is wrong with each line of a file, as its columns stand."""
    by_line: dict[int, list[Problem]] = {}
    for problem in problems:
        by_line.setdefault(problem.line, []).append(problem)
    return by_line


class FileRead(Protocol):
    """What every reader of files returns, whatever their rows are."""

    @property
    def name(self) -> str:
        """The name of the file."""
        ...

    @property
    def sha256(self) -> str:
        """The digest of its bytes."""
        ...

    @property
    def file_format(self) -> FileFormat:
        """What it was recognised as."""
        ...

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Why rows could not be read."""
        ...

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What concerns the whole file, or a row that is read all the same."""
        ...

    @property
    def refused(self) -> Mapping[int, Mapping[str, str]]:
        """The rows that could not be read, as they stand, by their line."""
        ...


@dataclass(frozen=True, slots=True)
class Payer:
    """Who paid, as the file says it; nothing at all means anonymous.

    ``reference`` is the name that the source alone gives somebody: it tells two people of one
    name apart, and says nothing by itself.
    """

    last_name: str = ""
    first_name: str = ""
    organisation_name: str = ""
    legal_form: str = ""
    siren: str = ""
    email: str = ""
    address: PostalAddress = field(default_factory=PostalAddress)
    reference: str = ""

    @property
    def kind(self) -> ContactKind:
        """An organisation as soon as it has a name of its own."""
        return ContactKind.ORGANISATION if self.organisation_name else ContactKind.PERSON

    @property
    def is_anonymous(self) -> bool:
        """Tell whether nothing identifies the payer."""
        return not (self.last_name or self.first_name or self.organisation_name or self.email)


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """One row of a payments file.

    ``status_known`` False sends the payment to be checked. ``parts`` add up to ``amount``
    unless ``doubt`` (a code) says why not. ``helloasso_receipt`` is the number or link of a
    receipt already issued. ``returned`` says why the money went back, if the status tells.
    ``fee`` is what the platform kept of the amount, which is the gross one; ``payout_ref`` the
    transfer to the bank that it was part of. ``reverses`` is the reference of the payment whose
    money this one gives back; ``direction`` OUT is of money that the association spent.
    ``only_payout`` is of a file that tells of known payments nothing but how they were paid
    out. ``reversed_by`` is the reference of the payment that gives this one back, if the file
    says so; ``joined`` are further rows that the payment is made of: line, and as it stands.
    """

    line: int
    raw: Mapping[str, str]
    payment_ref: str
    order_ref: str
    paid_on: dt.date
    amount: Money
    mode: PaymentMode
    status: str
    status_known: bool
    offline: bool
    payer: Payer
    campaign: str
    parts: tuple[PaymentPart, ...]
    doubt: str = ""
    paid_out_on: dt.date | None = None
    helloasso_receipt: str = ""
    comment: str = ""
    returned: ReturnReason | None = None
    fee: Money = ZERO
    payout_ref: str = ""
    reverses: str = ""
    direction: Direction = Direction.IN
    only_payout: bool = False
    reversed_by: str = ""
    joined: tuple[tuple[int, Mapping[str, str]], ...] = ()

    @property
    def signed_amount(self) -> Money:
        """The amount, below zero when the association spent it or gave it back."""
        return Money(-self.amount.cents) if self.direction is Direction.OUT else self.amount


@dataclass(frozen=True, slots=True)
class RegistrationRow:
    """One row of a ticketing or membership file: one participant or member of an order.

    ``ticket`` is empty when the file has none; ``rank`` then counts the rows of the order from
    1. ``answers`` are the custom fields of the form, in file order.
    """

    line: int
    raw: Mapping[str, str]
    order_ref: str
    ticket: str
    rank: int
    kind: LineKind
    registered_on: dt.date
    status: str
    status_known: bool
    participant_last_name: str
    participant_first_name: str
    payer: Payer
    mode: PaymentMode
    tariff: str
    amount: Money
    answers: Mapping[str, str]
    doubt: str = ""

    @property
    def signed_amount(self) -> Money:
        """What the row costs."""
        return self.amount


ImportRow = PaymentRow | RegistrationRow


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file as read: its format, its rows in file order, what could not be read.

    ``warnings`` concern the whole file (an unknown column, characters already broken).
    ``refused`` are the rows that could not be read, as they stand, by their line.
    """

    name: str
    sha256: str
    file_format: FileFormat
    rows: tuple[ImportRow, ...]
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...] = ()
    line_count: int = 0
    source: PaymentSource = PaymentSource.HELLOASSO
    refused: Mapping[int, Mapping[str, str]] = field(default_factory=dict)


def own_refused(
    file: FileRead, own: Mapping[int, Mapping[str, str]]
) -> dict[int, Mapping[str, str]]:
    """Return the rows that corrections left unreadable, or made so, with their own cells.

    ``own`` are rows as the source of the file has them, by line.
    """
    return {line: own.get(line, raw) for line, raw in file.refused.items()}


def with_told(file: ReadFile, source: ReadFile) -> tuple[ReadFile, dict[int, ImportRow]]:
    """Return a file read with corrections, and its rows by line as their source has them.

    What the source alone does not make a row of is the corrected one with its own cells, which
    those that could not be read have as well.
    """
    told = {row.line: row for row in source.rows}
    own = {row.line: row.raw for row in source.rows} | dict(source.refused)
    for row in file.rows:
        if row.line not in told:
            told[row.line] = replace(row, raw=own.get(row.line, row.raw))
    return replace(file, refused=own_refused(file, own)), told
