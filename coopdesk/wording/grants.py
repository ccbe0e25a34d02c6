"""Sentences about grants."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from coopdesk.wording.formats import day_text, money_short, money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _
from coopdesk.wording.review_texts import percent_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from coopdesk.domain.grants import GrantPayment
    from coopdesk.domain.money import Money


def agreement_text(limit: Money) -> str:
    """Return what the law wants of grants above a limit (loi 2000-321, loi 2021-1109)."""
    return _(
        "This funder grants more than {limit} in the year: the law wants a written agreement "
        "with it, and the republican commitment contract signed."
    ).format(limit=money_short(limit))


def before_books_text(since: dt.date) -> str:
    """Return why a grant that was notified before our books has no entry."""
    return _(
        "Notified before the first day of the books ({day}): it gets no entry. What is still "
        "due of it belongs in the opening balances."
    ).format(day=day_text(since))


def in_books_text(amount: Money) -> str:
    """Return that the entry of a grant says another amount than was granted, or is gone."""
    if not amount:
        return _(
            "The books have no entry of its notification: it was removed or reversed. Changing "
            "the grant drafts it again."
        )
    text = _("The entry of its notification says {amount}: correct it, or the grant.")
    return text.format(amount=money_text(amount))


def untied_text(payment: GrantPayment) -> str:
    """Return that money of a funder may be of its grant, and counts twice until it is tied."""
    text = _(
        "Payment no. {id} of {day}, {amount}, is money of a grant of this funder and tied to "
        "none: tie it if it came for this one, or it counts twice."
    )
    day, amount = day_text(payment.paid_on), money_text(payment.amount)
    return text.format(id=payment.payment_id, day=day, amount=amount)


def usual_text(numbers: Sequence[str]) -> str:
    """Return which account is usual, or which ones by what the funder is."""
    if len(numbers) == 1:
        return _("Usual: {number}").format(number=numbers[0])
    return _("By the funder: {numbers}").format(numbers=", ".join(numbers))


def rate_text(rate: int | None) -> str:
    """Return a rate in hundredths of a percent as ``66,67 %``; empty of none."""
    return "" if rate is None else percent_text(Decimal(rate).scaleb(-2))


def grant_title(values: Mapping[str, Any]) -> str:
    """Return what happened to a grant on a day, for a time-line."""
    return label(values["step"]).format(title=values["title"])


def grant_detail(values: Mapping[str, Any]) -> str:
    """Return the project that a grant is for."""
    return str(values["project"])
