"""The page of groups: looked at, renamed and deleted as a person does."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from coopdesk.domain.contact_conditions import Rule
from coopdesk.domain.contact_details import NewGroupMember
from coopdesk.ui.contacts.groups_page import GroupsPage
from tests.ui.contacts.conftest import press, settle, unnamed
from tests.ui.office import problems_of, show_page

ENTER, DOWN, DELETE, F2 = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Down,
    Qt.Key.Key_Delete,
    Qt.Key.Key_F2,
)


@pytest.fixture
def groups(qtbot, office, window, people) -> GroupsPage:
    """Three groups: one of two people, one that somebody left, one of nobody."""
    service = office.services.groups
    service.join(NewGroupMember(people["Zoé Abadie"], "Jardin"))
    left = service.join(NewGroupMember(people["Léo Martin"], "Jardin")).value
    service.leave(left.id, dt.date(2025, 1, 31))
    service.remove(service.join(NewGroupMember(people["Léo Martin"], "Compost")).value.id)
    service.leave(
        service.join(NewGroupMember(people["Zoé Abadie"], "Fête")).value.id,
        dt.date(2024, 6, 30),
    )
    page = GroupsPage(office.desk, window)
    show_page(page, window)
    window.activateWindow()
    settle(qtbot, office, page)
    page.list.table.setFocus()
    return page


def rows(page):
    return page.list.model.fetch_texts(list(page.list.model.ids))


def question():
    boxes = [
        x for x in QApplication.allWidgets() if isinstance(x, QMessageBox) and x.isVisible()
    ]
    return boxes[0] if boxes else None


def plain(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_groups_are_listed_with_who_takes_part_now_and_ever(groups):
    assert rows(groups) == [("Compost", "0", "0"), ("Fête", "0", "1"), ("Jardin", "1", "2")]
    assert unnamed(groups) == []
    assert problems_of(groups) == []


def test_group_of_nobody_is_deleted_at_once_and_comes_back_by_undo(qtbot, office, groups, undo):
    assert groups.list.table.current_id is not None
    press(DELETE)
    settle(qtbot, office, groups)
    assert question() is None
    assert [row[0] for row in rows(groups)] == ["Fête", "Jardin"]
    undo.undo()
    settle(qtbot, office, groups)
    assert [row[0] for row in rows(groups)] == ["Compost", "Fête", "Jardin"]


def test_group_with_people_says_how_many_and_which_filters_before_it_goes(
    qtbot, office, groups, people, undo
):
    filters = office.services.filters
    filters.save("Au jardin", filters.parse("group = jardin"))
    press(DOWN, DOWN, DELETE)
    office.idle(qtbot)
    box = question()
    assert plain(box.text()) == "Supprimer le groupe « Jardin » ?"
    said = plain(box.informativeText())
    assert "2 contacts en font ou en ont fait partie" in said
    assert "« Au jardin »" in said
    assert box.defaultButton().text() == "Annuler"
    box.buttons()[0].click()
    settle(qtbot, office, groups)
    assert [row[0] for row in rows(groups)] == ["Compost", "Fête"]
    assert office.services.groups.of(people["Zoé Abadie"])[0].content.group == "Fête"
    undo.undo()
    settle(qtbot, office, groups)
    assert rows(groups)[2] == ("Jardin", "1", "2")


def test_group_is_renamed_by_keyboard_and_a_taken_name_is_refused(qtbot, office, groups):
    press(F2)
    qtbot.waitUntil(groups.dialog.name.hasFocus)
    press("jardin", ENTER)
    office.idle(qtbot)
    assert groups.dialog.form.fields["group"].error
    press(*[Qt.Key.Key_Backspace] * 6, "Terreau", ENTER)
    settle(qtbot, office, groups)
    assert groups.dialog is None
    assert "Terreau" in [row[0] for row in rows(groups)]


def test_enter_shows_who_takes_part(qtbot, office, groups):
    opened = []
    office.desk.navigator.requested.connect(lambda *where: opened.append(where))
    press(DOWN, DOWN, ENTER)
    assert opened == [("contacts", Rule("group", "=", ("Jardin",)))]


def test_search_narrows_the_groups(qtbot, office, groups):
    groups.search.setFocus()
    press("fete")
    qtbot.waitUntil(lambda: [row[0] for row in rows(groups)] == ["Fête"])
    press("xx")
    qtbot.waitUntil(lambda: rows(groups) == [])
    groups.list.clear_action.trigger()
    assert len(rows(groups)) == 3
