"""Writes the state of a cash box as a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.services.saving import save
from coopdesk.ui.file_writing import FileJob
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from pathlib import Path

    from coopdesk.domain.event_registrations import CashBox
    from coopdesk.services.progress import Progress
    from coopdesk.services.registry import Services


def box_job(services: Services, box: CashBox) -> FileJob:
    """Return the writing of the state of a cash box."""

    def write(path: Path, _progress: Progress) -> Path:
        return save(path, services.event_papers.cash_box(box.id))

    name = _("cash-box-{day}").format(day=box.held_on.isoformat())
    return FileJob(_("Cash box of the day"), f"{name}.pdf", _("PDF document"), write)
