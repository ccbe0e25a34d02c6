"""What can be changed of many contacts at once, and the inputs that each change needs."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QLineEdit

from coopdesk.domain.contact_details import ConsentPurpose, OrganisationKind
from coopdesk.domain.contacts import Civility
from coopdesk.domain.errors import RuleError
from coopdesk.domain.mass_edit import (
    AddTag,
    EditedField,
    JoinGroup,
    LeaveGroup,
    RecordConsent,
    RemoveTag,
    SetCustom,
    SetField,
)
from coopdesk.ui.contacts.custom_inputs import CustomInput
from coopdesk.ui.contacts.tie_dialogs import editable_box
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.wording.formats import country_choices
from coopdesk.wording.labels import label
from coopdesk.wording.language import _
from coopdesk.wording.languages import language_choices

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Sequence

    from coopdesk.domain.custom_fields import CustomField
    from coopdesk.domain.mass_edit import MassEdit
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.widgets.form import Form

Kind = TypeVar("Kind", bound=enum.Enum)


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that may be changed: the names of its inputs, and what is read from them."""

    title: str
    inputs: tuple[str, ...]
    read: Callable[[], MassEdit]


class MassInputs:
    """Adds all inputs to a form; only those of the chosen change are shown."""

    def __init__(self, form: Form, desk: Desk, fields: Sequence[CustomField]) -> None:
        self._form = form
        self.tag = form.add("tag", _("Tag"), editable_box())
        self.text = form.add("value", _("New value"), QLineEdit(), _("Empty: takes it away."))
        self.civility = form.add("civility", _("Civility"), _labelled(Civility))
        self.kind = form.add(
            "organisation_kind", _("Kind of organisation"), _labelled(OrganisationKind)
        )
        self.country = form.add("country", _("Country"), ChoiceBox(country_choices()))
        self.language = form.add("language", _("Language"), ChoiceBox(language_choices()))
        self.group = form.add("group", _("Group"), editable_box())
        self.role = form.add("role", _("Role"), QLineEdit())
        self.purpose = form.add("purpose", _("About"), _labelled(ConsentPurpose))
        answers = [(True, _("Agrees")), (False, _("Refuses"))]
        self.given = form.add("given", _("Answer"), ChoiceBox(answers))
        self.day = form.add("day", _("On"), DayEdit(desk.today))
        self.day.set_day(desk.today())
        self.source = form.add("source", _("How it is known"), QLineEdit())
        self.own = [CustomInput(field, desk.today) for field in fields]
        for made in self.own:
            form.add(made.name, made.field.content.name, made.widget)
        self._inputs = tuple(name for name in form.fields if name != "change")
        self.changes = self._changes()

    def offer(self, tags: Sequence[str], groups: Sequence[str]) -> None:
        """Propose the tags and groups there are."""
        for box, words in ((self.tag, tags), (self.group, groups)):
            typed = box.currentText()
            box.addItems(list(words))
            box.setEditText(typed)

    def show(self, change: Change) -> None:
        """Show the inputs of a change and no others."""
        for name in self._inputs:
            self._form.fields[name].setVisible(name in change.inputs)

    def _changes(self) -> list[Change]:
        found = [
            Change(_("Add a tag"), ("tag",), lambda: AddTag(self.tag.currentText())),
            Change(_("Take a tag away"), ("tag",), lambda: RemoveTag(self.tag.currentText())),
            Change(_("Put into a group"), ("group", "role", "day"), self._join),
            Change(_("Leave a group"), ("group", "day"), self._leave),
            Change(_("Record a consent"), ("purpose", "given", "day", "source"), self._consent),
        ]
        found += [self._of_field(field) for field in EditedField]
        found += [
            Change(made.field.content.name, (made.name,), partial(_set_custom, made))
            for made in self.own
        ]
        return found

    def _of_field(self, field: EditedField) -> Change:
        coded: dict[EditedField, tuple[str, Callable[[], str]]] = {
            EditedField.CIVILITY: ("civility", lambda: self.civility.value.value),
            EditedField.ORGANISATION_KIND: ("organisation_kind", lambda: self.kind.value.value),
            EditedField.COUNTRY: ("country", lambda: self.country.value),
            EditedField.LANGUAGE: ("language", lambda: self.language.value),
        }
        name, read = coded.get(field, ("value", self.text.text))
        return Change(label(field), (name,), lambda: SetField(field, read()))

    def _day(self) -> dt.date:
        day = self.day.day("day")
        if day is None:
            raise RuleError("donation.date_missing", field="day")
        return day

    def _join(self) -> JoinGroup:
        return JoinGroup(self.group.currentText(), self.role.text(), self._day())

    def _leave(self) -> LeaveGroup:
        return LeaveGroup(self.group.currentText(), self._day())

    def _consent(self) -> RecordConsent:
        return RecordConsent(
            self.purpose.value, self.given.value, self._day(), self.source.text()
        )


def _set_custom(made: CustomInput) -> SetCustom:
    # The edit takes what is typed, not the canonical text.
    return SetCustom(made.field.id, made.typed())


def _labelled(kinds: Iterable[Kind]) -> ChoiceBox[Kind]:
    return ChoiceBox([(kind, label(kind)) for kind in kinds])
