"""A process killed while it closes or reopens a fiscal year leaves it all done or not begun.

COOPDESK_TEST_KILLS sets how often (4 when unset).
"""

from __future__ import annotations

import os
import random
import sys
import time

import pytest

from tests.reliability.closing import build_books, close_and_reopen, event_count, faults
from tests.reliability.processes import Child

KILLS = int(os.environ.get("COOPDESK_TEST_KILLS", "4"))
pytestmark = pytest.mark.timeout(60 + 5 * KILLS)


def test_killed_closing_is_done_whole_or_not_begun(tmp_path):
    path = build_books(tmp_path / "books.coopdesk")
    journal = path.with_name(path.name + "-journal")
    chance = random.Random(1901)
    hot = 0
    for number in range(KILLS):
        known = event_count(path)
        child = Child(close_and_reopen, str(path))
        child.wait_for(chance.randrange(2))
        # Every other kill falls where it costs most: while the journal of the file is open.
        if number % 2:
            given_up_at = time.monotonic() + 2
            while not journal.exists() and time.monotonic() < given_up_at:
                pass
        # No event to wait for: a kill comes at any moment.
        time.sleep(chance.uniform(0, 0.05))
        assert child.kill()
        hot += journal.exists() and journal.stat().st_size > 0
        assert faults(path, max([known, *child.told()])) == []
    sys.stdout.write(f"kills={KILLS} events={event_count(path)} hot_journals={hot}\n")
