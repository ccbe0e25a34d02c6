"""The printed sheet of expenses says every line, the mileage, and the waiver word for word."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from pypdf import PdfReader

from coopdesk.documents.expense_sheet_pdf import draw_expense_sheet
from coopdesk.domain.attachments import AttachedTo, Attachment, AttachmentKind
from coopdesk.domain.expense_papers import ExpensePaper
from coopdesk.domain.expense_pricing import VehicleYear, priced
from coopdesk.domain.expenses import (
    ExpenseKind,
    ExpenseLine,
    ExpenseSheet,
    ExpenseState,
    NewExpenseLine,
    NewExpenseSheet,
    NewVehicle,
    Vehicle,
)
from coopdesk.domain.mileage import VehicleKind, YearSoFar
from coopdesk.domain.money import Money
from coopdesk.services.mileage_scales import mileage_scales
from tests.building import PROFILE, TODAY

DAY = dt.date(2026, 3, 12)
CARS = {
    1: Vehicle(1, NewVehicle(9, "Clio AB-123-CD", VehicleKind.CAR, 5)),
    2: Vehicle(2, NewVehicle(9, "Zoé", VehicleKind.CAR, 4, is_electric=True)),
    3: Vehicle(3, NewVehicle(9, "Solex", VehicleKind.MOPED)),
}
SCALES = tuple((each.since, each.source) for each in mileage_scales())


def trip(vehicle, km, label="Nantes – Angers et retour"):
    kind = ExpenseKind.MILEAGE
    return NewExpenseLine(DAY, kind, label, vehicle_id=vehicle, metres=km * 1000)


def paid(cents, label, kind=ExpenseKind.TOLL, day=DAY):
    return NewExpenseLine(day, kind, label, Money(cents))


def sheet(*lines, state=ExpenseState.DRAFT, attachments=(), before=None):
    found = priced(lines, CARS, before or {}, mileage_scales())
    worth = enumerate(zip(lines, found.amounts, strict=True), start=1)
    return ExpenseSheet(
        id=12,
        content=NewExpenseSheet(9, "Réunions du <b>réseau</b>", tuple(lines)),
        volunteer_name="Élodie Lefèvre",
        state=state,
        settled_on=None if state is ExpenseState.DRAFT else TODAY,
        lines=tuple(ExpenseLine(key, line, amount) for key, (line, amount) in worth),
        mileage=found.mileage,
        attachments=tuple(attachments),
    )


def pages(said, *, asks_refund=False):
    address = "12 rue des Lilas, 44000 Nantes"
    name = "Lefèvre Élodie"
    paper = ExpensePaper(PROFILE, TODAY, said, name, address, SCALES, asks_refund)
    reader = PdfReader(io.BytesIO(draw_expense_sheet(paper)))
    return [
        page.extract_text().replace("\u00a0", " ").replace("\u202f", " ")
        for page in reader.pages
    ]


def text_of(said, **how):
    return " ".join(" ".join(pages(said, **how)).split())


def test_rf_54_the_waiver_is_word_for_word_with_the_name_of_the_volunteer():
    text = text_of(sheet(paid(1_250, "Péage A11")))

    assert (
        "Je soussigné Lefèvre Élodie certifie renoncer au remboursement des frais ci-dessus"
        " et les laisser à l'association en tant que don."
    ) in text
    assert "Fait à …" in text
    assert "Signature du ou de la bénévole" in text
    assert "remboursement des frais ci-dessus pour" not in text


def test_a_request_for_a_refund_takes_the_place_of_the_waiver():
    text = text_of(
        sheet(paid(1_250, "Péage A11"), state=ExpenseState.REIMBURSED), asks_refund=True
    )

    assert "Demande de remboursement" in text
    assert "en tant que don" not in text
    assert "Remboursé le 22 novembre 2026." in text


def test_every_line_and_the_total_in_figures_and_words_are_printed():
    said = sheet(
        trip(1, 212), paid(1_250, "Péage A11"), paid(1_890, "Déjeuner", ExpenseKind.MEAL)
    )
    text = text_of(said)

    for part in (
        "Note de frais de bénévole n° 12",
        "La Coop des Rives",
        "Bénévole : Lefèvre Élodie, 12 rue des Lilas, 44000 Nantes",
        "Objet : Réunions du <b>réseau</b>",
        "12/03/2026 Véhicule personnel Nantes – Angers et retour 212 134,83 €",
        "12/03/2026 Péage, parking Péage A11 12,50 €",
        "12/03/2026 Repas Déjeuner 18,90 €",
        "Total : 166,23 €",
        "Soit cent soixante-six euros et vingt-trois centimes.",
    ):
        assert part in text


def test_the_address_of_the_association_stands_above_the_title():
    text = text_of(sheet(paid(1_250, "Péage A11")))

    assert "La Coop des Rives 3 quai de la Fosse, 44000 Nantes Note de frais" in text


def test_rf_55_the_mileage_is_explained_by_vehicle_and_year():
    before = {VehicleYear(1, 2026): YearSoFar(4_000_000, Money(254_400))}
    text = text_of(sheet(trip(1, 6_000), trip(2, 1_000), trip(3, 10), before=before))

    for part in (
        "Clio AB-123-CD (voiture, 5 CV), 2026, 6 000 km : 10 000 km × 0,357 € + 1 395 € ",
        "− 2 544,00 € déjà comptés pour 4 000 km = 2 421,00 €",
        "Zoé (voiture électrique, 4 CV), 2026, 1 000 km : (1 000 km × 0,606 €) + 20 % = 727,20",
        "Solex (cyclomoteur), 2026, 10 km : 10 km × 0,315 € = 3,15 €",
        "Barème applicable aux trajets faits à partir du 1er janvier 2022",
    ):
        assert part in text


def test_vouchers_are_listed_and_named_by_their_lines():
    to = AttachedTo(sheet_id=12, line_id=2)
    kept = [
        Attachment(7, AttachmentKind.VOUCHER, "Repas.pdf", TODAY, 9, "a", AttachedTo(12)),
        Attachment(8, AttachmentKind.VOUCHER, "Péage.pdf", TODAY, 9, "b", to),
    ]
    text = text_of(sheet(paid(500, "Repas"), paid(1_250, "Péage"), attachments=kept))

    assert "Péage 2 12,50 €" in text
    assert "Pièces jointes 1. Repas.pdf 2. Péage.pdf" in text
    assert "Aucune pièce" in text_of(sheet(paid(500, "Repas")))


@pytest.mark.parametrize("count", [1, 34, 40, 120])
def test_what_is_signed_stands_on_one_page_whatever_the_number_of_lines(count):
    said = pages(sheet(*(paid(100, f"Dépense {place}") for place in range(count))))

    for number, text in enumerate(said, start=1):
        assert f"page {number}/{len(said)}" in text
    closing = said[-1]
    assert "Je soussigné" in closing
    assert "Vu pour l’association" in closing
    assert sum(text.count("Dépense ") for text in said) >= count
