"""Read and write what requests for grants say of the association."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from sqlalchemy import select

from coopdesk.domain.grant_requests import GrantProfile
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import GrantProfileRow

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from coopdesk.storage.recorder import Recorder

_profile = table_of(GrantProfileRow)
_ONLY = 1


class GrantProfileStore:
    """The one profile for requests, of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder

    def get(self) -> GrantProfile:
        """Return the profile; an empty one when nobody filled it in yet."""
        row = self._connection.execute(select(_profile)).mappings().one_or_none()
        if row is None:
            return GrantProfile()
        return GrantProfile(**{name: row[name] for name in row if name != "id"})

    def keep(self, profile: GrantProfile) -> None:
        """Store the profile in place of what it was."""
        query = select(_profile.c.id)
        if self._connection.execute(query).scalar() is None:
            self._recorder.insert(_profile, {"id": _ONLY, **asdict(profile)})
        else:
            self._recorder.update(_profile, _ONLY, asdict(profile))
