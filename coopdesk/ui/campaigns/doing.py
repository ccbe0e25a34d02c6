"""What can be done with a campaign, its tiers and its team: actions, links and their forms."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from coopdesk.domain.campaigns import Campaign
from coopdesk.ui.campaigns import sheet
from coopdesk.ui.campaigns.dialog import CampaignDialog, TeamDialog
from coopdesk.ui.campaigns.tier_dialog import TierDialog, TierPaymentDialog
from coopdesk.ui.donations.editing import DonationEditor
from coopdesk.ui.donations.targets import GiftsShown
from coopdesk.ui.file_writing import FileJob, FileWriting
from coopdesk.ui.record_doing import RecordDoing
from coopdesk.ui.widgets.steps import change_icon
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.campaigns import CampaignPerson, Tier
    from coopdesk.services.outcome import Outcome
    from coopdesk.services.progress import Progress
    from coopdesk.ui.desk import Desk


class CampaignDoing(RecordDoing):
    """What is done with campaigns, their tiers and their teams."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, parent, Campaign)
        self._service = desk.services.campaigns
        self._campaign: Campaign | None = None
        self._is_closed = False
        self.writing = FileWriting(desk, parent, "campaigns")
        self.gifts = DonationEditor(desk, parent)
        make = self._make
        self.record_action = make(_("New campaign…"), "plus", self._on_record)
        self.change_action = make(_("Change…"), "pencil-simple", self._on_change)
        self.close_action = make(_("Close the campaign"), "lock-simple", self._on_close)
        self.workbook_action = make(
            _("Contributors as a workbook…"), "table", self._on_workbook
        )
        self.remove_action = make(_("Remove the campaign"), "trash", self._on_remove)
        self.usual_actions = (self.change_action, self.close_action)
        self.rare_actions = (self.workbook_action, self.remove_action)
        self._links = {
            sheet.CONTACT_LINK: partial(desk.navigator.open, "contacts"),
            sheet.GIFTS_LINK: self._show_gifts,
            sheet.ADD_TIER_LINK: self._add_tier,
            sheet.CHANGE_TIER_LINK: self._change_tier,
            sheet.GIVE_LINK: self._give,
            sheet.PAY_LINK: self._pay,
            sheet.RAISE_LINK: self._raise_tier,
            sheet.REMOVE_TIER_LINK: self._remove_tier,
            sheet.ADD_PERSON_LINK: self._add_person,
            sheet.REMOVE_PERSON_LINK: self._remove_person,
        }

    def choose(
        self, campaign_id: int | None, shown: Campaign | None, *, is_closed: bool
    ) -> None:
        """Say which campaign the actions are about; ``shown`` is the one in the panel."""
        self._chosen, self._campaign, self._is_closed = campaign_id, shown, is_closed
        for action in (*self.usual_actions, *self.rare_actions):
            action.setEnabled(campaign_id is not None)
        self.close_action.setText(_("Open it again") if is_closed else _("Close the campaign"))
        change_icon(self.close_action, "lock-simple-open" if is_closed else "lock-simple")

    # campaigns

    @Slot()
    def _on_record(self) -> None:
        make = partial(CampaignDialog, self._desk.today, None, self._window)
        self.asker.ask(make, self._service.record)

    @Slot()
    def _on_change(self) -> None:
        self._read_chosen(self._service.get, self._on_read)

    def _on_read(self, campaign: Campaign) -> None:
        make = partial(CampaignDialog, self._desk.today, campaign.content, self._window)
        self.asker.ask(make, partial(self._service.change, campaign.id))

    @Slot()
    def _on_close(self) -> None:
        self._send_chosen(self._service.reopen if self._is_closed else self._service.close)

    @Slot()
    def _on_remove(self) -> None:
        self._send_chosen(self._service.remove)

    def _give(self, tier_id: int) -> None:
        """Ask for a gift to the campaign, by a tier of it unless that is 0."""
        if self._campaign is None or self.gifts.dialog is not None:
            return
        self.gifts.add(None, self._campaign.content.name, tier_id or None)
        tier, dialog = self._tier(tier_id), self.gifts.dialog
        if tier is not None and dialog is not None:
            dialog.amount.set_amount(tier.content.suggested)
            dialog.form.is_dirty = False

    def _show_gifts(self, _key: int) -> None:
        if self._campaign is not None:
            wanted = GiftsShown(campaign=self._campaign.content.name)
            self._desk.navigator.open("donations", wanted)

    @Slot()
    def _on_workbook(self) -> None:
        if self._chosen is not None:
            chosen, workbooks = self._chosen, self._desk.services.workbooks

            def write(path: Path, _progress: Progress) -> Path:
                return workbooks.write_campaign(chosen, path)

            title, kind = _("Contributors of the campaign"), _("Excel workbook")
            self.writing.ask(FileJob(title, _("contributors") + ".xlsx", kind, write))

    # tiers

    def _add_tier(self, _key: int) -> None:
        if self._campaign is not None:
            make = partial(TierDialog, self._desk.today, self._campaign.id, None, self._window)
            self.asker.ask(make, self._service.add_tier)

    def _change_tier(self, tier_id: int) -> None:
        tier = self._tier(tier_id)
        if tier is not None:
            known = tier.content
            today, campaign_id = self._desk.today, known.campaign_id
            make = partial(TierDialog, today, campaign_id, known, self._window)
            self.asker.ask(make, partial(self._service.change_tier, tier_id))

    def _pay(self, tier_id: int) -> None:
        tier, campaign = self._tier(tier_id), self._campaign
        if tier is not None and campaign is not None:
            make = partial(TierPaymentDialog, self._desk, campaign, tier, self._window)
            self.asker.ask(make, self._service.contribute)

    def _tier(self, tier_id: int) -> Tier | None:
        tiers = self._campaign.tiers if self._campaign is not None else ()
        return next((tier for tier in tiers if tier.id == tier_id), None)

    def _raise_tier(self, tier_id: int) -> None:
        self._send(partial(self._service.move_tier, tier_id, -1))

    def _remove_tier(self, tier_id: int) -> None:
        self._send(partial(self._service.remove_tier, tier_id))

    # the team

    def _add_person(self, _key: int) -> None:
        if self._campaign is not None:
            make = partial(TeamDialog, self._desk, self._window)
            self.asker.ask(make, partial(self._save_person, self._campaign.id))

    def _save_person(self, campaign_id: int, new: CampaignPerson) -> Outcome[None]:
        return self._service.set_person(campaign_id, new.contact_id, new.role)

    def _remove_person(self, contact_id: int) -> None:
        if self._campaign is not None:
            self._send(partial(self._service.remove_person, self._campaign.id, contact_id))
