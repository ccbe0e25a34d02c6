"""A small file beside each backup: how far its receipts and its books were when made."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING

from coopdesk import __version__
from coopdesk.domain.errors import ExternalError
from coopdesk.domain.receipt_anchors import state_of
from coopdesk.storage.backup import viewing
from coopdesk.storage.book_heads import book_heads, holds_books
from coopdesk.storage.chain_state import ChainStore
from coopdesk.storage.database import SCHEMA_VERSION, file_version
from coopdesk.storage.faults import external_errors
from coopdesk.system.files import write_text

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

_BOOKS = "books"  # the head of the chain of each fiscal year
_log = logging.getLogger(__name__)


def manifest_path(backup: Path) -> Path:
    """Return where the manifest of a backup stands."""
    return backup.with_name(f"{backup.name}.manifest")


def write_manifest(backup: Path, made_at: dt.datetime) -> None:
    """Write how far receipts and books of a backup are; a disk in the way is logged.

    The backup is proved good of itself; its manifest tells it from another one.
    """
    with external_errors(backup), viewing(backup) as connection:
        chain = ChainStore(connection)
        said = {
            "made_at": made_at.isoformat(),
            "program": __version__,
            "identity": chain.identity(),
            **chain.state().as_document(),
            _BOOKS: book_heads(connection),
        }
    try:
        write_text(manifest_path(backup), json.dumps(said, indent=1, sort_keys=True) + "\n")
    except OSError as error:
        _log.warning("the manifest of a backup was not written: %s", type(error).__name__)


def check_manifest(backup: Path) -> None:
    """Refuse a backup without the receipts and validated entries that its manifest tells of.

    Without a manifest, or for a file of an older program, there is nothing to compare.

    Raises:
        ExternalError: ``database.not_its_manifest``; or the backup is not ours.
    """
    try:
        said = json.loads(manifest_path(backup).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return
    known = state_of(said) if isinstance(said, dict) else None
    if known is None or file_version(backup) != SCHEMA_VERSION:
        return
    with external_errors(backup), viewing(backup) as connection:
        chain = ChainStore(connection)
        # A backup of an earlier program may have been told who it is since, when opened.
        is_same = said.get("identity", "") in {"", chain.identity()}
        holds_receipts = chain.holds(known) and chain.holds_voids(known)
        if is_same and holds_receipts and holds_books(connection, said.get(_BOOKS)):
            return
    raise ExternalError("database.not_its_manifest", path=backup)
