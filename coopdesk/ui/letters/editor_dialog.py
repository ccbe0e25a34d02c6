"""A dialog around the editor of a text: what chooses it above, what keeps it below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from coopdesk.ui.widgets.action_button import make_primary
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.leaving import ask_to_leave
from coopdesk.ui.widgets.screen_room import resize_within
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.letter_templates import LetterTemplate
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.letters.text_editor import TextEditor

_WIDTH = 980
_NO_KEYS = Qt.FocusPolicy.NoFocus


class EditorDialog(QDialog):
    """What is typed is kept or given up, never lost without asking."""

    def __init__(self, desk: Desk, parent: QWidget, title: str, editor: TextEditor) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._desk = desk
        self._choosers: tuple[QWidget, ...] = ()
        self.heading = plain_label(title, "title", wrap=True)
        self.text = ChoiceBox[int]([(0, "…")])
        self.text.setMinimumContentsLength(24)
        self.editor = editor
        self.close_button = QPushButton(_("Close"))
        self.revert_button = QPushButton(_("Give the changes up"))
        self.save_button = QPushButton(_("Save the text"))
        make_primary(self.save_button)
        self.save_button.setShortcut("Ctrl+S")
        self.save_button.setToolTip(f"{self.save_button.text()} (Ctrl+S)")

    def lay_out(self, head: Sequence[QWidget], height: int) -> None:
        """Put a row over the editor; all of it but labels rests while something is typed."""
        self._choosers = tuple(one for one in head if one.focusPolicy() != _NO_KEYS)
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in head:
            row.addWidget(widget)
        row.addStretch()
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        for button in (self.close_button, self.revert_button, self.save_button):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(self.heading)
        layout.addLayout(row)
        layout.addWidget(self.editor, 1)
        layout.addLayout(buttons)
        for button in self.findChildren(QPushButton):
            # Enter in a field must keep nothing: only the button itself does.
            button.setAutoDefault(False)
        self._connect()
        resize_within(self, _WIDTH, height)

    def _connect(self) -> None:
        self.text.activated.connect(self._on_text)
        self.editor.edited.connect(self._show_state)
        self.editor.preview_wanted.connect(self._on_preview_wanted)
        self.revert_button.clicked.connect(self._on_revert)
        self.save_button.clicked.connect(self.save)
        self.close_button.clicked.connect(self.reject)

    # for who builds on it

    @Slot()
    def reload(self) -> None:
        """Read the texts again."""
        raise NotImplementedError

    @Slot()
    def save(self) -> None:
        """Keep what is typed."""
        raise NotImplementedError

    @Slot()
    def _on_text(self) -> None:
        raise NotImplementedError

    @Slot()
    def _on_revert(self) -> None:
        raise NotImplementedError

    @Slot(object)
    def _on_preview_wanted(self, content: LetterTemplate) -> None:
        raise NotImplementedError

    # what is typed

    @property
    def is_changed(self) -> bool:
        """Whether something is typed that was not kept yet."""
        return self.editor.form.is_dirty

    @Slot()
    def _show_state(self) -> None:
        # Another text would take the place of what was typed.
        for widget in self._choosers:
            widget.setEnabled(not self.is_changed)
        self.save_button.setEnabled(self.is_changed)
        self.revert_button.setVisible(self.is_changed)

    @override
    def reject(self) -> None:
        if self.is_changed:
            ask_to_leave(self, self._leave)
        else:
            super().reject()

    @Slot()
    def _leave(self) -> None:
        self.editor.form.is_dirty = False
        self.reject()
