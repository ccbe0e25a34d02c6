"""Asks for a commitment: who owes what to whom, by when, and whether it comes back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from coopdesk.domain.agreements import AgreementFilter, Side
from coopdesk.domain.commitments import Commitment, CommitmentKind, NewCommitment
from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.errors import RuleError
from coopdesk.ui.contacts.choices import find_organisations
from coopdesk.ui.contacts.new_on_the_way import NewOnTheWay
from coopdesk.ui.inventory.times import TimeEdit, minutes_text
from coopdesk.ui.partners.partner_dialog import add_text
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.contact_picker import Choice, ContactPicker
from coopdesk.ui.widgets.count_edit import CountEdit
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coopdesk.domain.agreements import Agreement
    from coopdesk.ui.desk import Desk

_LIMIT = 200
_WORTH = frozenset(
    {
        CommitmentKind.MONEY,
        CommitmentKind.ROOM,
        CommitmentKind.GOODS,
        CommitmentKind.HOURS,
        CommitmentKind.OTHER,
    }
)


@dataclass(frozen=True, slots=True)
class Start:
    """What is known before a new commitment is typed: with whom, in which, and who owes.

    ``grant_request_id`` is the grant of which it is a condition.
    """

    partner: Choice | None = None
    agreement_id: int | None = None
    side: Side = Side.THEIRS
    grant_request_id: int | None = None


class CommitmentDialog(FormDialog):
    """Who owes what to whom by when; gives a ``NewCommitment``."""

    def __init__(
        self, desk: Desk, commitment: Commitment | None, start: Start, parent: QWidget
    ) -> None:
        is_new = commitment is None
        super().__init__(
            _("New commitment") if is_new else _("Change the commitment"),
            _("Save"),
            parent,
            repeat_verb=_("Save and new") if is_new else "",
        )
        self._desk = desk
        self._wanted_agreement = start.agreement_id
        self._known = NewCommitment(0, start.side, "", grant_request_id=start.grant_request_id)
        if commitment is not None:
            self._known = commitment.content
            self._wanted_agreement = commitment.content.agreement_id
            start = Start(Choice(self._known.contact_id, commitment.partner_name))
        self._add_what()
        self._add_when()
        self._fill(start.partner)
        self.kind.currentIndexChanged.connect(self._show_worth)
        self._show_worth()
        self.form.is_dirty = False
        (self.partner if start.partner is None else self.text).setFocus()

    def _add_what(self) -> None:
        form, desk = self.form, self._desk
        sides = [(one, label(one)) for one in Side]
        self.side = form.add("side", _("Who owes"), ChoiceBox[Side](sides))
        self.partner = form.add(
            "contact_id",
            _("Partner"),
            ContactPicker(desk.tasks, partial(find_organisations, desk)),
            required=True,
        )
        self.new_partner = NewOnTheWay(desk, self, self.partner)
        self.new_partner.kind = ContactKind.ORGANISATION
        self.partner.chosen.connect(self._on_partner)
        none: list[tuple[int | None, str]] = [(None, _("outside any agreement"))]
        self.agreement = form.add("agreement_id", _("Agreement"), ChoiceBox[int | None](none))
        self.text = form.add("text", _("What is promised"), QLineEdit(), required=True)
        self.text.setMaxLength(_LIMIT)
        self.partner.lead_to(self.text)
        kinds = [(one, label(one)) for one in CommitmentKind]
        self.kind = form.add("kind", _("Kind"), ChoiceBox[CommitmentKind](kinds))
        self.amount = form.add("amount", _("Worth"), AmountEdit())
        self.time = form.add("minutes", _("Hours promised"), TimeEdit())
        form.check_on_leave("amount", self.amount.amount)
        form.check_on_leave("minutes", self._minutes)

    def _add_when(self) -> None:
        form = self.form
        self.due_on = form.add("due_on", _("Until when"), DayEdit(self._desk.today))
        form.check_on_leave("due_on", partial(self.due_on.day, "due_on"))
        self.repeat = form.add(
            "repeat_months",
            _("Comes back every so many months"),
            CountEdit(),
            _("Kept once, the next one is written by itself: 12 for once a year."),
        )
        form.check_on_leave("repeat_months", partial(self.repeat.count, "repeat_months"))
        self.note = add_text(form, "note", _("Note"))

    def _fill(self, partner: Choice | None) -> None:
        known = self._known
        self.side.choose(known.side)
        self.text.setText(known.text)
        self.kind.choose(known.kind)
        self.amount.set_amount(known.amount)
        self.time.setText(minutes_text(known.minutes) if known.minutes else "")
        self.due_on.set_day(known.due_on)
        self.repeat.set_count(known.repeat_months)
        self.note.setPlainText(known.note)
        self.form.fields["agreement_id"].hide()
        if partner is not None:
            self.partner.set_contact(partner)

    @Slot(object)
    def _on_partner(self, contact_id: int | None) -> None:
        """Offer the agreements of the partner, once there is one."""
        if contact_id is None:
            self._offer([])
            return
        wanted = AgreementFilter(contact_id=contact_id)
        call = partial(self._desk.services.agreements.all, wanted)
        self._desk.tasks.query(self, call, self._offer, replaces="agreements")

    def _offer(self, agreements: list[Agreement]) -> None:
        none: list[tuple[int | None, str]] = [(None, _("outside any agreement"))]
        self.agreement.set_choices([*none, *((x.id, x.content.title) for x in agreements)])
        self.agreement.choose(self._wanted_agreement)
        self.form.fields["agreement_id"].setVisible(bool(agreements))

    @Slot()
    def _show_worth(self) -> None:
        kind = self.kind.value
        self.form.fields["amount"].setVisible(kind in _WORTH)
        self.form.fields["minutes"].setVisible(kind is CommitmentKind.HOURS)

    def _minutes(self) -> int | None:
        return self.time.minutes() or None

    @override
    def start_again(self) -> None:
        # With whom and who owes stays: what an agreement says is typed in one go.
        for field in (self.text, self.amount, self.time, self.due_on, self.repeat, self.note):
            field.clear()
        self.text.setFocus()

    @override
    def read(self) -> NewCommitment:
        contact_id = self.partner.contact_id()
        if contact_id is None:
            code = "partner.contact_unmatched" if self.partner.unmatched else ""
            raise RuleError(code or "partner.contact_missing", field="contact_id")
        kind = self.kind.value
        return replace(
            self._known,
            contact_id=contact_id,
            side=self.side.value,
            text=self.text.text(),
            kind=kind,
            amount=self.amount.amount() if kind in _WORTH else None,
            minutes=self._minutes() if kind is CommitmentKind.HOURS else None,
            due_on=self.due_on.day("due_on"),
            repeat_months=self.repeat.count("repeat_months") or None,
            agreement_id=self.agreement.value,
            note=self.note.toPlainText(),
        )
