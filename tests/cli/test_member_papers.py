"""Papers of members, reminders and shares on the command line."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from pypdf import PdfReader

from coopdesk.domain.members import (
    AmountKind,
    MemberRules,
    NewMembership,
    NewMembershipType,
    Period,
)
from coopdesk.domain.money import Money
from coopdesk.domain.operations import Origin
from coopdesk.domain.payments import PaymentMode
from coopdesk.domain.shared_payments import NewSharedPayment, PaymentShare
from coopdesk.services.opening import open_database, signature
from tests.cli.conftest import LAST_YEAR

YEAR = LAST_YEAR + 1
FEE = Money(2000)


def text_of(path):
    pages = PdfReader(io.BytesIO(path.read_bytes())).pages
    return "\n".join(page.extract_text() for page in pages).replace("\u00a0", " ")


@pytest.fixture
def services(line):
    found = open_database(line.database, signature("Camille", Origin.WINDOW))
    yield found
    found.database.close()


@pytest.fixture
def member(services, elodie):
    """Élodie, a member of this year who has paid."""
    terms = NewMembershipType("Adulte", AmountKind.FIXED, FEE)
    kind = services.membership_types.add(terms).value.id
    period = Period(dt.date(YEAR, 1, 1), dt.date(YEAR, 12, 31))
    membership = services.members.join(NewMembership(elodie, kind, period, FEE)).value
    share = PaymentShare("fee", FEE, membership.id)
    day = dt.datetime.now().astimezone().date()
    services.members.record_payment(
        NewSharedPayment(elodie, day, FEE, PaymentMode.CASH, (share,))
    )
    return elodie


@pytest.mark.parametrize("ids", ["", " , ", "1,,2", "1;2"])
def test_an_empty_or_wrong_list_of_numbers_is_not_taken_for_everybody(line, member, ids):
    words = ("members", "addresses", "--to", line.folder / "a.txt", "--ids", ids)
    assert line(*words).code == 2


def test_a_filter_and_numbers_together_are_refused(line, member):
    chosen = ("--ids", str(member), "--filter", "kind = person")
    refused = line("members", "addresses", "--to", line.folder / "a.txt", *chosen)
    assert refused.code == 2
    assert "members addresses --help" in refused.err


@pytest.fixture
def debtor(services, line, member):
    """Camille, who has not paid since last year."""
    words = ("--last-name", "Aubry", "--first-name", "Camille", "--email", "c@example.org")
    camille = line.json("contacts", "add", *words)["contact"]["id"]
    kind = services.membership_types.list()[0].id
    period = Period(dt.date(LAST_YEAR, 1, 1), dt.date(YEAR, 12, 31))
    services.members.join(NewMembership(camille, kind, period, FEE))
    return camille


def test_cards_labels_list_and_addresses_say_who_was_left_out(line, debtor, member, tmp_path):
    cards = line.json("members", "cards", "--to", tmp_path / "cartes.pdf")
    assert cards["count"] == 1
    assert [(x["contact_id"], x["reason"]) for x in cards["left_out"]] == [(debtor, "unpaid")]
    words = ("--format", "avery l7160", "--start", 4, "--outlined")
    labels = line.json("members", "labels", "--to", tmp_path / "e.pdf", *words)
    assert [x["reason"] for x in labels["left_out"]] == ["no_address"]
    assert "44000 NANTES" in text_of(tmp_path / "e.pdf")
    listed = line("members", "list-pdf", "--to", tmp_path / "liste.pdf")
    assert "2 adhésions" in listed.out or "2 adhérent·es" in listed.out
    assert "Aubry" in text_of(tmp_path / "liste.pdf")
    addresses = line("members", "addresses", "--to", tmp_path / "adresses.txt")
    assert "pas d’adresse e-mail" in addresses.out
    assert (tmp_path / "adresses.txt").read_text(encoding="utf-8") == "c@example.org\n"


def test_papers_take_a_filter_or_numbers(line, debtor, member, tmp_path):
    path = tmp_path / "liste.pdf"
    rules = "member_status = up_to_date"
    assert line.json("members", "list-pdf", "--to", path, "--filter", rules)["count"] == 1
    both = f"{member},{debtor}"
    assert line.json("members", "list-pdf", "--to", path, "--ids", both)["count"] == 2
    assert text_of(path).index("Lefèvre") < text_of(path).index("Aubry")
    assert line("members", "list-pdf", "--to", path, "--ids", "1,x").code == 2
    refused = line("members", "labels", "--to", path, "--format", "L1", "--json")
    assert refused.document["error"]["code"] == "label.unknown_format"


def test_attendance_lists_the_members_of_a_day(line, debtor, tmp_path):
    path = tmp_path / "emargement.pdf"
    words = ("--assembly", "AG ordinaire", "--date", f"{YEAR}-06-20", "--place", "Salle 1")
    run = line.json("members", "attendance", "--to", path, *words, "--hour", "18 h")
    assert run["count"] == 1
    assert "AG ordinaire" in text_of(path)
    assert "Salle 1" in text_of(path)
    words = ("--assembly", "AG", "--date", f"{LAST_YEAR}-06-20")
    assert line("members", "attendance", "--to", path, *words, "--without-vote").code == 1


def test_the_certificate_is_written_for_who_has_paid(line, debtor, member, tmp_path):
    path = tmp_path / "attestation.pdf"
    assert line.json("members", "certificate", member, "--to", path)["count"] == 1
    assert "Élodie Lefèvre" in text_of(path)
    refused = line("members", "certificate", debtor, "--to", path, "--json")
    assert (refused.code, refused.document["error"]["code"]) == (
        1,
        "certificate.not_in_force",
    )


def test_reminders_are_listed_then_written_and_noted(line, debtor, services, tmp_path):
    due = line.json("members", "remind", "--degree", 1, "--dry-run")
    assert [(x["name"], x["reason"], x["amount_cents"]) for x in due["due"]] == [
        ("Camille Aubry", "unpaid", 2000)
    ]
    assert line.json("members", "remind", "--degree", 0, "--dry-run")["count"] == 0
    assert "Camille Aubry" in line("members", "remind", "--degree", 1, "--dry-run").out

    folder = tmp_path / "brouillons"
    services.association.save(
        services.association.get().__class__(name="Coop", email="bonjour@example.org")
    )
    run = line.json("members", "remind", "--degree", 1, "--eml", folder)
    assert (len(run["drafts"]), run["left_out"]) == (1, [])
    assert (folder / "adresses.txt").read_text(encoding="utf-8") == "c@example.org\n"
    assert line.json("members", "remind", "--degree", 2, "--dry-run")["due"] == []
    at_once = ("--degree", 2, "--quiet", 0, "--dry-run")
    assert line.json("members", "remind", *at_once)["count"] == 1


def test_letters_are_one_file_and_who_has_no_address_is_named(line, debtor, tmp_path):
    line("contacts", "edit", debtor, "--street", "1 rue du Port", "--city", "Nantes")
    path = tmp_path / "rappels.pdf"
    run = line("members", "remind", "--degree", 1, "--to", path)
    assert "1 lettre écrite" in run.out
    assert "Camille" in text_of(path)


def test_a_reminder_needs_one_place_to_go(line, debtor, tmp_path):
    both = ("--to", tmp_path / "a.pdf", "--eml", tmp_path)
    assert line("members", "remind", "--degree", 1).code == 2
    assert line("members", "remind", "--degree", 1, *both).code == 2
    assert line("members", "remind", "--degree", "x", "--dry-run").code == 2


def test_shares_are_subscribed_withdrawn_listed_and_certified(line, services, elodie, tmp_path):
    refused = line("shares", "subscribe", elodie, "--shares", 5, "--json")
    assert refused.document["error"]["code"] == "share.not_kept"
    services.members.change_rules(MemberRules(has_shares=True, share_nominal=Money(5000)))
    done = line.json("shares", "subscribe", elodie, "--shares", 5, "--date", f"{YEAR}-01-01")
    assert (done["movement"]["number"], done["movement"]["nominal_cents"]) == (1, 5000)
    out = line("shares", "withdraw", elodie, "--shares", 2, "--note", "départ").out
    assert "-2" in out
    assert line("shares", "withdraw", elodie, "--shares", 9).code == 1
    held = line.json("shares", "list")
    assert (held["shares"], held["capital_cents"]) == (3, 15_000)
    assert "Élodie Lefèvre" in line("shares", "list").out
    assert line.json("shares", "list", "--on", f"{LAST_YEAR}-12-31")["holders"] == []
    assert [x["balance"] for x in line.json("shares", "register")["movements"]] == [5, 3]
    assert "Retrait" in line("shares", "register").out
    line.json("shares", "register", "--to", tmp_path / "registre.pdf")
    assert "Souscription" in text_of(tmp_path / "registre.pdf")
    line.json("shares", "certificate", elodie, "--to", tmp_path / "parts.pdf")
    assert "150,00 €" in text_of(tmp_path / "parts.pdf")


def test_another_value_of_a_share_may_be_given(line, services, elodie):
    services.members.change_rules(MemberRules(has_shares=True, share_nominal=Money(5000)))
    words = ("--shares", 1, "--nominal", "12,50")
    done = line.json("shares", "subscribe", elodie, *words)
    assert done["movement"]["nominal_cents"] == 1250
