"""The fields of a gift that its kind decides: days, what was given, what it is worth."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPushButton

from coopdesk.domain.donation_rules import HANDED_OVER, value_bases
from coopdesk.domain.donations import DonationNature, ValueBasis
from coopdesk.domain.errors import RuleError
from coopdesk.domain.gift_kinds import GiftKind, gift_kind
from coopdesk.domain.payments import PaymentMode
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.labels import label
from coopdesk.wording.language import N_, _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from coopdesk.domain.contacts import ContactKind
    from coopdesk.domain.donations import NewDonation
    from coopdesk.ui.widgets.form import Form

# How to say what was given: the receipt repeats it.
_HINT = N_("Nature and quantity.")
_HINTS = {
    DonationNature.LISTED_SHARES: N_("Which shares, and how many."),
    DonationNature.WAIVED_INCOME: N_("The income and its period: the rent of a place, fees…"),
    DonationNature.SKILLS: N_("The mission, how long it took, and who was lent for it."),
}


class KindFields(QObject):
    """Shows what a kind asks for and hides the rest; what is hidden is not read."""

    changed = Signal()

    def __init__(self, form: Form, today: Callable[[], dt.date]) -> None:
        super().__init__(form)
        self._form = form
        self._donor_kind: ContactKind | None = None
        kinds: list[tuple[GiftKind | None, str]] = [(x, label(x)) for x in GiftKind]
        self.kind: ChoiceBox[GiftKind | None] = form.add(
            "kind", _("Kind of gift"), ChoiceBox(kinds)
        )
        # The rules know nature and mode apart; the form asks for both in one.
        form.fields["nature"] = form.fields["mode"] = form.fields["kind"]
        self.note = plain_label("", "small", wrap=True)
        form.add_widget(self.note)
        self.expenses_button = QPushButton(_("Open the expense sheets"))
        self.expenses_button.setAutoDefault(False)
        form.add_widget(self.expenses_button)
        self.received_on = form.add("received_on", _("Date"), DayEdit(today), required=True)
        self.credited_on = form.add("credited_on", _("Banked on"), DayEdit(today))
        self.description = form.add(
            "description", _("What was given"), QLineEdit(), required=True
        )
        self.basis: ChoiceBox[ValueBasis] = form.add(
            "value_basis",
            _("Basis of the value"),
            ChoiceBox([(ValueBasis.NONE, "")]),
            required=True,
        )
        form.check_on_leave("received_on", partial(self.received_on.day, "received_on"))
        form.check_on_leave("credited_on", partial(self.credited_on.day, "credited_on"))
        self.kind.currentIndexChanged.connect(self.refresh)
        self.received_on.day_changed.connect(self.changed)

    @property
    def nature(self) -> DonationNature:
        """What the gift is made of."""
        kind = self.kind.value
        return DonationNature.MONEY if kind is None else kind.nature

    @property
    def mode(self) -> PaymentMode:
        """How the money came."""
        kind = self.kind.value
        return PaymentMode.OTHER if kind is None else kind.mode

    @property
    def day(self) -> dt.date | None:
        """The day of the gift, None while it cannot be read."""
        with suppress(RuleError):
            return self.received_on.day()
        return None

    def show(self, content: NewDonation) -> None:
        """Show what is known of a gift."""
        kind = gift_kind(content.nature, content.mode)
        if kind is None:
            kinds = [(x, label(x)) for x in GiftKind]
            self.kind.set_choices([(None, _("Mode not known")), *kinds])
        self.kind.choose(kind)
        self.received_on.set_day(content.received_on)
        self.credited_on.set_day(content.credited_on)
        self.description.setText(content.description)
        self.refresh()
        if content.value_basis.value and not self.basis.offers(content.value_basis):
            self.basis.set_choices([(content.value_basis, label(content.value_basis))])
        self.basis.choose(content.value_basis)

    def set_donor_kind(self, kind: ContactKind | None) -> None:
        """Offer the ways to find a value that such a donor has."""
        self._donor_kind = kind
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the fields of the chosen kind."""
        is_money = self.nature is DonationNature.MONEY
        fields = self._form.fields
        fields["amount"].set_label(_("Amount") if is_money else _("Value"))
        fields["received_on"].set_label(self._day_name())
        fields["credited_on"].setVisible(self._is_cheque)
        says_itself = self.nature is DonationNature.WAIVED_EXPENSES
        fields["description"].setVisible(not is_money and not says_itself)
        fields["description"].set_hint(_(_HINTS.get(self.nature, _HINT)))
        self._offer_bases()
        self.note.setText(_note_of(self.kind.value))
        self.note.setVisible(bool(self.note.text()))
        self.expenses_button.setVisible(self.kind.value is GiftKind.WAIVED_EXPENSES)
        self._form.folded.emit()
        self.changed.emit()

    @property
    def _is_cheque(self) -> bool:
        return self.mode is PaymentMode.CHEQUE and self.nature is DonationNature.MONEY

    def _day_name(self) -> str:
        if self.nature is not DonationNature.MONEY:
            return _("Given on")
        if self.mode in HANDED_OVER:
            return _("Handed over on")
        return _("Credited on")

    def _offer_bases(self) -> None:
        bases = value_bases(self.nature, self._donor_kind)
        real = [basis for basis in bases if basis is not ValueBasis.NONE]
        choices: list[tuple[ValueBasis, str]] = [(basis, label(basis)) for basis in real]
        if len(real) != 1:
            choices.insert(0, (ValueBasis.NONE, _("Choose…")))
        self.basis.set_choices(choices)
        self._form.fields["value_basis"].setVisible(bool(real))

    def read_days(self) -> tuple[dt.date, dt.date | None]:
        """Return the day of the gift and that of the bank; raises RuleError for its field."""
        day = self.received_on.day("received_on")
        if day is None:
            raise RuleError("donation.date_missing", field="received_on")
        return day, self.credited_on.day("credited_on") if self._is_cheque else None

    def read_basis(self) -> ValueBasis:
        """Return how the value was found; nothing where the kind asks for none."""
        is_asked = not self._form.fields["value_basis"].isHidden()
        return self.basis.value if is_asked else ValueBasis.NONE

    def clear(self) -> None:
        """Make room for the next gift of the same kind and day."""
        self.description.clear()
        self.credited_on.clear()


def _note_of(kind: GiftKind | None) -> str:
    """Say what to know before recording such a gift."""
    if kind is GiftKind.PLATFORM:
        return _(
            "Import the file of the platform rather (Bank and imports): nothing is then "
            "counted twice. Recorded here, the gift counts as paid by card."
        )
    if kind is GiftKind.WAIVED_EXPENSES:
        return _(
            "Record expenses in the tab Expense sheets: with their vouchers, the mileage scale "
            "and the signed waiver, which the gift needs as its proof."
        )
    if kind is GiftKind.SKILLS:
        return _("Only an organisation lends staff; the time of a volunteer is no gift.")
    return ""
