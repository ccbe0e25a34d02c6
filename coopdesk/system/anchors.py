"""What this computer knows of the receipts of each database, outside of the database.

One text file for each database, in the person's data folder: a line of JSON after every issue
and every void, only ever added. A file that holds less than its last line is not the newest, or
was cut.
"""

from __future__ import annotations

import json
import logging
import re
from typing import TYPE_CHECKING, Any

from coopdesk.system.files import append_line
from coopdesk.system.paths import data_folder

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_log = logging.getLogger(__name__)
_IDENTITY = re.compile(r"[0-9a-f]{32}")


def anchor_path(identity: str) -> Path:
    """Return where the anchors of a database are kept on this computer.

    ``identity`` is what the file says of itself: 32 hexadecimal figures.
    """
    if not _IDENTITY.fullmatch(identity):
        raise ValueError("not the identity of a database")
    return data_folder() / "anchors" / f"{identity}.txt"


def read_anchors(identity: str) -> list[dict[str, Any]]:
    """Return what was noted, oldest first; nothing when it cannot be read.

    A line that a power cut tore is left out.
    """
    try:
        content = anchor_path(identity).read_bytes()
    except (OSError, ValueError):
        return []
    found = (_entry(line) for line in content.splitlines())
    return [entry for entry in found if entry is not None]


def add_anchor(identity: str, entry: Mapping[str, Any]) -> None:
    """Note a state for good; a disk in the way is logged, as what was issued stands."""
    try:
        append_line(anchor_path(identity), json.dumps(entry, sort_keys=True))
    except (OSError, ValueError) as error:
        _log.warning("the anchor of the receipts was not written: %s", type(error).__name__)


def _entry(line: bytes) -> dict[str, Any] | None:
    try:
        entry = json.loads(line)
    except ValueError:
        return None
    return entry if isinstance(entry, dict) else None
