"""Invent the lines that a bank would show of known books, with noise, and keep the truth."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field, replace
from random import Random
from typing import TYPE_CHECKING

from coopdesk.domain.bank_matching import OpenLine, Target, TargetKind
from coopdesk.domain.bank_rules import BankRule, NewBankRule
from coopdesk.domain.bank_statements import LineNature
from coopdesk.domain.money import Money, total
from coopdesk.domain.payments import Direction, PaymentMode
from coopdesk.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Key = tuple[TargetKind, int]
# Debits that nobody entered; the first are known by rules that a person taught.
STRANGERS = (
    ("PRLV SEPA FREE TELECOM FREE HAUTDEBIT {n}", "626", 2999),
    ("PRLV SEPA MAIF COTISATION {n} ECH", "616", 4812),
    ("PRLV OVH SAS {n}", "6156", 719),
    ("COTIS CARTE PRO {n}", "627", 450),
    ("CB BOULANGERIE DU PORT {n}", "", 1840),
    ("FRAIS TENUE DE COMPTE", "", 600),
)
_TAUGHT = 3


@dataclass(slots=True)
class Statement:
    """Lines with what each truly is: targets, an account, or lines that belong together.

    ``kinds`` says what sort of case a line is.
    """

    lines: list[OpenLine] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    truth: dict[int, frozenset[Key]] = field(default_factory=dict)
    accounts: dict[int, str] = field(default_factory=dict)
    kinds: dict[int, str] = field(default_factory=dict)
    others: list[OpenLine] = field(default_factory=list)
    rules: list[BankRule] = field(default_factory=list)


class Bank:
    """Makes one statement of a year; the same seed makes the same lines."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self._made = Statement()

    def shows(self, direct: Sequence[Target], waiting: Sequence[Target]) -> Statement:
        """Return the statement of books: what moved the bank, and what waited before it."""
        self._made.targets = [*direct, *waiting]
        rest = self._without_the_late(direct)
        rest = self._pay_together(rest)
        rest = self._pay_in_parts(rest)
        for target in rest:
            self._single(target)
        for through, origin in (("5112", ""), ("517", "HelloAsso")):
            held = [self._of(x, origin) for x in waiting if x.through == through]
            self._collect(held)
        self._strangers(direct)
        self._transfers(direct)
        self._made.lines.sort(key=lambda line: (line.booked_on, line.id))
        known = {(x.kind, x.id): x for x in self._made.targets}
        self._made.targets = list(known.values())
        return self._made

    def _without_the_late(self, targets: Sequence[Target]) -> list[Target]:
        """Leave out what the bank never showed: one in twenty-five."""
        return [target for target in targets if self._random.random() > 0.04]

    def _pay_together(self, targets: list[Target]) -> list[Target]:
        """Pay some bills of one supplier by one transfer, and card takings of a day as one."""
        by_name: dict[str, list[Target]] = defaultdict(list)
        for target in targets:
            if target.amount.cents < 0 and target.contact_name:
                by_name[target.contact_name].append(target)
        gone: set[int] = set()
        for some in by_name.values():
            for one, two in zip(some[::2], some[1::2], strict=False):
                if self._random.random() < 0.3 and (two.day - one.day).days <= 40:
                    self._group((one, two), "together", self._label(two), LineNature.TRANSFER)
                    gone |= {one.id, two.id}
        return [target for target in targets if target.id not in gone]

    def _pay_in_parts(self, targets: list[Target]) -> list[Target]:
        rest = []
        for target in targets:
            is_large = abs(target.amount.cents) >= 20_000 and target.amount.cents < 0
            if is_large and self._random.random() < 0.2:
                self._parts(target)
            else:
                rest.append(target)
        return rest

    def _parts(self, target: Target) -> None:
        first = abs(target.amount.cents) * self._random.choice((30, 40, 50)) // 100
        label = self._label(target, named=True)
        day = self._bank_day(target)
        for at, cents in enumerate((first, abs(target.amount.cents) - first)):
            on = day + dt.timedelta(days=28 * at)
            key = self._line(on, -cents, f"{label} {at + 1}/2", LineNature.TRANSFER)
            self._tell(key, (target,), "split")

    def _single(self, target: Target) -> None:
        nature = _NATURES.get(target.mode) if target.mode else None
        if target.amount.cents < 0:
            nature = self._random.choice((LineNature.TRANSFER, LineNature.DIRECT_DEBIT))
        label = self._label(target)
        key = self._line(self._bank_day(target), target.amount.cents, label, nature)
        self._tell(key, (target,), "single")

    def _of(self, target: Target, origin: str) -> Target:
        """Return a target that waits; a platform says of most to which payout they belong."""
        if not origin:
            return target
        half = 1 if target.day.day <= 15 else 16
        lot = f"PO{target.day:%y%m}{half:02d}7"
        kept = replace(target, origin=origin, lot=lot)
        self._made.targets = [kept if x is target else x for x in self._made.targets]
        return kept

    def _collect(self, held: Sequence[Target]) -> None:
        """Take what waits to the bank: cheques every ten days or so, payouts twice a month."""
        is_platform = bool(held) and bool(held[0].origin)
        if is_platform:
            self._pay_out(held)
            return
        basket: list[Target] = []
        left = 0
        for target in sorted(held, key=lambda each: (each.day, each.id)):
            basket.append(target)
            left -= 1
            if left <= 0 and len(basket) > 1:
                # Somebody forgot the last one in a drawer, now and then.
                kept = 1 if self._random.random() < 0.15 and len(basket) > 2 else 0
                taken, basket = basket[: len(basket) - kept], basket[len(basket) - kept :]
                label = f"REMISE CHEQUES {self._random.randrange(10**7)}"
                if self._random.random() < 0.5:
                    label = f"REM CHQ REF{self._random.randrange(10**6)} {len(taken)} CHQ"
                self._group(taken, "deposit", label, LineNature.DEPOSIT)
                left = self._random.randrange(2, 12)

    def _pay_out(self, held: Sequence[Target]) -> None:
        lots: dict[str, list[Target]] = defaultdict(list)
        for target in held:
            lots[target.lot].append(target)
        for lot, members in lots.items():
            if self._random.random() < 0.4:
                self._forget(members)
            said = f" {lot}" if self._random.random() < 0.5 else ""
            self._group(members, "payout", f"VIR SEPA HELLOASSO{said}", LineNature.TRANSFER)

    def _forget(self, members: Iterable[Target]) -> None:
        """Nobody imported the file of the payout: only the payments are known."""
        ids = {member.id for member in members}
        self._made.targets = [
            replace(x, lot="") if x.id in ids and x.through == "517" else x
            for x in self._made.targets
        ]

    def _group(
        self, members: Sequence[Target], kind: str, label: str, nature: LineNature
    ) -> None:
        day = max(member.day for member in members) + self._days(1, 5)
        cents = total(member.amount for member in members).cents
        key = self._line(day, cents, label, nature)
        self._tell(key, members, kind if len(members) > 1 else "single")

    def _strangers(self, targets: Sequence[Target]) -> None:
        months = sorted({(x.day.year, x.day.month) for x in targets})
        for at, (label, account, cents) in enumerate(STRANGERS):
            if at < _TAUGHT:
                words = " ".join(fold(label).split()[:3]).replace(" {n}", "")
                rule = NewBankRule(words, account=account, direction=Direction.OUT)
                self._made.rules.append(BankRule(at + 1, replace(rule, is_learnt=True), uses=4))
            for year, month in months:
                said = label.format(n=self._random.randrange(10**6))
                amount = cents + (0 if at < _TAUGHT else self._random.randrange(300))
                day = dt.date(year, month, 4 + at)
                key = self._line(day, -amount, said, LineNature.DIRECT_DEBIT)
                self._made.kinds[key] = "rule" if at < _TAUGHT else "stranger"
                if at < _TAUGHT:
                    self._made.accounts[key] = account

    def _transfers(self, targets: Sequence[Target]) -> None:
        months = sorted({(x.day.year, x.day.month) for x in targets})
        for year, month in months[::2]:
            day, cents = dt.date(year, month, 18), 100 * self._random.randrange(50, 900)
            key = self._line(day, -cents, "VIR VERS LIVRET A", LineNature.TRANSFER)
            self._made.kinds[key], self._made.accounts[key] = "transfer", "5122"
            self._made.others.append(
                replace(
                    self._made.lines[-1],
                    id=key + 1_000_000,
                    bank_account_id=2,
                    booked_on=day + self._days(0, 2),
                    amount=Money(cents),
                    label="VIR RECU ASSOCIATION",
                )
            )

    def _tell(self, key: int, members: Iterable[Target], kind: str) -> None:
        self._made.truth[key] = frozenset((x.kind, x.id) for x in members)
        self._made.kinds[key] = kind

    def _line(self, day: dt.date, cents: int, label: str, nature: LineNature | None) -> int:
        key = len(self._made.lines) + 1
        if self._random.random() < 0.15:
            nature = LineNature.OTHER  # the file does not say
        said = label[:32] if self._random.random() < 0.3 else label
        line = OpenLine(key, 1, day, Money(cents), said, nature=nature or LineNature.OTHER)
        self._made.lines.append(line)
        return key

    def _bank_day(self, target: Target) -> dt.date:
        dice = self._random.random()
        if dice < 0.08:
            return target.day - self._days(1, 6)  # entered late, or by the day of the sheet
        if target.amount.cents < 0 and dice < 0.25:
            return target.day + self._days(5, 35)  # a bill that was paid later
        return target.day + self._days(0, 4)

    def _days(self, least: int, most: int) -> dt.timedelta:
        return dt.timedelta(days=self._random.randint(least, most))

    def _label(self, target: Target, *, named: bool = False) -> str:
        name = fold(target.contact_name).upper()
        dice = 0.0 if named else self._random.random()
        if not name or dice > 0.88:
            number = self._random.randrange(10**8)
            return self._random.choice((f"VIR INST {number}", f"VIR SEPA RECU {number}", "VIR"))
        words = name.split()
        if dice > 0.7:
            words = words[::-1]
        if 0.62 < dice < 0.7:
            words = words[-1:]  # the last name alone
        if 0.55 < dice < 0.62:
            words[0] = words[0][:-1] + self._random.choice("AEIOXZ")  # a slip
        title = self._random.choice(("", "M ", "MME ", "M OU MME "))
        head = "PRLV SEPA" if target.amount.cents < 0 else self._random.choice(_HEADS)
        tail = self._random.choice(("", " DON", " COTISATION", f" REF {self._random.random()}"))
        return f"{head} {title}{' '.join(words)}{tail}"


_HEADS = ("VIR SEPA", "VIR INST", "VIREMENT DE", "VIR")
_NATURES = {
    PaymentMode.TRANSFER: LineNature.TRANSFER,
    PaymentMode.CHEQUE: LineNature.CHEQUE,
    PaymentMode.CARD: LineNature.CARD,
    PaymentMode.DIRECT_DEBIT: LineNature.DIRECT_DEBIT,
    PaymentMode.CASH: LineNature.CASH,
}
