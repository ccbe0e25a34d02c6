"""The shape of dialogs that write to many: choices at the left, whom or what at the right."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from coopdesk.ui.widgets.action_button import make_primary
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.screen_room import resize_within
from coopdesk.ui.widgets.side_choices import SideChoices
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.letter_templates import FilledText
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.record_list import RecordList


class Reached(NamedTuple):
    """How many would be written to, and how many of them by letter and by e-mail."""

    people: int
    posted: int
    mailed: int


@dataclass(frozen=True, slots=True)
class MailingOrder:
    """Which lines to write about with the text at a place; by letter, else by e-mail."""

    place: int
    keys: tuple[int, ...]
    by_post: bool


class OrderDialog(QDialog):
    """Asks for something to be written; ``submitted`` carries the ``MailingOrder``.

    Who hears it closes the dialog, once it is known where the files go.
    """

    submitted = Signal(object)


class MailingDialog(OrderDialog):
    """Decides whom, with which text and by which road; writes and stores nothing itself.

    A dialog of this shape builds its ``list``, calls ``lay_out``, and says what its lines are.
    """

    def __init__(self, desk: Desk, parent: QWidget | None, title: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.desk = desk
        self._keys: tuple[int, ...] = ()
        self.taken_out: set[int] = set()
        self.text = ChoiceBox[int]([(0, "…")])
        self.text.setAccessibleName(_("Text"))
        self.summary = plain_label("", "strong", wrap=True)
        self.choices = SideChoices()
        self.take_out_action = QAction(_("Take out of this mailing"), self)
        self.preview_button = QPushButton(_("Read the text"))
        self.email_button = QPushButton()
        self.letter_button = QPushButton()
        make_primary(self.letter_button)
        self.close_button = QPushButton(_("Close"))
        self.list: RecordList
        self.take_out_action.triggered.connect(self._on_take_out)
        self.preview_button.clicked.connect(self._on_preview)
        self.email_button.clicked.connect(self._on_email)
        self.letter_button.clicked.connect(self._on_letter)
        self.close_button.clicked.connect(self.reject)

    def begin_choices(self, texts_button: QPushButton) -> None:
        """Put the text first, with the buttons that read and change it."""
        self.choices.add(_("Text"), self.text)
        self.choices.add_widget(self.preview_button)
        self.choices.add_widget(texts_button)

    def lay_out(self, width: int, height: int) -> None:
        """Put everything in its place, once the list and the choices are made."""
        self.list.table.addAction(self.take_out_action)
        self.list.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.take_out_action.setShortcut("Del")
        self.take_out_action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.summary)
        right.addWidget(self.list, 1)
        middle = QHBoxLayout()
        middle.setSpacing(24)
        middle.addWidget(self.choices)
        middle.addLayout(right, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        for button in (self.close_button, self.email_button, self.letter_button):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(plain_label(self.windowTitle(), "title"))
        layout.addLayout(middle, 1)
        layout.addLayout(buttons)
        for button in self.findChildren(QPushButton):
            # Enter in a choice must write nothing: only the button itself does.
            button.setAutoDefault(False)
        resize_within(self, width, height)

    # what the lines of a dialog are

    @Slot()
    def show_due(self) -> None:
        """Show what is due, without what was taken out."""
        raise NotImplementedError

    def read_text(self, place: int, key: int) -> FilledText | None:
        """Return the text that stands at a place for a line; on the worker."""
        raise NotImplementedError

    # what is shown

    def show_lines(self, keys: Sequence[int], said: str, reached: Reached) -> None:
        """Show lines, what is said of them, and how many can be written to on each road."""
        self._keys = tuple(keys)
        self.list.set_ids(list(keys))
        people, posted, mailed = reached
        parts = [said]
        if people > posted:
            text = _("{count} without a whole address")
            parts.append(text.format(count=number_text(people - posted)))
        if people > mailed:
            text = _("{count} without an e-mail")
            parts.append(text.format(count=number_text(people - mailed)))
        self.summary.setText(" · ".join(parts))
        text = ngettext("Write {count} letter…", "Write {count} letters…", posted)
        self.letter_button.setText(text.format(count=number_text(posted)))
        self.letter_button.setEnabled(bool(posted))
        text = ngettext("Prepare {count} e-mail…", "Prepare {count} e-mails…", mailed)
        self.email_button.setText(text.format(count=number_text(mailed)))
        self.email_button.setEnabled(bool(mailed))
        self.preview_button.setEnabled(bool(keys))
        self.list.set_totals(_("Del: take out who is selected") if keys else "")

    def focus_letters(self) -> None:
        """Let Enter write the letters, where there are some."""
        if self.letter_button.isEnabled():
            self.letter_button.setFocus(Qt.FocusReason.OtherFocusReason)

    # what the person does

    @Slot()
    def _on_take_out(self) -> None:
        self.take_out(self.list.selected_ids)

    def take_out(self, keys: Sequence[int]) -> None:
        """Take lines out of the mailing; they stay out when it is read again."""
        self.taken_out |= set(keys)
        self.show_due()

    @Slot()
    def _on_preview(self) -> None:
        chosen = self.list.table.current_id
        if chosen is None:
            chosen = next(iter(self.list.model.ids), None)
        if chosen is not None:
            call = partial(self.read_text, self.text.value, chosen)
            self.desk.tasks.query(self, call, self._on_text, replaces="text")

    def _on_text(self, text: FilledText | None) -> None:
        if text is not None:
            self.desk.feedback.inform(text.subject, text.body)

    @Slot()
    def _on_email(self) -> None:
        self._submit(by_post=False)

    @Slot()
    def _on_letter(self) -> None:
        self._submit(by_post=True)

    def _submit(self, *, by_post: bool) -> None:
        self.submitted.emit(MailingOrder(self.text.value, self._keys, by_post))
