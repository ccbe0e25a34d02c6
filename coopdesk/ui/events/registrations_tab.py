"""Who registered for the event that is open: the list, the record of one, and their money."""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from typing_extensions import override

from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.event_registrations import (
    RegistrationFilter,
    RegistrationState,
    Settlement,
)
from coopdesk.ui.events import registration_sheet as sheet
from coopdesk.ui.events.columns import registration_columns
from coopdesk.ui.events.registration_doing import RegistrationDoing
from coopdesk.ui.events.targets import Part, event_target
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.record_view import RecordView, ViewParts
from coopdesk.ui.widgets.chips import ChoiceChips
from coopdesk.ui.widgets.detail_panel import DetailPanel
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.search_field import SearchField
from coopdesk.wording.formats import money_text, number_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.event_registrations import Registration, RegistrationCounts
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.events.registration_sheet import RegistrationRecord
    from coopdesk.ui.events.sheet import EventRecord


class Shown(enum.Enum):
    """Which registrations are listed."""

    ALL = "all"
    REGISTERED = "registered"
    WAITING = "waiting"
    CANCELLED = "cancelled"
    TO_PAY = "to_pay"
    TO_REFUND = "to_refund"


_STATES = {
    Shown.REGISTERED: RegistrationState.REGISTERED,
    Shown.WAITING: RegistrationState.WAITING,
    Shown.CANCELLED: RegistrationState.CANCELLED,
}
# Who paid a part has to pay as well.
_SETTLEMENTS = {
    Shown.TO_PAY: (Settlement.UNPAID, Settlement.PARTLY_PAID),
    Shown.TO_REFUND: (Settlement.OVERPAID,),
}


@dataclass(frozen=True, slots=True)
class Listing:
    """What the list shows; ``is_any`` tells an empty search from an empty list."""

    ids: list[int]
    counts: RegistrationCounts

    @property
    def is_any(self) -> bool:
        """Tell whether anybody ever registered."""
        counts = self.counts
        return bool(self.ids or counts.registered or counts.waiting or counts.cancelled)


