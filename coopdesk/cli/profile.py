"""Commands about the association's profile: show, set."""

from pathlib import Path
from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.options import command, optional, parse_count, parse_day, subject_app
from coopdesk.cli.output import Answer, Column, Listing
from coopdesk.cli.profile_file import merged, read_profile
from coopdesk.cli.profile_words import DAY_FIELDS, profile_document, profile_listing
from coopdesk.domain.association import Association, missing_for_receipts
from coopdesk.services.association import AssociationService
from coopdesk.wording.labels import profile_fields_text
from coopdesk.wording.language import _

app = subject_app("profile", _("The association's profile."))


@command(app, "show", _("Show the profile and what receipts still want of it."))
def show_profile(call: Call) -> Answer:
    """Answer with the profile; null before there is one."""
    with call.opened() as services:
        profile = services.association.get()
    return _answer(profile)


_TEXT = _("TEXT")
_PICTURE = _("IMAGE")
_DATE = _("DATE")
_FIELDS = {
    "name": optional("--name", _("Name of the association."), _TEXT),
    "purpose": optional("--purpose", _("Purpose, as in the statutes."), _TEXT),
    "rna": optional("--rna", _("RNA number, such as W442000001."), _TEXT),
    "siren": optional("--siren", _("SIREN, nine digits."), _TEXT),
    "register_entry": optional(
        "--register-entry", _("Entry in the register (Alsace-Moselle)."), _TEXT
    ),
    "street": optional("--street", _("Number and street."), _TEXT),
    "complement": optional("--complement", _("Building, floor, hamlet."), _TEXT),
    "postal_code": optional("--postal-code", _("Postcode."), _TEXT),
    "city": optional("--city", _("Town."), _TEXT),
    "country": optional("--country", _("Country, two letters (FR)."), _TEXT),
    "email": optional("--email", _("E-mail address."), _TEXT),
    "phone": optional("--phone", _("Telephone."), _TEXT),
    "website": optional("--website", _("Website."), _TEXT),
    "iban": optional("--iban", _("IBAN."), _TEXT),
    "category": optional("--category", _("Code of the receipt category."), _TEXT),
    "company_category": optional(
        "--company-category", _("Code of the category for companies, if it is another."), _TEXT
    ),
    "is_ifi_eligible": Annotated[
        bool | None,
        typer.Option(
            "--ifi-eligible/--no-ifi-eligible",
            metavar="",
            help=_("Gifts may lower the tax on wealth (art. 978)."),
        ),
    ],
    "category_detail": optional(
        "--category-detail", _("Words that complete the category."), _TEXT
    ),
    "decree_on": optional("--decree-on", _("Date of the decree."), _DATE),
    "published_on": optional("--published-on", _("Date of its publication."), _DATE),
    "signatory_name": optional("--signatory-name", _("Who signs receipts."), _TEXT),
    "signatory_role": optional("--signatory-role", _("In which role."), _TEXT),
    "fiscal_year_start": optional(
        "--fiscal-year-start", _("Month in which the fiscal year starts."), "1-12", parse_count
    ),
    "founded_year": optional(
        "--founded", _("Year of the creation, on letters."), _("YEAR"), parse_count
    ),
    "words_1990": Annotated[
        bool | None,
        typer.Option(
            "--words-1990/--no-words-1990",
            metavar="",
            help=_("Amounts in the spelling of 1990."),
        ),
    ],
    "logo": optional("--logo", _("Logo, PNG or JPEG."), _PICTURE),
    "signature": optional("--signature", _("Signature, PNG or JPEG."), _PICTURE),
}


@command(
    app,
    "set",
    _("Change fields of the profile; an empty text clears one. Others stay as they are."),
    _FIELDS,
)
def set_profile(
    call: Call,
    file: Annotated[
        Path | None,
        typer.Argument(metavar=_("FILE.toml"), help=_("A file that holds fields.")),
    ] = None,
    **fields: Any,
) -> Answer:
    """Change the profile: first what the file says, then what the options say."""
    given = {name: value for name, value in fields.items() if value is not None}
    for name in DAY_FIELDS:
        if name in given:
            given[name] = parse_day(given[name]) if given[name] else None
    with call.opened() as services:
        profile = services.association.get() or Association(name="")
        if file is not None:
            profile = read_profile(file, profile)
        saved = services.association.save(merged(profile, given)).value
    return _answer(saved)


@command(app, "categories", _("List the receipt categories and their codes."))
def list_categories(_call: Call) -> Answer:
    """Answer with the categories of both official forms; needs no database."""
    forms = {
        "categories": (_("Receipt category"), AssociationService.categories()),
        "company_categories": (
            _("Category for companies"),
            AssociationService.company_categories(),
        ),
    }
    document = {
        name: [{"code": one.code, "label": one.label} for one in found]
        for name, (_title, found) in forms.items()
    }
    listings = [
        Listing((Column(_("Code")), Column(title)), [(one.code, one.label) for one in found])
        for title, found in forms.values()
    ]
    return Answer(document, tuple(listings))


def _answer(profile: Association | None) -> Answer:
    missing = missing_for_receipts(profile)
    shown = None if profile is None else profile_document(profile)
    document = {"profile": shown, "missing_for_receipts": list(missing)}
    parts: list[Listing | str] = []
    if profile is not None:
        parts.append(profile_listing(profile))
    if missing:
        text = _("Receipts still want: {fields}.")
        parts.append(text.format(fields=profile_fields_text(missing)))
    return Answer(document, tuple(parts))
