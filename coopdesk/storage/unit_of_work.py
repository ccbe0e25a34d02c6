"""One transaction and the stores that share it."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from sqlalchemy.exc import DatabaseError

from coopdesk.domain.errors import ExternalError
from coopdesk.domain.operations import OperationKind, OperationState, Origin
from coopdesk.storage.association_store import AssociationStore
from coopdesk.storage.attachment_store import AttachmentStore
from coopdesk.storage.book_work import BookStores
from coopdesk.storage.campaign_store import CampaignStore
from coopdesk.storage.chain_state import ChainStore
from coopdesk.storage.contribution_store import ContributionStore
from coopdesk.storage.declaration_store import DeclarationStore
from coopdesk.storage.donation_store import DonationStore
from coopdesk.storage.donor_letter_store import DonorLetterStore
from coopdesk.storage.event_work import EventStores
from coopdesk.storage.expense_store import ExpenseStore
from coopdesk.storage.home_store import HomeStore
from coopdesk.storage.import_store import ImportStore
from coopdesk.storage.legal_store import LegalStore
from coopdesk.storage.letter_store import LetterStore
from coopdesk.storage.operation_store import OperationStore
from coopdesk.storage.partner_work import PartnerStores
from coopdesk.storage.payment_store import PaymentStore
from coopdesk.storage.people_work import PeopleStores
from coopdesk.storage.pledge_store import PledgeStore
from coopdesk.storage.poll_store import PollStore
from coopdesk.storage.receipt_life_store import ReceiptLifeStore
from coopdesk.storage.receipt_paper_store import ReceiptPaperStore
from coopdesk.storage.receipt_store import ReceiptStore
from coopdesk.storage.recorder import Recorder
from coopdesk.storage.review_store import ReviewStore
from coopdesk.storage.vehicle_store import VehicleStore

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator

    from sqlalchemy import Connection

    from coopdesk.storage.database import Database


@dataclass(frozen=True, slots=True)
class Signature:
    """Who and what asks for operations, and the clock that dates them."""

    author: str
    origin: Origin
    now: Callable[[], dt.datetime]


class Work(PeopleStores, PartnerStores, EventStores, BookStores):
    """The stores of one transaction."""

    def __init__(self, connection: Connection, operation: dict[str, Any]) -> None:
        self._connection = connection
        self.recorder = Recorder(connection, operation)

    @cached_property
    def association(self) -> AssociationStore:
        """Our profile and stored files."""
        return AssociationStore(self._connection, self.recorder)

    @cached_property
    def campaigns(self) -> CampaignStore:
        """Campaigns, their tiers and their teams."""
        return CampaignStore(self._connection, self.recorder)

    @cached_property
    def contributions(self) -> ContributionStore:
        """What was given to campaigns and paid for their tiers."""
        return ContributionStore(self._connection)

    @cached_property
    def pledges(self) -> PledgeStore:
        """Promises to give."""
        return PledgeStore(self._connection, self.recorder)

    @cached_property
    def polls(self) -> PollStore:
        """Polls, forms and calendars of other programs."""
        return PollStore(self._connection, self.recorder)

    @cached_property
    def letters(self) -> LetterStore:
        """Letters that were made, and their texts."""
        return LetterStore(self._connection, self.recorder)

    @cached_property
    def payments(self) -> PaymentStore:
        """Payments and campaigns."""
        return PaymentStore(self._connection, self.recorder)

    @cached_property
    def donations(self) -> DonationStore:
        """Gifts."""
        return DonationStore(self._connection, self.recorder)

    @cached_property
    def expenses(self) -> ExpenseStore:
        """Sheets of volunteers' expenses."""
        return ExpenseStore(self._connection, self.recorder)

    @cached_property
    def vehicles(self) -> VehicleStore:
        """Volunteers' vehicles."""
        return VehicleStore(self._connection, self.recorder)

    @cached_property
    def attachments(self) -> AttachmentStore:
        """Files kept with sheets of expenses and gifts."""
        return AttachmentStore(self._connection, self.recorder)

    @cached_property
    def receipts(self) -> ReceiptStore:
        """Issued receipts."""
        return ReceiptStore(self._connection, self.recorder)

    @cached_property
    def donor_letters(self) -> DonorLetterStore:
        """The gifts that letters are about."""
        return DonorLetterStore(self._connection)

    @cached_property
    def receipt_papers(self) -> ReceiptPaperStore:
        """The papers of issued receipts."""
        return ReceiptPaperStore(self._connection)

    @cached_property
    def review(self) -> ReviewStore:
        """The gifts that the review of receipts judges."""
        return ReviewStore(self._connection)

    @cached_property
    def legal(self) -> LegalStore:
        """What the law says, as corrected by persons."""
        return LegalStore(self._connection, self.recorder)

    @cached_property
    def chain(self) -> ChainStore:
        """The chains of receipts and voids."""
        return ChainStore(self._connection)

    @cached_property
    def receipt_life(self) -> ReceiptLifeStore:
        """What happens to receipts once issued."""
        return ReceiptLifeStore(self._connection, self.recorder)

    @cached_property
    def declarations(self) -> DeclarationStore:
        """What the yearly declaration of gifts counts, and its filing."""
        return DeclarationStore(self._connection, self.recorder)

    @cached_property
    def imports(self) -> ImportStore:
        """Import runs, registrations and what they are matched against."""
        return ImportStore(self._connection, self.recorder)

    @cached_property
    def operations(self) -> OperationStore:
        """The journal."""
        return OperationStore(self._connection, self.recorder)

    @cached_property
    def home(self) -> HomeStore:
        """The figures of the home page."""
        return HomeStore(self._connection)

    def part(self) -> Work:
        """Return fresh stores of the same transaction, which leave the commit to this one."""
        part = _Part(self._connection, {})
        part.recorder = self.recorder
        return part

    def commit(self) -> None:
        """Make the changes durable.

        Raises:
            ExternalError: ``database.unsure``, the disk fails so that nobody can tell whether
                they are.
        """
        try:
            self._connection.commit()
        except DatabaseError as failure:
            try:
                stands = self.recorder.stands_after_all()
            except DatabaseError:
                raise ExternalError("database.unsure") from failure
            if not stands:
                raise


