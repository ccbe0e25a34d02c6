"""The page of partners in a window, over a real database with invented structures."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from coopdesk.domain.agreements import (
    AgreementState,
    NewAgreement,
    NewSignatory,
    Renewal,
    Side,
)
from coopdesk.domain.commitments import CommitmentKind, NewCommitment
from coopdesk.domain.contacts import ContactKind, NewContact
from coopdesk.domain.money import Money
from coopdesk.domain.partners import NewNetworkFee, NewPartner, PartnerKind, PartnerLevel
from coopdesk.ui.partners.page import PartnerPage
from tests.building import PROFILE
from tests.ui.office import open_office, show_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.ui.office import Office


@dataclass(frozen=True)
class Made:
    """The contacts of two partners, what was agreed and what is owed."""

    town_hall: int
    network: int
    partner: int
    premises: int
    report: int
    room: int
    fee: int


@pytest.fixture
def office(desk, tmp_path) -> Iterator[Office]:
    office = open_office(tmp_path, desk)
    office.services.association.save(PROFILE)
    yield office
    office.desk.tasks.shut_down()
    office.services.database.close()


def structure(office, name: str) -> int:
    new = NewContact(kind=ContactKind.ORGANISATION, organisation_name=name)
    return office.services.contacts.add(new).value.id


@pytest.fixture
def made(office) -> Made:
    """Today is 12 December 2025: a report is late, notice of the premises is near."""
    services = office.services
    town, network = structure(office, "Mairie de Brume"), structure(office, "Réseau des Rives")
    kind, level = PartnerKind.INSTITUTION, PartnerLevel.TOWN
    partner = services.partners.add(NewPartner(town, kind, level)).value.id
    premises = services.agreements.add(
        NewAgreement(
            town,
            "Mise à disposition de la salle",
            state=AgreementState.SIGNED,
            signed_on=dt.date(2024, 3, 1),
            starts_on=dt.date(2024, 3, 1),
            ends_on=dt.date(2025, 2, 28),
            renewal=Renewal.TACIT,
            notice_months=1,
            signatories=(NewSignatory(Side.OURS, "Maëlle Kerbrat", "Présidente"),),
        )
    ).value.id
    add = services.commitments.add
    report = add(
        NewCommitment(
            town,
            Side.OURS,
            "Envoyer le bilan de l’année",
            CommitmentKind.REPORT,
            due_on=dt.date(2025, 11, 30),
            repeat_months=12,
            agreement_id=premises,
        )
    ).value.id
    room = add(
        NewCommitment(
            town,
            Side.THEIRS,
            "Prêter la grande salle",
            CommitmentKind.ROOM,
            Money(30_000),
            due_on=dt.date(2026, 3, 1),
        )
    ).value.id
    fee = services.network_fees.add(NewNetworkFee(network, 2025, Money(12_000))).value.id
    return Made(town, network, partner, premises, report, room, fee)


def shown(qtbot, office, window) -> PartnerPage:
    page = PartnerPage(office.desk, window)
    show_page(page, window)
    window.activateWindow()
    settle(qtbot, office, page)
    return page


def settle(qtbot, office, page) -> None:
    """Wait until the worker is done and the rows that are seen were fetched."""
    office.idle(qtbot)
    page.grab()
    office.idle(qtbot)


@pytest.fixture
def page(qtbot, office, window, made) -> PartnerPage:
    return shown(qtbot, office, window)


def rows(page) -> list[tuple[str, ...]]:
    """Return the rows of the list in view."""
    model = page.views.shown.list.model
    return [tuple(map(plain, texts)) for texts in model.fetch_texts(list(model.ids))]


def names(page) -> list[str]:
    """Return what the lines of the list in view are called, top to bottom."""
    columns = page.views.shown.list.model.columns
    place = next(at for at, column in enumerate(columns) if column.stretch)
    return [row[place] for row in rows(page)]


def plain(text: str) -> str:
    """Return text with plain spaces."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def read(page) -> str:
    """Return what the open record says."""
    return plain(page.views.shown.panel.reader.toPlainText())
