"""SQLModel tables. Nothing outside coopdesk.storage may import them."""

from coopdesk.storage.tables.association import (
    AssociationRow,
    FileInfoRow,
    StoredFileRow,
)
from coopdesk.storage.tables.contacts import (
    AffiliationRow,
    ColumnMappingRow,
    ConsentRow,
    ContactAddressRow,
    ContactNoteRow,
    ContactPointRow,
    ContactReferenceRow,
    ContactRow,
    ContactTagRow,
    CustomFieldRow,
    CustomValueRow,
    GroupMemberRow,
    HouseholdRow,
    LetterRow,
    LetterTemplateRow,
    NotDuplicateRow,
    SavedFilterRow,
    ShareMovementRow,
    TagRow,
    WorkingGroupRow,
)
from coopdesk.storage.tables.imports import (
    ImportedRowRow,
    ImportRunRow,
)
from coopdesk.storage.tables.members import (
    DepartureRow,
    InstalmentRow,
    MemberRulesRow,
    MembershipPersonRow,
    MembershipRow,
    MembershipTypeRow,
)
from coopdesk.storage.tables.operations import (
    OperationChangeRow,
    OperationRow,
)
from coopdesk.storage.tables.payments import (
    CampaignRow,
    DonationRow,
    PaymentLineRow,
    PaymentRow,
    RegistrationRow,
)
from coopdesk.storage.tables.receipts import (
    TaxReceiptGiftRow,
    TaxReceiptRow,
)

__all__ = [
    "AffiliationRow",
    "AssociationRow",
    "CampaignRow",
    "ColumnMappingRow",
    "ConsentRow",
    "ContactAddressRow",
    "ContactNoteRow",
    "ContactPointRow",
    "ContactReferenceRow",
    "ContactRow",
    "ContactTagRow",
    "CustomFieldRow",
    "CustomValueRow",
    "DepartureRow",
    "DonationRow",
    "FileInfoRow",
    "GroupMemberRow",
    "HouseholdRow",
    "ImportRunRow",
    "ImportedRowRow",
    "InstalmentRow",
    "LetterRow",
    "LetterTemplateRow",
    "MemberRulesRow",
    "MembershipPersonRow",
    "MembershipRow",
    "MembershipTypeRow",
    "NotDuplicateRow",
    "OperationChangeRow",
    "OperationRow",
    "PaymentLineRow",
    "PaymentRow",
    "RegistrationRow",
    "SavedFilterRow",
    "ShareMovementRow",
    "StoredFileRow",
    "TagRow",
    "TaxReceiptGiftRow",
    "TaxReceiptRow",
    "WorkingGroupRow",
]
