"""Commitments both ways: owed, late, kept by a proof, a payment or something in kind."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from coopdesk.domain.agreements import AgreementState, Side
from coopdesk.domain.commitments import CommitmentFilter, CommitmentKind, CommitmentState
from coopdesk.domain.grant_requests import NewGrantRequest
from coopdesk.domain.money import ZERO, Money
from coopdesk.domain.partners import PartnerKind
from coopdesk.domain.payments import Direction, LineKind, PaymentMode
from coopdesk.domain.volunteering import ContributionKind
from coopdesk.services.grant_requests import GrantRequestService
from tests.building import TODAY, every_row, new_units, refused, today
from tests.services.partner_office import PartnerOffice

TOMORROW = TODAY + dt.timedelta(1)
YESTERDAY = TODAY - dt.timedelta(1)
WIRE = PaymentMode.TRANSFER


@pytest.fixture
def office(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        yield PartnerOffice(units)


@pytest.fixture
def place(office):
    return office.structure()


def open_days(office):
    wanted = CommitmentFilter(state=CommitmentState.OPEN)
    return [one.content.due_on for one in office.commitments.all(wanted)]


def test_both_sides_owe_and_what_is_late_is_shown(office, place):
    late = office.commitment(place, due_on=YESTERDAY)
    due = office.commitment(place, "Citer le soutien", Side.OURS, due_on=TODAY)
    undated = office.commitment(place, "Aider au besoin")
    assert [x.id for x in office.commitments.all()] == [late, due, undated]
    assert [x.id for x in office.commitments.overdue()] == [late]
    assert [x.id for x in office.commitments.overdue(TOMORROW)] == [late, due]


def test_lists_show_what_a_filter_wants(office, place):
    key = office.agreement(place)
    mine = office.commitment(place, "Citer le soutien", Side.OURS, agreement_id=key)
    other = office.commitment(office.structure("Atelier des rives"), due_on=TODAY)

    def ids(**wanted):
        return [x.id for x in office.commitments.all(CommitmentFilter(**wanted))]

    assert ids(contact_id=place) == ids(agreement_id=key) == ids(side=Side.OURS) == [mine]
    assert ids(text="preter salle") == ids(text="atelier") == ids(due_until=TODAY) == [other]
    assert ids(text="convention") == [mine]
    assert ids(state=CommitmentState.KEPT) == []


def test_an_agreement_of_another_partner_is_not_the_one_of_a_commitment(office, place):
    key = office.agreement(office.structure("Atelier des rives"))
    code = refused(office.commitment, place, agreement_id=key)
    assert code == "commitment.of_other_partner"


def test_kept_with_a_file_as_proof(office, place, tmp_path):
    key = office.commitment(place, due_on=YESTERDAY)
    photo = tmp_path / "affiche.png"
    photo.write_bytes(b"\x89PNG\r\n\x1a\n affiche")
    office.commitments.attach_all(key, [photo])
    kept = office.commitments.keep(key, YESTERDAY).value
    assert (kept.state, kept.kept_on) == (CommitmentState.KEPT, YESTERDAY)
    assert (kept.proof_count, kept.is_proved) == (1, True)
    assert office.commitments.overdue() == []
    (proof,) = office.commitments.files(key)
    assert office.commitments.content(proof.id)[0] == "affiche.png"
    office.commitments.detach(proof.id)
    assert not office.commitments.get(key).is_proved
    assert refused(office.commitments.keep, key) == "commitment.not_open"


def test_nothing_was_kept_in_the_future(office, place):
    key = office.commitment(place)
    assert refused(office.commitments.keep, key, TOMORROW) == "commitment.in_the_future"


def test_what_comes_back_keeps_the_last_day_of_the_month_and_one_undo_takes_all(office, place):
    office.commitment(place, due_on=dt.date(2026, 1, 31), repeat_months=1)
    days = []
    for _month in range(4):
        (one,) = office.commitments.all(CommitmentFilter(state=CommitmentState.OPEN))
        days.append(one.content.due_on)
        before = every_row(office.units)
        outcome = office.commitments.keep(one.id)
        assert len(outcome.along) == 1
        office.operations.undo()
        assert every_row(office.units) == before
        office.commitments.keep(one.id)
    assert [f"{day:%d/%m}" for day in days] == ["31/01", "28/02", "31/03", "30/04"]


def test_opened_again_the_next_one_goes_unless_somebody_did_something_with_it(office, place):
    key = office.commitment(place, due_on=dt.date(2026, 6, 1), repeat_months=12)
    before = every_row(office.units)
    office.commitments.keep(key)
    office.commitments.reopen(key)
    assert every_row(office.units) == before
    office.commitments.keep(key)
    (after,) = office.commitments.all(CommitmentFilter(state=CommitmentState.OPEN))
    office.commitments.keep(after.id)
    office.commitments.reopen(key)
    assert open_days(office) == [dt.date(2026, 6, 1), dt.date(2028, 6, 1)]
    assert refused(office.commitments.reopen, key) == "commitment.is_open"


def test_what_comes_after_a_removed_one_stays(office, place):
    key = office.commitment(place, due_on=dt.date(2026, 6, 1), repeat_months=12)
    office.commitments.keep(key)
    office.commitments.remove(key)
    assert open_days(office) == [dt.date(2027, 6, 1)]


def test_opening_one_again_says_what_of_it_stays_in_the_books(office, place):
    room = office.commitment(place, kind=CommitmentKind.ROOM, amount=Money(100))
    given = office.commitments.keep_in_kind(room).value.contribution_id
    (said,) = office.commitments.reopen(room).along
    assert f"\xa0{given} reste" in said
    assert office.volunteering.contribution(given).content.amount == Money(100)
    paid = office.money(place)
    payment = office.commitments.keep_by_paying(paid, Money(50_000), TODAY, WIRE).value
    assert f"\xa0{payment.payment_id} reste" in office.commitments.reopen(paid).along[0]
    bare = office.commitment(place)
    office.commitments.keep(bare, TODAY)
    assert office.commitments.reopen(bare).along == ()


def test_what_was_given_in_kind_goes_with_it_in_one_step_unless_it_is_booked(office, place):
    room = office.commitment(place, kind=CommitmentKind.ROOM, amount=Money(100))
    office.commitments.keep_in_kind(room)
    assert office.commitments.reopen(room, takes_back_gift=True).along == ()
    assert office.volunteering.contributions() == []
    assert office.commitments.get(room).state is CommitmentState.OPEN
    office.operations.undo()
    assert office.commitments.get(room).contribution_id is not None
    office.volunteering.book(dt.date(TODAY.year, 1, 1), TODAY)
    call = office.commitments.reopen
    assert refused(call, room, takes_back_gift=True) == "contribution.booked"


def test_given_up_is_owed_no_more(office, place):
    key = office.commitment(place, due_on=YESTERDAY)
    assert office.commitments.drop(key).value.state is CommitmentState.DROPPED
    assert office.commitments.overdue() == []
    assert refused(office.commitments.drop, key) == "commitment.not_open"
    assert office.commitments.reopen(key).value.state is CommitmentState.OPEN


@pytest.mark.parametrize(
    ("side", "direction"), [(Side.OURS, Direction.OUT), (Side.THEIRS, Direction.IN)]
)
def test_money_is_kept_by_a_payment_in_its_direction(office, place, side, direction):
    key = office.money(place, side=side)
    kept = office.commitments.keep_by_paying(key, Money(50_000), TODAY, WIRE).value
    paid = office.payments.get(kept.payment_id).content
    assert (paid.direction, paid.amount, paid.payer_id) == (direction, Money(50_000), place)
    assert [part.kind for part in paid.parts] == [LineKind.OTHER]


def test_a_payment_that_is_removed_is_owed_again(office, place):
    key = office.money(place)
    before = every_row(office.units)
    kept = office.commitments.keep_by_paying(key, Money(50_000), TODAY, WIRE).value
    office.payments.remove(kept.payment_id)
    assert every_row(office.units) == before


def test_only_money_is_paid_and_money_of_grants_is_received_there(office, place):
    key = office.commitment(place)
    call = office.commitments.keep_by_paying
    assert refused(call, key, Money(100), TODAY, WIRE) == "commitment.not_money"
    owed = office.money(place)
    assert refused(call, owed, Money(100), TOMORROW, WIRE) == "payment.in_the_future"
    code = refused(call, owed, Money(100), TODAY, WIRE, LineKind.GIFT)
    assert code == "payment.share_not_possible"


def test_conditions_of_a_grant_are_those_of_its_funder(office, place):
    requests = GrantRequestService(office.units, today)
    asked = NewGrantRequest("Rencontres", funder_id=place, asked=Money(500_000))
    request = requests.add(asked).value
    report = office.commitment(
        place,
        "Rendre compte",
        Side.OURS,
        kind=CommitmentKind.REPORT,
        grant_request_id=request.id,
        due_on=TOMORROW,
    )
    assert office.commitments.get(report).grant_title == "Rencontres"
    assert office.partners.of_contact(place).content.kind is PartnerKind.FUNDER
    found = office.commitments.all(CommitmentFilter(grant_request_id=request.id))
    assert [x.id for x in found] == [report]
    other = office.structure("Atelier des rives")
    code = refused(office.commitment, other, grant_request_id=request.id)
    assert code == "commitment.of_other_partner"
    money = office.money(place, grant_request_id=request.id)
    code = refused(office.commitments.keep_by_paying, money, Money(100), TODAY, WIRE)
    assert code == "commitment.paid_by_grant"


def test_a_recorded_payment_keeps_what_it_fits(office, place):
    owed, ours = office.money(place), office.money(place, side=Side.OURS)
    paid = office.commitments.keep_by_paying(owed, Money(50_000), TODAY, WIRE).value.payment_id
    office.commitments.reopen(owed)
    assert refused(office.commitments.keep, ours, None, paid) == "commitment.payment_unfit"
    other = office.money(office.structure("Atelier des rives"))
    assert refused(office.commitments.keep, other, None, paid) == "commitment.payment_unfit"
    assert office.commitments.keep(owed, None, paid).value.payment_id == paid
    again = office.money(place)
    assert refused(office.commitments.keep, again, None, paid) == "commitment.settled_twice"


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        (CommitmentKind.ROOM, ContributionKind.PREMISES),
        (CommitmentKind.GOODS, ContributionKind.GOODS),
        (CommitmentKind.HOURS, ContributionKind.SERVICES),
    ],
)
def test_what_a_partner_gives_in_kind_is_valued_once(office, place, kind, given):
    key = office.commitment(place, kind=kind, amount=Money(30_000))
    kept = office.commitments.keep_in_kind(key, TODAY, basis="Tarif de la ville").value
    found = office.volunteering.contribution(kept.contribution_id).content
    assert (found.kind, found.amount, found.contact_id) == (given, Money(30_000), place)
    assert (found.label, found.value_basis) == ("Prêter la salle", "Tarif de la ville")
    assert kept.is_proved


def test_rooms_lent_by_a_partner_are_in_the_books_as_86_and_87(office, place):
    key = office.commitment(place, kind=CommitmentKind.ROOM)
    office.commitments.keep_in_kind(key, TODAY, Money(12_345))
    entry_id = office.volunteering.book(dt.date(2026, 1, 1), TODAY).value
    assert office.booked(entry_id) == [("861", 12_345, 0), ("871", 0, 12_345)]


def test_a_contribution_is_of_the_activity_of_the_agreement(office, place):
    activity = office.activity("Rencontres")
    key = office.agreement(
        place, state=AgreementState.SIGNED, signed_on=TODAY, activity_id=activity
    )
    room = office.commitment(
        place, kind=CommitmentKind.ROOM, amount=Money(100), agreement_id=key
    )
    kept = office.commitments.keep_in_kind(room).value
    found = office.volunteering.contribution(kept.contribution_id).content
    assert found.activity_id == activity


def test_a_contribution_that_is_removed_is_owed_again(office, place):
    key = office.commitment(place, kind=CommitmentKind.ROOM, amount=Money(100))
    before = every_row(office.units)
    kept = office.commitments.keep_in_kind(key).value
    office.volunteering.remove_contributions([kept.contribution_id])
    assert every_row(office.units) == before


def test_owed_again_because_its_gift_went_it_comes_back_once(office, place):
    more = {"kind": CommitmentKind.ROOM, "amount": Money(100), "repeat_months": 1}
    key = office.commitment(place, due_on=dt.date(2026, 1, 31), **more)
    kept = office.commitments.keep_in_kind(key).value
    office.volunteering.remove_contributions([kept.contribution_id])
    office.commitments.keep(key)
    assert open_days(office) == [dt.date(2026, 2, 28)]


def test_what_cannot_be_valued_is_refused(office, place):
    ours = office.commitment(place, "Prêter", Side.OURS, kind=CommitmentKind.ROOM)
    call = office.commitments.keep_in_kind
    assert refused(call, ours, TODAY, Money(100)) == "commitment.not_in_kind"
    seen = office.commitment(place, kind=CommitmentKind.VISIBILITY)
    assert refused(call, seen, TODAY, Money(100)) == "commitment.not_in_kind"
    room = office.commitment(place, kind=CommitmentKind.ROOM)
    assert refused(call, room, TODAY) == "contribution.amount_missing"
    promised = office.commitment(place, kind=CommitmentKind.ROOM, amount=Money(100))
    assert refused(call, promised, TODAY, ZERO) == "contribution.amount_missing"


def test_a_recorded_contribution_of_the_partner_keeps_what_it_promised(office, place):
    first = office.commitment(place, kind=CommitmentKind.ROOM, amount=Money(100))
    given = office.commitments.keep_in_kind(first).value.contribution_id
    second = office.commitment(place, "Prêter encore")
    kept = office.commitments.keep(second, contribution_id=given).value
    assert kept.contribution_id == given
    other = office.commitment(office.structure("Atelier des rives"))
    code = refused(office.commitments.keep, other, contribution_id=given)
    assert code == "commitment.contribution_unfit"


def test_a_changed_commitment_keeps_its_place_in_what_comes_back(office, place):
    key = office.commitment(place, due_on=dt.date(2026, 1, 31), repeat_months=1)
    office.commitments.keep(key)
    (after,) = office.commitments.all(CommitmentFilter(state=CommitmentState.OPEN))
    office.commitments.change(after.id, replace(after.content, note="Clé chez Léa"))
    office.commitments.keep(after.id)
    assert open_days(office) == [dt.date(2026, 3, 31)]
