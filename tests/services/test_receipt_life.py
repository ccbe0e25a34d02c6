"""The life of a receipt: voided, replaced, delivered; what is issued never changes."""

from __future__ import annotations

import datetime as dt
import io
import sqlite3
from dataclasses import replace

import pytest
from pypdf import PdfReader

from coopdesk.domain.contact_details import OrganisationKind
from coopdesk.domain.contacts import ContactKind, NewContact
from coopdesk.domain.donations import (
    DonationNature,
    NewReturn,
    ReturnReason,
    TaxArticle,
    ValueBasis,
)
from coopdesk.domain.errors import NotFoundError, RuleError
from coopdesk.domain.money import Money
from coopdesk.domain.payments import PaymentMode
from coopdesk.domain.receipt_drafting import COMPANY_FORM
from coopdesk.domain.receipts import (
    Delivery,
    DeliveryWay,
    ReceiptFilter,
    ReceiptScope,
    ReceiptStatus,
    Verdict,
)
from coopdesk.services.databases import DatabaseService
from coopdesk.services.donations import DonationService
from coopdesk.services.operations import OperationService
from coopdesk.services.receipt_life import ReceiptLifeService
from coopdesk.services.receipts import ReceiptService
from coopdesk.storage.checks import check
from tests.building import ADDRESS, TODAY, every_row, person, today
from tests.services.receipt_office import ReceiptOffice, receipt_office

YEAR = 2026


@pytest.fixture
def office(tmp_path):
    with receipt_office(tmp_path) as office:
        office.life = ReceiptLifeService(office.units, today)
        office.operations = OperationService(office.units)
        yield office


def company(office: ReceiptOffice, closing: str = "", **more: object) -> int:
    new = NewContact(
        kind=ContactKind.ORGANISATION,
        organisation_name="Menuiserie des Tilleuls",
        legal_form="SARL",
        siren="732829320",
        organisation_kind=OrganisationKind.COMPANY,
        address=ADDRESS,
        fiscal_year_end=closing,
    )
    return office.contacts.add(replace(new, **more)).value.id


def refusal(command, *arguments, **named):
    """Return the code that a command is refused with."""
    with pytest.raises((RuleError, NotFoundError)) as refused:
        command(*arguments, **named)
    return refused.value.code


def text_of(pdf):
    said = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    return said.replace("\u00a0", " ")


def whole(office):
    """Tell that the check finds nothing wrong."""
    return DatabaseService(office.units).check().findings == ()


def test_voided_receipt_keeps_its_row_and_paper_and_frees_its_gifts(office):
    (receipt,) = office.issued(("Aa", 5000))
    before, paper = every_row(office.units), office.receipts.pdf(receipt.id)

    line = office.life.void(receipt.id, "  montant\nerroné ").value

    assert (line.status, line.voided_on) == (ReceiptStatus.VOIDED, TODAY)
    void = office.receipts.detail(receipt.id).void
    assert (void.reason, void.author) == ("montant erroné", "Camille")
    assert every_row(office.units)["tax_receipt"] == before["tax_receipt"]
    assert office.receipts.pdf(receipt.id) == paper
    assert len(office.receipts.review(YEAR).of(Verdict.READY)) == 1
    assert office.receipts.totals(YEAR) == (0, Money(0))
    assert whole(office)


def test_gift_is_corrected_on_the_legal_path_only(office):
    (receipt,) = office.issued(("Aa", 5000))
    (gift,) = office.receipts.detail(receipt.id).gifts
    right = replace(office.donations.get(gift.donation_id).content, amount=Money(7000))

    assert refusal(office.donations.correct, gift.donation_id, right) == "donation.on_receipt"
    office.life.void(receipt.id, "montant erroné")
    office.donations.correct(gift.donation_id, right)
    new = office.life.replace(receipt.id).value

    assert (new.number_text, new.amount, new.replaces) == (
        "2026-0002",
        Money(7000),
        "2026-0001",
    )
    assert office.receipts.get(receipt.id).status is ReceiptStatus.REPLACED
    assert office.receipts.get(receipt.id).replaced_by == "2026-0002"
    assert whole(office)


