"""Campaigns and pledges in the window: what is read, and what is typed."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtWidgets import QApplication

from coopdesk.domain.campaigns import NewCampaign, NewTier
from coopdesk.domain.money import Money
from coopdesk.domain.pledges import InstalmentState
from coopdesk.ui.campaigns.view import CampaignsView
from coopdesk.ui.donations.editing import DonationEditor
from coopdesk.ui.pledges.view import PledgesView
from coopdesk.ui.widgets.contact_picker import Choice
from coopdesk.ui.widgets.record_parts import Bar
from tests.ui.campaigns.conftest import ROOF, fill_campaign, fill_pledge
from tests.ui.office import problems_of, texts

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def read(view) -> str:
    return plain(view.panel.reader.toPlainText())


def settle(qtbot, office) -> None:
    for _round in range(3):
        office.idle(qtbot)
        QApplication.processEvents()


def test_campaign_is_read_with_its_bar_full_and_its_number_past_100(
    qtbot, office, window, shown
):
    ids = fill_campaign(office)
    view = shown(CampaignsView).view
    (row,) = texts(view.list)
    assert plain(row[1]) == "3 910 €"
    assert plain(row[3]) == "196 %"
    assert "3 910,00 €" in plain(view.list._totals.text())

    view.list.record_activated.emit(ids.campaign)
    settle(qtbot, office)

    said = read(view)
    assert "3 910,00 € sur 2 000,00 € · 196 % · objectif atteint" in said
    assert [part.filled for part in view.panel.reader.parts if isinstance(part, Bar)] == [
        1000,
        1000,
        0,
    ]
    assert "soyez la première personne à contribuer" in said
    assert "sans reçu : Paiement d’une prestation" in said or "sans reçu" in said
    for line in ("1. Élodie Lefèvre", "2. Anonyme", "4. Anonyme", "1. Biocoop du Port"):
        assert line in said
    assert "depuis mars 2025" in said
    assert "× 12" in said
    assert problems_of(view.window()) == []


def test_campaign_tier_payment_and_team_are_typed_in(qtbot, office, window, shown):
    view = shown(CampaignsView).view
    view.primary_action.trigger()
    dialog = view.doing.asker.dialog
    dialog.submitted.emit(dialog.read())
    office.idle(qtbot)
    assert "nom de la campagne" in dialog.form.error_of("name")
    dialog.name.setText("Serre")
    dialog.goal.setText("200")
    dialog.submit_button.click()
    settle(qtbot, office)
    campaign = view.sheet.progress.campaign
    assert (campaign.content.name, campaign.content.goal) == ("Serre", Money(20_000))

    view.panel.link_activated.emit("add-tier:0")
    dialog = view.doing.asker.dialog
    dialog.name.setText("Panier")
    dialog.is_gift.setCurrentIndex(1)
    dialog.minimum.setText("30")
    dialog.submit_button.click()
    settle(qtbot, office)
    (tier,) = view.sheet.progress.campaign.tiers
    assert tier.content.is_gift is False

    view.panel.link_activated.emit(f"pay:{tier.id}")
    dialog = view.doing.asker.dialog
    assert dialog.remark.text() == ""
    dialog.amount.setText("25")
    assert "moins que le minimum" in dialog.remark.text()
    dialog.submit_button.click()
    settle(qtbot, office)
    assert view.sheet.progress.whole.raised == Money(2_500)

    member = office.person(0)
    view.panel.link_activated.emit("add-person:0")
    dialog = view.doing.asker.dialog
    dialog.contact.set_contact(Choice(member.id, member.display_name))
    dialog.role.setText("Référente")
    dialog.submit_button.click()
    settle(qtbot, office)
    assert "Référente" in read(view)
    view.doing.close_action.trigger()
    settle(qtbot, office)
    assert office.services.campaigns.names() == []


def test_gift_is_recorded_from_the_tier_of_its_campaign(qtbot, office, window, shown):
    service = office.services.campaigns
    campaign = service.record(NewCampaign("Serre")).value.id
    tier = service.add_tier(NewTier(campaign, "Contribution", suggested=Money(2_500))).value.id
    view = shown(CampaignsView).view
    view.list.record_activated.emit(campaign)
    settle(qtbot, office)
    assert "Voir les dons" not in read(view)

    view.panel.link_activated.emit(f"give:{tier}")
    office.idle(qtbot)
    dialog = view.doing.gifts.dialog
    assert dialog.amount.amount() == Money(2_500)
    dialog.submit_button.click()
    settle(qtbot, office)

    (found,) = view.sheet.progress.tiers
    assert found.progress.raised == Money(2_500)
    assert "Voir les dons" in read(view)


def test_instalment_of_a_pledge_is_received_from_its_record(qtbot, office, window, shown):
    donor = office.person(0).id
    pledge = fill_pledge(office, donor)
    view = shown(PledgesView).view
    (row,) = texts(view.list)
    assert row[0] == "Élodie Lefèvre"
    assert row[-1] == "En retard"
    assert plain(view.sums.text()).endswith("en retard : 60,00 €")

    view.list.record_activated.emit(pledge)
    settle(qtbot, office)
    assert "seuls les versements reçus donnent un reçu" in read(view)
    view.panel.link_activated.emit("receive:2025-11-05")
    dialog = view.doing.asker.dialog
    assert dialog.due_on.value == dt.date(2025, 11, 5)
    dialog.amount.setText("25")
    dialog.submit_button.click()
    settle(qtbot, office)

    states = [one.state for one in view.sheet.instalments]
    assert states[:2] == [InstalmentState.LATE, InstalmentState.RECEIVED]
    (gift,) = office.services.donations.find(_all_gifts())
    assert (gift.amount, gift.campaign) == (Money(2_500), ROOF)
    view.panel.link_activated.emit("skip:2025-10-05")
    settle(qtbot, office)
    assert view.sheet.instalments[0].state is InstalmentState.SKIPPED
    view.doing.pause_action.trigger()
    settle(qtbot, office)
    assert "Reprendre" in view.doing.pause_action.text()
    assert problems_of(view.window()) == []


def _all_gifts():
    from coopdesk.domain.donations import DonationFilter

    return DonationFilter()


def test_pledge_is_typed_in_with_the_tier_of_its_campaign(qtbot, office, window, shown):
    ids = fill_campaign(office)
    view = shown(PledgesView).view
    view.primary_action.trigger()
    dialog = view.doing.asker.dialog
    office.idle(qtbot)
    dialog.donor.new_requested.emit("zoé abadie")
    office.idle(qtbot)
    dialog.new_donor.editor.dialog.submit_button.click()
    settle(qtbot, office)
    assert dialog.donor.text() == "Zoé Abadie"
    dialog.amount.setText("15")
    dialog.campaign.setEditText(ROOF)
    office.idle(qtbot)
    # Only gifts are promised: the tier that is paid for is not offered.
    assert dialog.tier.count() == 2
    dialog.tier.choose(ids.gifts)
    dialog.submit_button.click()
    settle(qtbot, office)
    assert view.doing.asker.dialog is None
    assert view.sheet.pledge.content.tier_id == ids.gifts
    assert view.sheet.pledge.content.campaign == ROOF
    # F2 and Del are about it at once.
    assert window.focusWidget() is view.list.table


def test_gift_below_the_minimum_of_its_tier_is_told_and_recorded(qtbot, office, window):
    ids = fill_campaign(office)
    window.show()
    editor = DonationEditor(office.desk, window)
    editor.add()
    dialog = editor.dialog
    office.idle(qtbot)
    dialog.amount.setText("20")
    dialog.campaigns.show(ROOF, ids.gifts)
    settle(qtbot, office)
    assert "moins que le minimum de « Contribution » (50,00 €)" in plain(dialog.remarks.text)
    dialog.submit_button.click()
    settle(qtbot, office)
    assert editor.dialog is None
    assert office.services.campaigns.progress(ids.campaign).whole.contributions == 6
