"""Asks what was done with a grant, in the words of the official report."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from typing_extensions import override

from coopdesk.domain.grant_requests import GrantReport, GrantRequest
from coopdesk.ui.partners.partner_dialog import add_text
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.language import N_, _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.ui.desk import Desk

_WIDTH, _LIMIT = 620, 200
_ACTION = (
    ("carried_out", N_("What was done")),
    ("beneficiaries", N_("For whom, how many people")),
    ("places", N_("Where and when")),
    ("outcomes", N_("What came of it, by the measures that were announced")),
)
_FIGURES = (
    ("allocation_rule", N_("How costs of the whole association were shared out")),
    ("variances", N_("Why figures differ from what was planned")),
    ("volunteering", N_("Volunteers and things given")),
    ("observations", N_("Other remarks")),
)
_SIGNED = (
    ("signatory_name", N_("Signed by")),
    ("signatory_role", N_("In the quality of")),
    ("signed_at", N_("Signed at")),
)


class GrantReportDialog(FormDialog):
    """The words of the report; the tables come from the books. Gives a ``GrantReport``."""

    def __init__(self, desk: Desk, request: GrantRequest, parent: QWidget) -> None:
        super().__init__(_("Report on the grant"), _("Save"), parent)
        self.setMinimumWidth(_WIDTH)
        form, known = self.form, request.report
        form.add_widget(plain_label(request.content.title, "strong", wrap=True))
        said = _("The tables are filled from the books: only the words are typed here.")
        form.add_widget(plain_label(said, "muted", wrap=True))
        self.texts: dict[str, QPlainTextEdit] = {}
        for heading, fields in ((_("The action"), _ACTION), (_("The figures"), _FIGURES)):
            form.add_heading(heading)
            for name, title in fields:
                self.texts[name] = add_text(form, name, _(title))
                self.texts[name].setPlainText(getattr(known, name))
        form.add_heading(_("Who certifies it"))
        self.lines: dict[str, QLineEdit] = {}
        for name, title in _SIGNED:
            line = self.lines[name] = form.add(name, _(title), QLineEdit())
            line.setMaxLength(_LIMIT)
            line.setText(getattr(known, name))
        self.signed_on = form.add("signed_on", _("Day of signing"), DayEdit(desk.today))
        self.signed_on.set_day(known.signed_on)
        form.check_on_leave("signed_on", partial(self.signed_on.day, "signed_on"))
        form.is_dirty = False
        self.texts["carried_out"].setFocus()

    @override
    def read(self) -> GrantReport:
        return GrantReport(
            **{name: text.toPlainText() for name, text in self.texts.items()},
            **{name: line.text() for name, line in self.lines.items()},
            signed_on=self.signed_on.day("signed_on"),
        )
