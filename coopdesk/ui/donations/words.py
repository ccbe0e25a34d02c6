"""Words of the form and the record of a gift."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.contact_details import OrganisationKind
from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.receipt_review import has_siren
from coopdesk.wording.formats import capital
from coopdesk.wording.language import _
from coopdesk.wording.review_texts import review_text

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.contacts import Contact
    from coopdesk.domain.donations import Ineligibility


def eligibility_text(reason: Ineligibility | None) -> str:
    """Return what a choice of the form says; None opens a right to a receipt."""
    if reason is None:
        return _("Gives right to a tax receipt")
    text = review_text(f"ineligible_{reason.value}")
    return capital(text)


def eligibility_explained(
    donor: Contact | None, reason: Ineligibility | None, day: dt.date | None
) -> str:
    """Say what the gift means for receipts, with what still is in the way."""
    if donor is None:
        return _("Anonymous gift: no receipt, because a receipt names its donor.")
    if reason is not None:
        return _("It counts as income, and no receipt will be issued for it.")
    if donor.profile.kind is ContactKind.ORGANISATION:
        return _organisation_explained(donor)
    if not donor.profile.address.is_complete:
        return _("The receipt waits for the donor's postal address, which is incomplete.")
    if day is None:
        return _("It will be on the donor's tax receipt.")
    return _("It will be on the donor's tax receipt for {year}.").format(year=day.year)


def _organisation_explained(donor: Contact) -> str:
    profile = donor.profile
    if profile.organisation_kind is OrganisationKind.PUBLIC_BODY:
        return _("What a public body gives is a subsidy: no receipt.")
    needed = (
        (profile.address.is_complete, _("the address")),
        (profile.legal_form, _("the legal form")),
        (profile.siren or not has_siren(profile.address.country), _("the SIREN")),
    )
    missing = [name for known, name in needed if not known]
    if missing:
        text = _(
            "The receipt for companies (form 16216) waits. The organisation lacks: {what}."
        )
        return text.format(what=", ".join(missing))
    return _("It will be on the organisation's receipt (form 16216).")
