"""Read and write what partners and we owe each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, literal, select

from coopdesk.domain.agreements import Side
from coopdesk.domain.commitments import (
    Commitment,
    CommitmentKind,
    CommitmentState,
    NewCommitment,
)
from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.money import Money
from coopdesk.domain.text import fold
from coopdesk.storage.columns import read_ids, table_of
from coopdesk.storage.owing_again import OPEN_AGAIN
from coopdesk.storage.search import words_in
from coopdesk.storage.tables import (
    AgreementRow,
    AttachmentRow,
    CommitmentRow,
    ContactRow,
    GrantRequestRow,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Connection, Row, Select

    from coopdesk.domain.commitments import CommitmentFilter
    from coopdesk.storage.recorder import Recorder

_agreement = table_of(AgreementRow)
_commitment = table_of(CommitmentRow)
_contact = table_of(ContactRow)
_file = table_of(AttachmentRow)
_request = table_of(GrantRequestRow)
_MOST_STEPS = 240  # of a repeated commitment, back to the first


class CommitmentStore:
    """What partners and we owe each other of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def add(self, new: NewCommitment) -> int:
        """Store an open commitment and return its id."""
        return self._recorder.insert(_commitment, {**_values(new), **OPEN_AGAIN})

    def change(self, commitment_id: int, new: NewCommitment) -> bool:
        """Replace a commitment; return whether anything differed."""
        return self._recorder.update(_commitment, commitment_id, _values(new))

    def keep(
        self,
        commitment_id: int,
        on: dt.date,
        payment_id: int | None = None,
        contribution_id: int | None = None,
    ) -> bool:
        """Say when it was kept, and what is in the books for it."""
        values = {
            "state": CommitmentState.KEPT.value,
            "kept_on": on,
            "payment_id": payment_id,
            "contribution_id": contribution_id,
        }
        return self._recorder.update(_commitment, commitment_id, values)

    def reopen(self, commitment_ids: Sequence[int]) -> int:
        """Owe commitments again, tied to nothing; return how many differed."""
        return self._recorder.update_many(
            _commitment, {key: dict(OPEN_AGAIN) for key in commitment_ids}
        )

    def drop(self, commitment_id: int) -> bool:
        """Say that both sides gave it up; return whether that differed."""
        values = {**OPEN_AGAIN, "state": CommitmentState.DROPPED.value}
        return self._recorder.update(_commitment, commitment_id, values)

    def remove(self, commitment_id: int) -> None:
        """Delete a commitment with its files; the repeated ones after it stay."""
        after = read_ids(self._connection, _after(commitment_id))
        self._recorder.update_many(_commitment, {key: {"follows_id": None} for key in after})
        files = select(_file.c.id).where(_file.c.commitment_id == commitment_id)
        self._recorder.delete_many(_file, read_ids(self._connection, files))
        self._recorder.delete(_commitment, commitment_id)

    def get(self, commitment_id: int) -> Commitment:
        """Return one commitment.

        Raises:
            NotFoundError: ``commitment.missing``.
        """
        query = _commitments().where(_commitment.c.id == commitment_id)
        row = self._connection.execute(query).one_or_none()
        if row is None:
            raise NotFoundError("commitment.missing", id=commitment_id)
        return _to_commitment(row)

    def all(self, wanted: CommitmentFilter) -> list[Commitment]:
        """Return commitments: what is due first comes first, undated ones last."""
        query = _commitments().where(*_conditions(wanted))
        due = _commitment.c.due_on
        rows = self._connection.execute(query.order_by(due.is_(None), due, _commitment.c.id))
        return [_to_commitment(row) for row in rows]

    def earlier_days(self, commitment_id: int) -> list[dt.date]:
        """Return when the repeated commitments before one were due, the latest first."""
        chain = (
            select(_commitment.c.follows_id, _commitment.c.due_on, literal(0).label("step"))
            .where(_commitment.c.id == commitment_id)
            .cte("chain", recursive=True)
        )
        chain = chain.union_all(
            select(_commitment.c.follows_id, _commitment.c.due_on, chain.c.step + 1)
            .join(chain, chain.c.follows_id == _commitment.c.id)
            .where(chain.c.step < _MOST_STEPS)
        )
        query = select(chain.c.due_on).where(chain.c.step > 0).order_by(chain.c.step)
        found = []
        for day in self._connection.execute(query).scalars():
            if day is None:
                break
            found.append(day)
        return found

    def has_next(self, commitment_id: int) -> bool:
        """Tell whether a repeated commitment comes after one already."""
        return self._connection.execute(_after(commitment_id).limit(1)).first() is not None

    def kept_by(
        self, payment_id: int | None = None, contribution_id: int | None = None
    ) -> list[Commitment]:
        """Return what a payment or a contribution in kind keeps, the first recorded first."""
        column, key = (
            (_commitment.c.payment_id, payment_id)
            if payment_id is not None
            else (_commitment.c.contribution_id, contribution_id)
        )
        query = _commitments().where(column == key).order_by(_commitment.c.id)
        return [_to_commitment(row) for row in self._connection.execute(query)]

    def next_untouched(self, commitment_id: int) -> int | None:
        """Return the repeated commitment after one that is still open and has no files."""
        files = select(_file.c.id).where(_file.c.commitment_id == _commitment.c.id)
        further = _commitment.alias("further")
        last = ~select(further.c.id).where(further.c.follows_id == _commitment.c.id).exists()
        query = _after(commitment_id).where(
            _commitment.c.state == CommitmentState.OPEN.value, ~files.exists(), last
        )
        return self._connection.execute(query).scalar()


