"""What stands around contacts in other tables: groups, ties, consents, parents, photographs."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import select

from coopdesk.domain.contact_cells import Surroundings
from coopdesk.domain.contact_details import ConsentPurpose
from coopdesk.domain.contact_imports import Tie
from coopdesk.storage.batches import in_batches
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import (
    AffiliationRow,
    ConsentRow,
    ContactRow,
    GroupMemberRow,
    WorkingGroupRow,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sqlalchemy import Connection

_affiliation = table_of(AffiliationRow)
_consent = table_of(ConsentRow)
_contact = table_of(ContactRow)
_group = table_of(WorkingGroupRow)
_member = table_of(GroupMemberRow)
_organisation = _contact.alias("organisation")


class ContactSurroundings:
    """Reads the surroundings of many contacts at a time."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, ids: Sequence[int], today: dt.date) -> dict[int, Surroundings]:
        """Return what stands around contacts today, by contact."""
        groups, ties = self._groups(ids, today), self._ties(ids, today)
        consents, parents = self._consents(ids), self._parents(ids)
        pictured = self._pictured(ids)
        return {
            key: Surroundings(
                tuple(groups.get(key, ())),
                tuple(ties.get(key, ())),
                consents.get(key, {}),
                parents.get(key, ""),
                key in pictured,
            )
            for key in ids
        }

    def _groups(self, ids: Sequence[int], today: dt.date) -> dict[int, list[str]]:
        found: dict[int, list[str]] = defaultdict(list)
        query = (
            select(_member.c.contact_id, _group.c.name)
            .join(_group, _group.c.id == _member.c.group_id)
            .where((_member.c.ended_on.is_(None)) | (_member.c.ended_on > today))
            .order_by(_member.c.id)
        )
        for batch in in_batches(ids):
            for key, name in self._connection.execute(
                query.where(_member.c.contact_id.in_(batch))
            ):
                found[key].append(name)
        return found

    def _ties(self, ids: Sequence[int], today: dt.date) -> dict[int, list[Tie]]:
        found: dict[int, list[Tie]] = defaultdict(list)
        query = (
            select(_affiliation.c.person_id, _organisation.c.name, _affiliation.c.role)
            .join(_organisation, _organisation.c.id == _affiliation.c.organisation_id)
            .where((_affiliation.c.ended_on.is_(None)) | (_affiliation.c.ended_on > today))
            .order_by(_affiliation.c.id)
        )
        for batch in in_batches(ids):
            for key, name, role in self._connection.execute(
                query.where(_affiliation.c.person_id.in_(batch))
            ):
                found[key].append(Tie(name, role))
        return found

    def _consents(self, ids: Sequence[int]) -> dict[int, dict[ConsentPurpose, bool]]:
        found: dict[int, dict[ConsentPurpose, bool]] = defaultdict(dict)
        query = select(_consent.c.contact_id, _consent.c.purpose, _consent.c.given).order_by(
            _consent.c.decided_on, _consent.c.id
        )
        for batch in in_batches(ids):
            wanted = query.where(_consent.c.contact_id.in_(batch))
            for key, purpose, given in self._connection.execute(wanted):
                found[key][ConsentPurpose(purpose)] = bool(given)
        return found

    def _parents(self, ids: Sequence[int]) -> dict[int, str]:
        query = select(_contact.c.id, _organisation.c.name).join(
            _organisation, _organisation.c.id == _contact.c.parent_id
        )
        return {
            key: name
            for batch in in_batches(ids)
            for key, name in self._connection.execute(query.where(_contact.c.id.in_(batch)))
        }

    def _pictured(self, ids: Sequence[int]) -> set[int]:
        query = select(_contact.c.id).where(_contact.c.photo_id.is_not(None))
        return {
            key
            for batch in in_batches(ids)
            for key in self._connection.execute(query.where(_contact.c.id.in_(batch))).scalars()
        }
