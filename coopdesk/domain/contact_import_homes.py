"""New addresses of a file and the households they concern: a household has one address.

Who lives with somebody that moves goes along, as in the form. Rows of one household that give
it different addresses are left to a person, and so is an address for somebody who had none
while the household has one.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.contact_cells import ADDRESS_FIELDS
from coopdesk.domain.contact_comparison import changed_profile
from coopdesk.domain.imports import Problem, RowVerdict
from coopdesk.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from coopdesk.domain.addresses import PostalAddress
    from coopdesk.domain.contact_import_planning import PlannedContact
    from coopdesk.domain.contact_imports import Decisions
    from coopdesk.domain.contacts import Contact

_PARTS = frozenset(ADDRESS_FIELDS)
_NOT_WRITTEN = frozenset({RowVerdict.DOUBTFUL, RowVerdict.REFUSED})


def moved_homes(plan: Iterable[PlannedContact]) -> dict[int, list[PlannedContact]]:
    """Return the rows of the households that a row gives a new address, by household."""
    homes: dict[int, list[PlannedContact]] = defaultdict(list)
    moved: set[int] = set()
    for one in plan:
        home = None if one.known is None else one.known.contact.household_id
        if home is None or one.left_out or one.verdict in _NOT_WRITTEN:
            continue
        homes[home].append(one)
        if _moves(one):
            moved.add(home)
    return {home: homes[home] for home in moved}


def settle_home(
    rows: Sequence[PlannedContact], living: Sequence[Contact], decisions: Decisions
) -> None:
    """Let a household follow to the one new address of its rows, or leave it to a person.

    ``living`` is everybody who lives there. A cell that a person accepted by itself counts
    before those that were accepted all together.
    """
    movers = [one for one in rows if _moves(one)]
    told = [one for one in movers if _is_told(one, decisions)]
    leading = told or movers
    address = _new_address(leading[0])
    lead = {one.contact_id for one in leading}
    differing = [one for one in leading if _key(_new_address(one)) != _key(address)]
    if not told:
        differing += [one for one in rows if not _agrees(one, address, decisions)]
    if differing:
        _hold_back(movers, (*movers, *differing), "household.addresses_differ")
        return
    _withdraw(one for one in movers if one.contact_id not in lead)
    following = [x for x in living if x.id not in lead and x.profile.address != address]
    if not (told or decisions.replaces) and _has_other(leading, following):
        _hold_back(movers, movers, "household.has_address")
        return
    _let_follow(leading[0], following)


def _let_follow(one: PlannedContact, following: Sequence[Contact]) -> None:
    one.followers = tuple(x.display_name for x in following)
    if one.followers:
        names = ", ".join(one.followers)
        one.notes += (Problem(one.row.line, "household.moves", values={"names": names}),)


def home_warnings(plan: Iterable[PlannedContact]) -> list[Problem]:
    """Return what the file as a whole does to people who only live with those it names."""
    names = [name for one in plan for name in one.followers]
    if not names:
        return []
    return [Problem(0, "household.file_moves", values={"count": len(names)})]


def _moves(one: PlannedContact) -> bool:
    """Tell whether a row gives its contact another address."""
    if _PARTS.isdisjoint(one.accepted):
        return False
    assert one.known is not None
    return _new_address(one) != one.known.contact.profile.address


def _is_told(one: PlannedContact, decisions: Decisions) -> bool:
    return not _PARTS.isdisjoint(decisions.of(one.row.line).accepted)


def _new_address(one: PlannedContact) -> PostalAddress:
    assert one.known is not None
    known = one.known.contact.profile
    return changed_profile(known, one.row.profile, one.accepted).address


def _agrees(one: PlannedContact, address: PostalAddress, decisions: Decisions) -> bool:
    """Tell whether nothing that a row says of its address is against another one."""
    said = one.row.profile.address
    if said.is_empty or not _PARTS.isdisjoint(decisions.of(one.row.line).refused):
        return True
    return all(
        fold(getattr(said, name)) == fold(getattr(address, name))
        for name in ADDRESS_FIELDS
        if getattr(said, name)
    )


def _key(address: PostalAddress) -> tuple[str, ...]:
    return tuple(fold(getattr(address, name)) for name in ADDRESS_FIELDS)


def _has_other(leading: Sequence[PlannedContact], following: Sequence[Contact]) -> bool:
    """Tell whether an address that is known would go, of which no accepted cell speaks."""
    left = {_key(one.known.contact.profile.address) for one in leading if one.known is not None}
    known = [one.profile.address for one in following if not one.profile.address.is_empty]
    return any(_key(address) not in left for address in known)


def _hold_back(
    movers: Sequence[PlannedContact], rows: Sequence[PlannedContact], code: str
) -> None:
    """Change no address of a household, and say why at each row that would."""
    lines = ", ".join(map(str, sorted({one.row.line for one in rows})))
    _withdraw(movers)
    for one in movers:
        one.notes += (Problem(one.row.line, code, values={"lines": lines}),)


def _withdraw(rows: Iterable[PlannedContact]) -> None:
    """Take the address out of what rows would change."""
    for one in rows:
        one.changes = tuple(
            replace(change, accepted=False) if change.field in _PARTS else change
            for change in one.changes
        )
        one.accepted = _without_parts(one.accepted)
        if not (one.accepted or one.attached):
            one.reason = "waits_for_consent"


def _without_parts(accepted: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in accepted.items() if name not in _PARTS}
