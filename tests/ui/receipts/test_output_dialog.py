"""The keys of the form that says where the papers go."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from coopdesk.domain.receipt_output import OutputShape
from coopdesk.ui.receipts.output_dialog import OutputDialog, OutputStart

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_tab_comes_to_the_chosen_shape_and_arrows_change_it(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    start = OutputStart(Path("out"), OutputShape.SEPARATE)
    dialog = OutputDialog((), (1, 2), start, window)
    with qtbot.waitActive(dialog):
        dialog.show()
    dialog.which.setFocus()
    qtbot.keyClick(dialog.which, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.shapes[OutputShape.SEPARATE]
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Up)
    assert dialog.shapes[OutputShape.BY_WAY].isChecked()
