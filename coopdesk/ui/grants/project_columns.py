"""The columns of the lists of projects and of calls, and how these are sorted."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from coopdesk.domain.money import ZERO
from coopdesk.domain.text import fold
from coopdesk.ui.columns import Column, Tone
from coopdesk.ui.usual_columns import count_column, day_column, money_column, text_column
from coopdesk.wording.formats import money_text
from coopdesk.wording.grants import rate_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopdesk.domain.grant_projects import GrantProject
    from coopdesk.domain.grant_requests import GrantCall

_FAR, _SOON_DAYS = dt.date.max, 30


def project_columns() -> tuple[Column, ...]:
    """Return the columns of projects in their first order."""
    return (
        text_column("title", _("Project"), lambda x: x.content.title, width=22, stretch=True),
        day_column("starts", _("Begins on"), lambda x: x.content.starts_on, gives_way=2),
        day_column("ends", _("Ends on"), lambda x: x.content.ends_on, gives_way=1),
        money_column(
            "expenses", _("Expenses planned"), lambda x: x.expenses, width=14, gives_way=5
        ),
        money_column("income", _("Income planned"), lambda x: x.income, width=14, gives_way=5),
        Column("balance", _("Balance of the budget"), gap_text, tone=gap_tone, width=20),
        count_column(
            "requests", _("Requests made"), lambda x: x.requests, width=10, gives_way=3
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
        text_column(
            "title", _("Call for projects"), lambda x: x.content.title, width=22, stretch=True
        ),
        text_column("funder", _("Funder"), lambda x: x.funder_name, width=18, gives_way=5),
        day_column("opens", _("Opens on"), lambda x: x.content.opens_on, gives_way=4),
        day_column("closes", _("Closes on"), lambda x: x.content.closes_on),
        Column(
            "rate",
            _("Pays at most"),
            lambda x: rate_text(x.content.rate),
            align_right=True,
            width=12,
            gives_way=3,
        ),
        count_column(
            "requests", _("Our requests"), lambda x: x.requests, width=12, gives_way=2
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
