"""Gives the demonstration a bank: statements of the year, reconciled but for the last weeks."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import TYPE_CHECKING

from coopdesk.domain.bank_accounts import NewBankAccount, account_identity
from coopdesk.domain.bank_matching import MadeBy
from coopdesk.domain.bank_rules import NewBankRule
from coopdesk.domain.bank_statements import ReadBankFile, ReadStatement
from coopdesk.domain.demo_bank import (
    BANK_IBAN,
    BANK_NAME,
    collected_lines,
    shown_lines,
    strange_lines,
)
from coopdesk.domain.import_formats import FileFormat
from coopdesk.domain.money import total
from coopdesk.domain.payments import Direction
from coopdesk.services.bank import BankService
from coopdesk.services.bank_imports import BankImportService
from coopdesk.services.bank_rules import keep_rule
from coopdesk.services.reconciliation_reading import ReconciliationReading
from coopdesk.storage.joined_work import JoinedUnits
from coopdesk.storage.match_store import NewMatch

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coopdesk.domain.bank_matching import Target
    from coopdesk.domain.demo_bank import ShownLine
    from coopdesk.domain.money import Money
    from coopdesk.storage.unit_of_work import Units, Work

_OPEN = dt.timedelta(days=35)
_DAY = dt.timedelta(days=1)
_MOST_LINES = 1_500
_SCORE = 96


class DemoBankWriter:
    """Writes the bank account of the demonstration, whose books are kept already."""

    def __init__(
        self, units: Units, work: Work, today: Callable[[], dt.date], treasury: str
    ) -> None:
        joined = JoinedUnits(units, work)
        self._work = work
        self._today = today()
        self._treasury = treasury
        self._accounts = BankService(joined, today)
        self._imports = BankImportService(joined, today)

    def write(self, seed: int) -> int:
        """Write account, statements, matches and a rule; return how many lines."""
        new = NewBankAccount(BANK_NAME, self._treasury, BANK_IBAN)
        key = self._accounts.add(new).value.id
        part = self._work.part()
        reading = ReconciliationReading(part, self._today, key)
        first, targets = self._year(part.match_targets.entries(key))
        lines = shown_lines(targets, f"bank {seed}", self._today)
        lines += strange_lines(self._today)
        lines += collected_lines(
            part.match_targets.waiting(reading.waiting_numbers), self._today
        )
        lines = sorted((x for x in lines if x.booked_on >= first), key=lambda x: x.booked_on)
        opening = part.bank.booked(part.bank.ledger_account_id(key), first - _DAY)
        until = self._today - _OPEN
        before = [line for line in lines if line.booked_on <= until]
        closing = self._bring(f"releve-{first:%Y}.ofx", before, opening, first)
        self._match(key, before)
        after = lines[len(before) :]
        self._bring(f"releve-{self._today:%Y-%m}.ofx", after, closing, until + _DAY)
        keep_rule(
            self._work.part(),
            NewBankRule("cotisation carte", account="627", direction=Direction.OUT),
        )
        return len(lines)

    def _year(self, targets: Sequence[Target]) -> tuple[dt.date, Sequence[Target]]:
        """Return this year's entries, the latest if there are too many, and the first day."""
        first = self._today.replace(month=1, day=1)
        ours = [target for target in targets if target.day >= first]
        latest = ours[-_MOST_LINES:]
        if len(latest) < len(ours):
            first = latest[0].day + _DAY
        return first, [target for target in latest if target.day >= first]

    def _bring(
        self, name: str, lines: Sequence[ShownLine], opening: Money, first: dt.date
    ) -> Money:
        """Import a statement of some days; return the balance at its end."""
        closing = opening + total(line.amount for line in lines)
        if lines:
            statement = ReadStatement(
                tuple(line.read(at) for at, line in enumerate(lines, start=1)),
                account_identity(BANK_IBAN),
                opening=opening,
                opening_on=first - _DAY,
                closing=closing,
                closing_on=lines[-1].booked_on,
            )
            digest = hashlib.sha256(name.encode()).hexdigest()
            self._imports.apply_file(
                ReadBankFile(name, digest, FileFormat.OFX, (statement,)), {}
            )
        return closing

    def _match(self, key: int, lines: Sequence[ShownLine]) -> None:
        """Reconcile lines with their entries, as they were accepted week by week."""
        part = self._work.part()
        known = part.match_targets.open_lines(key)
        matches = [
            NewMatch(line.id, line.amount.cents, shown.entry_id, None, MadeBy.PROPOSAL, _SCORE)
            for line, shown in zip(known, lines, strict=True)
            if shown.entry_id is not None
        ]
        part.matches.add(matches)
