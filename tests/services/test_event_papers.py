"""Papers of an event tell who has a place, where they come from, and what they do there."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.contact_details import NewAffiliation
from coopdesk.domain.contacts import ContactKind, NewContact
from coopdesk.domain.errors import NotFoundError, RuleError
from coopdesk.domain.event_registrations import NewRegistration
from coopdesk.domain.event_reports import ItemKind, NewItem, NewReport
from coopdesk.domain.events import EventRole, NewEvent, NewEventPart, When, WhenKind
from coopdesk.services.affiliations import AffiliationService
from coopdesk.services.association import AssociationService
from coopdesk.services.check_in import CheckInService
from coopdesk.services.contacts import ContactService
from coopdesk.services.event_papers import EventPaperService
from coopdesk.services.event_reports import EventReportService
from coopdesk.services.events import EventService
from coopdesk.services.registrations import RegistrationService
from tests.building import PROFILE, new_units, person, today
from tests.documents.member_people import pages_of

DAY = dt.date(2026, 11, 24)


@pytest.fixture
def units(tmp_path):
    with new_units(tmp_path / "rives.coopdesk") as units:
        yield units


@pytest.fixture
def papers(units):
    AssociationService(units).save(PROFILE)
    return EventPaperService(units, today)


@pytest.fixture
def events(units):
    return EventService(units, today)


@pytest.fixture
def event_id(events):
    new = NewEvent("Atelier", when=When(WhenKind.DAYS, DAY, DAY), capacity=3)
    return events.add(new).value.id


@pytest.fixture
def people(units, event_id):
    """Nour of a structure, Élodie with an e-mail, a guest by first name, and one who waits."""
    contacts = ContactService(units, today)
    garden = contacts.add(
        NewContact(kind=ContactKind.ORGANISATION, organisation_name="Les Jardins du Port")
    ).value
    nour = contacts.add(person("Benali", "Nour")).value
    AffiliationService(units).add(NewAffiliation(nour.id, garden.id, "Maraîchère"))
    elodie = contacts.add(person("Lefèvre", "Élodie", email="elodie@example.org")).value
    registrations = RegistrationService(units, today)
    return [
        registrations.register(NewRegistration(event_id, **who)).value
        for who in (
            {"contact_id": nour.id},
            {"contact_id": elodie.id},
            {"first_name": "Solène"},
            {"last_name": "Trop-Tard"},
        )
    ]


def test_sheet_to_sign_tells_structure_or_e_mail_by_name(papers, people, event_id):
    [page] = pages_of(papers.attendance(event_id, blanks=2))
    assert "Inscrits : 3 · En liste d’attente : 1" in page
    for text in (
        "1 Nour Benali Les Jardins du Port",
        "2 Élodie Lefèvre elodie@example.org",
        "3 Solène",
    ):
        assert text in page
    assert "Trop-Tard" not in page
    assert page.index("Benali") < page.index("Lefèvre")


def test_badges_are_for_those_with_a_place_and_say_what_they_do(
    papers, events, people, event_id
):
    nour = people[0]
    for role in (EventRole.REPORTER, EventRole.FACILITATOR, EventRole.SPEAKER):
        events.add_part(event_id, NewEventPart(role, nour.contact_id))
    events.add_part(event_id, NewEventPart(EventRole.FACILITATOR, name="solene"))
    [page] = pages_of(papers.badges(event_id))
    assert "Trop-Tard" not in page
    assert page.count("Intervention") == 1
    assert page.count("Animation") == 1
    for one in people[:3]:
        assert one.badge_code in page
    [alone] = pages_of(papers.badges(event_id, [nour.id]))
    assert "Les Jardins du Port" in alone
    assert "Élodie" not in alone
    with pytest.raises(RuleError, match=r"badge\.nothing"):
        papers.badges(event_id, [people[3].id])


def test_report_tells_how_many_were_there_and_the_edition_that_follows(
    papers, events, units, people, event_id
):
    reports = EventReportService(units, today)
    reports.write(event_id, NewReport(author_name="Anouk Rive"))
    reports.add_item(event_id, NewItem(ItemKind.STATEMENT, "On s’y met."))
    CheckInService(units, today).check_in(people[0].id)
    events.prepare_next(event_id, When(WhenKind.YEAR, dt.date(2027, 1, 1)))
    [page] = pages_of(papers.report_pdf(event_id))
    text = papers.report_markdown(event_id).replace("\u00a0", " ")
    for said in ("Présents", "On s’y met.", "Atelier, 2027", "Rédigé par Anouk Rive"):
        assert said in page
        assert said in text
    assert "Présents : 1" in page


def test_papers_of_no_event_no_report_or_no_association_are_refused(units, events, event_id):
    papers = EventPaperService(units, today)
    with pytest.raises(RuleError, match=r"paper\.no_association"):
        papers.attendance(event_id)
    AssociationService(units).save(PROFILE)
    with pytest.raises(NotFoundError):
        papers.attendance(99)
    for write in (papers.report_pdf, papers.report_markdown):
        with pytest.raises(NotFoundError, match=r"report\.missing"):
            write(event_id)
