"""What the books rest on: each yearly entry once, all of it undone while it is a draft."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from coopdesk.domain.activities import NewActivity
from coopdesk.domain.booking import BookingKey
from coopdesk.domain.contact_details import OrganisationKind
from coopdesk.domain.contacts import ContactKind, NewContact
from coopdesk.domain.dedicated_funds import FundKind, NewFund
from coopdesk.domain.entries import EntrySource
from coopdesk.domain.fixed_assets import NewFixedAsset
from coopdesk.domain.grants import GrantKind, NewGrantAward
from coopdesk.domain.inventory_entries import InventoryKind, NewInventoryEntry
from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.payments import PaymentMode
from coopdesk.domain.volunteering import ContributionKind, NewContribution, NewRate, NewTime
from coopdesk.services.dedicated_funds import FundAmounts
from coopdesk.wording.operations import operation_text
from tests.building import every_row, new_units, refused
from tests.services.inventory_office import END, InventoryOffice

DAY = dt.date(2026, 5, 2)


@pytest.fixture
def units(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        yield units


@pytest.fixture
def office(units):
    return InventoryOffice(units)


def projector(**more):
    return NewFixedAsset(
        **{
            "label": "Vidéoprojecteur",
            "account": "2183",
            "cost": Money(120_000),
            "bought_on": dt.date(2026, 7, 1),
            "months": 36,
        }
        | more
    )


# activities


def test_activity_is_found_by_its_name_and_by_its_code(office):
    key = office.activity()
    assert office.activities.id_named("repair CAFE") == office.activities.id_named("rc") == key
    assert office.activities.id_named("autre") is None


def test_second_activity_of_a_name_or_code_is_refused(office):
    office.activity()
    assert refused(office.activity, "Repair Café", "X") == "activity.name_taken"
    assert refused(office.activity, "Autre", "rc") == "activity.code_taken"


def test_activity_in_use_is_closed_instead_of_removed(office):
    key = office.activity()
    office.spend("6064", 100, key)
    assert refused(office.activities.remove, key) == "activity.in_use"
    assert not office.activities.close(key).value.is_open
    assert office.activities.all(open_only=True) == []
    spare = office.activities.add(NewActivity("Essai")).value.id
    office.activities.remove(spare)
    assert [one.id for one in office.activities.all()] == [key]


# volunteers


def test_time_is_valued_by_the_rate_of_its_day(office):
    old = office.volunteering.log(NewTime(dt.date(2025, 6, 1), 60)).value
    new = office.volunteering.log(NewTime(DAY, 90, rate="smic horaire brut")).value
    assert (old.value, new.value) == (Money(1188), Money(1803))


def test_new_rate_values_time_that_is_not_booked_from_its_day(office):
    before = office.volunteering.log(NewTime(dt.date(2026, 3, 1), 60)).value
    after = office.volunteering.log(NewTime(DAY, 60)).value
    new = NewRate("SMIC horaire brut", dt.date(2026, 5, 1), Money(1300), "décret")
    office.volunteering.add_rate(new)
    found = {one.id: one.value.cents for one in office.volunteering.times()}
    assert found == {before.id: 1202, after.id: 1300}
    assert refused(office.volunteering.add_rate, new) == "volunteer.rate_taken"


def test_time_asks_for_a_rate_when_there_are_several_kinds(office):
    office.volunteering.add_rate(NewRate("Expert", DAY, Money(4000), "bureau du 2 mai"))
    assert refused(office.volunteering.log, NewTime(DAY, 60)) == "volunteer.rate_missing"
    assert refused(office.volunteering.log, NewTime(DAY, 60, rate="x")) == (
        "volunteer.rate_unknown"
    )
    early = NewTime(dt.date(2026, 1, 5), 60, rate="expert")
    assert refused(office.volunteering.log, early) == "volunteer.rate_too_young"


def test_volunteering_is_booked_once_and_only_what_came_since(office):
    key = office.activity()
    office.volunteering.log(NewTime(DAY, 120, activity_id=key))
    office.volunteering.record_contribution(
        NewContribution(ContributionKind.PREMISES, DAY, Money(30_000), "Salle", activity_id=key)
    )
    first = office.volunteering.book(dt.date(2026, 1, 1), END).value
    assert office.volunteering.book(dt.date(2026, 1, 1), END).value is None
    office.volunteering.log(NewTime(DAY, 60))
    assert office.volunteering.book(dt.date(2026, 1, 1), END).value != first
    assert office.said() == [
        [("864", 2404), ("875", -2404), ("861", 30_000), ("871", -30_000)],
        [("864", 1202), ("875", -1202)],
    ]


def test_booked_time_stays_until_its_entry_goes(office):
    time = office.volunteering.log(NewTime(DAY, 120)).value
    entry_id = office.volunteering.book(DAY, END).value
    assert refused(office.volunteering.remove_times, [time.id]) == "volunteer.time_booked"
    office.entries.remove([entry_id])
    assert office.volunteering.times()[0].entry_id is None
    assert office.volunteering.book(DAY, END).value is not None


def test_reversed_volunteering_is_to_be_booked_again(office):
    office.volunteering.log(NewTime(DAY, 120))
    entry_id = office.volunteering.book(DAY, END).value
    office.entries.validate([entry_id])
    office.entries.reverse(entry_id, END)
    assert office.volunteering.times()[0].entry_id is None
    assert [x.minutes for x in office.volunteering.summed(pending=True)] == [120]
    assert office.volunteering.book(DAY, END).value is not None


# fixed assets


def test_asset_gets_the_accounts_that_depreciate_it(office):
    found = office.assets.add(projector()).value.content
    assert (found.depreciation_account, found.allowance_account) == ("2818", "68112")
    built = office.assets.add(projector(account="2135", label="Cloison")).value.content
    assert built.depreciation_account == "2813"


def test_yearly_depreciation_is_drafted_once_and_follows_its_plan(office):
    asset = office.assets.add(projector()).value
    assert office.assets.book_year(office.year_id).value == 1
    assert office.assets.book_year(office.year_id).value == 1
    assert office.said() == [[("68112", 20_000), ("2818", -20_000)]]
    office.assets.change(asset.id, replace(asset.content, months=12))
    assert [one.is_due for one in office.assets.of_year(office.year_id)] == [True]
    office.assets.book_year(office.year_id)
    assert office.said() == [[("68112", 60_000), ("2818", -60_000)]]


def test_validated_depreciation_asks_for_a_reversal_first(office):
    asset = office.assets.add(projector()).value
    office.assets.book_year(office.year_id)
    office.entries.validate()
    office.assets.book_year(office.year_id)
    office.assets.change(asset.id, replace(asset.content, months=12))
    assert refused(office.assets.book_year, office.year_id) == "inventory.validated_otherwise"


def test_record_names_its_own_entries_as_long_as_they_stand(office):
    asset = office.assets.add(projector()).value
    office.grants.notify(NewGrantAward("Aide", Money(50_000), DAY))
    office.assets.book_year(office.year_id)
    mine = EntrySource(fixed_asset_id=asset.id)
    (row,) = office.inventory.entries_of(mine)
    assert (row.amount, row.entry_on) == (Money(20_000), END)
    office.entries.validate([row.id])
    office.entries.reverse(row.id, END)
    assert office.inventory.entries_of(mine) == []


def test_sold_asset_leaves_the_books_at_its_net_value(office):
    asset = office.assets.add(projector(bought_on=dt.date(2026, 1, 1))).value
    office.assets.dispose(asset.id, dt.date(2026, 6, 30), Money(50_000))
    assert office.said() == [
        [("68112", 20_000), ("2818", -20_000)],
        [("2818", 20_000), ("652", 100_000), ("2183", -120_000)],
        [("462", 50_000), ("757", -50_000)],
    ]
    assert office.assets.of_year(office.year_id)[0].net == ZERO
    assert refused(office.assets.dispose, asset.id, END) == "asset.disposed_already"


def test_accounts_of_a_disposal_are_those_of_the_settings(office):
    """Charts disagree about 652 and 757: a person's choice decides."""
    office.chart.add("675", "Valeurs cédées")
    office.chart.add("775", "Produits des cessions")
    office.booking.set_rule(BookingKey.ASSET_NET_VALUE, "675")
    office.booking.set_rule(BookingKey.ASSET_SALE, "775")
    asset = office.assets.add(projector(months=0)).value
    office.assets.dispose(asset.id, END, Money(50_000))
    assert office.said() == [
        [("675", 120_000), ("2183", -120_000)],
        [("462", 50_000), ("775", -50_000)],
    ]
    out, _sold = office.inventory.entries_of(EntrySource(fixed_asset_id=asset.id))
    assert out.voucher_ref == f"I{asset.id}"


