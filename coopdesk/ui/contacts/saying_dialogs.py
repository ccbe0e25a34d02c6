"""Small forms for what a contact said: consents, and notes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from coopdesk.domain.contact_details import ConsentPurpose, NewConsent
from coopdesk.domain.errors import RuleError
from coopdesk.ui.contacts.tie_dialogs import RemovableDialog, editable_box
from coopdesk.ui.widgets.chips import ChoiceChips
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from coopdesk.domain.contact_details import Consent, ContactNote
    from coopdesk.domain.contacts import Contact
    from coopdesk.ui.desk import Desk

_NOTE_HEIGHT = 120
# Three purposes side by side.
_CONSENT_WIDTH = 520


class ConsentDialog(FormDialog):
    """Asks what a contact agrees to or refuses, since when and how it is known.

    ``source`` is how the last one was known: papers are often entered in a row.
    """

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        contact: Contact,
        known: Mapping[ConsentPurpose, Consent],
        source: str = "",
    ) -> None:
        super().__init__(_("Consent"), _("Save"), parent)
        self.setMinimumWidth(_CONSENT_WIDTH)
        self._contact_id = contact.id
        self._known = known
        form = self.form
        form.add_widget(plain_label(contact.display_name, "strong", wrap=True))
        purposes = [(purpose, label(purpose)) for purpose in ConsentPurpose]
        self.purpose = form.add("purpose", _("About"), ChoiceChips(_("About"), purposes))
        answers = [(True, _("Agrees")), (False, _("Refuses"))]
        self.given = form.add("given", _("Answer"), ChoiceChips(_("Answer"), answers))
        self.decided_on = form.add("decided_on", _("On"), DayEdit(desk.today), required=True)
        self.decided_on.set_day(desk.today())
        self.source = form.add(
            "source", _("How it is known"), editable_box(), _("To be able to prove it later.")
        )
        self.source.addItems(
            ["", _("paper form"), _("on-line form"), _("by e-mail"), _("by phone"), _("orally")]
        )
        self.source.setEditText(source)
        form.check_on_leave("decided_on", partial(self.decided_on.day, "decided_on"))
        self.purpose.chosen.connect(self.ask_about)
        self.given.chosen.connect(self._on_chosen)

    def ask_about(self, purpose: ConsentPurpose) -> None:
        """Turn to one purpose; what is in force is shown turned round, to be changed."""
        self.purpose.choose(purpose)
        consent = self._known.get(purpose)
        self.given.choose(consent is None or not consent.content.given)
        self.given.chip(self.given.key).setFocus()

    def _on_chosen(self, _given: object) -> None:
        self.form.is_dirty = True

    @override
    def read(self) -> NewConsent:
        day = self.decided_on.day("decided_on")
        if day is None:
            raise RuleError("donation.date_missing", field="decided_on")
        return NewConsent(
            self._contact_id, self.purpose.key, self.given.key, day, self.source.currentText()
        )


class NoteDialog(RemovableDialog):
    """Changes a note; gives its text and its day."""

    def __init__(self, desk: Desk, parent: QWidget, note: ContactNote) -> None:
        super().__init__(_("Change the note"), _("Save"), parent)
        self.text = self.form.add("text", _("Note"), QPlainTextEdit(), required=True)
        self.text.setPlainText(note.content.text)
        self.text.setFixedHeight(_NOTE_HEIGHT)
        self.text.setTabChangesFocus(True)
        self.noted_on = self.form.add("noted_on", _("On"), DayEdit(desk.today), required=True)
        self.noted_on.set_day(note.content.noted_on)
        self.form.check_on_leave("noted_on", partial(self.noted_on.day, "noted_on"))
        self.offer_removal(_("Remove the note"))
        self.form.is_dirty = False
        self.text.setFocus()

    @override
    def read(self) -> tuple[str, dt.date]:
        day = self.noted_on.day("noted_on")
        if day is None:
            raise RuleError("donation.date_missing", field="noted_on")
        return self.text.toPlainText(), day
