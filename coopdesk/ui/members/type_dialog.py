"""Asks for a membership type: what it costs, whom and which days it covers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.domain.members import (
    AmountKind,
    NewMembershipType,
    PeriodKind,
    WhoMayJoin,
)
from coopdesk.domain.money import ZERO
from coopdesk.ui.members.words import HOLDER_TEXTS
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.steady_box import SteadyBox
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import enum
    from collections.abc import Iterable

    from coopdesk.domain.money import Money

    Kind = TypeVar("Kind", bound=enum.Enum)

_DAY = re.compile(r"\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*")
_NAMES_HEIGHT = 72
_SHORT = 120


class TypeDialog(FormDialog):
    """The usual fields first; those a period or an amount does not need are hidden.

    ``one`` is made on the way of something else: no other one follows.
    """

    def __init__(
        self,
        parent: QWidget,
        content: NewMembershipType | None,
        colleges: Iterable[str],
        *,
        one: bool = False,
    ) -> None:
        is_new = content is None
        super().__init__(
            _("New membership type") if is_new else _("Change the membership type"),
            _("Save"),
            parent,
            repeat_verb=_("Save and new") if is_new and not one else "",
        )
        self._add_fee()
        self._add_period()
        self._add_votes(colleges)
        self.form.fold_rest()
        self._add_rare()
        self.amount_kind.currentIndexChanged.connect(self._show_needed)
        self.period.currentIndexChanged.connect(self._show_needed)
        self.form.check_on_leave("amount", self.amount.amount)
        self.form.check_on_leave("season_starts", self._season)
        self.form.check_on_leave("months", self._months)
        self.show_content(content or NewMembershipType(name=""))

    # fields

    def _add_fee(self) -> None:
        form = self.form
        self.name = form.add(
            "name", _("Name"), QLineEdit(), _("Such as “Regular” or “Reduced”."), required=True
        )
        self.amount_kind = form.add(
            "amount_kind", _("How the fee is fixed"), _labelled(AmountKind)
        )
        self.amount = form.add("amount", _("Fee"), AmountEdit())
        holders = [(holder, _(text)) for holder, text in HOLDER_TEXTS.items()]
        self.holder = form.add("holder", _("One fee covers"), ChoiceBox(holders))
        self.who = form.add("who", _("Who may choose it"), _labelled(WhoMayJoin))

    def _add_period(self) -> None:
        form = self.form
        self.period = form.add("period", _("Days it covers"), _labelled(PeriodKind))
        hint = _("Day and month, such as 1/9.")
        self.season_starts = form.add(
            "season_starts", _("The season starts on"), QLineEdit(), hint
        )
        self.months = form.add("months", _("Number of months"), QLineEdit())
        for field in (self.season_starts, self.months):
            field.setMaximumWidth(_SHORT)

    def _add_votes(self, colleges: Iterable[str]) -> None:
        self.college = self.form.add(
            "college",
            _("College"),
            SteadyBox(),
            _("Group of members in assemblies, if your statutes have some."),
        )
        self.college.setEditable(True)
        self.college.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.college.addItems(sorted(set(colleges)))
        self.has_vote = self.form.add(
            "has_vote", _("Gives the right to vote in assemblies"), QCheckBox()
        )

    def _add_rare(self) -> None:
        form = self.form
        self.joining_fee = form.add(
            "joining_fee",
            _("Joining fee"),
            AmountEdit(),
            _("Asked for once, with the first membership."),
        )
        self.prorata = form.add(
            "prorata",
            _("Who joins during the period pays for the months left only"),
            QCheckBox(),
        )
        self.counterpart = form.add(
            "counterpart",
            _("Value of what the fee buys"),
            AmountEdit(),
            _("A magazine, entries, discounts… Leave empty when the fee buys nothing."),
        )
        self.receipt_eligible = form.add(
            "receipt_eligible",
            _("Gives right to a tax receipt"),
            QCheckBox(),
            _(
                "A fee that buys nothing is a gift for tax if the association may issue "
                "receipts. A vote or a membership card is not something bought."
            ),
        )
        self.account = form.add("account", _("Account"), QLineEdit(), _("For the accounts."))
        self.account.setMaximumWidth(_SHORT)
        self.outside_names = form.add(
            "outside_names",
            _("Names of this type on HelloAsso"),
            QPlainTextEdit(),
            _("One a line: imported fees of these names become memberships of this type."),
        )
        self.outside_names.setFixedHeight(_NAMES_HEIGHT)
        self.outside_names.setTabChangesFocus(True)

    # what it shows

    def show_content(self, content: NewMembershipType) -> None:
        """Fill the fields."""
        self.name.setText(content.name)
        self.amount_kind.choose(content.amount_kind)
        self.amount.set_amount(content.amount or None)
        self.holder.choose(content.holder)
        self.who.choose(content.who)
        self.period.choose(content.period)
        month, day = content.season_starts
        self.season_starts.setText(f"{day}/{month}")
        self.months.setText(str(content.months))
        self.college.setEditText(content.college)
        self.has_vote.setChecked(content.has_vote)
        self.joining_fee.set_amount(content.joining_fee or None)
        self.prorata.setChecked(content.prorata)
        self.counterpart.set_amount(content.counterpart or None)
        self.receipt_eligible.setChecked(content.receipt_eligible)
        self.account.setText(content.account)
        self.outside_names.setPlainText("\n".join(content.outside_names))
        self.form.is_dirty = False
        self._show_needed()
        self.name.setFocus()

    @Slot()
    def _show_needed(self) -> None:
        fields, period = self.form.fields, self.period.value
        fields["amount"].setVisible(self.amount_kind.value is not AmountKind.FREE)
        fields["season_starts"].setVisible(period is PeriodKind.SEASON)
        fields["months"].setVisible(period is PeriodKind.ROLLING)
        fields["prorata"].setVisible(
            period not in {PeriodKind.ROLLING, PeriodKind.LIFE}
            and self.amount_kind.value is not AmountKind.FREE
        )
        self.form.folded.emit()

    # what was typed

    @override
    def read(self) -> NewMembershipType:
        names = self.outside_names.toPlainText().splitlines()
        return NewMembershipType(
            name=self.name.text(),
            amount_kind=self.amount_kind.value,
            amount=_amount(self.amount, "amount"),
            holder=self.holder.value,
            who=self.who.value,
            college=self.college.currentText(),
            has_vote=self.has_vote.isChecked(),
            period=self.period.value,
            season_starts=self._season(),
            months=self._months(),
            joining_fee=_amount(self.joining_fee, "joining_fee"),
            prorata=self.prorata.isChecked() and not self.prorata.isHidden(),
            counterpart=_amount(self.counterpart, "counterpart"),
            receipt_eligible=self.receipt_eligible.isChecked(),
            account=self.account.text(),
            outside_names=tuple(name for name in names if name.strip()),
        )

    @override
    def start_again(self) -> None:
        self.name.clear()
        self.outside_names.clear()
        self.name.setFocus()

    def _season(self) -> tuple[int, int]:
        if self.period.value is not PeriodKind.SEASON:
            return 9, 1
        match = _DAY.fullmatch(self.season_starts.text())
        if match is None:
            raise RuleError("tariff.wrong_season", field="season_starts")
        return int(match[2]), int(match[1])

    def _months(self) -> int:
        if self.period.value is not PeriodKind.ROLLING:
            return 12
        text = self.months.text().strip()
        if not text.isdecimal() or len(text) > 3:
            raise RuleError("tariff.wrong_months", field="months")
        return int(text)


def _amount(edit: AmountEdit, field: str) -> Money:
    return edit.amount(field) or ZERO


def _labelled(kinds: type[Kind]) -> ChoiceBox[Kind]:
    return ChoiceBox([(kind, label(kind)) for kind in kinds])
