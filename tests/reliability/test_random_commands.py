"""Whatever is done in whatever order: sums stay right, and everything is taken back whole.

COOPDESK_TEST_SEQUENCES sets how many sequences are tried (3 when unset).
"""

from __future__ import annotations

import os
import random
from contextlib import suppress

import pytest

from coopdesk.domain.errors import FieldErrors, NotFoundError, RuleError
from coopdesk.domain.members import NewMembershipType
from coopdesk.domain.money import Money
from coopdesk.domain.operations import Origin
from coopdesk.services.opening import open_database, signature
from tests.building import every_row, person
from tests.made_once import new_file
from tests.reliability.anything import Commands, wrong_sums

SEQUENCES = int(os.environ.get("COOPDESK_TEST_SEQUENCES", "3"))
LENGTH = 45
# What others rest on is done more often.
_OFTEN = ("join", "join", "pay", "pay", "add", "leave", "merge")


@pytest.fixture
def services(tmp_path):
    path = new_file(tmp_path / "office.coopdesk")
    opened = open_database(path, signature("Camille", Origin.COMMAND_LINE))
    yield opened
    opened.database.close()


@pytest.mark.timeout(300)
@pytest.mark.parametrize("seed", range(SEQUENCES))
def test_sums_hold_and_every_command_is_taken_back_and_done_again(services, seed):
    chance = random.Random(seed)
    units = services.contacts._units
    commands = Commands(services, units)
    for name in ("Lefèvre", "Nguyễn", "Martin"):
        services.contacts.add(person(name))
    services.membership_types.add(NewMembershipType("Simple", amount=Money(2000)))
    states, labels = [every_row(units)], []
    first = services.operations.state().undo
    for _step in range(LENGTH):
        name = chance.choice((*commands.names(), *_OFTEN))
        before = services.operations.state().undo
        with suppress(RuleError, FieldErrors, NotFoundError):
            getattr(commands, name)(chance)
        assert wrong_sums(units) == [], name
        if services.operations.state().undo == before:
            assert every_row(units) == states[-1], f"{name} was refused and left something"
        else:
            states.append(every_row(units))
            labels.append(name)
    for label, state in zip(reversed(labels), reversed(states[:-1]), strict=True):
        services.operations.undo()
        assert every_row(units) == state, f"undo of {label}"
        assert wrong_sums(units) == [], f"undo of {label}"
    assert services.operations.state().undo == first
    for label, state in zip(labels, states[1:], strict=True):
        services.operations.redo()
        assert every_row(units) == state, f"redo of {label}"
    assert services.database.check().ok
