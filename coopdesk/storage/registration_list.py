"""Read registrations: lists of thousands, who is known already, what is free."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import case, func, select

from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.event_registrations import (
    CheckInEntry,
    Registration,
    RegistrationCounts,
    RegistrationSource,
    RegistrationState,
    Settlement,
    TakenOption,
)
from coopdesk.domain.money import ZERO, Money, total
from coopdesk.domain.registration_rules import due_of, settlement
from coopdesk.domain.text import fold, sort_key
from coopdesk.storage.columns import read_ids, table_of
from coopdesk.storage.merged import same_person
from coopdesk.storage.registration_sql import (
    NAME_KEY,
    OWES,
    contact,
    dues,
    ids_query,
    of_event,
    option,
    paid,
    party,
    registration,
    tariff,
)
from coopdesk.storage.tables import AttendanceRow, EventRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from sqlalchemy import ColumnElement, Connection, Row, Select

    from coopdesk.domain.event_registrations import RegistrationFilter

_attendance = table_of(AttendanceRow)
_event = table_of(EventRow)
_before = registration.alias("before")
_PAGE = 400
_WAITING = RegistrationState.WAITING.value


class RegistrationList:
    """The registrations of one view of the database."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def ids(self, wanted: RegistrationFilter) -> list[int]:
        """Return the ids that a filter shows, in its order."""
        return read_ids(self._connection, ids_query(wanted))

    def get(self, registration_id: int) -> Registration:
        """Return one registration.

        Raises:
            NotFoundError: ``registration.missing``.
        """
        found = self.lines([registration_id])
        if not found:
            raise NotFoundError("registration.missing", id=registration_id)
        return found[0]

    def lines(self, ids: Sequence[int]) -> list[Registration]:
        """Return registrations in the order of the ids, however many."""
        pages = (ids[start : start + _PAGE] for start in range(0, len(ids), _PAGE))
        return [one for page in pages for one in self._page(page)]

    def _page(self, ids: Sequence[int]) -> Iterator[Registration]:
        query = _lines_query(_ranks().label("waiting_rank"))
        query = query.where(registration.c.id.in_(ids))
        rows = {row.id: row for row in self._connection.execute(query)}
        options = self._options(ids)
        present = self._present(_attendance.c.registration_id.in_(ids))
        parties = {row.party_id for row in rows.values()}
        settled = self.settlements(lambda column: column.in_(parties))
        for key in ids:
            if key in rows:
                row = rows[key]
                taken = tuple(options[key])
                yield _to_domain(row, taken, settled[row.party_id], tuple(present[key]))

    def _options(self, ids: Sequence[int]) -> dict[int, list[TakenOption]]:
        query = (
            select(option, tariff.c.name)
            .join(tariff, tariff.c.id == option.c.tariff_id)
            .where(option.c.registration_id.in_(ids))
            .order_by(tariff.c.position, tariff.c.id)
        )
        found: dict[int, list[TakenOption]] = defaultdict(list)
        for row in self._connection.execute(query):
            taken = TakenOption(row.tariff_id, row.name, row.quantity, Money(row.price_cents))
            found[row.registration_id].append(taken)
        return found

    def _present(self, where: ColumnElement[bool]) -> dict[int, list[int | None]]:
        query = (
            select(_attendance.c.registration_id, _attendance.c.session_id)
            .where(where)
            .order_by(_attendance.c.session_id)
        )
        found: dict[int, list[int | None]] = defaultdict(list)
        for key, session_id in self._connection.execute(query):
            found[key].append(session_id)
        return found

    def settlements(
        self, narrowed: Callable[[ColumnElement[Any]], ColumnElement[bool]]
    ) -> dict[int, Settlement]:
        """Return how the money of parties stands, by their ids."""
        return {
            row.id: settlement(Money(row.due or 0), Money(row.paid or 0))
            for row in self._connection.execute(_money_query(narrowed))
        }

    def of_contact(self, contact_id: int) -> list[Registration]:
        """Return the registrations of a contact, the newest first."""
        query = (
            select(registration.c.id)
            .where(registration.c.contact_id.in_(same_person(contact_id)))
            .order_by(registration.c.registered_at.desc(), registration.c.id.desc())
        )
        return self.lines(list(self._connection.execute(query).scalars()))

    def counts(self, event_id: int) -> RegistrationCounts:
        """Return how an event stands.

        Raises:
            NotFoundError: ``event.missing``.
        """
        capacity = self._connection.execute(
            select(_event.c.id, _event.c.capacity).where(_event.c.id == event_id)
        ).one_or_none()
        if capacity is None:
            raise NotFoundError("event.missing", id=event_id)
        of_state = (
            select(registration.c.state, func.count().label("people"))
            .where(registration.c.event_id == event_id)
            .group_by(registration.c.state)
        )
        people = {row.state: row.people for row in self._connection.execute(of_state)}
        present = (
            select(func.count(_attendance.c.registration_id.distinct()))
            .join(registration, registration.c.id == _attendance.c.registration_id)
            .where(registration.c.event_id == event_id)
        )
        money = self._money(event_id)
        return RegistrationCounts(
            registered=people.get(RegistrationState.REGISTERED.value, 0),
            waiting=people.get(_WAITING, 0),
            cancelled=people.get(RegistrationState.CANCELLED.value, 0),
            present=self._connection.execute(present).scalar_one(),
            capacity=capacity.capacity,
            due=total(due for due, _paid in money),
            paid=total(paid for _due, paid in money),
            left=total(max(due - paid, ZERO) for due, paid in money),
            overpaid=total(max(paid - due, ZERO) for due, paid in money),
        )

    def _money(self, event_id: int) -> list[tuple[Money, Money]]:
        """Return what each party of an event owes and what it paid."""
        rows = self._connection.execute(_money_query(of_event(event_id)))
        return [(Money(row.due or 0), Money(row.paid or 0)) for row in rows]

    def entries(self, event_id: int) -> list[CheckInEntry]:
        """Return everybody as the check-in page searches, in French order of names."""
        query = (
            _lines_query()
            .where(registration.c.event_id == event_id)
            .order_by(NAME_KEY, registration.c.number)
        )
        mine = select(registration.c.id).where(registration.c.event_id == event_id)
        present = self._present(_attendance.c.registration_id.in_(mine))
        settled = self.settlements(of_event(event_id))
        costs = self._option_costs(mine)
        return [
            _to_entry(row, settled[row.party_id], costs.get(row.id, 0), present[row.id])
            for row in self._connection.execute(query)
        ]

    def _option_costs(self, mine: Select[Any]) -> dict[int, int]:
        query = (
            select(option.c.registration_id, func.sum(option.c.price_cents))
            .where(option.c.registration_id.in_(mine))
            .group_by(option.c.registration_id)
        )
        return {row[0]: row[1] for row in self._connection.execute(query)}

    def id_of_contact(self, event_id: int, contact_id: int) -> int | None:
        """Return the registration of a contact at an event, cancelled ones last."""
        query = (
            select(registration.c.id)
            .where(
                registration.c.event_id == event_id,
                registration.c.contact_id.in_(same_person(contact_id)),
            )
            .order_by(registration.c.state == RegistrationState.CANCELLED.value)
        )
        return self._connection.execute(query.limit(1)).scalar()

    def ids_named(self, event_id: int, last_name: str, first_name: str) -> list[int]:
        """Return those of an event who have a name, contacts and guests alike."""
        keys = {sort_key(last_name, first_name), sort_key(first_name, last_name)}
        query = (
            select(registration.c.id)
            .outerjoin(contact, contact.c.id == registration.c.contact_id)
            .where(registration.c.event_id == event_id, NAME_KEY.in_(sorted(keys)))
            .order_by(registration.c.number)
        )
        return list(self._connection.execute(query).scalars())

    def id_of_code(self, code: str) -> int | None:
        """Return whose badge has a code: each is of one registration, of one event."""
        query = select(registration.c.id).where(registration.c.badge_code == code)
        return self._connection.execute(query).scalar()

    def present_counts(self, event_id: int) -> dict[int | None, int]:
        """Return how many were there, by session; None for the event as a whole."""
        query = (
            select(_attendance.c.session_id, func.count())
            .join(registration, registration.c.id == _attendance.c.registration_id)
            .where(registration.c.event_id == event_id)
            .group_by(_attendance.c.session_id)
        )
        return {row[0]: row[1] for row in self._connection.execute(query)}


