"""Our own identity: what papers say of the association and who signs them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.errors import RuleError, raise_all
from coopdesk.domain.identifiers import (
    check_email,
    check_iban,
    check_rna,
    check_siren,
    normalise_phone,
)
from coopdesk.domain.text import checked_line, clean_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

OBJECT_LIMIT = 600


@dataclass(frozen=True, slots=True)
class StoredImage:
    """An image kept in the database: PNG or JPEG bytes and their SHA-256 in hexadecimal."""

    name: str
    content: bytes
    sha256: str


@dataclass(frozen=True, slots=True)
class Association:
    """The profile of the association.

    ``category`` is a code of the form's list (``coopdesk.domain.receipt_forms``) such as
    ``oig_association``; ``category_detail`` completes "Autres (précisez)", ``decree_on`` and
    ``published_on`` complete the categories that want dates. ``register_entry`` replaces the
    RNA in Alsace-Moselle. ``fiscal_year_start`` is the month, 1 to 12.
    """

    name: str
    purpose: str = ""
    rna: str = ""
    siren: str = ""
    register_entry: str = ""
    address: PostalAddress = field(default_factory=PostalAddress)
    email: str = ""
    phone: str = ""
    website: str = ""
    iban: str = ""
    category: str = "oig_association"
    category_detail: str = ""
    decree_on: dt.date | None = None
    published_on: dt.date | None = None
    signatory_name: str = ""
    signatory_role: str = ""
    fiscal_year_start: int = 1
    words_1990: bool = False
    logo: StoredImage | None = None
    signature: StoredImage | None = None

    @property
    def official_number(self) -> str:
        """SIREN, else RNA, else the entry in the Alsace-Moselle register."""
        return self.siren or self.rna or self.register_entry


def missing_for_receipts(association: Association | None) -> tuple[str, ...]:
    """Name the profile fields that a receipt needs and that are empty (form 11580*05, 1.2)."""
    if association is None:
        return ("name", "purpose", "rna", "street", "signatory_name")
    wanted = {
        "name": association.name,
        "purpose": association.purpose,
        "rna": association.official_number,
        "street": association.address.is_complete,
        "category": association.category,
        "signatory_name": association.signatory_name,
    }
    if association.category == "oig_rup":
        wanted["decree_on"] = association.decree_on
    if association.category == "oig_other":
        wanted["category_detail"] = association.category_detail
    return tuple(name for name, value in wanted.items() if not value)


def checked_association(profile: Association) -> Association:
    """Return the profile cleaned, or say everything that is wrong with it at once.

    Raises:
        RuleError: the one wrong field. FieldErrors: several.
    """
    errors: list[RuleError] = []

    def attempt(check: Callable[[], str]) -> str:
        try:
            return check()
        except RuleError as error:
            errors.append(error)
            return ""

    cleaned = replace(
        profile,
        name=attempt(lambda: checked_line(profile.name, "name", 160)),
        purpose=clean_text(profile.purpose),
        rna=attempt(lambda: check_rna(profile.rna)),
        siren=attempt(lambda: check_siren(profile.siren)),
        register_entry=attempt(
            lambda: checked_line(profile.register_entry, "register_entry", 80)
        ),
        email=attempt(lambda: check_email(checked_line(profile.email, "email", 254))),
        phone=attempt(lambda: normalise_phone(checked_line(profile.phone, "phone", 40))),
        website=attempt(lambda: checked_line(profile.website, "website", 200)),
        iban=attempt(lambda: check_iban(profile.iban)),
        category_detail=attempt(
            lambda: checked_line(profile.category_detail, "category_detail", 160)
        ),
        signatory_name=attempt(
            lambda: checked_line(profile.signatory_name, "signatory_name", 120)
        ),
        signatory_role=attempt(
            lambda: checked_line(profile.signatory_role, "signatory_role", 80)
        ),
    )
    cleaned = replace(cleaned, address=_checked_address(profile.address, errors))
    _check_whole(cleaned, errors)
    raise_all(errors)
    return cleaned


def _checked_address(address: PostalAddress, errors: list[RuleError]) -> PostalAddress:
    try:
        return address.checked()
    except RuleError as error:
        errors.append(error)
        return address


def _check_whole(profile: Association, errors: list[RuleError]) -> None:
    if not profile.name and not any(error.field == "name" for error in errors):
        errors.append(RuleError("association.name_missing", field="name"))
    if len(profile.purpose) > OBJECT_LIMIT:
        errors.append(
            RuleError(
                "text.too_long",
                field="purpose",
                length=len(profile.purpose),
                limit=OBJECT_LIMIT,
            )
        )
    if not 1 <= profile.fiscal_year_start <= 12:
        errors.append(RuleError("association.wrong_month", field="fiscal_year_start"))
