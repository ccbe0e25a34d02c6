"""A receipt's snapshot as JSON, and its place in the chain of receipts."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import fields
from typing import Any

from coopdesk.domain.donations import DonationForm, DonationNature
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentMode
from coopdesk.domain.receipts import ReceiptScope, ReceiptSnapshot, SnapshotGift

FORMAT = 1  # of the JSON and of what is hashed; old formats stay readable for ever

_DAYS = frozenset({"issued_on", "decree_on", "published_on"})
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
        [gift.received_on.isoformat(), gift.amount.cents, gift.mode.value]
        for gift in snapshot.gifts
    ]
    for name in _DAYS:
        values[name] = values[name].isoformat() if values[name] else None
    return canonical_json({"format": FORMAT, **values})


def snapshot_from_json(text: str) -> ReceiptSnapshot:
    """Read a snapshot back."""
    values = json.loads(text)
    del values["format"]
    values["scope"] = ReceiptScope(values["scope"])
    values["gift_form"] = DonationForm(values["gift_form"])
    values["nature"] = DonationNature(values["nature"])
    values["amount"] = Money(values.pop("amount_cents"))
    values["gifts"] = tuple(
        SnapshotGift(dt.date.fromisoformat(day), Money(cents), PaymentMode(mode))
        for day, cents, mode in values["gifts"]
    )
    for name in _LINES:
        values[name] = tuple(values[name])
    for name in _DAYS:
        values[name] = dt.date.fromisoformat(values[name]) if values[name] else None
    return ReceiptSnapshot(**values)


def canonical_json(values: dict[str, Any]) -> str:
    """Write JSON that is the same for the same values, so that it can be hashed."""
    return json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def commitment(salt: str, snapshot_json: str) -> str:
    """Return the salted digest of what a receipt says.

    The chain holds this instead of the words: after the legal term salt and words can be
    destroyed and the chain still verifies.
    """
    return sha256_text(salt + snapshot_json)


def chain_hash(
    previous_hash: str, year: int, number: int, amount: Money, words: str, pdf_sha256: str
) -> str:
    """Return the link of a receipt: SHA-256 of its figures, ``words`` and the link before.

    ``words`` is the commitment to what the receipt says.
    """
    return sha256_text(
        canonical_json(
            {
                "format": FORMAT,
                "previous": previous_hash,
                "year": year,
                "number": number,
                "amount_cents": amount.cents,
                "words": words,
                "pdf": pdf_sha256,
            }
        )
    )


def sha256_text(text: str) -> str:
    """Return the SHA-256 of a text in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()
