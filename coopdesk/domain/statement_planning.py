"""Plans the import of a bank statement: which lines are new, known, or probably known."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coopdesk.domain.bank_proofs import DAYS_APART, shifted
from coopdesk.domain.bank_statements import content_key
from coopdesk.domain.imports import RowVerdict
from coopdesk.domain.statement_doubles import probable_doubles
from coopdesk.domain.statement_seams import tell_apart
from coopdesk.domain.text import fold

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

    from coopdesk.domain.bank_proofs import KnownLine
    from coopdesk.domain.bank_statements import ReadLine
    from coopdesk.domain.import_decisions import ImportDecisions

_SPAN = 8 * DAYS_APART


@dataclass(slots=True)
class PlannedLine:
    """One line of a file and what becomes of it; ``reason`` is a code of import reasons.

    ``key`` and ``rank`` tell it from every other of its account. ``known`` is the recorded
    line that it tells again, or that a probable double is taken for.
    """

    line: ReadLine
    key: str
    rank: int
    verdict: RowVerdict = RowVerdict.NEW
    reason: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    known: KnownLine | None = None
    contact_id: int | None = None
    left_out: bool = False

    @property
    def is_written(self) -> bool:
        """Tell whether the import records it."""
        return self.verdict is RowVerdict.NEW and not self.left_out

    def judge(self, verdict: RowVerdict, reason: str = "", **values: object) -> None:
        """Say what becomes of it, and why."""
        self.verdict, self.reason, self.values = verdict, reason, values


@dataclass(frozen=True, slots=True)
class KnownOperations:
    """What is recorded of one account around the days of a file, ``file_format`` is its own.

    ``told`` are lines as the file has them, by line, where a person corrected some: they are
    known again by what the file says, whatever became of it.
    """

    lines: Sequence[KnownLine]
    file_format: str
    told: Mapping[int, ReadLine] = field(default_factory=dict)


def chronological(lines: Sequence[ReadLine]) -> list[ReadLine]:
    """Return lines oldest first: some banks write the newest first.

    Within a day the order of the file stays, turned where the whole file is.
    """
    if _is_newest_first(lines):
        lines = lines[::-1]
    return sorted(lines, key=lambda line: line.booked_on)


def _is_newest_first(lines: Sequence[ReadLine]) -> bool:
    if not lines or lines[0].booked_on != lines[-1].booked_on:
        return bool(lines) and lines[0].booked_on > lines[-1].booked_on
    return 0 < count_breaks(lines)[0] > count_breaks(lines[::-1])[0]


def count_breaks(lines: Sequence[ReadLine]) -> tuple[int, int]:
    """Return how many running balances do not follow from the one before, and the first line.

    Lines are oldest first; those without a balance are carried along.
    """
    held: int | None = None
    count, first = 0, 0
    for line in lines:
        if held is not None:
            held += line.amount.cents
        if line.balance is None:
            continue
        if held is not None and held != line.balance.cents:
            count, first = count + 1, first or line.line
        held = line.balance.cents
    return count, first


def plan_lines(
    lines: Sequence[ReadLine], known: KnownOperations, decisions: ImportDecisions
) -> list[PlannedLine]:
    """Return the lines of one statement, oldest first, each with what becomes of it.

    The same operation is known by its key and its rank among equal ones of the statement, so
    that two equal operations of a day are both kept and a second reading adds none. What is
    not known so, but resembles a recorded line that no other line of the statement is, is a
    probable double: it stays away unless a person keeps it.
    """
    planned = _ranked(chronological(lines), known.told)
    tell_apart(planned, known.lines)
    by_key = {(one.content_key, one.rank): one for one in known.lines}
    claimed = set()
    unknown = []
    for one in planned:
        found = by_key.get((one.key, one.rank))
        if found is not None:
            claimed.add(found.id)
            one.known = found
            one.judge(RowVerdict.SAME)
        elif not one.line.amount:
            one.judge(RowVerdict.REFUSED, "statement.no_money")
        elif one.verdict is RowVerdict.NEW:
            unknown.append(one)
    if unknown:
        days = (planned[0].line.booked_on, planned[-1].line.booked_on)
        free = _unclaimed(known, claimed, days)
        doubles = probable_doubles([one.line for one in unknown], free)
        for at, found in doubles.items():
            unknown[at].known = found
            values = {"day": found.booked_on, "label": found.label}
            unknown[at].judge(RowVerdict.DOUBTFUL, "probable_line", **values)
    for one in planned:
        _decide(one, decisions)
    return planned


def _ranked(lines: Sequence[ReadLine], told: Mapping[int, ReadLine]) -> list[PlannedLine]:
    """Number equal operations; one that the bank numbered alike stands twice in the file.

    So does one with the same balance, where the balances do not follow from one another.
    """
    ranks: Counter[str] = Counter()
    labels: dict[str, set[str]] = defaultdict(set)
    breaks, _first = count_breaks(lines)
    balances: set[tuple[str, int]] = set()
    planned = []
    for line in lines:
        key = content_key(told.get(line.line, line))
        ranks[key] += 1
        one = PlannedLine(line, key, ranks[key])
        label = fold(line.label)
        if line.bank_ref and label in labels[key]:
            one.judge(RowVerdict.DOUBTFUL, "reference_twice")
        labels[key].add(label)
        if breaks and line.balance is not None:
            if (key, line.balance.cents) in balances:
                one.judge(RowVerdict.DOUBTFUL, "balance_twice")
            balances.add((key, line.balance.cents))
        planned.append(one)
    return planned


def _unclaimed(
    known: KnownOperations, claimed: Set[int], days: tuple[dt.date, dt.date]
) -> Iterator[KnownLine]:
    """Yield recorded lines that no line of the file is and that one of them may be.

    A file of the same kind that reaches over their day would have told them the same way.
    """
    for one in known.lines:
        if one.id not in claimed and (
            one.file_format != known.file_format or days[0] <= one.booked_on <= days[1]
        ):
            yield one


def _decide(one: PlannedLine, decisions: ImportDecisions) -> None:
    """Apply what a person decided of a line."""
    row = decisions.of(one.line.line)
    one.left_out = row.leave_out
    if row.contact_id is not None:
        one.contact_id = row.contact_id
    if row.keep and one.verdict is RowVerdict.DOUBTFUL:
        one.judge(RowVerdict.NEW, "kept_double", **one.values)


def span_of(lines: Iterable[ReadLine]) -> tuple[dt.date, dt.date] | None:
    """Return the days between which recorded lines may resemble those of a file."""
    days = [line.booked_on for line in lines]
    days += [line.value_on for line in lines if line.value_on is not None]
    if not days:
        return None
    # Recorded lines are found by the day they were booked on; value days lie a little apart.
    return shifted(min(days), -_SPAN), shifted(max(days), _SPAN)
