"""A grant from its request to its report, and a project that three funders pay for."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook

from coopdesk.domain.agreements import AgreementKind, NewAgreement, Side
from coopdesk.domain.commitments import CommitmentFilter, CommitmentKind, NewCommitment
from coopdesk.domain.dedicated_funds import FundKind, NewFund
from coopdesk.domain.entries import NewEntry, NewEntryLine
from coopdesk.domain.grant_layout import LayoutSide
from coopdesk.domain.grant_projects import NewProjectLine
from coopdesk.domain.grant_requests import (
    EligibleCost,
    Granting,
    GrantReport,
    NewInstalment,
    RequestState,
)
from coopdesk.domain.ledgers import ReportScope
from coopdesk.domain.money import ZERO, Money, total
from coopdesk.services.agreements import AgreementService
from coopdesk.services.association import AssociationService
from coopdesk.services.commitments import CommitmentService
from coopdesk.services.grant_papers import GrantPaperService
from coopdesk.services.grant_reports import GrantReportService
from coopdesk.services.reports import ReportService
from tests.building import PROFILE, every_row, new_units, today
from tests.services.grant_office import GRANTED_ON, GrantOffice

D = dt.date
YEAR = {"starts_on": D(2026, 1, 1), "ends_on": D(2026, 12, 31)}
PLAN = (
    NewProjectLine("60.supplies", Money(180_000), "Terre et graines"),
    NewProjectLine("62.fees", Money(420_000), "Intervenantes"),
    NewProjectLine("70", Money(50_000), "Vente de plants"),
)
INSTALMENTS = (
    NewInstalment("Acompte", Money(250_000), D(2026, 4, 15)),
    NewInstalment("Deuxième versement", Money(150_000), D(2026, 9, 15), "Point d’étape"),
    NewInstalment("Solde", Money(100_000), D(2026, 11, 15), "Bilan"),
)
GRANTED, COST = Money(500_000), Money(385_640)
# COST is what these come to; of it 212,45 € are not validated yet.
SPENT = (("6063", 132_517), ("6226", 231_878), ("6068", -10_000), ("6251", 10_000))
IN_DRAFT = ("6237", 21_245)


class Coordinator(GrantOffice):
    """The services that somebody uses who runs projects and answers to funders."""

    def __init__(self, units):
        super().__init__(units)
        self.units = units
        self.agreements = AgreementService(units, today)
        self.commitments = CommitmentService(units, today)
        self.grant_reports = GrantReportService(units, today)
        self.papers = GrantPaperService(units, today)
        self.reports = ReportService(units, today)
        AssociationService(units).save(PROFILE)

    def plans(self, request):
        asked = NewProjectLine("74.town", request.content.asked, "", request.id)
        own = NewProjectLine("7own", Money(50_000))
        self.projects.set_lines(request.content.project_id, [*PLAN, asked, own])

    def signs(self, request):
        """Sign the convention, tie it to the grant, and note what it wants of us."""
        funder_id = request.content.funder_id
        new = NewAgreement(funder_id, "Convention 2026", AgreementKind.GRANT, **YEAR)
        agreement = self.agreements.add(new).value
        self.agreements.sign(agreement.id, D(2026, 3, 10))
        content = self.requests.get(request.id).content
        self.requests.change(request.id, replace(content, agreement_id=agreement.id))
        condition = NewCommitment(
            funder_id,
            Side.OURS,
            "Rendre compte des ateliers",
            CommitmentKind.REPORT,
            due_on=D(2027, 3, 31),
            agreement_id=agreement.id,
            grant_request_id=request.id,
        )
        return self.commitments.add(condition).value

    def writes(self, account, cents, activity_id, *, on=D(2026, 6, 1)):
        """Write what was spent, or came back, in the books of an activity."""
        if account not in {one.number for one in self.chart.accounts()}:
            self.chart.add(account)
        amount = Money(abs(cents))
        cost = NewEntryLine(account, amount, ZERO, activity_id=activity_id)
        bank = NewEntryLine("5121", ZERO, amount)
        if cents < 0:
            cost = NewEntryLine(account, ZERO, amount, activity_id=activity_id)
            bank = NewEntryLine("5121", amount, ZERO)
        self.entries.record(NewEntry("BQ", on, account, (cost, bank)))

    def in_books(self, beginning, activity_id=None):
        """Return debit less credit of accounts, by another way than reports of grants."""
        scope = ReportScope(self.year_id, activity_id=activity_id)
        rows = self.reports.balance(scope).rows
        return total(x.closing for x in rows if x.number.startswith(beginning))


@pytest.fixture
def units(tmp_path):
    with new_units(tmp_path / "grant.coopdesk") as units:
        yield units


@pytest.fixture
def desk(units):
    return Coordinator(units)


def test_grant_is_followed_from_the_request_to_the_report(desk):
    request = _asked(desk)
    request, condition = _granted(desk, request)
    _received(desk, request)
    _spent(desk, request)
    _kept_for_later(desk, request)
    _has_figures_of_the_books(desk, request)
    _is_on_paper(desk, request)
    _told(desk, request, condition)


def _asked(desk):
    project = desk.project("Jardins partagés", **YEAR)
    request = desk.request("Ville 2026", project_id=project, funder_id=desk.organisation())
    desk.plans(request)
    assert desk.grant_reports.application(request.id).asked_percent == 8333
    return desk.requests.send(request.id, D(2025, 11, 30)).value


def _granted(desk, request):
    """Grant it, with a plan and a convention that wants something of us."""
    told = Granting(GRANTED, GRANTED_ON, instalments=INSTALMENTS, **YEAR)
    request = desk.requests.grant(request.id, told).value
    condition = desk.signs(request)
    state = desk.requests.state(request.id)
    assert state.request.agreement_title == "Convention 2026"
    assert (state.granted, state.paid, state.overdue) == (GRANTED, ZERO, GRANTED)
    assert state.report_due_on == D(2027, 6, 30)
    return state.request, condition


def _received(desk, request):
    """Three instalments come, the second one in part."""
    for cents, month in ((250_000, 4), (120_000, 9), (130_000, 11)):
        desk.receive(request, cents, D(2026, month, 16))
    state = desk.requests.state(request.id)
    assert [one.paid.cents for one in state.instalments] == [250_000, 150_000, 100_000]
    assert (state.due, state.next_instalment) == (ZERO, None)
    desk.booking.book()
    assert desk.in_books("4417") == ZERO


def _spent(desk, request):
    """Expenses are booked on the activity, the last one still a draft."""
    for account, cents in SPENT:
        desk.writes(account, cents, request.activity_id)
    desk.entries.validate()
    desk.writes(*IN_DRAFT, request.activity_id)
    state = desk.requests.state(request.id)
    assert state.spent.amount == desk.in_books("6", request.activity_id) == COST
    assert state.spent.drafts == Money(IN_DRAFT[1])
    assert (state.used, state.left) == (COST, GRANTED - COST)


def _kept_for_later(desk, request):
    """The year ends: what is left goes into a dedicated fund."""
    fund = desk.funds.add(
        NewFund(
            "Jardins 2026",
            FundKind.GRANT,
            GRANTED_ON,
            GRANTED,
            grant_award_id=request.award.id,
            activity_id=request.activity_id,
        )
    ).value
    left = GRANTED - COST
    [proposal] = desk.funds.proposals(desk.year_id)
    assert (proposal.received, proposal.spent, proposal.report) == (GRANTED, COST, left)
    desk.funds.book_year(desk.year_id)
    state = desk.requests.state(request.id)
    assert (state.in_funds, state.left) == (left, left)
    assert [one.content.fund_id for one in state.movements] == [fund.id]
    assert -desk.in_books("194") == desk.in_books("6894", request.activity_id) == left


def _has_figures_of_the_books(desk, request):
    tables = desk.grant_reports.tables(request.id)
    expense, income = LayoutSide.EXPENSE, LayoutSide.INCOME
    assert tables.actual(expense) == desk.in_books("6", request.activity_id) == GRANTED
    assert tables.actual(income) == -desk.in_books("7", request.activity_id) == GRANTED
    for line in tables.lines:
        assert line.actual == total(one.amount for one in line.lines)
    # What a fund keeps for later was not spent: nobody pays for it yet.
    assert desk.grant_reports.sharing(request.content.project_id).actual.shared == COST


def _is_on_paper(desk, request):
    """The workbook opens to the entries behind each figure: they add up to the books."""
    workbook = load_workbook(BytesIO(desk.papers.report_workbook(request.id)))
    for column, beginning in (("J", "6"), ("K", "7")):
        cells = [cell.value for cell in workbook["Écritures"][column]]
        cents = sum(round(x * 100) for x in cells if isinstance(x, int | float))
        assert cents == abs(desk.in_books(beginning, request.activity_id).cents) > 0


def _told(desk, request, condition):
    """The report is sent in time, and the condition kept."""
    desk.requests.write_report(request.id, GrantReport("Douze ateliers", "90 personnes"))
    assert desk.grant_reports.state(request.id).report_due_on == D(2027, 6, 30)
    desk.requests.send_report(request.id, today())
    desk.commitments.keep(condition.id, today())
    assert desk.grant_reports.state(request.id).report_due_on is None
    kept = desk.commitments.all(CommitmentFilter(grant_request_id=request.id))
    assert [one.kept_on for one in kept] == [today()]


@pytest.fixture
def funded(desk):
    """A project that three funders pay for at their own rates; returns their requests."""
    project = desk.project("École du fleuve", **YEAR)
    terms = (
        ("Région", 500_000, D(2026, 2, 1), 5_000, ()),
        ("Ville", 480_000, D(2026, 3, 1), None, (EligibleCost("64.pay", 8_000),)),
        ("Fondation", 400_000, D(2026, 4, 1), None, (EligibleCost("62.fees"),)),
    )
    found = []
    for title, cents, day, rate, eligible in terms:
        made = desk.granted(
            cents, title=title, project_id=project, rate=rate, told={"notified_on": day}
        )
        desk.requests.set_eligible(made.id, eligible)
        found.append(desk.requests.get(made.id))
    desk.writes("6226", 400_000, found[0].activity_id)
    desk.writes("6411", 600_000, found[0].activity_id)
    return found


def test_three_funders_pay_a_project_once_and_each_says_what_it_still_owes(desk, funded):
    region, town, foundation = funded
    desk.receive(region, 300_000, D(2026, 5, 1))
    desk.receive(town, 480_000, D(2026, 6, 1))
    desk.receive(foundation, 150_000, D(2026, 7, 1))

    sharing = desk.grant_reports.sharing(region.content.project_id).actual

    # 1 380 000 were granted for costs of 1 000 000: the last one notified has what is too much.
    assert (sharing.cost, sharing.shared) == (Money(1_000_000), Money(1_000_000))
    assert [(x.share.cents, x.over_financed.cents, x.owed.cents) for x in sharing.funders] == [
        (500_000, 0, 200_000),
        (480_000, 0, 0),
        (20_000, 380_000, -130_000),
    ]
    assert (sharing.owed, sharing.to_give_back) == (Money(200_000), Money(130_000))
    for cost in sharing.costs:
        shares = total(x.shares.get(cost.line, ZERO) for x in sharing.funders)
        assert shares == cost.shared <= cost.base
    # What each grant has used says the same; its report has the whole project.
    states = [desk.requests.state(one.id) for one in funded]
    assert [x.used for x in states] == [x.share for x in sharing.funders]
    assert [x.due.cents for x in states] == [200_000, 0, 250_000]
    for one in funded:
        assert desk.grant_reports.tables(one.id).actual(LayoutSide.EXPENSE) == sharing.cost


def test_granting_a_project_is_taken_back_whole(desk, units):
    request = desk.request("Ville", project_id=desk.project(), funder_id=desk.organisation())
    before = every_row(units)
    told = Granting(Money(500_000), GRANTED_ON, instalments=INSTALMENTS)
    granted = desk.requests.grant(request.id, told).value
    assert granted.activity_id is not None
    desk.operations.undo()
    assert every_row(units) == before
    assert desk.requests.get(request.id).state is RequestState.DRAFT