class _Part(Work):
    """The stores of a command within a larger unit of work, which commits."""

    def commit(self) -> None:
        """Leave it to the whole."""


class Units:
    """Makes units of work: ``read`` for queries, ``write`` for one command each."""

    def __init__(self, database: Database, signature: Signature) -> None:
        self._database = database
        self._signature = signature

    @property
    def database(self) -> Database:
        """The open file, for services that look after the file itself."""
        return self._database

    @property
    def author(self) -> str:
        """Who asks."""
        return self._signature.author

    def now(self) -> dt.datetime:
        """The moment operations are dated with (UTC)."""
        return self._signature.now()

    @contextmanager
    def read(self) -> Iterator[Work]:
        """Open one consistent view; nothing can be written."""
        with self._database.reading() as connection:
            yield Work(connection, {})

    @contextmanager
    def write(self, label: str, **values: str) -> Iterator[Work]:
        """Open the transaction of one command; without ``commit`` it leaves nothing.

        ``label`` is a code of ``wording.operations``, completed by ``values``.
        """
        with self._write(OperationKind.COMMAND, None, label, values) as work:
            yield work

    @contextmanager
    def write_inverse(self, kind: OperationKind, target_id: int) -> Iterator[Work]:
        """Open the transaction that undoes or redoes a command."""
        with self._write(kind, target_id, f"operation.{kind.value}", {}) as work:
            yield work

    @contextmanager
    def _write(
        self, kind: OperationKind, target_id: int | None, label: str, values: dict[str, str]
    ) -> Iterator[Work]:
        operation = {
            "kind": kind.value,
            "label": label,
            "label_values": json.dumps(values, ensure_ascii=False),
            "author": self._signature.author,
            "origin": self._signature.origin.value,
            "made_at": self._signature.now(),
            "state": OperationState.DONE.value,
            "frozen": False,
            "target_id": target_id,
        }
        with self._database.writing() as connection:
            yield Work(connection, operation)
