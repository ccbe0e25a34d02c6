"""Asks which costs a funder pays for, at which rate and up to what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from coopdesk.domain.grant_requests import EligibleCost, GrantRequest
from coopdesk.ui.grants.layout_lines import cost_choices
from coopdesk.ui.grants.rate_edit import RateEdit
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.row_list import EntryRow, RowList
from coopdesk.wording.grants import rate_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_WIDTH, _AMOUNT_WIDTH, _SHORTEST = 720, 150, 24


class EligibleRow(EntryRow):
    """A line of the official budget, its own rate, and the most that counts of it."""

    def __init__(self) -> None:
        super().__init__()
        self.line: ChoiceBox[str] = ChoiceBox([("", "—"), *cost_choices()])
        self.line.setAccessibleName(_("Line of the official budget"))
        self.line.setMinimumContentsLength(_SHORTEST)
        self.rate, self.ceiling = RateEdit(), AmountEdit()
        self.ceiling.setMaximumWidth(_AMOUNT_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        for field, said in (
            (self.rate, _("Own rate")),
            (self.ceiling, _("Counted up to")),
        ):
            field.setAccessibleName(said)
            field.setPlaceholderText(said)
            row.addWidget(field)
        row.addWidget(self.remove_button)
        self.name_remove_button(_("cost"))
        for watched in (self.line, self.rate, self.ceiling):
            self.watch(watched)

    @property
    @override
    def first_field(self) -> QWidget:
        return self.line

    def show_one(self, known: EligibleCost) -> None:
        """Show a cost that counts."""
        self.line.choose(known.line)
        self.rate.set_rate(known.rate)
        self.ceiling.set_amount(known.ceiling)

    def read(self) -> EligibleCost | None:
        """Return the cost, None of an empty row; raises RuleError of what cannot be read."""
        rate, ceiling = self.rate.rate("line"), self.ceiling.amount("line")
        if not self.line.value and rate is None and ceiling is None:
            return None
        return EligibleCost(self.line.value, rate, ceiling)


class EligibleDialog(FormDialog):
    """Gives the costs that count; none: every cost of the project."""

    def __init__(self, request: GrantRequest, parent: QWidget) -> None:
        super().__init__(_("Costs that the funder pays for"), _("Save"), parent)
        self.setMinimumWidth(_WIDTH)
        form = self.form
        form.add_widget(plain_label(request.content.title, "strong", wrap=True))
        rate = rate_text(request.content.rate)
        text = _("Of all of them it pays {rate}, unless a line has a rate of its own.")
        if rate:
            form.add_widget(plain_label(text.format(rate=rate), "muted", wrap=True))
        self.rows: RowList[EligibleRow] = form.add(
            "line",
            _("Costs that count"),
            RowList(EligibleRow, _("Another cost")),
            _("Without any line every cost of the project counts."),
        )
        for one in request.eligible:
            self.rows.add_row().show_one(one)
        if not self.rows.rows:
            self.rows.add_row()
        self.rows.resized.connect(form.folded)
        form.is_dirty = False
        self.rows.setFocus()

    @override
    def read(self) -> tuple[EligibleCost, ...]:
        found = (row.read() for row in self.rows.rows)
        return tuple(one for one in found if one is not None)
