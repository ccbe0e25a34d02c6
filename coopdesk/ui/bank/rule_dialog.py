"""Asks for a rule: which words of the bank, which way, and what such lines become."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.bank_rules import NewBankRule, RuleAction
from coopdesk.domain.entry_rules import LABEL_LIMIT
from coopdesk.domain.payments import Direction
from coopdesk.ui.contacts.choices import find_choices
from coopdesk.ui.entries.account_picker import AccountPicker
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.contact_picker import Choice, ContactPicker
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.wording.formats import number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopdesk.domain.bank_rules import BankRule
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk

_WORDS_LIMIT = 120


@dataclass(frozen=True, slots=True)
class RuleSetting:
    """The rule to change if any, and what there is to choose from."""

    rule: BankRule | None
    accounts: tuple[tuple[int, str], ...]
    activities: tuple[tuple[int, str], ...]


def read_rule_setting(services: Services, rule: BankRule | None) -> RuleSetting:
    """Read what the form offers; runs on the worker."""
    return RuleSetting(
        rule,
        tuple((each.id, each.name) for each in services.bank.accounts()),
        tuple((each.id, each.title) for each in services.activities.all(open_only=True)),
    )


class RuleDialog(FormDialog):
    """Words first; limits, activity and bank account are seldom needed."""

    def __init__(self, desk: Desk, setting: RuleSetting, parent: QWidget) -> None:
        rule = setting.rule
        super().__init__(
            _("New rule") if rule is None else _("Change the rule"), _("Keep the rule"), parent
        )
        self._desk = desk
        self._before = None if rule is None else rule.content
        self._add_usual()
        self.form.fold_rest()
        self._add_rare(setting)
        if rule is not None:
            self._show(rule)
        self.action.activated.connect(self._on_action)
        self._on_action()
        self.words.textEdited.connect(self._count)
        self.way.activated.connect(self._count)
        self._count()
        self.form.is_dirty = False
        self.words.setFocus()

    def _add_usual(self) -> None:
        form = self.form
        self.words = form.add(
            "words",
            _("Lines with these words"),
            QLineEdit(),
            " ",
            required=True,
        )
        self.words.setMaxLength(_WORDS_LIMIT)
        ways: list[tuple[Direction | None, str]] = [
            (None, _("In and out")),
            (Direction.OUT, _("Money out")),
            (Direction.IN, _("Money in")),
        ]
        self.way = form.add("direction", _("Which"), ChoiceBox(ways))
        self.action = form.add(
            "action",
            _("What they become"),
            ChoiceBox([(action, label(action)) for action in RuleAction]),
        )
        self.account = form.add(
            "account", _("On the account"), AccountPicker(self._desk), required=True
        )
        self.account.offer_nothing_new()
        form.check_on_leave("account", partial(self.account.refuse_words, "account"))
        picker = ContactPicker(self._desk.tasks, partial(find_choices, self._desk))
        self.contact = form.add("contact_id", _("Who"), picker)
        form.check_on_leave("contact_id", self._check_contact)

    def _add_rare(self, setting: RuleSetting) -> None:
        form = self.form
        self.label = form.add(
            "label",
            _("What for"),
            QLineEdit(),
            _("Stands on the entry; without it, what the bank says does."),
        )
        self.label.setMaxLength(LABEL_LIMIT)
        none: list[tuple[int | None, str]] = [(None, "—")]
        self.activity = form.add(
            "activity_id", _("Activity"), ChoiceBox([*none, *setting.activities])
        )
        form.fields["activity_id"].setVisible(bool(setting.activities))
        self.least = form.add("least", _("From the amount"), AmountEdit())
        self.most = form.add("most", _("Up to the amount"), AmountEdit())
        for name, edit in (("least", self.least), ("most", self.most)):
            form.check_on_leave(name, partial(edit.amount, name))
        whole: list[tuple[int | None, str]] = [(None, _("All bank accounts"))]
        self.bank = form.add(
            "bank_account_id", _("Bank account"), ChoiceBox([*whole, *setting.accounts])
        )

    def _show(self, rule: BankRule) -> None:
        new = rule.content
        self.words.setText(new.words)
        self.way.choose(new.direction)
        self.action.choose(new.action)
        if new.account:
            self.account.set_named(new.account, rule.account_label)
        if new.contact_id is not None:
            self.contact.set_contact(Choice(new.contact_id, rule.contact_name))
        self.label.setText(new.label)
        self.activity.choose(new.activity_id)
        self.least.set_amount(new.least)
        self.most.set_amount(new.most)
        self.bank.choose(new.bank_account_id)

    @Slot()
    def _on_action(self) -> None:
        """Ask for an account only where an entry is made."""
        is_entry = self.action.value is RuleAction.ENTRY
        for name in ("account", "contact_id", "label"):
            self.form.fields[name].setVisible(is_entry)
        self.form.folded.emit()

    @Slot()
    def _count(self) -> None:
        """Say how many open lines the words are meant for."""
        words = self.words.text().strip()
        if not words:
            self._say_count([])
            return
        wanted = NewBankRule(words=words, direction=self.way.value)
        find: Callable[[], list[int]] = partial(
            self._desk.services.reconciliation.lines_of_rule, wanted
        )
        self._desk.tasks.query(self, find, self._say_count, replaces="count")

    def _say_count(self, ids: list[int]) -> None:
        said = _("All must stand in what the bank says: “prlv free”. No dates, no figures.")
        if ids:
            text = ngettext(
                "{count} open line has these words.", "{count} open lines have them.", len(ids)
            )
            said = text.format(count=number_text(len(ids)))
        self.form.fields["words"].set_hint(said)

    def _check_contact(self) -> None:
        self.contact.refuse_unmatched("entry.contact_not_chosen", "contact_id")

    @override
    def read(self) -> NewBankRule:
        self._check_contact()
        is_entry = self.action.value is RuleAction.ENTRY
        if is_entry:
            self.account.refuse_words("account")
        before = self._before
        return NewBankRule(
            words=self.words.text().strip(),
            action=self.action.value,
            account=self.account.number if is_entry else "",
            direction=self.way.value,
            bank_account_id=self.bank.value,
            least=self.least.amount("least"),
            most=self.most.amount("most"),
            contact_id=self.contact.contact_id() if is_entry else None,
            activity_id=self.activity.value if is_entry else None,
            label=self.label.text().strip() if is_entry else "",
            is_learnt=before is not None and before.is_learnt,
            is_on=before is None or before.is_on,
        )
