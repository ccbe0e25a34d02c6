"""The association's bank accounts, and how files name them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.chart_rules import checked_number, clean_number
from coopdesk.domain.field_checks import FieldChecks
from coopdesk.domain.identifiers import check_iban

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from coopdesk.domain.bank_statements import DayOrder
    from coopdesk.domain.money import Money

_FRENCH_IBAN = re.compile(r"FR\d\d(\d{5})(\d{5})([0-9A-Z]{11})\d\d")
_NOT_IN_A_NUMBER = re.compile(r"[^0-9A-Z*]")
_IBAN = re.compile(r"[A-Z]{2}\d\d[0-9A-Z]{11,30}")


class AccountIdentity(NamedTuple):
    """What a file says of the account it is about: any part may be empty.

    ``bank`` and ``branch`` are the codes of a French RIB, ``number`` the account's; of an
    account abroad ``number`` is the whole IBAN.
    """

    bank: str = ""
    branch: str = ""
    number: str = ""

    @property
    def text(self) -> str:
        """The identity as it is kept: ``bank/branch/number``; empty when nothing is known."""
        return "/".join(self) if self.number else ""


def account_identity(number: str, bank: str = "", branch: str = "") -> AccountIdentity:
    """Return the identity that an IBAN, or the parts of a RIB, tell."""
    plain = _tidy(number)
    french = _FRENCH_IBAN.fullmatch(plain)
    if french:
        return AccountIdentity(*french.groups())
    if _IBAN.fullmatch(plain):
        return AccountIdentity(number=plain)
    return AccountIdentity(_tidy(bank), _tidy(branch), plain)


def identity_from_text(text: str) -> AccountIdentity:
    """Return an identity as it was kept."""
    parts = text.split("/")
    return AccountIdentity(*parts) if len(parts) == len(AccountIdentity._fields) else NOBODY


def may_be_same(one: AccountIdentity, other: AccountIdentity) -> bool:
    """Tell whether two files may speak of one account: what both say is equal."""
    if not one.number or one.number.lstrip("0") != other.number.lstrip("0"):
        return False
    pairs = ((one.bank, other.bank), (one.branch, other.branch))
    return all(not mine or not theirs or mine == theirs for mine, theirs in pairs)


def _tidy(text: str) -> str:
    return _NOT_IN_A_NUMBER.sub("", text.upper())


NOBODY = AccountIdentity()

_NAME_LIMIT, _NOTE_LIMIT = 80, 2_000


@dataclass(frozen=True, slots=True)
class NewBankAccount:
    """A bank account as typed; ``account`` is the number of its account in the books (512…).

    Without a number one is found or made.
    """

    name: str
    account: str = ""
    iban: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class BankAccount:
    """A recorded bank account; ``identities`` are the names that files gave it."""

    id: int
    content: NewBankAccount
    identities: tuple[AccountIdentity, ...] = ()
    is_open: bool = True

    @property
    def names(self) -> tuple[AccountIdentity, ...]:
        """How files may name it: as they did before, and by its IBAN."""
        by_iban = account_identity(self.content.iban)
        return (*self.identities, by_iban) if by_iban.number else self.identities


def account_named(accounts: Iterable[BankAccount], identity: AccountIdentity) -> int | None:
    """Return the one bank account that a file may mean, None if none or several."""
    if not identity.number:
        return None
    exact, near = set(), set()
    for one in accounts:
        if identity in one.names:
            exact.add(one.id)
        if any(may_be_same(identity, name) for name in one.names):
            near.add(one.id)
    found = exact or near
    return found.pop() if len(found) == 1 else None


@dataclass(frozen=True, slots=True)
class BankAccountLine:
    """A row of the list of bank accounts.

    ``balance`` is what the bank said last, on ``balance_on``; ``booked`` the balance of the
    books on that day, or else on that of the last line. ``open_count`` lines wait to be
    reconciled; ``alert_count`` statements do not tie, ``unproved_count`` tell too little to.
    """

    id: int
    name: str
    account: str
    iban: str
    is_open: bool
    line_count: int = 0
    open_count: int = 0
    last_on: dt.date | None = None
    balance: Money | None = None
    balance_on: dt.date | None = None
    booked: Money | None = None
    alert_count: int = 0
    unproved_count: int = 0


@dataclass(frozen=True, slots=True)
class BankLayout:
    """What a person said of tables with one header, remembered by ``header_key``.

    ``columns`` leads from the name of a column to the value of a ``BankColumn``.
    ``bank_account_id`` is the account of such files that name none.
    """

    header_key: str
    name: str
    columns: Mapping[str, str] = field(default_factory=dict)
    day_order: DayOrder | None = None
    bank_account_id: int | None = None


def checked_bank_account(new: NewBankAccount) -> NewBankAccount:
    """Return a bank account with its fields tidied.

    Raises:
        RuleError, FieldErrors: ``bank.name_missing``, ``iban.wrong``, ``text.too_long``,
        ``account.number_wrong``.
    """
    checks = FieldChecks()
    name = checks.line(new.name, "name", _NAME_LIMIT)
    if not name:
        checks.refuse("bank.name_missing", "name")
    account = clean_number(new.account)
    if account:
        account = checks.taken(lambda: checked_number(account), "", "account")
    iban = checks.taken(lambda: check_iban(new.iban), "")
    note = checks.text(new.note, "note", _NOTE_LIMIT)
    checks.finish()
    return NewBankAccount(name, account, iban, note)
