"""Read and write payments, their lines, and campaigns."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from sqlalchemy import case, exists, func, select

from coopdesk.domain.donations import Ineligibility, ReturnReason
from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.money import Money
from coopdesk.domain.payments import (
    Direction,
    LineKind,
    NewPayment,
    Payment,
    PaymentFilter,
    PaymentLine,
    PaymentMode,
    PaymentPart,
    PaymentSource,
    PaymentState,
    Payout,
)
from coopdesk.domain.text import fold
from coopdesk.storage.columns import table_of
from coopdesk.storage.gift_returns import gives_a_gift_back
from coopdesk.storage.match_following import MATCHED_COLUMNS, MatchFollowing, drop_matches
from coopdesk.storage.merged import same_person
from coopdesk.storage.owing_again import owe_again
from coopdesk.storage.payment_rows import line_values, payment_values, to_payment
from coopdesk.storage.search import words_in
from coopdesk.storage.tables import (
    ActivityRow,
    CampaignRow,
    CampaignTierRow,
    ContactRow,
    DonationReturnRow,
    DonationRow,
    PaymentLineRow,
    PaymentRow,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import ColumnElement, Connection, Row, ScalarSelect, Select

    from coopdesk.storage.recorder import Recorder

_activity = table_of(ActivityRow)
_campaign = table_of(CampaignRow)
_contact = table_of(ContactRow)
_donation = table_of(DonationRow)
_line = table_of(PaymentLineRow)
_payment = table_of(PaymentRow)
_return = table_of(DonationReturnRow)
_tier = table_of(CampaignTierRow)

_JOINED = (
    _line.join(_payment, _payment.c.id == _line.c.payment_id)
    .outerjoin(_contact, _contact.c.id == _payment.c.payer_id)
    .outerjoin(_campaign, _campaign.c.id == _payment.c.campaign_id)
)
_SIGNED = case(
    (_payment.c.direction == "out", -_line.c.amount_cents), else_=_line.c.amount_cents
)
# What a line of a bank is matched by.
_SEARCHED = (_contact.c.search_text, _campaign.c.sort_key, _line.c.label_key)
_SORTS: dict[str, ColumnElement[Any]] = {
    "date": _payment.c.paid_on,
    "payer": _contact.c.sort_key,
    "kind": _line.c.kind,
    "amount": _SIGNED,
}


class PaymentStore:
    """The payments of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def add(self, new: NewPayment) -> tuple[int, list[int]]:
        """Store a payment with its lines; return its id and theirs, in order of the parts."""
        payment_id = self._recorder.insert(_payment, payment_values(new))
        return payment_id, self.add_lines(payment_id, new.parts)

    def add_lines(self, payment_id: int, parts: Sequence[PaymentPart]) -> list[int]:
        """Store lines of a payment and return their ids."""
        return self._recorder.insert_many(_line, [line_values(payment_id, x) for x in parts])

    def copy_lines(self, line_ids: Sequence[int], payment_id: int) -> None:
        """Store lines of another payment once more, in the payment that gives them back."""
        query = select(_line).where(_line.c.id.in_(line_ids)).order_by(_line.c.id)
        rows = [dict(row) for row in self._connection.execute(query).mappings()]
        copies = [{**row, "payment_id": payment_id} for row in rows]
        for copy in copies:
            del copy["id"]
        self._recorder.insert_many(_line, copies)

    def change(self, payment_id: int, values: dict[str, Any]) -> bool:
        """Change columns of a payment; return whether anything differed.

        A line of a bank is no longer matched with a payment that is less, or counts no more.
        """
        differed = self._recorder.update(_payment, payment_id, values)
        if differed and not MATCHED_COLUMNS.isdisjoint(values):
            MatchFollowing(self._connection, self._recorder).follow_payment(payment_id)
        return differed

    def change_line(self, line_id: int, values: dict[str, Any]) -> bool:
        """Change columns of a line; return whether anything differed."""
        return self._recorder.update(_line, line_id, values)

    def set_state(self, payment_id: int, state: PaymentState) -> bool:
        """Say whether a payment counts; return whether that differed.

        What one that counts no more settled among partners is owed again.
        """
        if state is PaymentState.DISMISSED:
            owe_again(self._connection, self._recorder, payment_ids=[payment_id])
        return self.change(payment_id, {"state": state.value})

    def delete(self, payment_id: int) -> None:
        """Delete a payment with its lines and matches; gifts on them must be gone before.

        What it settled among partners is owed again.
        """
        drop_matches(self._connection, self._recorder, payment_ids=[payment_id])
        owe_again(self._connection, self._recorder, payment_ids=[payment_id])
        for line_id in self.line_ids(payment_id):
            self._recorder.delete(_line, line_id)
        self._recorder.delete(_payment, payment_id)

    def line_ids(self, payment_id: int) -> list[int]:
        """Return the ids of the lines of a payment, in order."""
        query = select(_line.c.id).where(_line.c.payment_id == payment_id).order_by(_line.c.id)
        return list(self._connection.execute(query).scalars())

    def delete_line(self, line_id: int) -> None:
        """Delete one line of a payment."""
        self._recorder.delete(_line, line_id)

    def get(self, payment_id: int) -> Payment:
        """Return one payment with its parts.

        Raises:
            NotFoundError: ``payment.missing``.
        """
        found = self.many([payment_id])
        if not found:
            raise NotFoundError("payment.missing", id=payment_id)
        return found[0]

    def many(self, ids: Sequence[int]) -> list[Payment]:
        """Return payments with their parts, in the order of the ids; none of those gone."""
        query = (
            select(_payment, _contact.c.name.label("payer_name"))
            .outerjoin(_contact, _contact.c.id == _payment.c.payer_id)
            .where(_payment.c.id.in_(ids))
        )
        rows = {row.id: row for row in self._connection.execute(query)}
        lines: dict[int, list[Row[Any]]] = {key: [] for key in rows}
        parts = select(_line).where(_line.c.payment_id.in_(ids)).order_by(_line.c.id)
        for line in self._connection.execute(parts):
            lines[line.payment_id].append(line)
        return [to_payment(rows[key], lines[key]) for key in ids if key in rows]

    def ids(self, wanted: PaymentFilter, limit: int | None = None) -> list[int]:
        """Return the ids of the lines that a filter shows, in its order."""
        sort = _SORTS[wanted.sort]
        first = sort.desc() if wanted.descending else sort.asc()
        query = _filtered(select(_line.c.id), wanted).select_from(_JOINED)
        second = _line.c.id.desc() if wanted.descending else _line.c.id.asc()
        return list(
            self._connection.execute(query.order_by(first, second).limit(limit)).scalars()
        )

    def totals(self, wanted: PaymentFilter) -> tuple[Money, Money]:
        """Return money in and money out of the lines that a filter shows."""
        amount = func.coalesce(func.sum(_line.c.amount_cents), 0)
        query = _filtered(select(_payment.c.direction, amount.label("cents")), wanted)
        rows = self._connection.execute(
            query.select_from(_JOINED).group_by(_payment.c.direction)
        )
        cents = {row.direction: row.cents for row in rows}
        return Money(cents.get("in", 0)), Money(cents.get("out", 0))

    def lines(self, ids: Sequence[int]) -> list[PaymentLine]:
        """Return lines of payments, in the order of the ids."""
        found = {
            row.id: _to_line(row)
            for row in self._connection.execute(_line_query().where(_line.c.id.in_(ids)))
        }
        return [found[line_id] for line_id in ids if line_id in found]

    def years(self) -> list[int]:
        """Return the calendar years in which something was paid, newest first."""
        first, last = self._connection.execute(
            select(func.min(_payment.c.paid_on), func.max(_payment.c.paid_on))
        ).one()
        return [] if first is None else list(range(last.year, first.year - 1, -1))

    def of_contact(self, contact_id: int) -> list[PaymentLine]:
        """Return every line of the payments of a contact, newest first."""
        query = _line_query().where(_payment.c.payer_id.in_(same_person(contact_id)))
        query = query.order_by(_payment.c.paid_on.desc(), _line.c.id.desc())
        return [_to_line(row) for row in self._connection.execute(query)]

    def payouts(self) -> list[Payout]:
        """Return the transfers by which platforms paid out, newest first."""
        signed = case(
            (_payment.c.direction == Direction.OUT.value, -_payment.c.amount_cents),
            else_=_payment.c.amount_cents,
        )
        query = (
            select(
                _payment.c.source,
                _payment.c.payout_ref,
                func.max(_payment.c.paid_out_on),
                func.count(),
                func.sum(signed - _payment.c.fee_cents),
            )
            .where(
                _payment.c.payout_ref != "",
                _payment.c.state != PaymentState.DISMISSED.value,
            )
            .group_by(_payment.c.source, _payment.c.payout_ref)
            .order_by(func.max(_payment.c.paid_out_on).desc(), _payment.c.payout_ref)
        )
        return [
            Payout(PaymentSource(source), ref, day, count, Money(cents))
            for source, ref, day, count, cents in self._connection.execute(query)
        ]

    def campaign_id(self, name: str) -> int | None:
        """Return the campaign of that name, made if need be; None for an empty name."""
        key = fold(name)
        if not key:
            return None
        query = select(_campaign.c.id).where(_campaign.c.sort_key == key)
        known = self._connection.execute(query).scalar()
        if known is not None:
            return int(known)
        return self._recorder.insert(_campaign, {"name": name, "sort_key": key})


