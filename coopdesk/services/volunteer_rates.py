"""The rates that an hour of volunteering may be worth: the program's and the association's."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.legal_parameters import Confidence
from coopdesk.domain.money import Money
from coopdesk.domain.text import fold
from coopdesk.domain.volunteering import NewRate, Rate, rate_on
from coopdesk.system.paths import database_files

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.storage.unit_of_work import Work


def seeded_rates() -> tuple[NewRate, ...]:
    """Return the rates that the program brings, the oldest first."""
    return tuple(rate for rate, _confidence in _seeded())


def confidence_of(rate: NewRate) -> Confidence | None:
    """Return how sure a rate that the program brings is, None of one of the association."""
    return dict(_seeded()).get(rate)


@cache
def _seeded() -> tuple[tuple[NewRate, Confidence], ...]:
    text = (database_files() / "seed" / "volunteer_rates.toml").read_text(encoding="utf-8")
    return tuple(
        (
            NewRate(one["name"], one["since"], Money(one["hourly_cents"]), one["source"]),
            Confidence(one["confidence"]),
        )
        for one in tomllib.loads(text)["rate"]
    )


def rates_of(work: Work) -> list[Rate]:
    """Return every rate by name, the newest of each first; the program's have the id 0.

    A rate of the association goes before the program's of the same name and day.
    """
    own = work.volunteering.rates()
    known = {_key(one.content) for one in own}
    brought = [Rate(0, one) for one in seeded_rates() if _key(one) not in known]
    order = sorted((*own, *brought), key=lambda one: one.content.since, reverse=True)
    return sorted(order, key=lambda one: fold(one.content.name))


def rate_for(work: Work, name: str, day: dt.date) -> int | None:
    """Return the id of the rate of a name on a day, stored if it is the program's.

    Without a name, the one kind of rate that there is; None when there are several or none.

    Raises:
        RuleError: ``volunteer.rate_unknown``, ``volunteer.rate_too_young``.
    """
    known = rates_of(work)
    names = {fold(one.content.name): one.content.name for one in known}
    if name and fold(name) not in names:
        raise RuleError("volunteer.rate_unknown", field="rate", name=name)
    if not name and len(names) != 1:
        return None
    wanted = names[fold(name)] if name else next(iter(names.values()))
    found = rate_on(known, wanted, day)
    if found is None:
        raise RuleError("volunteer.rate_too_young", field="rate", name=wanted, day=day)
    return found.id or work.volunteering.add_rate(found.content)


def _key(rate: NewRate) -> tuple[str, dt.date]:
    return fold(rate.name), rate.since
