"""Shows what the year-end of dedicated funds would write, to accept or to correct."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import ZERO, Money
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.dedicated_funds import FundProposal
    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.services.registry import Services

_WIDTH = 560


@dataclass(frozen=True, slots=True)
class Proposed:
    """A proposal with what is in the books already, which was decided before."""

    proposal: FundProposal
    use: Money
    report: Money


class ProposalDialog(FormDialog):
    """Two amounts for each fund, as the figures of the year say."""

    def __init__(self, year: FiscalYear, found: list[Proposed], parent: QWidget) -> None:
        super().__init__(
            _("Dedicated funds, year-end {year}").format(year=year.label),
            _("Prepare the entries"),
            parent,
        )
        self.setMinimumWidth(_WIDTH)
        self._found = {one.proposal.fund.id: one.proposal for one in found}
        self.uses: dict[int, AmountEdit] = {}
        self.reports: dict[int, AmountEdit] = {}
        self._left = {fund_id: plain_label("", "strong") for fund_id in self._found}
        said = _(
            "What was received and not spent is put aside (689); what was put aside before "
            "and is spent now is used (789). These are drafts: correct them as you like."
        )
        self.form.add_widget(plain_label(said, "muted", wrap=True))
        for one in found:
            self._add(one)
        self.form.is_dirty = False

    def _add(self, one: Proposed) -> None:
        proposal = one.proposal
        fund_id, name = proposal.fund.id, proposal.fund.content.name
        self.form.add_heading(name)
        figures = _("At the beginning {opening} · received {received} · spent {spent}")
        text = figures.format(
            opening=money_text(proposal.opening),
            received=money_text(proposal.received),
            spent=money_text(proposal.spent),
        )
        self.form.add_widget(plain_label(text, wrap=True))
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        for key, title, amount, edits in (
            ("use", _("Used (789)"), one.use, self.uses),
            ("report", _("Put aside (689)"), one.report, self.reports),
        ):
            column = QVBoxLayout()
            row.addLayout(column, 1)
            field = f"{key}-{fund_id}"
            with self.form.placed_in(column):
                edit = edits[fund_id] = self.form.add(field, title, AmountEdit())
            edit.set_amount(amount)
            edit.setAccessibleName(f"{name}, {title}")
            edit.textChanged.connect(self._say)
            self.form.check_on_leave(field, partial(edit.amount, field))
        left = QVBoxLayout()
        left.addWidget(plain_label(_("Still there"), "field"))
        left.addWidget(self._left[fund_id])
        left.addStretch(1)
        row.addLayout(left, 1)
        both = QWidget()
        both.setLayout(row)
        self.form.add_widget(both)
        self._say()

    @Slot()
    def _say(self) -> None:
        for fund_id, (use, report) in self._typed().items():
            left = self._found[fund_id].opening - use + report
            self._left[fund_id].setText(money_text(left))

    def _typed(self) -> dict[int, tuple[Money, Money]]:
        """Return what can be read of what was typed."""
        typed = {}
        for fund_id, report in self.reports.items():
            try:
                use_amount = self.uses[fund_id].amount() or ZERO
                typed[fund_id] = (use_amount, report.amount() or ZERO)
            except RuleError:
                continue
        return typed

    @override
    def read(self) -> dict[int, tuple[Money, Money]]:
        decided = {}
        for fund_id, proposal in self._found.items():
            use_field, report_field = f"use-{fund_id}", f"report-{fund_id}"
            use = self.uses[fund_id].amount(use_field) or ZERO
            report = self.reports[fund_id].amount(report_field) or ZERO
            # Said here, where the field of this fund is known.
            if use > max(ZERO, proposal.opening):
                raise RuleError("fund.below_zero", field=use_field, amount=proposal.opening)
            if report > proposal.received:
                raise RuleError(
                    "fund.above_received", field=report_field, amount=proposal.received
                )
            decided[fund_id] = (use, report)
        return decided


def read_proposed(services: Services, year_id: int) -> list[Proposed]:
    """Read the proposals of a year with what was decided before; runs on the worker."""
    table = {x.fund.id: x for x in services.dedicated_funds.table(year_id)}
    found = []
    for one in services.dedicated_funds.proposals(year_id):
        line = table.get(one.fund.id)
        is_booked = line is not None and bool(line.uses or line.reports)
        use, report = (line.uses, line.reports) if line and is_booked else (one.use, one.report)
        found.append(Proposed(one, use, report))
    return found
