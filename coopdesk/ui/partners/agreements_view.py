"""Agreements: the list, the record of the one that is open, its files."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from typing_extensions import override

from coopdesk.domain.agreements import Agreement
from coopdesk.ui.attachments.panel import FilePanel
from coopdesk.ui.page import Role
from coopdesk.ui.partners.agreement_doing import AgreementDoing
from coopdesk.ui.partners.agreement_sheet import agreement_parts
from coopdesk.ui.partners.columns import agreement_columns, is_to_decide
from coopdesk.ui.partners.commitment_dialog import Start
from coopdesk.ui.partners.reading import (
    AgreementRecord,
    AgreementsShown,
    Wanted,
    read_agreement,
    read_agreements,
)
from coopdesk.ui.recent_records import remember_opened
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.record_view import KeptLines, SheetView, ViewParts
from coopdesk.ui.widgets.chips import ChoiceChips
from coopdesk.ui.widgets.contact_picker import Choice
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.search_field import SearchField
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from coopdesk.ui.page_views import ViewHead
    from coopdesk.ui.partners.page import PartnerPage


class AgreementsView(SheetView[AgreementsShown, Agreement, AgreementRecord]):
    """What was agreed with whom, until when, and what there is to decide."""

    def __init__(self, page: PartnerPage) -> None:
        desk, lines = page.desk, KeptLines[Agreement]()
        chips = ChoiceChips(
            _("Agreements"),
            [
                (AgreementsShown.IN_FORCE, _("In force")),
                (AgreementsShown.TO_DECIDE, _("To decide")),
                (AgreementsShown.WAITING, _("Not signed yet")),
                (AgreementsShown.OVER, _("Over")),
                (AgreementsShown.ALL, _("All of them")),
            ],
        )
        files = FilePanel(_("Agreement"), desk)
        columns = agreement_columns(desk.today)
        parts = ViewParts(
            search=SearchField(_("Search an agreement, a partner…")),
            chips=chips,
            whole=AgreementsShown.ALL,
            list=RecordList(desk, "agreements", columns, lines.rows),
            panel=files,
        )
        super().__init__(desk, lines, parts)
        remember_opened(desk, "agreement", self.detail)
        self._files = files
        self.doing = AgreementDoing(desk, self, page.papers)
        self.doing.files.follow(files)
        self.list.set_accessible_name(_("List of agreements"))
        said = _(
            "Write down what a convention says: until when it runs, whether it goes on by "
            "itself, by when notice must come. The signed file is kept with it."
        )
        self.do(self.doing, EmptyState("file-text", _("No agreement yet"), said))
        self.list.table.removeAction(self.doing.print_action)

    @property
    @override
    def head(self) -> ViewHead:
        return replace(super().head, roles={Role.PRINT: self.doing.print_action})

    @property
    def start(self) -> Start:
        """The open agreement and its partner, for a new commitment in it."""
        record = self.sheet
        if record is None or self.detail.shown_id != record.agreement.id:
            return Start()
        agreement = record.agreement
        partner = Choice(agreement.content.contact_id, agreement.partner_name)
        return Start(partner, agreement.id)

    @override
    def show_target(self, target: object) -> None:
        what = target[1] if isinstance(target, tuple) and len(target) > 1 else None
        if isinstance(what, Start):
            # In an agreement that is open, a new one is hardly with the same partner.
            self.doing.asking.add(None if what.agreement_id is not None else what.partner)
        else:
            super().show_target(target)

    @override
    def reading(self) -> Callable[[], tuple[dict[int, Agreement], bool]]:
        sort, descending = self.list.sort
        text, today = self.search.text().strip(), self._desk.today()
        wanted = Wanted(text, self.chips.key, sort, descending, today)
        return partial(read_agreements, self._desk.services, wanted)

    @override
    def reading_sheet(self, record_id: int) -> Callable[[], AgreementRecord]:
        return partial(read_agreement, self._desk.services, record_id, self._desk.today())

    @override
    def show_sums(self, lines: Iterable[Agreement]) -> None:
        count = sum(is_to_decide(one, self._desk.today()) for one in lines)
        said = ngettext("{count} to decide", "{count} to decide", count)
        self.list.set_totals(said.format(count=number_text(count)) if count else "")

    @override
    def show_sheet(self, sheet: AgreementRecord) -> None:
        self.panel.show_parts(sheet.agreement.content.title, agreement_parts(sheet))
        self._files.pane.show_files(sheet.files)

    @override
    @Slot()
    def refresh_actions(self) -> None:
        chosen, record = self.detail.chosen_id, self.sheet
        is_shown = record is not None and record.agreement.id == chosen
        shown = record.agreement if record is not None and is_shown else None
        self.doing.choose(shown or self._lines.get(chosen))
