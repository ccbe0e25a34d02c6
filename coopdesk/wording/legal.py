"""What figures and rules of the law are called, how sure they are, and what they are worth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.legal_parameters import Confidence, Unit
from coopdesk.domain.receipt_rules import RuleVerdict
from coopdesk.wording.formats import money_short, number_text
from coopdesk.wording.language import N_, _, ngettext
from coopdesk.wording.review_texts import percent_text

if TYPE_CHECKING:
    import enum

    from coopdesk.domain.legal_parameters import LegalParameter

LEGAL_LABELS: dict[enum.Enum, str] = {
    Confidence.OFFICIAL: N_("Official text read"),
    Confidence.PROFESSIONAL: N_("Page of professionals read"),
    Confidence.SOFTWARE: N_("Copied from other software"),
    Confidence.KNOWN: N_("To verify: the official text was not read again"),
    Confidence.UNSURE: N_("To verify: not found, or sources disagree"),
    RuleVerdict.ALLOWS: N_("Allowed"),
    RuleVerdict.BLOCKS: N_("To be completed"),
    RuleVerdict.EXCLUDES: N_("No receipt"),
    RuleVerdict.WARNS: N_("To be known"),
    Unit.DAYS: N_("Days"),
    Unit.EUROS: N_("Euros"),
    Unit.MONTHS: N_("Months"),
    Unit.PERCENT: N_("Percent"),
    Unit.YEARS: N_("Years"),
}

PARAMETER_NAMES: dict[str, str] = {
    "accounts_approval": N_("Accounts: approved by the assembly, after closing"),
    "accounts_publication": N_("Accounts: published, after the assembly"),
    "accounts_retention": N_("Accounts and vouchers are kept for"),
    "aid_ceiling": N_("Gifts for people in need: amount at the higher rate"),
    "aid_rate": N_("Gifts for people in need: tax reduction"),
    "assembly_notice": N_("Assemblies: members are called before"),
    "audit_gifts": N_("Statutory auditor and publication: gifts in a year above"),
    "audit_grants": N_("Statutory auditor and publication: public grants in a year above"),
    "change_declaration": N_("Directors, statutes, seat: declared after a change"),
    "company_carry": N_("Companies: what is above the ceiling is carried over"),
    "company_ceiling": N_("Companies: ceiling of gifts in a fiscal year"),
    "company_ceiling_ratio": N_("Companies: ceiling as a share of turnover"),
    "company_counterpart_ratio": N_("Counterpart for a company, of its gift"),
    "company_own_declaration": N_("Companies: own declaration above"),
    "company_rate": N_("Companies: tax reduction"),
    "company_rate_above": N_("Companies: tax reduction above the threshold"),
    "company_rate_threshold": N_("Companies: threshold of the second rate"),
    "counterpart_cap": N_("Counterpart for a person, most in a year"),
    "counterpart_ratio": N_("Counterpart for a person, of the gift"),
    "declaration_delay": N_("Declaration of gifts: months after closing"),
    "declaration_fine": N_("Declaration of gifts: fine when missing"),
    "declaration_fine_again": N_("Declaration of gifts: fine when missing two years"),
    "declaration_working_days": N_("Declaration of gifts: working day after 1 May"),
    "grant_agreement": N_("Grants: written agreement, of an authority in a year above"),
    "grant_report_delay": N_("Grants: report due, months after the end of the year"),
    "income_carry": N_("Income tax: what is above the ceiling is carried over"),
    "income_ceiling": N_("Income tax: ceiling, of taxable income"),
    "income_rate": N_("Income tax: reduction"),
    "irregular_receipt_fine": N_("Irregular receipts: fine, of their amount"),
    "lent_staff_cap": N_("Lent staff: most, of the social security ceiling"),
    "public_aid_limit": N_("Public aid over three fiscal years, declared when above"),
    "receipt_retention": N_("Receipts and proofs are kept for"),
    "uncredited_days": N_("Transfers and cards: last days of a year to check"),
    "wealth_ceiling": N_("Tax on property wealth: largest reduction"),
    "wealth_rate": N_("Tax on property wealth: reduction"),
}


def parameter_name(code: str) -> str:
    """Return what a figure is called."""
    return _(PARAMETER_NAMES[code])


def parameter_value(parameter: LegalParameter) -> str:
    """Return ``73 €``, ``25 %`` or ``5 ans``."""
    if parameter.unit is Unit.EUROS:
        return money_short(parameter.money)
    if parameter.unit is Unit.PERCENT:
        return percent_text(parameter.value)
    count = parameter.count
    text = {
        Unit.YEARS: ngettext("{count} year", "{count} years", count),
        Unit.MONTHS: ngettext("{count} month", "{count} months", count),
        Unit.DAYS: ngettext("{count} day", "{count} days", count),
    }[parameter.unit]
    return text.format(count=number_text(count))


def confidence_text(parameter: LegalParameter) -> str:
    """Return how sure a figure is, in plain words."""
    if parameter.is_own:
        return _("Corrected by you")
    return _(LEGAL_LABELS[parameter.confidence])


def to_verify_text(parameter: LegalParameter) -> str:
    """Return « à vérifier » and why, empty where somebody read a text."""
    if not parameter.is_to_verify:
        return ""
    return _(LEGAL_LABELS[parameter.confidence]).lower()


def correction_warning() -> str:
    """Return what whoever corrects a figure should know."""
    return _(
        "This figure decides which gifts give a receipt, or what donors are told. Correct it "
        "only with an official text before you. Receipts already issued do not change."
    )
