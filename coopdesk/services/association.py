"""Use cases around our own profile."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NoReturn

from coopdesk.documents.receipt_texts import load_form
from coopdesk.domain.association import (
    Association,
    StoredImage,
    checked_association,
    missing_for_receipts,
)
from coopdesk.domain.errors import RuleError
from coopdesk.domain.receipt_drafting import COMPANY_FORM, FORM
from coopdesk.services.outcome import Outcome, Subject, changed

if TYPE_CHECKING:
    from pathlib import Path

    from coopdesk.domain.receipt_forms import FormCategory
    from coopdesk.storage.unit_of_work import Units

_IMAGE_LIMIT = 2_000_000
_SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


class AssociationService:
    """Read and change the profile."""

    def __init__(self, units: Units) -> None:
        self._units = units

    def get(self) -> Association | None:
        """Return the profile, or None before the first run."""
        with self._units.read() as work:
            return work.association.get()

    def missing_for_receipts(self) -> tuple[str, ...]:
        """Name the profile fields that issuing receipts still needs."""
        return missing_for_receipts(self.get())

    @staticmethod
    def categories() -> tuple[FormCategory, ...]:
        """Return the receipt categories an association may choose, in the order of the form."""
        return load_form(FORM).choices

    @staticmethod
    def company_categories() -> tuple[FormCategory, ...]:
        """Return the categories of the form for companies, which has others."""
        return load_form(COMPANY_FORM).choices

    def save(self, profile: Association) -> Outcome[Association]:
        """Store the profile.

        Raises:
            RuleError: a field is wrong, ``receipt.unknown_category``. FieldErrors: several are.
        """
        cleaned = checked_association(profile)
        known = {category.code for category in self.categories()}
        if cleaned.category and cleaned.category not in known:
            raise RuleError(
                "receipt.unknown_category", field="category", category=cleaned.category[:40]
            )
        of_companies = {category.code for category in self.company_categories()}
        if cleaned.company_category and cleaned.company_category not in of_companies:
            raise RuleError(
                "receipt.unknown_category",
                field="company_category",
                category=cleaned.company_category[:40],
            )
        with self._units.write("association.saved") as work:
            work.association.put(cleaned)
            work.commit()
        return changed(cleaned, Subject.ASSOCIATION)


def read_image(path: Path, field: str) -> StoredImage:
    """Read an image file that a person chose.

    Raises:
        RuleError: ``image.unreadable``, or as ``image_from``.
    """
    return image_from(path.name, read_image_file(path, field, _IMAGE_LIMIT), field)


def read_image_file(path: Path, field: str, limit: int) -> bytes:
    """Read a file of at most ``limit`` bytes that says to be an image.

    Raises:
        RuleError: ``image.unreadable``, ``image.not_an_image`` or ``image.too_large``.
    """
    try:
        # Asked before opening: opening a pipe waits for ever.
        if not path.is_file():
            raise RuleError("image.unreadable", field=field, name=path.name)
        if path.stat().st_size > limit:
            _refuse_size(path.name, field, limit)
        content = path.read_bytes()
    except OSError as error:
        raise RuleError("image.unreadable", field=field, name=path.name) from error
    if not content.startswith(_SIGNATURES):
        raise RuleError("image.not_an_image", field=field, name=path.name)
    return content


def _refuse_size(name: str, field: str, limit: int) -> NoReturn:
    raise RuleError("image.too_large", field=field, name=name, limit=limit // 1_000_000)


def image_from(name: str, content: bytes, field: str) -> StoredImage:
    """Return an image fit to be stored.

    Raises:
        RuleError: ``image.not_an_image`` (PNG or JPEG) or ``image.too_large`` (2 MB).
    """
    if len(content) > _IMAGE_LIMIT:
        _refuse_size(name, field, _IMAGE_LIMIT)
    if not content.startswith(_SIGNATURES):
        raise RuleError("image.not_an_image", field=field, name=name)
    return StoredImage(name=name, content=content, sha256=hashlib.sha256(content).hexdigest())
