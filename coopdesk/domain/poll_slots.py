"""Slots of a poll as dates of an event: hours, who comes, the places that hold them."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from coopdesk.domain.events import WhenKind
from coopdesk.domain.polls import Answer

if TYPE_CHECKING:
    from coopdesk.domain.event_registrations import Registration
    from coopdesk.domain.events import Venue, When
    from coopdesk.domain.polls import OptionCount, Poll, PollReply

# When a slot begins, and when it ends where it says so.
Hours: TypeAlias = tuple[dt.time, dt.time | None]

_HOUR = r"(\d{{1,2}})(?:\s?(?:(?P<{name}>h|:|heures?))\s?(\d{{2}})?)?"
_RANGE = re.compile(
    rf"(?P<from>\bde )?(?<![\d/:.]){_HOUR.format(name='first')}"
    rf"\s*(?:[-–—]|(?P<to>/|à|a\b|et|jusqu['’]à))\s*{_HOUR.format(name='last')}(?![\d/])"
)
_ONE = re.compile(r"(?<![\d/:.])(\d{1,2})\s?(?:h|:|heures?)\s?(\d{2})?(?![\d/])")
# Noon is an hour of the clock; the afternoon is none.
_NOON = re.compile(r"(?<!apr[eè]s[- ])\bmidi\b")
_LAST_HOUR, _LAST_MINUTE = 23, 59


@dataclass(frozen=True, slots=True)
class SlotProposal:
    """A slot with what it would mean: ``venues`` hold all who said yes, the smallest first.

    ``roomier`` hold those as well who come « if needed ».
    """

    count: OptionCount
    hours: Hours | None
    venues: tuple[Venue, ...]
    roomier: tuple[Venue, ...]

    def is_held(self, when: When) -> bool:
        """Tell whether an event is held in this slot."""
        begins = self.hours[0] if self.hours is not None else None
        is_that_day = self.count.option.held_on is not None and (
            when.kind is WhenKind.DAYS and when.starts_on == self.count.option.held_on
        )
        return is_that_day and when.begins_at == begins


@dataclass(frozen=True, slots=True)
class PollProposal:
    """What a poll says: each slot, and the places in the poll of the best ones."""

    poll: Poll
    slots: tuple[SlotProposal, ...]
    best: tuple[int, ...]

    @property
    def best_slots(self) -> tuple[SlotProposal, ...]:
        """The best slots."""
        return tuple(slot for slot in self.slots if slot.count.position in self.best)


@dataclass(frozen=True, slots=True)
class PollRegistrations:
    """Whom a poll registered, and the names of those who were registered before."""

    made: tuple[Registration, ...]
    known: tuple[str, ...]


def hours_of(moment: str) -> Hours | None:
    """Read the hours of a slot: ``18h-20h``, ``20h30 à 22h``, ``18-20h``, ``14:00``.

    None of what names no hour of the clock, such as ``soir``. An end that is not after the
    beginning is not told: it is on the next day, or a slip.
    """
    tidy = _NOON.sub("12h", " ".join(moment.lower().split()))
    for found in filter(_is_sure, _RANGE.finditer(tidy)):
        begins, ends = _time(found[2], found[4]), _time(found[6], found[8])
        if begins is not None:
            return begins, ends if ends is not None and ends > begins else None
    one = _ONE.search(tidy)
    begins = _time(one[1], one[2]) if one else None
    return None if begins is None else (begins, None)


def coming(poll: Poll, position: int, *, with_maybe: bool = False) -> list[PollReply]:
    """Return who said yes to a slot, or also « if needed », in the order of their answers."""
    wanted = {Answer.YES.value, Answer.MAYBE.value} if with_maybe else {Answer.YES.value}
    found = [reply for reply in poll.replies if reply.answers.get(position) in wanted]
    return sorted(found, key=lambda reply: reply.id)


def names_of(reply: PollReply) -> tuple[str, str]:
    """Return first and last name as somebody signed; one word alone is a first name."""
    first, _space, last = reply.name.strip().rpartition(" ")
    return (first, last) if first else (last, "")


def _is_sure(found: re.Match[str]) -> bool:
    """Tell two hours (« de 18 à 20h ») from a day and an hour (« le 8 à 18h »)."""
    if found["first"]:
        return True
    return bool(found["last"]) and bool(found["from"] or not found["to"])


def _time(hour: str, minute: str | None) -> dt.time | None:
    hours, minutes = int(hour), int(minute or 0)
    if hours > _LAST_HOUR or minutes > _LAST_MINUTE:
        return None
    return dt.time(hours, minutes)
