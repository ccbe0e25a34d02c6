"""Every figure of the report of a year is the one that its page shows."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.annual_report_content import AccountsPart
from coopdesk.domain.annual_reports import AnnualReport, ReportBlock
from coopdesk.domain.donations import DonationFilter
from coopdesk.domain.errors import RuleError
from coopdesk.domain.event_days import EventFilter
from coopdesk.domain.events import EventState
from coopdesk.domain.financial_statements import StatementKind
from coopdesk.domain.ledgers import ReportScope
from coopdesk.domain.member_statistics import MemberFigure
from coopdesk.domain.money import ZERO, total
from coopdesk.domain.operations import Origin
from coopdesk.services.annual_reports import AnnualReportService
from coopdesk.services.association import AssociationService
from coopdesk.services.fiscal_years import FiscalYearService
from coopdesk.services.opening import open_database, signature
from coopdesk.services.operations import OperationService
from coopdesk.services.progress import JobCancelledError
from tests.building import PROFILE, every_row, new_units, today
from tests.made_once import new_demonstration

TEXTS = {
    "title": "Une année de communs",
    "foreword": "Chères amies,\n\nmerci.",
    "outlook": "Oser.",
}


@pytest.fixture
def units(tmp_path):
    with new_units(tmp_path / "report.coopdesk") as units:
        yield units


@pytest.fixture
def reports(units):
    return AnnualReportService(units, today)


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    path = new_demonstration(tmp_path_factory.mktemp("report") / "demo.coopdesk", 90, 2)
    services = open_database(path, signature("Solène", Origin.WINDOW))
    yield services
    services.database.close()


@pytest.fixture(scope="module")
def year(demo):
    return demo.fiscal_years.current().ends_on.year


@pytest.fixture(scope="module")
def content(demo, year):
    return demo.annual_reports.gather(year)


# what is kept


def test_report_that_nobody_began_has_every_part_and_no_word(reports):
    assert reports.get(2025) == AnnualReport(2025)
    assert reports.get(2025).blocks == tuple(ReportBlock)
    assert reports.years() == []


def test_report_opened_later_has_what_was_kept_with_parts_in_the_order_they_are_printed(
    reports, units
):
    chosen = (ReportBlock.ACCOUNTS, ReportBlock.MEMBERS)
    made = reports.keep(AnnualReport(2025, blocks=chosen, **TEXTS)).value
    assert made.blocks == (ReportBlock.MEMBERS, ReportBlock.ACCOUNTS)
    assert reports.get(2025) == made
    assert reports.years() == [2025]
    before = every_row(units)
    reports.keep(AnnualReport(2025, title="Autre titre"))
    reports.keep(AnnualReport(2024, **TEXTS))
    assert reports.years() == [2025, 2024]
    operations = OperationService(units)
    operations.undo()
    operations.undo()
    assert every_row(units) == before
    operations.redo()
    assert reports.get(2025).title == "Autre titre"


def test_keeping_the_same_again_is_nothing_to_undo(reports, units):
    reports.keep(AnnualReport(2025, **TEXTS))
    known = OperationService(units).state().undo
    reports.keep(AnnualReport(2025, **TEXTS))
    assert OperationService(units).state().undo == known


@pytest.mark.parametrize(
    ("report", "code"),
    [
        (AnnualReport(2025, blocks=()), "annual_report.no_block"),
        (AnnualReport(25), "annual_report.wrong_year"),
        (AnnualReport(2025, foreword="a" * 8_001), "text.too_long"),
        (AnnualReport(2025, title="a" * 121), "text.too_long"),
    ],
)
def test_report_without_parts_or_year_or_end_is_refused(reports, report, code):
    with pytest.raises(RuleError) as refused:
        reports.keep(report)
    assert refused.value.code == code


def test_report_of_nobody_is_refused(reports):
    with pytest.raises(RuleError, match=r"paper\.no_association"):
        reports.gather(2025)


# what is gathered


def test_members_are_those_of_the_page_of_statistics(demo, content, year):
    shown, part = demo.statistics.members(year, 2), content.members
    now, before = shown.years
    for figure in MemberFigure:
        told = part.figures[figure]
        assert (told.now, told.before) == (now.count(figure), before.count(figure))
    assert part.figures[MemberFigure.MEMBERS].now > 0
    assert part.ages == tuple((band.start, band.count) for band in shown.ages)
    assert part.unknown_age == shown.unknown_age.count
    by_type = {
        x.type_name: x.count(MemberFigure.MEMBERS) for x in shown.by_type if x.year == year
    }
    assert {one.name: one.now for one in part.by_type} == by_type
    types = {one.content.name: one.content.college for one in demo.membership_types.list()}
    assert {one.name for one in part.by_college} <= set(types.values())


def test_gifts_are_those_of_the_home_page_and_add_up_by_campaign_and_nature(
    demo, content, year
):
    shown, part = demo.home.overview(year), content.gifts
    assert (part.now, part.before) == (shown.gifts, shown.gifts_before)
    assert part.now.total == demo.donations.total(DonationFilter(year=year)) > ZERO
    assert part.receipts.now == demo.home.receipts(year).now.issued
    ties = demo.reports.ties(ReportScope(demo.fiscal_years.current().id))
    of_gifts = total(one.recorded for one in ties if one.account.startswith("754"))
    assert part.now.total - part.elsewhere == of_gifts < part.now.total
    for rows in (part.by_campaign, [one for _nature, one in part.by_nature]):
        assert total(one.now for one in rows) == part.now.total
        assert total(one.before for one in rows) == part.before.total
    for nature, one in part.by_nature:
        assert one.now == demo.donations.total(DonationFilter(year=year, nature=nature))
    for one in (one for one in part.by_campaign if one.name):
        wanted = DonationFilter(year=year, campaign=one.name)
        assert one.now == demo.donations.total(wanted)


def test_events_have_the_people_and_the_money_of_their_pages(demo, content, year):
    lines = [
        line
        for line in demo.events.list(EventFilter(year=year))
        if line.state is not EventState.CANCELLED
    ]
    told = content.events.events
    assert [one.registered for one in told] == [line.registered for line in lines]
    assert [one.present for one in told] == [line.present for line in lines]
    for one, line in zip(told, lines, strict=True):
        result = demo.event_money.result(line.id)
        assert (one.income, one.expenses) == (
            total(each.amount for each in result.income),
            total(each.amount for each in result.expenses),
        )
        assert one.minutes == result.in_kind.minutes
    assert any(one.income for one in told)


def test_groups_and_outputs_are_those_of_the_activity_report(demo, content, year):
    shown = demo.group_papers.activity_report(year)
    assert content.groups.report == shown
    assert shown.groups > 0
    assert content.groups.groups_before == demo.group_papers.activity_report(year - 1).groups


def test_partners_are_those_of_the_network(demo, content, year):
    shown = demo.partners.network(dt.date(year, 1, 1), dt.date(year, 12, 31))
    assert content.partners.rows == tuple(shown)
    granted = content.partners.amounts()[0]
    assert granted.now == total(row.granted for row in shown)


def test_accounts_are_the_statements_and_the_treasury_of_the_fiscal_year(demo, content, year):
    part, fiscal = content.accounts, demo.fiscal_years.named(str(year))
    scope = ReportScope(fiscal.id)
    assert part.is_civil
    assert part.result == demo.reports.statement(StatementKind.RESULT, scope)
    assert part.balance_sheet == demo.reports.statement(StatementKind.BALANCE_SHEET, scope)
    assert part.treasury == demo.reports.treasury(scope).months
    assert part.before.ends_on.year == year - 1
    earlier = demo.reports.treasury(ReportScope(part.before.id)).months
    assert part.treasury_before == earlier


def test_hours_are_those_of_the_inventory(demo, content, year):
    days = dt.date(year, 1, 1), dt.date(year, 12, 31)
    shown, whole = demo.volunteering.summed(*days), content.volunteering.whole()
    assert whole.minutes == sum(one.minutes for one in shown) > 0
    assert whole.value + whole.in_kind == total(one.value for one in shown)
    by_name = {one.name: one.minutes for one in content.volunteering.activities if one.minutes}
    assert by_name == {one.activity_name: one.minutes for one in shown if one.minutes}


def test_parts_that_are_not_wanted_are_not_read(demo, year):
    found = demo.annual_reports.gather(year, [ReportBlock.GIFTS])
    assert found.blocks == (ReportBlock.GIFTS,)
    assert found.members is None


def test_fiscal_year_from_september_is_said_to_be_none_of_the_calendar(units, reports):
    AssociationService(units).save(PROFILE)
    years = FiscalYearService(units, today)
    years.open(dt.date(2025, 9, 1), dt.date(2026, 8, 31))
    part = reports.gather(2026, [ReportBlock.ACCOUNTS]).accounts
    assert (part.year.label, part.is_civil, part.is_empty) == ("2025-2026", False, True)
    assert reports.gather(2025, [ReportBlock.ACCOUNTS]).accounts == AccountsPart(None)


def test_writing_that_is_stopped_leaves_the_old_file(units, reports, tmp_path):
    AssociationService(units).save(PROFILE)
    path = tmp_path / "rapport.pdf"
    path.write_bytes(b"ancien")

    class Stopped:
        def advance(self, done, total):
            raise JobCancelledError

    with pytest.raises(JobCancelledError):
        reports.write(2026, path, progress=Stopped())
    assert path.read_bytes() == b"ancien"
