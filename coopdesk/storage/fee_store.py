"""Read and write fees paid: the lines of payments that settle memberships."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import bindparam, func, select

from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.membership_lists import UnattachedTariff
from coopdesk.domain.money import Money
from coopdesk.domain.payments import LineKind, PaymentMode, PaymentState
from coopdesk.domain.text import fold
from coopdesk.storage.batches import in_batches
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import (
    CampaignRow,
    ContactRow,
    DonationRow,
    MembershipRow,
    PaymentLineRow,
    PaymentRow,
    RegistrationRow,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Mapping, Sequence

    from sqlalchemy import BindParameter, Connection, Row, Select

    from coopdesk.storage.recorder import Recorder


_campaign = table_of(CampaignRow)
_contact = table_of(ContactRow)
_donation = table_of(DonationRow)
_line = table_of(PaymentLineRow)
_membership = table_of(MembershipRow)
_payment = table_of(PaymentRow)
_registration = table_of(RegistrationRow)

_IDS: BindParameter[int] = bindparam("ids", expanding=True)
_FEE = LineKind.FEE.value
_SET_ASIDE = PaymentState.DISMISSED.value


@dataclass(frozen=True, slots=True)
class FeeLine:
    """A fee received and what its payment says; ``tariff`` is its label, else the campaign."""

    id: int
    payment_id: int
    kind: LineKind
    amount: Money
    paid_on: dt.date
    mode: PaymentMode
    state: PaymentState
    payer_id: int | None
    order_ref: str
    label: str
    tariff: str
    membership_id: int | None
    outside_receipt: str = ""


@dataclass(frozen=True, slots=True)
class FeeRegistration:
    """A membership bought on a platform that makes nobody a member yet."""

    id: int
    order_ref: str
    registered_on: dt.date
    tariff: str
    amount: Money
    contact_id: int | None
    payer_id: int | None
    payment_id: int | None


class HeldMembership(NamedTuple):
    """A membership in force, as fees are matched against it."""

    id: int
    contact_id: int
    type_id: int
    started_on: dt.date
    ended_on: dt.date
    due_cents: int
    paid_cents: int
    registration_id: int | None


class Person(NamedTuple):
    """What decides whether a contact becomes a member, and whether it gets a number."""

    id: int
    kind: str
    state: str
    number: str
    left_on: dt.date | None


class FeeStore:
    """The fees of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def line(self, line_id: int) -> FeeLine:
        """Return one line of a payment.

        Raises:
            NotFoundError: ``payment.missing``.
        """
        row = self._connection.execute(_lines().where(_line.c.id == line_id)).one_or_none()
        if row is None:
            raise NotFoundError("payment.missing", id=line_id)
        return _to_line(row)

    def lines_of(self, membership_id: int) -> list[FeeLine]:
        """Return what was paid of a membership, oldest first; not what was given back."""
        paid = (_line.c.membership_id == membership_id, _payment.c.direction == "in")
        return self._found(_lines().where(*paid))

    def open_lines(self) -> list[FeeLine]:
        """Return the fees received that settle no membership, oldest first."""
        return self._found(_lines().where(*_is_open()))

    def open_lines_of(self, contact_ids: Sequence[int]) -> list[FeeLine]:
        """Return the fees that contacts paid and that settle no membership."""
        return self._found(_lines().where(*_is_open(), _payment.c.payer_id.in_(contact_ids)))

    def _found(self, query: Select[Any]) -> list[FeeLine]:
        rows = self._connection.execute(query.order_by(_payment.c.paid_on, _line.c.id))
        return [_to_line(row) for row in rows]

    def attach(self, line_id: int, membership_id: int | None) -> bool:
        """Say which membership a line settles; return whether that differed."""
        return self._recorder.update(_line, line_id, {"membership_id": membership_id})

    def attach_many(self, membership_of: Mapping[int, int]) -> None:
        """Say of many lines which membership each settles."""
        rows = {key: {"membership_id": found} for key, found in membership_of.items()}
        self._recorder.update_many(_line, rows)

    def held_by(self, contact_ids: Collection[int]) -> list[HeldMembership]:
        """Return the memberships in force that contacts hold, oldest first."""
        query = (
            _held()
            .where(_membership.c.contact_id.in_(_IDS))
            .order_by(_membership.c.ended_on, _membership.c.id)
        )
        return [
            HeldMembership._make(row)
            for some in in_batches(contact_ids)
            for row in self._connection.execute(query, {"ids": some})
        ]

    def held(self, membership_ids: Collection[int]) -> dict[int, HeldMembership]:
        """Return memberships as fees are matched against them, by id."""
        query = _held().where(_membership.c.id.in_(_IDS))
        return {
            row.id: HeldMembership._make(row)
            for some in in_batches(membership_ids)
            for row in self._connection.execute(query, {"ids": some})
        }

    def people(self, contact_ids: Collection[int]) -> dict[int, Person]:
        """Return what decides whether contacts become members, by id."""
        columns = (
            _contact.c.id,
            _contact.c.kind,
            _contact.c.state,
            _contact.c.number,
            _contact.c.member_left_on,
        )
        query = select(*columns).where(_contact.c.id.in_(_IDS))
        return {
            row.id: Person._make(row)
            for some in in_batches(contact_ids)
            for row in self._connection.execute(query, {"ids": some})
        }

    def follow(self, registration_id: int, amount: Money) -> None:
        """Bring the fee of a membership to what its registration costs now.

        A fee that a person changed stays.
        """
        query = (
            select(_membership.c.id, _membership.c.fee_cents, _registration.c.amount_cents)
            .join(_registration, _registration.c.id == _membership.c.registration_id)
            .where(_registration.c.id == registration_id)
        )
        for key, fee, before in self._connection.execute(query).all():
            if fee == before != amount.cents:
                self.change_terms(key, {"fee_cents": amount.cents})

    def change_terms(self, membership_id: int, values: dict[str, Any]) -> None:
        """Change columns of a membership that an import made."""
        self._recorder.update(_membership, membership_id, values)

    def split(self, line: FeeLine, amount: Money) -> int:
        """Cut an amount off a line into one of its own and return the new line's id."""
        rest = {"amount_cents": line.amount.cents - amount.cents}
        self._recorder.update(_line, line.id, rest)
        values = {
            "payment_id": line.payment_id,
            "kind": _FEE,
            "amount_cents": amount.cents,
            "label": line.label,
            "label_key": fold(line.label),
            "membership_id": None,
        }
        return self._recorder.insert(_line, values)

    def donation_of(self, line_id: int) -> int | None:
        """Return the id of the gift for tax that a line is, or None."""
        query = select(_donation.c.id).where(_donation.c.payment_line_id == line_id)
        return self._connection.execute(query).scalar()

    def open_registrations(self) -> list[FeeRegistration]:
        """Return the memberships bought on a platform that no membership came from yet."""
        query = (
            select(_registration)
            .outerjoin(_membership, _membership.c.registration_id == _registration.c.id)
            .where(_registration.c.kind == _FEE, _membership.c.id.is_(None))
            .order_by(_registration.c.id)
        )
        return [_to_registration(row) for row in self._connection.execute(query)]

    def memberships_of_orders(self, orders: Collection[str]) -> dict[str, list[int]]:
        """Return the memberships in force of orders: by registration, or by what was paid."""
        found: dict[str, list[int]] = {}
        for some in in_batches(orders):
            registered = (
                select(_registration.c.order_ref, _membership.c.id)
                .join(_membership, _membership.c.registration_id == _registration.c.id)
                .where(_registration.c.order_ref.in_(some))
            )
            paid = (
                select(_payment.c.order_ref, _membership.c.id)
                .join(_line, _line.c.payment_id == _payment.c.id)
                .join(_membership, _membership.c.id == _line.c.membership_id)
                .where(_payment.c.order_ref.in_(some))
            )
            query = registered.where(_membership.c.cancelled_on.is_(None)).union(
                paid.where(_membership.c.cancelled_on.is_(None))
            )
            for order, key in sorted(map(tuple, self._connection.execute(query))):
                found.setdefault(order, []).append(key)
        return found


