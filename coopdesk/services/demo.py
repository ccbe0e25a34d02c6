"""Use case: fill an empty database with a believable association that does not exist."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from itertools import islice
from random import Random
from typing import TYPE_CHECKING, Any

from coopdesk.domain.association import StoredImage
from coopdesk.domain.demo_house import house_movements, monthly_bills
from coopdesk.domain.demo_movements import LifeMaker
from coopdesk.domain.demo_people import PeopleMaker
from coopdesk.domain.demo_stories import movements_of_cast
from coopdesk.domain.demo_words import (
    USUAL_CONTACTS,
    USUAL_YEARS,
    DemoCounts,
    DemoPeriod,
    campaign_names,
)
from coopdesk.domain.donations import NewDonation
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import Money, total
from coopdesk.domain.payments import LineKind, PaymentState
from coopdesk.services.demo_bank import DemoBankWriter
from coopdesk.services.demo_book_seed import read_book_words
from coopdesk.services.demo_books import DemoBookKeeper
from coopdesk.services.demo_gatherings import DemoGatherings, DemoKnown
from coopdesk.services.demo_gifts import DemoGiftWriter
from coopdesk.services.demo_images import draw_logo, draw_signature
from coopdesk.services.demo_members import DemoMemberWriter
from coopdesk.services.demo_partners import DemoPartnerWriter
from coopdesk.services.demo_seed import read_demo_words
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.services.progress import NO_PROGRESS
from coopdesk.storage.donation_store import donation_values
from coopdesk.storage.payment_rows import line_values, payment_values

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from coopdesk.domain.contacts import NewContact
    from coopdesk.domain.demo_books import DemoBill, DemoFestivity
    from coopdesk.domain.demo_words import DemoMovement, DemoWords
    from coopdesk.domain.payments import PaymentPart
    from coopdesk.services.progress import Progress
    from coopdesk.storage.unit_of_work import Units, Work

MOST_CONTACTS = 1_000_000
MOST_YEARS = 20
# Contacts written between two reports of progress.
STEP = 1_000


@dataclass(slots=True)
class _Tally:
    payments: int = 0
    donations: int = 0
    gift_cents: int = 0


@dataclass(frozen=True, slots=True)
class _Second:
    """The second half of a progress."""

    whole: Progress
    count: int

    def advance(self, done: int, total: int) -> None:
        """Tell so much of the second half."""
        self.whole.advance(self.count + self.count * done // total, 2 * self.count)


_BUILT = (
    Subject.ASSOCIATION,
    Subject.CONTACTS,
    Subject.DONATIONS,
    Subject.PAYMENTS,
    Subject.MEMBERS,
    Subject.EXPENSES,
    Subject.CHART,
    Subject.FISCAL_YEARS,
    Subject.ENTRIES,
    Subject.ACTIVITIES,
    Subject.BUDGETS,
    Subject.INVENTORY,
    Subject.BANK,
    Subject.IMPORTS,
    Subject.EVENTS,
    Subject.GROUPS,
    Subject.PARTNERS,
    Subject.GRANTS,
)


class DemoService:
    """Build demonstration data."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def build(
        self,
        contacts: int | None = None,
        years: int | None = None,
        seed: int = 1901,
        progress: Progress = NO_PROGRESS,
    ) -> Outcome[DemoCounts]:
        """Fill the database, in one transaction; same seed and day, same rows.

        A profile that exists is kept. Without a number, as many contacts and years as usual.

        Raises:
            RuleError: ``demo.not_empty`` or ``demo.out_of_range``.
            JobCancelledError: nothing was stored.
        """
        contacts = USUAL_CONTACTS if contacts is None else contacts
        years = USUAL_YEARS if years is None else years
        if not (1 <= contacts <= MOST_CONTACTS and 1 <= years <= MOST_YEARS):
            raise RuleError("demo.out_of_range", contacts=MOST_CONTACTS, years=MOST_YEARS)
        today = self._today()
        period = DemoPeriod(tuple(range(today.year - years + 1, today.year + 1)), today)
        with self._units.write("demo.built") as work:
            if not work.home.is_empty():
                raise RuleError("demo.not_empty")
            words = read_demo_words()
            _put_profile(work, words)
            builder = _Builder(work, words, period, seed)
            tally = builder.build(contacts, progress)
            festivity = builder.gather(self._units, self._today, seed)
            books = read_book_words()
            bills = builder.bills + monthly_bills(books, words.life, period, contacts)
            keeper = DemoBookKeeper(self._units, work, books, self._today, builder.cast_ids)
            if festivity is not None:
                bills += keeper.host(festivity)
            tally.payments += keeper.keep(period.years, bills, _Second(progress, contacts))
            DemoPartnerWriter(
                self._units, work, self._today, builder.cast_ids, keeper.activity_ids
            ).write()
            bank = DemoBankWriter(self._units, work, self._today, books.sweeping.bank)
            bank.write(seed)
            work.commit()
        counts = DemoCounts(
            contacts,
            tally.payments,
            tally.donations,
            Money(tally.gift_cents),
            period.years[0],
            period.years[-1],
        )
        return changed(counts, *_BUILT)


