"""Invented books for the board's workbook: random but balanced entries of a year."""

from __future__ import annotations

import datetime as dt
import random
from collections import defaultdict
from typing import TYPE_CHECKING

from coopdesk.domain.board_accounts import (
    BoardAccounts,
    BoardBudget,
    BoardContribution,
    BoardFund,
    BoardGrant,
    BoardLine,
    BoardLines,
    BoardRegisters,
    RegisterSum,
)
from coopdesk.domain.chart import AccountKind
from coopdesk.domain.fiscal_years import FiscalYear
from coopdesk.domain.ledgers import ActivityTotals, Balance, BalanceRow
from coopdesk.domain.money import ZERO, Money
from coopdesk.exchange.statement_models import read_statement_model
from coopdesk.system.paths import database_files

if TYPE_CHECKING:
    from collections.abc import Iterator

YEAR = FiscalYear(2, "2026", dt.date(2026, 1, 1), dt.date(2026, 12, 31))
BEFORE = FiscalYear(1, "2025", dt.date(2025, 1, 1), dt.date(2025, 12, 31))
MODEL = read_statement_model(
    (database_files() / "seed" / "statements.csv").read_text(encoding="utf-8")
)
LABELS = {
    "110": "Report à nouveau",
    "120": "Résultat de l’exercice (excédent)",
    "194": "Fonds dédiés sur subventions d’exploitation",
    "2183": "Matériel informatique",
    "28183": "Amortissement du matériel informatique",
    "401": "Fournisseurs",
    "411": "Usagers",
    "4417": "Subventions à recevoir",
    "5112": "Chèques à encaisser",
    "512": "Banque",
    "512E1": "Livret",
    "517": "HelloAsso",
    "531": "Caisse",
    "58": "Virements internes",
    "606": "Achats non stockés",
    "6064": "Fournitures administratives",
    "625": "Déplacements, missions et réceptions",
    "627": "Services bancaires",
    "68112": "Dotations aux amortissements",
    "7061": "Billetterie <fête> & co",
    "7073": "Ventes de dons en nature",
    "741": "Subventions d’exploitation",
    "75411": "Dons manuels",
    "7542": "Mécénat",
    "7561": "Cotisations sans contrepartie",
    "864": "Personnel bénévole",
    "875": "Bénévolat",
}
# What comes, what goes: debit, credit; and how often among a hundred.
PATTERNS = (
    ("512", "75411", 25),
    ("512", "7561", 20),
    ("5112", "7561", 8),
    ("512", "5112", 6),
    ("517", "75411", 8),
    ("531", "7061", 6),
    ("58", "531", 3),
    ("512", "58", 3),
    ("6064", "512", 9),
    ("625", "401", 5),
    ("401", "512", 4),
    ("4417", "741", 1),
    ("512", "4417", 1),
    ("864", "875", 1),
)
ACTIVITIES = ((7, "Fête d’été"), (8, "=Jardin partagé"), (9, ">Ateliers *"))
OPENINGS = (
    ("2183", 250_000, 0),
    ("28183", 0, 80_000),
    ("512", 812_345, 0),
    ("512E1", 100_000, 0),
    ("531", 12_050, 0),
    ("110", 0, 900_000),
    ("194", 0, 50_000),
    ("120", 0, 144_395),
)