def _ranks() -> ColumnElement[Any]:
    """Return the place in the waiting list of those who wait."""
    ahead = select(func.count()).where(
        _before.c.event_id == registration.c.event_id,
        _before.c.state == _WAITING,
        _before.c.number <= registration.c.number,
    )
    return case((registration.c.state == _WAITING, ahead.scalar_subquery()))


def _money_query(narrowed: Callable[[ColumnElement[Any]], ColumnElement[bool]]) -> Select[Any]:
    """Select what parties owe and what they paid; ``narrowed`` as in ``dues``."""
    owed, got = dues(narrowed), paid(narrowed)
    return (
        select(party.c.id, owed.c.cents.label("due"), got.c.cents.label("paid"))
        .outerjoin(owed, owed.c.party_id == party.c.id)
        .outerjoin(got, got.c.party_id == party.c.id)
        .where(narrowed(party.c.id))
    )


def _lines_query(*more: ColumnElement[Any]) -> Select[Any]:
    return select(
        registration,
        *more,
        OWES.label("owes"),
        contact.c.name.label("contact_name"),
        contact.c.last_name.label("contact_last_name"),
        contact.c.first_name.label("contact_first_name"),
        contact.c.email.label("contact_email"),
        contact.c.phone.label("contact_phone"),
        tariff.c.name.label("tariff_name"),
    ).select_from(
        registration.outerjoin(contact, contact.c.id == registration.c.contact_id).outerjoin(
            tariff, tariff.c.id == registration.c.tariff_id
        )
    )


