"""Points at one contact whatever points at another, in tables of today and of tomorrow."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import UniqueConstraint, func, or_, select
from sqlmodel import SQLModel

from coopdesk.domain.partner_rules import told_apart
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import (
    AffiliationRow,
    CampaignPersonRow,
    ConsentRow,
    ContactAddressRow,
    ContactNoteRow,
    ContactPointRow,
    ContactRow,
    DepartureRow,
    EventRoleRow,
    GroupMemberRow,
    NetworkFeeRow,
    NotDuplicateRow,
    PartnerRow,
    TaxReceiptRow,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Column, Connection, Table

    from coopdesk.storage.recorder import Recorder

_contact = table_of(ContactRow)
_pair = table_of(NotDuplicateRow)
# Issued receipts never change: they are read through ``merged_into_id``.
_FROZEN = frozenset({table_of(TaxReceiptRow)})
# What the profile of the kept contact took over already; the rest is what it has itself.
_UNITED = frozenset({table_of(ContactPointRow), table_of(ContactAddressRow)})
# Of two rows that say the same, one is enough; elsewhere two equal rows are two facts.
_ONCE = frozenset(
    table_of(row)
    for row in (
        AffiliationRow,
        ConsentRow,
        ContactNoteRow,
        DepartureRow,
        EventRoleRow,
        GroupMemberRow,
    )
)
# Where a row stands in its list says nothing about the contact.
_SAYING_NOTHING = frozenset({"id", "position"})
# Nobody has two places in these: what the kept contact is there stands, the other's goes.
_ONE_PLACE = frozenset({table_of(CampaignPersonRow), table_of(PartnerRow)})
# What the kept contact does not say there is taken from the other.
_COMPLETED = frozenset({table_of(PartnerRow)})
# Two of one place are two facts (each may be paid): this column tells them apart.
_TOLD_APART = {table_of(NetworkFeeRow): "label"}
_SAYING_LITTLE = frozenset({None, "", "other"})

_MOST_STEPS = 1_000


class Link(NamedTuple):
    """A column that names a contact."""

    table: Table
    column: Column[Any]


def contact_links() -> Iterator[Link]:
    """Yield every column of the schema that names a contact and may be changed."""
    for table in SQLModel.metadata.sorted_tables:
        for column in table.c:
            names_contact = any(key.column is _contact.c.id for key in column.foreign_keys)
            if names_contact and table not in _FROZEN:
                yield Link(table, column)


class ContactMover:
    """Moves what rests on a contact to another, in one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def counts(self, drop_id: int) -> dict[str, int]:
        """Count the rows that name a contact, by table; contacts by column."""
        columns: dict[str, list[Column[Any]]] = defaultdict(list)
        for table, column in contact_links():
            name = column.name if table is _contact else table.name
            columns[name].append(column)
        found = {}
        for name, named in columns.items():
            query = select(func.count()).where(or_(*(column == drop_id for column in named)))
            found[name] = self._connection.execute(query).scalar_one()
        return {name: count for name, count in found.items() if count}

    def move(self, drop_id: int, keep_id: int) -> None:
        """Move everything; contacts that were merged before come last.

        Triggers let gifts on receipts move only while the whole way to them can be seen.
        """
        links = [link for link in contact_links() if link.table is not _contact]
        for link in links:
            self._move_link(link, drop_id, keep_id)
        self._move_link(Link(_contact, _contact.c.parent_id), drop_id, keep_id)
        self._cut_circle(keep_id)
        self._move_link(Link(_contact, _contact.c.merged_into_id), drop_id, keep_id)

    def _move_link(self, link: Link, drop_id: int, keep_id: int) -> None:
        table, column = link
        query = select(table).where(column == drop_id).order_by(table.c.id)
        for row in self._connection.execute(query).mappings().all():
            moved = _moved(link, dict(row), keep_id)
            if table in _UNITED or moved is None or self._is_said(link, moved):
                self._recorder.delete(table, row["id"])
            elif self._is_taken(link, moved):
                self._settle(link, dict(row), moved)
            else:
                self._rewrite(table, dict(row), moved)

    def _settle(self, link: Link, row: dict[str, Any], moved: dict[str, Any]) -> None:
        """Settle what the kept contact has a value for: one place holds one of the two."""
        table = link.table
        if table in _TOLD_APART:
            self._rewrite(table, row, self._told_apart(link, row, moved))
        if table in _COMPLETED:
            self._complete(link, moved)
        if table in _ONE_PLACE:
            self._recorder.delete(table, row["id"])

    def _rewrite(self, table: Table, row: dict[str, Any], moved: dict[str, Any]) -> None:
        changed = {name: moved[name] for name in moved if moved[name] != row[name]}
        self._recorder.update(table, row["id"], changed)

    def _told_apart(
        self, link: Link, row: dict[str, Any], moved: dict[str, Any]
    ) -> dict[str, Any]:
        """Return a row whose label says the name of the contact that it comes from."""
        name = _TOLD_APART[link.table]
        query = select(link.table.c[name]).where(link.column == moved[link.column.name])
        taken = list(self._connection.execute(query).scalars())
        drop = select(_contact.c.name).where(_contact.c.id == row[link.column.name])
        said = self._connection.execute(drop).scalar_one()
        return {**moved, name: told_apart(moved[name], said, taken)}

    def _complete(self, link: Link, moved: dict[str, Any]) -> None:
        """Give the row of the kept contact what it does not say and the other does."""
        table, column = link
        query = select(table).where(column == moved[column.name], table.c.id != moved["id"])
        for kept in self._connection.execute(query).mappings().all():
            fitting = _fitting(dict(kept), moved)
            if fitting:
                self._recorder.update(table, kept["id"], fitting)

    def _is_said(self, link: Link, moved: dict[str, Any]) -> bool:
        """Tell whether the kept contact has a row that says all of this."""
        if link.table not in _ONCE and not _places(link):
            return False
        told = [name for name in moved if name not in _SAYING_NOTHING]
        return self._exists(link.table, moved, told)

    def _is_taken(self, link: Link, moved: dict[str, Any]) -> bool:
        """Tell whether another value has the one place there is: this one stays behind."""
        return any(self._exists(link.table, moved, names) for names in _places(link))

    def _exists(self, table: Table, moved: dict[str, Any], names: list[str]) -> bool:
        same = [table.c[name].is_not_distinct_from(moved[name]) for name in names]
        query = select(table.c.id).where(table.c.id != moved["id"], *same).limit(1)
        return self._connection.execute(query).first() is not None

    def _cut_circle(self, keep_id: int) -> None:
        """Leave out the parent of the kept contact if the way up from it leads back to it."""
        above = self._parent_of(keep_id)
        for _step in range(_MOST_STEPS):
            if above is None:
                return
            if above == keep_id:
                self._recorder.update(_contact, keep_id, {"parent_id": None})
                return
            above = self._parent_of(above)

    def _parent_of(self, contact_id: int) -> int | None:
        query = select(_contact.c.parent_id).where(_contact.c.id == contact_id)
        return self._connection.execute(query).scalar_one_or_none()


