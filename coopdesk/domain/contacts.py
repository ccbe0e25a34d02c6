"""Who a contact is: one person or one organisation, whatever it does for us."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.field_checks import FieldChecks
from coopdesk.domain.identifiers import check_siren
from coopdesk.domain.text import fold, sort_key

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.money import Money

NAME_LIMIT = 120
NOTE_LIMIT = 4_000


class ContactKind(enum.Enum):
    """A natural person, or anything with a name of its own."""

    PERSON = "person"
    ORGANISATION = "organisation"


class Civility(enum.Enum):
    """How a person is addressed on papers; NONE prints nothing."""

    NONE = ""
    MADAM = "madam"
    SIR = "sir"


@dataclass(frozen=True, slots=True)
class NewContact:
    """A contact as typed in or imported, before it has an identity."""

    kind: ContactKind = ContactKind.PERSON
    civility: Civility = Civility.NONE
    last_name: str = ""
    first_name: str = ""
    organisation_name: str = ""
    legal_form: str = ""
    siren: str = ""
    email: str = ""
    phone: str = ""
    address: PostalAddress = field(default_factory=PostalAddress)
    note: str = ""

    @property
    def display_name(self) -> str:
        """The name on lists and papers: ``Élodie Lefèvre``, or the organisation's."""
        if self.kind is ContactKind.ORGANISATION:
            return self.organisation_name
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def sort_key(self) -> str:
        """Key of the French alphabetical order, last name first."""
        if self.kind is ContactKind.ORGANISATION:
            return sort_key(self.organisation_name)
        return sort_key(self.last_name, self.first_name)

    @property
    def search_text(self) -> str:
        """Everything the search looks into, folded."""
        digits = "".join(char for char in self.phone if char.isdigit())
        # The last name twice, so that it is found before and after the first name.
        parts = (
            self.organisation_name,
            f"{self.last_name} {self.first_name} {self.last_name}".strip(),
            self.email,
            digits,
            self.address.postal_code,
            self.address.city,
            self.siren,
        )
        return fold(" ".join(part for part in parts if part))


@dataclass(frozen=True, slots=True)
class Contact:
    """A recorded contact."""

    id: int
    profile: NewContact
    archived_on: dt.date | None = None

    @property
    def display_name(self) -> str:
        """The name on lists and papers."""
        return self.profile.display_name


@dataclass(frozen=True, slots=True)
class ContactLine:
    """One row of the list of contacts; gifts are those received and not refused."""

    id: int
    kind: ContactKind
    name: str
    email: str
    phone: str
    town: str
    gift_total: Money
    last_gift_on: dt.date | None
    archived: bool


@dataclass(frozen=True, slots=True)
class ContactFilter:
    """What the list of contacts shows and in which order.

    ``sort`` is one of name, email, town, gifts, last_gift; ``text`` holds words that must all
    occur.
    """

    text: str = ""
    kind: ContactKind | None = None
    archived: bool = False
    sort: str = "name"
    descending: bool = False


def checked_contact(new: NewContact) -> NewContact:
    """Return the contact cleaned, or say everything that is wrong with it at once.

    Raises:
        RuleError: the one wrong field. FieldErrors: several.
    """
    checks = FieldChecks()
    cleaned = replace(
        new,
        last_name=checks.line(new.last_name, "last_name", NAME_LIMIT),
        first_name=checks.line(new.first_name, "first_name", NAME_LIMIT),
        organisation_name=checks.line(new.organisation_name, "organisation_name", NAME_LIMIT),
        legal_form=checks.line(new.legal_form, "legal_form", 80),
        siren=checks.taken(lambda: check_siren(new.siren), ""),
        email=checks.email(new.email),
        phone=checks.phone(new.phone),
        note=checks.text(new.note, "note", NOTE_LIMIT),
        address=checks.address(new.address),
    )
    _check_named(cleaned, checks)
    checks.finish()
    return cleaned


def _check_named(contact: NewContact, checks: FieldChecks) -> None:
    if contact.kind is ContactKind.ORGANISATION:
        if not contact.organisation_name:
            checks.refuse("contact.organisation_name_missing", "organisation_name")
    elif not (contact.last_name or contact.first_name or checks.is_wrong("first_name")):
        checks.refuse("contact.last_name_missing", "last_name")
