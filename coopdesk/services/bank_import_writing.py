"""Writes a planned import of bank statements: statements, lines, what the file said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coopdesk.domain.bank_accounts import BankLayout
from coopdesk.domain.imports import LEFT_OUT, RowVerdict
from coopdesk.domain.money import total
from coopdesk.domain.text import fold
from coopdesk.services.import_runs import add_run, keep_rows, kept_row
from coopdesk.services.progress import Stretch

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coopdesk.domain.import_decisions import ImportDecisions
    from coopdesk.domain.money import Money
    from coopdesk.domain.statement_planning import PlannedLine
    from coopdesk.services.bank_import_plans import PlannedStatement, StatementPlan
    from coopdesk.services.import_runs import KeptRow
    from coopdesk.services.progress import Progress
    from coopdesk.storage.unit_of_work import Units, Work

_BATCH = 2_000


class StatementWriter:
    """Writes one plan inside one unit of work."""

    def __init__(self, work: Work, units: Units, decisions: ImportDecisions) -> None:
        self._work = work
        self._units = units
        self._decisions = decisions
        self._line_ids: dict[int, int] = {}
        self._contact_ids: list[int] = []

    def write(self, plan: StatementPlan, progress: Progress) -> int:
        """Write everything and return the id of the import run.

        Raises:
            JobCancelledError: the person stopped; the caller's transaction leaves nothing.
        """
        self._contact_ids = self._work.contacts.add_many(plan.new_contacts)
        run_id = self._add_run(plan)
        written = [one for one in plan.statements if one.is_written]
        for done, one in enumerate(written):
            part = Stretch(progress, 90 * done // len(written), 90 * (done + 1) // len(written))
            self._add_statement(one, run_id, part)
        keep_rows(self._work, run_id, plan.file, self._kept(plan))
        self._remember(plan)
        progress.advance(100, 100)
        return run_id

    def _add_run(self, plan: StatementPlan) -> int:
        lines = plan.lines
        counts = dict.fromkeys(RowVerdict, 0)
        for one in lines:
            if not one.left_out:
                counts[one.verdict] += 1
        moved = total(one.line.amount for one in lines if one.is_written)
        return add_run(self._work, self._units, plan.file, counts, moved)

    def _add_statement(self, one: PlannedStatement, run_id: int, progress: Progress) -> None:
        assert one.account is not None
        known, account_id = one.known, one.account.id
        statement_id = self._work.bank.add_statement(
            {
                "bank_account_id": account_id,
                "run_id": run_id,
                "reference": known.reference,
                "first_on": known.first_on,
                "last_on": known.last_on,
                "opening_cents": _cents(known.opening),
                "opening_on": known.opening_on,
                "closing_cents": _cents(known.closing),
                "closing_on": known.closing_on,
                "moved_cents": known.moved.cents,
                "line_count": known.line_count,
            }
        )
        new = [line for line in one.lines if line.is_written]
        for start in range(0, len(new), _BATCH):
            progress.advance(start, len(new))
            self._add_lines(new[start : start + _BATCH], account_id, statement_id, start)

    def _add_lines(
        self, lines: Sequence[PlannedLine], account_id: int, statement_id: int, start: int
    ) -> None:
        rows = [
            {
                "bank_account_id": account_id,
                "statement_id": statement_id,
                "position": position,
                **_columns_of(one),
                "contact_id": self._contact(one.contact_id),
                "set_aside": False,
                "note": "",
            }
            for position, one in enumerate(lines, start + 1)
        ]
        ids = self._work.bank.add_lines(rows)
        for one, key in zip(lines, ids, strict=True):
            self._line_ids[id(one)] = key

    def _contact(self, contact_id: int | None) -> int | None:
        """Return the real id of a contact that the plan may name by a provisional one."""
        if contact_id is None or contact_id > 0:
            return contact_id
        return self._contact_ids[-contact_id - 1]

    def _kept(self, plan: StatementPlan) -> Iterator[KeptRow]:
        """Yield what the file told; a line that was known stays while a file tells it again."""
        for one in plan.lines:
            line_id = self._line_ids.get(id(one))
            if line_id is None and one.known is not None and one.known.id > 0:
                line_id = one.known.id
            yield kept_row(
                one.line.line,
                plan.told.get(one.line.line, one.line).raw,
                one.verdict,
                LEFT_OUT if one.left_out else one.reason,
                statement_line_id=line_id,
            )

    def _remember(self, plan: StatementPlan) -> None:
        """Keep what a person said of the file, and its account, so that it is asked once."""
        bank, decisions, file = self._work.bank, self._decisions, plan.file
        for one in plan.statements:
            account_id = decisions.bank_accounts.get(one.read.identity.text)
            if account_id is not None:
                bank.remember_identity(account_id, one.read.identity)
        nameless = next(
            (x.account.id for x in plan.statements if x.account and not x.read.identity.text),
            None,
        )
        said = (decisions.columns, decisions.day_order, nameless)
        if not file.header_key or all(one is None for one in said):
            return
        known = bank.layout(file.header_key) or BankLayout(file.header_key, file.name)
        bank.remember_layout(
            BankLayout(
                header_key=file.header_key,
                name=known.name,
                columns=known.columns if decisions.columns is None else decisions.columns,
                day_order=decisions.day_order or known.day_order,
                bank_account_id=known.bank_account_id if nameless is None else nameless,
            )
        )


def _columns_of(one: PlannedLine) -> dict[str, Any]:
    line = one.line
    return {
        "booked_on": line.booked_on,
        "value_on": line.value_on,
        "amount_cents": line.amount.cents,
        "label": line.label,
        "label_key": fold(f"{line.label} {line.counterparty} {line.payment_ref}"),
        "nature": line.nature.value,
        "counterparty": line.counterparty,
        "bank_ref": line.bank_ref,
        "payment_ref": line.payment_ref,
        "cheque": line.cheque,
        "balance_cents": _cents(line.balance),
        "content_key": one.key,
        "rank": one.rank,
    }


def _cents(amount: Money | None) -> int | None:
    return None if amount is None else amount.cents
