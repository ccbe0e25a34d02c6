"""A gift is on one receipt that counts at most, whoever issues, voids, merges or undoes.

COOPDESK_TEST_SEQUENCES sets how many random sequences are tried (1 when unset).
"""

from __future__ import annotations

import os
import random
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest

from coopdesk.domain.errors import CoopDeskError
from tests.reliability.living import Life, live, on_two_receipts
from tests.reliability.office import YEAR, build_office, open_office, waiting_gifts
from tests.reliability.processes import Child

SEQUENCES = int(os.environ.get("COOPDESK_TEST_SEQUENCES", "1"))
STEPS = 30


@pytest.fixture
def path(tmp_path):
    return build_office(tmp_path / "office.coopdesk", 8)


def codes_of(services):
    return {(x.code, str(x.values)) for x in services.database.check().findings}


@pytest.mark.timeout(300)
@pytest.mark.parametrize("seed", range(SEQUENCES))
def test_random_lives_of_receipts_leave_one_that_counts(path, seed):
    services = open_office(path)
    life = Life(services, random.Random(seed))
    done = Counter(life.step() for _step in range(STEPS))
    assert on_two_receipts(path) == []
    assert codes_of(services) == set(), done
    numbers = [line.number for line in services.receipts.find(YEAR)]
    assert numbers == list(range(1, len(numbers) + 1))
    services.database.close()


def test_two_runs_at_once_issue_each_gift_once(path):
    desks = [open_office(path), open_office(path)]
    waiting = waiting_gifts(desks[0])

    def run(services):
        try:
            return len(services.receipts.issue_year(YEAR, donation_ids=waiting).value)
        except CoopDeskError as error:
            return error.code

    with ThreadPoolExecutor(2) as pool:
        found = sorted(map(str, pool.map(run, desks)))

    assert found == ["8", "receipt.nothing_to_issue"]
    assert on_two_receipts(path) == []
    for services in desks:
        services.database.close()


@pytest.mark.timeout(120)
def test_two_processes_that_issue_void_and_replace_never_double_a_gift(path):
    children = [Child(live, str(path), seed, 12) for seed in (1, 2)]
    told = [one for child in children for one in child.told()]
    assert {child.ended() for child in children} == {0}

    services = open_office(path)
    assert on_two_receipts(path) == []
    assert codes_of(services) == set()
    numbers = [line.number for line in services.receipts.find(YEAR)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert {"void", "replace"} & set(told), Counter(told)
    services.database.close()
