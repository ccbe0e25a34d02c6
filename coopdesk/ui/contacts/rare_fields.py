"""The fields of a contact that are folded under *Plus*, in groups with a title."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from coopdesk.domain.closing_days import closing_day, closing_text
from coopdesk.domain.contact_details import OrganisationKind, PointKind
from coopdesk.domain.contacts import Civility, ContactKind
from coopdesk.domain.errors import RuleError
from coopdesk.domain.identifiers import check_rna, check_siren, check_siret
from coopdesk.ui.contacts.address_rows import AddressRows
from coopdesk.ui.contacts.choices import find_organisations
from coopdesk.ui.contacts.own_fields import OwnFields
from coopdesk.ui.contacts.point_rows import PointRows
from coopdesk.ui.widgets.choice_box import ChoiceBox
from coopdesk.ui.widgets.contact_picker import ContactPicker
from coopdesk.ui.widgets.day_edit import DayEdit
from coopdesk.ui.widgets.tag_edit import TagEdit
from coopdesk.wording.formats import country_choices
from coopdesk.wording.labels import label
from coopdesk.wording.language import _
from coopdesk.wording.languages import language_choices, language_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QLabel

    from coopdesk.domain.contacts import NewContact
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.widgets.contact_picker import Choice
    from coopdesk.ui.widgets.form import Form

_NOTE_HEIGHT = 88
_OF_PERSON = ("civility", "birth_on", "discipline")
_OF_ORGANISATION = (
    "acronym",
    "organisation_kind",
    "legal_form",
    "siren",
    "siret",
    "rna",
    "fiscal_year_end",
    "contact_first_name",
    "contact_last_name",
    "parent_id",
)
# Plain lines that are put in and read back as they are.
_LINES = ("number", "website", "sector")
_LINES_OF_PERSON = ("discipline",)
_LINES_OF_ORGANISATION = ("acronym", "legal_form", "siren", "siret", "rna")


class RareFields:
    """Adds its fields to a form; knows which belong to persons or organisations only."""

    def __init__(self, form: Form, desk: Desk, name: Callable[[], str]) -> None:
        self._form = form
        self._desk = desk
        self._lines: dict[str, QLineEdit] = {}
        self._add_address()
        self._add_identity()
        self._add_points(name)
        self._parent_heading = self._add_parent()
        form.add_heading(_("Tags"))
        self.tags = form.add("tags", _("Tags"), TagEdit())
        self.own = OwnFields(form, desk.today)
        form.add_heading(_("Note"))
        self.note = form.add("note", _("Note"), QPlainTextEdit())
        self.note.setFixedHeight(_NOTE_HEIGHT)
        self.note.setTabChangesFocus(True)
        for key in ("addresses", "tags", "note"):
            form.fields[key].hide_label()
        self._check()

    # fields

    def _line(self, name: str, said: str, hint: str = "") -> QLineEdit:
        line = self._form.add(name, said, QLineEdit(), hint)
        self._lines[name] = line
        return line

    def _add_address(self) -> None:
        form = self._form
        self.complement = form.add(
            "complement", _("Complement"), QLineEdit(), _("Building, hamlet, care of…")
        )
        self.country = form.add("country", _("Country"), ChoiceBox(country_choices()))

    def _add_identity(self) -> None:
        form = self._form
        form.add_heading(_("Identity"))
        civilities = [(civility, label(civility)) for civility in Civility]
        self.civility = form.add("civility", _("Civility"), ChoiceBox(civilities))
        self.birth_on = form.add("birth_on", _("Birth date"), DayEdit(self._desk.today))
        self._line("acronym", _("Acronym"))
        kinds = [(kind, label(kind)) for kind in OrganisationKind]
        self.organisation_kind = form.add(
            "organisation_kind", _("Kind of organisation"), ChoiceBox(kinds)
        )
        self._line("legal_form", _("Legal form"))
        self._line("siren", _("SIREN"), _("Nine digits"))
        self._line("siret", _("SIRET"), _("Fourteen digits"))
        self._line("rna", _("RNA"), _("W and nine digits, for an association"))
        closing = _("As 30/06; empty for 31/12. A company's receipt covers its own year.")
        self._line("fiscal_year_end", _("End of its fiscal year"), closing)
        self._line("contact_first_name", _("Contact person: first name"))
        self._line("contact_last_name", _("Contact person: last name"))
        self._line("number", _("Number"), _("Member number or your own: each one once"))
        self.language = form.add("language", _("Language"), ChoiceBox(language_choices()))
        self._line("sector", _("Sector"))
        self._line("discipline", _("Discipline"))
        self._line("website", _("Website"))

    def _add_points(self, name: Callable[[], str]) -> None:
        form = self._form
        form.add_heading(_("Other e-mails and phones"))
        self.emails = form.add("emails", _("Other e-mails"), PointRows(PointKind.EMAIL))
        self.phones = form.add("phones", _("Other phones"), PointRows(PointKind.PHONE))
        form.add_heading(_("Other addresses"))
        self.addresses = form.add(
            "addresses", _("Other addresses"), AddressRows(self._desk, name)
        )

    def _add_parent(self) -> QLabel:
        heading = self._form.add_heading(_("Organisation it belongs to"))
        picker = ContactPicker(self._desk.tasks, partial(find_organisations, self._desk))
        self.parent = self._form.add(
            "parent_id", _("Belongs to"), picker, _("A network, a federation, a head office…")
        )
        return heading

    def _check(self) -> None:
        form = self._form
        form.check_on_leave("birth_on", partial(self.birth_on.day, "birth_on"))
        form.check_on_leave("siren", partial(_tidy, self._lines["siren"], check_siren))
        form.check_on_leave("siret", partial(_tidy, self._lines["siret"], check_siret))
        form.check_on_leave("rna", partial(_tidy, self._lines["rna"], check_rna))
        form.check_on_leave("fiscal_year_end", self._check_closing)
        for name, rows in (
            ("emails", self.emails),
            ("phones", self.phones),
            ("addresses", self.addresses),
        ):
            form.check_on_leave(name, rows.check)
            rows.left.connect(form.fields[name].left)

    def _check_closing(self) -> None:
        line = self._lines["fiscal_year_end"]
        line.setText(closing_text(closing_day(line.text())))

    def line(self, name: str) -> QLineEdit:
        """Return a field of one line by its name."""
        return self._lines[name]

    # what they show

    def show(self, profile: NewContact) -> None:
        """Fill the fields."""
        is_organisation = profile.kind is ContactKind.ORGANISATION
        for name in (*_LINES, *_LINES_OF_PERSON, *_LINES_OF_ORGANISATION):
            self._lines[name].setText(getattr(profile, name))
        self._lines["fiscal_year_end"].setText(closing_text(profile.fiscal_year_end))
        first, last = profile.first_name, profile.last_name
        self._lines["contact_first_name"].setText(first if is_organisation else "")
        self._lines["contact_last_name"].setText(last if is_organisation else "")
        self.complement.setText(profile.address.complement)
        for field in (*self._lines.values(), self.complement):
            field.setCursorPosition(0)
        self._show_country(profile.address.country)
        self._show_language(profile.language)
        self.civility.choose(profile.civility)
        self.birth_on.set_day(profile.birth_on)
        self.organisation_kind.choose(profile.organisation_kind)
        self.emails.set_points(profile.points)
        self.phones.set_points(profile.points)
        self.addresses.set_addresses(profile.further_addresses)
        self.tags.set_tags(profile.tags)
        self.own.show(profile.custom)
        self.note.setPlainText(profile.note)

    def show_parent(self, parent: Choice | None) -> None:
        """Name the organisation it belongs to."""
        self.parent.set_contact(parent)

    def show_kind(self, kind: ContactKind) -> None:
        """Show the fields that contacts of a kind have."""
        is_organisation = kind is ContactKind.ORGANISATION
        for name in _OF_PERSON:
            self._form.fields[name].setVisible(not is_organisation)
        for name in _OF_ORGANISATION:
            self._form.fields[name].setVisible(is_organisation)
        self._parent_heading.setVisible(is_organisation)
        self.own.show_kind(kind)

    def _show_country(self, code: str) -> None:
        """Choose a country; a code that nobody knows is offered as it is."""
        if code and not self.country.offers(code):
            self.country.set_choices([*country_choices(), (code, code)])
        self.country.choose(code or "FR")

    def _show_language(self, code: str) -> None:
        if not self.language.offers(code):
            self.language.set_choices([*language_choices(), (code, language_text(code))])
        self.language.choose(code)

    # what was typed

    def changes(self, kind: ContactKind) -> dict[str, Any]:
        """Return what stands in the fields that contacts of a kind have, by its name.

        Raises:
            RuleError: a day cannot be read, or no organisation was chosen.
        """
        is_organisation = kind is ContactKind.ORGANISATION
        own = _LINES_OF_ORGANISATION if is_organisation else _LINES_OF_PERSON
        found: dict[str, Any] = {x: self._lines[x].text() for x in (*_LINES, *own)}
        found |= self._of_organisation() if is_organisation else self._of_person()
        return found | {
            "language": self.language.value,
            "points": (*self.emails.points(), *self.phones.points()),
            "further_addresses": self.addresses.addresses(),
            "tags": self.tags.tags(),
            "note": self.note.toPlainText(),
        }

    def _of_person(self) -> dict[str, Any]:
        return {"civility": self.civility.value, "birth_on": self.birth_on.day("birth_on")}

    def _of_organisation(self) -> dict[str, Any]:
        if self.parent.unmatched:
            raise RuleError("contact.parent_not_organisation", field="parent_id")
        return {
            "organisation_kind": self.organisation_kind.value,
            "fiscal_year_end": self._lines["fiscal_year_end"].text(),
            "last_name": self._lines["contact_last_name"].text(),
            "first_name": self._lines["contact_first_name"].text(),
            "parent_id": self.parent.contact_id(),
        }


def _tidy(line: QLineEdit, check: Callable[[str], str]) -> None:
    line.setText(check(line.text()))


def has_rare(profile: NewContact) -> bool:
    """Tell whether something stands in the fields folded under *Plus*."""
    is_organisation = profile.kind is ContactKind.ORGANISATION
    names = (*_LINES, *(_LINES_OF_ORGANISATION if is_organisation else _LINES_OF_PERSON))
    several = profile.points, profile.further_addresses, profile.tags, profile.custom
    rare = (
        profile.address.complement,
        profile.address.country not in {"", "FR"},
        profile.note,
        profile.language,
        *(getattr(profile, name) for name in names),
        *several,
        *(_rare_of_organisation(profile) if is_organisation else _rare_of_person(profile)),
    )
    return any(rare)


def _rare_of_person(profile: NewContact) -> tuple[object, ...]:
    return profile.birth_on, profile.civility is not Civility.NONE


def _rare_of_organisation(profile: NewContact) -> tuple[object, ...]:
    named = profile.organisation_kind is not OrganisationKind.NONE
    names = profile.first_name, profile.last_name
    return *names, profile.parent_id, profile.fiscal_year_end, named
