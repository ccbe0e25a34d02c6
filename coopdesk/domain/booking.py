"""What becomes an entry by itself: money that moved, gifts without money, their accounts."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.journals import JournalKind
from coopdesk.domain.money import ZERO, Money

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from coopdesk.domain.contact_details import OrganisationKind
    from coopdesk.domain.donations import DonationNature, Ineligibility, ReturnReason
    from coopdesk.domain.entries import EntryKind, EntryState, NewEntry
    from coopdesk.domain.expenses import ExpenseKind
    from coopdesk.domain.payments import Direction, LineKind, PaymentMode, PaymentSource


class BookingKey(enum.Enum):
    """What an account is wanted for; ``db/seed/booking_rules.toml`` names the usual ones."""

    CASH = "mode.cash"
    CHEQUE = "mode.cheque"
    CHEQUE_OUT = "mode.cheque_out"
    TRANSFER = "mode.transfer"
    CARD = "mode.card"
    DIRECT_DEBIT = "mode.direct_debit"
    MODE_OTHER = "mode.other"
    HELLOASSO = "source.helloasso"
    OPEN_COLLECTIVE = "source.open_collective"
    GIFT_PERSON = "gift.person"
    GIFT_COMPANY = "gift.company"
    GIFT_NON_PROFIT = "gift.non_profit"
    GIFT_PUBLIC_BODY = "gift.public_body"
    GIFT_SPONSORING = "gift.sponsoring"
    GIFT_WAIVED_EXPENSES = "gift.waived_expenses"
    GIFT_WAIVED_INCOME = "gift.waived_income"
    FEE = "fee"
    FEE_COUNTERPART = "fee.counterpart"
    REGISTRATION = "registration"
    SALE = "sale"
    SALE_OF_GIFTS = "sale.second_hand"
    GRANT = "grant"
    GRANT_DUE = "grant.due"
    GRANT_DUE_PRIVATE = "grant.due_private"
    GRANT_PAID = "grant.paid"
    OTHER_IN = "other.in"
    OTHER_OUT = "other.out"
    NETWORK_FEE = "network_fee"
    EXPENSE = "expense"
    EXPENSE_MILEAGE = "expense.mileage"
    EXPENSE_TRANSPORT = "expense.transport"
    EXPENSE_TOLL = "expense.toll"
    EXPENSE_LODGING = "expense.lodging"
    EXPENSE_MEAL = "expense.meal"
    EXPENSE_SUPPLIES = "expense.supplies"
    EXPENSE_POST = "expense.post"
    EXPENSE_OTHER = "expense.other"
    VOLUNTEERS = "volunteers"
    PLATFORM_FEE = "platform_fee"
    SHARES = "shares"
    WAIVED_INCOME_COST = "waived_income.cost"
    WAIVED_INCOME_DUE = "waived_income.due"
    GOODS_USED = "goods.used"
    GOODS_GIVEN = "goods.given"
    SKILLS_USED = "skills.used"
    SKILLS_GIVEN = "skills.given"
    ASSET_NET_VALUE = "asset.net_value"
    ASSET_SALE = "asset.sale"
    SUSPENSE = "suspense"


@dataclass(frozen=True, slots=True)
class BookingRule:
    """The account wanted for a key.

    ``own_label`` names a sub-account that the program opens at its first use, where the
    regulation leaves to the association how an account is parted. ``is_own`` tells an account
    that a person chose.
    """

    key: BookingKey
    account: str
    account_label: str = ""
    own_label: str = ""
    is_own: bool = False
    is_usable: bool = True


@dataclass(frozen=True, slots=True)
class Booking:
    """The accounts and the journals that entries are made with.

    ``journals`` leads from an account of money, or the beginning of its number, to the code of
    the journal that keeps it; ``kinds`` from a kind to a code; ``activities`` from a campaign
    to the activity that it is.
    """

    accounts: Mapping[BookingKey, str]
    journals: Mapping[str, str]
    kinds: Mapping[JournalKind, str]
    activities: Mapping[int, int]

    def account(self, key: BookingKey) -> str:
        """Return the number of the account for a key."""
        return self.accounts[key]

    def journal(self, account: str, otherwise: JournalKind) -> str:
        """Return the journal of an account of money, else that of a kind of operations.

        Raises:
            RuleError: ``journal.none_open``; that of other operations is closed as well.
        """
        kept = [number for number in self.journals if account.startswith(number)]
        if kept:
            return self.journals[max(kept, key=len)]
        found = self.kinds.get(otherwise) or self.kinds.get(JournalKind.MISC)
        if found is None:
            raise RuleError("journal.none_open")
        return found


@dataclass(frozen=True, slots=True)
class Giver:
    """Who gave or paid; ``organisation`` is None for a person and for nobody known."""

    contact_id: int | None = None
    organisation: OrganisationKind | None = None


@dataclass(frozen=True, slots=True)
class BookedPart:
    """A line of a payment with what decides its account.

    ``has_counterpart`` is of the kind of membership that a fee pays, ``account`` the number
    that this kind names; ``grant_account`` is the claim that a grant settles. ``activity_id``
    is what the line itself says it is part of, before the campaign of its payment.
    """

    kind: LineKind
    amount: Money
    label: str = ""
    giver: Giver = Giver()
    ineligibility: Ineligibility | None = None
    is_bought: bool = False
    has_counterpart: bool = False
    account: str = ""
    grant_account: str = ""
    activity_id: int | None = None


@dataclass(frozen=True, slots=True)
class BookedExpense:
    """What the lines of a sheet of expenses come to, by what the money was spent on."""

    kind: ExpenseKind
    amount: Money


@dataclass(frozen=True, slots=True)
class PaymentToBook:
    """A payment that counts, whole, as read for its entry; ``expenses`` of the sheet it pays.

    ``activity_id`` is what that sheet is part of. ``return_reason`` tells money by which gifts
    went back. ``treasury`` is the account of the bank that showed it, empty where no line of a
    statement is matched with it.
    """

    id: int
    paid_on: dt.date
    direction: Direction
    mode: PaymentMode
    source: PaymentSource
    amount: Money
    parts: tuple[BookedPart, ...]
    fee: Money = ZERO
    label: str = ""
    reference: str = ""
    payer: Giver = Giver()
    campaign_id: int | None = None
    expenses: tuple[BookedExpense, ...] = ()
    return_reason: ReturnReason | None = None
    treasury: str = ""
    digest: str = ""
    activity_id: int | None = None


@dataclass(frozen=True, slots=True)
class GiftToBook:
    """A gift of which no money moved; ``expenses`` and ``activity_id`` of a waived sheet."""

    id: int
    given_on: dt.date
    nature: DonationNature
    amount: Money
    label: str = ""
    giver: Giver = Giver()
    campaign_id: int | None = None
    expenses: tuple[BookedExpense, ...] = ()
    digest: str = ""
    activity_id: int | None = None


@dataclass(frozen=True, slots=True)
class SourceRef:
    """Names a payment, or a gift without money, that an entry is made of."""

    payment_id: int | None = None
    donation_id: int | None = None


class BookingStep(enum.Enum):
    """What preparing entries would do about one payment or gift.

    ADD and RENEW make a draft. REVERSE answers a change of what was validated: a reversal, and
    a new draft if the source still counts. DROP takes a draft away whose source is gone.
    """

    ADD = "add"
    RENEW = "renew"
    REVERSE = "reverse"
    DROP = "drop"


class LeftOutReason(enum.Enum):
    """Why a payment or gift gets no entry for now, or an entry is left without one."""

    BEFORE_BOOKS = "before_books"
    YEAR_NOT_OPEN = "year_not_open"
    ALL_CLOSED = "all_closed"
    REVERSED = "reversed"  # by hand, and their source says the same since
    SOURCE_GONE = (
        "source_gone"  # a person rewrote the entry, so it is for a person to take back
    )


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many payments and gifts get no entry, why, and between which days."""

    reason: LeftOutReason
    count: int
    first_on: dt.date
    last_on: dt.date


