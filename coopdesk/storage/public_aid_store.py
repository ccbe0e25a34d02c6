"""Read the aid that organisations gave: grants, money, entries by hand, things in kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import String, and_, func, literal, or_, select
from sqlalchemy.sql.expression import cast

from coopdesk.domain.money import Money
from coopdesk.domain.payments import Direction, LineKind, PaymentState
from coopdesk.domain.public_aid import AidSource
from coopdesk.storage.columns import table_of
from coopdesk.storage.line_parties import is_party
from coopdesk.storage.tables import (
    AccountRow,
    ContactRow,
    EntryLineRow,
    EntryRow,
    GrantAwardRow,
    GrantRequestRow,
    KindContributionRow,
    PaymentLineRow,
    PaymentRow,
)

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import Connection, Row, Select

_account = table_of(AccountRow)
_award = table_of(GrantAwardRow)
_contact = table_of(ContactRow)
_entry = table_of(EntryRow)
_given = table_of(KindContributionRow)
_line = table_of(EntryLineRow)
_part = table_of(PaymentLineRow)
_payment = table_of(PaymentRow)
_request = table_of(GrantRequestRow)
_reversed = _entry.alias("reversed")
# Income of grants; the part of an investment grant that a year takes is no new aid.
_GRANTS, _RELEASED = "74", "747"


class GivenAid(NamedTuple):
    """Aid of a day with what is known of the funder; ``line`` is that of its request."""

    source: AidSource
    record_id: int
    title: str
    day: dt.date
    amount: Money
    funder_id: int | None
    funder_name: str
    funder_kind: str
    line: str


class PublicAidStore:
    """Aid in one unit of work; nothing is written."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def between(self, first: dt.date, last: dt.date) -> list[GivenAid]:
        """Return what funders gave in some days: what was notified, paid, booked or lent.

        An entry or a payment of a grant that is known here is not told twice.
        """
        found = []
        for source, query in (
            (AidSource.GRANT, _grants(first, last)),
            (AidSource.PAYMENT, _payments(first, last)),
            (AidSource.ENTRY, _entries(first, last)),
            (AidSource.IN_KIND, _in_kind(first, last)),
        ):
            rows = self._connection.execute(query)
            found += [_to_aid(source, row) for row in rows]
        return sorted(found, key=lambda one: (one.day, one.source.value, one.record_id))


def _columns(
    key: Any, title: Any, day: Any, cents: Any, line: Any = literal("")
) -> Select[Any]:
    return select(
        key.label("key"),
        title.label("title"),
        day.label("day"),
        cents.label("cents"),
        line.label("line"),
        _contact.c.id.label("funder_id"),
        func.coalesce(_contact.c.name, "").label("funder_name"),
        func.coalesce(_contact.c.organisation_kind, "").label("funder_kind"),
    )


def _grants(first: dt.date, last: dt.date) -> Select[Any]:
    line = func.coalesce(_request.c.budget_line, cast("", String))
    return (
        _columns(_award.c.id, _award.c.title, _award.c.notified_on, _award.c.amount_cents, line)
        .outerjoin(_request, _request.c.award_id == _award.c.id)
        .outerjoin(_contact, _contact.c.id == _award.c.funder_id)
        .where(_award.c.notified_on.between(first, last))
    )


def _payments(first: dt.date, last: dt.date) -> Select[Any]:
    return (
        _columns(_payment.c.id, _part.c.label, _payment.c.paid_on, _part.c.amount_cents)
        .join(_payment, _payment.c.id == _part.c.payment_id)
        .outerjoin(_contact, _contact.c.id == _payment.c.payer_id)
        .where(
            _part.c.kind == LineKind.GRANT.value,
            _part.c.grant_award_id.is_(None),
            _payment.c.direction == Direction.IN.value,
            _payment.c.state == PaymentState.RECEIVED.value,
            _payment.c.paid_on.between(first, last),
        )
    )


def _entries(first: dt.date, last: dt.date) -> Select[Any]:
    by_hand = and_(
        *(
            column.is_(None)
            for one in (_entry, _reversed)
            for column in (one.c.grant_award_id, one.c.payment_id, one.c.donation_id)
        )
    )
    return (
        _columns(
            _entry.c.id,
            _entry.c.label,
            _line.c.entry_on,
            _line.c.credit_cents - _line.c.debit_cents,
        )
        .join(_entry, _entry.c.id == _line.c.entry_id)
        .join(_account, _account.c.id == _line.c.account_id)
        .outerjoin(_reversed, _reversed.c.id == _entry.c.reverses_id)
        .outerjoin(_contact, is_party())
        .where(
            _account.c.number.startswith(_GRANTS),
            or_(_account.c.number < _RELEASED, _account.c.number >= "748"),
            _line.c.entry_on.between(first, last),
            by_hand,
        )
    )


def _in_kind(first: dt.date, last: dt.date) -> Select[Any]:
    return (
        _columns(_given.c.id, _given.c.label, _given.c.given_on, _given.c.amount_cents)
        .join(_contact, _contact.c.id == _given.c.contact_id)
        .where(_given.c.given_on.between(first, last))
    )


def _to_aid(source: AidSource, row: Row[Any]) -> GivenAid:
    return GivenAid(
        source,
        row.key,
        row.title,
        row.day,
        Money(row.cents),
        row.funder_id,
        row.funder_name,
        row.funder_kind,
        row.line,
    )
