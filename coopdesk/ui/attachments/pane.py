"""Kept files shown in place: pages, pictures and texts; others by name, size and kind."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.domain.page_pictures import ShownAs
from coopdesk.ui.attachments.page_area import PageArea
from coopdesk.ui.attachments.reading import Shown, read_shown
from coopdesk.ui.desktop import open_or_tell
from coopdesk.ui.feedback import error_sentence
from coopdesk.ui.file_writing import FileJob, FileWriting
from coopdesk.ui.icons import icon
from coopdesk.ui.receipts.paper_viewer import PaperViewer
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.elided_label import ElidedLabel
from coopdesk.ui.widgets.labels import plain_label, set_plain_tooltip
from coopdesk.wording.formats import number_text, size_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coopdesk.domain.attachments import Attachment
    from coopdesk.services.file_views import FileViewService
    from coopdesk.services.progress import Progress
    from coopdesk.ui.desk import Desk

_FOLDER = "vouchers_out"
_KEY = "F4"
_ENTER = frozenset((Qt.Key.Key_Return, Qt.Key.Key_Enter))


class FilePane(QWidget):
    """Shows the first file at once; the others are chosen by name."""

    enlarged = Signal(bool)  # it wants the whole room, or gives it back
    removal_wanted = Signal(int)  # the id of the file that is shown

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.offers_removal = False
        self._desk = desk
        self._service = desk.services.file_views
        self._papers = PaperViewer()
        self._ids: tuple[int, ...] = ()
        self._shown: Shown | None = None
        self._chosen: int | None = None
        self.is_enlarged = False
        self.writing = FileWriting(desk, self, _FOLDER)
        self._build()
        self.hide()

    def _build(self) -> None:
        self.box = ChoiceBox[int](())
        self.box.setAccessibleName(_("Voucher"))
        self.box.activated.connect(self._on_box)
        self.name = ElidedLabel("")
        self.page_label = plain_label("", "small")
        make = self._button
        self.back_button = make("caret-left", _("Page before (←)"), self._on_back)
        self.next_button = make("caret-right", _("Next page (→)"), self._on_next)
        self.less_button = make("magnifying-glass-minus", _("Smaller (−)"), self._on_less)
        self.more_button = make("magnifying-glass-plus", _("Larger (+)"), self._on_more)
        self.enlarge_button = make("arrows-out", _("Show it alone (F4)"), self.toggle)
        self.open_button = make(
            "arrow-square-out", _("Open with another program"), self._on_open
        )
        self.save_button = make("download-simple", _("Save a copy…"), self._on_save)
        self.area, self.text = PageArea(), QPlainTextEdit()
        self.area.width_changed.connect(self._on_width)
        self.area.turned.connect(self.turn)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.said = plain_label("", "muted", wrap=True)
        self.said.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.stack = QStackedWidget()
        for widget in (self.area, self.text, self.said):
            self.stack.addWidget(widget)
        self._lay_out()

    def _lay_out(self) -> None:
        names = QHBoxLayout()
        names.addWidget(self.name, 1)
        names.addWidget(self.box, 1)
        names.setSpacing(4)
        pages = QHBoxLayout()
        pages.setSpacing(4)
        pages.addStretch(1)
        pages.addWidget(self.back_button)
        pages.addWidget(self.page_label)
        pages.addWidget(self.next_button)
        pages.addStretch(1)
        for button in (
            self.less_button,
            self.more_button,
            self.enlarge_button,
            self.open_button,
            self.save_button,
        ):
            names.addWidget(button)
        body = QVBoxLayout(self)
        body.setContentsMargins(16, 4, 8, 8)
        body.setSpacing(4)
        body.addLayout(names)
        body.addLayout(pages)
        body.addWidget(self.stack, 1)

    def _button(self, icon_name: str, text: str, slot: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "flat")
        button.setIcon(icon(icon_name))
        button.setAccessibleName(text)
        set_plain_tooltip(button, text)
        button.clicked.connect(slot)
        return button

    # which file

    def show_files(self, files: Sequence[Attachment]) -> None:
        """Show the files of a record: the one that was shown, a new one, else the first."""
        ids = tuple(each.id for each in files)
        added = [key for key in ids if key not in self._ids]
        known = self._chosen if self._chosen in ids else None
        is_same_record = known is not None
        self._ids = ids
        self.box.set_choices([(each.id, each.name) for each in files])
        self.box.setVisible(len(files) > 1)
        self.name.setVisible(len(files) == 1)
        self.name.setText(files[0].name if files else "")
        self.setVisible(bool(files))
        if not files:
            self._chosen = self._shown = None
            self._shrink()
        elif is_same_record and added:
            self.show_file(added[-1])
        elif known is None:
            self.show_file(ids[0])

    def show_file(self, attachment_id: int) -> None:
        """Show one of the files, from its first page."""
        self._chosen, self._shown = attachment_id, None
        self.box.choose(attachment_id)
        self._read(0)

    def take_keys(self) -> None:
        """Give the keys to what is shown."""
        shown = self.stack.currentWidget() or self.said
        taking = self.open_button if shown is self.said else shown
        taking.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_box(self) -> None:
        self.show_file(self.box.value)

    # reading

    def _read(self, page: int) -> None:
        if self._chosen is None:
            return
        width = self.area.wanted_width
        call = partial(read_shown, self._service, self._chosen, page, width)
        self._desk.tasks.query(
            self, call, self._on_shown, replaces="shown", failed=self._on_refused
        )

    def _on_refused(self, error: RuleError) -> None:
        self._on_shown(error)

    def _on_shown(self, found: Shown | RuleError) -> None:
        if isinstance(found, RuleError):
            self._shown = None
            self._say(error_sentence(found))
            return
        before, self._shown = self._shown, found
        same = before is not None and before.page == found.page
        view = found.view
        if found.image is not None:
            self.area.show_image(found.image, from_top=not same)
            self.stack.setCurrentWidget(self.area)
            self.area.setAccessibleName(self._described(found))
        elif view.shown_as is ShownAs.TEXT:
            cut = _("[…] The rest is not shown here.") if view.is_cut else ""
            self.text.setPlainText(f"{view.text}\n{cut}" if cut else view.text)
            self.text.setAccessibleName(view.name)
            self.stack.setCurrentWidget(self.text)
        else:
            self._say(
                _("{kind}, {size}. Open it with another program.").format(
                    kind=kind_text(view.name), size=size_text(view.size)
                )
            )
        self._refresh()

    def _described(self, found: Shown) -> str:
        said = _("{name}, page {page} of {pages}")
        return said.format(name=found.view.name, page=found.page + 1, pages=found.pages)

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.area.show_image(QImage())
        self.stack.setCurrentWidget(self.said)
        self._refresh()

    def _refresh(self) -> None:
        shown = self._shown
        pages = 0 if shown is None else shown.pages
        page = 0 if shown is None else shown.page
        for button in (self.back_button, self.next_button, self.page_label):
            button.setVisible(pages > 1)
        said = _("Page {page} of {pages}")
        self.page_label.setText(said.format(page=page + 1, pages=number_text(pages)))
        self.back_button.setEnabled(page > 0)
        self.next_button.setEnabled(page + 1 < pages)
        for button in (self.less_button, self.more_button):
            button.setVisible(shown is not None and shown.image is not None)

    @Slot()
    def _on_width(self) -> None:
        """Draw the page anew, as sharp as it is now large."""
        shown = self._shown
        if shown is not None and shown.is_turnable and self.isVisible():
            image = shown.image
            if image is None or image.width() != self.area.wanted_width:
                self._read(shown.page)

    @Slot(int)
    def turn(self, by: int) -> None:
        """Turn pages, or say nothing at the first and the last."""
        shown = self._shown
        if shown is not None and 0 <= shown.page + by < shown.pages:
            self._read(shown.page + by)

    @Slot()
    def _on_back(self) -> None:
        self.turn(-1)

    @Slot()
    def _on_next(self) -> None:
        self.turn(1)

    @Slot()
    def _on_less(self) -> None:
        self.area.zoom(-1)

    @Slot()
    def _on_more(self) -> None:
        self.area.zoom(1)

    # the room

    def listen(self, view: QWidget) -> None:
        """Let one key show the file alone, from the list as from the record."""
        keys = QShortcut(QKeySequence(_KEY), view, self.toggle)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    @Slot()
    def toggle(self) -> None:
        """Take the whole room, or give it back."""
        if self._ids:
            self._enlarge(wanted=not self.is_enlarged)
            self.take_keys()

    def _shrink(self) -> None:
        self._enlarge(wanted=False)

    def _enlarge(self, *, wanted: bool) -> None:
        if wanted == self.is_enlarged:
            return
        self.is_enlarged = wanted
        text = _("Back to the record (Escape)") if wanted else _("Show it alone (F4)")
        self.enlarge_button.setIcon(icon("arrows-in" if wanted else "arrows-out"))
        self.enlarge_button.setAccessibleName(text)
        set_plain_tooltip(self.enlarge_button, text)
        self.enlarged.emit(wanted)

    @override
    def event(self, event: QEvent) -> bool:
        # With the keys here, the key that takes away means the file, not its record.
        is_asked = event.type() is QEvent.Type.ShortcutOverride and self.offers_removal
        if is_asked and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, focused = event.key(), self.window().focusWidget()
        is_removal = key == Qt.Key.Key_Delete and self.offers_removal
        if is_removal and self._chosen is not None:
            self.removal_wanted.emit(self._chosen)
        elif key == Qt.Key.Key_Escape and self.is_enlarged:
            self._shrink()
            self.take_keys()
        elif key in _ENTER and focused is not None and self.stack.isAncestorOf(focused):
            self.toggle()
        else:
            super().keyPressEvent(event)

    # outside

    @Slot()
    def _on_open(self) -> None:
        if self._chosen is not None:
            copy = partial(_copy, self._service, self._chosen, self._papers)
            self._desk.tasks.query(self, copy, self._on_copied, replaces="copy")

    def _on_copied(self, path: Path) -> None:
        open_or_tell(path, self._desk.feedback)

    @Slot()
    def _on_save(self) -> None:
        chosen = self._chosen
        if chosen is None:
            return
        name = self.box.currentText()

        def write(path: Path, _progress: Progress) -> Path:
            return self._service.write(chosen, path)

        kind = kind_text(name)
        self.writing.ask(FileJob(_("Save a copy"), name, kind, write))


def _copy(service: FileViewService, attachment_id: int, papers: PaperViewer) -> Path:
    """Write a kept file where it can be opened; runs on the worker."""
    return papers.copy(*service.content(attachment_id))


def kind_text(name: str) -> str:
    """Return what people call a file with this ending."""
    ending = Path(name).suffix.removeprefix(".")
    return _("{ending} file").format(ending=ending.upper()) if ending else _("File")
