"""Use cases around workbooks: what the board reads."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.services.campaigns import CampaignService
from coopdesk.services.kept_lines import KeptLines
from coopdesk.services.progress import NO_PROGRESS, Progress
from coopdesk.services.saving import external_file_errors, save
from coopdesk.system.files import replacing_stream

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from coopdesk.domain.board_accounts import BoardAccounts
    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.storage.unit_of_work import Units


class WorkbookService:
    """Write workbooks."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def write_board(
        self, year: FiscalYear, path: Path, progress: Progress = NO_PROGRESS
    ) -> Path:
        """Write the board's workbook of a fiscal year, drafts included.

        Raises:
            NotFoundError: the year is gone. ExternalError: the disk or the folder is in the
            way; an old file is intact.
        """
        from coopdesk.documents.board_workbook import write_board_workbook

        with (
            self._board(year) as board,
            external_file_errors(path),
            replacing_stream(path) as stream,
        ):
            write_board_workbook(board, stream, progress.advance)
        return path

    def write_board_csv(
        self, year: FiscalYear, folder: Path, progress: Progress = NO_PROGRESS
    ) -> tuple[Path, ...]:
        """Write the sheets of figures as CSV files into a folder; return them.

        Raises:
            NotFoundError, ExternalError: as ``write_board``.
        """
        from coopdesk.exchange.board_csv import board_tables

        written = []
        with self._board(year) as board:
            for done, (name, rows) in enumerate(board_tables(board), start=1):
                path = folder / f"{name}.csv"
                with external_file_errors(path), replacing_stream(path) as stream:
                    for block in rows:
                        stream.write(block)
                written.append(path)
                progress.advance(done, len(written) + 1)
        return tuple(written)

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

    @contextmanager
    def _board(self, year: FiscalYear) -> Iterator[BoardAccounts]:
        """Yield the accounts of a year; its lines can be read as long as this is open.

        They are put aside first: nobody waits who wants to write meanwhile. A year without an
        id is the one that the first entry would make.
        """
        from coopdesk.services.board_reading import empty_board, read_board

        with KeptLines() as kept:
            with self._units.read() as work:
                association = work.association.get()
                name = association.name if association else ""
                board = empty_board(year, name, self._today())
                if year.id:
                    board = read_board(work, year.id, self._today())
                kept.keep(board.lines.lines)
            yield replace(board, lines=replace(board.lines, lines=kept))
