"""The stores of contacts and of members, a part of all stores."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from coopdesk.storage.contact_import_store import ContactImportStore
from coopdesk.storage.contact_kin import ContactKin
from coopdesk.storage.contact_store import ContactStore
from coopdesk.storage.custom_field_store import CustomFieldStore
from coopdesk.storage.duplicate_store import DuplicateStore
from coopdesk.storage.erasing import ContactEraser
from coopdesk.storage.fee_store import FeeStore
from coopdesk.storage.filter_store import FilterStore
from coopdesk.storage.household_store import HouseholdStore
from coopdesk.storage.member_figures_store import MemberFiguresStore
from coopdesk.storage.member_rules_store import MemberRulesStore
from coopdesk.storage.membership_list_store import MembershipListStore
from coopdesk.storage.membership_store import MembershipStore
from coopdesk.storage.membership_type_store import MembershipTypeStore
from coopdesk.storage.reminder_store import ReminderStore
from coopdesk.storage.renewal_store import RenewalStore
from coopdesk.storage.share_store import ShareStore
from coopdesk.storage.standing_store import StandingStore
from coopdesk.storage.tie_store import TieStore
from coopdesk.storage.timeline_store import TimelineStore

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from coopdesk.storage.recorder import Recorder


class PeopleStores:
    """What one unit of work does with contacts, households and memberships."""

    _connection: Connection
    recorder: Recorder

    @cached_property
    def contacts(self) -> ContactStore:
        """Contacts."""
        return ContactStore(self._connection, self.recorder)

    @cached_property
    def kin(self) -> ContactKin:
        """What contacts are to each other."""
        return ContactKin(self._connection, self.recorder)

    @cached_property
    def ties(self) -> TieStore:
        """Affiliations, groups, consents and notes of contacts."""
        return TieStore(self._connection, self.recorder)

    @cached_property
    def timelines(self) -> TimelineStore:
        """All that was recorded about a contact, in time."""
        return TimelineStore(self._connection)

    @cached_property
    def households(self) -> HouseholdStore:
        """Households."""
        return HouseholdStore(self._connection, self.recorder)

    @cached_property
    def custom_fields(self) -> CustomFieldStore:
        """Fields that the association added to its contacts."""
        return CustomFieldStore(self._connection, self.recorder)

    @cached_property
    def erasing(self) -> ContactEraser:
        """The end of contacts."""
        return ContactEraser(self._connection, self.recorder)

    @cached_property
    def duplicates(self) -> DuplicateStore:
        """Contacts that may be one."""
        return DuplicateStore(self._connection, self.recorder)

    @cached_property
    def member_rules(self) -> MemberRulesStore:
        """What the statutes decide about members."""
        return MemberRulesStore(self._connection, self.recorder)

    @cached_property
    def filters(self) -> FilterStore:
        """Saved filters of contacts."""
        return FilterStore(self._connection, self.recorder)

    @cached_property
    def membership_types(self) -> MembershipTypeStore:
        """Kinds of membership."""
        return MembershipTypeStore(self._connection, self.recorder)

    @cached_property
    def memberships(self) -> MembershipStore:
        """Memberships, whom they cover, and departures."""
        return MembershipStore(self._connection, self.recorder)

    @cached_property
    def membership_lists(self) -> MembershipListStore:
        """The list of memberships."""
        return MembershipListStore(self._connection)

    @cached_property
    def renewals(self) -> RenewalStore:
        """Who may be renewed."""
        return RenewalStore(self._connection)

    @cached_property
    def member_figures(self) -> MemberFiguresStore:
        """Counts of members."""
        return MemberFiguresStore(self._connection)

    @cached_property
    def fees(self) -> FeeStore:
        """Fees paid."""
        return FeeStore(self._connection, self.recorder)

    @cached_property
    def standings(self) -> StandingStore:
        """What papers say of many people."""
        return StandingStore(self._connection)

    @cached_property
    def reminders(self) -> ReminderStore:
        """Who may be reminded."""
        return ReminderStore(self._connection)

    @cached_property
    def shares(self) -> ShareStore:
        """The register of cooperative shares."""
        return ShareStore(self._connection, self.recorder)

    @cached_property
    def contact_imports(self) -> ContactImportStore:
        """What files of contacts are matched against, and mappings of their columns."""
        return ContactImportStore(self._connection, self.recorder)
