"""Polls and forms of other programs: their options, who answered what, and what is best."""

from __future__ import annotations

import enum
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coopdesk.domain.text import fold

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

    from coopdesk.domain.import_formats import FileFormat
    from coopdesk.domain.imports import Problem


class PollKind(enum.Enum):
    """What was asked: which days, which choices, or a whole form."""

    DAYS = "days"
    CHOICES = "choices"
    FORM = "form"


class Answer(enum.Enum):
    """What somebody said of a slot or a choice; a form has texts beside."""

    YES = "yes"
    MAYBE = "maybe"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class PollOption:
    """A slot, a choice or a question; ``group`` is the question that a choice belongs to."""

    label: str
    group: str = ""
    held_on: dt.date | None = None
    moment: str = ""


@dataclass(frozen=True, slots=True)
class ReadReply:
    """What one person answered: by place of the option a code of ``Answer``, or a text.

    ``outside_key`` tells one reply from another within its poll.
    """

    line: int
    raw: Mapping[str, str]
    name: str
    outside_key: str
    answers: Mapping[int, str]
    replied_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class ReadPoll:
    """A file of a poll as read; ``refused`` are the rows that ``problems`` refuse."""

    name: str
    sha256: str
    file_format: FileFormat
    kind: PollKind
    title: str
    options: tuple[PollOption, ...]
    replies: tuple[ReadReply, ...]
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    refused: Mapping[int, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OptionCount:
    """How an option was answered; what is « if needed » is never counted as yes."""

    position: int
    option: PollOption
    yes: int = 0
    maybe: int = 0
    no: int = 0
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class PollReply:
    """A reply as it is kept."""

    id: int
    name: str
    contact_id: int | None
    contact_name: str
    answers: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Poll:
    """A poll with all that was answered; ``best`` are the places of its best options.

    ``event_id`` is the event that it is about, None where nobody said.
    """

    id: int
    kind: PollKind
    title: str
    counts: tuple[OptionCount, ...]
    replies: tuple[PollReply, ...]
    event_id: int | None = None
    event_title: str = ""

    @property
    def best(self) -> tuple[int, ...]:
        """The best options."""
        return best_options(self.counts)


@dataclass(frozen=True, slots=True)
class PollLine:
    """A row of the list of polls."""

    id: int
    kind: PollKind
    title: str
    option_count: int
    reply_count: int
    best: tuple[OptionCount, ...] = ()
    event_id: int | None = None
    event_title: str = ""


def poll_key(kind: PollKind, title: str, options: Sequence[PollOption]) -> str:
    """Return what tells a poll from others: its kind, its title and its first option.

    A poll to which options or replies were added since stays the same one.
    """
    first = options[0] if options else PollOption("")
    parts = (kind.value, fold(title), fold(first.group), fold(first.label), fold(first.moment))
    return "|".join(parts)


def option_key(option: PollOption) -> tuple[str, str, str]:
    """Return what tells an option from the others of its poll."""
    return fold(option.group), fold(option.label), fold(option.moment)


def counted(
    options: Sequence[PollOption], answers: Iterable[Mapping[int, str]]
) -> tuple[OptionCount, ...]:
    """Count how each option was answered; texts and silence count as nothing."""
    found: Counter[tuple[int, str]] = Counter(
        (position, answer) for reply in answers for position, answer in reply.items()
    )
    return tuple(
        OptionCount(
            position,
            option,
            yes=found[position, Answer.YES.value],
            maybe=found[position, Answer.MAYBE.value],
            no=found[position, Answer.NO.value],
            unknown=found[position, Answer.UNKNOWN.value],
        )
        for position, option in enumerate(options)
    )


def best_options(counts: Sequence[OptionCount]) -> tuple[int, ...]:
    """Return the places of the options with most yes, then most « if needed »: all equals."""
    most = max(((one.yes, one.maybe) for one in counts), default=(0, 0))
    if most == (0, 0):
        return ()
    return tuple(one.position for one in counts if (one.yes, one.maybe) == most)