def year_bounds(year: int) -> tuple[dt.date, dt.date]:
    """Return the first and the last day of a calendar year."""
    return dt.date(year, 1, 1), dt.date(year, 12, 31)


def _line_query() -> Select[Any]:
    return select(
        _line.c.id,
        _line.c.payment_id,
        _line.c.kind,
        _line.c.amount_cents,
        _line.c.label,
        _payment.c.paid_on,
        _payment.c.direction,
        _payment.c.mode,
        _payment.c.state,
        _payment.c.source,
        _payment.c.payer_id,
        _payment.c.label.label("payment_label"),
        _contact.c.name.label("payer_name"),
        _campaign.c.name.label("campaign"),
        _donation.c.id.label("gift_id"),
        _return.c.id.label("return_id"),
        func.coalesce(_return.c.reason, _reason_out()).label("return_reason"),
        _tier.c.ineligibility,
        _activity.c.name.label("activity"),
    ).select_from(
        _JOINED.outerjoin(_donation, _donation.c.payment_line_id == _line.c.id)
        .outerjoin(_return, _return.c.donation_id == _donation.c.id)
        .outerjoin(_tier, _tier.c.id == _line.c.tier_id)
        .outerjoin(_activity, _activity.c.id == _line.c.activity_id)
    )


def return_reason(code: str | None) -> ReturnReason | None:
    """Read why a gift went back, None where it did not."""
    return ReturnReason(code) if code else None


