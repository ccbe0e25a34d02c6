"""Asks for the name of a budget, and which one it begins with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.budgets import NewBudgetVersion
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.budgets import BudgetVersion


@dataclass(frozen=True, slots=True)
class VersionOrder:
    """A budget to make, empty or with the lines of another."""

    new: NewBudgetVersion
    copied_from: int | None


class BudgetDialog(FormDialog):
    """A name, and what it begins with."""

    def __init__(
        self, fiscal_year_id: int, known: Sequence[tuple[str, BudgetVersion]], parent: QWidget
    ) -> None:
        super().__init__(_("New budget"), _("Create the budget"), parent)
        self._year_id = fiscal_year_id
        self.name = self.form.add("name", _("Name"), QLineEdit(), required=True)
        self.name.setMaxLength(100)
        self.name.setText(_("First budget") if not known else "")
        choices: list[tuple[int | None, str]] = [(None, _("Empty"))]
        choices.extend((one.id, f"{year} · {one.content.name}") for year, one in known)
        self.source: ChoiceBox[int | None] = self.form.add(
            "source", _("Begins with the lines of"), ChoiceBox(choices)
        )
        self.form.fields["source"].setVisible(bool(known))
        self.note = self.form.add("note", _("Note"), QLineEdit())
        self.form.is_dirty = False
        self.name.selectAll()
        self.name.setFocus()

    @override
    def read(self) -> VersionOrder:
        new = NewBudgetVersion(self._year_id, self.name.text(), self.note.text())
        return VersionOrder(new, self.source.value)
