"""What a fact about a gift means for its receipt: rules with their source, as data."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.donations import Ineligibility
from coopdesk.domain.payments import LineKind

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from coopdesk.domain.legal_parameters import Confidence
    from coopdesk.domain.receipts import Cure


class RuleVerdict(enum.Enum):
    """What a rule does to a receipt."""

    EXCLUDES = "excludes"
    BLOCKS = "blocks"
    WARNS = "warns"
    ALLOWS = "allows"


@dataclass(frozen=True, slots=True)
class ReceiptRule:
    """A rule of legal_fr 1.8 and 1.10: ``reference`` names it there.

    ``since`` is the first day of gifts that it concerns, None for all; ``cure`` says where what
    blocks is mended, or what a warning doubts.
    """

    code: str
    verdict: RuleVerdict
    reference: str
    source: str
    confidence: Confidence
    cure: Cure | None = None
    since: dt.date | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class ReceiptRules:
    """Every rule by its code, in the order in which reasons are told."""

    by_code: Mapping[str, ReceiptRule]

    def on(self, code: str, day: dt.date) -> ReceiptRule | None:
        """Return the rule of a code for a gift of a day, None where it does not concern it."""
        rule = self.by_code[code]
        return rule if rule.since is None or day >= rule.since else None


# What a payment that is no gift was for, where nobody said more.
_OF_KIND = {
    LineKind.FEE: Ineligibility.SERVICE,
    LineKind.REGISTRATION: Ineligibility.TICKET,
    LineKind.SALE: Ineligibility.SERVICE,
    LineKind.GRANT: Ineligibility.PUBLIC_SUBSIDY,
}


def reason_without_receipt(kind: LineKind, told: Ineligibility | None = None) -> str:
    """Return the code of why a payment gives no receipt, empty for a gift.

    ``told`` is what its tier says, or a person: it goes before what the kind suggests.
    """
    if told is None and kind is LineKind.GIFT:
        return ""
    reason = told or _OF_KIND.get(kind, Ineligibility.OTHER)
    return f"ineligible_{reason.value}"
