"""What a row of the payments export becomes."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.imports import Payer
from coopdesk.domain.money import ZERO, Money, total
from coopdesk.domain.payments import LineKind, PaymentMode, PaymentPart
from coopdesk.exchange.helloasso import read_file
from coopdesk.exchange.helloasso_payments import Breakdown, split

GIFT = "Don supplémentaire"


@pytest.fixture
def rows(data):
    """The rows of the fixture by payment reference without its common beginning."""
    read = read_file(data / "helloasso_payments_31.csv")
    return {row.payment_ref.removeprefix("800200"): row for row in read.rows}


@pytest.fixture
def read_one(write_payments):
    """Read a payments export of one row; name only what differs from an ordinary payment."""

    def read(**changes):
        named = {label.replace("_", " "): text for label, text in changes.items()}
        return read_file(write_payments(named))

    return read


def test_a_ticket_with_a_gift_is_split(rows):
    row = rows["01"]
    assert row.amount == Money(4500)
    assert row.parts == (
        PaymentPart(LineKind.REGISTRATION, Money(4000)),
        PaymentPart(LineKind.GIFT, Money(500), GIFT),
    )
    assert (row.doubt, row.mode, row.offline) == ("", PaymentMode.CARD, False)
    assert (row.order_ref, row.campaign) == ("90010001", "Fête de printemps")
    assert (row.paid_on, row.paid_out_on) == (dt.date(2026, 4, 3), dt.date(2026, 5, 15))


def test_an_offline_payment_has_a_day_without_time_and_stays_offline(rows):
    row = rows["02"]
    assert (row.paid_on, row.offline) == (dt.date(2026, 4, 4), True)
    assert (row.status, row.status_known) == ("Hors Ligne", True)
    assert row.mode is PaymentMode.TRANSFER
    assert row.parts == (PaymentPart(LineKind.FEE, Money(1000)),)


def test_a_free_ticket_is_a_payment_of_zero_without_doubt(rows):
    row = rows["03"]
    assert row.amount == ZERO
    assert row.parts == (PaymentPart(LineKind.REGISTRATION, ZERO),)
    assert (row.mode, row.doubt) == (PaymentMode.OTHER, "")


def test_a_receipt_issued_by_helloasso_is_noted(rows):
    assert rows["04"].helloasso_receipt == "2025-17"
    assert rows["04"].parts == (PaymentPart(LineKind.GIFT, Money(5000)),)
    assert rows["01"].helloasso_receipt == ""


@pytest.mark.parametrize(
    ("number", "receipt", "noted"),
    [
        ("2025-17", "Oui", "2025-17"),
        ("", "https://example.org/recu", "https://example.org/recu"),
        ("", "Oui", "Oui"),
        ("", "Non", ""),
        ("-", " NON ", ""),
        ("", "", ""),
    ],
)
def test_any_word_but_a_negative_one_is_a_receipt(read_one, number, receipt, noted):
    read = read_one(Numéro_de_reçu=number, Reçu_fiscal=receipt)
    assert read.rows[0].helloasso_receipt == noted


def test_an_organisation_is_the_payer_with_its_identifiers(rows):
    assert rows["05"].payer == Payer(
        last_name="Garçon",
        first_name="Loïc",
        organisation_name="Scierie du Moulin Neuf",
        legal_form="SARL",
        siren="732829320",
        email="contact@scierie.example.org",
        address=PostalAddress("ZA du Moulin", "", "35600", "Redon", "FR"),
    )


def test_an_unknown_status_is_kept_to_be_checked(rows):
    row = rows["06"]
    assert (row.status, row.status_known) == ("Remboursé", False)
    assert row.amount == Money(2000)


def test_a_promotion_is_taken_off_the_tariff(rows):
    assert rows["07"].parts == (PaymentPart(LineKind.REGISTRATION, Money(1500)),)
    assert rows["07"].doubt == ""


def test_a_promotion_may_be_written_as_a_negative_amount(read_one):
    read = read_one(
        Montant_total="30,00",
        Montant_du_tarif="40,00",
        Don_supplémentaire="",
        Montant_du_code_promo="-10,00",
    )
    assert read.rows[0].doubt == ""


def test_parts_that_do_not_add_up_are_a_doubt_and_lose_no_cent(rows):
    assert rows["08"].doubt == "parts_do_not_add_up"
    assert rows["08"].parts == (PaymentPart(LineKind.REGISTRATION, Money(2500)),)


def test_a_contribution_that_may_have_a_counterpart_is_a_doubt(rows):
    assert rows["09"].parts[0].kind is LineKind.GIFT
    assert rows["09"].doubt == "counterpart_possible"


def test_a_gift_without_name_or_email_is_anonymous(rows):
    assert rows["10"].payer.is_anonymous
    assert not rows["01"].payer.is_anonymous


def test_options_quotes_and_line_breaks_in_cells_are_read(rows):
    row = rows["11"]
    assert row.parts == (PaymentPart(LineKind.SALE, Money(3350)),)
    assert row.mode is PaymentMode.CHEQUE
    assert row.comment == "Deux pains ; un torchon\nà retirer samedi"
    assert row.payer.address.street == '8, allée "des Tilleuls" Bât. B'
    assert row.payer.address.country == "FR"


def test_the_raw_row_stands_as_in_the_file(read_one):
    read = read_one(Nom_payeur="  LE\u00a0FUR ", Commentaire="'=1+1")
    row = read.rows[0]
    assert row.raw["Nom payeur"] == "  LE\u00a0FUR "
    assert row.raw["Commentaire"] == "'=1+1"
    assert (row.payer.last_name, row.comment) == ("LE\u00a0FUR", "=1+1")


@pytest.mark.parametrize(
    ("campaign_type", "kind", "doubt"),
    [
        ("Billetterie", LineKind.REGISTRATION, ""),
        ("ADHESION", LineKind.FEE, ""),
        ("Don", LineKind.GIFT, ""),
        ("Formulaire de don", LineKind.GIFT, ""),
        ("Boutique", LineKind.SALE, ""),
        ("Vente", LineKind.SALE, ""),
        ("Crowdfunding", LineKind.GIFT, "counterpart_possible"),
        ("Tombola", LineKind.OTHER, "unknown_campaign_type"),
        ("", LineKind.OTHER, "unknown_campaign_type"),
    ],
)
def test_the_type_of_campaign_says_what_the_money_is_for(read_one, campaign_type, kind, doubt):
    read = read_one(
        Type_de_campagne=campaign_type, Don_supplémentaire="", Montant_total="40,00"
    )
    assert (read.rows[0].parts[0].kind, read.rows[0].doubt) == (kind, doubt)


@pytest.mark.parametrize(
    ("written", "mode", "doubt"),
    [
        ("Carte bancaire", PaymentMode.CARD, ""),
        ("Espèce(s)", PaymentMode.CASH, ""),
        ("CHEQUE", PaymentMode.CHEQUE, ""),
        ("Virement bancaire", PaymentMode.TRANSFER, ""),
        ("Prélèvement", PaymentMode.DIRECT_DEBIT, ""),
        ("Troc", PaymentMode.OTHER, "unknown_mode"),
        ("", PaymentMode.OTHER, "unknown_mode"),
    ],
)
def test_the_means_of_payment_is_known_or_a_doubt(read_one, written, mode, doubt):
    row = read_one(Moyen_de_paiement=written).rows[0]
    assert (row.mode, row.doubt) == (mode, doubt)


def test_a_negative_amount_is_kept_for_a_person_to_check(read_one):
    read = read_one(Montant_total="-45,00", Montant_du_tarif="-45,00", Don_supplémentaire="")
    row = read.rows[0]
    assert row.amount == Money(-4500)
    assert row.parts == (PaymentPart(LineKind.REGISTRATION, Money(-4500)),)
    assert row.doubt == "parts_do_not_add_up"


def test_a_wrong_email_siren_or_postcode_is_left_out_and_said(read_one):
    read = read_one(
        Email_payeur="elodie chez example.org",
        Raison_sociale="Le Fournil",
        SIREN="732829321",
        Adresse_payeur="1 rue Haute",
        Code_Postal_payeur="4400",
        Ville_payeur="Nantes",
    )
    payer = read.rows[0].payer
    assert (payer.email, payer.siren, payer.organisation_name) == ("", "", "Le Fournil")
    assert payer.address == PostalAddress("1 rue Haute", "", "", "Nantes", "FR")
    assert read.problems == ()
    assert [(p.line, p.code, p.column) for p in read.warnings] == [
        (2, "siren.wrong_key", "SIREN"),
        (2, "email.wrong", "Email payeur"),
        (2, "postcode.wrong", "Code Postal payeur"),
    ]


@pytest.mark.parametrize(
    ("written", "code"),
    [("", "FR"), ("FRA", "FR"), (" France", "FR"), ("be", "BE"), ("ÉTATS-UNIS", "US")],
)
def test_a_country_is_known_by_its_name_or_code(read_one, written, code):
    read = read_one(Ville_payeur="Ailleurs", Pays_payeur=written)
    assert read.rows[0].payer.address.country == code


def test_an_address_in_an_unknown_country_is_left_out_and_said(read_one):
    read = read_one(Ville_payeur="Atlantis", Adresse_payeur="1 quai", Pays_payeur="Poséidonie")
    assert read.rows[0].payer.address == PostalAddress()
    assert [(p.code, p.values) for p in read.warnings] == [
        ("country.unknown", {"text": "Poséidonie"})
    ]
    assert read.rows[0].raw["Ville payeur"] == "Atlantis"


def test_a_long_address_goes_on_in_the_complement(read_one):
    street = "Résidence des Acacias " * 8
    address = read_one(Adresse_payeur=street, Ville_payeur="Nantes").rows[0].payer.address
    assert max(len(address.street), len(address.complement)) <= 120
    assert f"{address.street} {address.complement}" == street.strip()


@pytest.mark.parametrize(
    ("column", "limit"), [("Nom payeur", 120), ("Raison sociale", 120), ("Adresse payeur", 120)]
)
def test_too_long_a_text_refuses_the_row_and_is_never_cut(write_payments, column, limit):
    read = read_file(write_payments({column: "x" * 300}, {}))
    assert [row.line for row in read.rows] == [3]
    problem = read.problems[0]
    assert (problem.code, problem.column) == ("text.too_long", column)
    assert problem.values["length"] == 300
    assert problem.values["limit"] in {limit, 2 * limit}


@pytest.mark.parametrize(
    "text", ['=HYPERLINK("http://example.org")', "<img src=x>", "Jean <b>Dupont", "@SUM(1)"]
)
def test_formulas_and_markup_are_only_text(read_one, text):
    assert read_one(Nom_payeur=text).rows[0].payer.last_name == text


def test_a_formula_is_no_amount(read_one):
    read = read_one(Montant_total="=3*15")
    assert read.rows == ()
    assert read.problems[0].code == "amount.unreadable"


def test_invisible_characters_are_taken_out_and_said(read_one):
    read = read_one(Nom_payeur="Le\u202efèvre\u200b")
    assert read.rows[0].payer.last_name == "Lefèvre"
    assert [(p.code, p.column) for p in read.warnings] == [
        ("text.invisible_removed", "Nom payeur")
    ]


cents = st.integers(-10_000, 10_000).map(Money)


@given(
    amount=cents,
    breakdown=st.builds(
        Breakdown, tariff=cents, options=cents, promo=cents, gift=cents, told=st.booleans()
    ),
    kind=st.sampled_from(LineKind),
)
def test_parts_always_make_the_total(amount, breakdown, kind):
    parts = split(amount, breakdown, kind, GIFT)
    assert total(part.amount for part in parts) == amount
    assert len(parts) == 1 or all(part.amount.cents > 0 for part in parts)
    if breakdown.adds_up_to(amount, kind) and breakdown.gift and kind is not LineKind.GIFT:
        assert parts[-1] == PaymentPart(LineKind.GIFT, breakdown.gift, GIFT)


@pytest.mark.parametrize(
    ("tariff", "gift", "kind", "adds_up"),
    [
        ("", "", LineKind.REGISTRATION, True),
        ("", "45,00", LineKind.REGISTRATION, True),
        ("", "5,00", LineKind.REGISTRATION, False),
        ("", "5,00", LineKind.GIFT, True),
        ("45,00", "", LineKind.REGISTRATION, True),
        ("40,00", "5,01", LineKind.REGISTRATION, False),
        ("", "50,00", LineKind.GIFT, False),
    ],
)
def test_a_payment_without_breakdown_is_believed_when_it_leaves_no_question(
    write_payments, tariff, gift, kind, adds_up
):
    types = {LineKind.REGISTRATION: "Billetterie", LineKind.GIFT: "Don"}
    path = write_payments(
        {
            "Montant du tarif": tariff,
            "Don supplémentaire": gift,
            "Type de campagne": types[kind],
        }
    )
    doubt = read_file(path).rows[0].doubt
    assert doubt == ("" if adds_up else "parts_do_not_add_up")


def test_a_payout_in_a_workbook_is_read_with_its_numbers_and_days(write_workbook):
    day = dt.datetime(2026, 4, 3, 18, 23, 13)
    header = ["Type d'opération", "Crédit", "Débit", "Référence commande"]
    header += ["Référence paiement", "Date du paiement", "Moyen de paiement"]
    header += ["Type de campagne", "Numéro de versement", "Date du versement"]
    row = ["Paiement unique", 45.5, None, 80010001, 90020001, day, "Carte bancaire"]
    path = write_workbook([header, [*row, "Adhésion", 7001, day.date()]])
    (paid,) = read_file(path).rows
    assert (paid.payment_ref, paid.order_ref, paid.payout_ref) == (
        "90020001",
        "80010001",
        "7001",
    )
    assert (paid.amount, paid.paid_on, paid.doubt) == (Money(4550), day.date(), "")
