"""An invented association with a real database, and the desk around it, for tests of pages."""

from __future__ import annotations

import csv
import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.association import Association
from coopdesk.domain.contacts import ContactKind, NewContact
from coopdesk.domain.donations import Ineligibility, NewDonation
from coopdesk.domain.money import Money
from coopdesk.domain.operations import Origin
from coopdesk.domain.payments import (
    Direction,
    LineKind,
    NewPayment,
    PaymentMode,
    PaymentPart,
)
from coopdesk.services.opening import open_database, signature
from tests.made_once import new_file
from tests.ui.resting import come_to_rest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from coopdesk.domain.contacts import Contact
    from coopdesk.domain.donations import Donation
    from coopdesk.services.registry import Services
    from coopdesk.ui.desk import Desk
    from coopdesk.ui.page import Page
    from coopdesk.ui.record_list import RecordList

YEAR = 2025
TODAY = dt.date(2025, 12, 12)

PROFILE = Association(
    name="Les Jardins partagés de la Sèvre",
    purpose="Cultiver ensemble des jardins ouverts à toutes et à tous.",
    rna="W442000001",
    address=PostalAddress("3 rue des Maraîchers", "", "44000", "Nantes"),
    category="oig_association",
    signatory_name="Maëlle Kerbrat",
    signatory_role="Trésorière",
)
NAMES = (
    ("Lefèvre", "Élodie"),
    ("Gonçalves", "François"),
    ("Bœuf", "Maëlle"),
    ("d’Ormesson-Vauquelin de la Tour", "Hélène Marie Bénédicte"),
    ("Müller", "Loïc"),
    ("Le Goff", "Yann"),
    ("Nguyễn", "Thị Mai"),
    ("O’Connor", "Siobhán"),
)
HEADER = (
    "Référence commande",
    "Référence paiement",
    "Montant total",
    "Date du paiement",
    "Statut du paiement",
    "Versé",
    "Nom payeur",
    "Prénom payeur",
    "Email payeur",
    "Campagne",
    "Type de campagne",
    "Type",
    "Montant du tarif",
    "Don supplémentaire",
    "Moyen de paiement",
    "Adresse payeur",
    "Code Postal payeur",
    "Ville payeur",
    "Pays payeur",
)


@dataclass
class Office:
    """One open association: services, desk, and shortcuts to fill it."""

    services: Services
    desk: Desk
    folder: Path

    def person(self, number: int = 0, *, address: bool = True) -> Contact:
        last_name, first_name = NAMES[number % len(NAMES)]
        if number >= len(NAMES):
            last_name = f"{last_name}-{number // len(NAMES)}"
        new = NewContact(
            last_name=last_name,
            first_name=first_name,
            address=PostalAddress(f"{number + 1} rue du Port", "", "44100", "Nantes")
            if address
            else PostalAddress(),
        )
        return self.services.contacts.add(new).value

    def company(self) -> Contact:
        address = PostalAddress("1 quai de la Fosse", "", "44000", "Nantes")
        new = NewContact(
            kind=ContactKind.ORGANISATION, organisation_name="Biocoop du Port", address=address
        )
        return self.services.contacts.add(new).value

    def gift(
        self,
        donor: Contact | None,
        cents: int = 5_000,
        day: dt.date = dt.date(YEAR, 3, 12),
        ineligibility: Ineligibility | None = None,
    ) -> Donation:
        new = NewDonation(
            received_on=day,
            amount=Money(cents),
            mode=PaymentMode.CHEQUE,
            donor_id=donor.id if donor else None,
            campaign="Serre chauffée par le compost",
            ineligibility=ineligibility,
        )
        return self.services.donations.record(new).value

    def payment(
        self,
        cents: int,
        label: str,
        kind: LineKind = LineKind.EXPENSE,
        day: dt.date = dt.date(YEAR, 4, 2),
        payer: Contact | None = None,
    ) -> int:
        direction = Direction.OUT if kind is LineKind.EXPENSE else Direction.IN
        new = NewPayment(
            paid_on=day,
            amount=Money(cents),
            mode=PaymentMode.TRANSFER,
            parts=(PaymentPart(kind, Money(cents)),),
            direction=direction,
            payer_id=payer.id if payer else None,
            label=label,
        )
        return self.services.payments.record(new).value.id

    def payments_file(self, name: str = "paiements.csv", *rows: dict[str, str]) -> Path:
        """Write a HelloAsso file of payments; without rows, five that show every verdict."""
        path = self.folder / name
        with path.open("w", encoding="utf-8-sig", newline="") as stream:
            writer = csv.DictWriter(stream, HEADER, delimiter=";", restval="")
            writer.writeheader()
            writer.writerows(rows or EXAMPLE_ROWS)
        return path

    def idle(self, _qtbot: QtBot) -> None:
        """Wait until the worker has nothing left to do and its results were delivered."""
        come_to_rest(self.desk.tasks)


