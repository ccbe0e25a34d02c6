"""Which gifts go together on a receipt, and what that receipt will say."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.donations import DonationNature, TaxArticle
from coopdesk.domain.errors import RuleError
from coopdesk.domain.fiscal_periods import FiscalPeriod, fiscal_period
from coopdesk.domain.money import Money, total
from coopdesk.domain.receipts import (
    ReceiptScope,
    ReceiptSnapshot,
    Review,
    SnapshotGift,
    Verdict,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Sequence

    from coopdesk.domain.addresses import PostalAddress
    from coopdesk.domain.association import Association, StoredImage
    from coopdesk.domain.contacts import Contact
    from coopdesk.domain.receipts import ReviewedGift, ReviewLine

# The forms of persons and of companies; which version is in force is data.
FORM, COMPANY_FORM = "11580", "16216"

# Postcodes of the departments of local law: Moselle, Bas-Rhin, Haut-Rhin.
_LOCAL_LAW = ("57", "67", "68")

# What the form of companies wants described, and the form of persons « Autres (précisez) ».
_NAMED_FOR_PERSONS = frozenset(
    {DonationNature.IN_KIND, DonationNature.SKILLS, DonationNature.OTHER}
)


class FormEdition(NamedTuple):
    """A version of a form of receipts, and the day since which it is in force."""

    form: str
    version: str
    since: dt.date


class RegisterEntry(NamedTuple):
    """Where a receipt stands in the register: what it gets the moment it is issued.

    ``replaces`` is the written number and the day of issue of the receipt that it replaces;
    ``previous_hash`` the link before in the chain.
    """

    number: int
    number_text: str
    issued_on: dt.date
    edition: FormEdition
    previous_hash: str = ""
    replaces: tuple[str, dt.date] | None = None


@dataclass(frozen=True, slots=True)
class ReceiptDraft:
    """The gifts of one receipt to be: one donor, one year or period, article, nature, form."""

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

    @property
    def article(self) -> TaxArticle:
        """The article of the CGI that the receipt names."""
        return self.gifts[0].article

    @property
    def form(self) -> str:
        """The number of the form: the one of persons or the one of companies."""
        return COMPANY_FORM if self.article is TaxArticle.COMPANY else FORM

    @property
    def nature(self) -> DonationNature:
        """What every gift is made of."""
        return self.gifts[0].nature

    @property
    def year(self) -> int:
        """The year whose numbers the receipt is counted in."""
        return receipt_year(self.gifts[0])

    @property
    def period_start(self) -> dt.date:
        """The first day of the company's fiscal year; for a person of the calendar year."""
        return _period_of(self.gifts[0]).start

    @property
    def period_end(self) -> dt.date:
        """The last day of the company's fiscal year; for a person of the calendar year."""
        return _period_of(self.gifts[0]).end


def receipt_year(gift: ReviewedGift) -> int:
    """Return the year of a gift's receipt: the one in which the donor's period ends."""
    return _period_of(gift).end.year


def _period_of(gift: ReviewedGift) -> FiscalPeriod:
    of_company = gift.article is TaxArticle.COMPANY
    return fiscal_period(gift.received_on, gift.donor_fiscal_year_end if of_company else "")


def reviewed_for(review: Review, before: Review | None) -> Review:
    """Return the review of the receipts of a year, from those of its days and the days before.

    A company whose fiscal year ends in June has its gifts of autumn on the receipts of the next
    year: they are left out here (``later_period``) and stand in the review of that year, which
    is why ``before``, the review of the days of the year before, may be needed.
    """
    lines = [_in_year(line, review.year) for line in review.lines]
    earlier = before.lines if before else ()
    lines += [line for line in earlier if receipt_year(line.gift) == review.year]
    return replace(review, lines=tuple(lines))


def _in_year(line: ReviewLine, year: int) -> ReviewLine:
    if line.verdict not in (Verdict.READY, Verdict.BLOCKED) or receipt_year(line.gift) == year:
        return line
    values = {"period_end": _period_of(line.gift).end, "year": receipt_year(line.gift)}
    return replace(
        line, verdict=Verdict.EXCLUDED, reason="later_period", cure=None, values=values
    )


def draft_receipts(
    ready: Iterable[ReviewLine],
    scope: ReceiptScope,
    donation_ids: Collection[int] | None = None,
) -> list[ReceiptDraft]:
    """Group ready gifts into receipts, by donor in French order or by gift in order of date.

    Years or fiscal periods, articles, natures and forms are never mixed on one receipt
    (legal_fr RF-16, RF-17; form 16216*03, note 5).
    """
    gifts = [
        line.gift
        for line in ready
        if donation_ids is None or line.gift.donation_id in donation_ids
    ]
    if scope is ReceiptScope.GIFT:
        by_day = sorted(gifts, key=lambda gift: (gift.received_on, gift.donation_id))
        return [ReceiptDraft(scope, (gift,)) for gift in by_day]
    groups: dict[tuple[str | int, ...], list[ReviewedGift]] = defaultdict(list)
    for gift in gifts:
        groups[_together(gift)].append(gift)
    return [_draft_of(found) for _key, found in sorted(groups.items())]


