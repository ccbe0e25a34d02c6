"""Which gifts go together on a receipt, and what that receipt will say."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.donations import DonationNature
from coopdesk.domain.money import Money, total
from coopdesk.domain.receipts import ReceiptScope, ReceiptSnapshot, SnapshotGift

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable

    from coopdesk.domain.addresses import PostalAddress
    from coopdesk.domain.association import Association, StoredImage
    from coopdesk.domain.contacts import Contact
    from coopdesk.domain.donations import DonationForm
    from coopdesk.domain.receipts import ReviewedGift, ReviewLine

FORM, FORM_VERSION = "11580", "05"
# Article 978 (IFI) never concerns an ordinary association: legal_fr 1.9.
ARTICLES = ("200",)


@dataclass(frozen=True, slots=True)
class ReceiptDraft:
    """The gifts of one receipt to be: one donor, one calendar year, one nature and form."""

    scope: ReceiptScope
    gifts: tuple[ReviewedGift, ...]

    @property
    def donor_id(self) -> int:
        """The donor of every gift."""
        donor_id = self.gifts[0].donor_id
        assert donor_id is not None
        return donor_id

    @property
    def donor_name(self) -> str:
        """The donor's name on lists."""
        return self.gifts[0].donor_name

    @property
    def donor_sort_key(self) -> str:
        """The donor's place in lists."""
        return self.gifts[0].donor_sort_key

    @property
    def amount(self) -> Money:
        """What the gifts add up to."""
        return total(gift.amount for gift in self.gifts)


def draft_receipts(
    ready: Iterable[ReviewLine],
    scope: ReceiptScope,
    donation_ids: Collection[int] | None = None,
) -> list[ReceiptDraft]:
    """Group ready gifts into receipts, by donor in French order or by gift in order of date.

    Natures and forms are never mixed on one receipt (legal_fr RF-17).
    """
    gifts = [
        line.gift
        for line in ready
        if donation_ids is None or line.gift.donation_id in donation_ids
    ]
    if scope is ReceiptScope.GIFT:
        by_day = sorted(gifts, key=lambda gift: (gift.received_on, gift.donation_id))
        return [ReceiptDraft(scope, (gift,)) for gift in by_day]
    groups: dict[tuple[str, int, DonationNature, DonationForm], list[ReviewedGift]]
    groups = defaultdict(list)
    for gift in gifts:
        key = (gift.donor_sort_key, gift.donor_id or 0, gift.nature, gift.form)
        groups[key].append(gift)
    ordered = sorted(
        groups.items(), key=lambda item: (item[0][0], item[0][1], item[0][2].value)
    )
    return [ReceiptDraft(scope, tuple(found)) for _, found in ordered]


def snapshot_of(
    draft: ReceiptDraft,
    donor: Contact,
    association: Association,
    number: int,
    issued_on: dt.date,
) -> ReceiptSnapshot:
    """Return everything the receipt will say (form 11580*05, legal_fr 1.2)."""
    first, address = draft.gifts[0], donor.profile.address
    return ReceiptSnapshot(
        form=FORM,
        form_version=FORM_VERSION,
        year=first.received_on.year,
        number=number,
        scope=draft.scope,
        issued_on=issued_on,
        association_name=association.name,
        association_number=association.official_number,
        association_street=_street(association.address),
        association_postal_code=association.address.postal_code,
        association_city=association.address.city,
        association_country=association.address.country,
        association_purpose=association.purpose,
        category=association.category,
        category_detail=association.category_detail,
        decree_on=association.decree_on,
        published_on=association.published_on,
        donor_last_name=donor.profile.last_name,
        donor_first_name=donor.profile.first_name,
        donor_street=_street(address),
        donor_postal_code=address.postal_code,
        donor_city=address.city,
        donor_country=address.country,
        amount=draft.amount,
        words_1990=association.words_1990,
        gifts=tuple(SnapshotGift(x.received_on, x.amount, x.mode) for x in draft.gifts),
        articles=ARTICLES,
        gift_form=first.form,
        nature=first.nature,
        nature_detail=_nature_detail(draft),
        signatory_name=association.signatory_name,
        signatory_role=association.signatory_role,
        logo_sha256=_digest(association.logo),
        signature_sha256=_digest(association.signature),
    )


def _nature_detail(draft: ReceiptDraft) -> str:
    """Return what « Autres (précisez) » asks for: the notes of the gifts, each once."""
    if draft.gifts[0].nature is not DonationNature.OTHER:
        return ""
    return ", ".join(dict.fromkeys(gift.note for gift in draft.gifts))


def _street(address: PostalAddress) -> tuple[str, ...]:
    return tuple(line for line in (address.complement, address.street) if line)


def _digest(image: StoredImage | None) -> str:
    return image.sha256 if image is not None else ""
