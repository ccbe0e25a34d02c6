"""The files kept with an event: dropped here, shown in place."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFileDialog
from typing_extensions import override

from coopdesk.system.paths import documents_folder
from coopdesk.ui.attachments.dropped import dropped_paths
from coopdesk.ui.attachments.pane import FilePane
from coopdesk.ui.events.tab import EventTab
from coopdesk.ui.events.targets import Part
from coopdesk.ui.feedback import error_sentence
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from coopdesk.domain.attachments import Attachment
    from coopdesk.domain.errors import CoopDeskError
    from coopdesk.ui.desk import Desk

_FOLDER = "vouchers"


class FilesTab(EventTab):
    """Posters, programmes, agreements: any file, each as it was given."""

    part = Part.FILES

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Files of the event"))
        self._service = desk.services.event_files
        self.chooser: QFileDialog | None = None
        self._files: tuple[Attachment, ...] = ()
        self.attach_action = self.make(_("Attach a file…"), "paperclip", self._on_attach)
        self.detach_action = self.make(_("Take the file off"), "trash", self._on_detach)
        self.add_tool(self.detach_action)
        self.add_tool(self.attach_action, primary=True)
        self.pane = FilePane(desk)
        self.pane.offers_removal = True
        self.pane.removal_wanted.connect(self._on_removal)
        said = _("Posters, programmes, agreements: drop them here, up to 10 MB each.")
        self.empty = EmptyState("paperclip", _("No file yet"), said)
        self.empty.offer(self.attach_action)
        self.body.addWidget(self.empty, 1)
        self.body.addWidget(self.pane, 1)
        self.setAcceptDrops(True)
        self.setFocusProxy(self.pane)

    @override
    def reload(self) -> None:
        call = partial(self._service.files, self.event_id)
        self.read(call, self._on_files, "files")

    def _on_files(self, files: Sequence[Attachment]) -> None:
        self._files = tuple(files)
        self.detach_action.setEnabled(bool(files))
        self.pane.show_files(files)
        self.empty.setVisible(not files)

    @Slot()
    def _on_attach(self) -> None:
        if self.chooser is not None:
            return
        known = self.desk.settings.current.folders.get(_FOLDER, "")
        folder = known if known and Path(known).is_dir() else str(documents_folder())
        chooser = QFileDialog(self.window(), _("Attach a file"), folder)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setFileMode(QFileDialog.FileMode.ExistingFiles)
        chooser.filesSelected.connect(self._on_chosen)
        chooser.finished.connect(self._on_finished)
        chooser.open()
        self.chooser = chooser

    @Slot(list)
    def _on_chosen(self, names: list[str]) -> None:
        self.attach([Path(name) for name in names])

    @Slot()
    def _on_finished(self) -> None:
        self.chooser = None

    def attach(self, paths: Sequence[Path]) -> None:
        """Keep files with the event, and say which were left out."""
        call = partial(self._service.attach_all, self.event_id, paths)
        self.desk.tasks.command(self, call, self._on_attached)

    def _on_attached(self, refused: Sequence[CoopDeskError]) -> None:
        if refused:
            text = "\n".join(error_sentence(error) for error in refused)
            self.desk.feedback.warn(_("Some files were left out"), text)

    @Slot()
    def _on_detach(self) -> None:
        if self._files:
            several = len(self._files) > 1
            self._on_removal(self.pane.box.value if several else self._files[0].id)

    @Slot(int)
    def _on_removal(self, attachment_id: int) -> None:
        self.send(partial(self._service.detach, attachment_id))

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        paths = dropped_paths(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.attach(paths)
