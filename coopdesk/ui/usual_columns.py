"""Columns that many lists have: a text, a day, an amount, a count; sorted by their own keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coopdesk.ui.columns import Column
from coopdesk.wording.formats import day_text, money_text, number_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from coopdesk.domain.money import Money


def text_column(
    key: str,
    title: str,
    text: Callable[[Any], str],
    *,
    width: int,
    gives_way: int = 0,
    stretch: bool = False,
) -> Column:
    """Return a column of words; with ``stretch`` it takes what the others leave."""
    return Column(key, title, text, sort=key, width=width, gives_way=gives_way, stretch=stretch)


def day_column(
    key: str,
    title: str,
    day: Callable[[Any], dt.date | None],
    *,
    width: int = 11,
    gives_way: int = 0,
    hint: str = "",
) -> Column:
    """Return a column of days, empty where there is none."""

    def text(line: Any) -> str:
        found = day(line)
        return "" if found is None else day_text(found)

    return Column(key, title, text, sort=key, width=width, gives_way=gives_way, hint=hint)


def money_column(
    key: str,
    title: str,
    amount: Callable[[Any], Money],
    *,
    width: int = 12,
    gives_way: int = 0,
    hint: str = "",
) -> Column:
    """Return a column of amounts, empty where there is nothing; the largest come first."""

    def text(line: Any) -> str:
        found = amount(line)
        return money_text(found) if found else ""

    return Column(
        key,
        title,
        text,
        align_right=True,
        sort=key,
        width=width,
        hint=hint,
        descends=True,
        gives_way=gives_way,
    )


def count_column(
    key: str,
    title: str,
    count: Callable[[Any], int],
    *,
    width: int = 12,
    gives_way: int = 0,
    hint: str = "",
) -> Column:
    """Return a column of counts, empty where there are none; the largest come first."""

    def text(line: Any) -> str:
        found = count(line)
        return number_text(found) if found else ""

    return Column(
        key,
        title,
        text,
        align_right=True,
        sort=key,
        width=width,
        hint=hint,
        descends=True,
        gives_way=gives_way,
    )
