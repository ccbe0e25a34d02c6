"""Says of each gift whether it is ready for a receipt, blocked or excluded, and why.

The facts are found here; what a fact means, since when and who says so is data
(``db/seed/receipt_rules.toml``).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from coopdesk.domain.contact_details import OrganisationKind
from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.counterparts import (
    NO_COUNTERPART,
    CounterpartTest,
    Given,
    check_year,
    limits_on,
)
from coopdesk.domain.donation_rules import HANDED_OVER
from coopdesk.domain.donations import DonationNature, Ineligibility, ValueBasis
from coopdesk.domain.fiscal_periods import fiscal_period
from coopdesk.domain.money import total
from coopdesk.domain.payments import PaymentMode, PaymentState
from coopdesk.domain.receipt_rules import RuleVerdict
from coopdesk.domain.receipts import ReviewLine, ReviewTotals, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from coopdesk.domain.legal_parameters import LegalFigures
    from coopdesk.domain.money import Money
    from coopdesk.domain.receipt_rules import ReceiptRule, ReceiptRules
    from coopdesk.domain.receipts import ReviewedGift

# Where article 4 B of the CGI finds a home in France: its departments overseas as well.
_FRANCE = frozenset({"FR", "GP", "MQ", "GF", "RE", "YT"})
_COMPANY_FIGURES = frozenset({ValueBasis.COMPANY_COST, ValueBasis.COMPANY_PAYROLL})
_VALUED = frozenset(
    {DonationNature.LISTED_SHARES, DonationNature.IN_KIND, DonationNature.SKILLS}
)
_DESCRIBED = _VALUED | {DonationNature.WAIVED_INCOME}
_FOR_IFI = frozenset({DonationNature.MONEY, DonationNature.LISTED_SHARES})


@dataclass(frozen=True, slots=True)
class ReviewHouse:
    """What the review knows besides the gifts.

    ``missing`` names the profile fields that block every receipt, ``missing_for_companies``
    those that only form 16216*03 asks for.
    """

    rules: ReceiptRules
    figures: LegalFigures
    missing: tuple[str, ...] = ()
    missing_for_companies: tuple[str, ...] = ()
    is_ifi_eligible: bool = False


def review_gifts(gifts: Sequence[ReviewedGift], house: ReviewHouse) -> tuple[ReviewLine, ...]:
    """Judge gifts; those of a donor and year that had something in return must all be there."""
    tests = counterpart_tests(gifts, house.figures)
    return tuple(
        judge(gift, house, tests.get(gift.donation_id, NO_COUNTERPART)) for gift in gifts
    )


def has_siren(country: str) -> bool:
    """Tell whether a company of this country has a SIREN number for the receipt to say."""
    return country in _FRANCE


def counterpart_tests(
    gifts: Iterable[ReviewedGift], figures: LegalFigures
) -> dict[int, CounterpartTest]:
    """Test what donors got for their gifts; only gifts with something in return have a test."""
    years: dict[tuple[int, int], list[ReviewedGift]] = defaultdict(list)
    for gift in gifts:
        if gift.donor_id is not None and has_counterpart(gift):
            years[gift.donor_id, gift.received_on.year].append(gift)
    tests: dict[int, CounterpartTest] = {}
    for (_, year), found in years.items():
        limits = limits_on(figures, found[0].received_on, is_company=_is_organisation(found[0]))
        given = [Given(gift.donation_id, gift.amount, gift.counterpart) for gift in found]
        tests.update(check_year(given, year, limits))
    return tests


def has_counterpart(gift: ReviewedGift) -> bool:
    """Tell whether something was given in return that counts among those of the year.

    Not so when it went back, was never received, or was a payment for something from the start:
    then there was no gift to give in return for.
    """
    is_gift = gift.ineligibility in {None, Ineligibility.DONOR_DECLINED}
    return is_gift and bool(gift.counterpart) and _counts(gift)


def judge(
    gift: ReviewedGift, house: ReviewHouse, counterpart: CounterpartTest = NO_COUNTERPART
) -> ReviewLine:
    """Say whether a gift is ready, blocked or excluded, and why (CGI art. 200, 238 bis, 978).

    What nobody can cure excludes; what somebody can cure blocks; an issued gift stays issued,
    even when it went back: then its receipt is to be voided.
    """
    if gift.receipt_number:
        return _issued(gift, counterpart)
    found = list(_rules_met(gift, house, counterpart))
    warnings = tuple(x.code for x in found if x.verdict is RuleVerdict.WARNS)
    for rule_verdict, verdict in _DECIDING:
        rule = next((x for x in found if x.verdict is rule_verdict), None)
        if rule is not None:
            line = ReviewLine(gift, verdict, rule.code, rule.cure, warnings=warnings)
            return replace(line, values=_values(rule.code, house, counterpart))
    cure = next((x.cure for x in found if x.code in warnings and x.cure), None)
    return ReviewLine(
        gift, Verdict.READY, cure=cure, values=counterpart.values, warnings=warnings
    )


def review_totals(gifts: Iterable[ReviewedGift], bank: Money) -> ReviewTotals:
    """Add up the gifts that were received and kept; ``bank`` is what their payments say."""
    kept = [gift for gift in gifts if _counts(gift)]
    money = total(gift.amount for gift in kept if gift.payment_id is not None)
    without = total(gift.amount for gift in kept if gift.payment_id is None)
    return ReviewTotals(money + without, money, without, bank, money - bank, len(kept))


def _issued(gift: ReviewedGift, counterpart: CounterpartTest) -> ReviewLine:
    """Say of an issued gift that its receipt is to be voided, or whether it still may stand.

    A later gift of the year can take what the donor got above the cap (legal_fr RF-52).
    """
    reason = "issued_returned" if gift.is_returned else "issued"
    warnings = () if counterpart.is_passed else ("issued_counterpart",)
    return ReviewLine(
        gift, Verdict.ISSUED, reason, values=counterpart.values, warnings=warnings
    )


_DECIDING = (
    (RuleVerdict.EXCLUDES, Verdict.EXCLUDED),
    (RuleVerdict.BLOCKS, Verdict.BLOCKED),
)


def _rules_met(
    gift: ReviewedGift, house: ReviewHouse, counterpart: CounterpartTest
) -> Iterator[ReceiptRule]:
    for code in _facts(gift, house, counterpart):
        rule = house.rules.on(code, gift.received_on)
        if rule is not None:
            yield rule


def _facts(
    gift: ReviewedGift, house: ReviewHouse, counterpart: CounterpartTest
) -> Iterator[str]:
    """Yield the codes of the rules that a gift meets, in the order of their importance."""
    yield from (code for code, is_so in _ABOUT_ALL.items() if is_so(gift))
    if gift.ineligibility is not None:
        yield f"ineligible_{gift.ineligibility.value}"
    about = _ABOUT_ORGANISATIONS if _is_organisation(gift) else _ABOUT_PERSONS
    yield from (code for code, is_so in about.items() if is_so(gift))
    if counterpart.item:
        yield counterpart.verdict.value
        if counterpart.limits.is_to_verify:
            yield "figures_to_verify"
    if _lacks_credit_day(gift, house.figures):
        yield "fee_credit_day_unknown" if gift.is_fee else "credit_day_unknown"
    if gift.is_for_ifi and not _is_organisation(gift) and not house.is_ifi_eligible:
        yield "ifi_not_eligible"
    if house.missing:
        yield "profile_incomplete"
    if house.missing_for_companies and _is_organisation(gift):
        yield "company_profile_incomplete"


def _values(code: str, house: ReviewHouse, counterpart: CounterpartTest) -> dict[str, object]:
    """Return what the sentence of a reason names."""
    fields = {
        "profile_incomplete": house.missing,
        "company_profile_incomplete": house.missing_for_companies,
    }.get(code)
    return {"fields": fields} if fields else dict(counterpart.values)


def _counts(gift: ReviewedGift) -> bool:
    return gift.payment_state is PaymentState.RECEIVED and not gift.is_returned


def _is_organisation(gift: ReviewedGift) -> bool:
    return gift.donor_kind is ContactKind.ORGANISATION


def _lacks_credit_day(gift: ReviewedGift, figures: LegalFigures) -> bool:
    """Tell whether a gift was perhaps only ordered on its day, and is one of the next year.

    A transfer, direct debit or card payment counts on the day it was credited (legal_fr 1.4),
    which matters in the last days of the donor's year. A platform tells the day itself.
    """
    is_ordered = gift.nature is DonationNature.MONEY and gift.mode not in HANDED_OVER
    if not is_ordered or gift.credited_on is not None or gift.is_from_platform:
        return False
    closing = gift.donor_fiscal_year_end if _is_organisation(gift) else ""
    end = fiscal_period(gift.received_on, closing).end
    return (end - gift.received_on).days < figures.value_on("uncredited_days", end).count


def _lacks_description(gift: ReviewedGift) -> bool:
    return gift.nature in _DESCRIBED and not gift.description


_Facts: TypeAlias = "dict[str, Callable[[ReviewedGift], bool]]"

_ABOUT_ALL: _Facts = {
    "payment_dismissed": lambda gift: gift.payment_state is PaymentState.DISMISSED,
    "returned": lambda gift: gift.is_returned,
    "outside_receipt": lambda gift: bool(gift.outside_receipt),
    "anonymous": lambda gift: gift.donor_id is None,
    "payment_to_check": lambda gift: gift.payment_state is PaymentState.TO_CHECK,
    "address_missing": lambda gift: not gift.donor_address_complete,
    "unprintable_donor": lambda gift: bool(gift.unprintable_donor),
    "unprintable_gift": lambda gift: bool(gift.unprintable_gift),
    "name_missing": lambda gift: not gift.donor_name_complete,
    "nature_missing": lambda gift: (
        gift.nature is DonationNature.OTHER and not (gift.description or gift.note)
    ),
    "description_missing": _lacks_description,
    "fee_counts": lambda gift: gift.is_fee,
}
_ABOUT_PERSONS: _Facts = {
    "skills_of_person": lambda gift: gift.nature is DonationNature.SKILLS,
    "mode_missing": lambda gift: (
        gift.nature is DonationNature.MONEY and gift.mode is PaymentMode.OTHER
    ),
    "value_basis_missing": lambda gift: (
        gift.nature in _VALUED and gift.value_basis in {ValueBasis.NONE, *_COMPANY_FIGURES}
    ),
    "ifi_nature": lambda gift: gift.is_for_ifi and gift.nature not in _FOR_IFI,
    "expense_sheet_missing": lambda gift: (
        gift.nature is DonationNature.WAIVED_EXPENSES and not gift.has_expense_sheet
    ),
    "donor_abroad": lambda gift: gift.donor_country not in _FRANCE,
}
_ABOUT_ORGANISATIONS: _Facts = {
    "public_body": lambda gift: gift.donor_organisation_kind is OrganisationKind.PUBLIC_BODY,
    "legal_form_missing": lambda gift: not gift.donor_legal_form,
    "siren_missing": lambda gift: not gift.donor_siren and has_siren(gift.donor_country),
    "waived_expenses_of_company": lambda gift: gift.nature is DonationNature.WAIVED_EXPENSES,
    "company_figure_missing": lambda gift: (
        gift.nature is not DonationNature.MONEY and gift.value_basis not in _COMPANY_FIGURES
    ),
    "company_abroad": lambda gift: gift.donor_country not in _FRANCE,
    "association_donor": lambda gift: (
        gift.donor_organisation_kind is OrganisationKind.ASSOCIATION
    ),
}
