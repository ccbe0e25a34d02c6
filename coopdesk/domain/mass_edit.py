"""One change for a whole selection of contacts, worked out for each before it is done."""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeAlias

from coopdesk.domain.contact_details import (
    TAG_LIMIT,
    ConsentPurpose,
    ContactState,
    FieldValue,
    OrganisationKind,
)
from coopdesk.domain.contacts import Civility, ContactKind
from coopdesk.domain.custom_fields import read_value
from coopdesk.domain.errors import RuleError
from coopdesk.domain.text import checked_line, fold

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.contacts import NewContact
    from coopdesk.domain.custom_fields import CustomField


class EditedField(enum.Enum):
    """A field that many contacts may be given the same value of."""

    TOWN = "city"
    POSTCODE = "postal_code"
    COUNTRY = "country"
    SECTOR = "sector"
    DISCIPLINE = "discipline"
    LANGUAGE = "language"
    CIVILITY = "civility"
    ORGANISATION_KIND = "organisation_kind"

    def concerns(self, kind: ContactKind) -> bool:
        """Tell whether contacts of this kind have the field."""
        if self is EditedField.CIVILITY:
            return kind is ContactKind.PERSON
        return self is not EditedField.ORGANISATION_KIND or kind is ContactKind.ORGANISATION


@dataclass(frozen=True, slots=True)
class AddTag:
    """Let the contacts bear a tag."""

    tag: str


@dataclass(frozen=True, slots=True)
class RemoveTag:
    """Take a tag away from the contacts."""

    tag: str


@dataclass(frozen=True, slots=True)
class SetField:
    """Give the contacts the same value, empty to clear it; codes for civility and kind."""

    field: EditedField
    value: str


@dataclass(frozen=True, slots=True)
class SetCustom:
    """Give the contacts the same value of a custom field, as typed; empty to clear it."""

    field_id: int
    text: str


@dataclass(frozen=True, slots=True)
class JoinGroup:
    """Let the contacts take part in a group, which is made if it is new."""

    group: str
    role: str = ""
    started_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class LeaveGroup:
    """Let the contacts leave a group."""

    group: str
    ended_on: dt.date


@dataclass(frozen=True, slots=True)
class RecordConsent:
    """Record the same decision of the contacts."""

    purpose: ConsentPurpose
    given: bool
    decided_on: dt.date
    source: str = ""


@dataclass(frozen=True, slots=True)
class SetState:
    """Archive the contacts, put them in the recycle bin or bring them back."""

    state: ContactState


ProfileEdit: TypeAlias = "AddTag | RemoveTag | SetField | SetCustom"
MassEdit: TypeAlias = "ProfileEdit | JoinGroup | LeaveGroup | RecordConsent | SetState"


class Skipped(enum.Enum):
    """Why a contact of the selection stays as it is."""

    SAME = "same"
    OTHER_KIND = "other_kind"
    MERGED = "merged"


@dataclass(frozen=True, slots=True)
class EditLine:
    """What an edit does to one contact; ``skipped`` is None where something changes.

    ``wording.mass_edit`` reads ``old`` and ``new``.
    """

    contact_id: int
    name: str
    old: str = ""
    new: str = ""
    skipped: Skipped | None = None


@dataclass(frozen=True, slots=True)
class EditPreview:
    """What an edit does to a selection, in its order."""

    lines: tuple[EditLine, ...]

    @property
    def changing(self) -> tuple[EditLine, ...]:
        """The contacts that change."""
        return tuple(line for line in self.lines if line.skipped is None)

    def count_skipped(self, why: Skipped) -> int:
        """Count the contacts that stay as they are for a reason."""
        return sum(line.skipped is why for line in self.lines)


def checked_edit(edit: ProfileEdit, fields: dict[int, CustomField]) -> ProfileEdit:
    """Return an edit of the contacts' own fields cleaned.

    Raises:
        RuleError: the value is not one that the field takes.
    """
    if isinstance(edit, (AddTag, RemoveTag)):
        tag = checked_line(edit.tag, "tag", TAG_LIMIT)
        if not fold(tag):
            raise RuleError("tag.missing", field="tag")
        return replace(edit, tag=tag)
    if isinstance(edit, SetCustom):
        if edit.field_id not in fields:
            raise RuleError("field.unknown", field=f"custom:{edit.field_id}", id=edit.field_id)
        return replace(edit, text=read_value(fields[edit.field_id], edit.text))
    return edit


def concerns(edit: ProfileEdit, kind: ContactKind, fields: dict[int, CustomField]) -> bool:
    """Tell whether contacts of this kind can take an edit."""
    if isinstance(edit, SetCustom):
        return fields[edit.field_id].content.concerns(kind)
    return not isinstance(edit, SetField) or edit.field.concerns(kind)


def edited(
    profile: NewContact, edit: ProfileEdit, fields: dict[int, CustomField]
) -> NewContact:
    """Return a contact with an edit that was checked."""
    if isinstance(edit, (AddTag, RemoveTag)):
        return replace(profile, tags=_tags(profile.tags, edit))
    if isinstance(edit, SetCustom):
        return replace(profile, custom=_values(profile.custom, edit, fields))
    name, value = edit.field.value, edit.value
    if edit.field is EditedField.CIVILITY:
        return replace(profile, civility=Civility(value))
    if edit.field is EditedField.ORGANISATION_KIND:
        return replace(profile, organisation_kind=OrganisationKind(value))
    if name in {"city", "postal_code", "country"}:
        return replace(profile, address=replace(profile.address, **{name: value}))
    plain: dict[str, Any] = {name: value}
    return replace(profile, **plain)


def shown(profile: NewContact, edit: ProfileEdit) -> str:
    """Return what an edit is about in a contact: tags, a text, a code, a canonical value."""
    if isinstance(edit, (AddTag, RemoveTag)):
        return ", ".join(profile.tags)
    if isinstance(edit, SetCustom):
        texts = {value.field_id: value.text for value in profile.custom}
        return texts.get(edit.field_id, "")
    name = edit.field.value
    if name in {"city", "postal_code", "country"}:
        return str(getattr(profile.address, name))
    value = getattr(profile, name)
    return str(value.value) if isinstance(value, enum.Enum) else str(value)


def _tags(tags: tuple[str, ...], edit: AddTag | RemoveTag) -> tuple[str, ...]:
    key = fold(edit.tag)
    if isinstance(edit, RemoveTag):
        return tuple(tag for tag in tags if fold(tag) != key)
    return tags if any(fold(tag) == key for tag in tags) else (*tags, edit.tag)


def _values(
    values: tuple[FieldValue, ...], edit: SetCustom, fields: dict[int, CustomField]
) -> tuple[FieldValue, ...]:
    """Return the values with the edited one at its field's place."""
    texts = {value.field_id: value for value in values if value.field_id != edit.field_id}
    if edit.text:
        searched = fields[edit.field_id].content.is_searched
        texts[edit.field_id] = FieldValue(edit.field_id, edit.text, searched)
    return tuple(texts[key] for key in fields if key in texts)