def test_replacement_annuls_and_names_the_old_receipt(office):
    (receipt,) = office.issued(("Aa", 5000))
    donor = office.receipts.get(receipt.id).donor_id
    office.contacts.change(donor, person("Lefèvre-Morin", "Élodie"))

    new = office.life.replace(receipt.id, "nom d'usage").value

    said = text_of(office.receipts.pdf(new.id))
    assert "Lefèvre-Morin" in said
    assert "2026-0001" in said
    assert office.receipts.detail(receipt.id).void.reason == "nom d'usage"
    assert refusal(office.life.replace, receipt.id) == "receipt.already_replaced"
    assert refusal(office.life.void, receipt.id, "encore") == "receipt.already_voided"
    assert office.receipts.detail(new.id).snapshot.replaces_issued_on == TODAY
    assert whole(office)


def test_replacement_of_a_replacement_follows_the_chain(office):
    (receipt,) = office.issued(("Aa", 5000))
    for expected in ("2026-0002", "2026-0003"):
        receipt = office.life.replace(receipt.id).value
        assert receipt.number_text == expected
    statuses = [line.status for line in office.receipts.find(YEAR)]
    assert statuses == [ReceiptStatus.REPLACED] * 2 + [ReceiptStatus.ISSUED]
    assert whole(office)


def test_nothing_replaces_a_receipt_whose_gift_went_back(office):
    (receipt,) = office.issued(("Aa", 5000))
    (gift,) = office.receipts.detail(receipt.id).gifts
    office.donations.give_back(gift.donation_id, NewReturn(TODAY, ReturnReason.BOUNCED))

    assert [line.id for line in office.life.to_void()] == [receipt.id]
    assert office.receipts.get(receipt.id).returned_gifts == 1
    before = every_row(office.units)
    assert refusal(office.life.replace, receipt.id) == "receipt.nothing_to_replace"
    assert every_row(office.units) == before
    office.life.void(receipt.id, "chèque impayé")
    assert office.life.to_void() == []
    assert refusal(office.receipts.issue_year, YEAR) == "receipt.nothing_to_issue"
    assert whole(office)


def test_replacement_that_waits_or_splits_leaves_everything_as_it_was(office):
    donor = office.donor("Aa")
    first, second = office.give(donor, 100), office.give(donor, 200)
    (receipt,) = office.receipts.issue_year(YEAR).value
    office.contacts.change(donor, replace(person("Aa"), address=replace(ADDRESS, street="")))
    before = every_row(office.units)
    assert refusal(office.life.replace, receipt.id) == "receipt.replacement_blocked"
    assert every_row(office.units) == before

    office.contacts.change(donor, person("Aa"))
    office.life.void(receipt.id, "donateur erroné")
    content = office.donations.get(second).content
    office.donations.correct(second, replace(content, donor_id=office.donor("Bb")))
    assert refusal(office.life.replace, receipt.id) == "receipt.replacement_splits"
    assert first != second


def test_void_wants_a_reason_and_cannot_be_taken_back(office):
    (receipt,) = office.issued(("Aa", 5000))
    assert refusal(office.life.void, receipt.id, " \n ") == "receipt.reason_missing"
    assert refusal(office.life.void, 99, "erreur") == "receipt.missing"
    office.life.void(receipt.id, "erreur")
    assert refusal(office.operations.undo) == "operation.frozen"
    yesterday = ReceiptLifeService(office.units, lambda: TODAY - dt.timedelta(days=1))
    again = office.receipts.issue_year(YEAR).value[0]
    assert refusal(yesterday.void, again.id, "erreur") == "receipt.void_before_issue"


def test_delivery_is_noted_and_can_be_undone(office):
    first, second = office.issued(("Aa", 5000), ("Bb", 100))
    by_post = Delivery(DeliveryWay.POSTED, TODAY, "avec la lettre")

    assert office.life.deliver([first.id, second.id, first.id], by_post).value == 2
    assert office.receipts.get(first.id).delivered_by is DeliveryWay.POSTED
    assert office.receipts.detail(first.id).deliveries == (by_post,)
    listed = ReceiptFilter(year=YEAR, status=ReceiptStatus.DELIVERED)
    assert office.receipts.ids(listed) == [first.id, second.id]
    office.operations.undo()
    assert office.receipts.get(first.id).status is ReceiptStatus.ISSUED


def test_delivery_of_what_cannot_be_delivered_is_refused(office):
    first, second = office.issued(("Aa", 5000), ("Bb", 100))
    office.life.void(second.id, "erreur")
    later, earlier = TODAY + dt.timedelta(days=1), TODAY - dt.timedelta(days=1)
    cases = {
        "receipt.voided": ([first.id, second.id], TODAY),
        "receipt.missing": ([first.id, 99], TODAY),
        "receipt.delivered_in_future": ([first.id], later),
        "receipt.delivered_before_issue": ([first.id], earlier),
    }
    for code, (ids, on) in cases.items():
        assert refusal(office.life.deliver, ids, Delivery(DeliveryWay.HANDED, on)) == code


