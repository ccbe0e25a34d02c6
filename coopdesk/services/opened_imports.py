"""Builds each service of files of other programs when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from coopdesk.services.import_registry import ImportServices
from coopdesk.services.opened_books import OpenedBooks

if TYPE_CHECKING:
    from coopdesk.services.calendar_imports import CalendarImportService
    from coopdesk.services.contact_exports import ContactExportService
    from coopdesk.services.contact_imports import ContactImportService
    from coopdesk.services.file_kinds import FileKindService
    from coopdesk.services.helloasso import HelloAssoService
    from coopdesk.services.imports import ImportService
    from coopdesk.services.poll_imports import PollImportService


class OpenedImports(OpenedBooks, ImportServices):
    """The part of the services of an open file that reads files of other programs."""

    @cached_property
    def file_kinds(self) -> FileKindService:
        """What files of other programs are about."""
        from coopdesk.services.file_kinds import FileKindService

        return FileKindService(self._units)

    @cached_property
    def imports(self) -> ImportService:
        """Payments and registrations of platforms, and every import made."""
        from coopdesk.services.imports import ImportService

        return ImportService(self._units, self._today)

    @cached_property
    def helloasso(self) -> HelloAssoService:
        """The connection to HelloAsso."""
        from coopdesk.services.helloasso import HelloAssoService

        return HelloAssoService(self._units, self.imports, self._today)

    @cached_property
    def poll_imports(self) -> PollImportService:
        """Polls and forms."""
        from coopdesk.services.poll_imports import PollImportService

        return PollImportService(self._units)

    @cached_property
    def calendar_imports(self) -> CalendarImportService:
        """Calendars."""
        from coopdesk.services.calendar_imports import CalendarImportService

        return CalendarImportService(self._units)

    @cached_property
    def contact_imports(self) -> ContactImportService:
        """Contacts of other programs."""
        from coopdesk.services.contact_imports import ContactImportService

        return ContactImportService(self._units, self._today)

    @cached_property
    def contact_exports(self) -> ContactExportService:
        """Contacts for other programs."""
        from coopdesk.services.contact_exports import ContactExportService

        return ContactExportService(self._units, self._today)
