"""What the objects of HelloAsso's API are, whatever wraps them."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any

from coopdesk.domain.errors import RuleError
from coopdesk.exchange.sheet_limits import MAXIMUM_ROWS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopdesk.exchange.json_content import JsonObject

# Names that an object of each kind has, and one of another program hardly has all of.
_PAYOUT = frozenset({"operationType", "paymentId"})
_ORDER = frozenset({"items", "payments", "formSlug"})
_ITEM = frozenset({"order", "payments", "type"})
_PAYMENT = frozenset({"amount", "date", "state", "id"})
_OF_PAYMENT = frozenset({"paymentMeans", "cashOutState", "order", "payer"})
# A list of pages, each an envelope of notifications.
_WRAPPINGS = 3
_FORM = frozenset({"formSlug", "formType"})


@dataclass(slots=True)
class ApiObjects:
    """What a file of the API holds, each kind in order.

    ``payouts`` are rows of payouts, ``form_count`` forms, which tell of no money; ``total`` is
    how many objects all pages of the listing have, 0 when the file does not say.
    """

    payments: list[JsonObject] = field(default_factory=list)
    orders: list[JsonObject] = field(default_factory=list)
    items: list[JsonObject] = field(default_factory=list)
    payouts: list[JsonObject] = field(default_factory=list)
    form_count: int = 0
    total: int = 0

    @property
    def count(self) -> int:
        """How many objects there are in all."""
        listed = (self.payments, self.orders, self.items, self.payouts)
        return sum(map(len, listed)) + self.form_count


def objects_of(value: object) -> ApiObjects | None:
    """Sort what a file holds into payments, orders, items, forms and rows of payouts.

    None when nothing of it is HelloAsso's.

    Raises:
        RuleError: ``file.too_many_rows``.
    """
    found = ApiObjects(total=_announced(value))
    listed = list(islice(_unwrapped(value), MAXIMUM_ROWS + 1))
    if len(listed) > MAXIMUM_ROWS:
        raise RuleError("file.too_many_rows", limit=MAXIMUM_ROWS)
    for one in listed:
        _sort(one, found)
    return found if found.count else None


def _unwrapped(value: object, depth: int = 0) -> Iterator[JsonObject]:
    """Yield the objects of a file: one, a list, envelopes of pages, notifications."""
    for one in value if isinstance(value, list) else (value,):
        inner = _data(one)
        if inner is not None and depth < _WRAPPINGS:
            yield from _unwrapped(inner, depth + 1)
        elif isinstance(one, dict):
            yield one


def _data(value: object) -> dict[str, Any] | list[Any] | None:
    inner = value.get("data") if isinstance(value, dict) else None
    return inner if isinstance(inner, dict | list) else None


def _announced(value: object) -> int:
    """Return how many objects the listing has in all, 0 when it does not say."""
    pages = value.get("pagination") if isinstance(value, dict) else None
    told = pages.get("totalCount") if isinstance(pages, dict) else None
    text = str(told)
    return int(text) if text.isdecimal() and len(text) < 9 else 0


def _sort(one: JsonObject, found: ApiObjects) -> None:
    names = one.keys()
    if names >= _PAYOUT:
        found.payouts.append(one)
    elif names >= _ORDER:
        found.orders.append(one)
    elif names >= _ITEM:
        found.items.append(one)
    elif names >= _PAYMENT and names & _OF_PAYMENT:
        found.payments.append(one)
    elif names >= _FORM:
        found.form_count += 1
