"""The page of memberships in a window, over a real database."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest

from coopdesk.domain.contacts import ContactKind, NewContact
from coopdesk.domain.members import (
    AmountKind,
    Holder,
    Instalment,
    NewMembership,
    NewMembershipType,
    Period,
    WhoMayJoin,
)
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentMode
from coopdesk.ui.members.page import MembershipPage
from tests.ui.contacts.conftest import settle
from tests.ui.office import open_office, show_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.ui.office import Office

YEAR = 2025
TODAY = dt.date(YEAR, 6, 12)
THIS_YEAR = Period(dt.date(YEAR, 1, 1), dt.date(YEAR, 12, 31))
LAST_YEAR = Period(dt.date(YEAR - 1, 1, 1), dt.date(YEAR - 1, 12, 31))
NEXT_YEAR = Period(dt.date(YEAR + 1, 1, 1), dt.date(YEAR + 1, 12, 31))


@pytest.fixture
def office(desk, tmp_path, monkeypatch) -> Iterator[Office]:
    """The association on a day of June, for window and services alike."""
    monkeypatch.setattr("coopdesk.services.opening._today", lambda: TODAY)
    office = open_office(tmp_path, desk)
    office.desk = replace(office.desk, today=lambda: TODAY)
    yield office
    office.desk.tasks.shut_down()
    office.services.database.close()


@pytest.fixture
def people(office) -> dict[str, int]:
    """Three persons and an organisation; names lead to ids."""
    add = office.services.contacts.add
    new = [
        NewContact(last_name="Lefèvre", first_name="Élodie", email="elodie@example.org"),
        NewContact(last_name="Abadie", first_name="Zoé"),
        NewContact(last_name="Martin", first_name="Léo"),
        NewContact(kind=ContactKind.ORGANISATION, organisation_name="Biocoop du Port"),
    ]
    return {contact.display_name: add(contact).value.id for contact in new}


@pytest.fixture
def types(office) -> dict[str, int]:
    """A fixed fee, a minimum with a joining fee, a household, one for organisations."""
    add = office.services.membership_types.add
    new = [
        NewMembershipType("Plein tarif", amount=Money(2_500), college="Usagers"),
        NewMembershipType(
            "Soutien",
            AmountKind.MINIMUM,
            Money(5_000),
            joining_fee=Money(1_000),
            receipt_eligible=True,
        ),
        NewMembershipType("Famille", amount=Money(4_000), holder=Holder.HOUSEHOLD),
        NewMembershipType(
            "Structure", amount=Money(10_000), who=WhoMayJoin.ORGANISATIONS, has_vote=False
        ),
    ]
    return {kind.name: add(kind).value.id for kind in new}


@dataclass
class Joined:
    """Memberships by what tells them apart."""

    paid: int
    unpaid: int
    late: int
    organisation: int


@pytest.fixture
def joined(office, people, types) -> Joined:
    """Élodie has paid, Zoé owes 25, Léo was a member last year, the shop paid a part."""
    members = office.services.members

    def join(name, kind, period, cents, paid=0, parts=()):
        new = NewMembership(people[name], types[kind], period, Money(cents), instalments=parts)
        if not paid:
            return members.join(new).value.id
        day = min(period.start, TODAY)
        return members.join_paid(new, Money(paid), PaymentMode.CHEQUE, day).value.id

    halves = (
        Instalment(dt.date(YEAR, 2, 1), Money(5_000)),
        Instalment(dt.date(YEAR, 8, 1), Money(5_000)),
    )
    return Joined(
        paid=join("Élodie Lefèvre", "Plein tarif", THIS_YEAR, 2_500, 2_500),
        unpaid=join("Zoé Abadie", "Plein tarif", THIS_YEAR, 2_500),
        late=join("Léo Martin", "Plein tarif", LAST_YEAR, 2_500, 2_500),
        organisation=join("Biocoop du Port", "Structure", THIS_YEAR, 10_000, 5_000, halves),
    )


@pytest.fixture
def page(qtbot, office, window, people, types) -> MembershipPage:
    return shown(qtbot, office, window)


@pytest.fixture
def filled_page(qtbot, office, window, joined) -> MembershipPage:
    return shown(qtbot, office, window)


def shown(qtbot, office, window) -> MembershipPage:
    page = MembershipPage(office.desk, window)
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
        {key: plain(text) for key, text in zip(keys, texts, strict=True)} for texts in found
    ]


def plain(text: str) -> str:
    """Return a text with plain spaces."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def names(page) -> list[str]:
    """Return who is in the list, top to bottom."""
    return [row["name"] for row in rows(page)]
