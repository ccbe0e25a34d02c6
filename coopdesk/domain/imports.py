"""Importing files of other programs: what a row says, and what becomes of it."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

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
    HELLOASSO_PAYOUT = "helloasso_payout"
    HELLOASSO_DONATION = "helloasso_donation"
    HELLOASSO_API = "helloasso_api"
    OPEN_COLLECTIVE = "open_collective"
    OPEN_COLLECTIVE_CONTRIBUTORS = "open_collective_contributors"
    OPEN_COLLECTIVE_MEMBERS = "open_collective_members"
    OFX = "ofx"
    QIF = "qif"
    CFONB = "cfonb"
    CAMT = "camt"
    CREDIT_MUTUEL = "credit_mutuel"
    BPCE = "bpce"
    CAISSE_EPARGNE = "caisse_epargne"
    BANQUE_POSTALE = "banque_postale"
    CREDIT_COOPERATIF = "credit_cooperatif"
    BANK_TABLE = "bank_table"
    FRAMADATE = "framadate"
    WEBFORM = "webform"
    ICALENDAR = "icalendar"


class FileKind(enum.Enum):
    """What a file is about, which decides who reads it."""

    PAYMENTS = "payments"
    STATEMENT = "statement"
    CONTACTS = "contacts"
    ENTRIES = "entries"
    POLL = "poll"
    CALENDAR = "calendar"


@dataclass(frozen=True, slots=True)
class RecognisedFile:
    """What a file is, by its content; ``file_format`` is None of a table that anybody wrote."""

    name: str
    kind: FileKind
    file_format: FileFormat | None = None


class AskKind(enum.Enum):
    """What a person must say before a file can be imported."""

    BANK_ACCOUNT = "bank_account"
    COLUMNS = "columns"
    DAY_ORDER = "day_order"


@dataclass(frozen=True, slots=True)
class Ask:
    """One question about a file; ``key`` is the identity of an account, ``samples`` to show.

    ``columns`` are those of a table with what each is taken for.
    """

    kind: AskKind
    key: str = ""
    samples: tuple[str, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class StatementCheck:
    """Whether a statement of a file ties: opening and lines make the closing balance.

    ``difference`` is None where a balance is unknown. ``before`` is the balance that we know
    from earlier statements on the day before, when it is not ``opening``; where the file tells
    a closing balance alone, ``difference`` is counted from it. ``breaks`` lines have a running
    balance that does not follow from the one before, the first of them on line ``break_line``.
    """

    account_name: str
    identity: str
    line_count: int
    new_count: int
    opening: Money | None = None
    opening_on: dt.date | None = None
    closing: Money | None = None
    closing_on: dt.date | None = None
    difference: Money | None = None
    before: Money | None = None
    breaks: int = 0
    break_line: int = 0


# The files that tell of money; the others tell of contacts.
PAYMENT_FORMATS = frozenset(
    {
        FileFormat.HELLOASSO_PAYMENTS,
        FileFormat.HELLOASSO_EVENT,
        FileFormat.HELLOASSO_MEMBERSHIP,
        FileFormat.HELLOASSO_PAYOUT,
        FileFormat.HELLOASSO_DONATION,
        FileFormat.HELLOASSO_API,
        FileFormat.OPEN_COLLECTIVE,
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
    ``refused_raw`` are the rows that could not be read, as they stand, by their line.
    """

    name: str
    sha256: str
    file_format: FileFormat
    rows: tuple[ImportRow, ...]
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...] = ()
    line_count: int = 0
    source: PaymentSource = PaymentSource.HELLOASSO
    refused_raw: Mapping[int, Mapping[str, str]] = field(default_factory=dict)

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

    ``reason`` is a code of ``wording.labels.import_reason``; ``values`` complete it. ``raw`` is
    the row as it stands in the file, corrections included. ``contact_id`` is the contact that
    it would go to, None for nobody, below zero for one to be made.
    """

    line: int
    verdict: RowVerdict
    summary: str
    day: dt.date | None = None
    amount: Money = ZERO
    gift: Money = ZERO
    reason: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    raw: Mapping[str, str] = field(default_factory=dict)
    contact_id: int | None = None
    contact_name: str = ""
    left_out: bool = False
    is_corrected: bool = False


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would do; nothing has been changed."""

    file_name: str
    sha256: str
    file_format: FileFormat
    lines: tuple[PreviewLine, ...]
    warnings: tuple[Problem, ...]
    asks: tuple[Ask, ...] = ()
    statements: tuple[StatementCheck, ...] = ()

    def count(self, verdict: RowVerdict) -> int:
        """Count the lines with one verdict, those left out set apart."""
        return sum(line.verdict is verdict and not line.left_out for line in self.lines)

    @property
    def new_amount(self) -> Money:
        """Money that the import would add and that counts (new lines only)."""
        new = (x for x in self.lines if x.verdict is RowVerdict.NEW and not x.left_out)
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


class BlockerKind(enum.Enum):
    """What rests on an import, so that it cannot be taken back."""

    RECEIPT = "receipt"
    ENTRY = "entry"
    MATCH = "match"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class UndoBlocker:
    """Why an import cannot be taken back: ``code`` is of ``wording.errors``.

    ``ids`` are the receipts, validated entries or lines of statements that rest on it, or the
    operation that came later, for a button that leads there.
    """

    kind: BlockerKind
    code: str
    values: Mapping[str, object]
    ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class UndoReview:
    """Whether an import can be taken back whole, and what is in the way."""

    run_id: int
    blockers: tuple[UndoBlocker, ...] = ()

    @property
    def can_undo(self) -> bool:
        """Tell whether nothing is in the way."""
        return not self.blockers


REGISTRATION_KINDS = frozenset({LineKind.REGISTRATION, LineKind.FEE})
