"""Receipts: review, issue, print; what is issued never changes."""

from __future__ import annotations

import datetime as dt
import io
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from pypdf import PdfReader
from sqlalchemy.exc import IntegrityError
from sqlmodel import SQLModel

from coopdesk.domain.addresses import PostalAddress
from coopdesk.domain.contacts import ContactKind, NewContact
from coopdesk.domain.donations import DonationNature, Ineligibility
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentMode, PaymentState
from coopdesk.domain.receipts import Cure, ReceiptScope, Verdict
from coopdesk.services.association import AssociationService
from coopdesk.services.contacts import ContactService
from coopdesk.services.databases import DatabaseService
from coopdesk.services.donations import DonationService
from coopdesk.services.home import HomeService
from coopdesk.services.operations import OperationService
from coopdesk.services.payments import PaymentService
from coopdesk.services.progress import JobCancelledError
from coopdesk.services.receipts import ReceiptService
from tests.building import PROFILE, every_row, gift, new_units, person, today


class Desk:
    """The services of one database with a complete profile."""

    def __init__(self, units):
        self.units = units
        self.association = AssociationService(units)
        self.contacts = ContactService(units, today)
        self.donations = DonationService(units, today)
        self.receipts = ReceiptService(units, today)
        self.accounts = PaymentService(units, today)
        self.operations = OperationService(units)
        self.database = DatabaseService(units)
        self.association.save(PROFILE)

    def donor(self, last_name="Lefèvre", first_name="Élodie", **more):
        return self.contacts.add(person(last_name, first_name, **more)).value.id

    def give(self, donor_id, cents=5000, **more):
        return self.donations.record(gift(donor_id, cents, **more)).value.id

    def sql(self, statement):
        """Run a statement the way a curious person with a database browser would."""
        with closing(sqlite3.connect(self.units.database.path)) as connection:
            connection.execute(statement)
            connection.commit()


