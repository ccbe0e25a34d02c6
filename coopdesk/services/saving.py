"""Writes what the program made to a place the person chose."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from coopdesk.domain.errors import ExternalError
from coopdesk.system.files import is_disk_full, write_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def external_file_errors(path: Path) -> Iterator[None]:
    """Raise ExternalError ``file.disk_full`` or ``file.cannot_write`` instead of OSError."""
    try:
        yield
    except OSError as error:
        code = "file.disk_full" if is_disk_full(error) else "file.cannot_write"
        raise ExternalError(code, path=path) from error


def save(path: Path, content: bytes) -> Path:
    """Write a file whole or not at all, and return its path.

    Raises:
        ExternalError: the disk, the folder or a permission is in the way; an old file is
        intact.
    """
    with external_file_errors(path):
        write_file(path, content)
    return path
