"""SQLModel tables. Nothing outside coopdesk.storage may import them."""

from coopdesk.storage.tables.association import (
    AssociationRow,
    FileInfoRow,
    StoredFileRow,
)
from coopdesk.storage.tables.campaigns import (
    CampaignPersonRow,
    CampaignRow,
    CampaignTierRow,
    PledgePauseRow,
    PledgeRow,
)
from coopdesk.storage.tables.contacts import (
    AffiliationRow,
    ColumnMappingRow,
    ConsentRow,
    ContactAddressRow,
    ContactKeyRow,
    ContactNoteRow,
    ContactPointRow,
    ContactReferenceRow,
    ContactRow,
    ContactTagRow,
    GroupMemberRow,
    HouseholdRow,
    NotDuplicateRow,
    SavedFilterRow,
    TagRow,
    WorkingGroupRow,
)
from coopdesk.storage.tables.custom_fields import (
    CustomFieldRow,
    CustomValueRow,
)
from coopdesk.storage.tables.donations import (
    DonationReturnRow,
    DonationRow,
)
from coopdesk.storage.tables.expenses import (
    AttachmentRow,
    ExpenseLineRow,
    ExpenseSheetRow,
    VehicleRow,
)
from coopdesk.storage.tables.imports import (
    ImportedRowRow,
    ImportRunRow,
)
from coopdesk.storage.tables.letters import (
    LetterRow,
    LetterTemplateRow,
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
    GiftSumRow,
    PaymentLineRow,
    PaymentRow,
    RegistrationRow,
)
from coopdesk.storage.tables.receipts import (
    GiftDeclarationRow,
    LegalParameterRow,
    ReceiptDeliveryRow,
    ReceiptLossRow,
    ReceiptSeriesRow,
    TaxReceiptGiftRow,
    TaxReceiptRow,
    TaxReceiptVoidRow,
)
from coopdesk.storage.tables.shares import ShareMovementRow

__all__ = [
    "AffiliationRow",
    "AssociationRow",
    "AttachmentRow",
    "CampaignPersonRow",
    "CampaignRow",
    "CampaignTierRow",
    "ColumnMappingRow",
    "ConsentRow",
    "ContactAddressRow",
    "ContactKeyRow",
    "ContactNoteRow",
    "ContactPointRow",
    "ContactReferenceRow",
    "ContactRow",
    "ContactTagRow",
    "CustomFieldRow",
    "CustomValueRow",
    "DepartureRow",
    "DonationReturnRow",
    "DonationRow",
    "ExpenseLineRow",
    "ExpenseSheetRow",
    "FileInfoRow",
    "GiftDeclarationRow",
    "GiftSumRow",
    "GroupMemberRow",
    "HouseholdRow",
    "ImportRunRow",
    "ImportedRowRow",
    "InstalmentRow",
    "LegalParameterRow",
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
    "PledgePauseRow",
    "PledgeRow",
    "ReceiptDeliveryRow",
    "ReceiptLossRow",
    "ReceiptSeriesRow",
    "RegistrationRow",
    "SavedFilterRow",
    "ShareMovementRow",
    "StoredFileRow",
    "TagRow",
    "TaxReceiptGiftRow",
    "TaxReceiptRow",
    "TaxReceiptVoidRow",
    "VehicleRow",
    "WorkingGroupRow",
]
