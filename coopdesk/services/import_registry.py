"""The services of files of other programs, a part of all services of one database."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.services.book_registry import BookServices

if TYPE_CHECKING:
    from coopdesk.services.calendar_imports import CalendarImportService
    from coopdesk.services.contact_exports import ContactExportService
    from coopdesk.services.contact_imports import ContactImportService
    from coopdesk.services.file_kinds import FileKindService
    from coopdesk.services.helloasso import HelloAssoService
    from coopdesk.services.imports import ImportService
    from coopdesk.services.poll_imports import PollImportService


@dataclass(frozen=True, slots=True)
class ImportServices(BookServices):
    """What the program can do with files of other programs."""

    file_kinds: FileKindService
    imports: ImportService
    helloasso: HelloAssoService
    poll_imports: PollImportService
    calendar_imports: CalendarImportService
    contact_imports: ContactImportService
    contact_exports: ContactExportService
