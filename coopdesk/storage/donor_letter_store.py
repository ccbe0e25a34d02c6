"""Read the gifts that letters to donors are about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, extract, func, select

from coopdesk.domain.donor_letters import GiftToThank
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentState
from coopdesk.domain.reminders import LetterKind
from coopdesk.storage.batches import in_batches
from coopdesk.storage.columns import table_of
from coopdesk.storage.donation_lines import payment_state
from coopdesk.storage.tables import (
    CampaignRow,
    ContactRow,
    DonationReturnRow,
    DonationRow,
    LetterRow,
    PaymentLineRow,
    PaymentRow,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from sqlalchemy import BindParameter, Connection, Row, Select

_donation = table_of(DonationRow)
_return = table_of(DonationReturnRow)
_line = table_of(PaymentLineRow)
_payment = table_of(PaymentRow)
_donor = table_of(ContactRow)
_campaign = table_of(CampaignRow)
_letter = table_of(LetterRow)

_IDS: BindParameter[int] = bindparam("ids", expanding=True)
_JOINED = (
    _donation.join(_donor, _donor.c.id == _donation.c.donor_id)
    .outerjoin(_line, _line.c.id == _donation.c.payment_line_id)
    .outerjoin(_payment, _payment.c.id == _line.c.payment_id)
    .outerjoin(_return, _return.c.donation_id == _donation.c.id)
    .outerjoin(_campaign, _campaign.c.id == _donation.c.campaign_id)
)
_RECEIVED = (
    payment_state == PaymentState.RECEIVED.value,
    _return.c.id.is_(None),
    _donation.c.is_fee.is_(False),
)
_donor_id = func.coalesce(_donor.c.merged_into_id, _donor.c.id)
_THANKED = (
    select(func.max(_letter.c.made_on))
    .where(_letter.c.donation_id == _donation.c.id, _letter.c.kind == LetterKind.THANKS.value)
    .correlate(_donation)
    .scalar_subquery()
)


class DonorLetterStore:
    """The gifts of one unit of work, for letters; changes nothing."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def gifts(self, ids: Sequence[int]) -> list[GiftToThank]:
        """Return received gifts of known donors, by donor and day; others are left out."""
        query = _query().where(_donation.c.id.in_(_IDS))
        found: list[Row[Any]] = []
        for batch in in_batches(ids):
            found += self._connection.execute(query, {"ids": batch}).all()
        found.sort(key=lambda row: (row.sort_key, row.donor_id, row.received_on, row.id))
        return self._completed(found)

    def unthanked(self, since: dt.date, limit: int) -> list[GiftToThank]:
        """Return the gifts since a day that nobody was thanked for, newest first."""
        query = _query().where(_THANKED.is_(None), _donation.c.received_on >= since)
        ordered = query.order_by(_donation.c.received_on.desc(), _donation.c.id.desc())
        return self._completed(self._connection.execute(ordered.limit(limit)).all())

    def latest(self) -> GiftToThank | None:
        """Return the last gift of a known donor, to show how a text reads."""
        query = _query().order_by(_donation.c.received_on.desc(), _donation.c.id.desc())
        found = self._completed(self._connection.execute(query.limit(1)).all())
        return found[0] if found else None

    def _completed(self, rows: Sequence[Any]) -> list[GiftToThank]:
        totals = self._totals({row.donor_id for row in rows})
        return [
            GiftToThank(
                donation_id=row.id,
                donor_id=row.donor_id,
                donor_name=row.name,
                email=row.email,
                received_on=row.received_on,
                amount=Money(row.amount_cents),
                campaign=row.campaign_name or "",
                total=totals[row.donor_id, row.received_on.year],
                thanked_on=row.thanked_on,
            )
            for row in rows
        ]

    def _totals(self, donor_ids: Iterable[int]) -> dict[tuple[int, int], Money]:
        """Return what donors gave by calendar year."""
        year = extract("year", _donation.c.received_on).label("year")
        query = (
            select(_donor_id.label("donor_id"), year, func.sum(_donation.c.amount_cents))
            .select_from(_JOINED)
            .where(_donor_id.in_(_IDS), *_RECEIVED)
            .group_by(_donor_id, year)
        )
        ids, found = sorted(donor_ids), dict[tuple[int, int], Money]()
        for batch in in_batches(ids):
            of_batch = self._connection.execute(query, {"ids": batch})
            for donor_id, of_year, cents in of_batch:
                found[donor_id, of_year] = Money(cents)
        return found


def _query() -> Select[Any]:
    return (
        select(
            _donation.c.id,
            _donor_id.label("donor_id"),
            _donor.c.name,
            _donor.c.sort_key,
            _donor.c.email,
            _donation.c.received_on,
            _donation.c.amount_cents,
            _campaign.c.name.label("campaign_name"),
            _THANKED.label("thanked_on"),
        )
        .select_from(_JOINED)
        .where(*_RECEIVED)
    )
