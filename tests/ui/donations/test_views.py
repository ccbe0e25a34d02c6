"""The tabs of the page of gifts: campaigns, pledges and expense sheets beside the list."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from coopdesk.domain.campaigns import NewCampaign
from coopdesk.ui.campaigns.finding import find_campaigns
from coopdesk.ui.donations.targets import CampaignShown
from coopdesk.ui.donations.views import View
from coopdesk.ui.page import Role
from tests.ui.contacts.conftest import press, settle


@pytest.mark.parametrize("view", tuple(View)[1:])
def test_each_view_puts_its_own_first_step_into_the_head(filled_page, office, qtbot, view):
    page = filled_page
    page.views.show_target(view)
    settle(qtbot, office, page)

    other = page.views.other
    assert page.role_actions[Role.NEW] is other.primary_action is not page.record_action
    assert page.search_field is other.search
    assert other.search.isVisible()
    assert not page.search.isVisible()

    page.views.tabs.setCurrentIndex(View.GIFTS.value)

    assert page.role_actions[Role.NEW] is page.record_action
    assert page.search_field is page.search
    assert page.search.isVisible()


def test_campaign_named_elsewhere_opens_in_its_view(filled_page, office, gifts, qtbot):
    page = filled_page
    campaign = office.services.campaigns.record(NewCampaign("Semences")).value
    page.show_target(CampaignShown(campaign.id))
    settle(qtbot, office, page)

    assert page.views.current is View.CAMPAIGNS
    assert page.views.other.sheet.progress.campaign.id == campaign.id

    page.show_target(gifts["Zoé"])
    settle(qtbot, office, page)

    assert page.views.current is View.GIFTS
    assert page.detail.chosen_id == gifts["Zoé"]


@pytest.mark.parametrize("name", ["campaign_action", "pledge_action", "sheet_action"])
def test_first_step_of_a_view_is_one_command_of_the_page(filled_page, office, qtbot, name):
    page = filled_page
    getattr(page, name).trigger()
    settle(qtbot, office, page)

    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert page.views.other is not None
    dialog.done(0)


def test_tab_goes_from_the_views_to_the_search_of_the_one_that_is_shown(
    filled_page, office, qtbot
):
    page = filled_page
    for view in (View.GIFTS, View.CAMPAIGNS):
        page.views.tabs.setCurrentIndex(view.value)
        settle(qtbot, office, page)
        page.views.tabs.setFocus()
        press(Qt.Key.Key_Tab)
        assert page.search_field.hasFocus()


def test_finder_answers_with_a_campaign(filled_page, office):
    (hit,) = find_campaigns(office.desk, "toit")

    assert (hit.text, hit.page) == ("Toit", "donations")
    assert isinstance(hit.target, CampaignShown)


def test_keys_of_a_record_are_those_of_the_view_that_is_shown(filled_page, office, qtbot):
    page = filled_page
    page.list.table.select_id(page.list.model.id_at(0))
    settle(qtbot, office, page)
    assert page.remove_action.isEnabled()

    office.services.campaigns.record(NewCampaign("Semences"))
    page.views.show_target(View.CAMPAIGNS)
    settle(qtbot, office, page)

    assert not page.remove_action.isEnabled()
    other = page.views.other
    other.list.table.select_id(other.list.model.id_at(0))
    other.list.table.setFocus()
    settle(qtbot, office, page)
    assert other.change_action.isEnabled()
    qtbot.keyClick(other.list.table, Qt.Key.Key_F2)
    settle(qtbot, office, page)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert dialog.isWindow()
    dialog.done(0)


def test_gift_begun_over_another_view_is_asked_for_over_the_list_of_gifts(
    filled_page, office, qtbot
):
    page = filled_page
    page.views.show_target(View.PLEDGES)
    page.record_action.trigger()
    settle(qtbot, office, page)
    assert page.views.current is View.GIFTS
    assert page.editor.dialog is not None