def test_form_of_numbers_is_free_until_the_first_receipt_of_the_year(office):
    assert office.life.series(YEAR).text(42) == "2026-0042"
    office.life.set_series(YEAR, " RF-2026.", 3)
    (receipt,) = office.issued(("Aa", 5000))
    assert receipt.number_text == "RF-2026.001"
    assert office.life.is_series_fixed(YEAR)
    assert refusal(office.life.set_series, YEAR, "2026/", 3) == "series.prefix_wrong"
    assert refusal(office.life.set_series, YEAR, "2026-", 3) == "series.fixed"
    assert refusal(office.life.set_series, 2027, "RF-", 3) == "series.year_missing"
    assert refusal(office.life.set_series, 2027, "2027-", 0) == "series.digits_wrong"
    assert office.receipts.id_of("RF-2026.001") == receipt.id
    assert whole(office)


def test_numbers_follow_the_days_unless_somebody_says_why(office):
    office.issued(("Aa", 5000))
    office.give(office.donor("Bb"), 100, day=dt.date(2026, 1, 5))
    back = ReceiptService(office.units, lambda: dt.date(2026, 2, 1))

    assert refusal(back.issue_year, YEAR) == "receipt.clock_behind"
    (line,) = back.issue_year(YEAR, clock_reason="l'horloge avançait en novembre").value

    assert (line.number, line.issued_on) == (2, dt.date(2026, 2, 1))
    (entry, *_others) = office.operations.latest()
    assert entry.label == "receipt.issued_despite_clock"
    assert entry.values["reason"] == "l'horloge avançait en novembre"


def test_company_gets_the_form_of_companies_for_its_fiscal_year(office):
    firm = company(office, "06-30")
    for on in ("2025-09-01", "2026-03-01", "2026-09-01"):
        office.give(firm, 10000, day=dt.date.fromisoformat(on))

    (line,) = office.receipts.issue_year(YEAR).value

    assert (line.form, line.article, line.scope, line.gift_count) == (
        COMPANY_FORM,
        TaxArticle.COMPANY,
        ReceiptScope.PERIOD,
        2,
    )
    said = office.receipts.detail(line.id).snapshot
    assert (said.donor_last_name, said.donor_legal_form, said.donor_siren) == (
        "Menuiserie des Tilleuls",
        "SARL",
        "732829320",
    )
    assert (said.period_start, said.period_end) == (
        dt.date(2025, 9, 1),
        dt.date(2026, 3, 1),
    )
    assert [x.year for x in office.receipts.unreceipted()] == [2027]
    assert whole(office)


def test_goods_of_a_company_are_described_on_a_receipt_of_their_own(office):
    firm = company(office)
    goods = {"nature": DonationNature.IN_KIND, "value_basis": ValueBasis.COMPANY_COST}
    office.give(firm, 10000)
    for said in ("Dix chaises", "Deux tables"):
        office.give(firm, 3000, mode=PaymentMode.OTHER, description=said, **goods)

    issued = office.receipts.issue_year(YEAR).value

    found = {x.nature: office.receipts.detail(x.id).snapshot for x in issued}
    assert found[DonationNature.IN_KIND].nature_detail == "Dix chaises, Deux tables"
    assert found[DonationNature.IN_KIND].amount == Money(6000)
    assert found[DonationNature.MONEY].nature_detail == ""
    assert whole(office)


def test_both_forms_share_the_numbers_of_a_year(office):
    office.give(company(office), 10000)
    office.give(office.donor("Zola"), 100)
    issued = office.receipts.issue_year(YEAR).value
    assert [(x.number_text, x.form) for x in issued] == [
        ("2026-0001", COMPANY_FORM),
        ("2026-0002", "11580"),
    ]
    assert whole(office)


def test_receipts_of_one_contact_leave_the_others_waiting(office):
    zola, aa = office.donor("Zola"), office.donor("Aa")
    office.give(zola)
    office.give(aa)
    (line,) = office.receipts.issue_contact(zola, YEAR).value
    assert (line.number_text, line.donor_id) == ("2026-0001", zola)
    assert refusal(office.receipts.issue_contact, zola, YEAR) == "receipt.none_of_donor"
    assert refusal(office.receipts.issue_contact, 99, YEAR) == "contact.missing"
    nobody = office.donor("Bo")
    assert refusal(office.receipts.issue_contact, nobody, YEAR) == "receipt.donor_without_gifts"
    (waiting,) = office.receipts.unreceipted()
    assert (waiting.year, waiting.ready_count, waiting.ready) == (YEAR, 1, Money(5000))


