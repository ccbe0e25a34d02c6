"""Says of any file what it is about, whatever it is called: the one door of all imports."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.exchange.contact_files import file_digest
from coopdesk.exchange.file_content import file_name
from coopdesk.exchange.file_kinds import kind_of_file
from coopdesk.services.bank_imports import known_table

if TYPE_CHECKING:
    from pathlib import Path

    from coopdesk.domain.import_formats import RecognisedFile
    from coopdesk.storage.unit_of_work import Units


class FileKindService:
    """Recognise files of other programs."""

    def __init__(self, units: Units) -> None:
        self._units = units

    def refuse_changed(self, path: Path, sha256: str) -> None:
        """Refuse a file that says something else than when it was looked at.

        Raises:
            RuleError: ``file.changed_meanwhile``.
            ExternalError: ``file.…``, it cannot be read.
        """
        if file_digest(path) != sha256:
            raise RuleError("file.changed_meanwhile", name=file_name(path))

    def recognise(self, path: Path) -> RecognisedFile:
        """Say what a file is about; its rows are not read.

        Raises:
            RuleError: ``file.…``, nothing that an import knows, and why.
            ExternalError: ``file.…``, it cannot be read.
        """
        with self._units.read() as work:
            custom = work.custom_fields.all()
            return kind_of_file(path, custom, partial(known_table, work))
