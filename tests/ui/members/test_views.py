"""Fees to tie, statistics, shares: the other views of the page."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from coopdesk.domain.contacts import NewContact
from coopdesk.domain.members import MemberRules
from coopdesk.domain.membership_lists import MembershipFilter
from coopdesk.domain.money import Money
from coopdesk.domain.payments import LineKind
from coopdesk.ui.file_writing import FileJob
from coopdesk.ui.members.attach_view import AttachView
from coopdesk.ui.members.views import View
from tests.ui.contacts.conftest import press, settle
from tests.ui.members.conftest import YEAR, plain, shown

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)

ENTER, ESCAPE, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab


@pytest.fixture
def fees(office, people) -> None:
    """Two fees that somebody paid under a name of no type."""
    for name in ("Élodie Lefèvre", "Zoé Abadie"):
        payer = office.services.contacts.get(people[name])
        office.payment(2_500, "Adhésion 2025", LineKind.FEE, dt.date(YEAR, 4, 2), payer)


# fees to tie


def test_view_is_made_when_it_is_looked_at_even_with_nothing_waiting(
    qtbot, office, filled_page
):
    assert filled_page.findChildren(AttachView) == []
    filled_page.views.show(View.ATTACH)
    qtbot.waitUntil(filled_page.views.attach_view.isVisible)
    assert filled_page.views.attach_view.list.model.rowCount() == 0


def test_view_appears_while_fees_wait(qtbot, office, window, people, types, fees):
    page = shown(qtbot, office, window)
    assert page.views.tabs.isTabVisible(2)
    assert page.views.tabs.tabText(2) == "À rattacher (2)"


def test_type_is_chosen_once_and_all_become_members(qtbot, office, window, people, types, fees):
    page = shown(qtbot, office, window)
    page.show_target("attach")
    settle(qtbot, office, page)
    view = page.views.attach_view
    view.list.table.setFocus()
    view.list.table.select_id(1)
    press(ENTER)
    dialog = view.dialog
    qtbot.waitUntil(dialog.kind.hasFocus)
    press(ENTER)
    office.idle(qtbot)
    assert "Choisissez un tarif" in dialog.form.error_of("type_id")
    press(Qt.Key.Key_Down, ENTER)
    settle(qtbot, office, page)
    settle(qtbot, office, page)
    assert view.dialog is None
    found = office.services.members.find(MembershipFilter(year=YEAR))
    assert [line.name for line in found] == ["Zoé Abadie", "Élodie Lefèvre"]
    kind = office.services.membership_types.get(types["Plein tarif"])
    assert kind.content.outside_names == ("Adhésion 2025",)
    assert view.list.model.rowCount() == 0


# statistics


@pytest.fixture
def statistics(qtbot, office, filled_page, people):
    contact = office.services.contacts.get(people["Élodie Lefèvre"])
    from dataclasses import replace

    office.services.contacts.change(
        contact.id, replace(contact.profile, birth_on=dt.date(1980, 5, 1))
    )
    filled_page.show_target("statistics")
    settle(qtbot, office, filled_page)
    return filled_page.views.statistics


def test_each_count_opens_its_people(qtbot, office, filled_page, people, statistics):
    table = statistics.years
    assert [table.item(row, 0).text() for row in range(2)] == [str(YEAR), str(YEAR - 1)]
    assert table.item(0, 1).text() == "2"
    table.setFocus()
    table.setCurrentCell(0, 1)
    press(ENTER)
    office.idle(qtbot)
    people_list = statistics.people
    assert people_list.isVisible()
    assert plain(people_list.title.text()) == f"{YEAR} : Adhérent·es (2)"
    assert people_list.list.model.rowCount() == 2
    asked = []
    office.desk.navigator.requested.connect(lambda *args: asked.append(args))
    people_list.list.setFocus()
    press(ENTER)
    assert asked[0][0] == "contacts"
    press(ESCAPE)
    assert not people_list.isVisible()


def test_ages_are_painted_described_and_shown_as_a_table(qtbot, office, statistics):
    pyramid = statistics.pyramid
    assert pyramid.isVisible()
    assert "45–49 ans" in pyramid.accessibleDescription()
    pyramid.setFocus()
    press(Qt.Key.Key_Up)
    assert pyramid.accessibleDescription().startswith("45–49 ans")
    press(ENTER)
    office.idle(qtbot)
    assert statistics.people.list.model.rowCount() == 1
    statistics.people.back_action.trigger()
    statistics.table_button.click()
    assert statistics.ages.isVisible()
    assert not pyramid.isVisible()
    assert statistics.ages.item(0, 0).text() == "45–49 ans"


def test_unknown_birthdays_are_said_instead_of_an_empty_picture(qtbot, office, filled_page):
    filled_page.show_target("statistics")
    settle(qtbot, office, filled_page)
    assert filled_page.views.statistics.no_ages.isVisible()
    assert not filled_page.views.statistics.pyramid.isVisible()


# shares


@pytest.fixture
def shares(qtbot, office, filled_page):
    office.services.members.change_rules(
        MemberRules(has_shares=True, share_nominal=Money(2_000))
    )
    filled_page.reload()
    settle(qtbot, office, filled_page)
    filled_page.show_target("shares")
    settle(qtbot, office, filled_page)
    return filled_page.views.shares


def test_shares_are_hidden_until_the_statutes_have_some(filled_page):
    assert not filled_page.views.tabs.isTabVisible(3)


def test_shares_are_subscribed_and_withdrawn_within_what_is_held(
    qtbot, office, filled_page, people, shares
):
    assert filled_page.views.tabs.isTabVisible(3)
    shares.subscribe_action.trigger()
    dialog = shares.dialog
    qtbot.waitUntil(dialog.holder.hasFocus)
    press("lef")
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    press(ENTER, "5", ENTER)
    settle(qtbot, office, filled_page)
    assert shares.dialog is None
    assert office.services.shares.held(people["Élodie Lefèvre"]) == 5
    assert plain(shares.holders._totals.text()) == "5 parts, 100,00 €"
    shares.holders.table.setFocus()
    shares.holders.table.select_id(people["Élodie Lefèvre"])
    shares.withdraw_action.trigger()
    dialog = shares.dialog
    office.idle(qtbot)
    assert plain(dialog.said.text()).startswith("Détient 5 parts")
    qtbot.waitUntil(dialog.shares.hasFocus)
    press("6", ENTER)
    settle(qtbot, office, filled_page)
    assert "5" in dialog.form.error_of("shares")
    dialog.shares.selectAll()
    press("2", ENTER)
    settle(qtbot, office, filled_page)
    assert [line.number for line in office.services.shares.register()] == [1, 2]
    shares.chips.chip(list(shares.chips._keys)[1]).click()
    assert shares.register.isVisible()


def test_certificate_of_shares_is_written_where_asked(
    qtbot, office, filled_page, people, shares
):
    from coopdesk.domain.shares import ShareMove

    new = office.services.shares.proposed(people["Élodie Lefèvre"], ShareMove.SUBSCRIPTION)
    office.services.shares.record(new)
    shares.reload()
    settle(qtbot, office, filled_page)
    shares.holders.table.select_id(people["Élodie Lefèvre"])
    asked: list[FileJob] = []
    filled_page.views.paper_wanted.disconnect(filled_page.papers.writing.ask)
    filled_page.views.paper_wanted.connect(asked.append)
    shares.certificate_action.trigger()
    shares.register_action.trigger()
    for number, job in enumerate(asked):
        path = office.folder / f"{number}.pdf"
        job.write(path, None)
        assert path.read_bytes().startswith(b"%PDF")


def test_somebody_unknown_is_not_taken_for_a_holder(qtbot, office, filled_page, shares):
    office.services.contacts.add(NewContact(last_name="Autre", first_name="Une"))
    shares.subscribe_action.trigger()
    dialog = shares.dialog
    qtbot.waitUntil(dialog.holder.hasFocus)
    dialog.shares.setFocus()
    press("1", ENTER)
    office.idle(qtbot)
    assert dialog.form.error_of("contact_id")
    dialog.form.is_dirty = False
    dialog.reject()


def test_subscription_is_found_by_its_name_once_shares_are_kept(
    qtbot, office, filled_page, people
):
    assert not filled_page.subscribe_action.isVisible()
    office.services.members.change_rules(
        MemberRules(has_shares=True, share_nominal=Money(2_000))
    )
    filled_page.reload()
    office.idle(qtbot)
    assert filled_page.subscribe_action.isVisible()
    filled_page.subscribe_action.trigger()
    settle(qtbot, office, filled_page)
    assert filled_page.views.current is View.SHARES
    assert filled_page.views.shares.dialog is not None
    filled_page.views.shares.dialog.reject()