class RegistrationsTab(RecordView[Shown]):
    """Pages of ids: a list of five thousand opens like one of five."""

    def __init__(self, desk: Desk) -> None:
        chips = [
            (Shown.ALL, _("Everybody registered")),
            (Shown.REGISTERED, _("With a place")),
            (Shown.WAITING, _("Waiting")),
            (Shown.CANCELLED, _("Registrations given up")),
            (Shown.TO_PAY, _("Have to pay")),
            (Shown.TO_REFUND, _("To pay back")),
        ]
        self._service = desk.services.registrations
        super().__init__(
            ViewParts(
                search=SearchField(_("Search a name, an e-mail or a code…")),
                chips=ChoiceChips(_("Registrations"), chips),
                whole=Shown.ALL,
                list=RecordList(
                    desk, "registrations", registration_columns(), self._service.lines
                ),
                panel=DetailPanel(_("Registration")),
            )
        )
        self._desk = desk
        self._event: EventRecord | None = None
        self._lines: tuple[Registration, ...] = ()
        self.shown: RegistrationRecord | None = None
        self.setAccessibleName(_("Registrations"))
        self.doing = RegistrationDoing(desk, self)
        self._arrange()
        self._connect()
        self.refresh_actions()

    def _arrange(self) -> None:
        doing = self.doing
        self.primary_action = doing.add_action
        self.change_action, self.remove_action = doing.change_action, doing.remove_action
        # As at the door, F9 opens the form of a payment.
        keyed = (
            (doing.change_action, "F2"),
            (doing.pay_action, "F9"),
            (doing.cancel_action, "Del"),
        )
        for action, keys in keyed:
            action.setShortcut(keys)
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.addAction(action)
        self.offer(doing.usual_actions, doing.rare_actions)
        self.tools = (doing.cancel_action, doing.tickets_action)
        # Wraps, where the foot of the list would be as wide as its amounts.
        self.sums = plain_label("", "muted", wrap=True)
        self.add_foot(self.sums)
        self.list.set_accessible_name(_("List of registrations"))
        said = _("Register contacts or guests; once it is full, they wait in order.")
        empty = EmptyState("users", _("Nobody has registered yet"), said)
        empty.offer(doing.add_action, primary=True)
        self.list.set_empty(empty)

    def _connect(self) -> None:
        self.detail.wanted.connect(self._on_wanted)
        self.panel.link_activated.connect(self._on_link)
        self.doing.saved.connect(self._on_registered)

    # reading

    def show_event(self, record: EventRecord) -> None:
        """Show who registered for an event."""
        if self._event is None or self._event.id != record.id:
            self.detail.close_record()
            self.chips.choose(Shown.ALL)
            self.search.clear()
        self._event = record
        self.doing.event_id = record.id
        self.reload()

    @override
    @Slot()
    def reload(self) -> None:
        if self._event is None:
            return
        self.detail.read_again()
        sort, descending = self.list.sort
        shown = self.chips.key
        wanted = RegistrationFilter(
            self._event.id,
            self.search.text().strip(),
            _STATES.get(shown),
            sort=sort or "number",
            descending=descending,
        )
        settled = _SETTLEMENTS.get(shown, ())
        call = partial(_read_listing, self._desk.services, wanted, settled)
        self._desk.tasks.query(self, call, self._on_listing, replaces="ids")

    def _on_listing(self, found: Listing) -> None:
        self.sums.setText(_totals_text(found.counts))
        self.show_ids(found.ids, any_record=found.is_any)

    @Slot(int)
    def _on_wanted(self, registration_id: int) -> None:
        call = partial(_or_none, self._desk.services, registration_id)
        self._desk.tasks.query(self, call, self._on_record, replaces="record")

    def _on_record(self, record: RegistrationRecord | None) -> None:
        self.shown = record
        if record is None:
            self.detail.close_record()
        else:
            self.panel.show_parts(record.name, sheet.registration_parts(record))
        self.refresh_actions()

    @override
    @Slot()
    def refresh_actions(self) -> None:
        ids = self.list.selected_ids or ()
        if len(ids) < 2 and self.detail.shown_id is not None:
            ids = (self.detail.shown_id,)
        if not ids:
            self.doing.choose(())
            return
        call = partial(self._service.lines, ids)
        self._desk.tasks.query(self, call, self.doing.choose, replaces="chosen")

    # doing

    @Slot(object)
    def _on_registered(self, made: Registration) -> None:
        dialog = self.doing.asker.dialog
        if dialog is not None and dialog.repeats:
            self.select_later(made.id)
        elif self.detail.shown_id is not None:
            self.show_made(made.id)
        else:
            self.select_later(made.id)

    @Slot(str)
    def _on_link(self, link: str) -> None:
        name, _colon, key = link.partition(":")
        record, doing = self.shown, self.doing
        pages = {"contact": "contacts", "payment": "accounts"}
        if name in pages and record is not None:
            # Alt+Left comes back to the registrations of this event.
            here = event_target(record.registration.event_id, Part.REGISTRATIONS)
            self._desk.navigator.stand_at("events", here)
            self._desk.navigator.open(pages[name], int(key))
        elif record is not None:
            steps = {
                sheet.PAY_LINK: partial(doing.pay, record.registration),
                sheet.REFUND_LINK: partial(doing.refund, record.registration),
                sheet.PAYER_LINK: partial(doing.set_payer, record.party),
                sheet.JOIN_LINK: partial(doing.join, record.registration),
                sheet.LEAVE_LINK: partial(doing.leave, record.registration),
            }
            steps[name]()


def _read_listing(
    services: Services, wanted: RegistrationFilter, settled: tuple[Settlement, ...]
) -> Listing:
    """Read the list and how the event stands; runs on the worker."""
    service = services.registrations
    ids = service.ids(wanted)
    if settled:
        kept = {key for one in settled for key in service.ids(replace(wanted, settlement=one))}
        ids = [key for key in ids if key in kept]
    return Listing(ids, service.counts(wanted.event_id))


def _or_none(services: Services, registration_id: int) -> RegistrationRecord | None:
    try:
        return sheet.read_registration(services, registration_id)
    except NotFoundError:
        return None


def _totals_text(counts: RegistrationCounts) -> str:
    """Return how the event stands, in one line."""
    said = [_("With a place: {count}").format(count=number_text(counts.registered))]
    if counts.waiting:
        said.append(_("waiting: {count}").format(count=number_text(counts.waiting)))
    if counts.free is not None:
        said.append(_("free: {count}").format(count=number_text(counts.free)))
    if counts.due or counts.paid:
        said.append(_("to pay: {amount}").format(amount=money_text(counts.due)))
        said.append(_("paid: {amount}").format(amount=money_text(counts.paid)))
    if counts.left:
        said.append(_("left: {amount}").format(amount=money_text(counts.left)))
    if counts.overpaid:
        said.append(_("to be given back: {amount}").format(amount=money_text(counts.overpaid)))
    return " · ".join(said)
