"""What can be done with lines of statements: by hand, in place, set aside, taken back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from coopdesk.domain.bank_creations import GiftCreation
from coopdesk.domain.bank_lists import LineState
from coopdesk.domain.money import ZERO
from coopdesk.ui.bank.entry_dialog import Created, LineEntryDialog, create_of, read_line_start
from coopdesk.ui.bank.gift_dialog import LineGiftDialog, read_gift_setting
from coopdesk.ui.bank.hand_dialog import HandDialog
from coopdesk.ui.bank.line_dialogs import AsideDialog, WhoseDialog
from coopdesk.ui.bank.return_dialog import LineReturnDialog, read_return_setting
from coopdesk.ui.feedback import error_sentence
from coopdesk.ui.widgets.asking import Asker
from coopdesk.ui.widgets.steps import make_step
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.bank_lists import StatementRow
    from coopdesk.domain.bank_matching import MatchDone, TargetRef
    from coopdesk.domain.donations import NewDonation
    from coopdesk.services.outcome import Outcome
    from coopdesk.ui.bank.entry_dialog import LineOrder, LineStart
    from coopdesk.ui.bank.gift_dialog import GiftSetting
    from coopdesk.ui.bank.return_dialog import ReturnSetting
    from coopdesk.ui.desk import Desk

_WAITING = frozenset({LineState.OPEN, LineState.PARTLY})


class LineDoing(QObject):
    """Knows which lines are chosen; ``settled`` tells that those asked about are done with."""

    settled = Signal(object)  # ids

    def __init__(self, desk: Desk, view: QWidget) -> None:
        super().__init__(view)
        self._desk = desk
        self._view = view
        self._rows: tuple[StatementRow, ...] = ()
        self._asked: tuple[int, ...] = ()
        self.asker = Asker(desk, view)
        self.asker.saved.connect(self._on_saved)
        make = self._make
        self.hand_action = make(_("By hand…"), "hand-pointing", self._on_hand, "F2")
        self.hand_action.setStatusTip(_("Choose by hand what the line is"))
        self.create_action = make(_("Create…"), "plus", self._on_create, "")
        self.create_action.setStatusTip(
            _("Make the entry that this line lacks, filled from it, and reconcile both")
        )
        self.gift_action = make(_("Create a gift…"), "gift", self._on_gift, "")
        self.return_action = make(_("Gift returned…"), "arrow-u-up-left", self._on_return, "")
        self.return_action.setStatusTip(_("Note that this line gives a gift back, whole"))
        self.aside_action = make(_("Put aside…"), "archive", self._on_aside, "Del")
        self.back_action = make(_("No longer aside"), "arrow-u-up-left", self._on_back, "")
        self.unmatch_action = make(
            _("Take the reconciliation off"), "link-break", self._on_unmatch, ""
        )
        self.whose_action = make(_("Give to a contact…"), "user", self._on_whose, "")
        self.all = (
            self.hand_action,
            self.create_action,
            self.gift_action,
            self.return_action,
            self.whose_action,
            self.aside_action,
            self.back_action,
            self.unmatch_action,
        )
        self.rare = (
            self.gift_action,
            self.return_action,
            self.whose_action,
            self.aside_action,
        )
        self.choose(())

    def _make(self, text: str, icon_name: str, slot: Callable[[], None], keys: str) -> QAction:
        action = make_step(self._view, text, icon_name)
        action.triggered.connect(slot)
        if keys:
            action.setShortcut(keys)
            action.setShortcutContext(action.shortcutContext().WidgetWithChildrenShortcut)
            self._view.addAction(action)
        return action

    def choose(self, rows: Sequence[StatementRow]) -> None:
        """Say which lines the actions are about."""
        self._rows = tuple(rows)
        states = {row.state for row in rows}
        is_waiting = bool(rows) and states <= _WAITING
        is_one = is_waiting and len(rows) == 1
        for action in (self.hand_action, self.create_action):
            action.setVisible(is_waiting or not rows)
        self.hand_action.setEnabled(is_waiting)
        self.create_action.setEnabled(is_one)
        is_in = not rows or rows[0].amount > ZERO
        self.gift_action.setVisible(is_in)
        self.return_action.setVisible(not is_in)
        for action in (self.gift_action, self.return_action):
            action.setEnabled(is_one)
        self.aside_action.setVisible(LineState.ASIDE not in states)
        self.aside_action.setEnabled(bool(rows) and states <= {LineState.OPEN})
        self.back_action.setVisible(LineState.ASIDE in states)
        self.unmatch_action.setVisible(bool(states & {LineState.MATCHED, LineState.PARTLY}))
        self.whose_action.setEnabled(bool(rows))

    @property
    def _ids(self) -> tuple[int, ...]:
        return tuple(row.id for row in self._rows)

    @property
    def _window(self) -> QWidget:
        return self._view.window()

    def _ask(self, make: Callable[[], Any], send: Callable[[Any], Outcome[Any]]) -> None:
        self._asked = self._ids
        self.asker.ask(make, send)

    @Slot(object)
    def _on_saved(self, made: object) -> None:
        self.settled.emit(self._asked)
        if isinstance(made, Created) and made.refused:
            said = "\n".join(error_sentence(error) for error in made.refused)
            title = _("The entry is saved, not all of its vouchers")
            self._desk.feedback.warn(title, said)

    # by hand

    @Slot()
    def _on_hand(self) -> None:
        if self._rows:
            make = partial(HandDialog, self._desk, self._rows, self._window)
            self._ask(make, partial(self._match, self._ids))

    def _match(self, ids: Sequence[int], targets: Sequence[TargetRef]) -> Outcome[MatchDone]:
        return self._desk.services.reconciliation.match(ids, targets)

    # in place

    @Slot()
    def _on_create(self) -> None:
        if len(self._rows) == 1:
            call = partial(read_line_start, self._desk.services, self._rows[0])
            self._desk.tasks.query(self, call, self._ask_entry, replaces="start")

    def _ask_entry(self, start: LineStart) -> None:
        make = partial(LineEntryDialog, self._desk, start, self._window)
        self._ask(make, partial(self._create, start.row.id))

    def _create(self, line_id: int, wanted: LineOrder) -> Outcome[Created]:
        return create_of(self._desk.services, line_id, wanted)

    @Slot()
    def _on_gift(self) -> None:
        if len(self._rows) == 1:
            call = partial(read_gift_setting, self._desk.services, self._rows[0])
            self._desk.tasks.query(self, call, self._ask_gift, replaces="start")

    def _ask_gift(self, setting: GiftSetting) -> None:
        make = partial(LineGiftDialog, self._desk, setting, self._window)
        self._ask(make, partial(self._give, setting.row.id))

    def _give(self, line_id: int, gift: NewDonation) -> Outcome[MatchDone]:
        return self._desk.services.reconciliation.create(line_id, GiftCreation(gift))

    @Slot()
    def _on_return(self) -> None:
        if len(self._rows) == 1:
            call = partial(read_return_setting, self._desk.services, self._rows[0])
            self._desk.tasks.query(self, call, self._ask_return, replaces="start")

    def _ask_return(self, setting: ReturnSetting) -> None:
        if not setting.gifts:
            self._desk.feedback.tell(_("No gift of this amount came in before this day."))
            return
        make = partial(LineReturnDialog, setting, self._window)
        self._ask(make, partial(self._desk.services.reconciliation.create, setting.row.id))

    # what needs no counterpart

    @Slot()
    def _on_aside(self) -> None:
        if self._rows:
            make = partial(AsideDialog, self._rows, self._window)
            self._ask(make, partial(self._desk.services.bank.set_aside, self._ids))

    @Slot()
    def _on_back(self) -> None:
        self._send(partial(self._desk.services.bank.put_back, self._ids))

    @Slot()
    def _on_unmatch(self) -> None:
        self._send(partial(self._desk.services.reconciliation.unmatch, self._ids))

    @Slot()
    def _on_whose(self) -> None:
        if self._rows:
            make = partial(WhoseDialog, self._desk, self._rows, self._window)
            # Not settled by that: the line still waits.
            self._asked = ()
            give = self._desk.services.bank.give_contact
            self.asker.ask(make, partial(give, self._ids))

    def _send(self, call: Callable[[], Outcome[Any]]) -> None:
        self._desk.tasks.command(self, call)
