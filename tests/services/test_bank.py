"""Bank accounts, the lines of their statements, and what a person says of them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from coopdesk.domain.bank_accounts import NewBankAccount
from coopdesk.domain.bank_lists import LineState, StatementFilter
from coopdesk.domain.bank_statements import LineNature
from coopdesk.domain.errors import FieldErrors, NotFoundError, RuleError
from coopdesk.domain.money import Money
from coopdesk.services.contacts import ContactService
from coopdesk.services.duplicates import DuplicateService
from tests.building import new_units, person, today
from tests.services.bank_office import IBAN, Bank, bank_file, line, statement
from tests.services.book_office import Books

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def bank(tmp_path: Path) -> Iterator[Bank]:
    with new_units(tmp_path / "office.coopdesk") as units:
        yield Bank(units)


@pytest.fixture
def held(bank: Bank) -> Bank:
    """An account with three lines and a balance that ties."""
    bank.account()
    lines = [
        line(1, 5, -1999, "PRLV FREE MOBILE", nature=LineNature.DIRECT_DEBIT),
        line(2, 6, 5000, "VIR DUPONT", counterparty="Élodie Dupont"),
        line(3, 7, -250, "FRAIS", nature=LineNature.FEE),
    ]
    bank.bring(bank_file(statement(lines, opening=10000, closing=12751)))
    return bank


def test_the_first_account_takes_that_of_the_books_the_next_its_own(
    bank: Bank,
) -> None:
    first = bank.service.add(NewBankAccount("Compte courant")).value
    second = bank.service.add(NewBankAccount("Livret A")).value
    named = bank.service.add(NewBankAccount("Compte du chantier", "512C")).value
    assert [x.content.account for x in (first, second, named)] == ["5121", "5122", "512C"]
    books = Books(bank.units)
    assert books.chart.get("512C").label == "Compte du chantier"
    assert [x.account for x in books.chart.journals() if x.code in {"BQ2", "BQ3"}] == [
        "5122",
        "512C",
    ]


@pytest.mark.parametrize(
    ("new", "code"),
    [
        (NewBankAccount(""), "bank.name_missing"),
        (NewBankAccount("compte COURANT"), "bank.name_taken"),
        (NewBankAccount("Autre", "5121"), "bank.ledger_account_taken"),
        (NewBankAccount("Autre", "6061"), "bank.not_of_money"),
        (NewBankAccount("Autre", iban="FR7612345"), "iban.wrong"),
    ],
)
def test_an_account_that_cannot_be_is_refused(
    bank: Bank, new: NewBankAccount, code: str
) -> None:
    bank.account()
    with pytest.raises(RuleError) as refused:
        bank.service.add(new)
    found = refused.value
    codes = [x.code for x in found.errors] if isinstance(found, FieldErrors) else [found.code]
    assert codes == [code]


def test_an_account_is_changed_closed_and_removed_only_while_empty(held: Bank) -> None:
    key = held.service.accounts()[0].id
    changed = held.service.change(key, NewBankAccount("Compte joint", iban=IBAN)).value
    assert (changed.content.name, changed.content.account) == ("Compte joint", "5121")
    assert not held.service.close_account(key).value.is_open
    assert held.service.open_account(key).value.is_open
    with pytest.raises(RuleError, match=r"bank\.has_statements"):
        held.service.remove(key)
    empty = held.account("Livret", iban="")
    held.service.remove(empty)
    with pytest.raises(NotFoundError, match=r"bank\.account_missing"):
        held.service.account(empty)


def test_accounts_tell_the_balance_of_the_bank_and_that_of_the_books(held: Bank) -> None:
    Books(held.units).record(cents=5000, day=dt.date(2026, 1, 6))
    Books(held.units).record(cents=700, day=dt.date(2026, 1, 8))
    account = held.service.accounts()[0]
    assert (account.line_count, account.open_count, account.alert_count) == (3, 3, 0)
    assert (account.balance, account.balance_on) == (Money(12751), dt.date(2026, 1, 7))
    assert account.booked == Money(5000)


@pytest.mark.parametrize(
    ("wanted", "labels"),
    [
        ({"text": "free"}, ["PRLV FREE MOBILE"]),
        ({"text": "dupont"}, ["VIR DUPONT"]),
        ({"text": "2,50"}, ["FRAIS"]),
        ({"nature": LineNature.FEE}, ["FRAIS"]),
        ({"since": dt.date(2026, 1, 6), "until": dt.date(2026, 1, 6)}, ["VIR DUPONT"]),
        ({"year": 2025}, []),
        ({"state": LineState.MATCHED}, []),
        ({"in_alert": True}, []),
        ({"sort": "amount"}, ["PRLV FREE MOBILE", "FRAIS", "VIR DUPONT"]),
    ],
)
def test_lines_are_found_by_what_is_asked(
    held: Bank, wanted: dict[str, object], labels: list[str]
) -> None:
    assert [label for label, _cents in held.labels(**wanted)] == labels


def test_a_line_set_aside_waits_no_longer_until_it_is_put_back(held: Bank) -> None:
    [fee] = held.service.ids(StatementFilter(text="frais"))
    held.service.set_aside([fee], "  frais repris  par la banque ")
    found = held.service.line(fee)
    assert (found.row.state, found.row.note) == (LineState.ASIDE, "frais repris par la banque")
    assert (found.file_name, found.file_line) == ("releve.ofx", 3)
    totals = held.service.totals(StatementFilter())
    assert (totals.count, totals.waiting, totals.waiting_amount) == (3, 2, Money(3001))
    assert (totals.income, totals.expense) == (Money(5000), Money(2249))
    held.service.put_back([fee])
    assert held.service.totals(StatementFilter(waiting=True)).count == 3
    with pytest.raises(NotFoundError, match=r"bank\.line_missing"):
        held.service.put_back([99])


def test_lines_follow_their_contact_through_a_merge_and_forget_an_erased_one(
    held: Bank,
) -> None:
    people = ContactService(held.units, today)
    first = people.add(person("Dupont", "Élodie")).value.id
    second = people.add(person("Dupont", "Elodie")).value.id
    ids = held.service.ids(StatementFilter(text="vir"))
    assert held.service.give_contact(ids, first).value == 1
    DuplicateService(held.units, today).merge(second, first)
    assert held.labels(contact_id=second) == [("VIR DUPONT", 5000)]
    assert held.service.line(ids[0]).row.contact_id == second
    people.bin([second])
    people.erase([second])
    assert held.service.line(ids[0]).row.contact_id is None


def test_a_second_statement_that_does_not_follow_is_an_alert(held: Bank) -> None:
    held.bring(bank_file(statement([line(1, 12, 100)], opening=12700, closing=12800)))
    key = held.service.accounts()[0].id
    assert held.service.accounts()[0].alert_count == 1
    gaps = [one.gap for one in held.service.statements(key)]
    assert gaps == [None, Money(-51)]
    assert held.labels(in_alert=True) == [("PRLV FREE", 100)]
    proof = held.service.proof(key)
    assert proof.first_difference is not None
    assert (proof.start, proof.end) == (Money(10000), Money(12851))
