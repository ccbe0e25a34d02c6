"""What can be made in place from a line of a bank statement, to be matched with it at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from coopdesk.domain.attachments import NewAttachment
    from coopdesk.domain.bank_matching import TargetRef
    from coopdesk.domain.donations import NewDonation, ReturnReason
    from coopdesk.domain.entries import NewEntry
    from coopdesk.domain.payments import NewPayment
    from coopdesk.domain.shared_payments import NewSharedPayment


@dataclass(frozen=True, slots=True)
class AccountCreation:
    """An entry of the whole line against one account: money in or out, as its sign says.

    ``label`` is that of the line when empty.
    """

    account: str
    label: str = ""
    contact_id: int | None = None
    activity_id: int | None = None
    voucher_ref: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class EntryCreation:
    """An entry as a form typed it; it must move what the line says on the bank's account.

    ``files`` are vouchers to keep with it, ``model`` the name of a model to keep it as.
    """

    entry: NewEntry
    files: tuple[NewAttachment, ...] = ()
    model: str = ""


@dataclass(frozen=True, slots=True)
class TransferCreation:
    """A transfer between accounts of ours: ``account`` is the other one (512, 517, 53).

    ``other_line_id`` is the line by which the other bank shows it: it is matched as well.
    """

    account: str
    label: str = ""
    other_line_id: int | None = None


@dataclass(frozen=True, slots=True)
class DepositCreation:
    """Money that waited elsewhere comes to the bank: cheques paid in, a platform's payout.

    ``targets`` all wait on one account (``Target.through``) and add up to the line.
    """

    targets: tuple[TargetRef, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class PaymentCreation:
    """A payment that is no gift and no fee: sale, grant, expense; with the entry it makes."""

    payment: NewPayment


@dataclass(frozen=True, slots=True)
class GiftCreation:
    """A gift, with its payment and the entry it makes."""

    gift: NewDonation


@dataclass(frozen=True, slots=True)
class FeesCreation:
    """One payment of fees, gifts and other things, with the entry it makes."""

    payment: NewSharedPayment


@dataclass(frozen=True, slots=True)
class ReturnCreation:
    """A gift that the line gives back, whole."""

    donation_id: int
    reason: ReturnReason
    note: str = ""


Creation: TypeAlias = (
    AccountCreation
    | EntryCreation
    | TransferCreation
    | DepositCreation
    | PaymentCreation
    | GiftCreation
    | FeesCreation
    | ReturnCreation
)
