"""Makes in place what a line of a statement lacks: a small choice, then the form of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from coopdesk.domain.bank_creations import FeesCreation, GiftCreation
from coopdesk.domain.money import ZERO
from coopdesk.ui.bank.deposit_dialog import DepositDialog, read_deposit_setting
from coopdesk.ui.bank.entry_dialog import LineEntryDialog, create_of, read_line_start
from coopdesk.ui.bank.fees_dialog import LineFeesDialog
from coopdesk.ui.bank.gift_dialog import LineGiftDialog, read_gift_setting
from coopdesk.ui.bank.making import Making, makings_of
from coopdesk.ui.bank.payment_dialog import LinePaymentDialog, read_payment_setting
from coopdesk.ui.bank.proposal_words import LIKELY, title_of
from coopdesk.ui.bank.return_dialog import LineReturnDialog, read_return_setting
from coopdesk.ui.bank.transfer_dialog import LineTransferDialog, read_transfer_setting
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction

    from coopdesk.domain.bank_lists import StatementRow
    from coopdesk.domain.bank_matching import Proposal
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.widgets.form_dialog import FormDialog

_GAP = 4
_ICONS = {
    Making.ENTRY: "note-pencil",
    Making.GIFT: "gift",
    Making.FEES: "identification-card",
    Making.CHEQUES: "money",
    Making.PAYOUT: "globe",
    Making.TRANSFER: "arrows-left-right",
    Making.PAYMENT: "receipt",
    Making.RETURN: "arrow-u-up-left",
}


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a form begins with, and what the line may be already."""

    making: Making
    row: StatementRow
    setting: Any
    best: Proposal | None


class LineCreating(QObject):
    """``action`` offers what the line may become; ``chosen`` carries the form and its doing."""

    chosen = Signal(object, object)  # makes the form, carries out what it read

    def __init__(self, desk: Desk, view: QWidget) -> None:
        super().__init__(view)
        self._desk = desk
        self._view = view
        self._row: StatementRow | None = None
        self._proposals: Sequence[Proposal] | None = None
        self.anchor: QWidget | None = None  # the menu opens at it
        self.menu: QMenu | None = None
        self.has_books = True
        self.action = make_step(view, _("Create…"), "plus")
        self.action.setStatusTip(
            _("Make what this line lacks, filled from it, and reconcile both")
        )
        self.action.triggered.connect(self._on_action)

    def choose(
        self, row: StatementRow | None, proposals: Sequence[Proposal] | None = None
    ) -> None:
        """Say which line it is about, and what that may be if it is known."""
        self._row = row
        self._proposals = proposals
        self.action.setEnabled(row is not None)

    # the choice

    @Slot()
    def _on_action(self) -> None:
        if self._row is not None:
            read = partial(_keeps_books, self._desk.services)
            self._desk.tasks.query(self, read, self._offer, replaces="books")

    def _offer(self, has_books: bool) -> None:  # noqa: FBT001 (what a query found)
        row = self._row
        if row is None:
            return
        best = next(iter(self._proposals or ()), None)
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(_("What to create from the line"))
        actions = []
        for making in makings_of(row, best, has_books=has_books):
            said = _text_of(making, is_in=row.amount > ZERO, has_books=has_books)
            action = self._step(menu, making, said)
            actions.append(action)
            menu.addAction(action)
            if len(actions) == 1:
                menu.addSeparator()
        menu.aboutToHide.connect(self._on_hidden)
        self.menu = menu
        menu.popup(self._place(menu))
        # Enter takes the usual one.
        menu.setActiveAction(actions[0])

    def _step(self, menu: QMenu, making: Making, text: str) -> QAction:
        action = make_step(menu, text, _ICONS[making])
        action.setData(making.value)
        action.triggered.connect(partial(self.make, making))
        return action

    def _place(self, menu: QMenu) -> QPoint:
        anchor = self.anchor
        if anchor is None or not anchor.isVisible():
            return self._view.mapToGlobal(self._view.rect().center())
        above = anchor.mapToGlobal(QPoint(0, -menu.sizeHint().height() - _GAP))
        if above.y() > self._view.screen().availableGeometry().top():
            return above
        return anchor.mapToGlobal(QPoint(0, anchor.height() + _GAP))

    @Slot()
    def _on_hidden(self) -> None:
        self.menu = None

    # the form

    def make(self, making: Making, _checked: object = None) -> None:
        """Open the form of something for the line."""
        row = self._row
        if row is not None:
            read = partial(_prepare, self._desk.services, making, row, self._proposals)
            self._desk.tasks.query(self, read, self._on_prepared, replaces="start")

    def _on_prepared(self, prepared: Prepared) -> None:
        making, setting = prepared.making, prepared.setting
        refusal = _refusal(prepared)
        if refusal:
            self._desk.feedback.tell(refusal)
            return
        services, window, line_id = self._desk.services, self._view.window(), prepared.row.id
        create = services.reconciliation.create
        dialogs: dict[Making, tuple[Callable[[], FormDialog], Callable[[Any], Any]]] = {
            Making.ENTRY: (
                partial(LineEntryDialog, self._desk, setting, window),
                partial(create_of, services, line_id),
            ),
            Making.GIFT: (
                partial(LineGiftDialog, self._desk, setting, window),
                lambda gift: create(line_id, GiftCreation(gift)),
            ),
            Making.FEES: (
                partial(LineFeesDialog, self._desk, setting, window),
                lambda payment: create(line_id, FeesCreation(payment)),
            ),
            Making.RETURN: (
                partial(LineReturnDialog, setting, window),
                partial(create, line_id),
            ),
        }
        others: dict[Making, Callable[..., FormDialog]] = {
            Making.CHEQUES: DepositDialog,
            Making.PAYOUT: DepositDialog,
            Making.TRANSFER: LineTransferDialog,
            Making.PAYMENT: LinePaymentDialog,
        }
        if making in others:
            made = partial(others[making], self._desk, setting, window)
            dialogs[making] = (made, partial(create, line_id))
        form, send = dialogs[making]
        self.chosen.emit(partial(_with_warning, form, prepared), send)


