"""What a replacement would say otherwise than the receipt that was issued."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.donations import DonationNature
from coopdesk.domain.money import total
from coopdesk.ui.receipts.words import gift_count_text, signed_by
from coopdesk.wording.formats import country_text, day_text, money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coopdesk.domain.addresses import PostalAddress
    from coopdesk.domain.association import Association
    from coopdesk.domain.contacts import Contact
    from coopdesk.domain.receipt_life import ReceiptDetail, ReceiptGift
    from coopdesk.domain.receipts import ReceiptLine, ReceiptSnapshot, SnapshotGift
    from coopdesk.services.registry import Services


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that changes; empty where there was or will be nothing."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Replacement:
    """A receipt, and what its replacement would say otherwise."""

    line: ReceiptLine
    differences: tuple[Difference, ...]
    has_gifts: bool


def read_replacement(services: Services, receipt_id: int) -> Replacement:
    """Compare a receipt with what is known today; runs on the worker."""
    detail = services.receipts.detail(receipt_id)
    donor = services.contacts.get(_donor_of(services, detail))
    association = services.association.get()
    said = (*_donor(detail.snapshot, donor), *_gifts(detail))
    if association is not None:
        said = (*said, *_association(detail.snapshot, association))
    changed = tuple(one for one in said if one.before != one.after)
    kept = any(gift.returned_on is None for gift in detail.gifts)
    return Replacement(detail.line, changed, kept)


def _donor_of(services: Services, detail: ReceiptDetail) -> int:
    """Return who gave the gifts as they are recorded today."""
    for gift in detail.gifts:
        donor_id = services.donations.get(gift.donation_id).content.donor_id
        if donor_id is not None:
            return donor_id
    return detail.line.donor_id


def _donor(snapshot: ReceiptSnapshot, donor: Contact) -> Iterator[Difference]:
    profile = donor.profile
    is_company = profile.kind is ContactKind.ORGANISATION
    last = profile.organisation_name if is_company else profile.last_name
    first = "" if is_company else profile.first_name
    before = f"{snapshot.donor_first_name} {snapshot.donor_last_name}".strip()
    yield Difference(_("Donor"), before, f"{first} {last}".strip())
    yield Difference(_("Address"), _printed(snapshot), _address(profile.address))
    if is_company:
        legal_form = _("Legal form")
        yield Difference(legal_form, snapshot.donor_legal_form, profile.legal_form)
        yield Difference(_("SIREN"), snapshot.donor_siren, profile.siren)


def _gifts(detail: ReceiptDetail) -> Iterator[Difference]:
    snapshot = detail.snapshot
    kept = [gift for gift in detail.gifts if gift.returned_on is None]
    before, after = len(snapshot.gifts), len(kept)
    yield Difference(_("Gifts"), gift_count_text(before), gift_count_text(after))
    amount = total(gift.amount for gift in kept)
    yield Difference(_("Amount"), money_text(snapshot.amount), money_text(amount))
    natures = {label(gift.nature): None for gift in kept}
    if natures:
        yield Difference(_("Nature"), label(snapshot.nature), ", ".join(natures))
    if before == after:
        yield Difference(_("Payments"), *_changed_lines(snapshot, kept))
    years = {str(gift.received_on.year): None for gift in kept}
    if snapshot.period_start is None and years:
        yield Difference(_("Year"), str(snapshot.year), ", ".join(years))


def _changed_lines(snapshot: ReceiptSnapshot, kept: Sequence[ReceiptGift]) -> tuple[str, str]:
    """Return the lines of the list of payments that were corrected, before and after."""
    before = Counter(map(_line, snapshot.gifts))
    after = Counter(map(_line, kept))
    return "\n".join(before - after), "\n".join(after - before)


def _line(gift: SnapshotGift | ReceiptGift) -> str:
    said = [day_text(gift.received_on), money_text(gift.amount)]
    if gift.nature is DonationNature.MONEY:
        said.append(label(gift.mode))
    elif gift.description:
        said.append(gift.description)
    return " · ".join(said)


def _association(snapshot: ReceiptSnapshot, today: Association) -> Iterator[Difference]:
    yield Difference(_("The association"), snapshot.association_name, today.name)
    office = _lines(
        *snapshot.association_street,
        f"{snapshot.association_postal_code} {snapshot.association_city}",
        country=snapshot.association_country,
    )
    yield Difference(_("Registered office"), office, _address(today.address))
    yield Difference(_("Purpose"), snapshot.association_purpose, today.purpose)
    number = _("SIREN or RNA number")
    yield Difference(number, snapshot.association_number, today.official_number)
    before = signed_by(snapshot.signatory_name, snapshot.signatory_role)
    after = signed_by(today.signatory_name, today.signatory_role)
    yield Difference(_("Signatory"), before, after)


def _printed(snapshot: ReceiptSnapshot) -> str:
    town = f"{snapshot.donor_postal_code} {snapshot.donor_city}"
    return _lines(*snapshot.donor_street, town, country=snapshot.donor_country)


def _address(address: PostalAddress) -> str:
    town = f"{address.postal_code} {address.city}"
    return _lines(address.complement, address.street, town, country=address.country)


def _lines(*parts: str, country: str) -> str:
    abroad = "" if country in {"", "FR"} else country_text(country)
    return ", ".join(part.strip() for part in (*parts, abroad) if part.strip())
