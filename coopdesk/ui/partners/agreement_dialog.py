"""Asks for an agreement: with whom, from when to when, how it ends and who signs it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from coopdesk.domain.agreement_terms import due_of, term_on
from coopdesk.domain.agreements import (
    Agreement,
    AgreementKind,
    AgreementState,
    NewAgreement,
    Renewal,
)
from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.errors import RuleError
from coopdesk.ui.contacts.choices import find_organisations
from coopdesk.ui.contacts.new_on_the_way import NewOnTheWay
from coopdesk.ui.partners.partner_dialog import add_text
from coopdesk.ui.partners.signatory_rows import SignatoryRows
from coopdesk.ui.partners.signers import read_signers
from coopdesk.ui.widgets.activity_box import add_activity
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.contact_picker import Choice, ContactPicker
from coopdesk.ui.widgets.count_edit import CountEdit
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.tab_order import follow_reading
from coopdesk.wording.labels import label
from coopdesk.wording.language import _
from coopdesk.wording.partner_dues import step_text, term_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from coopdesk.ui.desk import Desk

_LIMIT, _WIDTH = 200, 560


class AgreementDialog(FormDialog):
    """A partner and a title are enough; gives a ``NewAgreement``.

    ``chosen`` is the partner that is asked about, ``agreement`` the known one.
    """

    def __init__(
        self,
        desk: Desk,
        activities: Sequence[tuple[int, str]],
        agreement: Agreement | None,
        chosen: Choice | None,
        parent: QWidget,
    ) -> None:
        is_new = agreement is None
        super().__init__(
            _("New agreement") if is_new else _("Change the agreement"),
            _("Save"),
            parent,
        )
        self.setMinimumWidth(_WIDTH)  # a row of who signs holds three fields
        self._desk = desk
        self._agreement = agreement
        self._known = agreement.content if agreement is not None else NewAgreement(0, "")
        self._add_identity()
        self._add_days()
        self._add_end()
        self._add_people()
        self.form.fold_rest()
        self._add_rest(activities)
        self._fill(chosen)
        self._watch()
        self._show_renewal()
        self._order_fields()
        self.people.resized.connect(self._order_fields)
        self.form.is_dirty = False
        (self.partner if self.partner.contact_id() is None else self.title).setFocus()

    # building

    def _add_identity(self) -> None:
        form, desk = self.form, self._desk
        self.partner = form.add(
            "contact_id",
            _("Partner"),
            ContactPicker(desk.tasks, partial(find_organisations, desk)),
            _("A structure that is no partner yet becomes one."),
            required=True,
        )
        self.new_partner = NewOnTheWay(desk, self, self.partner)
        self.new_partner.kind = ContactKind.ORGANISATION
        self.title = form.add("title", _("Title"), QLineEdit(), required=True)
        self.title.setMaxLength(_LIMIT)
        self.partner.lead_to(self.title)
        kinds = [(one, label(one)) for one in AgreementKind]
        self.kind = form.add("kind", _("Kind"), ChoiceBox[AgreementKind](kinds))

    def _add_days(self) -> None:
        form, today = self.form, self._desk.today
        self.starts_on = form.add("starts_on", _("First day"), DayEdit(today))
        self.ends_on = form.add(
            "ends_on",
            _("Last day"),
            DayEdit(today),
            _("Left empty, it runs until one of the two ends it."),
        )
        states = (AgreementState.DRAFT, AgreementState.SENT, AgreementState.SIGNED)
        offered = [(one, label(one)) for one in states]
        self.state = form.add(
            "state", _("How far the agreement is"), ChoiceBox[AgreementState](offered)
        )
        self.signed_on = form.add("signed_on", _("Signed on"), DayEdit(today), required=True)
        for name, day in (
            ("starts_on", self.starts_on),
            ("ends_on", self.ends_on),
            ("signed_on", self.signed_on),
        ):
            form.check_on_leave(name, partial(day.day, name))

    def _add_end(self) -> None:
        form = self.form
        self._end_heading = form.add_heading(_("At its end"))
        ways = [(one, label(one)) for one in Renewal]
        self.renewal = form.add("renewal", _("What happens"), ChoiceBox[Renewal](ways))
        self.renewal_months = form.add(
            "renewal_months",
            _("Renewed for so many months"),
            CountEdit(),
            _("Left empty: as long as the first time."),
        )
        self.notice_months = form.add("notice_months", _("Months of notice"), CountEdit())
        self.notice_days = form.add("notice_days", _("Days of notice"), CountEdit())
        for name, count in (
            ("renewal_months", self.renewal_months),
            ("notice_months", self.notice_months),
            ("notice_days", self.notice_days),
        ):
            form.check_on_leave(name, partial(count.count, name))
        self.said = plain_label("", "strong", wrap=True)
        form.add_widget(self.said)

    def _add_people(self) -> None:
        self.form.add_heading(_("Who signs"))
        hint = _(
            "The first letters of a name, or the down arrow, propose the people of the partner "
            "and who signed before."
        )
        self.people = self.form.add("signatories", _("Who signs"), SignatoryRows(), hint)
        self.form.fields["signatories"].hide_label()
        self.people.resized.connect(self.form.folded)
        self.partner.chosen.connect(self._on_partner)

    @Slot()
    def _order_fields(self) -> None:
        """Let Tab pass who signs before what is folded: those rows were made last."""
        follow_reading(self.form, self.cancel_button, self.submit_button)

    @Slot(object)
    def _on_partner(self, contact_id: int | None) -> None:
        call = partial(read_signers, self._desk.services, contact_id)
        self._desk.tasks.query(self, call, self.people.offer, replaces="signers")

    def _add_rest(self, activities: Sequence[tuple[int, str]]) -> None:
        form = self.form
        self.purpose = add_text(form, "purpose", _("In one sentence"))
        self.reference = form.add("reference", _("Reference"), QLineEdit())
        self.activity = add_activity(form, activities)
        self.note = add_text(form, "note", _("Note"))

    # filling

    def _fill(self, chosen: Choice | None) -> None:
        known = self._known
        if self._agreement is not None:
            chosen = Choice(known.contact_id, self._agreement.partner_name)
        if chosen is not None:
            self.partner.set_contact(chosen)
        self.title.setText(known.title)
        self.kind.choose(known.kind)
        self.state.choose(known.state)
        self.starts_on.set_day(known.starts_on)
        self.ends_on.set_day(known.ends_on)
        self.signed_on.set_day(known.signed_on)
        self.renewal.choose(known.renewal)
        self.renewal_months.set_count(known.renewal_months)
        self.notice_months.set_count(known.notice_months or None)
        self.notice_days.set_count(known.notice_days or None)
        self.people.show_all(known.signatories)
        self.reference.setText(known.reference)
        self.activity.choose(known.activity_id)
        self.purpose.setPlainText(known.purpose)
        self.note.setPlainText(known.note)

    def _watch(self) -> None:
        for box in (self.state, self.renewal):
            box.currentIndexChanged.connect(self._show_renewal)
        for line in (
            self.starts_on,
            self.ends_on,
            self.signed_on,
            self.renewal_months,
            self.notice_months,
            self.notice_days,
        ):
            line.textChanged.connect(self._show_renewal)

    @property
    def _is_ended(self) -> bool:
        return self._known.state is AgreementState.ENDED

    @Slot()
    def _show_renewal(self) -> None:
        """Ask only for what means something, and say what the days come to."""
        fields = self.form.fields
        is_signed = self.state.value is AgreementState.SIGNED
        # One that was ended stays so: there are commands for that.
        fields["state"].setVisible(not self._is_ended)
        fields["signed_on"].setVisible(is_signed or self._is_ended)
        goes_on = self.renewal.value is not Renewal.NONE
        fields["renewal_months"].setVisible(goes_on)
        said = self._in_words()
        self.said.setText(said)
        self.said.setVisible(bool(said))

    def _in_words(self) -> str:
        """Say by when notice must come, as far as the fields can be read."""
        with suppress(RuleError):
            new = replace(self._read_days(), state=AgreementState.SIGNED)
            if new.starts_on and new.ends_on and new.ends_on >= new.starts_on:
                today, asked = self._desk.today(), Agreement(0, new, "")
                due = due_of(asked, today)
                if due is not None:
                    term, said = term_text(term_on(asked, today)), step_text(due, today)
                    return _("Term {days} · {what}").format(days=term, what=said)
        return ""

    # reading

    def _read_days(self) -> NewAgreement:
        goes_on = self.renewal.value is not Renewal.NONE
        months = self.renewal_months.count("renewal_months") if goes_on else None
        return replace(
            self._known,
            starts_on=self.starts_on.day("starts_on"),
            ends_on=self.ends_on.day("ends_on"),
            renewal=self.renewal.value,
            renewal_months=months or None,
            notice_months=self.notice_months.count("notice_months") or 0,
            notice_days=self.notice_days.count("notice_days") or 0,
        )

    @override
    def read(self) -> NewAgreement:
        contact_id = self.partner.contact_id()
        if contact_id is None:
            code = "partner.contact_unmatched" if self.partner.unmatched else ""
            raise RuleError(code or "partner.contact_missing", field="contact_id")
        state = AgreementState.ENDED if self._is_ended else self.state.value
        return replace(
            self._read_days(),
            contact_id=contact_id,
            title=self.title.text(),
            kind=self.kind.value,
            state=state,
            reference=self.reference.text(),
            signed_on=self.signed_on.day("signed_on"),
            activity_id=self.activity.value,
            purpose=self.purpose.toPlainText(),
            note=self.note.toPlainText(),
            signatories=self.people.read(),
        )
