"""Rules of the chart: what a number looks like, where it stands, who may be below whom."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coopdesk.domain.chart import Account, AccountKind
from coopdesk.domain.errors import RuleError
from coopdesk.domain.text import checked_line

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from coopdesk.domain.chart import CatalogueAccount

_NUMBER = re.compile(r"[1-8][0-9]*[0-9A-Z]*")
NUMBER_LIMIT = 16
LABEL_LIMIT = 120
# How accounts may look when nothing else is known: the class decides (PCG art. 911-1).
_KIND_OF_CLASS = {
    "1": AccountKind.LIABILITY,
    "2": AccountKind.ASSET,
    "3": AccountKind.ASSET,
    "4": AccountKind.EITHER,
    "5": AccountKind.EITHER,
    "6": AccountKind.EXPENSE,
    "7": AccountKind.INCOME,
    "8": AccountKind.SPECIAL,
}


def clean_number(text: str) -> str:
    """Return an account's number as it is kept: no blanks, capital letters."""
    return "".join(text.split()).upper()


def checked_number(text: str) -> str:
    """Return the number of an account if it can be one: a class, then figures and letters.

    Raises:
        RuleError: ``account.number_missing`` or ``account.number_wrong``.
    """
    number = clean_number(text)
    if not number:
        raise RuleError("account.number_missing", field="number")
    if len(number) > NUMBER_LIMIT or not number.isascii() or not _NUMBER.fullmatch(number):
        raise RuleError("account.number_wrong", field="number", number=number[:40])
    return number


def checked_label(text: str) -> str:
    """Return the label of an account.

    Raises:
        RuleError: ``account.label_missing`` or ``text.too_long``.
    """
    label = checked_line(text, "label", LABEL_LIMIT)
    if not label:
        raise RuleError("account.label_missing", field="label")
    return label


def above(number: str) -> tuple[str, ...]:
    """Return the numbers that an account may stand below, the nearest first."""
    return tuple(number[:length] for length in range(len(number) - 1, 0, -1))


def kind_below(number: str, known: Mapping[str, AccountKind]) -> AccountKind:
    """Return the kind that an account takes from the nearest one above it.

    Raises:
        RuleError: ``account.no_parent`` when only its class stands above it.
    """
    for parent in above(number):
        if len(parent) > 1 and parent in known:
            return known[parent]
    raise RuleError("account.no_parent", field="number", number=number)


def kind_of_class(number: str) -> AccountKind:
    """Return the kind of an account of which only the number is known, as from a file."""
    if number.startswith("86"):
        return AccountKind.VOLUNTEERING_EXPENSE
    if number.startswith("87"):
        return AccountKind.VOLUNTEERING_INCOME
    return _KIND_OF_CLASS[number[0]]


def require_postable(account: Account) -> None:
    """Refuse a new line on an account that takes none.

    Raises:
        RuleError: ``account.is_parent`` or ``account.is_closed``.
    """
    if not account.is_postable:
        raise RuleError("account.is_parent", field="lines", number=account.number)
    if not account.is_open:
        raise RuleError("account.is_closed", field="lines", number=account.number)


def starter(one: CatalogueAccount, numbers: Collection[str]) -> Account:
    """Return an account of the catalogue as it stands in a chart nobody wrote in yet.

    ``numbers`` are the parents of that chart.
    """
    return Account(
        id=0,
        number=one.number,
        label=one.label,
        kind=one.kind,
        status=one.status,
        is_postable=one.number not in numbers,
    )
