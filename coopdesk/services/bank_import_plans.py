"""Plans the import of a bank file within one unit of work: accounts, lines, balances."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING

from coopdesk.domain.bank_accounts import account_named
from coopdesk.domain.bank_proofs import KnownLine, KnownStatement
from coopdesk.domain.contacts import ContactKind, NewContact
from coopdesk.domain.import_decisions import NEW_CONTACT
from coopdesk.domain.import_previews import Ask, AskKind, StatementCheck
from coopdesk.domain.imports import Problem, RowVerdict
from coopdesk.domain.statement_planning import (
    KnownOperations,
    PlannedLine,
    plan_lines,
    span_of,
)
from coopdesk.domain.text import fold
from coopdesk.services.bank_import_checks import (
    first_check,
    known_statement,
    prove_planned,
)
from coopdesk.services.contact_rules import who_pays

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from coopdesk.domain.bank_accounts import BankAccount
    from coopdesk.domain.bank_statements import ReadBankFile, ReadLine, ReadStatement
    from coopdesk.domain.import_decisions import ImportDecisions
    from coopdesk.storage.unit_of_work import Work

_SAMPLES = 3
_day = attrgetter("booked_on")
_OURS = "EUR"


@dataclass(slots=True)
class PlannedStatement:
    """One statement of a file: its account, None while nobody said which, and its lines."""

    read: ReadStatement
    account: BankAccount | None
    lines: list[PlannedLine]
    known: KnownStatement
    check: StatementCheck
    is_recorded: bool = False

    @property
    def is_written(self) -> bool:
        """Tell whether it brings a line, or a balance that was not known."""
        tells = self.read.opening is not None or self.read.closing is not None
        news = any(one.is_written for one in self.lines)
        return self.account is not None and (news or (tells and not self.is_recorded))


@dataclass(slots=True)
class StatementPlan:
    """What an import of a bank file would do.

    ``told`` are the lines as the file has them where a person corrected some. ``new_contacts``
    are to be made; lines name them by -1, -2 …. ``assumed`` are the accounts that files with
    such a header were for, taken again because the file names none.
    """

    file: ReadBankFile
    told: Mapping[int, ReadLine]
    statements: list[PlannedStatement] = field(default_factory=list)
    asks: list[Ask] = field(default_factory=list)
    new_contacts: list[NewContact] = field(default_factory=list)
    assumed: list[str] = field(default_factory=list)

    @property
    def warnings(self) -> list[Problem]:
        """What to look at besides what the reader says: the account taken, the currency."""
        said = {x.values.get("currency", "") for x in self.file.warnings}
        currencies = {one.read.currency for one in self.statements} - {_OURS, "", *said}
        foreign = [
            Problem(1, "statement.other_currency", values={"currency": currency})
            for currency in sorted(currencies)
        ]
        return foreign + [
            Problem(1, "statement.account_assumed", values={"account": name})
            for name in dict.fromkeys(self.assumed)
        ]

    @property
    def lines(self) -> list[PlannedLine]:
        """The lines of all statements."""
        return [line for one in self.statements for line in one.lines]


class StatementPlanner:
    """Plans one file in one unit of work."""

    def __init__(
        self, work: Work, decisions: ImportDecisions, told: Mapping[int, ReadLine]
    ) -> None:
        self._work = work
        self._decisions = decisions
        self._told = told
        self._days: tuple[dt.date, dt.date] | None = None
        self._lines: dict[int, list[KnownLine]] = {}
        self._moved: dict[int, list[KnownLine]] = {}
        self._simulated: dict[int, list[KnownLine]] = {}

    def plan(self, file: ReadBankFile) -> StatementPlan:
        """Return what becomes of each line of a file, and what must be asked first.

        Raises:
            NotFoundError: a line is given to a contact, or an identity to an account, that is
            gone.
        """
        plan = StatementPlan(file, self._told, asks=_asks_of(file))
        accounts = {account.id: account for account in self._work.bank.accounts()}
        self._days = span_of(line for one in file.statements for line in one.lines)
        for number, one in enumerate(file.statements, 1):
            account_id = self._account_of(one, file, accounts)
            account = None
            if account_id is not None:
                account = accounts.get(account_id) or self._work.bank.get(account_id)
            plan.statements.append(self._planned(one, file, account, -number))
        self._prove(plan)
        self._ask_accounts(plan, accounts)
        self._give_contacts(plan)
        return plan

    def _ask_accounts(self, plan: StatementPlan, accounts: Mapping[int, BankAccount]) -> None:
        """Ask of which account statements are that nobody knows, or that do not follow it."""
        asked: dict[str, Ask] = {}
        for one in plan.statements:
            assumed = self._is_assumed(one.read, plan.file, accounts)
            if one.account is not None and assumed:
                plan.assumed.append(one.account.content.name)
            # Taken for an account that it does not follow, it may well be of another one.
            if one.account is None or (assumed and one.check.before is not None):
                asked.setdefault(one.read.identity.text, _ask_account(one.read, plan.file))
        plan.asks += asked.values()

    def _account_of(
        self, one: ReadStatement, file: ReadBankFile, accounts: Mapping[int, BankAccount]
    ) -> int | None:
        """Return the account of a statement: as decided, as named, as remembered, the only.

        A closed one only where it is named.
        """
        decided = self._decisions.bank_accounts.get(one.identity.text)
        if decided is not None:
            return decided
        if one.identity.text:
            return account_named(accounts.values(), one.identity)
        remembered = self._remembered(file)
        still_open = [key for key, account in accounts.items() if account.is_open]
        if remembered in still_open:
            return remembered
        return still_open[0] if len(still_open) == 1 else None

    def _remembered(self, file: ReadBankFile) -> int | None:
        """Return the account that a table with such a header was of."""
        layout = self._work.bank.layout(file.header_key) if file.header_key else None
        return None if layout is None else layout.bank_account_id

    def _is_assumed(
        self, one: ReadStatement, file: ReadBankFile, accounts: Mapping[int, BankAccount]
    ) -> bool:
        """Tell whether nobody said of which of several accounts a statement is.

        One that is closed counts where such a table was of it.
        """
        named = one.identity.text
        if named or named in self._decisions.bank_accounts:
            return False
        remembered = self._remembered(file)
        possible = {key for key, account in accounts.items() if account.is_open}
        return len(possible | ({remembered} & accounts.keys())) > 1

    def _planned(
        self, one: ReadStatement, file: ReadBankFile, account: BankAccount | None, key: int
    ) -> PlannedStatement:
        """Return a statement with what becomes of its lines; it is proved later."""
        file_format = file.file_format.value
        known = [] if account is None else self._known_lines(account.id, one)
        operations = KnownOperations(known, file_format, self._told)
        lines = plan_lines(one.lines, operations, self._decisions)
        if account is None:
            for line in lines:
                if line.verdict is RowVerdict.NEW:
                    line.judge(RowVerdict.NEW, "account_to_say")
        else:
            simulated = self._simulated.setdefault(account.id, [])
            simulated += _simulated(lines, file_format, len(simulated))
        told = known_statement(one, file, key, lines)
        return PlannedStatement(one, account, lines, told, first_check(one, lines, account))

    def _known_lines(self, account_id: int, one: ReadStatement) -> list[KnownLine]:
        """Return what is recorded around the days of a statement, and what came before it.

        A line whose day was corrected lies elsewhere and is known by what its file told.
        """
        days = span_of(one.lines)
        if days is None:
            return []
        first, last = days
        recorded = self._recorded(account_id)
        start = bisect_left(recorded, first, key=_day)
        end = bisect_right(recorded, last, lo=start, key=_day)
        brought = self._simulated.get(account_id, ())
        return [
            *recorded[start:end],
            *(x for x in brought if first <= x.booked_on <= last),
            *(x for x in self._moved[account_id] if not first <= x.booked_on <= last),
        ]

    def _recorded(self, account_id: int) -> list[KnownLine]:
        """Return what is recorded around the days of the file, by day; read once."""
        if account_id not in self._lines:
            found = self._work.bank_proofs.lines(account_id, self._days) if self._days else []
            self._lines[account_id] = found
            self._moved[account_id] = [one for one in found if one.is_dated_otherwise]
        return self._lines[account_id]

    def _prove(self, plan: StatementPlan) -> None:
        """Complete the checks by what earlier statements and the lines of accounts say."""
        by_account: dict[int, list[PlannedStatement]] = {}
        for one in plan.statements:
            if one.account is not None:
                by_account.setdefault(one.account.id, []).append(one)
        for account_id, planned in by_account.items():
            lines = self._simulated[account_id]
            prove_planned(self._work, account_id, planned, lines)

    def _give_contacts(self, plan: StatementPlan) -> None:
        """Say whose new lines are: as decided, else who bears the name that the bank tells."""
        by_name: dict[str, int] | None = None
        for one in plan.lines:
            if one.contact_id == NEW_CONTACT:
                plan.new_contacts.append(_contact_named(one.line))
                one.contact_id = -len(plan.new_contacts)
            elif one.contact_id is not None:
                one.contact_id = who_pays(self._work, one.contact_id)
            elif one.line.counterparty and one.verdict is RowVerdict.NEW:
                by_name = self._people() if by_name is None else by_name
                one.contact_id = by_name.get(_name_key(one.line.counterparty))

    def _people(self) -> dict[str, int]:
        """Return contacts by the words of their names, those that bear one alone."""
        found: dict[str, set[int]] = {}
        for contact in self._work.imports.known_contacts():
            found.setdefault(_name_key(contact.name_key), set()).add(contact.id)
        return {key: min(ids) for key, ids in found.items() if key and len(ids) == 1}


def _asks_of(file: ReadBankFile) -> list[Ask]:
    asks = list(file.asks)
    if file.asks_columns:
        asks.append(Ask(AskKind.COLUMNS, file.header_key, file.column_samples, file.columns))
    if file.day_samples:
        asks.append(Ask(AskKind.DAY_ORDER, samples=file.day_samples))
    return asks


def _ask_account(one: ReadStatement, file: ReadBankFile) -> Ask:
    samples = tuple(line.label for line in one.lines[:_SAMPLES])
    is_kept = bool(one.identity.text or file.header_key)
    return Ask(AskKind.BANK_ACCOUNT, one.identity.text, samples, is_kept=is_kept)


def _simulated(lines: Iterable[PlannedLine], file_format: str, before: int) -> list[KnownLine]:
    """Return what the plan would record, for the next statement of the file."""
    written = (one for one in lines if one.is_written)
    return [
        KnownLine(
            -number,
            one.line.booked_on,
            one.line.value_on,
            one.line.amount.cents,
            one.line.label,
            one.key,
            one.rank,
            None if one.line.balance is None else one.line.balance.cents,
            file_format,
        )
        for number, one in enumerate(written, before + 1)
    ]


def _contact_named(line: ReadLine) -> NewContact:
    """Return a contact by the name that the bank tells; a person completes it."""
    name = (line.counterparty or line.label)[:80].strip()
    return NewContact(kind=ContactKind.ORGANISATION, organisation_name=name)


def _name_key(name: str) -> str:
    return " ".join(sorted(fold(name).split()))
