"""Which known contact each row of a file is, decided before anything is written.

A number of the other program, our own number, or the same name with the same e-mail decide. All
that is only alike is for a person to decide: such a row is neither merged nor made a contact.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from coopdesk.domain.contact_comparison import Differences
from coopdesk.domain.contact_details import ContactState
from coopdesk.domain.contact_import_matching import keys_of, may_be
from coopdesk.domain.contact_imports import (
    NO_DECISIONS,
    Candidate,
    CellChange,
    Choice,
    Decisions,
)
from coopdesk.domain.imports import Problem, RowVerdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coopdesk.domain.contact_comparison import KnownDetails
    from coopdesk.domain.contact_import_matching import KnownContact, RowKeys, RowMatcher
    from coopdesk.domain.contact_imports import ContactRow, ReadContacts

# What tells a row without a number from others, kept as its reference.
_ROW_MARK = "row:"
_DOUBTFUL, _NEW = RowVerdict.DOUBTFUL, RowVerdict.NEW


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


def plan_rows(
    read: ReadContacts, matcher: RowMatcher, decisions: Decisions = NO_DECISIONS
) -> list[PlannedContact]:
    """Decide which contact each row is.

    Two things remain: rows that are ``open`` may resemble a contact, and what a row changes of
    a known one is to be compared.
    """
    planner = _Planner(matcher, decisions)
    return [planner.plan(row) for row in read.rows]


class _Planner:
    """Plans the rows of a file in their order."""

    def __init__(self, matcher: RowMatcher, decisions: Decisions) -> None:
        self._matcher = matcher
        self._decisions = decisions
        self._lines_of_keys: dict[tuple[str, str], int] = {}
        self._lines_of_contacts: dict[int, int] = {}
        self._lines_of_numbers: dict[str, int] = {}
        self._ranks: dict[str, int] = defaultdict(int)

    def plan(self, row: ContactRow) -> PlannedContact:
        """Return what becomes of a row."""
        keys = keys_of(row.profile)
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
        is_it = found is not None and may_be(found, planned.row.profile, keys)
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
