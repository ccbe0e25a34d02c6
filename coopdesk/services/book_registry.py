"""The services of the books, a part of all services of one database."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BookServices:
    """What the program can do with the books."""
