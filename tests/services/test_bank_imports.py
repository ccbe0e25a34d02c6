"""Bank files: what is new, what is known, what is probably known, and whether balances tie."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coopdesk.domain.bank_accounts import NOBODY, account_identity
from coopdesk.domain.bank_lists import StatementFilter
from coopdesk.domain.errors import NotFoundError, RuleError
from coopdesk.domain.import_decisions import NEW_CONTACT, ImportDecisions, RowDecision
from coopdesk.domain.import_formats import FileFormat
from coopdesk.domain.import_history import BlockerKind
from coopdesk.domain.import_previews import AskKind
from coopdesk.domain.imports import RowVerdict
from coopdesk.domain.money import Money
from coopdesk.services.contacts import ContactService
from coopdesk.services.databases import DatabaseService
from coopdesk.services.operations import OperationService
from coopdesk.storage.columns import table_of
from coopdesk.storage.tables import StatementMatchRow
from tests.building import every_row, new_units, person, today
from tests.services.bank_office import Bank, bank_file, line, nameless, statement
from tests.services.book_office import Books

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from coopdesk.domain.bank_statements import ReadBankFile
    from coopdesk.domain.import_previews import Preview
    from coopdesk.storage.unit_of_work import Units

FREE = "PRLV FREE MOBILE"


@pytest.fixture
def units(tmp_path: Path) -> Iterator[Units]:
    with new_units(tmp_path / "office.coopdesk") as opened:
        yield opened


@pytest.fixture
def bank(units: Units) -> Bank:
    office = Bank(units)
    office.account()
    return office


def verdicts(preview: Preview) -> list[tuple[RowVerdict, str]]:
    return [(one.verdict, one.reason) for one in preview.lines]


def keep(*lines: int) -> ImportDecisions:
    return ImportDecisions(rows={number: RowDecision(keep=True) for number in lines})


def test_a_file_imported_twice_brings_nothing_the_second_time(bank: Bank) -> None:
    file = bank_file(statement([line(1, 5, -1999), line(2, 6, 5000, "VIR DUPONT")], closing=0))
    assert bank.bring(file).new == 2
    assert bank.bring(file) is None
    assert verdicts(bank.look(file)) == [(RowVerdict.SAME, "")] * 2


def test_two_equal_operations_of_a_day_are_both_kept(bank: Bank) -> None:
    bank.bring(bank_file(statement([line(1, 5, -1999, FREE), line(2, 5, -1999, FREE)])))
    assert bank.labels() == [(FREE, -1999), (FREE, -1999)]


def test_overlapping_statements_bring_only_what_is_new(bank: Bank) -> None:
    bank.bring(bank_file(statement([line(1, 5, -1999, FREE), line(2, 8, 100, "VIR")])))
    second = [line(1, 8, 100, "VIR"), line(2, 8, 100, "VIR"), line(3, 9, -5, "FRAIS")]
    assert bank.bring(bank_file(statement(second))).new == 2
    assert len(bank.labels()) == 4


def test_the_period_of_a_table_told_again_by_ofx_is_probably_known(bank: Bank) -> None:
    bank.bring(
        nameless([line(1, 5, -1999, FREE), line(2, 6, 5000, "VIR DUPONT"), line(3, 7, 5000)])
    )
    ofx = bank_file(
        statement(
            [
                line(1, 6, -1999, "FREE MOBILE", bank_ref="A1"),
                line(2, 6, 5000, "DUPONT ADHESION", bank_ref="A2"),
                line(3, 7, 5000, "MARTIN", bank_ref="A3"),
                line(4, 7, 5000, "DURAND", bank_ref="A4"),
            ]
        )
    )
    preview = bank.look(ofx)
    probable = (RowVerdict.DOUBTFUL, "probable_line")
    # Two lines of 50 euros are known, so only two of three may be the same.
    assert verdicts(preview) == [probable, probable, probable, (RowVerdict.NEW, "")]
    assert preview.lines[0].values == {"day": dt.date(2026, 1, 5), "label": FREE}
    assert bank.bring(ofx).new == 1
    assert bank.bring(ofx) is None
    assert bank.bring(ofx, keep(1)).new == 1
    assert len(bank.labels()) == 5


def test_the_next_month_of_the_same_kind_of_file_is_no_double(bank: Bank) -> None:
    bank.bring(
        bank_file(statement([line(1, 30, -1000, "PRLV A"), line(2, 31, -1000, "PRLV B")]))
    )
    after = bank_file(statement([line(1, 1, -1000, "PRLV C", month=2)]))
    assert verdicts(bank.look(after)) == [(RowVerdict.NEW, "")]


def test_a_number_of_the_bank_that_stands_twice_is_left_to_a_person(bank: Bank) -> None:
    twice = [line(1, 5, -1999, FREE, bank_ref="R1"), line(2, 5, -1999, FREE, bank_ref="R1")]
    file = bank_file(statement(twice))
    assert verdicts(bank.look(file))[1] == (RowVerdict.DOUBTFUL, "reference_twice")
    assert bank.bring(file).new == 1
    assert bank.bring(file, keep(2)).new == 1


def test_a_line_without_money_is_refused_and_the_others_come(bank: Bank) -> None:
    file = bank_file(statement([line(1, 5, 0, "INFORMATION"), line(2, 5, 100)]))
    summary = bank.bring(file)
    assert (summary.new, summary.refused) == (1, 1)


def test_an_account_that_nobody_knows_is_asked_once(bank: Bank) -> None:
    other = account_identity("00012345678", "10278", "01234")
    file = bank_file(statement([line(1, 5, 100)], identity=other))
    ask = bank.look(file).asks[0]
    assert (ask.kind, ask.key, ask.samples) == (
        AskKind.BANK_ACCOUNT,
        other.text,
        ("PRLV FREE",),
    )
    with pytest.raises(RuleError, match=r"statement\.which_account"):
        bank.bring(file)
    account = bank.account("Livret", iban="")
    bank.bring(file, ImportDecisions(bank_accounts={other.text: account}))
    later = bank_file(statement([line(1, 6, 100)], identity=other))
    assert bank.look(later).asks == ()
    assert bank.bring(later).new == 1
    assert bank.service.account(account).identities == (other,)


def test_a_table_without_account_is_of_the_only_one_or_asked_once(bank: Bank) -> None:
    assert bank.bring(nameless([line(1, 5, 100)])).new == 1
    second = bank.account("Livret", iban="")
    assert bank.look(nameless([line(1, 6, 100)])).asks == ()

    def table(day: int) -> ReadBankFile:
        return replace(nameless([line(1, day, 100)]), header_key="jour|motif")

    file = table(6)
    assert [(ask.key, ask.is_kept) for ask in bank.look(file).asks] == [("", True)]
    plain = bank_file(statement([line(1, 6, 100)], identity=NOBODY), file_format=FileFormat.QIF)
    assert [ask.is_kept for ask in bank.look(plain).asks] == [False]
    bank.bring(file, ImportDecisions(bank_accounts={"": second}))
    assert bank.bring(table(7)).new == 1
    assert len(bank.labels(bank_account_id=second)) == 2
    (warning,) = bank.look(table(8)).warnings
    assert warning.values == {"account": "Livret"}
    bank.service.close_account(second)
    closed = bank.look(table(8))
    assert closed.statements[0].account_name == "Compte courant"
    assert [x.values for x in closed.warnings] == [{"account": "Compte courant"}]
    bank.service.open_account(second)
    gone = ImportDecisions(bank_accounts={"": 99})
    with pytest.raises(NotFoundError, match=r"bank\.account_missing"):
        bank.look(table(8), gone)


def test_a_table_that_does_not_follow_the_account_it_is_taken_for_asks(bank: Bank) -> None:
    second = bank.account("Livret", iban="")
    to_second = ImportDecisions(bank_accounts={"": second})
    bank.bring(nameless([line(1, 5, 100)], closing=5000), to_second)
    other = nameless([line(1, 6, 100)], opening=900, closing=1000)
    assert [ask.kind for ask in bank.look(other).asks] == [AskKind.BANK_ACCOUNT]
    assert bank.look(other, to_second).asks == ()
    assert bank.look(nameless([line(1, 6, 100)], opening=5000)).asks == ()


def test_balances_that_do_not_tie_are_told_and_do_not_forbid(bank: Bank) -> None:
    first = bank_file(statement([line(1, 5, 106932)], opening=3000077, closing=3107011))
    assert bank.look(first).statements[0].difference == Money(2)
    bank.bring(first)
    unknown = bank_file(statement([line(1, 6, 100)]))
    check = bank.look(unknown).statements[0]
    assert (check.difference, check.before, check.closing) == (None, None, None)
    gap = bank_file(statement([line(1, 9, 100)], opening=3107111, closing=3107211))
    check = bank.look(gap).statements[0]
    assert (check.difference, check.before) == (Money(0), Money(3107011))
    ties = bank_file(statement([line(1, 9, 100)], opening=3107011, closing=3107111))
    assert bank.look(ties).statements[0].before is None
    only_closing = bank_file(statement([line(1, 9, 100)], closing=3107100))
    check = bank.look(only_closing).statements[0]
    assert (check.difference, check.before) == (Money(-11), Money(3107011))
    follows = bank_file(statement([line(1, 9, 100)], closing=3107111))
    check = bank.look(follows).statements[0]
    assert (check.difference, check.before) == (Money(0), None)


def test_running_balances_that_break_are_counted_whatever_the_order(bank: Bank) -> None:
    newest_first = [
        line(3, 7, 100, balance=Money(350)),
        line(2, 6, 100, balance=Money(200)),
        line(1, 5, 100, balance=Money(100)),
    ]
    check = bank.look(bank_file(statement(newest_first))).statements[0]
    assert (check.breaks, check.break_line) == (1, 3)


def test_a_corrected_line_is_known_again_by_what_the_file_says(bank: Bank) -> None:
    source = line(1, 5, 100, "VIR ILLISIBLE")
    corrected = bank_file(statement([line(1, 6, 200, "VIR LISIBLE")]))
    run = bank.imports.apply_file(corrected, {1: source}).value
    assert [one.raw["Libellé"] for one in bank.runs.rows(run.id)] == ["VIR ILLISIBLE"]
    assert bank.bring(bank_file(statement([source]))) is None
    far = line(1, 7, 300, "AN FAUX")
    bank.imports.apply_file(bank_file(statement([line(1, 7, 300, "AN", month=7)])), {1: far})
    assert bank.bring(bank_file(statement([far]))) is None
    assert (
        bank.bring(bank_file(statement([line(1, 9, 5), line(2, 7, 300, "AN FAUX")]))).new == 1
    )


def test_a_refused_row_of_a_table_comes_in_once_corrected(bank: Bank, tmp_path: Path) -> None:
    rows = (
        "05/01/2026;05/01/2026;-19,99;;FREE;",
        "35/01/2026;;;50,00;VIR;",
        "06/01/2026;;;x;B;",
    )
    header = "Date;Date de valeur;Débit;Crédit;Libellé;Solde"
    path = tmp_path / "extrait.csv"
    path.write_bytes("\r\n".join((header, *rows, "")).encode("iso-8859-15"))
    refused = bank.imports.preview(path).lines[1]
    assert (refused.verdict, refused.raw["Date"]) == (RowVerdict.REFUSED, "35/01/2026")
    cells = ImportDecisions(rows={refused.line: RowDecision(cells={"Date": "05/01/2026"})})
    preview = bank.imports.preview(path, cells)
    assert [one.verdict.value for one in preview.lines] == ["new", "new", "refused"]
    assert [one.is_corrected for one in preview.lines] == [False, True, False]
    summary = bank.imports.apply(path, cells).value
    assert summary.new == 2
    assert bank.runs.rows(summary.id)[1].raw["Date"] == "35/01/2026"
    assert bank.imports.apply(path, cells).value is None
    assert bank.labels() == [("FREE", -1999), ("VIR", 5000)]


def test_a_row_that_its_correction_makes_unreadable_is_kept_as_the_file_has_it(
    bank: Bank, tmp_path: Path
) -> None:
    header = "Date;Date de valeur;Débit;Crédit;Libellé;Solde"
    rows = ("05/01/2026;05/01/2026;-19,99;;FREE;", "06/01/2026;;;50,00;VIR;")
    path = tmp_path / "extrait.csv"
    path.write_bytes("\r\n".join((header, *rows, "")).encode("iso-8859-15"))
    cells = ImportDecisions(rows={3: RowDecision(cells={"Crédit": "cinquante"})})
    shown = bank.imports.preview(path, cells).lines[1]
    assert (shown.verdict, shown.raw["Crédit"]) == (RowVerdict.REFUSED, "cinquante")
    run = bank.imports.apply(path, cells).value
    assert [one.raw["Crédit"] for one in bank.runs.rows(run.id)] == ["", "50,00"]


def test_lines_are_given_to_contacts_and_left_out_as_decided(bank: Bank, units: Units) -> None:
    known = ContactService(units, today).add(person("Zéphyr", "Maëlle")).value.id
    file = bank_file(
        statement(
            [
                line(1, 5, 100, "VIR", counterparty="MAELLE ZEPHYR"),
                line(2, 6, 100, "VIR", counterparty="SAS Les Tournesols"),
                line(3, 7, 100, "VIR"),
                line(4, 8, 100, "VIR"),
            ]
        )
    )
    decided = ImportDecisions(
        rows={
            2: RowDecision(contact_id=NEW_CONTACT),
            3: RowDecision(leave_out=True),
            4: RowDecision(contact_id=known),
        }
    )
    preview = bank.look(file, decided)
    assert [one.contact_id for one in preview.lines] == [known, -1, None, known]
    assert [one.left_out for one in preview.lines] == [False, False, True, False]
    bank.bring(file, decided)
    rows = bank.service.lines(bank.service.ids(StatementFilter(descending=False)))
    names = ["Maëlle Zéphyr", "SAS Les Tournesols", "Maëlle Zéphyr"]
    assert [row.contact_name for row in rows] == names


def test_an_import_goes_back_whole_unless_a_line_is_reconciled(
    bank: Bank, units: Units
) -> None:
    before = every_row(units)
    run = bank.bring(bank_file(statement([line(1, 5, 5000, "VIR")], closing=5000))).id
    entry_id = Books(units).record(cents=5000)
    with units.write("bank.set_aside", count="1") as work:
        columns = {
            "statement_line_id": bank.service.ids(StatementFilter())[0],
            "entry_id": entry_id,
            "payment_id": None,
            "amount_cents": 5000,
            "made_by": "person",
        }
        match_id = work.recorder.insert(table_of(StatementMatchRow), columns)
        work.commit()
    review = bank.runs.undo_review(run)
    assert [one.kind for one in review.blockers] == [BlockerKind.MATCH]
    for undo in (bank.runs.undo, OperationService(units).undo_one):
        key = run if undo == bank.runs.undo else 2
        with pytest.raises(RuleError, match=r"import\.rested_on_matches"):
            undo(key)
    assert DatabaseService(units).check().findings == ()
    with units.write("bank.set_aside", count="1") as work:
        work.recorder.delete(table_of(StatementMatchRow), match_id)
        work.commit()
    Books(units).entries.remove([entry_id])
    assert bank.runs.undo_review(run).can_undo
    bank.runs.undo(run)
    after = every_row(units)
    tables = [name for name in before if name not in {"account", "journal", "fiscal_year"}]
    assert {name: after[name] for name in tables} == {name: before[name] for name in tables}


def test_an_import_stays_while_a_later_file_tells_its_lines_again(
    bank: Bank, units: Units
) -> None:
    lines = [line(at, at, 100 * at, f"OP {at}", bank_ref=f"R{at}") for at in range(1, 9)]
    known = bank.bring(nameless([line(1, 2, 100, "A"), line(2, 4, 300, "B")]))
    first = bank.bring(bank_file(statement(lines[:5], opening=0, closing=1500)))
    assert (first.new, first.doubtful) == (3, 2)
    before = every_row(units)
    later = bank_file(statement(lines[2:], opening=300, closing=3600))
    second = bank.bring(later)
    assert (second.new, second.same, second.doubtful) == (3, 2, 1)
    # The first is told again by the third file, and probably by the second.
    wanted = {known.id: (second.id, first.id), first.id: (second.id,), second.id: ()}
    for run, ids in wanted.items():
        blockers = bank.runs.undo_review(run).blockers
        assert [(one.kind, one.ids) for one in blockers] == [(BlockerKind.IMPORT, ids)][
            : len(ids)
        ]
    for undo, key in ((bank.runs.undo, first.id), (OperationService(units).undo_one, 3)):
        with pytest.raises(RuleError, match=r"import\.rested_on_imports"):
            undo(key)
    assert all(one.ties for one in bank.service.statements(1))
    bank.runs.undo(second.id)
    assert every_row(units) == before
    OperationService(units).redo()
    assert len(bank.labels()) == 8
    assert bank.bring(later) is None


def test_a_statement_ties_once_all_that_its_file_told_is_recorded(bank: Bank) -> None:
    told = [line(1, 5, 100, "A"), line(2, 6, -30, "B"), line(3, 7, 5, "C")]
    file = bank_file(statement(told, opening=0, closing=75))
    without = ImportDecisions(rows={2: RowDecision(leave_out=True)})
    assert bank.look(file, without).statements[0].difference == Money(-30)
    run = bank.bring(file, without)
    assert [x.left_out for x in bank.runs.rows(run.id)] == [False, True, False]
    (proof,) = bank.service.statements(1)
    assert (proof.difference, proof.ties, proof.differs_from_file) == (Money(-30), False, True)
    assert bank.service.accounts()[0].alert_count == 1
    assert bank.look(file).statements[0].difference == Money(0)
    bank.bring(file)
    assert bank.service.accounts()[0].alert_count == 0


def test_a_line_that_another_file_dates_otherwise_counts_for_the_balances(bank: Bank) -> None:
    bank.bring(bank_file(statement([line(1, 10, 15000, "VIR", bank_ref="A")], closing=25000)))
    table = nameless(
        [line(1, 11, 15000, "VIR MAIRIE"), line(2, 20, -500, "FRAIS")],
        opening=10000,
        closing=24500,
    )
    check = bank.look(table).statements[0]
    assert (check.new_count, check.difference, check.before) == (1, Money(0), None)
    bank.bring(table)
    assert [one.ties for one in bank.service.statements(1)] == [True, True]


def test_the_plain_file_after_its_correction_brings_nothing(bank: Bank) -> None:
    plain = bank_file(statement([line(1, 5, 100, "A")], opening=0, closing=100))
    corrected = replace(plain, statements=(statement([line(1, 5, 90, "A")], closing=90),))
    bank.imports.apply_file(corrected, {1: plain.statements[0].lines[0]})
    assert bank.bring(plain) is None


def test_an_import_goes_back_though_its_account_was_answered_otherwise_since(
    bank: Bank,
) -> None:
    other = account_identity("00012345678", "10278", "01234")
    first, second = bank.account("Livret", iban=""), bank.account("Chantier", iban="")
    for day, account in ((5, first), (6, second)):
        file = bank_file(statement([line(1, day, 100)], identity=other))
        run = bank.bring(file, ImportDecisions(bank_accounts={other.text: account}))
    bank.runs.undo(run.id - 1)
    assert bank.service.account(second).identities == (other,)
    assert len(bank.labels()) == 1


_DAYS = st.lists(
    st.tuples(st.integers(1, 6), st.sampled_from([-1999, 100, 5000]), st.sampled_from("AB")),
    min_size=1,
    max_size=12,
)


@settings(
    max_examples=6,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(told=_DAYS, cut=st.integers(1, 5), inner=st.integers(1, 6), order=st.permutations("abc"))
def test_overlapping_parts_in_any_order_equal_the_whole(
    bank: Bank, told: list[tuple[int, int, str]], cut: int, inner: int, order: list[str]
) -> None:
    runs = []
    lines = [line(at, *one) for at, one in enumerate(sorted(told), 1)]
    parts = {"a": (1, max(cut, inner)), "b": (min(cut + 1, inner), 6), "c": (inner, cut)}
    before = every_row(bank.units)
    for first, last in [parts[name] for name in order]:
        part = [one for one in lines if first <= one.booked_on.day <= last]
        for _again in range(2):
            summary = bank.bring(bank_file(statement(part)))
            runs += [summary.id] if summary else []
    assert sorted(bank.labels()) == sorted((one.label, one.amount.cents) for one in lines)
    for run in reversed(runs):
        bank.runs.undo(run)
    assert every_row(bank.units) == before