@pytest.fixture
def desk(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        yield Desk(units)


def text_of(pdf):
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def verdicts(desk, year=2026):
    return {
        line.gift.donation_id: (line.verdict, line.reason, line.cure)
        for line in desk.receipts.review(year).lines
    }


def test_review_says_of_every_gift_why_it_waits_or_is_left_out(desk):
    donor = desk.donor()
    homeless = desk.donor("Sans", "Adresse", address=PostalAddress())
    firm = desk.contacts.add(
        NewContact(kind=ContactKind.ORGANISATION, organisation_name="Scop des Tilleuls")
    ).value.id
    ready, anonymous, no_address = desk.give(donor), desk.give(None), desk.give(homeless)
    ineligible = desk.give(donor, ineligibility=Ineligibility.COUNTERPART)
    company, doubtful, dismissed = desk.give(firm), desk.give(donor), desk.give(donor)
    for donation_id, state in (
        (doubtful, PaymentState.TO_CHECK),
        (dismissed, PaymentState.DISMISSED),
    ):
        desk.accounts.decide([desk.donations.get(donation_id).payment_id], state)

    assert verdicts(desk) == {
        ready: (Verdict.READY, "", None),
        anonymous: (Verdict.EXCLUDED, "anonymous", None),
        no_address: (Verdict.BLOCKED, "address_missing", Cure.CONTACT),
        ineligible: (Verdict.EXCLUDED, "ineligible_counterpart", None),
        company: (Verdict.BLOCKED, "address_missing", Cure.CONTACT),
        doubtful: (Verdict.BLOCKED, "payment_to_check", Cure.PAYMENT),
        dismissed: (Verdict.EXCLUDED, "payment_dismissed", None),
    }


def test_incomplete_profile_blocks_everything_and_names_its_fields(desk):
    donation = desk.give(desk.donor())
    desk.association.save(replace(PROFILE, signatory_name="", purpose=""))

    review = desk.receipts.review(2026)

    assert set(review.missing) == {"signatory_name", "purpose"}
    assert verdicts(desk)[donation] == (Verdict.BLOCKED, "profile_incomplete", Cure.PROFILE)
    with pytest.raises(RuleError) as refused:
        desk.receipts.issue_year(2026)
    assert refused.value.code == "receipt.profile_incomplete"


def test_one_receipt_per_donor_adds_up_the_year_and_lists_the_payments(desk):
    donor = desk.donor()
    desk.give(donor, 5000, day=dt.date(2026, 1, 12), mode=PaymentMode.CHEQUE)
    desk.give(donor, 3120, day=dt.date(2026, 3, 1))
    desk.give(donor, 9999, day=dt.date(2025, 12, 31))

    (receipt,) = desk.receipts.issue_year(2026).value

    assert (receipt.number_text, receipt.amount, receipt.gift_count) == (
        "2026-0001",
        Money(8120),
        2,
    )
    text = text_of(desk.receipts.pdf(receipt.id))
    for said in (
        "2026-0001",
        "Lefèvre",
        "Élodie",
        "12 rue des Lilas",
        "81,20",
        "quatre-vingt-un euros et vingt centimes",
        "Cumul 2026",
        "12/01/2026",
        "01/03/2026",
        "W442000001",
        "La Coop des Rives",
        "Camille Aubry",
        "11580*05",
    ):
        assert said in text.replace("\u00a0", " ").replace("\n", " "), said


def test_one_receipt_per_gift_follows_the_days(desk):
    donor = desk.donor()
    later = desk.give(donor, 300, day=dt.date(2026, 5, 1))
    earlier = desk.give(donor, 200, day=dt.date(2026, 2, 1))

    issued = desk.receipts.issue_year(2026, ReceiptScope.GIFT).value

    assert [(line.number, line.amount.cents) for line in issued] == [(1, 200), (2, 300)]
    assert desk.donations.get(earlier).receipt_number == "2026-0001"
    assert desk.donations.get(later).receipt_number == "2026-0002"


def test_natures_are_never_mixed_on_one_receipt(desk):
    donor = desk.donor()
    desk.give(donor, 5000)
    desk.give(donor, 7000, nature=DonationNature.WAIVED_EXPENSES)

    amounts = sorted(line.amount.cents for line in desk.receipts.issue_year(2026).value)

    assert amounts == [5000, 7000]


def test_numbers_go_on_without_gap_and_start_again_each_year(desk):
    desk.give(desk.donor("Aa"))
    desk.receipts.issue_year(2026)
    desk.give(desk.donor("Bb"))
    desk.give(desk.donor("Cc"), day=dt.date(2025, 6, 1))
    desk.receipts.issue_year(2026)
    desk.receipts.issue_year(2025)

    assert [line.number for line in desk.receipts.find(2026)] == [1, 2]
    assert [line.number for line in desk.receipts.find(2025)] == [1]
    assert desk.database.check().ok


def test_second_issue_of_the_same_gifts_is_refused(desk):
    desk.give(desk.donor())
    desk.receipts.issue_year(2026)

    with pytest.raises(RuleError) as refused:
        desk.receipts.issue_year(2026)

    assert refused.value.code == "receipt.nothing_to_issue"
    assert len(desk.receipts.find(2026)) == 1


def test_named_gifts_that_are_not_all_ready_any_more_give_no_receipt(desk):
    donor = desk.donor()
    first, second = desk.give(donor), desk.give(donor)
    desk.receipts.issue_year(2026, donation_ids=[first])

    with pytest.raises(RuleError) as refused:
        desk.receipts.issue_year(2026, donation_ids=[first, second])

    assert refused.value.code == "receipt.changed_meanwhile"
    assert len(desk.receipts.find(2026)) == 1


def test_what_the_form_asks_for_and_nobody_said_blocks_the_gift(desk):
    donor = desk.donor()
    nameless = desk.give(desk.donor("membre@example.org", ""))
    modeless, vague = desk.give(donor), desk.give(donor)
    # As a file of an older program may say it: nobody can type it in any more.
    desk.sql(f"UPDATE donation SET mode = 'other' WHERE id IN ({modeless}, {vague})")
    desk.sql(f"UPDATE donation SET nature = 'other' WHERE id = {vague}")

    assert verdicts(desk) == {
        nameless: (Verdict.BLOCKED, "name_missing", Cure.CONTACT),
        modeless: (Verdict.BLOCKED, "mode_missing", Cure.DONATION),
        vague: (Verdict.BLOCKED, "nature_missing", Cure.DONATION),
    }
    counts = HomeService(desk.units, today).receipts(2026).now
    assert (counts.ready, counts.blocked) == (0, 3)


def test_gift_in_kind_says_on_its_receipt_what_was_given(desk):
    donor = desk.donor()
    in_kind = {"nature": DonationNature.OTHER, "mode": PaymentMode.OTHER}
    desk.give(donor, description="Un piano <b>droit</b>", **in_kind)
    desk.give(donor, description="Deux chaises", **in_kind)

    (receipt,) = desk.receipts.issue_year(2026).value

    said = text_of(desk.receipts.pdf(receipt.id))
    assert "(précisez) (4) :\nUn piano <b>droit</b>, Deux chaises" in said


def test_receipt_is_never_older_than_its_gift(desk):
    desk.give(desk.donor())
    clock_behind = ReceiptService(desk.units, lambda: dt.date(2021, 11, 22))

    with pytest.raises(RuleError) as refused:
        clock_behind.issue_year(2026)

    assert refused.value.code == "receipt.before_gift"
    assert desk.receipts.find(2026) == []


def test_receipt_of_helloasso_blocks_ours(desk):
    donation = desk.give(desk.donor())
    with desk.units.write("test") as work:
        work.donations.change(donation, {"outside_receipt": "HA-2026-17"})
        work.commit()

    assert verdicts(desk)[donation] == (Verdict.EXCLUDED, "outside_receipt", None)


def test_issued_receipt_keeps_its_words_when_the_donor_moves(desk):
    donor = desk.donor()
    desk.give(donor)
    (receipt,) = desk.receipts.issue_year(2026).value
    before = desk.receipts.pdf(receipt.id)

    desk.contacts.change(donor, person("Durand", "Élodie", address=PostalAddress(city="Lyon")))

    assert desk.receipts.pdf(receipt.id) == before
    assert "Lefèvre" in text_of(before)


def test_issuing_cannot_be_undone_and_says_why(desk):
    desk.give(desk.donor())
    desk.receipts.issue_year(2026)

    with pytest.raises(RuleError) as refused:
        desk.operations.undo()

    assert refused.value.code == "operation.frozen"


def test_gift_on_a_receipt_cannot_be_corrected_removed_or_set_aside(desk):
    donation = desk.give(desk.donor())
    desk.receipts.issue_year(2026)
    content = desk.donations.get(donation).content
    payment = desk.donations.get(donation).payment_id

    for command in (
        lambda: desk.donations.correct(donation, replace(content, amount=Money(1))),
        lambda: desk.donations.remove(donation),
    ):
        with pytest.raises(RuleError) as refused:
            command()
        assert refused.value.code == "donation.on_receipt"
    with pytest.raises(RuleError) as refused:
        desk.accounts.decide([payment], PaymentState.DISMISSED)
    assert refused.value.code == "payment.on_receipt"


def test_undo_of_a_decision_names_the_receipt_that_rests_on_it(desk):
    payment = desk.donations.get(desk.give(desk.donor())).payment_id
    desk.accounts.decide([payment], PaymentState.DISMISSED)
    desk.accounts.decide([payment], PaymentState.RECEIVED)
    counted = desk.operations.latest()[0]
    desk.receipts.issue_year(2026)

    with pytest.raises(RuleError) as refused:
        desk.operations.undo_one(counted.id)

    assert (refused.value.code, refused.value.values["by"]) == (
        "operation.rested_on",
        "tax_receipt",
    )


def copied(table, verb="INSERT OR REPLACE", **changed):
    """Return a statement that writes the rows of a table again, some columns otherwise."""
    columns = [column.name for column in SQLModel.metadata.tables[table].c]
    values = [changed.get(name, name) for name in columns]
    return f"{verb} INTO {table} ({', '.join(columns)}) SELECT {', '.join(values)} FROM {table}"


NEXT_NUMBER = {"id": "id + 9", "number_text": "'x'", "hash": "'x'", "previous_hash": "hash"}
UPSERTED = (
    "INSERT INTO tax_receipt SELECT * FROM tax_receipt WHERE 1"
    " ON CONFLICT DO UPDATE SET salt = 1"
)
TAKEN_ROW = (
    "INSERT OR REPLACE INTO tax_receipt_gift"
    " (rowid, receipt_id, donation_id, amount_cents, is_living) VALUES (1, 2, 2, 5000, 1)"
)
ATTACKS = (
    "UPDATE tax_receipt SET amount_cents = 1",
    "UPDATE tax_receipt SET pdf = x'00'",
    "UPDATE OR REPLACE tax_receipt SET number = 2 WHERE number = 1",
    "DELETE FROM tax_receipt",
    "DELETE FROM tax_receipt_gift",
    "UPDATE tax_receipt_gift SET amount_cents = 1",
    "UPDATE tax_receipt_gift SET is_living = 0",
    copied("tax_receipt"),
    copied("tax_receipt", "INSERT", **NEXT_NUMBER, number="number + 5"),
    copied("tax_receipt", **NEXT_NUMBER, number="number + 1", replaces_id="id"),
    copied("tax_receipt", "INSERT", **NEXT_NUMBER | {"number_text": "number_text"}),
    copied("tax_receipt_gift", amount_cents="1"),
    copied("tax_receipt_gift", is_living="0"),
    copied("tax_receipt_gift", "INSERT", donation_id="donation_id + 1"),
    UPSERTED,
    "INSERT INTO tax_receipt_gift SELECT receipt_id, donation_id, 1, 1 FROM tax_receipt_gift",
    "UPDATE donation SET amount_cents = amount_cents + 1",
    "UPDATE donation SET donor_id = NULL",
    "UPDATE donation SET id = id + 1",
    "UPDATE donation SET rowid = rowid + 1",
    "UPDATE payment SET rowid = rowid + 1",
    "UPDATE payment_line SET rowid = rowid + 1",
    "DELETE FROM donation",
    copied("donation", amount_cents="amount_cents + 1"),
    copied("donation", id="id + 1"),
    "UPDATE payment SET amount_cents = amount_cents + 1",
    "UPDATE payment SET state = 'dismissed'",
    copied("payment", state="'dismissed'"),
    "UPDATE payment_line SET amount_cents = amount_cents + 1",
    copied("payment_line", amount_cents="amount_cents + 1"),
    "UPDATE stored_file SET content = x'00'",
    "DELETE FROM stored_file",
    copied("stored_file", content="x'00'"),
    "UPDATE receipt_series SET prefix = 'x'",
    "DELETE FROM receipt_series",
    copied("receipt_series", prefix="'x'"),
    "UPDATE OR REPLACE receipt_series SET year = 2026 WHERE year = 2030",
    TAKEN_ROW,
)
# A year to move, and a receipt that still has room for a gift.
FORGED = (
    "INSERT INTO receipt_series VALUES (9, 2030, 'y', 4)",
    copied("tax_receipt", "INSERT", **NEXT_NUMBER | {"id": "2"}, number="number + 1"),
)


def test_no_statement_changes_an_issued_receipt(desk):
    donor = desk.donor()
    desk.give(donor)
    desk.receipts.issue_year(2026)
    desk.give(donor)
    for statement in FORGED:
        desk.sql(statement)
    before = every_row(desk.units)

    for attack in ATTACKS:
        with pytest.raises(sqlite3.IntegrityError):
            desk.sql(attack)
        with desk.units.database.writing() as connection, pytest.raises(IntegrityError):
            connection.exec_driver_sql(attack)

    assert every_row(desk.units) == before


def test_forging_past_the_protections_is_found_by_the_check(desk):
    desk.give(desk.donor())
    (receipt,) = desk.receipts.issue_year(2026).value
    desk.sql("DROP TRIGGER tax_receipt_no_update")
    desk.sql("UPDATE tax_receipt SET amount_cents = 999900, pdf = pdf || x'00'")

    codes = {finding.code for finding in desk.database.check().findings}

    assert codes == {
        "check.trigger_missing",
        "check.pdf_changed",
        "check.receipt_differs",
        "check.snapshot_differs",
        "check.chain_broken",
    }
    assert receipt.number == 1


def test_removed_receipt_is_found_as_a_gap(desk):
    for name in ("Aa", "Bb", "Cc"):
        desk.give(desk.donor(name))
    desk.receipts.issue_year(2026)
    for statement in (
        "DROP TRIGGER tax_receipt_no_delete",
        "DROP TRIGGER tax_receipt_gift_no_delete",
        "DELETE FROM tax_receipt_gift WHERE receipt_id = 2",
        "DELETE FROM tax_receipt WHERE number = 2",
    ):
        desk.sql(statement)

    findings = {finding.code: finding.values for finding in desk.database.check().findings}

    assert findings["check.number_gap"] == {"year": 2026, "number": 2}
    desk.sql("DROP TRIGGER tax_receipt_no_update")
    desk.sql("UPDATE tax_receipt SET number = 4000000000000 WHERE number = 3")
    gaps = [x for x in desk.database.check().findings if x.code == "check.number_gap"]
    assert len(gaps) == 1_000


class StopAt:
    """A person who cancels at the n-th step."""

    def __init__(self, step):
        self.step = step

    def advance(self, done, _total):
        if done >= self.step:
            raise JobCancelledError


@pytest.mark.parametrize("step", [0, 1, 2, 3])
def test_cancelled_issue_burns_no_number(desk, step):
    for name in ("Aa", "Bb", "Cc"):
        desk.give(desk.donor(name))
    before = every_row(desk.units)

    with pytest.raises(JobCancelledError):
        desk.receipts.issue_year(2026, progress=StopAt(step))

    assert every_row(desk.units) == before
    assert [line.number for line in desk.receipts.issue_year(2026).value] == [1, 2, 3]


def test_character_without_a_glyph_blocks_its_gift_and_lets_the_others_go(desk):
    unprintable = desk.give(desk.donor("Łódź", "陳"))
    desk.give(desk.donor("Łódź", "Zoé"))

    (blocked,) = desk.receipts.review(2026).of(Verdict.BLOCKED)
    desk.receipts.issue_year(2026)

    assert (blocked.gift.donation_id, blocked.reason) == (unprintable, "unprintable_donor")
    assert (blocked.gift.unprintable_donor, blocked.cure) == ("陳", Cure.CONTACT)
    assert [line.donor_name for line in desk.receipts.find(2026)] == ["Zoé Łódź"]


def test_an_order_stands_for_the_decree_where_local_law_holds(desk):
    act_on, printed_on = dt.date(1990, 3, 12), dt.date(1990, 3, 15)
    for postal_code, published_on, expected in (
        ("67000", None, (None, act_on)),
        ("67000", printed_on, (act_on, None)),
        ("44000", None, (act_on, None)),
    ):
        address = replace(PROFILE.address, postal_code=postal_code)
        recognised = replace(PROFILE, category="oig_rup", address=address, decree_on=act_on)
        desk.association.save(replace(recognised, published_on=published_on))
        desk.give(desk.donor())
        (line,) = desk.receipts.issue_year(2026).value
        said = desk.receipts.detail(line.id).snapshot
        assert (said.decree_on, said.order_on) == expected
    assert desk.database.check().ok
