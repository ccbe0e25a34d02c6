"""An office that asks for grants, on books of 2026, for the tests of what comes of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from coopdesk.domain.contact_details import OrganisationKind
from coopdesk.domain.contacts import ContactKind, NewContact
from coopdesk.domain.grant_projects import NewGrantProject
from coopdesk.domain.grant_requests import Granting, NewGrantRequest
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentMode
from coopdesk.services.grant_calls import GrantCallService
from coopdesk.services.grant_projects import GrantProjectService
from coopdesk.services.grant_requests import GrantRequestService
from tests.building import today
from tests.services.inventory_office import InventoryOffice

if TYPE_CHECKING:
    from coopdesk.domain.grant_requests import GrantRequest
    from coopdesk.storage.unit_of_work import Units

ASKED_ON, GRANTED_ON = dt.date(2026, 1, 15), dt.date(2026, 3, 2)


class GrantOffice(InventoryOffice):
    """The services around grants, on one file whose first year is 2026."""

    def __init__(self, units: Units) -> None:
        super().__init__(units)
        self.calls = GrantCallService(units, today)
        self.projects = GrantProjectService(units, today)
        self.requests = GrantRequestService(units, today)

    def organisation(
        self, name: str = "Ville de Nantes", kind: OrganisationKind | None = None
    ) -> int:
        """Record an organisation, a public body if not told otherwise, and return its id."""
        new = NewContact(
            kind=ContactKind.ORGANISATION,
            organisation_name=name,
            organisation_kind=kind or OrganisationKind.PUBLIC_BODY,
        )
        return self.contacts.add(new).value.id

    def project(self, title: str = "Jardins partagés", **more: Any) -> int:
        """Record a project and return its id."""
        return self.projects.add(NewGrantProject(title, **more)).value.id

    def request(self, title: str = "Ville 2026", **more: Any) -> GrantRequest:
        """Record a request for 5 000 € as a draft, without a funder if none is told."""
        new = NewGrantRequest(title, asked=Money(500_000))
        return self.requests.add(replace(new, **more)).value

    def granted(self, cents: int = 365_000, **more: Any) -> GrantRequest:
        """Record a request that was sent and granted; ``told`` is more of the answer."""
        told = more.pop("told", {})
        more.setdefault("funder_id", None)
        if more["funder_id"] is None:
            more["funder_id"] = self.organisation(f"Funder of {more.get('title', '')}")
        made = self.request(**more)
        self.requests.send(made.id, ASKED_ON)
        answer = Granting(Money(cents), GRANTED_ON)
        return self.requests.grant(made.id, replace(answer, **told)).value

    def receive(self, request: GrantRequest, cents: int, on: dt.date) -> None:
        """Record money that came for a granted request."""
        assert request.award is not None
        self.grants.receive(request.award.id, Money(cents), on, PaymentMode.TRANSFER)
