"""Files are replaced whole or not at all, whichever step fails."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from typing import TYPE_CHECKING, Any

import pytest

from coopdesk.domain.errors import ExternalError
from coopdesk.services.saving import save
from coopdesk.system.files import (
    free_name,
    is_disk_full,
    replacing,
    replacing_path,
    write_file,
    write_text,
)
from tests.reliability.disks import fill, small_disk
from tests.reliability.processes import Child

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

OLD = b"the receipts of last year" * 40
NEW = b"the receipts of this year" * 4000
STEPS = ("open", "write", "fsync", "stat", "replace")


class FailingDisk:
    """Makes the n-th call that reaches the disk fail, and counts them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, nth: int, code: int) -> None:
        self.calls: list[str] = []
        self._nth = nth
        self._code = code
        for name in STEPS:
            monkeypatch.setattr(os, name, self._counted(name, getattr(os, name)))

    def _counted(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            self.calls.append(name)
            if len(self.calls) == self._nth:
                raise OSError(self._code, os.strerror(self._code))
            return real(*arguments, **options)

        return call


@pytest.fixture
def old_file(tmp_path):
    path = tmp_path / "reçus 2026.pdf"
    path.write_bytes(OLD)
    return path


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def by_write_file(path: Path) -> None:
    write_file(path, NEW)


def by_stream(path: Path) -> None:
    with replacing(path) as stream:
        for start in range(0, len(NEW), 1000):
            stream.write(NEW[start : start + 1000])


def by_name(path: Path) -> None:
    with replacing_path(path) as temporary:
        temporary.write_bytes(NEW)


def steps_that_failed(write: Callable[[Path], None], path: Path, code: int) -> list[list[str]]:
    """Fail the first call, then the second, and so on until none is left to fail.

    Returns the calls up to each failure; the file is as it must be after every one.
    """
    failures: list[list[str]] = []
    while True:
        path.write_bytes(OLD)
        with pytest.MonkeyPatch.context() as patch:
            disk = FailingDisk(patch, len(failures) + 1, code)
            try:
                write(path)
            except OSError as error:
                failures.append(disk.calls[: len(failures) + 1])
                is_told = error.errno == code
            else:
                return failures
        # Once renamed, only the list of names is still to be flushed: the new file is whole.
        is_renamed = "replace" in failures[-1][:-1]
        assert is_told
        assert path.read_bytes() == (NEW if is_renamed else OLD)
        assert names_in(path.parent) == [path.name]


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
@pytest.mark.parametrize("write", [by_write_file, by_stream, by_name])
def test_a_failure_at_any_step_leaves_the_old_file_and_no_litter(old_file, write, code):
    failures = steps_that_failed(write, old_file, code)

    assert {"open", "fsync", "replace"} <= {calls[-1] for calls in failures}
    assert old_file.read_bytes() == NEW
    assert names_in(old_file.parent) == [old_file.name]


def test_what_was_collected_is_given_back_when_the_disk_refuses(old_file, monkeypatch):
    def write(_descriptor: int, _content: bytes) -> int:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "write", write)
    streams = []

    def collect() -> None:
        with replacing(old_file) as stream:
            stream.write(NEW)
            streams.append(stream)

    with pytest.raises(OSError, match="error") as failure:
        collect()
    streams[0].close()

    assert failure.value.errno == errno.EIO


def test_bytes_that_the_disk_takes_a_few_at_a_time_all_arrive(old_file, monkeypatch):
    real = os.write
    monkeypatch.setattr(os, "write", lambda to, content: real(to, bytes(content[:1000])))

    write_file(old_file, NEW)

    assert old_file.read_bytes() == NEW


@pytest.mark.parametrize("taken", [0, 1, 4096])
def test_a_disk_that_takes_nothing_more_is_called_full(old_file, monkeypatch, taken):
    room = [taken]
    real = os.write

    def write(descriptor: int, content: bytes) -> int:
        step = real(descriptor, bytes(content[: room[0]])) if room[0] else 0
        room[0] -= step
        return step

    monkeypatch.setattr(os, "write", write)

    with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)) as refused:
        write_file(old_file, NEW)

    assert is_disk_full(refused.value)
    assert old_file.read_bytes() == OLD
    assert names_in(old_file.parent) == [old_file.name]


