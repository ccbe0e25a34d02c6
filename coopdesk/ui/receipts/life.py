"""What can be done with issued receipts: open, duplicate, deliver, void, replace."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QObject, Signal, Slot

from coopdesk.domain.receipts import DeliveryWay
from coopdesk.ui.receipts.delivery_dialog import DeliveryDialog, DeliveryOrder
from coopdesk.ui.receipts.losses import Losses
from coopdesk.ui.receipts.reason_dialog import LOST
from coopdesk.ui.receipts.receipt_sheet import DO_DELIVER, DO_REPLACE, DO_VOID
from coopdesk.ui.receipts.replace_dialog import ReplaceDialog
from coopdesk.ui.receipts.replacement import Replacement, read_replacement
from coopdesk.ui.receipts.void_dialog import VoidDialog, VoidOrder
from coopdesk.ui.receipts.words import is_living
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from coopdesk.domain.errors import RuleError
    from coopdesk.domain.receipts import ReceiptLine
    from coopdesk.services.outcome import Outcome
    from coopdesk.ui.page import Page
    from coopdesk.ui.receipts.issued_view import IssuedView
    from coopdesk.ui.receipts.papers import Papers

    LifeDialog: TypeAlias = VoidDialog | ReplaceDialog | DeliveryDialog


class Life(QObject):
    """The actions of receipts; ``rule`` tells them which list they are about."""

    replaced = Signal(object)  # ReceiptLine, the new one

    def __init__(self, page: Page, papers: Papers) -> None:
        super().__init__(page)
        self._page = page
        self._desk = page.desk
        self._papers = papers
        self._view: IssuedView | None = None
        self._losses = Losses(self._desk, page)
        self._last_way = DeliveryWay.EMAILED
        self.dialog: LifeDialog | None = None
        make = page.make_action
        self.open_action = make(
            _("Open the paper"), "file-pdf", self._on_open, keys="Ctrl+Shift+O"
        )
        self.duplicate_action = make(
            _("Duplicate"), "copy", self._on_duplicate, keys="Ctrl+Shift+D"
        )
        self.deliver_action = make(
            _("Note the delivery…"), "paper-plane-tilt", self._on_deliver, keys="Ctrl+R"
        )
        self.replace_action = make(
            _("Replace…"), "arrows-clockwise", self._on_replace, keys="Ctrl+Shift+R"
        )
        self.void_action = make(_("Void…"), "x-circle", self._on_void, keys="Del")
        self.contact_action = make(
            _("Open the contact"), "user", self._on_contact, keys="Ctrl+D"
        )

    @property
    def main(self) -> tuple[QAction, ...]:
        """What stands on top of the panel."""
        return self.open_action, self.duplicate_action

    @property
    def rare(self) -> tuple[QAction, ...]:
        """What stands in the menu of the panel."""
        return (
            self.deliver_action,
            self.replace_action,
            self.void_action,
            self.contact_action,
        )

    @property
    def all(self) -> tuple[QAction, ...]:
        """Every action, the usual ones first."""
        return *self.main, *self.rare

    def rule(self, view: IssuedView) -> None:
        """Act on what this view has chosen."""
        self._view = view
        view.list.selection_changed.connect(self.refresh)
        view.panel.read.connect(self.refresh)
        view.panel.closed.connect(self.refresh)
        view.panel.step_wanted.connect(self._on_step)
        self.refresh()

    @property
    def chosen_ids(self) -> tuple[int, ...]:
        """The receipts an action is about; none while the list is not shown."""
        if self._view is None or not self._view.isVisible():
            return ()
        return self._view.chosen_ids()

    @Slot()
    def refresh(self) -> None:
        """Offer what has a meaning for the receipts that are chosen."""
        ids = self.chosen_ids
        for action in self.all:
            action.setEnabled(len(ids) == 1)
        self.deliver_action.setEnabled(bool(ids))
        line = self._line_of(ids[0]) if len(ids) == 1 else None
        if line is not None:
            self.deliver_action.setEnabled(is_living(line))
            self.void_action.setEnabled(is_living(line))
            self.replace_action.setEnabled(not line.replaced_by)

    def _line_of(self, receipt_id: int) -> ReceiptLine | None:
        detail = self._view.panel.detail if self._view is not None else None
        return detail.line if detail is not None and detail.line.id == receipt_id else None

    @Slot(str)
    def _on_step(self, step: str) -> None:
        """Take a step that the record itself offers."""
        steps = {
            DO_DELIVER: self.deliver_action,
            DO_REPLACE: self.replace_action,
            DO_VOID: self.void_action,
        }
        if step in steps:
            steps[step].trigger()

    # papers

    @Slot()
    def _on_open(self) -> None:
        for receipt_id in self.chosen_ids[:1]:
            self._papers.show(receipt_id)

    @Slot()
    def _on_duplicate(self) -> None:
        for receipt_id in self.chosen_ids[:1]:
            self._papers.show_duplicate(receipt_id)

    @Slot()
    def _on_contact(self) -> None:
        self._with_line(self._open_contact)

    def _open_contact(self, line: ReceiptLine) -> None:
        self._desk.navigator.open("contacts", line.donor_id)

    # the life of receipts

    @Slot()
    def _on_deliver(self) -> None:
        ids = self.chosen_ids
        living = self._view.living(ids) if self._view is not None else ()
        if living:
            self.ask_delivery(living, left_out=len(ids) - len(living))
        else:
            self.ask_delivery(ids)

    def ask_delivery(
        self, ids: tuple[int, ...], way: DeliveryWay | None = None, left_out: int = 0
    ) -> None:
        """Ask how and when receipts went out; ``left_out`` counts voided ones among them."""
        if ids:
            way, today = way or self._last_way, self._desk.today
            self._open(DeliveryDialog(ids, today, self._page, way, left_out=left_out))

    @Slot()
    def _on_void(self) -> None:
        self._with_line(self._ask_void)

    def _ask_void(self, line: ReceiptLine) -> None:
        if is_living(line):
            self._open(VoidDialog(line, self._page))

    @Slot()
    def _on_replace(self) -> None:
        for receipt_id in self.chosen_ids[:1]:
            read = partial(read_replacement, self._desk.services, receipt_id)
            self._desk.tasks.query(self, read, self._ask_replacement)

    def _ask_replacement(self, replacement: Replacement) -> None:
        self._open(ReplaceDialog(replacement, self._page))

    def _with_line(self, then: Callable[[ReceiptLine], None]) -> None:
        for receipt_id in self.chosen_ids[:1]:
            call = partial(self._desk.services.receipts.get, receipt_id)
            self._desk.tasks.query(self, call, then, replaces="line")

    # dialogs

    def _open(self, dialog: LifeDialog) -> None:
        self.dialog = dialog
        dialog.submitted.connect(self._on_submitted)
        dialog.finished.connect(self._on_finished)
        dialog.open()

    @Slot(object)
    def _on_submitted(self, order: VoidOrder | DeliveryOrder) -> None:
        dialog = self.dialog
        if dialog is None:
            return
        self._desk.tasks.command(
            dialog,
            self._command(dialog, order),
            partial(self._on_done, dialog, order),
            failed=partial(self._on_failed, dialog),
            ended=dialog.unlock,
        )

    def _on_failed(self, dialog: LifeDialog, error: RuleError) -> None:
        """Say why beside the fields; what is lost is asked for in a dialog of its own."""
        dialog.show_error(error)
        if error.code in LOST:
            self._losses.ask_why(error, dialog)

    def _command(
        self, dialog: LifeDialog, order: VoidOrder | DeliveryOrder
    ) -> Callable[[], Outcome[Any]]:
        life = self._desk.services.receipt_life
        if isinstance(order, DeliveryOrder):
            self._last_way = order.delivery.way
            return partial(life.deliver, order.receipt_ids, order.delivery)
        if isinstance(dialog, ReplaceDialog):
            late = order.clock_reason
            return partial(life.replace, order.receipt_id, order.reason, clock_reason=late)
        return partial(life.void, order.receipt_id, order.reason)

    def _on_done(
        self, dialog: LifeDialog, order: VoidOrder | DeliveryOrder, value: ReceiptLine | int
    ) -> None:
        dialog.saved()
        if isinstance(order, DeliveryOrder):
            count = len(order.receipt_ids)
            text = ngettext("{count} delivery noted", "{count} deliveries noted", count)
            self._desk.feedback.tell(text.format(count=number_text(count)))
        elif isinstance(dialog, ReplaceDialog):
            self.replaced.emit(value)

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None
