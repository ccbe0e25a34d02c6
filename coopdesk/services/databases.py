"""Use cases around the file itself: check, back up, restore."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.errors import ExternalError
from coopdesk.services.backup_manifests import check_manifest, write_manifest
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.services.progress import NO_PROGRESS, Progress
from coopdesk.services.receipt_anchors import Anchors, give_identity
from coopdesk.storage import backup
from coopdesk.storage.checks import check
from coopdesk.storage.database import file_version

if TYPE_CHECKING:
    from pathlib import Path

    from coopdesk.domain.checks import CheckReport, Finding
    from coopdesk.storage.unit_of_work import Units


class DatabaseService:
    """Look after one open database file."""

    def __init__(self, units: Units) -> None:
        self._units = units

    @property
    def path(self) -> Path:
        """The open file."""
        return self._units.database.path

    def check(self, progress: Progress = NO_PROGRESS) -> CheckReport:
        """Check the file, its references, its cents and its receipts; changes nothing."""
        with self._units.database.reading() as connection:
            report = check(connection, progress.advance)
        return replace(report, findings=(*report.findings, *self._lost(report)))

    def _lost(self, report: CheckReport) -> tuple[Finding, ...]:
        """Compare with what this computer noted, as far as the file can be read at all."""
        if "tax_receipt" in report.figures:
            # What stops this look is in the report already.
            with suppress(ExternalError, ValueError, TypeError):
                return self.anchor_findings()
        return ()

    def anchor_findings(self) -> tuple[Finding, ...]:
        """Return which receipts this computer knows of and the file does not hold, in words."""
        with self._units.read() as work:
            return tuple(Anchors(work.chain).findings())

    def back_up(self, path: Path) -> Outcome[Path]:
        """Write a verified copy of the database, and beside it how far its receipts are.

        Raises:
            ExternalError: the copy could not be proved or written; older backups are untouched.
        """
        # A copy made before the first receipt must be known as this file too: the numbers of
        # receipts issued since would otherwise be given again once it is restored.
        give_identity(self._units)
        backup.copy_database(self.path, path)
        write_manifest(path, self._units.now())
        with self._units.database.writing() as connection:
            backup.note_backup(connection, self._units.now())
            connection.commit()
        return changed(path, Subject.ASSOCIATION)

    def last_backup_at(self) -> dt.datetime | None:
        """Return when the last verified backup was made, or None."""
        with self._units.database.reading() as connection:
            return backup.last_backup_at(connection)

    def close(self) -> None:
        """Release the file."""
        self._units.database.close()


def restore_database(source: Path, path: Path) -> Path | None:
    """Put a backup in the place of a closed database; return where the replaced file is kept.

    Raises:
        ExternalError: the backup is not good or the disk is in the way; ``path`` is untouched.
    """
    check_manifest(source)
    return backup.replace_database(source, path, dt.datetime.now(dt.UTC))


def back_up_before_migration(path: Path) -> Path:
    """Write a verified copy beside an older file before it is migrated; return its path."""
    version = file_version(path)
    target = path.with_name(f"{path.stem}-avant-mise-a-jour-{version}{path.suffix}")
    backup.copy_database(path, target)
    return target
