"""Files of entries in and out: the FEC, other programs, opening balances from a sheet."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QFileDialog

from coopdesk.domain.fec import fec_file_name
from coopdesk.system.paths import documents_folder
from coopdesk.ui.accounts.fec_dialog import FecDialog
from coopdesk.ui.entries.import_dialog import (
    ImportPreviewDialog,
    entries_preview,
    openings_preview,
)
from coopdesk.ui.file_writing import FileJob, FileWriting, Written
from coopdesk.ui.widgets.file_bar import FileBar
from coopdesk.wording.entry_imports import problem_text
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopdesk.domain.entries import Entry
    from coopdesk.domain.entry_imports import EntryImportPreview
    from coopdesk.domain.fec import FecStyle
    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.domain.imports import Problem
    from coopdesk.domain.opening_balances import OpeningPreview
    from coopdesk.services.entry_imports import EntryImportDone
    from coopdesk.services.outcome import Outcome
    from coopdesk.services.progress import Progress
    from coopdesk.ui.accounts.page import AccountPage
    from coopdesk.ui.entries.import_dialog import FilePreview

_FOLDER = "entry_files"
_ENTRY_FILES = "*.txt *.csv *.tsv *.xlsx *.ods"
_SHEETS = "*.xlsx *.ods *.csv *.tsv *.txt"


class BookExchange(QObject):
    """Actions for the menu *Plus* of the page; one file at a time."""

    def __init__(self, page: AccountPage) -> None:
        super().__init__(page)
        self._page = page
        self._desk = page.desk
        self._take: Callable[[Path], None] | None = None
        self._warnings: tuple[Problem, ...] = ()
        self.chooser: QFileDialog | None = None
        self.dialog: ImportPreviewDialog | None = None
        self.fec_dialog: FecDialog | None = None
        self.import_action = page.make_action(
            _("Import entries (FEC, Paheko)…"), "download-simple", self._on_import
        )
        self.openings_action = page.make_action(
            _("Opening balances from a sheet…"), "table", self._on_openings
        )
        self.openings_action.setToolTip(
            _("What the bank, the cash box and debts held on the first day (à-nouveaux)")
        )
        self.fec_action = page.make_action(
            _("File of accounting entries (FEC)…"), "export", self._on_fec
        )
        self.fec_action.setToolTip(
            _("The validated entries of the year, as accountants and the tax office read them")
        )
        for action in (self.import_action, self.openings_action, self.fec_action):
            page.add_more(action)
        self.writing = FileWriting(self._desk, page, "fec")
        self.bar = FileBar(_("Open the file"), "file-text")
        self.writing.tell_in(self.bar)
        self.writing.written.connect(self._on_written)

    # which file

    def _ask(self, title: str, patterns: str, take: Callable[[Path], None]) -> None:
        if self.chooser is not None or self.dialog is not None:
            return
        self._take = take
        known = self._desk.settings.current.folders.get(_FOLDER, "")
        folder = Path(known) if known and Path(known).is_dir() else documents_folder()
        chooser = QFileDialog(self._page.window(), title, str(folder))
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setNameFilters([f"{title} ({patterns})", _("All files") + " (*)"])
        self._open(chooser)

    def _open(self, chooser: QFileDialog) -> None:
        chooser.fileSelected.connect(self._on_selected)
        chooser.finished.connect(self._on_chooser_finished)
        chooser.open()
        self.chooser = chooser

    @Slot(str)
    def _on_selected(self, name: str) -> None:
        if self._take is not None:
            self._take(Path(name))

    @Slot()
    def _on_chooser_finished(self) -> None:
        self.chooser = None

    def _remember(self, path: Path) -> None:
        folders = {**self._desk.settings.current.folders, _FOLDER: str(path.parent)}
        self._desk.settings.change(folders=folders)

    # entries of other programs

    @Slot()
    def _on_import(self) -> None:
        self._ask(_("FEC or entries of Paheko"), _ENTRY_FILES, self.look)

    def look(self, path: Path) -> None:
        """Show what the entries of a file would bring."""
        self._remember(path)
        call = partial(self._desk.services.entry_imports.preview, path)

        def show(found: EntryImportPreview) -> None:
            self._show(entries_preview(found), partial(self._import, path))

        self._desk.tasks.job(self, _("Reading the file"), call, show)

    def _import(self, path: Path) -> None:
        dialog = self.dialog
        if dialog is None:
            return
        service = self._desk.services.entry_imports

        def apply(progress: Progress) -> Outcome[EntryImportDone]:
            return service.apply(path, progress)

        job = self._desk.tasks.job(
            dialog, _("Importing"), apply, self._on_imported, ended=dialog.unlock
        )
        dialog.follow(job)

    def _on_imported(self, done: EntryImportDone) -> None:
        self._close()
        if done.fiscal_year_id is not None:
            self._page.show_year_later(done.fiscal_year_id)
        text = ngettext("{count} draft imported.", "{count} drafts imported.", done.entries)
        self._desk.feedback.tell(text.format(count=number_text(done.entries)))

    # opening balances

    @Slot()
    def _on_openings(self) -> None:
        self._ask(_("Opening balances from a sheet"), _SHEETS, self.look_at_openings)

    def look_at_openings(self, path: Path) -> None:
        """Show the entry that a sheet of balances would make in the year that is shown."""
        self._remember(path)
        self._page.with_year(partial(self._look_at_openings, path))

    def _look_at_openings(self, path: Path, year: FiscalYear) -> None:
        call = partial(self._desk.services.opening_balances.preview, year, path)

        def show(found: OpeningPreview) -> None:
            self._show(openings_preview(found), partial(self._open_books, year, path))

        self._desk.tasks.query(self, call, show, replaces="openings")

    def _open_books(self, year: FiscalYear, path: Path) -> None:
        dialog = self.dialog
        if dialog is not None:
            call = partial(self._desk.services.opening_balances.apply, year, path)
            self._desk.tasks.command(dialog, call, self._on_opened, ended=dialog.unlock)

    def _on_opened(self, entry: Entry) -> None:
        self._close()
        self._page.show_target(("entry", entry.id))

    # the dialog

    def _show(self, preview: FilePreview, apply: Callable[[], None]) -> None:
        if self.dialog is not None:
            return
        self.dialog = dialog = ImportPreviewDialog(self._desk, preview, self._page.window())
        dialog.wanted.connect(apply)
        dialog.finished.connect(self._on_finished)
        dialog.open()

    def _close(self) -> None:
        if self.dialog is not None:
            self.dialog.accept()

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None

    # the file of accounting entries

    @Slot()
    def _on_fec(self) -> None:
        self._page.with_year(self._ask_style)

    def _ask_style(self, year: FiscalYear) -> None:
        if self.fec_dialog is not None:
            return
        if not year.id:
            self._desk.feedback.tell(_("There is no entry yet."))
            return
        self.fec_dialog = dialog = FecDialog(year.label, self._page.window())
        dialog.submitted.connect(self._on_style)
        dialog.finished.connect(self._on_fec_dialog_finished)
        dialog.open()

    @Slot()
    def _on_fec_dialog_finished(self) -> None:
        self.fec_dialog = None

    @Slot(object)
    def _on_style(self, style: FecStyle) -> None:
        """Ask for a folder: the law names the file."""
        if self.fec_dialog is not None:
            self.fec_dialog.saved()
        year = self._page.fiscal_year
        if year is None or self.chooser is not None:
            return
        self._take = partial(self.write_fec, style=style)
        title = _("Folder for the FEC of {year}").format(year=year.label)
        chooser = QFileDialog(self._page.window(), title, str(self.writing.folder()))
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setOption(QFileDialog.Option.ShowDirsOnly)
        self._open(chooser)

    def write_fec(self, folder: Path, style: FecStyle | None = None) -> None:
        """Write the file of the year that is shown, and its description, into a folder."""
        year = self._page.fiscal_year
        if year is None or self.writing.is_running:
            return
        service = self._desk.services.fec

        def write(path: Path, progress: Progress) -> Path:
            done = service.write(year.id, path.parent, style, progress)
            self._warnings = done.figures.warnings
            return done.path

        name = fec_file_name("", year.ends_on)
        title = _("FEC of {year}").format(year=year.label)
        wanted = FileJob(title, name, _("FEC"), write, opens=False)
        self.writing.write(wanted, folder / name)

    @Slot(object)
    def _on_written(self, written: Written) -> None:
        if self._warnings:
            told = "\n".join(problem_text(one) for one in self._warnings)
            self._desk.feedback.inform(
                _("{name} is written").format(name=written.path.name), told
            )
