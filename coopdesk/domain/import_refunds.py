"""Money that a file says was given back: of which payment, and whether that is clear."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.import_contents import (
    told_amount,
    told_parts,
    told_payout,
    told_reversal,
)
from coopdesk.domain.imports import PaymentRow, RowVerdict
from coopdesk.domain.money import ZERO, Money, total
from coopdesk.domain.payments import PaymentState
from coopdesk.domain.refunds import is_clear

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from coopdesk.domain.import_plans import KnownPayment, PlannedRow
    from coopdesk.domain.payments import PaymentPart

# Why a payment waits whose other half was not there, or waited itself.
WAIT_FOR_OTHER = frozenset({"reverses_unknown", "reversed_elsewhere", "reverses_waiting"})
# Why a payment waits of which its file says that it went back, and nothing says how: what gives
# all of it back answers that.
GONE_BACK = "gone_back"
_COUNT = frozenset({RowVerdict.NEW, RowVerdict.CHANGED})
# What the reference of a payment gets when the platform says that all of it went back, or a
# part by its number. A payout may not hold what it takes back: it names itself behind it.
REFUND, IN_PAYOUT, PART = "/refund", "/refund@", "/refund-"


class Refunds:
    """What the payments of a file, and those that are known, give back of others."""

    def __init__(self, by_ref: Mapping[str, KnownPayment]) -> None:
        self._by_ref = by_ref
        self._rows: dict[str, PaymentRow] = {}
        self._waiting: set[str] = set()
        self._known: dict[str, dict[str, KnownPayment]] = defaultdict(dict)
        # By what is given back, then by what gives it back.
        self._counted: dict[str, dict[str, Money]] = defaultdict(dict)
        for ref, known in by_ref.items():
            given = told_reversal(known.outside_content)
            if given:
                self._known[given][ref] = known
            if given and known.state == PaymentState.RECEIVED.value:
                self._counted[given][ref] = told_amount(known.outside_content)

    def look_at(self, rows: Iterable[PaymentRow]) -> None:
        """Take the payments of the file into account."""
        self._rows = {row.payment_ref: row for row in rows}

    def named(self, row: PaymentRow) -> PaymentRow:
        """Return a row; money given back as another kind of file has named it."""
        ref = row.payment_ref
        if REFUND not in ref or ref in self._by_ref:
            return row
        for other, known in self._known.get(row.reverses, {}).items():
            is_other_kind = (IN_PAYOUT in other) is not (IN_PAYOUT in ref)
            payouts = {told_payout(known.outside_content), row.payout_ref} - {""}
            is_same = told_amount(known.outside_content) == row.amount
            if is_other_kind and is_same and other not in self._rows and len(payouts) < 2:
                self._rows[other] = replace(row, payment_ref=other)
                return self._rows[other]
        return row

    def note(self, planned: PlannedRow) -> None:
        """Keep what was decided of a payment for those that give it back."""
        row = planned.row
        assert isinstance(row, PaymentRow)
        if planned.verdict is RowVerdict.DOUBTFUL and planned.reason not in WAIT_FOR_OTHER:
            self._waiting.add(row.payment_ref)
        elif row.reverses and planned.verdict in _COUNT:
            self._counted[row.reverses][row.payment_ref] = row.amount

    def went_back(self, row: PaymentRow) -> bool:
        """Tell whether a payment that came in was given back by another known one."""
        backs = self._known.get(row.payment_ref, {}).values()
        back = total(told_amount(known.outside_content) for known in backs)
        return row.returned is not None and bool(backs) and back == row.amount

    def of(self, payment_ref: str) -> tuple[int, ...]:
        """Return the known payments that give one back."""
        return tuple(one.id for one in self._known.get(payment_ref, {}).values())

    def doubt(self, row: PaymentRow) -> str:
        """Say why money given back waits; empty when it is clear what went back."""
        known, given = self._by_ref.get(row.reverses), self._given(row.reverses)
        counted = self._counted.get(row.reverses, {})
        if (
            counted.get(row.payment_ref) == row.amount
        ):  # it counts already, whatever else changed
            return ""
        before = total(cents for ref, cents in counted.items() if ref != row.payment_ref)
        if given is None:
            return "reverses_unknown"
        if known is not None and (reason := _doubt_of_known(known, row.amount, before)):
            return reason
        if row.reverses in self._waiting:
            return "reverses_waiting"
        return _doubt_of_share(row.amount, *given, before, known)

    def _given(self, payment_ref: str) -> tuple[Money, tuple[PaymentPart, ...]] | None:
        """Return the amount and the parts of a payment of the file, or of a known one."""
        here, known = self._rows.get(payment_ref), self._by_ref.get(payment_ref)
        if here is not None:
            return here.amount, here.parts
        if known is None:
            return None
        return told_amount(known.outside_content), told_parts(known.outside_content)

    def is_part(self, row: PaymentRow) -> bool:
        """Tell whether a refund is of less than the payment was."""
        given = self._given(row.reverses)
        return given is not None and row.amount < given[0]


def _doubt_of_known(known: KnownPayment, back: Money, before: Money) -> str:
    if known.returned_whole or (known.returned and before == ZERO):
        return "reversed_already"
    if known.state == PaymentState.DISMISSED.value:
        return "reverses_unknown"
    if known.state == PaymentState.RECEIVED.value or known.check_reason in WAIT_FOR_OTHER:
        return ""
    is_answer = known.check_reason == GONE_BACK and back == told_amount(known.outside_content)
    return "" if is_answer else "reverses_waiting"


def _doubt_of_share(
    back: Money,
    amount: Money,
    parts: Sequence[PaymentPart],
    before: Money,
    known: KnownPayment | None,
) -> str:
    """Say why nobody can tell what of a payment goes back."""
    if back > amount - before:
        return "reversed_already" if before else "reverses_more"
    if back == amount:
        return ""
    if known is not None and known.on_receipt:
        return "reverses_receipt"
    return "" if is_clear(parts, back, before) else "reverses_in_part"
