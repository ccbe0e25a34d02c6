"""Read what an import is matched against, and write what it brings, many rows at a time."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from coopdesk.domain.contact_matching import KnownContact
from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.import_contents import told_reversal
from coopdesk.domain.import_formats import FileFormat
from coopdesk.domain.import_history import ImportedLine, ImportSummary
from coopdesk.domain.import_plans import KnownPayment
from coopdesk.domain.import_registrations import KnownRegistration
from coopdesk.domain.imports import LEFT_OUT, RowVerdict
from coopdesk.domain.money import Money
from coopdesk.domain.payments import LineKind, PaymentPart
from coopdesk.storage.columns import table_of
from coopdesk.storage.contact_rows import completed_keys
from coopdesk.storage.tables import (
    ContactRow,
    DonationReturnRow,
    DonationRow,
    ImportedRowRow,
    ImportRunRow,
    OperationChangeRow,
    OperationRow,
    PaymentLineRow,
    PaymentRow,
    RegistrationRow,
    TaxReceiptGiftRow,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, Row, Select

    from coopdesk.storage.recorder import Recorder

_contact = table_of(ContactRow)
_change = table_of(OperationChangeRow)
_donation = table_of(DonationRow)
_gift = table_of(TaxReceiptGiftRow)
_line = table_of(PaymentLineRow)
_operation = table_of(OperationRow)
_payment = table_of(PaymentRow)
_registration = table_of(RegistrationRow)
_return = table_of(DonationReturnRow)
_row = table_of(ImportedRowRow)
_run = table_of(ImportRunRow)

Values = dict[str, Any]


class ImportStore:
    """The imports of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def known_contacts(self) -> list[KnownContact]:
        """Return every contact with what tells it from others.

        What is known of a merged one leads to the contact that it was merged into.
        """
        columns = (
            func.coalesce(_contact.c.merged_into_id, _contact.c.id),
            _contact.c.kind,
            _contact.c.sort_key,
            _contact.c.email_key,
            _contact.c.siren,
            _contact.c.postal_code,
            _contact.c.street,
            _contact.c.city,
        )
        rows = self._connection.execute(select(*columns).order_by(_contact.c.id))
        return [KnownContact._make(row) for row in rows]

    def known_payments(self, source: str) -> list[KnownPayment]:
        """Return the payments learnt from a source, and what they can no longer change for."""
        rests = (
            select(_line.c.payment_id, _gift.c.is_living == 1)
            .join(_donation, _donation.c.payment_line_id == _line.c.id)
            .join(_gift, _gift.c.donation_id == _donation.c.id)
        )
        back = _payment.alias("back")
        gone = (
            select(_payment.c.id, back.c.amount_cents == _payment.c.amount_cents)
            .join(_line, _line.c.payment_id == _payment.c.id)
            .join(_donation, _donation.c.payment_line_id == _line.c.id)
            .join(_return, _return.c.donation_id == _donation.c.id)
            .join(back, back.c.id == _return.c.payment_id)
        )
        returned: dict[int, bool] = dict(map(tuple, self._connection.execute(gone)))
        named = list(map(tuple, self._connection.execute(rests)))
        frozen, living = (
            {key for key, _ in named} | {*returned},
            {x for x, lives in named if lives},
        )
        columns = (
            _payment.c.id,
            _payment.c.outside_ref,
            _payment.c.order_ref,
            _payment.c.payer_id,
            _payment.c.outside_content,
            _payment.c.state,
            _payment.c.amount_cents,
            _payment.c.check_reason,
        )
        query = select(*columns).where(_payment.c.source == source).order_by(_payment.c.id)
        return [
            KnownPayment(
                *row[:-2],
                cents=row.amount_cents,
                frozen=row.id in frozen,
                returned=row.id in returned,
                returned_whole=returned.get(row.id, False),
                on_receipt=row.id in living,
                check_reason=row.check_reason,
            )
            for row in self._connection.execute(query)
        ]

    def reversals_around(self, payment_id: int) -> list[tuple[int, int]]:
        """Return what a payment gives back, or is given back by: (payment, the one that does).

        As the source told; whether they are tied is for others.
        """
        told = (_payment.c.source, _payment.c.outside_ref, _payment.c.outside_content)
        query = select(*told).where(_payment.c.id == payment_id)
        source, own, content = self._connection.execute(query).one()
        ids = select(_payment.c.id, _payment.c.outside_content).where(
            _payment.c.source == source
        )
        pairs = []
        reversed_ref = told_reversal(content)
        if reversed_ref:
            given = ids.where(_payment.c.outside_ref == reversed_ref)
            pairs += [(key, payment_id) for key, _ in self._connection.execute(given)]
        if own:
            backs = ids.where(_payment.c.outside_content.contains(own, autoescape=True))
            pairs += [
                (payment_id, key)
                for key, told_of_it in self._connection.execute(backs)
                if told_reversal(told_of_it) == own
            ]
        return pairs

    def ids_of_references(self, source: str) -> dict[str, int]:
        """Return the ids of the payments learnt from a source by its references."""
        query = select(_payment.c.outside_ref, _payment.c.id).where(
            _payment.c.source == source, _payment.c.outside_ref.is_not(None)
        )
        return dict(map(tuple, self._connection.execute(query)))

    def known_registrations(self, source: str) -> list[KnownRegistration]:
        """Return the registrations learnt from a source."""
        columns = (
            _registration.c.id,
            _registration.c.outside_key,
            _registration.c.outside_content,
            _registration.c.order_ref,
        )
        query = select(*columns).where(_registration.c.source == source)
        return [KnownRegistration._make(row) for row in self._connection.execute(query)]

    def manual_payments(self) -> set[tuple[int, int, str]]:
        """Return (payer id, cents, day) of payments recorded by hand: probable doubles."""
        query = select(_payment.c.payer_id, _payment.c.amount_cents, _payment.c.paid_on).where(
            _payment.c.source == "manual",
            _payment.c.direction == "in",
            _payment.c.payer_id.is_not(None),
        )
        return {
            (payer, cents, day.isoformat())
            for payer, cents, day in self._connection.execute(query)
        }

    def add_payments(self, rows: Sequence[Values]) -> list[int]:
        """Store payments (columns of ``payment``) and return their ids in order."""
        return self._recorder.insert_many(_payment, rows)

    def add_lines(self, rows: Sequence[Values]) -> list[int]:
        """Store lines of payments and return their ids in order."""
        return self._recorder.insert_many(_line, rows)

    def add_donations(self, rows: Sequence[Values]) -> list[int]:
        """Store gifts and return their ids in order."""
        return self._recorder.insert_many(_donation, rows)

    def add_registrations(self, rows: Sequence[Values]) -> list[int]:
        """Store registrations and return their ids in order."""
        return self._recorder.insert_many(_registration, rows)

    def change_registration(self, registration_id: int, values: Values) -> bool:
        """Change columns of a registration; return whether anything differed."""
        return self._recorder.update(_registration, registration_id, values)

    def change_contact(self, contact_id: int, values: Values) -> bool:
        """Complete columns of a contact; return whether anything differed."""
        keys = completed_keys({**self.contact_columns(contact_id), **values})
        return self._recorder.update(_contact, contact_id, {**values, **keys})

    def contact_columns(self, contact_id: int) -> Values:
        """Return every column of a contact, for completing what is empty."""
        query = select(_contact).where(_contact.c.id == contact_id)
        return dict(self._connection.execute(query).mappings().one())

    def payments_of_orders(self, source: str) -> dict[str, tuple[int, int, str]]:
        """Return the first payment of each order of a source: id, cents, reference or empty."""
        columns = (_payment.c.order_ref, _payment.c.id, _payment.c.amount_cents)
        query = select(*columns, _payment.c.outside_ref).where(
            _payment.c.source == source, _payment.c.order_ref.is_not(None)
        )
        rows = self._connection.execute(query.order_by(_payment.c.id.desc()))
        return {order: (key, cents, ref or "") for order, key, cents, ref in rows}

    def payment_of_registration(self, registration_id: int) -> int | None:
        """Return the id of the payment that a registration is linked to, or None."""
        query = select(_registration.c.payment_id).where(_registration.c.id == registration_id)
        return self._connection.execute(query).scalar()

    def parts_of_tickets(self, payment_id: int) -> list[PaymentPart]:
        """Return what the registrations linked to a payment cost, one part for each."""
        query = (
            select(_registration.c.kind, _registration.c.amount_cents, _registration.c.tariff)
            .where(_registration.c.payment_id == payment_id)
            .order_by(_registration.c.id)
        )
        return [
            PaymentPart(LineKind(kind), Money(cents), tariff)
            for kind, cents, tariff in self._connection.execute(query)
        ]

    def gifts_of_payment(self, payment_id: int) -> list[int]:
        """Return the ids of the gifts on the lines of a payment."""
        query = (
            select(_donation.c.id)
            .join(_line, _line.c.id == _donation.c.payment_line_id)
            .where(_line.c.payment_id == payment_id)
        )
        return list(self._connection.execute(query).scalars())

    def add_run(self, values: Values) -> int:
        """Store the import run and return its id."""
        return self._recorder.insert(_run, values)

    def add_rows(self, rows: Sequence[Values]) -> None:
        """Store the rows of a run as they stood in the file."""
        self._recorder.insert_many(_row, rows)

    def summaries(self) -> list[ImportSummary]:
        """Return the imports in force, newest first."""
        query = _summaries().order_by(_run.c.id.desc())
        return [_to_summary(row) for row in self._connection.execute(query)]

    def summary(self, run_id: int) -> ImportSummary:
        """Return one import in force.

        Raises:
            NotFoundError: ``import.missing`` (never made, or taken back).
        """
        row = self._connection.execute(_summaries().where(_run.c.id == run_id)).one_or_none()
        if row is None:
            raise NotFoundError("import.missing", id=run_id)
        return _to_summary(row)

    def imported_lines(self, run_id: int) -> list[ImportedLine]:
        """Return the rows an import kept, in file order."""
        query = select(_row).where(_row.c.run_id == run_id).order_by(_row.c.line, _row.c.id)
        return [
            ImportedLine(row.line, RowVerdict(row.verdict), row.reason, json.loads(row.raw))
            for row in self._connection.execute(query)
        ]

    def left_out(self, file_format: FileFormat) -> list[dict[str, str]]:
        """Return the rows that imports of a format in force left out, as the files had them."""
        query = (
            select(_row.c.raw)
            .join(_run, _run.c.id == _row.c.run_id)
            .where(_run.c.file_format == file_format.value, _row.c.reason == LEFT_OUT)
        )
        return [json.loads(raw) for raw in self._connection.execute(query).scalars()]

    def operation_of_run(self, run_id: int) -> int:
        """Return the id of the operation that made a run."""
        query = select(func.max(_change.c.operation_id)).where(
            _change.c.table_name == _run.name,
            _change.c.row_id == run_id,
            _change.c.kind == "insert",
            _change.c.operation_id.in_(
                select(_operation.c.id).where(_operation.c.kind == "command")
            ),
        )
        found = self._connection.execute(query).scalar()
        if found is None:
            raise NotFoundError("import.missing", id=run_id)
        return int(found)


def _summaries() -> Select[Any]:
    return select(_run)


def _to_summary(row: Row[Any]) -> ImportSummary:
    return ImportSummary(
        id=row.id,
        file_name=row.file_name,
        sha256=row.sha256,
        file_format=FileFormat(row.file_format),
        imported_at=row.imported_at,
        author=row.author,
        new=row.new_count,
        changed=row.changed_count,
        same=row.same_count,
        doubtful=row.doubtful_count,
        refused=row.refused_count,
        amount=Money(row.amount_cents),
    )