def test_receipts_of_a_contact_that_is_not_there_are_refused_by_its_name(office):
    with pytest.raises(NotFoundError) as refused:
        office.receipts.issue_contact(999, 2025)
    assert refused.value.code == "contact.missing"


def test_drafts_are_marked_and_take_no_number(office):
    office.give(office.donor("Aa"))
    office.give(office.donor("Bb"))
    before = every_row(office.units)

    said = text_of(office.receipts.draft_pdf(YEAR))
    alone = text_of(office.receipts.draft_pdf(YEAR, number=2))

    assert said.count("BROUILLON") >= 2
    assert "Bb" in alone
    assert "Aa" not in alone
    assert "2026-0001" not in said
    assert [x.donor_name for x in office.receipts.drafts(YEAR)] == ["Élodie Aa", "Élodie Bb"]
    assert every_row(office.units) == before


def test_papers_of_a_run_share_what_is_the_same(office):
    issued = office.issued(("Aa", 5000), ("Bb", 100), ("Cc", 200))
    papers = [office.receipts.pdf(line.id) for line in issued]
    assert all(paper.startswith(b"%PDF") for paper in papers)
    with office.units.database.reading() as connection:
        (count,) = connection.exec_driver_sql("SELECT count(*) FROM stored_file").one()
        sizes = connection.exec_driver_sql("SELECT length(pdf) FROM tax_receipt").scalars()
        assert max(sizes) * 4 < min(map(len, papers))
    assert count == 1


def test_list_is_found_by_number_form_and_postal_code(office):
    office.give(company(office), 10000)
    office.give(office.donor("Zola", address=replace(ADDRESS, postal_code="35000")), 100)
    office.receipts.issue_year(YEAR)

    def numbers(**wanted):
        ids = office.receipts.ids(ReceiptFilter(year=YEAR, **wanted))
        return [line.number for line in office.receipts.lines(ids)]

    assert numbers(text="2026-0002") == [2]
    assert numbers(text="zola") == [2]
    assert numbers(form=COMPANY_FORM) == [1]
    assert numbers(sort="postal_code") == [2, 1]
    assert numbers(sort="amount", descending=True) == [1, 2]
    assert numbers(status=ReceiptStatus.VOIDED) == []


OTHER_REASON = (
    "INSERT OR REPLACE INTO tax_receipt_void SELECT id, number, receipt_id, voided_on,"
    " voided_at, 'autre', author, salt, previous_hash, hash FROM tax_receipt_void"
)
ONE_BYTE = (
    "UPDATE tax_receipt SET pdf = CAST(substr(pdf, 1, 99) || x'00'"
    " || substr(pdf, 101) AS BLOB) WHERE number = 2"
)
LIFE_ATTACKS = (
    "UPDATE tax_receipt_void SET reason = 'autre'",
    "DELETE FROM tax_receipt_void",
    OTHER_REASON,
    "UPDATE tax_receipt_gift SET is_living = 1",
    "DELETE FROM donation",
    "INSERT INTO tax_receipt_gift SELECT 1, id, amount_cents, 1 FROM donation",
)


def test_no_statement_changes_a_voided_receipt(office):
    (receipt,) = office.issued(("Aa", 5000))
    office.life.void(receipt.id, "erreur")
    before = every_row(office.units)
    for attack in LIFE_ATTACKS:
        with pytest.raises(sqlite3.IntegrityError):
            office.sql(attack)
    assert every_row(office.units) == before


@pytest.fixture(scope="module")
def three_receipts(tmp_path_factory):
    """Three receipts, of which the third replaces the first; nobody commits a change."""
    with receipt_office(tmp_path_factory.mktemp("three")) as office:
        first, _second = office.issued(("Aa", 5000), ("Bb", 100))
        ReceiptLifeService(office.units, today).replace(first.id, "erreur")
        assert whole(office)
        yield office


