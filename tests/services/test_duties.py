"""What is to be done: read from the data, and said with its source."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from coopdesk.domain.agreements import AgreementState, NewAgreement, Renewal, Side
from coopdesk.domain.commitments import NewCommitment
from coopdesk.domain.contacts import NewContact
from coopdesk.domain.duties import DutyState, MarkState
from coopdesk.domain.entries import NewEntry, NewEntryLine
from coopdesk.domain.errors import RuleError
from coopdesk.domain.event_reports import ItemKind, NewItem, NewReport
from coopdesk.domain.grant_requests import Granting, NewGrantCall, NewGrantRequest
from coopdesk.domain.legal_parameters import Confidence
from coopdesk.domain.money import Money
from coopdesk.domain.partners import NewNetworkFee
from coopdesk.services.agreements import AgreementService
from coopdesk.services.association import AssociationService
from coopdesk.services.commitments import CommitmentService
from coopdesk.services.contacts import ContactService
from coopdesk.services.databases import DatabaseService
from coopdesk.services.declarations import DeclarationService
from coopdesk.services.donations import DonationService
from coopdesk.services.duties import DutyService
from coopdesk.services.entries import EntryService
from coopdesk.services.event_reports import EventReportService
from coopdesk.services.events import EventService
from coopdesk.services.grant_calls import GrantCallService
from coopdesk.services.grant_requests import GrantRequestService
from coopdesk.services.legal import LegalService
from coopdesk.services.network_fees import NetworkFeeService
from coopdesk.services.receipts import ReceiptService
from coopdesk.wording.duties import duty_text, duty_verb, source_text
from tests.building import PROFILE, TODAY, gift, new_units, person, today
from tests.services.duty_office import assembly, book, found, only, structure


@pytest.fixture
def units(tmp_path):
    with new_units(tmp_path / "duties.coopdesk") as units:
        yield units


@pytest.fixture
def duties(units):
    return DutyService(units, today)


def test_empty_file_asks_for_nothing(duties):
    assert duties.all() == []


def test_receipts_of_last_year_come_before_those_of_this_one(units, duties):
    AssociationService(units).save(PROFILE)
    donor = ContactService(units, today).add(person()).value.id
    donations, receipts = DonationService(units, today), ReceiptService(units, today)
    donations.record(gift(donor, 30_00, dt.date(2026, 3, 1)))
    this_year = only(duties, "receipts.issue")
    assert (this_year.period, this_year.state) == ("2026", DutyState.LATER)

    donations.record(gift(donor, 20_00, dt.date(2025, 3, 1)))

    last_year = only(duties, "receipts.issue")
    assert (last_year.period, last_year.state) == ("2025", DutyState.SOON)
    assert last_year.target == ("year", 2025, "ready")
    assert duty_text(last_year) == "1 reçu fiscal de 2025 peut être émis."
    assert duty_verb(last_year) == "Émettre"
    assert found(duties, "receipts.issue", with_receipts=False) == []
    receipts.issue_year(2025)
    assert only(duties, "receipts.issue").period == "2026"


def test_gifts_that_lack_something_are_told_beside_those_that_are_ready(units, duties):
    AssociationService(units).save(PROFILE)
    new = NewContact(last_name="Sans", first_name="Adresse")
    donor = ContactService(units, today).add(new).value.id
    DonationService(units, today).record(gift(donor, 20_00, dt.date(2025, 3, 1)))
    assert only(duties, "receipts.blocked").values == {"year": 2025, "count": 1}


def test_gifts_are_declared_once_receipts_were_issued_until_that_is_filed(units, duties):
    AssociationService(units).save(PROFILE)
    donor = ContactService(units, today).add(person()).value.id
    DonationService(units, today).record(gift(donor, 20_00, dt.date(2025, 3, 1)))
    assert found(duties, "receipts.declare") == []
    ReceiptService(units, today).issue_year(2025)

    due = only(duties, "receipts.declare")

    # The second working day after 1 May (RF-42), which is long over.
    assert (due.due_on, due.state) == (dt.date(2026, 5, 5), DutyState.LATE)
    assert (due.page, due.target, due.confidence) == ("receipts", ("declaration", 2025), "O")
    assert "222 bis" in source_text(due)
    DeclarationService(units, today).file(2025, TODAY)
    assert found(duties, "receipts.declare") == []


def test_year_of_the_books_that_is_over_is_closed_and_its_accounts_approved(units, duties):
    book(units)
    close = only(duties, "accounts.close")
    assert (close.due_on, close.target) == (dt.date(2026, 6, 30), ("closing", "2025"))
    assert close.values["drafts"] == 1
    approve = only(duties, "accounts.approve")
    assert (approve.state, approve.due_on) == (DutyState.LATE, dt.date(2026, 6, 30))
    assert approve.confidence == Confidence.KNOWN.value
    assert duty_text(approve) == "Aucune assemblée n’a encore approuvé les comptes de 2025."
    assert approve.target == ("event_new", "assembly")
    assert duty_verb(approve) == "Prévoir l’assemblée"

    held = assembly(units, dt.date(2026, 6, 12))

    assert found(duties, "accounts.approve") == []
    EventService(units, today).cancel(held.id)
    assert found(duties, "accounts.approve") != []


def test_planned_assembly_says_when_the_accounts_are_approved(units, duties):
    book(units, dt.date(2026, 6, 1))
    held = assembly(units, dt.date(2027, 4, 9))
    approve = only(duties, "accounts.approve", day=dt.date(2027, 2, 1))
    assert (approve.due_on, approve.target) == (dt.date(2027, 4, 9), ("event", held.id))


def test_delay_of_approval_is_a_figure_of_the_law_that_can_be_corrected(units, duties):
    book(units)
    legal = LegalService(units, today)
    legal.correct("accounts_approval", dt.date(2020, 1, 1), "4", "Statuts, article 12")
    assert only(duties, "accounts.approve").due_on == dt.date(2026, 4, 30)


def test_accounts_are_published_only_above_what_the_law_lets_go(units, duties):
    book(units)
    assert found(duties, "accounts.publish") == []
    lines = (
        NewEntryLine("5121", debit=Money(153_001_00)),
        NewEntryLine("741", credit=Money(153_001_00)),
    )
    new = NewEntry("BQ", dt.date(2025, 7, 1), "Subvention", lines)
    EntryService(units, today).record(new)
    assembly(units, dt.date(2026, 5, 20))
    publish = only(duties, "accounts.publish")
    assert (publish.due_on, publish.can_mark) == (dt.date(2026, 8, 20), True)
    duties.mark("accounts.publish", "2025", MarkState.DONE)
    assert found(duties, "accounts.publish") == []


def test_members_are_called_before_an_assembly_as_the_statutes_say(units, duties):
    held = assembly(units, dt.date(2026, 12, 12))
    convene = only(duties, "assembly.convene")
    assert (convene.due_on, convene.state) == (dt.date(2026, 11, 27), DutyState.SOON)
    LegalService(units, today).correct(
        "assembly_notice", dt.date(2020, 1, 1), "21", "Statuts, article 9"
    )
    assert only(duties, "assembly.convene").due_on == dt.date(2026, 11, 21)
    duties.mark("assembly.convene", str(held.id), MarkState.DONE)
    assert found(duties, "assembly.convene") == []
    done = only(duties, "assembly.convene", with_done=True)
    assert done.state is DutyState.DONE


def test_assembly_that_was_held_wants_minutes_and_a_look_at_who_directs(units, duties):
    held = assembly(units, dt.date(2026, 10, 3))
    minutes = only(duties, "assembly.minutes")
    assert minutes.target == ("event", held.id, "report")
    assert only(duties, "directors.declare").due_on == dt.date(2027, 1, 3)
    EventReportService(units, today).write(held.id, NewReport(introduction="Ouverte à 18 h."))
    assert found(duties, "assembly.minutes") == []
    later = dt.date(2027, 1, 4)
    assert found(duties, "directors.declare", day=later) == []


def test_decision_that_is_not_carried_out_is_told_until_it_is(units, duties):
    held = assembly(units, dt.date(2026, 10, 3))
    reports = EventReportService(units, today)
    reports.write(held.id, NewReport())
    decided = NewItem(ItemKind.DECISION, "Changer la serrure", due_on=dt.date(2026, 11, 1))
    made = reports.add_item(held.id, decided).value
    due = only(duties, "decision.carry_out")
    assert (due.state, due.target) == (DutyState.LATE, ("event", held.id, "report"))
    assert (
        duty_text(due) == "Décidé à «\u00a0Assemblée générale\u00a0»\u00a0: Changer la serrure"
    )
    reports.change_item(made.id, replace(decided, done_on=dt.date(2026, 11, 20)))
    assert found(duties, "decision.carry_out") == []


def test_partners_are_owed_and_owe_and_agreements_want_a_decision(units, duties):
    who = structure(units)
    CommitmentService(units, today).add(
        NewCommitment(who, Side.OURS, "Rapport d’activité", due_on=dt.date(2026, 11, 1))
    )
    CommitmentService(units, today).add(
        NewCommitment(who, Side.THEIRS, "Salle", due_on=dt.date(2026, 12, 1))
    )
    signed = NewAgreement(
        who,
        "Convention de locaux",
        state=AgreementState.SIGNED,
        signed_on=dt.date(2025, 1, 1),
        starts_on=dt.date(2025, 1, 1),
        ends_on=dt.date(2026, 12, 31),
        renewal=Renewal.TACIT,
        notice_months=1,
    )
    kept = AgreementService(units, today).add(signed).value

    ours, theirs = only(duties, "commitment.ours"), only(duties, "commitment.theirs")

    assert (ours.state, theirs.state) == (DutyState.LATE, DutyState.SOON)
    assert duty_text(ours) == "Nous devons à Commune des Rives\u00a0: Rapport d’activité"
    notice = only(duties, "agreement.notice")
    assert (notice.due_on, notice.target) == (dt.date(2026, 11, 30), ("agreement", kept.id))
    assert "31/12/2026" in duty_text(notice)
    duties.mark(notice.code, notice.period, MarkState.DONE)
    assert found(duties, "agreement.notice") == []
    # Of another agreement nothing was said, not even that it is not ours.
    AgreementService(units, today).add(replace(signed, title="Convention de matériel"))
    other = only(duties, "agreement.notice")
    duties.mark(notice.code, notice.period, MarkState.NOT_OURS)
    assert only(duties, "agreement.notice") == other
    with pytest.raises(RuleError, match=r"duty\.record_missing"):
        duties.mark(notice.code, "", MarkState.NOT_OURS)


def test_fees_of_networks_and_calls_that_close_are_told(units, duties):
    who = structure(units, "Réseau des rives")
    fee = NewNetworkFee(who, 2026, Money(60_00), due_on=dt.date(2026, 12, 1))
    NetworkFeeService(units, today).add(fee)
    calls = GrantCallService(units, today)
    calls.add(NewGrantCall("Lieux ouverts", closes_on=dt.date(2026, 12, 20)))
    calls.add(NewGrantCall("Trop tard", closes_on=dt.date(2026, 11, 1)))
    calls.add(NewGrantCall("Plus tard", closes_on=dt.date(2027, 5, 1)))
    assert only(duties, "network.pay").values["amount"] == Money(60_00)
    call = only(duties, "grants.apply")
    assert (call.values["title"], call.target) == ("Lieux ouverts", ("call", 1))
    requests = GrantRequestService(units, today)
    made = requests.add(
        NewGrantRequest("Nos ateliers", who, call_id=1, asked=Money(500_00))
    ).value
    assert found(duties, "grants.apply") != []
    requests.send(made.id, TODAY)
    assert found(duties, "grants.apply") == []


def test_fee_of_next_year_is_told_once_it_is_soon_due(units, duties):
    fee = NewNetworkFee(structure(units), 2027, Money(60_00), due_on=dt.date(2027, 1, 5))
    NetworkFeeService(units, today).add(fee)
    assert found(duties, "network.pay", day=dt.date(2026, 12, 5)) == []
    assert only(duties, "network.pay", day=dt.date(2026, 12, 6)).state is DutyState.SOON


def test_backup_is_asked_for_when_something_changed_a_week_ago(units, duties, tmp_path):
    ContactService(units, today).add(person())
    never = only(duties, "file.back_up")
    assert duty_text(never) == "Cette base n’a jamais été sauvegardée."
    DatabaseService(units).back_up(tmp_path / "copy.coopdesk")
    assert found(duties, "file.back_up") == []


def test_grant_that_was_granted_waits_for_its_report(units, duties):
    service = GrantRequestService(units, today)
    new = NewGrantRequest(
        "Lieux ouverts",
        structure(units),
        starts_on=dt.date(2025, 1, 1),
        ends_on=dt.date(2025, 12, 31),
        asked=Money(4_000_00),
    )
    made = service.add(new).value
    service.send(made.id, dt.date(2025, 1, 10))
    service.grant(made.id, Granting(Money(3_000_00), dt.date(2025, 2, 1)))
    report = only(duties, "grants.report")
    assert (report.due_on, report.state) == (dt.date(2026, 6, 30), DutyState.LATE)
    assert report.target == ("grant_request", made.id)
    service.send_report(made.id, dt.date(2026, 7, 1))
    assert found(duties, "grants.report") == []