@dataclass(frozen=True, slots=True)
class BookingProposal:
    """One step as it would be taken; ``entry`` is None where one only goes or is reversed.

    ``late_on`` is the real day of an operation of a closed year (PCG art. 1031-4).
    """

    step: BookingStep
    source: SourceRef
    entry: NewEntry | None
    late_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class BookingReview:
    """What preparing the entries would do, before anything is done.

    ``amount`` adds up the entries that would be made; ``late`` counts those of closed years;
    ``own_accounts`` are (number, label) of sub-accounts that would be opened. ``proposals``
    holds the first of them.
    """

    steps: Mapping[BookingStep, int]
    amount: Money = ZERO
    late: int = 0
    left_out: tuple[LeftOut, ...] = ()
    own_accounts: tuple[tuple[str, str], ...] = ()
    proposals: tuple[BookingProposal, ...] = ()

    @property
    def count(self) -> int:
        """How many payments and gifts wait for a step."""
        return sum(self.steps.values())


@dataclass(frozen=True, slots=True)
class BookingDone:
    """What was done: drafts made anew and renewed, drafts taken away, reversals made."""

    added: int = 0
    renewed: int = 0
    dropped: int = 0
    reversed: int = 0
    amount: Money = ZERO

    @property
    def count(self) -> int:
        """How many payments and gifts were dealt with."""
        return self.added + self.renewed + self.dropped + self.reversed


@dataclass(frozen=True, slots=True)
class EntryLink:
    """An entry as records name it: enough to say which and to go there."""

    id: int
    number: int | None
    state: EntryState
    kind: EntryKind
    entry_on: dt.date
    label: str
    amount: Money
    fiscal_year: str = ""


class SourceKind(enum.Enum):
    """What an entry leads back to."""

    PAYMENT = "payment"
    GIFT = "gift"
    RECEIPT = "receipt"
    EXPENSE_SHEET = "expense_sheet"
    MEMBERSHIP = "membership"
    FIXED_ASSET = "fixed_asset"
    GRANT_AWARD = "grant_award"
    DEDICATED_FUND = "dedicated_fund"


@dataclass(frozen=True, slots=True)
class SourceLink:
    """A record that an entry was made of; ``name`` is whose or which, ``number`` of a receipt.

    ``day`` and ``amount`` are None where the record has none, or is gone.
    """

    kind: SourceKind
    id: int
    name: str = ""
    number: str = ""
    day: dt.date | None = None
    amount: Money | None = None
    is_gone: bool = False
