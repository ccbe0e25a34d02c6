"""The columns of the lists of projects and of calls, and how these are sorted."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from coopdesk.domain.money import ZERO
from coopdesk.domain.text import fold
from coopdesk.ui.columns import Column, Tone
from coopdesk.wording.formats import day_text, money_text, number_text
from coopdesk.wording.grants import rate_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopdesk.domain.grant_projects import GrantProject
    from coopdesk.domain.grant_requests import GrantCall
    from coopdesk.domain.money import Money

_FAR, _SOON_DAYS = dt.date.max, 30


def project_columns() -> tuple[Column, ...]:
    """Return the columns of projects in their first order."""
    return (
        Column(
            "title",
            _("Project"),
            lambda x: x.content.title,
            sort="title",
            width=22,
            stretch=True,
        ),
        _day("starts", _("Begins on"), lambda x: x.content.starts_on, 2),
        _day("ends", _("Ends on"), lambda x: x.content.ends_on, 1),
        _money("expenses", _("Expenses planned"), lambda x: x.expenses),
        _money("income", _("Income planned"), lambda x: x.income),
        Column("balance", _("Balance of the budget"), gap_text, tone=gap_tone, width=20),
        Column(
            "requests",
            _("Requests made"),
            lambda x: number_text(x.requests) if x.requests else "",
            align_right=True,
            sort="requests",
            width=10,
            descends=True,
            gives_way=3,
        ),
    )


def gap_text(project: GrantProject) -> str:
    """Return whether what comes in pays for what goes out."""
    gap = project.income - project.expenses
    if not project.expenses and not project.income:
        return _("No budget yet")
    if not gap:
        return _("Balanced")
    if gap < ZERO:
        return _("{amount} to find").format(amount=money_text(-gap))
    return _("{amount} too much").format(amount=money_text(gap))


def gap_tone(project: GrantProject) -> Tone:
    """Return its colour."""
    if not project.expenses and not project.income:
        return Tone.NEUTRAL
    return Tone.GOOD if project.income == project.expenses else Tone.ATTENTION


def project_sort(name: str) -> Callable[[GrantProject], Any] | None:
    """Return what the list of projects is sorted by."""
    sorts: dict[str, Callable[[GrantProject], Any]] = {
        "title": lambda x: fold(x.content.title),
        "starts": lambda x: x.content.starts_on or _FAR,
        "ends": lambda x: x.content.ends_on or _FAR,
        "expenses": lambda x: x.expenses,
        "income": lambda x: x.income,
        "requests": lambda x: x.requests,
    }
    return sorts.get(name)


def call_columns(today: Callable[[], dt.date]) -> tuple[Column, ...]:
    """Return the columns of calls in their first order."""
    return (
        Column(
            "title",
            _("Call for projects"),
            lambda x: x.content.title,
            sort="title",
            width=22,
            stretch=True,
        ),
        Column(
            "funder",
            _("Funder"),
            lambda x: x.funder_name,
            sort="funder",
            width=18,
            gives_way=5,
        ),
        _day("opens", _("Opens on"), lambda x: x.content.opens_on, 4),
        _day("closes", _("Closes on"), lambda x: x.content.closes_on, 0),
        Column(
            "rate",
            _("Pays at most"),
            lambda x: rate_text(x.content.rate),
            align_right=True,
            width=12,
            gives_way=3,
        ),
        Column(
            "requests",
            _("Our requests"),
            lambda x: number_text(x.requests) if x.requests else "",
            align_right=True,
            sort="requests",
            width=12,
            descends=True,
            gives_way=2,
        ),
        Column(
            "state",
            _("State"),
            lambda x: call_text(x, today()),
            tone=lambda x: call_tone(x, today()),
            width=16,
        ),
    )


def call_text(call: GrantCall, today: dt.date) -> str:
    """Return whether a call is still to be answered."""
    closes_on = call.content.closes_on
    if not call.is_open:
        return _("Call closed")
    if closes_on is not None and closes_on < today:
        return _("Time is over")
    if call.sent:
        return _("Answered by us")
    if closes_on is not None and (closes_on - today).days <= _SOON_DAYS:
        return _("Closes soon")
    return _("Request still to be finished") if call.requests else _("Call open")


def call_tone(call: GrantCall, today: dt.date) -> Tone:
    """Return its colour."""
    closes_on = call.content.closes_on
    if not call.is_open or (closes_on is not None and closes_on < today):
        return Tone.NEUTRAL
    if call.sent:
        return Tone.GOOD
    is_soon = closes_on is not None and (closes_on - today).days <= _SOON_DAYS
    return Tone.ATTENTION if is_soon else Tone.INFO


def call_sort(name: str) -> Callable[[GrantCall], Any] | None:
    """Return what the list of calls is sorted by."""
    sorts: dict[str, Callable[[GrantCall], Any]] = {
        "title": lambda x: fold(x.content.title),
        "funder": lambda x: fold(x.funder_name),
        "opens": lambda x: x.content.opens_on or _FAR,
        "closes": lambda x: x.content.closes_on or _FAR,
        "requests": lambda x: x.requests,
    }
    return sorts.get(name)


def _day(key: str, title: str, day: Callable[[Any], dt.date | None], gives_way: int) -> Column:
    def text(one: Any) -> str:
        found = day(one)
        return day_text(found) if found is not None else ""

    return Column(key, title, text, align_right=True, sort=key, width=11, gives_way=gives_way)


def _money(key: str, title: str, amount: Callable[[GrantProject], Money]) -> Column:
    return Column(
        key,
        title,
        lambda x: money_text(amount(x)) if amount(x) else "",
        align_right=True,
        sort=key,
        width=14,
        descends=True,
        gives_way=5,
    )
