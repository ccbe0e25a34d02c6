"""Many rows of one table changed together, as the journal keeps them."""

from __future__ import annotations

import json

import pytest

from coopdesk.domain.errors import NotFoundError
from coopdesk.storage.columns import table_of
from coopdesk.storage.operation_store import OperationStore
from coopdesk.storage.tables import OperationChangeRow, TagRow
from tests.building import every_row, new_units

_tag = table_of(TagRow)
_change = table_of(OperationChangeRow)


@pytest.fixture
def units(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        with units.write("contact.added") as work:
            rows = [{"name": f"tag {n}", "sort_key": f"tag {n}"} for n in range(1, 1_001)]
            work.recorder.insert_many(_tag, rows)
            work.commit()
        yield units


def images(units):
    """What the journal keeps of updates: row, before, after."""
    with units.database.reading() as connection:
        rows = connection.execute(_change.select().where(_change.c.kind == "update"))
        return {row.row_id: (json.loads(row.before), json.loads(row.after)) for row in rows}


def test_only_rows_and_columns_that_differ_are_written_and_kept(units):
    wanted = {
        1: {"name": "Un", "sort_key": "tag 1"},
        2: {"name": "tag 2", "sort_key": "tag 2"},
        3: {"name": "Trois", "sort_key": "trois"},
    }
    with units.write("contact.changed") as work:
        assert work.recorder.update_many(_tag, wanted) == 2
        work.commit()
    assert images(units) == {
        1: ({"name": "tag 1"}, {"name": "Un"}),
        3: ({"name": "tag 3", "sort_key": "tag 3"}, {"name": "Trois", "sort_key": "trois"}),
    }


def test_a_thousand_rows_are_changed_and_taken_back(units):
    before = every_row(units)
    with units.write("contact.changed") as work:
        rows = {key: {"name": f"autre {key}"} for key in range(1, 1_001)}
        assert work.recorder.update_many(_tag, rows) == 1_000
        operation_id = work.recorder.operation_id
        work.commit()
    with units.database.writing() as connection:
        assert (
            connection.execute(_tag.select().where(_tag.c.id == 700)).one().name == "autre 700"
        )
    with units.write("contact.changed") as work:
        store = OperationStore(work._connection, work.recorder)
        store.undo(operation_id, lambda _done, _total: None)
        work.commit()
    assert every_row(units) == before


def test_nothing_to_change_leaves_no_operation(units):
    with units.write("contact.changed") as work:
        assert work.recorder.update_many(_tag, {}) == 0
        assert work.recorder.update_many(_tag, {1: {"name": "tag 1"}}) == 0
        assert work.recorder.operation_id is None


def test_row_that_is_gone_stops_all(units):
    with (
        pytest.raises(NotFoundError, match=r"^record\.missing$"),
        units.write("contact.changed") as work,
    ):
        work.recorder.update_many(_tag, {1: {"name": "x"}, 9_999: {"name": "y"}})
    assert images(units) == {}
