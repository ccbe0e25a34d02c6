"""Importing files of other programs: what a row says, and what becomes of it."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.payments import LineKind, PaymentMode, PaymentPart

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from coopdesk.domain.donations import ReturnReason


# The reason of a ticket whose money a payments file has told of already: it adds none.
KNOWN_BY_ORDER = "known_by_order"


class FileFormat(enum.Enum):
    """The files an import recognises by their header."""

    HELLOASSO_PAYMENTS = "helloasso_payments"
    HELLOASSO_EVENT = "helloasso_event"
    HELLOASSO_MEMBERSHIP = "helloasso_membership"
    VCARD = "vcard"
    GOOGLE_CONTACTS = "google_contacts"
    PAHEKO_MEMBERS = "paheko_members"
    GALETTE_MEMBERS = "galette_members"
    COOPDESK_CONTACTS = "coopdesk_contacts"
    CONTACT_TABLE = "contact_table"
    FEC = "fec"
    PAHEKO_FULL = "paheko_full"
    PAHEKO_GROUPED = "paheko_grouped"
    PAHEKO_SIMPLE = "paheko_simple"


# The files that tell of money; the others tell of contacts.
PAYMENT_FORMATS = frozenset(
    {
        FileFormat.HELLOASSO_PAYMENTS,
        FileFormat.HELLOASSO_EVENT,
        FileFormat.HELLOASSO_MEMBERSHIP,
    }
)


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


@dataclass(frozen=True, slots=True)
class Payer:
    """Who paid, as the file says it; nothing at all means anonymous."""

    last_name: str = ""
    first_name: str = ""
    organisation_name: str = ""
    legal_form: str = ""
    siren: str = ""
    email: str = ""
    address: PostalAddress = field(default_factory=PostalAddress)

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


ImportRow = PaymentRow | RegistrationRow


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file as read: its format, its rows in file order, what could not be read.

    ``warnings`` concern the whole file (an unknown column, characters already broken).
    """

    name: str
    sha256: str
    file_format: FileFormat
    rows: tuple[ImportRow, ...]
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...] = ()
    line_count: int = 0

    @property
    def refused(self) -> dict[int, list[Problem]]:
        """The problems of each row that could not be read, by its line."""
        by_line: dict[int, list[Problem]] = {}
        for problem in self.problems:
            by_line.setdefault(problem.line, []).append(problem)
        return by_line


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """What the import would do with one line, and why.

    ``reason`` is a code of ``wording.labels.import_reason``; ``values`` complete it.
    """

    line: int
    verdict: RowVerdict
    summary: str
    day: dt.date | None = None
    amount: Money = ZERO
    gift: Money = ZERO
    reason: str = ""
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would do; nothing has been changed."""

    file_name: str
    sha256: str
    file_format: FileFormat
    lines: tuple[PreviewLine, ...]
    warnings: tuple[Problem, ...]

    def count(self, verdict: RowVerdict) -> int:
        """Count the lines with one verdict."""
        return sum(line.verdict is verdict for line in self.lines)

    @property
    def new_amount(self) -> Money:
        """Money that the import would add and that counts (new lines only)."""
        new = (x for x in self.lines if x.verdict is RowVerdict.NEW)
        return Money(sum(x.amount.cents for x in new if x.reason != KNOWN_BY_ORDER))


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """One import in force and what it brought; one taken back is in the journal only."""

    id: int
    file_name: str
    sha256: str
    file_format: FileFormat
    imported_at: dt.datetime
    author: str
    new: int
    changed: int
    same: int
    doubtful: int
    refused: int
    amount: Money


@dataclass(frozen=True, slots=True)
class ImportedLine:
    """One row that an import kept: its line, verdict and text as it stood in the file."""

    line: int
    verdict: RowVerdict
    reason: str
    raw: Mapping[str, str]


REGISTRATION_KINDS = frozenset({LineKind.REGISTRATION, LineKind.FEE})
