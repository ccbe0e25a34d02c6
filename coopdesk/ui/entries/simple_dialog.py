"""Asks for an entry in plain words: money in, out, moved, cheques, volunteers paid back."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.entries import EntryForm
from coopdesk.domain.entry_forms import SIMPLE_FORMS, SimpleEntry, entry_of, simple_of
from coopdesk.domain.entry_rules import NOTE_LIMIT
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import ZERO
from coopdesk.ui.contacts.choices import find_choices
from coopdesk.ui.contacts.new_on_the_way import NewOnTheWay
from coopdesk.ui.entries.account_picker import AccountPicker
from coopdesk.ui.entries.entry_form import NO_MODEL, EntryFormDialog
from coopdesk.ui.entries.form_words import FORM_TITLES, WORDS
from coopdesk.ui.entries.order import EntryOrder, EntryStart, Remembered
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.ui.widgets.chips import ChoiceChips
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.contact_picker import ContactPicker
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.chart import Account
    from coopdesk.domain.entries import Entry
    from coopdesk.domain.errors import CoopDeskError
    from coopdesk.ui.desk import Desk

_WIDTH = 640
_NOTE_HEIGHT = 56
_PREFERS = {
    EntryForm.INCOME: ("7",),
    EntryForm.EXPENSE: ("6",),
    EntryForm.EXPENSE_SHEET: ("6",),
}


class SimpleEntryDialog(EntryFormDialog):
    """The fields follow what it is about."""

    def __init__(self, desk: Desk, parent: QWidget, start: EntryStart) -> None:
        super().__init__(desk, parent, start, _("New entry"))
        self.setMinimumWidth(_WIDTH)
        self._is_remembered = False
        self._build()
        self._connect()
        self._show(start)

    def _build(self) -> None:
        form = self.form
        self.kind: ChoiceChips[EntryForm] = ChoiceChips(
            _("What it is"), [(kind, FORM_TITLES[kind]()) for kind in SIMPLE_FORMS]
        )
        form.add_widget(self.kind)
        simple = [x for x in self._setting.templates if simple_of(x.entry) is not None]
        models = [(NO_MODEL, "—"), *((x.id, x.name) for x in simple)]
        self.model = form.add("model", _("Model"), ChoiceBox[int](models))
        form.fields["model"].setVisible(len(models) > 1)
        self.amount = AmountEdit()
        self._side_by_side(
            ("amount", _("Amount"), self.amount), ("entry_on", _("Date"), self.entry_on)
        )
        form.add("label", _("What for"), self.label, required=True)
        contacts = ContactPicker(self._desk.tasks, partial(find_choices, self._desk))
        self.new_contact = NewOnTheWay(self._desk, self, contacts)
        self.contact = form.add("contact_id", _("Who"), contacts)
        self.account = form.add("account", "", AccountPicker(self._desk), " ", required=True)
        treasuries = self._setting.treasuries
        self.treasury = form.add("treasury", "", ChoiceBox[str](treasuries), required=True)
        self.target = form.add("target", "", ChoiceBox[str](treasuries), required=True)
        self._add_files()
        self._build_rest()

    def _side_by_side(self, *fields: tuple[str, str, QWidget]) -> None:
        """Add short fields to one row: a low screen shows more of the form."""
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        for name, said, widget in fields:
            column = QVBoxLayout()
            row.addLayout(column, 1)
            with self.form.placed_in(column):
                self.form.add(name, said, widget, required=True)
            column.addStretch(1)
        self.form.add_widget(both)

    def _build_rest(self) -> None:
        form = self.form
        form.fold_rest()
        form.add("voucher_ref", _("Number of the voucher"), self.voucher_ref)
        self._add_voucher_on()
        none: list[tuple[int | None, str]] = [(None, "—")]
        known = [(x.id, x.title) for x in self._setting.activities]
        self.activity = form.add(
            "activity_id", _("Activity"), ChoiceBox[int | None]([*none, *known])
        )
        form.fields["activity_id"].setVisible(bool(known))
        self.note = form.add("note", _("Note"), QPlainTextEdit())
        self.note.setFixedHeight(_NOTE_HEIGHT)
        self.note.setTabChangesFocus(True)
        form.add(
            "keep",
            _("Keep as a model"),
            self.keep,
            _("Its name is what it is for: next time, choose it on top of this form."),
        )

    def _connect(self) -> None:
        self.kind.chosen.connect(self._on_kind)
        self.treasury.activated.connect(self._tell_target_apart)
        self.model.activated.connect(self._on_model)
        self.contact.chosen.connect(self._on_contact)
        self.label.editingFinished.connect(self._remember)
        self._watch()
        self.account.account_taken.connect(self._on_account)
        self.account.know(self._setting.labels)
        self.account.new_requested.connect(self._on_new_account)
        self.contact.lead_to(self.account)
        self.account.lead_to(self.treasury)
        self.form.check_on_leave("amount", self.amount.amount)
        self.form.check_on_leave("contact_id", self._check_contact)
        self.form.check_on_leave("account", partial(self.account.refuse_words, "account"))

    def _show(self, start: EntryStart) -> None:
        simple = None if start.entry is None else simple_of(start.entry.content)
        remembered = start.remembered or Remembered(EntryForm.EXPENSE)
        self.kind.choose(simple.form if simple else remembered.form)
        self.entry_on.set_day(remembered.day or self._desk.today())
        self.treasury.choose(remembered.treasury)
        self._tell_target_apart()
        if simple is not None:
            self._fill(simple, start)
        self._on_kind()
        self.amount.setFocus()

    def _fill(self, simple: SimpleEntry, start: EntryStart) -> None:
        self.amount.set_amount(simple.amount if simple.amount > ZERO else None)
        self.entry_on.set_day(simple.entry_on)
        self.label.setText(simple.label)
        self.treasury.choose(simple.treasury)
        self.target.choose(simple.target)
        self.account.set_named(simple.account, start.label_of(simple.account))
        self.contact.set_contact(start.contact_of(simple.contact_id))
        self.voucher_ref.setText(simple.voucher_ref)
        self.voucher_on.set_day(simple.voucher_on)
        self.activity.choose(simple.activity_id)
        self.note.setPlainText(simple.note)

    # what follows the choice of a form

    @Slot()
    def _on_kind(self) -> None:
        """Ask for what the form needs, in its words."""
        words, fields = WORDS[self.kind.key], self.form.fields
        for name, text in (
            ("account", words.account()),
            ("contact_id", words.contact()),
            ("treasury", words.treasury()),
            ("target", words.target()),
        ):
            fields[name].setVisible(bool(text))
            if text:
                fields[name].set_label(text)
        fields["account"].set_hint(words.hint())
        # A transfer says enough by being one: what stands there in grey is taken.
        title = FORM_TITLES[self.kind.key]()
        self.label.setPlaceholderText("" if words.account() else title)
        self.account.prefer(_PREFERS.get(self.kind.key, ()))
        is_bill = self.kind.key is EntryForm.EXPENSE
        self.new_contact.kind = ContactKind.ORGANISATION if is_bill else ContactKind.PERSON
        self.form.folded.emit()

    @Slot()
    def _tell_target_apart(self) -> None:
        """Propose another account than the one that money leaves."""
        if self.target.value == self.treasury.value:
            others = [x for x, _name in self._setting.treasuries if x != self.treasury.value]
            self.target.choose(others[0])

    @Slot()
    def _on_model(self) -> None:
        """Fill the form with a model, but for the day."""
        chosen = self._model_of(self.model.value)
        simple = None if chosen is None else simple_of(chosen.entry)
        if simple is None:
            return
        self.kind.choose(simple.form)
        self._fill(
            replace(simple, entry_on=self._day() or self._desk.today()),
            EntryStart(self._setting),
        )
        self._on_kind()
        self.form.is_dirty = True
        self.amount.setFocus()

    @override
    def late_text(self) -> str:
        return _(
            "That fiscal year is closed: the entry goes on {first}, the first day that is "
            "open, and says its real date, {day}."
        )

    # remembered counterparts

    @Slot(object)
    def _on_contact(self, _contact_id: int | None) -> None:
        self._remember()

    @Slot()
    def _remember(self) -> None:
        """Propose the account that the same person or words had last time."""
        asks = bool(WORDS[self.kind.key].account())
        if not asks or (self.account.text().strip() and not self._is_remembered):
            return
        contact_id, words = self.contact.contact_id(), self.label.text().strip()
        if contact_id is None and not words:
            return
        call = partial(self._desk.services.entries.last_like, self.kind.key, contact_id, words)
        self._desk.tasks.query(self, call, self._on_like, replaces="like")

    def _on_like(self, entry: Entry | None) -> None:
        simple = None if entry is None else simple_of(entry.content)
        is_free = not self.account.text().strip() or self._is_remembered
        if entry is None or simple is None or self.account.hasFocus() or not is_free:
            return
        self.account.set_named(simple.account, EntryStart(entry=entry).label_of(simple.account))
        self._is_remembered = True
        self.form.fields["account"].set_hint(_("As last time. Type to choose another one."))

    @Slot()
    def _on_account(self) -> None:
        self._is_remembered = False
        self.form.fields["account"].set_error("")

    @Slot(str)
    def _on_new_account(self, _typed: str) -> None:
        self.account_wanted.emit(self.account.number)

    def take_account(self, account: Account) -> None:
        """Take an account that was just made."""
        self.account.set_account(account)
        self.treasury.setFocus(Qt.FocusReason.OtherFocusReason)

    # reading

    def _check_contact(self) -> None:
        self.contact.refuse_unmatched("entry.contact_not_chosen", "contact_id")

    @override
    def read(self) -> EntryOrder:
        words = WORDS[self.kind.key]
        self._check_contact()
        day = self._required_day()
        asks_account, asks_contact = bool(words.account()), bool(words.contact())
        if asks_account:
            self.account.refuse_words("account")
        simple = SimpleEntry(
            form=self.kind.key,
            entry_on=day,
            amount=self.amount.amount() or ZERO,
            label=self._said,
            treasury=self.treasury.value,
            account=self.account.number if asks_account else "",
            target=self.target.value if words.target() else "",
            contact_id=self.contact.contact_id() if asks_contact else None,
            activity_id=self.activity.value if asks_account else None,
            voucher_ref=self.voucher_ref.text(),
            voucher_on=self.voucher_on.day("voucher_on"),
            note=self.note.toPlainText()[:NOTE_LIMIT],
        )
        new = entry_of(simple, self._setting.journals)
        return EntryOrder(new, tuple(self.files.paths), self._model_name)

    @override
    def show_error(self, error: CoopDeskError) -> None:
        """Say what is wrong; of the lines that are made, the person knows the account only."""
        is_of_lines = isinstance(error, RuleError) and error.field == "lines"
        if is_of_lines and WORDS[self.kind.key].account():
            error = RuleError(error.code, **{**error.values, "field": "account"})
        super().show_error(error)

    @property
    def remembered(self) -> Remembered:
        """What the next form may begin with."""
        return Remembered(self.kind.key, self.treasury.value, day=self._day())

    @override
    def start_again(self) -> None:
        super().start_again()
        self.amount.set_amount(None)
        for field in (self.label, self.account):
            field.clear()
        self.account.set_account(None)
        self.contact.set_contact(None)
        self.note.clear()
        self.model.choose(NO_MODEL)
        self._is_remembered = False
        self._on_kind()
        self.amount.setFocus()
