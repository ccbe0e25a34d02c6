"""Undo, redo and the journal: any commands taken back in reverse leave equal rows."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coopdesk.domain.contacts import ContactFilter, NewContact
from coopdesk.domain.donations import Ineligibility
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import Money
from coopdesk.domain.operations import OperationState
from coopdesk.domain.payments import (
    Direction,
    LineKind,
    NewPayment,
    PaymentMode,
    PaymentPart,
    PaymentState,
)
from coopdesk.services.association import AssociationService, image_from
from coopdesk.services.contacts import ContactService
from coopdesk.services.donations import DonationService
from coopdesk.services.operations import OperationService
from coopdesk.services.payments import PaymentService
from tests.building import PROFILE, TODAY, every_row, gift, new_units, person, today

PNG = b"\x89PNG\r\n\x1a\n"


class Desk:
    """The services of one database, and commands that pick what exists."""

    def __init__(self, units):
        self.units = units
        self.association = AssociationService(units)
        self.contacts = ContactService(units, today)
        self.donations = DonationService(units, today)
        self.accounts = PaymentService(units, today)
        self.operations = OperationService(units)

    def ids(self, table):
        with self.units.database.reading() as connection:
            query = f"SELECT id FROM {table} ORDER BY id"
            return list(connection.exec_driver_sql(query).scalars())

    def run(self, command, choice, cents):
        """Run one command on what ``choice`` points at; return whether there was anything."""
        contact = _pick(self.ids("contact"), choice)
        donation = _pick(self.ids("donation"), choice)
        payment = _pick(self.ids("payment"), choice)
        acts = {
            "profile": lambda: self.association.save(_profile(choice, cents)),
            "add contact": lambda: self.contacts.add(person(f"Nom{choice}", "d'Élan")),
            "change contact": contact
            and (lambda: self.contacts.change(contact, person(f"Autre{cents}"))),
            "archive": contact and (lambda: self.contacts.archive([contact])),
            "restore": contact and (lambda: self.contacts.restore([contact])),
            "give": lambda: self.donations.record(
                gift(contact, cents, campaign=f"Campagne {choice % 3}")
            ),
            "correct gift": donation and (lambda: self._correct(donation, cents, choice)),
            "remove gift": donation and (lambda: self.donations.remove(donation)),
            "pay": lambda: self.accounts.record(_expense(cents, contact)),
            "decide": payment
            and (lambda: self.accounts.decide([payment], list(PaymentState)[choice % 3])),
        }
        act = acts[command]
        if not act:
            return False
        act()
        return True

    def _correct(self, donation_id, cents, choice):
        before = self.donations.get(donation_id).content
        reason = list(Ineligibility)[choice % len(Ineligibility)]
        day = TODAY - dt.timedelta(days=choice)
        self.donations.correct(
            donation_id,
            replace(before, amount=Money(cents), ineligibility=reason, received_on=day),
        )


COMMANDS = (
    "profile",
    "add contact",
    "change contact",
    "archive",
    "restore",
    "give",
    "correct gift",
    "remove gift",
    "pay",
    "decide",
)


def _pick(ids, choice):
    return ids[choice % len(ids)] if ids else None


def _profile(choice, cents):
    logo = image_from("logo.png", PNG + bytes([choice]), "logo") if choice % 2 else None
    return replace(PROFILE, name=f"Coop {cents}", logo=logo)


def _expense(cents, payer):
    amount = Money(cents)
    return NewPayment(
        paid_on=TODAY,
        amount=amount,
        mode=PaymentMode.TRANSFER,
        parts=(PaymentPart(LineKind.EXPENSE, amount, "Loyer"),),
        direction=Direction.OUT,
        payer_id=payer,
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("histories")


@pytest.fixture
def desk(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        yield Desk(units)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.sampled_from(COMMANDS), st.integers(0, 7), st.integers(1, 500_000)),
        min_size=1,
        max_size=9,
    )
)
def test_commands_undone_in_reverse_give_equal_rows_and_redone_give_them_back(folder, commands):
    path = folder / f"{abs(hash(tuple(commands)))}.coopdesk"
    path.unlink(missing_ok=True)
    with new_units(path) as units:
        desk = Desk(units)
        moments = [every_row(units)]
        for command in commands:
            if desk.run(*command) and every_row(units) != moments[-1]:
                moments.append(every_row(units))
        without_files = [{**rows, "stored_file": []} for rows in moments]
        for expected in reversed(without_files[:-1]):
            desk.operations.undo()
            assert {**every_row(units), "stored_file": []} == expected
        assert desk.operations.state().undo is None
        for expected in without_files[1:]:
            desk.operations.redo()
            assert {**every_row(units), "stored_file": []} == expected
        assert desk.operations.state().redo is None


def test_a_new_command_ends_what_could_be_redone(desk):
    desk.contacts.add(person("Un"))
    desk.operations.undo()
    desk.contacts.add(person("Deux"))

    assert desk.operations.state().redo is None
    with pytest.raises(RuleError) as refused:
        desk.operations.redo()
    assert refused.value.code == "operation.nothing_to_redo"


def test_what_was_just_undone_is_redone_though_an_older_command_was_undone_before(desk):
    for name in ("Abadie", "Bellec", "Caron"):
        desk.contacts.add(person(name))
    desk.operations.undo_one(desk.operations.latest()[1].id)
    before = every_row(desk.units)
    desk.operations.undo()
    desk.operations.redo()
    assert every_row(desk.units) == before


def test_an_id_is_never_given_to_a_second_row(desk):
    first = desk.contacts.add(person("Un")).value.id
    desk.operations.undo()

    assert desk.contacts.add(person("Deux")).value.id > first


def test_undo_out_of_order_is_refused_when_the_row_changed_since(desk):
    contact = desk.contacts.add(person("Avant")).value
    desk.contacts.change(contact.id, person("Après"))
    added = desk.operations.latest()[1]

    with pytest.raises(RuleError) as refused:
        desk.operations.undo_one(added.id)

    assert refused.value.code == "operation.changed_since"
    assert refused.value.values["operation"].label == "contact.changed"
    assert desk.contacts.get(contact.id).profile.last_name == "Après"


def test_undo_is_refused_when_something_recorded_later_rests_on_it(desk):
    contact = desk.contacts.add(person()).value
    desk.donations.record(gift(contact.id))
    added = desk.operations.latest()[1]

    with pytest.raises(RuleError) as refused:
        desk.operations.undo_one(added.id)

    assert refused.value.code == "operation.rested_on"
    assert refused.value.values["by"] in {"donation", "payment"}
    assert desk.contacts.get(contact.id).display_name == "Élodie Lefèvre"


def test_a_command_without_effect_leaves_no_operation(desk):
    contact = desk.contacts.add(person()).value
    desk.contacts.change(contact.id, person())

    assert [operation.label for operation in desk.operations.latest()] == ["contact.added"]


def test_a_refused_command_leaves_nothing(desk):
    with pytest.raises(RuleError):
        desk.contacts.add(NewContact())

    assert desk.operations.latest() == []


def test_journal_names_author_origin_and_moment(desk):
    desk.contacts.add(person())
    desk.operations.undo()
    undone, added = desk.operations.latest()

    assert (added.author, added.origin.value, added.state) == (
        "Camille",
        "window",
        OperationState.UNDONE,
    )
    assert undone.kind.value == "undo"
    assert added.made_at.tzinfo is not None


def test_what_was_undone_before_a_command_stays_over_when_that_is_undone_too(desk):
    desk.contacts.add(person("Abadie"))
    desk.operations.undo()
    desk.contacts.add(person("Bellec"))
    desk.operations.undo()
    desk.operations.redo()
    (found,) = desk.contacts.find(ContactFilter(), 5)
    assert "Bellec" in found.name
    assert desk.operations.state().redo is None
