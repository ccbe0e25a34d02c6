"""Journals: the books that entries are written in, one for each kind of operation."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass

from coopdesk.domain.errors import RuleError
from coopdesk.domain.text import checked_line

_CODE = re.compile(r"[A-Z][A-Z0-9]{0,5}")
_NAME_LIMIT = 80


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


def checked_code(text: str) -> str:
    """Return the code of a journal: a capital letter, then five letters or figures at most.

    Raises:
        RuleError: ``journal.code_wrong``.
    """
    code = "".join(text.split()).upper()
    if not _CODE.fullmatch(code):
        raise RuleError("journal.code_wrong", field="code", journal=code[:40])
    return code


def checked_name(text: str) -> str:
    """Return the name of a journal.

    Raises:
        RuleError: ``journal.name_missing`` or ``text.too_long``.
    """
    name = checked_line(text, "name", _NAME_LIMIT)
    if not name:
        raise RuleError("journal.name_missing", field="name")
    return name