def payment_row(number: int, **changes: str) -> dict[str, str]:
    """Return a row of a payments file: a gift of 30,00 that was paid."""
    last_name, first_name = NAMES[number % len(NAMES)]
    row = {
        "Référence commande": f"91{number:05d}",
        "Référence paiement": f"81{number:05d}",
        "Montant total": "30,00",
        "Date du paiement": f"{1 + number % 28:02d}/04/2025 10:00:00",
        "Statut du paiement": "Payé",
        "Versé": "Oui",
        "Nom payeur": last_name,
        "Prénom payeur": first_name,
        "Email payeur": f"personne{number}@example.org",
        "Campagne": "Soutenir les jardins",
        "Type de campagne": "Formulaire de don",
        "Type": "Don unique",
        "Montant du tarif": "30,00",
        "Don supplémentaire": "",
        "Moyen de paiement": "Carte bancaire",
        "Adresse payeur": f"{number + 1} allée des Tilleuls",
        "Code Postal payeur": "44200",
        "Ville payeur": "Nantes",
        "Pays payeur": "France",
    }
    return {**row, **changes}


EXAMPLE_ROWS = (
    payment_row(1),
    payment_row(2),
    payment_row(3, **{"Statut du paiement": "Statut inconnu"}),
    payment_row(4, **{"Montant total": "beaucoup"}),
    payment_row(
        5,
        **{
            "Montant total": "45,00",
            "Campagne": "Fête des semences",
            "Type de campagne": "Billetterie",
            "Type": "Billetterie",
            "Montant du tarif": "40,00",
            "Don supplémentaire": "5,00",
        },
    ),
)


def open_office(folder: Path, desk: Desk, *, profile: bool = True) -> Office:
    """Create a database in a folder and put its services on the desk."""
    path = folder / "jardins.coopdesk"
    services = open_database(new_file(path), signature("Maëlle", Origin.WINDOW))
    if profile:
        services.association.save(PROFILE)
    filled = replace(desk, services=services, database=path, today=lambda: TODAY)
    return Office(services, filled, folder)


@pytest.fixture
def office(tmp_path: Path, desk: Desk) -> Iterator[Office]:
    """An association that may issue receipts, without anything else yet."""
    opened = open_office(tmp_path, desk)
    yield opened
    desk.tasks.shut_down()
    opened.services.database.close()


def show_page(page: Page, window: QWidget) -> None:
    """Put a page into the window and show it."""
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(page)
    window.resize(1150, 700)
    window.show()


def texts(page_list: RecordList) -> list[tuple[str, ...]]:
    """Return what a list shows, row by row, as it would be painted."""
    model = page_list.model
    return model.fetch_texts(model.ids.tolist())


# 1366 x 768 at 150 %, less the folded rail, the menus and the status line.
SMALL = QSize(911 - 64, 512 - 66)


def tick(within: QWidget, text: str) -> None:
    """Tick the box of that name."""
    boxes = within.findChildren(QCheckBox)
    next(box for box in boxes if box.accessibleName() == text).click()


def problems_of(widget: QWidget) -> list[str]:
    """Name what would be cut off on the reference screen, and controls without a name."""
    for _round in range(2):
        # A low page shows its figures in one line, which then lets it be lower.
        widget.window().resize(SMALL)
        QApplication.processEvents()
    found = []
    least = widget.minimumSizeHint()
    if least.width() > SMALL.width() or least.height() > SMALL.height():
        found.append(f"needs {least.width()} x {least.height()}")
    for child in widget.findChildren(QWidget):
        focusable = child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisibleTo(widget)
        said = child.accessibleName() or (
            child.text() if isinstance(child, QAbstractButton) else ""
        )
        if focusable and not said and child.focusProxy() is None:
            found.append(f"{type(child).__name__} has no name")
        if isinstance(child, QLabel) and child.textFormat() != Qt.TextFormat.PlainText:
            found.append(f"label {child.text()!r} reads markup")
    return found
