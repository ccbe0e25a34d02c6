"""What bank lines may be: words, sums, scores, and options weighed against each other."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coopdesk.domain.bank_creations import AccountCreation, TransferCreation
from coopdesk.domain.bank_matching import (
    MatchKind,
    OpenLine,
    Proposal,
    ReasonCode,
    Target,
    TargetKind,
)
from coopdesk.domain.bank_matching_plan import Question, propose
from coopdesk.domain.bank_matching_rules import Habit, Known, OwnAccount, UsualWord
from coopdesk.domain.bank_matching_sums import SumSearch, windows
from coopdesk.domain.bank_matching_words import (
    found_reference,
    name_share,
    rule_words,
    same_cheque,
)
from coopdesk.domain.bank_rules import BankRule, NewBankRule
from coopdesk.domain.bank_statements import LineNature
from coopdesk.domain.money import Money
from coopdesk.domain.payments import Direction, PaymentMode

OWN = OwnAccount(1, "Compte courant", "5121")
SAVINGS = OwnAccount(2, "Livret A", "5122", "FR7630006000011234567890189")


def day(number: int, month: int = 3) -> dt.date:
    return dt.date(2026, month, number)


def line(key: int, number: int, cents: int, label: str = "VIR", **more: object) -> OpenLine:
    return OpenLine(
        key, 1, day(number), Money(cents), label, **{"nature": LineNature.OTHER} | more
    )


def target(key: int, number: int, cents: int, name: str = "", **more: object) -> Target:
    plain = {"label": "Don", "contact_name": name, "contact_id": key if name else None}
    return Target(TargetKind.ENTRY, key, Money(cents), day(number), **plain | more)


def best(
    lines: list[OpenLine], targets: list[Target], known: Known | None = None, **more: object
) -> dict[int, Proposal]:
    found: dict[int, Proposal] = {}
    for one in propose(Question(lines, targets, known or Known(OWN), **more)):
        found.setdefault(one.line_id, one)
    return found


def ids(one: Proposal) -> list[int]:
    return [x.id for x in one.targets]


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("PRLV SEPA FREE MOBILE 12/03 RUM FM-4711", "prlv free mobile"),
        ("VIR INST MME ZEPHYR MAELLE REF 20260312", "vir zephyr maelle"),
        ("COTIS CARTE PRO MARS 2026", "cotis pro"),
        ("CB 12/03 ****4711 15,00 EUR", ""),
        ("VIREMENT SEPA RECU 123456", ""),
    ],
)
def test_a_rule_keeps_the_words_that_stay(label, words):
    assert rule_words(label) == words


@pytest.mark.parametrize(
    ("name", "text", "share"),
    [
        ("Maëlle Zéphyr", "VIR SEPA ZEPHYR MAELLE", 1.0),
        ("Jean-Baptiste Œuvrard", "VIR JEAN BAPTISTE OEUVRARD", 1.0),
        ("Sylvain Ménard", "VIR INST SYLVAII MENARD", 1.0),
        ("Apolline Lévesque", "VIREMENT DE MME APOLLINE LEVE", 1.0),
        ("Paul Martin", "VIR SEPA MARTIN JULIE", 0.25),
        ("Association des Amis du Four", "VIR ASSOCIATION", 0.0),
        ("Léa Roux", "PRLV EDF", 0.0),
    ],
)
def test_names_are_known_in_any_order_cut_off_or_with_a_slip(name, text, share):
    assert name_share(name, text) == share


def test_numbers_prove_only_when_long_enough():
    assert found_reference(("F2026-014",), "VIR FACTURE F 2026 014 MERCI") == "F2026-014"
    assert found_reference(("R12",), "VIR R12") == ""
    assert found_reference(("2025", "2025-01"), "CB 12/01/2025 AMAZON 01/12/2025 01") == ""
    assert found_reference(("4711",), "PRLV 947110") == ""
    assert found_reference(("PO-26037",), "VIR HELLOASSO PO26037") == "PO-26037"
    assert found_reference(("REFERENCE",), "VIR REFERENCE") == ""
    assert same_cheque("0000123", ("Chèque n° 123",))
    assert not same_cheque("123", ("1234",))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(1, 400), min_size=1, max_size=18), st.data())
def test_sums_that_are_found_add_up_and_are_found_if_few(cents, data):
    chosen = data.draw(st.lists(st.sampled_from(range(len(cents))), unique=True, min_size=1))
    wanted = sum(cents[at] for at in chosen)
    ways = SumSearch(cents).ways(wanted)
    assert all(sum(cents[at] for at in way) == wanted for way in ways)
    assert ways or len(chosen) > 6


def test_a_search_without_end_gives_up():
    assert SumSearch([2] * 18).ways(35) == []
    assert len(SumSearch([1] * 18).ways(9)) == 3
    # Equal amounts stand for each other: the first ones, and one way only.
    assert SumSearch([50, 20, 20, 20, 70], is_once=True).ways(90) == [(1, 4), (0, 1, 2)]


def test_runs_of_neighbours_are_found_whatever_their_sign():
    assert windows([100, 200, 300, 400], 500) == [(1, 3)]
    assert windows([500, -100, 200], 100) == [(1, 3)]
    assert windows([100], 100) == []


def test_the_name_tells_equal_amounts_apart_and_nothing_tells_the_rest():
    lines = [
        line(1, 6, 2000, "VIR SEPA MARTIN PAUL"),
        line(2, 6, 2000, "VIR SEPA DURAND LEA"),
        line(3, 6, 2000, "VIR RECU 4711"),
    ]
    targets = [
        target(11, 5, 2000, "Paul Martin"),
        target(12, 6, 2000, "Léa Durand"),
        target(13, 5, 2000, "Ana Petit"),
        target(14, 5, 2000, "Ilan Roy"),
    ]
    found = best(lines, targets)
    assert [ids(found[key]) for key in (1, 2)] == [[11], [12]]
    assert found[1].is_sure
    assert found[2].is_sure
    assert not found[3].is_sure
    assert found[3].lead == 0


def test_two_equal_lines_of_a_day_take_two_equal_entries():
    lines = [line(1, 6, 5013, "VIR ZEPHYR"), line(2, 6, 5013, "VIR ZEPHYR")]
    same = {"contact_id": 7}
    targets = [
        target(11, 5, 5013, "Maë Zéphyr", **same),
        target(12, 5, 5013, "Maë Zéphyr", **same),
    ]
    found = best(lines, targets)
    assert sorted([*ids(found[1]), *ids(found[2])]) == [11, 12]
    assert found[1].lead == found[2].lead == 100


def test_an_amount_that_nothing_else_has_is_sure_and_a_late_one_is_not():
    found = best([line(1, 6, 4237)], [target(11, 6, 4237)])
    assert (found[1].is_sure, found[1].kind) == (True, MatchKind.EXACT)
    late = best([line(1, 28, 5000)], [target(11, 1, 5000)])
    assert not late[1].is_sure
    assert best([line(1, 6, 4237)], [target(11, 6, -4237)]) == {}


@pytest.mark.parametrize(
    ("label", "number"),
    [("VIR M JEAN DUPONT", 6), ("VIR MARIE LEROY", 6), ("VIR MARIE DURAND", 29)],
)
def test_another_name_or_a_long_time_is_for_a_person(label, number):
    gift = target(11, 5, 4750, "Marie Durand", mode=PaymentMode.TRANSFER)
    found = best([line(1, number, 4750, label, nature=LineNature.TRANSFER)], [gift])
    assert not found[1].is_sure


def test_a_payout_is_its_lot_even_with_a_refund_in_it():
    lot = {"lot": "PO-2603", "through": "517", "origin": "HelloAsso"}
    targets = [
        target(11, 2, 5000, **lot),
        target(12, 3, 2500, **lot),
        target(13, 4, -500, **lot),
    ]
    others = [target(20 + n, 3, 1000 + n, through="517", origin="HelloAsso") for n in range(9)]
    found = best([line(1, 9, 7000, "VIR SEPA HELLOASSO PO-2603")], [*targets, *others])
    assert (found[1].kind, sorted(ids(found[1])), found[1].is_sure) == (
        MatchKind.GROUP,
        [11, 12, 13],
        True,
    )


def test_a_payout_is_whole_and_comes_when_it_was_sent():
    first = {"through": "517", "lot": "PO-1"}
    targets = [target(10 + n, 3, 1000, **first) for n in range(2)]
    targets.append(replace(target(12, 3, -1000, **first), day=day(28, 5)))
    sent = {"through": "517", "lot": "PO-2", "paid_out_on": day(14)}
    early = [replace(target(20 + n, 3, 1000, **sent), day=day(3, 1)) for n in range(2)]
    lines = [line(1, 16, 2000, "VIR HELLOASSO")]
    assert best(lines, targets) == {}
    assert sorted(ids(best(lines, [*targets, *early])[1])) == [20, 21]


def test_deposits_follow_each_other_and_the_count_in_the_label_is_heeded():
    cheque = {"through": "5112", "mode": PaymentMode.CHEQUE}
    targets = [target(10 + n, n, 2000, f"Qui {n}", **cheque) for n in range(1, 8)]
    lines = [
        line(1, 4, 6000, "REM CHQ REF 99 3 CHQ", nature=LineNature.DEPOSIT),
        line(2, 9, 8000, "REM CHQ REF 100 4 CHQ", nature=LineNature.DEPOSIT),
    ]
    found = best(lines, targets)
    assert [sorted(ids(found[key])) for key in (1, 2)] == [[11, 12, 13], [14, 15, 16, 17]]
    assert {x.code for x in found[2].reasons} >= {ReasonCode.SUM, ReasonCode.ALL_WAITING}


def test_one_bill_in_two_parts_is_proposed_for_both_and_left_to_a_person():
    bill = target(11, 1, -30000, "Imprimerie Duval", label="Affiches")
    lines = [
        line(1, 2, -10000, "VIR IMPRIMERIE DUVAL 1/2"),
        line(2, 27, -20000, "VIR IMPRIMERIE DUVAL 2/2"),
    ]
    found = best(lines, [bill])
    assert [(x.kind, sorted(x.line_ids)) for x in found.values()] == [
        (MatchKind.SPLIT, [1, 2])
    ] * 2
    assert not found[1].is_sure


@pytest.mark.parametrize(("uses", "score"), [(0, 78), (1, 83), (9, 98)])
def test_a_learnt_rule_grows_surer_with_every_use(uses, score):
    new = NewBankRule("free mobile", account="626", direction=Direction.OUT, is_learnt=True)
    known = Known(OWN, rules=[BankRule(5, new, uses=uses)])
    found = best([line(1, 6, -2999, "PRLV FREE MOBILE 0603")], [], known)[1]
    assert (found.score, found.rule_id) == (score, 5)
    assert found.creation == AccountCreation("626")
    off = Known(OWN, rules=[BankRule(5, replace(new, is_on=False))])
    assert best([line(1, 6, -2999, "PRLV FREE MOBILE 0603")], [], off) == {}
    assert best([line(1, 6, 2999, "VIR FREE MOBILE")], [], known) == {}


def test_nothing_new_is_sure_while_something_recorded_may_be_meant():
    new = NewBankRule("free mobile", account="626")
    known = Known(OWN, rules=[BankRule(5, new)])
    free = line(1, 6, -2999, "PRLV FREE MOBILE 0603")
    assert best([free], [], known)[1].is_sure
    bill = target(11, 5, -2999, "Free", label="Téléphone")
    found = propose(Question([free], [bill], known))
    assert [one.kind for one in found] == [MatchKind.EXACT, MatchKind.RULE]
    assert found[0].lead >= 20


def test_habits_and_usual_words_propose_what_nobody_taught():
    habits = [Habit(f"PRLV EDF {n}", is_in=False, account="6061") for n in range(3)]
    known = Known(OWN, habits=habits, usual=[UsualWord("maif", "616", is_in=False)])
    lines = [line(1, 6, -8000, "PRLV EDF 0603"), line(2, 6, -9000, "PRLV MAIF")]
    found = best(lines, [], known)
    assert found[1].creation == AccountCreation("6061")
    assert found[1].reasons[0].values == {"words": "prlv edf", "count": 3}
    assert found[2].creation == AccountCreation("616")
    torn = [*habits, *(Habit("PRLV EDF", is_in=False, account="6132") for _ in range(3))]
    assert best(lines[:1], [], Known(OWN, habits=torn)) == {}


def test_transfers_are_known_by_the_other_bank_or_by_our_name():
    known = Known(OWN, accounts=[SAVINGS], cash="531")
    out = line(1, 6, -50000, "VIR VERS LIVRET A")
    other = OpenLine(9, 2, day(7), Money(50000), "VIR RECU")
    found = best([out], [], known, others=[other])[1]
    assert (found.kind, found.others) == (MatchKind.TRANSFER, (9,))
    assert found.creation == TransferCreation("5122", other_line_id=9)
    alone = best([out], [], known)[1]
    assert alone.creation == TransferCreation("5122")
    assert not alone.is_sure
    cash = best([line(1, 6, -6000, "RETRAIT DAB", nature=LineNature.CASH)], [], known)[1]
    assert cash.creation == TransferCreation("531")


def test_lines_that_cancel_each_other_may_stay_outside_the_books():
    lines = [line(1, 6, -4200, "PRLV ASSURANCE DURIN"), line(2, 8, 4200, "REJET PRLV DURIN")]
    found = best(lines, [])
    assert (found[1].kind, found[1].line_ids) == (MatchKind.SET_ASIDE, (1, 2))
    assert not found[1].is_sure
