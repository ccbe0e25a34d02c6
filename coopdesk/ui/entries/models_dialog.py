"""The models of entries, to take away those that are of no more use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from coopdesk.ui.icons import icon
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.screen_room import resize_within
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.entry_templates import EntryTemplate

_SIZE = (520, 400)


class ModelsDialog(QDialog):
    """One row for each; ``removal_wanted`` tells the id, Ctrl+Z brings a model back."""

    removal_wanted = Signal(int)

    def __init__(self, models: Sequence[EntryTemplate], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Models of entries"))
        self.buttons: dict[int, QPushButton] = {}
        rows = QWidget()
        self._rows = QVBoxLayout(rows)
        self._rows.setSpacing(8)
        for model in models:
            self._add(model)
        self._rows.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(rows)
        close = QPushButton(_("Close"))
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        said = _("A model is made in the form of an entry: “Keep as a model”, under “More”.")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(plain_label(_("Models of entries"), "title"))
        layout.addWidget(plain_label(said, "muted", wrap=True))
        layout.addWidget(scroll, 1)
        layout.addLayout(foot)
        resize_within(self, *_SIZE)
        # Not on the first button that removes: Enter would do it.
        close.setFocus()

    def _add(self, model: EntryTemplate) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(plain_label(model.name, wrap=True), 1)
        if model.entry.form is not None:
            row.addWidget(plain_label(label(model.entry.form), "muted"))
        button = QPushButton(icon("trash"), _("Remove"))
        button.setAccessibleName(_("Remove: {what}").format(what=model.name))
        button.setProperty("model", model.id)
        button.setAutoDefault(False)
        button.clicked.connect(self._on_remove)
        self.buttons[model.id] = button
        row.addWidget(button)
        self._rows.addLayout(row)

    @Slot()
    def _on_remove(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            button.setEnabled(False)
            self.removal_wanted.emit(button.property("model"))
