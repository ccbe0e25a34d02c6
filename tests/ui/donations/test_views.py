"""The tabs of the page of gifts: campaigns, pledges and expense sheets beside the list."""

from __future__ import annotations

import pytest

from coopdesk.domain.campaigns import NewCampaign
from coopdesk.ui.donations.targets import CampaignShown
from coopdesk.ui.donations.views import View
from coopdesk.ui.page import Role
from tests.ui.contacts.conftest import settle


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
