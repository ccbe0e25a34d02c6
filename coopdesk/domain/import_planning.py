"""What an import will do with each row, decided before anything is written.

Money is told by its reference, never by looking alike: the same reference is the same payment,
and two equal rows with two references are two payments.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.contact_matching import (
    AmbiguousPayerError,
    ContactMatcher,
    KnownContact,
    payer_name_key,
)
from coopdesk.domain.contacts import NewContact
from coopdesk.domain.import_contents import (
    changed_fields,
    completed_by,
    payment_content,
    registration_changes,
    registration_content,
    registration_key,
)
from coopdesk.domain.imports import (
    KNOWN_BY_ORDER,
    PaymentRow,
    RegistrationRow,
    RowVerdict,
)
from coopdesk.domain.payments import LineKind, PaymentState

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from coopdesk.domain.imports import ImportRow, Payer

# A payment recorded by hand within these days of the same donor and amount is probably the
# same.
_DOUBLE_DAYS = 3
_MONEY_FIELDS = frozenset({"amount", "paid_on", "mode", "parts"})
# A change of these makes what a person decided before void: the row is judged anew.
_DECIDED_AGAIN = _MONEY_FIELDS | {"status"}
# What may change of a payment that a receipt rests on.
_SAID_ALONG = frozenset({"status", "paid_out_on"})


class KnownPayment(NamedTuple):
    """A payment learnt from the source before.

    ``frozen`` once a receipt rests on it or a gift of it went back; ``returned`` in that case,
    ``returned_whole`` when all of its money did.
    """

    id: int
    outside_ref: str | None
    order_ref: str | None
    payer_id: int | None
    outside_content: str
    state: str
    frozen: bool
    returned: bool = False
    returned_whole: bool = False


class KnownRegistration(NamedTuple):
    """A registration learnt from the source before."""

    id: int
    outside_key: str
    outside_content: str


@dataclass(frozen=True, slots=True)
class Known:
    """Everything an import is compared with."""

    contacts: Iterable[KnownContact]
    payments: Iterable[KnownPayment]
    registrations: Iterable[KnownRegistration]
    manual_payments: frozenset[tuple[int, int, str]]
    today: dt.date


@dataclass(slots=True)
class PlannedRow:
    """One row with its verdict.

    ``payer_id`` and ``member_id`` are contact ids; negative ones name ``Plan.new_contacts`` (-1
    is the first). ``completes`` is the payment that this row completes or changes, ``known_id``
    the registration.
    """

    row: ImportRow
    verdict: RowVerdict
    reason: str = ""
    payer_id: int | None = None
    member_id: int | None = None
    completes: KnownPayment | None = None
    changes: frozenset[str] = frozenset()
    known_id: int | None = None
    content: str = ""

    @property
    def adds_money(self) -> bool:
        """Tell whether the row brings money that counts and was not known."""
        return self.verdict is RowVerdict.NEW and self.reason != KNOWN_BY_ORDER


@dataclass(slots=True)
class Plan:
    """What will be written: the rows judged and the contacts to make."""

    rows: list[PlannedRow] = field(default_factory=list)
    new_contacts: list[NewContact] = field(default_factory=list)
    completed_contacts: dict[int, Payer] = field(default_factory=dict)


class Planner:
    """Judges the rows of a file one after the other; rows of one file know of each other."""

    def __init__(self, known: Known) -> None:
        self._plan = Plan()
        self._contacts = ContactMatcher(known.contacts)
        self._by_ref = {x.outside_ref: x for x in known.payments if x.outside_ref is not None}
        self._by_order: dict[str, list[KnownPayment]] = {}
        for payment in known.payments:
            if payment.order_ref:
                self._by_order.setdefault(payment.order_ref, []).append(payment)
        self._registrations = {x.outside_key: x for x in known.registrations}
        self._manual = known.manual_payments
        self._today = known.today
        self._seen: dict[str, str] = {}

    def plan(self, rows: Iterable[ImportRow]) -> Plan:
        """Judge every row and return the plan."""
        for row in rows:
            planned = (
                self._payment(row) if isinstance(row, PaymentRow) else self._registration(row)
            )
            self._plan.rows.append(planned)
        return self._plan

    def _payment(self, row: PaymentRow) -> PlannedRow:
        content = payment_content(row)
        twice = self._twice(f"payment:{row.payment_ref}", content)
        if twice is not None:
            return PlannedRow(row, twice, "reference_twice", content=content)
        known = self._by_ref.get(row.payment_ref)
        if known is not None:
            return self._known_payment(completed_by(row, known.outside_content), known)
        planned = PlannedRow(row, RowVerdict.NEW, content=content)
        self._attribute(planned, row.payer)
        self._doubt(planned, row)
        self._complete_order(planned, row)
        return planned

    def _twice(self, key: str, content: str) -> RowVerdict | None:
        """Judge a reference met before in this file: the same again, or a contradiction."""
        before = self._seen.setdefault(key, content)
        if before is content:
            return None
        return RowVerdict.SAME if before == content else RowVerdict.REFUSED

    def _known_payment(self, row: PaymentRow, known: KnownPayment) -> PlannedRow:
        content = payment_content(row)
        changes = changed_fields(known.outside_content, content)
        completes = self._completes_payer(row.payer, known.payer_id)
        if not changes and completes:
            return PlannedRow(row, RowVerdict.CHANGED, "completes_contact", content=content)
        if not changes:
            return PlannedRow(row, RowVerdict.SAME, content=content)
        if known.frozen and changes != {"paid_out_on"}:
            return _frozen_payment(row, known, changes, content)
        planned = PlannedRow(row, RowVerdict.CHANGED, "changed_at_source", content=content)
        planned.completes, planned.changes = known, changes
        planned.payer_id = known.payer_id
        if known.payer_id is None and changes & _MONEY_FIELDS:
            self._attribute(planned, row.payer)
        if changes & _DECIDED_AGAIN:
            self._doubt(planned, row)
            _ask_again(planned, known)
        return planned

    def _completes_payer(self, payer: Payer, known_id: int | None) -> bool:
        """Note what a row tells of the known payer of its payment and nobody knew: once."""
        if payer.is_anonymous or known_id in self._plan.completed_contacts:
            return False
        try:
            found = self._contacts.find(payer)
        except AmbiguousPayerError:
            return False
        if found is None or found.id != known_id or not _tells_more(payer, found):
            return False
        self._plan.completed_contacts[found.id] = payer
        return True

    def _doubt(self, planned: PlannedRow, row: PaymentRow) -> None:
        """Send to be checked what only a person can decide; it does not count until then."""
        reason = ""
        if not row.status_known:
            reason = "unknown_status"
        elif row.amount.cents < 0:
            reason = "negative_amount"
        elif row.doubt:
            reason = row.doubt
        elif row.paid_on > self._today:
            reason = "in_the_future"
        elif self._probable_double(planned.payer_id, row.amount.cents, row.paid_on):
            reason = "probable_duplicate"
        if reason:
            planned.verdict, planned.reason = RowVerdict.DOUBTFUL, reason

    def _probable_double(self, payer_id: int | None, cents: int, paid_on: dt.date) -> bool:
        if payer_id is None or payer_id < 0 or not self._manual:
            return False
        day = paid_on.toordinal()
        near = range(day - _DOUBLE_DAYS, day + _DOUBLE_DAYS + 1)
        return any(
            (payer_id, cents, type(paid_on).fromordinal(number).isoformat()) in self._manual
            for number in near
        )

    def _complete_order(self, planned: PlannedRow, row: PaymentRow) -> None:
        """Let a payment take the place of the one its order made from tickets alone."""
        for known in self._by_order.get(row.order_ref, ()):
            if known.outside_ref is None:
                self._by_order[row.order_ref].remove(known)
                planned.completes, planned.changes = known, _MONEY_FIELDS
                if planned.verdict is RowVerdict.NEW:
                    planned.verdict, planned.reason = RowVerdict.CHANGED, "completes_order"
                    _ask_again(planned, known)
                return

    def _registration(self, row: RegistrationRow) -> PlannedRow:
        content = registration_content(row)
        key = registration_key(row)
        twice = self._twice(key, content)
        if twice is not None:
            return PlannedRow(row, twice, "reference_twice", content=content)
        known = self._registrations.get(key)
        if known is not None and known.outside_content == content:
            return PlannedRow(row, RowVerdict.SAME, known_id=known.id, content=content)
        planned = PlannedRow(row, RowVerdict.NEW, content=content)
        self._attribute(planned, row.payer)
        self._attribute_member(planned, row)
        if known is not None:
            planned.known_id = known.id
            planned.verdict, planned.reason = RowVerdict.CHANGED, "changed_at_source"
            planned.changes = registration_changes(known.outside_content, content)
        if (not row.status_known or row.doubt) and (known is None or planned.changes):
            planned.verdict = RowVerdict.DOUBTFUL
            planned.reason = row.doubt or "unknown_status"
        elif known is None and self._is_paid(row.order_ref):
            planned.reason = KNOWN_BY_ORDER
        return planned

    def _is_paid(self, order_ref: str) -> bool:
        """Tell whether a payments file told of an order; one made from tickets grows."""
        return any(x.outside_ref is not None for x in self._by_order.get(order_ref, ()))

    def _attribute(self, planned: PlannedRow, payer: Payer) -> None:
        """Find or make the contact who paid; leave it open when nobody can tell."""
        if payer.is_anonymous:
            return
        try:
            planned.payer_id = self._contact(payer)
        except AmbiguousPayerError:
            planned.verdict, planned.reason = RowVerdict.DOUBTFUL, "ambiguous_payer"

    def _attribute_member(self, planned: PlannedRow, row: RegistrationRow) -> None:
        """Make the member of a membership file a contact; participants of events stay names."""
        if row.kind is not LineKind.FEE:
            return
        named = (row.participant_last_name, row.participant_first_name)
        if not any(named):
            planned.member_id = planned.payer_id
            return
        member = type(row.payer)(last_name=named[0], first_name=named[1])
        if payer_name_key(member) == payer_name_key(row.payer):
            planned.member_id = planned.payer_id
            return
        try:
            planned.member_id = self._contact(member)
        except AmbiguousPayerError:
            planned.verdict, planned.reason = RowVerdict.DOUBTFUL, "ambiguous_payer"

    def _contact(self, payer: Payer) -> int:
        found = self._contacts.find(payer)
        if found is not None:
            if _tells_more(payer, found):
                self._plan.completed_contacts.setdefault(found.id, payer)
            return found.id
        new = contact_of(payer)
        self._plan.new_contacts.append(new)
        made = KnownContact(
            -len(self._plan.new_contacts),
            new.kind.value,
            new.sort_key,
            new.email.casefold(),
            new.siren,
            new.address.postal_code,
            new.address.street,
        )
        self._contacts.add(made)
        return made.id


def _frozen_payment(
    row: PaymentRow, known: KnownPayment, changes: frozenset[str], content: str
) -> PlannedRow:
    """Judge a change of a payment that a receipt rests on: only money gone back is believed.

    The gift is then noted as gone back, so that its receipt is to be voided.
    """
    planned = PlannedRow(row, RowVerdict.DOUBTFUL, "changed_after_receipt", content=content)
    is_received = known.state == PaymentState.RECEIVED.value
    is_clear = known.returned_whole or not known.returned
    if row.returned is None or not (is_received and is_clear and changes <= _SAID_ALONG):
        return planned
    planned.verdict, planned.completes, planned.changes = RowVerdict.CHANGED, known, changes
    planned.reason = "changed_at_source" if known.returned else "returned_after_receipt"
    planned.payer_id = known.payer_id
    return planned


def _ask_again(planned: PlannedRow, known: KnownPayment) -> None:
    """Let a payment that a person set aside not count again by itself."""
    if known.state == PaymentState.DISMISSED.value and planned.verdict is RowVerdict.CHANGED:
        planned.verdict, planned.reason = RowVerdict.DOUBTFUL, "changed_at_source"


def _tells_more(payer: Payer, known: KnownContact) -> bool:
    if known.id < 0:
        return False
    return bool(
        (payer.email and not known.email_key)
        or (payer.address.street and not known.street)
        or (payer.siren and not known.siren)
    )


def contact_of(payer: Payer) -> NewContact:
    """Return the contact to make for a payer."""
    named = payer.organisation_name or payer.last_name or payer.first_name
    return NewContact(
        kind=payer.kind,
        last_name=("" if payer.organisation_name else payer.last_name)
        or ("" if named else payer.email),
        first_name="" if payer.organisation_name else payer.first_name,
        organisation_name=payer.organisation_name,
        legal_form=payer.legal_form,
        siren=payer.siren,
        email=payer.email,
        address=payer.address,
    )


def changes_money(planned: PlannedRow) -> bool:
    """Tell whether a changed row replaces the payment's lines, not only what is said of it."""
    return bool(planned.changes & _MONEY_FIELDS)
