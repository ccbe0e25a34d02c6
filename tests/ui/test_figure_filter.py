"""The keys of a row of figures that filter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from coopdesk.ui.widgets.figure_filter import FigureFilter

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_tab_comes_back_to_the_chosen_figure_and_arrows_go_on_from_it(qtbot: QtBot) -> None:
    window, figures, below = QWidget(), FigureFilter(), QPushButton("list")
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    layout.addWidget(figures)
    layout.addWidget(below)
    for name in ("all", "ready", "blocked"):
        figures.add(name, name)
    with qtbot.waitActive(window):
        window.show()
    figures.choose("ready")
    below.setFocus()
    qtbot.keyClick(below, Qt.Key.Key_Backtab)
    assert window.focusWidget() is figures.figure("ready")
    with qtbot.waitSignal(figures.chosen) as chosen:
        qtbot.keyClick(figures.figure("ready"), Qt.Key.Key_Right)
    assert chosen.args == ["blocked"]
