"""The view « Banque »: the accounts as figures, and one of its parts beneath."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from coopdesk.ui.bank.account_bar import AccountBar, box_choices, busiest
from coopdesk.ui.bank.account_doing import AccountDoing
from coopdesk.ui.bank.part import IMPORT_TARGET
from coopdesk.ui.bank.part_making import make_part
from coopdesk.ui.bank.parts import ACCOUNT_WORDS, PART_WORDS, Part, part_names
from coopdesk.ui.page_views import ViewHead
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.part_chips import PartChips
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from coopdesk.domain.bank_accounts import BankAccountLine
    from coopdesk.ui.bank.part import BankPart
    from coopdesk.ui.imports.page import ImportPage

# Narrower than this the whole titles would take two lines; on a lower page figures are short.
_NARROW, _LOW = 900, 600
_SHORT, _LONG = 13, 24  # letters of the name of an account


class BankView(QWidget):
    """A part is made when it is first looked at; the page puts ``head`` into its own."""

    head_changed = Signal()

    def __init__(self, page: ImportPage) -> None:
        super().__init__()
        self._page = page
        self._desk = desk = page.desk
        self._made: dict[Part, BankPart] = {}
        self._accounts: dict[int, BankAccountLine] = {}
        self._wanted: int | None = None
        self._waiting: tuple[object, ...] | None = None
        self._is_read = self._is_narrow = False
        self.bar = AccountBar()
        # In place of the figures, where the page is low or accounts are many.
        self.box: ChoiceBox[int] = ChoiceBox([(0, "")])
        self.box.setAccessibleName(_("Bank account"))
        self.box.setMinimumContentsLength(_LONG)
        self.doing = AccountDoing(desk, self)
        self._chips = PartChips(_("Bank"), part_names())
        self._above = QWidget()
        self._stack = QStackedWidget()
        self._empty = EmptyState(
            "bank",
            _("No bank account yet"),
            _(
                "Import a statement (OFX, CSV, CAMT, QIF…) of your bank: its lines are then "
                "reconciled with payments and entries, one key each."
            ),
        )
        self._empty.offer(page.import_action, primary=True)
        self._empty.offer(self.doing.new_action)
        self._nothing = QWidget()  # while the accounts are read
        for widget in (self._nothing, self._empty):
            self._stack.addWidget(widget)
        self._lay_out()
        self._connect()

    def _connect(self) -> None:
        self._chips.chosen.connect(self._on_chip)
        self.bar.chosen.connect(self._on_account)
        self.bar.lead_wanted.connect(self.show_target)
        self.box.activated.connect(self._on_box)
        self.doing.made.connect(self._on_made)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(self._chips, 1)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.doing.button, 0, Qt.AlignmentFlag.AlignTop)
        self.box.hide()
        above = QVBoxLayout(self._above)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(12)
        above.addWidget(self.bar)
        above.addLayout(row)
        self._above.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._above)
        layout.addWidget(self._stack, 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = event.size().width() < _NARROW
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self.box.setMinimumContentsLength(_SHORT if is_narrow else _LONG)
            self._name_chips()
        self._fit()

    def _fit(self) -> None:
        """Name the accounts in a line where the page is low: the list needs the room."""
        is_low = self._page.height() < _LOW
        self.bar.setVisible(not is_low)
        self.box.setVisible(is_low or self.bar.needs_box)
        self.doing.be_short(wanted=is_low)

    def _name_chips(self) -> None:
        waiting = 0 if self.account is None else self.account.open_count
        self._chips.shorten(wanted=self._is_narrow)
        if waiting:
            chip = self._chips.chip(Part.BOARD)
            chip.setText(f"{chip.text()} {number_text(waiting)}")

    # what the page asks for

    @property
    def waiting(self) -> int:
        """How many lines of all accounts wait to be reconciled."""
        return sum(account.open_count for account in self._accounts.values())

    @property
    def head(self) -> ViewHead:
        """What the head of the page offers here."""
        importing = self._page.import_action
        head = self.part.head if self._accounts else ViewHead(uses_year=False)
        if head.primary is None:
            return replace(head, primary=importing)
        return replace(head, tools=(importing, *head.tools))

    @property
    def key(self) -> Part:
        """The part that is shown."""
        return self._chips.key

    @property
    def part(self) -> BankPart:
        """The part that is shown, made if it never was."""
        key = self.key
        if key not in self._made:
            self._made[key] = made = make_part(key, self._desk)
            made.lead_wanted.connect(self.show_target)
            made.covered.connect(self._show_above)
            made.head_changed.connect(self.head_changed)
            self._stack.addWidget(made)
        return self._made[key]

    @property
    def account(self) -> BankAccountLine | None:
        """The account that is shown."""
        return self._accounts.get(self.bar.current or 0)

    @Slot()
    def reload(self) -> None:
        """Read the accounts, then the part that is shown."""
        read = self._desk.services.bank.accounts
        self._desk.tasks.query(self, read, self._on_accounts, replaces="accounts")

    @Slot(object)
    def show_target(self, target: object) -> None:
        """Show an account, a part of the view, a line or a statement."""
        if not isinstance(target, tuple) or not target:
            return
        if target == IMPORT_TARGET:
            self._page.import_action.trigger()
        elif not self._is_read:
            self._waiting = target
        elif self._names_new_account(target):
            # It was made a moment ago, on the way of a file.
            self._waiting = target
            self.reload()
        else:
            self._lead(target)

    def _names_new_account(self, target: tuple[object, ...]) -> bool:
        if target[0] not in ACCOUNT_WORDS or len(target) < 2:
            return False
        return isinstance(target[1], int) and target[1] not in self._accounts

    def _lead(self, target: tuple[object, ...]) -> None:
        word, number = target[0], target[1] if len(target) > 1 else None
        if word in ACCOUNT_WORDS and isinstance(number, int) and not self.bar.choose(number):
            self._wanted = number  # just made: it is chosen once the accounts are read again
        part = PART_WORDS.get(str(word))
        if part is not None:
            self.show_part(part)
            self.part.show_target(target)
            self.part.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_part(self, part: Part) -> None:
        """Show a part."""
        self._chips.choose(part)
        self._show_part()

    # reading

    def _on_accounts(self, accounts: Sequence[BankAccountLine]) -> None:
        had_focus = not self._is_read and self.hasFocus()
        if not self._is_read and self._wanted is None:
            self._wanted = busiest(accounts)
        self._is_read = True
        self._accounts = {account.id: account for account in accounts}
        self.bar.show_accounts(accounts, self._wanted)
        self.box.set_choices(box_choices(accounts) or [(0, "")])
        self.box.choose(self.bar.current or 0)
        self._wanted = None
        self._fit()
        self.doing.show(self.account, any_account=bool(accounts))
        self._name_chips()
        if not accounts:
            self._above.hide()
            self._stack.setCurrentWidget(self._empty)
            self.setFocusProxy(self._empty.first_step or self._empty)
            self.head_changed.emit()
            return
        self._show_part()
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self._lead(waiting)

    def _show_part(self) -> None:
        if not self._accounts:
            return
        part = self.part
        self._stack.setCurrentWidget(part)
        self.setFocusProxy(part)
        self._show_account(part)
        self._show_above()

    def _show_account(self, part: BankPart) -> None:
        shown = self.account
        part.others = tuple(each for each in self._accounts.values() if each is not shown)
        part.show_account(shown)
        self.head_changed.emit()

    @Slot()
    def _show_above(self) -> None:
        """Make room where a record stands in place of the list."""
        self._above.setVisible(bool(self._accounts) and not self.part.is_covered)

    @Slot()
    def _on_box(self) -> None:
        self.bar.choose(self.box.value)

    @Slot(object)
    def _on_account(self, account_id: int) -> None:
        self.box.choose(account_id)
        self.doing.show(self.account, any_account=True)
        self._name_chips()
        if self._stack.currentWidget() is not self._nothing:
            self._show_account(self.part)

    @Slot(object)
    def _on_chip(self, _part: Part) -> None:
        self._show_part()

    @Slot(int)
    def _on_made(self, account_id: int) -> None:
        """Choose an account that was just made, once it is read."""
        self._wanted = account_id