def test_asset_in_service_before_the_books_comes_with_its_depreciation(office):
    asset = office.assets.add(projector(bought_on=dt.date(2024, 7, 1))).value
    assert asset.prior == Money(60_000)
    assert [row.allowance.cents for row in office.assets.plan(asset.id)] == [40_000, 20_000]


def test_asset_of_which_the_books_speak_stays(office):
    asset = office.assets.add(projector()).value
    office.assets.book_year(office.year_id)
    assert refused(office.assets.remove, asset.id) == "asset.in_books"
    office.operations.undo()
    office.assets.remove(asset.id)
    assert office.assets.all() == []


def test_time_of_nobody_named_is_told_by_its_task(office):
    office.volunteering.log(NewTime(DAY, 60, "Bêchage"))
    assert operation_text(office.operations.latest(1)[0]).endswith(": Bêchage")


# grants


def grant(**more):
    return NewGrantAward(
        **{"title": "Ville 2026", "amount": Money(365_000), "notified_on": DAY} | more
    )


def test_notified_grant_is_due_until_it_is_paid(office):
    award = office.grants.notify(grant()).value
    assert office.said() == [[("4417", 365_000), ("741", -365_000)]]
    part = (award.id, Money(100_000), DAY, PaymentMode.TRANSFER)
    paid = office.grants.receive(*part, dt.date(2026, 12, 4)).value
    assert (paid.paid, paid.due) == (Money(100_000), Money(265_000))
    assert paid.content.expected_on == dt.date(2026, 12, 4)
    assert [one.id for one in office.grants.due()] == [award.id]
    too_much = (award.id, Money(300_000), DAY, PaymentMode.TRANSFER)
    assert refused(office.grants.receive, *too_much) == "grant.too_much"
    assert refused(office.grants.remove, award.id) == "grant.in_use"


