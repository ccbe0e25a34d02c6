"""Read and write contacts."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, case, func, select

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.contacts import (
    Civility,
    Contact,
    ContactFilter,
    ContactKind,
    ContactLine,
    NewContact,
)
from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.text import fold
from coopdesk.storage.association_store import address_of
from coopdesk.storage.columns import read_ids, table_of
from coopdesk.storage.search import words_in
from coopdesk.storage.tables import ContactRow, DonationRow, PaymentLineRow, PaymentRow

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sqlalchemy import BindParameter, ColumnElement, Connection, RowMapping, Select

    from coopdesk.storage.recorder import Recorder

_contact = table_of(ContactRow)
_donation = table_of(DonationRow)
_line = table_of(PaymentLineRow)
_payment = table_of(PaymentRow)

_OWN_DONATIONS = (
    select(func.coalesce(func.sum(_donation.c.amount_cents), 0))
    .join(_line, _line.c.id == _donation.c.payment_line_id)
    .join(_payment, _payment.c.id == _line.c.payment_id)
    .where(_donation.c.donor_id == _contact.c.id, _payment.c.state == "received")
)
# A page is read in two statements made once: one look at the gifts gives sum and last day.
_IDS: BindParameter[int] = bindparam("ids", expanding=True)
_PAGE: Select[Any] = select(
    _contact.c.id,
    _contact.c.kind,
    _contact.c.name,
    _contact.c.email,
    _contact.c.phone,
    _contact.c.postal_code,
    _contact.c.city,
    _contact.c.archived_on,
).where(_contact.c.id.in_(_IDS))
_GIFTS_OF_PAGE = (
    select(
        _donation.c.donor_id,
        func.sum(_donation.c.amount_cents),
        func.max(_donation.c.received_on),
    )
    .join(_line, _line.c.id == _donation.c.payment_line_id)
    .join(_payment, _payment.c.id == _line.c.payment_id)
    .where(_donation.c.donor_id.in_(_IDS), _payment.c.state == "received")
    .group_by(_donation.c.donor_id)
)
_GIFT_TOTAL = _OWN_DONATIONS.scalar_subquery()
_LAST_GIFT = _OWN_DONATIONS.with_only_columns(
    func.max(_donation.c.received_on)
).scalar_subquery()

_KINDS = {kind.value: kind for kind in ContactKind}
_NO_GIFT = (ZERO, None)
_PLAIN = (
    "last_name",
    "first_name",
    "organisation_name",
    "legal_form",
    "siren",
    "email",
    "phone",
    "note",
)
_ADDRESS = tuple(field.name for field in fields(PostalAddress))
_SORTS: dict[str, ColumnElement[Any]] = {
    "name": _contact.c.sort_key,
    "email": _contact.c.email_key,
    "town": _contact.c.city,
    "gifts": _GIFT_TOTAL,
    "last_gift": _LAST_GIFT,
}


class ContactStore:
    """The contacts of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def add(self, new: NewContact) -> int:
        """Store a contact and return its id."""
        return self._recorder.insert(_contact, contact_values(new))

    def add_many(self, contacts: Sequence[NewContact]) -> list[int]:
        """Store many contacts and return their ids in order."""
        return self._recorder.insert_many(_contact, [contact_values(new) for new in contacts])

    def change(self, contact_id: int, new: NewContact) -> bool:
        """Replace what is known of a contact; return whether anything differed."""
        values = contact_values(new)
        del values["archived_on"]
        return self._recorder.update(_contact, contact_id, values)

    def set_archived(self, contact_id: int, archived_on: dt.date | None) -> bool:
        """Archive a contact, or bring it back with None; return whether anything differed."""
        return self._recorder.update(_contact, contact_id, {"archived_on": archived_on})

    def get(self, contact_id: int) -> Contact:
        """Return one contact.

        Raises:
            NotFoundError: ``contact.missing``.
        """
        query = select(_contact).where(_contact.c.id == contact_id)
        row = self._connection.execute(query).mappings().one_or_none()
        if row is None:
            raise NotFoundError("contact.missing", id=contact_id)
        return _to_domain(row)

    def ids(self, wanted: ContactFilter, limit: int | None = None) -> list[int]:
        """Return the ids that a filter shows, in its order."""
        sort = _SORTS[wanted.sort]
        first = sort.desc() if wanted.descending else sort.asc()
        query = _filtered(select(_contact.c.id), wanted).order_by(first)
        if wanted.sort != "name":
            query = query.order_by(_contact.c.sort_key)
        query = query.order_by(_contact.c.id)
        return read_ids(self._connection, query.limit(limit))

    def suggest(self, text: str, limit: int) -> list[int]:
        """Return the ids that fit what is being typed, best first.

        A last name that begins so comes before other words that do, those before the rest.
        """
        typed = fold(text)
        beginning = case(
            (_contact.c.sort_key.startswith(typed, autoescape=True), 0),
            (_contact.c.search_text.contains(f" {typed}", autoescape=True), 1),
            else_=2,
        )
        query = _filtered(select(_contact.c.id), ContactFilter(text=text))
        query = query.order_by(beginning, _contact.c.sort_key, _contact.c.id)
        return read_ids(self._connection, query.limit(limit))

    def lines(self, ids: Sequence[int]) -> list[ContactLine]:
        """Return the list rows of a page of ids, in the order of the ids."""
        wanted = {"ids": ids}
        totals = self._connection.execute(_GIFTS_OF_PAGE, wanted).all()
        gifts = {donor_id: (Money(cents), last_on) for donor_id, cents, last_on in totals}
        rows = self._connection.execute(_PAGE, wanted).all()
        found = {row[0]: _to_line(row, *gifts.get(row[0], _NO_GIFT)) for row in rows}
        return [found[contact_id] for contact_id in ids if contact_id in found]

    def count(self) -> int:
        """Count the contacts that are not archived."""
        query = (
            select(func.count()).select_from(_contact).where(_contact.c.archived_on.is_(None))
        )
        return self._connection.execute(query).scalar_one()


def contact_values(new: NewContact) -> dict[str, Any]:
    """Return the columns of a contact."""
    return {
        "kind": new.kind.value,
        "civility": new.civility.value,
        **{name: getattr(new, name) for name in _PLAIN},
        "email_key": new.email.casefold(),
        **{name: getattr(new.address, name) for name in _ADDRESS},
        "name": new.display_name,
        "sort_key": new.sort_key,
        "search_text": new.search_text,
        "archived_on": None,
    }


def _filtered(query: Select[Any], wanted: ContactFilter) -> Select[Any]:
    archived = _contact.c.archived_on
    query = query.where(archived.is_not(None) if wanted.archived else archived.is_(None))
    if wanted.kind is not None:
        query = query.where(_contact.c.kind == wanted.kind.value)
    return query.where(*words_in((_contact.c.search_text,), wanted.text))


def _to_domain(row: RowMapping) -> Contact:
    profile = NewContact(
        kind=ContactKind(row["kind"]),
        civility=Civility(row["civility"]),
        **{name: row[name] for name in _PLAIN},
        address=address_of(row),
    )
    return Contact(id=row["id"], profile=profile, archived_on=row["archived_on"])


def _to_line(
    row: Sequence[Any], gift_total: Money, last_gift_on: dt.date | None
) -> ContactLine:
    contact_id, kind, name, email, phone, postal_code, city, archived_on = row
    return ContactLine(
        id=contact_id,
        kind=_KINDS[kind],
        name=name,
        email=email,
        phone=phone,
        town=f"{postal_code} {city}".strip(),
        gift_total=gift_total,
        last_gift_on=last_gift_on,
        archived=archived_on is not None,
    )
