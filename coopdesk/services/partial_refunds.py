"""Takes what a refund gives back out of a payment of which the rest stays."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import ZERO, Money, total
from coopdesk.domain.payments import LineKind, PaymentState
from coopdesk.domain.refunds import is_clear, shares_given_back

if TYPE_CHECKING:
    from coopdesk.domain.donations import Donation, NewReturn
    from coopdesk.domain.payments import PaymentPart
    from coopdesk.storage.unit_of_work import Work


@dataclass(frozen=True, slots=True)
class _Left:
    """A line of a payment, as far as it did not go back yet, and the gift on it."""

    line_id: int
    part: PaymentPart
    gift: Donation | None


class PartialRefund:
    """One refund of a part of a payment; of a gift the part that went is a gift gone back."""

    def __init__(self, work: Work, given_id: int, back_id: int) -> None:
        self._work = work
        self.given = work.payments.get(given_id)
        self.back = work.payments.get(back_id)
        gifts = map(work.donations.get, work.imports.gifts_of_payment(given_id))
        self._gifts = {work.donations.line_id(gift.id): gift for gift in gifts}
        self._before = self._given_back_before()
        self._left = self._lines_left()
        parts = [one.part for one in self._left]
        shares = shares_given_back(parts, self.back.content.amount)
        self._taken = [pair for pair in zip(self._left, shares, strict=True) if pair[1]]

    def doubt(self, *, is_decided: bool) -> str:
        """Say why a person must look first; ``is_decided`` when one did.

        Raises:
            RuleError: ``payment.on_receipt``, of what a person decided.
        """
        if not self._taken:
            return "" if is_decided else "reversed_already"
        named = [one.gift.receipt_number for one, _share in self._taken if one.gift]
        number = next(filter(None, named), "")
        if number and is_decided:
            raise RuleError("payment.on_receipt", number=number)
        if number:
            return "reverses_receipt"
        parts, amount = self.given.content.parts, self.back.content.amount
        has_fee = any(one.gift and one.gift.is_fee for one, _share in self._taken)
        before = total(self._before.values())
        clear = is_decided or (is_clear(parts, amount, before) and not has_fee)
        return "" if clear else "reverses_in_part"

    def write(self, new: NewReturn) -> None:
        """Let the refund be of what it takes; the gifts of that go back."""
        if not self._taken:
            return
        payments, back_id = self._work.payments, self.back.id
        payments.change(back_id, {"payer_id": self.given.content.payer_id})
        for line_id in payments.line_ids(back_id):
            payments.delete_line(line_id)
        payments.add_lines(
            back_id, [replace(one.part, amount=share) for one, share in self._taken]
        )
        for one, share in self._taken:
            # What a part of a membership fee back means is for a person to say.
            if one.gift is not None and not one.gift.is_fee:
                gone = one.gift.id if share == one.part.amount else self._divided(one, share)
                self._work.donations.returned(gone, new, back_id)

    def _given_back_before(self) -> dict[LineKind, Money]:
        """Return what other refunds took, by what it was for, beside the gifts."""
        found: dict[LineKind, Money] = {}
        for given_id, back_id in self._work.imports.reversals_around(self.given.id):
            other = self._work.payments.get(back_id).content
            if given_id != self.given.id or back_id == self.back.id:
                continue
            if other.state is PaymentState.RECEIVED:
                for part in other.parts:
                    found[part.kind] = found.get(part.kind, ZERO) + part.amount
        return found

    def _lines_left(self) -> list[_Left]:
        before = dict(self._before)
        found = []
        lines = self._work.payments.line_ids(self.given.id)
        for line_id, part in zip(lines, self.given.content.parts, strict=True):
            gift = self._gifts.get(line_id)
            if gift is not None and gift.returned is not None:
                continue
            if gift is None or gift.is_fee:
                gone = min(before.get(part.kind, ZERO), part.amount)
                before[part.kind] = before.get(part.kind, ZERO) - gone
                part = replace(part, amount=part.amount - gone)  # noqa: PLW2901 (what is left)
            found.append(_Left(line_id, part, gift))
        return found

    def _divided(self, one: _Left, share: Money) -> int:
        """Divide a gift and its line; return the gift that is as large as ``share``."""
        work, gift = self._work, one.gift
        assert gift is not None
        rest, content = one.part.amount - share, gift.content
        work.payments.change_line(one.line_id, {"amount_cents": rest.cents})
        counterpart = min(content.counterpart, rest)
        left = {"amount_cents": rest.cents, "counterpart_cents": counterpart.cents}
        work.donations.change(gift.id, left)
        (line_id,) = work.payments.add_lines(
            self.given.id, [replace(one.part, amount=share, tier_id=None)]
        )
        gone = replace(
            content,
            amount=share,
            counterpart=ZERO,
            counterpart_label="",
            tier_id=None,
            pledge_id=None,
            pledge_due_on=None,
        )
        campaign_id = work.payments.campaign_id(content.campaign)
        return work.donations.add(gone, line_id, campaign_id, gift.outside_receipt)
