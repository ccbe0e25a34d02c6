"""Use cases around double contacts: propose, compare, merge, tell apart; nothing by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.contact_details import ContactState, NewNote
from coopdesk.domain.duplicates import (
    Proposal,
    Similar,
    compare,
    find_duplicates,
    identity_of,
    similar_to,
)
from coopdesk.domain.errors import RuleError
from coopdesk.domain.merging import (
    Age,
    DuplicateProposal,
    MergeSheet,
    SimilarContact,
    check_pair,
    merge_fields,
    merged_profile,
)
from coopdesk.services.contact_rules import changeable
from coopdesk.services.households import dissolve_if_alone, living_in, move_others
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.services.progress import NO_PROGRESS

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Collection, Mapping, Sequence

    from coopdesk.domain.contacts import Contact, NewContact
    from coopdesk.domain.duplicates import Identity
    from coopdesk.domain.merging import Side
    from coopdesk.services.progress import Progress
    from coopdesk.storage.unit_of_work import Units, Work

# Of those that share a key with what is typed, so many that share most are compared.
_COMPARED = 200
# Beyond so many, going through everybody is quicker than looking keys up.
_MANY = 2_000
_TOUCHED = (
    Subject.CONTACTS,
    Subject.DONATIONS,
    Subject.PAYMENTS,
    Subject.RECEIPTS,
    Subject.MEMBERS,
    Subject.IMPORTS,
    Subject.PARTNERS,
    Subject.GRANTS,
)


class DuplicateService:
    """Propose contacts that may be one, and merge two that are."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def proposals(
        self, progress: Progress = NO_PROGRESS, among: Collection[int] | None = None
    ) -> list[DuplicateProposal]:
        """Return every pair that may be one contact, the likeliest first.

        Archived contacts are left out, and pairs that somebody said are two. With ``among``
        only pairs with one of these contacts, archived partners included.
        """
        progress.advance(0, 1)
        wanted = None if among is None else frozenset(among)
        with self._units.read() as work:
            identities = _around(work, wanted)
            not_same = work.duplicates.not_same()
        found = find_duplicates(identities, not_same, progress.advance, wanted)
        with self._units.read() as work:
            return _described(work, found)

    def recheck(self, proposals: Sequence[DuplicateProposal]) -> list[DuplicateProposal]:
        """Return those of the pairs that are still to be proposed, as the contacts are now.

        Far quicker than ``proposals``: each pair is compared, nothing is searched.
        """
        pairs = [(one.first.contact_id, one.second.contact_id) for one in proposals]
        with self._units.read() as work:
            ids = list(dict.fromkeys(key for pair in pairs for key in pair))
            known = {one.id: one for one in work.duplicates.identities(ids, in_lists=True)}
            apart = work.duplicates.not_same()
            found = []
            for low, high in map(sorted, pairs):
                same = known.get(low), known.get(high)
                if (low, high) not in apart and same[0] and same[1]:
                    likeness = compare(same[0], same[1])
                    if likeness:
                        found.append(Proposal(low, high, likeness.score, likeness.reasons))
            found.sort(key=lambda pair: (-pair.score, pair.first_id, pair.second_id))
            return _described(work, found)

    def of_import(
        self, run_id: int, progress: Progress = NO_PROGRESS
    ) -> list[DuplicateProposal]:
        """Return the pairs in which a contact takes part that an import brought."""
        with self._units.read() as work:
            brought = work.duplicates.brought_by(run_id)
        return self.proposals(progress, brought) if brought else []

    def similar(
        self, new: NewContact, own_id: int | None = None, limit: int = 3
    ) -> list[SimilarContact]:
        """Return the contacts that resemble one being typed, the likeliest first.

        Archived ones too. ``own_id`` is the contact being changed: it is left out, and so are
        those that somebody said are others.
        """
        typed = identity_of(new, own_id)
        with self._units.read() as work:
            ids = work.duplicates.candidates(typed, _COMPARED)
            if own_id is not None:
                ids = _without(ids, {own_id, *work.duplicates.not_same_as(own_id)})
            found = similar_to(typed, work.duplicates.identities(ids))
            return _with_lines(work, found[:limit])

    def comparison(self, keep_id: int, drop_id: int) -> MergeSheet:
        """Return two contacts side by side, and what a merge would move.

        Raises:
            NotFoundError: one is gone. RuleError: ``merge.same_contact``,
                ``merge.kinds_differ`` or ``contact.merged``.
        """
        with self._units.read() as work:
            return _sheet(work, keep_id, drop_id)

    def merge(
        self, keep_id: int, drop_id: int, choices: Mapping[str, Side] | None = None
    ) -> Outcome[Contact]:
        """Make two contacts one, as one operation that can be taken back whole.

        Fields that ``choices`` does not name are taken as the comparison proposes. An address
        that is new to the household goes to all of it; ``Outcome.along`` names the others.

        Raises:
            NotFoundError: one is gone. RuleError: as ``comparison``, ``merge.unknown_field``,
                or what was chosen does not go together.
        """
        with self._units.write("contact.merged") as work:
            sheet = _sheet(work, keep_id, drop_id)
            names = sheet.keep.display_name, sheet.drop.display_name
            work.recorder.relabel(name=names[0], other=names[1])
            moved = self._merge(work, sheet, choices or {})
            contact = work.contacts.get(keep_id)
            work.commit()
        return changed(contact, *_TOUCHED, along=moved)

    def not_same(self, a_id: int, b_id: int) -> Outcome[bool]:
        """Remember that two contacts are two; return whether that was new.

        Raises:
            NotFoundError: one is gone. RuleError: ``merge.same_contact``, ``contact.merged``.
        """
        if a_id == b_id:
            raise RuleError("merge.same_contact")
        with self._units.write("contact.not_same") as work:
            names = [changeable(work, key).display_name for key in (a_id, b_id)]
            work.recorder.relabel(name=names[0], other=names[1])
            is_new = bool(work.duplicates.add_not_same([(a_id, b_id)]))
            work.commit()
        return changed(is_new, Subject.CONTACTS)

    def none_same(self, pairs: Sequence[tuple[int, int]]) -> Outcome[int]:
        """Remember of several pairs that they are two, as one operation; return how many."""
        if len(pairs) == 1:
            one = self.not_same(*pairs[0])
            return Outcome(int(one.value), one.changes)
        with self._units.write("contact.pairs_not_same", count=str(len(pairs))) as work:
            count = work.duplicates.add_not_same(pairs)
            work.commit()
        return changed(count, Subject.CONTACTS)

    def _merge(
        self, work: Work, sheet: MergeSheet, choices: Mapping[str, Side]
    ) -> tuple[str, ...]:
        """Hide the dropped contact first: the way of gifts on receipts must be seen."""
        keep, drop = sheet.keep, sheet.drop
        profile = merged_profile(sheet, choices)
        work.duplicates.set_merged(drop.id, keep.id, self._today())
        work.contacts.change(keep.id, profile)
        lives = sheet.at_home(choices)
        is_used = ContactState.ACTIVE in {keep.state, drop.state}
        state = ContactState.ACTIVE if is_used else keep.state
        work.duplicates.set_kept(keep.id, lives.household_id, state)
        moved = move_others(work, lives, profile)
        if drop.profile.note and drop.profile.note not in profile.note:
            note = NewNote(keep.id, self._today(), drop.profile.note)
            work.ties.add_note(note, self._units.author)
        work.duplicates.move(drop.id, keep.id)
        for home in sorted(sheet.homes):
            if home != lives.household_id or keep.household_id == drop.household_id:
                dissolve_if_alone(work, home)
        return moved


