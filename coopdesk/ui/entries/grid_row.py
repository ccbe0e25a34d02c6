"""One line of an entry, typed quickly: account, words, debit or credit, third party."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from coopdesk.domain.entries import NewEntryLine
from coopdesk.domain.entry_rules import LABEL_LIMIT
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import ZERO, Money
from coopdesk.ui.contacts.choices import find_choices
from coopdesk.ui.entries.account_picker import AccountPicker
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.contact_picker import ContactPicker
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.row_list import EntryRow
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from coopdesk.domain.activities import Activity
    from coopdesk.domain.entries import EntryLine
    from coopdesk.ui.contacts.new_on_the_way import NewOnTheWay
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.entries.order import EntryStart

AMOUNT_WIDTH, BALANCE_WIDTH, ACTIVITY_WIDTH, REMOVE_WIDTH = 104, 96, 124, 34
ACCOUNT_WIDTH, LABEL_WIDTH = 186, 100
_PARTY_WIDTH = 360
# Third parties stand on accounts of class 4: members, suppliers, volunteers, funders.
_PARTY_CLASS = "4"
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class GridRow(EntryRow):
    """One line; Enter goes on to the field that is wanted next.

    A line on an account of class 4 asks for its third party beneath.
    """

    entered = Signal()  # Enter in the last field
    line_wanted = Signal(int)  # an arrow up (-1) or down (1)
    party_asked = Signal()  # or no longer

    def __init__(self, desk: Desk, activities: Sequence[Activity]) -> None:
        super().__init__()
        self._contact_id: int | None = None
        self.reference = ""
        self.account = AccountPicker(desk)
        self.label = QLineEdit()
        self.label.setMaxLength(LABEL_LIMIT)
        self.label.setPlaceholderText(_("as the entry"))
        self.debit, self.credit = AmountEdit(), AmountEdit()
        for field in (self.debit, self.credit):
            field.setPlaceholderText("")
        none: list[tuple[int | None, str]] = [(None, "—")]
        self.activity = ChoiceBox[int | None]([*none, *((x.id, x.title) for x in activities)])
        if not activities:
            self.activity.hide()
        self.balance: QLabel = plain_label("", "muted")
        self.contact = ContactPicker(desk.tasks, partial(find_choices, desk))
        self.new_contact: NewOnTheWay | None = None
        for widget, said in (
            (self.account, _("Account")),
            (self.label, _("Label of the line")),
            (self.debit, _("Debit")),
            (self.credit, _("Credit")),
            (self.activity, _("Activity")),
            (self.contact, _("Third party of the line")),
        ):
            widget.setAccessibleName(said)
            self.watch(widget)
        self.account.account_taken.connect(self.edited)
        self.account.account_taken.connect(self._ask_party)
        self.account.textEdited.connect(self._ask_party)
        self.account.lead_to(self.debit)
        self.contact.lead_to(self.debit)
        # Tab goes from amount to account: the line is taken away with F8.
        self.remove_button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.name_remove_button("")
        self._lay_out()

    def _lay_out(self) -> None:
        self.account.setMinimumWidth(ACCOUNT_WIDTH)
        self.label.setMinimumWidth(LABEL_WIDTH)
        self.balance.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.balance.setAccessibleName(_("Balance so far"))
        for widget, width in (
            (self.debit, AMOUNT_WIDTH),
            (self.credit, AMOUNT_WIDTH),
            (self.balance, BALANCE_WIDTH),
            (self.activity, ACTIVITY_WIDTH),
            (self.remove_button, REMOVE_WIDTH),
        ):
            widget.setFixedWidth(width)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.account, 3)
        row.addWidget(self.label, 2)
        for widget in (self.debit, self.credit, self.balance, self.activity):
            row.addWidget(widget)
        row.addWidget(self.remove_button)
        self.party = QWidget()
        beneath = QHBoxLayout(self.party)
        beneath.setContentsMargins(0, 0, 0, 0)
        beneath.setSpacing(6)
        self.contact.setMaximumWidth(_PARTY_WIDTH)
        beneath.addWidget(plain_label(_("Third party"), "small"))
        beneath.addWidget(self.contact, 1)
        beneath.addStretch(1)
        self.party.hide()
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(4)
        body.addLayout(row)
        body.addWidget(self.party)

    @Slot()
    def _ask_party(self) -> None:
        """Ask for the third party where the account is of class 4."""
        asks = self.account.number.startswith(_PARTY_CLASS)
        is_next = asks and not self.contact.text()
        self.account.lead_to(self.contact if is_next else self.debit)
        if asks == self.party.isHidden():
            self.party.setVisible(asks)
            self.party_asked.emit()

    @property
    def contact_id(self) -> int | None:
        """The third party: chosen here, or kept from where the line comes from."""
        return self._contact_id if self.party.isHidden() else self.contact.contact_id()

    @property
    @override
    def first_field(self) -> QWidget:
        return self.account

    @property
    def is_empty(self) -> bool:
        """Whether nothing is typed."""
        fields = (self.account, self.debit, self.credit, self.label)
        return not any(field.text().strip() for field in fields)

    @property
    def signed(self) -> Money:
        """Debit less credit, as far as they can be read."""
        return readable(self.debit) - readable(self.credit)

    def show_line(self, line: EntryLine | NewEntryLine, start: EntryStart) -> None:
        """Fill the fields; ``start`` knows what accounts and contacts are called."""
        content = line if isinstance(line, NewEntryLine) else line.content
        self.contact.set_contact(start.contact_of(content.contact_id))
        if content.account:
            self.account.set_named(content.account, start.label_of(content.account))
            self._ask_party()
        self.label.setText(content.label)
        self.label.setCursorPosition(0)
        self.debit.set_amount(content.debit or None)
        self.credit.set_amount(content.credit or None)
        self.activity.choose(content.activity_id)
        # Chosen beneath, it goes with its account; elsewhere it stays with the line.
        is_beneath = content.account.startswith(_PARTY_CLASS)
        self._contact_id = None if is_beneath else content.contact_id
        self.reference = content.reference

    def copy(self, other: GridRow) -> None:
        """Take over what another row says, but for the side that is filled here already."""
        self.account.set_contact(other.account.choice)
        self.label.setText(other.label.text())
        self.activity.choose(other.activity.value)
        self._contact_id = other._contact_id
        self.contact.set_contact(other.contact.choice)
        self._ask_party()
        self.debit.setText(other.debit.text())
        self.credit.setText(other.credit.text())

    def put(self, signed: Money) -> None:
        """Fill the side that an amount belongs to: debit above zero, credit below."""
        self.debit.set_amount(signed if signed > ZERO else None)
        self.credit.set_amount(-signed if signed < ZERO else None)

    def line(self) -> NewEntryLine:
        """Return what is typed; raises RuleError for the field ``lines``."""
        self.account.refuse_words("lines")
        if not self.party.isHidden():
            self.contact.refuse_unmatched("entry.contact_not_chosen", "lines")
        return NewEntryLine(
            account=self.account.number,
            debit=self.debit.amount("lines") or ZERO,
            credit=self.credit.amount("lines") or ZERO,
            label=self.label.text(),
            contact_id=self.contact_id,
            activity_id=self.activity.value,
            reference=self.reference,
        )

    def take_keys(self, like: GridRow) -> None:
        """Give the keys to the field that has them in another row."""
        focused = self.window().focusWidget()
        pairs = zip(like._across, self._across, strict=True)
        field = next((mine for theirs, mine in pairs if theirs is focused), self.account)
        field.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def _across(self) -> tuple[QLineEdit, ...]:
        return (self.account, self.label, self.debit, self.credit)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _ARROWS.get(Qt.Key(event.key()))
        if by is not None:
            self.line_wanted.emit(by)
            return
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
            return
        event.accept()
        focused = self.window().focusWidget()
        is_account = focused is self.account and not self.is_empty
        if is_account and not self.party.isHidden() and not self.contact.text():
            self.contact.setFocus(Qt.FocusReason.TabFocusReason)
        elif is_account or focused in {self.label, self.contact}:
            self.debit.setFocus(Qt.FocusReason.TabFocusReason)
        elif focused is self.debit and not self.debit.text().strip():
            self.credit.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.entered.emit()


def readable(field: AmountEdit) -> Money:
    """Return the amount of a field, zero while it cannot be read."""
    try:
        return field.amount() or ZERO
    except RuleError:
        return ZERO
