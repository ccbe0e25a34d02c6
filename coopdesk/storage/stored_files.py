"""Keep files by their content: each once, for good, whatever names it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import StoredFileRow

if TYPE_CHECKING:
    from sqlalchemy import Connection

_file = table_of(StoredFileRow)


def keep_file(connection: Connection, name: str, sha256: str, content: bytes) -> int:
    """Return the id of a stored file; as it never changes, the journal keeps no image of it.

    ``sha256`` is that of the content, in hexadecimal; a file that is known keeps its name.
    """
    query = select(_file.c.id).where(_file.c.sha256 == sha256)
    known = connection.execute(query).scalar()
    if known is not None:
        return int(known)
    values = {"name": name, "sha256": sha256, "content": content}
    key = connection.execute(insert(_file).values(values)).inserted_primary_key
    assert key is not None
    return int(key[0])
