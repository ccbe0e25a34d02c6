"""What the donor got for a gift, and the test of it as it is typed."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QLineEdit

from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import ZERO, Money
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.language import _
from coopdesk.wording.review_texts import counterpart_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopdesk.domain.counterparts import CounterpartTest
    from coopdesk.domain.donations import NewDonation
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.widgets.form import Form


class CounterpartFields(QObject):
    """Two fields and a sentence with the figures of the donor's year."""

    tested = Signal()

    def __init__(self, desk: Desk, form: Form) -> None:
        super().__init__(form)
        self.is_too_much = False
        self._desk = desk
        self._donation_id: int | None = None
        self._read: Callable[[], NewDonation] | None = None
        self.label = form.add(
            "counterpart_label",
            _("What the donor received"),
            QLineEdit(),
            _("A meal, a basket… not thanks nor a vote, which are worth nothing."),
        )
        self.amount = form.add("counterpart", _("What it is worth"), AmountEdit())
        self.test = plain_label("", "small", wrap=True)
        self.test.hide()
        form.add_widget(self.test)
        form.check_on_leave("counterpart", partial(self.amount.amount, "counterpart"))
        self.amount.textEdited.connect(self.ask)

    def follow(self, read: Callable[[], NewDonation], donation_id: int | None) -> None:
        """Test what ``read`` returns; with an id it corrects that recorded gift."""
        self._read, self._donation_id = read, donation_id

    def show(self, content: NewDonation) -> None:
        """Show what is known of a gift."""
        self.label.setText(content.counterpart_label)
        self.amount.set_amount(content.counterpart or None)

    def value(self) -> Money:
        """Return what it is worth; raises RuleError for its field."""
        return self.amount.amount("counterpart") or ZERO

    @Slot()
    def ask(self) -> None:
        """Test what was typed so far, once there is something to test."""
        draft = None
        with suppress(RuleError):
            draft = None if self._read is None else self._read()
        if draft is None or draft.donor_id is None or not _can_be_tested(draft):
            self._say("", is_too_much=False)
            return
        donations = self._desk.services.donations
        call = partial(donations.counterpart_test, draft, self._donation_id)
        self._desk.tasks.query(self, call, self._on_tested, replaces="counterpart")

    def _on_tested(self, test: CounterpartTest) -> None:
        if not self.amount.text().strip():
            return
        text = counterpart_text(test)
        if text and not test.is_passed:
            text = _("{test}: no receipt for this gift").format(test=text)
        self._say(text, is_too_much=not test.is_passed)

    def _say(self, text: str, *, is_too_much: bool) -> None:
        self.is_too_much = is_too_much
        self.test.setText(text)
        self.test.setVisible(bool(text))
        self.tested.emit()

    def clear(self) -> None:
        """Make room for the next gift."""
        self.label.clear()
        self.amount.clear()
        self._say("", is_too_much=False)


def _can_be_tested(draft: NewDonation) -> bool:
    return draft.amount > ZERO and draft.counterpart > ZERO
