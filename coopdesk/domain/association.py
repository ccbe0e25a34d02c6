"""Our own identity: what papers say of the association and who signs them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.field_checks import FieldChecks
from coopdesk.domain.identifiers import check_iban, check_rna, check_siren

if TYPE_CHECKING:
    import datetime as dt

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
    RNA in Alsace-Moselle. ``fiscal_year_start`` is the month, 1 to 12. ``company_category`` is
    the box of form 16216*03 where it is another one than ``category``. ``is_ifi_eligible`` says
    that gifts may lower the tax on wealth (art. 978), which is rare. ``founded_year`` stands on
    letters.
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
    company_category: str = ""
    is_ifi_eligible: bool = False
    founded_year: int | None = None
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
    checks = FieldChecks()
    cleaned = replace(
        profile,
        name=checks.line(profile.name, "name", 160),
        purpose=checks.text(profile.purpose, "purpose", OBJECT_LIMIT),
        rna=checks.taken(lambda: check_rna(profile.rna), ""),
        siren=checks.taken(lambda: check_siren(profile.siren), ""),
        register_entry=checks.line(profile.register_entry, "register_entry", 80),
        address=checks.address(profile.address),
        email=checks.email(profile.email),
        phone=checks.phone(profile.phone),
        website=checks.line(profile.website, "website", 200),
        iban=checks.taken(lambda: check_iban(profile.iban), ""),
        category_detail=checks.line(profile.category_detail, "category_detail", 160),
        signatory_name=checks.line(profile.signatory_name, "signatory_name", 120),
        signatory_role=checks.line(profile.signatory_role, "signatory_role", 80),
    )
    if not cleaned.name:
        checks.refuse("association.name_missing", "name")
    if not 1 <= cleaned.fiscal_year_start <= 12:
        checks.refuse("association.wrong_month", "fiscal_year_start")
    if cleaned.founded_year is not None and not 1600 <= cleaned.founded_year <= 2200:
        checks.refuse("association.wrong_founding", "founded_year", year=cleaned.founded_year)
    checks.finish()
    return cleaned
