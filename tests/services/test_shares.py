"""Shares are capital: dense numbers, nothing withdrawn that is not held, no gift."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from coopdesk.domain.errors import NotFoundError, RuleError
from coopdesk.domain.members import MemberRules
from coopdesk.domain.money import Money
from coopdesk.domain.operations import OperationKind
from coopdesk.domain.shares import NewShareMovement, ShareMove, held_from
from coopdesk.services.association import AssociationService
from coopdesk.services.contacts import ContactService
from coopdesk.services.databases import DatabaseService
from coopdesk.services.duplicates import DuplicateService
from coopdesk.services.operations import OperationService
from coopdesk.services.outcome import Subject
from coopdesk.services.progress import NO_PROGRESS
from coopdesk.services.shares import ShareService
from coopdesk.wording.errors import error_text
from tests.building import PROFILE, TODAY, every_row, new_units, person, today

NOMINAL = Money(2000)
RULES = MemberRules(has_shares=True, share_nominal=NOMINAL)
IN, OUT = ShareMove.SUBSCRIPTION, ShareMove.WITHDRAWAL


@pytest.fixture
def units(tmp_path):
    with new_units(tmp_path / "desk.coopdesk") as units:
        AssociationService(units).save(PROFILE)
        keep(units, RULES)
        yield units


@pytest.fixture
def shares(units):
    return ShareService(units, today)


@pytest.fixture
def holder(units):
    return ContactService(units, today).add(person(number="0007")).value.id


def keep(units, rules):
    with units.write("association.saved") as work:
        work.member_rules.put(rules)
        work.commit()


def move(holder, kind=IN, shares=5, day=TODAY, nominal=NOMINAL, note=""):
    return NewShareMovement(holder, kind, day, shares, nominal, note)


def text_of(path):
    pages = PdfReader(io.BytesIO(path.read_bytes())).pages
    return "\n".join(page.extract_text() for page in pages).replace("\u00a0", " ")


def test_movements_are_numbered_without_gap_and_carry_the_balance(shares, units, holder):
    other = ContactService(units, today).add(person("Aubry", "Camille")).value.id
    shares.record(move(holder, shares=5))
    shares.record(move(other, shares=2))
    outcome = shares.record(move(holder, OUT, shares=3))

    assert [(x.number, x.name, x.signed_shares, x.balance) for x in shares.register()] == [
        (1, "Élodie Lefèvre", 5, 5),
        (2, "Camille Aubry", 2, 2),
        (3, "Élodie Lefèvre", -3, 2),
    ]
    assert outcome.value.balance == 2
    assert outcome.value.amount == Money(6000)
    assert Subject.MEMBERS in outcome.changes
    assert [x.number for x in shares.register(holder)] == [1, 3]


def test_holders_are_those_who_hold_a_share_that_day(shares, units, holder):
    other = ContactService(units, today).add(person("Aubry", "Camille")).value.id
    shares.record(move(holder, shares=5, day=dt.date(2026, 3, 1)))
    shares.record(move(other, shares=1, day=dt.date(2026, 4, 1)))
    shares.record(move(other, OUT, shares=1, day=dt.date(2026, 5, 1)))

    assert [(x.name, x.shares, x.capital) for x in shares.holders()] == [
        ("Élodie Lefèvre", 5, Money(10_000))
    ]
    assert len(shares.holders(dt.date(2026, 4, 1))) == 2
    assert shares.holders(dt.date(2026, 2, 1)) == []
    assert shares.totals() == replace(
        shares.totals(), holders=1, shares=5, capital=Money(10_000)
    )
    assert shares.totals(dt.date(2026, 2, 1)).shares == 0
    assert shares.holders()[0].since == dt.date(2026, 3, 1)


def test_withdrawing_more_than_held_that_day_is_refused(shares, holder):
    shares.record(move(holder, shares=5, day=dt.date(2026, 6, 1)))

    for count, day in ((6, TODAY), (1, dt.date(2026, 5, 31))):
        with pytest.raises(RuleError) as refusal:
            shares.record(move(holder, OUT, shares=count, day=day))
        assert refusal.value.code == "share.more_than_held"
    assert len(shares.register()) == 1


def test_shares_withdrawn_later_cannot_be_withdrawn_earlier_as_well(shares, holder):
    shares.record(move(holder, shares=5, day=dt.date(2026, 1, 10)))
    shares.record(move(holder, OUT, shares=5, day=dt.date(2026, 6, 1)))

    with pytest.raises(RuleError, match=r"share\.more_than_held"):
        shares.record(move(holder, OUT, shares=1, day=dt.date(2026, 3, 1)))


def test_what_is_held_from_a_day_on_is_the_least_of_all_later_evenings():
    moves = [(dt.date(2026, 1, 1), 5), (dt.date(2026, 6, 1), -4), (dt.date(2026, 7, 1), 10)]

    assert held_from(moves, dt.date(2025, 1, 1)) == 0
    assert held_from(moves, dt.date(2026, 2, 1)) == 1
    assert held_from(moves, dt.date(2026, 7, 1)) == 11
    assert held_from([], TODAY) == 0


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"shares": 0}, "share.count_not_positive"),
        ({"nominal": Money(0)}, "share.nominal_missing"),
        ({"day": TODAY + dt.timedelta(days=1)}, "share.in_the_future"),
        ({"note": "x" * 201}, "text.too_long"),
    ],
)
def test_a_wrong_movement_is_refused_and_leaves_no_number(shares, holder, wrong, code):
    with pytest.raises(RuleError) as refusal:
        shares.record(move(holder, **wrong))

    assert refusal.value.code == code
    assert shares.record(move(holder)).value.number == 1


def test_shares_are_refused_until_the_settings_switch_them_on(shares, units, holder, tmp_path):
    keep(units, MemberRules())

    assert not shares.is_kept()
    for ask in (
        lambda: shares.record(move(holder)),
        lambda: shares.write_register(tmp_path / "registre.pdf"),
        lambda: shares.write_certificate(holder, tmp_path / "attestation.pdf"),
    ):
        with pytest.raises(RuleError) as refusal:
            ask()
        assert refusal.value.code == "share.not_kept"
        assert "réglages" in error_text(refusal.value)
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_register_that_was_kept_can_still_be_printed(shares, units, holder, tmp_path):
    shares.record(move(holder))
    keep(units, MemberRules())

    assert shares.is_kept()
    assert shares.write_register(tmp_path / "registre.pdf").exists()


def test_only_the_last_movement_is_taken_back_and_the_cure_is_said(shares, units, holder):
    shares.record(move(holder, shares=5))
    before = every_row(units)
    first = OperationService(units).state().undo
    shares.record(move(holder, shares=1))

    with pytest.raises(RuleError) as refusal:
        OperationService(units).undo_one(first.id)
    assert refusal.value.code == "share.not_last"
    assert "dernier mouvement" in error_text(refusal.value)

    OperationService(units).undo()
    assert every_row(units) == before
    OperationService(units).undo()
    assert shares.register() == []


def test_a_movement_whose_number_was_given_again_is_not_done_again(shares, units, holder):
    shares.record(move(holder, shares=5))
    operations = OperationService(units)
    undone = operations.state().undo
    operations.undo()
    shares.record(move(holder, shares=9))

    with (
        pytest.raises(RuleError) as refusal,
        units.write_inverse(
            OperationKind.REDO, undone.id
        ) as work,  # the window offers it no more
    ):
        work.operations.redo(undone.id, NO_PROGRESS.advance)
    assert refusal.value.code == "share.number_taken"


def test_taken_back_shares_come_again_by_redo(shares, units, holder):
    shares.record(move(holder, shares=5))
    before = every_row(units)
    OperationService(units).undo()
    OperationService(units).redo()

    assert every_row(units) == before


def test_a_merge_that_gave_shares_is_not_taken_back_once_they_are_withdrawn(
    shares, units, holder
):
    other = ContactService(units, today).add(person("Lefevre", "Elodie")).value.id
    shares.record(move(other, shares=5))
    DuplicateService(units, today).merge(holder, other)
    operations = OperationService(units)
    merge = operations.state().undo
    shares.record(move(holder, OUT, shares=3))
    before = every_row(units)

    with pytest.raises(RuleError, match=r"share\.rested_on"):
        operations.undo_one(merge.id)
    assert every_row(units) == before
    operations.undo()
    operations.undo()
    assert [(x.content.contact_id, x.balance) for x in shares.register()] == [(other, 5)]


def test_shares_make_no_payment_and_no_gift(shares, units, holder):
    shares.record(move(holder, shares=5))

    rows = every_row(units)
    assert rows["payment"] == rows["donation"] == rows["payment_line"] == []
    assert ContactService(units, today).get(holder).id == holder


def test_a_movement_for_nobody_is_refused(shares):
    with pytest.raises(NotFoundError):
        shares.record(move(99))


def test_a_form_starts_with_one_share_of_today_at_its_value(shares, holder):
    assert shares.proposed(holder, OUT) == move(holder, OUT, shares=1)
    assert shares.held(holder) == 0


def test_the_register_tells_every_movement_with_capital_after_it(shares, holder, tmp_path):
    shares.record(move(holder, shares=5))
    shares.record(move(holder, OUT, shares=2))

    text = text_of(shares.write_register(tmp_path / "registre.pdf"))

    assert "Souscription" in text
    assert "Retrait" in text
    assert "60,00 €" in text
    assert "La Coop des Rives" in text


def test_the_certificate_tells_what_is_held_on_its_day(shares, holder, tmp_path):
    shares.record(move(holder, shares=5, day=dt.date(2026, 3, 1)))
    shares.record(move(holder, shares=4, day=dt.date(2026, 9, 1)))

    now = text_of(shares.write_certificate(holder, tmp_path / "a.pdf"))
    then = text_of(shares.write_certificate(holder, tmp_path / "b.pdf", dt.date(2026, 8, 31)))

    assert "180,00 €" in now
    assert "0007" in now
    assert "100,00 €" in then
    assert "12 RUE DES LILAS" in now


def test_a_changed_value_of_a_share_is_that_of_the_settings(shares, units, holder, tmp_path):
    shares.record(move(holder, shares=1, nominal=Money(1000)))
    shares.record(move(holder, shares=1))

    text = text_of(shares.write_certificate(holder, tmp_path / "a.pdf"))

    assert "40,00 €" in text


def test_who_holds_nothing_gets_no_certificate(shares, holder, tmp_path):
    with pytest.raises(RuleError) as refusal:
        shares.write_certificate(holder, tmp_path / "a.pdf")

    assert refusal.value.code == "share.nothing_held"
    assert not (tmp_path / "a.pdf").exists()


def test_a_check_finds_missing_numbers_and_shares_below_zero(shares, units, holder):
    database = DatabaseService(units)
    shares.record(move(holder, shares=5))
    shares.record(move(holder, OUT, shares=5))
    assert database.check().ok

    with units.database.writing() as connection:
        connection.exec_driver_sql("DROP TRIGGER share_movement_dense")
        connection.exec_driver_sql("DROP TRIGGER share_movement_last")
        connection.exec_driver_sql(
            "UPDATE share_movement SET number = 3, shares = 6 WHERE id = 2"
        )
        connection.commit()

    found = {x.code: x.values for x in database.check().findings}
    assert found["check.share_gap"] == {"number": 2}
    assert found["check.shares_below_zero"] == {"name": "Élodie Lefèvre"}
