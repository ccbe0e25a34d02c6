"""Calls that reach the disk fail in turn: a receipt is refused, and the next number follows.

strace makes the calls fail. COOPDESK_TEST_RECEIPTS sets how many receipts each run issues (16).
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.reliability.office import build_office, faults

ROOT = Path(__file__).resolve().parents[2]
RECEIPTS = int(os.environ.get("COOPDESK_TEST_RECEIPTS", "16"))
# Every so many calls one fails: more than two receipts make, so that each time it is another
# and the second attempt meets none.
FAILING = (
    ("pwrite64", "ENOSPC", 131),
    ("pwrite64", "EIO", 127),
    ("fsync,fdatasync", "EIO", 9),
    ("ftruncate", "EIO", 7),
    ("openat", "EACCES", 5),
    ("pread64", "EIO", 127),
)
# The driver's words are about the file; none of them may say more than is known.
CODES = {
    "database.disk_full",
    "database.unreadable",
    "database.cannot_open",
    "database.read_only",
    "database.unsure",
}
# The filter of the kernel stops a process at the calls that are traced alone, not at every one.
TRACING = ("-qq", "-f", "--seccomp-bpf")
pytestmark = pytest.mark.timeout(60 + 5 * RECEIPTS)


@pytest.fixture(scope="module")
def strace() -> str:
    found = shutil.which("strace")
    if found is None:
        pytest.skip("strace is not installed")
    if subprocess.run([found, *TRACING, "-o", os.devnull, "true"], check=False).returncode:
        pytest.skip("this machine lets nobody trace a process")
    return found


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_office(tmp_path_factory.mktemp("office") / "office.coopdesk", RECEIPTS)


@pytest.mark.parametrize(("calls", "error", "every"), FAILING)
def test_a_failing_call_loses_nothing_and_the_next_number_follows(
    strace, template, tmp_path, calls, error, every
):
    path = Path(shutil.copy(template, tmp_path / "office.coopdesk"))
    only = [option for end in ("", "-journal") for option in ("-P", f"{path}{end}")]
    command = [strace, *TRACING, "-o", str(tmp_path / "calls"), *only, "-e", f"trace={calls}"]
    command += ["-e", f"inject={calls}:error={error}:when={every}+{every}"]
    command += [sys.executable, "-m", "tests.reliability.stumbling", str(path)]

    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert ran.returncode == 0, ran.stderr
    result = json.loads(ran.stdout)
    told = {int(gift): number for gift, number in result["told"].items()}
    failures = dict(Counter(result["codes"]))
    sys.stdout.write(f"{calls} {error}: receipts={len(told)} failures={failures}\n")
    assert "(INJECTED)" in (tmp_path / "calls").read_text()
    assert set(result["codes"]) <= CODES
    assert sorted(told.values()) == list(range(1, RECEIPTS + 1))
    assert faults(path, told) == []
