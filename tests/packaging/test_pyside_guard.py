"""PySide6 6.12.0 loses references to None on Python 3.11 until the interpreter aborts."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import PySide6
import pytest
from PySide6.QtCore import QAbstractTableModel, QDate, QModelIndex, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QStatusBar,
    QTableView,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

CALLS = 100
# Since 3.12 the count of None never changes: there is nothing to lose, and nothing to see.
COUNTS_NONE = sys.version_info < (3, 12)


class EmptyTable(QAbstractTableModel):
    """Answers None for every cell."""

    def rowCount(self, parent: QModelIndex | None = None) -> int:  # noqa: N802 (Qt's name)
        return 3

    def columnCount(self, parent: QModelIndex | None = None) -> int:  # noqa: N802 (Qt's name)
        return 3

    def data(self, index: QModelIndex, role: int = 0) -> object:
        return None


class Bell(QObject):
    """Has a signal of its own."""

    rung = Signal(int)


def widget_calls(qtbot: QtBot) -> dict[str, Callable[[], object]]:
    window, label, entry, button = QWidget(), QLabel(), QLineEdit(), QPushButton()
    choice, number, day, status = QComboBox(), QSpinBox(), QDateEdit(), QStatusBar()
    for widget in (window, label, entry, button, choice, number, day, status):
        qtbot.addWidget(widget)
    return {
        "setWindowTitle": lambda: window.setWindowTitle("a"),
        "resize": lambda: window.resize(100, 50),
        "update": window.update,
        "setEnabled": lambda: window.setEnabled(True),
        "setVisible": lambda: window.setVisible(False),
        "setStyleSheet": lambda: window.setStyleSheet(""),
        "setToolTip": lambda: window.setToolTip("a"),
        "QLabel.setText": lambda: label.setText("a"),
        "QLineEdit.setText": lambda: entry.setText("a"),
        "QLineEdit.clear": entry.clear,
        "QPushButton.setText": lambda: button.setText("a"),
        "addItem": lambda: choice.addItem("a"),
        "QComboBox.clear": choice.clear,
        "setValue": lambda: number.setValue(3),
        "setRange": lambda: number.setRange(0, 9),
        "setDate": lambda: day.setDate(QDate(2020, 1, 1)),
        "showMessage": lambda: status.showMessage("a"),
    }


def table_calls(qtbot: QtBot) -> dict[str, Callable[[], object]]:
    model, view, bell = EmptyTable(), QTableView(), Bell()
    qtbot.addWidget(view)
    view.setModel(model)
    bell.rung.connect(lambda _number: None)

    def reset() -> None:
        model.beginResetModel()
        model.endResetModel()

    return {
        "reset of a model": reset,
        "dataChanged": lambda: model.dataChanged.emit(model.index(0, 0), model.index(1, 1)),
        "own signal": lambda: bell.rung.emit(3),
        "painting of a table": view.grab,
        "setColumnWidth": lambda: view.setColumnWidth(0, 30),
        "sortByColumn": lambda: view.sortByColumn(0, Qt.SortOrder.AscendingOrder),
    }


def painter_calls(painter: QPainter) -> dict[str, Callable[[], object]]:
    font, colour = QFont("Inter"), QColor(1, 2, 3)
    return {
        "setFont": lambda: painter.setFont(font),
        "setPen": lambda: painter.setPen(colour),
        "setBrush": lambda: painter.setBrush(colour),
        "drawText": lambda: painter.drawText(QPointF(1, 2), "a"),
        "drawRect": lambda: painter.drawRect(1, 1, 3, 3),
        "fillRect": lambda: painter.fillRect(1, 2, 3, 4, colour),
        "setBold": lambda: font.setBold(True),
    }


def leaks(calls: dict[str, Callable[[], object]]) -> dict[str, int]:
    """Return the calls that changed the count of None by half of their number or more."""
    changed = {}
    for name, call in calls.items():
        call()
        before = sys.getrefcount(None)
        for _ in range(CALLS):
            call()
        difference = sys.getrefcount(None) - before
        if abs(difference) >= CALLS // 2:
            changed[name] = difference
    return changed


def test_pyside_is_older_than_the_release_that_loses_references():
    version = tuple(int(part) for part in PySide6.__version__.split(".")[:2])

    assert (6, 8) <= version < (6, 12)


@pytest.mark.skipif(not COUNTS_NONE, reason="None is immortal since Python 3.12")
def test_qt_calls_neither_lose_nor_gain_references_to_none(qtbot: QtBot):
    reserve = [None] * 100_000  # so that a bad release fails here instead of aborting
    image = QImage(100, 100, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    calls = {**widget_calls(qtbot), **table_calls(qtbot), **painter_calls(painter)}

    changed = leaks(calls)
    painter.end()

    assert changed == {}
    assert len(reserve) == 100_000
