"""Read and write notified grants, and what was paid of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import func, select

from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.grants import GrantAward, GrantKind, GrantPayment, NewGrantAward
from coopdesk.domain.money import Money
from coopdesk.domain.payments import Direction, LineKind, PaymentState
from coopdesk.domain.text import fold
from coopdesk.storage.columns import table_of
from coopdesk.storage.naming import is_named
from coopdesk.storage.tables import (
    AccountRow,
    ActivityRow,
    ContactRow,
    DedicatedFundRow,
    FixedAssetRow,
    GrantAwardRow,
    PaymentLineRow,
    PaymentRow,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection, Row, Select

    from coopdesk.storage.chart_store import ChartStore
    from coopdesk.storage.recorder import Recorder

_award = table_of(GrantAwardRow)
_account = table_of(AccountRow)
_claim = _account.alias("claim")
_activity = table_of(ActivityRow)
_contact = table_of(ContactRow)
_payment = table_of(PaymentRow)
_payment_line = table_of(PaymentLineRow)
_USES = tuple(
    table_of(row).c.grant_award_id for row in (DedicatedFundRow, FixedAssetRow, PaymentLineRow)
)


# What came and what went back, by grant and direction.
Moved: TypeAlias = "Mapping[tuple[int, str], Sequence[GrantPayment]]"


class GrantStore:
    """The notified grants of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder, chart: ChartStore) -> None:
        self._connection = connection
        self._recorder = recorder
        self._chart = chart

    def add(self, new: NewGrantAward) -> int:
        """Store a grant and return its id; its accounts are taken into the chart."""
        return self._recorder.insert(_award, self._values(new))

    def change(self, award_id: int, new: NewGrantAward) -> bool:
        """Replace what is known of a grant; return whether anything differed."""
        return self._recorder.update(_award, award_id, self._values(new))

    def delete(self, award_id: int) -> None:
        """Delete a grant on which nothing rests."""
        self._recorder.delete(_award, award_id)

    def get(self, award_id: int) -> GrantAward:
        """Return one grant.

        Raises:
            NotFoundError: ``grant.missing``.
        """
        row = self._connection.execute(_awards().where(_award.c.id == award_id)).one_or_none()
        if row is None:
            raise NotFoundError("grant.missing", id=award_id)
        return _to_domain(row, self._payments())

    def all(self) -> list[GrantAward]:
        """Return the grants, the newest notified first."""
        query = _awards().order_by(_award.c.notified_on.desc(), _award.c.id.desc())
        moved = self._payments()
        return [_to_domain(row, moved) for row in self._connection.execute(query)]

    def is_used(self, award_id: int) -> bool:
        """Tell whether a payment, a fund or an asset names a grant."""
        return any(is_named(self._connection, column, award_id) for column in _USES)

    def untied_payments(self, funder_id: int) -> tuple[GrantPayment, ...]:
        """Return the money of grants that came of a funder and is of none yet, by day."""
        query = (
            select(_payment.c.id, _payment.c.paid_on, func.sum(_payment_line.c.amount_cents))
            .join(_payment_line, _payment_line.c.payment_id == _payment.c.id)
            .where(
                _payment.c.payer_id == funder_id,
                _payment.c.direction == Direction.IN.value,
                _payment.c.state == PaymentState.RECEIVED.value,
                _payment_line.c.kind == LineKind.GRANT.value,
                _payment_line.c.grant_award_id.is_(None),
            )
            .group_by(_payment.c.id)
            .order_by(_payment.c.paid_on, _payment.c.id)
        )
        rows = self._connection.execute(query)
        return tuple(GrantPayment(key, day, Money(cents)) for key, day, cents in rows)

    def tie_payment(self, payment_id: int, award_id: int) -> int:
        """Let the lines of a payment be paid for a grant; return how many were not yet."""
        query = select(_payment_line.c.id).where(_payment_line.c.payment_id == payment_id)
        ids = self._connection.execute(query).scalars().all()
        values = {key: {"grant_award_id": award_id} for key in ids}
        return self._recorder.update_many(_payment_line, values)

    def _payments(self) -> Moved:
        query = (
            select(
                _payment_line.c.grant_award_id,
                _payment.c.id,
                _payment.c.paid_on,
                _payment_line.c.amount_cents,
                _payment.c.direction,
            )
            .join(_payment, _payment.c.id == _payment_line.c.payment_id)
            .where(
                # Written so, and not put in order, the few lines of grants are found by their
                # index; all payments would be read by their day otherwise.
                _payment_line.c.grant_award_id > 0,
                _payment.c.state == PaymentState.RECEIVED.value,
            )
        )
        rows = sorted(self._connection.execute(query), key=lambda row: (row.paid_on, row.id))
        found: dict[tuple[int, str], list[GrantPayment]] = {}
        for award_id, payment_id, paid_on, cents, direction in rows:
            one = GrantPayment(payment_id, paid_on, Money(cents))
            found.setdefault((award_id, direction), []).append(one)
        return found

    def _values(self, new: NewGrantAward) -> dict[str, Any]:
        return {
            "title": new.title,
            "title_key": fold(new.title),
            "funder_id": new.funder_id,
            "kind": new.kind.value,
            "account_id": self._chart.take(new.account).id,
            "receivable_account_id": self._chart.take(new.receivable_account).id,
            "notified_on": new.notified_on,
            "amount_cents": new.amount.cents,
            "starts_on": new.starts_on,
            "ends_on": new.ends_on,
            "expected_on": new.expected_on,
            "activity_id": new.activity_id,
            "note": new.note,
        }


def _awards() -> Select[Any]:
    return (
        select(
            _award,
            _account.c.number.label("account_number"),
            _claim.c.number.label("claim_number"),
            _contact.c.name.label("funder_name"),
            _activity.c.name.label("activity_name"),
        )
        .join(_account, _account.c.id == _award.c.account_id)
        .join(_claim, _claim.c.id == _award.c.receivable_account_id)
        .outerjoin(_contact, _contact.c.id == _award.c.funder_id)
        .outerjoin(_activity, _activity.c.id == _award.c.activity_id)
    )


def _to_domain(row: Row[Any], moved: Moved) -> GrantAward:
    content = NewGrantAward(
        title=row.title,
        amount=Money(row.amount_cents),
        notified_on=row.notified_on,
        kind=GrantKind(row.kind),
        funder_id=row.funder_id,
        account=row.account_number,
        receivable_account=row.claim_number,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        expected_on=row.expected_on,
        activity_id=row.activity_id,
        note=row.note,
    )
    return GrantAward(
        id=row.id,
        content=content,
        funder_name=row.funder_name or "",
        activity_name=row.activity_name or "",
        payments=tuple(moved.get((row.id, Direction.IN.value), ())),
        returns=tuple(moved.get((row.id, Direction.OUT.value), ())),
    )