def _together(gift: ReviewedGift) -> tuple[str | int, ...]:
    """Return what gifts on one receipt have in common, in the order of receipts."""
    donor = (gift.donor_sort_key, gift.donor_id or 0)
    return *donor, receipt_year(gift), gift.article.value, gift.nature.value, gift.form.value


def _draft_of(gifts: list[ReviewedGift]) -> ReceiptDraft:
    is_company = gifts[0].article is TaxArticle.COMPANY
    scope = ReceiptScope.PERIOD if is_company else ReceiptScope.DONOR
    gifts.sort(key=lambda gift: (gift.received_on, gift.donation_id))
    return ReceiptDraft(scope, tuple(gifts))


def edition_of(editions: Sequence[FormEdition], form: str, on: dt.date) -> FormEdition:
    """Return the version of a form that is in force on a day; before all of them the first.

    Raises:
        RuleError: ``receipt.unknown_form``.
    """
    known = sorted((one for one in editions if one.form == form), key=lambda one: one.since)
    if not known:
        raise RuleError("receipt.unknown_form", form=form)
    return next((one for one in reversed(known) if one.since <= on), known[0])


def snapshot_of(
    draft: ReceiptDraft, donor: Contact, association: Association, entry: RegisterEntry
) -> ReceiptSnapshot:
    """Return everything the receipt will say (forms 11580*05 and 16216*03, legal_fr 1.2, 1.3).

    The period of a company's receipt is the days of its first and last gift.
    """
    address, is_company = donor.profile.address, draft.article is TaxArticle.COMPANY
    category = _category_of(association, is_company=is_company)
    is_order = _is_of_order(association, category)
    return ReceiptSnapshot(
        form=entry.edition.form,
        form_version=entry.edition.version,
        year=draft.year,
        number=entry.number,
        written_number=entry.number_text,
        scope=draft.scope,
        issued_on=entry.issued_on,
        association_name=association.name,
        association_number=association.official_number,
        association_street=_street(association.address),
        association_postal_code=association.address.postal_code,
        association_city=association.address.city,
        association_country=association.address.country,
        association_purpose=association.purpose,
        category=category,
        category_detail=association.category_detail,
        decree_on=None if is_order else association.decree_on,
        order_on=association.decree_on if is_order else None,
        published_on=association.published_on,
        donor_last_name=_last_name_of(donor, is_company=is_company),
        donor_first_name="" if is_company else donor.profile.first_name,
        donor_legal_form=donor.profile.legal_form if is_company else "",
        donor_siren=donor.profile.siren if is_company else "",
        donor_street=_street(address),
        donor_postal_code=address.postal_code,
        donor_city=address.city,
        donor_country=address.country,
        amount=draft.amount,
        words_1990=association.words_1990,
        gifts=tuple(map(_snapshot_gift, draft.gifts)),
        articles=(draft.article.value,),
        gift_form=draft.gifts[0].form,
        nature=draft.nature,
        nature_detail=_nature_detail(draft, is_company=is_company),
        period_start=draft.gifts[0].received_on if is_company else None,
        period_end=draft.gifts[-1].received_on if is_company else None,
        signatory_name=association.signatory_name,
        signatory_role=association.signatory_role,
        logo_sha256=_digest(association.logo),
        signature_sha256=_digest(association.signature),
        replaces_number=entry.replaces[0] if entry.replaces else "",
        replaces_issued_on=entry.replaces[1] if entry.replaces else None,
        previous_hash=entry.previous_hash,
    )


def _is_of_order(association: Association, category: str) -> bool:
    """Tell whether public utility was recognised by an order, as local law allows.

    Unlike a decree it has no day in the Journal officiel (form 11580, category ``oig_rup``).
    """
    has_local_law = association.address.postal_code.startswith(_LOCAL_LAW)
    return category == "oig_rup" and has_local_law and association.published_on is None


def _category_of(association: Association, *, is_company: bool) -> str:
    return (association.company_category if is_company else "") or association.category


def _last_name_of(donor: Contact, *, is_company: bool) -> str:
    return donor.profile.organisation_name if is_company else donor.profile.last_name


def _snapshot_gift(gift: ReviewedGift) -> SnapshotGift:
    said = gift.description if gift.nature is not DonationNature.MONEY else ""
    return SnapshotGift(gift.received_on, gift.amount, gift.mode, gift.nature, said)


def _nature_detail(draft: ReceiptDraft, *, is_company: bool) -> str:
    """Return « Autres (précisez) », or the « description exhaustive » of a company's gifts.

    Gifts recorded before they had a description have it in their note.
    """
    if draft.nature is DonationNature.MONEY:
        return ""
    if not is_company and draft.nature not in _NAMED_FOR_PERSONS:
        return ""
    said = (gift.description or gift.note for gift in draft.gifts)
    return ", ".join(dict.fromkeys(text for text in said if text))


def _street(address: PostalAddress) -> tuple[str, ...]:
    return tuple(line for line in (address.complement, address.street) if line)


def _digest(image: StoredImage | None) -> str:
    return image.sha256 if image is not None else ""
