"""How money that moved and gifts without money are written in the books (legal_fr §2.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.booking import BookingKey, Giver
from coopdesk.domain.booking_postings import lines_of, posting
from coopdesk.domain.contact_details import OrganisationKind
from coopdesk.domain.donations import DonationNature, Ineligibility
from coopdesk.domain.entries import (
    EntryForm,
    EntryKind,
    EntrySource,
    NewEntry,
)
from coopdesk.domain.entry_rules import LABEL_LIMIT
from coopdesk.domain.expenses import ExpenseKind
from coopdesk.domain.journals import JournalKind
from coopdesk.domain.money import total
from coopdesk.domain.payments import Direction, LineKind, PaymentMode, PaymentSource

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopdesk.domain.booking import (
        BookedExpense,
        BookedPart,
        Booking,
        GiftToBook,
        PaymentToBook,
    )
    from coopdesk.domain.booking_postings import Posting

_Key = BookingKey

_MODES = {
    PaymentMode.CASH: _Key.CASH,
    PaymentMode.CHEQUE: _Key.CHEQUE,
    PaymentMode.TRANSFER: _Key.TRANSFER,
    PaymentMode.CARD: _Key.CARD,
    PaymentMode.DIRECT_DEBIT: _Key.DIRECT_DEBIT,
    PaymentMode.OTHER: _Key.MODE_OTHER,
}
_PLATFORMS = {
    PaymentSource.HELLOASSO: _Key.HELLOASSO,
    PaymentSource.OPEN_COLLECTIVE: _Key.OPEN_COLLECTIVE,
}
# Its files tell payments that were noted there and made elsewhere (« Hors Ligne ») as well.
_OUTSIDE_HELLOASSO = frozenset({PaymentMode.CASH, PaymentMode.CHEQUE, PaymentMode.TRANSFER})
GIVERS = {
    OrganisationKind.ASSOCIATION: _Key.GIFT_NON_PROFIT,
    OrganisationKind.FOUNDATION: _Key.GIFT_NON_PROFIT,
    OrganisationKind.FEDERATION: _Key.GIFT_NON_PROFIT,
    OrganisationKind.PTCE: _Key.GIFT_NON_PROFIT,
    OrganisationKind.PUBLIC_BODY: _Key.GIFT_PUBLIC_BODY,
}
# Only authorities give subsidies; a grant of these is a contribution, or patronage.
_PRIVATE_AID: dict[OrganisationKind | None, BookingKey] = {
    **{kind: key for kind, key in GIVERS.items() if key is _Key.GIFT_NON_PROFIT},
    OrganisationKind.COMPANY: _Key.GIFT_COMPANY,
    OrganisationKind.COOPERATIVE: _Key.GIFT_COMPANY,
}
# Paid as a gift, but none in the books: the donor bought something, or it is not ours.
NO_GIFTS = {
    Ineligibility.SPONSORING: _Key.GIFT_SPONSORING,
    Ineligibility.TICKET: _Key.REGISTRATION,
    Ineligibility.MEAL: _Key.REGISTRATION,
    Ineligibility.RAFFLE: _Key.SALE,
    Ineligibility.AUCTION: _Key.SALE,
    Ineligibility.SERVICE: _Key.SALE,
    Ineligibility.SECOND_HAND_SALE: _Key.SALE_OF_GIFTS,
    Ineligibility.PUBLIC_SUBSIDY: _Key.GRANT,
    Ineligibility.SHARE_SUBSCRIPTION: _Key.SUSPENSE,
    Ineligibility.ON_BEHALF_OF_OTHERS: _Key.SUSPENSE,
}
_KINDS_IN = {
    LineKind.REGISTRATION: _Key.REGISTRATION,
    LineKind.SALE: _Key.SALE,
    LineKind.EXPENSE: _Key.EXPENSE,
    LineKind.NETWORK_FEE: _Key.NETWORK_FEE,
    LineKind.OTHER: _Key.OTHER_IN,
}
# What may be tied to a grant: files often know no more of it than that money came.
_OF_GRANTS = frozenset({LineKind.GRANT, LineKind.OTHER})
_KINDS_OUT = {LineKind.GRANT: _Key.GRANT_PAID, LineKind.OTHER: _Key.OTHER_OUT}
_EXPENSES = {
    ExpenseKind.MILEAGE: _Key.EXPENSE_MILEAGE,
    ExpenseKind.TRANSPORT: _Key.EXPENSE_TRANSPORT,
    ExpenseKind.TOLL: _Key.EXPENSE_TOLL,
    ExpenseKind.LODGING: _Key.EXPENSE_LODGING,
    ExpenseKind.MEAL: _Key.EXPENSE_MEAL,
    ExpenseKind.SUPPLIES: _Key.EXPENSE_SUPPLIES,
    ExpenseKind.POST: _Key.EXPENSE_POST,
    ExpenseKind.OTHER: _Key.EXPENSE_OTHER,
}
_JOURNALS = {
    LineKind.GIFT: JournalKind.GIFTS,
    LineKind.FEE: JournalKind.GIFTS,
    LineKind.REGISTRATION: JournalKind.SALES,
    LineKind.SALE: JournalKind.SALES,
    LineKind.EXPENSE: JournalKind.PURCHASES,
    LineKind.NETWORK_FEE: JournalKind.PURCHASES,
}
# What a gift without money adds to, and the income that it is.
IN_KIND = {
    DonationNature.IN_KIND: (_Key.GOODS_USED, _Key.GOODS_GIVEN),
    DonationNature.OTHER: (_Key.GOODS_USED, _Key.GOODS_GIVEN),
    DonationNature.SKILLS: (_Key.SKILLS_USED, _Key.SKILLS_GIVEN),
}
# « Don », « règlement », « note de frais »: marks of vouchers, the same in every language.
_PAYMENT_MARK, _GIFT_MARK = "R", "D"


def entry_of_payment(paid: PaymentToBook, booking: Booking) -> NewEntry:
    """Return the entry of a payment: what it is for against the account of its money.

    A platform's fee stands beside the gross amount, never taken off it, for the activities that
    the parts are for. What the parts leave of the amount goes to the suspense account. The
    labels name no person, for they stay for ever; who paid stands as the third party of the
    lines.
    """
    money = paid.treasury or booking.account(
        account_of_money(paid.source, paid.mode, paid.direction)
    )
    sign = 1 if paid.direction is Direction.IN else -1
    postings = [posting(money, sign * paid.amount.cents, reference=paid.reference)]
    if paid.expenses:
        postings += _refunded(paid, booking)
    else:
        postings += [
            posting(
                account_of_part(part, paid.direction, booking),
                -sign * part.amount.cents,
                label=part.label,
                contact_id=part.giver.contact_id,
                activity_id=_activity_of_part(part, paid, booking),
            )
            for part in paid.parts
        ]
    postings += _rest(postings, booking)
    if paid.fee:
        postings += _kept(paid, booking)
        postings.append(posting(money, -paid.fee.cents, reference=paid.reference))
    kind = paid.parts[0].kind if paid.parts else LineKind.OTHER
    return NewEntry(
        journal=booking.journal(money, _JOURNALS.get(kind, JournalKind.MISC)),
        entry_on=paid.paid_on,
        label=_label(paid),
        lines=lines_of(postings),
        voucher_ref=voucher_of_payment(paid.id),
        form=EntryForm.AUTOMATIC,
        source=EntrySource(payment_id=paid.id, digest=paid.digest),
    )


def entry_of_gift(gift: GiftToBook, booking: Booking) -> NewEntry:
    """Return the entry of a gift without money.

    Waived expenses and income pass through the debt that the giver lets go; listed shares are
    money of ours; goods and skills stand in classes 86 and 87, outside the result.
    """
    postings = _without_money(gift, booking)
    is_volunteering = gift.nature in IN_KIND
    kind = JournalKind.VOLUNTEERING if is_volunteering else JournalKind.GIFTS
    return NewEntry(
        journal=booking.journal("", kind),
        entry_on=gift.given_on,
        label=gift.label[:LABEL_LIMIT],
        lines=lines_of(postings),
        voucher_ref=f"{_GIFT_MARK}{gift.id}",
        kind=EntryKind.VOLUNTEERING if is_volunteering else EntryKind.STANDARD,
        form=EntryForm.AUTOMATIC,
        source=EntrySource(donation_id=gift.id, digest=gift.digest),
    )


def voucher_of_payment(payment_id: int) -> str:
    """Return the reference under which a payment stands as voucher of its entry."""
    return f"{_PAYMENT_MARK}{payment_id}"


def account_of_money(
    source: PaymentSource, mode: PaymentMode | None, direction: Direction
) -> BookingKey:
    """Return the key of the account that money comes to or leaves."""
    if passes_platform(source, mode):
        return _PLATFORMS[source]
    if mode is PaymentMode.CHEQUE and direction is Direction.OUT:
        return _Key.CHEQUE_OUT
    return _MODES[mode or PaymentMode.OTHER]


def passes_platform(source: PaymentSource, mode: PaymentMode | None) -> bool:
    """Tell whether a platform holds money before a bank has it."""
    is_outside = source is PaymentSource.HELLOASSO and mode in _OUTSIDE_HELLOASSO
    return source in _PLATFORMS and not is_outside


def account_of_part(part: BookedPart, direction: Direction, booking: Booking) -> str:
    """Return the account that a line of a payment is booked on, against its money."""
    if part.kind is LineKind.FEE and part.account:
        return part.account
    if part.kind in _OF_GRANTS and part.grant_account:
        return part.grant_account
    return booking.account(_key_of_part(part, direction))


def _key_of_part(part: BookedPart, direction: Direction) -> BookingKey:
    if part.kind is LineKind.GIFT:
        return _key_of_gift(part)
    if part.kind is LineKind.FEE:
        return _Key.FEE_COUNTERPART if part.has_counterpart else _Key.FEE
    if direction is Direction.OUT and part.kind in _KINDS_OUT:
        return _KINDS_OUT[part.kind]
    if part.kind is LineKind.GRANT:
        return _PRIVATE_AID.get(part.giver.organisation, _Key.GRANT)
    return _KINDS_IN[part.kind]


def _key_of_gift(part: BookedPart) -> BookingKey:
    if part.ineligibility in NO_GIFTS:
        return NO_GIFTS[part.ineligibility]
    return _Key.SALE if part.is_bought else _key_of_giver(part.giver)


def _key_of_giver(giver: Giver) -> BookingKey:
    if giver.organisation is None:
        return _Key.GIFT_PERSON
    return GIVERS.get(giver.organisation, _Key.GIFT_COMPANY)


def _refunded(paid: PaymentToBook, booking: Booking) -> list[Posting]:
    """A sheet that is paid: what was spent, the debt to the volunteer, and its end."""
    debt = booking.account(_Key.VOLUNTEERS)
    spent = total(each.amount for each in paid.expenses)
    activity = paid.activity_id or _activity(booking, paid.campaign_id)
    return [
        *_spent(paid.expenses, booking, activity),
        posting(debt, -spent.cents, contact_id=paid.payer.contact_id),
        posting(debt, paid.amount.cents, contact_id=paid.payer.contact_id),
    ]


def _kept(paid: PaymentToBook, booking: Booking) -> list[Posting]:
    """What a platform kept, for each activity its share by what the parts are worth."""
    worth: dict[int | None, int] = {}
    for part in paid.parts:
        activity = _activity_of_part(part, paid, booking)
        worth[activity] = worth.get(activity, 0) + part.amount.cents
    whole = sum(worth.values())
    if not whole:
        worth, whole = {_activity(booking, paid.campaign_id): 1}, 1
    costs, reached, postings = booking.account(_Key.PLATFORM_FEE), 0, []
    for activity, cents in worth.items():
        before = paid.fee.cents * reached // whole
        reached += cents
        share = paid.fee.cents * reached // whole - before  # the shares add up to the fee
        postings.append(posting(costs, share, activity_id=activity))
    return postings


def _without_money(gift: GiftToBook, booking: Booking) -> list[Posting]:
    who, activity = gift.giver.contact_id, _activity_of_gift(gift, booking)
    cents = gift.amount.cents
    if gift.nature in IN_KIND:
        used, given = map(booking.account, IN_KIND[gift.nature])
        return [
            posting(used, cents, activity_id=activity),
            posting(given, -cents, contact_id=who, activity_id=activity),
        ]
    if gift.nature is DonationNature.LISTED_SHARES:
        income = booking.account(_key_of_giver(gift.giver))
        return [
            posting(booking.account(_Key.SHARES), cents),
            posting(income, -cents, contact_id=who, activity_id=activity),
        ]
    return _waived(gift, booking)


def _waived(gift: GiftToBook, booking: Booking) -> list[Posting]:
    """What the giver was owed, and then the gift of it (legal_fr RF-54)."""
    who, activity = gift.giver.contact_id, _activity_of_gift(gift, booking)
    cents = gift.amount.cents
    if gift.nature is DonationNature.WAIVED_INCOME:
        cost = booking.account(_Key.WAIVED_INCOME_COST)
        debt, income = _Key.WAIVED_INCOME_DUE, _Key.GIFT_WAIVED_INCOME
        spent = [posting(cost, cents, activity_id=activity)]
    else:
        debt, income = _Key.VOLUNTEERS, _Key.GIFT_WAIVED_EXPENSES
        spent = _spent(gift.expenses, booking, activity)
    rest = cents - sum(amount for _, amount in spent)
    if rest:
        usual = booking.account(_Key.EXPENSE_MILEAGE)
        spent.append(posting(usual, rest, activity_id=activity))
    owed = booking.account(debt)
    return [
        *spent,
        posting(owed, -cents, contact_id=who),
        posting(owed, cents, contact_id=who),
        posting(booking.account(income), -cents, contact_id=who, activity_id=activity),
    ]


def _spent(
    expenses: Iterable[BookedExpense], booking: Booking, activity: int | None
) -> list[Posting]:
    """Return what was spent, one line for each account."""
    found: dict[str, int] = {}
    for each in expenses:
        account = booking.account(_EXPENSES[each.kind])
        found[account] = found.get(account, 0) + each.amount.cents
    return [posting(key, cents, activity_id=activity) for key, cents in found.items()]


def _rest(postings: list[Posting], booking: Booking) -> list[Posting]:
    rest = sum(cents for _, cents in postings)
    return [posting(booking.account(_Key.SUSPENSE), -rest)] if rest else []


def _activity_of_part(part: BookedPart, paid: PaymentToBook, booking: Booking) -> int | None:
    return part.activity_id or paid.activity_id or _activity(booking, paid.campaign_id)


def _activity_of_gift(gift: GiftToBook, booking: Booking) -> int | None:
    return gift.activity_id or _activity(booking, gift.campaign_id)


def _activity(booking: Booking, campaign_id: int | None) -> int | None:
    return None if campaign_id is None else booking.activities.get(campaign_id)


def _label(paid: PaymentToBook) -> str:
    """Return what the payment says of itself, else what its first part does."""
    named = (part.label for part in paid.parts if part.label)
    return (paid.label or next(named, ""))[:LABEL_LIMIT]
