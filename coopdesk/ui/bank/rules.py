"""The rules for lines of the bank: what was learnt, changed, switched off, removed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from coopdesk.domain.bank_rules import RuleAction
from coopdesk.domain.payments import Direction
from coopdesk.domain.text import fold
from coopdesk.ui.bank.part import BankPart
from coopdesk.ui.bank.rule_dialog import RuleDialog, read_rule_setting
from coopdesk.ui.columns import Column, Tone
from coopdesk.ui.page_views import ViewHead
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.widgets.action_button import ActionButton
from coopdesk.ui.widgets.asking import Asker
from coopdesk.ui.widgets.empty_state import EmptyState
from coopdesk.ui.widgets.search_field import SearchField
from coopdesk.wording.formats import money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopdesk.domain.bank_rules import BankRule, NewBankRule
    from coopdesk.services.outcome import Outcome
    from coopdesk.ui.bank.rule_dialog import RuleSetting
    from coopdesk.ui.desk import Desk


class RulesPart(BankPart):
    """Enter or F2 changes a rule, Space switches it on or off, Del removes it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._rules: dict[int, BankRule] = {}
        self.asker = Asker(desk, self)
        self.search = SearchField(_("Search words or an account"))
        self.list = RecordList(desk, "bank.rules", rule_columns(), self._page)
        self.list.set_accessible_name(_("Rules for lines of the bank"))
        self.list.set_count_words(_rules_text)
        self.add_action = self.make(_("New rule…"), "plus", self._on_add)
        self.change_action = self.make(_("Change…"), "pencil-simple", self._on_change)
        self.switch_action = self.make("", "power", self._on_switch)
        self.remove_action = self.make(_("Remove"), "trash", self._on_remove)
        empty = EmptyState(
            "magic-wand",
            _("No rule yet"),
            _(
                "When you create the entry of a line, tick “Propose the same next time”: the "
                "words of the bank then lead to the same account."
            ),
        )
        empty.offer(self.add_action)
        self.list.set_empty(empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.search, 1)
        for action in (self.change_action, self.switch_action, self.remove_action):
            row.addWidget(ActionButton(action))
        layout.addLayout(row)
        layout.addWidget(self.list, 1)
        self.setFocusProxy(self.list)
        self._connect()
        self._refresh()

    def _connect(self) -> None:
        for action, keys in (
            (self.change_action, "F2"),
            (self.switch_action, "Space"),
            (self.remove_action, "Del"),
        ):
            action.setShortcut(keys)
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.list.addAction(action)
        about = [self.change_action, self.switch_action, self.remove_action]
        self.list.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.list.table.addActions([self.add_action, *about])
        self.list.record_activated.connect(self._on_change)
        self.list.current_changed.connect(self._refresh)
        self.list.clear_requested.connect(self.search.clear)
        self.search.leads_to(self.list)
        self.search.searched.connect(self._list)

    @property
    @override
    def head(self) -> ViewHead:
        return ViewHead(
            search=self.search,
            primary=self.add_action,
            uses_year=False,
        )

    @override
    def reload(self) -> None:
        self.ask(self._desk.services.reconciliation.rules, self._on_rules, "rules")

    def _on_rules(self, rules: list[BankRule]) -> None:
        self._rules = {rule.id: rule for rule in rules}
        self._list()

    @Slot()
    def _list(self) -> None:
        words = fold(self.search.text()).split()
        found = [
            rule.id
            for rule in self._rules.values()
            if all(word in fold(_searched(rule)) for word in words)
        ]
        self.list.set_ids(found, self.search.text().strip())
        self._refresh()

    def _page(self, ids: Iterable[int]) -> list[BankRule]:
        rules = self._rules
        return [rules[key] for key in ids if key in rules]

    @property
    def _current(self) -> BankRule | None:
        return self._rules.get(self.list.table.current_id or 0)

    @Slot()
    def _refresh(self) -> None:
        rule = self._current
        for action in (self.change_action, self.switch_action, self.remove_action):
            action.setEnabled(rule is not None)
        is_off = rule is not None and not rule.content.is_on
        self.switch_action.setText(_("Switch on") if is_off else _("Switch off"))

    # doing

    @Slot()
    def _on_add(self) -> None:
        self._read(None)

    @Slot()
    def _on_change(self) -> None:
        if self._current is not None:
            self._read(self._current)

    def _read(self, rule: BankRule | None) -> None:
        self.ask(partial(read_rule_setting, self._desk.services, rule), self._ask, "setting")

    def _ask(self, setting: RuleSetting) -> None:
        make = partial(RuleDialog, self._desk, setting, self.window())
        self.asker.ask(make, partial(self._keep, setting.rule))

    def _keep(self, rule: BankRule | None, new: NewBankRule) -> Outcome[BankRule]:
        service = self._desk.services.reconciliation
        return service.add_rule(new) if rule is None else service.change_rule(rule.id, new)

    @Slot()
    def _on_switch(self) -> None:
        rule = self._current
        if rule is not None:
            new = replace(rule.content, is_on=not rule.content.is_on)
            self.send_with(self._desk.services.reconciliation.change_rule, rule.id, new)

    @Slot()
    def _on_remove(self) -> None:
        rule = self._current
        if rule is not None:
            self.send_with(self._desk.services.reconciliation.remove_rule, rule.id)


def rule_columns() -> tuple[Column, ...]:
    """Return the columns of the list of rules."""
    return (
        Column("words", _("Lines with the words"), _words, width=15, stretch=True),
        Column("way", _("Which"), _way, width=13, gives_way=2),
        Column("becomes", _("Become"), _becomes, width=28, stretch=True),
        Column("who", _("Who"), _who, width=11, gives_way=3),
        Column("account", _("Bank account"), _bank, width=14, gives_way=4),
        Column("uses", _("Uses"), _uses, align_right=True, width=7),
        Column("state", _("Status"), _state, tone=_tone, width=9),
    )


def _searched(rule: BankRule) -> str:
    return f"{rule.content.words} {_becomes(rule)} {rule.contact_name}"


def _words(rule: BankRule) -> str:
    return rule.content.words


def _way(rule: BankRule) -> str:
    new = rule.content
    ways = {Direction.IN: _("Money in"), Direction.OUT: _("Money out")}
    said = [_("In and out") if new.direction is None else ways[new.direction]]
    if new.least is not None:
        said.append(_("from {amount}").format(amount=money_text(new.least)))
    if new.most is not None:
        said.append(_("up to {amount}").format(amount=money_text(new.most)))
    return " · ".join(said)


def _becomes(rule: BankRule) -> str:
    new = rule.content
    if new.action is RuleAction.SET_ASIDE:
        return label(new.action)
    return " · ".join(filter(None, (f"{new.account} {rule.account_label}".strip(), new.label)))


def _who(rule: BankRule) -> str:
    return rule.contact_name


def _bank(rule: BankRule) -> str:
    return rule.bank_account_name or _("all of them")


def _uses(rule: BankRule) -> str:
    return number_text(rule.uses)


def _state(rule: BankRule) -> str:
    if not rule.content.is_on:
        return _("Switched off")
    return _("Learnt") if rule.content.is_learnt else _("Applies")


def _tone(rule: BankRule) -> Tone:
    return Tone.GOOD if rule.content.is_on else Tone.NEUTRAL


def _rules_text(count: int) -> str:
    text = ngettext("{count} rule", "{count} rules", count)
    return text.format(count=number_text(count))