@pytest.mark.parametrize(
    ("trigger", "statement", "expected"),
    [
        (
            "tax_receipt_no_update",
            ONE_BYTE,
            {("check.pdf_changed", "2026-0002")},
        ),
        (
            "stored_file_no_update",
            "UPDATE stored_file SET content = CAST(x'00' || substr(content, 2) AS BLOB)",
            {("check.pdf_changed", f"2026-000{n}") for n in (1, 2, 3)},
        ),
        (
            "stored_file_no_update",
            "INSERT INTO stored_file (name, sha256, content) VALUES ('a.pdf', '00', x'00')",
            {("check.file_changed", "a.pdf")},
        ),
        (
            "tax_receipt_no_update",
            "UPDATE tax_receipt SET number_text = '2026-0009' WHERE number = 2",
            {
                ("check.number_text_differs", "2026-0009"),
                ("check.snapshot_differs", "2026-0009"),
            },
        ),
        *(
            (
                "tax_receipt_no_update",
                f"UPDATE tax_receipt SET {change} WHERE number = 2",
                {("check.snapshot_differs", "2026-0002")},
            )
            for change in ("donor_sort_key = 'zz'", "issued_at = '2026-01-05 10:00:00.000000'")
        ),
        (
            "donation_frozen",
            "UPDATE donation SET nature = 'in_kind', description = 'piano' WHERE id = 2",
            {("check.snapshot_differs", "2026-0002")},
        ),
        (
            "tax_receipt_void_no_update",
            "UPDATE tax_receipt_void SET reason = 'autre'",
            {("check.void_changed", "2026-0001")},
        ),
        (
            "tax_receipt_void_no_delete",
            "DELETE FROM tax_receipt_void",
            {
                ("check.living_differs", "2026-0001"),
                ("check.replacement_differs", "2026-0003"),
            },
        ),
        (
            "tax_receipt_gift_no_update",
            "UPDATE tax_receipt_gift SET is_living = 0 WHERE receipt_id = 3",
            {("check.living_differs", "2026-0003")},
        ),
        (
            "tax_receipt_no_update",
            "UPDATE tax_receipt SET replaces_id = NULL WHERE number = 3",
            {("check.replacement_differs", "2026-0003")},
        ),
    ],
)
def test_check_says_what_was_altered(three_receipts, trigger, statement, expected):
    with three_receipts.units.database.writing() as connection:
        connection.exec_driver_sql(f"DROP TRIGGER {trigger}")
        connection.exec_driver_sql(statement)
        findings = check(connection, lambda _done, _all: None).findings
    told = {(x.code, x.values.get("number") or x.values.get("name")) for x in findings}
    assert told - {("check.trigger_missing", trigger)} == expected


def test_check_knows_names_as_the_first_programs_sorted_them(office):
    office.issued(("Y\u0131ld\u0131z", 100), ("Ǿ", 100))
    office.take_protection_off("tax_receipt")
    for number, key in ((1, "ø  elodie"), (2, "y ld z  elodie")):
        office.sql("UPDATE tax_receipt SET donor_sort_key = ? WHERE number = ?", key, number)
    with office.units.database.reading() as connection:
        findings = check(connection, lambda _done, _all: None).findings
    assert {x.code for x in findings} == {"check.trigger_missing"}


def test_gift_forced_onto_two_receipts_is_named(office):
    first, second = office.issued(("Aa", 5000), ("Bb", 5000))
    (gift,) = office.receipts.detail(first.id).gifts
    office.sql("DROP TRIGGER tax_receipt_gift_fits")
    office.sql("DROP INDEX uq_tax_receipt_gift_living")
    office.sql(
        "INSERT INTO tax_receipt_gift VALUES (?, ?, 5000, 1)", second.id, gift.donation_id
    )
    found = {x.code: x.values for x in DatabaseService(office.units).check().findings}
    assert found["check.gift_twice"] == {
        "id": gift.donation_id,
        "numbers": "2026-0001, 2026-0002",
    }


def test_gift_of_a_voided_receipt_stays_known(office):
    (receipt,) = office.issued(("Aa", 5000))
    (gift,) = office.receipts.detail(receipt.id).gifts
    office.life.void(receipt.id, "erreur")
    service = DonationService(office.units, today)
    assert refusal(service.remove, gift.donation_id) == "donation.was_on_receipt"


def test_two_years_never_write_the_same_number(office):
    office.life.set_series(YEAR, "2027-2026-", 4)
    for prefix in ("2027-2026-", "2027-2026-0"):
        assert refusal(office.life.set_series, 2027, prefix, 4) == "series.shared"
    office.life.set_series(2027, "2027-", 4)
    office.life.set_series(2027, "2027.", 4)
