"""A file of contacts through the window: columns, doubtful lines, cells, undo."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QRadioButton

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.contact_details import FieldValue
from coopdesk.domain.contacts import ContactFilter, NewContact
from coopdesk.domain.custom_fields import FieldKind, NewCustomField
from coopdesk.domain.imports import RowVerdict
from coopdesk.ui.imports.files_view import Mode
from coopdesk.ui.imports.page import ImportPage
from coopdesk.ui.imports.views import View
from tests.ui.office import problems_of, texts

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.office import Office

PAHEKO = ",".join(
    f'"{name}"'
    for name in (
        "Numéro de membre",
        "Nom & prénom",
        "Adresse E-Mail",
        "Adresse postale",
        "Code postal",
        "Ville",
        "Numéro de téléphone",
        "Inscription à la lettre d'information",
        "Date d'inscription",
        "Catégorie",
    )
)
MEMBER = (
    '"{n}","{name}","{email}","1 rue de l\'Exemple","44000","Nantes","","Oui","01/02/2023",'
    '"Membres actifs"'
)
VCARD = (
    "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Noé Kervella\r\nN:Kervella;Noé;;;\r\n"
    "EMAIL:noe@example.org\r\nEND:VCARD\r\n"
)


@pytest.fixture
def preview(page, office, qtbot):
    def look(path: Path) -> None:
        page.preview(path)
        office.idle(qtbot)

    return look


def paheko(tmp_path: Path, *people: tuple[str, str]) -> Path:
    path = tmp_path / "membres.csv"
    rows = [
        MEMBER.format(n=number, name=name, email=email)
        for number, (name, email) in enumerate(people, start=1)
    ]
    path.write_text("\n".join((PAHEKO, *rows)) + "\n", encoding="utf-8")
    return path


def unknown_table(tmp_path: Path) -> Path:
    path = tmp_path / "carnet.csv"
    path.write_text(
        "Patronyme;Petit nom;Courriel;Couleur préférée\n"
        "Kervella;Noé;noe@example.org;vert\n"
        "Le Bihan;Iris;iris@example.org;bleu\n",
        encoding="utf-8",
    )
    return path


def names(office: Office) -> list[str]:
    contacts = office.services.contacts
    return [line.name for line in contacts.find(ContactFilter(), 100)]


def row_of(page: ImportPage, name: str) -> int:
    shown = texts(page.files.contacts.view.list)
    row = next(number for number, cells in enumerate(shown) if cells[2] == name)
    return page.files.contacts.view.list.model.id_at(row)


def open_line(page: ImportPage, office: Office, qtbot, name: str) -> None:
    page.files.contacts.view.list.record_activated.emit(row_of(page, name))
    office.idle(qtbot)


def choose(page: ImportPage, office: Office, qtbot, words: str) -> None:
    panel = page.files.contacts.view.panel
    (button,) = [
        button for button in panel.findChildren(QRadioButton) if words in button.text()
    ]
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    office.idle(qtbot)


def test_members_of_another_program_are_shown_then_recorded_by_enter(
    page, office, preview, qtbot, tmp_path
):
    before = len(names(office))
    preview(paheko(tmp_path, ("Noé Kervella", "noe@example.org"), ("Iris Le Bihan", "")))

    assert page.files.mode is Mode.CONTACTS
    assert page.files.figures.figure(RowVerdict.NEW).value == "2"
    assert "2 nouveaux contacts" in page.files.foot.text
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    office.idle(qtbot)

    assert page.files.mode is Mode.RESULT
    assert page.files.figures.figure(RowVerdict.NEW).value == "2"
    assert len(names(office)) == before + 2
    assert "2 nouveaux contacts" in page.files.foot.text


def test_import_of_contacts_is_taken_back_whole(page, office, preview, qtbot, tmp_path):
    before = names(office)
    preview(paheko(tmp_path, ("Noé Kervella", "noe@example.org")))
    page.files.foot.apply_action.trigger()
    office.idle(qtbot)
    page.files.foot.undo_action.trigger()
    office.idle(qtbot)

    assert names(office) == before
    assert page.views.current is View.HISTORY


def test_unknown_table_asks_what_its_columns_hold(page, office, preview, qtbot, tmp_path):
    preview(unknown_table(tmp_path))
    dialog = page.files.contacts.dialog

    assert dialog is not None
    assert list(dialog.boxes) == ["Patronyme", "Petit nom", "Courriel", "Couleur préférée"]
    dialog.boxes["Patronyme"].choose("last_name")
    dialog.boxes["Petit nom"].choose("first_name")
    dialog.boxes["Courriel"].choose("email")
    dialog.boxes["Couleur préférée"].choose("kept")
    qtbot.keyClick(dialog.submit_button, Qt.Key.Key_Return)
    office.idle(qtbot)

    assert page.files.mode is Mode.CONTACTS
    assert [cells[2] for cells in texts(page.files.contacts.view.list)] == [
        "Noé Kervella",
        "Iris Le Bihan",
    ]


def test_a_column_meant_twice_is_refused_beneath_it(page, office, preview, qtbot, tmp_path):
    preview(unknown_table(tmp_path))
    dialog = page.files.contacts.dialog
    dialog.boxes["Patronyme"].choose("last_name")
    dialog.boxes["Petit nom"].choose("last_name")
    dialog.submit_button.click()

    assert "deux colonnes" in dialog.form.error_of("Petit nom")
    dialog.reject()
    office.idle(qtbot)


def test_giving_up_at_the_columns_leads_back(page, office, preview, qtbot, tmp_path):
    preview(unknown_table(tmp_path))
    page.files.contacts.dialog.reject()
    office.idle(qtbot)

    assert not page.files.is_open
    assert page.views.tabs.isVisible()


def said_in(widget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def test_columns_are_remembered_for_the_next_file(page, office, preview, qtbot, tmp_path):
    preview(unknown_table(tmp_path))
    page.files.contacts.dialog.boxes["Couleur préférée"].choose("sector")
    page.files.contacts.dialog.boxes["Patronyme"].choose("last_name")
    page.files.contacts.dialog.boxes["Petit nom"].choose("first_name")
    page.files.contacts.dialog.submit_button.click()
    office.idle(qtbot)
    page.files.foot.apply_action.trigger()
    office.idle(qtbot)
    page.files.leave()
    preview(unknown_table(tmp_path))

    assert page.files.contacts.dialog is None
    assert page.files.mode is Mode.CONTACTS
    assert "colonnes lues selon vos choix" in said_in(page)
    page.files.columns_action.trigger()
    assert page.files.contacts.dialog.boxes["Couleur préférée"].value == "sector"
    assert "vous avez choisi" in said_in(page.files.contacts.dialog)
    page.files.contacts.dialog.reject()
    office.idle(qtbot)


def test_a_doubtful_line_waits_until_a_person_says_who_it_is(
    page, office, preview, qtbot, tmp_path
):
    office.services.contacts.add(NewContact(last_name="Kervella", first_name="Noé"))
    before = len(names(office))
    preview(paheko(tmp_path, ("Noé Kervella", "")))

    assert page.files.figures.figure(RowVerdict.DOUBTFUL).value == "1"
    assert "laissée de côté" in page.files.foot.text
    open_line(page, office, qtbot, "Noé Kervella")
    choose(page, office, qtbot, "C’est Noé Kervella")
    page.files.foot.apply_action.trigger()
    office.idle(qtbot)

    assert len(names(office)) == before
    (found,) = office.services.contacts.find(ContactFilter(text="Kervella"), 10)
    assert found.town == "44000 Nantes"


def test_a_doubtful_line_becomes_a_new_contact_on_demand(
    page, office, preview, qtbot, tmp_path
):
    office.services.contacts.add(NewContact(last_name="Kervella", first_name="Noé"))
    before = len(names(office))
    preview(paheko(tmp_path, ("Noé Kervella", "")))
    open_line(page, office, qtbot, "Noé Kervella")
    choose(page, office, qtbot, "quelqu’un de nouveau")
    page.files.foot.apply_action.trigger()
    office.idle(qtbot)

    assert len(names(office)) == before + 1


def test_a_value_that_differs_is_written_only_when_accepted(
    page, office, preview, qtbot, tmp_path
):
    contacts = office.services.contacts
    known = contacts.add(
        NewContact(last_name="Kervella", first_name="Noé", email="noe@example.org")
    ).value
    other = replace(known.profile.address, street="9 quai Neuf", city="Rezé")
    contacts.change(known.id, replace(known.profile, address=other))
    preview(paheko(tmp_path, ("Noé Kervella", "noe@example.org")))
    open_line(page, office, qtbot, "Noé Kervella")
    street = page.files.contacts.view.panel.cells["street"]
    assert "9 quai Neuf" in street.accessibleDescription()

    assert not street.isChecked()
    street.setFocus()
    qtbot.keyClick(street, Qt.Key.Key_Space)
    office.idle(qtbot)
    page.files.foot.apply_action.trigger()
    office.idle(qtbot)

    address = contacts.get(known.id).profile.address
    assert address.street == "1 rue de l’Exemple".replace("’", "'")
    assert address.city == "Rezé"


def test_an_address_card_is_read(page, office, preview, tmp_path):
    path = tmp_path / "carte.vcf"
    path.write_text(VCARD, encoding="utf-8", newline="")
    preview(path)

    assert page.files.mode is Mode.CONTACTS
    assert [cells[2] for cells in texts(page.files.contacts.view.list)] == ["Noé Kervella"]
    assert page.files.columns_action not in page.files.head.tools


def test_a_file_without_contacts_is_refused_with_the_reason(page, office, preview, tmp_path):
    path = tmp_path / "page.csv"
    path.write_text("<!DOCTYPE html><html><body>Erreur</body></html>", encoding="utf-8")
    preview(path)

    assert page.views.current is View.HISTORY
    assert "page.csv" in page.history.notice.text


def test_the_preview_is_whole_at_every_width(page, office, preview, window, qtbot, tmp_path):
    office.services.contacts.add(NewContact(last_name="Kervella", first_name="Noé"))
    preview(paheko(tmp_path, ("Noé Kervella", ""), ("Iris Le Bihan", "iris@example.org")))
    open_line(page, office, qtbot, "Noé Kervella")
    for width in (1366, 910):
        window.resize(width, 700)
        qtbot.wait(1)
        assert list(problems_of(page)) == []


def test_a_decision_leaves_the_room_to_the_line_that_covers_the_list(
    page, office, preview, window, qtbot, tmp_path
):
    window.resize(700, 460)
    office.services.contacts.add(NewContact(last_name="Kervella", first_name="Noé"))
    preview(paheko(tmp_path, ("Noé Kervella", "")))
    open_line(page, office, qtbot, "Noé Kervella")
    assert not page.files.foot.isVisible()
    choose(page, office, qtbot, "C’est Noé Kervella")
    assert not page.files.foot.isVisible()
    page.files.contacts.view.detail.close_record()
    assert page.files.foot.isVisible()
    assert "1 contact modifié" in page.files.foot.text


def test_an_export_without_rows_is_named_and_brings_nothing(page, preview, tmp_path):
    path = tmp_path / "membres.csv"
    path.write_text(PAHEKO + "\n", encoding="utf-8")
    preview(path)

    assert page.files.mode is Mode.CONTACTS
    assert "ne contient aucune ligne" in page.files.foot.text


def test_what_the_foot_says_is_about_the_file_wherever_one_comes_from(
    page, office, preview, tmp_path
):
    page.show_target("to_check")
    preview(paheko(tmp_path, ("Noé Kervella", "noe@example.org")))

    assert page.files.mode is Mode.CONTACTS
    assert "1 nouveau contact" in page.files.foot.text
    assert "argent" not in page.files.foot.text


def test_values_of_own_fields_are_compared_as_people_read_them(
    page, office, preview, qtbot, tmp_path
):
    kinds = {"Caution": FieldKind.AMOUNT, "Permis": FieldKind.DATE, "Voiture": FieldKind.YES_NO}
    add = office.services.custom_fields.add
    fields = [add(NewCustomField(name, kind)).value for name, kind in kinds.items()]
    custom = tuple(
        FieldValue(field.id, text)
        for field, text in zip(fields, ("1250", "2015-03-12", "1"), strict=True)
    )
    noe = NewContact(last_name="Kervella", first_name="Noé", custom=custom)
    known = office.services.contacts.add(noe).value
    path = tmp_path / "retour.csv"
    office.services.contact_exports.export(path, [known.id])
    text = path.read_text(encoding="utf-8-sig")
    for old, new in (("12,50", "25"), ("12/03/2015", "01/05/2016"), ("oui", "non")):
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8-sig")
    preview(path)
    open_line(page, office, qtbot, "Noé Kervella")

    cells = page.files.contacts.view.panel.cells
    assert [box.accessibleDescription() for box in cells.values()] == [
        "12,50\xa0€ → 25,00\xa0€",
        "12/03/2015 → 01/05/2016",
        "oui → non",
    ]
    (first, *_others), (choice, *_rest) = (
        cells.values(),
        page.files.contacts.view.panel.choices.buttons(),
    )
    assert first.y() < choice.y()


def test_nothing_is_left_to_decide_once_the_file_is_imported(
    page, office, preview, qtbot, tmp_path
):
    office.services.contacts.add(
        NewContact(last_name="Kervella", first_name="Noé", email="noe@example.org")
    )
    preview(paheko(tmp_path, ("Noé Kervella", "noe@example.org"), ("Iris Le Bihan", "")))
    open_line(page, office, qtbot, "Noé Kervella")
    page.files.foot.apply_action.trigger()
    office.idle(qtbot)
    panel = page.files.contacts.view.panel
    assert not any(box.isEnabled() for box in (*panel.cells.values(), *panel.choices.buttons()))
    open_line(page, office, qtbot, "Iris Le Bihan")
    assert not any(button.isEnabled() for button in panel.choices.buttons())
    page.files.leave()

    preview(paheko(tmp_path, ("Anouk Stervinou", "")))
    open_line(page, office, qtbot, "Anouk Stervinou")
    assert all(button.isEnabled() for button in panel.choices.buttons())


def test_everything_that_a_new_line_brings_is_shown_before(
    page, preview, office, qtbot, tmp_path
):
    preview(unknown_table(tmp_path))
    for name, field in (("Patronyme", "last_name"), ("Petit nom", "first_name")):
        page.files.contacts.dialog.boxes[name].choose(field)
    page.files.contacts.dialog.submit_button.click()
    office.idle(qtbot)
    open_line(page, office, qtbot, "Iris Le Bihan")

    shown = [label.text() for label in page.files.contacts.view.panel.findChildren(QLabel)]
    for name, text in (
        ("Nom", "Le Bihan"),
        ("Prénom", "Iris"),
        ("E-mail", "iris@example.org"),
        ("Note", "Couleur préférée\xa0: bleu"),
    ):
        assert shown[shown.index(name) + 1] == text


def test_accepting_an_address_says_who_moves_along(page, office, preview, qtbot, tmp_path):
    contacts = office.services.contacts
    old = PostalAddress("9 quai Neuf", "", "44400", "Rezé")
    noe, iris = (
        contacts.add(
            NewContact(last_name="Kervella", first_name=first, email=email, address=old)
        ).value.id
        for first, email in (("Noé", "noe@example.org"), ("Iris", ""))
    )
    office.services.households.create([noe, iris])
    preview(paheko(tmp_path, ("Noé Kervella", "noe@example.org")))
    open_line(page, office, qtbot, "Noé Kervella")
    panel = page.files.contacts.view.panel
    said = "Même foyer\u00a0: l’adresse change aussi pour Iris Kervella."

    assert not any(said in label.text() for label in panel.findChildren(QLabel))
    for name in ("street", "postal_code", "city"):
        panel.cells[name].setFocus()
        qtbot.keyClick(panel.cells[name], Qt.Key.Key_Space)
        office.idle(qtbot)
    assert any(said in label.text() for label in panel.findChildren(QLabel))
    assert "avec celle de leur foyer\u00a0: 1" in page.files.notice.text

    page.files.foot.apply_action.trigger()
    office.idle(qtbot)
    assert contacts.get(iris).profile.address.city == "Nantes"


def test_a_file_that_brings_nothing_speaks_of_no_import(page, preview, tmp_path):
    path = tmp_path / "membres.csv"
    path.write_text(PAHEKO + "\n", encoding="utf-8")
    preview(path)

    assert page.files.foot.text == "Ce fichier ne contient aucune ligne."


def test_many_columns_for_the_note_are_counted(page, preview, tmp_path):
    path = tmp_path / "membres.csv"
    more = [f"Repère {number}" for number in range(1, 7)]
    head = ",".join((PAHEKO, *more))
    row = MEMBER.format(n=1, name="Noé Kervella", email="noe@example.org")
    path.write_text(f"Vide,{head}\n,{row},1,2,3,4,5,6\n", encoding="utf-8")
    preview(path)

    columns = page.files.contacts.flow.file_preview.kept_columns
    assert columns == tuple(more)
    said = page.findChildren(QLabel)
    assert any(
        x.text().endswith(f"{columns[3]} et {len(columns) - 4} autres colonnes") for x in said
    )


def test_refused_lines_are_copied_with_what_is_wrong(page, office, preview, qtbot, tmp_path):
    preview(paheko(tmp_path, ("", "pas une adresse"), ("", "autre"), ("Iris Roux", "")))
    page.files.figures.choose(RowVerdict.REFUSED)
    table = page.files.contacts.view.list.table
    office.idle(qtbot)
    table.setFocus()
    table.selectAll()
    QGuiApplication.clipboard().clear()
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    office.idle(qtbot)

    head, *lines = QGuiApplication.clipboard().text().splitlines()
    assert head.startswith("Ligne\tÉtat\tNom")
    assert [line.split("\t")[:2] for line in lines] == [["2", "Refusé"], ["3", "Refusé"]]
    assert all("Rien dans cette ligne" in line for line in lines)


def test_a_line_that_only_waits_is_not_called_nothing_new(page, office, preview, tmp_path):
    office.services.contacts.add(NewContact(last_name="Roux", number="1"))
    preview(paheko(tmp_path, ("Noé Kervella", "noe@example.org")))

    assert page.files.foot.text.startswith("1 ligne est laissée de côté")


def test_the_line_that_was_decided_is_closed_once_the_file_is_imported(
    page, office, preview, qtbot, tmp_path
):
    office.services.contacts.add(NewContact(last_name="Roux", number="1"))
    preview(paheko(tmp_path, ("Noé Kervella", "noe@example.org")))
    open_line(page, office, qtbot, "Noé Kervella")
    choose(page, office, qtbot, "créer une fiche")
    office.idle(qtbot)
    assert page.files.contacts.view.detail.shown_id is not None
    page.files.apply()
    office.idle(qtbot)

    assert page.files.contacts.view.detail.shown_id is None
    assert names(office) == ["Noé Kervella", "Roux"]


def test_the_keyboard_stays_on_what_was_decided(page, office, preview, qtbot, tmp_path):
    contacts = office.services.contacts
    known = contacts.add(NewContact(last_name="Kervella", first_name="Noé")).value
    other = replace(known.profile.address, street="9 quai Neuf", city="Rezé")
    contacts.change(known.id, replace(known.profile, address=other))
    preview(paheko(tmp_path, ("Noé Kervella", "")))
    open_line(page, office, qtbot, "Noé Kervella")
    panel = page.files.contacts.view.panel
    choose(page, office, qtbot, "C’est Noé Kervella")
    focused = page.window().focusWidget()
    assert isinstance(focused, QRadioButton)
    assert "C’est Noé Kervella" in focused.text()

    panel.cells["city"].setFocus()
    qtbot.keyClick(panel.cells["city"], Qt.Key.Key_Space)
    office.idle(qtbot)
    assert panel.cells["city"].hasFocus()
    assert panel.cells["city"].isChecked()
