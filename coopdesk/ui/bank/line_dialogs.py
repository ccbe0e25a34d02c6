"""Small questions about lines of statements: why one is set aside, whose it is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.money import total
from coopdesk.ui.bank.words import line_said, signed_text
from coopdesk.ui.contacts.choices import find_choices
from coopdesk.ui.contacts.new_on_the_way import NewOnTheWay
from coopdesk.ui.widgets.contact_picker import Choice, ContactPicker
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.formats import number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.bank_lists import StatementRow
    from coopdesk.ui.desk import Desk

_NOTE_LIMIT = 200


def lines_said(rows: Sequence[StatementRow]) -> str:
    """Return the one line, or how many there are and what they add up to."""
    if len(rows) == 1:
        return line_said(rows[0])
    text = ngettext("{count} line, {amount}", "{count} lines, {amount}", len(rows))
    amount = signed_text(total(row.amount for row in rows))
    return text.format(count=number_text(len(rows)), amount=amount)


class AsideDialog(FormDialog):
    """Asks why lines are no business of the books; an empty answer will do."""

    def __init__(self, rows: Sequence[StatementRow], parent: QWidget) -> None:
        super().__init__(_("Put it aside"), _("Put it aside"), parent)
        self.form.add_widget(plain_label(lines_said(rows), "strong", wrap=True))
        self.note = self.form.add(
            "note",
            _("Why"),
            QLineEdit(),
            _("Lines put aside wait no longer; the state of reconciliation names them."),
        )
        self.note.setMaxLength(_NOTE_LIMIT)
        self.note.setText(rows[0].note)
        self.note.setFocus()

    @override
    def read(self) -> str:
        return self.note.text().strip()


class WhoseDialog(FormDialog):
    """Asks who paid or was paid; nobody is an answer too."""

    def __init__(self, desk: Desk, rows: Sequence[StatementRow], parent: QWidget) -> None:
        super().__init__(_("Whose is it?"), _("Save"), parent)
        self.form.add_widget(plain_label(lines_said(rows), "strong", wrap=True))
        picker = ContactPicker(desk.tasks, partial(find_choices, desk))
        self.new_contact = NewOnTheWay(desk, self, picker)
        self.contact = self.form.add("contact_id", _("Contact"), picker)
        first = rows[0]
        if first.contact_id is not None:
            picker.set_contact(Choice(first.contact_id, first.contact_name))
        picker.lead_to(self.submit_button)
        self.form.check_on_leave("contact_id", self._check)
        picker.setFocus()

    def _check(self) -> None:
        self.contact.refuse_unmatched("entry.contact_not_chosen", "contact_id")

    @override
    def read(self) -> int | None:
        self._check()
        return self.contact.contact_id()