class _Builder:
    """Writes contacts and movements, some thousand rows at a time."""

    def __init__(self, work: Work, words: DemoWords, period: DemoPeriod, seed: int) -> None:
        self._work = work
        self._words = words
        self._period = period
        self._random = Random(seed)  # noqa: S311 (invented data)
        others = Random(f"members {seed}")  # noqa: S311 (invented data)
        self._members = DemoMemberWriter(work, words.members, period.today, others)
        self._tally = _Tally()
        self._known = DemoKnown()
        self.cast_ids: dict[str, int] = {}
        self.bills: list[DemoBill] = []

    def build(self, count: int, progress: Progress) -> _Tally:
        """Write everything but the books; ``progress`` counts contacts, as far as half."""
        people = PeopleMaker(self._words.people, self._random)
        life = LifeMaker(self._words.life, self._period, self._campaign_ids(), self._random)
        made = people.contacts(count, self._words.cast)
        cast_ids: list[int] = []
        for done in range(0, count, STEP):
            progress.advance(done, 2 * count)
            contacts = self._members.completed(list(islice(made, STEP)))
            ids = self._work.contacts.add_many(contacts)
            self._members.tie(contacts, ids)
            if not done:
                cast_ids = ids[: len(self._words.cast)]
                self._known.meet(contacts, ids)
                self._write_cast(life, cast_ids, count)
            self._write_others(life, contacts, ids, len(cast_ids) if not done else 0)
            self._members.stop()
        self._write_gifts(cast_ids)
        progress.advance(count, 2 * count)
        return self._tally

    def gather(
        self, units: Units, today: Callable[[], dt.date], seed: int
    ) -> DemoFestivity | None:
        """Write the events and groups of those who were written; return the festive days."""
        gatherings = DemoGatherings(units, self._work, self._words.people, today)
        self._known.cast = self.cast_ids
        takings = gatherings.write(self._known, self._period, seed)
        self._tally.payments += takings.payments
        self._tally.donations += len(takings.gifts)
        self._tally.gift_cents += total(takings.gifts).cents
        return takings.festivity

    def _write_gifts(self, ids: list[int]) -> None:
        cast: dict[str, int] = {}
        for member, key in zip(self._words.cast, ids, strict=False):
            for name in filter(None, (member.key, member.story)):
                cast.setdefault(name, key)
        found = DemoGiftWriter(self._work, self._words.gifts, self._period, cast).write()
        self._tally.donations += found.donations
        self._tally.gift_cents += found.cents

    def _campaign_ids(self) -> dict[str, int]:
        names = campaign_names(self._words.life, self._period.years)
        found = {name: self._work.payments.campaign_id(name) for name in names}
        return {name: key for name, key in found.items() if key is not None}

    def _write_cast(self, life: LifeMaker, ids: list[int], size: int) -> None:
        cast = self._words.cast
        self.cast_ids = {
            member.key: key for member, key in zip(cast, ids, strict=False) if member.key
        }
        movements, self.bills = house_movements(
            self._words.life, self._period, self.cast_ids, size, self._random
        )
        self._write(movements)
        self._write(movements_of_cast(life, cast, ids, self._period))

    def _write_others(
        self, life: LifeMaker, contacts: Sequence[NewContact], ids: Sequence[int], skip: int
    ) -> None:
        self._write(life.of_contacts(contacts[skip:], ids[skip:]))

    def _write(self, movements: list[DemoMovement]) -> None:
        store = self._work.imports
        memberships = self._members.join(movements)
        payment_ids = store.add_payments([payment_values(one.payment) for one in movements])
        parts = [
            (key, movement, part, memberships.get(place))
            for place, (key, movement) in enumerate(zip(payment_ids, movements, strict=True))
            for part in movement.payment.parts
        ]
        line_ids = store.add_lines(
            [_line(key, part, membership_id) for key, _one, part, membership_id in parts]
        )
        gifts = [
            donation_values(
                _gift(movement, part.amount),
                line_id,
                movement.payment.campaign_id,
                movement.outside_receipt,
            )
            for line_id, (_key, movement, part, _membership) in zip(
                line_ids, parts, strict=True
            )
            if part.kind is LineKind.GIFT
        ]
        store.add_donations(gifts)
        self._count(movements, len(gifts))

    def _count(self, movements: list[DemoMovement], gifts: int) -> None:
        self._tally.payments += len(movements)
        self._tally.donations += gifts
        self._tally.gift_cents += sum(
            part.amount.cents
            for movement in movements
            if movement.payment.state is PaymentState.RECEIVED
            for part in movement.payment.parts
            if part.kind is LineKind.GIFT
        )


def _line(payment_id: int, part: PaymentPart, membership_id: int | None) -> dict[str, Any]:
    """Return the columns of a line; a fee settles the membership of its payment."""
    settled = membership_id if part.kind is LineKind.FEE else None
    return {**line_values(payment_id, part), "membership_id": settled}


def _gift(movement: DemoMovement, amount: Money) -> NewDonation:
    payment = movement.payment
    return NewDonation(
        payment.paid_on,
        amount,
        payment.mode,
        payment.payer_id,
        nature=movement.nature,
        ineligibility=movement.ineligibility,
    )


def _put_profile(work: Work, words: DemoWords) -> None:
    if work.association.get() is not None:
        return
    profile = replace(
        words.profile,
        logo=_image("logo.png", draw_logo()),
        signature=_image("signature.png", draw_signature()),
    )
    work.association.put(profile)


def _image(name: str, content: bytes) -> StoredImage:
    return StoredImage(name, content, hashlib.sha256(content).hexdigest())
