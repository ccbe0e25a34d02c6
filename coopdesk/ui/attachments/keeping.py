"""Files kept with the record that is open: chosen, dropped, taken off."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Slot

from coopdesk.ui.attachments.choosing import choose_files, remember_folder
from coopdesk.ui.feedback import error_sentence
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QFileDialog, QWidget

    from coopdesk.domain.errors import CoopDeskError
    from coopdesk.services.outcome import Outcome
    from coopdesk.ui.attachments.panel import FilePanel
    from coopdesk.ui.desk import Desk


class Keeper(Protocol):
    """The service that keeps the files of a record."""

    def attach_all(
        self, record_id: int, paths: Sequence[Path], /
    ) -> Outcome[tuple[CoopDeskError, ...]]:
        """Keep files and return why some were left out."""

    def detach(self, attachment_id: int, /) -> Outcome[Any]:
        """Take a file off."""


class FileKeeping(QObject):
    """Attaches what is chosen or dropped on the panel; ``chosen`` is the record concerned."""

    def __init__(self, desk: Desk, view: QWidget, keeper: Keeper) -> None:
        super().__init__(view)
        self._desk = desk
        self._view = view
        self._keeper = keeper
        self.chosen: int | None = None
        self.chooser: QFileDialog | None = None
        self.attach_action = make_step(view, _("Attach a file…"), "paperclip", self._on_attach)

    def follow(self, panel: FilePanel) -> None:
        """Take what is dropped on a panel, and what is taken off there."""
        panel.files_dropped.connect(self.attach)
        panel.pane.offers_removal = True
        panel.pane.removal_wanted.connect(self.detach)
        panel.pane.listen(self._view)

    @Slot()
    def _on_attach(self) -> None:
        if self.chooser is not None or self.chosen is None:
            return
        self.chooser = choose_files(self._view.window(), self._desk.settings)
        self.chooser.filesSelected.connect(self._on_chosen)
        self.chooser.finished.connect(self._on_finished)

    @Slot(list)
    def _on_chosen(self, names: list[str]) -> None:
        paths = [Path(name) for name in names]
        remember_folder(self._desk.settings, paths[0])
        self.attach(paths)

    @Slot()
    def _on_finished(self) -> None:
        self.chooser = None

    @Slot(object)
    def attach(self, paths: Sequence[Path]) -> None:
        """Keep files with the record, and say which were left out."""
        if self.chosen is not None:
            call = partial(self._keeper.attach_all, self.chosen, paths)
            self._desk.tasks.command(self._view, call, self._on_attached)

    def _on_attached(self, refused: Sequence[CoopDeskError]) -> None:
        if refused:
            text = "\n".join(error_sentence(error) for error in refused)
            self._desk.feedback.warn(_("Some files were left out"), text)

    @Slot(int)
    def detach(self, attachment_id: int) -> None:
        """Take a file off; one that has to stay does, and the reason is said."""
        self._desk.tasks.command(self._view, partial(self._keeper.detach, attachment_id))
