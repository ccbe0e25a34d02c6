"""The files kept with an event: dropped here, shown in place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from typing_extensions import override

from coopdesk.ui.attachments.dropped import dropped_paths
from coopdesk.ui.attachments.keeping import FileKeeping
from coopdesk.ui.attachments.pane import FilePane
from coopdesk.ui.events.tab import EventTab
from coopdesk.ui.events.targets import Part
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from coopdesk.domain.attachments import Attachment
    from coopdesk.ui.desk import Desk


class FilesTab(EventTab):
    """Posters, programmes, agreements: any file, each as it was given."""

    part = Part.FILES

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Files of the event"))
        self._service = desk.services.event_files
        self.keeping = FileKeeping(desk, self, self._service)
        self._files: tuple[Attachment, ...] = ()
        self.attach_action = self.keeping.attach_action
        self.detach_action = self.make(_("Take the file off"), "trash", self._on_detach)
        self.add_tool(self.detach_action)
        self.add_tool(self.attach_action, primary=True)
        self.pane = FilePane(desk)
        self.pane.offers_removal = True
        self.pane.removal_wanted.connect(self.keeping.detach)
        said = _("Posters, programmes, agreements: drop them here, up to 10 MB each.")
        self.empty = EmptyState("paperclip", _("No file yet"), said)
        self.empty.offer(self.attach_action)
        self.body.addWidget(self.empty, 1)
        self.body.addWidget(self.pane, 1)
        self.setAcceptDrops(True)
        self.setFocusProxy(self.pane)

    @override
    def reload(self) -> None:
        self.keeping.chosen = self.event_id
        call = partial(self._service.files, self.event_id)
        self.read(call, self._on_files, "files")

    def _on_files(self, files: Sequence[Attachment]) -> None:
        self._files = tuple(files)
        self.detach_action.setEnabled(bool(files))
        self.pane.show_files(files)
        self.empty.setVisible(not files)

    @Slot()
    def _on_detach(self) -> None:
        if self._files:
            several = len(self._files) > 1
            self.keeping.detach(self.pane.box.value if several else self._files[0].id)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        paths = dropped_paths(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.keeping.attach(paths)
