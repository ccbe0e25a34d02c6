"""Rules of what is recorded around a contact: affiliations, groups, consents, notes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.contacts import NOTE_LIMIT, ContactKind
from coopdesk.domain.field_checks import FieldChecks
from coopdesk.domain.text import fold

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.contact_details import (
        NewAffiliation,
        NewConsent,
        NewGroupMember,
        NewNote,
    )

ROLE_LIMIT = 80
GROUP_LIMIT = 160  # a chantier is called by a whole sentence
SOURCE_LIMIT = 120


def checked_affiliation(
    new: NewAffiliation, person: ContactKind, organisation: ContactKind
) -> NewAffiliation:
    """Return a tie cleaned; the kinds are those of the two contacts it names.

    Raises:
        RuleError: one thing is wrong. FieldErrors: several are.
    """
    checks = FieldChecks()
    if person is not ContactKind.PERSON:
        checks.refuse("affiliation.person_wanted", "person_id")
    if organisation is not ContactKind.ORGANISATION:
        checks.refuse("affiliation.organisation_wanted", "organisation_id")
    cleaned = replace(new, role=checks.line(new.role, "role", ROLE_LIMIT))
    _check_days(new.started_on, new.ended_on, checks)
    checks.finish()
    return cleaned


def checked_group_member(new: NewGroupMember) -> NewGroupMember:
    """Return a part in a group cleaned.

    Raises:
        RuleError: one thing is wrong. FieldErrors: several are.
    """
    checks = FieldChecks()
    cleaned = replace(
        new,
        group=checks.line(new.group, "group", GROUP_LIMIT),
        role=checks.line(new.role, "role", ROLE_LIMIT),
    )
    if not fold(cleaned.group):
        checks.refuse("group.name_missing", "group")
    _check_days(new.started_on, new.ended_on, checks)
    checks.finish()
    return cleaned


def checked_consent(new: NewConsent, today: dt.date) -> NewConsent:
    """Return a decision cleaned.

    Raises:
        RuleError: one thing is wrong. FieldErrors: several are.
    """
    checks = FieldChecks()
    cleaned = replace(new, source=checks.line(new.source, "source", SOURCE_LIMIT))
    if new.decided_on > today:
        checks.refuse("consent.in_the_future", "decided_on")
    checks.finish()
    return cleaned


def checked_note(new: NewNote) -> NewNote:
    """Return a remark cleaned.

    Raises:
        RuleError: it is empty or too long.
    """
    checks = FieldChecks()
    cleaned = replace(new, text=checks.text(new.text, "text", NOTE_LIMIT))
    if not cleaned.text:
        checks.refuse("note.text_missing", "text")
    checks.finish()
    return cleaned


def _check_days(
    started_on: dt.date | None, ended_on: dt.date | None, checks: FieldChecks
) -> None:
    if started_on is not None and ended_on is not None and ended_on < started_on:
        checks.refuse("tie.ends_before_start", "ended_on")
