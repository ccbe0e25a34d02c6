"""Small forms for what is tied to a contact: structures, groups, household, tags."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QPushButton, QWidget
from typing_extensions import override

from coopdesk.domain.contact_details import NewAffiliation, NewGroupMember
from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.errors import RuleError
from coopdesk.ui.contacts.choices import find_organisations, find_persons
from coopdesk.ui.contacts.new_on_the_way import NewOnTheWay
from coopdesk.ui.widgets.contact_picker import Choice, ContactPicker
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.form_dialog import FormDialog
from coopdesk.ui.widgets.labels import plain_label
from coopdesk.ui.widgets.steady_box import SteadyBox
from coopdesk.ui.widgets.tag_edit import TagEdit
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopdesk.domain.addresses import PostalAddress
    from coopdesk.domain.contact_details import Affiliation, GroupMember, Household
    from coopdesk.domain.contacts import Contact
    from coopdesk.ui.desk import Desk


class RemovableDialog(FormDialog):
    """A form of something that may also be removed: the button stands apart, at the left."""

    removal_wanted = Signal()

    def offer_removal(self, text: str) -> None:
        """Show the button that removes it."""
        self.remove_button = QPushButton(text)
        self.remove_button.setAutoDefault(False)
        self.remove_button.clicked.connect(self.removal_wanted)
        self.buttons.insertWidget(0, self.remove_button)


class TieDialog(RemovableDialog):
    """Ties a person to a structure, from the side of either; gives a ``NewAffiliation``."""

    def __init__(
        self, desk: Desk, parent: QWidget, contact: Contact, known: Affiliation | None = None
    ) -> None:
        self._is_person = contact.profile.kind is ContactKind.PERSON
        title = _("Tie to a structure") if self._is_person else _("Tie a person")
        super().__init__(title if known is None else _("Change the tie"), _("Save"), parent)
        self._contact = contact
        form = self.form
        form.add_widget(plain_label(contact.display_name, "strong", wrap=True))
        find = find_organisations if self._is_person else find_persons
        name = _("Structure") if self._is_person else _("Person")
        field = "organisation_id" if self._is_person else "person_id"
        picker = ContactPicker(desk.tasks, partial(find, desk))
        self.other = form.add(field, name, picker, required=True)
        self.new_contact = NewOnTheWay(desk, self, picker)
        if self._is_person:
            self.new_contact.kind = ContactKind.ORGANISATION
        self.role = form.add(
            "role", _("Role"), QLineEdit(), _("Chair, employee, contact for the gardens…")
        )
        picker.lead_to(self.role)
        self.started_on = form.add("started_on", _("Since"), DayEdit(desk.today))
        self.ended_on = form.add("ended_on", _("Until"), DayEdit(desk.today))
        form.check_on_leave("started_on", partial(self.started_on.day, "started_on"))
        form.check_on_leave("ended_on", partial(self.ended_on.day, "ended_on"))
        if known is None:
            self.other.setFocus()
        else:
            self._show(known)
        desk.tasks.query(self, desk.services.affiliations.roles, self._on_roles)

    def _show(self, known: Affiliation) -> None:
        content = known.content
        choice = Choice(content.organisation_id, known.organisation_name)
        if not self._is_person:
            choice = Choice(content.person_id, known.person_name)
        self.other.set_contact(choice)
        self.role.setText(content.role)
        self.started_on.set_day(content.started_on)
        self.ended_on.set_day(content.ended_on)
        self.offer_removal(_("Remove the tie"))
        self.role.setFocus()

    def _on_roles(self, roles: list[str]) -> None:
        complete_from(self.role, roles)

    @override
    def read(self) -> NewAffiliation:
        other = self.other.contact_id()
        if other is None:
            if self._is_person:
                raise RuleError("affiliation.organisation_wanted", field="organisation_id")
            raise RuleError("affiliation.person_wanted", field="person_id")
        ends = (self._contact.id, other) if self._is_person else (other, self._contact.id)
        return NewAffiliation(
            *ends,
            role=self.role.text(),
            started_on=self.started_on.day("started_on"),
            ended_on=self.ended_on.day("ended_on"),
        )


class GroupDialog(RemovableDialog):
    """Lets a contact take part in a group; gives a ``NewGroupMember``."""

    def __init__(
        self, desk: Desk, parent: QWidget, contact: Contact, known: GroupMember | None = None
    ) -> None:
        title = _("Put into a group") if known is None else _("Change the part in the group")
        super().__init__(title, _("Save"), parent)
        self._contact = contact
        form = self.form
        form.add_widget(plain_label(contact.display_name, "strong", wrap=True))
        self.group = form.add(
            "group",
            _("Group"),
            editable_box(),
            _("Choose one, or type the name of a new one."),
            required=True,
        )
        self.role = form.add("role", _("Role"), QLineEdit())
        self.started_on = form.add("started_on", _("Since"), DayEdit(desk.today))
        self.ended_on = form.add("ended_on", _("Until"), DayEdit(desk.today))
        form.check_on_leave("started_on", partial(self.started_on.day, "started_on"))
        form.check_on_leave("ended_on", partial(self.ended_on.day, "ended_on"))
        if known is None:
            self.group.setFocus()
        else:
            self._show(known)
        groups = desk.services.groups
        desk.tasks.query(self, lambda: [x.name for x in groups.all()], self._on_groups)

    def _show(self, known: GroupMember) -> None:
        content = known.content
        self.group.setEditText(content.group)
        self.role.setText(content.role)
        self.started_on.set_day(content.started_on)
        self.ended_on.set_day(content.ended_on)
        self.offer_removal(_("Remove from the group"))
        self.ended_on.setFocus()

    def _on_groups(self, names: list[str]) -> None:
        typed = self.group.currentText()
        self.group.addItems(names)
        self.group.setEditText(typed)

    @override
    def read(self) -> NewGroupMember:
        return NewGroupMember(
            self._contact.id,
            self.group.currentText(),
            role=self.role.text(),
            started_on=self.started_on.day("started_on"),
            ended_on=self.ended_on.day("ended_on"),
        )


class HouseholdDialog(FormDialog):
    """Chooses who lives with a contact, and the name on letters: gives both."""

    def __init__(
        self, desk: Desk, parent: QWidget, contact: Contact, known: Household | None = None
    ) -> None:
        title = _("Make a household") if known is None else _("Change the household")
        super().__init__(title, _("Save"), parent)
        self._desk = desk
        self._contact = contact
        self._is_named = known is not None
        form = self.form
        who = contact.display_name if known is None else ", ".join(known.member_names)
        form.add_widget(plain_label(who, "strong", wrap=True))
        picker = ContactPicker(desk.tasks, partial(find_persons, desk))
        self.other = form.add(
            "contact_ids",
            _("Lives with") if known is None else _("One more person"),
            picker,
            _all_together(),
            required=known is None,
        )
        self.name = form.add(
            "name", _("Name on letters"), QLineEdit(), _("Left empty, it is made of the names.")
        )
        if known is not None:
            self.name.setText(known.name)
        self.other.chosen.connect(self._on_chosen)
        self.other.setFocus()

    @Slot(object)
    def _on_chosen(self, other_id: int | None) -> None:
        self.form.fields["contact_ids"].set_hint(_all_together())
        if other_id is None:
            return
        moving = partial(self._desk.services.households.moving, self._contact.id, other_id)
        self._desk.tasks.query(self, moving, self._on_moving, replaces="moving")
        if self._is_named:
            return
        propose = partial(
            self._desk.services.households.proposed_name, [self._contact.id, other_id]
        )
        self._desk.tasks.query(self, propose, self.name.setPlaceholderText, replaces="name")

    def _on_moving(self, found: tuple[tuple[str, ...], PostalAddress]) -> None:
        """Say whose address is about to be replaced, before it is."""
        names, address = found
        if names:
            text = _("{names}: the address becomes {address}.").format(
                names=", ".join(names),
                address=", ".join(x for x in (address.street, address.town_line) if x),
            )
            self.form.fields["contact_ids"].set_hint(f"{_all_together()} {text}")

    @override
    def read(self) -> tuple[int | None, str]:
        other = self.other.contact_id()
        if other is None and (self.other.unmatched or not self._is_named):
            raise RuleError("affiliation.person_wanted", field="contact_ids")
        return other, self.name.text()


def _all_together() -> str:
    return _("All get the same address, and one letter is sent for all.")


class TagsDialog(FormDialog):
    """Changes the tags of a contact and nothing else; gives them."""

    def __init__(self, desk: Desk, parent: QWidget, contact: Contact) -> None:
        super().__init__(_("Tags"), _("Save"), parent)
        self.form.add_widget(plain_label(contact.display_name, "strong", wrap=True))
        self.tags = self.form.add("tags", _("Tags"), TagEdit())
        self.form.fields["tags"].hide_label()
        self.tags.set_tags(contact.profile.tags)
        self.tags.resized.connect(self._on_folded)
        desk.tasks.query(self, desk.services.contacts.tags, self.tags.offer)
        self.tags.setFocus()

    @override
    def read(self) -> tuple[str, ...]:
        return self.tags.tags()


def editable_box() -> QComboBox:
    """Return a list of proposals where anything else can be typed."""
    box = SteadyBox()
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    return box


def complete_from(line: QLineEdit, words: Iterable[str]) -> None:
    """Complete what is typed from words that were used before."""
    completer = QCompleter(list(words), line)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    line.setCompleter(completer)
