"""How events are said in the window: how sure and how full they are, and what they cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.events import EventState, Pricing
from coopdesk.ui.columns import Tone
from coopdesk.wording.formats import money_text, number_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.events import NewTariff

STATE_TONES = {
    EventState.PLANNED: Tone.ATTENTION,
    EventState.CONFIRMED: Tone.GOOD,
    EventState.CANCELLED: Tone.BAD,
}
_MOST_NAMED = 5


def fullness(registered: int, capacity: int | None) -> str:
    """Return how many of how many places are taken: ``12 / 40``."""
    if capacity is None:
        return number_text(registered)
    return f"{number_text(registered)} / {number_text(capacity)}"


def moved_up_text(names: Sequence[str]) -> str:
    """Return who got a place from the waiting list."""
    count = len(names)
    text = ngettext(
        "{count} person moves up from the waiting list: {names}",
        "{count} people move up from the waiting list: {names}",
        count,
    )
    return text.format(count=number_text(count), names=", ".join(names[:_MOST_NAMED]))


def price_text(tariff: NewTariff, *, is_brief: bool = False) -> str:
    """Return what a tariff costs, in words where people choose; ``is_brief`` for a box."""
    if tariff.pricing is Pricing.FREE:
        return label(Pricing.FREE)
    if tariff.pricing is Pricing.FIXED:
        return money_text(tariff.amount)
    if is_brief and tariff.amount:
        return _("{amount} proposed").format(amount=money_text(tariff.amount))
    said = label(Pricing.OPEN)
    if is_brief:
        return said
    if tariff.amount:
        said += ", " + _("{amount} proposed").format(amount=money_text(tariff.amount))
    if tariff.minimum:
        said += ", " + _("at least {amount}").format(amount=money_text(tariff.minimum))
    return said