def _after(commitment_id: int) -> Select[Any]:
    return select(_commitment.c.id).where(_commitment.c.follows_id == commitment_id)


def _conditions(wanted: CommitmentFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.text:
        columns = (_commitment.c.text_key, _contact.c.search_text, _agreement.c.search_key)
        found += words_in(columns, wanted.text)
    for name in ("contact_id", "agreement_id", "grant_request_id"):
        if getattr(wanted, name) is not None:
            found.append(_commitment.c[name] == getattr(wanted, name))
    for name in ("side", "state"):
        if getattr(wanted, name) is not None:
            found.append(_commitment.c[name] == getattr(wanted, name).value)
    if wanted.due_until is not None:
        found.append(_commitment.c.due_on <= wanted.due_until)
    return found


def _commitments() -> Select[Any]:
    proofs = select(func.count(_file.c.id)).where(_file.c.commitment_id == _commitment.c.id)
    return (
        select(
            _commitment,
            _contact.c.name.label("partner_name"),
            _agreement.c.title.label("agreement_title"),
            _request.c.title.label("grant_title"),
            proofs.scalar_subquery().label("proof_count"),
        )
        .select_from(_commitment)
        .join(_contact, _contact.c.id == _commitment.c.contact_id)
        .outerjoin(_agreement, _agreement.c.id == _commitment.c.agreement_id)
        .outerjoin(_request, _request.c.id == _commitment.c.grant_request_id)
    )


def _values(new: NewCommitment) -> dict[str, Any]:
    return {
        "contact_id": new.contact_id,
        "agreement_id": new.agreement_id,
        "grant_request_id": new.grant_request_id,
        "side": new.side.value,
        "kind": new.kind.value,
        "text": new.text,
        "text_key": fold(new.text),
        "amount_cents": None if new.amount is None else new.amount.cents,
        "minutes": new.minutes,
        "due_on": new.due_on,
        "repeat_months": new.repeat_months,
        "follows_id": new.follows_id,
        "note": new.note,
    }


def _to_commitment(row: Row[Any]) -> Commitment:
    content = NewCommitment(
        contact_id=row.contact_id,
        side=Side(row.side),
        text=row.text,
        kind=CommitmentKind(row.kind),
        amount=None if row.amount_cents is None else Money(row.amount_cents),
        minutes=row.minutes,
        due_on=row.due_on,
        repeat_months=row.repeat_months,
        agreement_id=row.agreement_id,
        grant_request_id=row.grant_request_id,
        note=row.note,
        follows_id=row.follows_id,
    )
    return Commitment(
        id=row.id,
        content=content,
        state=CommitmentState(row.state),
        partner_name=row.partner_name,
        agreement_title=row.agreement_title or "",
        grant_title=row.grant_title or "",
        kept_on=row.kept_on,
        payment_id=row.payment_id,
        contribution_id=row.contribution_id,
        proof_count=row.proof_count,
    )
