"""The fields that the association adds, defined in the settings as a person does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from coopdesk.domain.contact_details import FieldValue
from coopdesk.domain.contacts import ContactKind, NewContact
from coopdesk.domain.custom_fields import FieldKind, NewCustomField
from coopdesk.ui.page import Role
from coopdesk.ui.settings.field_dialog import renamed_choices
from coopdesk.ui.settings.page import SettingsPage
from coopdesk.ui.undo import UndoControl
from tests.ui.contacts.conftest import press
from tests.ui.office import problems_of, show_page, texts

TAB, ENTER, DOWN = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Down


@pytest.fixture
def fields(office):
    """Three fields: names lead to ids."""
    new = (
        NewCustomField("Instrument"),
        NewCustomField("Taille", FieldKind.CHOICE, choices=("S", "M", "L")),
        NewCustomField("Quotient", FieldKind.AMOUNT),
    )
    return {one.name: office.services.custom_fields.add(one).value.id for one in new}


@pytest.fixture
def tab(qtbot, office, window, fields):
    page = SettingsPage(office.desk, window)
    show_page(page, window)
    page.show_target("fields")
    window.activateWindow()
    office.idle(qtbot)
    page.fields.list.table.setFocus()
    return page.fields


def names(tab):
    return [row[0] for row in texts(tab.list)]


def add(qtbot, tab):
    tab.add_action.trigger()
    qtbot.waitUntil(tab.dialog.name.hasFocus)


def submit(qtbot, office, tab):
    tab.dialog.submit_button.click()
    office.idle(qtbot)


def test_field_with_choices_is_defined_by_keyboard(qtbot, office, tab):
    add(qtbot, tab)
    press("Permis", TAB)
    press(*[DOWN] * 6)
    assert tab.dialog.choices.isVisible()
    press(TAB, "B", ENTER, "BE", TAB, DOWN, TAB, Qt.Key.Key_Space)
    submit(qtbot, office, tab)
    assert tab.dialog is None
    content = office.services.custom_fields.all()[-1].content
    assert content == NewCustomField(
        "Permis", FieldKind.CHOICE, ContactKind.PERSON, ("B", "BE"), is_listed=True
    )
    assert names(tab) == ["Instrument", "Taille", "Quotient", "Permis"]
    assert tab.list.table.current_id == office.services.custom_fields.all()[-1].id


def test_wrong_definition_is_refused_beneath_the_field(qtbot, office, tab):
    add(qtbot, tab)
    press("instrument", ENTER)
    office.idle(qtbot)
    assert tab.dialog.form.error_of("name")
    assert tab.dialog.name.text() == "instrument"
    tab.dialog.done(0)


def test_rewritten_choice_takes_its_values_along(qtbot, office, tab, fields):
    custom = (FieldValue(fields["Taille"], "M"),)
    key = office.services.contacts.add(NewContact(last_name="Kerbrat", custom=custom)).value.id
    tab.list.table.select_id(fields["Taille"])
    press(ENTER)
    tab.dialog.choices.setPlainText("S\nMoyen\nL")
    submit(qtbot, office, tab)
    (value,) = office.services.contacts.get(key).profile.custom
    assert value.text == "Moyen"


def test_renamed_choices_are_told_from_added_and_exchanged_ones():
    assert renamed_choices(("S", "M"), ("S", "Moyen")) == {"M": "Moyen"}
    assert renamed_choices(("S", "M"), ("M", "S")) == {}
    assert renamed_choices(("S", "M"), ("S", "M", "L")) == {}


def test_field_is_moved_with_keys_and_stays_chosen(qtbot, office, window, tab, fields):
    undo = UndoControl(office.desk.tasks, office.desk.changes, window)
    undo.attach(office.services.operations)
    office.idle(qtbot)
    tab.list.table.select_id(fields["Quotient"])
    tab.up_action.trigger()
    office.idle(qtbot)
    assert names(tab) == ["Instrument", "Quotient", "Taille"]
    assert tab.list.table.current_id == fields["Quotient"]
    assert tab.down_action.isEnabled()
    undo.undo()
    office.idle(qtbot)
    assert names(tab) == ["Instrument", "Taille", "Quotient"]


def test_removing_says_how_many_values_go_with_it(qtbot, office, tab, fields):
    custom = (FieldValue(fields["Instrument"], "Alto"),)
    office.services.contacts.add(NewContact(last_name="Kerbrat", custom=custom))
    tab.list.table.select_id(fields["Instrument"])
    tab.remove_action.trigger()
    office.idle(qtbot)
    (box,) = [
        x for x in QApplication.allWidgets() if isinstance(x, QMessageBox) and x.isVisible()
    ]
    assert "1 contact a une valeur" in box.informativeText()
    assert box.defaultButton().text() == "Annuler"
    box.buttons()[0].click()
    office.idle(qtbot)
    assert names(tab) == ["Taille", "Quotient"]


def test_removing_names_the_saved_filters_that_ask_for_the_field(qtbot, office, tab, fields):
    filters = office.services.filters
    filters.save("Altos", filters.parse("field(instrument) = alto"))
    tab.list.table.select_id(fields["Instrument"])
    tab.remove_action.trigger()
    office.idle(qtbot)
    (box,) = [
        x for x in QApplication.allWidgets() if isinstance(x, QMessageBox) and x.isVisible()
    ]
    assert "1 filtre enregistré s’en sert" in box.informativeText().replace("\u202f", " ")
    assert "Altos" in box.informativeText()
    assert box.defaultButton().text() == "Annuler"
    box.reject()


def test_new_field_has_the_keys_of_every_list_while_its_tab_is_shown(tab):
    page = tab.window().findChild(SettingsPage)
    action = page.role_actions[Role.NEW]
    assert action.isEnabled()
    action.trigger()
    assert tab.dialog is not None
    tab.dialog.reject()
    page.show_target("profile")
    assert not action.isEnabled()


def test_tab_fits_the_reference_screen_and_names_its_controls(tab):
    assert problems_of(tab) == []
