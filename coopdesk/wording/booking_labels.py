"""What codes about automatic entries are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.booking import BookingKey, BookingStep, LeftOutReason, SourceKind
from coopdesk.wording.language import N_

if TYPE_CHECKING:
    import enum

BOOKING_LABELS: dict[enum.Enum, str] = {
    BookingKey.CASH: N_("Cash received or paid"),
    BookingKey.CHEQUE: N_("Cheques received, until they are banked"),
    BookingKey.CHEQUE_OUT: N_("Cheques written, or unpaid"),
    BookingKey.TRANSFER: N_("Bank transfers"),
    BookingKey.CARD: N_("Bank cards"),
    BookingKey.DIRECT_DEBIT: N_("Direct debits"),
    BookingKey.MODE_OTHER: N_("Payments whose mode nobody said"),
    BookingKey.HELLOASSO: N_("Money that HelloAsso collects"),
    BookingKey.GIFT_PERSON: N_("Gifts of persons"),
    BookingKey.GIFT_COMPANY: N_("Gifts of companies (patronage)"),
    BookingKey.GIFT_NON_PROFIT: N_("Gifts of associations and foundations"),
    BookingKey.GIFT_PUBLIC_BODY: N_("Gifts of public bodies"),
    BookingKey.GIFT_SPONSORING: N_("Sponsoring"),
    BookingKey.GIFT_WAIVED_EXPENSES: N_("Expenses waived by volunteers"),
    BookingKey.GIFT_WAIVED_INCOME: N_("Income waived"),
    BookingKey.FEE: N_("Membership fees"),
    BookingKey.FEE_COUNTERPART: N_("Membership fees that buy something"),
    BookingKey.REGISTRATION: N_("Registrations, tickets and meals"),
    BookingKey.SALE: N_("Sales"),
    BookingKey.SALE_OF_GIFTS: N_("Sales of goods that were given"),
    BookingKey.GRANT: N_("Grants received"),
    BookingKey.GRANT_PAID: N_("Grants and help given"),
    BookingKey.OTHER_IN: N_("Other income"),
    BookingKey.OTHER_OUT: N_("Other expenses"),
    BookingKey.EXPENSE: N_("Expenses whose nature nobody said"),
    BookingKey.EXPENSE_MILEAGE: N_("Expense sheets: own vehicle"),
    BookingKey.EXPENSE_TRANSPORT: N_("Expense sheets: transport"),
    BookingKey.EXPENSE_TOLL: N_("Expense sheets: toll, parking"),
    BookingKey.EXPENSE_LODGING: N_("Expense sheets: lodging"),
    BookingKey.EXPENSE_MEAL: N_("Expense sheets: meals"),
    BookingKey.EXPENSE_SUPPLIES: N_("Expense sheets: supplies"),
    BookingKey.EXPENSE_POST: N_("Expense sheets: post and telephone"),
    BookingKey.EXPENSE_OTHER: N_("Expense sheets: other"),
    BookingKey.VOLUNTEERS: N_("What volunteers are owed"),
    BookingKey.PLATFORM_FEE: N_("Fees kept by platforms"),
    BookingKey.SHARES: N_("Listed shares received"),
    BookingKey.WAIVED_INCOME_COST: N_("Waived income: what it would have cost"),
    BookingKey.WAIVED_INCOME_DUE: N_("Waived income: the debt let go"),
    BookingKey.GOODS_USED: N_("Goods given: their use"),
    BookingKey.GOODS_GIVEN: N_("Goods given"),
    BookingKey.SKILLS_USED: N_("Skills given: their use"),
    BookingKey.SKILLS_GIVEN: N_("Skills given"),
    BookingKey.SUSPENSE: N_("What a payment does not say, to be sorted out"),
    BookingStep.ADD: N_("New entry"),
    BookingStep.RENEW: N_("Draft to renew"),
    BookingStep.REVERSE: N_("To be reversed"),
    BookingStep.DROP: N_("Draft to remove"),
    LeftOutReason.BEFORE_BOOKS: N_("Before the books"),
    LeftOutReason.YEAR_NOT_OPEN: N_("After the last fiscal year"),
    LeftOutReason.ALL_CLOSED: N_("In closed fiscal years"),
    LeftOutReason.REVERSED: N_("Reversed by hand"),
    SourceKind.PAYMENT: N_("Payment"),
    SourceKind.GIFT: N_("Gift"),
    SourceKind.RECEIPT: N_("Receipt"),
    SourceKind.EXPENSE_SHEET: N_("Expense sheet"),
    SourceKind.MEMBERSHIP: N_("Membership"),
    SourceKind.FIXED_ASSET: N_("Fixed asset"),
    SourceKind.GRANT_AWARD: N_("Grant"),
    SourceKind.DEDICATED_FUND: N_("Dedicated fund"),
}
