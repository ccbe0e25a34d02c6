"""Read and write agreements with partners, and who signs them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, or_, select

from coopdesk.domain.agreements import (
    Agreement,
    AgreementKind,
    AgreementState,
    NewAgreement,
    NewSignatory,
    Renewal,
    Side,
)
from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.text import fold
from coopdesk.storage.columns import read_ids, table_of
from coopdesk.storage.naming import is_named
from coopdesk.storage.search import words_in
from coopdesk.storage.tables import (
    ActivityRow,
    AgreementRow,
    AgreementSignatoryRow,
    AttachmentRow,
    CommitmentRow,
    ContactRow,
    GrantRequestRow,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Connection, Row, Select

    from coopdesk.domain.agreements import AgreementFilter
    from coopdesk.storage.recorder import Recorder

_activity = table_of(ActivityRow)
_agreement = table_of(AgreementRow)
_contact = table_of(ContactRow)
_file = table_of(AttachmentRow)
_signatory = table_of(AgreementSignatoryRow)
_followed = _agreement.alias("followed")
_follower = _agreement.alias("follower")
_FIELDS = [name for name in NewAgreement.__dataclass_fields__ if name in _agreement.c]
# What names an agreement, by table.
_RESTING = {
    "agreement": _agreement.c.follows_id,
    "commitment": table_of(CommitmentRow).c.agreement_id,
    "grant_request": table_of(GrantRequestRow).c.agreement_id,
}


class AgreementStore:
    """Agreements with partners of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def add(self, new: NewAgreement) -> int:
        """Store an agreement with who signs it, and return its id."""
        values = {**_values(new), "ended_on": None, "end_reason": ""}
        agreement_id = self._recorder.insert(_agreement, values)
        self._write_signatories(agreement_id, new.signatories)
        return agreement_id

    def change(self, agreement_id: int, new: NewAgreement) -> bool:
        """Replace an agreement; return whether anything differed."""
        differed = self._recorder.update(_agreement, agreement_id, _values(new))
        known = self._signatories([agreement_id]).get(agreement_id, ())
        if known == new.signatories:
            return differed
        self._recorder.delete_many(_signatory, self._signatory_ids(agreement_id))
        self._write_signatories(agreement_id, new.signatories)
        return True

    def set_end(self, agreement_id: int, on: dt.date | None, reason: str = "") -> bool:
        """Say on which day it was ended before its time, None to let it run on."""
        state = AgreementState.SIGNED if on is None else AgreementState.ENDED
        values = {"state": state.value, "ended_on": on, "end_reason": reason}
        return self._recorder.update(_agreement, agreement_id, values)

    def remove(self, agreement_id: int) -> None:
        """Delete an agreement with who signs it and its files; nothing may rest on it."""
        self._recorder.delete_many(_signatory, self._signatory_ids(agreement_id))
        files = select(_file.c.id).where(_file.c.agreement_id == agreement_id)
        self._recorder.delete_many(_file, read_ids(self._connection, files))
        self._recorder.delete(_agreement, agreement_id)

    def get(self, agreement_id: int) -> Agreement:
        """Return one agreement.

        Raises:
            NotFoundError: ``agreement.missing``.
        """
        found = self._read(_agreements().where(_agreement.c.id == agreement_id))
        if not found:
            raise NotFoundError("agreement.missing", id=agreement_id)
        return found[0]

    def all(self, wanted: AgreementFilter) -> list[Agreement]:
        """Return agreements, the one that began last first; one without a day before all."""
        query = _agreements().where(*_conditions(wanted))
        begins = func.coalesce(_agreement.c.starts_on, _agreement.c.signed_on)
        query = query.order_by(begins.is_not(None), begins.desc(), _agreement.c.id.desc())
        return self._read(query)

    def id_named(self, text: str) -> int | None:
        """Return the youngest agreement of a title or a reference."""
        key = fold(text)
        if not key:
            return None
        said = or_(_agreement.c.search_key == key, _agreement.c.reference == text.strip())
        query = select(_agreement.c.id).where(said).order_by(_agreement.c.id.desc()).limit(1)
        return self._connection.execute(query).scalar()

    def resting_on(self, agreement_id: int) -> tuple[str, ...]:
        """Return the names of the tables of which a row names the agreement."""
        return tuple(
            name
            for name, column in _RESTING.items()
            if is_named(self._connection, column, agreement_id)
        )

    def _read(self, query: Select[Any]) -> list[Agreement]:
        rows = self._connection.execute(query).all()
        signing = self._signatories([row.id for row in rows])
        return [_to_agreement(row, signing.get(row.id, ())) for row in rows]

    def _signatories(self, ids: Sequence[int]) -> dict[int, tuple[NewSignatory, ...]]:
        query = select(_signatory).order_by(_signatory.c.agreement_id, _signatory.c.position)
        if len(ids) == 1:
            query = query.where(_signatory.c.agreement_id == ids[0])
        wanted = frozenset(ids)
        found: dict[int, list[NewSignatory]] = defaultdict(list)
        for row in self._connection.execute(query) if ids else ():
            if row.agreement_id in wanted:
                found[row.agreement_id].append(
                    NewSignatory(
                        Side(row.side), row.name, row.role, row.contact_id, row.signed_on
                    )
                )
        return {key: tuple(signing) for key, signing in found.items()}

    def _signatory_ids(self, agreement_id: int) -> list[int]:
        query = select(_signatory.c.id).where(_signatory.c.agreement_id == agreement_id)
        return read_ids(self._connection, query)

    def _write_signatories(
        self, agreement_id: int, signatories: Sequence[NewSignatory]
    ) -> None:
        rows = [
            {
                **asdict(one),
                "side": one.side.value,
                "agreement_id": agreement_id,
                "position": place,
            }
            for place, one in enumerate(signatories, start=1)
        ]
        self._recorder.insert_many(_signatory, rows)