def unattached_tariffs(
    lines: Sequence[FeeLine], registrations: Sequence[FeeRegistration]
) -> list[UnattachedTariff]:
    """Group what makes nobody a member by tariff, those with the most first."""
    told = {one.payment_id for one in registrations if one.payment_id is not None}
    found: dict[str, list[tuple[str, Money, dt.date]]] = {}
    for one in still_open(registrations, lines):
        found.setdefault(fold(one.tariff), []).append(
            (one.tariff, one.amount, one.registered_on)
        )
    for line in lines:
        if line.payment_id not in told:
            found.setdefault(fold(line.tariff), []).append(
                (line.tariff, line.amount, line.paid_on)
            )
    groups = [
        UnattachedTariff(
            key=key,
            name=entries[0][0],
            count=len(entries),
            amount=Money(sum(amount.cents for _name, amount, _day in entries)),
            first_on=min(day for _name, _amount, day in entries),
            last_on=max(day for _name, _amount, day in entries),
        )
        for key, entries in found.items()
    ]
    return sorted(groups, key=lambda group: (-group.count, group.key))


def still_open(
    registrations: Sequence[FeeRegistration], lines: Sequence[FeeLine]
) -> list[FeeRegistration]:
    """Return the registrations that cost nothing or whose payment settles nothing yet."""
    waiting = {line.payment_id for line in lines}
    return [x for x in registrations if x.payment_id is None or x.payment_id in waiting]


