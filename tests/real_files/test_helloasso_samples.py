"""Real layouts of HelloAsso, when the samples stand beside the project."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from coopdesk.domain.errors import RuleError
from coopdesk.domain.event_registrations import RegistrationFilter
from coopdesk.domain.events import NewEvent
from coopdesk.domain.import_formats import FileFormat
from coopdesk.domain.imports import PaymentRow
from coopdesk.domain.money import Money, total
from coopdesk.domain.payments import LineKind, PaymentMode
from coopdesk.exchange.helloasso import read_file
from coopdesk.exchange.payment_files import read_payments
from coopdesk.services.event_money import EventMoneyService
from coopdesk.services.event_tickets import EventTicketService
from coopdesk.services.events import EventService
from coopdesk.services.imports import ImportService
from coopdesk.services.registrations import RegistrationService
from tests.building import new_units, today

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"
HELLOASSO = SAMPLES / "helloasso"

# The details of a form, for its page: they name neither a form of a list nor a payment.
IMPORTED = [path for path in HELLOASSO.glob("*") if "FormDetails" not in path.name]

pytestmark = pytest.mark.skipif(not HELLOASSO.is_dir(), reason="no samples beside the project")


def test_the_event_of_2025_gives_five_registrations_of_25_euros():
    read = read_file(HELLOASSO / "evenement_2025_pseudonymise.csv")
    assert (read.file_format, read.problems, read.warnings) == (
        FileFormat.HELLOASSO_EVENT,
        (),
        (),
    )
    assert len(read.rows) == 5
    assert total(row.amount for row in read.rows) == Money(2500)
    assert {row.kind for row in read.rows} == {LineKind.REGISTRATION}
    assert "Prénom de l'enfant 2" in read.rows[0].answers
    answers = [row.answers["Année de naissance Enfant"] for row in read.rows]
    assert answers.count("2020 ; 2019") == 3


def test_the_payments_of_2026_split_a_gift_and_keep_the_offline_row():
    read = read_file(HELLOASSO / "paiements_2026_17col_pseudonymise.csv")
    assert (read.file_format, read.problems) == (FileFormat.HELLOASSO_PAYMENTS, ())
    assert [warning.code for warning in read.warnings] == ["column.receipt_missing"]
    ticket, fee = read.rows
    assert [(part.kind, part.amount) for part in ticket.parts] == [
        (LineKind.REGISTRATION, Money(4000)),
        (LineKind.GIFT, Money(500)),
    ]
    assert (ticket.offline, fee.offline) == (False, True)
    assert (fee.mode, fee.paid_on) == (PaymentMode.TRANSFER, dt.date(2026, 4, 3))
    assert {row.doubt for row in read.rows} == {""}


@pytest.mark.parametrize(
    ("name", "file_format"),
    [
        ("paiements_31col_ENTETE_SEULE.csv", FileFormat.HELLOASSO_PAYMENTS),
        ("adhesions_2024_18col_ENTETE_SEULE.csv", FileFormat.HELLOASSO_MEMBERSHIP),
    ],
)
def test_headers_alone_are_recognised(name, file_format):
    read = read_file(HELLOASSO / name)
    assert (read.file_format, read.rows) == (file_format, ())


def test_the_memberships_of_2019_are_read():
    read = read_file(HELLOASSO / "adhesions_2019_ancien_format_pseudonymise.csv")
    assert [row.amount for row in read.rows] == [Money(22300), Money(19500), Money(20500)]
    assert [row.order_ref for row in read.rows] == ["10422436", "10391725", "10387546"]


def test_files_of_other_programs_are_refused_and_nothing_else_happens():
    others = [
        path for path in SAMPLES.rglob("*") if path.is_file() and HELLOASSO not in path.parents
    ]
    assert others
    for path in others:
        with pytest.raises(RuleError, match=r"^file\.(unknown_format|empty|is_xml|too_many)"):
            read_file(path)


def test_free_tickets_cost_nothing_and_an_issued_receipt_is_noted(tmp_path):
    """The columns of the samples with the two values that none of their rows has."""
    event = (HELLOASSO / "evenement_2025_pseudonymise.csv").read_text("utf-8-sig")
    free = tmp_path / "gratuit.csv"
    free.write_text(event.replace("5,00", "Gratuit"), encoding="utf-8-sig")
    assert {row.amount for row in read_file(free).rows} == {Money(0)}
    header = (HELLOASSO / "paiements_31col_ENTETE_SEULE.csv").read_text("utf-8-sig").strip()
    told = {
        "Référence commande": "1",
        "Référence paiement": "2",
        "Montant total": "5,00",
        "Date du paiement": "03/04/2026 18:23:13",
        "Statut du paiement": "Payé",
        "Nom payeur": "Baron",
        "Type de campagne": "Don",
        "Moyen de paiement": "Carte bancaire",
        "Numéro de reçu": "RF-2026-12",
    }
    path = tmp_path / "recu.csv"
    cells = ";".join(told.get(name, "") for name in header.split(";"))
    path.write_text(f"{header}\r\n{cells}\r\n", encoding="utf-8-sig")
    (row,) = read_file(path).rows
    assert row.helloasso_receipt == "RF-2026-12"


@pytest.mark.parametrize(
    ("name", "payments", "registrations", "refused"),
    [
        ("api-v5_event.Payment.json", [5550], [], []),
        ("api-v5_event.Order.json", [11000, 9000], [31000], ["row.no_money"]),
        ("api-v5_PaymentPayloadOkTest.json", [8000], [], []),
        ("api-v5_GetFormsFromOrganization.json", [], [], []),
    ],
)
def test_answers_of_the_api_are_read(name, payments, registrations, refused):
    read = read_payments(HELLOASSO / name)
    paid = [row for row in read.rows if isinstance(row, PaymentRow)]
    others = [row for row in read.rows if not isinstance(row, PaymentRow)]
    assert [row.amount.cents for row in paid] == payments
    assert [row.amount.cents for row in others] == registrations
    assert [problem.code for problem in read.problems] == refused


def test_shares_that_exceed_a_payment_are_not_believed():
    (row,) = read_payments(HELLOASSO / "api-v5_event.Payment.json").rows
    assert (len(row.parts), row.doubt) == (1, "parts_do_not_add_up")
    first, second, _member = read_payments(HELLOASSO / "api-v5_event.Order.json").rows
    assert [(x.parts[0].kind, x.doubt) for x in (first, second)] == [(LineKind.FEE, "")] * 2


@pytest.mark.parametrize("path", sorted(IMPORTED), ids=lambda path: path.name)
def test_every_sample_comes_in_once(path, tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        imports = ImportService(units, today)
        imports.apply(path)
        assert imports.apply(path).value is None
        assert not {"new", "changed"} & {x.verdict.value for x in imports.preview(path).lines}


def test_the_race_of_2025_is_taken_for_an_event_whole_and_once(tmp_path):
    """Five children run with a parent: five registrations of 5 euros, all paid."""
    with new_units(tmp_path / "office.coopdesk") as units:
        imports, tickets = ImportService(units, today), EventTicketService(units, today)
        race = EventService(units, today).add(NewEvent("Course des familles")).value
        imports.apply(HELLOASSO / "evenement_2025_pseudonymise.csv")
        [offer] = tickets.offers(race.id)
        assert (offer.count, offer.void, offer.amount) == (5, 0, Money(2500))
        assert [(x.name, x.count) for x in offer.tariffs] == [("Course Parents - Enfants", 5)]
        assert tickets.take(race.id, [offer.form]).value.registered == 5
        people = RegistrationService(units, today)
        counts = people.counts(race.id)
        assert (counts.registered, counts.due, counts.paid) == (5, Money(2500), Money(2500))
        found = EventMoneyService(units, today).result(race.id)
        assert (found.result, found.expected) == (Money(0), Money(2500))
        assert imports.apply(HELLOASSO / "evenement_2025_pseudonymise.csv").value is None
        assert people.counts(race.id) == counts
        named = {one.name for one in people.lines(people.ids(RegistrationFilter(race.id)))}
        assert {"Gaëlle Martin", "Inès Bernard", "Claude Petit"} <= named


def test_an_order_of_memberships_offers_no_ticket(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        event = EventService(units, today).add(NewEvent("Formulaire exemple")).value
        assert ImportService(units, today).apply(HELLOASSO / "api-v5_event.Order.json").value
        assert EventTicketService(units, today).offers(event.id) == []
