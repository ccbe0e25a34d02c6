"""Show files that are kept with entries and sheets of expenses, without another program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.page_pictures import view_of
from coopdesk.services.saving import save

if TYPE_CHECKING:
    from pathlib import Path

    from coopdesk.domain.page_pictures import FileView, PagePicture
    from coopdesk.storage.unit_of_work import Units


class FileViewService:
    """Reads kept files for the eye; whatever they are kept with."""

    def __init__(self, units: Units) -> None:
        self._units = units

    def get(self, attachment_id: int) -> FileView:
        """Return what a file is and what can be shown of it; raises NotFoundError."""
        return view_of(*self.content(attachment_id))

    def page(self, attachment_id: int, page: int, width: int) -> PagePicture:
        """Draw one page of a PDF, counted from 0, about ``width`` dots wide.

        Raises:
            RuleError: ``attachment.damaged``, ``attachment.protected`` or ``attachment.slow``.
            NotFoundError: it is gone.
        """
        from coopdesk.documents.page_pictures import page_picture

        name, content = self.content(attachment_id)
        return page_picture(content, name, page, width)

    def content(self, attachment_id: int) -> tuple[str, bytes]:
        """Return the name and the content of a file; raises NotFoundError."""
        with self._units.read() as work:
            name = work.attachments.get(attachment_id).name
            return name, work.attachments.content(attachment_id)

    def write(self, attachment_id: int, path: Path) -> Path:
        """Write a copy; raises ExternalError and NotFoundError."""
        return save(path, self.content(attachment_id)[1])