def runs_on(day: dt.date) -> ColumnElement[bool]:
    """Return the condition that a signed agreement runs on a day; tacit ones never stop."""
    begins = func.coalesce(_agreement.c.starts_on, _agreement.c.signed_on)
    return (
        _agreement.c.state.in_(("signed", "ended"))
        & or_(begins.is_(None), begins <= day)
        & or_(_agreement.c.ended_on.is_(None), _agreement.c.ended_on >= day)
        & or_(
            _agreement.c.ends_on.is_(None),
            _agreement.c.ends_on >= day,
            _agreement.c.renewal == Renewal.TACIT.value,
        )
    )


def _conditions(wanted: AgreementFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.text:
        columns = (_agreement.c.search_key, _agreement.c.reference, _contact.c.search_text)
        found += words_in(columns, wanted.text)
    if wanted.contact_id is not None:
        found.append(_agreement.c.contact_id == wanted.contact_id)
    if wanted.kind is not None:
        found.append(_agreement.c.kind == wanted.kind.value)
    if wanted.in_force_on is not None:
        found.append(runs_on(wanted.in_force_on))
    return found


def _agreements() -> Select[Any]:
    files = select(func.count(_file.c.id)).where(_file.c.agreement_id == _agreement.c.id)
    follower = select(func.max(_follower.c.id)).where(_follower.c.follows_id == _agreement.c.id)
    signed = select(_follower.c.id).where(
        _follower.c.follows_id == _agreement.c.id,
        _follower.c.state.in_(("signed", "ended")),
    )
    return (
        select(
            _agreement,
            _contact.c.name.label("partner_name"),
            _activity.c.name.label("activity_name"),
            _followed.c.title.label("follows_title"),
            files.scalar_subquery().label("file_count"),
            follower.scalar_subquery().label("followed_by_id"),
            signed.exists().label("is_renewed"),
        )
        .select_from(_agreement)
        .join(_contact, _contact.c.id == _agreement.c.contact_id)
        .outerjoin(_activity, _activity.c.id == _agreement.c.activity_id)
        .outerjoin(_followed, _followed.c.id == _agreement.c.follows_id)
    )


def _values(new: NewAgreement) -> dict[str, Any]:
    return {
        **{name: getattr(new, name) for name in _FIELDS},
        "kind": new.kind.value,
        "state": new.state.value,
        "renewal": new.renewal.value,
        "search_key": fold(new.title),
    }


def _to_agreement(row: Row[Any], signatories: tuple[NewSignatory, ...]) -> Agreement:
    fields = {name: getattr(row, name) for name in _FIELDS}
    fields.update(
        kind=AgreementKind(row.kind),
        state=AgreementState(row.state),
        renewal=Renewal(row.renewal),
        signatories=signatories,
    )
    return Agreement(
        id=row.id,
        content=NewAgreement(**fields),
        partner_name=row.partner_name,
        activity_name=row.activity_name or "",
        ended_on=row.ended_on,
        end_reason=row.end_reason,
        file_count=row.file_count,
        follows_title=row.follows_title or "",
        followed_by_id=row.followed_by_id,
        is_renewed=bool(row.is_renewed),
    )
