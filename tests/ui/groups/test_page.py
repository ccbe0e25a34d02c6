"""The page of groups: looked at, changed, closed and deleted as an organiser does."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from coopdesk.domain.contact_conditions import Rule
from coopdesk.domain.contact_details import NewGroupMember
from coopdesk.domain.contacts import NewContact
from coopdesk.domain.groups import GroupKind, NewGroup, NewObjective
from coopdesk.ui.groups.finding import find_groups
from coopdesk.ui.groups.reading import Shown, Wanted, read_list
from coopdesk.ui.page import Role
from coopdesk.ui.registry import page_specs
from tests.ui.contacts.conftest import press, unnamed
from tests.ui.groups.conftest import names, plain, read, rows, settle, shown
from tests.ui.office import TODAY, problems_of

ENTER, DOWN, DELETE, F2 = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Down,
    Qt.Key.Key_Delete,
    Qt.Key.Key_F2,
)


@pytest.fixture
def people(office):
    add = office.services.contacts.add
    return {
        name: add(NewContact(first_name=name.split()[0], last_name=name.split()[1])).value.id
        for name in ("Zoé Abadie", "Léo Martin")
    }


@pytest.fixture
def groups(qtbot, office, window, people):
    """Three groups: one of two people, one that somebody left, one of nobody."""
    service = office.services.groups
    service.join(NewGroupMember(people["Zoé Abadie"], "Jardin"))
    left = service.join(NewGroupMember(people["Léo Martin"], "Jardin")).value
    service.leave(left.id, dt.date(2025, 1, 31))
    service.add(NewGroup("Compost"))
    service.leave(
        service.join(NewGroupMember(people["Zoé Abadie"], "Fête")).value.id,
        dt.date(2024, 6, 30),
    )
    page = shown(qtbot, office, window)
    page.view.list.table.setFocus()
    return page


def question():
    boxes = [
        x for x in QApplication.allWidgets() if isinstance(x, QMessageBox) and x.isVisible()
    ]
    return boxes[0] if boxes else None


def choose(page, name):
    at = [one.lstrip() for one in names(page)].index(name)
    page.view.list.table.select_id(page.view.list.model.ids[at])


def open_group(qtbot, office, page, name):
    at = [one.lstrip() for one in names(page)].index(name)
    page.show_target(page.view.list.model.ids[at])
    settle(qtbot, office, page)


def test_page_stands_in_the_rail_and_ctrl_k_finds_groups(office, made):
    specs = {spec.key: spec for spec in page_specs()}
    assert specs["groups"].above == ""
    found = find_groups(office.desk, "mesu")
    assert [(hit.text, hit.page, hit.target) for hit in found] == [
        ("3. Mesurer", "groups", made.chantiers[2])
    ]
    assert "Chantiers des rives" in found[0].detail
    assert find_groups(office.desk, "m") == []


def test_page_without_a_group_says_what_it_is_for_and_makes_the_first(qtbot, office, page):
    assert names(page) == []
    page.role_actions[Role.NEW].trigger()
    office.idle(qtbot)
    dialog = page.view.doing.asker.dialog
    assert unnamed(dialog) == []
    # Without a programme there is nothing that a chantier could be part of.
    assert not dialog.kind.offers(GroupKind.CHANTIER)
    dialog.submit_button.click()
    office.idle(qtbot)
    assert "nom du groupe" in dialog.form.error_of("name")
    press("Terreau", ENTER)
    settle(qtbot, office, page)
    assert names(page) == ["Terreau"]
    assert "Terreau" in read(page)
    assert unnamed(page) == []
    assert problems_of(page) == []


def test_list_tells_who_takes_part_and_how_far_objectives_are(qtbot, office, window, made):
    page = shown(qtbot, office, window)
    assert len(names(page)) == 6
    assert plain(page.view.list.total_text) == "0 objectif atteint sur 15"
    first = dict(zip(names(page), rows(page), strict=True))["Chantiers des rives"]
    assert first[4:7] == ("0", "41", "0/15")
    page.view.chips.chip(page.view.chips._keys[1]).click()
    settle(qtbot, office, page)
    numbered = [name.lstrip() for name in names(page)]
    assert numbered[0] == "Chantiers des rives"
    assert [name[0] for name in numbered[1:]] == ["1", "2", "3", "4", "5"]
    assert problems_of(page) == []


def test_chantiers_follow_their_programme_by_number_set_in(qtbot, office, window, made):
    office.services.groups.add(NewGroup("Abeilles"))
    office.services.groups.add(NewGroup("Mesures"))
    page = shown(qtbot, office, window)
    for chip in (0, 3):
        page.view.chips.chip(page.view.chips._keys[chip]).click()
        settle(qtbot, office, page)
        assert [name[:2] for name in names(page)] == [
            "Ab", "Ch", "\u20031", "\u20032", "\u20033", "\u20034", "\u20035", "Me"
        ]  # fmt: skip


def test_chantiers_stay_below_their_programme_whatever_the_order(office, people):
    groups = office.services.groups
    for name, count in (("Abeilles", 2), ("Zèbres", 1)):
        for key in list(people.values())[:count]:
            groups.join(NewGroupMember(key, name))
    parent_id = groups.add(NewGroup("Rives", GroupKind.PROGRAMME)).value.id
    for name in ("Eau", "Air"):
        groups.add(NewGroup(name, GroupKind.CHANTIER, parent_id=parent_id))
    groups.join(NewGroupMember(people["Zoé Abadie"], "Air"))
    wanted = Wanted("", Shown.ALL, "people", descending=True, today=TODAY)

    def listed(wanted):
        lines, _any = read_list(office.services, wanted)
        return [line.name for line in lines.values()]

    # The one with most people stands first among its own, not below another group.
    assert listed(wanted) == ["Abeilles", "Zèbres", "Rives", "Air", "Eau"]
    by_name = replace(wanted, sort="name", descending=True)
    assert listed(by_name) == ["Zèbres", "Rives", "Eau", "Air", "Abeilles"]
    # One whose programme is not listed stands where it belongs itself.
    assert listed(replace(wanted, text="air")) == ["Air"]


def test_record_of_a_programme_leads_to_its_chantiers_and_their_leads(
    qtbot, office, window, made
):
    page = shown(qtbot, office, window)
    open_group(qtbot, office, page, "Chantiers des rives")
    said = read(page)
    for text in ("1. Se former", "41 structures", "Charte", "Étude-action", "Cécile Coubart"):
        assert text in said
    assert "lelabo.example.org/Chantiers-coopératifs" in said
    opened = []
    office.desk.navigator.requested.connect(lambda *where: opened.append(where))
    page.view.panel.link_activated.emit(f"group:{made.chantiers[0]}")
    assert opened == [("groups", made.chantiers[0])]
    page.show_target(made.chantiers[0])
    settle(qtbot, office, page)
    said = read(page)
    assert "solene@raisonnettes.example.org" in said
    assert said.index("Politique") < said.index("Opérationnel")
    assert problems_of(page) == []


def test_chantier_is_added_from_its_programme_with_the_next_number(qtbot, office, window, made):
    page = shown(qtbot, office, window)
    open_group(qtbot, office, page, "Chantiers des rives")
    page.view.panel.link_activated.emit("add-chantier:0")
    office.idle(qtbot)
    dialog = page.view.doing.asker.dialog
    assert (dialog.kind.value, dialog.programme.value) == (GroupKind.CHANTIER, made.programme)
    assert dialog.form.fields["number"].isVisible()
    press("Transmettre")
    dialog.repeat_button.click()
    office.idle(qtbot)
    assert (dialog.name.text(), dialog.programme.value) == ("", made.programme)
    press("Rendre compte", ENTER)
    settle(qtbot, office, page)
    assert names(page)[-2:] == ["\u20036. Transmettre", "\u20037. Rendre compte"]


def test_chantier_changes_places_with_the_one_above_it(qtbot, office, window, made):
    page = shown(qtbot, office, window)
    open_group(qtbot, office, page, "Chantiers des rives")
    assert read(page).count("Monter") == 4
    before = [line.name for line in office.services.groups.sheet(made.programme).chantiers]
    page.view.panel.link_activated.emit(f"raise-chantier:{made.chantiers[2]}")
    settle(qtbot, office, page)
    after = office.services.groups.sheet(made.programme).chantiers
    assert [line.number for line in after] == [1, 2, 3, 4, 5]
    one, two, three, *rest = before
    assert [line.name for line in after] == [one, three, two, *rest]


def test_plain_group_of_a_programme_stays_in_it_when_it_is_changed(qtbot, office, window, made):
    service = office.services.groups
    one = service.add(NewGroup("Veille", parent_id=made.programme)).value
    page = shown(qtbot, office, window)
    choose(page, "Veille")
    page.view.change_action.trigger()
    office.idle(qtbot)
    dialog = page.view.doing.asker.dialog
    dialog.name.setText("Veille et relais")
    dialog.submit_button.click()
    settle(qtbot, office, page)
    assert service.get(one.id).content == replace(one.content, name="Veille et relais")


def test_taken_number_of_a_chantier_is_refused_beside_the_field(qtbot, office, window, made):
    page = shown(qtbot, office, window)
    choose(page, "2. Coopérer")
    page.view.change_action.trigger()
    office.idle(qtbot)
    dialog = page.view.doing.asker.dialog
    dialog.number.setText("1")
    dialog.submit_button.click()
    office.idle(qtbot)
    assert "Se former" in plain(dialog.form.error_of("number"))
    dialog.number.setText("9")
    dialog.submit_button.click()
    settle(qtbot, office, page)
    assert "\u20039. Coopérer" in names(page)


def test_group_is_renamed_by_keyboard_and_a_taken_name_is_refused(qtbot, office, groups):
    choose(groups, "Compost")
    press(F2)
    office.idle(qtbot)
    dialog = groups.view.doing.asker.dialog
    qtbot.waitUntil(dialog.name.hasFocus)
    press("jardin", ENTER)
    office.idle(qtbot)
    assert dialog.form.error_of("name")
    press(*[Qt.Key.Key_Backspace] * 6, "Terreau", ENTER)
    settle(qtbot, office, groups)
    assert "Terreau" in names(groups)


def test_group_of_nobody_is_deleted_at_once_and_comes_back_by_undo(qtbot, office, groups, undo):
    choose(groups, "Compost")
    press(DELETE)
    settle(qtbot, office, groups)
    assert question() is None
    assert names(groups) == ["Fête", "Jardin"]
    undo.undo()
    settle(qtbot, office, groups)
    assert names(groups) == ["Compost", "Fête", "Jardin"]


def test_group_with_people_says_how_many_and_which_filters_before_it_goes(
    qtbot, office, groups, people, undo
):
    filters = office.services.filters
    filters.save("Au jardin", filters.parse("group = jardin"))
    choose(groups, "Jardin")
    press(DELETE)
    office.idle(qtbot)
    box = question()
    assert plain(box.text()) == "Supprimer le groupe « Jardin » ?"
    said = plain(box.informativeText())
    assert "2 contacts en font ou en ont fait partie" in said
    assert "« Au jardin »" in said
    assert box.defaultButton().text() == "Annuler"
    box.buttons()[0].click()
    settle(qtbot, office, groups)
    assert names(groups) == ["Compost", "Fête"]
    undo.undo()
    settle(qtbot, office, groups)
    assert names(groups) == ["Compost", "Fête", "Jardin"]


def test_who_takes_part_is_shown_among_the_contacts(qtbot, office, groups):
    opened = []
    office.desk.navigator.requested.connect(lambda *where: opened.append(where))
    choose(groups, "Jardin")
    groups.view.doing.show_action.trigger()
    assert opened == [("contacts", Rule("group", "=", ("Jardin",)))]


def test_search_narrows_the_groups(qtbot, office, groups):
    groups.view.search.setFocus()
    press("fete")
    qtbot.waitUntil(lambda: names(groups) == ["Fête"])
    press("xx")
    qtbot.waitUntil(lambda: names(groups) == [])
    groups.view.list.clear_action.trigger()
    settle(qtbot, office, groups)
    assert len(names(groups)) == 3


def test_ephemeral_group_is_closed_with_its_summary_and_opened_again(
    qtbot, office, window, page
):
    office.services.groups.add(NewGroup("DÉCOUVRIR", is_ephemeral=True))
    page.reload()
    settle(qtbot, office, page)
    choose(page, "DÉCOUVRIR")
    page.view.doing.close_action.trigger()
    office.idle(qtbot)
    dialog = page.view.doing.asker.dialog
    dialog.submit_button.click()
    office.idle(qtbot)
    assert "éphémère" in dialog.form.error_of("summary")
    dialog.summary.setPlainText("Une carte est née.")
    dialog.submit_button.click()
    settle(qtbot, office, page)
    assert "Une carte est née." in read(page)
    (line,) = office.services.groups.lines()
    assert line.ended_on is not None
    page.view.doing.close_action.trigger()
    settle(qtbot, office, page)
    assert office.services.groups.lines(current_only=True)


def test_links_to_groups_lead_here_and_records_follow_changes(qtbot, office, groups, people):
    open_group(qtbot, office, groups, "Jardin")
    assert "Léo Martin" in read(groups)
    key = groups.view.detail.shown_id
    add = partial(office.services.group_work.add_objective, key, NewObjective("Semer"))
    office.desk.tasks.command(groups, add)
    settle(qtbot, office, groups)
    assert "Semer" in read(groups)
