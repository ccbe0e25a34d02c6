"""What stands above and below the operations of a bank's table: the account, balances, days."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from coopdesk.domain.bank_accounts import NOBODY, AccountIdentity, account_identity
from coopdesk.domain.errors import RuleError
from coopdesk.domain.text import fold
from coopdesk.exchange.bank_table_headers import mended
from coopdesk.exchange.bank_table_words import bank_table_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Sequence

    from coopdesk.domain.money import Money
    from coopdesk.exchange.bank_table_values import AmountReader, DayReader

_Value = TypeVar("_Value")

_BALANCE = re.compile(r"(?:ancien |nouveau )?solde\b|report\b|(?:sous )?total|totaux")
_NO_BALANCE = re.compile(r"(?:sous )?total|totaux|.*\bfrancs\b")
# What follows « solde » in the label of a line that is none; « SOLDE FACTURE 12 » is a payment.
_BALANCE_LABEL = re.compile(
    r"(?:ancien |nouveau )?solde(?: (?:crediteur|debiteur|precedent|initial|final|comptable|"
    r"anterieur|nouveau|en euros?|au|en|de|du|a|la|fin|debut|periode|\d+))*"
)
# Where an amount ends a line; searched in far more it would cost the square of it.
_LOOKED_AT = 80
_AMOUNT = re.compile(r"([-+]?\d[\d \u00a0\u202f.]*[.,]\d\d)[\s\u00a0]*(?:€|EUR)?\s*$")
_DAY = re.compile(r"\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b\d{4}-\d\d-\d\d\b")
_CURRENCY = re.compile(r"\bdevise\s*[:;]\s*([A-Za-z]{3})\b", re.IGNORECASE)

_FRENCH_IBAN = re.compile(r"\bFR\d\d(?: ?[0-9A-Z]{4}){5} ?[0-9A-Z]{3}\b")
_RIB = re.compile(r"\bR\.?I\.?B\.?\W{0,4}(\d{5})\W?(\d{5})\W?([0-9A-Z]{11})\b", re.IGNORECASE)
_BANK = re.compile(r"\bcode (?:de la )?banque\W{1,4}(\d{5})\b", re.IGNORECASE)
_BRANCH = re.compile(
    r"\bcode (?:de l.|de la )?(?:agence|guichet)\W{1,4}(\d{5})\b", re.IGNORECASE
)
_NUMBER = re.compile(
    r"(?:\bnum\S{1,2}ro|\bn°|\bno)\.? ?(?:de |du )?(?:compte)?[ :;\t]{0,20}"
    r"([0-9*X]{2,}[0-9A-Z*]*(?: [0-9*]{2,}[0-9A-Z*]*)*)",
    re.IGNORECASE,
)
# A number that hides its first figures, or stands alone.
_BARE = re.compile(r"(?<![\w*])(?:[*X]{2,}\d{3,}|\d{10,34})(?!\w)")


@dataclass(frozen=True, slots=True)
class StatedBalance:
    """A balance that a line states: before the operations, after, or it does not say."""

    amount: Money
    is_opening: bool | None = None
    day: dt.date | None = None


@dataclass(slots=True)
class Surroundings:
    """What lines around the operations say; balances in the order of the file."""

    identity: AccountIdentity = NOBODY
    currency: str = "EUR"
    balances: list[StatedBalance] = field(default_factory=list)
    opening_on: dt.date | None = None
    closing_on: dt.date | None = None


class SurroundingsReader:
    """Reads what stands around the operations, with the days and amounts of their table."""

    def __init__(self, days: DayReader, amounts: AmountReader) -> None:
        self.found = Surroundings()
        self._days = days
        self._amounts = amounts

    def read_above(self, rows: Iterable[tuple[int, list[str]]]) -> None:
        """Take what lines above the header say."""
        lines = [";".join(cells) for _line, cells in rows]
        text = "\n".join(lines)
        self.found.identity = identity_in(text)
        if currency := _CURRENCY.search(text):
            self.found.currency = currency[1].upper()
        for _line, cells in rows:
            self.take_balance(cells)
            self._take_period(cells)

    def take_balance(self, cells: Sequence[str]) -> bool:
        """Take the balance that a line states; tell whether it is such a line, or a total."""
        filled = [cell.strip() for cell in cells if cell.strip()]
        words = _words(filled[0]) if filled else ""
        if not _BALANCE.match(words):
            return False
        amount = self._amount_in(filled)
        if amount is not None and not _NO_BALANCE.match(words):
            if "debiteur" in words and amount.cents > 0:
                amount = -amount
            told = StatedBalance(amount, _is_opening(words), self._day_in(filled))
            self.found.balances.append(told)
        return True

    def take_dated(self, label: str, amount: Money, day: dt.date) -> bool:
        """Take a balance written like an operation; tell whether its label says so."""
        words = _words(label)
        if not words.startswith(("solde", "ancien", "nouveau")):
            return False
        if not _BALANCE_LABEL.fullmatch(words):
            return False
        self.found.balances.append(StatedBalance(amount, _is_opening(words), day))
        return True

    def _amount_in(self, filled: Sequence[str]) -> Money | None:
        for cell in reversed(filled[1:]):
            amount = _read(self._amounts.amount, cell)
            if amount is not None:
                return amount
        written = _AMOUNT.search(_DAY.sub(" ", filled[0][-_LOOKED_AT:]))
        return _read(self._amounts.amount, written[1]) if written else None

    def _day_in(self, filled: Sequence[str]) -> dt.date | None:
        written = _DAY.search(" ".join(filled))
        return _read(self._days.day, written[0]) if written else None

    def _take_period(self, cells: Sequence[str]) -> None:
        """Take the first and last day, as in « Date de début : 28/11/2020 »."""
        filled = [cell.strip() for cell in cells if cell.strip()]
        for at, cell in enumerate(filled):
            words = _words(cell)
            if not words.startswith("date"):
                continue
            day = self._day_in(filled[at : at + 2])
            if _is_opening(words):
                self.found.opening_on = self.found.opening_on or day
            else:
                self.found.closing_on = self.found.closing_on or day


def _words(text: str) -> str:
    known = bank_table_words().opening | bank_table_words().closing
    return (
        " ".join(mended(word, known) for word in text.split())
        if "\ufffd" in text
        else fold(text)
    )


def _is_opening(words: str) -> bool | None:
    told = bank_table_words()
    found = frozenset(words.split())
    if found & told.opening:
        return True
    return False if found & told.closing else None


def _read(read: Callable[[str], _Value], text: str) -> _Value | None:
    try:
        return read(text)
    except RuleError:
        return None


def identity_in(text: str) -> AccountIdentity:
    """Return the account that lines name: by IBAN, by RIB, by bank, branch and number."""
    if iban := _FRENCH_IBAN.search(text):
        return account_identity(iban[0])
    if rib := _RIB.search(text):
        return account_identity(rib[3], rib[1], rib[2])
    number = _NUMBER.search(text)
    written = number[1] if number and any(map(str.isdigit, number[1])) else ""
    if not written:
        bare = _BARE.search(text)
        written = bare[0] if bare else ""
    if not written:
        return NOBODY
    bank, branch = _BANK.search(text), _BRANCH.search(text)
    return account_identity(written, bank[1] if bank else "", branch[1] if branch else "")
