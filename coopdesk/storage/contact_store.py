"""Read and write contacts."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from itertools import filterfalse, islice
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, select

from coopdesk.domain.contact_details import ContactState
from coopdesk.domain.contacts import ContactKind, ContactLine
from coopdesk.domain.errors import NotFoundError
from coopdesk.storage.columns import read_ids, table_of
from coopdesk.storage.condition_asking import found
from coopdesk.storage.condition_sql import condition_holds
from coopdesk.storage.contact_list import listed, suggested
from coopdesk.storage.contact_parts import ContactParts
from coopdesk.storage.contact_rows import (
    contact_values,
    key_values,
    profile_values,
    to_contact,
)
from coopdesk.storage.member_rules_store import MemberRulesStore
from coopdesk.storage.own_order import in_own_order, own_field_of
from coopdesk.storage.plain_reading import (
    as_day,
    as_money,
    listed_in,
    read_listed,
    statuses,
)
from coopdesk.storage.tables import ContactNoteRow, ContactRow, CustomFieldRow, CustomValueRow

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import BindParameter, ColumnElement, Connection, Select

    from coopdesk.domain.contact_conditions import Condition
    from coopdesk.domain.contacts import Contact, ContactFilter, NewContact
    from coopdesk.domain.members import MemberRules
    from coopdesk.storage.condition_asking import Found
    from coopdesk.storage.recorder import Recorder

_contact = table_of(ContactRow)
_field = table_of(CustomFieldRow)
_note = table_of(ContactNoteRow)
_value = table_of(CustomValueRow)

# A page is read in statements made once.
_IDS: BindParameter[int] = bindparam("ids", expanding=True)
_BY_IDS = select(_contact).where(_contact.c.id.in_(_IDS))
_PAGE: Select[Any] = select(
    _contact.c.id,
    _contact.c.kind,
    _contact.c.name,
    _contact.c.email,
    _contact.c.phone,
    func.trim(_contact.c.postal_code + " " + _contact.c.city),
    _contact.c.gift_cents,
    _contact.c.last_gift_on,
    _contact.c.state,
    _contact.c.number,
    _contact.c.member_since,
    _contact.c.member_until,
    _contact.c.member_left_on,
    _contact.c.birth_on,
).select_from(listed_in(_contact.c.id))
_LISTED_VALUES = (
    select(_value.c.contact_id, _value.c.field_id, _value.c.text)
    .select_from(listed_in(_value.c.contact_id))
    .join(_field, _field.c.id == _value.c.field_id)
    .where(_field.c.is_listed)
)

_KINDS = {kind.value: kind for kind in ContactKind}
_STATES = {state.value: state for state in ContactState}
_NOTHING: Mapping[int, str] = MappingProxyType({})
_BATCH = 2_000
_SAMPLE = 400
_FEW = 4_000


class ContactStore:
    """The contacts of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    @cached_property
    def parts(self) -> ContactParts:
        """What contacts have several of."""
        return ContactParts(self._connection, self._recorder)

    def add(self, new: NewContact) -> int:
        """Store a contact and return its id."""
        return self.add_many([new])[0]

    def add_many(self, contacts: Sequence[NewContact]) -> list[int]:
        """Store many contacts and return their ids in order."""
        ids = self._recorder.insert_many(_contact, [contact_values(new) for new in contacts])
        self.parts.add(ids, contacts)
        return ids

    def change(self, contact_id: int, new: NewContact) -> bool:
        """Replace what is known of a contact; return whether anything differed."""
        differs = self._recorder.update(_contact, contact_id, profile_values(new))
        return self.parts.replace(contact_id, new) or differs

    def change_many(self, changes: Sequence[tuple[Contact, NewContact]]) -> None:
        """Replace what is known of contacts, a few hundred at most; each as read just now."""
        rows = {before.id: profile_values(new) for before, new in changes}
        self._recorder.update_many(_contact, rows)
        self.parts.replace_many(changes)

    def set_states(self, ids: Sequence[int], state: ContactState, on: dt.date | None) -> int:
        """Archive, bin or bring back contacts; return how many were not so already.

        Raises:
            NotFoundError: ``record.missing``, one of them is gone.
        """
        query = select(_contact.c.id).where(
            _contact.c.id.in_(_IDS), _contact.c.state == state.value
        )
        count = 0
        for start in range(0, len(ids), _BATCH):
            batch = ids[start : start + _BATCH]
            same = set(self._connection.execute(query, {"ids": batch}).scalars())
            values = {"state": state.value, "state_on": on}
            rows = dict.fromkeys((key for key in batch if key not in same), values)
            count += self._recorder.update_many(_contact, rows)
        return count

    def set_state(self, contact_id: int, state: ContactState, on: dt.date | None) -> bool:
        """Archive, bin or bring back a contact; return whether anything differed.

        A contact that is in that state already keeps its day.
        """
        query = select(_contact.c.state).where(_contact.c.id == contact_id)
        if self._connection.execute(query).scalar_one_or_none() == state.value:
            return False
        return self._recorder.update(
            _contact, contact_id, {"state": state.value, "state_on": on}
        )

    def get(self, contact_id: int) -> Contact:
        """Return one contact.

        Raises:
            NotFoundError: ``contact.missing``.
        """
        return self.get_many([contact_id])[0]

    def get_many(self, ids: Sequence[int]) -> list[Contact]:
        """Return contacts in the order of the ids.

        Raises:
            NotFoundError: ``contact.missing`` for the first that is gone.
        """
        found = self._connection.execute(_BY_IDS, {"ids": ids}).mappings()
        rows = {row["id"]: row for row in found}
        gone = [contact_id for contact_id in ids if contact_id not in rows]
        if gone:
            raise NotFoundError("contact.missing", id=gone[0])
        parts = self.parts.of(ids)
        return [to_contact(rows[key], parts[key]) for key in ids]

    def refold(self) -> None:
        """Fold the names and texts of all contacts again, after the rules of folding changed.

        No command: nothing a person typed changes.
        """
        ids = read_ids(self._connection, select(_contact.c.id))
        for start in range(0, len(ids), _BATCH):
            for contact in self.get_many(ids[start : start + _BATCH]):
                self._connection.execute(
                    _contact.update()
                    .where(_contact.c.id == contact.id)
                    .values(key_values(contact.profile))
                )
        for table in (_note, _value):
            folded = table.update().values(text_key=func.folded(table.c.text))
            self._connection.execute(folded)

    def ids(
        self, wanted: ContactFilter, limit: int | None = None, today: dt.date | None = None
    ) -> list[int]:
        """Return the ids that a filter shows, in its order; a condition needs ``today``.

        Raises:
            RuleError: ``filter.unreadable``, when a newer program wrote the condition.
        """
        field_id = own_field_of(wanted.sort)
        if field_id is None:
            return self._ids(wanted, limit, today)
        by_name = self._ids(replace(wanted, sort="name", descending=False), None, today)
        ids = in_own_order(self._connection, field_id, by_name, descending=wanted.descending)
        return ids[:limit]

    def _ids(
        self, wanted: ContactFilter, limit: int | None, today: dt.date | None
    ) -> list[int]:
        holds, others = self._holds(wanted.condition, today)
        listing = listed(wanted, holds)
        among = [(one, self._among(one)) for one in others]
        few = _few_of(among)
        if few is None and listing.holds is not None:
            one = self._fewer(listing.within, listing.holds)
            among.append((one, self._among(one)))
            few = _few_of(among)
        query = listing.ordered if few is None else listing.of_few(few)
        if not among:
            return read_ids(self._connection, query.limit(limit))
        shown: Iterable[int] = read_ids(self._connection, query)
        for one, ids in among:
            shown = (filterfalse if one.all_but else filter)(ids.__contains__, shown)
        return list(islice(shown, limit))

    def _among(self, one: Found) -> set[int]:
        return set[int]().union(*(read_ids(self._connection, x) for x in one.selects))

    def _fewer(self, within: Select[Any], holds: ColumnElement[bool]) -> Found:
        """Return whom a condition fits as few ids: those, or all others if it fits most.

        Whoever types one letter finds nearly everybody. A few hundred contacts tell.
        """
        sample = within.with_only_columns(holds).limit(_SAMPLE)
        fits = self._connection.execute(sample).scalars().all()
        if 2 * sum(fits) > len(fits):
            return ~found(within.where(~holds))
        return found(within.where(holds))

    def count_that_fit(self, wanted: ContactFilter, today: dt.date) -> int:
        """Count the contacts that a filter shows; raises as ``ids``."""
        holds, others = self._holds(wanted.condition, today)
        listing = listed(replace(wanted, sort="name"), holds)
        if others or listing.holds is not None:
            return len(self.ids(replace(wanted, sort="name"), None, today))
        found = listing.ordered.order_by(None).subquery()
        count = select(func.count()).select_from(found)
        return int(self._connection.execute(count).scalar_one())

    def _holds(
        self, condition: Condition | None, today: dt.date | None
    ) -> tuple[ColumnElement[bool] | None, tuple[Found, ...]]:
        if condition is None:
            return None, ()
        assert today is not None, "a condition may ask for the status of today"
        rules = MemberRulesStore(self._connection, self._recorder).get
        return condition_holds(condition, self._connection, today, rules)

    def suggest(self, text: str, limit: int) -> list[int]:
        """Return the ids that fit what is being typed, best first.

        A last name that begins so comes before other words that do, those before the rest.
        """
        return read_ids(self._connection, suggested(text).limit(limit))

    def lines(
        self, ids: Sequence[int], rules: MemberRules, today: dt.date
    ) -> list[ContactLine]:
        """Return the list rows of a page of ids, in the order of the ids."""
        tags = self.parts.tags_of(ids)
        custom: dict[int, dict[int, str]] = {}
        for contact_id, field_id, text in read_listed(self._connection, _LISTED_VALUES, ids):
            custom.setdefault(contact_id, {})[field_id] = text
        status = statuses(rules, today)
        # By position and without a call of our own for each: a list scrolls through hundreds.
        found = {
            key: (
                key,
                _KINDS[kind],
                name,
                email,
                phone,
                town,
                as_money(cents),
                as_day(gift_on),
                _STATES[state],
                number,
                status(since, until, left_on),
                as_day(until),
                tags.get(key, ()),
                custom.get(key, _NOTHING),
                as_day(born_on),
            )
            for (
                key,
                kind,
                name,
                email,
                phone,
                town,
                cents,
                gift_on,
                state,
                number,
                since,
                until,
                left_on,
                born_on,
            ) in read_listed(self._connection, _PAGE, ids)
        }
        return [ContactLine._make(found[key]) for key in ids if key in found]

    def count(self) -> int:
        """Count the contacts that are not archived."""
        query = select(func.count()).select_from(_contact).where(_contact.c.state == "active")
        return self._connection.execute(query).scalar_one()


def _few_of(among: Sequence[tuple[Found, set[int]]]) -> set[int] | None:
    """Return the ids that are in all sets when they are few, else None."""
    chosen = [ids for one, ids in among if not one.all_but]
    if not chosen:
        return None
    common = set.intersection(*chosen)
    return common if len(common) <= _FEW else None
