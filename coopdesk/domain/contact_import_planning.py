"""Which known contact each row of a file is, decided before anything is written.

A number of the other program, our own number, or the same name with the same e-mail decide. All
that is only alike is for a person to decide: such a row is neither merged nor made a contact.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from coopdesk.domain.contact_comparison import Differences
from coopdesk.domain.contact_details import ContactState, PointKind
from coopdesk.domain.contact_imports import (
    NO_DECISIONS,
    Candidate,
    CellChange,
    Choice,
    Decisions,
)
from coopdesk.domain.imports import Problem, RowVerdict
from coopdesk.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coopdesk.domain.contact_comparison import KnownDetails
    from coopdesk.domain.contact_imports import ContactRow, ReadContacts
    from coopdesk.domain.contacts import NewContact

# What tells a row without a number from others, kept as its reference.
_ROW_MARK = "row:"
_LEADING_ZEROS = re.compile(r"0*(\d+)")
_DOUBTFUL, _NEW = RowVerdict.DOUBTFUL, RowVerdict.NEW


class KnownContact(NamedTuple):
    """A contact as rows are matched with it; ``emails`` are the keys of all it has."""

    id: int
    kind: str
    name_key: str
    emails: frozenset[str]
    number_key: str
    siren: str
    state: ContactState
    merged_into_id: int | None = None


class RowKeys(NamedTuple):
    """What a row is compared by; made once for each, since folding names takes its time."""

    name: str
    emails: frozenset[str]
    number: str


@dataclass(slots=True)
class PlannedContact:
    """What becomes of a row; ``accepted`` are the cells of a known contact that will change.

    ``followers`` are others of its household who get the new address; ``notes`` are to be said.
    """

    row: ContactRow
    reference: str
    verdict: RowVerdict = _NEW
    reason: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    contact_id: int | None = None
    candidates: tuple[Candidate, ...] = ()
    changes: tuple[CellChange, ...] = ()
    accepted: Mapping[str, Any] = field(default_factory=dict)
    left_out: bool = False
    attached: bool = False
    changed_since: bool = False
    is_open: bool = False
    known: KnownDetails | None = None
    followers: tuple[str, ...] = ()
    notes: tuple[Problem, ...] = ()

    @property
    def is_created(self) -> bool:
        """Tell whether the row makes a contact."""
        return self.verdict is _NEW and not self.left_out

    @property
    def is_changed(self) -> bool:
        """Tell whether the row changes a known contact."""
        return not self.left_out and bool(self.accepted or self.attached)

    def compared(self, found: Differences) -> None:
        """Take over what the row would change of the contact that it is."""
        self.changes, self.accepted = found.changes, found.accepted
        if not found.changes and not self.attached:
            self.verdict = RowVerdict.SAME
            return
        self.verdict = RowVerdict.CHANGED
        if self.attached:
            self.reason = "attached"
        elif not found.accepted:
            self.reason = "waits_for_consent"

    def leave_number(self) -> None:
        """Make the contact without its number, which another bears: the note keeps it."""
        row = self.row
        note = "\n".join(filter(None, (row.profile.note, number_line(row))))
        problem = Problem(row.line, "number.kept", values={"number": row.profile.number})
        self.notes = (*self.notes, problem)
        self.row = replace(row, profile=replace(row.profile, number="", note=note))

    def forget_number(self) -> None:
        """Say no more of a number that the note of the known contact keeps."""
        self.changes = tuple(x for x in self.changes if x.field != "number")
        self.accepted = {k: v for k, v in self.accepted.items() if k != "number"}
        self.compared(Differences(self.changes, self.accepted))

    def refuse(self, code: str, values: Mapping[str, object]) -> None:
        """Leave the row out because what it would make is not allowed."""
        self.verdict, self.reason, self.values = RowVerdict.REFUSED, code, values
        self.accepted = {}
        self.attached = False

    def doubt(self, reason: str, *candidates: Candidate, **values: object) -> None:
        """Leave the row to a person."""
        self.verdict, self.reason, self.values = _DOUBTFUL, reason, values
        self.candidates = candidates
        self.contact_id = None


class ContactMatcher:
    """Finds the known contact that a row is, or those it resembles."""

    def __init__(
        self,
        contacts: Iterable[KnownContact],
        references: Mapping[str, int],
        newest_id: int | None = None,
    ) -> None:
        self._known = {one.id: one for one in contacts}
        self._references = references
        self._newest_id = newest_id
        self._by_name: dict[tuple[str, str], list[KnownContact]] = defaultdict(list)
        self._by_number: dict[str, list[KnownContact]] = defaultdict(list)
        self._by_siren: dict[str, list[KnownContact]] = defaultdict(list)
        for one in self._known.values():
            is_trace = one.merged_into_id is not None
            found = self.known(one.id) if is_trace else one
            if found is None or found.state not in {ContactState.ACTIVE, ContactState.ARCHIVED}:
                continue
            # Who was merged lives on: other programs still name them as before.
            self._by_name[one.name_key, one.kind].append(one)
            if one.number_key and not is_trace:
                self._by_number[one.number_key].append(one)
            if one.siren:
                self._by_siren[one.siren].append(one)

    @property
    def knows_anybody(self) -> bool:
        """Tell whether there is a contact at all that a row could be."""
        return bool(self._known)

    def known(self, contact_id: int) -> KnownContact | None:
        """Return a contact, or the one it was merged into; None when it is gone."""
        found = self._known.get(contact_id)
        while found is not None and found.merged_into_id is not None:
            found = self._known.get(found.merged_into_id)
        return found

    def is_foreign(self, contact_id: int) -> bool:
        """Tell whether a number was never given here, not even to somebody erased since."""
        return self._newest_id is not None and contact_id > self._newest_id

    def by_reference(self, reference: str) -> KnownContact | None:
        """Return the contact that bears a number of the other program."""
        contact_id = self._references.get(reference)
        return None if contact_id is None else self.known(contact_id)

    def exact(self, profile: NewContact, keys: RowKeys) -> KnownContact | None:
        """Return the one contact with the same name and e-mail, number or SIREN."""
        same_name = self._by_name.get((keys.name, profile.kind.value), [])
        if keys.emails:
            found = [x for x in same_name if keys.emails & x.emails]
            if found:
                return self._only(found)
        if keys.number:
            one = self._only([x for x in same_name if x.number_key == keys.number])
            if one is not None:
                return one
        return self._only(self._by_siren.get(profile.siren, []) if profile.siren else [])

    def _only(self, found: Iterable[KnownContact]) -> KnownContact | None:
        """Return the contact that all of these are by now; None when they are several."""
        now = {one.id: one for one in (self.known(each.id) for each in found) if one}
        return next(iter(now.values())) if len(now) == 1 else None

    def of_number(self, number_key: str) -> KnownContact | None:
        """Return a contact that bears a member number."""
        found = self._by_number.get(number_key) if number_key else None
        return found[0] if found else None


def plan_rows(
    read: ReadContacts, matcher: ContactMatcher, decisions: Decisions = NO_DECISIONS
) -> list[PlannedContact]:
    """Decide which contact each row is.

    Two things remain: rows that are ``open`` may resemble a contact, and what a row changes of
    a known one is to be compared.
    """
    planner = _Planner(matcher, decisions)
    return [planner.plan(row) for row in read.rows]


class _Planner:
    """Plans the rows of a file in their order."""

    def __init__(self, matcher: ContactMatcher, decisions: Decisions) -> None:
        self._matcher = matcher
        self._decisions = decisions
        self._lines_of_keys: dict[tuple[str, str], int] = {}
        self._lines_of_contacts: dict[int, int] = {}
        self._lines_of_numbers: dict[str, int] = {}
        self._ranks: dict[str, int] = defaultdict(int)

    def plan(self, row: ContactRow) -> PlannedContact:
        """Return what becomes of a row."""
        keys = _keys(row.profile)
        digest = _digest(row, keys)
        self._ranks[digest] += 1
        rank = self._ranks[digest]
        reference = row.reference or (digest if rank == 1 else f"{digest}:{rank}")
        planned = PlannedContact(row, reference)
        if not self._decided(planned):
            self._propose(planned, keys, is_double=rank > 1)
        self._once(planned)
        self._number_once(planned, keys.number)
        return planned

    def _decided(self, planned: PlannedContact) -> bool:
        """Do what a person decided; True when nothing is left to find out."""
        decision = self._decisions.of(planned.row.line)
        planned.left_out = decision.choice is Choice.LEAVE_OUT
        if decision.choice is Choice.ATTACH and decision.contact_id is not None:
            found = self._matcher.known(decision.contact_id)
            planned.contact_id = found.id if found else decision.contact_id
            planned.verdict, planned.attached = RowVerdict.CHANGED, True
            if found is not None and found.state is ContactState.BINNED:
                planned.doubt("in_the_bin", Candidate(found.id))
                planned.attached = False
            return True
        return decision.choice is Choice.CREATE

    def _propose(self, planned: PlannedContact, keys: RowKeys, *, is_double: bool) -> None:
        row = planned.row
        if row.contact_id is not None and not self._matcher.is_foreign(row.contact_id):
            self._own_number(planned, keys, row.contact_id)
            return
        found = self._matcher.by_reference(planned.reference)
        if found is not None and self._usable(planned, found):
            return
        if found is not None:
            planned.doubt("in_the_bin", Candidate(found.id))
            return
        exact = self._matcher.exact(row.profile, keys)
        if exact is not None:
            self._usable(planned, exact)
            return
        self._doubts(planned, keys, is_double=is_double)

    def _doubts(self, planned: PlannedContact, keys: RowKeys, *, is_double: bool) -> None:
        row = planned.row
        line = self._line_of_same(row, keys)
        if line:
            planned.doubt("twice_in_file", line=line)
            return
        if is_double:
            planned.doubt("twice_in_file", line=row.line)
        else:
            planned.is_open = True

    def _own_number(self, planned: PlannedContact, keys: RowKeys, contact_id: int) -> None:
        """Take the contact that our own export names, unless it is somebody else by now."""
        found = self._matcher.known(contact_id)
        is_it = found is not None and _may_be(found, planned.row.profile, keys)
        if found is not None and is_it and self._usable(planned, found):
            return
        # The file of another database, which made its own contacts here before.
        again = self._matcher.by_reference(planned.reference)
        if again is not None and self._usable(planned, again):
            return
        if found is None:
            planned.doubt("number_gone", number=contact_id)
        elif found.state is ContactState.BINNED:
            planned.doubt("in_the_bin", Candidate(found.id))
        else:
            planned.doubt("number_of_another", Candidate(found.id), number=contact_id)

    def _usable(self, planned: PlannedContact, found: KnownContact) -> bool:
        if found.state is ContactState.BINNED:
            return False
        planned.contact_id = found.id
        planned.verdict = RowVerdict.SAME
        return True

    def _line_of_same(self, row: ContactRow, keys: RowKeys) -> int | None:
        """Return the line of an earlier row with the same number, or name and e-mail."""
        own = [(row.reference, "")] if row.reference else []
        own += [(keys.name, email) for email in keys.emails]
        earlier = [self._lines_of_keys[key] for key in own if key in self._lines_of_keys]
        for key in own:
            self._lines_of_keys.setdefault(key, row.line)
        return min(earlier, default=None)

    def _once(self, planned: PlannedContact) -> None:
        """Give each known contact one row of the file only."""
        if planned.contact_id is None:
            return
        line = self._lines_of_contacts.setdefault(planned.contact_id, planned.row.line)
        if line != planned.row.line:
            planned.doubt("twice_in_file", line=line)
            planned.attached = False

    def _number_once(self, planned: PlannedContact, number: str) -> None:
        """Give each member number to one contact: a second one is left to a person."""
        if planned.verdict is not _NEW or not number:
            return
        taken = self._matcher.of_number(number)
        line = self._lines_of_numbers.setdefault(number, planned.row.line)
        if taken is None and line == planned.row.line:
            return
        if self._decisions.of(planned.row.line).choice is Choice.CREATE:
            planned.leave_number()
            return
        candidates = () if taken is None else (Candidate(taken.id),)
        told = planned.row.profile.number
        planned.doubt("number_taken", *candidates, number=told)
        planned.is_open = False


def number_line(row: ContactRow) -> str:
    """Return the line by which a note keeps a number that another contact bears."""
    number = row.profile.number
    columns = (name for name, text in row.raw.items() if text.strip() == number)
    return f"{next(columns, '#')} {number}"


def _may_be(known: KnownContact, profile: NewContact, keys: RowKeys) -> bool:
    """Tell whether a row of our own export still is the contact it names."""
    if known.kind != profile.kind.value:
        return False
    if known.name_key == keys.name or keys.emails & known.emails:
        return True
    return bool(set(fold(profile.display_name).split()) & set(known.name_key.split()))


def _keys(profile: NewContact) -> RowKeys:
    found = [x.value for x in profile.points if x.kind is PointKind.EMAIL]
    emails = frozenset([email.casefold() for email in (profile.email, *found) if email])
    return RowKeys(profile.sort_key, emails, number_key(profile.number))


def number_key(number: str) -> str:
    """Return a member number as it is compared: 0012 is 12."""
    return _LEADING_ZEROS.sub(r"\1", fold(number)) if number else ""


def _digest(row: ContactRow, keys: RowKeys) -> str:
    """Return what a row without a number is known again by."""
    profile = row.profile
    told = (
        profile.kind.value,
        keys.name,
        profile.number,
        profile.siren,
        profile.email.casefold(),
        profile.phone,
        profile.address.postal_code,
        str(profile.birth_on or ""),
    )
    digest = hashlib.blake2b("\x1f".join(told).encode(), digest_size=12)
    return _ROW_MARK + digest.hexdigest()