def _to_domain(
    row: Row[Any],
    options: tuple[TakenOption, ...],
    settled: Settlement,
    present: tuple[int | None, ...],
) -> Registration:
    state = RegistrationState(row.state)
    price = Money(row.price_cents)
    return Registration(
        id=row.id,
        event_id=row.event_id,
        number=row.number,
        party_id=row.party_id,
        contact_id=row.contact_id,
        last_name=row.contact_last_name or row.last_name,
        first_name=row.contact_first_name or row.first_name,
        name=_name(row),
        email=row.email or row.contact_email or "",
        phone=row.phone or row.contact_phone or "",
        state=state,
        registered_at=row.registered_at,
        source=RegistrationSource(row.source),
        badge_code=row.badge_code,
        tariff_id=row.tariff_id,
        tariff_name=row.tariff_name or "",
        price=price,
        options=options,
        due=due_of(price, options) if row.owes else ZERO,
        settlement=settled,
        present=present,
        rank=row.waiting_rank,
        cancelled_on=row.cancelled_on,
        note=row.note,
    )


def _name(row: Row[Any]) -> str:
    return row.contact_name or guest_name(row.last_name, row.first_name)


def guest_name(last_name: str, first_name: str) -> str:
    """Return how lists call a guest."""
    return f"{first_name} {last_name}".strip()


def _to_entry(
    row: Row[Any], settled: Settlement, option_cents: int, present: Iterable[int | None]
) -> CheckInEntry:
    state = RegistrationState(row.state)
    name = _name(row)
    due = row.price_cents + option_cents if row.owes else 0
    words = " ".join((fold(name), fold(row.email or row.contact_email or "")))
    return CheckInEntry(
        registration_id=row.id,
        name=name,
        words=words.strip(),
        code=row.badge_code,
        state=state,
        settlement=settled,
        due=Money(due),
        tariff_name=row.tariff_name or "",
        present=frozenset(present),
    )
