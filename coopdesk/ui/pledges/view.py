"""Promises to give: the list, the record of the one that is open, and what came of it."""

from __future__ import annotations

import enum
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from typing_extensions import override

from coopdesk.domain.pledges import PledgeFilter, PledgeLine, PledgeState
from coopdesk.ui.donations.figure_words import pledges_words
from coopdesk.ui.donations.targets import PledgeShown
from coopdesk.ui.pledges.columns import pledge_columns
from coopdesk.ui.pledges.doing import PledgeDoing
from coopdesk.ui.pledges.sheet import PledgeSheet, pledge_parts, read_sheet
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.record_view import KeptLines, SheetView, ViewParts
from coopdesk.ui.widgets.chips import ChoiceChips
from coopdesk.ui.widgets.detail_panel import DetailPanel
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.figure_chip import FigureChip
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.search_field import SearchField
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from coopdesk.services.pledges import PledgeService
    from coopdesk.ui.page import Page

_Lines = dict[int, PledgeLine]


class Shown(enum.Enum):
    """Which pledges are listed."""

    ACTIVE = "active"
    LATE = "late"
    ALL = "all"


class PledgesView(SheetView[Shown, PledgeLine, PledgeSheet]):
    """Who promised what, what came of it, and what is late."""

    def __init__(self, page: Page) -> None:
        desk, lines = page.desk, KeptLines[PledgeLine]()
        chips: ChoiceChips[Shown] = ChoiceChips(
            _("Pledges"),
            [
                (Shown.ACTIVE, _("Under way")),
                (Shown.LATE, _("Late")),
                (Shown.ALL, _("All of them")),
            ],
        )
        parts = ViewParts(
            search=SearchField(_("Search a donor or a campaign…")),
            chips=chips,
            whole=Shown.ALL,
            list=RecordList(desk, "pledges", pledge_columns(), lines.rows),
            panel=DetailPanel(_("Pledge")),
        )
        super().__init__(desk, lines, parts)
        self._service = desk.services.pledges
        self.doing = PledgeDoing(desk, self)
        # Wraps, where the foot of the list would be as wide as the three amounts.
        self.sums = plain_label("", "muted", wrap=True)
        self.add_head(self.sums)
        self.figure_chip: FigureChip[PledgeFilter] = FigureChip()
        self.figure_chip.clicked.connect(self._on_figure_dropped)
        self.chips.chosen.connect(self.figure_chip.drop)
        self.add_beside(self.figure_chip)
        self.list.set_accessible_name(_("List of pledges"))
        said = _("Somebody promises to give every month or year: what came and what is late.")
        self.do(self.doing, EmptyState("repeat", _("No pledge yet"), said))

    @override
    def reading(self) -> Callable[[], tuple[_Lines, bool]]:
        sort, descending = self.list.sort
        text, shown = self.search.text().strip(), self.chips.key
        figure = self.figure_chip.wanted
        if figure is not None:
            wanted = replace(figure, text=text, sort=sort, descending=descending)
            return partial(_read_list, self._service, wanted)
        wanted = PledgeFilter(
            text,
            state=PledgeState.ACTIVE if shown is Shown.ACTIVE else None,
            only_late=shown is Shown.LATE,
            sort=sort,
            descending=descending,
        )
        return partial(_read_list, self._service, wanted)

    @override
    def reading_sheet(self, record_id: int) -> Callable[[], PledgeSheet]:
        return partial(read_sheet, self._desk.services, record_id)

    @override
    def show_sums(self, lines: Iterable[PledgeLine]) -> None:
        listed = list(lines)
        sums = self._service.totals(listed)
        text = _("Expected until today: {expected} · received: {received} · late: {late}")
        said = text.format(
            expected=money_text(sums.expected),
            received=money_text(sums.received),
            late=money_text(sums.late),
        )
        self.sums.setText(said if listed else "")

    @override
    def show_sheet(self, sheet: PledgeSheet) -> None:
        self.panel.show_parts(sheet.pledge.donor_name, pledge_parts(sheet))

    def show_target(self, target: object) -> None:
        """Show what another page names."""
        if isinstance(target, PledgeShown):
            self.show_record(target.pledge_id)
        elif isinstance(target, PledgeFilter):
            self.detail.close_record()
            self.search.clear()
            self.chips.choose(Shown.ALL)
            self.figure_chip.narrow(target, pledges_words(target))
            self.reload()

    @Slot()
    def _on_figure_dropped(self) -> None:
        self.figure_chip.drop()
        self.reload()

    @override
    @Slot()
    def clear_filters(self) -> None:
        self.figure_chip.drop()
        super().clear_filters()

    @override
    @Slot()
    def refresh_actions(self) -> None:
        chosen, sheet = self.detail.chosen_id, self.sheet
        line = self._lines.get(chosen)
        state = None if line is None else line.state
        if line is None and sheet is not None and sheet.pledge.id == chosen:
            state = sheet.pledge.state
        self.doing.choose(chosen, state, sheet)


def _read_list(service: PledgeService, wanted: PledgeFilter) -> tuple[_Lines, bool]:
    """Return what a filter shows, and whether there is any pledge; runs on the worker."""
    lines = {line.id: line for line in service.find(wanted)}
    return lines, bool(lines) or bool(service.find())
