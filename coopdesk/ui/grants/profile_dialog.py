"""Asks what requests for grants say of the association, and nothing else here knows."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import parse_amount
from coopdesk.ui.partners.partner_dialog import add_text
from coopdesk.ui.widgets.count_edit import CountEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.language import N_, _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.grant_requests import GrantProfile

_WIDTH, _LIMIT = 560, 200
_WHO = (
    ("siret", N_("SIRET number")),
    ("short_name", N_("Short name, if it has one")),
)
_BELONGS = (
    ("approvals", N_("Approvals: which, by whom, since when")),
    ("networks", N_("Federations and networks")),
    ("legal_entities", N_("Members that are structures")),
)
_PEOPLE = (
    ("representative", N_("Legal representative")),
    ("representative_role", N_("Its role")),
    ("representative_phone", N_("Its phone")),
    ("representative_email", N_("Its e-mail")),
    ("correspondent", N_("Who follows the file")),
    ("correspondent_role", N_("Role of who follows")),
    ("correspondent_phone", N_("Phone of who follows")),
    ("correspondent_email", N_("E-mail of who follows")),
)
_COUNTS = (
    ("volunteers", N_("Volunteers")),
    ("civic_volunteers", N_("Civic service volunteers")),
    ("employees", N_("Employees")),
    ("aided_employees", N_("Employees on aided contracts")),
    ("seconded", N_("Public agents seconded to it")),
)


class ProfileDialog(FormDialog):
    """What form 12156 asks that settings do not hold; gives a ``GrantProfile``."""

    def __init__(self, known: GrantProfile, parent: QWidget) -> None:
        super().__init__(_("The association in requests for grants"), _("Save"), parent)
        self.setMinimumWidth(_WIDTH)
        self._known = known
        self.lines: dict[str, QLineEdit] = {}
        self.texts: dict[str, QPlainTextEdit] = {}
        self.counts: dict[str, CountEdit] = {}
        said = _("Asked by form 12156 and typed once: every file of a request takes it up.")
        self.form.add_widget(plain_label(said, "muted", wrap=True))
        self._add_lines(_WHO)
        for name, title in _BELONGS:
            self.texts[name] = add_text(self.form, name, _(title))
            self.texts[name].setPlainText(getattr(known, name))
        self.form.add_heading(_("People who answer for it"))
        self._add_lines(_PEOPLE)
        self._add_counts()
        self._add_full_time()
        self._add_taxes()
        self.form.is_dirty = False
        self.lines["siret"].setFocus()

    def _add_lines(self, fields: tuple[tuple[str, str], ...]) -> None:
        for name, title in fields:
            line = self.lines[name] = self.form.add(name, _(title), QLineEdit())
            line.setMaxLength(_LIMIT)
            line.setText(getattr(self._known, name))

    def _add_counts(self) -> None:
        form, known = self.form, self._known
        form.add_heading(_("Means in people"))
        for name, title in _COUNTS:
            is_counted = name == "volunteers"
            hint = _("Left empty: counted from the hours that were noted.")
            edit = CountEdit()
            self.counts[name] = form.add(name, _(title), edit, hint if is_counted else "")
            count = getattr(known, name)
            edit.set_count(count if count or is_counted else None)
            form.check_on_leave(name, partial(edit.count, name))

    def _add_full_time(self) -> None:
        edit = self.full_time = self.form.add(
            "full_time_hundredths",
            _("Full-time equivalents"),
            QLineEdit(),
            _("All employees together: 1,5 for one whole and one half post."),
        )
        edit.setMaximumWidth(120)
        edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        known = Decimal(self._known.full_time_hundredths).scaleb(-2).normalize()
        edit.setText(f"{known:f}".replace(".", ",") if known else "")
        self.form.check_on_leave("full_time_hundredths", self._full_time)

    def _full_time(self) -> int:
        """Return hundredths; raises RuleError ``grant_profile.count_wrong``."""
        if not self.full_time.text().strip():
            return 0
        try:
            return parse_amount(self.full_time.text()).cents
        except RuleError:
            field = "full_time_hundredths"
            raise RuleError("grant_profile.count_wrong", field=field) from None

    def _add_taxes(self) -> None:
        self.vat = self.form.add("has_vat", _("It is liable to VAT"), QCheckBox())
        self.vat.setChecked(self._known.has_vat)
        self.taxes = self.form.add(
            "has_commercial_taxes", _("It pays commercial taxes"), QCheckBox()
        )
        self.taxes.setChecked(self._known.has_commercial_taxes)

    @override
    def read(self) -> GrantProfile:
        counts = {name: edit.count(name) for name, edit in self.counts.items()}
        told = {name: line.text() for name, line in self.lines.items()}
        texts = {name: text.toPlainText() for name, text in self.texts.items()}
        return replace(
            self._known,
            **told,
            **texts,
            volunteers=counts["volunteers"],
            civic_volunteers=counts["civic_volunteers"] or 0,
            employees=counts["employees"] or 0,
            aided_employees=counts["aided_employees"] or 0,
            full_time_hundredths=self._full_time(),
            seconded=counts["seconded"] or 0,
            has_vat=self.vat.isChecked(),
            has_commercial_taxes=self.taxes.isChecked(),
        )
