"""What sheets that close something share: titled parts, and the place for a signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.paper import quiet_rule
from coopdesk.documents.table_pages import MARGIN, Column, Table
from coopdesk.documents.typesetting import ACCENT, QUIET, bold, regular

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coopdesk.domain.association import Association

TEXT = regular(9, 12.5)
TOTAL = bold(9.5, 14)
HASH = regular(8.5, 12)
_HEAD = bold(11, 16, ACCENT)
_SIGNER = regular(8.5, 11, QUIET)
_GAP, _HEAD_ROOM, _SIGN_ROOM = 9.0, 70.0, 72.0


def write_title(table: Table, title: str) -> None:
    """Write the title of a part where something of it fits below."""
    table.y -= _GAP
    table.need(_HEAD_ROOM)
    table.write(title, style=_HEAD)
    table.y -= 2


def write_part(
    table: Table, title: str, columns: Sequence[Column], rows: Sequence[Sequence[str]]
) -> None:
    """Write a part that is a table; its title alone when it has no rows."""
    write_title(table, title)
    if rows:
        table.columns = columns
        table.fill(rows)


def write_signature(table: Table, association: Association, texts: Mapping[str, str]) -> None:
    """Leave room for who signs, named if the association's profile does."""
    table.y -= _GAP
    table.need(_SIGN_ROOM)
    table.write(texts["signature"], style=TEXT)
    name, role = association.signatory_name, association.signatory_role
    signer = ", ".join(part for part in (name, role) if part) or texts["signatory"]
    table.write(signer, style=_SIGNER)
    table.sheets[-1].rules.append(quiet_rule(MARGIN, MARGIN + 220, table.y - 46))
