"""What a mass edit is called, and what it changes in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.contact_details import ContactState, OrganisationKind
from coopdesk.domain.contacts import Civility
from coopdesk.domain.mass_edit import (
    EditedField,
    JoinGroup,
    LeaveGroup,
    RecordConsent,
    SetCustom,
    SetField,
    SetState,
)
from coopdesk.wording.custom_values import value_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coopdesk.domain.custom_fields import CustomField
    from coopdesk.domain.mass_edit import MassEdit

_CODED = {EditedField.CIVILITY: Civility, EditedField.ORGANISATION_KIND: OrganisationKind}


def edit_value_text(edit: MassEdit, value: str, fields: Mapping[int, CustomField]) -> str:
    """Return ``old`` or ``new`` of a line of the preview as people read it."""
    if isinstance(edit, SetCustom):
        return value_text(fields[edit.field_id], value)
    if isinstance(edit, RecordConsent):
        return {"": "", "1": _("agrees"), "0": _("refuses")}[value]
    if isinstance(edit, SetState):
        return label(ContactState(value))
    return _coded(edit, value)


def _coded(edit: MassEdit, value: str) -> str:
    if isinstance(edit, SetField) and value and edit.field in _CODED:
        return label(_CODED[edit.field](value))
    if isinstance(edit, (JoinGroup, LeaveGroup)) and not value:
        return _("not in the group")
    return value
