"""Groups: the list, the record of the one that is open, and what can be done with it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from typing_extensions import override

from coopdesk.domain.groups import GroupKind, GroupLine
from coopdesk.ui.groups.columns import group_columns
from coopdesk.ui.groups.doing import GroupDoing
from coopdesk.ui.groups.reading import GroupRecord, Shown, Wanted, read_list, read_record
from coopdesk.ui.groups.sheet import group_parts
from coopdesk.ui.recent_records import remember_opened
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.record_view import KeptLines, SheetView, ViewParts
from coopdesk.ui.widgets.chips import ChoiceChips
from coopdesk.ui.widgets.detail_panel import DetailPanel
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.search_field import SearchField
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from coopdesk.ui.desk import Desk


class GroupsView(SheetView[Shown, GroupLine, GroupRecord]):
    """Who takes part in each, how far its objectives are, and everything about one."""

    def __init__(self, desk: Desk) -> None:
        lines = KeptLines[GroupLine]()
        chips = ChoiceChips(
            _("Groups"),
            [
                (Shown.LIVING, _("Alive now")),
                (Shown.PROGRAMMES, _("Programmes")),
                (Shown.CLOSED, _("Groups that ended")),
                (Shown.ALL, _("All groups")),
            ],
        )
        parts = ViewParts(
            search=SearchField(_("Search a group…")),
            chips=chips,
            whole=Shown.ALL,
            list=RecordList(desk, "groups", group_columns(), lines.rows),
            panel=DetailPanel(_("Group")),
        )
        super().__init__(desk, lines, parts)
        remember_opened(desk, "group", self.detail)
        self.doing = GroupDoing(desk, self)
        self.list.set_accessible_name(_("List of groups"))
        said = _(
            "A group has people, structures and objectives; a programme holds numbered "
            "chantiers. Putting a contact into a new group, on its record, makes one too."
        )
        self.do(self.doing, EmptyState("users-three", _("No group yet"), said))
        self.list.table.removeAction(self.doing.papers.print_action)

    @override
    def reading(self) -> Callable[[], tuple[dict[int, GroupLine], bool]]:
        sort, descending = self.list.sort
        text = self.search.text().strip()
        wanted = Wanted(text, self.chips.key, sort, descending, self._desk.today())
        return partial(read_list, self._desk.services, wanted)

    @override
    def reading_sheet(self, record_id: int) -> Callable[[], GroupRecord]:
        return partial(read_record, self._desk.services, record_id, self._desk.today())

    @override
    def show_sums(self, lines: Iterable[GroupLine]) -> None:
        # A programme counts what its chantiers aim at: those are listed themselves.
        own = [line for line in lines if line.kind is not GroupKind.PROGRAMME]
        count, reached = sum(x.objectives for x in own), sum(x.reached for x in own)
        said = ngettext(
            "{reached} objective reached of {count}",
            "{reached} objectives reached of {count}",
            reached,
        )
        told = said.format(reached=number_text(reached), count=number_text(count))
        self.list.set_totals(told if count else "")

    @override
    def show_sheet(self, sheet: GroupRecord) -> None:
        self.panel.show_parts(sheet.sheet.group.name, group_parts(sheet))

    @override
    @Slot()
    def refresh_actions(self) -> None:
        chosen = self.detail.chosen_id
        record = self.sheet
        is_shown = record is not None and record.sheet.group.id == self.detail.shown_id
        self.doing.choose(self._lines.get(chosen), record if is_shown else None)
