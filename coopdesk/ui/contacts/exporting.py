"""Writes the contacts that are listed, or those selected, where the person wants them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QFileDialog

from coopdesk.services.outcome import Outcome
from coopdesk.system.paths import documents_folder
from coopdesk.ui.desktop import open_or_tell
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import N_, _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.contacts import ContactFilter
    from coopdesk.services.progress import Progress
    from coopdesk.ui.desk import Desk

_FOLDER = "contacts"
_CARDS = ".vcf"
# What is written, the usual one first; the list to choose from names each.
_KINDS = (
    (".xlsx", N_("Excel workbook")),
    (".csv", N_("CSV table")),
    (_CARDS, N_("Address cards (vCard)")),
)


class ContactExporting(QObject):
    """Asks where, writes with progress, and opens a table that was written."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._wanted: ContactFilter | Sequence[int] = ()
        self.chooser: QFileDialog | None = None

    def ask(self, wanted: ContactFilter | Sequence[int]) -> None:
        """Ask where the contacts of a filter, or these, go and as what."""
        if self.chooser is not None:
            return
        self._wanted = wanted
        chooser = QFileDialog(self._window, _("Export contacts"), str(self._folder()))
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setNameFilters([_(name) + f" (*{suffix})" for suffix, name in _KINDS])
        chooser.setDefaultSuffix(_KINDS[0][0].removeprefix("."))
        chooser.filterSelected.connect(self._on_kind)
        chooser.selectFile(_("contacts") + _KINDS[0][0])
        chooser.fileSelected.connect(self._on_chosen)
        chooser.finished.connect(self._on_finished)
        chooser.open()
        self.chooser = chooser

    def write(self, wanted: ContactFilter | Sequence[int], path: Path) -> None:
        """Write contacts to a file, whose ending says as what."""
        settings = self._desk.settings
        settings.change(folders={**settings.current.folders, _FOLDER: str(path.parent)})
        self._desk.tasks.job(
            self,
            _("Writing the contacts"),
            partial(self._write, wanted, path),
            partial(self._on_written, path),
        )

    def _folder(self) -> Path:
        known = self._desk.settings.current.folders.get(_FOLDER, "")
        return Path(known) if known and Path(known).is_dir() else documents_folder()

    def _write(
        self, wanted: ContactFilter | Sequence[int], path: Path, progress: Progress
    ) -> Outcome[int]:
        count = self._desk.services.contact_exports.export(path, wanted, progress)
        return Outcome(count, frozenset())

    @Slot(str)
    def _on_kind(self, name: str) -> None:
        """Give the file the ending of the kind that was chosen."""
        chooser = self.chooser
        if chooser is None:
            return
        suffix = name.rpartition("*")[2].removesuffix(")")
        chooser.setDefaultSuffix(suffix.removeprefix("."))
        typed = chooser.selectedFiles()
        if typed:
            chooser.selectFile(Path(typed[0]).with_suffix(suffix).name)

    @Slot(str)
    def _on_chosen(self, name: str) -> None:
        self.write(self._wanted, Path(name))

    @Slot()
    def _on_finished(self) -> None:
        self.chooser = None

    def _on_written(self, path: Path, count: int) -> None:
        text = ngettext(
            "{count} contact written to {file}.", "{count} contacts written to {file}.", count
        )
        self._desk.feedback.tell(text.format(count=number_text(count), file=path.name))
        # A click on cards would put them all into somebody's address book.
        if path.suffix.lower() != _CARDS:
            open_or_tell(path, self._desk.feedback)
