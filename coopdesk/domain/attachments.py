"""Files kept with what they prove: expenses, gifts, entries, events, groups, agreements."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.text import clean_line

if TYPE_CHECKING:
    import datetime as dt

MOST_BYTES = 10_000_000

_NAME_LIMIT = 100
# What no file system takes in a name, and separators of folders.
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]+')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)")
_STARTS = ((b"%PDF-", ".pdf"), (b"\x89PNG\r\n\x1a\n", ".png"), (b"\xff\xd8\xff", ".jpg"))
_ENDING = re.compile(r"[A-Za-z0-9]{1,8}")
_JPEG_ENDINGS = (".jpg", ".jpeg")


class AttachmentKind(enum.Enum):
    """What a file proves."""

    VOUCHER = "voucher"
    WAIVER = "waiver"
    DEED = "deed"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class NewAttachment:
    """A file to keep, its name and content checked."""

    name: str
    content: bytes
    kind: AttachmentKind = AttachmentKind.VOUCHER


@dataclass(frozen=True, slots=True)
class AttachedTo:
    """What a file is kept with: a sheet, with a line of it or without, or any of the rest."""

    sheet_id: int | None = None
    line_id: int | None = None
    donation_id: int | None = None
    entry_id: int | None = None
    event_id: int | None = None
    group_id: int | None = None
    agreement_id: int | None = None
    commitment_id: int | None = None
    grant_request_id: int | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A kept file without its content; ``sha256`` names it, ``size`` is in bytes."""

    id: int
    kind: AttachmentKind
    name: str
    added_on: dt.date
    size: int
    sha256: str
    to: AttachedTo

    @property
    def line_id(self) -> int | None:
        """The line of a sheet that it belongs to, if to one alone."""
        return self.to.line_id

    @property
    def is_voucher(self) -> bool:
        """Tell whether it proves an expense."""
        return self.kind is AttachmentKind.VOUCHER


def checked_attachment(new: NewAttachment, *, any_file: bool = False) -> NewAttachment:
    """Return a file that may be kept, under a name that every system takes.

    What it is is read from its content; the name's ending follows. ``any_file`` takes others
    than PDF, PNG and JPEG too, with the ending they have.

    Raises:
        RuleError: ``attachment.empty``, ``attachment.too_large`` or ``attachment.wrong_kind``.
    """
    shown = clean_line(new.name)[:_NAME_LIMIT]
    if not new.content:
        raise RuleError("attachment.empty", field="file", name=shown)
    if len(new.content) > MOST_BYTES:
        refuse_size(shown)
    for start, ending in _STARTS:
        if new.content.startswith(start):
            return NewAttachment(_safe_name(new.name, ending), new.content, new.kind)
    if any_file:
        return NewAttachment(_plain_name(new.name), new.content, new.kind)
    raise RuleError("attachment.wrong_kind", field="file", name=shown)


def refuse_size(name: str) -> None:
    """Raise RuleError ``attachment.too_large``."""
    limit = MOST_BYTES // 1_000_000
    raise RuleError("attachment.too_large", field="file", name=name, limit=limit)


def _safe_name(name: str, ending: str) -> str:
    """Return a plain file name: no folder, no sign that a system refuses, a true ending."""
    last = re.split(r"[/\\]", clean_line(name))[-1]
    stem, dot, old = last.rpartition(".")
    if not dot or f".{old.lower()}" not in {*_JPEG_ENDINGS, ".pdf", ".png"}:
        stem, old = last, ""
    is_jpeg = ending == ".jpg" and f".{old.lower()}" in _JPEG_ENDINGS
    kept = f".{old.lower()}" if is_jpeg else ending
    return _safe_stem(stem) + kept


def _plain_name(name: str) -> str:
    """Return the name of a file of any kind, with a short ending of its own or none."""
    last = re.split(r"[/\\]", clean_line(name))[-1]
    stem, dot, ending = last.rpartition(".")
    if not dot or not _ENDING.fullmatch(ending):
        return _safe_stem(last)
    return f"{_safe_stem(stem)}.{ending.lower()}"


def _safe_stem(stem: str) -> str:
    plain = _FORBIDDEN.sub("-", stem).strip(" .-")[:_NAME_LIMIT] or "document"
    return f"document-{plain}" if _RESERVED.fullmatch(plain) else plain
