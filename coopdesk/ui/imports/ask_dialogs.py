"""The questions about a bank file: whose account it is, what its columns hold, its days."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QRadioButton, QVBoxLayout, QWidget
from typing_extensions import override

from coopdesk.domain.bank_accounts import NewBankAccount, identity_from_text
from coopdesk.domain.bank_columns import BankColumn, lacking, told_twice
from coopdesk.domain.bank_statements import DayOrder
from coopdesk.domain.errors import RuleError
from coopdesk.ui.imports.other_kind import link_button
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.formats import day_long
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.bank_accounts import BankAccountLine
    from coopdesk.domain.import_previews import Ask

_NEW = 0
_UNSAID = -1
_COLUMNS_WIDTH = 520
_NAME_LIMIT = 80
_NUMBERS = re.compile(r"\d+")
_TWO_FIGURES, _THIS_CENTURY = 100, 2000


@dataclass(frozen=True, slots=True)
class AccountAnswer:
    """The account of a file: one that is known by its id, or a new one."""

    account_id: int = 0
    new: NewBankAccount | None = None


class AccountDialog(FormDialog):
    """Offers the accounts that are open, and a new one, which only needs a name.

    ``now`` is the name of the account that the file was taken for.
    """

    def __init__(
        self,
        ask: Ask,
        accounts: Sequence[BankAccountLine],
        parent: QWidget,
        *,
        now: str = "",
    ) -> None:
        super().__init__(label(ask.kind), _("This is the account"), parent)
        named = identity_from_text(ask.key).number
        if named:
            said = _("The file names account {number}. It is remembered for its next files.")
        elif ask.is_kept:
            said = _("The file does not name its account. It is remembered for this bank.")
        else:
            said = _("The file names neither its account nor its bank: say it each time.")
        self.form.add_widget(plain_label(said.format(number=named), "muted", wrap=True))
        choices = [(one.id, f"{one.name} ({one.account})") for one in accounts if one.is_open]
        # Of several accounts none is likelier: Enter by habit must not choose one.
        is_open_question = not named and not now and len(choices) > 1
        unsaid = [(_UNSAID, _("Choose an account…"))] if is_open_question else []
        self.account: ChoiceBox[int] = self.form.add(
            "account_id",
            _("Bank account"),
            ChoiceBox([*unsaid, *choices, (_NEW, _("New account…"))]),
        )
        likely = _UNSAID if unsaid else _likely(accounts, is_named=bool(named))
        self.account.choose(likely)
        for one in accounts:
            if one.name == now:
                self.account.choose(one.id)
        self.name = self.form.add(
            "name",
            _("Name of the new account"),
            QLineEdit(_("Current account") if not choices else ""),
            _("Its account of the books (512…) is found or made by itself."),
            required=True,
        )
        self.name.setMaxLength(_NAME_LIMIT)
        self.account.activated.connect(self._on_account)
        self._on_account()
        (self.name if self.account.value == _NEW else self.account).setFocus()

    @Slot()
    def _on_account(self) -> None:
        self.form.fields["name"].setVisible(self.account.value == _NEW)
        self._on_folded()

    @override
    def read(self) -> AccountAnswer:
        if self.account.value == _UNSAID:
            raise RuleError("bank.account_not_chosen", field="account_id")
        if self.account.value != _NEW:
            return AccountAnswer(self.account.value)
        return AccountAnswer(new=NewBankAccount(self.name.text().strip()))


def _likely(accounts: Sequence[BankAccountLine], *, is_named: bool) -> int:
    """Return the account to propose: one that has no lines yet, or else a new one.

    A file that names an account which none of ours has is about another one; one that names
    none is likely about the first.
    """
    known = [one for one in accounts if one.is_open]
    fitting = [one for one in known if not (is_named and one.line_count)]
    return fitting[0].id if fitting else _NEW


class ColumnDialog(FormDialog):
    """One choice for each column of a bank table, as guessed."""

    contacts_wanted = Signal()

    def __init__(self, ask: Ask, parent: QWidget) -> None:
        super().__init__(label(ask.kind), _("See what would be imported"), parent)
        self.setMinimumWidth(_COLUMNS_WIDTH)
        intro = _(
            "The program does not know this bank's table. Say what each column holds: the "
            "answer is remembered for its next files."
        )
        self.form.add_widget(plain_label(intro, "muted", wrap=True))
        self.contacts_button = link_button("users", _("These are contacts, not a bank"))
        self.contacts_button.clicked.connect(self.contacts_wanted)
        self.form.add_widget(self.contacts_button)
        choices = [(one, label(one)) for one in BankColumn]
        self.boxes: dict[str, ChoiceBox[BankColumn]] = {}
        for at, (column, guess) in enumerate(ask.columns):
            box: ChoiceBox[BankColumn] = ChoiceBox(choices)
            box.choose(_column(guess))
            hint = ask.samples[at] if at < len(ask.samples) else ""
            self.form.add(column, column.replace("&", "&&"), box, hint)
            self.boxes[column] = box

    @override
    def read(self) -> dict[str, str]:
        told = {column: box.value for column, box in self.boxes.items()}
        twice = told_twice(told.values())
        for column, meaning in told.items():
            if meaning in twice:
                raise RuleError("mapping.twice", field=column, what=label(meaning))
        missing = lacking(set(told.values()))
        if missing:
            what = ", ".join(label(one) for one in missing)
            raise RuleError("statement.columns_missing", columns=what)
        return {column: meaning.value for column, meaning in told.items()}


def _column(guess: str) -> BankColumn:
    known = {one.value: one for one in BankColumn}
    return known.get(guess, BankColumn.IGNORED)


class DayOrderDialog(FormDialog):
    """Two ways to read the days of a file, with some of them as examples."""

    def __init__(self, ask: Ask, parent: QWidget) -> None:
        super().__init__(label(ask.kind), _("Read them so"), parent)
        samples = " · ".join(ask.samples)
        said = _("No day of the file is after the 12th: it could be read both ways. Such as:")
        self.form.add_widget(plain_label(f"{said} {samples}", "muted", wrap=True))
        self.buttons_by_order: dict[DayOrder, QRadioButton] = {}
        area = QWidget()
        layout = QVBoxLayout(area)
        layout.setContentsMargins(0, 0, 0, 0)
        for order in DayOrder:
            button = QRadioButton(_order_text(order, ask.samples))
            button.setChecked(order is DayOrder.DAY_FIRST)
            self.buttons_by_order[order] = button
            layout.addWidget(button)
        self.form.add_widget(area)
        self.buttons_by_order[DayOrder.DAY_FIRST].setFocus()

    @override
    def read(self) -> DayOrder:
        return next(x for x, button in self.buttons_by_order.items() if button.isChecked())


def _order_text(order: DayOrder, samples: Sequence[str]) -> str:
    """Return how days would be read, with the first one as an example."""
    text = label(order)
    numbers = _NUMBERS.findall(samples[0]) if samples else []
    if len(numbers) != len(("day", "month", "year")):
        return text
    first, second, year = (int(number) for number in numbers)
    day, month = (first, second) if order is DayOrder.DAY_FIRST else (second, first)
    try:
        read = dt.date(year if year >= _TWO_FIGURES else year + _THIS_CENTURY, month, day)
    except ValueError:
        return text
    return f"{text}\N{NO-BREAK SPACE}: {day_long(read)}"
