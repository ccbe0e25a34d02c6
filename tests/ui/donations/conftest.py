"""The page of gifts in a window, over a real database."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.contacts import ContactKind, NewContact
from coopdesk.domain.donations import NewDonation
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentMode
from coopdesk.ui.donations.page import DonationPage
from tests.ui.contacts.conftest import settle
from tests.ui.office import open_office, payment_row, show_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.ui.office import Office


@pytest.fixture
def office(desk, tmp_path) -> Iterator[Office]:
    office = open_office(tmp_path, desk)
    yield office
    office.desk.tasks.shut_down()
    office.services.database.close()


@pytest.fixture
def people(office) -> dict[str, int]:
    """Donors by name: one with an address, one without, an organisation."""
    add = office.services.contacts.add
    new = [
        NewContact(
            last_name="Lefèvre",
            first_name="Élodie",
            address=PostalAddress("1 rue Haute", "", "44000", "Nantes"),
        ),
        NewContact(last_name="Abadie", first_name="Zoé"),
        NewContact(kind=ContactKind.ORGANISATION, organisation_name="Biocoop du Port"),
    ]
    return {contact.display_name: add(contact).value.id for contact in new}


@pytest.fixture
def gifts(office, people) -> dict[str, int]:
    """Gifts by what tells them apart; the desk's year is 2025."""
    record = office.services.donations.record

    def gift(cents, day, donor=None, campaign="", mode=PaymentMode.CASH):
        donor_id = people[donor] if donor else None
        new = NewDonation(day, Money(cents), mode, donor_id=donor_id, campaign=campaign)
        return record(new).value.id

    return {
        "Élodie": gift(2_000, dt.date(2025, 3, 1), "Élodie Lefèvre", "Toit"),
        "Zoé": gift(3_050, dt.date(2025, 4, 1), "Zoé Abadie", mode=PaymentMode.CHEQUE),
        "anonymous": gift(500, dt.date(2025, 5, 1), campaign="Forêt"),
        "last year": gift(9_900, dt.date(2024, 5, 1), "Élodie Lefèvre"),
    }


@pytest.fixture
def platform_gift(office) -> int:
    """A gift that HelloAsso told, by its id."""
    office.services.imports.apply(office.payments_file("dons.csv", payment_row(2)))
    from coopdesk.domain.donations import DonationFilter

    (line,) = office.services.donations.find(DonationFilter())
    return line.id


@pytest.fixture
def page(qtbot, office, window, people) -> DonationPage:
    return shown(qtbot, office, window)


@pytest.fixture
def filled_page(qtbot, office, window, gifts) -> DonationPage:
    return shown(qtbot, office, window)


def shown(qtbot, office, window) -> DonationPage:
    page = DonationPage(office.desk, window)
    show_page(page, window)
    window.activateWindow()
    settle(qtbot, office, page)
    return page


def rows(page) -> list[dict[str, str]]:
    """Return the list as texts by column, top to bottom, with plain spaces."""
    model = page.list.model
    keys = [column.key for column in model.columns]
    found = model.fetch_texts(list(model.ids))
    return [
        {key: text.replace("\u00a0", " ") for key, text in zip(keys, texts, strict=True)}
        for texts in found
    ]