def test_part_of_later_years_is_put_off_and_taken_up_at_the_opening(office):
    days = {"starts_on": dt.date(2026, 7, 1), "ends_on": dt.date(2027, 6, 30)}
    office.grants.notify(grant(**days))
    assert office.grants.book_year(office.year_id).value == 1
    assert office.grants.book_year(office.year_id).value == 1
    assert office.said()[1:] == [[("741", 181_000), ("487", -181_000)]]
    office.entries.validate()
    assert refused(office.inventory.reverse_all, office.year_id) == "inventory.no_next_year"
    office.years.open_next()
    assert office.inventory.reverse_all(office.year_id).value == 1
    assert office.inventory.reverse_all(office.year_id).value == 0
    assert office.said()[2] == [("741", -181_000), ("487", 181_000)]


def test_investment_grant_is_income_at_the_pace_of_depreciation(office):
    award = office.grants.notify(grant(kind=GrantKind.INVESTMENT, amount=Money(60_000))).value
    office.assets.add(projector(grant_award_id=award.id))
    office.grants.book_year(office.year_id)
    assert office.said() == [
        [("4411", 60_000), ("131", -60_000)],
        [("139", 10_000), ("747", -10_000)],
    ]


def test_grants_above_the_limit_of_the_law_want_a_written_agreement(office):
    small = office.grants.notify(grant()).value
    town, trust = (
        office.contacts.add(
            NewContact(
                kind=ContactKind.ORGANISATION, organisation_name=name, organisation_kind=kind
            )
        ).value.id
        for name, kind in (
            ("Ville", OrganisationKind.PUBLIC_BODY),
            ("Fondation", OrganisationKind.FOUNDATION),
        )
    )
    given, large, private = (
        office.grants.notify(grant(title=name, amount=Money(cents), funder_id=funder)).value
        for name, cents, funder in (
            ("Poste", 300_001, town),
            ("Salle", 2_000_000, town),
            ("Prix", 9_000_000, trust),
        )
    )
    limit = Money(2_300_000)
    assert office.grants.agreement_above(small.id) is None
    assert office.grants.agreement_above(private.id) is None
    assert office.grants.agreement_above(given.id) == limit
    assert office.grants.agreement_above(large.id) == limit


def test_removed_grant_takes_its_draft_along(office):
    award = office.grants.notify(grant()).value
    office.grants.remove(award.id)
    assert office.said() == []


# dedicated funds


def fund(activity_id=None, **more):
    return NewFund(
        **{
            "name": "Collecte toiture",
            "kind": FundKind.GENEROSITY,
            "received_on": DAY,
            "amount": Money(80_000),
            "activity_id": activity_id,
        }
        | more
    )


def test_what_was_not_spent_on_its_activity_goes_into_the_fund(office):
    key = office.activity()
    office.spend("6064", 30_000, key)
    made = office.funds.add(fund(key)).value
    (proposed,) = office.funds.proposals(office.year_id)
    assert (proposed.spent, proposed.report) == (Money(30_000), Money(50_000))
    office.funds.book_year(office.year_id)
    office.funds.book_year(office.year_id)
    assert office.said()[1:] == [[("6896", 50_000), ("196", -50_000)]]
    (line,) = office.funds.table(office.year_id)
    assert (line.opening, line.reports, line.closing) == (ZERO, Money(50_000), Money(50_000))
    assert all(tie.table == tie.books for tie in office.funds.ties(office.year_id))
    assert refused(office.funds.close, made.id) == "fund.not_empty"
    assert refused(office.funds.remove, made.id) == "fund.in_use"


