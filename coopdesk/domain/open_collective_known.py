"""Brings rows of Open Collective to what earlier files told, whatever columns those had."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.import_contents import (
    as_told_before,
    goes_out,
    told_amount,
    told_reversal,
)
from coopdesk.domain.payments import Direction, LineKind
from coopdesk.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from coopdesk.domain.import_plans import KnownPayment
    from coopdesk.domain.imports import PaymentRow

# So much of the name of a group stands in the short form of an export.
_SHORT = 8


def settled(
    rows: Sequence[PaymentRow], known: Iterable[KnownPayment]
) -> tuple[PaymentRow, ...]:
    """Return rows under the references that are known already, each reversal with its other.

    One export numbers its rows, another names them by their first signs: the group tells that
    they are the same. A row says what gives it back, also if only an earlier file knew. One of
    which the other half is nowhere waits to be checked: together they are nothing, alone each
    would count.
    """
    payments = list(known)
    names = _names(rows, payments)
    by_reference = {x.outside_ref: x for x in payments if x.outside_ref is not None}
    reversals = {
        told_reversal(x.outside_content): x.outside_ref for x in payments if x.outside_ref
    }
    found = []
    for row in rows:
        one = replace(
            row,
            payment_ref=names.get(row.payment_ref, row.payment_ref),
            reverses=names.get(row.reverses, row.reverses),
            reversed_by=names.get(row.reversed_by, row.reversed_by),
        )
        before = by_reference.get(one.payment_ref)
        if before is not None:
            one = as_told_before(one, before.outside_content)
        if not one.reversed_by:
            one = replace(one, reversed_by=reversals.get(one.payment_ref) or "")
        found.append(one)
    present = {x.payment_ref for x in found} | by_reference.keys()
    return tuple(
        replace(x, doubt="reversed_elsewhere")
        if x.reversed_by and x.reversed_by not in present and not x.doubt
        else x
        for x in found
    )


def with_tiers(
    rows: Iterable[PaymentRow], tiers: Mapping[tuple[str, str], tuple[int, bool]]
) -> tuple[PaymentRow, ...]:
    """Return rows whose gifts name the tier that the platform does, if we know it.

    ``tiers`` leads from a campaign and a tier, both folded, to its id and whether it is for
    gifts: what is paid for something in return is a sale and opens no right to a receipt.
    """
    return tuple(_with_tier(row, tiers) for row in rows) if tiers else tuple(rows)


def _with_tier(
    row: PaymentRow, tiers: Mapping[tuple[str, str], tuple[int, bool]]
) -> PaymentRow:
    (part,) = row.parts
    found = tiers.get((fold(row.campaign), fold(part.label)))
    if part.kind is not LineKind.GIFT or not part.label or found is None:
        return row
    tier_id, is_gift = found
    kind = LineKind.GIFT if is_gift else LineKind.SALE
    return replace(row, parts=(replace(part, kind=kind, tier_id=tier_id),))


def _names(rows: Sequence[PaymentRow], known: Sequence[KnownPayment]) -> dict[str, str]:
    """Return the known reference of each row that this file names otherwise."""
    told = {row.payment_ref for row in rows}
    groups: dict[str, list[tuple[str, KnownPayment]]] = defaultdict(list)
    for payment in known:
        if payment.outside_ref and payment.order_ref and payment.outside_ref not in told:
            short = payment.order_ref[:_SHORT]
            groups[short].append((payment.outside_ref, payment))
    references = {payment.outside_ref for payment in known}
    names: dict[str, str] = {}
    for row in rows:
        others = groups.get(row.order_ref[:_SHORT], [])
        same = [one for one in others if _is_same(row, one[1])]
        if same and row.payment_ref not in references:
            others.remove(same[0])
            names[row.payment_ref] = same[0][0]
    return names


def _is_same(row: PaymentRow, known: KnownPayment) -> bool:
    """Tell whether a known payment is the same operation of the same group."""
    group, content = known.order_ref or "", known.outside_content
    is_one = group.startswith(row.order_ref) or row.order_ref.startswith(group)
    is_out = row.direction is Direction.OUT
    return is_one and goes_out(content) == is_out and told_amount(content) == row.amount
