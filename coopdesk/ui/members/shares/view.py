"""Who holds shares, the register, and what can be done with them."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from coopdesk.domain.shares import ShareMove
from coopdesk.ui.file_writing import FileJob
from coopdesk.ui.members.shares.columns import HolderRow, holder_columns, movement_columns
from coopdesk.ui.members.shares.dialog import ShareDialog
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.widgets.action_button import ActionButton
from coopdesk.ui.widgets.chips import ChoiceChips
from coopdesk.ui.widgets.contact_picker import Choice
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.formats import money_text, number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from coopdesk.domain.money import Money
    from coopdesk.domain.shares import (
        NewShareMovement,
        ShareHolder,
        ShareMovement,
        ShareTotals,
    )
    from coopdesk.services.progress import Progress
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk


class Shown(enum.Enum):
    """The two lists."""

    HOLDERS = "holders"
    REGISTER = "register"


@dataclass(frozen=True, slots=True)
class SharesRead:
    """Everything the view shows."""

    holders: tuple[ShareHolder, ...]
    movements: tuple[ShareMovement, ...]
    totals: ShareTotals
    nominal: Money


class SharesView(QWidget):
    """Holders or the register; ``paper_wanted`` asks the page to write one."""

    paper_wanted = Signal(object)  # FileJob

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._service = desk.services.shares
        self._holders: dict[int, ShareHolder] = {}
        self._movements: dict[int, ShareMovement] = {}
        self._read: SharesRead | None = None
        self._waiting: ShareMove | None = None
        self.dialog: ShareDialog | None = None
        self._make_actions()
        self.chips: ChoiceChips[Shown] = ChoiceChips(
            _("Show"),
            [(Shown.HOLDERS, _("Holders")), (Shown.REGISTER, _("Register"))],
        )
        self.holders = RecordList(desk, "share_holders", holder_columns(), self._holder_rows)
        self.register = RecordList(
            desk, "share_register", movement_columns(), self._movement_rows
        )
        self.stack = QStackedWidget()
        self._lay_out()
        self.chips.chosen.connect(self._on_chip)
        self.holders.record_activated.connect(self._on_holder_activated)
        self.register.record_activated.connect(self._on_movement_activated)
        self.holders.selection_changed.connect(self._refresh_actions)
        self._refresh_actions()

    def _make_actions(self) -> None:
        self.subscribe_action = make_step(self, _("Subscription…"), "plus")
        self.subscribe_action.triggered.connect(self._on_subscribe)
        self.withdraw_action = make_step(self, _("Withdrawal…"), "minus")
        self.withdraw_action.triggered.connect(self._on_withdraw)
        self.certificate_action = make_step(self, _("Certificate…"), "medal")
        self.certificate_action.triggered.connect(self._on_certificate)
        self.register_action = make_step(self, _("Register as PDF…"), "file-pdf")
        self.register_action.triggered.connect(self._on_register)

    def _lay_out(self) -> None:
        self.holders.set_accessible_name(_("Holders of shares"))
        self.register.set_accessible_name(_("Register of shares"))
        empty = EmptyState(
            "stack",
            _("No share subscribed yet"),
            _("Shares are capital: they are never mixed with fees and gifts."),
        )
        empty.offer(self.subscribe_action, primary=True)
        self.holders.set_empty(empty)
        self.register.set_empty(EmptyState("stack", _("The register is empty")))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.chips)
        row.addStretch(1)
        for action in (
            self.certificate_action,
            self.register_action,
            self.withdraw_action,
            self.subscribe_action,
        ):
            row.addWidget(ActionButton(action))
        for one in (self.holders, self.register):
            one.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
            self.stack.addWidget(one)
        table = self.holders.table
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        table.addActions([self.withdraw_action, self.certificate_action])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(row)
        layout.addWidget(self.stack, 1)
        self.setFocusProxy(self.holders)

    # reading

    @Slot()
    def reload(self) -> None:
        """Read holders and movements."""
        call = partial(_read_shares, self._desk.services)
        self._desk.tasks.query(self, call, self._on_read, replaces="shares")

    def _on_read(self, read: SharesRead) -> None:
        self._read = read
        self._holders = {one.contact_id: one for one in read.holders}
        self._movements = {one.id: one for one in read.movements}
        self.holders.set_ids(list(self._holders))
        self.register.set_ids([one.id for one in reversed(read.movements)])
        totals = read.totals
        text = ngettext("{count} share, {amount}", "{count} shares, {amount}", totals.shares)
        said = text.format(count=number_text(totals.shares), amount=money_text(totals.capital))
        for one in (self.holders, self.register):
            one.set_totals(said)
        self._refresh_actions()
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self._open(waiting)

    def _holder_rows(self, ids: Sequence[int]) -> list[HolderRow]:
        holders = self._holders
        return [HolderRow(holders[key]) for key in ids if key in holders]

    def _movement_rows(self, ids: Sequence[int]) -> list[ShareMovement]:
        movements = self._movements
        return [movements[key] for key in ids if key in movements]

    @property
    def _chosen(self) -> ShareHolder | None:
        if self.stack.currentWidget() is not self.holders:
            return None
        return self._holders.get(self.holders.table.current_id or 0)

    @Slot()
    def _refresh_actions(self) -> None:
        self.certificate_action.setEnabled(self._chosen is not None)
        self.register_action.setEnabled(bool(self._movements))
        self.withdraw_action.setEnabled(bool(self._holders))

    @Slot()
    def _on_chip(self) -> None:
        shown = {Shown.HOLDERS: self.holders, Shown.REGISTER: self.register}
        self.stack.setCurrentWidget(shown[self.chips.key])
        self._refresh_actions()

    @Slot(object)
    def _on_holder_activated(self, contact_id: int) -> None:
        self._desk.navigator.open("contacts", contact_id)

    @Slot(object)
    def _on_movement_activated(self, movement_id: int) -> None:
        movement = self._movements.get(movement_id)
        if movement is not None:
            self._desk.navigator.open("contacts", movement.content.contact_id)

    # what is done

    @Slot()
    def _on_subscribe(self) -> None:
        self._open(ShareMove.SUBSCRIPTION)

    @Slot()
    def _on_withdraw(self) -> None:
        self._open(ShareMove.WITHDRAWAL)

    def _open(self, kind: ShareMove) -> None:
        if self._read is None:
            # Ctrl+K may come here before the first reading.
            self._waiting = kind
            return
        if self.dialog is not None:
            return
        chosen = self._chosen
        holder = Choice(chosen.contact_id, chosen.name) if chosen is not None else None
        dialog = ShareDialog(self._desk, kind, self._read.nominal, holder, self.window())
        self.dialog = dialog
        dialog.submitted.connect(self._on_submitted)
        dialog.finished.connect(self._on_finished)
        dialog.open()

    @Slot(object)
    def _on_submitted(self, new: NewShareMovement) -> None:
        dialog = self.dialog
        if dialog is not None:
            call = partial(self._service.record, new)
            self._desk.tasks.command(
                dialog, call, dialog.saved, failed=dialog.show_error, ended=dialog.unlock
            )

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None

    @Slot()
    def _on_register(self) -> None:
        service = self._service

        def write(path: Path, _progress: Progress) -> Path:
            return service.write_register(path)

        self._ask_paper(_("Register of shares"), _("register-of-shares"), write)

    @Slot()
    def _on_certificate(self) -> None:
        chosen, service = self._chosen, self._service
        if chosen is None:
            return
        contact_id = chosen.contact_id

        def write(path: Path, _progress: Progress) -> Path:
            return service.write_certificate(contact_id, path)

        self._ask_paper(_("Certificate of shares"), _("certificate-of-shares"), write)

    def _ask_paper(
        self, title: str, name: str, write: Callable[[Path, Progress], Path]
    ) -> None:
        job = FileJob(title, f"{name}.pdf", _("PDF file"), write, _written)
        self.paper_wanted.emit(job)


def _written(_count: int) -> str:
    return _("written")


def _read_shares(services: Services) -> SharesRead:
    """Read everything about shares; runs on the worker."""
    shares = services.shares
    return SharesRead(
        tuple(shares.holders()),
        tuple(shares.register()),
        shares.totals(),
        services.members.rules().share_nominal,
    )
