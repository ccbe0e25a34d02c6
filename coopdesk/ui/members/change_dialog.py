"""Asks what is to change of a membership."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from coopdesk.domain.errors import RuleError
from coopdesk.domain.members import FOR_EVER, NewMembership, Period
from coopdesk.domain.money import ZERO
from coopdesk.ui.members.covered_people import CoveredPeople
from coopdesk.ui.members.words import fee_text
from coopdesk.ui.widgets.amount_edit import AmountEdit
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.members import Membership, MembershipType
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class ChangeStart:
    """A membership to change, with whom it may cover and the types to choose from."""

    membership: Membership
    name: str
    household: tuple[tuple[int, str], ...]
    types: tuple[MembershipType, ...]


class ChangeDialog(FormDialog):
    """Payments stay as they are; instalments go when what is due changes."""

    def __init__(self, desk: Desk, parent: QWidget, start: ChangeStart) -> None:
        super().__init__(_("Change the membership"), _("Save"), parent)
        self._content = content = start.membership.content
        form = self.form
        form.add_widget(plain_label(start.name, "strong", wrap=True))
        kinds = [
            (kind.id, f"{kind.content.name} — {fee_text(kind.content)}")
            for kind in start.types
            if not kind.archived or kind.id == content.type_id
        ]
        self.kind = form.add("type_id", _("Tariff"), ChoiceBox(kinds))
        self.fee = form.add("fee", _("Fee"), AmountEdit())
        self.joining_fee = form.add("joining_fee", _("Joining fee"), AmountEdit())
        self.started_on = form.add("started_on", _("First day"), DayEdit(desk.today))
        self.ended_on = form.add(
            "ended_on", _("Last day"), DayEdit(desk.today), _("Leave empty for life.")
        )
        self.covered = form.add("covered_ids", _("Covers"), CoveredPeople())
        self.note = form.add(
            "note",
            _("Note"),
            QLineEdit(),
            _("Tells why the fee differs from its tariff, if it does: exemption, decision…"),
        )
        self._show(content, start)
        form.check_on_leave("fee", partial(self.fee.amount, "fee"))
        form.check_on_leave("started_on", partial(self.started_on.day, "started_on"))
        form.check_on_leave("ended_on", partial(self.ended_on.day, "ended_on"))
        self.fee.setFocus()

    def _show(self, content: NewMembership, start: ChangeStart) -> None:
        self.kind.choose(content.type_id)
        self.fee.set_amount(content.fee)
        self.joining_fee.set_amount(content.joining_fee or None)
        self.started_on.set_day(content.period.start)
        self.ended_on.set_day(None if content.period.is_for_life else content.period.end)
        self.covered.show_people(start.household, content.covered_ids)
        self.form.fields["covered_ids"].setVisible(len(start.household) > 1)
        self.note.setText(content.note)

    @override
    def read(self) -> NewMembership:
        started_on = self.started_on.day("started_on")
        if started_on is None:
            raise RuleError("membership.day_missing", field="started_on")
        new = replace(
            self._content,
            type_id=self.kind.value,
            period=Period(started_on, self.ended_on.day("ended_on") or FOR_EVER),
            fee=self.fee.amount("fee") or ZERO,
            joining_fee=self.joining_fee.amount("joining_fee") or ZERO,
            covered_ids=self.covered.ids or self._content.covered_ids,
            note=self.note.text(),
        )
        # Parts that no longer add up are given up rather than guessed.
        return new if new.due == self._content.due else replace(new, instalments=())


def read_change(services: Services, membership_id: int) -> ChangeStart:
    """Read what the form shows first; runs on the worker."""
    membership = services.members.get(membership_id)
    holder = services.contacts.get(membership.content.contact_id)
    people = {holder.id: holder.display_name}
    home = services.households.of(holder.id)
    if home is not None:
        named = dict(zip(home.member_ids, home.member_names, strict=True))
        people |= {key: name for key, name in named.items() if key not in people}
    for key in membership.content.covered_ids:
        if key not in people:
            people[key] = services.contacts.get(key).display_name
    types = tuple(services.membership_types.list(archived=True))
    return ChangeStart(membership, holder.display_name, tuple(people.items()), types)
