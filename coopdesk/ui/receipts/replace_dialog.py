"""Shows what a replacement changes, and asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.ui.columns import Tone
from coopdesk.ui.receipts.reason_dialog import CLOCK_BEHIND
from coopdesk.ui.receipts.void_dialog import VoidOrder, about_text, reason_box
from coopdesk.ui.receipts.words import is_living
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.notice import Notice
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.errors import CoopDeskError
    from coopdesk.domain.receipts import ReceiptLine
    from coopdesk.ui.receipts.replacement import Replacement


class ReplaceDialog(FormDialog):
    """Old and new values side by side; a reason where the old receipt still counts.

    A number is taken for good: where nothing was corrected, a box is to be ticked before.
    """

    def __init__(self, replacement: Replacement, parent: QWidget) -> None:
        line = replacement.line
        title = _("Replace receipt no. {number}").format(number=line.number_text)
        super().__init__(title, _("Void and replace"), parent)
        self.setMinimumWidth(600)
        self._replacement = replacement
        self._needs_reason = is_living(line)
        self.form.add_widget(plain_label(about_text(line), wrap=True))
        self.form.add_widget(_differences(replacement))
        self.form.add_widget(_what_happens(replacement))
        self.reason = reason_box(line)
        self.same = QCheckBox(_("Issue the same receipt all the same"))
        self._ask()
        hint = _("Kept in the journal, for whoever checks the numbers.")
        self.clock_reason = self.form.add(
            "clock_reason", _("Why today's date is right"), QLineEdit(), hint
        )
        self.form.fields["clock_reason"].hide()
        for button in (self.submit_button, self.cancel_button):
            button.setAutoDefault(False)
        self.submit_button.setDefault(False)
        self.same.toggled.connect(self._refresh)
        self._refresh()

    def _ask(self) -> None:
        """Ask what is to be said; the keyboard starts there, never on what issues."""
        first: QWidget = self.cancel_button
        if not self._replacement.differences:
            first = self.same
        if self._needs_reason:
            self.form.add("reason", _("Reason"), self.reason, required=True)
            self.cancel_button.setText(_("Keep the receipt"))
            first = self.reason
        else:
            self.submit_button.setText(_("Issue the replacement"))
        if not self._replacement.differences:
            self.form.add_widget(self.same)
        first.setFocus()

    @Slot()
    def _refresh(self) -> None:
        is_wanted = bool(self._replacement.differences) or self.same.isChecked()
        self.submit_button.setEnabled(self._replacement.has_gifts and is_wanted)

    @override
    def read(self) -> VoidOrder:
        reason = self.reason.currentText().strip() if self._needs_reason else ""
        if self._needs_reason and not reason:
            raise RuleError("receipt.reason_missing", field="reason")
        line = self._replacement.line
        return VoidOrder(line.id, reason, self.clock_reason.text().strip())

    @override
    def show_error(self, error: CoopDeskError) -> None:
        if error.code == CLOCK_BEHIND:
            self.form.fields["clock_reason"].show()
        super().show_error(error)


def _differences(replacement: Replacement) -> QWidget:
    """Return a card with what is printed now and what will be."""
    if not replacement.differences:
        notice = Notice()
        notice.say(
            Tone.INFO,
            _("Nothing was corrected since: the replacement would say the same."),
            _correct_first(replacement.line),
        )
        return notice
    card = QFrame()
    card.setProperty("kind", "card")
    grid = QGridLayout(card)
    grid.setContentsMargins(16, 12, 16, 12)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    for column, text in enumerate((_("Until now"), _("From now on")), 1):
        grid.addWidget(plain_label(text, "field"), 0, column)
        grid.setColumnStretch(column, 1)
    top = Qt.AlignmentFlag.AlignTop
    for row, one in enumerate(replacement.differences, 1):
        grid.addWidget(plain_label(one.name, "muted"), row, 0, top)
        for column, text in enumerate((one.before, one.after), 1):
            grid.addWidget(plain_label(text or "—", wrap=True), row, column, top)
    return card


def _correct_first(line: ReceiptLine) -> str:
    """Name what can be corrected: a gift on a living receipt is locked."""
    if is_living(line):
        return _("Correct the contact or the profile first, then come back.")
    return _("Correct the gift, the contact or the profile first, then come back.")


def _what_happens(replacement: Replacement) -> Notice:
    notice = Notice()
    if not replacement.has_gifts:
        notice.say(
            Tone.ATTENTION,
            _("No gift is left: there is nothing to replace."),
            _("Void the receipt instead."),
        )
        return notice
    number = replacement.line.number_text
    notice.say(
        Tone.ATTENTION,
        _("This cannot be taken back."),
        "\n".join(
            (
                _("A new receipt takes the next number and today's date."),
                _("It says “Annule et remplace le reçu n° {number}”.").format(number=number),
            )
        ),
    )
    return notice
