"""The last step: what was answered, what receipts still miss, where the file goes."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from coopdesk.domain.association import missing_for_receipts
from coopdesk.ui.association.letterhead import Letterhead
from coopdesk.ui.columns import Tone
from coopdesk.ui.welcome.file_names import file_stem
from coopdesk.ui.widgets.action_button import ActionButton
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.notice import Notice
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.association import Association
    from coopdesk.ui.tasks import TaskRunner

SUFFIX = ".coopdesk"

_PAPER_HEIGHT = 270


class Summary(QWidget):
    """Shows the letterhead; ``path`` is where the new file goes, None for an open database."""

    named = Signal()

    def __init__(self, tasks: TaskRunner, folder: Path | None) -> None:
        super().__init__()
        self.title = _("All set")
        self.sentence = _("Have a look, then go ahead. You can come back to each step.")
        self.path: Path | None = None
        self._tasks = tasks
        self._folder = folder
        self._is_chosen = False
        self.letterhead = Letterhead(_PAPER_HEIGHT)
        self.notice = Notice()
        self.name_label = plain_label("", wrap=True)
        self.folder_label = plain_label("", "small", wrap=True)
        self.refusal = plain_label("", "error", wrap=True)
        self.refusal.hide()
        self.choose_action = QAction(_("Change…"), self)
        self.choose_action.triggered.connect(self._on_choose)
        content = QWidget()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        layout = QVBoxLayout(content)
        layout.setContentsMargins(28, 4, 28, 8)
        layout.setSpacing(12)
        layout.addWidget(self.letterhead)
        layout.addWidget(self.notice)
        layout.addWidget(self._place_card())
        layout.addWidget(self.refusal)
        layout.addStretch()

    def _place_card(self) -> QFrame:
        card = QFrame()
        card.setProperty("kind", "card")
        row = QHBoxLayout(card)
        row.setContentsMargins(16, 8, 12, 8)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.name_label)
        words.addWidget(self.folder_label)
        row.addLayout(words, 1)
        button = ActionButton(self.choose_action)
        button.setAutoDefault(False)
        row.addWidget(button)
        card.setVisible(self._folder is not None)
        return card

    @property
    def awaits_name(self) -> bool:
        """Whether a free name for the file is still looked for."""
        return self._folder is not None and self.path is None

    def show_profile(self, profile: Association) -> None:
        """Show what was answered, and propose a file for it."""
        from coopdesk.wording.labels import profile_fields_text

        self.refusal.hide()
        self.letterhead.show_profile(profile)
        missing = missing_for_receipts(profile)
        if missing:
            text = _("Tax receipts will still need: {fields}. There is no hurry.")
            fields = profile_fields_text(missing)
            self.notice.say(Tone.INFO, text.format(fields=fields))
        else:
            self.notice.say(Tone.GOOD, _("Everything that tax receipts need is there."))
        if self._folder is not None and not self._is_chosen:
            self.path = None  # not the one of another name
            stem = file_stem(profile.name, _("My association"))
            wanted = self._folder / f"{stem}{SUFFIX}"
            self._tasks.query(self, partial(_free, wanted), self._on_free, replaces="name")

    def _on_free(self, path: Path) -> None:
        self.path = path
        self.name_label.setText(_("The file: {name}").format(name=path.name))
        self.folder_label.setText(str(path.parent))
        self.named.emit()

    def refuse(self, sentence: str) -> None:
        """Say why the file could not be created."""
        self.refusal.setText(sentence)
        self.refusal.show()

    @Slot()
    def _on_choose(self) -> None:
        dialog = QFileDialog(self, _("Where does the database go?"), str(self._folder))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        dialog.setNameFilters([_("CoopDesk files") + f" (*{SUFFIX})"])
        if self.path is not None:
            dialog.selectFile(str(self.path))
        dialog.fileSelected.connect(self._on_chosen)
        dialog.open()

    @Slot(str)
    def _on_chosen(self, text: str) -> None:
        self._is_chosen = True
        self.refusal.hide()
        self._on_free(Path(text))


def _free(path: Path) -> Path:
    from coopdesk.system.files import free_name

    return free_name(path)
