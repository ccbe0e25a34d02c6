"""What an export of contacts holds, whatever the file is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from coopdesk.domain.money import Money

if TYPE_CHECKING:
    from coopdesk.domain.contact_cells import Surroundings
    from coopdesk.domain.contacts import Contact, ContactLine

ExportValue: TypeAlias = str | int | Decimal | dt.date | Money | None


@dataclass(frozen=True, slots=True)
class ExportColumn:
    """A column: its title, and the type of what stands in it."""

    title: str
    kind: type[str | int | Decimal | dt.date | Money] = str
    width: int = 18


@dataclass(frozen=True, slots=True)
class ExportTable:
    """Contacts as a table, one row each."""

    title: str
    owner: str
    columns: tuple[ExportColumn, ...]
    rows: tuple[tuple[ExportValue, ...], ...]


@dataclass(frozen=True, slots=True)
class ExportedContact:
    """A contact with all that an export tells of it."""

    contact: Contact
    around: Surroundings
    line: ContactLine
