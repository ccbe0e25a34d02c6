"""Asks what a project plans, in the lines of the official budget: expenses, then income."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.domain.grant_layout import LayoutSection, LayoutSide
from coopdesk.domain.grant_projects import GrantProject, NewProjectLine
from coopdesk.domain.money import ZERO, Money, total
from coopdesk.services.grant_layout import official_layout
from coopdesk.ui.grants.layout_lines import side_choices
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.row_list import EntryRow, RowList
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.ui.grants.layout_lines import Named

_WIDTH, _LIMIT, _AMOUNT_WIDTH, _LABEL_WIDTH, _SHORTEST = 860, 200, 124, 130, 12
_GRANTS = "74"
Requests: TypeAlias = tuple[tuple[int, str], ...]


class BudgetRow(EntryRow):
    """A line of the form, what it is, how much, and for income which grant it counts on."""

    def __init__(self, field: str, choices: Named, requests: Requests) -> None:
        super().__init__()
        self._field = field
        self.line: ChoiceBox[str] = ChoiceBox([("", _("Choose a line")), *choices])
        self.line.setAccessibleName(_("Line of the official budget"))
        self.line.setMinimumContentsLength(_SHORTEST)
        self.label, self.amount = QLineEdit(), AmountEdit()
        self.label.setMaxLength(_LIMIT)
        self.label.setMinimumWidth(_LABEL_WIDTH)
        self.amount.setFixedWidth(_AMOUNT_WIDTH)
        none: list[tuple[int | None, str]] = [(None, _("no request"))]
        self.request: ChoiceBox[int | None] = ChoiceBox([*none, *requests])
        self.request.setAccessibleName(_("Grant that it counts on"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 3)
        for edit, said, part in (
            (self.label, _("What exactly"), 3),
            (self.amount, _("Amount"), 0),
        ):
            edit.setAccessibleName(said)
            edit.setPlaceholderText(said)
            row.addWidget(edit, part)
        row.addWidget(self.request, 3)
        row.addWidget(self.remove_button)
        self.name_remove_button(_("line of the budget"))
        for watched in (self.line, self.label, self.amount, self.request):
            self.watch(watched)
        self.line.currentIndexChanged.connect(self._on_line)
        self._on_line()

    @property
    @override
    def first_field(self) -> QWidget:
        return self.line

    @Slot()
    def _on_line(self) -> None:
        """Ask for the grant only where a funder stands."""
        has_request = self.request.count() > 1 and self.line.value.startswith(_GRANTS)
        self.request.setVisible(has_request)

    def show_one(self, known: NewProjectLine) -> None:
        """Show a planned line."""
        self.line.choose(known.line)
        self.label.setText(known.label)
        self.amount.set_amount(known.amount)
        self.request.choose(known.request_id)
        self._on_line()

    def planned(self) -> tuple[str, Money]:
        """Return the line and what it plans so far."""
        return self.line.value, self.amount.amount(self._field) or ZERO

    def read(self) -> NewProjectLine | None:
        """Return the line, None of an empty row; raises RuleError of what cannot be read."""
        amount, label = self.amount.amount(self._field), self.label.text().strip()
        if amount is None and not label:
            return None
        has_request = self.line.value.startswith(_GRANTS)
        request_id = self.request.value if has_request else None
        return NewProjectLine(self.line.value, amount or ZERO, label, request_id)


class BudgetDialog(FormDialog):
    """Gives every planned line; says what both sides come to while they are typed."""

    def __init__(self, project: GrantProject, requests: Requests, parent: QWidget) -> None:
        super().__init__(_("Budget of the project"), _("Save"), parent)
        self.setMinimumWidth(_WIDTH)
        self._requests = requests
        self.form.add_widget(plain_label(project.content.title, "strong", wrap=True))
        self.expenses = self._add_side(
            "amount", LayoutSide.EXPENSE, _("Expenses planned"), _("Another expense")
        )
        self.income = self._add_side(
            "line", LayoutSide.INCOME, _("Income planned"), _("Other income line")
        )
        self.said = plain_label("", "strong", wrap=True)
        # Under the fields, beside the buttons: it stays in sight however long the budget is.
        self.buttons.insertWidget(0, self.said, 1)
        self._show(project)
        for rows in (self.expenses, self.income):
            rows.edited.connect(self._tell)
            rows.left.connect(self._tell)
            rows.resized.connect(self.form.folded)
        self._tell()
        self.form.is_dirty = False
        self.expenses.setFocus()

    def _add_side(
        self, name: str, side: LayoutSide, title: str, more: str
    ) -> RowList[BudgetRow]:
        requests = self._requests if side is LayoutSide.INCOME else ()
        make = partial(BudgetRow, name, side_choices(side), requests)
        return self.form.add(name, title, RowList(make, more))

    def _show(self, project: GrantProject) -> None:
        lines = official_layout().by_code
        for one in project.lines:
            line = lines.get(one.content.line)
            is_income = line is not None and line.side is LayoutSide.INCOME
            (self.income if is_income else self.expenses).add_row().show_one(one.content)
        for rows in (self.expenses, self.income):
            if not rows.rows:
                rows.add_row()

    @Slot()
    def _tell(self) -> None:
        """Say what both sides come to and what is missing; gifts in kind stay apart."""
        try:
            expenses, income = _sum(self.expenses), _sum(self.income)
        except RuleError:
            self.said.setText("")
            return
        gap = income - expenses
        if not gap:
            text = _("Expenses {expenses} · income {income} · balanced")
        elif gap < ZERO:
            text = _("Expenses {expenses} · income {income} · {gap} to find")
        else:
            text = _("Expenses {expenses} · income {income} · {gap} too much")
        self.said.setText(
            text.format(
                expenses=money_text(expenses),
                income=money_text(income),
                gap=money_text(Money(abs(gap.cents))),
            )
        )

    @override
    def read(self) -> tuple[NewProjectLine, ...]:
        rows = (*self.expenses.rows, *self.income.rows)
        found = (row.read() for row in rows)
        return tuple(one for one in found if one is not None)


def _sum(rows: RowList[BudgetRow]) -> Money:
    lines = official_layout().by_code
    planned = (row.planned() for row in rows.rows)
    return total(
        amount
        for code, amount in planned
        if code not in lines or lines[code].section is not LayoutSection.IN_KIND
    )
