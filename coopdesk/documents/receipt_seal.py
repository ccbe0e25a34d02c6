"""What proves a paper: the digest printed at its foot, and the text of its QR code."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coopdesk.domain.receipts import ReceiptSnapshot

# How much of each is printed: enough that nobody finds another text with the same figures.
DIGEST_LENGTH = 32
LINK_LENGTH = 16

_GROUP = 4


def seal_text(said: ReceiptSnapshot, digest: str) -> str:
    """Return what the QR code holds: ``CD1|2026-0042|2027-01-12|8120|digest|link before``.

    The amount is in cents, the digest the first 32 figures of the commitment to the snapshot,
    the link the first 16 of the link before in the chain.
    """
    return "|".join(
        (
            "CD1",
            said.number_text,
            said.issued_on.isoformat(),
            str(said.amount.cents),
            digest[:DIGEST_LENGTH],
            said.previous_hash[:LINK_LENGTH],
        )
    )


def grouped(figures: str) -> str:
    """Return hexadecimal figures in groups of four, to be read out."""
    return " ".join(figures[start : start + _GROUP] for start in range(0, len(figures), _GROUP))
