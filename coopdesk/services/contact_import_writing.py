"""Writes a planned import of contacts: new ones many at a time, known ones cell by cell."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from coopdesk.domain.association import StoredImage
from coopdesk.domain.contact_comparison import changed_profile
from coopdesk.domain.contact_imports import CONSENT_FIELDS
from coopdesk.domain.contacts import ContactKind, NewContact
from coopdesk.domain.imports import LEFT_OUT, RowVerdict
from coopdesk.domain.text import fold
from coopdesk.services.households import move_homes
from coopdesk.services.import_runs import add_run, keep_rows, kept_row
from coopdesk.services.progress import Stretch
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from coopdesk.domain.contact_details import ConsentPurpose
    from coopdesk.domain.contact_import_planning import PlannedContact
    from coopdesk.domain.contact_imports import ReadContacts
    from coopdesk.domain.contacts import Contact
    from coopdesk.services.progress import Progress
    from coopdesk.storage.unit_of_work import Units, Work

_BATCH = 1_000


class ContactImportWriter:
    """Writes one plan inside one unit of work.

    ``moved`` are the names of those whose address changed with that of their household.
    """

    def __init__(self, work: Work, units: Units, today: dt.date) -> None:
        self._work = work
        self._units = units
        self._today = today
        self._organisations: dict[str, int] = {}
        self._groups: dict[str, int] = {}
        self._affiliations: list[tuple[int, int, str]] = []
        self._members: list[tuple[int, int]] = []
        self._consents: list[tuple[int, ConsentPurpose, bool]] = []
        self._moves: list[tuple[Contact, NewContact]] = []
        self.moved: tuple[str, ...] = ()

    def write(
        self, read: ReadContacts, plan: Sequence[PlannedContact], progress: Progress
    ) -> int:
        """Write everything and return the id of the import run."""
        created = [one for one in plan if one.is_created]
        edited = [one for one in plan if one.is_changed]
        self._add(created, Stretch(progress, 0, 70))
        self._know_organisations(created, edited)
        for planned in created:
            self._surround(planned)
        for done, planned in enumerate(edited):
            Stretch(progress, 70, 90).advance(done, len(edited))
            self._change(planned)
        progress.advance(9, 10)
        # When all rows are written, so that none of them brings an old address back.
        self.moved = move_homes(self._work, self._moves)
        self._write_surroundings(read)
        self._work.contact_imports.add_references(
            read.source.value, _references((*created, *edited))
        )
        return self._add_run(read, plan)

    def _add(self, created: Sequence[PlannedContact], progress: Progress) -> None:
        """Record the new contacts, many at a time; between two the person may stop it all."""
        for start in range(0, len(created), _BATCH):
            progress.advance(start, len(created))
            batch = created[start : start + _BATCH]
            ids = self._work.contacts.add_many([self._profile(one) for one in batch])
            for planned, contact_id in zip(batch, ids, strict=True):
                planned.contact_id = contact_id

    def _profile(self, planned: PlannedContact) -> NewContact:
        profile, photo = planned.row.profile, planned.row.photo
        return replace(profile, photo_id=self._photo_id(photo)) if photo else profile

    def _photo_id(self, photo: bytes) -> int | None:
        digest = hashlib.sha256(photo).hexdigest()
        return self._work.association.file_id(StoredImage("photo", photo, digest))

    def _know_organisations(
        self, created: Sequence[PlannedContact], edited: Sequence[PlannedContact]
    ) -> None:
        """Find the organisations that rows name; those that nobody knows are recorded."""
        named = {name: None for one in created for name in _named(one)}
        named |= {name: None for one in edited for name in _named_anew(one)}
        if not named:
            return
        known = self._work.contact_imports.organisations()
        self._organisations = {key: found[0] for key, found in known.items()}
        missing = {_key(name): name for name in named if _key(name) not in self._organisations}
        ids = self._work.contacts.add_many([_organisation(name) for name in missing.values()])
        self._organisations |= dict(zip(missing, ids, strict=True))

    def _surround(self, planned: PlannedContact) -> None:
        """Note the ties, groups and consents of a new contact."""
        row, contact_id = planned.row, planned.contact_id
        assert contact_id is not None
        for tie in row.ties:
            organisation = self._organisations[_key(tie.organisation)]
            self._affiliations.append((contact_id, organisation, tie.role))
        self._members += [(contact_id, self._group(name)) for name in row.groups]
        self._consents += [
            (contact_id, purpose, given) for purpose, given in row.consents.items()
        ]
        if row.parent:
            self._set_parent(contact_id, row.parent)

    def _change(self, planned: PlannedContact) -> None:
        """Write the accepted cells of a known contact."""
        known, accepted = planned.known, planned.accepted
        assert known is not None
        profile = changed_profile(known.contact.profile, planned.row.profile, accepted)
        contact_id = known.contact.id
        if profile != known.contact.profile:
            self._work.contacts.change(contact_id, profile)
            self._moves.append((known.contact, profile))
        if "groups" in accepted:
            self._change_groups(contact_id, known.around.groups, accepted["groups"])
        if "ties" in accepted:
            self._change_ties(contact_id, known.around.ties, accepted["ties"])
        for name, purpose in CONSENT_FIELDS.items():
            if name in accepted:
                # An emptied cell takes the consent back: silence is none.
                self._consents.append((contact_id, purpose, accepted[name] == "1"))
        if "picture" in accepted:
            values = {"photo_id": self._photo_id(planned.row.photo)}
            self._work.imports.change_contact(contact_id, values)
        if "parent" in accepted:
            self._set_parent(contact_id, accepted["parent"])

    def _change_groups(self, contact_id: int, old: Sequence[str], new: Sequence[str]) -> None:
        known, wanted = {fold(name) for name in old}, {fold(name) for name in new}
        gone = {name for name in old if fold(name) not in wanted}
        self._work.contact_imports.end_groups(contact_id, gone, self._today)
        self._members += [
            (contact_id, self._group(name)) for name in new if fold(name) not in known
        ]

    def _change_ties(self, contact_id: int, old: Sequence[Any], new: Sequence[Any]) -> None:
        known = {_key(tie.organisation): tie for tie in old}
        wanted = {_key(tie.organisation) for tie in new}
        gone = {tie.organisation for tie in old if _key(tie.organisation) not in wanted}
        self._work.contact_imports.end_ties(contact_id, gone, self._today)
        for tie in new:
            before = known.get(_key(tie.organisation))
            if before is None:
                organisation = self._organisations[_key(tie.organisation)]
                self._affiliations.append((contact_id, organisation, tie.role))
            elif before.role != tie.role:
                self._work.contact_imports.change_role(
                    contact_id, before.organisation, tie.role
                )

    def _group(self, name: str) -> int:
        key = fold(name)
        if key not in self._groups:
            self._groups[key] = self._work.ties.group_id(name)
        return self._groups[key]

    def _set_parent(self, contact_id: int, name: str) -> None:
        parent = self._organisations.get(_key(name)) if name else None
        is_circle = parent is not None and contact_id in self._work.kin.ancestors(parent)
        if not is_circle:
            self._work.imports.change_contact(contact_id, {"parent_id": parent})

    def _write_surroundings(self, read: ReadContacts) -> None:
        store = self._work.contact_imports
        store.add_affiliations(self._affiliations)
        store.add_group_members(self._members)
        source = _("import of {name}").format(name=read.name)[:120]
        store.add_consents(self._consents, self._today, source)

    def _add_run(self, read: ReadContacts, plan: Sequence[PlannedContact]) -> int:
        counts = {
            RowVerdict.NEW: sum(one.is_created for one in plan),
            RowVerdict.CHANGED: sum(one.is_changed for one in plan),
            RowVerdict.SAME: sum(one.verdict is RowVerdict.SAME for one in plan),
            RowVerdict.REFUSED: sum(one.verdict is RowVerdict.REFUSED for one in plan),
        }
        # Left to a person: resembling somebody, or saying something else.
        counts[RowVerdict.DOUBTFUL] = len(plan) - sum(counts.values())
        run_id = add_run(self._work, self._units, read, counts)
        kept = [
            kept_row(
                one.row.line,
                one.row.raw,
                one.verdict,
                LEFT_OUT if one.left_out else one.reason,
                contact_id=one.contact_id,
            )
            for one in plan
            if one.verdict is not RowVerdict.SAME
        ]
        keep_rows(self._work, run_id, read, kept)
        return run_id


def _references(plan: Iterable[PlannedContact]) -> Iterator[tuple[str, int]]:
    for one in plan:
        if one.contact_id is not None:
            yield one.reference, one.contact_id


def _named(planned: PlannedContact) -> Iterator[str]:
    """Yield the organisations that a new contact is tied to."""
    for tie in planned.row.ties:
        yield tie.organisation
    if planned.row.parent:
        yield planned.row.parent


def _named_anew(planned: PlannedContact) -> Iterator[str]:
    """Yield the organisations that the accepted cells of a known contact name."""
    for tie in planned.accepted.get("ties", ()):
        yield tie.organisation
    if parent := planned.accepted.get("parent"):
        yield parent


def _organisation(name: str) -> NewContact:
    return NewContact(kind=ContactKind.ORGANISATION, organisation_name=name)


def _key(name: str) -> str:
    return _organisation(name).sort_key
