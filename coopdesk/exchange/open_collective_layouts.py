"""The columns of Open Collective's transactions: labels of the dashboard, names of the API."""

from __future__ import annotations

from coopdesk.domain.import_formats import FileFormat
from coopdesk.exchange.headers import Layout

# Field, label in an export of the dashboard, name of the field in one of the API. Whoever
# exports chooses the columns, so that few can be counted on.
_COLUMNS = (
    ("effective_at", "Effective Date & Time", "effectiveDate"),
    ("created_at", "Date & Time", "datetime"),
    ("created_on", "Date", "date"),
    ("description", "Description", "description"),
    ("kind", "Kind", "kind"),
    ("currency", "Currency", "currency"),
    ("net", "Amount Single Column", "netAmount"),
    ("gross", "Gross Amount", "amount"),
    ("credit", "Credit Amount", "creditAmount"),
    ("debit", "Debit Amount", "debitAmount"),
    ("processor_fee", "Payment Processor Fee", "paymentProcessorFee"),
    ("platform_fee", "Platform Fee", "platformFee"),
    ("host_fee", "Host Fee", "hostFee"),
    ("tax", "Tax Amount", "taxAmount"),
    ("group", "Group ID", "group"),
    ("short_group", "Short Group ID", "shortGroup"),
    ("number", "Transaction ID", "legacyId"),
    ("short_id", "Short Transaction ID", "shortId"),
    ("long_id", "Transaction GraphQL ID", "id"),
    ("public_id", "Transaction Public ID", "publicId"),
    ("reverse_number", "Reverse Transaction ID", "reverseLegacyId"),
    ("refund_number", "Refund Transaction ID", "refundLegacyId"),
    ("refund_short_id", "Short Refund Transaction ID", "shortRefundId"),
    ("refund_long_id", "Refund ID", "refundId"),
    ("refund_public_id", "Refund Transaction Public ID", "refundPublicId"),
    ("is_reverse", "Is Reverse", "isReverse"),
    ("is_reversed", "Is Reversed", "isReversed"),
    ("is_refund", "Is Refund", "isRefund"),
    ("is_refunded", "Is Refunded", "isRefunded"),
    ("account", "Account Handle", "accountSlug"),
    ("account_name", "Account Name", "accountName"),
    ("opposite", "Opposite Account Handle", "oppositeAccountSlug"),
    ("opposite_name", "Opposite Account Name", "oppositeAccountName"),
    ("opposite_type", "Opposite Account Type", "oppositeAccountType"),
    ("payer_email", "Opposite Account Email", "oppositeAccountEmail"),
    ("processor", "Payment Processor", "paymentMethodService"),
    ("method", "Payment Method", "paymentMethodType"),
    ("payout_method", "Expense Payout Method Type", "payoutMethodType"),
    ("memo", "Contribution Memo", "orderMemo"),
    ("contribution", "Contribution ID", "orderLegacyId"),
    ("expense", "Expense ID", "expenseLegacyId"),
    ("address", "Contributor Address", "orderContributorAddress"),
    ("country", "Contributor Country", "orderContributorCountry"),
)
# How a row is named and how it names the one that takes it back: both in the same way.
REFERENCES = (
    ("number", "reverse_number"),
    ("number", "refund_number"),
    ("short_id", "refund_short_id"),
    ("long_id", "refund_long_id"),
    ("public_id", "refund_public_id"),
)
AMOUNTS = ("net", "gross", "credit", "debit")
DAYS = ("effective_at", "created_at", "created_on")
_NEEDED = (
    DAYS,
    AMOUNTS,
    # Without these the gross amount of what is told net cannot be known.
    ("processor_fee", "gross", "credit", "debit"),
    # Nor a refund be told from money that was spent.
    ("is_reverse", "is_refund"),
    ("group", "short_group"),
    tuple(dict.fromkeys(own for own, _other in REFERENCES)),
)
# Nobody else has columns of these names.
_TELLING = ("group", "short_group", "opposite", "opposite_name", "account", "short_id")


def _layout(position: int) -> Layout:
    return Layout(
        FileFormat.OPEN_COLLECTIVE,
        {column[0]: column[position] for column in _COLUMNS},
        mandatory=("kind", "currency"),
        any_of=_TELLING,
        one_of_each=_NEEDED,
    )


TRANSACTION_LAYOUTS = (_layout(1), _layout(2))
