"""Journals: the books that entries are written in, one for each kind of operation."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class JournalKind(enum.Enum):
    """What is written in a journal (usual journals: PCG art. 1021-2)."""

    PURCHASES = "purchases"
    SALES = "sales"
    BANK = "bank"
    CASH = "cash"
    MISC = "misc"
    GIFTS = "gifts"
    OPENING = "opening"
    VOLUNTEERING = "volunteering"


@dataclass(frozen=True, slots=True)
class Journal:
    """A journal; ``account`` is the number of the bank, cash or platform account it keeps."""

    id: int
    code: str
    name: str
    kind: JournalKind
    account: str = ""
    is_open: bool = True
