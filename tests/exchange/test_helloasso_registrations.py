"""What a row of the ticketing and membership exports becomes."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.money import Money, total
from coopdesk.domain.payments import LineKind, PaymentMode
from coopdesk.exchange.helloasso import read_file


def test_tickets_without_names_are_registrations_of_their_order(data):
    rows = read_file(data / "helloasso_event_nameless.csv").rows
    assert total(row.amount for row in rows) == Money(2500)
    assert [(row.order_ref, row.rank, row.ticket) for row in rows] == [
        ("90020001", 1, ""),
        ("90020002", 1, ""),
        ("90020002", 2, ""),
        ("90020003", 1, ""),
        ("90020004", 1, ""),
    ]
    assert {row.kind for row in rows} == {LineKind.REGISTRATION}
    assert (rows[0].participant_last_name, rows[0].payer.last_name) == ("", "Martin")


def test_answers_keep_their_order_their_semicolons_and_lose_odd_spaces_of_labels(data):
    answers = read_file(data / "helloasso_event_nameless.csv").rows[1].answers
    assert list(answers) == [
        "Nom de famille",
        "Prénom de l'enfant",
        "Année de naissance",
        "Prénom de l'enfant 2",
        "Téléphone",
        "Je viens seul(e), et je le dis",
    ]
    assert answers["Année de naissance"] == "2020 ; 2019"


def test_a_named_ticket_has_its_participant_number_and_options(data):
    first, child, promoted, cancelled = read_file(data / "helloasso_event_named.csv").rows
    assert (first.ticket, first.participant_first_name) == ("70001", "Thérèse")
    assert first.amount == Money(3200)
    assert dict(first.answers) == {
        "Repas": "Oui",
        "Montant Repas": "12,00",
        "Allergies": "noix",
    }
    assert (child.amount, child.rank, child.doubt) == (Money(0), 2, "")
    assert (promoted.amount, promoted.tariff) == (Money(1500), "Plein tarif")
    assert (cancelled.status, cancelled.status_known) == ("Annulé", False)
    assert first.registered_on == dt.date(2026, 3, 4)


def test_members_pay_fees_even_when_somebody_else_pays(data):
    first, second = read_file(data / "helloasso_membership.csv").rows
    assert (first.kind, first.amount) == (LineKind.FEE, Money(1850))
    assert (first.participant_first_name, first.payer.first_name) == ("Élise", "Paul")
    assert (second.payer.organisation_name, second.mode) == (
        "Les Amis du Pré",
        PaymentMode.CASH,
    )


def test_exports_of_2019_find_the_order_in_their_links(data):
    first, second = read_file(data / "helloasso_membership_2019.csv").rows
    assert first.order_ref == "60422436"
    assert second.order_ref == "36@30/09/2019 18:56:00"
    assert (second.participant_last_name, second.payer.last_name) == ("Roux", "GIRAUD")
    assert second.payer.address.country == "FR"
    assert list(second.answers) == ["Sexe", "Téléphone portable"]


def test_a_receipt_issued_for_a_membership_is_a_doubt(data):
    first, second = read_file(data / "helloasso_membership_2019.csv").rows
    assert (first.doubt, second.doubt) == ("", "receipt_by_helloasso")


def test_a_promotion_larger_than_the_price_is_a_doubt(fixture_rows, write_table):
    rows = fixture_rows("helloasso_event_named.csv")
    rows[3][rows[0].index("Montant code promo")] = "50,00"
    row = read_file(write_table(rows)).rows[2]
    assert (row.amount, row.doubt) == (Money(2000), "parts_do_not_add_up")


def test_ranks_count_refused_rows_too(fixture_rows, write_table):
    rows = fixture_rows("helloasso_event_nameless.csv")
    rows[2][rows[0].index("Montant tarif")] = "cinq"
    read = read_file(write_table(rows))
    assert [row.rank for row in read.rows if row.order_ref == "90020002"] == [2]
    assert [p.code for p in read.problems] == ["amount.unreadable"]


@pytest.mark.parametrize("column", ["Référence commande", "Date de la commande"])
def test_a_row_without_its_order_or_day_is_refused(fixture_rows, write_table, column):
    rows = fixture_rows("helloasso_event_named.csv")
    rows[1][rows[0].index(column)] = ""
    read = read_file(write_table(rows))
    assert len(read.rows) == 3
    assert [(p.code, p.column) for p in read.problems] == [("row.missing_value", column)]


def test_two_questions_with_one_label_are_both_kept(fixture_rows, write_table):
    rows = fixture_rows("helloasso_event_named.csv")
    path = write_table(
        [
            [*row, *extra]
            for row, extra in zip(rows, [["Âge", "Âge"], *[["7", "8"]] * 4], strict=True)
        ]
    )
    answers = read_file(path).rows[0].answers
    assert (answers["Âge"], answers["Âge (2)"]) == ("7", "8")


def test_too_long_an_answer_refuses_the_row(fixture_rows, write_table):
    rows = fixture_rows("helloasso_event_named.csv")
    rows[1][rows[0].index("Allergies")] = "x" * 5_000
    read = read_file(write_table(rows))
    assert [(p.code, p.column) for p in read.problems] == [("text.too_long", "Allergies")]