def _moved(link: Link, row: dict[str, Any], keep_id: int) -> dict[str, Any] | None:
    """Return a row that names the kept contact instead; None when it says nothing any more."""
    values = {**row, link.column.name: keep_id}
    if link.table is not _pair:
        return values
    low, high = sorted((values["first_id"], values["second_id"]))
    return None if low == high else {**values, "first_id": low, "second_id": high}


def _fitting(kept: dict[str, Any], moved: dict[str, Any]) -> dict[str, Any]:
    """Return what one partner row takes from another; days only as the pair that they are."""
    days = {"started_on", "ended_on"}
    taken = {
        name: moved[name]
        for name in kept
        if name not in days and kept[name] in _SAYING_LITTLE and moved[name]
    }
    if kept["started_on"] is None and kept["ended_on"] is None:
        taken |= {name: moved[name] for name in days}
    return {name: value for name, value in taken.items() if value != kept[name]}


def _places(link: Link) -> list[list[str]]:
    """Return the columns of which a contact may have each value once."""
    constraints = [x for x in link.table.constraints if isinstance(x, UniqueConstraint)]
    named = [list(constraint.columns.keys()) for constraint in constraints]
    named += [list(index.columns.keys()) for index in link.table.indexes if index.unique]
    return [names for names in named if link.column.name in names]
