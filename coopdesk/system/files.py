"""Writing files so that a full disk, a cancel or a power cut leaves the old one as it was.

Recipe (measured, see docs/decisions): temporary file beside the target, written in a loop,
flushed to disk, size checked, renamed over the target, folder flushed. Nothing else in the
program writes files.
"""

from __future__ import annotations

import contextlib
import errno
import glob
import io
import os
import secrets
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


# What systems say when a disk, a quota or a limit leaves no room.
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
# What some network and USB file systems say instead of flushing a folder.
_CANNOT_FLUSH = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES})


def write_file(path: Path, content: bytes) -> None:
    """Replace ``path`` by ``content``, whole or not at all.

    Raises:
        OSError: the folder, the disk or a permission is in the way; the old file is intact.
            Only the very last step, flushing the folder, fails with the new file in place.
    """
    # As it is: a file of thousands of pages is not held a second time.
    with replacing_path(path) as temporary, memoryview(content) as whole:
        _write_whole(temporary, whole)


def is_disk_full(error: OSError) -> bool:
    """Tell whether there was no room left, rather than another obstacle."""
    return error.errno in _FULL


def write_text(path: Path, text: str) -> None:
    """Replace ``path`` by UTF-8 text, whole or not at all."""
    write_file(path, text.encode())


def append_line(path: Path, line: str) -> None:
    """Put a line of UTF-8 text at the end of a file, on the disk when this returns.

    A line that a power cut tore stays alone on its own.

    Raises:
        OSError: the folder, the disk or a permission is in the way.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags, 0o600)
    try:
        size = os.fstat(descriptor).st_size
        if size:
            os.lseek(descriptor, size - 1, os.SEEK_SET)
        torn = bool(size) and os.read(descriptor, 1) != b"\n"
        content = ("\n" if torn else "") + line + "\n"
        with memoryview(content.encode()) as whole:
            if os.write(descriptor, whole) != len(whole):
                raise _no_room(path)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    flush_folder(path.parent)


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Yield a binary stream whose content replaces ``path`` when the block ends well.

    Raises:
        OSError: as ``write_file``.
    """
    with replacing_path(path) as temporary, _Checked(temporary) as stream:
        yield stream


@contextmanager
def replacing_stream(path: Path) -> Iterator[BinaryIO]:
    """Yield a stream as ``replacing`` does, but straight to the disk: for what is long.

    Raises:
        OSError: as ``write_file``.
    """
    with replacing_path(path) as temporary:
        with temporary.open("xb") as stream:
            yield stream
            stream.seek(0, os.SEEK_END)
            size = stream.tell()
        if temporary.stat().st_size != size:
            raise _no_room(path)


@contextmanager
def replacing_path(path: Path) -> Iterator[Path]:
    """Yield the path of a temporary file that replaces ``path`` when the block ends well.

    For writers that insist on a file name (SQLite's VACUUM INTO), which must leave a file.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    temporary = path.with_name(f"{_temporary_stem(path)}{secrets.token_hex(4)}.part")
    try:
        yield temporary
        flush_file(temporary)
        temporary.replace(path)
        flush_folder(path.parent)
    finally:
        # A writer with a journal of its own (SQLite) leaves it beside when the disk is full.
        for left in (temporary, temporary.with_name(f"{temporary.name}-journal")):
            with contextlib.suppress(OSError):
                left.unlink(missing_ok=True)


def sweep_leftovers(path: Path) -> None:
    """Remove what a killed program left half written for ``path``; nobody may be writing it."""
    for leftover in path.parent.glob(f"{glob.escape(_temporary_stem(path))}*.part*"):
        with contextlib.suppress(OSError):
            leftover.unlink()


def _temporary_stem(path: Path) -> str:
    # Systems limit a name to 255 bytes, and a character may take four.
    return f".{path.name[:40]}."


class _Checked(io.BytesIO):
    """Collects what is written, then puts it on disk and proves that all of it arrived."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    def __exit__(self, *details: object) -> None:
        if details[0] is None:
            # Given back at once: a buffer still lent out cannot be closed (loud since 3.13).
            with self.getbuffer() as content:
                _write_whole(self._path, content)


def _write_whole(path: Path, content: memoryview) -> None:
    descriptor = os.open(
        path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666
    )
    try:
        written = 0
        while written < len(content):
            with content[written:] as rest:
                step = os.write(descriptor, rest)
            if step <= 0:
                raise _no_room(path)
            written += step
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    if path.stat().st_size != len(content):
        raise _no_room(path)


def _no_room(path: Path) -> OSError:
    return OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))


def flush_file(path: Path) -> None:
    """Put a file's content on the disk, not only in its cache."""
    descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def flush_folder(folder: Path) -> None:
    """Put a folder's list of names on the disk, where the system can.

    Windows has no such call and needs none; some network and USB file systems refuse it.
    """
    if os.name == "nt":
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        if error.errno not in _CANNOT_FLUSH:
            raise


def free_name(path: Path) -> Path:
    """Return ``path``, or ``name (2).ext`` and so on when it is taken."""
    candidate, count = path, 1
    while candidate.exists():
        count += 1
        candidate = path.with_name(f"{path.stem} ({count}){path.suffix}")
    return candidate
