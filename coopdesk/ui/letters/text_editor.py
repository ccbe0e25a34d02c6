"""Edits a text with blanks: its fields, what can be put in, and how it reads."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from coopdesk.ui.widgets.form import Form
from coopdesk.ui.widgets.labels import plain_label, set_plain_tooltip
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from coopdesk.domain.letter_templates import FilledText, LetterTemplate
    from coopdesk.ui.letters.text_shelf import EditorWords

_PAUSE = 250  # milliseconds without a key, then the preview follows
_PREVIEW_WIDTH = 380
_LOW = 360


class TextEditor(QWidget):
    """Fields at the left, the letter as somebody gets it at the right."""

    edited = Signal()
    preview_wanted = Signal(object)  # LetterTemplate

    def __init__(
        self,
        blanks: tuple[str, ...],
        words: EditorWords,
        parent: QWidget | None = None,
        *,
        body_only: bool = False,
    ) -> None:
        """``body_only`` leaves name and subject as they are: only the text is written."""
        super().__init__(parent)
        self._content: LetterTemplate | None = None
        self._hint = words.hint
        self.form = form = Form()
        self.label = form.add("label", _("Name"), QLineEdit(), required=True)
        self.subject = form.add("subject", _("Subject"), QLineEdit(), required=True)
        self.body = form.add(
            "body",
            _("Text"),
            QPlainTextEdit(),
            words.hint,
            required=not body_only,
        )
        for name in ("label", "subject"):
            form.fields[name].setVisible(not body_only)
        # The lowest screen shows the whole dialog, its buttons too.
        self.body.setMinimumHeight(60)
        self.body.setTabChangesFocus(True)
        self.menu = QMenu(self)
        self.set_blanks(blanks)
        self.blanks_button = QPushButton(words.put_in)
        self.blanks_button.setMenu(self.menu)
        self.blanks_button.setAutoDefault(False)
        self._who = plain_label("", "small", wrap=True)
        self.shown_subject = plain_label("", "strong", wrap=True)
        self.shown_body = QPlainTextEdit()
        self.shown_body.setReadOnly(True)
        self.shown_body.setAccessibleName(words.reads)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._on_pause)
        for field in (self.label, self.subject):
            field.textEdited.connect(self._on_edited)
        self.body.textChanged.connect(self._on_edited)
        self._lay_out(words.reads)

    def _lay_out(self, reads: str) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.form, 1)
        left.addWidget(self.blanks_button)
        shown = QWidget()
        shown.setMinimumWidth(_PREVIEW_WIDTH)
        right = QVBoxLayout(shown)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(8)
        right.addWidget(plain_label(reads, "field"))
        right.addWidget(self._who)
        right.addWidget(self.shown_subject)
        right.addWidget(self.shown_body, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(24)
        layout.addLayout(left, 1)
        layout.addWidget(shown, 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # On a low screen the hint would lie over the text: the pointer asks for it there.
        is_low = event.size().height() < _LOW
        self.form.fields["body"].set_hint("" if is_low else self._hint)
        set_plain_tooltip(self.body, self._hint if is_low else "")

    def set_blanks(self, blanks: tuple[str, ...]) -> None:
        """Offer the words that a kind of text has."""
        self.menu.clear()
        for name in blanks:
            self.menu.addAction(f"{{{name}}}", partial(self._put_in, name))

    def set_content(self, content: LetterTemplate) -> None:
        """Show a text as it is kept."""
        self._content = content
        self.label.setText(content.label)
        self.subject.setText(content.subject)
        with QSignalBlocker(self.body):
            self.body.setPlainText(content.body)
        self.form.clear_errors()
        self.form.is_dirty = False
        self._on_pause()

    def read(self) -> LetterTemplate:
        """Return the text as it is typed."""
        assert self._content is not None
        return replace(
            self._content,
            label=self.label.text(),
            subject=self.subject.text(),
            body=self.body.toPlainText(),
        )

    def show_preview(self, name: str, text: FilledText) -> None:
        """Show how the text reads for somebody."""
        self._who.setText(_("For {name}:").format(name=name))
        self.shown_subject.setText(text.subject)
        self.shown_body.setPlainText(text.body)
        self.form.clear_errors()

    @Slot()
    def _on_edited(self) -> None:
        self.form.is_dirty = True
        self._pause.start()
        self.edited.emit()

    @Slot()
    def _on_pause(self) -> None:
        if self._content is not None:
            self.preview_wanted.emit(self.read())

    def _put_in(self, name: str) -> None:
        self.body.textCursor().insertText(f"{{{name}}}")
        self.body.setFocus()
