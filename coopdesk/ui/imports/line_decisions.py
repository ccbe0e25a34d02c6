"""What becomes of a line of a file: import it, leave it out, give it to somebody."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from coopdesk.domain.imports import PART_OF_PAYMENT, RowVerdict
from coopdesk.ui.contacts.choices import find_choices
from coopdesk.ui.contacts.new_on_the_way import NewOnTheWay
from coopdesk.ui.imports.sayings import KEPT, LIKE_PAYMENT, is_double
from coopdesk.ui.widgets.contact_picker import Choice, ContactPicker
from coopdesk.ui.widgets.flow_layout import FlowLayout
from coopdesk.ui.widgets.labels import set_plain_tooltip
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.import_decisions import RowDecision
    from coopdesk.domain.import_previews import PreviewLine
    from coopdesk.ui.desk import Desk

_IMPORT, _LEAVE, _KEEP = range(3)


class LineDecisions(QWidget):
    """Tells ``decided`` with what changed of the decision (names and values of its fields)."""

    decided = Signal(object)  # dict

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._line: PreviewLine | None = None
        self._is_open = True
        self._is_showing = False
        self.setAccessibleName(_("What becomes of this line?"))
        self._group = QButtonGroup(self)
        self.import_button = QRadioButton()
        self.leave_button = QRadioButton()
        set_plain_tooltip(
            self.leave_button, _("Del leaves the chosen lines out, or takes them again.")
        )
        self.keep_button = QRadioButton(_("It is another one: import it too"))
        buttons = (self.import_button, self.leave_button, self.keep_button)
        for number, button in enumerate(buttons):
            self._group.addButton(button, number)
        self._group.buttonClicked.connect(self._on_choice)
        self.picker = ContactPicker(desk.tasks, partial(find_choices, desk))
        self.picker.setAccessibleName(_("Whose it is"))
        self.picker.chosen.connect(self._on_contact)
        self.new_contact = NewOnTheWay(desk, self, self.picker)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 4, 16, 8)
        layout.setSpacing(4)
        # Beside each other where they fit: what is read above needs the height.
        choices = FlowLayout(gap=4)
        for button in buttons:
            choices.addWidget(button)
        layout.addLayout(choices)
        layout.addWidget(self.picker)

    def show_line(
        self, line: PreviewLine, decision: RowDecision, *, has_contacts: bool
    ) -> None:
        """Show what is decided of a line; nothing is told."""
        same = self._line is not None and self._line.line == line.line
        self._line = line
        refused = line.verdict is RowVerdict.REFUSED
        # A line that cannot be read is corrected, or stays out by itself; a part of a payment
        # goes with it.
        decides = not refused and line.reason != PART_OF_PAYMENT
        self.setVisible(self._is_open and decides)
        waits = is_double(line) or line.reason == KEPT
        double = waits or line.reason == LIKE_PAYMENT
        self.import_button.setText(_import_text(line))
        self.import_button.setVisible(not waits)
        self.keep_button.setVisible(double or decision.keep)
        self.leave_button.setText(
            _("It is the same: leave it out") if double else _("Leave it out")
        )
        chosen = _IMPORT
        if decision.keep:
            chosen = _KEEP
        elif line.left_out or waits:
            chosen = _LEAVE
        self._group.button(chosen).setChecked(True)
        self._show_contact(line, decision, shown=has_contacts, is_same=same)

    def _show_contact(
        self, line: PreviewLine, decision: RowDecision, *, shown: bool, is_same: bool
    ) -> None:
        shown = shown and not line.left_out
        self.picker.setVisible(shown)
        if is_same and self.picker.hasFocus() and self.picker.unmatched:
            return  # a name is being typed
        given = decision.contact_id
        choice = Choice(given, line.contact_name) if given and line.contact_name else None
        # Its own signals must go on: the cross that clears it follows them.
        self._is_showing = True
        self.picker.set_contact(choice)
        self._is_showing = False
        self.picker.setPlaceholderText(_proposed_text(line))
        set_plain_tooltip(self.picker, _proposed_text(line))

    def set_open(self, *, is_open: bool) -> None:
        """Let a person decide, or only read what was decided."""
        self._is_open = is_open
        self.setVisible(is_open)

    @Slot(QAbstractButton)
    def _on_choice(self, button: QAbstractButton) -> None:
        number = self._group.id(button)
        self.decided.emit({"leave_out": number == _LEAVE, "keep": number == _KEEP})

    @Slot(object)
    def _on_contact(self, contact_id: int | None) -> None:
        if self._is_showing:
            return
        if contact_id is not None or not self.picker.text():
            self.decided.emit({"contact_id": contact_id})


def _import_text(line: PreviewLine) -> str:
    if line.verdict is RowVerdict.SAME:
        return _("Nothing: it is known already")
    if line.verdict is RowVerdict.CHANGED:
        return _("Take over what changed")
    if line.verdict is RowVerdict.DOUBTFUL:
        return _("Import it: it waits under “To check”")
    return _("Import it")


def _proposed_text(line: PreviewLine) -> str:
    if line.contact_id is None:
        return _("Nobody is named: whose is it?")
    if line.contact_id < 0:
        return _("New contact: {name}").format(name=line.contact_name)
    return _("As proposed: {name}").format(name=line.contact_name)