def test_fund_taken_over_is_used_by_what_its_activity_spends(office):
    key = office.activity()
    office.spend("6064", 30_000, key)
    old = fund(key, received_on=dt.date(2025, 3, 1))
    office.funds.add(old, opening=Money(45_000))
    office.funds.book_year(office.year_id)
    assert office.said()[1:] == [[("196", 30_000), ("7896", -30_000)]]
    (line,) = office.funds.table(office.year_id)
    assert (line.opening.cents, line.uses.cents, line.closing.cents) == (45_000, 30_000, 15_000)


def test_person_decides_otherwise_than_proposed_within_what_there_is(office):
    made = office.funds.add(fund()).value
    decided = {made.id: FundAmounts(ZERO, Money(20_000))}
    office.funds.book_year(office.year_id, decided)
    assert office.said() == [[("6896", 20_000), ("196", -20_000)]]
    office.funds.book_year(office.year_id, {made.id: FundAmounts(ZERO, ZERO)})
    assert (office.said(), office.funds.table(office.year_id)) == ([], ())
    above = {made.id: FundAmounts(ZERO, Money(80_001))}
    assert refused(office.funds.book_year, office.year_id, above) == "fund.above_received"
    below = {made.id: FundAmounts(Money(1), ZERO)}
    assert refused(office.funds.book_year, office.year_id, below) == "fund.below_zero"


def test_report_that_a_later_year_takes_back_stays_in_its_own(office):
    office.funds.add(fund())
    office.funds.book_year(office.year_id)
    before = office.funds.table(office.year_id)
    office.entries.validate()
    later = office.years.open_next().value.id
    office.entries.reverse(1, dt.date(2027, 2, 1))
    assert office.funds.table(office.year_id) == before
    (line,) = office.funds.table(later)
    assert (line.opening, line.reports, line.closing) == (Money(80_000), Money(-80_000), ZERO)
    for year_id in (office.year_id, later):
        assert all(tie.table == tie.books for tie in office.funds.ties(year_id))
    assert office.funds.book_year(later).value == 0
    assert office.funds.table(office.year_id) == before


def test_money_passed_on_between_kinds_of_funds_changes_accounts(office):
    one = office.funds.add(fund(received_on=dt.date(2025, 3, 1)), opening=Money(45_000)).value
    other = office.funds.add(fund(name="Fondation", kind=FundKind.CONTRIBUTION)).value
    office.funds.transfer(one.id, other.id, Money(5_000), DAY)
    assert office.said() == [[("196", 5_000), ("195", -5_000)]]
    assert refused(office.funds.transfer, one.id, other.id, Money(40_001), DAY) == (
        "fund.below_zero"
    )


def test_closed_fund_is_proposed_nothing_until_it_is_opened_again(office):
    made = office.funds.add(fund()).value
    office.funds.close(made.id, END)
    assert office.funds.proposals(office.year_id) == ()
    assert office.funds.reopen(made.id).value.closed_on is None
    assert [one.fund.id for one in office.funds.proposals(office.year_id)] == [made.id]


def test_movement_goes_with_the_draft_that_booked_it(office):
    office.funds.add(fund())
    office.funds.book_year(office.year_id)
    office.entries.remove([office.inventory.of_year(office.year_id)[0].id])
    assert office.funds.table(office.year_id) == ()


# year-end entries


def test_prepaid_insurance_is_put_off_by_its_days(office):
    new = NewInventoryEntry(
        InventoryKind.PREPAID,
        "6161",
        Money(36_500),
        "Assurance d’octobre à septembre",
        since=dt.date(2026, 10, 1),
        until=dt.date(2027, 9, 30),
    )
    assert office.inventory.preview(office.year_id, new).debit == Money(27_300)
    office.inventory.record(office.year_id, new)
    assert office.said() == [[("486", 27_300), ("6161", -27_300)]]
    assert [row.amount for row in office.inventory.of_year(office.year_id)] == [Money(27_300)]


# all of it


def test_every_command_is_undone_to_the_row(office, units):
    key = office.activity()
    office.spend("6064", 30_000, key)
    office.volunteering.log(NewTime(DAY, 60, activity_id=key))
    award = office.grants.notify(grant(kind=GrantKind.INVESTMENT)).value
    asset = office.assets.add(projector(grant_award_id=award.id)).value
    office.funds.add(fund(key))
    before = every_row(units)
    count = 0
    for act in (
        lambda: office.volunteering.book(DAY, END),
        lambda: office.assets.book_year(office.year_id),
        lambda: office.grants.book_year(office.year_id),
        lambda: office.funds.book_year(office.year_id),
        lambda: office.assets.dispose(asset.id, dt.date(2026, 11, 30), Money(7)),
        lambda: office.funds.book_year(office.year_id, {1: FundAmounts(ZERO, Money(1))}),
    ):
        act()
        count += 1
    for _time in range(count):
        office.operations.undo()
    assert every_row(units) == before
