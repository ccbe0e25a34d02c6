"""One window per database file on this computer, guaranteed by the operating system.

The lock is on a small file of the state folder, named after the database's path: never beside
the database, whose folder may be synchronised, read-only or on a stick. The system frees it
when the process ends, however it ends, so that no stale lock has to be guessed away.
"""

from __future__ import annotations

import datetime as dt
import getpass
import hashlib
import json
import os
import socket
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.system.paths import state_folder

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

if sys.platform == "win32":
    import msvcrt

    # Windows forbids reading locked bytes: lock one far behind the text that others read.
    _FAR = 1 << 30

    def _take(descriptor: int) -> None:
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        os.lseek(descriptor, 0, os.SEEK_SET)

else:
    import fcntl

    def _take(descriptor: int) -> None:
        # flock, not lockf: it also keeps two windows of one process apart.
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a database open; ``since`` is None when the file could not be read."""

    user: str = ""
    host: str = ""
    pid: int = 0
    since: dt.datetime | None = None


class InstanceLockedError(Exception):
    """Another window has this database open."""

    def __init__(self, path: Path, holder: Holder) -> None:
        super().__init__("the database is open in another window")
        self.path = path
        self.holder = holder


class InstanceLock:
    """Held while a database is open; also a context manager."""

    def __init__(self, database: Path, folder: Path | None = None) -> None:
        """Take the lock.

        Raises:
            InstanceLockedError: another window holds it. OSError: the state folder is unusable.
        """
        self._path = (folder or _locks_folder()) / _name_for(database)
        self._descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _take(self._descriptor)
        except OSError as error:
            os.close(self._descriptor)
            self._descriptor = -1
            raise InstanceLockedError(database, _read_holder(self._path)) from error
        self._sign()

    def release(self) -> None:
        """Let others open the database; harmless when already released."""
        if self._descriptor != -1:
            os.ftruncate(self._descriptor, 0)
            os.close(self._descriptor)
            self._descriptor = -1

    def __enter__(self) -> InstanceLock:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.release()

    def _sign(self) -> None:
        """Write who holds the lock, for the message in the other window."""
        text = json.dumps(
            {
                "user": _user(),
                "host": socket.gethostname(),
                "pid": os.getpid(),
                "since": dt.datetime.now(tz=dt.UTC).isoformat(timespec="seconds"),
            }
        )
        os.ftruncate(self._descriptor, 0)
        # In place: a renamed file would carry the lock away with the old one.
        os.write(self._descriptor, text.encode())


def _locks_folder() -> Path:
    folder = state_folder() / "locks"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _name_for(database: Path) -> str:
    """Name the lock after the real path, so that links and relative paths meet."""
    real = os.path.normcase(database.resolve())
    return hashlib.sha256(os.fsencode(real)).hexdigest()[:32] + ".lock"


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _read_holder(path: Path) -> Holder:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return Holder(
            user=str(found["user"]),
            host=str(found["host"]),
            pid=int(found["pid"]),
            since=dt.datetime.fromisoformat(found["since"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return Holder()
