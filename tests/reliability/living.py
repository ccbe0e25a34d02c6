"""Whatever happens to gifts and receipts: no gift is ever on two receipts that count."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from coopdesk.domain.donations import NewReturn, ReturnReason
from coopdesk.domain.errors import CoopDeskError
from coopdesk.domain.receipts import Delivery, DeliveryWay, ReceiptFilter, ReceiptScope
from tests.building import gift, person
from tests.reliability.office import YEAR, open_office, waiting_gifts

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopdesk.services.registry import Services

_TWICE = (
    "SELECT donation_id FROM tax_receipt_gift g WHERE NOT EXISTS"
    " (SELECT 1 FROM tax_receipt_void v WHERE v.receipt_id = g.receipt_id)"
    " GROUP BY donation_id HAVING count(*) > 1"
)


def on_two_receipts(path: Path) -> list[int]:
    """Return the gifts on two receipts of which none is voided, by other means than ours."""
    with closing(sqlite3.connect(path)) as connection:
        return [key for (key,) in connection.execute(_TWICE)]


class Life:
    """Random commands on gifts and receipts; each may be refused."""

    def __init__(self, services: Services, chance: random.Random) -> None:
        self._services, self._chance = services, chance

    def step(self) -> str:
        """Do one thing and return its name, with a dash before it when it was refused."""
        names = [name for name in vars(Life) if name not in {"step"} and name[0] != "_"]
        name = self._chance.choice([*names, "issue_one", "issue_one", "replace", "void"])
        try:
            getattr(self, name)()
        except CoopDeskError:
            return f"-{name}"
        return name

    def give(self) -> None:
        donor = self._services.contacts.add(person(f"Nguyễn {self._chance.random()}")).value.id
        self._services.donations.record(gift(donor, 700))

    def issue_one(self) -> None:
        waiting = waiting_gifts(self._services)
        if waiting:
            chosen = self._chance.choices(waiting, k=2)
            self._services.receipts.issue_year(YEAR, donation_ids=chosen)

    def issue_all(self) -> None:
        scope = self._chance.choice((ReceiptScope.DONOR, ReceiptScope.GIFT))
        self._services.receipts.issue_year(YEAR, scope)

    def void(self) -> None:
        self._services.receipt_life.void(self._any_receipt(), "erreur")

    def replace(self) -> None:
        self._services.receipt_life.replace(self._any_receipt())

    def deliver(self) -> None:
        today = self._services.receipts._today()
        self._services.receipt_life.deliver(
            [self._any_receipt()], Delivery(DeliveryWay.HANDED, today)
        )

    def give_back(self) -> None:
        today = self._services.receipts._today()
        key = self._chance.randrange(1, 12)
        self._services.donations.give_back(key, NewReturn(today, ReturnReason.BOUNCED))

    def merge(self) -> None:
        keep, drop = self._chance.sample(range(1, 9), 2)
        self._services.duplicates.merge(keep, drop)

    def undo(self) -> None:
        latest = self._services.operations.latest(12)
        self._services.operations.undo_one(self._chance.choice(latest).id)

    def _any_receipt(self) -> int:
        ids = self._services.receipts.ids(ReceiptFilter())
        return self._chance.choice(ids) if ids else 1


def live(tell: Callable[[str], None], path: str, seed: int, steps: int) -> None:
    """Try so many random things with receipts; told one by one."""
    services = open_office(Path(path))
    chance = random.Random(seed)
    life = Life(services, chance)
    for _step in range(steps):
        name = chance.choice(("issue_one", "void", "replace", "issue_all"))
        try:
            getattr(life, name)()
        except CoopDeskError as error:
            tell(f"-{error.code}")
        else:
            tell(name)
    services.database.close()