def _reason_out() -> ScalarSelect[str]:
    """Select why money went out, where gifts went back by it."""
    out = _return.alias("out")
    query = select(func.min(out.c.reason)).where(out.c.payment_id == _payment.c.id)
    return query.correlate(_payment).scalar_subquery()


def _filtered(query: Select[Any], wanted: PaymentFilter) -> Select[Any]:
    if wanted.year is not None:
        query = query.where(_payment.c.paid_on.between(*year_bounds(wanted.year)))
    if wanted.state is not None:
        query = query.where(_payment.c.state == wanted.state.value)
    if wanted.direction is not None:
        query = query.where(_payment.c.direction == wanted.direction.value)
    query = query.where(*_narrower(wanted))
    return query.where(*words_in(_SEARCHED, wanted.text))


def _narrower(wanted: PaymentFilter) -> Iterator[ColumnElement[bool]]:
    """Yield what figures of the home page narrow their lines to."""
    if wanted.since is not None:
        yield _payment.c.paid_on >= wanted.since
    if wanted.until is not None:
        yield _payment.c.paid_on <= wanted.until
    if wanted.for_tiers:
        yield _line.c.tier_id.is_not(None) & (_line.c.kind != LineKind.GIFT.value)
    if wanted.without_returns:
        back = _return.alias("back")
        gone = back.join(_donation, _donation.c.id == back.c.donation_id)
        yield ~exists().select_from(gone).where(_donation.c.payment_line_id == _line.c.id)
        yield ~gives_a_gift_back()


def _to_line(row: Row[Any]) -> PaymentLine:
    return PaymentLine(
        id=row.id,
        payment_id=row.payment_id,
        paid_on=row.paid_on,
        direction=Direction(row.direction),
        kind=LineKind(row.kind),
        payer_id=row.payer_id,
        payer_name=row.payer_name or "",
        label=row.label or row.payment_label,
        campaign=row.campaign or "",
        mode=PaymentMode(row.mode),
        amount=Money(row.amount_cents),
        state=PaymentState(row.state),
        source=PaymentSource(row.source),
        is_returned=row.return_id is not None,
        return_reason=return_reason(row.return_reason),
        gift_id=row.gift_id,
        ineligibility=Ineligibility(row.ineligibility) if row.ineligibility else None,
        activity=row.activity or "",
    )
