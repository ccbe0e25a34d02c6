"""Read and write partners."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, or_, select

from coopdesk.domain.errors import NotFoundError
from coopdesk.domain.partners import NewPartner, Partner, PartnerKind, PartnerLevel
from coopdesk.domain.text import fold
from coopdesk.storage.columns import table_of
from coopdesk.storage.naming import is_named
from coopdesk.storage.tables import (
    AgreementRow,
    CommitmentRow,
    ContactRow,
    GrantRequestRow,
    NetworkFeeRow,
    PartnerRow,
)

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import Connection, Row, Select

    from coopdesk.storage.recorder import Recorder

_contact = table_of(ContactRow)
_partner = table_of(PartnerRow)
_referent = _contact.alias("referent")
# What rests on an organisation as a partner, by the column that names it.
_RESTING = {
    "agreement": table_of(AgreementRow).c.contact_id,
    "commitment": table_of(CommitmentRow).c.contact_id,
    "network_fee": table_of(NetworkFeeRow).c.contact_id,
    "grant_request": table_of(GrantRequestRow).c.funder_id,
}


class PartnerStore:
    """Partners of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def add(self, new: NewPartner) -> int:
        """Store a partner and return its id."""
        return self._recorder.insert(_partner, _values(new))

    def change(self, partner_id: int, new: NewPartner) -> bool:
        """Replace what is known of a partner; return whether anything differed."""
        return self._recorder.update(_partner, partner_id, _values(new))

    def end(self, partner_id: int, on: dt.date | None) -> bool:
        """Say until when we work with it, None for still; return whether that differed."""
        return self._recorder.update(_partner, partner_id, {"ended_on": on})

    def remove(self, partner_id: int) -> None:
        """Forget that an organisation is a partner; the contact stays."""
        self._recorder.delete(_partner, partner_id)

    def get(self, partner_id: int) -> Partner:
        """Return one partner.

        Raises:
            NotFoundError: ``partner.missing``.
        """
        query = _partners().where(_partner.c.id == partner_id)
        row = self._connection.execute(query).one_or_none()
        if row is None:
            raise NotFoundError("partner.missing", id=partner_id)
        return _to_partner(row)

    def of_contact(self, contact_id: int) -> Partner | None:
        """Return the partner that an organisation is, None when it is none."""
        query = _partners().where(_partner.c.contact_id == contact_id)
        row = self._connection.execute(query).one_or_none()
        return None if row is None else _to_partner(row)

    def id_named(self, name: str) -> int | None:
        """Return the partner of a name or an acronym, whatever its case and accents."""
        key = fold(name)
        is_it = _contact.c.sort_key == key
        said = func.lower(_contact.c.acronym) == name.strip().lower()
        query = (
            select(_partner.c.id)
            .join(_contact, _contact.c.id == _partner.c.contact_id)
            .where(or_(is_it, said), _contact.c.state == "active")
            .order_by(is_it.desc(), _partner.c.id)
        )
        if not key:
            return None
        return self._connection.execute(query.limit(1)).scalar()

    def resting_on(self, contact_id: int) -> tuple[str, ...]:
        """Return the names of the tables that say something of it as a partner."""
        return tuple(
            name
            for name, column in _RESTING.items()
            if is_named(self._connection, column, contact_id)
        )


def _partners() -> Select[Any]:
    return (
        select(
            _partner,
            _contact.c.name,
            _contact.c.city,
            _referent.c.name.label("referent_name"),
        )
        .select_from(_partner)
        .join(_contact, _contact.c.id == _partner.c.contact_id)
        .outerjoin(_referent, _referent.c.id == _partner.c.referent_id)
    )


def _values(new: NewPartner) -> dict[str, Any]:
    return {**asdict(new), "kind": new.kind.value, "level": new.level.value}


def _to_partner(row: Row[Any]) -> Partner:
    fields = {name: getattr(row, name) for name in NewPartner.__dataclass_fields__}
    fields.update(kind=PartnerKind(row.kind), level=PartnerLevel(row.level))
    return Partner(
        id=row.id,
        content=NewPartner(**fields),
        name=row.name,
        town=row.city,
        referent_name=row.referent_name or "",
    )
