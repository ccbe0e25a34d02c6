"""Undo and redo of a long command: how far they are, and that they can be stopped."""

import pytest

from coopdesk.services.contacts import ContactService
from coopdesk.services.operations import OperationService
from coopdesk.services.progress import JobCancelledError
from tests.building import every_row, new_units, person, today

_MANY = 1_000


@pytest.fixture
def units(tmp_path):
    with new_units(tmp_path / "base.coopdesk") as units:
        with units.write("contact.imported", count=str(_MANY)) as work:
            work.contacts.add_many([person(f"Okafor {n}", "Ada") for n in range(_MANY)])
            work.commit()
        yield units


class Watching:
    """Keeps what it hears, and stops a job at its last step where that is wanted."""

    def __init__(self, *, stops=False):
        self.heard = []
        self._stops = stops

    def advance(self, done, total):
        self.heard.append((done, total))
        if self._stops and done > total / 2:
            raise JobCancelledError


def test_undo_and_redo_tell_how_far_they_are(units):
    operations = OperationService(units)
    for command in (operations.undo, operations.redo):
        watching = Watching()
        command(watching)
        shares = [done / total for done, total in watching.heard]
        assert shares == sorted(shares)
        assert shares[0] == 0
        assert 0.5 < shares[-1] < 1
        assert len(shares) > 2


@pytest.mark.parametrize("is_redo", [False, True])
def test_stopped_undo_or_redo_changes_nothing(units, is_redo):
    operations = OperationService(units)
    if is_redo:
        operations.undo()
    before, state = every_row(units), operations.state()
    with pytest.raises(JobCancelledError):
        (operations.redo if is_redo else operations.undo)(Watching(stops=True))
    assert (every_row(units), operations.state()) == (before, state)
    assert ContactService(units, today).count() == (0 if is_redo else _MANY)
