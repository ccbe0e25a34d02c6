"""Makes the entry that a line of a statement lacks, in the usual form of an entry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget
from typing_extensions import override

from coopdesk.domain.bank_creations import AccountCreation, EntryCreation, TransferCreation
from coopdesk.domain.entries import EntryForm
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import ZERO
from coopdesk.services.outcome import Outcome
from coopdesk.ui.bank.words import line_said
from coopdesk.ui.entries.form_words import FORM_TITLES
from coopdesk.ui.entries.order import EntryOrder, EntryStart, Remembered
from coopdesk.ui.entries.setting import read_setting
from coopdesk.ui.entries.simple_dialog import SimpleEntryDialog
from coopdesk.ui.widgets.contact_picker import Choice
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.bank_lists import StatementRow
    from coopdesk.domain.bank_matching import MatchDone
    from coopdesk.domain.entry_forms import SimpleEntry
    from coopdesk.domain.errors import CoopDeskError
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.entries.setting import BookSetting

_IN = (EntryForm.INCOME, EntryForm.TRANSFER)
_OUT = (EntryForm.EXPENSE, EntryForm.TRANSFER, EntryForm.EXPENSE_SHEET)


@dataclass(frozen=True, slots=True)
class LineStart:
    """The line, the form as it fills it, and the words that a rule would be about."""

    row: StatementRow
    setting: BookSetting
    simple: SimpleEntry
    words: str = ""


@dataclass(frozen=True, slots=True)
class LineOrder(EntryOrder):
    """What shall be made of the line; ``learns`` keeps a rule of it."""

    learns: bool = False
    transfer: TransferCreation | None = None

    @property
    def is_more_than_moved(self) -> bool:
        """Whether something is to be kept that a mere transfer does not have."""
        entry = self.entry
        return bool(self.paths or entry.note or entry.voucher_ref or self.model)


def read_line_start(services: Services, row: StatementRow) -> LineStart:
    """Read what the form begins with; runs on the worker."""
    reconciliation, setting = services.reconciliation, read_setting(services)
    simple = reconciliation.started(row.id)
    account = simple.account or next(iter(setting.labels), "")
    rule = None
    if account:
        rule = reconciliation.rule_for(row.id, AccountCreation(account))
    return LineStart(row, setting, simple, "" if rule is None else rule.words)


@dataclass(frozen=True, slots=True)
class Created:
    """What was made, and the vouchers that could not be kept with it."""

    done: MatchDone
    refused: tuple[CoopDeskError, ...] = ()


def create_of(services: Services, line_id: int, wanted: LineOrder) -> Outcome[Created]:
    """Make the entry with its vouchers and match it with the line; runs on the worker.

    A voucher that is refused leaves out only itself: typing the entry again would double it.
    """
    reconciliation = services.reconciliation
    if wanted.transfer is not None and not wanted.is_more_than_moved:
        made = reconciliation.create(line_id, wanted.transfer)
        return Outcome(Created(made.value), made.changes)
    files, refused = services.entry_files.read_all(wanted.paths)
    creation = EntryCreation(wanted.entry, tuple(files), wanted.model)
    rule = reconciliation.rule_for(line_id, creation) if wanted.learns else None
    made = reconciliation.create(line_id, creation, rule)
    return Outcome(Created(made.value, refused), made.changes)


class LineEntryDialog(SimpleEntryDialog):
    """Day, amount and the bank's account are the line's: what is left is what it was for."""

    def __init__(self, desk: Desk, start: LineStart, parent: QWidget) -> None:
        self._line = start
        self.learn = QCheckBox()
        row = start.row
        self._is_in = row.amount > ZERO
        treasury = start.simple.target if self._is_in else start.simple.treasury
        self._bank = treasury or start.simple.treasury
        remembered = Remembered(start.simple.form, self._bank, day=row.booked_on)
        super().__init__(desk, parent, EntryStart(start.setting, None, remembered))
        self._dress(start)

    def _dress(self, start: LineStart) -> None:
        form = self.form
        self.setWindowTitle(_("New entry from the line"))
        self.repeat_button.hide()
        both = form.fields["amount"].parentWidget()
        if both is not None:
            both.hide()
        form.fields["model"].hide()
        layout = form.layout()
        assert isinstance(layout, QVBoxLayout)
        said = plain_label(line_said(start.row), "strong", wrap=True)
        layout.insertWidget(1, said)
        if start.words:
            self.learn.setText(
                _("Propose the same next time for “{words}”").format(words=start.words)
            )
            # What is paid comes back under the same words, what people give seldom does.
            self.learn.setChecked(not self._is_in)
            at = layout.indexOf(form.fields["file"])
            layout.insertWidget(at, self.learn)
        self._offer_kinds()
        self._fill(start.simple, EntryStart(start.setting))
        row = start.row
        if row.contact_id is not None:
            self.contact.set_contact(Choice(row.contact_id, row.contact_name))
        self._on_kind()
        # What stands between them is seldom wanted: Enter saves.
        self.account.lead_to(self.submit_button)
        form.is_dirty = False
        (self.target if start.simple.form is EntryForm.TRANSFER else self.account).setFocus()

    def _offer_kinds(self) -> None:
        """Offer the forms only that move money the way the line does."""
        wanted = _IN if self._is_in else _OUT
        for kind in FORM_TITLES:
            self.kind.chip(kind).setVisible(kind in wanted)

    @override
    @Slot()
    def _on_kind(self) -> None:
        super()._on_kind()
        is_transfer = self.kind.key is EntryForm.TRANSFER
        fields = self.form.fields
        # One end is the line's account; of a transfer only the other one is asked for.
        fields["treasury"].setVisible(is_transfer and self._is_in)
        fields["target"].setVisible(is_transfer and not self._is_in)
        self.learn.setVisible(bool(self._line.words) and not is_transfer)
        if is_transfer:
            own, other = self.treasury, self.target
            if self._is_in:
                own, other = other, own
            own.choose(self._bank)
            if other.value == self._bank:
                others = [x for x, _n in self._line.setting.treasuries if x != self._bank]
                other.choose(others[0])
        else:
            self.treasury.choose(self._bank)

    @override
    def read(self) -> LineOrder:
        self.amount.set_amount(self._line.simple.amount)
        self.entry_on.set_day(self._line.simple.entry_on)
        order = super().read()
        if self.kind.key is not EntryForm.TRANSFER:
            learns = self.learn.isChecked()
            return LineOrder(order.entry, order.paths, order.model, learns=learns)
        other = self.treasury.value if self._is_in else self.target.value
        if other == self._bank:
            raise RuleError("entry.same_account", field="target")
        transfer = TransferCreation(other, self._said)
        return LineOrder(order.entry, order.paths, order.model, transfer=transfer)

    @override
    @Slot()
    def unlock(self) -> None:
        super().unlock()
        self.repeat_button.setEnabled(False)
