"""All services of one open database, as the window and the command line receive them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.services.partner_registry import PartnerServices

if TYPE_CHECKING:
    from coopdesk.services.affiliations import AffiliationService
    from coopdesk.services.association import AssociationService
    from coopdesk.services.campaigns import CampaignService
    from coopdesk.services.contact_details import ContactDetailService
    from coopdesk.services.contact_filters import FilterService
    from coopdesk.services.contacts import ContactService
    from coopdesk.services.custom_fields import CustomFieldService
    from coopdesk.services.databases import DatabaseService
    from coopdesk.services.declarations import DeclarationService
    from coopdesk.services.demo import DemoService
    from coopdesk.services.donations import DonationService
    from coopdesk.services.donor_letters import DonorLetterService
    from coopdesk.services.duplicates import DuplicateService
    from coopdesk.services.expenses import ExpenseService
    from coopdesk.services.groups import GroupService
    from coopdesk.services.home import HomeService
    from coopdesk.services.households import HouseholdService
    from coopdesk.services.legal import LegalService
    from coopdesk.services.mass_edit import MassEditService
    from coopdesk.services.member_papers import MemberPaperService
    from coopdesk.services.members import MemberService
    from coopdesk.services.membership_types import MembershipTypeService
    from coopdesk.services.mileage_scales import MileageService
    from coopdesk.services.operations import OperationService
    from coopdesk.services.payments import PaymentService
    from coopdesk.services.places import PlaceService
    from coopdesk.services.pledges import PledgeService
    from coopdesk.services.receipt_life import ReceiptLifeService
    from coopdesk.services.receipt_papers import ReceiptPaperService
    from coopdesk.services.receipts import ReceiptService
    from coopdesk.services.reminders import ReminderService
    from coopdesk.services.renewals import RenewalService
    from coopdesk.services.shares import ShareService
    from coopdesk.services.statements import StatementService
    from coopdesk.services.statistics import StatisticsService
    from coopdesk.services.vehicles import VehicleService
    from coopdesk.services.workbooks import WorkbookService


@dataclass(frozen=True, slots=True)
class Services(PartnerServices):
    """What the program can do with one database."""

    association: AssociationService
    contacts: ContactService
    filters: FilterService
    details: ContactDetailService
    affiliations: AffiliationService
    groups: GroupService
    households: HouseholdService
    custom_fields: CustomFieldService
    mass_edit: MassEditService
    duplicates: DuplicateService
    membership_types: MembershipTypeService
    members: MemberService
    renewals: RenewalService
    statistics: StatisticsService
    papers: MemberPaperService
    reminders: ReminderService
    shares: ShareService
    donations: DonationService
    expenses: ExpenseService
    vehicles: VehicleService
    mileage: MileageService
    campaigns: CampaignService
    pledges: PledgeService
    receipts: ReceiptService
    declarations: DeclarationService
    statements: StatementService
    legal: LegalService
    receipt_life: ReceiptLifeService
    receipt_papers: ReceiptPaperService
    donor_letters: DonorLetterService
    payments: PaymentService
    workbooks: WorkbookService
    operations: OperationService
    home: HomeService
    demo: DemoService
    places: PlaceService
    database: DatabaseService
