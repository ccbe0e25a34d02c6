"""A receipt's snapshot as JSON, and its place in the chain of receipts."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import dataclass, fields
from typing import Any

from coopdesk.domain.donations import DonationForm, DonationNature
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentMode
from coopdesk.domain.receipts import ReceiptScope, ReceiptSnapshot, SnapshotGift

FORMAT = 2  # of the JSON and of what is hashed; old formats stay readable for ever

_DAYS = frozenset(
    {
        "issued_on",
        "decree_on",
        "published_on",
        "period_start",
        "period_end",
        "replaces_issued_on",
        "order_on",
    }
)
_LINES = frozenset({"association_street", "donor_street", "articles"})


def snapshot_to_json(snapshot: ReceiptSnapshot) -> str:
    """Write a snapshot as canonical JSON: sorted keys, cents, ISO days."""
    values: dict[str, Any] = {
        field.name: getattr(snapshot, field.name) for field in fields(ReceiptSnapshot)
    }
    values["scope"] = snapshot.scope.value
    values["gift_form"] = snapshot.gift_form.value
    values["nature"] = snapshot.nature.value
    values["amount_cents"] = values.pop("amount").cents
    values["gifts"] = [
        [
            gift.received_on.isoformat(),
            gift.amount.cents,
            gift.mode.value,
            gift.nature.value,
            gift.description,
        ]
        for gift in snapshot.gifts
    ]
    for name in _DAYS:
        values[name] = values[name].isoformat() if values[name] else None
    if snapshot.order_on is None:
        # Programs that do not know it read the receipts of all others.
        del values["order_on"]
    return canonical_json({"format": FORMAT, **values})


def snapshot_from_json(text: str) -> ReceiptSnapshot:
    """Read a snapshot back."""
    values = json.loads(text)
    del values["format"]
    values["scope"] = ReceiptScope(values["scope"])
    values["gift_form"] = DonationForm(values["gift_form"])
    values["nature"] = DonationNature(values["nature"])
    values["amount"] = Money(values.pop("amount_cents"))
    values["gifts"] = tuple(_gift(values["nature"], *gift) for gift in values["gifts"])
    for name in _LINES:
        values[name] = tuple(values[name])
    for name in _DAYS & values.keys():
        values[name] = dt.date.fromisoformat(values[name]) if values[name] else None
    return ReceiptSnapshot(**values)


def format_of(snapshot_json: str) -> int:
    """Return the format that a stored snapshot, and so its link in the chain, is written in."""
    return int(json.loads(snapshot_json)["format"])


def _gift(
    whole: DonationNature, day: str, cents: int, mode: str, nature: str = "", text: str = ""
) -> SnapshotGift:
    """Read a gift; the first format left its nature to the receipt."""
    known = DonationNature(nature) if nature else whole
    return SnapshotGift(
        dt.date.fromisoformat(day), Money(cents), PaymentMode(mode), known, text
    )


def canonical_json(values: dict[str, Any]) -> str:
    """Write JSON that is the same for the same values, so that it can be hashed."""
    return json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def commitment(salt: str, snapshot_json: str) -> str:
    """Return the salted digest of what a receipt says.

    The chain holds this instead of the words: after the legal term salt and words can be
    destroyed and the chain still verifies.
    """
    return sha256_text(salt + snapshot_json)


@dataclass(frozen=True, slots=True)
class Link:
    """What the chain holds of a receipt; ``words`` is the commitment to what it says."""

    year: int
    number: int
    amount: Money
    words: str
    pdf_sha256: str
    format: int = FORMAT


def chain_hash(previous_hash: str, link: Link) -> str:
    """Return the hash of a link: SHA-256 of its figures, its words and the link before."""
    return sha256_text(
        canonical_json(
            {
                "format": link.format,
                "previous": previous_hash,
                "year": link.year,
                "number": link.number,
                "amount_cents": link.amount.cents,
                "words": link.words,
                "pdf": link.pdf_sha256,
            }
        )
    )


VOID_FORMAT = 1  # of what is hashed of a void


@dataclass(frozen=True, slots=True)
class VoidLink:
    """What the chain of voids holds of one; ``words`` commits to why and who said so."""

    number: int
    receipt_hash: str
    voided_on: dt.date
    words: str


def void_words(reason: str, author: str, voided_at: dt.datetime) -> str:
    """Return what a void says, as canonical JSON, for its commitment."""
    moment = voided_at.astimezone(dt.UTC).isoformat(timespec="microseconds")
    return canonical_json({"reason": reason, "author": author, "voided_at": moment})


def void_hash(previous_hash: str, link: VoidLink) -> str:
    """Return the hash of a void: its receipt's link, its words and the void before."""
    return sha256_text(
        canonical_json(
            {
                "format": VOID_FORMAT,
                "previous": previous_hash,
                "number": link.number,
                "receipt": link.receipt_hash,
                "voided_on": link.voided_on.isoformat(),
                "words": link.words,
            }
        )
    )


def sha256_text(text: str) -> str:
    """Return the SHA-256 of a text in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()
