"""Bank lines against the books: proposed, matched, made in place, taken back, proved."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from coopdesk.domain.activities import ActivityKind, NewActivity
from coopdesk.domain.bank_accounts import account_identity
from coopdesk.domain.bank_creations import (
    AccountCreation,
    DepositCreation,
    EntryCreation,
    GiftCreation,
    ReturnCreation,
    TransferCreation,
)
from coopdesk.domain.bank_lists import LineState
from coopdesk.domain.bank_matching import MatchKind, TargetKind, TargetRef
from coopdesk.domain.bank_reconciliation import Beginning
from coopdesk.domain.bank_rules import NewBankRule, RuleAction
from coopdesk.domain.bank_statements import LineNature
from coopdesk.domain.donations import Ineligibility, ReturnReason
from coopdesk.domain.entries import EntryFilter, EntryForm
from coopdesk.domain.entries import EntryKind as BookKind
from coopdesk.domain.errors import NotFoundError, RuleError
from coopdesk.domain.money import Money
from coopdesk.domain.payments import (
    LineKind,
    NewPayment,
    PaymentMode,
    PaymentPart,
    PaymentSource,
    PaymentState,
)
from coopdesk.domain.timeline import EntryKind
from coopdesk.services.activities import ActivityService
from coopdesk.services.association import AssociationService
from coopdesk.services.booking import BookingService
from coopdesk.services.contact_details import ContactDetailService
from coopdesk.services.contacts import ContactService
from coopdesk.services.donations import DonationService
from coopdesk.services.operations import OperationService
from coopdesk.services.payments import PaymentService
from coopdesk.services.reconciliation import ReconciliationService
from tests.building import PROFILE, gift, new_units, person, today
from tests.services.bank_office import Bank, bank_file, line, statement
from tests.services.book_office import Books, credit, debit, entry

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from coopdesk.domain.bank_matching import Proposal
    from coopdesk.domain.bank_statements import ReadLine


class Office:
    """A bank account with lines, and the books beside it."""

    def __init__(self, bank: Bank, *, keeps_books: bool = True) -> None:
        units = bank.units
        self.units = units
        self.bank = bank
        self.books = Books(units)
        self.service = ReconciliationService(units, today)
        self.payments = PaymentService(units, today)
        self.gifts = DonationService(units, today)
        self.booking = BookingService(units, today)
        self.account = bank.account()
        if keeps_books:
            self.books.years.open(dt.date(2026, 1, 1), dt.date(2026, 12, 31))

    def bring(self, *lines: ReadLine) -> list[int]:
        """Import lines and return their ids, in order."""
        self.bank.bring(bank_file(statement(lines)))
        rows = self.bank.labels()
        assert len(rows) >= len(lines)
        with self.units.read() as work:
            return [x.id for x in work.match_targets.open_lines(self.account)]

    def best(self, line_id: int) -> Proposal:
        """Return the best proposal for a line."""
        return self.service.proposals(self.account, [line_id])[0]

    def state_of(self, line_id: int) -> LineState:
        """Tell how far a line is reconciled."""
        return self.bank.service.line(line_id).row.state

    def seen(self, entry_id: int, account: str = "5121") -> list[dt.date | None]:
        """Return on which days the bank showed the lines of an entry on its account."""
        lines = self.books.entries.get(entry_id).lines
        return [x.reconciled_on for x in lines if x.content.account == account]

    def lines_of(self, entry_id: int) -> list[tuple[str, int]]:
        """Return the accounts of an entry with their signed cents."""
        lines = self.books.entries.get(entry_id).content.lines
        return [(x.account, x.signed.cents) for x in lines]

    def cheque(self, cents: int, day: int) -> int:
        """Record a gift by cheque."""
        on = dt.date(2026, 1, day)
        return self.gifts.record(gift(None, cents, on, mode=PaymentMode.CHEQUE)).value.id


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with new_units(tmp_path / "office.coopdesk") as units:
        yield Office(Bank(units))


def day(number: int, month: int = 1) -> dt.date:
    return dt.date(2026, month, number)


def test_a_line_with_its_entry_is_accepted_marked_as_seen_and_taken_back(
    office: Office,
) -> None:
    entry_id = office.books.record(cents=5237, day=day(5))
    (line_id,) = office.bring(line(1, 6, 5237, "VIR ZEPHYR MAELLE"))
    proposal = office.best(line_id)
    assert (proposal.kind, [x.id for x in proposal.targets]) == (MatchKind.EXACT, [entry_id])
    done = office.service.accept(proposal).value
    assert (done.line_ids, done.amount, done.left) == ((line_id,), Money(5237), Money(0))
    assert office.state_of(line_id) is LineState.MATCHED
    assert office.seen(entry_id) == [day(6)]
    assert office.service.proposals(office.account) == []
    (match,) = office.service.matches_of([line_id])[line_id]
    assert (match.target.id, match.reasons) == (entry_id, proposal.reasons)
    with pytest.raises(RuleError, match=r"reconciliation\.matched"):
        office.service.accept(proposal)
    (seen,) = (x.id for x in office.books.entries.get(entry_id).lines if x.reconciled_on)
    with pytest.raises(RuleError, match=r"reconciliation\.unmatch_first"):
        office.books.entries.reconcile([seen], None)
    assert office.service.unmatch([line_id]).value == 1
    assert (office.state_of(line_id), office.seen(entry_id)) == (LineState.OPEN, [None])
    assert office.books.is_whole()


def test_one_entry_is_paid_in_several_lines_and_several_entries_in_one(
    office: Office,
) -> None:
    whole = office.books.record(cents=9000, day=day(3))
    parts = [office.books.record(cents=cents, day=day(4)) for cents in (1111, 2222)]
    ids = office.bring(line(1, 5, 4000, "A"), line(2, 6, 5000, "B"), line(3, 7, 3333, "C"))
    one = TargetRef(TargetKind.ENTRY, whole)
    office.service.match([ids[0], ids[0]], [one, one])
    assert office.seen(whole) == [None]
    office.service.match(ids[1:2], [one])
    assert office.seen(whole) == [day(6)]
    office.service.match(ids[2:], [TargetRef(TargetKind.ENTRY, key) for key in parts])
    assert {office.state_of(key) for key in ids} == {LineState.MATCHED}
    assert [office.seen(key) for key in parts] == [[day(7)], [day(7)]]


def test_a_first_instalment_is_proposed_by_the_name_and_leaves_the_rest(
    office: Office,
) -> None:
    firm = ContactService(office.units, today).add(person("Duval", "Imprimerie")).value.id
    lines = (debit("6236", 9000, contact_id=firm), credit("5121", 9000))
    bill = office.books.record(entry(lines=lines, day=day(3), label="Affiches"))
    ids = office.bring(line(1, 5, -4000, "VIR IMPRIMERIE DUVAL ACOMPTE"))
    proposal = office.best(ids[0])
    assert (proposal.kind, proposal.is_sure) == (MatchKind.SPLIT, False)
    done = office.service.accept(proposal).value
    assert (done.amount, office.seen(bill)) == (Money(-4000), [None])
    rest = office.bring(line(2, 25, -5000, "VIR IMPRIMERIE DUVAL SOLDE"))[-1]
    office.service.accept(office.best(rest))
    assert office.seen(bill) == [day(25)]


def test_a_line_loses_what_no_longer_fits_it_when_a_part_goes(office: Office) -> None:
    gross = office.books.record(cents=10000, day=day(3))
    back = entry(lines=(debit("75411", 2000), credit("5121", 2000)), day=day(3))
    refund = office.books.record(back)
    ids = office.bring(line(1, 5, 8000, "VERSEMENT"), line(2, 6, -2000, "RETOUR"))
    refs = [TargetRef(TargetKind.ENTRY, key) for key in (gross, refund)]
    office.service.match(ids[:1], refs)
    assert (office.seen(gross), office.seen(refund)) == ([day(5)], [day(5)])
    office.books.entries.remove([refund])
    assert (office.state_of(ids[0]), office.seen(gross)) == (LineState.OPEN, [None])
    with pytest.raises(RuleError, match=r"reconciliation\.other_way"):
        office.service.match(ids, refs[:1])
    other = office.bank.account("Livret A", iban="FR7630006000011234567890189")
    identity = account_identity("FR7630006000011234567890189")
    office.bank.bring(bank_file(statement([line(1, 6, 2000, "AILLEURS")], identity=identity)))
    with office.units.read() as work:
        there = work.match_targets.open_lines(other)[0].id
    with pytest.raises(RuleError, match=r"reconciliation\.other_account"):
        office.service.match([ids[0], there], refs[:1])
    assert office.books.is_whole()


@pytest.mark.parametrize(("cents", "code"), [(-5000, "other_way"), (4000, "too_much")])
def test_what_does_not_fit_a_line_is_refused_and_changes_nothing(
    office: Office, cents: int, code: str
) -> None:
    entry_id = office.books.record(cents=5000, day=day(5))
    line_ids = office.bring(line(1, 6, cents, "X"))
    target = TargetRef(TargetKind.ENTRY, entry_id, Money(5000))
    with pytest.raises(RuleError, match=rf"reconciliation\.{code}"):
        office.service.match(line_ids, [target])
    with pytest.raises(NotFoundError, match=r"reconciliation\.target_gone"):
        office.service.match(line_ids, [TargetRef(TargetKind.ENTRY, 999)])
    assert office.state_of(line_ids[0]) is LineState.OPEN


def test_a_line_that_lacks_becomes_an_entry_teaches_a_rule_and_the_next_is_proposed_by_it(
    office: Office,
) -> None:
    ids = office.bring(
        line(1, 5, -2999, "PRLV SEPA FREE TELECOM 05/01 REF 4711"),
        line(2, 5, -2999, "PRLV SEPA FREE TELECOM 05/02 REF 4899", month=2),
    )
    usual = office.best(ids[0])
    assert usual.creation == AccountCreation("626")
    made = AccountCreation("626", activity_id=None)
    rule = office.service.rule_for(ids[0], made)
    assert rule is not None
    assert rule.words == "prlv free telecom"
    done = office.service.create(ids[0], made, rule).value
    assert office.lines_of(done.entry_ids[0]) == [("626", 2999), ("5121", -2999)]
    assert office.seen(done.entry_ids[0]) == [day(5)]
    proposal = office.best(ids[1])
    assert (proposal.kind, proposal.rule_id) == (MatchKind.RULE, done.rule_id)
    office.service.accept(proposal)
    (kept,) = office.service.rules()
    assert (kept.content.account, kept.uses) == ("626", 2)
    # One operation made entry, match and rule: taking it back takes all of them.
    office.books.operations.undo()
    assert office.state_of(ids[1]) is LineState.OPEN
    assert office.service.rules()[0].uses == 1


def test_cheques_that_wait_are_paid_in_by_one_line_and_lettered(office: Office) -> None:
    for cents, on in ((3000, 3), (4500, 4), (2050, 5)):
        office.cheque(cents, on)
    office.booking.book()
    office.cheque(1000, 6)  # recorded, with no entry yet
    (line_id,) = office.bring(line(1, 8, 10550, "REMISE CHEQUES 4", nature=LineNature.DEPOSIT))
    proposal = office.best(line_id)
    assert (proposal.kind, len(proposal.targets)) == (MatchKind.GROUP, 4)
    done = office.service.accept(proposal).value
    deposit = done.entry_ids[0]
    assert office.lines_of(deposit) == [("5121", 10550), ("5112", -10550)]
    assert office.seen(deposit) == [day(8)]
    entries = office.books.entries
    every = entries.get_many(entries.ids(EntryFilter(account="5112")))
    letters = {x.matching for one in every for x in one.lines if x.content.account == "5112"}
    assert (len(every), letters) == (5, {"A"})
    assert office.books.is_whole()


def test_a_payout_of_a_platform_is_the_payments_less_their_fees(office: Office) -> None:
    for cents, fee in ((5000, 75), (2500, 40)):
        parts = (PaymentPart(LineKind.SALE, Money(cents)),)
        office.payments.record(
            NewPayment(
                day(10),
                Money(cents),
                PaymentMode.CARD,
                parts,
                source=PaymentSource.HELLOASSO,
                outside_ref=f"P{cents}",
                fee=Money(fee),
            )
        )
    (line_id,) = office.bring(line(1, 14, 7385, "VIR HELLOASSO"))
    proposal = office.best(line_id)
    office.service.accept(proposal)
    state = office.service.state(office.account)
    assert (state.book_balance, state.entries, state.lines) == (Money(7385), (), ())
    balance = {
        account: sum(
            x.signed.cents
            for one in office.books.entries.get_many(office.books.entries.ids(EntryFilter()))
            for x in one.content.lines
            if x.account == account
        )
        for account in ("517", "627", "5121")
    }
    assert balance == {"517": 0, "627": 115, "5121": 7385}


def test_both_ends_of_a_transfer_between_our_banks_are_matched_with_one_entry(
    office: Office,
) -> None:
    savings = office.bank.account("Livret A", iban="FR7630006000011234567890189")
    office.bring(line(1, 5, -20000, "VIR LIVRET A", nature=LineNature.TRANSFER))
    other = statement(
        [line(1, 6, 20000, "VIR RECU")],
        identity=account_identity("FR7630006000011234567890189"),
    )
    office.bank.bring(bank_file(other))
    with office.units.read() as work:
        here, there = (
            work.match_targets.open_lines(key)[0].id for key in (office.account, savings)
        )
    proposal = office.best(here)
    assert proposal.kind is MatchKind.TRANSFER
    assert isinstance(proposal.creation, TransferCreation)
    done = office.service.accept(proposal).value
    assert {office.state_of(here), office.state_of(there)} == {LineState.MATCHED}
    assert office.seen(done.entry_ids[0]) == [day(5)]
    assert office.seen(done.entry_ids[0], "5122") == [day(6)]


def test_a_payment_that_a_line_shows_is_booked_on_the_bank_of_that_line(
    office: Office,
) -> None:
    office.bank.account("Livret A", iban="FR7630006000011234567890189")
    donor = ContactService(office.units, today).add(person()).value.id
    given = office.gifts.record(gift(donor, 7777, day(5), mode=PaymentMode.TRANSFER)).value
    (line_id,) = office.bring(line(1, 6, 7777, "VIR MME LEFEVRE ELODIE"))
    details = ContactDetailService(office.units, today)
    office.bank.service.give_contact([line_id], donor)
    told = [x.kind for x in details.timeline(donor)]
    assert told.count(EntryKind.BANK_LINE) == told.count(EntryKind.GIFT) == 1
    proposal = office.best(line_id)
    assert proposal.targets[0].ref[:2] == (TargetKind.PAYMENT, given.payment_id)
    assert proposal.is_sure
    office.service.accept(proposal)
    (match,) = office.service.matches_of([line_id])[line_id]
    assert match.target.kind is TargetKind.ENTRY
    assert office.seen(match.target.id) == [day(6)]
    assert office.booking.waiting() == 0
    # The time-line of the donor tells the money once.
    told = [x.kind for x in details.timeline(donor)]
    assert EntryKind.BANK_LINE not in told
    assert EntryKind.GIFT in told


def test_the_next_gift_of_a_donor_is_never_proposed_as_an_entry_alone(office: Office) -> None:
    donor = ContactService(office.units, today).add(person("Dupont", "Marie")).value.id
    lines = [line(n, 5, 15000, "VIR DUPONT MARIE DON") for n in (1, 2)]
    first, second = office.bring(*lines)
    given = gift(donor, 15000, day(5), mode=PaymentMode.TRANSFER)
    office.service.create(first, GiftCreation(given))
    assert office.service.proposals(office.account, [second]) == []


def test_a_gift_is_made_from_a_line_and_given_back_by_another(office: Office) -> None:
    ids = office.bring(line(1, 5, 6000, "VIR DON"), line(2, 20, -6000, "VIR RETOUR DON"))
    new = gift(None, 6000, day(5), mode=PaymentMode.TRANSFER)
    done = office.service.create(ids[0], GiftCreation(new)).value
    assert office.lines_of(done.entry_ids[0]) == [("5121", 6000), ("75411", -6000)]
    (given,) = done.payment_ids
    with office.units.read() as work:
        donation_id = work.imports.gifts_of_payment(given)[0]
    back = ReturnCreation(donation_id, ReturnReason.GIVEN_BACK)
    office.service.create(ids[1], back)
    assert {office.state_of(key) for key in ids} == {LineState.MATCHED}


def test_an_entry_typed_in_place_must_move_the_bank_as_the_line_does(office: Office) -> None:
    (line_id,) = office.bring(line(1, 5, -6000, "CB BRICO"))
    lines = (debit("6063", 4000), debit("6064", 2000), credit("5121", 6000))
    with pytest.raises(RuleError, match=r"reconciliation\.entry_differs"):
        office.service.create(line_id, EntryCreation(entry(cents=6000, day=day(5))))
    other = entry(cents=6000, day=day(5), to="531")
    with pytest.raises(RuleError, match=r"reconciliation\.not_on_account"):
        office.service.create(line_id, EntryCreation(other))
    new = entry(lines=lines, day=day(5), form=EntryForm.GRID)
    office.service.create(line_id, EntryCreation(new))
    assert office.state_of(line_id) is LineState.MATCHED


def test_entries_and_payments_that_go_take_their_matches_along_and_bring_them_back(
    office: Office,
) -> None:
    entry_id = office.books.record(cents=5000, day=day(5))
    (line_id,) = office.bring(line(1, 6, 5000, "VIR"))
    office.service.match([line_id], [TargetRef(TargetKind.ENTRY, entry_id)])
    office.books.entries.change(entry_id, entry(cents=4000, day=day(5)))
    assert (office.state_of(line_id), office.seen(entry_id)) == (LineState.OPEN, [None])
    office.books.operations.undo()
    assert office.seen(entry_id) == [day(6)]
    office.books.entries.remove([entry_id])
    assert office.state_of(line_id) is LineState.OPEN
    office.books.operations.undo()
    assert office.state_of(line_id) is LineState.MATCHED
    assert office.books.is_whole()


def test_a_matched_entry_that_is_reversed_and_made_anew_hands_its_line_over(
    office: Office,
) -> None:
    given = office.gifts.record(gift(None, 5000, day(5), mode=PaymentMode.TRANSFER)).value
    office.booking.book()
    office.books.entries.validate()
    (entry_id,) = office.books.entries.ids(EntryFilter())
    (line_id,) = office.bring(line(1, 6, 5000, "VIR"))
    office.service.match([line_id], [TargetRef(TargetKind.ENTRY, entry_id)])
    other = replace(given.content, ineligibility=Ineligibility.SPONSORING)
    office.gifts.correct(given.id, other)
    office.booking.book()
    (match,) = office.service.matches_of([line_id])[line_id]
    assert match.target.is_draft
    every = office.books.entries.ids(EntryFilter())
    assert [office.seen(key) for key in every] == [[day(6)]] * 3
    assert office.service.state(office.account).entries == ()


def test_an_activity_that_goes_is_forgotten_by_rules(office: Office) -> None:
    activities = ActivityService(office.units, today)
    key = activities.add(NewActivity("Four", ActivityKind.PROJECT)).value.id
    office.service.add_rule(NewBankRule("meunerie", account="6068", activity_id=key))
    activities.remove(key)
    assert office.service.rules()[0].content.activity_id is None


def test_the_state_explains_every_cent_between_bank_and_books(
    office: Office, tmp_path: Path
) -> None:
    office.books.record(
        entry(cents=10000, day=day(1), to="5121", of="110", journal="BQ", label="Avant")
    )
    late = office.books.record(cents=2500, day=day(28))
    lines = [line(1, 2, 10000, "INITIAL"), line(2, 9, -700, "FRAIS BANCAIRES")]
    office.bank.bring(bank_file(statement(lines, opening=0, closing=9300)))
    first = next(x for x in office.service.proposals(office.account) if x.targets)
    office.service.accept(first)
    state = office.service.state(office.account, day(31))
    assert (state.book_balance, state.bank_balance) == (Money(12500), Money(9300))
    assert [(x.entry_id, x.amount) for x in state.entries] == [(late, Money(2500))]
    assert [x.amount for x in state.lines] == [Money(-700)]
    assert state.is_tied
    AssociationService(office.units).save(PROFILE)
    path = office.service.write_state(office.account, day(31), tmp_path / "etat.pdf")
    told = " ".join(page.extract_text() for page in PdfReader(path).pages)
    assert len(PdfReader(path).pages) == 1
    for figure in ("125,00", "25,00", "-7,00", "93,00", "0,00", "FRAIS BANCAIRES"):
        assert figure in told.replace("\N{MINUS SIGN}", "-")
    early = office.service.state(office.account, day(5))
    assert (early.entries, early.lines, early.is_tied) == ((), (), True)


@pytest.mark.parametrize("is_opened", [False, True])
def test_only_the_balance_at_the_beginning_is_apart_and_can_be_recorded(
    office: Office, *, is_opened: bool
) -> None:
    if is_opened:  # by an entry that says too little
        sheet = entry(cents=100, day=day(1), to="5121", of="110", journal="AN")
        office.books.record(replace(sheet, kind=BookKind.OPENING))
    told = Money(49900 if is_opened else 50000)
    lines = [line(2, 9, -700, "FRAIS BANCAIRES")]
    office.bank.bring(bank_file(statement(lines, opening=50000, closing=49300)))
    state = office.service.state(office.account)
    assert (state.difference, state.began_apart) == (-told, True)
    opened = office.service.open_books(office.account).value
    assert opened.content.kind is (BookKind.STANDARD if is_opened else BookKind.OPENING)
    assert [(x.content.account, x.content.signed) for x in opened.lines] == [
        ("5121", told),
        ("110", -told),
    ]
    state = office.service.state(office.account)
    assert (state.is_tied, state.began_apart) == (True, False)
    with pytest.raises(RuleError, match=r"^reconciliation\.began_together"):
        office.service.open_books(office.account)


def test_books_opened_on_the_first_day_of_a_statement_began_with_what_opened_them(
    office: Office,
) -> None:
    sheet = entry(cents=10000, day=day(1), to="5121", of="110", journal="AN")
    office.books.record(replace(sheet, kind=BookKind.OPENING))
    lines = [line(2, 1, -700, "FRAIS BANCAIRES")]
    office.bank.bring(bank_file(statement(lines, opening=50000, closing=49300)))
    begun = office.service.state(office.account).beginning
    assert begun == Beginning(dt.date(2025, 12, 31), Money(50000), Money(10000))
    opened = office.service.open_books(office.account).value
    assert opened.content.debit == Money(40000)
    assert office.service.state(office.account).is_tied


def test_closing_balances_alone_tell_what_the_bank_began_with(office: Office) -> None:
    first = statement([line(2, 9, -700, "FRAIS BANCAIRES")], closing=49300)
    second = statement([line(2, 20, 1000, "VIR DON")], closing=50300)
    office.bank.bring(bank_file(first))
    office.bank.bring(bank_file(second))
    state = office.service.state(office.account)
    assert state.beginning == Beginning(day(8), Money(50000), Money(0))
    assert (state.difference, state.began_apart) == (Money(-50000), True)
    office.service.open_books(office.account)
    assert office.service.state(office.account).is_tied


def test_no_beginning_is_told_where_no_statement_tells_a_balance(office: Office) -> None:
    office.bank.bring(bank_file(statement([line(2, 9, -700, "FRAIS BANCAIRES")])))
    state = office.service.state(office.account)
    assert (state.beginning, state.began_apart) == (None, False)


def test_an_entry_between_the_first_balance_and_the_first_line_is_on_its_way(
    office: Office,
) -> None:
    cheque = office.books.record(
        entry(cents=5000, day=day(3), to="626", of="5121", journal="BQ")
    )
    told = {"opening": 50000, "opening_on": dt.date(2025, 12, 31), "closing": 49300}
    office.bank.bring(bank_file(statement([line(2, 9, -700, "FRAIS BANCAIRES")], **told)))
    state = office.service.state(office.account)
    assert [(x.entry_id, x.amount) for x in state.entries] == [(cheque, Money(-5000))]
    assert (state.starts_on, state.began_apart) == (day(1), True)
    office.service.open_books(office.account)
    assert office.service.state(office.account).is_tied


def test_what_is_sure_is_matched_by_itself_and_a_dry_run_changes_nothing(
    office: Office,
) -> None:
    keys = [office.books.record(cents=1000 + 137 * n, day=day(n)) for n in range(3, 9)]
    lines = [line(n, n + 1, 1000 + 137 * n, f"VIR {n}") for n in range(3, 9)]
    office.bring(*lines, line(20, 20, 4242, "INCONNU"))
    planned = office.service.match_auto(office.account, dry_run=True).value
    assert (planned.matched, planned.left) == (6, 1)
    assert office.service.match_auto(office.account).value.matched == 6
    assert all(office.seen(key) != [None] for key in keys)
    assert office.service.match_auto(office.account).value.matched == 0


@pytest.mark.parametrize(
    ("new", "code"),
    [
        (NewBankRule(" 12/03 "), "rule.words_too_common"),
        (NewBankRule("virement", account="626"), "rule.words_too_common"),
        (NewBankRule("free"), "rule.account_missing"),
        (NewBankRule("free", account="626", least=Money(9), most=Money(3)), "rule.limits"),
        (NewBankRule(""), "rule.words_missing"),
        (NewBankRule("free", account="758"), "account.is_parent"),
    ],
)
def test_a_rule_that_says_nothing_is_refused(
    office: Office, new: NewBankRule, code: str
) -> None:
    with pytest.raises(RuleError, match=code.replace(".", r"\.")):
        office.service.add_rule(new)


def test_a_rule_can_leave_lines_outside_the_books_and_be_changed_and_removed(
    office: Office,
) -> None:
    ids = office.bring(line(1, 5, -900, "ESSAI TECHNIQUE"), line(2, 6, 700, "AUTRE"))
    new = NewBankRule("Essai technique", RuleAction.SET_ASIDE)
    rule = office.service.add_rule(new).value
    assert office.service.lines_of_rule(new) == ids[:1]
    proposal = office.best(ids[0])
    assert proposal.kind is MatchKind.SET_ASIDE
    office.service.accept(proposal)
    assert office.state_of(ids[0]) is LineState.ASIDE
    changed = NewBankRule("autre", account="7588", is_on=False)
    assert office.service.change_rule(rule.id, changed).value.content.words == "autre"
    office.service.remove_rule(rule.id)
    assert office.service.rules() == []


def test_money_is_matched_with_payments_where_nobody_keeps_books(tmp_path: Path) -> None:
    with new_units(tmp_path / "bare.coopdesk") as units:
        office = Office(Bank(units), keeps_books=False)
        office.cheque(1500, 4)
        office.cheque(2500, 4)
        (line_id,) = office.bring(line(1, 7, 4000, "REMISE CHEQUES", nature=LineNature.DEPOSIT))
        proposal = office.best(line_id)
        kinds = {target.kind for target in proposal.targets}
        assert (proposal.kind, kinds) == (MatchKind.GROUP, {TargetKind.PAYMENT})
        office.service.accept(proposal)
        assert office.state_of(line_id) is LineState.MATCHED
        first = proposal.targets[0].id
        office.payments.decide([first], PaymentState.DISMISSED)
        assert office.state_of(line_id) is LineState.PARTLY
        office.books.operations.undo()
        assert office.state_of(line_id) is LineState.MATCHED
        # Once books are kept, the entries move the bank that showed the money.
        office.booking.book()
        assert office.service.state(office.account).is_tied is False
        entries = office.books.entries
        made = entries.get_many(entries.ids(EntryFilter()))
        assert [one.lines[0].reconciled_on for one in made] == [day(7), day(7)]


def test_choosing_by_hand_finds_by_name_amount_and_number(office: Office) -> None:
    first = office.books.validated(cents=5000, day=day(5), label="Don de Maëlle")
    second = office.books.record(cents=1234, day=day(6), label="Kermesse")
    (line_id,) = office.bring(line(1, 6, 1234, "VIR KERMESSE"))
    find = office.service.candidates
    assert [x.id for x in find(line_id)] == [second, first]
    assert [x.id for x in find(line_id, "maelle")] == [first]
    assert [x.id for x in find(line_id, "12,34")] == [second]
    with pytest.raises(RuleError, match=r"reconciliation\.deposit_mixed"):
        office.service.create(line_id, DepositCreation((TargetRef(TargetKind.ENTRY, second),)))


def test_undoing_the_acceptance_opens_the_line_again(office: Office) -> None:
    office.books.record(cents=5000, day=day(5))
    (line_id,) = office.bring(line(1, 6, 5000, "VIR ZEPHYR"))
    office.service.accept(office.best(line_id))
    operations = OperationService(office.units)
    operations.undo()
    assert office.state_of(line_id) is LineState.OPEN


def test_nothing_is_taken_back_on_which_a_later_reconciliation_of_the_line_rests(
    office: Office,
) -> None:
    first, second = (office.books.record(cents=5000, day=day(5)) for _ in range(2))
    (line_id,) = office.bring(line(1, 6, 5000, "VIR ZEPHYR MAELLE"))
    journal = OperationService(office.units)
    office.service.match([line_id], [TargetRef(TargetKind.ENTRY, first)])
    office.service.unmatch([line_id])
    unmatched = journal.latest(1)[0].id
    office.service.match([line_id], [TargetRef(TargetKind.ENTRY, second)])
    with pytest.raises(RuleError, match=r"operation\.bank_line_since"):
        journal.undo_one(unmatched)  # the line would be 50 € twice
    office.service.unmatch([line_id])
    office.bank.service.set_aside([line_id])
    with pytest.raises(RuleError, match=r"operation\.bank_line_since"):
        journal.undo_one(unmatched)  # the line would be set aside and reconciled
    office.bank.service.put_back([line_id])
    journal.undo_one(unmatched)
    (match,) = office.service.matches_of([line_id])[line_id]
    assert match.target.id == first
    assert office.books.is_whole()


def test_several_lines_are_not_taken_for_one_thing_that_waits_before_the_bank(
    office: Office,
) -> None:
    waiting = office.books.record(entry(cents=5000, day=day(3), to="5112"))
    ids = office.bring(line(1, 6, 2000, "REMISE A"), line(2, 7, 3000, "REMISE B"))
    with pytest.raises(RuleError, match=r"reconciliation\.deposit_in_parts"):
        office.service.match(ids, [TargetRef(TargetKind.ENTRY, waiting)])
    assert {office.state_of(key) for key in ids} == {LineState.OPEN}
