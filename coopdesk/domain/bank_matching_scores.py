"""How well a bank line and what the books have belong together, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.bank_matching import OpenLine, Reason, ReasonCode, Target
from coopdesk.domain.bank_matching_words import (
    found_reference,
    name_share,
    same_cheque,
    shared_words,
    telling_words,
)
from coopdesk.domain.bank_statements import LineNature
from coopdesk.domain.payments import PaymentMode

if TYPE_CHECKING:
    import datetime as dt

# Points, found on the seeds that the benchmark keeps for tuning.
BASE = 42
_NEAR = ((0, 22), (1, 21), (3, 18), (5, 14), (10, 8), (20, 2), (45, -8), (90, -18))
FURTHEST = 90
FURTHEST_WITH_PROOF = 400
_LATEST, _EARLIEST = 20, 7
_BEFORE = 2  # points less for a line older than what was recorded, entered late
_PROOF, _CHEQUE = 32, 36
_NAME, _PART_OF_NAME, _CONTACT = 30, 14, 32
_WORDS, _MOST_WORDS = 8, 18
_MODE, _OTHER_MODE, _NO_ORIGIN = 5, -14, -24
ONLY_ONE = 16
RARE, UNCOMMON = 12, 4
_NATURES = {
    LineNature.TRANSFER: {PaymentMode.TRANSFER},
    LineNature.DIRECT_DEBIT: {PaymentMode.DIRECT_DEBIT, PaymentMode.TRANSFER},
    LineNature.CARD: {PaymentMode.CARD},
    LineNature.CHEQUE: {PaymentMode.CHEQUE},
    LineNature.DEPOSIT: {PaymentMode.CHEQUE, PaymentMode.CASH},
    LineNature.CASH: {PaymentMode.CASH},
}


class Evidence(NamedTuple):
    """Points for and against, with what they are for; a number is a proof, however late."""

    points: int
    reasons: tuple[Reason, ...]
    is_proof: bool = False


def text_of(line: OpenLine) -> str:
    """Return everything that the bank says of a line."""
    return f"{line.counterparty} {line.payment_ref} {line.label}"


def evidence(line: OpenLine, target: Target) -> Evidence:
    """Return what speaks for a target beside its amount and day: numbers, names, words."""
    parts = (_numbers(line, target), _who(line, target), _words(line, target))
    mode = _mode(line, target)
    reasons = tuple(reason for part in (*parts, mode) for reason in part.reasons)
    return Evidence(
        sum(part.points for part in (*parts, mode)),
        reasons,
        any(part.is_proof for part in parts),
    )


_NOTHING = Evidence(0, ())


def _numbers(line: OpenLine, target: Target) -> Evidence:
    if line.cheque and same_cheque(line.cheque, target.references):
        number = Reason(ReasonCode.CHEQUE, {"number": line.cheque})
        return Evidence(_CHEQUE, (number,), is_proof=True)
    found = found_reference(target.references, text_of(line))
    if not found:
        return _NOTHING
    reason = Reason(ReasonCode.REFERENCE, {"reference": found})
    return Evidence(_PROOF, (reason,), is_proof=True)


def _who(line: OpenLine, target: Target) -> Evidence:
    if not target.contact_name:
        return _NOTHING
    reason = Reason(ReasonCode.NAME, {"name": target.contact_name})
    if line.contact_id is not None and line.contact_id == target.contact_id:
        return Evidence(_CONTACT, (reason,))
    share = name_share(target.contact_name, f"{line.counterparty} {line.label}")
    if share == 1.0:
        return Evidence(_NAME, (reason,))
    return Evidence(_PART_OF_NAME, (reason,)) if share else _NOTHING


def _words(line: OpenLine, target: Target) -> Evidence:
    """Return what the words in common are worth; a platform writes its name."""
    text = f"{line.counterparty} {line.label}"
    words = shared_words(text, f"{target.label} {target.origin}")
    if target.origin and not shared_words(text, target.origin):
        return Evidence(_NO_ORIGIN, ())
    if not words:
        return _NOTHING
    reason = Reason(ReasonCode.WORDS, {"words": " ".join(words)})
    return Evidence(min(_WORDS * len(words), _MOST_WORDS), (reason,))


def _mode(line: OpenLine, target: Target) -> Evidence:
    # A platform pays out what people paid it by card.
    if target.mode is None or target.origin or line.nature not in _NATURES:
        return _NOTHING
    values = {"mode": target.mode}
    if target.mode in _NATURES[line.nature]:
        return Evidence(_MODE, (Reason(ReasonCode.MODE, values),))
    return Evidence(_OTHER_MODE, (Reason(ReasonCode.OTHER_MODE, values),))


def days_between(line: OpenLine, day: dt.date) -> int:
    """Return by how many days the bank is later, of its two days the nearer one."""
    days = [(line.booked_on - day).days]
    if line.value_on is not None:
        days.append((line.value_on - day).days)
    return min(days, key=abs)


def nearness(line: OpenLine, day: dt.date, *, is_proof: bool = False) -> Evidence | None:
    """Return the points of the days between a line and a target; None when too far apart."""
    days = days_between(line, day)
    reason = Reason(ReasonCode.DAYS_APART, {"days": days})
    if not days:
        reason = Reason(ReasonCode.SAME_DAY)
    late = _BEFORE if days < 0 else 0
    for most, points in _NEAR:
        if abs(days) <= most:
            return Evidence(points - late, (reason,))
    if is_proof and abs(days) <= FURTHEST_WITH_PROOF:
        return Evidence(_NEAR[-1][1] - 6, (reason,))
    return None


def is_doubtful(line: OpenLine, target: Target, said: Evidence) -> bool:
    """Tell whether a person must look, whatever the points: a long time, or another name.

    A number proves it all the same; another name is a word of the label that nothing of the
    target holds.
    """
    if said.is_proof:
        return False
    days = days_between(line, target.moved_on)
    if abs(days) > _LATEST or days < -_EARLIEST:
        return True
    if not target.contact_name or line.contact_id == target.contact_id:
        return False
    text = f"{line.counterparty} {line.label}"
    held = (target.contact_name, target.label, target.origin, target.account_label)
    is_named = name_share(target.contact_name, text) == 1
    return not is_named and not telling_words(text) <= telling_words(" ".join(held))


def rarity(cents: int) -> int:
    """Return the points of an amount that few things cost: no round one."""
    if cents % 100:
        return RARE
    return UNCOMMON if cents % 500 else 0


def within(points: int) -> int:
    """Return points as a score from 0 to 100."""
    return max(0, min(100, points))
