"""One window per database file."""

import os
import signal
import subprocess
import sys

import pytest

from coopdesk.system.instance_lock import InstanceLock, InstanceLockedError

HOLD = """
import sys, time
from pathlib import Path
from coopdesk.system.instance_lock import InstanceLock
lock = InstanceLock(Path(sys.argv[1]), Path(sys.argv[2]))
print("held", flush=True)
time.sleep(60)
"""


@pytest.fixture
def database(tmp_path):
    path = tmp_path / "jardins.coopdesk"
    path.touch()
    return path


@pytest.fixture
def locks(tmp_path):
    folder = tmp_path / "locks"
    folder.mkdir()
    return folder


@pytest.fixture
def holder(database, locks):
    """Another process that has the database open."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(database), str(locks)],
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_second_window_learns_who_holds_the_file_and_since_when(database, locks, holder):
    with pytest.raises(InstanceLockedError) as locked:
        InstanceLock(database, locks)
    found = locked.value.holder
    assert locked.value.path == database
    assert found.pid == holder.pid
    assert found.host
    assert found.since.tzinfo is not None


def test_lock_is_free_as_soon_as_its_process_is_killed(database, locks, holder):
    holder.send_signal(signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
    holder.wait()
    InstanceLock(database, locks).release()


def test_two_windows_of_one_process_are_kept_apart(database, locks):
    with InstanceLock(database, locks), pytest.raises(InstanceLockedError):
        InstanceLock(database, locks)


def test_released_lock_can_be_taken_again(database, locks):
    lock = InstanceLock(database, locks)
    lock.release()
    lock.release()
    InstanceLock(database, locks).release()


def test_relative_path_and_link_lead_to_the_same_lock(database, locks, tmp_path, monkeypatch):
    link = tmp_path / "raccourci.coopdesk"
    link.symlink_to(database)
    monkeypatch.chdir(tmp_path)
    with InstanceLock(database, locks):
        for name in (link, link.relative_to(tmp_path)):
            with pytest.raises(InstanceLockedError):
                InstanceLock(name, locks)


def test_other_databases_are_free(database, locks, tmp_path):
    with InstanceLock(database, locks), InstanceLock(tmp_path / "autre.coopdesk", locks):
        assert len(list(locks.iterdir())) == 2


def test_nothing_is_written_beside_the_database(database, locks, tmp_path):
    before = sorted(tmp_path.iterdir())
    with InstanceLock(database, locks):
        assert sorted(tmp_path.iterdir()) == before


def test_unreadable_note_of_the_holder_still_refuses(database, locks):
    with InstanceLock(database, locks):
        next(locks.iterdir()).write_text("half a no", encoding="utf-8")
        with pytest.raises(InstanceLockedError) as locked:
            InstanceLock(database, locks)
    assert locked.value.holder.since is None
