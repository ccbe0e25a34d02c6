"""What must be known of a gift before it is recorded, given back or called undone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.contacts import ContactKind
from coopdesk.domain.donations import (
    NOTE_LIMIT,
    DonationNature,
    NewDonation,
    NewReturn,
    ReturnReason,
    ValueBasis,
)
from coopdesk.domain.errors import RuleError
from coopdesk.domain.field_checks import FieldChecks
from coopdesk.domain.money import ZERO
from coopdesk.domain.payments import PaymentMode

if TYPE_CHECKING:
    import datetime as dt

    from coopdesk.domain.donations import Donation

DESCRIPTION_LIMIT = 500
_LINE_LIMIT = 120
_FIRST_YEAR = 1901
# Handed over by the donor: given that day, whenever the bank has it.
HANDED_OVER = frozenset({PaymentMode.CASH, PaymentMode.CHEQUE})
# Article 978 knows money and listed shares alone (form 11580*05, note 3).
_FOR_IFI = frozenset({DonationNature.MONEY, DonationNature.LISTED_SHARES})
# Everything else says on the receipt what was given; waived expenses have their sheet.
_SAID_ELSEWHERE = frozenset({DonationNature.MONEY, DonationNature.WAIVED_EXPENSES})

_NO_BASIS = (ValueBasis.NONE,)
_BY_PERSON = (ValueBasis.SALE_PRICE, ValueBasis.PURCHASE_PRICE, ValueBasis.APPRAISAL)
# Who may give what, and how its value may be found (legal_fr RF-54, RF-56 to RF-58).
_BASES: dict[DonationNature, dict[ContactKind, tuple[ValueBasis, ...]]] = {
    DonationNature.MONEY: dict.fromkeys(ContactKind, _NO_BASIS),
    DonationNature.LISTED_SHARES: {
        ContactKind.PERSON: (ValueBasis.STOCK_PRICE,),
        ContactKind.ORGANISATION: (ValueBasis.COMPANY_COST,),
    },
    DonationNature.WAIVED_INCOME: {ContactKind.PERSON: _NO_BASIS},
    DonationNature.WAIVED_EXPENSES: {ContactKind.PERSON: _NO_BASIS},
    DonationNature.IN_KIND: {
        ContactKind.PERSON: _BY_PERSON,
        ContactKind.ORGANISATION: (ValueBasis.COMPANY_COST,),
    },
    DonationNature.SKILLS: {ContactKind.ORGANISATION: (ValueBasis.COMPANY_PAYROLL,)},
    DonationNature.OTHER: {
        ContactKind.PERSON: (*_NO_BASIS, *_BY_PERSON, ValueBasis.STOCK_PRICE),
        ContactKind.ORGANISATION: (ValueBasis.COMPANY_COST,),
    },
}


def gift_day(
    mode: PaymentMode, handed_on: dt.date, credited_on: dt.date | None = None
) -> dt.date:
    """Return the day that a gift of money counts for tax (BOI-IR-RICI-250-20 §20-30).

    Cash and cheques count on the day they were handed over, even when banked in the next year;
    anything else on the day it was credited, not on the day it was ordered.
    """
    if mode in HANDED_OVER or credited_on is None:
        return handed_on
    return credited_on


def value_bases(nature: DonationNature, donor: ContactKind | None) -> tuple[ValueBasis, ...]:
    """Return how the value of a gift may be found; nothing when such a donor cannot give it.

    ``donor`` None is an anonymous one, of either kind.
    """
    kinds = _BASES[nature]
    if donor is not None:
        return kinds.get(donor, ())
    return tuple(dict.fromkeys(basis for bases in kinds.values() for basis in bases))


def may_be_anonymous(nature: DonationNature) -> bool:
    """Tell whether such a gift may lack a donor: only who has a name can waive anything."""
    return len(_BASES[nature]) == len(ContactKind)


def checked_donation(
    new: NewDonation,
    today: dt.date,
    donor: ContactKind | None = None,
    *,
    may_lack_mode: bool = False,
) -> NewDonation:
    """Return the gift cleaned, on the day that counts for tax; ``donor`` None is anonymous.

    ``may_lack_mode`` is for gifts whose platform names no mode and nobody else knows it.

    Raises:
        RuleError: one field is wrong. FieldErrors: several are.
    """
    checks = FieldChecks()
    if new.amount.cents <= 0:
        checks.refuse("donation.amount_not_positive", "amount")
    new = _checked_days(checks, new, today)
    _check_giver(checks, new, donor)
    new = replace(
        new,
        campaign=checks.line(new.campaign, "campaign", _LINE_LIMIT),
        note=checks.line(new.note, "note", NOTE_LIMIT),
        description=checks.line(new.description, "description", DESCRIPTION_LIMIT),
        counterpart_label=checks.line(new.counterpart_label, "counterpart_label", _LINE_LIMIT),
    )
    _check_counterpart(checks, new)
    if new.nature is DonationNature.MONEY:
        if new.mode is PaymentMode.OTHER and not may_lack_mode:
            checks.refuse("donation.mode_missing", "mode")
        new = replace(new, description="", value_basis=ValueBasis.NONE)
    else:
        new = _without_money(checks, new, donor)
    if new.is_for_ifi and new.nature not in _FOR_IFI:
        checks.refuse("donation.not_for_ifi", "is_for_ifi")
    checks.finish()
    return new


def return_reasons(*, is_money: bool) -> tuple[ReturnReason, ...]:
    """Return why a gift may go back: only money bounces and is refunded."""
    of_money = {ReturnReason.BOUNCED, ReturnReason.REFUNDED}
    return tuple(reason for reason in ReturnReason if is_money or reason not in of_money)


def checked_return(
    new: NewReturn, received_on: dt.date, today: dt.date, *, is_money: bool = True
) -> NewReturn:
    """Return a return cleaned; ``received_on`` is the day of the gift.

    Raises:
        RuleError: the day lies in the future or before the gift, no such gift goes back for
        this reason, or the note is too long.
    """
    checks = FieldChecks()
    if new.reason not in return_reasons(is_money=is_money):
        checks.refuse("donation.return_of_money", "reason")
    if new.returned_on > today:
        checks.refuse("donation.in_the_future", "returned_on")
    elif new.returned_on < received_on:
        checks.refuse("donation.returned_before", "returned_on", day=received_on)
    note = checks.line(new.note, "note", NOTE_LIMIT)
    checks.finish()
    return replace(new, note=note)


def refuse_frozen(donation: Donation) -> None:
    """Refuse to change a gift that a living receipt names, or that went back.

    Raises:
        RuleError: ``donation.on_receipt`` with the number, ``donation.returned``.
    """
    if donation.receipt_number:
        raise RuleError("donation.on_receipt", number=donation.receipt_number)
    if donation.returned is not None:
        raise RuleError("donation.returned", day=donation.returned.returned_on)


def refuse_removal(donation: Donation) -> None:
    """Refuse to delete a gift that any receipt names, that went back, or that is a sheet's.

    Raises:
        RuleError: as ``refuse_frozen``, ``donation.was_on_receipt`` with the number,
        ``donation.from_expense_sheet``.
    """
    refuse_frozen(donation)
    if donation.past_receipt:
        raise RuleError("donation.was_on_receipt", number=donation.past_receipt)
    if donation.content.expense_sheet_id is not None:
        raise RuleError("donation.from_expense_sheet")


def _checked_days(checks: FieldChecks, new: NewDonation, today: dt.date) -> NewDonation:
    if new.nature is not DonationNature.MONEY:
        new = replace(new, credited_on=None)
    credited_on = new.credited_on
    if credited_on is not None:
        if credited_on > today:
            checks.refuse("donation.in_the_future", "credited_on", day=credited_on)
        elif credited_on < new.received_on:
            checks.refuse("donation.credited_before", "credited_on", day=new.received_on)
    day = gift_day(new.mode, new.received_on, credited_on)
    if day > today and not checks.is_wrong("credited_on"):
        checks.refuse("donation.in_the_future", "received_on", day=day)
    if new.received_on.year < _FIRST_YEAR:
        checks.refuse("payment.date_too_old", "received_on", day=new.received_on)
    return replace(new, received_on=day)


def _check_giver(checks: FieldChecks, new: NewDonation, donor: ContactKind | None) -> None:
    """Refuse what such a donor cannot give; only who has a name can waive anything."""
    kinds = _BASES[new.nature]
    if donor is None:
        if not may_be_anonymous(new.nature):
            checks.refuse("donation.donor_needed", "donor")
    elif donor not in kinds:
        is_of_persons = ContactKind.PERSON in kinds
        code = "donation.only_persons" if is_of_persons else "donation.only_organisations"
        checks.refuse(code, "nature")
    if new.is_for_ifi and donor is ContactKind.ORGANISATION:
        checks.refuse("donation.not_for_ifi", "is_for_ifi")


def _check_counterpart(checks: FieldChecks, new: NewDonation) -> None:
    if new.counterpart < ZERO:
        checks.refuse("donation.counterpart_negative", "counterpart")
    elif new.counterpart > ZERO and not new.counterpart_label:
        checks.refuse("donation.counterpart_unnamed", "counterpart_label")


def _without_money(
    checks: FieldChecks, new: NewDonation, donor: ContactKind | None
) -> NewDonation:
    """Check what stands for money, and how its value was found."""
    if new.nature not in _SAID_ELSEWHERE and not new.description:
        checks.refuse("donation.description_missing", "description")
    bases = value_bases(new.nature, donor)
    basis = bases[0] if len(bases) == 1 and not new.value_basis.value else new.value_basis
    if bases and basis not in bases:
        is_missing = basis is ValueBasis.NONE
        missing, wrong = "donation.value_basis_missing", "donation.value_basis_of_others"
        checks.refuse(missing if is_missing else wrong, "value_basis")
    return replace(new, value_basis=basis, mode=PaymentMode.OTHER, activity_id=None)