def _held() -> Select[Any]:
    return select(
        _membership.c.id,
        _membership.c.contact_id,
        _membership.c.type_id,
        _membership.c.started_on,
        _membership.c.ended_on,
        _membership.c.fee_cents + _membership.c.joining_fee_cents,
        _membership.c.paid_cents,
        _membership.c.registration_id,
    ).where(_membership.c.cancelled_on.is_(None))


def _is_open() -> tuple[Any, ...]:
    return (
        _line.c.kind == _FEE,
        _line.c.membership_id.is_(None),
        _line.c.amount_cents > 0,
        _payment.c.direction == "in",
        _payment.c.state != _SET_ASIDE,
    )


def _lines() -> Select[Any]:
    return (
        select(
            _line.c.id,
            _line.c.payment_id,
            _line.c.kind,
            _line.c.amount_cents,
            _line.c.label,
            _line.c.membership_id,
            _payment.c.paid_on,
            _payment.c.mode,
            _payment.c.state,
            _payment.c.payer_id,
            func.coalesce(_payment.c.order_ref, "").label("order_ref"),
            _payment.c.label.label("payment_label"),
            _campaign.c.name.label("campaign"),
        )
        .join(_payment, _payment.c.id == _line.c.payment_id)
        .outerjoin(_campaign, _campaign.c.id == _payment.c.campaign_id)
    )


def _to_line(row: Row[Any]) -> FeeLine:
    return FeeLine(
        id=row.id,
        payment_id=row.payment_id,
        kind=LineKind(row.kind),
        amount=Money(row.amount_cents),
        paid_on=row.paid_on,
        mode=PaymentMode(row.mode),
        state=PaymentState(row.state),
        payer_id=row.payer_id,
        order_ref=row.order_ref,
        label=row.label,
        tariff=row.label or row.campaign or row.payment_label,
        membership_id=row.membership_id,
    )


def _to_registration(row: Row[Any]) -> FeeRegistration:
    return FeeRegistration(
        id=row.id,
        order_ref=row.order_ref,
        registered_on=row.registered_on,
        tariff=row.tariff,
        amount=Money(row.amount_cents),
        contact_id=row.contact_id,
        payer_id=row.payer_id,
        payment_id=row.payment_id,
    )
