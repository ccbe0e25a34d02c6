"""Takes money that waited elsewhere to the bank: cheques paid in, a platform's payout."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.bank_creations import DepositCreation
from coopdesk.domain.entry_forms import CHEQUES
from coopdesk.domain.entry_rules import LABEL_LIMIT
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import parse_amount, total
from coopdesk.domain.text import fold
from coopdesk.ui.bank.hand_dialog import HandDialog
from coopdesk.ui.bank.words import named
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.bank_lists import StatementRow
    from coopdesk.domain.bank_matching import Target
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class DepositSetting:
    """The line, the money on its way, the accounts on which it waits, and what is likely."""

    row: StatementRow
    targets: tuple[Target, ...]
    accounts: tuple[tuple[str, str], ...]
    likely: tuple[Target, ...] = ()

    @property
    def is_of_cheques(self) -> bool:
        """Whether it is about cheques only."""
        return [number for number, _name in self.accounts] == [CHEQUES]


def read_deposit_setting(
    services: Services, row: StatementRow, *, of_cheques: bool
) -> DepositSetting:
    """Read what waits: cheques, or everything else; runs on the worker."""
    reconciliation = services.reconciliation
    waiting = [
        target
        for target in reconciliation.on_its_way(row.id)
        if (target.through == CHEQUES) is of_cheques
    ]
    labels = {each.number: each.label for each in services.chart.accounts()}
    numbers = sorted({target.through for target in waiting})
    found = reconciliation.proposals(row.bank_account_id, [row.id])
    likely = next((one.targets for one in found if _is_one_of(one.targets, waiting)), ())
    if not likely and sum(target.amount.cents for target in waiting) == row.remainder.cents:
        likely = tuple(waiting) if len(numbers) == 1 else ()
    accounts = tuple(
        (number, f"{number} {labels.get(number, '')}".strip()) for number in numbers
    )
    return DepositSetting(row, tuple(waiting), accounts, likely)


def _is_one_of(targets: Sequence[Target], waiting: Sequence[Target]) -> bool:
    known = {(target.kind, target.id) for target in waiting}
    return bool(targets) and known.issuperset((each.kind, each.id) for each in targets)


class DepositDialog(HandDialog):
    """What is chosen must come to the line: one entry takes all of it to the bank."""

    def __init__(self, desk: Desk, setting: DepositSetting, parent: QWidget) -> None:
        self._setting = setting
        self.through = ChoiceBox[str](setting.accounts)
        self.label = QLineEdit()
        if setting.is_of_cheques:
            words = _("Cheque deposit from the line"), _("Record the deposit")
        else:
            words = _("Payout of a platform from the line"), _("Record the payout")
        super().__init__(desk, (setting.row,), parent, words)
        if setting.likely:
            self.through.choose(setting.likely[0].through)
            self._find()
            self.choose(setting.likely)
        self.through.activated.connect(self._on_through)

    @override
    def _fill(self) -> None:
        super()._fill()
        form = self.form
        form.add("through", _("Where the money waits"), self.through)
        form.fields["through"].setVisible(len(self._setting.accounts) > 1)
        form.fold_rest()
        form.add("label", _("Label of the entry"), self.label)
        self.label.setMaxLength(LABEL_LIMIT)
        self.label.setPlaceholderText(named(self._setting.row))

    @override
    @Slot()
    def _find(self) -> None:
        text = self.search.text().strip()
        words = fold(text).split()
        found = [
            target
            for target in self._setting.targets
            if target.through == self.through.value and _holds(target, text, words)
        ]
        row = self._setting.row
        # What came after the line can hardly be in it.
        found.sort(
            key=lambda x: (x.day > row.booked_on, x.amount != row.remainder, x.day, x.id)
        )
        self._on_found(text, found)

    @Slot()
    def _on_through(self) -> None:
        """Begin again: one entry takes money from one account only."""
        self.choose(())
        self._find()

    @override
    def _say(self) -> None:
        super()._say()
        rest = self._amount - total(target.amount for target in self.targets)
        self.submit_button.setEnabled(bool(self.targets) and not rest)

    @property
    @override
    def _hint(self) -> str:
        return _("Space chooses, several if need be; Enter records.")

    @override
    def _say_not_ready(self) -> None:
        chosen = total(target.amount for target in self.targets)
        self.show_error(
            RuleError("reconciliation.deposit_differs", amount=self._amount, sum=chosen)
        )

    @override
    def read(self) -> DepositCreation:
        targets = self.targets
        if not targets:
            raise RuleError("reconciliation.nothing_chosen")
        return DepositCreation(tuple(each.ref for each in targets), self.label.text().strip())


def _holds(target: Target, text: str, words: Sequence[str]) -> bool:
    said = fold(" ".join((target.label, target.contact_name, *target.references)))
    if all(word in said for word in words):
        return True
    try:
        cents = abs(parse_amount(text).cents)
    except RuleError:
        return False
    return cents in {abs(target.amount.cents), abs((target.gross or target.amount).cents)}
