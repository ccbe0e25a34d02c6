"""How columns give way when a list is narrow."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coopdesk.ui.columns import Column
from coopdesk.ui.record_list import RecordList

COLUMNS = (
    Column("name", "Nom", str, sort="name", width=20, stretch=True),
    Column("email", "E-mail", str, width=20, gives_way=1),
    Column("phone", "Téléphone", str, width=20, gives_way=2),
    Column("gifts", "Dons", str, sort="gifts", width=10, descends=True, align_right=True),
)


@pytest.fixture
def records(qtbot, desk):
    records = RecordList(desk, "people", COLUMNS, lambda ids: [])
    qtbot.addWidget(records)
    records.show()
    return records


def shown_at(records, width):
    records.resize(width, 300)
    QCoreApplication.processEvents()
    header = records.table.horizontalHeader()
    return [COLUMNS[section].key for section in header.shown_sections()]


def test_columns_leave_in_their_order_and_come_back(records):
    assert shown_at(records, 1200) == ["name", "email", "phone", "gifts"]
    assert shown_at(records, 620) == ["name", "email", "gifts"]
    assert shown_at(records, 400) == ["name", "gifts"]
    assert shown_at(records, 1200) == ["name", "email", "phone", "gifts"]


def test_columns_that_left_for_lack_of_room_are_not_remembered_as_hidden(records, settings):
    shown_at(records, 400)
    records.table.horizontalHeader().sectionClicked.emit(0)
    assert settings.current.tables["people"].hidden == ()
    assert shown_at(records, 1200) == ["name", "email", "phone", "gifts"]


def tick(records, title):
    """Choose a column in the menu of the header."""
    header = records.table.horizontalHeader()
    header.customContextMenuRequested.emit(header.rect().center())
    menu = QApplication.activePopupWidget()
    (action,) = [action for action in menu.actions() if action.text() == title]
    was_ticked = action.isChecked()
    menu.setActiveAction(action)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    return was_ticked


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_a_column_that_is_asked_for_stays_and_another_gives_way(records, settings):
    assert shown_at(records, 620) == ["name", "email", "gifts"]
    assert not tick(records, "Téléphone")
    assert shown_at(records, 620) == ["name", "phone", "gifts"]
    assert settings.current.tables["people"].asked == ("phone",)
    assert not tick(records, "E-mail")
    assert shown_at(records, 620) == ["name", "email", "gifts"]
    assert tick(records, "E-mail")
    assert shown_at(records, 620) == ["name", "phone", "gifts"]
    assert shown_at(records, 1200) == ["name", "phone", "gifts"]


def test_first_click_sorts_figures_from_the_largest(records):
    header = records.table.horizontalHeader()
    header.sectionClicked.emit(3)
    assert records.sort == ("gifts", True)
    header.sectionClicked.emit(3)
    assert records.sort == ("gifts", False)


def ink(records, section):
    """Return which columns of pixels of a title are not plain paper."""
    header = records.table.horizontalHeader()
    left, wide = header.sectionViewportPosition(section), header.sectionSize(section)
    image = header.grab(QRect(left, 2, wide, header.height() - 6)).toImage()
    paper = image.pixel(0, 0)
    return [
        any(image.pixel(x, y) != paper for y in range(image.height()))
        for x in range(image.width())
    ]


def test_title_at_the_right_is_whole_beside_the_arrow_of_the_sort(records, theme):
    records.resize(1200, 300)
    plain = ink(records, 3)
    whole = plain[plain.index(True) : len(plain) - plain[::-1].index(True)]
    records.table.horizontalHeader().sectionClicked.emit(3)
    marked = ink(records, 3)
    start = marked.index(True)
    end = start + len(whole)
    # Letters may be smoothed a little otherwise; none is cut, and the arrow is apart.
    assert any(marked[end - 2 : end])
    assert not any(marked[end + 1 : end + 4])


def test_columns_that_stretch_share_the_room_and_take_no_more_than_there_is(qtbot, desk):
    columns = (
        Column("name", "Nom", str, width=22, stretch=True),
        Column("town", "Commune", str, width=12, stretch=True),
    )
    records = RecordList(desk, "towns", columns, lambda ids: [])
    qtbot.addWidget(records)
    records.show()
    records.resize(420, 300)
    QCoreApplication.processEvents()
    header = records.table.horizontalHeader()

    assert header.sectionSize(0) > header.sectionSize(1)
    assert records.table.horizontalScrollBar().maximum() == 0
    narrow = header.sectionSize(1)
    records.resize(820, 300)
    QCoreApplication.processEvents()
    assert header.sectionSize(1) >= narrow + 190
