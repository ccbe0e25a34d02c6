"""The inventory as answers of Ctrl+K: its parts, their first steps, and its records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.text import fold
from coopdesk.ui.desk import Hit
from coopdesk.ui.inventory.links import ACTIVITY_LINK, ASSET_LINK, FUND_LINK, GRANT_LINK
from coopdesk.ui.inventory.parts import INVENTORY, NEW, Part, part_names
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk

_SHORTEST, _MOST, _PAGE = 3, 4, "accounts"


def find_inventory(desk: Desk, text: str) -> list[Hit]:
    """Return what matches every word; runs on the worker."""
    words = fold(text).split()
    if len(text.strip()) < _SHORTEST or not words:
        return []
    named = [*_steps(), *_places()]
    found = [hit for hit in named if _fits(words, hit.text)]
    records = (hit for hit in _records(desk.services) if _fits(words, hit.text))
    return [*found, *[hit for hit, _place in zip(records, range(_MOST), strict=False)]]


def _fits(words: list[str], text: str) -> bool:
    folded = fold(text)
    return all(word in folded for word in words)


def _steps() -> Iterator[Hit]:
    for part, named in part_names().items():
        yield Hit(named.verb, named.title, "plus", _PAGE, (NEW, part.value))


def _places() -> Iterator[Hit]:
    for part, named in part_names().items():
        yield Hit(named.title, _("Inventory"), named.icon, _PAGE, (INVENTORY, part.value))


def _records(services: Services) -> Iterator[Hit]:
    names = part_names()
    for one in services.activities.all():
        icon = names[Part.ACTIVITIES].icon
        yield Hit(one.title, _("Activity"), icon, _PAGE, (ACTIVITY_LINK, one.id))
    for award in services.grants.all():
        icon = names[Part.GRANTS].icon
        where = (_("Grant"), award.funder_name)
        named = " · ".join(part for part in where if part)
        yield Hit(award.content.title, named, icon, _PAGE, (GRANT_LINK, award.id))
    for fund in services.dedicated_funds.all():
        icon = names[Part.FUNDS].icon
        yield Hit(fund.content.name, _("Dedicated fund"), icon, _PAGE, (FUND_LINK, fund.id))
    for asset in services.fixed_assets.all():
        icon = names[Part.ASSETS].icon
        yield Hit(asset.content.label, _("Fixed asset"), icon, _PAGE, (ASSET_LINK, asset.id))
