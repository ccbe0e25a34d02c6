"""The stores of the books: the half of a unit of work that keeps accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from coopdesk.storage.recorder import Recorder


class BookStores:
    """Makes each store of the books when it is first asked for."""

    _connection: Connection
    recorder: Recorder
