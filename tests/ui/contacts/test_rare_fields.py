"""The fields of a contact under *Plus*, filled as a person does."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.contact_details import (
    ContactPoint,
    FieldValue,
    FurtherAddress,
    OrganisationKind,
    PointKind,
)
from coopdesk.domain.contacts import Civility, ContactFilter, ContactKind, NewContact
from coopdesk.domain.custom_fields import FieldKind, NewCustomField
from tests.ui.contacts.conftest import press, settle, unnamed

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
CONTROL = Qt.KeyboardModifier.ControlModifier
TAB, ENTER, ESCAPE = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape
DOWN, BACKSPACE, SPACE = Qt.Key.Key_Down, Qt.Key.Key_Backspace, Qt.Key.Key_Space

FULL_PERSON = NewContact(
    civility=Civility.MADAM,
    last_name="Kerbrat",
    first_name="Nadia",
    email="nadia@example.org",
    phone="06 12 34 56 78",
    address=PostalAddress("2 quai de la Fosse", "Bât. C", "44000", "Nantes"),
    note="Sonne\ndeux fois.",
    number="A-0042",
    birth_on=dt.date(1964, 3, 12),
    language="br",
    sector="Culture",
    discipline="Chant",
    website="https://nadia.example.org",
    points=(
        ContactPoint(PointKind.EMAIL, "nadia.pro@example.org", "travail"),
        ContactPoint(PointKind.PHONE, "02 40 00 00 01", "domicile"),
    ),
    further_addresses=(
        FurtherAddress(PostalAddress("5 rue de la Plage", "", "44380", "Pornichet"), "l’été"),
    ),
    tags=("bénévole", "jardin"),
)
FULL_ORGANISATION = NewContact(
    kind=ContactKind.ORGANISATION,
    organisation_name="Réseau des jardins",
    acronym="RJ",
    organisation_kind=OrganisationKind.FEDERATION,
    legal_form="Association loi 1901",
    siren="732829320",
    siret="73282932000074",
    rna="W442000001",
    last_name="Le Goff",
    first_name="Yann",
    website="https://jardins.example.org",
)
FIELDS = (
    NewCustomField("Instrument"),
    NewCustomField("Remarques", FieldKind.LONG_TEXT),
    NewCustomField("Enfants", FieldKind.NUMBER),
    NewCustomField("Quotient", FieldKind.AMOUNT),
    NewCustomField("Arrivée", FieldKind.DATE),
    NewCustomField("Permis", FieldKind.YES_NO),
    NewCustomField("Taille", FieldKind.CHOICE, choices=("S", "M", "L")),
    NewCustomField("Ateliers", FieldKind.CHOICES, choices=("Chant", "Danse", "Théâtre")),
)


@pytest.fixture
def dialog(qtbot, office, page):
    return opened(qtbot, office, page)


@pytest.fixture
def fields(office):
    """Eight fields of the association, one of each type: names lead to ids."""
    return {new.name: office.services.custom_fields.add(new).value.id for new in FIELDS}


def opened(qtbot, office, page):
    page.add_action.trigger()
    dialog = page.editor.dialog
    qtbot.waitUntil(dialog.first_name.hasFocus)
    office.idle(qtbot)
    dialog.form.unfold()
    return dialog


def change(qtbot, office, page, contact_id):
    settle(qtbot, office, page)
    page.show_target(contact_id)
    settle(qtbot, office, page)
    page.edit_action.trigger()
    settle(qtbot, office, page)
    return page.editor.dialog


def find(office, text):
    (line,) = office.services.contacts.find(ContactFilter(text=text), 5)
    return office.services.contacts.get(line.id)


def save(qtbot, office, page, dialog):
    dialog.submit_button.click()
    settle(qtbot, office, page)


@pytest.mark.parametrize("known", [FULL_PERSON, FULL_ORGANISATION])
def test_saving_what_was_opened_changes_nothing(qtbot, office, page, known):
    key = office.services.contacts.add(known).value.id
    before = office.services.contacts.get(key)
    dialog = change(qtbot, office, page, key)
    assert not dialog.form.is_dirty
    assert dialog.rare.tags.isVisible()
    save(qtbot, office, page, dialog)
    assert page.editor.dialog is None
    assert office.services.contacts.get(key) == before
    assert before.profile == known


def test_second_e_mail_is_added_and_taken_away_by_keyboard(qtbot, office, page, dialog):
    press("Nadia", TAB, "Kerbrat")
    dialog.rare.emails.add_button.setFocus()
    press(SPACE, "nadia.pro@example.org", TAB, "travail", TAB, TAB)
    assert dialog.rare.emails.add_button.hasFocus()
    press(SPACE, "de trop@", TAB, TAB, SPACE)
    assert len(dialog.rare.emails.rows) == 1
    assert dialog.rare.emails.rows[0].remove_button.hasFocus()
    save(qtbot, office, page, dialog)
    assert find(office, "kerbrat").profile.points == (
        ContactPoint(PointKind.EMAIL, "nadia.pro@example.org", "travail"),
    )


def test_wrong_second_e_mail_is_said_beneath_its_rows_and_nothing_is_lost(
    qtbot, office, page, dialog
):
    press("Nadia", TAB, "Kerbrat")
    dialog.rare.emails.add_button.setFocus()
    press(SPACE, "nadia chez elle", TAB)
    assert dialog.form.error_of("emails")
    press(ENTER)
    settle(qtbot, office, page)
    assert page.editor.dialog is dialog
    assert dialog.form.error_of("emails")
    (row,) = dialog.rare.emails.rows
    assert row.value.hasFocus()
    assert row.value.text() == "nadia chez elle"
    row.value.clear()
    press("nadia@example.org", ENTER)
    settle(qtbot, office, page)
    assert find(office, "kerbrat").profile.points[0].value == "nadia@example.org"


def test_further_address_is_filled_by_pasting_it_whole(qtbot, office, page, dialog):
    press("Nadia", TAB, "Kerbrat")
    dialog.rare.addresses.add_button.setFocus()
    press(SPACE)
    (row,) = dialog.rare.addresses.rows
    assert row.street.hasFocus()
    QGuiApplication.clipboard().setText("5 rue de la Plage\n44380 Pornichet")
    QTest.keyClick(row.street, Qt.Key.Key_V, CONTROL)
    save(qtbot, office, page, dialog)
    (further,) = find(office, "kerbrat").profile.further_addresses
    assert further.address == PostalAddress("5 rue de la Plage", "", "44380", "Pornichet")


def test_tag_is_completed_from_those_there_are(qtbot, office, page):
    office.services.contacts.add(NewContact(last_name="Ancien", tags=("Bénévole", "Jardin")))
    dialog = opened(qtbot, office, page)
    press("Nadia", TAB, "Kerbrat")
    dialog.rare.tags.line.setFocus()
    press("bene")
    assert dialog.rare.tags.line.proposals == ("Bénévole",)
    press(DOWN, ENTER)
    assert dialog.rare.tags.tags() == ("Bénévole",)
    press("accueil", ENTER, "FÊTE,")
    assert page.editor.dialog is dialog
    assert [chip.text() for chip in dialog.rare.tags.chips] == ["Bénévole", "accueil", "FÊTE"]
    press(BACKSPACE, "pas finie", ENTER, ENTER)
    settle(qtbot, office, page)
    assert page.editor.dialog is None
    assert find(office, "kerbrat").profile.tags == ("Bénévole", "accueil", "pas finie")


def test_same_tag_in_other_letters_is_one_tag(dialog):
    dialog.rare.tags.line.setFocus()
    press("FÊTE", ENTER, "fete", ENTER)
    assert dialog.rare.tags.tags() == ("FÊTE",)


def test_typed_tag_that_was_not_entered_is_kept(qtbot, office, page, dialog):
    press("Nadia", TAB, "Kerbrat")
    dialog.rare.tags.line.setFocus()
    press("accueil")
    save(qtbot, office, page, dialog)
    assert find(office, "kerbrat").profile.tags == ("accueil",)


def test_eight_types_of_own_fields_are_drawn_and_stored(qtbot, office, page, fields):
    dialog = opened(qtbot, office, page)
    press("Nadia", TAB, "Kerbrat")
    own = dialog.rare.own.inputs
    own[fields["Instrument"]].widget.setFocus()
    press("Alto", TAB, "Vient tard", TAB, "2,5", TAB, "1200,50", TAB, "12/3/2019", TAB)
    press(DOWN, TAB, DOWN, DOWN, TAB, SPACE, TAB, TAB, SPACE)
    assert dialog.form.is_dirty
    save(qtbot, office, page, dialog)
    assert page.editor.dialog is None
    found = {value.field_id: value.text for value in find(office, "kerbrat").profile.custom}
    assert found == {
        fields["Instrument"]: "Alto",
        fields["Remarques"]: "Vient tard",
        fields["Enfants"]: "2.5",
        fields["Quotient"]: "120050",
        fields["Arrivée"]: "2019-03-12",
        fields["Permis"]: "1",
        fields["Taille"]: "M",
        fields["Ateliers"]: "Chant\nThéâtre",
    }


def test_own_fields_of_a_contact_come_back_as_they_were(qtbot, office, page, fields):
    values = ("Alto", "Deux\nlignes", "2.5", "120050", "2019-03-12", "0", "L", "Danse")
    custom = tuple(FieldValue(key, x) for key, x in zip(fields.values(), values, strict=True))
    key = office.services.contacts.add(NewContact(last_name="Kerbrat", custom=custom)).value.id
    dialog = change(qtbot, office, page, key)
    assert dialog.rare.own.inputs[fields["Enfants"]].widget.text() == "2,5"
    save(qtbot, office, page, dialog)
    assert office.services.contacts.get(key).profile.custom == custom


def test_every_wrong_own_field_is_said_beneath_it(qtbot, office, page, fields):
    dialog = opened(qtbot, office, page)
    press("Nadia", TAB, "Kerbrat")
    own = dialog.rare.own.inputs
    own[fields["Enfants"]].widget.setText("deux")
    own[fields["Arrivée"]].widget.setText("bientôt")
    save(qtbot, office, page, dialog)
    assert page.editor.dialog is dialog
    assert "« deux »" in dialog.form.error_of(f"custom:{fields['Enfants']}").replace(
        "\u00a0", " "
    )
    assert dialog.form.error_of(f"custom:{fields['Arrivée']}")
    assert dialog.first_name.text() == "Nadia"


def test_own_field_of_organisations_only_is_not_asked_of_persons(qtbot, office, page):
    new = NewCustomField("Convention", kind_of_contact=ContactKind.ORGANISATION)
    key = office.services.custom_fields.add(new).value.id
    dialog = opened(qtbot, office, page)
    made = dialog.rare.own.inputs[key]
    assert not made.widget.isVisible()
    dialog.kind.chip(ContactKind.ORGANISATION).click()
    assert made.widget.isVisible()
    made.widget.setText("2026-14")
    dialog.kind.chip(ContactKind.PERSON).click()
    dialog.last_name.setText("Kerbrat")
    save(qtbot, office, page, dialog)
    assert find(office, "kerbrat").profile.custom == ()


def test_organisation_belongs_to_another_that_is_chosen_by_name(
    qtbot, office, page, people, dialog
):
    dialog.kind.chip(ContactKind.ORGANISATION).click()
    dialog.organisation_name.setFocus()
    press("Biocoop du Lac")
    dialog.rare.parent.setFocus()
    press("biocoop", ENTER)
    qtbot.waitUntil(lambda: dialog.rare.parent.contact_id() == people["Biocoop du Port"])
    save(qtbot, office, page, dialog)
    assert find(office, "lac").profile.parent_id == people["Biocoop du Port"]


def test_form_says_who_moves_along_when_the_address_changes(qtbot, office, page, people):
    key = people["Élodie Lefèvre"]
    office.services.households.create([key, people["Zoé Abadie"]])
    dialog = change(qtbot, office, page, key)
    assert "Zoé Abadie" in dialog.city.accessibleDescription()
    dialog.street.setText("9 rue Neuve")
    save(qtbot, office, page, dialog)
    moved = office.services.contacts.get(people["Zoé Abadie"]).profile.address
    assert moved.street == "9 rue Neuve"


def test_every_control_of_the_whole_form_has_a_name(qtbot, office, page, fields):
    dialog = opened(qtbot, office, page)
    for rows in (dialog.rare.emails, dialog.rare.phones, dialog.rare.addresses):
        rows.add_button.click()
    dialog.rare.tags.set_tags(("jardin",))
    for kind in ContactKind:
        dialog.kind.chip(kind).click()
        assert unnamed(dialog) == []


def test_number_of_somebody_else_is_refused_beneath_the_number(qtbot, office, page):
    office.services.contacts.add(NewContact(last_name="Ancien", number="42"))
    dialog = opened(qtbot, office, page)
    press("Nadia", TAB, "Kerbrat")
    dialog.rare.line("number").setFocus()
    press("42", ENTER)
    settle(qtbot, office, page)
    assert "Ancien" in dialog.form.error_of("number")
    assert dialog.rare.line("number").hasFocus()


def test_tab_goes_through_every_field_in_the_order_of_reading(qtbot, office, page, fields):
    dialog = opened(qtbot, office, page)
    dialog.rare.emails.add_button.click()
    dialog.first_name.setFocus()
    dialog.grab()
    qtbot.wait(50)
    places = []
    for _step in range(80):
        press(TAB)
        now = QApplication.focusWidget()
        if now is dialog.cancel_button:
            break
        places.append(now.mapTo(dialog.form, QPoint()).y())
    assert len(places) > 25
    # Fields side by side differ by a pixel or two.
    assert all(then > before - 8 for before, then in pairwise(places))
