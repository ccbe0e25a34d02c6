"""Read and write promises to give, and the gifts that came of them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentMode, PaymentState
from coopdesk.domain.pledges import (
    Frequency,
    NewPledge,
    Pause,
    Pledge,
    PledgeState,
    ReceivedGift,
)
from coopdesk.domain.text import fold
from coopdesk.storage.columns import table_of
from coopdesk.storage.donation_lines import COUNTED, IS_RETURNED, payment_state
from coopdesk.storage.merged import same_person
from coopdesk.storage.pledge_terms import is_running
from coopdesk.storage.search import words_in
from coopdesk.storage.tables import (
    CampaignRow,
    ContactRow,
    DonationRow,
    PledgePauseRow,
    PledgeRow,
)

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import Connection, Row, Select

    from coopdesk.domain.pledges import PledgeFilter
    from coopdesk.storage.recorder import Recorder

_campaign = table_of(CampaignRow)
_contact = table_of(ContactRow)
_donation = table_of(DonationRow)
_pause = table_of(PledgePauseRow)
_pledge = table_of(PledgeRow)
# A gift whose payment does not count has not come.
_HAS_COME = (payment_state == PaymentState.RECEIVED.value) & ~IS_RETURNED

_FULL = (
    select(
        _pledge,
        _contact.c.name.label("donor_name"),
        func.coalesce(_campaign.c.name, "").label("campaign"),
    )
    .join(_contact, _contact.c.id == _pledge.c.donor_id)
    .outerjoin(_campaign, _campaign.c.id == _pledge.c.campaign_id)
)


class PledgeStore:
    """The pledges of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def add(self, new: NewPledge, campaign_id: int | None) -> int:
        """Store a pledge and return its id."""
        state = {"state": PledgeState.ACTIVE.value, "state_on": None}
        return self._recorder.insert(_pledge, {**_values(new, campaign_id), **state})

    def change(self, pledge_id: int, new: NewPledge, campaign_id: int | None) -> bool:
        """Replace what is known of a pledge; return whether anything differed."""
        return self._recorder.update(_pledge, pledge_id, _values(new, campaign_id))

    def set_state(self, pledge_id: int, state: PledgeState, on: dt.date | None) -> bool:
        """Say whether something is expected; return whether that differed."""
        values = {"state": state.value, "state_on": on}
        return self._recorder.update(_pledge, pledge_id, values)

    def add_pause(self, pledge_id: int, pause: Pause) -> None:
        """Keep a pause that is over."""
        values = {"started_on": pause.starts_on, "ended_on": pause.ends_on}
        self._recorder.insert(_pause, {"pledge_id": pledge_id, **values})

    def delete(self, pledge_id: int) -> None:
        """Delete a pledge with its pauses; gifts that name it must be gone before."""
        query = select(_pause.c.id).where(_pause.c.pledge_id == pledge_id)
        self._recorder.delete_many(_pause, list(self._connection.execute(query).scalars()))
        self._recorder.delete(_pledge, pledge_id)

    def get(self, pledge_id: int) -> Pledge:
        """Return one pledge.

        Raises:
            NotFoundError: ``pledge.missing``.
        """
        found = self._read(_FULL.where(_pledge.c.id == pledge_id))
        if not found:
            raise NotFoundError("pledge.missing", id=pledge_id)
        return found[0]

    def find(self, wanted: PledgeFilter) -> list[Pledge]:
        """Return the pledges that a filter shows, by donor in French order."""
        query = _FULL.where(
            *words_in((_contact.c.search_text, _campaign.c.sort_key), wanted.text)
        )
        if wanted.state is not None:
            query = query.where(_pledge.c.state == wanted.state.value)
        if wanted.donor_id is not None:
            query = query.where(_pledge.c.donor_id.in_(same_person(wanted.donor_id)))
        if wanted.campaign:
            query = query.where(_campaign.c.sort_key == fold(wanted.campaign))
        if wanted.frequency is not None:
            query = query.where(_pledge.c.frequency == wanted.frequency.value)
        if wanted.running_on is not None:
            query = query.where(is_running(wanted.running_on))
        return self._read(query.order_by(_contact.c.sort_key, _pledge.c.starts_on))

    def _read(self, query: Select[Any]) -> list[Pledge]:
        rows = self._connection.execute(query).all()
        pauses: dict[int, list[Pause]] = defaultdict(list)
        if rows:
            kept = select(_pause.c.pledge_id, _pause.c.started_on, _pause.c.ended_on)
            if len(rows) == 1:
                kept = kept.where(_pause.c.pledge_id == rows[0].id)
            for key, start, end in self._connection.execute(kept.order_by(_pause.c.started_on)):
                pauses[key].append(Pause(start, end))
        return [_to_domain(row, tuple(pauses[row.id])) for row in rows]

    def gifts(self, pledge_id: int | None = None) -> dict[int, list[ReceivedGift]]:
        """Return the gifts that came of one pledge or of all, by pledge."""
        query = (
            select(
                _donation.c.id,
                _donation.c.pledge_id,
                _donation.c.pledge_due_on,
                _donation.c.received_on,
                _donation.c.amount_cents,
                (~_HAS_COME).label("is_returned"),
            )
            .select_from(COUNTED)
            .where(_donation.c.pledge_due_on.is_not(None))
        )
        if pledge_id is not None:
            query = query.where(_donation.c.pledge_id == pledge_id)
        found: dict[int, list[ReceivedGift]] = defaultdict(list)
        for key, pledge, due_on, received_on, cents, is_returned in self._connection.execute(
            query.order_by(_donation.c.pledge_due_on)
        ):
            gift = ReceivedGift(
                key, pledge, due_on, received_on, Money(cents), bool(is_returned)
            )
            found[pledge].append(gift)
        return found

    def tie(self, donation_id: int, pledge_id: int | None, due_on: dt.date | None) -> bool:
        """Say which instalment a gift fulfils, or none; return whether that differed."""
        values = {"pledge_id": pledge_id, "pledge_due_on": due_on}
        return self._recorder.update(_donation, donation_id, values)

    def has_gifts(self, pledge_id: int) -> bool:
        """Tell whether anything came of a pledge."""
        query = select(_donation.c.id).where(_donation.c.pledge_id == pledge_id).limit(1)
        return self._connection.execute(query).first() is not None

    def free_gifts(self, donor_id: int) -> list[int]:
        """Return the gifts of money of a donor that fulfil no instalment, newest first."""
        query = (
            select(_donation.c.id)
            .select_from(COUNTED)
            .where(
                _donation.c.donor_id.in_(same_person(donor_id)),
                _donation.c.nature == "money",
                _donation.c.is_fee.is_(False),
                _donation.c.pledge_due_on.is_(None),
                _HAS_COME,
            )
            .order_by(_donation.c.received_on.desc(), _donation.c.id.desc())
        )
        return list(self._connection.execute(query).scalars())


def _values(new: NewPledge, campaign_id: int | None) -> dict[str, Any]:
    return {
        "donor_id": new.donor_id,
        "campaign_id": campaign_id,
        "tier_id": new.tier_id,
        "amount_cents": new.amount.cents,
        "frequency": new.frequency.value,
        "mode": new.mode.value,
        "starts_on": new.starts_on,
        "ends_on": new.ends_on,
        "note": new.note,
    }


def _to_domain(row: Row[Any], pauses: tuple[Pause, ...]) -> Pledge:
    content = NewPledge(
        donor_id=row.donor_id,
        amount=Money(row.amount_cents),
        frequency=Frequency(row.frequency),
        mode=PaymentMode(row.mode),
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        campaign=row.campaign,
        tier_id=row.tier_id,
        note=row.note,
    )
    return Pledge(row.id, content, row.donor_name, PledgeState(row.state), row.state_on, pauses)
