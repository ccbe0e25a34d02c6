"""Use cases around workbooks: what the board reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.accounts_workbook import write_accounts_workbook
from coopdesk.domain.accounts import year_accounts
from coopdesk.services.campaigns import CampaignService
from coopdesk.services.progress import NO_PROGRESS, Progress
from coopdesk.services.saving import save

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from coopdesk.storage.unit_of_work import Units


class WorkbookService:
    """Write workbooks."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def write_accounts(self, year: int, path: Path, progress: Progress = NO_PROGRESS) -> Path:
        """Write the accounts workbook of a calendar year beside the year before.

        Raises:
            ExternalError: the disk or the folder is in the way; an old file is intact.
        """
        with self._units.read() as work:
            association = work.association.get()
            accounts = year_accounts(
                name=association.name if association else "",
                year=year,
                made_on=self._today(),
                lines=work.payments.lines_of_year(year),
                previous_lines=work.payments.lines_of_year(year - 1),
            )
        return save(path, write_accounts_workbook(accounts, progress.advance))

    def write_campaign(self, campaign_id: int, path: Path) -> Path:
        """Write who contributed to a campaign, persons and organisations apart, and its tiers.

        Raises:
            NotFoundError: the campaign is gone. ExternalError: the disk or the folder is in
            the way; an old file is intact.
        """
        from coopdesk.documents.campaign_workbook import write_campaign_workbook

        campaigns = CampaignService(self._units, self._today)
        found, board = campaigns.progress(campaign_id), campaigns.leaderboard(campaign_id)
        with self._units.read() as work:
            association = work.association.get()
        owner = association.name if association else ""
        return save(path, write_campaign_workbook(found, board, owner, self._today()))
