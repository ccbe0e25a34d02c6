"""Use cases around bank accounts and the lines of their statements."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.bank_accounts import BankAccountLine, checked_bank_account
from coopdesk.domain.bank_line_proving import prove_lines
from coopdesk.domain.bank_proving import prove_statements
from coopdesk.domain.errors import RuleError
from coopdesk.domain.text import checked_line
from coopdesk.services.bank_ledger_accounts import ledger_account
from coopdesk.services.contact_rules import who_pays
from coopdesk.services.operations import subjects_of
from coopdesk.services.outcome import Outcome, Subject, changed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from coopdesk.domain.bank_accounts import BankAccount, NewBankAccount
    from coopdesk.domain.bank_lists import (
        BankLine,
        StatementFilter,
        StatementRow,
        StatementTotals,
    )
    from coopdesk.domain.bank_proofs import BankProof, StatementProof
    from coopdesk.storage.unit_of_work import Units, Work

_NOTE_LIMIT = 300


class BankService:
    """Keep bank accounts, list the lines of their statements, prove their balances."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def accounts(self) -> list[BankAccountLine]:
        """Return the bank accounts, open ones first, each with what is known of it."""
        with self._units.read() as work:
            counts = work.bank_proofs.counts()
            return [
                self._line_of(work, one, counts.get(one.id)) for one in work.bank.accounts()
            ]

    def names(self) -> dict[str, str]:
        """Return what people call the bank accounts, by their account of the books."""
        with self._units.read() as work:
            return {one.content.account: one.content.name for one in work.bank.accounts()}

    def account(self, bank_account_id: int) -> BankAccount:
        """Return one bank account.

        Raises:
            NotFoundError: ``bank.account_missing``.
        """
        with self._units.read() as work:
            return work.bank.get(bank_account_id)

    def add(self, new: NewBankAccount) -> Outcome[BankAccount]:
        """Add a bank account, kept by an account of the books.

        Without a number the first account of a bank's journal that keeps none yet is taken,
        else one beside the others is made with its journal; a number that is not in the chart
        is added to it.

        Raises:
            RuleError, FieldErrors: ``bank.name_missing``, ``bank.name_taken``,
            ``bank.ledger_account_taken``, ``bank.not_of_money``, ``iban.wrong``,
            ``account.number_wrong``, ``account.number_taken``.
        """
        wanted = checked_bank_account(new)
        with self._units.write("bank.added", name=wanted.name) as work:
            account_id = ledger_account(self._units, work, wanted)
            added = work.bank.get(work.bank.add(wanted, account_id))
            tables = work.recorder.touched_tables
            work.commit()
        return changed(added, Subject.BANK, *subjects_of(tables))

    def change(self, bank_account_id: int, new: NewBankAccount) -> Outcome[BankAccount]:
        """Change a bank account; its account of the books stays as it was if none is named.

        Raises:
            RuleError, FieldErrors: as ``add``; ``bank.has_matches`` when it would be kept by
            another account although lines are matched. NotFoundError: it is gone.
        """
        wanted = checked_bank_account(new)
        with self._units.write("bank.changed", name=wanted.name) as work:
            before = work.bank.get(bank_account_id)
            account_id = None
            if wanted.account and wanted.account != before.content.account:
                if work.statement_lines.has_matches(bank_account_id):
                    raise RuleError("bank.has_matches", field="account", name=wanted.name)
                account_id = ledger_account(self._units, work, wanted)
            work.bank.change(bank_account_id, wanted, account_id)
            found = work.bank.get(bank_account_id)
            tables = work.recorder.touched_tables
            work.commit()
        return changed(found, Subject.BANK, *subjects_of(tables))

    def close_account(self, bank_account_id: int) -> Outcome[BankAccount]:
        """Say that a bank account is closed: files are no longer taken for it unasked.

        Raises:
            NotFoundError: ``bank.account_missing``.
        """
        return self._set_open(bank_account_id, "bank.closed", is_open=False)

    def open_account(self, bank_account_id: int) -> Outcome[BankAccount]:
        """Open a closed bank account again.

        Raises:
            NotFoundError: ``bank.account_missing``.
        """
        return self._set_open(bank_account_id, "bank.opened", is_open=True)

    def remove(self, bank_account_id: int) -> Outcome[None]:
        """Remove a bank account without statements; its account of the books stays.

        Raises:
            RuleError: ``bank.has_statements``. NotFoundError: it is gone.
        """
        with self._units.write("bank.removed") as work:
            name = work.bank.get(bank_account_id).content.name
            if work.bank.has_statements(bank_account_id):
                raise RuleError("bank.has_statements", name=name)
            work.recorder.relabel(name=name)
            work.bank.remove(bank_account_id)
            work.commit()
        return changed(None, Subject.BANK)

    def ids(self, wanted: StatementFilter, limit: int | None = None) -> list[int]:
        """Return the ids of the lines of statements that a filter shows, in its order."""
        with self._units.read() as work:
            return work.statement_lines.ids(_in_alert(work, wanted), limit)

    def lines(self, ids: Sequence[int]) -> list[StatementRow]:
        """Return the lines of a page of ids; those that are gone are left out."""
        with self._units.read() as work:
            return work.statement_lines.rows(ids)

    def line(self, line_id: int) -> BankLine:
        """Return one line with its file and its row as it stood there.

        Raises:
            NotFoundError: ``bank.line_missing``.
        """
        with self._units.read() as work:
            return work.statement_lines.get(line_id)

    def of_entry(self, entry_id: int) -> list[StatementRow]:
        """Return the lines of the bank that an entry was matched with."""
        with self._units.read() as work:
            return work.statement_lines.of_entry(entry_id)

    def totals(self, wanted: StatementFilter) -> StatementTotals:
        """Return how many lines a filter shows, money in and out, and what waits."""
        with self._units.read() as work:
            return work.statement_lines.totals(_in_alert(work, wanted))

    def years(self) -> list[int]:
        """Return the years of the lines, newest first; empty while there is none."""
        with self._units.read() as work:
            return work.statement_lines.years()

    def statements(self, bank_account_id: int) -> list[StatementProof]:
        """Return the statements of an account in the order of their days, each proved.

        Raises:
            NotFoundError: ``bank.account_missing``.
        """
        with self._units.read() as work:
            return _proofs(work, work.bank.get(bank_account_id))

    def proof(self, bank_account_id: int, until: dt.date | None = None) -> BankProof:
        """Return the lines of an account one by one with the balance, up to a day.

        Raises:
            NotFoundError: ``bank.account_missing``.
        """
        with self._units.read() as work:
            account = work.bank.get(bank_account_id)
            statements = work.bank_proofs.statements(bank_account_id)
            lines = work.bank_proofs.lines(bank_account_id)
        return prove_lines(statements, lines, (account.id, account.content.name), until)

    def set_aside(self, ids: Sequence[int], note: str = "") -> Outcome[int]:
        """Say that lines need no entry, and why; return how many changed.

        Raises:
            RuleError: ``bank.line_matched``, one of them is matched.
            NotFoundError: ``bank.line_missing``.
        """
        text = checked_line(note, "note", _NOTE_LIMIT)
        with self._units.write("bank.set_aside", count=str(len(ids))) as work:
            _refuse_missing(work, ids)
            matched = work.statement_lines.matched_among(ids)
            if matched:
                line = work.statement_lines.get(matched[0]).row
                raise RuleError("bank.line_matched", label=line.label, day=line.booked_on)
            values = {"set_aside": True, "note": text}
            count = work.bank.change_lines({key: dict(values) for key in ids})
            work.commit()
        return changed(count, Subject.BANK)

    def put_back(self, ids: Sequence[int]) -> Outcome[int]:
        """Put lines that were set aside back among the open ones; return how many.

        Raises:
            NotFoundError: ``bank.line_missing``.
        """
        with self._units.write("bank.put_back", count=str(len(ids))) as work:
            _refuse_missing(work, ids)
            values = {"set_aside": False, "note": ""}
            count = work.bank.change_lines({key: dict(values) for key in ids})
            work.commit()
        return changed(count, Subject.BANK)

    def give_contact(self, ids: Sequence[int], contact_id: int | None) -> Outcome[int]:
        """Say whose operations lines are, None for nobody's; return how many changed.

        Raises:
            NotFoundError: ``bank.line_missing`` or ``contact.missing``.
        """
        with self._units.write("bank.contact_given", count=str(len(ids))) as work:
            _refuse_missing(work, ids)
            contact_id = who_pays(work, contact_id)
            count = work.bank.change_lines({key: {"contact_id": contact_id} for key in ids})
            work.commit()
        return changed(count, Subject.BANK)

    def _line_of(
        self,
        work: Work,
        account: BankAccount,
        counted: tuple[int, int, dt.date | None] | None,
    ) -> BankAccountLine:
        count, waiting, last_on = counted or (0, 0, None)
        proofs = _proofs(work, account)
        told = [one for one in proofs if one.closing is not None and one.ends_on is not None]
        last = max(told, key=lambda one: (one.ends_on, one.id), default=None)
        day = last.ends_on if last is not None else None
        seen_on = day or last_on
        account_id = work.bank.ledger_account_id(account.id)
        return BankAccountLine(
            id=account.id,
            name=account.content.name,
            account=account.content.account,
            iban=account.content.iban,
            is_open=account.is_open,
            line_count=count,
            open_count=waiting,
            last_on=last_on,
            balance=None if last is None else last.closing,
            balance_on=day,
            booked=None if seen_on is None else work.bank.booked(account_id, seen_on),
            alert_count=sum(not one.ties for one in proofs),
            unproved_count=sum(one.ties and not one.is_proved for one in proofs),
        )

    def _set_open(
        self, bank_account_id: int, label: str, *, is_open: bool
    ) -> Outcome[BankAccount]:
        with self._units.write(label) as work:
            work.recorder.relabel(name=work.bank.get(bank_account_id).content.name)
            work.bank.set_open(bank_account_id, is_open=is_open)
            found = work.bank.get(bank_account_id)
            work.commit()
        return changed(found, Subject.BANK)


def _proofs(work: Work, account: BankAccount) -> list[StatementProof]:
    statements = work.bank_proofs.statements(account.id)
    if not statements:
        return []
    moves = work.bank_proofs.moves(account.id)
    return prove_statements(statements, moves, (account.id, account.content.name))


def _in_alert(work: Work, wanted: StatementFilter) -> StatementFilter:
    """Return a filter that names the statements that do not tie, where they are wanted."""
    if not wanted.in_alert:
        return wanted
    proofs = [one for account in work.bank.accounts() for one in _proofs(work, account)]
    return replace(wanted, statement_ids=tuple(x.id for x in proofs if not x.ties))


def _refuse_missing(work: Work, ids: Sequence[int]) -> None:
    found = {row.id for row in work.statement_lines.rows(ids)}
    for key in ids:
        if key not in found:
            work.statement_lines.get(key)
