"""Objectives, people, structures, outputs, charter and registers from the record of a group."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from coopdesk.domain.contact_details import NewGroupMember
from coopdesk.domain.contacts import ContactKind, NewContact
from coopdesk.domain.events import NewEvent
from coopdesk.domain.groups import (
    GroupKind,
    NewGroup,
    NewObjective,
    ObjectiveKind,
    ObjectiveState,
    OutputState,
)
from coopdesk.ui.groups.register_dialogs import RegistersDialog
from coopdesk.ui.widgets.contact_picker import Choice
from tests.ui.contacts.conftest import unnamed
from tests.ui.groups.conftest import plain, read, settle, shown
from tests.ui.office import problems_of, tick


@pytest.fixture
def group_id(office):
    return office.services.groups.add(NewGroup("Compost", GroupKind.PROGRAMME)).value.id


@pytest.fixture
def page(qtbot, office, window, group_id):
    page = shown(qtbot, office, window)
    page.show_target(group_id)
    settle(qtbot, office, page)
    return page


@pytest.fixture
def ask(qtbot, office, page):
    """Follow a link of the record and return the form that opens."""

    def follow(link):
        page.view.panel.link_activated.emit(link)
        office.idle(qtbot)
        return page.view.doing.asker.dialog

    return follow


def save(qtbot, office, page, dialog):
    dialog.submit_button.click()
    settle(qtbot, office, page)


def sheet(office, group_id):
    return office.services.groups.sheet(group_id)


def test_objective_is_added_reached_raised_and_removed(qtbot, office, page, ask, group_id):
    dialog = ask("add-objective:0")
    assert unnamed(dialog) == []
    dialog.text.setPlainText("Une loi")
    dialog.kind.choose(ObjectiveKind.POLITICAL)
    dialog.state.choose(ObjectiveState.UNDER_WAY)
    dialog.repeat_button.click()
    office.idle(qtbot)
    dialog.text.setPlainText("Une charte")
    # How far the one before is says nothing of the next.
    assert dialog.kind.value is ObjectiveKind.POLITICAL
    assert dialog.state.value is ObjectiveState.TO_DO
    save(qtbot, office, page, dialog)
    first, second = (x.id for x in sheet(office, group_id).objectives)
    page.view.panel.link_activated.emit(f"raise:{second}")
    settle(qtbot, office, page)
    assert [x.id for x in sheet(office, group_id).objectives] == [second, first]
    dialog = ask(f"objective:{first}")
    assert not dialog.form.fields["reached_on"].isVisible()
    dialog.state.choose(ObjectiveState.REACHED)
    dialog.state.activated.emit(0)
    assert dialog.form.fields["reached_on"].isVisible()
    save(qtbot, office, page, dialog)
    assert "Atteint le" in read(page)
    page.view.panel.link_activated.emit(f"remove-objective:{second}")
    settle(qtbot, office, page)
    assert "Une charte" not in read(page)
    assert problems_of(page) == []


def test_output_is_recorded_with_its_licence_and_tagged(qtbot, office, page, ask, group_id):
    office.services.action_registers.add_usual()
    page.reload()
    settle(qtbot, office, page)
    dialog = ask("add-output:0")
    assert unnamed(dialog) == []
    dialog.title_line.setText("Guide")
    dialog.state.choose(OutputState.PUBLISHED)
    dialog.licence.setText("CC-BY-SA")
    save(qtbot, office, page, dialog)
    (output,) = sheet(office, group_id).outputs
    assert "CC-BY-SA · Publiée" in read(page) or "Publiée" in read(page)
    dialog = ask(f"tag-output:{output.id}")
    assert unnamed(dialog) == []
    tick(dialog, "RELIER…")
    save(qtbot, office, page, dialog)
    assert sheet(office, group_id).outputs[0].registers == ("RELIER…",)
    dialog = ask("tag:0")
    dialog.registers.tick_all()
    save(qtbot, office, page, dialog)
    assert len(sheet(office, group_id).registers) == 3


def test_registers_are_named_added_and_removed_at_once(qtbot, office, page, ask, group_id):
    # There is none to choose from yet: some are asked for first.
    dialog = ask("tag:0")
    assert isinstance(dialog, RegistersDialog)
    assert unnamed(dialog) == []
    dialog.usual_button.click()
    dialog.added.setText("Jardiner")
    save(qtbot, office, page, dialog)
    found = office.services.action_registers.all()
    assert [x.name for x in found][1:] == ["RELIER…", "APPUYER LE DÉVELOPPEMENT…", "Jardiner"]
    page.registers_action.trigger()
    office.idle(qtbot)
    dialog = page.view.doing.asker.dialog
    assert dialog.usual_button.isHidden()
    dialog.names[found[0].id].setText("")
    dialog.names[found[3].id].setText("Cultiver")
    save(qtbot, office, page, dialog)
    named = [x.name for x in office.services.action_registers.all()]
    assert named == ["RELIER…", "APPUYER LE DÉVELOPPEMENT…", "Cultiver"]


def test_somebody_joins_changes_role_and_is_removed(qtbot, office, page, ask, group_id):
    member = office.person(0)
    dialog = ask("join:0")
    dialog.submit_button.click()
    office.idle(qtbot)
    assert dialog.form.error_of("contact_id")
    dialog.contact.set_contact(Choice(member.id, member.display_name))
    dialog.role.setText("pilote")
    save(qtbot, office, page, dialog)
    (part,) = sheet(office, group_id).parts
    assert "1 personne" in read(page)
    dialog = ask(f"part:{part.id}")
    assert not dialog.contact.isEnabled()
    dialog.role.setText("copilote")
    save(qtbot, office, page, dialog)
    assert "copilote" in read(page)
    page.view.panel.link_activated.emit(f"remove-part:{part.id}")
    settle(qtbot, office, page)
    assert sheet(office, group_id).parts == ()


def test_structures_are_looked_at_before_they_join_and_doubtful_ones_are_asked(
    qtbot, office, page, ask, group_id
):
    known = office.services.contacts.add(
        NewContact(kind=ContactKind.ORGANISATION, organisation_name="Que Vol'lande")
    ).value.id
    dialog = ask("structures:0")
    assert unnamed(dialog) == []
    assert not dialog.submit_button.isEnabled()
    dialog.look_button.click()
    office.idle(qtbot)
    assert "au moins un nom" in dialog.form.error_of("names")
    dialog.names.setPlainText("• Que'Vollande\nClus'Ter Loire\nclus'ter loire\n")
    dialog.look_button.click()
    office.idle(qtbot)
    assert plain(dialog.summary.text()) == (
        "3 noms : 1 nouvelle structure, 1 à décider, 1 en double"
    )
    assert plain(dialog.submit_button.text()) == "Ajouter 2 structures"
    dialog.submit_button.click()
    office.idle(qtbot)
    assert office.services.contacts.count() == 1
    # Another list must be looked at again.
    dialog.names.setPlainText("Que'Vollande\nClus'Ter Loire")
    assert not dialog.submit_button.isEnabled()
    qtbot.keyClick(dialog.names, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    office.idle(qtbot)
    box = dialog.choices[1]
    assert "même nom" in plain(box.itemText(1))
    box.setCurrentIndex(1)
    save(qtbot, office, page, dialog)
    structures = [x for x in sheet(office, group_id).parts if x.is_structure]
    assert known in [x.contact_id for x in structures]
    assert "2 structures" in read(page)
    assert office.services.contacts.count() == 2
    assert problems_of(page) == []


def test_structure_that_takes_part_already_is_named_as_it_is_typed(qtbot, office, page, ask):
    told = []
    office.desk.feedback.told.connect(told.append)
    for names in ("Coop {terre}", "Coop {terre}\nL’Arbre"):
        dialog = ask("structures:0")
        dialog.names.setPlainText(names)
        dialog.look_button.click()
        office.idle(qtbot)
        save(qtbot, office, page, dialog)
    assert plain(told[-1]) == "1 structure ajoutée · participe déjà : Coop {terre}"
    assert problems_of(page) == []


def test_button_counts_two_spellings_once_when_they_are_the_same(qtbot, office, ask):
    dialog = ask("structures:0")
    dialog.names.setPlainText("Interlaciel\nInterla Ciel")
    dialog.look_button.click()
    office.idle(qtbot)
    assert plain(dialog.submit_button.text()) == "Ajouter 2 structures"
    box = dialog.choices[2]
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert plain(box.currentText()).startswith("Le même que")
    assert plain(dialog.submit_button.text()) == "Ajouter 1 structure"


def test_record_stays_where_it_is_read_when_something_in_it_changes(
    qtbot, office, page, group_id
):
    for number in range(30):
        new = NewObjective(f"Objectif {number}")
        office.services.group_work.add_objective(group_id, new)
    page.reload()
    settle(qtbot, office, page)
    bar = page.view.panel.reader.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    down = bar.value()
    assert down > 0
    key = sheet(office, group_id).objectives[-1].id
    page.view.panel.link_activated.emit(f"remove-objective:{key}")
    settle(qtbot, office, page)
    assert bar.value() == down


def test_charter_is_signed_by_those_that_are_ticked(qtbot, office, window, made):
    page = shown(qtbot, office, window)
    page.show_target(made.programme)
    settle(qtbot, office, page)
    page.view.panel.link_activated.emit("sign:0")
    office.idle(qtbot)
    dialog = page.view.doing.asker.dialog
    assert unnamed(dialog) == []
    assert dialog.parts.count == 41
    dialog.submit_button.click()
    office.idle(qtbot)
    assert "Choisissez" in dialog.form.error_of("parts")
    dialog.all_button.click()
    save(qtbot, office, page, dialog)
    assert "41 signatures sur 41" in read(page)


def test_signature_is_corrected_and_taken_back_from_its_words(
    qtbot, office, page, ask, group_id
):
    key = office.services.contacts.add(NewContact(last_name="Roux")).value.id
    part = office.services.groups.join(NewGroupMember(key, "Compost")).value
    office.services.group_work.sign_charter([part.id], dt.date(2025, 3, 1))
    page.reload()
    settle(qtbot, office, page)
    assert "charte signée le 01/03/2025" in read(page)
    dialog = ask(f"signature:{part.id}")
    assert (unnamed(dialog), dialog.signed_on.text()) == ([], "01/03/2025")
    dialog.signed_on.clear()
    save(qtbot, office, page, dialog)
    (known,) = sheet(office, group_id).parts
    assert known.charter_signed_on is None
    assert "charte signée" not in read(page)


def test_workshop_that_a_group_was_born_at_is_named_and_taken_away(
    qtbot, office, page, ask, group_id
):
    event = office.services.events.add(NewEvent("Atelier des rives")).value
    dialog = ask("tie-event:0")
    assert unnamed(dialog) == []
    dialog.submit_button.click()
    assert dialog.form.error_of("event_id") == "Choisissez un événement de la liste."
    dialog.event_picker.set_contact(Choice(event.id, "Atelier des rives"))
    save(qtbot, office, page, dialog)
    assert "Atelier des rives\nNé lors de · Détacher" in plain(read(page))
    page.view.panel.link_activated.emit(f"untie-origin:{event.id}")
    settle(qtbot, office, page)
    assert sheet(office, group_id).events == ()


def test_money_of_a_group_is_followed_apart_in_one_click(qtbot, office, page, group_id):
    page.view.panel.link_activated.emit("make-activity:0")
    settle(qtbot, office, page)
    assert sheet(office, group_id).activity_id is not None
    assert "Axe analytique" in read(page)
