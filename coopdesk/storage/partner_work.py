"""The stores of partners, requests for grants and duties, a part of all stores."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from coopdesk.storage.agreement_store import AgreementStore
from coopdesk.storage.annual_report_store import AnnualReportStore
from coopdesk.storage.commitment_store import CommitmentStore
from coopdesk.storage.duty_store import DutyStore
from coopdesk.storage.grant_book_store import GrantBookStore
from coopdesk.storage.grant_call_store import GrantCallStore
from coopdesk.storage.grant_profile_store import GrantProfileStore
from coopdesk.storage.grant_project_store import GrantProjectStore
from coopdesk.storage.grant_request_store import GrantRequestStore
from coopdesk.storage.grant_spending import GrantSpending
from coopdesk.storage.network_fee_store import NetworkFeeStore
from coopdesk.storage.partner_list import PartnerList
from coopdesk.storage.partner_network import PartnerNetwork
from coopdesk.storage.partner_store import PartnerStore
from coopdesk.storage.public_aid_store import PublicAidStore
from coopdesk.storage.year_gift_store import YearGiftStore

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from coopdesk.storage.recorder import Recorder


class PartnerStores:
    """What one unit of work does with partners, grants and duties."""

    _connection: Connection
    recorder: Recorder

    @cached_property
    def partners(self) -> PartnerStore:
        """Partners."""
        return PartnerStore(self._connection, self.recorder)

    @cached_property
    def partner_list(self) -> PartnerList:
        """The list of partners."""
        return PartnerList(self._connection)

    @cached_property
    def partner_network(self) -> PartnerNetwork:
        """What partners take part in."""
        return PartnerNetwork(self._connection)

    @cached_property
    def agreements(self) -> AgreementStore:
        """Agreements with partners."""
        return AgreementStore(self._connection, self.recorder)

    @cached_property
    def commitments(self) -> CommitmentStore:
        """What partners and we owe each other."""
        return CommitmentStore(self._connection, self.recorder)

    @cached_property
    def network_fees(self) -> NetworkFeeStore:
        """Fees paid to networks."""
        return NetworkFeeStore(self._connection, self.recorder)

    @cached_property
    def grant_books(self) -> GrantBookStore:
        """Lines of the books for reports of grants."""
        return GrantBookStore(self._connection)

    @cached_property
    def grant_calls(self) -> GrantCallStore:
        """Calls for projects."""
        return GrantCallStore(self._connection, self.recorder)

    @cached_property
    def grant_profiles(self) -> GrantProfileStore:
        """What requests for grants say of the association."""
        return GrantProfileStore(self._connection, self.recorder)

    @cached_property
    def grant_projects(self) -> GrantProjectStore:
        """Projects that funders are asked for."""
        return GrantProjectStore(self._connection, self.recorder)

    @cached_property
    def grant_requests(self) -> GrantRequestStore:
        """Requests for grants."""
        return GrantRequestStore(self._connection, self.recorder)

    @cached_property
    def grant_spending(self) -> GrantSpending:
        """What activities spent by the books."""
        return GrantSpending(self._connection)

    @cached_property
    def public_aid(self) -> PublicAidStore:
        """Aid that organisations gave."""
        return PublicAidStore(self._connection)

    @cached_property
    def duties(self) -> DutyStore:
        """Duties that were done, and dates of our own."""
        return DutyStore(self._connection, self.recorder)

    @cached_property
    def year_gifts(self) -> YearGiftStore:
        """Gifts of years by campaign and nature."""
        return YearGiftStore(self._connection)

    @cached_property
    def annual_reports(self) -> AnnualReportStore:
        """Reports of years."""
        return AnnualReportStore(self._connection, self.recorder)
