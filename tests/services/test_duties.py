"""What is to be done: read from the data, said with its source, marked by a person."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from coopdesk.domain.agreements import AgreementState, NewAgreement, Renewal, Side
from coopdesk.domain.commitments import NewCommitment
from coopdesk.domain.contacts import ContactKind, NewContact
from coopdesk.domain.duties import DutyState, MarkState, NewOwnDuty
from coopdesk.domain.entries import NewEntry, NewEntryLine
from coopdesk.domain.errors import NotFoundError, RuleError
from coopdesk.domain.event_reports import ItemKind, NewItem, NewReport
from coopdesk.domain.events import EventKind, NewEvent
from coopdesk.domain.grant_requests import Granting, NewGrantCall, NewGrantRequest
from coopdesk.domain.legal_parameters import Confidence
from coopdesk.domain.money import Money
from coopdesk.domain.partners import NewNetworkFee
from coopdesk.services.agreements import AgreementService
from coopdesk.services.association import AssociationService
from coopdesk.services.closing import ClosingService
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
from coopdesk.services.operations import OperationService
from coopdesk.services.receipts import ReceiptService
from coopdesk.storage.duty_store import duty_rules
from coopdesk.wording.duties import DUTY_TITLES, duty_text, duty_verb, source_text
from coopdesk.wording.operations import operation_text
from tests.building import PROFILE, TODAY, every_row, gift, new_units, person, today
from tests.services.event_office import on


@pytest.fixture
def units(tmp_path):
    with new_units(tmp_path / "duties.coopdesk") as units:
        yield units


@pytest.fixture
def duties(units):
    return DutyService(units, today)


def found(duties, code, **more):
    """Return the duties of a code."""
    return [one for one in duties.all(**more) if one.code == code]


def only(duties, code, **more):
    [one] = found(duties, code, **more)
    return one


def structure(units, name="Commune des Rives"):
    new = NewContact(kind=ContactKind.ORGANISATION, organisation_name=name)
    return ContactService(units, today).add(new).value.id


def assembly(units, day, title="Assemblée générale"):
    new = NewEvent(title, EventKind.ASSEMBLY, when=on(day))
    return EventService(units, today).add(new).value


def book(units, day=dt.date(2025, 6, 1), cents=5_00, number="626"):
    lines = (
        NewEntryLine(number, debit=Money(cents)),
        NewEntryLine("5121", credit=Money(cents)),
    )
    return EntryService(units, today).record(NewEntry("BQ", day, "Timbres", lines))


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


def test_own_date_comes_back_from_its_first_day_once_it_is_done(units, duties):
    new = NewOwnDuty("Assurance", dt.date(2026, 10, 31), 1)
    code = f"own.{duties.add_own(new).value.id}"
    assert only(duties, code).period == "2026-10-31"
    duties.mark(code, "2026-10-31", MarkState.DONE)
    again = only(duties, code)
    assert (again.period, again.state) == ("2026-11-30", DutyState.SOON)
    assert duty_text(again) == "Assurance"
    journal = OperationService(units)
    assert operation_text(journal.latest()[0]) == "coché\u00a0: Assurance"
    duties.unmark(code, "2026-10-31")
    assert only(duties, code).state is DutyState.LATE


def test_duty_that_never_concerns_us_is_asked_for_no_year(units, duties):
    book(units)
    duties.mark("accounts.approve", "2025", MarkState.NOT_OURS, "Simple association")
    assert found(duties, "accounts.approve") == []
    mark = duties.marks()[0]
    assert (mark.period, mark.note, mark.marked_on) == ("", "Simple association", TODAY)
    duties.unmark("accounts.approve", "")
    assert found(duties, "accounts.approve") != []
    with pytest.raises(RuleError, match=r"duty\.not_marked"):
        duties.unmark("accounts.approve", "")


@pytest.mark.parametrize("code", ["receipts.issue", "file.back_up", "nothing.known"])
def test_what_the_data_say_is_not_marked(duties, code):
    with pytest.raises(RuleError, match=r"duty\.unknown"):
        duties.mark(code, "2026", MarkState.DONE)


def test_own_date_concerns_us_until_it_is_removed(duties):
    made = duties.add_own(NewOwnDuty("Assurance", TODAY)).value
    code = f"own.{made.id}"
    with pytest.raises(RuleError, match=r"duty\.own_concerns_us"):
        duties.mark(code, "", MarkState.NOT_OURS)
    duties.mark(code, TODAY.isoformat(), MarkState.DONE)
    assert duties.remove_own(made.id).value.content.title == "Assurance"
    assert (duties.own(), duties.marks()) == ([], [])
    with pytest.raises(NotFoundError, match=r"duty\.missing"):
        duties.mark(code, "", MarkState.DONE)


def test_each_command_is_taken_back_whole(units, duties):
    before = every_row(units)
    made = duties.add_own(NewOwnDuty("Assurance", TODAY, 12)).value
    duties.mark(f"own.{made.id}", TODAY.isoformat(), MarkState.DONE)
    duties.change_own(made.id, NewOwnDuty("Assurance du local", TODAY, 6))
    duties.remove_own(made.id)
    operations = OperationService(units)
    for _command in range(4):
        operations.undo()
    assert every_row(units) == before


def test_calendar_has_each_dated_duty_in_its_month_with_a_source(duties):
    year = duties.calendar(2027)
    days = {one.code: one.due_on for month in year.months for one in month.duties}
    assert [month.month_on.month for month in year.months] == list(range(1, 13))
    # 1 May 2027 is a Saturday (legal_fr RF-42).
    assert days["receipts.declare"] == dt.date(2027, 5, 4)
    assert days["accounts.approve"] == days["grants.report"] == dt.date(2027, 6, 30)
    assert days["assembly.convene"] == dt.date(2027, 6, 15)
    assert days["accounts.publish"] == dt.date(2027, 9, 30)
    every = [*(x for month in year.months for x in month.duties), *year.whenever]
    assert {one.code for one in every} == {rule.code for rule in duty_rules()}
    assert all(one.source and one.confidence for one in every)


def test_calendar_follows_the_fiscal_year_of_the_profile(units, duties):
    AssociationService(units).save(replace(PROFILE, fiscal_year_start=9))
    found = {x.code: x for month in duties.calendar(2027).months for x in month.duties}
    assert found["accounts.approve"].due_on == dt.date(2027, 2, 28)
    assert found["receipts.declare"].due_on == dt.date(2027, 11, 30)
    # Called as the books call it, so that what is said here holds for what they ask.
    assert found["accounts.approve"].period == "2025-2026"


def test_calendar_leads_to_the_year_of_the_books_and_tells_what_was_done(units, duties):
    book(units, dt.date(2024, 6, 1))
    EntryService(units, today).validate()
    ClosingService(units, today).close(1)
    found = {x.code: x for month in duties.calendar(2025).months for x in month.duties}
    closed, publish = found["accounts.close"], found["accounts.publish"]
    assert (closed.state, closed.target) == (DutyState.DONE, ("closing", "2024"))
    assert (publish.state, publish.period) == (DutyState.LATER, "2024")


def test_calendar_shows_own_dates_and_what_the_data_say_in_place_of_the_rule(units, duties):
    duties.add_own(NewOwnDuty("Assurance", dt.date(2026, 1, 31), 6))
    held = assembly(units, dt.date(2027, 3, 20))
    year = duties.calendar(2027)
    march = {one.code: one for one in year.months[2].duties}
    assert march["assembly.convene"].due_on == dt.date(2027, 3, 5)
    assert march["assembly.convene"].target == ("event", held.id, "sheet")
    own = [x.due_on for month in year.months for x in month.duties if x.code == "own.1"]
    assert own == [dt.date(2027, 1, 31), dt.date(2027, 7, 31)]


def test_every_duty_of_the_calendar_has_a_title_a_known_delay_and_a_source(units):
    figures = {x.code for x in LegalService(units, today).parameters()}
    for rule in duty_rules():
        assert rule.code in DUTY_TITLES
        assert rule.source
        assert not rule.parameter or rule.parameter in figures


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
