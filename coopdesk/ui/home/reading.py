"""What the home page asks, the quick questions first, each filling its card when it comes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from coopdesk.domain.bank_lists import StatementFilter
from coopdesk.domain.home import HomeFigures, ReceiptCounts, ReceiptYears
from coopdesk.domain.money import ZERO
from coopdesk.ui.home.tips import Known, read_known
from coopdesk.ui.recent_records import recent_hits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QObject

    from coopdesk.domain.booking_plan import WaitingPart
    from coopdesk.domain.duties import Duty
    from coopdesk.domain.home import HomeOverview, ReceiptPart
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.home.board import HomeBoard

_NONE = ReceiptCounts(0, ZERO, 0, 0)


@dataclass
class HomeRead:
    """What was read so far; None is what is still to come."""

    seen: HomeOverview | None = None
    receipts: ReceiptYears | None = None
    known: Known | None = None
    to_book: int | None = None
    to_reconcile: int | None = None
    duties: list[Duty] | None = None

    @property
    def figures(self) -> HomeFigures | None:
        """What steps are proposed from; receipts count none until they are read."""
        seen = self.seen
        if seen is None:
            return None
        return seen.figures(self.receipts or ReceiptYears(seen.year, _NONE, _NONE))


@dataclass(frozen=True, slots=True)
class Question:
    """A query, and who takes its answer; a newer one of this name replaces it."""

    name: str
    call: Callable[[], Any]
    done: Callable[[Any], None]


def recent_question(desk: Desk, board: HomeBoard, most: int) -> Question:
    """Ask what the records opened lately are called."""
    from coopdesk.ui.home.rows import recent_rows

    opened = desk.settings.opened_in(desk.database)[:most]
    call = partial(recent_hits, desk.services, opened)
    return Question("recent", call, lambda hits: board.recent.show_rows(recent_rows(hits)))


def card_questions(desk: Desk, board: HomeBoard, limits: Limits) -> Iterator[Question]:
    """Yield what fills the cards that nothing else rests on."""
    from coopdesk.ui.home import rows

    home = desk.services.home

    def fill(name: str, call: Callable[[], Any], make: Callable[[Any], list[Any]]) -> Question:
        card = getattr(board, name)
        return Question(name, call, lambda found: card.show_rows(make(found)))

    year = desk.today().year
    yield fill("events", partial(home.events, limits.events), rows.event_rows)
    yield fill("members", partial(home.members, year), rows.member_rows)
    yield fill("campaigns", partial(home.campaigns, limits.campaigns), rows.campaign_rows)
    yield Question("treasury", home.treasury, board.treasury.show_curve)
    most = limits.contributors
    givers = partial(rows.contributor_rows, most=most)
    yield fill("contributors", partial(home.contributors, most), givers)
    yield fill("finance", home.public_finance, rows.finance_rows)


class ReceiptReading:
    """Counts the receipts of the year before and of this one, some donors at a time.

    So that nothing that is asked meanwhile waits long behind thousands of gifts.
    """

    def __init__(
        self, desk: Desk, owner: QObject, done: Callable[[ReceiptYears], None]
    ) -> None:
        self._desk = desk
        self._owner = owner
        self._done = done
        self._before: ReceiptPart | None = None

    def start(self, year: int) -> None:
        """Begin anew; what an older reading brings then is dropped."""
        self._before = None
        self._ask(year - 1, None)

    def _ask(self, year: int, so_far: ReceiptPart | None) -> None:
        call = partial(self._desk.services.home.receipt_part, year, so_far)
        self._desk.tasks.query(self._owner, call, self._on_part, replaces="receipts")

    def _on_part(self, part: ReceiptPart) -> None:
        if not part.is_whole:
            self._ask(part.year, part)
        elif self._before is None:
            self._before = part
            self._ask(part.year + 1, None)
        else:
            self._done(ReceiptYears(part.year, part.counts, self._before.counts))


@dataclass(frozen=True, slots=True)
class Limits:
    """How many lines each card has."""

    recent: int
    events: int
    campaigns: int
    contributors: int


class BookReading:
    """Counts what the books do not have yet, some payments and gifts at a time.

    So that nothing that is asked meanwhile waits long behind all of them.
    """

    def __init__(self, desk: Desk, owner: QObject, done: Callable[[int], None]) -> None:
        self._desk = desk
        self._owner = owner
        self._done = done

    def start(self) -> None:
        """Begin anew; what an older reading brings then is dropped."""
        self._ask(None)

    def _ask(self, so_far: WaitingPart | None) -> None:
        call = partial(self._desk.services.booking.waiting_part, so_far)
        self._desk.tasks.query(self._owner, call, self._on_part, replaces="books")

    def _on_part(self, part: WaitingPart) -> None:
        if part.is_whole:
            self._done(part.count)
        else:
            self._ask(part)


def read_bank(services: Services) -> int:
    """Count lines of the bank that nothing explains."""
    return services.bank.totals(StatementFilter(waiting=True)).waiting


def known_question(desk: Desk, done: Callable[[Known], None]) -> Question:
    """Ask which first things were done."""
    return Question("known", partial(read_known, desk.services, desk.today().year), done)
