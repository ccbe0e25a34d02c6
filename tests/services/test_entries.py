"""Entries: drafts that change and go, numbers for ever, reversal, lists, marks on lines."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from sqlalchemy.exc import IntegrityError

from coopdesk.domain.entries import (
    EntryFilter,
    EntryForm,
    EntryKind,
    EntryState,
    NewEntry,
)
from coopdesk.domain.errors import FieldErrors, NotFoundError, RuleError
from coopdesk.domain.money import Money
from coopdesk.domain.operations import Origin
from coopdesk.services.contacts import ContactService
from coopdesk.services.duplicates import DuplicateService
from coopdesk.services.entries import EntryService
from coopdesk.services.entry_files import EntryFileService
from coopdesk.services.entry_templates import EntryTemplateService
from coopdesk.services.progress import JobCancelledError
from coopdesk.storage.chart_seed import plain_words, starter_accounts
from coopdesk.storage.unit_of_work import Signature, Units
from coopdesk.wording.errors import error_text
from tests.building import NOW, TODAY, every_row, new_units, person, today
from tests.services.book_office import Books, credit, debit, entry

NEW_YEAR = dt.date(2026, 1, 1)


@pytest.fixture
def units(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        yield units


@pytest.fixture
def books(units):
    return Books(units)


def refusal(act, *args, **more):
    with pytest.raises(RuleError) as caught:
        act(*args, **more)
    return caught.value


def test_draft_comes_back_as_it_was_typed(books):
    new = entry(
        voucher_ref="F-12",
        voucher_on=dt.date(2026, 11, 2),
        note="Remis en main propre",
        lines=(debit("5121", 5000, label="Virement"), credit("75411", 5000, reference="X1")),
    )
    made = books.entries.record(new).value
    assert made.content == new
    assert (made.state, made.number, made.validated_at) == (EntryState.DRAFT, None, None)
    assert [line.account_label for line in made.lines] == ["Comptes en euros", "Dons manuels"]
    assert books.entries.get(made.id) == made


def test_first_entry_brings_chart_journals_and_the_year_of_its_day(books):
    assert len(books.chart.accounts()) == 154
    assert books.years.current() == books.years.list()[0]
    books.record(day=dt.date(2025, 3, 4))
    assert [(x.label, x.is_open) for x in books.years.list()] == [("2025", True)]
    assert {x.code for x in books.chart.journals()} >= {"AC", "BQ", "OD", "AN", "CV", "DO"}
    assert all(account.id > 0 for account in books.chart.accounts())


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ((debit("5121", 100), credit("75411", 99)), "entry.unbalanced"),
        ((debit("5121", 100),), "entry.too_few_lines"),
        ((debit("5121", 0), credit("75411", 0)), "entry.no_amount"),
        ((debit("5121", -5), credit("75411", -5)), "entry.negative"),
        ((debit("", 5), credit("75411", 5)), "entry.account_missing"),
        ((debit("5121", 10**13), credit("75411", 10**13)), "entry.too_large"),
        ((debit("5121", 5), credit("999", 5)), "account.not_known"),
        ((debit("5121", 5), credit("6231", 5)), "account.not_in_chart"),
        ((debit("5121", 5), credit("706", 5)), "account.is_parent"),
    ],
)
def test_lines_that_cannot_be_are_refused(books, lines, code):
    assert refusal(books.entries.record, entry(lines=lines)).code == code


def test_all_that_is_wrong_is_said_at_once(books):
    with pytest.raises(FieldErrors) as caught:
        books.entries.record(NewEntry("", TODAY, " ", (debit("5121", 1), credit("75411", 2))))
    assert {error.field for error in caught.value.errors} == {"label", "journal", "lines"}


def test_journal_and_day_must_be_known(books):
    books.record()
    assert refusal(books.entries.record, entry(journal="ZZ")).code == "journal.not_known"
    outside = refusal(books.entries.record, entry(day=dt.date(2031, 1, 1)))
    assert (outside.code, outside.field) == ("year.none_holds", "entry_on")


def test_changed_draft_has_the_new_lines(books):
    entry_id = books.record()
    new = entry(
        cents=900,
        lines=(debit("5121", 700), debit("627", 200), credit("75411", 900)),
        journal="DO",
    )
    assert books.entries.change(entry_id, new).value.content == new
    shorter = entry(cents=40, label="Autre")
    assert books.entries.change(entry_id, shorter).value.content == shorter
    assert books.is_whole()


def test_drafts_are_undone_and_done_again(books, units):
    books.record()
    before = every_row(units)
    second = books.record(cents=300)
    books.entries.change(second, entry(cents=400))
    after = every_row(units)
    books.entries.remove([second])
    for _step in range(3):
        books.operations.undo()
    assert every_row(units) == before
    for _step in range(2):
        books.operations.redo()
    assert every_row(units) == after


def test_validating_numbers_in_order_of_days_over_all_journals(books):
    late = books.record(day=dt.date(2026, 5, 2))
    early = books.record(day=dt.date(2026, 2, 1), journal="OD")
    same_day = books.record(day=dt.date(2026, 5, 2), journal="CA", to="531")
    assert books.entries.validate().value == 3
    numbers = {key: books.entries.get(key).number for key in (early, late, same_day)}
    assert numbers == {early: 1, late: 2, same_day: 3}
    assert books.entries.validate().value == 0
    assert books.validated(day=NEW_YEAR) == books.entries.of_number(1, 4)
    assert books.is_whole()


def test_clock_that_went_back_leaves_the_validations_in_order(books, units):
    first, second = books.validated(), books.record()
    earlier = Signature("Camille", Origin.WINDOW, lambda: NOW - dt.timedelta(days=2000))
    EntryService(Units(units.database, earlier), today).validate()
    assert books.entries.get(first).validated_at == books.entries.get(second).validated_at
    assert books.is_whole()


def test_drafts_of_two_years_are_validated_together(books):
    books.validated()
    books.years.open_next()
    for day in (TODAY, dt.date(2027, 1, 1), dt.date(2027, 1, 2)):
        books.record(day=day)
    assert books.entries.validate().value == 3
    assert books.is_whole()


def test_validated_entry_neither_changes_nor_goes(books):
    entry_id = books.validated()
    changed = refusal(books.entries.change, entry_id, entry(cents=1))
    assert (changed.code, changed.values["number"]) == ("entry.is_validated", 1)
    assert refusal(books.entries.remove, [entry_id]).code == "entry.is_validated"
    assert books.entries.get(entry_id).content == entry()


def test_validation_is_not_taken_back_and_guards_what_came_before(books):
    books.validated()
    recording, validating = reversed(books.operations.latest()[:2])
    assert refusal(books.operations.undo).code == "operation.frozen_books"
    assert refusal(books.operations.undo_one, validating.id).code == "operation.frozen_books"
    rested = refusal(books.operations.undo_one, recording.id)
    assert rested.code == "operation.in_the_books"
    assert rested.values["operation"].label == "entry.validated"


def test_cancelled_validation_leaves_drafts(books):
    class Stop:
        def advance(self, done, total):
            raise JobCancelledError

    books.record()
    with pytest.raises(JobCancelledError):
        books.entries.validate(progress=Stop())
    assert books.entries.totals(EntryFilter()).drafts == 1


def test_only_chosen_drafts_are_validated(books):
    kept, chosen = books.record(), books.record(cents=1)
    assert books.entries.validate([chosen, chosen]).value == 1
    assert books.entries.get(kept).state is EntryState.DRAFT
    assert books.entries.get(chosen).number == 1


def test_entries_and_activities_that_are_not_there_are_said(books):
    with pytest.raises(NotFoundError, match=r"entry\.missing"):
        books.entries.validate([books.record(), 404])
    lines = (debit("5121", 100, activity_id=404), credit("75411", 100))
    with pytest.raises(NotFoundError, match=r"activity\.missing"):
        books.entries.record(entry(lines=lines))


def test_reversal_turns_the_sides_once(books):
    entry_id = books.validated()
    made = books.entries.reverse(entry_id, TODAY).value
    assert made.content.kind is EntryKind.REVERSAL
    assert made.content.lines == (credit("5121", 5000), debit("75411", 5000))
    assert made.reverses_id == entry_id
    assert books.entries.get(entry_id).reversed_by_id == made.id
    assert books.entries.lines([entry_id])[0].is_reversed
    assert refusal(books.entries.reverse, entry_id, TODAY).code == "entry.already_reversed"
    books.operations.undo()
    assert books.entries.get(entry_id).reversed_by_id is None
    books.entries.reverse(entry_id, TODAY, "Erreur de montant")
    assert books.entries.validate().value == 1
    again = books.entries.get(entry_id).reversed_by_id
    assert refusal(books.entries.reverse, again, TODAY).code == "entry.reverses_another"
    assert books.is_whole()


def test_reversal_does_not_stand_before_what_it_takes_back(books):
    entry_id, before = books.validated(), TODAY - dt.timedelta(days=1)
    early = "entry.reversal_too_early"
    assert refusal(books.entries.reverse, entry_id, before).code == early
    draft = books.entries.reverse(entry_id, TODAY).value
    moved = replace(draft.content, entry_on=before)
    assert refusal(books.entries.change, draft.id, moved).code == early


def test_voucher_has_a_day_of_our_times(books):
    wrong = refusal(books.entries.record, entry(voucher_on=dt.date(26, 3, 1)))
    assert (wrong.code, wrong.field) == ("entry.voucher_day_wrong", "voucher_on")


def test_draft_is_not_reversed(books):
    assert refusal(books.entries.reverse, books.record(), TODAY).code == "entry.not_validated"


def test_reversal_reaches_an_account_that_is_divided_or_closed_since(books):
    entry_id = books.validated()
    books.chart.add("75411EVT", "Dons des fêtes")
    assert refusal(books.entries.record, entry()).code == "account.is_parent"
    books.chart.change("5121", is_open=False)
    assert refusal(books.entries.record, entry(of="7561")).code == "account.is_closed"
    books.chart.change_journal("BQ", is_open=False)
    books.entries.reverse(entry_id, TODAY)


def test_list_filters_sorts_and_sums(books):
    one = books.record(day=dt.date(2026, 3, 1), cents=1250, voucher_ref="F-7")
    two = books.record(day=dt.date(2026, 3, 2), journal="OD", of="7561", label="Cotisation")
    three = books.validated(day=dt.date(2026, 4, 1), cents=90_000, label="Don d’Éloïse")
    find = books.entries.ids

    assert find(EntryFilter()) == [three, two, one]
    assert find(EntryFilter(sort="amount", descending=False)) == [one, two, three]
    assert find(EntryFilter(sort="journal", descending=False)) == [one, three, two]
    assert find(EntryFilter(text="eloise")) == [three]
    assert find(EntryFilter(text="f-7")) == [one]
    assert find(EntryFilter(text="12,50")) == [one]
    assert find(EntryFilter(account="756")) == [two]
    assert find(EntryFilter(account="5")) == [three, two, one]
    assert find(EntryFilter(journal="OD")) == [two]
    assert find(EntryFilter(state=EntryState.VALIDATED)) == [three]
    assert find(EntryFilter(since=dt.date(2026, 3, 2), until=dt.date(2026, 3, 31))) == [two]
    assert find(EntryFilter(without_voucher=True)) == [three, two]
    assert find(EntryFilter(), 1) == [three]
    totals = books.entries.totals(EntryFilter(fiscal_year_id=1))
    assert (totals.drafts, totals.validated, totals.count) == (2, 1, 3)
    assert totals.amount == Money(1250 + 5000 + 90_000)
    row = books.entries.lines([three])[0]
    assert (row.number, row.journal, row.accounts) == (1, "BQ", "5121, 75411")


def test_what_passes_through_an_account_is_not_summed_up(books):
    gift = books.record(cents=15_000)
    through = (debit("58", 9000), credit("5121", 9000), debit("531", 9000), credit("58", 9000))
    transfer = books.record(replace(entry(), lines=through))
    round_trip = books.record(to="58", of="58", cents=2000)
    shown = [row.moved.cents for row in books.entries.lines([gift, transfer, round_trip])]
    assert shown == [15_000, 9000, 2000]
    assert books.entries.totals(EntryFilter(fiscal_year_id=1)).amount == Money(sum(shown))
    by_amount = EntryFilter(sort="amount", descending=True)
    assert books.entries.ids(by_amount) == [gift, transfer, round_trip]


def test_matching_ties_balanced_lines_of_one_account(books):
    claim = books.record(to="4112", of="7561", cents=2000)
    paid = books.record(to="5121", of="4112", cents=2000)
    other = books.record(to="5121", of="4112", cents=700)
    line = {key: books.entries.get(key).lines for key in (claim, paid, other)}
    match = books.entries.match

    assert refusal(match, [line[claim][0].id]).code == "entry.match_too_few"
    wrong = [line[claim][0].id, line[other][1].id]
    assert refusal(match, wrong).values["difference"] == Money(1300)
    both = [line[claim][0].id, line[claim][1].id]
    assert refusal(match, both).code == "entry.match_accounts"

    right = [line[claim][0].id, line[paid][1].id]
    assert match(right).value == "A"
    assert refusal(match, right).code == "entry.match_taken"
    assert books.entries.get(paid).lines[1].matched_on == TODAY
    books.entries.validate()
    assert books.entries.unmatch(right[:1]).value == 2
    assert match(right).value == "B"
    assert books.is_whole()


def test_letters_that_were_taken_off_are_not_given_to_others(books):
    there = books.entries.get(books.record()).lines[0].id
    back = (debit("75411", 5000), credit("5121", 5000))
    again = books.entries.get(books.record(entry(lines=back))).lines[1].id
    assert [
        books.entries.match([there, again]).value,
        books.entries.unmatch([there]).value,
    ] == [
        "A",
        2,
    ]
    taken_off = books.operations.latest()[0]
    others = [books.entries.get(books.record(x)) for x in (entry(), entry(lines=back))]
    assert books.entries.match([others[0].lines[0].id, others[1].lines[1].id]).value == "B"
    books.operations.undo_one(taken_off.id)
    assert books.entries.unmatch([there]).value == 2


def test_changing_or_removing_a_matched_draft_takes_the_letters_off(books):
    claim = books.record(to="4112", of="7561", cents=2000)
    for change in (
        lambda key: books.entries.change(key, entry(to="5121", of="4112", cents=1)),
        lambda key: books.entries.remove([key]),
    ):
        paid = books.record(to="5121", of="4112", cents=2000)
        ids = [books.entries.get(claim).lines[0].id, books.entries.get(paid).lines[1].id]
        books.entries.match(ids)
        change(paid)
        assert books.entries.get(claim).lines[0].matching == ""


def test_reconciling_marks_validated_lines(books):
    line = books.entries.get(books.validated()).lines[0].id
    assert books.entries.reconcile([line], TODAY).value == 1
    assert books.entries.get(1).lines[0].reconciled_on == TODAY
    assert books.entries.reconcile([line], None).value == 1
    books.operations.undo()
    assert books.entries.get(1).lines[0].reconciled_on == TODAY
    tomorrow = TODAY + dt.timedelta(days=1)
    assert refusal(books.entries.reconcile, [line], tomorrow).code == "payment.in_the_future"
    assert books.is_whole()


def test_completion_offers_what_is_used_first_and_no_parents(books):
    books.record(of="7561")
    books.record(of="7561")
    numbers = [account.number for account in books.entries.complete_account("756")]
    assert numbers == ["7561", "7562"]
    by_words = books.entries.complete_account("dons manuels")
    assert [account.number for account in by_words] == ["75411"]
    assert books.entries.complete_account("706")[0].number == "7061"


def test_completion_knows_the_usual_chart_before_the_first_entry(books):
    assert [x.number for x in books.entries.complete_account("5121")] == ["5121"]
    assert "616" in [x.number for x in books.entries.complete_account("assurance")]


def test_accounts_are_found_by_what_people_call_such_things(books):
    for is_kept in (False, True):  # the usual chart, then that of the file
        first = {
            word: books.entries.complete_account(word)[0].number
            for word in ("loyer", "Timbres", "repas", "elec", "frais bancaires", "train")
        }
        assert list(first.values()) == ["6132", "626", "6257", "6061", "627", "6251"]
        if not is_kept:
            books.record(to="626", of="5121", cents=900, label="Télécommunications")
    assert plain_words().keys() <= {one.number for one in starter_accounts()}


def test_forms_remember_the_accounts_of_a_contact_and_of_a_label(books, units):
    who = ContactService(units, today).add(person()).value.id
    rent = EntryForm.EXPENSE
    paid = (debit("6132", 100, contact_id=who), credit("5121", 100))
    made = books.record(entry(lines=paid, form=rent, label="Loyer du local"))
    books.record()
    known = books.entries.counterparts
    assert [x.number for x in known(rent, who)] == ["6132", "5121"]
    assert [x.number for x in known(rent, label="loyer")] == ["6132", "5121"]
    assert known(EntryForm.INCOME, who) == []
    assert books.entries.last_like(rent, who).id == made
    assert books.entries.last_like(EntryForm.TRANSFER) is None


def test_reference_from_outside_comes_once_a_year(books):
    from coopdesk.domain.entries import EntrySource

    source = EntrySource(outside_ref="fec:12")
    books.record(source=source)
    assert refusal(books.entries.record, entry(source=source)).code == "entry.outside_ref_taken"


def test_missing_entry_is_said(books):
    books.record()
    for act in (
        lambda: books.entries.get(9),
        lambda: books.entries.remove([9]),
        lambda: books.entries.change(9, entry()),
        lambda: books.entries.of_number(1, 9),
        lambda: books.entries.match([90, 91]),
    ):
        with pytest.raises(NotFoundError):
            act()


def test_merged_contact_hands_its_lines_over_validated_or_not(books, units):
    people = ContactService(units, today)
    keep, drop = (people.add(person(name)).value.id for name in ("Lefèvre", "Lefevre"))
    lines = (debit("4112", 100, contact_id=drop), credit("7561", 100))
    first, second = books.validated(entry(lines=lines)), books.record(entry(lines=lines))
    before = every_row(units)
    DuplicateService(units, today).merge(keep, drop)
    for key in (first, second):
        assert books.entries.get(key).lines[0].content.contact_id == keep
    assert books.record(entry(lines=lines)) in books.entries.ids(EntryFilter(contact_id=keep))
    assert books.is_whole()
    for _step in range(2):
        books.operations.undo()
    assert every_row(units) == before


def test_contact_that_entries_name_is_not_erased(books, units):
    people = ContactService(units, today)
    who = people.add(person()).value.id
    books.record(entry(lines=(debit("4112", 100, contact_id=who), credit("7561", 100))))
    people.bin([who])
    error = refusal(people.erase, [who])
    assert error.code == "contact.erase_refused"
    assert "une écriture" in error_text(error)


def test_draft_reversal_keeps_what_it_takes_back(books):
    made = books.entries.reverse(books.validated(), TODAY).value
    other = replace(made.content, lines=(credit("5121", 1), debit("75411", 1)))
    assert refusal(books.entries.change, made.id, other).code == "entry.is_reversal"
    plain = replace(made.content, kind=EntryKind.STANDARD)
    assert refusal(books.entries.change, made.id, plain).code == "entry.is_reversal"
    later = replace(made.content, entry_on=dt.date(2026, 12, 1), label="Erreur")
    assert books.entries.change(made.id, later).value.content == later


def test_removed_draft_takes_its_files_along_and_brings_them_back(books, units, tmp_path):
    files = EntryFileService(units, today)
    voucher = tmp_path / "facture.txt"
    voucher.write_text("Facture 12", encoding="utf-8")
    entry_id = books.record()
    files.attach(entry_id, voucher)
    assert books.entries.lines([entry_id])[0].has_files
    before = every_row(units)
    books.entries.remove([entry_id])
    assert files.files(entry_id) == ()
    books.operations.undo()
    assert every_row(units) == before


def test_entry_its_vouchers_and_its_model_are_undone_at_once(books, units, tmp_path):
    files, models = EntryFileService(units, today), EntryTemplateService(units, today)
    paths = [tmp_path / name for name in ("facture.txt", "relevé.txt")]
    for path in paths:
        path.write_text(path.name, encoding="utf-8")
    kept = [files.read(path) for path in paths]
    made = books.entries.record(entry(voucher_ref="F12"), kept, "Loyer").value
    assert [each.name for each in files.files(made.id)] == ["facture.txt", "relevé.txt"]
    (model,) = models.find()
    assert (model.name, model.entry.voucher_ref) == ("Loyer", "")
    books.operations.undo()
    assert (books.entries.lines([made.id]), models.find()) == ([], [])
    books.operations.redo()
    assert len(files.files(made.id)) == 2


def test_vouchers_of_a_validated_entry_stay_by_every_way(books, units, tmp_path):
    files = EntryFileService(units, today)
    paths = [tmp_path / name for name in ("facture.txt", "relevé.txt")]
    for path in paths:
        path.write_text(path.name, encoding="utf-8")
    entry_id = books.record()
    early = files.attach(entry_id, paths[0]).value
    attaching = books.operations.state().undo
    books.entries.validate()
    late = files.attach(entry_id, paths[1]).value
    before = every_row(units)
    for kept in (early, late):
        assert refusal(files.detach, kept.id).code == "entry.is_validated"
    assert refusal(books.operations.undo).code == "entry.vouchers_stay"
    error = refusal(books.operations.undo_one, attaching.id)
    assert error.code == "entry.vouchers_stay"
    for text in (
        "DELETE FROM attachment",
        "UPDATE attachment SET entry_id = NULL",
        f"UPDATE attachment SET file_id = file_id + 1 WHERE id = {early.id}",
        "UPDATE attachment SET id = id + 10",
    ):
        with (
            units.database.writing() as connection,
            pytest.raises(IntegrityError, match="voucher of a validated entry"),
        ):
            connection.exec_driver_sql(text)
    assert every_row(units) == before
