"""Read and write the fees that networks ask of us."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from coopdesk.storage.recorder import Recorder


class NetworkFeeStore:
    """Fees paid to networks of one unit of work."""

    def __init__(self, connection: Connection, recorder: Recorder) -> None:
        self._connection = connection
        self._recorder = recorder
