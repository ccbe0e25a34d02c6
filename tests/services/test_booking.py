"""Automatic entries: prepared once, following what was paid and given, in open years only."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from coopdesk.domain.activities import NewActivity
from coopdesk.domain.booking import (
    BookingDone,
    BookingKey,
    BookingStep,
    LeftOutReason,
    SourceKind,
)
from coopdesk.domain.contact_details import OrganisationKind
from coopdesk.domain.contacts import ContactKind, NewContact
from coopdesk.domain.donations import (
    DonationNature,
    Ineligibility,
    NewReturn,
    ReturnReason,
    ValueBasis,
)
from coopdesk.domain.entries import EntryFilter, EntryState, NewEntry, NewEntryLine
from coopdesk.domain.errors import RuleError
from coopdesk.domain.expenses import ExpenseKind, NewExpenseLine, NewExpenseSheet
from coopdesk.domain.fiscal_years import YearEventKind, YearState
from coopdesk.domain.members import NewMembership, NewMembershipType, Period
from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.payments import (
    Direction,
    LineKind,
    NewPayment,
    PaymentMode,
    PaymentPart,
    PaymentState,
)
from coopdesk.domain.shared_payments import NewSharedPayment, PaymentShare
from coopdesk.domain.volunteering import ContributionKind, NewContribution
from coopdesk.services.activities import ActivityService
from coopdesk.services.booking import BookingService
from coopdesk.services.chart import ChartService
from coopdesk.services.contacts import ContactService
from coopdesk.services.donations import DonationService
from coopdesk.services.entries import EntryService
from coopdesk.services.expenses import ExpenseService
from coopdesk.services.fiscal_years import FiscalYearService
from coopdesk.services.members import MemberService
from coopdesk.services.membership_types import MembershipTypeService
from coopdesk.services.operations import OperationService
from coopdesk.services.payments import PaymentService
from coopdesk.services.volunteering import VolunteeringService
from coopdesk.storage.fiscal_year_store import NewYearEvent
from coopdesk.wording.booking import entry_link_text, late_text, left_out_text, source_words
from tests.building import NOW, TODAY, gift, new_units, person, today

DAY = dt.date(2026, 3, 12)
YEAR = Period(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
NOTHING = BookingDone()


@pytest.fixture
def units(tmp_path):
    with new_units(tmp_path / "desk.coopdesk") as units:
        yield units


@pytest.fixture
def booking(units):
    return BookingService(units, today)


@pytest.fixture
def entries(units):
    return EntryService(units, today)


@pytest.fixture
def gifts(units):
    return DonationService(units, today)


@pytest.fixture
def payments(units):
    return PaymentService(units, today)


@pytest.fixture
def donor(units):
    return ContactService(units, today).add(person()).value.id


def paid(kind=LineKind.SALE, cents=4200, day=DAY, **more):
    told = {"mode": PaymentMode.TRANSFER, "label": "Vide-grenier"} | more
    return NewPayment(
        paid_on=day,
        amount=Money(cents),
        parts=(PaymentPart(kind, Money(cents)),),
        direction=Direction.OUT if kind is LineKind.EXPENSE else Direction.IN,
        **told,
    )


def balances(units):
    """Return what every account comes to in cents, drafts included, zeros left out."""
    service = EntryService(units, today)
    found = {}
    for entry in service.get_many(service.ids(EntryFilter())):
        for line in entry.content.lines:
            found[line.account] = found.get(line.account, 0) + line.signed.cents
    return {account: cents for account, cents in found.items() if cents}


def close(units, year_id):
    """Close a year as the assistant does, without its entries."""
    with units.write("year.closed") as work:
        event = NewYearEvent(YearEventKind.CLOSED, NOW, "Camille", "", ZERO)
        work.fiscal_years.add_event(year_id, event)
        work.fiscal_years.set_state(year_id, YearState.CLOSED)
        work.commit()


def test_account_of_a_rule_that_left_the_chart_comes_back(units, booking, payments):
    ChartService(units).remove("7071")
    payments.record(paid())
    named = (("7071", "Ventes de marchandises"),)
    assert booking.pending(shown=10).own_accounts == named
    booking.book()
    assert ChartService(units).get("7071").label == "Ventes de marchandises"


def test_what_waits_is_prepared_once(units, booking, gifts, payments, donor):
    gifts.record(gift(donor, 5000, DAY))
    payments.record(paid())
    review = booking.pending(shown=10)
    assert booking.waiting() == 0, "nobody keeps books here so far"
    assert (review.count, review.amount) == (2, Money(9200))
    assert [x.entry.voucher_ref for x in review.proposals] == ["R1", "R2"]
    assert booking.book().value == BookingDone(added=2, amount=Money(9200))
    assert booking.pending().count == 0
    assert booking.book().value == NOTHING
    assert balances(units) == {"531": 5000, "75411": -5000, "5121": 4200, "7071": -4200}


def test_what_waits_is_counted_part_by_part(
    units, booking, gifts, payments, donor, monkeypatch
):
    monkeypatch.setattr("coopdesk.services.booking._STEP", 1)
    assert booking.waiting_part().is_whole, "nobody keeps books here so far"
    first = gifts.record(gift(donor, 5000, DAY)).value.id
    payments.record(paid())
    booking.book()
    gifts.correct(first, gift(donor, 6000, DAY))
    payments.record(paid())
    part, parts = booking.waiting_part(), 1
    while not part.is_whole:
        part, parts = booking.waiting_part(part), parts + 1
    assert part.count == booking.waiting() == 2
    assert parts == 3


def test_preparing_twice_leaves_no_trace_in_the_journal(units, booking, payments):
    payments.record(paid())
    booking.book()
    journal = OperationService(units)
    before = len(journal.latest())
    booking.book()
    assert len(journal.latest()) == before


def test_a_draft_follows_its_payment(booking, entries, gifts, donor):
    gift_id = gifts.record(gift(donor, 5000, DAY)).value.id
    booking.book()
    gifts.correct(gift_id, gift(donor, 6000, DAY))
    assert booking.pending().steps == {BookingStep.RENEW: 1}
    assert booking.book().value == BookingDone(renewed=1, amount=Money(6000))
    (link,) = booking.entries_of(donation_id=gift_id)
    assert (link.amount, link.state) == (Money(6000), EntryState.DRAFT)
    gifts.remove(gift_id)
    assert booking.book().value == BookingDone(dropped=1)
    assert entries.ids(EntryFilter()) == []


def test_what_a_person_wrote_into_a_draft_stays_while_its_payment_does(
    booking, entries, payments
):
    payment_id = payments.record(paid(LineKind.EXPENSE)).value.id
    booking.book()
    (link,) = booking.entries_of(payment_id=payment_id)
    draft = entries.get(link.id).content
    lines = tuple(replace(x, account=x.account.replace("471", "6132")) for x in draft.lines)
    entries.change(link.id, replace(draft, lines=lines))
    assert booking.book().value == NOTHING
    assert [x.account for x in entries.get(link.id).content.lines] == ["5121", "6132"]


def test_a_change_after_validation_reverses_and_prepares_anew(
    units, booking, entries, gifts, donor
):
    gift_id = gifts.record(gift(donor, 5000, DAY)).value.id
    booking.book()
    entries.validate()
    gifts.correct(gift_id, gift(donor, 7000, DAY))
    assert booking.pending().steps == {BookingStep.REVERSE: 1}
    assert booking.book().value == BookingDone(reversed=1, amount=Money(7000))
    assert balances(units) == {"531": 7000, "75411": -7000}
    texts = [entry_link_text(x) for x in booking.entries_of(donation_id=gift_id)]
    assert len(texts) == 3
    assert booking.book().value == NOTHING


def test_what_is_made_anew_is_for_the_same_activity(units, booking, entries, gifts, donor):
    gift_id = gifts.record(gift(donor, 5000, DAY)).value.id
    activity = ActivityService(units, today).add(NewActivity("Fête")).value.id
    booking.book()
    entries.set_activity([1, 2], activity)
    for cents in (6000, 7000):
        gifts.correct(gift_id, gift(donor, cents, DAY))
        booking.book()
        last = booking.entries_of(donation_id=gift_id)[-1]
        lines = entries.get(last.id).content.lines
        assert [(x.activity_id, x.signed.cents) for x in lines] == [
            (activity, cents),
            (activity, -cents),
        ]
        entries.validate()


def test_each_line_made_anew_on_one_account_is_for_what_it_was(
    units, booking, entries, payments
):
    parts = (PaymentPart(LineKind.SALE, Money(4000)), PaymentPart(LineKind.SALE, Money(200)))
    payment_id = payments.record(replace(paid(mode=PaymentMode.CARD), parts=parts)).value.id
    activity = ActivityService(units, today).add(NewActivity("Fête")).value.id
    booking.book()
    [link] = booking.entries_of(payment_id=payment_id)
    first = next(x for x in entries.get(link.id).lines if x.content.account == "7071")
    entries.set_activity([first.id], activity)
    payments.set_fee(payment_id, Money(120))
    booking.book()
    [link] = booking.entries_of(payment_id=payment_id)
    sold = [x for x in entries.get(link.id).content.lines if x.account == "7071"]
    assert [x.activity_id for x in sold] == [activity, None]


def test_what_was_reversed_by_hand_comes_back_only_when_asked(booking, entries, gifts, donor):
    gift_id = gifts.record(gift(donor, 5000, DAY)).value.id
    booking.book()
    entries.validate()
    [link] = booking.entries_of(donation_id=gift_id)
    back = entries.reverse(link.id, DAY).value
    assert booking.book().value == NOTHING
    assert booking.pending().left_out[0].reason is LeftOutReason.REVERSED
    entries.remove([back.id])
    entries.reverse(link.id, DAY, again=True)
    assert booking.pending().steps == {BookingStep.ADD: 1}


def test_a_correction_of_names_alone_reverses_nothing(booking, entries, gifts, donor):
    gift_id = gifts.record(gift(donor, 5000, DAY)).value.id
    booking.book()
    entries.validate()
    gifts.correct(gift_id, gift(None, 5000, DAY, campaign="Toiture"))
    assert booking.pending().count == 0


def test_only_what_decides_an_account_is_a_reason_to_reverse(
    units, booking, entries, gifts, payments
):
    contacts = ContactService(units, today)
    profile = NewContact(kind=ContactKind.ORGANISATION, organisation_name="Les Vents")
    giver = contacts.add(profile).value
    gift_id = gifts.record(gift(giver.id, 5000, DAY)).value.id
    payments.record(replace(paid(), payer_id=giver.id))
    booking.book()
    entries.validate()
    declined = gift(giver.id, 5000, DAY, ineligibility=Ineligibility.DONOR_DECLINED)
    gifts.correct(gift_id, declined)
    company = replace(profile, organisation_kind=OrganisationKind.COMPANY)
    contacts.change(giver.id, company)
    assert booking.pending().count == 0
    foundation = replace(profile, organisation_kind=OrganisationKind.FOUNDATION)
    contacts.change(giver.id, foundation)
    assert booking.pending().steps == {BookingStep.REVERSE: 1}
    gifts.correct(gift_id, replace(declined, ineligibility=Ineligibility.SPONSORING))
    booking.book()
    assert balances(units) == {"531": 5000, "7063": -5000, "5121": 4200, "7071": -4200}


def test_a_payment_removed_after_validation_is_reversed(units, booking, entries, payments):
    payment_id = payments.record(paid()).value.id
    booking.book()
    entries.validate()
    payments.remove(payment_id)
    assert booking.book().value == BookingDone(reversed=1)
    assert balances(units) == {}
    (link, *_) = booking.entries_of(payment_id=payment_id)
    (source,) = booking.sources_of(link.id)
    assert (source.kind, source.is_gone) == (SourceKind.PAYMENT, True)
    assert source_words(source)


def test_only_money_that_counts_is_entered(booking, payments):
    payment_id = payments.record(paid()).value.id
    payments.decide([payment_id], PaymentState.TO_CHECK)
    assert booking.pending().count == 0
    payments.decide([payment_id], PaymentState.RECEIVED)
    booking.book()
    payments.decide([payment_id], PaymentState.DISMISSED)
    assert booking.pending().steps == {BookingStep.DROP: 1}


def test_a_bounced_cheque_takes_the_gift_out_of_the_bank(units, booking, gifts, donor):
    gift_id = gifts.record(gift(donor, 3000, DAY, mode=PaymentMode.CHEQUE)).value.id
    gifts.give_back(gift_id, NewReturn(TODAY, ReturnReason.BOUNCED))
    booking.book()
    assert balances(units) == {"5112": 3000, "5121": -3000}
    assert len(booking.entries_of(donation_id=gift_id)) == 2


def test_goods_stand_in_classes_86_and_87_until_they_go_back(units, booking, gifts, donor):
    given = gifts.record(
        gift(
            donor,
            8000,
            DAY,
            mode=PaymentMode.OTHER,
            nature=DonationNature.IN_KIND,
            description="Dix chaises",
            value_basis=ValueBasis.PURCHASE_PRICE,
        )
    ).value
    booking.book()
    assert balances(units) == {"860": 8000, "870": -8000}
    gifts.give_back(given.id, NewReturn(TODAY, ReturnReason.GIVEN_BACK))
    assert booking.book().value == BookingDone(dropped=1)


def test_goods_told_as_a_contribution_stand_with_that_one(units, booking, gifts, donor):
    goods = gift(
        donor,
        8000,
        DAY,
        mode=PaymentMode.OTHER,
        nature=DonationNature.IN_KIND,
        description="Dix chaises",
        value_basis=ValueBasis.PURCHASE_PRICE,
    )
    given = gifts.record(goods).value
    told = NewContribution(
        ContributionKind.GOODS, DAY, Money(8000), "Dix chaises", donation_id=given.id
    )
    VolunteeringService(units, today).record_contribution(told)
    assert booking.pending().count == 0


def spent(kind, cents):
    return NewExpenseLine(DAY, kind, "Dépense", Money(cents))


@pytest.mark.parametrize("is_waived", [True, False])
def test_a_sheet_goes_by_the_nature_of_its_lines(units, booking, donor, is_waived):
    expenses = ExpenseService(units, today)
    lines = (spent(ExpenseKind.TRANSPORT, 4000), spent(ExpenseKind.POST, 600))
    sheet = expenses.record(NewExpenseSheet(donor, "Salon", lines)).value
    if is_waived:
        expenses.waive(sheet.id, TODAY)
    else:
        expenses.reimburse(sheet.id, TODAY, PaymentMode.TRANSFER)
    booking.book()
    credit = {"75412": -4600} if is_waived else {"5121": -4600}
    assert balances(units) == {"6251": 4000, "626": 600} | credit
    (link,) = booking.entries_of(expense_sheet_id=sheet.id)
    kinds = [source.kind for source in booking.sources_of(link.id)]
    assert SourceKind.EXPENSE_SHEET in kinds
    expenses.reopen(sheet.id)
    assert booking.book().value == BookingDone(dropped=1)


def test_fees_go_by_what_they_buy_and_the_account_of_their_kind(units, booking, donor):
    types, members = MembershipTypeService(units, today), MemberService(units, today)
    fee = Money(2500)
    plain = types.add(NewMembershipType("Simple", amount=fee)).value.id
    rich = types.add(NewMembershipType("Revue", amount=fee, counterpart=Money(900))).value.id
    ChartService(units).add("7561FAM", "Cotisations des familles")
    ChartService(units).add("7561SEU", "Cotisations individuelles")
    own = types.add(NewMembershipType("Famille", amount=fee, account="7561FAM")).value.id
    booking.set_rule(BookingKey.FEE, "7561SEU")
    shares = []
    for type_id in (plain, rich, own):
        joined = members.join(NewMembership(donor, type_id, YEAR, fee)).value
        shares.append(PaymentShare("fee", fee, joined.id))
    new = NewSharedPayment(donor, DAY, Money(7500), PaymentMode.CHEQUE, tuple(shares))
    members.record_payment(new)
    booking.book()
    assert balances(units) == {
        "5112": 7500,
        "7561SEU": -2500,
        "7562": -2500,
        "7561FAM": -2500,
    }


def test_a_fee_kept_by_a_platform_stands_beside_the_gross_amount(units, booking, payments):
    payments.record(paid(fee=Money(120), mode=PaymentMode.CARD))
    booking.book()
    assert balances(units) == {"5121": 4080, "627": 120, "7071": -4200}


def test_payments_from_before_the_books_are_left_to_the_opening_balances(booking, payments):
    payments.record(paid(day=dt.date(2025, 12, 31)))
    payments.record(paid())
    review = booking.pending()
    (left,) = review.left_out
    assert (review.count, left.reason, left.count) == (1, LeftOutReason.BEFORE_BOOKS, 1)
    assert left_out_text(left)
    assert booking.book().value.added == 1


def test_a_year_is_never_opened_in_silence(units, booking, payments):
    FiscalYearService(units, today).open(dt.date(2025, 1, 1), dt.date(2025, 12, 31))
    payments.record(paid())
    assert booking.book().value == NOTHING
    assert booking.pending().left_out[0].reason is LeftOutReason.YEAR_NOT_OPEN


def test_a_late_operation_stands_on_the_first_open_day_with_its_real_date(
    units, booking, entries, payments
):
    years = FiscalYearService(units, today)
    past = years.open(dt.date(2025, 1, 1), dt.date(2025, 12, 31)).value
    years.open(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
    close(units, past.id)
    day = dt.date(2025, 11, 3)
    payment_id = payments.record(paid(day=day)).value.id
    assert late_text(booking.pending().late).startswith("1 écriture relève")
    booking.book()
    (link,) = booking.entries_of(payment_id=payment_id)
    content = entries.get(link.id).content
    assert (content.entry_on, content.voucher_on) == (dt.date(2026, 1, 1), day)
    assert booking.book().value == NOTHING


def test_a_change_of_a_closed_year_is_reversed_in_the_open_one(
    units, booking, entries, payments
):
    years = FiscalYearService(units, today)
    past = years.open(dt.date(2025, 1, 1), dt.date(2025, 12, 31)).value
    payment_id = payments.record(paid(day=dt.date(2025, 11, 3))).value.id
    booking.book()
    entries.validate()
    close(units, past.id)
    payments.remove(payment_id)
    assert booking.pending().left_out[0].reason is LeftOutReason.ALL_CLOSED
    years.open(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
    assert booking.book().value == BookingDone(reversed=1)
    assert [x.entry_on.year for x in booking.entries_of(payment_id=payment_id)] == [2025, 2026]
    assert balances(units) == {}


def test_one_year_can_be_prepared_alone(units, booking, payments):
    years = FiscalYearService(units, today)
    past = years.open(dt.date(2025, 1, 1), dt.date(2025, 12, 31)).value
    years.open(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
    payments.record(paid(day=dt.date(2025, 5, 1)))
    payments.record(paid())
    assert booking.pending(past.id).count == 1
    assert booking.book(fiscal_year_id=past.id).value.added == 1
    assert booking.pending().count == 1


def test_a_payment_that_a_person_entered_is_left_alone(booking, entries, payments):
    payment_id = payments.record(paid()).value.id
    booking.book()
    (link,) = booking.entries_of(payment_id=payment_id)
    written = entries.get(link.id).content
    entries.change(link.id, replace(written, form=None))
    assert booking.pending().count == 0
    payments.decide([payment_id], PaymentState.DISMISSED)
    assert booking.pending().count == 0
    (gone,) = booking.pending().left_out
    assert (gone.reason, gone.count, gone.first_on) == (LeftOutReason.SOURCE_GONE, 1, DAY)
    entries.remove([link.id])
    assert booking.pending().left_out == ()


def test_an_account_below_a_chosen_one_must_be_chosen_instead(units, booking, gifts, donor):
    gifts.record(gift(donor, 5000, DAY))
    ChartService(units).add("75411A", "Dons du dimanche")
    with pytest.raises(RuleError, match=r"booking\.account_unusable"):
        booking.book()
    rule = next(x for x in booking.rules() if x.key is BookingKey.GIFT_PERSON)
    assert not rule.is_usable
    with pytest.raises(RuleError, match=r"account\.is_parent"):
        booking.set_rule(BookingKey.GIFT_PERSON, "75411")
    changed = booking.set_rule(BookingKey.GIFT_PERSON, "75411a").value
    assert (changed.account, changed.is_own, changed.is_usable) == ("75411A", True, True)
    booking.book()
    assert balances(units) == {"531": 5000, "75411A": -5000}


def test_no_open_journal_is_said_before_anything_is_prepared(units, booking, payments):
    payments.record(paid(mode=PaymentMode.OTHER))
    booking.book()
    payments.record(paid(mode=PaymentMode.OTHER))
    for code in ("VE", "OD"):
        ChartService(units).change_journal(code, is_open=False)
    with pytest.raises(RuleError, match=r"journal\.none_open"):
        booking.book()


def test_a_rule_takes_an_account_of_the_catalogue_and_lets_go_of_it(booking):
    rule = booking.set_rule(BookingKey.GOODS_USED, "8601").value
    assert (rule.account, rule.is_own) == ("8601", True)
    assert booking.reset_rule(BookingKey.GOODS_USED).value.account == "860"
    with pytest.raises(RuleError, match=r"booking\.rule_not_own"):
        booking.reset_rule(BookingKey.GOODS_USED)


def test_an_entry_leads_back_to_payment_gift_and_donor(booking, gifts, donor):
    gift_id = gifts.record(gift(donor, 5000, DAY)).value.id
    booking.book()
    (link,) = booking.entries_of(donation_id=gift_id)
    assert [x.kind for x in booking.sources_of(link.id)] == [
        SourceKind.PAYMENT,
        SourceKind.GIFT,
    ]
    assert "Élodie" in source_words(booking.sources_of(link.id)[1])


def test_an_entry_typed_without_source_leads_nowhere(booking, entries):
    lines = (NewEntryLine("5121", Money(100)), NewEntryLine("768", credit=Money(100)))
    entry = entries.record(NewEntry("BQ", DAY, "Intérêts", lines)).value
    assert booking.sources_of(entry.id) == []


def test_undoing_takes_the_drafts_away_and_they_wait_again(units, booking, payments):
    payments.record(paid())
    booking.book()
    OperationService(units).undo()
    assert booking.pending().count == 1
    assert balances(units) == {}