def _keeps_books(services: Services) -> bool:
    return bool(services.fiscal_years.list())


def _prepare(
    services: Services,
    making: Making,
    row: StatementRow,
    proposals: Sequence[Proposal] | None,
) -> Prepared:
    """Read what a form begins with; runs on the worker."""
    readers: dict[Making, Callable[[Services, StatementRow], Any]] = {
        Making.ENTRY: read_line_start,
        Making.GIFT: read_gift_setting,
        Making.CHEQUES: partial(read_deposit_setting, of_cheques=True),
        Making.PAYOUT: partial(read_deposit_setting, of_cheques=False),
        Making.TRANSFER: read_transfer_setting,
        Making.PAYMENT: read_payment_setting,
        Making.RETURN: read_return_setting,
    }
    row = _with_contact(services, row)
    found = proposals
    if found is None:
        found = services.reconciliation.proposals(row.bank_account_id, [row.id])
    reader = readers.get(making)
    setting = row if reader is None else reader(services, row)
    return Prepared(making, row, setting, next(iter(found), None))


def _with_contact(services: Services, row: StatementRow) -> StatementRow:
    """Return a line with the contact that its label names, if nobody gave it to one."""
    known = None if row.contact_id else services.reconciliation.contact_named(row.id)
    if known is None:
        return row
    return replace(row, contact_id=known.id, contact_name=known.display_name)


def _refusal(prepared: Prepared) -> str:
    """Say why a form would have nothing to offer; empty when it has."""
    making, setting = prepared.making, prepared.setting
    if making is Making.RETURN and not setting.gifts:
        return _("No gift of this amount came in before this day.")
    if making is Making.CHEQUES and not setting.targets:
        return _("No cheque waits to be paid in.")
    if making is Making.PAYOUT and not setting.targets:
        return _("No money of a platform is on its way to the bank.")
    return ""


def _with_warning(make: Callable[[], FormDialog], prepared: Prepared) -> FormDialog:
    """Make the form; say on top of it when the money seems to be recorded already."""
    dialog = make()
    best = prepared.best
    if best is None or not _is_recorded(best, prepared.making):
        return dialog
    said = _("This money seems to be recorded already: {target}")
    dialog.warn(
        said.format(target=title_of(best, {})),
        _("Escape, then Enter accepts it; creating it again would count it twice."),
    )
    return dialog


def _is_recorded(best: Proposal, making: Making) -> bool:
    """Tell whether making something of a line would most likely record its money twice."""
    if making in {Making.CHEQUES, Making.PAYOUT} and any(one.through for one in best.targets):
        return False  # what waits to be paid in is just what is chosen there
    return bool(best.targets) and best.score >= LIKELY


def _text_of(making: Making, *, is_in: bool, has_books: bool) -> str:
    if making is Making.ENTRY:
        return _("&Other income, choosing its account…") if is_in else _("&Expense…")
    if making is Making.PAYMENT and has_books:
        return _("&Sale, grant or registration…")
    if making is Making.PAYMENT:
        return _("&Sale, grant or other income…") if is_in else _("&Expense…")
    return {
        Making.GIFT: _("&Gift…"),
        Making.FEES: _("&Fees of members…"),
        Making.CHEQUES: _("&Cheque deposit…"),
        Making.PAYOUT: _("&Payout of a platform…"),
        Making.TRANSFER: _("&Transfer between our accounts…"),
        Making.RETURN: _("Gift that went &back…"),
    }[making]
