"""The steps of an installation: what each checkout has done, and what it must do once more."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path
    from typing import IO


class InstallError(Exception):
    """What stops the installation, and its cure, in words for the person at the keyboard."""


@dataclass(frozen=True)
class Checkout:
    """The folders of one copy of the program."""

    root: Path

    @property
    def venv(self) -> Path:
        """The environment that holds everything we install."""
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        """The interpreter of that environment."""
        return self.venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def unfinished(self) -> Path:
        """There while packages are being installed: found later, it means an interruption."""
        return self.venv / ".coopdesk-unfinished"

    @property
    def requirements(self) -> Path:
        """The exact versions, with their hashes."""
        return self.root / "packaging" / "requirements.lock"

    def fingerprint(self) -> str:
        """Return all that an installation depends on, as one digest."""
        digest = hashlib.sha256(repr(sys.version_info).encode())
        for file in (self.root / "pyproject.toml", self.requirements):
            digest.update(file.read_bytes())
        return digest.hexdigest()


@dataclass(frozen=True)
class Step:
    """One part of the installation: its stamp is removed before the work and written after."""

    name: str
    work: Callable[[Checkout], None]

    def is_done(self, checkout: Checkout) -> bool:
        """Tell whether this step was finished for what the checkout asks for today."""
        try:
            stamped = self._stamp(checkout).read_text(encoding="ascii")
        except OSError:
            return False
        return checkout.python.exists() and stamped == checkout.fingerprint()

    def do(self, checkout: Checkout) -> None:
        """Do the work; an interruption at any moment leaves the step not done."""
        stamp = self._stamp(checkout)
        stamp.unlink(missing_ok=True)
        self.work(checkout)
        unfinished = stamp.with_name(stamp.name + ".new")
        unfinished.write_text(checkout.fingerprint(), encoding="ascii")
        unfinished.replace(stamp)

    def _stamp(self, checkout: Checkout) -> Path:
        return checkout.venv / f".coopdesk-{self.name}"


def prepare(checkout: Checkout, steps: Sequence[Step]) -> None:
    """Do the steps that are not done; once all are, this only reads a few small files."""
    if all(step.is_done(checkout) for step in steps):
        return
    with _only_installer(checkout):
        for step in steps:
            if not step.is_done(checkout):
                step.do(checkout)


@contextmanager
def _only_installer(checkout: Checkout) -> Iterator[None]:
    """Wait while another start installs; the system frees the lock of a process that dies."""
    with (checkout.root / ".venv.lock").open("a") as file:
        _lock(file)
        yield


def _lock(file: IO[str]) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX)


def complaint(command: Sequence[str]) -> str:
    """Run a command in silence; return the last line it said when it failed, else nothing."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return ""
    said = (done.stderr or done.stdout).strip().splitlines()
    return said[-1] if said else f"code {done.returncode}"


def tell(message: str) -> None:
    """Write to stderr: stdout belongs to the command that was asked for."""
    sys.stderr.write(message + "\n")
    sys.stderr.flush()
