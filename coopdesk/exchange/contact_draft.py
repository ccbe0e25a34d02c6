"""The texts of one contact of a file, as they come and as they were understood so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.contact_details import OrganisationKind
from coopdesk.domain.contacts import Civility
from coopdesk.exchange.contact_days import USUAL_ORDER, DayOrder

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.contact_details import ConsentPurpose, FieldValue
    from coopdesk.domain.contacts import ContactKind
    from coopdesk.exchange.contact_addresses import AddressDraft


class Cell(NamedTuple):
    """One text of a row: what it is, where it stands, and the label beside it.

    Cells of one ``group`` belong together: the parts of the second address. ``preferred``
    ones become the main ones.
    """

    field: str
    column: str
    text: str
    label: str = ""
    group: str = ""
    order: DayOrder = USUAL_ORDER
    preferred: bool = False


@dataclass(slots=True)
class Draft:
    """What was read of one row so far."""

    lines: dict[str, str] = field(default_factory=dict)
    columns: dict[str, str] = field(default_factory=dict)
    kind: ContactKind | None = None
    civility: Civility = Civility.NONE
    organisation_kind: OrganisationKind = OrganisationKind.NONE
    full_name: str = ""
    organisations: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    emails: list[tuple[str, str, str]] = field(default_factory=list)
    phones: list[tuple[str, str, str]] = field(default_factory=list)
    websites: list[tuple[str, str, str]] = field(default_factory=list)
    addresses: dict[str, AddressDraft] = field(default_factory=dict)
    birth_on: dt.date | None = None
    language: str = ""
    tags: list[str] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    kept: list[tuple[str, str]] = field(default_factory=list)
    custom: list[FieldValue] = field(default_factory=list)
    consents: dict[ConsentPurpose, bool] = field(default_factory=dict)
    contact_id: int | None = None
    exported_at: dt.datetime | None = None
    member_since: dt.date | None = None
    photo: bytes = b""
    # Fields and columns with a text that could not be read; the note keeps it.
    unread: set[str] = field(default_factory=set)
