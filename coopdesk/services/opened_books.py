"""Builds each service of the books when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.services.book_registry import BookServices

if TYPE_CHECKING:
    from coopdesk.storage.unit_of_work import Units


class OpenedBooks(BookServices):
    """The half of the services of an open file that keeps accounts."""

    _units: Units
