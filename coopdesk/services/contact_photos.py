"""Photographs of contacts, made ready to be stored."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.imports import Problem
from coopdesk.services.association import image_from, read_image_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coopdesk.domain.association import StoredImage
    from coopdesk.domain.contact_imports import ReadContacts

PHOTO_DOTS = 480
_PHOTO_LIMIT = 20_000_000


def photo_from(path: Path) -> StoredImage:
    """Return the photo of a file, upright and small.

    Raises:
        RuleError: ``image.…``, the file is no PNG or JPEG or too large.
    """
    # Loaded when there is a photograph: it takes a tenth of a second.
    from coopdesk.documents.images import small_image

    content = read_image_file(path, "photo", _PHOTO_LIMIT)
    return image_from(path.name, small_image(content, path.name, PHOTO_DOTS), "photo")


def with_ready_photos(read: ReadContacts, advance: Callable[[int, int], None]) -> ReadContacts:
    """Return what was read with photographs small and upright; a damaged one is said.

    ``advance`` hears how far the whole is after each, and may raise to stop.
    """
    if not any(row.photo for row in read.rows):
        return read
    from coopdesk.documents.images import small_image

    rows, problems = [], []
    for done, row in enumerate(read.rows, start=1):
        photo = b""
        if row.photo:
            advance(done, len(read.rows))
            try:
                photo = small_image(row.photo, read.name, PHOTO_DOTS)
            except RuleError:
                problems.append(Problem(row.line, "vcard.binary_left_out", "Photo"))
        rows.append(replace(row, photo=photo) if row.photo else row)
    return replace(read, rows=tuple(rows), warnings=(*read.warnings, *problems))
