"""List partners, and what they take part in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection


class PartnerList:
    """The list of partners of one unit of work."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
