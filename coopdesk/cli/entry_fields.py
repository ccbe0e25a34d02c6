"""How lines of an entry are written on the command line: ACCOUNT=AMOUNT on either side."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated, Any

import typer

from coopdesk.cli.failures import UsageProblemError
from coopdesk.domain.entries import NewEntryLine
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import ZERO, Money, parse_amount
from coopdesk.wording.language import _

SidesOption = Annotated[
    list[str] | None,
    typer.Option(metavar=_("ACCOUNT=AMOUNT"), help=_("A line on this side; may come again.")),
]


def told_lines(
    debit: Sequence[str] | None,
    credit: Sequence[str] | None,
    contact_id: int | None,
    activity_id: int | None,
) -> tuple[NewEntryLine, ...]:
    """Return the lines that were given, debits first; money itself is for nobody."""
    sides = [(*_side(text, "debit"), True) for text in debit or ()]
    sides += [(*_side(text, "credit"), False) for text in credit or ()]
    return tuple(
        NewEntryLine(
            account,
            amount if is_debit else ZERO,
            ZERO if is_debit else amount,
            contact_id=None if _is_money(account) else contact_id,
            activity_id=None if _is_money(account) else activity_id,
        )
        for account, amount, is_debit in sides
    )


def told_anew(lines: Sequence[NewEntryLine], new: dict[str, Any]) -> tuple[NewEntryLine, ...]:
    """Return lines with another third party or activity; those of money are for nobody."""
    return tuple(x if _is_money(x.account) else replace(x, **new) for x in lines)


def _is_money(account: str) -> bool:
    return account.strip().startswith("5")


def _side(text: str, field: str) -> tuple[str, Money]:
    account, equals, amount = text.partition("=")
    if not equals:
        raise UsageProblemError(_("“{text}” is not ACCOUNT=AMOUNT.").format(text=text))
    try:
        return account, parse_amount(amount)
    except RuleError as error:
        raise RuleError(error.code, **{**error.values, "field": field}) from error
