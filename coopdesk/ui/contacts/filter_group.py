"""Conditions of a filter beneath one another, and groups of them, which hold such a list."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from coopdesk.domain.contact_conditions import RuleGroup
from coopdesk.ui.contacts.filter_row import FilterPart, FilterRow
from coopdesk.ui.icons import icon
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.row_list import RowList
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable

    from coopdesk.domain.contact_conditions import Condition
    from coopdesk.services.contact_filters import Offers

# Groups inside groups, as far as their rows have room on the smallest screen; what stands
# deeper in a saved filter is said in words and kept.
MOST_LEVELS = 2
_LEFT, _RIGHT = 14, 8
_INDENT = _LEFT + _RIGHT + 2
_MATCH_WIDTH = 320


class Match(enum.Enum):
    """How many conditions of a group must hold."""

    ALL = enum.auto()
    ANY = enum.auto()
    NONE = enum.auto()
    NOT_ALL = enum.auto()


def match_of(group: RuleGroup) -> Match:
    """Return how many conditions of a group must hold."""
    if not group.negated:
        return Match.ALL if group.is_all else Match.ANY
    return Match.NOT_ALL if group.is_all and len(group.conditions) > 1 else Match.NONE


def matched(conditions: tuple[Condition, ...], match: Match) -> RuleGroup:
    """Return the group of conditions of which so many must hold."""
    is_all = match in {Match.ALL, Match.NOT_ALL}
    return RuleGroup(conditions, is_all, negated=match in {Match.NONE, Match.NOT_ALL})


class ConditionList(RowList[FilterPart]):
    """Conditions and groups, with a button to add each; ``level`` counts the groups around."""

    def __init__(self, offers: Offers, today: Callable[[], dt.date], level: int = 0) -> None:
        self._offers = offers
        self._today = today
        self._level = level
        super().__init__(self._make_condition, _("Add a condition"))
        self.group_button = QPushButton(icon("brackets-round"), _("Add a group"))
        self.group_button.setProperty("kind", "link")
        self.group_button.setAutoDefault(False)
        self.group_button.clicked.connect(self._on_add_group)
        self._layout.removeWidget(self.add_button)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.add_button)
        foot.addWidget(self.group_button)
        foot.addStretch(1)
        self._layout.addLayout(foot)
        self.group_button.setVisible(level < MOST_LEVELS)

    def _make_condition(self) -> FilterRow:
        row = FilterRow(self._offers, self._today, narrower=self._level * _INDENT)
        row.resized.connect(self.resized)
        return row

    def add_group(self, match: Match = Match.ANY) -> FilterGroup:
        """Add a group without conditions and return it."""
        group = FilterGroup(self._offers, self._today, self._level + 1)
        group.match.choose(match)
        group.resized.connect(self.resized)
        self.take_row(group)
        return group

    def show_conditions(self, conditions: Iterable[Condition]) -> None:
        """Show conditions beneath those there are; groups that have room become groups."""
        for one in conditions:
            if isinstance(one, RuleGroup) and self._level < MOST_LEVELS:
                self.add_group().show_group(one)
                continue
            row = self._make_condition()
            self.take_row(row)
            row.show_condition(one)

    def conditions(self) -> tuple[Condition, ...]:
        """Return what the rows say; raises RuleError when a value cannot be read."""
        found = (row.condition() for row in self.rows)
        return tuple(one for one in found if one is not None)

    @Slot()
    def _on_add_group(self) -> None:
        group = self.add_group()
        group.rows.add_row()
        group.first_field.setFocus(Qt.FocusReason.TabFocusReason)
        self.edited.emit()


class FilterGroup(FilterPart):
    """A frame around conditions, and how many of them must hold."""

    def __init__(self, offers: Offers, today: Callable[[], dt.date], level: int) -> None:
        super().__init__()
        self.setProperty("kind", "group")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.match: ChoiceBox[Match] = ChoiceBox(_matches())
        self.match.setFixedWidth(_MATCH_WIDTH)
        self.match.setAccessibleName(_("Of this group must hold"))
        self.rows = ConditionList(offers, today, level)
        self.name_remove_button(_("the group with its conditions"))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.match)
        head.addStretch(1)
        head.addWidget(self.remove_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_LEFT, 8, _RIGHT, 4)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.rows)
        self.match.activated.connect(self.edited)
        self.rows.edited.connect(self.edited)
        self.rows.resized.connect(self.resized)

    @property
    @override
    def first_field(self) -> QWidget:
        return self.match

    def show_group(self, group: RuleGroup) -> None:
        """Show a group of a filter."""
        self.match.set_choices(_matches(match_of(group)))
        self.match.choose(match_of(group))
        self.rows.show_conditions(group.conditions)

    @override
    def condition(self) -> RuleGroup | None:
        """Return the group; None when all its conditions were removed."""
        conditions = self.rows.conditions()
        return matched(conditions, self.match.value) if conditions else None


def _matches(shown: Match = Match.ANY) -> list[tuple[Match, str]]:
    """Return what can be chosen; the rare one only where a filter says so already."""
    texts = [
        (Match.ALL, _("all of these conditions")),
        (Match.ANY, _("at least one of these conditions")),
        (Match.NONE, _("none of these conditions")),
    ]
    rare = (Match.NOT_ALL, _("not all of these conditions together"))
    return [*texts, rare] if shown is Match.NOT_ALL else texts
