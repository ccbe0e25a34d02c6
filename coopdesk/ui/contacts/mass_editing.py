"""Opens the change of a selection and sends it as one command."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from coopdesk.ui.contacts.mass_dialog import MassEditDialog
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.custom_fields import CustomField
    from coopdesk.domain.mass_edit import MassEdit
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk


class MassEditor(QObject):
    """Changes one thing of many contacts, over a page."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._window = parent
        self.dialog: MassEditDialog | None = None

    def ask(self, ids: Sequence[int]) -> None:
        """Ask what is to change of these contacts."""
        read = partial(_read, self._desk.services)
        self._desk.tasks.query(
            self, read, partial(self._on_known, tuple(ids)), replaces="known"
        )

    def _on_known(
        self, ids: tuple[int, ...], known: tuple[list[CustomField], list[str], list[str]]
    ) -> None:
        if self.dialog is not None:
            return
        fields, tags, groups = known
        dialog = MassEditDialog(self._desk, self._window, ids, fields)
        dialog.offer(tags, groups)
        dialog.submitted.connect(partial(self._on_submitted, ids))
        dialog.finished.connect(self._on_finished)
        self.dialog = dialog
        dialog.open()

    def _on_submitted(self, ids: tuple[int, ...], edit: MassEdit) -> None:
        dialog, service = self.dialog, self._desk.services.mass_edit
        if dialog is not None:
            self._desk.tasks.job(
                dialog,
                _("Changing the selection"),
                partial(service.apply, ids, edit),
                dialog.saved,
                failed=dialog.show_error,
                ended=dialog.unlock,
            )

    def _on_finished(self, _result: int) -> None:
        self.dialog = None


def _read(services: Services) -> tuple[list[CustomField], list[str], list[str]]:
    """Read what can be changed; runs on the worker."""
    groups = [group.name for group in services.groups.all()]
    return services.custom_fields.all(), services.contacts.tags(), groups
