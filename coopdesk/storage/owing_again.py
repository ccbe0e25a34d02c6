"""Opens again what a payment or a contribution in kind settled, when that goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import or_, select

from coopdesk.storage.columns import read_ids, table_of
from coopdesk.storage.tables import CommitmentRow, NetworkFeeRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from coopdesk.storage.recorder import Recorder

OPEN_AGAIN: dict[str, Any] = {
    "state": "open",
    "kept_on": None,
    "payment_id": None,
    "contribution_id": None,
}
_commitment = table_of(CommitmentRow)
_fee = table_of(NetworkFeeRow)


def owe_again(
    connection: Connection,
    recorder: Recorder,
    payment_ids: Sequence[int] = (),
    contribution_ids: Sequence[int] = (),
) -> None:
    """Owe again the commitments and the fees of networks that these settled."""
    kept = select(_commitment.c.id).where(
        or_(
            _commitment.c.payment_id.in_(payment_ids),
            _commitment.c.contribution_id.in_(contribution_ids),
        )
    )
    owed = {key: dict(OPEN_AGAIN) for key in read_ids(connection, kept)}
    recorder.update_many(_commitment, owed)
    paid = select(_fee.c.id).where(_fee.c.payment_id.in_(payment_ids))
    due = {key: {"payment_id": None} for key in read_ids(connection, paid)}
    recorder.update_many(_fee, due)
