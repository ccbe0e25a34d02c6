"""Drop-down lists: scrolling a form changes nothing in it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from coopdesk.ui.contacts.point_rows import label_box
from coopdesk.ui.contacts.tie_dialogs import editable_box
from coopdesk.ui.widgets.choice_box import ChoiceBox


def _choice_box():
    return ChoiceBox([("", "(aucune)"), ("M.", "M."), ("Mme", "Mme")])


@pytest.mark.parametrize("make", [_choice_box, editable_box, label_box])
def test_the_wheel_over_a_closed_list_scrolls_the_form_and_chooses_nothing(qtbot, make):
    area, form = QScrollArea(), QWidget()
    layout = QVBoxLayout(form)
    boxes = [make() for _row in range(30)]
    for box in boxes:
        box.addItems(["domicile", "travail"])
        box.setCurrentIndex(0)
        layout.addWidget(box)
    area.setWidget(form)
    area.resize(300, 300)
    qtbot.addWidget(area)
    area.show()
    qtbot.waitExposed(area)

    under = QPointF(boxes[2].mapTo(area, boxes[2].rect().center()))
    QTest.wheelEvent(area.windowHandle(), under, QPoint(0, -240))

    qtbot.waitUntil(lambda: area.verticalScrollBar().value() > 0)
    assert {box.currentIndex() for box in boxes} == {0}
    assert not boxes[2].hasFocus()
