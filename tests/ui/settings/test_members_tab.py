"""Membership types and rules in the settings, driven as a person does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from coopdesk.domain.members import (
    AmountKind,
    NewMembershipType,
    PeriodKind,
    WhoMayJoin,
)
from coopdesk.domain.money import Money
from coopdesk.ui.page import Role
from coopdesk.ui.settings.page import SettingsPage
from tests.ui.contacts.conftest import press, settle, unnamed
from tests.ui.office import show_page

TAB, ENTER = Qt.Key.Key_Tab, Qt.Key.Key_Return


@pytest.fixture
def page(qtbot, office, window) -> SettingsPage:
    page = SettingsPage(office.desk, window)
    show_page(page, window)
    window.activateWindow()
    page.show_target("members")
    office.idle(qtbot)
    return page


@pytest.fixture
def tab(page):
    return page.members


@pytest.fixture
def types(office) -> list[int]:
    add = office.services.membership_types.add
    names = ("Plein tarif", "Tarif réduit")
    return [add(NewMembershipType(name, amount=Money(2_500))).value.id for name in names]


def listed(tab):
    model = tab.list.model
    return [texts[0] for texts in model.fetch_texts(list(model.ids))]


def reload(qtbot, office, tab):
    tab.reload()
    office.idle(qtbot)


def open_type(qtbot, office, tab):
    tab.add_action.trigger()
    qtbot.waitUntil(tab.dialog.name.hasFocus)
    return tab.dialog


def test_first_type_takes_a_name_and_an_amount(qtbot, office, tab):
    dialog = open_type(qtbot, office, tab)
    press("Plein tarif", TAB, TAB, "25", ENTER)
    office.idle(qtbot)
    assert tab.dialog is None
    (kind,) = office.services.membership_types.list()
    assert (kind.content.name, kind.content.amount) == ("Plein tarif", Money(2_500))
    assert kind.content.amount_kind is AmountKind.FIXED
    assert listed(tab) == ["Plein tarif"]
    assert dialog is not tab.dialog


def test_only_the_fields_that_have_a_meaning_are_shown(qtbot, office, tab):
    dialog = open_type(qtbot, office, tab)
    dialog.form.unfold()
    assert not dialog.season_starts.isVisible()
    dialog.period.choose(PeriodKind.SEASON)
    assert dialog.season_starts.isVisible()
    dialog.period.choose(PeriodKind.ROLLING)
    assert dialog.months.isVisible()
    assert not dialog.prorata.isVisible()
    dialog.amount_kind.choose(AmountKind.FREE)
    assert not dialog.amount.isVisible()
    assert unnamed(dialog) == []
    dialog.reject()


def test_wrong_type_is_refused_beneath_its_fields(qtbot, office, tab, types):
    dialog = open_type(qtbot, office, tab)
    press("plein tarif", TAB, TAB, "25")
    dialog.submit_button.click()
    office.idle(qtbot)
    assert dialog.form.error_of("name")
    dialog.period.choose(PeriodKind.SEASON)
    dialog.season_starts.setText("31/2")
    dialog.amount.clear()
    dialog.submit_button.click()
    office.idle(qtbot)
    assert dialog.form.error_of("amount")
    assert dialog.form.error_of("season_starts")
    dialog.form.is_dirty = False
    dialog.reject()


def test_type_is_changed_moved_retired_and_used_again(qtbot, office, tab, types):
    reload(qtbot, office, tab)
    tab.list.table.setFocus()
    tab.list.table.select_id(types[1])
    tab.up_action.trigger()
    office.idle(qtbot)
    reload(qtbot, office, tab)
    assert listed(tab) == ["Tarif réduit", "Plein tarif"]
    tab.change_action.trigger()
    dialog = tab.dialog
    qtbot.waitUntil(dialog.name.hasFocus)
    dialog.amount.set_amount(Money(1_000))
    dialog.submit_button.click()
    office.idle(qtbot)
    reload(qtbot, office, tab)
    assert office.services.membership_types.get(types[1]).content.amount == Money(1_000)
    tab.archive_action.trigger()
    office.idle(qtbot)
    reload(qtbot, office, tab)
    assert len(office.services.membership_types.list()) == 1
    assert tab.restore_action.isVisible()
    tab.restore_action.trigger()
    office.idle(qtbot)
    assert len(office.services.membership_types.list()) == 2


def test_statutes_for_persons_only_are_explained(tab):
    tab.rules.who.choose(WhoMayJoin.PERSONS)
    assert "jamais adhérente" in tab.rules.explanation.text()


def test_usual_number_schemes_are_chosen_by_what_they_make(qtbot, office, page, tab):
    rules = tab.rules
    offered = [rules.scheme.itemText(row) for row in range(rules.scheme.count())]
    assert offered == [
        "0042, 0043…",
        "42, 43…",
        "2025-042, 2025-043…",
        "Aucun numéro",
        "Autre modèle…",
    ]
    assert rules.scheme.currentText() == "0042, 0043…"
    assert not rules.number_pattern.isVisible()
    rules.scheme.setFocus()
    press(Qt.Key.Key_Down)
    assert rules.example.text() == "Exemple\u00a0: 42, puis 43."
    page.save_action.trigger()
    office.idle(qtbot)
    assert office.services.members.rules().number_pattern == "{n}"
    rules.scheme.setFocus()
    press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    page.save_action.trigger()
    office.idle(qtbot)
    assert office.services.members.rules().number_pattern == ""
    assert rules.scheme.currentText() == "Aucun numéro"


def test_wrong_scheme_of_ones_own_is_refused_where_it_is_typed(qtbot, office, page, tab):
    rules = tab.rules
    rules.scheme.choose("own")
    rules.scheme.activated.emit(4)
    assert rules.number_pattern.hasFocus()
    press("ADH")
    page.save_action.trigger()
    office.idle(qtbot)
    assert "{n" in rules.form.error_of("number_pattern")
    press("-{n:3}")
    page.save_action.trigger()
    office.idle(qtbot)
    assert office.services.members.rules().number_pattern == "ADH-{n:3}"
    tab.reload()
    office.idle(qtbot)
    assert rules.scheme.currentText() == "Autre modèle…"


def test_ctrl_n_adds_to_the_list_of_the_tab_in_view(qtbot, office, page, tab):
    new = page.role_actions[Role.NEW]
    assert (new.text(), new.isEnabled()) == ("Nouveau tarif…", True)
    new.trigger()
    qtbot.waitUntil(tab.dialog.name.hasFocus)
    tab.dialog.reject()
    page.show_target("fields")
    assert (new.text(), new.isEnabled()) == ("Nouveau champ…", True)
    page.show_target("profile")
    assert not new.isEnabled()


def test_number_scheme_shows_what_it_makes_while_it_is_typed(qtbot, office, page, tab):
    tab.rules.scheme.choose("own")
    tab.rules.scheme.activated.emit(4)
    press("{year}-{n:3}")
    assert tab.rules.example.text() == "Exemple\u00a0: 2025-042, puis 2025-043."
    tab.rules.number_pattern.setText("{n}{n}")
    assert "{n}" in tab.rules.example.text()
    assert page.save_action.isEnabled()


def test_rules_are_saved_with_the_page_and_refused_ones_stay(qtbot, office, page, tab):
    rules = tab.rules
    rules.has_shares.click()
    page.save_action.trigger()
    office.idle(qtbot)
    assert rules.form.error_of("share_nominal")
    assert page.has_unsaved
    rules.share_nominal.set_amount(Money(2_000))
    rules.renewal_days.setText("45")
    page.save_action.trigger()
    office.idle(qtbot)
    stored = office.services.members.rules()
    assert (stored.has_shares, stored.share_nominal, stored.renewal_days) == (
        True,
        Money(2_000),
        45,
    )
    assert not page.has_unsaved


def test_typing_is_undone_before_it_is_saved(qtbot, office, page, tab):
    tab.rules.grace_days.setFocus()
    tab.rules.grace_days.selectAll()
    press("7")
    assert page.revert_action.isEnabled()
    page.revert_action.trigger()
    settle(qtbot, office, page)
    assert tab.rules.grace_days.text() == "60"


def test_everything_has_a_name(page):
    assert unnamed(page) == []
