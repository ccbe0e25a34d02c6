"""Renewing everybody: the preview, one operation, and taking it back."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from coopdesk.domain.membership_lists import MembershipFilter
from coopdesk.domain.renewing import RenewalTerms
from tests.ui.contacts.conftest import press, settle, unnamed
from tests.ui.members.conftest import TODAY, YEAR, names, plain, shown

AUTUMN = dt.date(YEAR, 11, 20)


@pytest.fixture
def page(qtbot, office, window, joined):
    """The page on a day of November, when the next year is renewed."""
    assert TODAY < AUTUMN
    object.__setattr__(office.services, "_today", lambda: AUTUMN)
    for name in ("members", "renewals", "membership_types"):
        getattr(office.services, name)._today = lambda: AUTUMN
    office.desk = replace(office.desk, today=lambda: AUTUMN)
    return shown(qtbot, office, window)


@pytest.fixture
def dialog(qtbot, office, page):
    page.renew_action.trigger()
    office.idle(qtbot)
    dialog = page.renewing.dialog
    office.idle(qtbot)
    settle(qtbot, office, page)
    return dialog


def listed(record_list):
    model = record_list.model
    return [plain(texts[0]) for texts in model.fetch_texts(list(model.ids))]


def test_everybody_is_renewed_with_two_keys_and_taken_back_with_one(qtbot, office, page, undo):
    """Ctrl+R on the page, Enter on the verb, which has the focus."""
    page.renew_action.trigger()
    office.idle(qtbot)
    dialog = page.renewing.dialog
    qtbot.waitUntil(dialog.create_button.hasFocus)
    assert dialog.create_button.text() == "Créer 2 adhésions"
    press(Qt.Key.Key_Space)
    settle(qtbot, office, page)
    settle(qtbot, office, page)
    assert page.renewing.dialog is None
    wanted = MembershipFilter(year=YEAR + 1)
    assert len(office.services.members.ids(wanted)) == 2
    assert names(page) == ["Biocoop du Port", "Élodie Lefèvre"]
    undo.undo()
    settle(qtbot, office, page)
    settle(qtbot, office, page)
    assert not page.filters.are_narrow
    assert names(page)
    assert office.services.members.ids(wanted) == []


def test_preview_says_who_how_much_and_who_is_left_out_and_why(dialog):
    assert dialog.year.value == YEAR + 1
    assert plain(dialog.summary.text()) == "2 adhésions seront créées, 125,00 € seront dus."
    assert listed(dialog.due_list) == ["Biocoop du Port", "Élodie Lefèvre"]
    assert listed(dialog.left_list) == ["Zoé Abadie", "Léo Martin"]
    assert dialog.tabs.tabText(1) == "Laissés de côté (2)"
    assert "1 (" in dialog.detail.text()
    assert unnamed(dialog) == []


def test_choices_change_the_preview_and_nothing_else(qtbot, office, page, dialog, types):
    before = office.services.members.ids(MembershipFilter())
    dialog.unpaid.click()
    dialog.lapsed.click()
    office.idle(qtbot)
    assert len(listed(dialog.due_list)) == 4
    dialog.type_boxes[types["Structure"]].click()
    office.idle(qtbot)
    assert "Biocoop du Port" not in listed(dialog.due_list)
    dialog.terms.choose(RenewalTerms.SAME)
    dialog.year.choose(YEAR)
    office.idle(qtbot)
    assert office.services.members.ids(MembershipFilter()) == before


def test_somebody_is_taken_out_before_it_is_done(qtbot, office, page, dialog, joined):
    dialog.due_list.table.setFocus()
    dialog.due_list.table.select_id(joined.organisation)
    press(Qt.Key.Key_Delete)
    office.idle(qtbot)
    assert dialog.create_button.text() == "Créer 1 adhésion"
    assert "Biocoop du Port" in listed(dialog.left_list)
    dialog.create_button.click()
    settle(qtbot, office, page)
    settle(qtbot, office, page)
    (line,) = office.services.members.find(MembershipFilter(year=YEAR + 1))
    assert line.name == "Élodie Lefèvre"


def test_nothing_can_be_made_when_nobody_is_due(qtbot, office, dialog):
    for box in dialog.type_boxes.values():
        box.setChecked(False)
    office.idle(qtbot)
    assert not dialog.create_button.isEnabled()
    assert dialog.summary.text() == "Aucune adhésion ne sera créée."


def test_escape_leaves_everything_as_it_was(qtbot, office, page, dialog):
    press(Qt.Key.Key_Escape)
    assert page.renewing.dialog is None
    assert office.services.members.ids(MembershipFilter(year=YEAR + 1)) == []
