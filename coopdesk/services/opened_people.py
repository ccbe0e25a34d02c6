"""Builds each service of contacts and of members when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from coopdesk.services.affiliations import AffiliationService
    from coopdesk.services.contact_details import ContactDetailService
    from coopdesk.services.contact_filters import FilterService
    from coopdesk.services.contacts import ContactService
    from coopdesk.services.custom_fields import CustomFieldService
    from coopdesk.services.duplicates import DuplicateService
    from coopdesk.services.groups import GroupService
    from coopdesk.services.households import HouseholdService
    from coopdesk.services.mass_edit import MassEditService
    from coopdesk.services.member_papers import MemberPaperService
    from coopdesk.services.members import MemberService
    from coopdesk.services.membership_types import MembershipTypeService
    from coopdesk.services.places import PlaceService
    from coopdesk.services.reminders import ReminderService
    from coopdesk.services.renewals import RenewalService
    from coopdesk.services.shares import ShareService
    from coopdesk.services.statistics import StatisticsService
    from coopdesk.storage.unit_of_work import Units


class OpenedPeople:
    """The part of the services of an open file that keeps contacts and memberships."""

    _units: Units
    _today: Callable[[], dt.date]

    @cached_property
    def contacts(self) -> ContactService:
        """Contacts."""
        from coopdesk.services.contacts import ContactService

        return ContactService(self._units, self._today)

    @cached_property
    def details(self) -> ContactDetailService:
        """What is kept of a contact beside its profile, and its time line."""
        from coopdesk.services.contact_details import ContactDetailService

        return ContactDetailService(self._units, self._today)

    @cached_property
    def affiliations(self) -> AffiliationService:
        """Ties of people to organisations."""
        from coopdesk.services.affiliations import AffiliationService

        return AffiliationService(self._units)

    @cached_property
    def groups(self) -> GroupService:
        """Working groups."""
        from coopdesk.services.groups import GroupService

        return GroupService(self._units, self._today)

    @cached_property
    def households(self) -> HouseholdService:
        """Households."""
        from coopdesk.services.households import HouseholdService

        return HouseholdService(self._units)

    @cached_property
    def custom_fields(self) -> CustomFieldService:
        """Fields of our own for contacts."""
        from coopdesk.services.custom_fields import CustomFieldService

        return CustomFieldService(self._units)

    @cached_property
    def duplicates(self) -> DuplicateService:
        """Contacts that may be one, and their merge."""
        from coopdesk.services.duplicates import DuplicateService

        return DuplicateService(self._units, self._today)

    @cached_property
    def filters(self) -> FilterService:
        """Saved filters of contacts."""
        from coopdesk.services.contact_filters import FilterService

        return FilterService(self._units, self._today)

    @cached_property
    def membership_types(self) -> MembershipTypeService:
        """Types of membership."""
        from coopdesk.services.membership_types import MembershipTypeService

        return MembershipTypeService(self._units, self._today)

    @cached_property
    def members(self) -> MemberService:
        """Memberships and who is a member."""
        from coopdesk.services.members import MemberService

        return MemberService(self._units, self._today)

    @cached_property
    def papers(self) -> MemberPaperService:
        """Certificates, cards, labels and lists of members."""
        from coopdesk.services.member_papers import MemberPaperService

        return MemberPaperService(self._units, self._today)

    @cached_property
    def reminders(self) -> ReminderService:
        """Reminders of fees."""
        from coopdesk.services.reminders import ReminderService

        return ReminderService(self._units, self._today)

    @cached_property
    def shares(self) -> ShareService:
        """Shares of a cooperative."""
        from coopdesk.services.shares import ShareService

        return ShareService(self._units, self._today)

    @cached_property
    def renewals(self) -> RenewalService:
        """Memberships that end, and their renewal."""
        from coopdesk.services.renewals import RenewalService

        return RenewalService(self._units, self._today)

    @cached_property
    def mass_edit(self) -> MassEditService:
        """One change for many contacts."""
        from coopdesk.services.mass_edit import MassEditService

        return MassEditService(self._units, self._today)

    @cached_property
    def statistics(self) -> StatisticsService:
        """Figures about members."""
        from coopdesk.services.statistics import StatisticsService

        return StatisticsService(self._units, self._today)

    @cached_property
    def places(self) -> PlaceService:
        """Towns and their postcodes."""
        from coopdesk.services.places import PlaceService

        return PlaceService()
