"""The form of a contact, driven as a person does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.contacts import Civility, ContactFilter, ContactKind, NewContact
from coopdesk.domain.custom_fields import FieldKind, NewCustomField
from coopdesk.ui.contacts.address_text import parse_address
from tests.ui.contacts.conftest import names, press, settle

CONTROL = Qt.KeyboardModifier.ControlModifier
TAB, ENTER, ESCAPE = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def dialog(qtbot, office, page):
    page.add_action.trigger()
    dialog = page.editor.dialog
    qtbot.waitUntil(dialog.first_name.hasFocus)
    return dialog


def choose_kind(dialog, kind):
    dialog.kind.chip(kind).click()


def questions(dialog):
    return [box for box in dialog.findChildren(QMessageBox) if box.isVisible()]


def find(office, text):
    (line,) = office.services.contacts.find(ContactFilter(text=text), 5)
    return office.services.contacts.get(line.id)


def test_contact_is_recorded_by_keyboard_only(qtbot, office, page, dialog):
    press("Nadia", TAB, "Kerbrat", TAB, "nadia@example.org", TAB, "0612345678", TAB)
    press("2 quai de la Fosse", TAB, "44 000", TAB, "Nantes", ENTER)
    settle(qtbot, office, page)
    assert page.editor.dialog is None
    profile = find(office, "kerbrat").profile
    assert profile == NewContact(
        first_name="Nadia",
        last_name="Kerbrat",
        email="nadia@example.org",
        phone="06 12 34 56 78",
        address=PostalAddress("2 quai de la Fosse", "", "44000", "Nantes"),
    )
    assert page.list.table.current_id == find(office, "kerbrat").id


def test_postcode_alone_gives_the_town(qtbot, office, page, dialog):
    press("Nadia", TAB, "Kerbrat")
    dialog.postal_code.setFocus()
    press("44400")
    qtbot.waitUntil(lambda: dialog.city.text() == "Rezé")
    press(ENTER)
    settle(qtbot, office, page)
    address = find(office, "kerbrat").profile.address
    assert (address.postal_code, address.city) == ("44400", "Rezé")


def test_leaving_a_field_tidies_it_or_says_what_is_wrong(qtbot, dialog):
    dialog.phone.setFocus()
    press("+33612345678", TAB)
    assert dialog.phone.text() == "06 12 34 56 78"
    dialog.email.setFocus()
    press("nadia chez example")
    assert dialog.form.error_of("email") == ""
    press(TAB)
    assert "n'est pas une adresse" in dialog.form.error_of("email").replace("’", "'")
    dialog.postal_code.setFocus()
    press("440", TAB)
    assert "cinq chiffres" in dialog.form.error_of("postal_code")
    dialog.postal_code.setFocus()
    press("00", TAB)
    assert dialog.form.error_of("postal_code") == ""


def test_refused_save_keeps_everything_typed(qtbot, office, page, dialog):
    press("Nadia", TAB, "Kerbrat", TAB, "pas une adresse", ENTER)
    settle(qtbot, office, page)
    assert page.editor.dialog is dialog
    assert dialog.form.error_of("email")
    assert dialog.email.hasFocus()
    typed = [f.text() for f in (dialog.first_name, dialog.last_name, dialog.email)]
    assert typed == ["Nadia", "Kerbrat", "pas une adresse"]
    assert dialog.submit_button.isEnabled()


def test_nameless_contact_is_refused_beside_the_name(qtbot, office, page, dialog):
    press(ENTER)
    settle(qtbot, office, page)
    assert dialog.form.error_of("last_name") == "Saisissez un nom ou un prénom."


def test_organisation_shows_its_own_fields_and_keeps_the_name_typed(
    qtbot, office, page, dialog
):
    # As the form of a gift splits the name of a donor that is not known yet.
    dialog.first_name.setText("Biocoop du")
    dialog.last_name.setFocus()
    press("Lac")
    choose_kind(dialog, ContactKind.ORGANISATION)
    assert dialog.organisation_name.text() == "Biocoop du Lac"
    assert not dialog.last_name.isVisible()
    dialog.form.unfold()
    assert dialog.rare.line("siren").isVisible()
    dialog.rare.line("siren").setFocus()
    press("732 829 321", TAB)
    assert dialog.form.error_of("siren")
    dialog.rare.line("siren").setText("732 829 320")
    dialog.rare.line("contact_last_name").setText("Le Goff")
    dialog.submit_button.click()
    settle(qtbot, office, page)
    profile = find(office, "lac").profile
    assert (profile.kind, profile.siren) == (ContactKind.ORGANISATION, "732829320")
    assert profile.last_name == "Le Goff"


def test_save_and_new_empties_the_form_for_the_next_one(qtbot, office, page, dialog):
    press("Nadia", TAB, "Kerbrat")
    dialog.repeat_button.click()
    settle(qtbot, office, page)
    assert page.editor.dialog is dialog
    assert dialog.first_name.text() == dialog.last_name.text() == ""
    assert dialog.first_name.hasFocus()
    press("Yann", TAB, "Le Goff", ENTER)
    settle(qtbot, office, page)
    assert {"Nadia Kerbrat", "Yann Le Goff"} < set(names(page))


def test_change_starts_from_what_is_known_and_unfolds_what_is_rare(qtbot, office, page, people):
    office.services.contacts.change(
        people["Zoé Abadie"],
        NewContact(
            last_name="Abadie",
            first_name="Zoé",
            civility=Civility.MADAM,
            note="Sonne\ndeux fois.",
            address=PostalAddress(street="Hauptstraße 1", city="Berlin", country="DE"),
        ),
    )
    before = office.services.contacts.get(people["Zoé Abadie"])
    settle(qtbot, office, page)
    page.list.table.select_id(people["Zoé Abadie"])
    page.edit_action.trigger()
    settle(qtbot, office, page)
    dialog = page.editor.dialog
    assert dialog.rare.note.isVisible()
    assert dialog.rare.country.currentText() == "Allemagne"
    dialog.submit_button.click()
    settle(qtbot, office, page)
    assert office.services.contacts.get(people["Zoé Abadie"]) == before


def test_escape_closes_at_once_when_nothing_was_typed(qtbot, page, dialog):
    press(ESCAPE)
    assert page.editor.dialog is None


def test_escape_asks_when_something_would_be_lost(qtbot, page, dialog):
    press("Nadia", ESCAPE)
    (question,) = questions(dialog)
    assert page.editor.dialog is dialog
    leave = next(
        button
        for button in question.buttons()
        if question.buttonRole(button) is QMessageBox.ButtonRole.DestructiveRole
    )
    leave.click()
    assert page.editor.dialog is None


def test_similar_contact_is_said_beside_the_name_and_leads_to_it(
    qtbot, office, page, people, dialog
):
    press("Élodie", TAB, "lefevre")
    qtbot.waitUntil(dialog.similar.isVisible)
    link = dialog.similar.findChildren(QPushButton)[0]
    assert link.text() == "Ouvrir\u00a0: Élodie Lefèvre — 44000 Nantes"
    assert link.accessibleDescription() == "même nom"
    dialog.form.is_dirty = False
    link.click()
    settle(qtbot, office, page)
    assert page.editor.dialog is None
    assert page.list.table.current_id == people["Élodie Lefèvre"]
    assert "Élodie Lefèvre" in page.panel.reader.toPlainText()


def test_the_next_contact_of_a_series_resembles_nobody_before_it_is_typed(
    qtbot, office, page, dialog
):
    press("Zoe", TAB, "Nevot")
    dialog.repeat_button.click()
    qtbot.waitUntil(lambda: dialog.last_name.text() == "")
    # Longer than a person pauses while typing.
    qtbot.wait(200)
    settle(qtbot, office, page)
    assert not dialog.similar.isVisible()


def test_similar_contact_does_not_name_the_one_being_changed(qtbot, office, page, people):
    page.list.table.select_id(people["Zoé Abadie"])
    page.edit_action.trigger()
    settle(qtbot, office, page)
    dialog = page.editor.dialog
    dialog.last_name.setFocus()
    press("e")
    qtbot.wait(250)
    office.idle(qtbot)
    assert not dialog.similar.isVisible()
    dialog.form.is_dirty = False
    dialog.reject()


@pytest.mark.parametrize("hostile", ["<img src=x>", "A & B", "x" * 120])
def test_hostile_similar_contact_is_shown_as_it_is(qtbot, office, page, dialog, hostile):
    office.services.contacts.add(NewContact(last_name=hostile))
    width = dialog.width()
    dialog.last_name.setFocus()
    press(hostile)
    qtbot.waitUntil(dialog.similar.isVisible)
    link = dialog.similar.findChildren(QPushButton)[0]
    assert hostile in link.accessibleName()
    assert dialog.width() == width
    dialog.form.is_dirty = False
    dialog.reject()


def test_pasted_address_fills_its_fields(qtbot, dialog):
    dialog.first_name.setText("Nadia")
    dialog.last_name.setText("Kerbrat")
    QGuiApplication.clipboard().setText(
        "Nadia Kerbrat\nRésidence du Parc\n2 quai de la Fosse\n44000 Nantes\nFrance"
    )
    dialog.street.setFocus()
    QTest.keyClick(dialog.street, Qt.Key.Key_V, CONTROL)
    fields = (dialog.rare.complement, dialog.street, dialog.postal_code, dialog.city)
    assert [field.text() for field in fields] == [
        "Résidence du Parc",
        "2 quai de la Fosse",
        "44000",
        "Nantes",
    ]


@pytest.mark.parametrize(
    ("pasted", "expected"),
    [
        ("1 rue Haute\n44000 Nantes", PostalAddress("1 rue Haute", "", "44000", "Nantes")),
        ("1 rue Haute, 44000 Nantes", PostalAddress("1 rue Haute", "", "44000", "Nantes")),
        ("1 rue Haute\nF-44 000 Nantes", PostalAddress("1 rue Haute", "", "44000", "Nantes")),
        (
            "1 rue Haute 44000 Nantes, France",
            PostalAddress("1 rue Haute", "", "44000", "Nantes"),
        ),
        ("1 rue Haute", None),
        ("44000 Nantes", None),
        ("", None),
        ("un\ndeux\ntrois", None),
    ],
)
def test_only_a_whole_address_is_taken_apart(pasted, expected):
    assert parse_address(pasted) == expected


def test_escape_closes_an_untouched_form_with_fields_of_the_association(qtbot, office, page):
    for kind in (FieldKind.TEXT, FieldKind.LONG_TEXT, FieldKind.YES_NO):
        office.services.custom_fields.add(NewCustomField(kind.value, kind))
    page.add_action.trigger()
    settle(qtbot, office, page)
    dialog = page.editor.dialog
    assert len(dialog.rare.own.inputs) == 3
    press(Qt.Key.Key_Escape)
    assert page.editor.dialog is None
