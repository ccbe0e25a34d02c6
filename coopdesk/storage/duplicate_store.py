"""Find contacts that may be one, remember those that are not, and merge two."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from coopdesk.domain.contact_details import ContactState, PointKind
from coopdesk.domain.contacts import Civility, ContactKind
from coopdesk.domain.duplicates import Identity
from coopdesk.domain.merging import PairSide
from coopdesk.storage.batches import in_batches
from coopdesk.storage.columns import table_of
from coopdesk.storage.contact_moving import ContactMover
from coopdesk.storage.contact_rows import key_numbers
from coopdesk.storage.tables import (
    ContactKeyRow,
    ContactPointRow,
    ContactRow,
    HouseholdRow,
    ImportRunRow,
    NotDuplicateRow,
    OperationChangeRow,
    TaxReceiptRow,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Sequence

    from sqlalchemy import Connection, Row, Select

    from coopdesk.storage.recorder import Recorder

_contact = table_of(ContactRow)
_key = table_of(ContactKeyRow)
_point = table_of(ContactPointRow)
_pair = table_of(NotDuplicateRow)
_change = table_of(OperationChangeRow)
_of_run = _change.alias("of_run")
_run = table_of(ImportRunRow)
_receipt = table_of(TaxReceiptRow)
_household = table_of(HouseholdRow)

_LIVING = (ContactState.ACTIVE.value, ContactState.ARCHIVED.value)
_KINDS = {kind.value: kind for kind in ContactKind}
_CIVILITIES = {civility.value: civility for civility in Civility}
_TRAITS = (
    _contact.c.id,
    _contact.c.kind,
    _contact.c.last_name,
    _contact.c.first_name,
    _contact.c.organisation_name,
    _contact.c.acronym,
    _contact.c.email,
    _contact.c.phone,
    _contact.c.postal_code,
    _contact.c.city,
    _contact.c.street,
    _contact.c.siren,
    _contact.c.siret,
    _contact.c.website,
    _contact.c.birth_on,
    _contact.c.civility,
    _contact.c.state,
)
_SIREN_DIGITS = 9


class DuplicateStore:
    """Double contacts, in one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder
        self._mover = ContactMover(connection, recorder)

    def candidates(self, identity: Identity, limit: int) -> list[int]:
        """Return the contacts that share most keys with an identity; archived ones too."""
        query = (
            select(_key.c.contact_id)
            .join(_contact, _contact.c.id == _key.c.contact_id)
            .where(_key.c.key.in_(key_numbers(identity)), _contact.c.state.in_(_LIVING))
            .group_by(_key.c.contact_id)
            .order_by(func.count().desc(), _key.c.contact_id)
            .limit(limit)
        )
        return list(self._connection.execute(query).scalars())

    def sharing(self, identities: Sequence[Identity]) -> set[int]:
        """Return the contacts that share a key with one of a few."""
        keys = sorted({key for one in identities for key in key_numbers(one)})
        found: set[int] = set()
        for batch in in_batches(keys):
            query = select(_key.c.contact_id).where(_key.c.key.in_(batch)).distinct()
            found.update(self._connection.execute(query).scalars())
        return found

    def identities(self, ids: Sequence[int], *, in_lists: bool = False) -> list[Identity]:
        """Return what tells contacts from others; ``in_lists`` leaves out archived ones."""
        found: list[Identity] = []
        states = _LIVING[:1] if in_lists else _LIVING
        for batch in in_batches(ids):
            # Asked for a state as well, SQLite would go through everybody in it.
            query = select(*_TRAITS).where(_contact.c.id.in_(batch))
            points = select(_point).where(_point.c.contact_id.in_(batch))
            found += self._identities(query, points, states)
        return found

    def all_identities(self, *, with_archived: bool = False) -> list[Identity]:
        """Return what tells each contact in the lists from others."""
        states = _LIVING if with_archived else _LIVING[:1]
        query = select(*_TRAITS).where(_contact.c.state.in_(states))
        return self._identities(query, select(_point), states)

    def not_same(self) -> frozenset[tuple[int, int]]:
        """Return the pairs that somebody said are two, the lower number first."""
        rows = self._connection.execute(select(_pair.c.first_id, _pair.c.second_id))
        return frozenset((row.first_id, row.second_id) for row in rows)

    def not_same_as(self, contact_id: int) -> frozenset[int]:
        """Return the contacts that somebody said are others than this one."""
        return frozenset(
            first if second == contact_id else second
            for first, second in self.not_same()
            if contact_id in {first, second}
        )

    def add_not_same(self, pairs: Iterable[tuple[int, int]]) -> int:
        """Remember pairs that are two; return how many are new."""
        known = self.not_same()
        wanted = dict.fromkeys((min(pair), max(pair)) for pair in pairs)
        rows = [
            {"first_id": low, "second_id": high}
            for low, high in wanted
            if (low, high) not in known
        ]
        self._recorder.insert_many(_pair, rows)
        return len(rows)

    def sides(self, ids: Sequence[int]) -> dict[int, PairSide]:
        """Return contacts as lines of proposals show them."""
        return {row.id: _to_side(row) for row in self._weighed(ids)}

    def weights(self, ids: Sequence[int]) -> dict[int, tuple[int, ...]]:
        """Return for each contact how much rests on it: the greater had better be kept."""
        receipts = self._receipts_of(ids)
        return {
            row.id: (
                row.id in receipts,
                row.member_since is not None,
                row.gift_cents,
                bool(row.number),
                -row.id,
            )
            for row in self._weighed(ids)
        }

    def brought_by(self, run_id: int) -> list[int]:
        """Return the contacts that an import recorded."""
        made = _of_run.c.operation_id
        query = (
            select(_change.c.row_id)
            .join(_of_run, made == _change.c.operation_id)
            .where(
                _change.c.table_name == _contact.name,
                _change.c.kind == "insert",
                _of_run.c.table_name == _run.name,
                _of_run.c.kind == "insert",
                _of_run.c.row_id == run_id,
            )
            .order_by(_change.c.row_id)
        )
        return list(self._connection.execute(query).scalars())

    def changed_last(self, contact_id: int) -> int:
        """Return the number of the last operation that changed a contact's own row."""
        query = select(func.max(_change.c.operation_id)).where(
            _change.c.table_name == _contact.name, _change.c.row_id == contact_id
        )
        return self._connection.execute(query).scalar() or 0

    def moved(self, drop_id: int) -> dict[str, int]:
        """Count by table what a merge would move from a contact."""
        return self._mover.counts(drop_id)

    def receipts_of(self, contact_id: int) -> int:
        """Count the issued receipts that bear a contact's number."""
        query = select(func.count()).where(_receipt.c.donor_id == contact_id)
        return self._connection.execute(query).scalar_one()

    def household_names(self) -> dict[int, str]:
        """Return the names of households by their id."""
        return self._names(select(_household.c.id, _household.c.name))

    def contact_names(self, ids: Sequence[int]) -> dict[int, str]:
        """Return the names of contacts by their id."""
        query = select(_contact.c.id, _contact.c.name).where(_contact.c.id.in_(ids))
        return self._names(query)

    def set_merged(self, drop_id: int, keep_id: int, on: dt.date) -> None:
        """Hide a contact behind the one it turned out to be; first step of a merge."""
        values = {
            "state": ContactState.MERGED.value,
            "state_on": on,
            "merged_into_id": keep_id,
            "household_id": None,
        }
        self._recorder.update(_contact, drop_id, values)

    def set_kept(self, keep_id: int, household_id: int | None, state: ContactState) -> None:
        """Give the kept contact its household, and bring it back if the other was in use."""
        values: dict[str, Any] = {"household_id": household_id}
        if state is ContactState.ACTIVE:
            values |= {"state": state.value, "state_on": None}
        self._recorder.update(_contact, keep_id, values)

    def move(self, drop_id: int, keep_id: int) -> None:
        """Point at the kept contact whatever points at the dropped one; last step."""
        self._mover.move(drop_id, keep_id)

    def _identities(
        self, query: Select[Any], points: Select[Any], states: Collection[str]
    ) -> list[Identity]:
        further: dict[tuple[int, str], tuple[str, ...]] = defaultdict(tuple)
        for row in self._connection.execute(points):
            further[row.contact_id, row.kind] += (row.value,)
        return [
            _to_identity(
                row,
                further.get((row.id, PointKind.EMAIL.value), ()),
                further.get((row.id, PointKind.PHONE.value), ()),
            )
            for row in self._connection.execute(query)
            if row.state in states
        ]

    def _weighed(self, ids: Sequence[int]) -> list[Row[Any]]:
        found: list[Any] = []
        for batch in in_batches(ids):
            query = select(
                _contact.c.id,
                _contact.c.name,
                _contact.c.email,
                _contact.c.phone,
                _contact.c.postal_code,
                _contact.c.city,
                _contact.c.state,
                _contact.c.number,
                _contact.c.gift_cents,
                _contact.c.member_since,
            ).where(_contact.c.id.in_(batch))
            found += self._connection.execute(query).all()
        return found

    def _receipts_of(self, ids: Sequence[int]) -> set[int]:
        found: set[int] = set()
        for batch in in_batches(ids):
            query = select(_receipt.c.donor_id).where(_receipt.c.donor_id.in_(batch))
            found.update(self._connection.execute(query).scalars())
        return found

    def _names(self, query: Select[Any]) -> dict[int, str]:
        return {row[0]: row[1] for row in self._connection.execute(query)}


def _to_side(row: Row[Any]) -> PairSide:
    return PairSide(
        contact_id=row.id,
        name=row.name,
        email=row.email,
        phone=row.phone,
        town=f"{row.postal_code} {row.city}".strip(),
        is_archived=row.state != ContactState.ACTIVE.value,
    )


def _to_identity(row: Row[Any], emails: tuple[str, ...], phones: tuple[str, ...]) -> Identity:
    return Identity(
        id=row.id,
        kind=_KINDS[row.kind],
        last_name=row.last_name,
        first_name=row.first_name,
        organisation_name=row.organisation_name,
        acronym=row.acronym,
        emails=((row.email, *emails) if row.email else emails),
        phones=((row.phone, *phones) if row.phone else phones),
        postal_code=row.postal_code,
        city=row.city,
        street=row.street,
        siren=row.siren or row.siret[:_SIREN_DIGITS],
        website=row.website,
        born_on=row.birth_on,
        civility=_CIVILITIES[row.civility],
    )
