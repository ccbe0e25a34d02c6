"""Read files that people attach to sheets of expenses, gifts, entries and events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.attachments import (
    MOST_BYTES,
    AttachmentKind,
    NewAttachment,
    checked_attachment,
    refuse_size,
)
from coopdesk.domain.errors import CoopDeskError, RuleError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def read_attachment(
    path: Path, kind: AttachmentKind, *, any_file: bool = False
) -> NewAttachment:
    """Return a PDF, PNG or JPEG file of at most 10 MB, told by its content, or any other.

    Raises:
        RuleError: ``attachment.unreadable``, ``attachment.empty``, ``attachment.too_large`` or
        ``attachment.wrong_kind``.
    """
    try:
        # Asked before opening: opening a pipe waits for ever.
        if not path.is_file():
            raise RuleError("attachment.unreadable", field="file", name=path.name)
        if path.stat().st_size > MOST_BYTES:
            refuse_size(path.name)
        content = path.read_bytes()
    except OSError as error:
        raise RuleError("attachment.unreadable", field="file", name=path.name) from error
    return checked_attachment(NewAttachment(path.name, content, kind), any_file=any_file)


def read_attachments(
    paths: Sequence[Path], kind: AttachmentKind
) -> tuple[tuple[NewAttachment, ...], tuple[CoopDeskError, ...]]:
    """Return the files of any kind that can be kept, and why the others cannot."""
    kept, refused = [], []
    for path in paths:
        try:
            kept.append(read_attachment(path, kind, any_file=True))
        except CoopDeskError as error:
            refused.append(error)
    return tuple(kept), tuple(refused)
