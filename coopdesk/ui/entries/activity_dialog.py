"""Asks what the lines of an entry were for; also of a validated one, until the year closes."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import Slot
from typing_extensions import override

from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.activities import Activity
    from coopdesk.domain.entries import EntryLine
    from coopdesk.services.registry import Services
    from coopdesk.ui.entries.sheets import EntrySheet

_WIDTH = 560
# What activities are about: expenses, income, what is given in kind.
_USUAL = ("6", "7", "8")


class _Each(enum.Enum):
    """Stands in the box for all lines when each has its own."""

    OWN = enum.auto()


_Choice: TypeAlias = int | _Each | None


def read_activities(services: Services, sheet: EntrySheet) -> list[Activity]:
    """Read the activities to choose from: the open ones, and those that the lines have."""
    used = {line.content.activity_id for line in sheet.entry.lines}
    return [one for one in services.activities.all() if one.is_open or one.id in used]


class ActivityDialog(FormDialog):
    """A box for each line, and one for all of them when there are several."""

    def __init__(
        self, sheet: EntrySheet, activities: Sequence[Activity], parent: QWidget
    ) -> None:
        super().__init__(_("Activity of the lines"), _("Save"), parent)
        self.setMinimumWidth(_WIDTH)
        self._choices: list[tuple[_Choice, str]] = [(None, _("No activity"))]
        self._choices.extend((one.id, one.title) for one in activities)
        self._lines = sheet.entry.lines
        usual = [line for line in self._lines if line.content.account.startswith(_USUAL)]
        main = usual or list(self._lines)
        text = _(
            "Accounts, amounts and the number of the entry stay; only the reports by activity "
            "change. It is possible until the fiscal year is closed."
        )
        self.form.add_widget(plain_label(text, "muted", wrap=True))
        self.whole: ChoiceBox[_Choice] = ChoiceBox(
            [(_Each.OWN, _("Each as below")), *self._choices]
        )
        self.boxes: dict[int, ChoiceBox[_Choice]] = {}
        if len(main) > 1:
            self.form.add("whole", _("For all these lines"), self.whole)
            self.whole.activated.connect(self._on_whole)
        for line in main:
            self._add(line)
        self._main = tuple(self.boxes)
        others = [line for line in self._lines if line not in main]
        if others:
            self.form.fold_rest(_("Other lines"))
            for line in others:
                self._add(line)
        first = self.whole if len(main) > 1 else self.boxes[self._main[0]]
        first.setFocus()

    def _add(self, line: EntryLine) -> None:
        box: ChoiceBox[_Choice] = ChoiceBox(self._choices)
        box.choose(line.content.activity_id)
        box.activated.connect(self._on_own)
        self.boxes[line.id] = self.form.add(f"line_{line.id}", _said(line), box)

    @Slot()
    def _on_whole(self) -> None:
        if self.whole.value is not _Each.OWN:
            for line_id in self._main:
                self.boxes[line_id].choose(self.whole.value)

    @Slot()
    def _on_own(self) -> None:
        self.whole.choose(_Each.OWN)

    @override
    def read(self) -> dict[int, int | None]:
        """Return the activity of each line that has another one now."""
        chosen = {line.id: self.boxes[line.id].value for line in self._lines}
        return {
            line.id: value
            for line in self._lines
            if not isinstance(value := chosen[line.id], _Each)
            and value != line.content.activity_id
        }


def _said(line: EntryLine) -> str:
    content = line.content
    side = _("debit") if content.debit else _("credit")
    amount = money_text(content.debit + content.credit)
    return f"{content.account} {line.account_label} · {amount} ({side})".replace("&", "&&")
