"""The line in which a budget is typed: account, amount, Enter, and the next one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from coopdesk.domain.budgets import NewBudgetLine, may_be_planned
from coopdesk.domain.errors import CoopDeskError, RuleError
from coopdesk.domain.fiscal_years import months_of
from coopdesk.domain.money import ZERO
from coopdesk.ui.entries.account_picker import AccountChoice, choice_of_account
from coopdesk.ui.feedback import error_sentence
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.contact_picker import ContactPicker
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.formats import month_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QResizeEvent

    from coopdesk.domain.activities import Activity
    from coopdesk.domain.budgets import BudgetLine
    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.ui.desk import Desk

_OFFERED = 30
_LEAST_ACCOUNT = 160
_BOX_LENGTH = 8
# Narrower, the label makes way: it is rarely needed.
_LABEL_FROM = 960


class PlannedAccountPicker(ContactPicker):
    """Completes accounts that a budget may speak of, those with others below them too."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.tasks, partial(_find, desk))
        self.setPlaceholderText(_("Account: number or words"))
        self.setAccessibleName(_("Account"))
        self.setClearButtonEnabled(False)

    def account(self) -> str:
        """Return the number chosen or typed.

        Raises:
            RuleError: ``entry.account_unknown``: words that name no account.
        """
        chosen = self._chosen
        if isinstance(chosen, AccountChoice):
            return chosen.number
        number = "".join(self.text().split()).upper()
        if not number[:1].isdigit():
            raise RuleError("entry.account_unknown", field="account", number=self.text())
        return number

    def show_account(self, number: str, name: str) -> None:
        """Choose an account of which number and name are known."""
        self.set_contact(AccountChoice(0, f"{number} {name}".strip(), "", number))


class BudgetBar(QWidget):
    """Enter in the amount saves and goes back to the account; 0 takes a line away."""

    submitted = Signal(object)  # NewBudgetLine

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.account = PlannedAccountPicker(desk)
        self.amount = AmountEdit()
        self.amount.setAccessibleName(_("Amount planned"))
        self.amount.setMinimumWidth(110)
        self.activity: ChoiceBox[int | None] = ChoiceBox([(None, _("Without activity"))])
        self.activity.setAccessibleName(_("Activity"))
        self.month: ChoiceBox[dt.date | None] = ChoiceBox([(None, _("Whole year"))])
        self.month.setAccessibleName(_("Period"))
        self.label = QLineEdit()
        self.label.setMaxLength(200)
        self.label.setPlaceholderText(_("What for (may stay empty)"))
        self.label.setAccessibleName(_("Label"))
        self.save_button = QPushButton(_("Plan"))
        self.save_button.setToolTip(_("Plan this amount (Enter); 0 takes the line away"))
        self.error = plain_label("", "error", wrap=True)
        self.error.hide()
        self.account.setMinimumWidth(_LEAST_ACCOUNT)
        for box in (self.activity, self.month):
            box.setMinimumContentsLength(_BOX_LENGTH)
        self._lay_out()
        self.account.lead_to(self.amount)
        self.save_button.clicked.connect(self.submit)
        self.amount.returnPressed.connect(self.submit)
        self.label.returnPressed.connect(self.submit)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.account, 3)
        row.addWidget(self.amount, 1)
        row.addWidget(self.label, 2)
        row.addWidget(self.activity)
        row.addWidget(self.month)
        row.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self.error)
        self.setFocusProxy(self.account)

    def offer(self, activities: Iterable[Activity], year: FiscalYear | None) -> None:
        """Offer the activities and the months of a fiscal year."""
        choices: list[tuple[int | None, str]] = [(None, _("Without activity"))]
        choices.extend((one.id, one.title) for one in activities)
        self.activity.set_choices(choices)
        self.activity.setVisible(len(choices) > 1)
        months: list[tuple[dt.date | None, str]] = [(None, _("Whole year"))]
        if year is not None:
            months.extend((month, month_text(month)) for month in months_of(year))
        self.month.set_choices(months)

    def show_line(self, line: BudgetLine) -> None:
        """Take a line up again."""
        content = line.content
        self.account.show_account(content.account, line.account_label)
        self.amount.set_amount(content.amount)
        self.activity.choose(content.activity_id)
        self.month.choose(content.month_on)
        self.label.setText(content.label)
        self._go_to_amount()

    def show_account(self, number: str, name: str) -> None:
        """Begin a line on an account."""
        self.account.show_account(number, name)
        self._go_to_amount()

    def _go_to_amount(self) -> None:
        self.show_error(None)
        self.amount.setFocus(Qt.FocusReason.OtherFocusReason)
        self.amount.selectAll()

    @Slot()
    def submit(self) -> None:
        """Read the fields and hand them on."""
        try:
            line = self._read()
        except RuleError as error:
            self.show_error(error)
            return
        self.show_error(None)
        self.submitted.emit(line)

    def _read(self) -> NewBudgetLine:
        amount = self.amount.amount()
        if amount is None:
            raise RuleError("budget.amount_missing", field="amount")
        if amount < ZERO:
            raise RuleError("budget.amount_below_zero", field="amount")
        return NewBudgetLine(
            self.account.account(),
            amount,
            self.activity.value,
            self.month.value,
            self.label.text(),
        )

    def show_error(self, error: CoopDeskError | None) -> None:
        """Say under the line what is wrong with it."""
        self.error.setText("" if error is None else error_sentence(error))
        self.error.setVisible(error is not None)

    def start_again(self) -> None:
        """Empty the line for the next account; activity and month stay."""
        self.account.set_contact(None)
        self.amount.clear()
        self.label.clear()
        self.account.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.label.setVisible(event.size().width() >= _LABEL_FROM)


def _find(desk: Desk, text: str) -> Sequence[AccountChoice]:
    """Return the accounts that a budget may speak of, the best first; runs on the worker."""
    found = desk.services.entries.complete_account(text, _OFFERED)
    return [choice_of_account(one) for one in found if may_be_planned(one.number)]
