"""Help at F1: the keys that are in force, and the way to the user guide."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from coopdesk.ui.guide import GuideDialog, guide_pages
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopdesk.ui.window_actions import WindowActions


class HelpDialog(QDialog):
    """Lists the keys as they are now, from the actions themselves.

    ``page`` names the page of the guide to open first.
    """

    def __init__(self, actions: WindowActions, parent: QWidget, page: str = "") -> None:
        super().__init__(parent)
        self._page = page
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Help"))
        self.resize(520, 560)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, (keys, text) in enumerate((*_keys_of(actions), *_keys_of_lists())):
            grid.addWidget(plain_label(keys, "field"), row, 0)
            grid.addWidget(plain_label(text, wrap=True), row, 1)
        inner = QWidget()
        inner.setLayout(grid)
        scroll = QScrollArea()
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.guide_button = QPushButton(_("Open the user guide"))
        self._pages = guide_pages()
        if not self._pages:
            self.guide_button.hide()
        self.guide_button.setAutoDefault(False)
        self.guide_button.clicked.connect(self._on_guide)
        close_button = QPushButton(_("Close"))
        close_button.setDefault(True)
        close_button.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(self.guide_button)
        buttons.addStretch()
        buttons.addWidget(close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(16)
        layout.addWidget(plain_label(_("Keys"), "title"))
        layout.addWidget(scroll, 1)
        layout.addLayout(buttons)

    @Slot()
    def _on_guide(self) -> None:
        window = self.parentWidget() or self
        self.accept()
        GuideDialog(self._pages, window, self._page).show()


def about_text() -> str:
    """Return what this program is, and its version."""
    try:
        number = version("coopdesk")
    except PackageNotFoundError:
        number = "?"
    purpose = _("The desk of a small association: contacts, gifts, tax receipts, accounts.")
    return f"CoopDesk {number}\n\n{purpose}"


def _keys_of(actions: WindowActions) -> Iterator[tuple[str, str]]:
    for action in actions.with_keys():
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        yield keys, str(action.property("name"))


def _keys_of_lists() -> Iterator[tuple[str, str]]:
    yield _("Enter"), _("In a list: open the record")
    yield _("↑ ↓"), _("In a list: the record above or below")
    for keys, text in (
        ("Ctrl+PgUp", _("From a record: the one before it in the list")),
        ("Ctrl+PgDown", _("From a record: the next one in the list")),
    ):
        yield QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText), text
    yield "Ctrl+C", _("In a list: copy the selected lines")
    yield "Ctrl+A", _("In a list: select all lines")
    yield _("Escape"), _("Empty the search, close the form")
