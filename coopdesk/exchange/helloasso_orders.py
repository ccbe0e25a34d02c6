"""Takes HelloAsso's orders and items apart: the payments they list, and what each was for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coopdesk.exchange.helloasso_objects import ApiObjects
    from coopdesk.exchange.json_content import JsonObject

_MOST_DIGITS = 12  # of an amount in cents
_OF_ORDER = ("id", "date", "formSlug", "formName", "formType")


def orders_taken_apart(objects: ApiObjects) -> tuple[list[JsonObject], list[JsonObject]]:
    """Return the payments of orders and items as the API tells single ones, and the items.

    A payment that several items share is told once, with what each takes of it; one that the
    file tells by itself as well is left out here.
    """
    alone = {str(one.get("id")) for one in objects.payments}
    payments: dict[str, JsonObject] = {}
    items: list[JsonObject] = []
    for order in objects.orders:
        context, payer = _context(order), order.get("payer")
        listed = _objects(order.get("items"))
        paid = _objects(order.get("payments"))
        items += [
            {**item, **_paid_by(item, paid), "order": context, "payer": payer}
            for item in listed
        ]
        for payment in paid:
            shares = list(_shares(listed, payment, is_only=len(paid) == 1))
            _put(payments, payment, context, payer, shares)
    for item in objects.items:
        items.append(item)
        for payment in _objects(item.get("payments")):
            share = {**_said(item), "shareAmount": payment.get("shareAmount")}
            _put(payments, payment, item.get("order"), item.get("payer"), [share])
    return [one for ref, one in payments.items() if ref not in alone], items


def _put(
    payments: dict[str, JsonObject],
    payment: JsonObject,
    context: object,
    payer: object,
    shares: list[JsonObject],
) -> None:
    ref = str(payment.get("id"))
    known = payments.setdefault(ref, {**payment, "order": context, "payer": payer, "items": []})
    known["items"] += shares


def _shares(
    items: Iterable[JsonObject], payment: JsonObject, *, is_only: bool
) -> Iterator[JsonObject]:
    """Yield what each item of an order takes of one of its payments."""
    for item in items:
        told = _objects(item.get("payments"))
        mine = [x for x in told if str(x.get("id")) == str(payment.get("id"))]
        if mine:
            yield {**_said(item), "shareAmount": mine[0].get("shareAmount")}
        elif not told and is_only:
            yield {**_said(item), "shareAmount": _cost(item)}


def _paid_by(item: JsonObject, payments: list[JsonObject]) -> JsonObject:
    """Return the payments of an item of an order with the states that the order tells."""
    states = {str(one.get("id")): one.get("state") for one in payments}
    told = _objects(item.get("payments"))
    return (
        {"payments": [{"state": states.get(str(x.get("id"))), **x} for x in told]}
        if told
        else {}
    )


def _said(item: JsonObject) -> JsonObject:
    return {name: item.get(name) for name in ("id", "name", "type")}


def _cost(item: JsonObject) -> Any:
    """Return what an item costs with its options, which its amount leaves out."""
    amounts = [item.get("amount"), *(x.get("amount") for x in _objects(item.get("options")))]
    told = [str(one) for one in amounts if one is not None]
    are_cents = all(one.isdecimal() and len(one) <= _MOST_DIGITS for one in told)
    return sum(map(int, told)) if are_cents else item.get("amount")


def _context(order: JsonObject) -> JsonObject:
    return {name: order.get(name) for name in _OF_ORDER}


def _objects(value: Any) -> list[JsonObject]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
