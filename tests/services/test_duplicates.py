"""Double contacts: proposed with a reason, merged and taken back whole, told apart."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from coopdesk.domain.contact_details import ContactPoint, ContactState, PointKind
from coopdesk.domain.contacts import ContactFilter, ContactKind, NewContact
from coopdesk.domain.errors import NotFoundError, RuleError
from coopdesk.domain.merging import Side
from coopdesk.domain.receipts import ReceiptScope, Verdict
from coopdesk.services.databases import DatabaseService
from coopdesk.storage import tables
from coopdesk.storage.columns import table_of
from coopdesk.storage.contact_moving import contact_links
from coopdesk.storage.sums import _COUNT_DAYS, _COUNT_GIFTS, _COUNT_PAID
from tests.building import every_row, new_units, person
from tests.services.merging_office import YEAR, Office

STEPS = ("give", "issue", "join", "tie", "household", "archive", "merge")


@pytest.fixture
def office(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        yield Office(units)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("merges")


def organisation(name, **more):
    return NewContact(**{"kind": ContactKind.ORGANISATION, "organisation_name": name} | more)


def derived(units):
    """Return the sums of contacts and memberships as stored."""
    with units.database.reading() as connection:
        contacts = connection.exec_driver_sql(
            "SELECT id, gift_cents, last_gift_on, member_since, member_until, member_left_on"
            " FROM contact ORDER BY id"
        ).all()
        paid = connection.exec_driver_sql("SELECT id, paid_cents FROM membership").all()
    return contacts, paid


def counted_again(units):
    """Return the sums as the facts say them, counted from nothing."""
    with units.database.writing() as connection:
        everybody = "SELECT id FROM contact"
        for count in (_COUNT_GIFTS, _COUNT_DAYS):
            connection.exec_driver_sql(count.format(ids=everybody))
        connection.exec_driver_sql(_COUNT_PAID.format(ids="SELECT id FROM membership"))
        connection.commit()
    return derived(units)


def rows_naming(units, contact_id):
    """Return the tables and columns in which a contact is still named."""
    named = []
    with units.database.reading() as connection:
        for table, column in contact_links():
            if connection.execute(table.select().where(column == contact_id)).first():
                named.append(f"{table.name}.{column.name}")
    return named


def step(office, people, organisation_id, kind, first, second, number):
    """Do one thing of an office's life; return whether it could be done."""
    first, second = people[first % len(people)], people[second % len(people)]
    states = {key: office.contacts.get(key).state for key in (first, second)}
    if ContactState.MERGED in states.values():
        return
    if kind == "give":
        office.give(first, 100 + number)
    elif kind == "issue":
        ready = office.receipts.review(YEAR).of(Verdict.READY)
        if ready:
            office.receipts.issue_year(YEAR, ReceiptScope.DONOR)
    elif kind == "join":
        office.join(first, () if second == first else (second,), 1000 + number)
    elif kind == "tie" and first != second:
        try_tie(office, first, second, organisation_id, number)
    elif kind == "household":
        home = office.insert(tables.HouseholdRow, name=f"Foyer {number}")
        set_column(office, first, household_id=home)
    elif kind == "archive":
        office.contacts.archive([first])
    elif kind == "merge" and first != second:
        office.duplicates.merge(first, second)


def try_tie(office, first, second, organisation_id, number):
    with office.units.database.reading() as connection:
        table = table_of(tables.ContactReferenceRow)
        known = connection.execute(table.select().where(table.c.contact_id == first)).first()
    if known is None:
        office.tie(first, second, organisation_id, number)


def set_column(office, contact_id, **values):
    with office.units.write("demo.built") as work:
        work.recorder.update(table_of(tables.ContactRow), contact_id, values)
        work.commit()


@settings(
    max_examples=12, deadline=None, phases=(Phase.generate,), suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(STEPS), st.integers(0, 3), st.integers(0, 3), st.integers(0, 9)
        ),
        max_size=9,
    ),
    st.tuples(st.integers(0, 3), st.integers(0, 3)).filter(lambda pair: pair[0] != pair[1]),
    st.dictionaries(
        st.sampled_from(("email", "phone", "last_name", "address", "number")),
        st.sampled_from(Side),
    ),
)
def test_a_merge_taken_back_leaves_equal_rows_and_sums(folder, life, pair, choices):
    path = folder / f"{abs(hash((tuple(life), pair, tuple(choices.items()))))}.coopdesk"
    path.unlink(missing_ok=True)
    with new_units(path) as units:
        office = Office(units)
        people = [
            office.add(
                person(
                    f"Nom{number}",
                    email=f"p{number}@example.org",
                    phone="06 12 34 56 7" + str(number),
                    number=str(number),
                    tags=("Presse", f"Lieu {number}"),
                )
            )
            for number in range(4)
        ]
        body = office.add(organisation("La Halle"))
        for one in life:
            step(office, people, body, *one)
        keep, drop = (people[number] for number in pair)
        kept, dropped = office.contacts.get(keep), office.contacts.get(drop)
        if ContactState.MERGED in {kept.state, dropped.state}:
            return
        sheet = office.duplicates.comparison(keep, drop)
        wanted = {
            name: side
            for name, side in choices.items()
            if name in {field.name for field in sheet.fields}
        }
        before, sums = every_row(units), derived(units)

        office.duplicates.merge(keep, drop, wanted)

        merged = derived(units)
        assert counted_again(units) == merged
        assert set(rows_naming(units, drop)) <= {"custom_value.contact_id"}
        assert DatabaseService(units).check().ok
        after = every_row(units)

        office.operations.undo()
        assert every_row(units) == before
        assert derived(units) == sums

        office.operations.redo()
        assert every_row(units) == after
