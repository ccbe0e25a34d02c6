"""What a membership costs, in the form of a new one: the fee, an exemption, the joining fee."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit

from coopdesk.domain.errors import RuleError
from coopdesk.domain.members import AmountKind
from coopdesk.domain.money import ZERO, Money
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.members import NewMembershipType
    from coopdesk.domain.membership_lists import Proposal
    from coopdesk.ui.widgets.form import Form

_OPEN = frozenset({AmountKind.MINIMUM, AmountKind.SUGGESTED})


class FeeFields(QObject):
    """A fixed fee is only read, until another amount is asked for and the reason told."""

    changed = Signal()

    def __init__(self, form: Form) -> None:
        super().__init__(form)
        self._form = form
        self._asked = ZERO
        self._kind: NewMembershipType | None = None
        self.fee = form.add("fee", _("Fee"), AmountEdit())
        self.is_other = form.add("is_other", _("Another amount (exemption…)"), QCheckBox())
        self.reason = form.add(
            "reason",
            _("Why another amount"),
            QLineEdit(),
            _("Noted with the membership: hard times, decision of the board…"),
            required=True,
        )
        self.joining_fee = form.add("joining_fee", _("Joining fee"), AmountEdit())
        self.fee.textChanged.connect(self.changed)
        self.joining_fee.textChanged.connect(self.changed)
        self.is_other.toggled.connect(self._on_other)
        form.check_on_leave("fee", partial(self.fee.amount, "fee"))
        form.check_on_leave("reason", self.read_reason)

    # what is shown

    def ask(self, kind: NewMembershipType, proposal: Proposal | None) -> None:
        """Propose what a type asks of anybody, or of the contact who joins."""
        free = kind.amount_kind is AmountKind.FREE
        fee, joining = ZERO if free else kind.amount, kind.joining_fee
        if proposal is not None:
            fee, joining = proposal.fee, proposal.joining_fee
        self._asked = fee
        if not self.is_other.isChecked():
            self.fee.set_amount(fee)
        self.joining_fee.set_amount(joining or None)

    def show_needed(self, kind: NewMembershipType | None) -> None:
        """Show the fields that have a meaning for this type."""
        if kind is not self._kind:
            self._kind = kind
            self.is_other.setChecked(False)
        is_fixed = kind is not None and kind.amount_kind is AmountKind.FIXED
        is_other = is_fixed and self.is_other.isChecked()
        self.fee.setEnabled(kind is None or kind.amount_kind in _OPEN or is_other)
        fields = self._form.fields
        fields["is_other"].setVisible(is_fixed)
        fields["reason"].setVisible(is_other)
        fields["joining_fee"].setVisible(kind is not None and bool(kind.joining_fee))

    @Slot(bool)
    def _on_other(self, is_other: bool) -> None:  # noqa: FBT001 (slot of a Qt signal)
        if not is_other:
            self.fee.set_amount(self._asked)
            self.reason.clear()
        self.changed.emit()
        if is_other:
            self.fee.setFocus(Qt.FocusReason.OtherFocusReason)
            self.fee.selectAll()

    # what was typed

    @property
    def due(self) -> Money:
        """All that is asked for, as far as it can be read."""
        return readable(self.fee) + self.joining

    @property
    def joining(self) -> Money:
        """The joining fee as far as it can be read; nothing for a type without one."""
        hidden = self._form.fields["joining_fee"].isHidden()
        return ZERO if hidden else readable(self.joining_fee)

    def read(self) -> tuple[Money, Money]:
        """Return fee and joining fee; raises RuleError for what cannot be read."""
        fee, joining = self.fee.amount("fee"), self.joining_fee.amount("joining_fee")
        return fee or ZERO, (joining or ZERO) if self.joining else ZERO

    def read_reason(self) -> str:
        """Return why the fee is another one, empty for the usual fee.

        Raises:
            RuleError: ``membership.reason_missing``.
        """
        kind = self._kind
        if kind is None or not self.is_other.isChecked() or readable(self.fee) == self._asked:
            return ""
        reason = self.reason.text().strip()
        if not reason:
            raise RuleError("membership.reason_missing", field="reason", amount=self._asked)
        return reason

    def clear(self) -> None:
        """Ask for the usual fee again."""
        self.is_other.setChecked(False)


def readable(edit: AmountEdit) -> Money:
    """Return an amount as far as it can be read."""
    try:
        return edit.amount() or ZERO
    except RuleError:
        return ZERO
