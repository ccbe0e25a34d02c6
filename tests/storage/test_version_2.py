"""A file of the second schema, as the program of its time wrote it, comes through."""

from __future__ import annotations

import pytest

from coopdesk.domain.members import MemberStatus
from coopdesk.domain.membership_lists import MembershipFilter
from coopdesk.domain.money import Money
from coopdesk.services.contacts import ContactService
from coopdesk.services.databases import DatabaseService
from coopdesk.services.members import MemberService
from coopdesk.services.operations import OperationService
from coopdesk.storage.database import SCHEMA_VERSION, file_version
from coopdesk.storage.triggers import TRIGGERS
from tests.building import today
from tests.reliability.anything import wrong_sums
from tests.storage.old_files import brought_forward, counts, opened

ELODIE, MAELLE, CLUSTER, ZOLA, DOUBLE, ROUX = 1, 2, 3, 4, 5, 6
MERGED_BY = 26


@pytest.fixture
def old_file(tmp_path):
    """The file that today's program brought to its schema, beside a copy of what it was."""
    return brought_forward(tmp_path, 2)


@pytest.fixture
def units(old_file):
    """The file opened by today's program."""
    with opened(old_file) as units:
        yield units


def listed(units, **wanted):
    """Who the list of memberships shows, in its order, with the year of each."""
    lines = MemberService(units, today).find(MembershipFilter(**wanted))
    return [(line.contact_id, line.start.year) for line in lines]


def test_every_row_comes_through_and_a_copy_of_the_old_file_stays(old_file, units):
    kept = ("contact", "membership", "membership_person", "payment", "operation")
    (copy,) = old_file.parent.glob("*avant-mise-a-jour*")
    assert file_version(copy) == 2
    assert counts(old_file, *kept) == counts(copy, *kept) == [6, 8, 10, 6, 30]
    assert file_version(old_file) == SCHEMA_VERSION
    with units.database.reading() as connection:
        found = connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type='trigger'"
        )
        assert {name for (name,) in found} == set(TRIGGERS)
    assert DatabaseService(units).check().findings == ()


def test_what_triggers_keep_is_as_a_recount_has_it(units):
    assert wrong_sums(units) == []


def test_lists_of_memberships_show_what_they_showed(units):
    assert listed(units) == [
        (ELODIE, 2024),
        (ELODIE, 2025),
        (ELODIE, 2026),
        (ELODIE, 2026),
        (ROUX, 2023),
        (ZOLA, 2025),
        (ZOLA, 2026),
    ]
    assert listed(units, cancelled=True) == [(CLUSTER, 2026)]
    assert listed(units, latest=True) == [(ELODIE, 2026), (ROUX, 2023), (ZOLA, 2026)]
    assert listed(units, status=MemberStatus.LEFT) == [(ROUX, 2023)]
    assert listed(units, year=2025, sort="paid", descending=True) == [
        (ELODIE, 2025),
        (ZOLA, 2025),
    ]
    sums = MemberService(units, today).sums(MembershipFilter(year=2026))
    assert (sums.count, sums.due, sums.paid) == (3, Money(7000), Money(1000))


def test_membership_that_was_taken_back_before_comes_again(units):
    OperationService(units).redo()
    assert listed(units, year=2027) == [(ZOLA, 2027)]
    assert listed(units, latest=True)[-1] == (ZOLA, 2027)
    assert wrong_sums(units) == []


def test_merge_of_the_old_program_is_taken_back(units):
    OperationService(units).undo_one(MERGED_BY)
    assert ContactService(units, today).get(DOUBLE).merged_into_id is None
    assert listed(units, year=2026) == [(ELODIE, 2026), (DOUBLE, 2026), (ZOLA, 2026)]
    assert wrong_sums(units) == []
