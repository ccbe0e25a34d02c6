"""What is shown of files on their way in: all of them as a list, or the lines of one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from coopdesk.domain.import_formats import FileKind
from coopdesk.domain.import_previews import Preview
from coopdesk.domain.imports import RowVerdict
from coopdesk.ui.columns import Tone
from coopdesk.ui.imports import contact_sayings, sayings
from coopdesk.ui.imports.files_frame import FilesFrame, Mode, not_imported
from coopdesk.ui.imports.incoming import Stage
from coopdesk.ui.imports.other_kind import taken_for
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.contact_imports import ContactPreview
    from coopdesk.services.helloasso import PulledPayments
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.imports.incoming import IncomingFile


class FilesShown(FilesFrame):
    """Goes from the list of files to the lines of one and back, as they are read.

    ``refused`` tells why a single file was no good.
    """

    refused = Signal(str, str)  # file name, sentence

    def __init__(self, desk: Desk, add_action: QAction, window: QWidget) -> None:
        super().__init__(desk, add_action, window)
        self._taken: IncomingFile | None = None
        # Whether anything came in since files were opened, and whether the others know.
        self._has_imported = self._is_stale = False
        self._connect()
        self._connect_kinds()

    def _connect(self) -> None:
        self.queue.started.connect(self.foot.follow)
        self.queue.was_read.connect(self._on_read)
        for shown in (self.lines, self.contacts.view):
            shown.list.clear_requested.connect(self.clear_filter)
            shown.detail.covered.connect(self.cover)
        self.search.searched.connect(self.apply_filter)
        self.figures.chosen.connect(self.apply_filter)
        self.list.file_activated.connect(self._on_file)

    def _connect_kinds(self) -> None:
        self.contacts.shown.connect(self._on_contacts)
        self.contacts.left.connect(self._on_contacts_left)
        self.contacts.bank_wanted.connect(partial(self._take_for, FileKind.STATEMENT))
        self.asks.contacts_wanted.connect(partial(self._take_for, FileKind.CONTACTS))
        self.contacts.flow.refused.connect(self._on_contacts_refused)
        self.contacts.flow.started.connect(self.foot.follow)

    def open_files(self, paths: Sequence[Path]) -> None:
        """Look into files, beside those that are there already."""
        self.current = None
        self.queue.add(paths)

    @Slot(object)
    def open_pulled(self, pulled: PulledPayments) -> None:
        """Look into payments that HelloAsso itself told of."""
        self.current = None
        self.queue.add_pulled(pulled)

    @property
    def has_decisions(self) -> bool:
        """Whether somebody decided something that leaving the files would lose."""
        if self.current is not None:
            self.contacts.flow.keep_in(self.current)
        return any(file.has_decisions for file in self.queue.files)

    @Slot()
    def leave(self) -> None:
        """Leave all files alone."""
        self.queue.clear()
        self.contacts.flow.forget()
        self.current = None
        self.search.clear()
        if self.is_open:
            self.set_mode(Mode.CLOSED)
            self.said.emit("")
            has_imported, self._has_imported = self._has_imported, False
            self.closed.emit(has_imported)

    @Slot(object)
    def _on_read(self, files: list[IncomingFile]) -> None:
        self.list.show_files(self.queue.files)
        taken, self._taken = self._taken, None
        if taken in files and taken is not None and not taken.error:
            self.show_file(taken)
        elif self.current is not None and self.current in files:
            self._show_again(self.current)
        elif self.mode is Mode.QUEUE or self.among_others:
            self.show_queue()
        elif self.queue.files:
            self._open_single(self.queue.files[0])

    def _open_single(self, file: IncomingFile) -> None:
        stage = file.stage
        if stage in {Stage.REFUSED, Stage.ELSEWHERE}:
            self.leave()
        if stage is Stage.REFUSED:
            self.refused.emit(file.name, file.error)
        elif stage is Stage.ELSEWHERE:
            self._desk.navigator.open("accounts", ("import", file.path))
        else:
            self.show_file(file)

    @Slot()
    def show_queue(self) -> None:
        """Show the files and what each would bring."""
        is_new = self.mode is not Mode.QUEUE
        if self.current is not None:
            self.contacts.flow.keep_in(self.current)
        self.current = None
        self.contacts.flow.forget()
        self.list.show_files(self.queue.files)
        self.stack.setCurrentWidget(self.list)
        self.set_mode(Mode.QUEUE)
        self.foot.show_queue(self.queue.files)
        is_stale, self._is_stale = self._is_stale, False
        if is_stale:
            self.queue.look_open()
        self.said.emit("")
        if is_new:
            self.foot.focus_last()

    @Slot(object)
    def _on_file(self, file_id: int) -> None:
        file = self.queue.file(file_id)
        if file is None or file.stage is Stage.WAITING:
            return
        if file.stage is Stage.ELSEWHERE:
            self._desk.navigator.open("accounts", ("import", file.path))
        elif file.stage is Stage.REFUSED:
            self.say(Tone.BAD, not_imported(file), file.error)
        else:
            self.show_file(file)

    def show_file(self, file: IncomingFile) -> None:
        """Show the lines of a file."""
        self.current = file
        self.clear_filter()
        if file.kind is FileKind.CONTACTS:
            self.contacts.begin(file)
            return
        self._show_preview(file, is_same=False)
        if file.summary is None and self.asks.first is not None:
            self.asks.ask()

    def _show_again(self, file: IncomingFile) -> None:
        """Show an open file once more: it was read with other decisions."""
        if file.error:
            told = not_imported(file) if file.failure else _("The file cannot be read so.")
            self.say(Tone.BAD, told, file.error)
            if file.preview is not None:
                self.foot.show_file(file, among_others=self.among_others)
        elif file.kind is not FileKind.CONTACTS:
            asked = self.asks.shown
            self._show_preview(file, is_same=True)
            # An answer may lead to the next question.
            if self.asks.shown is not None and self.asks.shown != asked:
                self.asks.ask()
            elif self.asks.shown is None and (asked is not None or self.asks.was_asked):
                self.foot.focus_last()
            self.asks.was_asked = False

    def _show_preview(self, file: IncomingFile, *, is_same: bool) -> None:
        preview, kind = file.preview, file.kind
        assert isinstance(preview, Preview)
        assert kind is not None
        money = kind in {FileKind.PAYMENTS, FileKind.STATEMENT}
        self.figures.show_preview(preview, money_text(preview.new_amount) if money else "")
        self.lines.show_preview(preview, kind, file.decisions, file.told, is_same=is_same)
        self.stack.setCurrentWidget(self.lines)
        self.show_parts(file, Mode.PREVIEW, sayings.file_text(preview), is_same=is_same)
        if file.summary is not None:
            self.lines.freeze()

    @Slot(object)
    def _on_contacts(self, preview: ContactPreview) -> None:
        file, flow = self.current, self.contacts.flow
        if file is None:
            return
        is_same = self.mode is Mode.CONTACTS
        file.preview = preview
        flow.keep_in(file)
        counts = [preview.count(verdict) for verdict in RowVerdict]
        self.figures.show_counts(counts, "", only_kept=False)
        self.stack.setCurrentWidget(self.contacts.view)
        said = contact_sayings.file_text(preview)
        self.show_parts(file, Mode.CONTACTS, said, is_same=is_same)
        if file.summary is not None:
            self.contacts.view.freeze()

    @Slot()
    def _on_contacts_left(self) -> None:
        """Go back from a file whose columns nobody named."""
        if self.among_others:
            self.show_queue()
        else:
            self.leave()

    @Slot(str)
    def _on_contacts_refused(self, sentence: str) -> None:
        file = self.current
        if file is not None:
            file.error = sentence
            if self.among_others:
                self.show_queue()
            else:
                self._open_single(file)

    def _take_for(self, kind: FileKind) -> None:
        """Read the file that is open as something else: a person knows better."""
        file = self.current
        if file is not None:
            file.found = taken_for(file.name, kind)
            file.preview = file.recognised = None
            self._taken = file
            self.queue.look([file])
