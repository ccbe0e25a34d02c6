"""What an import will do with each reply of a poll, decided before anything is written."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.import_decisions import NEW_CONTACT
from coopdesk.domain.imports import RowVerdict
from coopdesk.domain.polls import option_key, poll_key
from coopdesk.domain.text import fold, sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence, Set

    from coopdesk.domain.import_decisions import ImportDecisions, RowDecision
    from coopdesk.domain.polls import PollOption, ReadPoll, ReadReply

_WRITTEN = frozenset({RowVerdict.NEW, RowVerdict.CHANGED})


class KnownReply(NamedTuple):
    """A reply as it is kept: its id, its answers and whose it is."""

    id: int
    answers: str
    contact_id: int | None


class KnownPoll(NamedTuple):
    """What is known of a poll before a file is read; ``id`` is None of a new one."""

    id: int | None
    options: Sequence[PollOption]
    replies: Mapping[str, KnownReply]


@dataclass(slots=True)
class PlannedReply:
    """One reply and what becomes of it; ``known_id`` is the reply that it brings up to date."""

    row: ReadReply
    verdict: RowVerdict
    answers: str
    known_id: int | None = None
    contact_id: int | None = None
    left_out: bool = False

    @property
    def writes(self) -> bool:
        """Tell whether the import would write something for this reply."""
        return self.verdict in _WRITTEN and not self.left_out


@dataclass(slots=True)
class PollPlan:
    """What will be written; ``more`` are the options that the poll did not have."""

    poll_id: int | None
    key: str
    more: list[PollOption]
    known_options: int
    rows: list[PlannedReply] = field(default_factory=list)


def plan_poll(
    read: ReadPoll,
    known: KnownPoll,
    people: Mapping[str, Set[int]],
    decisions: ImportDecisions,
) -> PollPlan:
    """Judge every reply of a poll; ``people`` says who bears a name, by its folded key."""
    places = {option_key(option): at for at, option in enumerate(known.options)}
    more = [option for option in read.options if option_key(option) not in places]
    for option in more:
        places[option_key(option)] = len(places)
    at_home = [places[option_key(option)] for option in read.options]
    key = poll_key(read.kind, read.title, read.options)
    plan = PollPlan(known.id, key, more, len(known.options))
    for row in read.replies:
        decision = decisions.of(row.line)
        before = known.replies.get(row.outside_key)
        answers = kept_answers({at_home[at]: text for at, text in row.answers.items()})
        who = _who(row, decision, people, before)
        planned = PlannedReply(row, _verdict(before, answers, who), answers, contact_id=who)
        planned.known_id = None if before is None else before.id
        planned.left_out = decision.leave_out
        plan.rows.append(planned)
    return plan


def kept_answers(answers: Mapping[int, str]) -> str:
    """Return answers as they are kept, the same text for the same ones."""
    ordered = {str(at): answers[at] for at in sorted(answers)}
    return json.dumps(ordered, ensure_ascii=False)


def _verdict(before: KnownReply | None, answers: str, who: int | None) -> RowVerdict:
    if before is None:
        return RowVerdict.NEW
    same = (before.answers, before.contact_id) == (answers, who)
    return RowVerdict.SAME if same else RowVerdict.CHANGED


def _who(
    row: ReadReply,
    decision: RowDecision,
    people: Mapping[str, Set[int]],
    before: KnownReply | None,
) -> int | None:
    """Return whose reply it is: as decided, as known, or the only contact of that name.

    A poll has no e-mail: nobody is chosen between two people of one name. A contact made of
    the reply before is not made again.
    """
    known = None if before is None else before.contact_id
    found: set[int] = set()
    for last, first in _namings(row.name):
        found |= people.get(fold(sort_key(last, first)), set())
    is_made = decision.contact_id == NEW_CONTACT and known in found | _named(row.name, people)
    if decision.contact_id is not None and not is_made:
        return decision.contact_id
    if known is not None:
        return known
    return found.pop() if len(found) == 1 else None


def _named(name: str, people: Mapping[str, Set[int]]) -> Set[int]:
    """Return the contacts that are called as one made of a reply is."""
    first, _space, last = name.rpartition(" ")
    return people.get(fold(sort_key(last, first)), set())


def _namings(name: str) -> Iterable[tuple[str, str]]:
    words = name.split()
    for at in range(1, len(words)):
        left, right = " ".join(words[:at]), " ".join(words[at:])
        yield left, right
        yield right, left
