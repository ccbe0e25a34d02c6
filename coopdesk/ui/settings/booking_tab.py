"""The accounts of automatic entries: which one takes what, and choosing another."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from coopdesk.ui.columns import Column, Tone
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.settings.booking_dialog import BookingRuleDialog, ChosenAccount
from coopdesk.ui.settings.tab_actions import lay_out_list, make_tab_action
from coopdesk.ui.widgets.asking import Asker
from coopdesk.wording.booking import key_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.booking import BookingRule
    from coopdesk.services.outcome import Outcome
    from coopdesk.ui.desk import Desk


class RuleLine(NamedTuple):
    """A rule and its place in the list."""

    id: int
    rule: BookingRule


class BookingTab(QWidget):
    """Lists every kind of payment and gift with its account; one is chosen, or reset."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._service = desk.services.booking
        self._lines: dict[int, RuleLine] = {}
        self.asker = Asker(desk, self)
        make = partial(make_tab_action, self)
        self.choose_action = make(
            _("Choose the account…"), "pencil-simple", self._on_choose, "F2"
        )
        self.reset_action = make(
            _("Take the program's again"), "arrow-counter-clockwise", self._on_reset, "Del"
        )
        self.list = RecordList(desk, "booking-rules", rule_columns(), self._page)
        self.list.set_accessible_name(_("Accounts of automatic entries"))
        self.list.record_activated.connect(self._on_choose)
        self.list.current_changed.connect(self._refresh)
        self._lay_out()
        self._refresh()

    def _lay_out(self) -> None:
        words = _(
            "Where the entries go that are prepared from payments and gifts. Another choice "
            "counts from the next entries on: those already prepared stay as they are."
        )
        right = (self.reset_action, self.choose_action)
        lay_out_list(self, words, (), self.list, at_right=right)

    @Slot()
    def reload(self) -> None:
        """Read the rules again."""
        self._desk.tasks.query(self, self._service.rules, self._on_rules, replaces="rules")

    def _on_rules(self, rules: tuple[BookingRule, ...]) -> None:
        kept = self.list.table.current_id
        self._lines = {key: RuleLine(key, rule) for key, rule in enumerate(rules, start=1)}
        self.list.set_ids(list(self._lines))
        if kept is not None:
            self.list.table.select_id(kept)
        self._refresh()

    def _page(self, ids: Sequence[int]) -> list[RuleLine]:
        return [self._lines[key] for key in ids if key in self._lines]

    @property
    def _current(self) -> BookingRule | None:
        line = self._lines.get(self.list.table.current_id or 0)
        return line.rule if line is not None else None

    @Slot()
    def _refresh(self) -> None:
        current = self._current
        self.choose_action.setEnabled(current is not None)
        self.reset_action.setEnabled(current is not None and current.is_own)

    @Slot()
    def _on_choose(self) -> None:
        if self._current is not None:
            make = partial(BookingRuleDialog, self._desk, self._current, self.window())
            self.asker.ask(make, self._choose)

    def _choose(self, typed: ChosenAccount) -> Outcome[BookingRule]:
        return self._service.set_rule(typed.key, typed.number)

    @Slot()
    def _on_reset(self) -> None:
        current = self._current
        if current is not None and current.is_own:
            call = partial(self._service.reset_rule, current.key)
            self._desk.tasks.command(self, call)


def rule_columns() -> tuple[Column, ...]:
    """Return the columns of the list of rules."""
    return (
        Column("what", _("What for"), _what, width=34, stretch=True),
        Column("account", _("Account"), _account, width=10),
        Column("label", _("Label"), _label, width=30, gives_way=1),
        Column("state", _("Origin"), _state, tone=_tone, width=22),
    )


def _what(line: RuleLine) -> str:
    return key_text(line.rule.key)


def _account(line: RuleLine) -> str:
    return line.rule.account


def _label(line: RuleLine) -> str:
    return line.rule.account_label


def _state(line: RuleLine) -> str:
    if not line.rule.is_usable:
        return _("takes no entries")
    return _("Chosen by you") if line.rule.is_own else _("Usual")


def _tone(line: RuleLine) -> Tone | None:
    if not line.rule.is_usable:
        return Tone.BAD
    return Tone.INFO if line.rule.is_own else None
