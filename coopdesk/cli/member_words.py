"""Reads what commands about members are given: a type, a period, a part of a payment."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import TYPE_CHECKING

import typer

from coopdesk.cli.options import parse_count, parse_day
from coopdesk.domain.errors import RuleError
from coopdesk.domain.members import Period
from coopdesk.domain.money import parse_amount
from coopdesk.domain.payments import SPENT, LineKind
from coopdesk.domain.shared_payments import PaymentShare
from coopdesk.domain.text import fold
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.members import MembershipType
    from coopdesk.domain.money import Money
    from coopdesk.services.registry import Services

_MONTH = re.compile(r"(\d{4})(?:-(\d{1,2}))?")


def type_named(services: Services, text: str) -> MembershipType:
    """Return the type of a name or a number.

    Raises:
        RuleError: ``tariff.unknown`` with the names there are.
    """
    types = services.membership_types.list(archived=True)
    for kind in types:
        if fold(kind.content.name) == fold(text) or str(kind.id) == text.strip():
            return kind
    known = ", ".join(kind.content.name for kind in types if not kind.archived)
    raise RuleError("tariff.unknown", field="type", text=text, known=known)


def parse_period(text: str) -> Period:
    """Read a year, a month, or two days with dots between them."""
    first, dots, last = text.partition("..")
    if dots:
        period = Period(parse_day(first), parse_day(last))
        if period.end < period.start:
            raise typer.BadParameter(_("The end lies before the beginning."))
        return period
    match = _MONTH.fullmatch(text.strip())
    if match is None or not 1 <= int(match.group(2) or 1) <= 12 or match.group(1) < "1901":
        message = _("“{text}” is not a period (2027, 2027-03, 2027-01-01..2027-06-30).")
        raise typer.BadParameter(message.format(text=text))
    year = int(match.group(1))
    if match.group(2) is None:
        return Period(dt.date(year, 1, 1), dt.date(year, 12, 31))
    month = int(match.group(2))
    end = calendar.monthrange(year, month)[1]
    return Period(dt.date(year, month, 1), dt.date(year, month, end))


def _amount_in(part: str, amount: str) -> Money:
    """Read the amount of a part of a payment, which is not that of the whole."""
    try:
        return parse_amount(amount)
    except RuleError as error:
        raise RuleError(error.code, text=part[:40], field="shares") from None


def parse_share(services: Services, text: str) -> PaymentShare:
    """Read a part of a payment: ``12``, ``12=20,00``, ``gift=10``."""
    what, equals, amount = text.partition("=")
    what = what.strip()
    if what.isdigit():
        membership = services.members.get(parse_count(what))
        asked = _amount_in(text, amount) if equals else membership.remainder
        return PaymentShare(LineKind.FEE.value, asked, membership.id)
    kinds = {kind.value for kind in LineKind if kind not in {LineKind.FEE, *SPENT}}
    if what not in kinds or not equals:
        names = ", ".join(sorted(kinds))
        message = _("“{text}” is no part of a payment: NUMBER=AMOUNT, or one of {names}.")
        raise typer.BadParameter(message.format(text=text, names=names))
    return PaymentShare(what, _amount_in(text, amount))
