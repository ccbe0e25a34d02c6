"""Changing many contacts at once, driven as a person does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from coopdesk.domain.contacts import NewContact
from coopdesk.domain.custom_fields import FieldKind, NewCustomField
from tests.ui.contacts.conftest import press, settle

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
TAB, ENTER, ESCAPE = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def chosen(qtbot, office, page):
    page.list.table.setFocus()
    page.list.table.selectAll()
    settle(qtbot, office, page)
    return page


@pytest.fixture
def dialog(qtbot, office, chosen):
    return opened(qtbot, office, chosen)


def opened(qtbot, office, page):
    page.doings.mass_action.trigger()
    settle(qtbot, office, page)
    return page.doings.mass.dialog


def choose(qtbot, office, page, dialog, title):
    box = dialog.change
    box.setCurrentText(title)
    box.activated.emit(box.currentIndex())
    seen(qtbot, office, page)


def seen(qtbot, office, page):
    """Wait for the preview."""
    qtbot.wait(250)
    settle(qtbot, office, page)


def lines(dialog):
    table = dialog.table
    return [
        tuple(table.item(row, column).text() for column in range(3))
        for row in range(table.rowCount())
    ]


def tags(office, people):
    return [office.services.contacts.get(key).profile.tags for key in people.values()]


def test_action_is_there_only_for_several_contacts(qtbot, office, page, people):
    page.list.table.select_id(people["Zoé Abadie"])
    assert not page.doings.mass_action.isVisible()
    page.list.table.selectAll()
    assert page.doings.mass_action.isVisible()
    assert page.doings.mass_action.text() == "Modifier les 4 contacts…"


def test_tag_is_given_to_a_selection_after_a_preview_and_taken_back(
    qtbot, office, chosen, people, undo
):
    known = NewContact(last_name="Abadie", first_name="Zoé", tags=("Fête",))
    office.services.contacts.change(people["Zoé Abadie"], known)
    settle(qtbot, office, chosen)
    chosen.list.table.selectAll()
    dialog = opened(qtbot, office, chosen)
    dialog.change.setFocus()
    press(TAB, "fete")
    seen(qtbot, office, chosen)
    assert (
        dialog.summary.text().replace("\u00a0", " ") == "3 contacts changent · 1 : déjà ainsi"
    )
    assert dialog.submit_button.text() == "Modifier 3 contacts"
    assert ("Léo Martin", "—", "fete") in lines(dialog)
    assert tags(office, people).count(()) == 3
    press(ENTER)
    settle(qtbot, office, chosen)
    assert chosen.doings.mass.dialog is None
    assert tags(office, people).count(()) == 0
    undo.undo()
    settle(qtbot, office, chosen)
    assert tags(office, people).count(()) == 3


def test_field_of_persons_leaves_structures_as_they_are(qtbot, office, chosen, dialog):
    choose(qtbot, office, chosen, dialog, "Civilité")
    dialog.inputs.civility.setCurrentIndex(1)
    dialog.inputs.civility.activated.emit(1)
    seen(qtbot, office, chosen)
    assert "3 contacts changent" in dialog.summary.text()
    assert "1\u00a0: sans objet pour ce type" in dialog.summary.text()
    assert not dialog.inputs.tag.isVisible()


def test_own_amount_is_stored_as_it_was_typed(qtbot, office, chosen, people):
    new = NewCustomField("Quotient", FieldKind.AMOUNT)
    field_id = office.services.custom_fields.add(new).value.id
    dialog = opened(qtbot, office, chosen)
    choose(qtbot, office, chosen, dialog, "Quotient")
    dialog.inputs.own[0].widget.setFocus()
    press("1200,50")
    seen(qtbot, office, chosen)
    assert "200,50" in lines(dialog)[0][2]
    dialog.submit_button.click()
    settle(qtbot, office, chosen)
    (value,) = office.services.contacts.get(people["Léo Martin"]).profile.custom
    assert (value.field_id, value.text) == (field_id, "120050")


def test_group_is_joined_by_a_selection(qtbot, office, chosen, dialog, people):
    choose(qtbot, office, chosen, dialog, "Mettre dans un groupe")
    dialog.inputs.group.setFocus()
    press("Atelier")
    seen(qtbot, office, chosen)
    dialog.submit_button.click()
    settle(qtbot, office, chosen)
    (group,) = office.services.groups.all()
    assert (group.name, group.current) == ("Atelier", len(people))


def test_nothing_is_sent_before_something_is_chosen(qtbot, office, chosen, dialog, people):
    seen(qtbot, office, chosen)
    assert not dialog.submit_button.isEnabled()
    press(ENTER)
    settle(qtbot, office, chosen)
    assert tags(office, people).count(()) == len(people)
    press(ESCAPE)
    assert chosen.doings.mass.dialog is None