def _around(work: Work, wanted: frozenset[int] | None) -> list[Identity]:
    """Return whom to compare: everybody, or a few contacts and who shares a key with them."""
    duplicates = work.duplicates
    if wanted is None or len(wanted) > _MANY:
        return duplicates.all_identities(with_archived=wanted is not None)
    few = duplicates.identities(sorted(wanted))
    return duplicates.identities(sorted(wanted.union(duplicates.sharing(few))))


def _sheet(work: Work, keep_id: int, drop_id: int) -> MergeSheet:
    keep, drop = changeable(work, keep_id), changeable(work, drop_id)
    check_pair(keep, drop)
    duplicates = work.duplicates
    age = Age(duplicates.changed_last(keep_id), duplicates.changed_last(drop_id))
    fields = merge_fields(keep, drop, age)
    parents = [x for one in fields if one.name == "parent_id" for x in (one.kept, one.dropped)]
    names = {
        **{("household_id", key): x for key, x in duplicates.household_names().items()},
        **{("parent_id", key): x for key, x in duplicates.contact_names(parents).items()},
    }
    living = {x.household_id for x in (keep, drop) if x.household_id is not None}
    return MergeSheet(
        keep,
        drop,
        fields,
        moved=duplicates.moved(drop_id),
        receipts=duplicates.receipts_of(drop_id),
        names=names,
        homes={home: _others(work, home, {keep_id, drop_id}) for home in living},
        own_fields={own.id: own for own in work.custom_fields.all()},
    )


def _others(work: Work, household_id: int, two: Collection[int]) -> tuple[Contact, ...]:
    return tuple(
        one for part in living_in(work, [household_id]) for one in part if one.id not in two
    )


def _described(work: Work, found: Sequence[Proposal]) -> list[DuplicateProposal]:
    ids = list({key for pair in found for key in (pair.first_id, pair.second_id)})
    sides, weights = work.duplicates.sides(ids), work.duplicates.weights(ids)
    proposals = []
    for pair in found:
        if pair.first_id in sides and pair.second_id in sides:
            both = (pair.first_id, pair.second_id)
            first, second = sorted(both, key=lambda key: weights[key], reverse=True)
            proposals.append(
                DuplicateProposal(sides[first], sides[second], pair.score, pair.reasons)
            )
    return proposals


def _with_lines(work: Work, found: Sequence[Similar]) -> list[SimilarContact]:
    sides = work.duplicates.sides([one.contact_id for one in found])
    return [SimilarContact(sides[x.contact_id], x.score, x.reasons) for x in found]


def _without(ids: Sequence[int], others: Collection[int]) -> list[int]:
    return [key for key in ids if key not in others]