def test_bytes_said_to_be_written_that_are_not_there_are_noticed(old_file, monkeypatch):
    real = os.write

    def lying_write(descriptor: int, content: bytes) -> int:
        real(descriptor, bytes(content[: len(content) // 2]))
        return len(content)

    monkeypatch.setattr(os, "write", lying_write)

    with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
        write_file(old_file, NEW)

    assert old_file.read_bytes() == OLD


class CancelledError(Exception):
    """The person stopped."""


def write_half_then_cancel_stream(path: Path) -> None:
    with replacing(path) as stream:
        stream.write(NEW[:5000])
        raise CancelledError


def write_half_then_cancel_name(path: Path) -> None:
    with replacing_path(path) as temporary:
        temporary.write_bytes(NEW[:5000])
        raise CancelledError


@pytest.mark.parametrize("write", [write_half_then_cancel_stream, write_half_then_cancel_name])
def test_a_cancel_half_way_leaves_the_old_file_and_no_litter(old_file, write):
    with pytest.raises(CancelledError):
        write(old_file)

    assert old_file.read_bytes() == OLD
    assert names_in(old_file.parent) == [old_file.name]


def test_a_folder_that_cannot_be_flushed_does_not_stop_the_writing(old_file, monkeypatch):
    real = os.fsync

    def fsync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)

    write_file(old_file, NEW)

    assert old_file.read_bytes() == NEW


def test_a_name_as_long_as_the_system_allows_is_written(tmp_path):
    path = tmp_path / ("文" * 80 + ".pdf")

    write_text(path, "reçu")

    assert path.read_text(encoding="utf-8") == "reçu"
    assert names_in(tmp_path) == [path.name]


def test_a_missing_folder_is_made_and_a_folder_is_never_replaced(tmp_path):
    write_file(tmp_path / "new" / "folder" / "a.pdf", NEW)

    with pytest.raises(IsADirectoryError):
        write_file(tmp_path / "new", NEW)

    assert names_in(tmp_path / "new" / "folder") == ["a.pdf"]


def test_a_free_name_never_names_a_file_that_exists(tmp_path):
    path = tmp_path / "classeur.xlsx"
    assert free_name(path) == path
    path.touch()
    (tmp_path / "classeur (2).xlsx").touch()

    assert free_name(path).name == "classeur (3).xlsx"


def test_the_journal_of_a_writer_that_failed_is_not_left_behind(tmp_path):
    def copy_onto_a_full_disk():
        with replacing_path(tmp_path / "copy.coopdesk") as temporary:
            temporary.write_bytes(NEW)
            temporary.with_name(f"{temporary.name}-journal").write_bytes(OLD)
            raise OSError(errno.ENOSPC, "full")

    with pytest.raises(OSError, match="full"):
        copy_onto_a_full_disk()
    assert names_in(tmp_path) == []


def test_a_real_full_disk_keeps_the_old_file_and_says_so(tmp_path):
    with small_disk(tmp_path / "disk", 256) as disk:
        path = disk / "reçu.pdf"
        write_file(path, OLD)
        ballast = fill(disk, leave_kilobytes=40)

        with pytest.raises(ExternalError) as refused:
            save(path, NEW)

        assert refused.value.code == "file.disk_full"
        assert path.read_bytes() == OLD
        assert names_in(disk) == ["ballast", "reçu.pdf"]
        ballast.unlink()
        save(path, NEW)
        assert path.read_bytes() == NEW


def write_above_limit(tell: Callable[[str], None], path: Path, limit: int) -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    try:
        save(path, NEW)
    except ExternalError as error:
        tell(error.code)


@pytest.mark.skipif(os.name == "nt", reason="Windows limits no file's size")
@pytest.mark.parametrize("limit", [0, 1, 4096, len(NEW) - 1])
def test_a_limit_of_the_system_keeps_the_old_file(old_file, limit):
    child = Child(write_above_limit, old_file, limit)

    assert child.ended() == 0
    assert child.told() == ["file.disk_full"]
    assert old_file.read_bytes() == OLD
    assert names_in(old_file.parent) == [old_file.name]


def write_again_and_again(tell: Callable[[int], None], path: Path) -> None:
    number = 0
    with contextlib.suppress(BrokenPipeError):
        while True:
            number += 1
            write_file(path, bytes([number % 256]) * 300_000)
            tell(number % 256)


def test_a_killed_writer_leaves_the_old_file_or_the_new_one(old_file):
    old_file.write_bytes(b"\x00" * 300_000)
    for kill in range(6):
        child = Child(write_again_and_again, old_file)
        child.wait_for(kill * 3)
        assert child.kill()
        told = child.told()
        content = old_file.read_bytes()
        assert len(content) == 300_000
        assert len(set(content)) == 1
        last = told[-1] if told else 0
        assert content[0] in {last, (last + 1) % 256} or not told
