"""Completes what the form of companies asks of a donor: its legal form and its SIREN."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.domain.identifiers import check_siren
from coopdesk.ui.receipts.address_dialog import AddressChange
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.contacts import Contact

_USUAL_FORMS = ("SARL", "SAS", "SASU", "SA", "EURL", "SCOP", "SCIC", "SNC", "EI")


class CompanyDialog(FormDialog):
    """Two fields; the one that is missing has the focus."""

    def __init__(self, contact: Contact, parent: QWidget) -> None:
        super().__init__(_("Complete the company"), _("Save"), parent)
        self._contact = contact
        profile = contact.profile
        self.form.add_widget(plain_label(contact.display_name, "heading", wrap=True))
        self.legal_form = QComboBox()
        self.legal_form.setEditable(True)
        self.legal_form.addItems(_USUAL_FORMS)
        self.legal_form.setCurrentText(profile.legal_form)
        self.form.add("legal_form", _("Legal form"), self.legal_form, required=True)
        hint = _("Nine digits, on the invoices of the company or on annuaire-entreprises.")
        self.siren = self.form.add("siren", _("SIREN"), QLineEdit(profile.siren), hint)
        self.siren.setMaximumWidth(200)
        self.form.check_on_leave("siren", self._siren)
        (self.siren if profile.legal_form else self.legal_form).setFocus()

    def _siren(self) -> str:
        text = self.siren.text().strip()
        return check_siren(text) if text else ""

    @override
    def read(self) -> AddressChange:
        legal_form = self.legal_form.currentText().strip()
        if not legal_form:
            raise RuleError("receipt.legal_form_missing", field="legal_form")
        profile = replace(self._contact.profile, legal_form=legal_form, siren=self._siren())
        return AddressChange(self._contact.id, profile)