def lines(entries: int, seed: int = 3) -> Iterator[BoardLine]:
    """Yield the lines of an opening entry and of so many others, in the order of days."""
    chance = random.Random(seed)
    for account, debit, credit in OPENINGS:
        opening = _line(0, dt.date(2026, 1, 1), "AN", account, (debit, credit))
        yield opening
    pairs = [(debit, credit) for debit, credit, weight in PATTERNS for _n in range(weight)]
    for number in range(1, entries + 1):
        day = YEAR.starts_on + dt.timedelta(days=number * 364 // (entries + 1))
        debit, credit = chance.choice(pairs)
        cents = chance.randint(100, 90_000)
        activity = chance.choice((None, None, 7, 8, 9)) if credit[0] == "7" else None
        fee = cents // 40 if debit == "517" else 0
        yield _line(number, day, "BQ", debit, (cents, 0), drafts=entries)
        yield _line(number, day, "BQ", credit, (0, cents), activity, drafts=entries)
        if fee:
            yield _line(number, day, "BQ", "627", (fee, 0), activity, drafts=entries)
            yield _line(number, day, "BQ", "517", (0, fee), drafts=entries)


def _line(
    entry: int,
    day: dt.date,
    journal: str,
    account: str,
    amounts: tuple[int, int],
    activity: int | None = None,
    *,
    drafts: int = 10**9,
) -> BoardLine:
    return BoardLine(
        entry_id=entry,
        entry_on=day,
        journal=journal,
        number=None if entry == drafts else entry + 1,
        account=account,
        debit=Money(amounts[0]),
        credit=Money(amounts[1]),
        label="=1+1" if entry == 3 else f"Écriture n° {entry}",
        voucher_ref=f"P{entry:05d}",
        contact="Élodie <b> & Cie" if entry % 7 == 0 else "",
        activity_id=activity,
        is_opening=journal == "AN",
    )


def board(entries: int, *, seed: int = 3, has_before: bool = True) -> BoardAccounts:
    """Return the accounts of a year with so many entries."""
    counts: defaultdict[str, int] = defaultdict(int)
    sums: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for line in lines(entries, seed):
        counts[line.account] += 1
        held = sums[line.account]
        if line.is_opening:
            held[0] += line.debit.cents - line.credit.cents
        else:
            held[1] += line.debit.cents
            held[2] += line.credit.cents
    return BoardAccounts(
        association="Les Amis & Cie du Fleuve",
        made_on=dt.date(2027, 1, 12),
        balance=Balance(
            YEAR, BEFORE if has_before else None, _rows(sums, has_before=has_before)
        ),
        lines=BoardLines(lines(entries, seed), dict(counts)),
        model=MODEL,
        budget=BoardBudget(
            "Budget voté le 12 mars",
            {"606": Money(300_000), "625": Money(50_000), "75": Money(900_000)},
        ),
        activities=tuple(
            ActivityTotals(key, name, ZERO, ZERO, previous_income=Money(12_300))
            for key, name in ACTIVITIES
        ),
        registers=registers(),
        notes=(("Du trésorier", "=Les comptes sont tenus en partie double.\nMerci !"),),
    )


def registers() -> BoardRegisters:
    """Return what stands beside the books."""
    return BoardRegisters(
        donors=(
            RegisterSum("=Anna", 2, Money(1_234), Money(1_000), dt.date(2026, 3, 4)),
            RegisterSum("Paul", 1, Money(99), ZERO, dt.date(2026, 5, 4)),
        ),
        fees=(RegisterSum("Adhésion 2026", 3, Money(4_500), Money(3_000)),),
        grants=(
            BoardGrant(
                "Aide au projet", "Ville", dt.date(2026, 2, 2), Money(500_000), Money(250_000)
            ),
        ),
        funds=(BoardFund("Jardin", Money(50_000)),),
        contributions=(BoardContribution("Fête d’été", "Temps", 125, Money(2_500)),),
    )


def _rows(sums: dict[str, list[int]], *, has_before: bool) -> tuple[BalanceRow, ...]:
    rows = []
    for number in sorted({*sums, "6064", "7542"}):
        opening, debit, credit = sums.get(number, [0, 0, 0])
        before = (
            opening if number[0] in "12345" else {"6": 5_000, "7": -5_000}.get(number[0], 0)
        )
        rows.append(
            BalanceRow(
                number,
                LABELS[number],
                AccountKind.EITHER,
                Money(opening),
                Money(debit),
                Money(credit),
                previous=Money(before) if has_before else None,
            )
        )
    return tuple(rows)
