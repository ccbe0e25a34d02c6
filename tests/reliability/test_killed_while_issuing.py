"""A process killed while it issues receipts leaves no gap, no double and loses nothing.

COOPDESK_TEST_KILLS sets how often (12 when unset); 200 is the full run.
"""

from __future__ import annotations

import os
import random
import shutil
import sys
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from tests.reliability.issuing import issue_one_by_one
from tests.reliability.office import build_office, faults, receipt_count
from tests.reliability.processes import Child, wait_for_any

if TYPE_CHECKING:
    from pathlib import Path

KILLS = int(os.environ.get("COOPDESK_TEST_KILLS", "12"))
DONORS = 40
pytestmark = pytest.mark.timeout(120 + 5 * KILLS)


@dataclass
class Campaign:
    """Kills processes that issue receipts into copies of one office, and counts."""

    template: Path
    processes: int
    random: random.Random
    path: Path | None = None
    kills: int = 0
    receipts: int = 0
    hot_journals: int = 0
    acknowledged: dict[int, int] = field(default_factory=dict)
    acknowledged_before: int = 0
    faults: list[str] = field(default_factory=list)

    def run(self, kills: int) -> None:
        # On a slow machine the first processes may die before they have told anything.
        while not self.faults and (self.kills < kills or self._is_idle(10 * kills)):
            if self.path is None or receipt_count(self.path) > DONORS - 12:
                self._start_new_file()
            assert self.path is not None
            self._kill_once(self.path)
            self.faults += faults(self.path, self.acknowledged)
        self._close_file()

    def _is_idle(self, most: int) -> bool:
        return not (self.acknowledged or self.acknowledged_before) and self.kills < most

    def _kill_once(self, path: Path) -> None:
        seeds = [self.random.randrange(1 << 30) for _ in range(self.processes)]
        children = [Child(issue_one_by_one, str(path), seed) for seed in seeds]
        wait_for_any(children, self.random.randrange(5))
        self._wait(path)
        for child in self.random.sample(children, len(children)):
            self.kills += child.kill()
            time.sleep(self.random.uniform(0, 0.02) if len(children) > 1 else 0)
        self.hot_journals += _journal_size(path) > 0
        for child in children:
            for donation_id, number in child.told():
                if donation_id in self.acknowledged:
                    self.faults.append(f"gift {donation_id} acknowledged twice")
                self.acknowledged[donation_id] = number

    def _wait(self, path: Path) -> None:
        """Let a random while pass; every other time, until a commit is under way."""
        time.sleep(self.random.uniform(0, 0.06))
        if self.random.random() < 0.5:
            return
        given_up_at = time.monotonic() + 2
        while not _journal_size(path) and time.monotonic() < given_up_at:
            pass
        time.sleep(self.random.uniform(0, 0.003))

    def _start_new_file(self) -> None:
        self._close_file()
        self.path = self.template.with_name(f"office-{self.random.randrange(1 << 30)}.coopdesk")
        shutil.copy(self.template, self.path)

    def _close_file(self) -> None:
        if self.path is not None:
            self.receipts += receipt_count(self.path)
        self.acknowledged_before += len(self.acknowledged)
        self.acknowledged = {}

    def __str__(self) -> str:
        return (
            f"processes={self.processes} kills={self.kills} receipts={self.receipts}"
            f" acknowledged={self.acknowledged_before} hot_journals={self.hot_journals}"
            f" FAULTS={len(self.faults)}"
        )


def _journal_size(path: Path) -> int:
    try:
        return path.with_name(path.name + "-journal").stat().st_size
    except FileNotFoundError:
        return 0


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kills")
    # The first receipt of a machine makes the fonts: no child would live long enough for that.
    issue_one_by_one(lambda _told: None, str(build_office(folder / "first.coopdesk", 1)), 1)
    return build_office(folder / "office.coopdesk", DONORS)


@pytest.mark.parametrize("processes", [1, 2])
def test_killed_process_leaves_no_gap_no_double_and_loses_nothing(template, processes):
    campaign = Campaign(template, processes, random.Random(1901))

    campaign.run(KILLS)

    sys.stdout.write(f"{campaign}\n")
    assert campaign.faults == []
    assert campaign.kills >= KILLS
    assert campaign.receipts >= campaign.acknowledged_before > 0
