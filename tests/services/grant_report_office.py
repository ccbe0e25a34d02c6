"""A project that three funders pay for, with its books: what its reports are drawn from."""

from __future__ import annotations

import datetime as dt
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from coopdesk.domain.contact_details import OrganisationKind
from coopdesk.domain.entries import NewEntry, NewEntryLine
from coopdesk.domain.grant_projects import NewProjectLine
from coopdesk.domain.grant_requests import EligibleCost
from coopdesk.domain.money import Money
from coopdesk.services.grant_reports import GrantReportService
from coopdesk.services.public_aid import PublicAidService
from tests.building import new_units, open_units, today
from tests.made_once import made_once
from tests.services.grant_office import GrantOffice

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from coopdesk.storage.unit_of_work import Units

YEAR = {"starts_on": dt.date(2026, 1, 1), "ends_on": dt.date(2026, 12, 31)}
# What the project plans: 20 000 € on both sides, and 3 000 € in kind.
PLAN = (
    ("60.supplies", 240_000, "Terre, graines, outils"),
    ("61.rent", 120_000, "Serre"),
    ("62.fees", 360_000, "Intervenantes"),
    ("64.pay", 900_000, ""),
    ("64.social", 280_000, ""),
    ("6indirect.fixed", 100_000, "5 % du local"),
    ("70", 150_000, "Vente de plants"),
    ("75.fees", 50_000, ""),
    ("7own", 100_000, ""),
    ("86.volunteers", 300_000, ""),
    ("87.volunteers", 300_000, ""),
)
# What it spent and earned: account, cents.
SPENT = (
    ("6063", 198_745),
    ("6068", 12_050),
    ("609", -4_000),
    ("6132", 120_000),
    ("6226", 342_300),
    ("6411", 903_017),
    ("6451", 271_988),
    ("7088", -163_450),
    ("7561", -42_000),
    ("864", 287_500),
    ("875", -287_500),
)


class Funded(NamedTuple):
    """The project and its requests: Region, town, foundation."""

    project_id: int
    region: int
    town: int
    foundation: int


FUNDED = Funded(1, 1, 2, 3)


class GrantReportOffice(GrantOffice):
    """The services around what grants were used for."""

    def __init__(self, units: Units) -> None:
        super().__init__(units)
        self.units = units
        self.reports = GrantReportService(units, today)
        self.aid = PublicAidService(units, today)

    def funded(self) -> Funded:
        """Record the project, three grants for it, and what its books have."""
        project_id = self.project(
            aims="Nourrir le quartier.",
            description="Des jardins à partager, ouverts à tout le monde.",
            audience="Les habitantes et habitants du quartier",
            territory="Nantes Nord",
            means="Une salariée à mi-temps, douze bénévoles",
            indicators="Nombre de parcelles et de personnes",
            allocation_rule="5 % du local",
            **YEAR,
        )
        region = self.granted(
            800_000,
            title="Région 2026",
            funder_id=self.organisation("Région des Rives"),
            project_id=project_id,
            budget_line="74.region",
            asked=Money(900_000),
            rate=5_000,
        ).id
        town = self.granted(
            600_000,
            title="Ville 2026",
            funder_id=self.organisation("Ville de Rive"),
            project_id=project_id,
            budget_line="74.town",
            asked=Money(700_000),
            told={"notified_on": dt.date(2026, 4, 1)},
        ).id
        self.requests.set_eligible(
            town,
            [EligibleCost("64.pay", 8_000), EligibleCost("64.social", None, Money(200_000))],
        )
        foundation = self.granted(
            300_000,
            title="Fondation du Fleuve",
            funder_id=self.organisation("Fondation du Fleuve", OrganisationKind.FOUNDATION),
            project_id=project_id,
            asked=Money(300_000),
            told={"notified_on": dt.date(2026, 5, 1)},
        ).id
        self.requests.set_eligible(foundation, [EligibleCost("62.fees")])
        found = Funded(project_id, region, town, foundation)
        self._plan(found)
        self._spend(project_id)
        return found

    def _plan(self, found: Funded) -> None:
        own = [NewProjectLine(code, Money(cents), label) for code, cents, label in PLAN]
        grants = [
            NewProjectLine("74.region", Money(900_000), "", found.region),
            NewProjectLine("74.town", Money(500_000), "", found.town),
            NewProjectLine("74.private", Money(300_000), "", found.foundation),
        ]
        self.projects.set_lines(found.project_id, [*own, *grants])

    def _spend(self, project_id: int) -> None:
        activity_id = self.projects.ensure_activity(project_id).value
        known = {one.number for one in self.chart.accounts()}
        for account, cents in SPENT:
            if account not in known:
                self.chart.add(account)
            self.book(account, cents, activity_id)

    def book(
        self, account: str, cents: int, activity_id: int | None, on: dt.date | None = None
    ) -> int:
        """Draft an entry of one line beside the bank; cents below zero are a credit."""
        amount = Money(abs(cents))
        line = (
            NewEntryLine(account, debit=amount, activity_id=activity_id)
            if cents > 0
            else NewEntryLine(account, credit=amount, activity_id=activity_id)
        )
        bank = (
            NewEntryLine("5121", credit=amount)
            if cents > 0
            else NewEntryLine("5121", debit=amount)
        )
        day = on or dt.date(2026, 6, 1)
        new = NewEntry("OD", day, f"Écriture {account}", (line, bank))
        return self.entries.record(new).value.id


@contextmanager
def funded_office(path: Path) -> Iterator[GrantReportOffice]:
    """Open a copy of an office with ``FUNDED``, which is recorded once."""
    path.write_bytes(made_once("funded.coopdesk", _fund))
    with open_units(path) as units:
        yield GrantReportOffice(units)


def _fund(path: Path) -> None:
    with new_units(path) as units:
        assert GrantReportOffice(units).funded() == FUNDED
