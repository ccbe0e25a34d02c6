"""The keys that are in force, as a page of the help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopdesk.ui.window_actions import WindowActions


class KeysList(QScrollArea):
    """Lists the keys as they are now, from the actions themselves."""

    def __init__(self, actions: WindowActions) -> None:
        super().__init__()
        self.setAccessibleName(_("Keys"))
        grid = QGridLayout()
        grid.setContentsMargins(4, 4, 12, 4)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        row = 0
        for keys, text in (*_keys_of(actions), *_keys_of_lists()):
            grid.addWidget(plain_label(keys, "field"), row, 0)
            grid.addWidget(plain_label(text, wrap=True), row, 1)
            row += 1
        grid.setRowStretch(row, 1)
        inner = QWidget()
        inner.setLayout(grid)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)


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
