"""Partners: the list, the record of the one that is open, and what can be done with it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from typing_extensions import override

from coopdesk.domain.partners import PartnerKind, PartnerLevel, PartnerLine
from coopdesk.ui.attachments.panel import FilePanel
from coopdesk.ui.page import Role
from coopdesk.ui.page_views import ViewHead
from coopdesk.ui.partners.columns import partner_columns
from coopdesk.ui.partners.commitment_dialog import Start
from coopdesk.ui.partners.partner_doing import PartnerDoing
from coopdesk.ui.partners.partner_sheet import partner_parts
from coopdesk.ui.partners.reading import (
    PartnerRecord,
    Shown,
    Wanted,
    read_partner,
    read_partners,
)
from coopdesk.ui.recent_records import remember_opened
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.record_view import KeptLines, SheetView, ViewParts
from coopdesk.ui.widgets.chips import ChoiceChips
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.contact_picker import Choice
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.search_field import SearchField
from coopdesk.wording.formats import number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from coopdesk.domain.partners import NetworkFee, Partner
    from coopdesk.ui.partners.page import PartnerPage

_LEAST_BOX, _BOX_LETTERS = 112, 12


class PartnersView(SheetView[Shown, PartnerLine, PartnerRecord]):
    """Who they are, what is open with each, and everything about one."""

    def __init__(self, page: PartnerPage) -> None:
        desk, lines = page.desk, KeptLines[PartnerLine]()
        chips = ChoiceChips(
            _("Partners"),
            [
                (Shown.CURRENT, _("Work with us now")),
                (Shown.LATE, _("With something late")),
                (Shown.OVER, _("Former ones")),
                (Shown.ALL, _("All partners")),
            ],
        )
        files = FilePanel(_("Partner"), desk)
        columns = partner_columns(desk.today)
        parts = ViewParts(
            search=SearchField(_("Search a partner, a town…")),
            chips=chips,
            whole=Shown.ALL,
            list=RecordList(desk, "partners", columns, lines.rows),
            panel=files,
        )
        super().__init__(desk, lines, parts)
        remember_opened(desk, "partner", self.detail)
        self._files = files
        # Files belong to agreements and commitments: they are dropped there.
        files.setAcceptDrops(False)
        files.pane.listen(self)
        self._add_boxes()
        self.doing = PartnerDoing(desk, self, page.papers)
        self.list.set_accessible_name(_("List of partners"))
        # Names of structures begin alike: their end tells two communes apart.
        self.list.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        said = _(
            "A partner is a structure among your contacts: town hall, network, school, "
            "company… What you agreed on and who owes what is kept here."
        )
        self.do(self.doing, EmptyState("handshake", _("No partner yet"), said))
        self.list.table.removeAction(self.doing.print_action)

    def _add_boxes(self) -> None:
        none: list[tuple[PartnerKind | None, str]] = [(None, _("Kind"))]
        self.kind = ChoiceBox[PartnerKind | None](
            [*none, *((one, label(one)) for one in PartnerKind)]
        )
        self.kind.setAccessibleName(_("Kind"))
        all_levels: list[tuple[PartnerLevel | None, str]] = [(None, _("Level"))]
        told = [one for one in PartnerLevel if one is not PartnerLevel.NONE]
        self.level = ChoiceBox[PartnerLevel | None](
            [*all_levels, *((one, label(one)) for one in told)]
        )
        self.level.setAccessibleName(_("Level"))
        for box in (self.kind, self.level):
            box.activated.connect(self.reload)
            box.setMinimumContentsLength(_BOX_LETTERS)
            box.setMinimumWidth(_LEAST_BOX)  # on a narrow screen they give way
            self.add_beside(box)
        self.give_search_room()

    @property
    def head(self) -> ViewHead:
        """What stands in the head of the page."""
        return ViewHead(
            search=self.search,
            primary=self.primary_action,
            change=self.change_action,
            remove=self.remove_action,
            roles={Role.PRINT: self.doing.print_action},
        )

    @property
    def start(self) -> Start:
        """The open partner, for something new with it."""
        record = self.sheet
        if record is None or self.detail.shown_id != record.sheet.partner.id:
            return Start()
        partner = record.sheet.partner
        return Start(Choice(partner.content.contact_id, partner.name))

    @property
    @override
    def is_narrowed(self) -> bool:
        by_box = self.kind.value is not None or self.level.value is not None
        return super().is_narrowed or by_box

    @override
    @Slot()
    def clear_filters(self) -> None:
        self.kind.choose(None)
        self.level.choose(None)
        super().clear_filters()

    def show_only(self, shown: Shown) -> None:
        """List the partners that a figure counts, and no record."""
        self.detail.close_record()
        self.kind.choose(None)
        self.level.choose(None)
        self.search.clear()
        self.chips.choose(shown)
        self.reload()

    def show_target(self, target: object) -> None:
        """Show a partner by its number or that of its contact, or list what is asked for."""
        if not isinstance(target, tuple) or len(target) < 2:
            return
        word, what = target[0], target[1]
        if isinstance(what, Shown):
            self.show_only(what)
        elif word == "partner":
            self.show_record(int(what))
        elif word == "contact":
            call = partial(self._desk.services.partners.of_contact, int(what))
            done = partial(self._on_of_contact, int(what))
            self._desk.tasks.query(self, call, done, replaces="of_contact")
        elif word == "network_fee":
            call_fee = partial(self._desk.services.network_fees.get, int(what))
            self._desk.tasks.query(self, call_fee, self._on_fee, replaces="of_contact")

    def _on_of_contact(self, contact_id: int, partner: Partner | None) -> None:
        """Show the partner that a contact is, else ask to make it one."""
        if partner is not None:
            self.show_record(partner.id)
        else:
            self.doing.record_contact(contact_id)

    def _on_fee(self, fee: NetworkFee) -> None:
        self.show_target(("contact", fee.content.contact_id))

    @override
    def reading(self) -> Callable[[], tuple[dict[int, PartnerLine], bool]]:
        sort, descending = self.list.sort
        wanted = Wanted(
            self.search.text().strip(),
            self.chips.key,
            sort,
            descending,
            self._desk.today(),
            self.kind.value,
            self.level.value,
        )
        return partial(read_partners, self._desk.services, wanted)

    @override
    def reading_sheet(self, record_id: int) -> Callable[[], PartnerRecord]:
        return partial(read_partner, self._desk.services, record_id, self._desk.today())

    @override
    def show_sums(self, lines: Iterable[PartnerLine]) -> None:
        late = sum(line.overdue for line in lines)
        said = ngettext("{count} commitment late", "{count} commitments late", late)
        self.list.set_totals(said.format(count=number_text(late)) if late else "")

    @override
    def show_sheet(self, sheet: PartnerRecord) -> None:
        self.panel.show_parts(sheet.sheet.partner.name, partner_parts(sheet))
        self._files.pane.show_files(sheet.files)

    @override
    @Slot()
    def refresh_actions(self) -> None:
        chosen, record = self.detail.chosen_id, self.sheet
        is_shown = record is not None and record.sheet.partner.id == self.detail.shown_id
        shown = record.sheet.partner if record is not None and is_shown else None
        self.doing.choose(self._lines.get(chosen), shown)
