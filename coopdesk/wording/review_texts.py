"""Why a gift gives a receipt or none, in words with the figures."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from coopdesk.domain.counterparts import CounterpartVerdict
from coopdesk.domain.donations import ReturnReason
from coopdesk.domain.money import Money
from coopdesk.domain.receipts import Verdict
from coopdesk.wording.formats import HARD_SPACE, day_text, money_text, number_text
from coopdesk.wording.language import N_, _, language, ngettext

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coopdesk.domain.counterparts import CounterpartTest
    from coopdesk.domain.receipts import ReviewLine

_MOST_NAMED = 5

# Why the review blocks or excludes a gift (``domain.receipt_review``).
REVIEW_TEXTS: dict[str, str] = {
    "": "",
    "address_missing": N_("the donor's postal address is incomplete"),
    "anonymous": N_("anonymous gift: a receipt names its donor"),
    "company_figure_missing": N_("the value that the company itself states is missing"),
    "company_profile_incomplete": N_("the profile lacks the box of the form for companies"),
    "counterpart_cap": N_("no receipt: too much was received in return in the year"),
    "counterpart_ratio": N_("no receipt: too much was received in return"),
    "description_missing": N_("say on the gift what was given, and how much of it"),
    "ifi_nature": N_("article 978: only money and listed shares"),
    "ifi_not_eligible": N_("article 978: the association is not on the list of that law"),
    "ineligible_auction": N_("no receipt: auction"),
    "ineligible_counterpart": N_("no receipt: something was received in return"),
    "ineligible_donor_declined": N_("no receipt: the donor wants none"),
    "ineligible_meal": N_("no receipt: meal"),
    "ineligible_on_behalf_of_others": N_("no receipt: collected for another body"),
    "ineligible_other": N_("no receipt: marked as not giving one"),
    "ineligible_public_subsidy": N_("no receipt: subsidy of a public body"),
    "ineligible_raffle": N_("no receipt: raffle or lottery"),
    "ineligible_second_hand_sale": N_("no receipt: second-hand sale"),
    "ineligible_service": N_("no receipt: payment for a service"),
    "ineligible_share_subscription": N_("no receipt: shares are capital, not a gift"),
    "ineligible_sponsoring": N_("no receipt: sponsoring is invoiced"),
    "ineligible_ticket": N_("no receipt: ticket for a show"),
    "ineligible_volunteer_time": N_("no receipt: time given by a volunteer"),
    "issued": N_("on receipt no. {number}"),
    "issued_returned": N_("on receipt no. {number}, to be voided: {gone}"),
    "later_period": N_("on a receipt of next year: the company's fiscal year ends then"),
    "legal_form_missing": N_("the company's legal form is missing: complete the contact"),
    "mode_missing": N_("the mode of payment is not known: choose it on the gift"),
    "name_missing": N_("the donor's last or first name is missing: complete the contact"),
    "nature_missing": N_("nature “Other”: say in the note of the gift what was given"),
    "outside_receipt": N_("receipt already issued by HelloAsso ({number})"),
    "payment_dismissed": N_("the payment was set aside: the money does not count"),
    "payment_to_check": N_("the payment waits to be checked"),
    "profile_incomplete": N_("the association's profile is incomplete"),
    "public_body": N_("no receipt: what a public body gives is a subsidy"),
    "returned": N_("no receipt: {gone}"),
    "siren_missing": N_("the company's SIREN number is missing: complete the contact"),
    "unprintable_donor": N_(
        "a character of the name or address cannot be printed: write it with others"
    ),
    "unprintable_gift": N_(
        "a character of the description cannot be printed: write it with others"
    ),
    "skills_of_person": N_("no receipt: the work of a person is not a gift"),
    "value_basis_missing": N_("say on the gift how its value was found"),
    "waived_expenses_of_company": N_("only a person waives expenses: correct the nature"),
}

_RETURNED = N_("gift given back")
_GONE: dict[ReturnReason | None, str] = {
    ReturnReason.BOUNCED: N_("gift unpaid"),
    ReturnReason.REFUNDED: N_("gift refunded"),
    ReturnReason.MISTAKE: N_("gift recorded by mistake"),
}

# What does not stand in the way of a receipt, but should be known.
WARNING_TEXTS: dict[str, str] = {
    "association_donor": N_("useful only if the association that gives pays company tax"),
    "company_abroad": N_("company abroad: useful only if it is taxed in France"),
    "credit_day_unknown": N_("day of credit unknown: give it, it decides the year"),
    "donor_abroad": N_("donor abroad: useful only to whoever is taxed in France"),
    "expense_sheet_missing": N_("no expense sheet: keep the vouchers and the signed waiver"),
    "fee_credit_day_unknown": N_(
        "day of credit unknown: it decides the year, record the payment of the fee on that day"
    ),
    "figures_to_verify": N_("a legal figure used here is still to be verified"),
    "issued_counterpart": N_("too much was received in return since: look at this receipt"),
}


def review_text(
    reason: str,
    number: str = "",
    *,
    is_fee: bool = False,
    values: Mapping[str, object] | None = None,
    gone: ReturnReason | None = None,
) -> str:
    """Return why a gift is blocked or excluded; ``number`` is a receipt's, if one is named.

    ``values`` are those of the line: with them the figures of a test are told. ``gone`` is why
    it went back. A membership fee that counts as a gift (legal_fr RF-51) is named as one.
    """
    text = REVIEW_TEXTS[reason]
    said = _(text).format(number=number, gone=gone_gift_text(gone)) if text else ""
    figures = _figures(reason, values or {})
    if figures:
        said = f"{said} ({figures})"
    return " · ".join(part for part in (_("membership fee") if is_fee else "", said) if part)


def line_text(line: ReviewLine) -> str:
    """Return why a gift is blocked, excluded or on a receipt, and what else to know of it."""
    # What never gives a receipt has nothing else to be known.
    warnings = () if line.verdict is Verdict.EXCLUDED else line.warnings
    said = (reason_text(line), *(_(WARNING_TEXTS[code]) for code in warnings))
    return " · ".join(part for part in said if part)


def gifts_text(lines: Sequence[ReviewLine]) -> str:
    """Return gifts with what is in the way of each; few are named, the others counted."""
    said = _("{day}, {amount}: {reason}")
    named = [
        said.format(
            day=day_text(line.gift.received_on),
            amount=money_text(line.gift.amount),
            reason=reason_text(line),
        )
        for line in lines[:_MOST_NAMED]
    ]
    if more := len(lines) - len(named):
        text = ngettext("{count} other", "{count} others", more)
        named.append(text.format(count=number_text(more)))
    return " · ".join(named)


def reason_text(line: ReviewLine) -> str:
    """Return why a gift is blocked or excluded, or on which receipt it is."""
    gift = line.gift
    number = gift.receipt_number or gift.outside_receipt
    return review_text(
        line.reason,
        number,
        is_fee=gift.is_fee,
        values=line.values,
        gone=gift.return_reason,
    )


def gone_gift_text(reason: ReturnReason | None) -> str:
    """Return what became of a gift that went back, as a part of a sentence."""
    return _(_GONE.get(reason, _RETURNED))


def counterpart_text(test: CounterpartTest) -> str:
    """Return what a test compared, with its figures; empty when nothing was received."""
    if test.verdict is CounterpartVerdict.NOTHING:
        return ""
    if not test.is_passed:
        return _figures(test.verdict.value, test.values)
    fits = _("{item} given for a gift of {gift}: {share}, not more than {percent}")
    parts = [_filled(fits, test.values)]
    if test.limits.cap is not None:
        in_year = _("{in_year} given in {year}, not more than {cap}")
        parts.append(_filled(in_year, test.values))
    return " · ".join(parts)


def percent_text(percent: Decimal) -> str:
    """Return ``25 %`` or ``0,5 %`` (in English ``25%``)."""
    shown = f"{percent.normalize():f}"
    if language() == "en":
        return f"{shown}%"
    return f"{shown.replace('.', ',')}{HARD_SPACE}%"


def _figures(reason: str, values: Mapping[str, object]) -> str:
    if "item" not in values:
        return ""
    if reason == CounterpartVerdict.ABOVE_RATIO.value:
        text = _("{item} given for a gift of {gift}: {share}, more than {percent}")
        return _filled(text, values)
    if reason == CounterpartVerdict.ABOVE_CAP.value:
        return _filled(_("{in_year} given in {year}, more than {cap}"), values)
    return ""


def _filled(text: str, values: Mapping[str, object]) -> str:
    shown = {name: _shown(value) for name, value in values.items()}
    return text.format(**shown)


def _shown(value: object) -> str:
    if isinstance(value, Decimal):
        return percent_text(value)
    return money_text(value) if isinstance(value, Money) else str(value)
