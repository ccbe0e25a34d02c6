"""Commitments both ways: what is late first, and the proof of what was kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from typing_extensions import override

from coopdesk.domain.commitments import Commitment
from coopdesk.ui.attachments.panel import FilePanel
from coopdesk.ui.partners.agreement_sheet import commitment_parts
from coopdesk.ui.partners.columns import commitment_columns
from coopdesk.ui.partners.commitment_dialog import Start
from coopdesk.ui.partners.commitment_doing import CommitmentDoing
from coopdesk.ui.partners.reading import (
    CommitmentRecord,
    CommitmentsShown,
    Wanted,
    read_commitment,
    read_commitments,
)
from coopdesk.ui.recent_records import remember_opened
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.record_view import KeptLines, SheetView, ViewParts
from coopdesk.ui.widgets.chips import ChoiceChips
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.search_field import SearchField
from coopdesk.wording.language import _
from coopdesk.wording.partner_dues import owed_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from coopdesk.ui.partners.page import PartnerPage


class CommitmentsView(SheetView[CommitmentsShown, Commitment, CommitmentRecord]):
    """Who owes what to whom by when."""

    def __init__(self, page: PartnerPage) -> None:
        desk, lines = page.desk, KeptLines[Commitment]()
        chips = ChoiceChips(
            _("Commitments"),
            [
                (CommitmentsShown.OPEN, _("To be kept")),
                (CommitmentsShown.LATE, _("Late")),
                (CommitmentsShown.OURS, _("We owe")),
                (CommitmentsShown.THEIRS, _("They owe")),
                (CommitmentsShown.DONE, _("Done with")),
                (CommitmentsShown.ALL, _("All commitments")),
            ],
        )
        files = FilePanel(_("Commitment"), desk)
        columns = commitment_columns(desk.today)
        parts = ViewParts(
            search=SearchField(_("Search a commitment, a partner…")),
            chips=chips,
            whole=CommitmentsShown.ALL,
            list=RecordList(desk, "commitments", columns, lines.rows),
            panel=files,
        )
        super().__init__(desk, lines, parts)
        remember_opened(desk, "commitment", self.detail)
        self._files = files
        self.doing = CommitmentDoing(desk, self, page.papers)
        self.doing.files.follow(files)
        self.list.set_accessible_name(_("List of commitments"))
        said = _(
            "Money, a room, hours, a report to send: write down who promised what by when. "
            "What is late comes first, and the proof is kept with it."
        )
        self.do(self.doing, EmptyState("check-square", _("No commitment yet"), said))

    @override
    def show_target(self, target: object) -> None:
        what = target[1] if isinstance(target, tuple) and len(target) > 1 else None
        if isinstance(what, Start):
            self.doing.asking.add(what)
        else:
            super().show_target(target)

    @override
    def reading(self) -> Callable[[], tuple[dict[int, Commitment], bool]]:
        sort, descending = self.list.sort
        text, today = self.search.text().strip(), self._desk.today()
        wanted = Wanted(text, self.chips.key, sort, descending, today)
        return partial(read_commitments, self._desk.services, wanted)

    @override
    def reading_sheet(self, record_id: int) -> Callable[[], CommitmentRecord]:
        return partial(read_commitment, self._desk.services, record_id, self._desk.today())

    @override
    def show_sums(self, lines: Iterable[Commitment]) -> None:
        self.list.set_totals(owed_text(lines, self._desk.today()))

    @override
    def show_sheet(self, sheet: CommitmentRecord) -> None:
        self.panel.show_parts(sheet.commitment.content.text, commitment_parts(sheet))
        self._files.pane.show_files(sheet.files)

    @override
    @Slot()
    def refresh_actions(self) -> None:
        chosen, record = self.detail.chosen_id, self.sheet
        is_shown = record is not None and record.commitment.id == chosen
        shown = record.commitment if record is not None and is_shown else None
        self.doing.choose(shown or self._lines.get(chosen))
