"""Bank and books side by side: the state of an account on a day, money on its way to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.reconciliation_pdf import draw_reconciliation
from coopdesk.domain.bank_line_proving import carried_balance
from coopdesk.domain.bank_proofs import shifted
from coopdesk.domain.bank_reconciliation import Beginning, ReconciliationState
from coopdesk.domain.errors import RuleError
from coopdesk.services.bank_opening import add_opening
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.services.paper_house import house_of
from coopdesk.services.reconciliation_reading import ReconciliationReading
from coopdesk.services.saving import save
from coopdesk.wording.language import _, in_french

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from coopdesk.domain.bank_matching import Target
    from coopdesk.domain.bank_proofs import KnownLine, KnownStatement
    from coopdesk.domain.entries import Entry
    from coopdesk.storage.unit_of_work import Units, Work


class ReconciliationStates:
    """Bank and books of one account, and what one has before the other."""

    _units: Units
    _today: Callable[[], dt.date]

    def state(self, bank_account_id: int, until: dt.date | None = None) -> ReconciliationState:
        """Return how bank and books belong together on a day (the last line's when None).

        Raises:
            NotFoundError: ``bank.account_missing``.
        """
        with self._units.read() as work:
            account = work.bank.get(bank_account_id)
            day = until or work.match_reading.last_day(bank_account_id) or self._today()
            statements = work.bank_proofs.statements(bank_account_id)
            lines = work.bank_proofs.lines(bank_account_id)
            ledger_id = work.bank.ledger_account_id(bank_account_id)
            told = [x.ends_on for x in statements if x.ends_on and x.ends_on <= day]
            return ReconciliationState(
                bank_account_id,
                account.content.name,
                account.content.account,
                account.content.iban,
                day,
                work.bank.booked(ledger_id, day),
                carried_balance(statements, lines, day),
                max(told, default=None),
                work.match_reading.first_day(bank_account_id),
                tuple(work.match_reading.unseen_entries(bank_account_id, day)),
                tuple(work.match_reading.unbooked_lines(bank_account_id, day)),
                _beginning(work, ledger_id, statements, lines),
            )

    def on_its_way(self, line_id: int) -> list[Target]:
        """Return money that waits before a line's bank has it, in and out, oldest first.

        Each names the account on which it waits (``Target.through``): cheques, platforms.

        Raises:
            NotFoundError: ``bank.line_missing``.
        """
        with self._units.read() as work:
            account_id = work.statement_lines.get(line_id).row.bank_account_id
            reading = ReconciliationReading(work, self._today(), account_id)
            found = work.match_targets.waiting(reading.waiting_numbers)
            found += [target for target in reading.payments() if target.through]
        return sorted(found, key=lambda target: (target.day, target.id))

    def open_books(self, bank_account_id: int) -> Outcome[Entry]:
        """Record the draft that gives the books the balance with which the bank began.

        Raises:
            NotFoundError: ``bank.account_missing``.
            RuleError: ``reconciliation.began_together``, there is nothing to record; else as
            ``bank_opening.add_opening``.
        """
        state = self.state(bank_account_id)
        begun = state.beginning
        if begun is None or not state.began_apart:
            raise RuleError("reconciliation.began_together", name=state.name)
        with in_french():
            label = _("Opening balance: {name}").format(name=state.name)
        with self._units.write("entry.recorded", name=label) as work:
            entry = work.entries.get(add_opening(work, state.account, begun, label))
            work.commit()
        return changed(entry, Subject.ENTRIES, Subject.CHART)

    def write_state(self, bank_account_id: int, until: dt.date | None, path: Path) -> Path:
        """Write the state of reconciliation as a PDF; return the path.

        Raises:
            RuleError: ``paper.no_association``. NotFoundError: ``bank.account_missing``.
            ExternalError: it cannot be written; an older file is as it was.
        """
        state = self.state(bank_account_id, until)
        with self._units.read() as work:
            house = house_of(work)
        return save(path, draw_reconciliation(house, state, self._today()))


def _beginning(
    work: Work,
    ledger_id: int,
    statements: Sequence[KnownStatement],
    lines: Sequence[KnownLine],
) -> Beginning | None:
    """Return where bank and books began, None when no statement tells it.

    Most files tell a closing balance alone: their lines lead back to what was there before.
    """
    day = min((x.starts_after for x in statements if x.starts_after is not None), default=None)
    told = None if day is None else carried_balance(statements, lines, day)
    if day is None or told is None:
        return None
    return Beginning(day, told, work.bank.booked_before(ledger_id, shifted(day, 1)))
