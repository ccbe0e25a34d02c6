"""Members: who may join, days that do not overlap, money shared to the cent, leaving."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from coopdesk.domain.contacts import ContactKind, NewContact
from coopdesk.domain.donations import DonationFilter
from coopdesk.domain.errors import RuleError
from coopdesk.domain.members import (
    AmountKind,
    DepartureReason,
    Holder,
    MemberRules,
    MemberStatus,
    NewDeparture,
    NewMembership,
    NewMembershipType,
    Period,
    PeriodKind,
    WhoMayJoin,
)
from coopdesk.domain.membership_fees import instalment_plan
from coopdesk.domain.membership_lists import MembershipFilter
from coopdesk.domain.money import Money
from coopdesk.domain.payments import (
    LineKind,
    NewPayment,
    PaymentMode,
    PaymentPart,
    PaymentState,
)
from coopdesk.domain.renewing import RenewalRequest
from coopdesk.domain.shared_payments import NewSharedPayment, PaymentShare
from coopdesk.services.association import AssociationService
from coopdesk.services.contacts import ContactService
from coopdesk.services.databases import DatabaseService
from coopdesk.services.donations import DonationService
from coopdesk.services.home import HomeService
from coopdesk.services.members import MemberService
from coopdesk.services.membership_types import MembershipTypeService
from coopdesk.services.operations import OperationService
from coopdesk.services.payments import PaymentService
from coopdesk.services.receipts import ReceiptService
from coopdesk.services.renewals import RenewalService
from tests.building import PROFILE, TODAY, every_row, gift, new_units, person, today

YEAR = Period(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
NEXT_YEAR = Period(dt.date(2027, 1, 1), dt.date(2027, 12, 31))


class Desk:
    """The services of one database."""

    def __init__(self, units):
        self.units = units
        self.types = MembershipTypeService(units, today)
        self.members = MemberService(units, today)
        self.contacts = ContactService(units, today)
        self.accounts = PaymentService(units, today)
        self.donations = DonationService(units, today)
        self.receipts = ReceiptService(units, today)
        self.operations = OperationService(units)

    def person(self, last_name="Lefèvre", first_name="Élodie", **more):
        return self.contacts.add(person(last_name, first_name, **more)).value.id

    def organisation(self, name="Que Vol'terre"):
        new = NewContact(ContactKind.ORGANISATION, organisation_name=name)
        return self.contacts.add(new).value.id

    def type(self, name="Adhésion", cents=2000, **more):
        return self.types.add(NewMembershipType(name, amount=Money(cents), **more)).value.id

    def join(self, contact_id, type_id, period=YEAR, cents=2000, **more):
        new = NewMembership(contact_id, type_id, period, Money(cents), **more)
        return self.members.join(new).value

    def pay(self, payer_id, *shares, cents=None, day=TODAY):
        amount = sum(share.amount.cents for share in shares) if cents is None else cents
        new = NewSharedPayment(payer_id, day, Money(amount), PaymentMode.CHEQUE, shares)
        return self.members.record_payment(new).value

    def status(self, contact_id):
        return self.contacts.lines([contact_id])[0].member_status

    def live_together(self, *contact_ids):
        with self.units.write("contact.changed", name="") as work:
            from coopdesk.storage.columns import table_of
            from coopdesk.storage.tables import ContactRow, HouseholdRow

            home = work.recorder.insert(table_of(HouseholdRow), {"name": "Foyer"})
            for key in contact_ids:
                work.recorder.update(table_of(ContactRow), key, {"household_id": home})
            work.commit()


@pytest.fixture
def desk(tmp_path):
    with new_units(tmp_path / "members.coopdesk") as units:
        yield Desk(units)


def fee(membership, cents=2000):
    return PaymentShare("fee", Money(cents), membership.id)


def test_member_is_up_to_date_once_the_fee_is_paid(desk):
    somebody, kind = desk.person(), desk.type()
    membership = desk.join(somebody, kind)
    assert desk.status(somebody) is MemberStatus.LATE
    desk.pay(somebody, fee(membership))
    assert desk.status(somebody) is MemberStatus.UP_TO_DATE
    assert desk.members.due(membership.id).remainder == Money(0)
    desk.operations.undo()
    assert desk.status(somebody) is MemberStatus.LATE


def test_statutes_that_want_persons_refuse_organisations(desk):
    kind = desk.type()
    desk.members.change_rules(MemberRules(who=WhoMayJoin.PERSONS))
    with pytest.raises(RuleError, match=r"membership\.organisation_refused$"):
        desk.join(desk.organisation(), kind)
    assert desk.join(desk.person(), kind).id


def test_a_member_does_not_become_what_the_statutes_refuse(desk):
    desk.members.change_rules(MemberRules(who=WhoMayJoin.PERSONS))
    member, other, home = desk.person(), desk.person("Zola"), desk.person("Yvon")
    desk.join(member, desk.type())
    desk.live_together(home, other)
    structure = NewContact(kind=ContactKind.ORGANISATION, organisation_name="Coop")
    for key in (member, home):
        with pytest.raises(RuleError, match=r"contact\.kind_in_use"):
            desk.contacts.change(key, structure)
    free = desk.person("Ximena")
    assert desk.contacts.change(free, structure).value.display_name == "Coop"


def test_undo_does_not_make_a_member_of_what_the_statutes_refuse(desk):
    desk.members.change_rules(MemberRules(who=WhoMayJoin.PERSONS, number_pattern=""))
    coop = desk.organisation()
    desk.contacts.change(coop, person("Coop"))
    changed = desk.operations.state().undo
    desk.join(coop, desk.type())
    with pytest.raises(RuleError, match=r"contact\.kind_in_use"):
        desk.operations.undo_one(changed.id)
    desk.operations.undo()
    desk.operations.undo_one(changed.id)
    assert desk.contacts.get(coop).profile.kind is ContactKind.ORGANISATION


def test_type_for_organisations_refuses_persons(desk):
    kind = desk.type("Structure", who=WhoMayJoin.ORGANISATIONS)
    with pytest.raises(RuleError, match=r"membership\.person_refused_by_type"):
        desk.join(desk.person(), kind)
    assert desk.join(desk.organisation(), kind).id


def test_same_type_on_the_same_days_is_refused_with_the_first_free_day(desk):
    somebody, kind = desk.person(), desk.type()
    desk.join(somebody, kind)
    with pytest.raises(RuleError, match=r"membership\.overlaps") as caught:
        desk.join(somebody, kind)
    assert caught.value.values["next"] == dt.date(2027, 1, 1)
    assert desk.join(somebody, desk.type("Soutien")).id
    assert desk.join(somebody, kind, NEXT_YEAR).content.previous_id


def test_who_left_joins_again_only_after_the_departure(desk):
    somebody, kind = desk.person(), desk.type()
    desk.pay(
        somebody,
        fee(desk.join(somebody, kind, Period(dt.date(2025, 1, 1), dt.date(2025, 12, 31)))),
    )
    desk.members.leave(NewDeparture(somebody, dt.date(2026, 6, 1), DepartureReason.RESIGNED))
    assert desk.status(somebody) is MemberStatus.LEFT
    with pytest.raises(RuleError, match=r"membership\.before_departure"):
        desk.join(somebody, kind)
    proposal = desk.members.propose(somebody, kind)
    assert proposal.period == Period(dt.date(2026, 6, 2), dt.date(2026, 12, 31))
    desk.pay(somebody, fee(desk.join(somebody, kind, proposal.period)))
    assert desk.status(somebody) is MemberStatus.UP_TO_DATE


def test_who_has_died_does_not_join_unless_that_was_a_mistake(desk):
    somebody, kind = desk.person(), desk.type()
    desk.pay(somebody, fee(desk.join(somebody, kind)))
    desk.members.leave(NewDeparture(somebody, TODAY, DepartureReason.DECEASED))
    next_year = Period(dt.date(2027, 1, 1), dt.date(2027, 12, 31))
    with pytest.raises(RuleError, match=r"membership\.contact_deceased"):
        desk.join(somebody, kind, next_year)
    desk.members.come_back(somebody)
    assert desk.join(somebody, kind, next_year).content.contact_id == somebody


def test_numbers_follow_the_pattern_and_are_never_given_twice(desk):
    kind = desk.type()
    first, second = desk.person("Aubry"), desk.person("Baron")
    desk.join(first, kind)
    assert desk.contacts.get(first).profile.number == "0001"
    assert desk.members.propose(second, kind).number == "0002"
    desk.contacts.archive([first])
    desk.join(second, kind)
    assert desk.contacts.get(second).profile.number == "0002"
    desk.operations.undo()
    assert desk.contacts.get(second).profile.number == ""


def test_number_that_exists_is_kept_and_none_are_given_without_a_pattern(desk):
    kind = desk.type()
    known = desk.person("Aubry", number="A-17")
    desk.join(known, kind)
    assert desk.contacts.get(known).profile.number == "A-17"
    desk.members.change_rules(MemberRules(number_pattern=""))
    other = desk.person("Baron")
    desk.join(other, kind)
    assert desk.contacts.get(other).profile.number == ""


def test_household_type_makes_everybody_at_home_a_member(desk):
    mother, father, friend = (
        desk.person("Faure", "Ève"),
        desk.person("Faure", "Paul"),
        desk.person(),
    )
    desk.live_together(mother, father)
    kind = desk.type("Famille", holder=Holder.HOUSEHOLD)
    membership = desk.join(mother, kind)
    assert membership.content.covered_ids == (mother, father)
    desk.pay(father, fee(membership))
    assert desk.status(mother) is desk.status(father) is MemberStatus.UP_TO_DATE
    assert desk.status(friend) is None
    assert [x.covered for x in desk.members.of_contact(father)] == [2]
    with pytest.raises(RuleError, match=r"membership\.another_household"):
        desk.join(mother, kind, NEXT_YEAR, covered_ids=(mother, friend))
    with pytest.raises(RuleError, match=r"membership\.covers_one"):
        desk.join(mother, desk.type("Seul"), covered_ids=(mother, father))


def test_proposal_has_the_joining_fee_of_the_first_time_only(desk):
    somebody = desk.person()
    kind = desk.type(cents=1200, joining_fee=Money(500), prorata=True)
    proposal = desk.members.propose(somebody, kind, dt.date(2026, 9, 15))
    assert (proposal.period, proposal.fee, proposal.joining_fee) == (
        YEAR,
        Money(400),
        Money(500),
    )
    desk.join(somebody, kind, cents=400, joining_fee=Money(500))
    again = desk.members.propose(somebody, kind)
    assert (again.period, again.fee, again.joining_fee) == (NEXT_YEAR, Money(1200), Money(0))
    assert again.previous_id is not None


def test_one_payment_covers_two_people_a_gift_and_a_ticket(desk):
    kind = desk.type()
    one, two = desk.person("Aubry"), desk.person("Baron")
    first, second = desk.join(one, kind), desk.join(two, kind)
    payment = desk.pay(
        one,
        fee(first),
        fee(second),
        PaymentShare("gift", Money(1000)),
        PaymentShare("registration", Money(800), label="Fête des Rives"),
        PaymentShare("sale", Money(250)),
    )
    parts = [(part.kind, part.amount.cents, part.label) for part in payment.content.parts]
    assert parts == [
        (LineKind.FEE, 2000, "Adhésion"),
        (LineKind.FEE, 2000, "Adhésion"),
        (LineKind.GIFT, 1000, ""),
        (LineKind.REGISTRATION, 800, "Fête des Rives"),
        (LineKind.SALE, 250, ""),
    ]
    assert desk.status(one) is desk.status(two) is MemberStatus.UP_TO_DATE
    gifts = desk.donations.find(DonationFilter())
    assert [(x.donor_id, x.amount) for x in gifts] == [(one, Money(1000))]
    assert desk.contacts.lines([one])[0].gift_total == Money(1000)
    assert [x.amount for x in desk.members.payments_of(second.id)] == [Money(2000)]


def test_workbook_tells_gifts_from_fees_and_donors_from_payers(desk):
    payer, donor = desk.person("Aubry"), desk.person("Baron")
    membership = desk.join(payer, desk.type(receipt_eligible=True))
    desk.pay(payer, fee(membership), PaymentShare("gift", Money(700), donor_id=donor))
    days = (dt.date(2026, 1, 1), dt.date(2026, 12, 31))
    with desk.units.read() as work:
        donors, fees = work.board.donors(days, None), work.board.fees(days, None)
    assert [(one.name, one.amount.cents) for one in donors] == [("Élodie Baron", 700)]
    assert [one.amount.cents for one in fees] == [2000]


def test_shares_that_do_not_add_up_tell_the_remainder(desk):
    membership = desk.join(desk.person(), desk.type())
    with pytest.raises(RuleError, match=r"payment\.parts_do_not_add_up") as caught:
        desk.pay(None, fee(membership), cents=2500)
    assert caught.value.values["remainder"] == Money(500)


def test_fee_is_not_overpaid_but_the_rest_may_be_a_gift(desk):
    somebody = desk.person()
    membership = desk.join(somebody, desk.type())
    with pytest.raises(RuleError, match=r"membership\.overpaid") as caught:
        desk.pay(somebody, fee(membership, 2500))
    assert caught.value.values["surplus"] == Money(500)
    with pytest.raises(RuleError, match=r"membership\.overpaid"):
        desk.pay(somebody, fee(membership, 1500), fee(membership, 1000))
    desk.pay(somebody, fee(membership), PaymentShare("gift", Money(500)))
    assert desk.members.get(membership.id).paid == Money(2000)


def test_wrong_shares_are_refused(desk):
    somebody = desk.person()
    membership = desk.join(somebody, desk.type())
    for share, code in (
        (PaymentShare("fee", Money(100)), "payment.fee_without_member"),
        (PaymentShare("expense", Money(100)), "payment.share_not_possible"),
        (PaymentShare("sale", Money(0)), "payment.amount_not_positive"),
    ):
        with pytest.raises(RuleError) as caught:
            desk.pay(somebody, share)
        assert caught.value.code == code
    desk.members.cancel(membership.id)
    with pytest.raises(RuleError, match=r"membership\.cancelled"):
        desk.pay(somebody, fee(membership))


def test_eligible_fee_goes_on_the_receipt_but_is_no_gift_in_the_lists(desk):
    AssociationService(desk.units).save(PROFILE)
    somebody = desk.person()
    membership = desk.join(somebody, desk.type(receipt_eligible=True))
    desk.pay(somebody, fee(membership), PaymentShare("gift", Money(1000)))
    assert [x.amount for x in desk.donations.find(DonationFilter())] == [Money(1000)]
    assert desk.donations.total(DonationFilter()) == Money(1000)
    assert [x.amount for x in desk.contacts.sheet(somebody).donations] == [Money(1000)]
    assert desk.contacts.lines([somebody])[0].gift_total == Money(1000)
    home = HomeService(desk.units, today)
    assert home.overview(2026).gifts.total == Money(1000)
    receipts = home.receipts(2026).now
    assert (receipts.ready, receipts.ready_total) == (1, Money(3000))
    review = desk.receipts.review(2026)
    assert [(x.gift.is_fee, x.gift.amount.cents) for x in review.lines] == [
        (True, 2000),
        (False, 1000),
    ]
    (receipt,) = desk.receipts.issue_year(2026).value
    assert (receipt.gift_count, receipt.amount) == (2, Money(3000))
    with pytest.raises(RuleError, match=r"payment\.on_receipt"):
        desk.members.detach_payment_line(desk.members.payments_of(membership.id)[0].id)
    assert DatabaseService(desk.units).check().ok


def test_fee_counts_for_tax_as_the_type_that_a_membership_is_given(desk):
    plain, eligible = desk.type(), desk.type("Solidaire", receipt_eligible=True)
    payer = desk.person()
    membership = desk.join(payer, plain)
    desk.pay(payer, fee(membership))
    before = every_row(desk.units)
    assert desk.receipts.review(2026).lines == ()
    desk.members.change(membership.id, replace(membership.content, type_id=eligible))
    (line,) = desk.receipts.review(2026).lines
    assert line.gift.amount == Money(2000)
    desk.members.change(membership.id, replace(membership.content, type_id=plain))
    assert desk.receipts.review(2026).lines == ()
    for _time in range(2):
        desk.operations.undo()
    assert every_row(desk.units) == before
    desk.members.change(membership.id, replace(membership.content, type_id=eligible))
    AssociationService(desk.units).save(PROFILE)
    desk.receipts.issue_year(2026)
    with pytest.raises(RuleError, match=r"payment\.on_receipt"):
        desk.members.change(membership.id, replace(membership.content, type_id=plain))


def test_fee_that_counts_for_tax_is_not_corrected_or_removed_as_a_gift(desk):
    somebody = desk.person()
    membership = desk.join(somebody, desk.type(receipt_eligible=True))
    payment = desk.pay(somebody, fee(membership))
    donation = desk.receipts.review(2026).lines[0].gift.donation_id
    with pytest.raises(RuleError, match=r"donation\.in_shared_payment"):
        desk.donations.remove(donation)
    with pytest.raises(RuleError, match=r"donation\.in_shared_payment"):
        desk.donations.correct(donation, gift(somebody, 900))
    desk.accounts.remove(payment.id)
    assert desk.receipts.review(2026).lines == ()
    assert desk.members.get(membership.id).paid == Money(0)
    desk.operations.undo()
    assert desk.members.get(membership.id).paid == Money(2000)


def test_gift_in_a_shared_payment_goes_only_with_the_whole_payment(desk):
    somebody = desk.person()
    membership = desk.join(somebody, desk.type())
    payment = desk.pay(somebody, fee(membership), PaymentShare("gift", Money(500)))
    (line,) = desk.donations.find(DonationFilter())
    given = desk.donations.get(line.id).content
    credited = desk.donations.correct(line.id, replace(given, credited_on=given.received_on))
    assert credited.value.content.credited_on == given.received_on
    with pytest.raises(RuleError, match=r"donation\.in_shared_payment"):
        desk.donations.remove(line.id)
    desk.members.remove_payment(payment.id)
    assert desk.donations.find(DonationFilter()) == []
    assert desk.members.get(membership.id).remainder == Money(2000)


def test_fee_recorded_before_is_attached_and_detached(desk):
    somebody = desk.person()
    membership = desk.join(somebody, desk.type(receipt_eligible=True))
    paid = NewPayment(
        TODAY,
        Money(2000),
        PaymentMode.CASH,
        (PaymentPart(LineKind.FEE, Money(2000), "Coti"),),
        payer_id=somebody,
    )
    desk.accounts.record(paid)
    (line,) = desk.members.open_fees_of(somebody)
    before = every_row(desk.units)
    assert desk.members.attach_payment_line(line.id, membership.id).value.paid == Money(2000)
    assert desk.members.open_fees_of(somebody) == []
    assert len(desk.receipts.review(2026).lines) == 1
    with pytest.raises(RuleError, match=r"payment\.already_attached"):
        desk.members.attach_payment_line(line.id, membership.id)
    desk.members.detach_payment_line(line.id)
    assert every_row(desk.units) == before
    desk.operations.undo()
    desk.operations.undo()
    assert every_row(desk.units) == before
    (tariff,) = desk.members.unattached()
    assert (tariff.name, tariff.count, tariff.amount) == ("Coti", 1, Money(2000))


def test_instalments_make_a_member_with_the_first_one(desk):
    somebody = desk.person()
    parts = instalment_plan(Money(3000), 3, dt.date(2026, 10, 15))
    membership = desk.join(somebody, desk.type(cents=3000), cents=3000, instalments=parts)
    due = desk.members.due(membership.id)
    assert (due.now, due.next_on, due.next_amount) == (
        Money(2000),
        dt.date(2026, 12, 15),
        Money(1000),
    )
    desk.pay(somebody, fee(membership, 1000), day=dt.date(2026, 10, 15))
    assert desk.status(somebody) is MemberStatus.UP_TO_DATE
    due = desk.members.due(membership.id)
    assert (due.remainder, due.now) == (Money(2000), Money(1000))


def test_payment_set_aside_no_longer_counts(desk):
    somebody = desk.person()
    membership = desk.join(somebody, desk.type())
    payment = desk.pay(somebody, fee(membership))
    desk.accounts.decide([payment.id], PaymentState.DISMISSED)
    assert desk.members.get(membership.id).paid == Money(0)
    assert desk.status(somebody) is MemberStatus.LATE


def test_change_replaces_the_terms_and_undo_brings_them_back(desk):
    somebody = desk.person()
    kind, other = desk.type(), desk.type("Soutien", 5000, amount_kind=AmountKind.MINIMUM)
    membership = desk.join(somebody, kind)
    before = every_row(desk.units)
    parts = instalment_plan(Money(6000), 2, TODAY)
    new = NewMembership(somebody, other, YEAR, Money(6000), instalments=parts, note="Merci")
    changed = desk.members.change(membership.id, new).value
    assert changed.content.type_id == other
    assert changed.content.instalments == parts
    desk.operations.undo()
    assert every_row(desk.units) == before
    desk.pay(somebody, fee(membership))
    with pytest.raises(RuleError, match=r"membership\.below_paid"):
        desk.members.change(membership.id, NewMembership(somebody, kind, YEAR, Money(1000)))
    with pytest.raises(RuleError, match=r"membership\.fee_below_minimum"):
        desk.members.change(membership.id, NewMembership(somebody, other, YEAR, Money(4000)))
    with pytest.raises(RuleError, match=r"membership\.other_holder"):
        desk.members.change(
            membership.id, NewMembership(desk.person("Zola"), kind, YEAR, Money(2000))
        )


def test_an_exemption_tells_its_reason_and_an_older_tariff_is_left_alone(desk):
    somebody, kind = desk.person(), desk.type()
    with pytest.raises(RuleError, match=r"membership\.fee_without_reason"):
        desk.join(somebody, kind, cents=500)
    reason = "Étudiante, bureau du 3 mars"
    membership = desk.join(somebody, kind, cents=500, note=reason)
    assert (membership.content.fee, membership.content.note) == (Money(500), reason)
    dearer = replace(desk.types.get(kind).content, amount=Money(3000))
    desk.types.change(kind, dearer)
    before = desk.join(desk.person("Zola"), kind, cents=3000)
    desk.types.change(kind, replace(dearer, amount=Money(3500)))
    same = desk.members.change(before.id, replace(before.content, period=NEXT_YEAR)).value
    assert same.content.fee == Money(3000)
    with pytest.raises(RuleError, match=r"membership\.fee_without_reason"):
        desk.members.change(before.id, replace(same.content, fee=Money(2900)))


@pytest.mark.parametrize("slip", [dt.date(1, 1, 1), dt.date(202, 6, 1), dt.date(9999, 12, 31)])
def test_years_that_only_a_slip_means_are_refused(desk, slip):
    somebody, kind = desk.person(), desk.type()
    unlikely = pytest.raises(RuleError, match=r"membership\.unlikely_days")
    with unlikely:
        desk.members.propose(somebody, kind, slip)
    with unlikely:
        desk.join(somebody, kind, Period(slip, slip))
    with unlikely:
        RenewalService(desk.units, today).preview(RenewalRequest(Period(slip, slip)))


def test_cancelled_membership_frees_its_days(desk):
    somebody, kind = desk.person(), desk.type()
    membership = desk.join(somebody, kind)
    desk.members.cancel(membership.id)
    assert desk.status(somebody) is None
    again = desk.join(somebody, kind)
    desk.pay(somebody, fee(again))
    with pytest.raises(RuleError, match=r"membership\.paid_already"):
        desk.members.cancel(again.id)
    assert [x.id for x in desk.members.find(MembershipFilter(cancelled=True))] == [
        membership.id
    ]


def test_leaving_cancels_what_begins_later_unless_it_is_paid(desk):
    somebody, kind = desk.person(), desk.type()
    desk.pay(somebody, fee(desk.join(somebody, kind)))
    ahead = desk.join(somebody, kind, NEXT_YEAR)
    leave = NewDeparture(
        somebody, dt.date(2026, 11, 1), DepartureReason.STRUCK_OFF, "Vote du CA"
    )
    departure = desk.members.leave(leave).value
    assert desk.members.departures_of(somebody) == [departure]
    assert desk.members.get(ahead.id).cancelled_on == TODAY
    assert desk.status(somebody) is MemberStatus.LEFT
    with pytest.raises(RuleError, match=r"departure\.already_left"):
        desk.members.leave(leave)
    desk.operations.undo()
    assert desk.status(somebody) is MemberStatus.UP_TO_DATE
    desk.pay(somebody, fee(ahead))
    with pytest.raises(RuleError, match=r"departure\.paid_ahead"):
        desk.members.leave(leave)


def test_membership_is_not_taken_back_under_a_departure(desk):
    somebody = desk.person()
    desk.join(somebody, desk.type())
    joined = desk.operations.state().undo
    desk.members.leave(NewDeparture(somebody, TODAY, DepartureReason.RESIGNED))
    with pytest.raises(RuleError, match=r"operation\.rested_on") as refused:
        desk.operations.undo_one(joined.id)
    assert refused.value.values["by"] == "departure"
    assert desk.status(somebody) is MemberStatus.LEFT
    desk.operations.undo()
    desk.operations.undo_one(joined.id)
    assert desk.members.of_contact(somebody) == []


def test_departure_needs_a_member_and_can_be_taken_back(desk):
    somebody = desk.person()
    leave = NewDeparture(somebody, TODAY, DepartureReason.DECEASED)
    with pytest.raises(RuleError, match=r"departure\.never_member"):
        desk.members.leave(leave)
    desk.pay(somebody, fee(desk.join(somebody, desk.type())))
    with pytest.raises(RuleError, match=r"departure\.before_joining"):
        desk.members.leave(
            NewDeparture(somebody, dt.date(2025, 1, 1), DepartureReason.RESIGNED)
        )
    with pytest.raises(RuleError, match=r"departure\.not_left"):
        desk.members.come_back(somebody)
    tomorrow = TODAY + dt.timedelta(days=1)
    with pytest.raises(RuleError, match=r"departure\.in_the_future"):
        desk.members.leave(NewDeparture(somebody, tomorrow, DepartureReason.DECEASED))
    desk.members.leave(leave)
    assert desk.members.come_back(somebody).value == 1
    assert desk.status(somebody) is MemberStatus.UP_TO_DATE


def test_filters_find_memberships_by_status_type_year_money_and_words(desk):
    kind, other = desk.type(), desk.type("Soutien", 5000)
    paid, late, left = desk.person("Aubry"), desk.person("Baron"), desk.person("Colas")
    first = desk.join(paid, kind)
    desk.pay(paid, fee(first))
    second = desk.join(late, other, cents=5000)
    past = Period(dt.date(2025, 1, 1), dt.date(2025, 12, 31))
    third = desk.join(left, kind, past)
    desk.pay(left, fee(third))
    desk.members.leave(NewDeparture(left, dt.date(2026, 2, 1), DepartureReason.RESIGNED))

    def found(**wanted):
        return [line.id for line in desk.members.find(MembershipFilter(**wanted))]

    assert found() == [first.id, second.id, third.id]
    assert found(status=MemberStatus.UP_TO_DATE) == [first.id]
    assert found(status=MemberStatus.LATE) == [second.id]
    assert found(status=MemberStatus.LEFT) == [third.id]
    assert found(type_ids=(other,)) == [second.id]
    assert found(year=2025) == [third.id]
    assert found(period=Period(dt.date(2025, 12, 31), TODAY)) == [first.id, second.id, third.id]
    assert found(paid=False) == [second.id]
    assert found(text="bar elodie") == [second.id]
    for sort in ("name", "number", "type", "start", "end", "due", "paid", "remainder"):
        assert len(found(sort=sort)) == 3
        assert len(found(sort=sort, descending=True)) == 3
    assert found(sort="due", descending=True)[0] == second.id
    sums = desk.members.sums(MembershipFilter(year=2026))
    assert (sums.count, sums.due, sums.paid) == (2, Money(7000), Money(2000))
    assert sums.remainder == Money(5000)
    counts = desk.members.counts()
    assert counts[MemberStatus.UP_TO_DATE] == counts[MemberStatus.LATE] == 1
    assert desk.members.years() == [2026, 2025]
    assert desk.members.lines([second.id])[0].status is MemberStatus.LATE


@pytest.mark.parametrize("days", [0, 29, 30, 31, 59, 60, 61, 400])
@pytest.mark.parametrize("kind", ["paid", "unpaid", "future", "left"])
def test_status_of_a_filter_is_the_status_that_is_shown(desk, days, kind):
    somebody = desk.person()
    end = TODAY + dt.timedelta(days=days if kind == "paid" else -days)
    start = TODAY + dt.timedelta(days=1) if kind == "future" else end - dt.timedelta(days=300)
    membership = desk.join(somebody, desk.type(), Period(start, max(start, end)))
    if kind in {"paid", "left"}:
        desk.pay(somebody, fee(membership))
    if kind == "left":
        desk.members.leave(NewDeparture(somebody, end, DepartureReason.RESIGNED))
    shown = desk.status(somebody)
    for status in MemberStatus:
        found = desk.members.ids(MembershipFilter(status=status))
        assert bool(found) is (status is shown)


def test_members_put_away_are_out_of_the_list(desk):
    somebody = desk.person()
    desk.join(somebody, desk.type())
    desk.contacts.archive([somebody])
    assert desk.members.ids(MembershipFilter()) == []
    with pytest.raises(RuleError, match=r"membership\.contact_put_away"):
        desk.join(somebody, desk.type("Autre"))


def test_life_membership_has_no_second_one(desk):
    somebody, kind = desk.person(), desk.type("À vie", period=PeriodKind.LIFE)
    period = desk.members.propose(somebody, kind).period
    desk.join(somebody, kind, period)
    with pytest.raises(RuleError, match=r"membership\.for_life_already"):
        desk.join(somebody, kind, period)


def test_list_follows_the_name_of_the_holder(desk):
    kind = desk.type()
    one, two = desk.person("Aubry"), desk.person("Baron")
    first, second = desk.join(one, kind), desk.join(two, kind)
    desk.contacts.change(one, person("Zola"))
    assert desk.members.ids(MembershipFilter()) == [second.id, first.id]


def test_rules_are_checked(desk):
    for rules, code in (
        (MemberRules(number_pattern="{x}"), "member.wrong_pattern"),
        (MemberRules(renewal_days=-1), "member.wrong_days"),
        (MemberRules(has_shares=True), "share.nominal_missing"),
    ):
        with pytest.raises(RuleError) as caught:
            desk.members.change_rules(rules)
        assert caught.value.code == code
