"""The columns of the network: who takes part in what, each cell with what it opens."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Any

from coopdesk.domain.partners import PartnerLevel
from coopdesk.domain.text import fold
from coopdesk.ui.columns import Column
from coopdesk.ui.partners import links
from coopdesk.ui.usual_columns import money_column, text_column
from coopdesk.wording.formats import day_text, money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator

    from coopdesk.domain.money import Money
    from coopdesk.domain.partner_sheets import PartnerSheet
    from coopdesk.domain.partners import NetworkRow

    Way = tuple[str, str, int]  # the words, the link, the record


class Cell(enum.Enum):
    """A cell that opens what it tells; the values are the keys of the columns."""

    NAME = "name"
    GROUPS = "groups"
    EVENTS = "events"
    AGREEMENTS = "agreements"
    GRANTED = "granted"
    IN_KIND = "in_kind"
    FEES = "fees"


def network_columns() -> tuple[Column, ...]:
    """Return the columns in their first order."""
    return (
        text_column("name", _("Partner"), lambda x: x.name, width=22, stretch=True),
        text_column("level", _("Level"), _level, width=14, gives_way=3),
        _names("groups", _("Groups"), lambda x: x.groups, 1),
        _names("events", _("Events"), lambda x: x.events, 1),
        _names("agreements", _("Agreements"), lambda x: x.agreements, 1),
        money_column("granted", _("Granted"), lambda x: x.granted, width=11, gives_way=2),
        money_column("in_kind", _("In kind"), lambda x: x.in_kind, width=11, gives_way=2),
        money_column("fees", _("Our fees"), lambda x: x.fees, width=11, gives_way=2),
    )


def network_sort(name: str) -> Callable[[NetworkRow], Any] | None:
    """Return what the network is sorted by."""
    levels = list(PartnerLevel)
    sorts: dict[str, Callable[[NetworkRow], Any]] = {
        "name": lambda x: fold(x.name),
        "level": lambda x: levels.index(x.level),
        "groups": lambda x: len(x.groups),
        "events": lambda x: len(x.events),
        "agreements": lambda x: len(x.agreements),
        "granted": lambda x: x.granted,
        "in_kind": lambda x: x.in_kind,
        "fees": lambda x: x.fees,
    }
    return sorts.get(name)


def ways_of(
    cell: Cell, row: NetworkRow, sheet: PartnerSheet, days: tuple[dt.date, dt.date]
) -> list[Way]:
    """Return what a cell opens: the words, the name of the link and the record of each."""
    first, last = days
    ways: dict[Cell, Iterator[Way]] = {
        Cell.NAME: iter(((row.name, links.PARTNER, row.contact_id),)),
        Cell.GROUPS: (
            (x.name, links.GROUP, x.group_id) for x in sheet.groups if x.name in row.groups
        ),
        Cell.EVENTS: (
            (x.title, links.EVENT, x.event_id) for x in sheet.events if x.title in row.events
        ),
        Cell.AGREEMENTS: (
            (x.content.title, links.AGREEMENT, x.id)
            for x in sheet.agreements
            if x.content.title in row.agreements
        ),
        Cell.GRANTED: (
            (_told(x.title, x.granted), links.GRANT, x.request_id)
            for x in sheet.grants
            if x.granted
        ),
        Cell.IN_KIND: (
            (_told(x.content.label, x.content.amount), links.CONTRIBUTION, x.id)
            for x in sheet.contributions
            if first <= x.content.given_on <= last
        ),
        Cell.FEES: (
            (_paid(x.content.year, x.paid_on, x.content.amount), links.PAYMENT, x.payment_id)
            for x in sheet.fees
            if x.payment_id is not None
        ),
    }
    return list(ways[cell])


def _told(text: str, amount: Money) -> str:
    return f"{text} · {money_text(amount)}"


def _paid(year: int, day: dt.date | None, amount: Money) -> str:
    told = (str(year), day_text(day) if day is not None else "", money_text(amount))
    return " · ".join(part for part in told if part)


def _level(row: NetworkRow) -> str:
    return "" if row.level is PartnerLevel.NONE else label(row.level)


def _names(
    key: str, title: str, names: Callable[[NetworkRow], tuple[str, ...]], gives_way: int
) -> Column:
    """Return a column of names: how many there are, then which."""

    def text(row: NetworkRow) -> str:
        found = names(row)
        if len(found) > 1:
            return f"{number_text(len(found))} : {', '.join(found)}"
        return "".join(found)

    return Column(
        key,
        title,
        text,
        sort=key,
        width=14,
        descends=True,
        gives_way=gives_way,
        tip=lambda row: "\n".join(names(row)),
    )
