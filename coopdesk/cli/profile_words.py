"""The fields of the association's profile, and how they are shown."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from coopdesk.cli.documents import Document, address_document
from coopdesk.cli.listings import address_text
from coopdesk.cli.output import Listing, facts
from coopdesk.services.association import AssociationService
from coopdesk.wording.formats import day_text
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from coopdesk.domain.association import Association, StoredImage

TEXT_FIELDS = (
    "name",
    "purpose",
    "rna",
    "siren",
    "register_entry",
    "email",
    "phone",
    "website",
    "iban",
    "category",
    "company_category",
    "category_detail",
    "signatory_name",
    "signatory_role",
)
ADDRESS_FIELDS = ("street", "complement", "postal_code", "city", "country")
DAY_FIELDS = ("decree_on", "published_on")
IMAGE_FIELDS = ("logo", "signature")

# What a profile file must hold under each name; images are paths.
FIELD_TYPES: dict[str, type] = {
    **dict.fromkeys(TEXT_FIELDS + ADDRESS_FIELDS + IMAGE_FIELDS, str),
    **dict.fromkeys(DAY_FIELDS, dt.date),
    "fiscal_year_start": int,
    "founded_year": int,
    "words_1990": bool,
    "is_ifi_eligible": bool,
}


def profile_document(profile: Association) -> Document:
    """Return the profile as JSON answers show it; of images only name and digest."""
    texts = {name: getattr(profile, name) for name in TEXT_FIELDS + DAY_FIELDS}
    return {
        **texts,
        "address": address_document(profile.address),
        "fiscal_year_start": profile.fiscal_year_start,
        "founded_year": profile.founded_year,
        "words_1990": profile.words_1990,
        "is_ifi_eligible": profile.is_ifi_eligible,
        "logo": _image_document(profile.logo),
        "signature": _image_document(profile.signature),
    }


def _image_document(image: StoredImage | None) -> Document | None:
    return None if image is None else {"name": image.name, "sha256": image.sha256}


def profile_listing(profile: Association) -> Listing:
    """Return the profile to read, without its empty fields."""
    return facts(
        (_("Name"), profile.name),
        (_("Purpose"), profile.purpose),
        (_("RNA number"), profile.rna),
        (_("SIREN"), profile.siren),
        (_("Register entry"), profile.register_entry),
        (_("Address"), address_text(profile.address)),
        (_("E-mail"), profile.email),
        (_("Telephone"), profile.phone),
        (_("Website"), profile.website),
        (_("IBAN"), profile.iban),
        (_("Receipt category"), _category_text(profile.category)),
        (_("Category for companies"), profile.company_category),
        (_("Details of the category"), profile.category_detail),
        (_("Date of the decree"), _day(profile.decree_on)),
        (_("Published on"), _day(profile.published_on)),
        (_("Signatory"), _signatory(profile)),
        (_("Fiscal year starts in month"), str(profile.fiscal_year_start)),
        (_("Created in the year"), str(profile.founded_year or "")),
        (_("Logo"), profile.logo.name if profile.logo else ""),
        (_("Signature"), profile.signature.name if profile.signature else ""),
    )


def _category_text(code: str) -> str:
    labels = {category.code: category.label for category in AssociationService.categories()}
    return f"{labels[code]} ({code})" if code in labels else code


def _day(day: dt.date | None) -> str:
    return "" if day is None else day_text(day)


def _signatory(profile: Association) -> str:
    return ", ".join(part for part in (profile.signatory_name, profile.signatory_role) if part)
