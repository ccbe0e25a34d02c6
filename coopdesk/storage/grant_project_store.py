"""Read and write projects that funders are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from coopdesk.storage.recorder import Recorder


class GrantProjectStore:
    """Projects that funders are asked for of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder
