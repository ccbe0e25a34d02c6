"""The panel with everything known of one membership."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from coopdesk.ui.entries.booking_links import ENTRY_LINK, open_entry
from coopdesk.ui.members.sheets import (
    ATTACH_LINK,
    CONTACT_LINK,
    DETACH_LINK,
    MEMBERSHIP_LINK,
    PAYMENT_LINK,
    read_sheet,
    sheet_parts,
)
from coopdesk.ui.widgets.detail_panel import DetailPanel
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.members.sheets import MembershipSheet

_PAGES = {CONTACT_LINK: "contacts", PAYMENT_LINK: "accounts", MEMBERSHIP_LINK: "members"}


class MembershipPanel(DetailPanel):
    """Reads a membership and follows the links of its record."""

    read = Signal(object)  # MembershipSheet, or None when it is gone

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Membership"))
        self._desk = desk
        self.sheet: MembershipSheet | None = None
        self.link_activated.connect(self._on_link)

    @Slot(int)
    def show_membership(self, membership_id: int) -> None:
        """Read a membership and show it; an older question that is still open is dropped."""
        call = partial(read_sheet, self._desk.services, membership_id)
        self._desk.tasks.query(self, call, self._on_sheet, replaces="sheet")

    def _on_sheet(self, sheet: MembershipSheet | None) -> None:
        self.sheet = sheet
        if sheet is not None:
            self.show_parts(sheet.line.name, sheet_parts(sheet))
        self.read.emit(sheet)

    @Slot(str)
    def _on_link(self, link: str) -> None:
        kind, _colon, key = link.partition(":")
        members = self._desk.services.members
        if kind == ATTACH_LINK and self.sheet is not None:
            attach = partial(members.attach_payment_line, int(key), self.sheet.membership.id)
            self._desk.tasks.command(self, attach)
        elif kind == DETACH_LINK:
            self._desk.tasks.command(self, partial(members.detach_payment_line, int(key)))
        elif kind == ENTRY_LINK:
            open_entry(self._desk, key)
        elif kind in _PAGES:
            self._desk.navigator.open(_PAGES[kind], int(key))
