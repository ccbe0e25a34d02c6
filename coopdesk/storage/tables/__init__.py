"""SQLModel tables. Nothing outside coopdesk.storage may import them."""

from coopdesk.storage.tables.association import AssociationRow, FileInfoRow, StoredFileRow
from coopdesk.storage.tables.contacts import ContactRow
from coopdesk.storage.tables.imports import ImportedRowRow, ImportRunRow
from coopdesk.storage.tables.operations import OperationChangeRow, OperationRow
from coopdesk.storage.tables.payments import (
    CampaignRow,
    DonationRow,
    PaymentLineRow,
    PaymentRow,
    RegistrationRow,
)
from coopdesk.storage.tables.receipts import TaxReceiptGiftRow, TaxReceiptRow

__all__ = [
    "AssociationRow",
    "CampaignRow",
    "ContactRow",
    "DonationRow",
    "FileInfoRow",
    "ImportRunRow",
    "ImportedRowRow",
    "OperationChangeRow",
    "OperationRow",
    "PaymentLineRow",
    "PaymentRow",
    "RegistrationRow",
    "StoredFileRow",
    "TaxReceiptGiftRow",
    "TaxReceiptRow",
]
