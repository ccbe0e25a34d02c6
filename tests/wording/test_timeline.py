"""Every kind of entry and every field of a contact has its words."""

from __future__ import annotations

from dataclasses import fields

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.contacts import NewContact
from coopdesk.domain.timeline import EntryKind
from coopdesk.storage.timeline_changes import _FIELDS
from coopdesk.wording.timeline import _TITLES, FIELD_TEXTS, field_text

RECORDED = {field.name for field in fields(NewContact)} - {"address"}
RECORDED |= {field.name for field in fields(PostalAddress)}
RECORDED |= {"household_id", "state", "merged_into_id"}


def test_every_kind_of_entry_is_said():
    assert set(_TITLES) == set(EntryKind)


def test_every_field_that_a_change_may_touch_is_named():
    assert {_FIELDS.get(name, name) for name in RECORDED} == set(FIELD_TEXTS)


def test_field_of_a_newer_program_is_shown_as_it_is():
    assert field_text("shoe_size") == "shoe_size"
