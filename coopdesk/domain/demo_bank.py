"""Invents what the bank of the demonstration shows of its books: days and labels."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from coopdesk.domain.bank_statements import LineNature, ReadLine
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentMode
from coopdesk.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coopdesk.domain.bank_matching import Target

# What a bank of the demonstration is called, and its number: nobody's.
BANK_NAME, BANK_IBAN = "Crédit des Rives", "FR7699999000010000000000018"
_SATURDAY = 5
_DAY = dt.timedelta(days=1)
_HEADS = ("VIR SEPA", "VIR INST", "VIREMENT DE")
_MODES = {
    PaymentMode.CARD: LineNature.CARD,
    PaymentMode.DIRECT_DEBIT: LineNature.DIRECT_DEBIT,
}


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line as the bank shows it; ``entry_id`` is what it is of the books, if anything."""

    booked_on: dt.date
    amount: Money
    label: str
    nature: LineNature
    entry_id: int | None = None
    counterparty: str = ""

    def read(self, line: int) -> ReadLine:
        """Return it as a file would tell it, under a number of the bank."""
        raw: Mapping[str, str] = {"NAME": self.label[:32], "MEMO": self.label}
        return ReadLine(
            line,
            raw,
            self.booked_on,
            self.amount,
            self.label,
            self.booked_on,
            self.nature,
            self.counterparty,
            f"{self.booked_on:%y%m%d}{line:05d}",
        )


def shown_lines(targets: Iterable[Target], seed: str, today: dt.date) -> list[ShownLine]:
    """Return what the bank shows of entries up to today, by day; a few come later.

    Each has a chance of its own: what else there is changes nothing of it.
    """
    found = [_shown(target, _chance(target, seed)) for target in targets]
    return sorted(
        (line for line in found if line.booked_on <= today), key=lambda line: line.booked_on
    )


def _chance(target: Target, seed: str) -> Random:
    told = (seed, target.day, target.amount.cents, target.label, target.contact_name)
    return Random(repr(told))  # noqa: S311 (invented data)


def _shown(target: Target, random: Random) -> ShownLine:
    is_out = target.amount.cents < 0
    name = fold(target.contact_name).upper()
    said = fold(target.label).upper()
    if target.mode is PaymentMode.CHEQUE:
        label, nature = f"REMISE CHEQUES {random.randrange(10**7):07d}", LineNature.DEPOSIT
    elif is_out:
        label, nature = f"PRLV SEPA {name or said}", LineNature.DIRECT_DEBIT
    elif name:
        label = f"{random.choice(_HEADS)} {name} {said.split(' ')[0]}"
        nature = _MODES.get(target.mode or PaymentMode.OTHER, LineNature.TRANSFER)
    else:
        label, nature = f"VIR SEPA {said}", LineNature.TRANSFER
    late = random.choice((0, 0, 1, 1, 2, 3))
    on = _open_day(target.day + late * _DAY)
    return ShownLine(on, target.amount, label, nature, target.id, name)


def _open_day(day: dt.date) -> dt.date:
    """Return a day on which banks work."""
    while day.weekday() >= _SATURDAY:
        day += _DAY
    return day


def strange_lines(today: dt.date) -> list[ShownLine]:
    """Return what the bank shows of these weeks and nobody recorded yet."""
    week = 7 * _DAY
    told = (
        (4 * week, -2999, "PRLV SEPA FREE TELECOM 4471 ECH", LineNature.DIRECT_DEBIT),
        (3 * week, -450, "COTISATION CARTE PRO", LineNature.FEE),
        (2 * week, -1840, "CB BOULANGERIE DU PORT", LineNature.CARD),
        (9 * _DAY, 12000, "VIR INST COLLECTIF DES BERGES", LineNature.TRANSFER),
    )
    return [
        ShownLine(_open_day(today - ago), Money(cents), label, nature)
        for ago, cents, label, nature in told
    ]


def collected_lines(waiting: Iterable[Target], today: dt.date) -> list[ShownLine]:
    """Return one deposit of the cheques and one payout of what waits since some days."""
    held: dict[str, list[Target]] = {}
    for target in waiting:
        if target.day <= today - 6 * _DAY:
            held.setdefault(target.through, []).append(target)
    found = []
    for members in held.values():
        amount = Money(sum(member.amount.cents for member in members))
        is_platform = bool(members[0].origin)
        label = "VIR SEPA HELLOASSO" if is_platform else f"REMISE {len(members)} CHEQUES"
        nature = LineNature.TRANSFER if is_platform else LineNature.DEPOSIT
        found.append(ShownLine(_open_day(today - 4 * _DAY), amount, label, nature))
    return found
