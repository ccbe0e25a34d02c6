"""What can be done with a campaign, its tiers and its team: actions, links and their forms."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from coopdesk.domain.campaigns import Campaign
from coopdesk.ui.campaigns import sheet
from coopdesk.ui.campaigns.dialog import CampaignDialog, TeamDialog
from coopdesk.ui.campaigns.tier_dialog import TierDialog, TierPaymentDialog
from coopdesk.ui.donations.targets import GiftsShown
from coopdesk.ui.file_writing import FileJob, FileWriting
from coopdesk.ui.icons import icon
from coopdesk.ui.widgets.asking import Asker
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.campaigns import CampaignPerson, NewCampaign, NewTier
    from coopdesk.services.outcome import Outcome
    from coopdesk.services.progress import Progress
    from coopdesk.ui.desk import Desk


class CampaignDoing(QObject):
    """Knows the campaign that is chosen and sends the commands about it."""

    recorded = Signal(object)  # Campaign

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._window = parent
        self._service = desk.services.campaigns
        self._chosen: int | None = None
        self._campaign: Campaign | None = None
        self._is_closed = False
        self.asker = Asker(desk, parent)
        self.asker.saved.connect(self._on_saved)
        self.record_action = make_step(parent, _("New campaign…"), "plus")
        self.record_action.triggered.connect(self._on_record)
        self.change_action = make_step(parent, _("Change…"), "pencil-simple")
        self.change_action.triggered.connect(self._on_change)
        self.close_action = make_step(parent, _("Close the campaign"), "lock-simple")
        self.close_action.triggered.connect(self._on_close)
        self.writing = FileWriting(desk, parent, "campaigns")
        self.workbook_action = make_step(parent, _("Contributors as a workbook…"), "table")
        self.workbook_action.triggered.connect(self._on_workbook)
        self.remove_action = make_step(parent, _("Remove the campaign"), "trash")
        self.remove_action.triggered.connect(self._on_remove)
        self._links: dict[str, Callable[[int], object]] = {
            sheet.CONTACT_LINK: partial(desk.navigator.open, "contacts"),
            sheet.GIFTS_LINK: self._show_gifts,
            sheet.ADD_TIER_LINK: self._add_tier,
            sheet.CHANGE_TIER_LINK: self._change_tier,
            sheet.PAY_LINK: self._pay,
            sheet.RAISE_LINK: self._raise_tier,
            sheet.REMOVE_TIER_LINK: self._remove_tier,
            sheet.ADD_PERSON_LINK: self._add_person,
            sheet.REMOVE_PERSON_LINK: self._remove_person,
        }

    @property
    def record_actions(self) -> tuple[QAction, ...]:
        """What can be done with the campaign that is chosen."""
        return (
            self.change_action,
            self.close_action,
            self.workbook_action,
            self.remove_action,
        )

    def choose(
        self, campaign_id: int | None, shown: Campaign | None, *, is_closed: bool
    ) -> None:
        """Say which campaign the actions are about; ``shown`` is the one in the panel."""
        self._chosen, self._campaign, self._is_closed = campaign_id, shown, is_closed
        for action in self.record_actions:
            action.setEnabled(campaign_id is not None)
        self.close_action.setText(_("Open it again") if is_closed else _("Close the campaign"))
        self.close_action.setIcon(icon("lock-simple-open" if is_closed else "lock-simple"))

    @Slot(str)
    def follow(self, link: str) -> None:
        """Do what a link in the record of a campaign names."""
        name, _colon, key = link.partition(":")
        if name in self._links:
            self._links[name](int(key))

    def _send(self, call: Callable[[], Outcome[Any]]) -> None:
        self._desk.tasks.command(self._window, call)

    @Slot(object)
    def _on_saved(self, made: object) -> None:
        if isinstance(made, Campaign):
            self.recorded.emit(made)

    # campaigns

    @Slot()
    def _on_record(self) -> None:
        make = partial(CampaignDialog, self._desk.today, None, self._window.window())
        self.asker.ask(make, self._service.record)

    @Slot()
    def _on_change(self) -> None:
        if self._chosen is not None:
            get = partial(self._service.get, self._chosen)
            self._desk.tasks.query(self._window, get, self._on_read, replaces="to_change")

    def _on_read(self, campaign: Campaign) -> None:
        window = self._window.window()
        make = partial(CampaignDialog, self._desk.today, campaign.content, window)
        self.asker.ask(make, partial(self._change, campaign.id))

    def _change(self, campaign_id: int, new: NewCampaign) -> Outcome[Campaign]:
        return self._service.change(campaign_id, new)

    @Slot()
    def _on_close(self) -> None:
        if self._chosen is not None:
            step = self._service.reopen if self._is_closed else self._service.close
            self._send(partial(step, self._chosen))

    @Slot()
    def _on_remove(self) -> None:
        if self._chosen is not None:
            self._send(partial(self._service.remove, self._chosen))

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
            window = self._window.window()
            make = partial(TierDialog, self._desk.today, self._campaign.id, None, window)
            self.asker.ask(make, self._service.add_tier)

    def _change_tier(self, tier_id: int) -> None:
        for tier in self._campaign.tiers if self._campaign is not None else ():
            if tier.id == tier_id:
                window, content = self._window.window(), tier.content
                make = partial(
                    TierDialog, self._desk.today, content.campaign_id, content, window
                )
                self.asker.ask(make, partial(self._save_tier, tier_id))

    def _save_tier(self, tier_id: int, new: NewTier) -> Outcome[Any]:
        return self._service.change_tier(tier_id, new)

    def _pay(self, tier_id: int) -> None:
        campaign = self._campaign
        for tier in campaign.tiers if campaign is not None else ():
            if tier.id == tier_id:
                assert campaign is not None
                window = self._window.window()
                make = partial(TierPaymentDialog, self._desk, campaign, tier, window)
                self.asker.ask(make, self._service.contribute)

    def _raise_tier(self, tier_id: int) -> None:
        self._send(partial(self._service.move_tier, tier_id, -1))

    def _remove_tier(self, tier_id: int) -> None:
        self._send(partial(self._service.remove_tier, tier_id))

    # the team

    def _add_person(self, _key: int) -> None:
        if self._campaign is not None:
            make = partial(TeamDialog, self._desk, self._window.window())
            self.asker.ask(make, partial(self._save_person, self._campaign.id))

    def _save_person(self, campaign_id: int, new: CampaignPerson) -> Outcome[None]:
        return self._service.set_person(campaign_id, new.contact_id, new.role)

    def _remove_person(self, contact_id: int) -> None:
        if self._campaign is not None:
            self._send(partial(self._service.remove_person, self._campaign.id, contact_id))
