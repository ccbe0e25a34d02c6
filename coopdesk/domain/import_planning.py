"""What an import will do with each row, decided before anything is written.

Money is told by its reference, never by looking alike: the same reference is the same payment,
and two equal rows with two references are two payments.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.event_tickets import is_void
from coopdesk.domain.import_changes import (
    BESIDE_RECEIPTS,
    DECIDED_AGAIN,
    MONEY_FIELDS,
    NAMED,
    ask_again,
    judge_frozen,
)
from coopdesk.domain.import_contents import (
    changed_fields,
    completed_by,
    names_another,
    payment_content,
    payout_content,
    receipt_content,
    registration_changes,
    registration_content,
    registration_key,
    status_told,
    told_amount,
    told_status,
    with_status,
)
from coopdesk.domain.import_decisions import NO_IMPORT_DECISIONS
from coopdesk.domain.import_doubts import RowDoubts
from coopdesk.domain.import_orders import KnownOrders
from coopdesk.domain.import_payers import PayerFinder
from coopdesk.domain.import_plans import Plan, PlannedRow
from coopdesk.domain.import_ranks import ranked
from coopdesk.domain.import_refunds import Refunds
from coopdesk.domain.import_registrations import KnownRegistrations, as_told_now
from coopdesk.domain.imports import (
    KNOWN_BY_ORDER,
    LEFT_OUT,
    PaymentRow,
    RegistrationRow,
    RowVerdict,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopdesk.domain.import_decisions import ImportDecisions
    from coopdesk.domain.import_plans import Known, KnownPayment
    from coopdesk.domain.import_registrations import KnownRegistration
    from coopdesk.domain.imports import ImportRow


class Planner:
    """Judges the rows of a file one after the other; rows of one file know of each other."""

    def __init__(self, known: Known, decisions: ImportDecisions = NO_IMPORT_DECISIONS) -> None:
        self._plan = Plan()
        self._decisions = decisions
        self._told = known.told
        self._payers = PayerFinder(known.contacts, decisions, known.references)
        self._plan.new_contacts = self._payers.new_contacts
        self._plan.completed_contacts = self._payers.completed
        self._plan.told = known.told
        self._plan.references = self._payers.references
        self._by_ref = {x.outside_ref: x for x in known.payments if x.outside_ref is not None}
        self._orders = KnownOrders(known.payments)
        self._registered = as_told_now(known.registrations)
        self._registrations = KnownRegistrations(self._registered)
        self._refunds = Refunds(self._by_ref)
        self._doubts = RowDoubts(known, self._refunds, decisions)
        self._seen: dict[str, str] = {}

    def plan(self, rows: Iterable[ImportRow]) -> Plan:
        """Judge every row and return the plan."""
        taken = []
        for row in ranked(rows, self._told, self._registered):
            if self._decisions.of(row.line).leave_out:
                self._plan.left_out.append(self._left_out(row))
            else:
                taken.append(row)
        payments = [row for row in taken if isinstance(row, PaymentRow)]
        self._refunds.look_at(payments)
        self._orders.look_at(payments)
        # Money given back is judged by what becomes of the payment that it was.
        in_turn = sorted(
            taken, key=lambda row: isinstance(row, PaymentRow) and bool(row.reverses)
        )
        judged = {id(row): self._judged(row) for row in in_turn}
        self._plan.rows += (judged[id(row)] for row in taken)
        return self._plan

    def _judged(self, row: ImportRow) -> PlannedRow:
        told = self._told.get(row.line)
        if told is not None and names_another(row, told):
            return PlannedRow(row, RowVerdict.REFUSED, "reference_corrected")
        if not isinstance(row, PaymentRow):
            return self._registration(row)
        planned = self._payment(self._refunds.named(row))
        self._refunds.note(planned)
        return planned

    def _left_out(self, row: ImportRow) -> PlannedRow:
        """Judge a row that a person set aside by its reference alone: it makes nothing."""
        is_known = (
            row.payment_ref in self._by_ref
            if isinstance(row, PaymentRow)
            else self._registrations.named(row) is not None
        )
        verdict = RowVerdict.SAME if is_known else RowVerdict.NEW
        return PlannedRow(row, verdict, LEFT_OUT, left_out=True)

    def _payment(self, row: PaymentRow) -> PlannedRow:
        content = self._payment_content(row)
        if not row.payment_ref:
            return self._gift_of_order(row, content)
        twice = self._twice(f"payment:{row.payment_ref}", content)
        if twice is not None:
            return PlannedRow(row, twice, "reference_twice", content=content)
        known = self._by_ref.get(row.payment_ref)
        if known is not None:
            if row.only_payout:
                return self._paid_out(row, known)
            return self._known_payment(completed_by(row, known.outside_content), known)
        planned = PlannedRow(row, RowVerdict.NEW, content=content)
        self._payers.attribute(planned, row.payer)
        self._doubt(planned, row)
        self._complete_order(planned, row)
        planned.given_back_by = self._refunds.of(row.payment_ref)
        if planned.verdict is RowVerdict.NEW and row.reverses:
            planned.reason = self._reason_of_refund(row)
        return planned

    def _reason_of_refund(self, row: PaymentRow) -> str:
        given = self._by_ref.get(row.reverses)
        if self._refunds.is_part(row):
            return "gives_back_part"
        return "returned_after_receipt" if given is not None and given.frozen else ""

    def _gift_of_order(self, row: PaymentRow, content: str) -> PlannedRow:
        """Judge a gift of a file that names its order and not its payment."""
        known = self._orders.of_gift(self._as_told(row))
        if known is None:
            planned = PlannedRow(row, RowVerdict.NEW, content=content)
            self._payers.attribute(planned, row.payer)
            self._doubt(planned, row)
            return planned
        now = receipt_content(self._as_told(row), known.outside_content)
        changes = changed_fields(known.outside_content, now)
        if not changes:
            return PlannedRow(row, RowVerdict.SAME, payer_id=known.payer_id, content=now)
        if known.frozen:
            planned = PlannedRow(row, RowVerdict.DOUBTFUL, content=now)
            judge_frozen(planned, row, known, changes)
            return planned
        planned = PlannedRow(row, RowVerdict.CHANGED, "changed_at_source", content=now)
        planned.completes, planned.changes = known, changes
        planned.payer_id = known.payer_id
        return planned

    def _payment_content(self, row: PaymentRow) -> str:
        return payment_content(self._as_told(row))

    def _as_told(self, row: PaymentRow) -> PaymentRow:
        """Return a row as its file has it: what the source says is known again by that."""
        told = self._told.get(row.line)
        return told if isinstance(told, PaymentRow) else row

    def _paid_out(self, row: PaymentRow, known: KnownPayment) -> PlannedRow:
        """Judge how a known payment went to the bank; what it is made of stays as told."""
        content = payout_content(self._as_told(row), known.outside_content)
        changes = changed_fields(known.outside_content, content)
        if not changes:
            same = PlannedRow(row, RowVerdict.SAME, content=content)
            same.payer_id = known.payer_id
            return same
        planned = PlannedRow(row, RowVerdict.CHANGED, "paid_out", content=content)
        planned.completes, planned.changes = known, changes
        planned.payer_id = known.payer_id
        if told_amount(known.outside_content) != row.amount:
            planned.verdict, planned.reason = RowVerdict.DOUBTFUL, "payout_differs"
        return planned

    def _twice(self, key: str, content: str) -> RowVerdict | None:
        """Judge a reference met before in this file: the same again, or a contradiction."""
        before = self._seen.setdefault(key, content)
        if before is content:
            return None
        return RowVerdict.SAME if before == content else RowVerdict.REFUSED

    def _known_payment(self, row: PaymentRow, known: KnownPayment) -> PlannedRow:
        told = completed_by(self._as_told(row), known.outside_content)
        if self._refunds.went_back(told):
            # That it went back is told by what gives it back: another word for it is no change.
            told = replace(told, status=told_status(known.outside_content))
        content = payment_content(told)
        changes = changed_fields(known.outside_content, content)
        completes = self._payers.completes(row.payer, known.payer_id)
        if not changes:
            verdict = RowVerdict.CHANGED if completes else RowVerdict.SAME
            reason = "completes_contact" if completes else ""
            return PlannedRow(row, verdict, reason, known.payer_id, content=content)
        planned = PlannedRow(row, RowVerdict.CHANGED, "changed_at_source", content=content)
        if known.frozen and not changes <= BESIDE_RECEIPTS:
            judge_frozen(planned, row, known, changes)
            return planned
        planned.completes, planned.changes = known, changes
        planned.payer_id = known.payer_id
        if known.payer_id is None and changes & MONEY_FIELDS:
            self._payers.attribute(planned, row.payer)
        if changes & DECIDED_AGAIN:
            self._doubt(planned, row)
            ask_again(planned, known)
            planned.given_back_by = self._refunds.of(row.payment_ref)
        return planned

    def _doubt(self, planned: PlannedRow, row: PaymentRow) -> None:
        """Send to be checked what only a person can decide; it does not count until then."""
        reason = self._doubts.reason(row, planned.payer_id)
        if reason:
            planned.verdict, planned.reason = RowVerdict.DOUBTFUL, reason

    def _complete_order(self, planned: PlannedRow, row: PaymentRow) -> None:
        """Let a payment take the place of the one that its order made without a reference."""
        known = self._orders.without_reference(self._as_told(row))
        if known is None:
            return
        if known.frozen and known.cents != row.amount.cents:
            planned.verdict, planned.reason = RowVerdict.DOUBTFUL, "changed_after_receipt"
            return
        is_named = row.only_payout and known.cents == row.amount.cents
        planned.completes = known
        planned.changes = NAMED if is_named else MONEY_FIELDS
        if planned.verdict is RowVerdict.NEW:
            planned.verdict, planned.reason = RowVerdict.CHANGED, "completes_order"
            ask_again(planned, known)

    def _registration(self, row: RegistrationRow) -> PlannedRow:
        told = self._told.get(row.line)
        content = registration_content(told if isinstance(told, RegistrationRow) else row)
        key = registration_key(row)
        twice = self._twice(key, content)
        if twice is not None:
            return PlannedRow(row, twice, "reference_twice", content=content)
        known = self._registrations.named(row)
        if known is not None and known.outside_content == content:
            return PlannedRow(row, RowVerdict.SAME, known_id=known.id, content=content)
        other = self._registrations.told_otherwise(row) if known is None else None
        if other is not None:
            return _told_otherwise(row, other, content)
        planned = PlannedRow(row, RowVerdict.NEW, content=content)
        self._payers.attribute(planned, row.payer)
        self._payers.attribute_member(planned, row)
        if known is not None:
            planned.known_id = known.id
            planned.verdict, planned.reason = RowVerdict.CHANGED, "changed_at_source"
            planned.changes = registration_changes(known.outside_content, content)
        if (not row.status_known or row.doubt) and (known is None or planned.changes):
            planned.verdict = RowVerdict.DOUBTFUL
            planned.reason = row.doubt or "unknown_status"
        elif known is None and self._orders.is_paid(row.order_ref):
            planned.reason = KNOWN_BY_ORDER
        return planned


def _told_otherwise(row: RegistrationRow, known: KnownRegistration, content: str) -> PlannedRow:
    """Judge a registration that another kind of file told; its cancellation is news."""
    if not is_void(row.status) or is_void(status_told(known.outside_content)):
        return PlannedRow(row, RowVerdict.SAME, KNOWN_BY_ORDER, content=content)
    return PlannedRow(
        row,
        RowVerdict.CHANGED,
        "changed_at_source",
        changes=frozenset({"status"}),
        known_id=known.id,
        content=with_status(known.outside_content, row.status),
        only_status=True,
    )
