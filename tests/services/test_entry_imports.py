"""Entries of other programs in the books: drafts, once, with what they need."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from coopdesk.domain.entries import (
    PROVISIONAL_OPENING,
    EntryFilter,
    EntryForm,
    EntryKind,
    EntryState,
)
from coopdesk.domain.errors import RuleError
from coopdesk.domain.fec_checks import check_fec
from coopdesk.domain.ledgers import ReportScope
from coopdesk.services.activities import ActivityService
from coopdesk.services.closing import ClosingService
from coopdesk.services.contacts import ContactService
from coopdesk.services.entry_imports import EntryImportService
from coopdesk.services.fec import FecService
from coopdesk.services.progress import JobCancelledError
from coopdesk.services.reports import ReportService
from coopdesk.wording.errors import error_text
from tests.building import every_row, new_units, person, today
from tests.exchange.test_entry_files import PAHEKO, ROWS, fec, line
from tests.services.book_office import Books, credit, debit, entry

# What belongs to the file and stays when an import is taken back.
STAYS = frozenset({"account", "journal"})


class Office(Books):
    """The books with what imports entries."""

    def __init__(self, units, folder):
        super().__init__(units)
        self.folder = folder
        self.imports = EntryImportService(units)

    def written(self, text, name="123456782FEC20261231.txt"):
        path = self.folder / name
        path.write_text(text, encoding="utf-8", newline="")
        return path

    def bring(self, text, name="123456782FEC20261231.txt"):
        return self.imports.apply(self.written(text, name)).value

    def look(self, text, name="123456782FEC20261231.txt"):
        return self.imports.preview(self.written(text, name))

    def all(self):
        wanted = EntryFilter(sort="date", descending=False)
        return self.entries.get_many(self.entries.ids(wanted))

    def balances(self, year_id):
        rows = ReportService(self.units, today).balance(ReportScope(year_id)).rows
        return {x.number: (x.opening, x.debit, x.credit) for x in rows if x.debit or x.credit}


@pytest.fixture
def office(tmp_path):
    with new_units(tmp_path / "office.coopdesk") as units:
        yield Office(units, tmp_path)


def pair(number="1", account="6063", other="512000", cents="12,50", **more):
    return (
        line(number, account, cents, **more),
        line(number, other, "0,00", cents, **more),
    )


def told(preview):
    return [(one.line, one.code) for one in preview.problems]


def test_entries_come_as_drafts_on_accounts_of_the_chart(office):
    looked = office.look(fec(*pair()))
    assert office.entries.ids(EntryFilter()) == []
    done = office.bring(fec(*pair()))
    assert (done.entries, done.amount.cents) == (1, 1250)
    assert looked.years == ((dt.date(2026, 1, 1), dt.date(2026, 12, 31)),)
    assert [(x.written, x.number) for x in looked.moved_accounts] == [("512000", "5121")]
    (made,) = office.all()
    assert made.state is EntryState.DRAFT
    assert made.content.form is EntryForm.IMPORT
    assert made.content.journal == "BQ"
    assert made.content.voucher_on == dt.date(2026, 3, 11)
    assert "1 (journal BQ)" in made.content.note
    assert [x.content.account for x in made.lines] == ["6063", "5121"]
    assert office.is_whole()


def test_second_import_changes_nothing_and_undo_takes_all_back(office):
    before = every_row(office.units)
    text = fec(*pair(), *pair("2", "606400", "512001", JournalCode="ZZ", JournalLib="Essais"))
    office.bring(text)
    after = every_row(office.units)
    again = office.look(text)
    assert (len(again.entries), again.same) == (0, 2)
    assert office.bring(text).entries == 0
    assert every_row(office.units) == after
    office.operations.undo()
    left = every_row(office.units)
    changed = {name for name in left if left[name] != before[name]}
    assert changed <= STAYS
    assert len(left["account"]) == 154
    office.operations.redo()
    assert every_row(office.units) == after


def test_accounts_nobody_has_become_ours_with_the_label_of_the_file(office):
    lines = (
        *pair("1", "6064", "401000"),
        *pair("2", "625100", "51200000"),
        *pair("3", "7061EVT", "5121LIV"),
        *pair("4", "411", "999999"),
    )
    preview = office.bring(fec(*lines)).preview
    mapped = {one.written: one.number for one in preview.accounts}
    assert mapped["6064"] == "6064"
    assert mapped["401000"] == "401"
    assert mapped["999999"] == "471"
    assert mapped["7061EVT"] == "7061EVT"
    assert office.chart.get("7061EVT").label == "Un compte"
    # 411 is divided in our chart, 5121 is a money account of its own beside its sub-account.
    assert mapped["411"] == "4110"
    assert mapped["51200000"] == "5120"
    codes = {one.code for one in preview.warnings}
    assert codes == {"entries.account_suspense", "entries.divides"}
    assert office.look(fec(*lines)).same == 4
    later = fec(*pair("9", "411", "51200000"))
    found = {one.written: one.number for one in office.look(later).accounts}
    assert found == {"411": "4110", "51200000": "5120"}
    assert office.is_whole()


def test_journals_are_ours_by_code_or_name_else_added(office):
    lines = (
        *pair("1", JournalCode="HA", JournalLib="Achats"),
        *pair("2", JournalCode="HA2-X", JournalLib="Honoraires divers"),
        *pair("3", JournalCode="B2", JournalLib="Banque postale", other="512A"),
        *pair("4", JournalCode="RAN", JournalLib="Reports", account="110"),
        *pair("5", JournalCode="1", JournalLib="Paie"),
    )
    preview = office.bring(fec(*lines)).preview
    found = {one.written: (one.code, one.kind.value) for one in preview.journals}
    assert found == {
        "HA": ("AC", "purchases"),
        "HA2-X": ("HA2X", "misc"),
        "B2": ("B2", "bank"),
        "RAN": ("AN", "opening"),
        "1": ("J1", "misc"),
    }
    kinds = {x.content.journal: x.content.kind for x in office.all()}
    assert kinds["AN"] is EntryKind.OPENING


def test_third_party_is_a_contact_only_when_one_is_called_so(office):
    contacts = ContactService(office.units, today)
    wanted = contacts.add(person("Zéphyr", "Maëlle")).value
    for _twice in range(2):
        contacts.add(person("Martin", "Jean"))
    party = {"CompAuxNum": "A1", "CompAuxLib": "ZEPHYR Maelle"}
    several = {"CompAuxNum": "A2", "CompAuxLib": "Jean Martin"}
    lines = (*pair("1", "4112", **party), *pair("2", "4112", **several))
    preview = office.bring(fec(*lines)).preview
    assert (preview.linked, preview.named) == (("ZEPHYR Maelle",), ("Jean Martin",))
    first, second = office.all()
    assert first.lines[0].content.contact_id == wanted.id
    assert second.lines[0].content.contact_id is None
    assert second.lines[0].content.label == "Achat de café (A2 Jean Martin)"


def test_years_between_are_opened_and_closed_ones_refuse(office):
    office.years.open(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
    old = fec(*pair("1", EntryDate="", EcritureDate="20240501"))
    preview = office.look(old)
    assert preview.years == (
        (dt.date(2024, 1, 1), dt.date(2024, 12, 31)),
        (dt.date(2025, 1, 1), dt.date(2025, 12, 31)),
    )
    far = office.look(fec(*pair("1", EcritureDate="19710501")))
    assert told(far) == [(2, "entries.no_year")]
    shifted = office.look(fec(*pair()), "123456782FEC20260630.txt")
    assert shifted.years == ()


def test_first_year_ends_on_the_closing_day_of_the_name(office):
    preview = office.look(fec(*pair()), "123456782FEC20260630.txt")
    assert preview.years == ((dt.date(2025, 7, 1), dt.date(2026, 6, 30)),)


def test_what_the_books_have_or_close_themselves_is_left_out(office):
    lines = (debit("6063", 1250), credit("5121", 1250))
    office.validated(entry(lines=lines, day=dt.date(2026, 3, 12)))
    opening = (debit("5121", 100), credit("110", 100))
    office.record(
        entry(lines=opening, journal="AN", kind=EntryKind.OPENING, day=dt.date(2026, 1, 1))
    )
    text = fec(
        *pair(),
        *pair("2"),
        *pair("3", "75411", "120"),
        *pair("4", "110", JournalCode="AN", JournalLib="À-nouveaux"),
    )
    preview = office.look(text)
    assert (preview.known, len(preview.entries), preview.left_out) == (1, 1, 2)
    assert told(preview) == [
        (6, "entries.closing_entry"),
        (8, "entries.opening_known"),
    ]
    office.bring(text)
    assert (office.look(text).same, office.look(text).known) == (1, 1)


def test_year_after_one_that_is_here_is_opened_once_when_that_one_closes(office):
    office.bring(fec(*pair(EcritureDate="20250312")), "123456782FEC20251231.txt")
    opening = {"JournalCode": "AN", "JournalLib": "À-nouveaux", "EcritureDate": "20260101"}
    text = fec(*pair("1", "120", **opening), *pair("2"))
    office.bring(text)
    (made,) = [x for x in office.all() if x.content.kind is EntryKind.OPENING]
    assert made.content.source.outside_ref == PROVISIONAL_OPENING
    again = office.look(text)
    assert (len(again.entries), again.same, again.known) == (0, 1, 1)
    office.entries.validate()
    year = office.years.named("2025")
    ClosingService(office.units, today).close(year.id)
    (made,) = [x for x in office.all() if x.content.kind is EntryKind.OPENING]
    assert made.state is EntryState.VALIDATED
    assert office.is_whole()


def test_year_before_an_imported_one_is_not_closed_over_its_openings(office):
    opening = {"JournalCode": "AN", "JournalLib": "À-nouveaux", "EcritureDate": "20260101"}
    office.bring(fec(*pair("1", "120", **opening)))
    office.bring(fec(*pair(EcritureDate="20250312")), "123456782FEC20251231.txt")
    office.entries.validate(fiscal_year_id=office.years.named("2025").id)
    with pytest.raises(RuleError) as caught:
        ClosingService(office.units, today).close(office.years.named("2025").id)
    assert caught.value.code == "closing.blocked"
    assert "supprimez le brouillon" in error_text(caught.value)


def test_entry_on_a_closed_account_is_told(office):
    office.chart.change("6064", is_open=False)
    preview = office.bring(fec(*pair(account="606400"), *pair("2"))).preview
    assert told(preview) == [(2, "entries.account_closed")]
    assert len(office.all()) == 1


def test_entry_that_says_something_else_now_is_told(office):
    office.bring(fec(*pair()))
    preview = office.look(fec(*pair(cents="13,00")))
    assert told(preview) == [(2, "entries.differs")]
    assert preview.entries == ()


def test_long_texts_stand_whole_in_the_note(office):
    label = "Café " * 60
    office.bring(fec(*pair(EcritureLib=label)))
    (made,) = office.all()
    assert len(made.content.label) == 160
    assert label.strip() in made.content.note


def test_entries_of_paheko_bring_activities_members_and_marks(office):
    member = ContactService(office.units, today).add(person("Zéphyr", "Maëlle")).value
    text = "\n".join((PAHEKO, *ROWS)) + "\n"
    preview = office.bring(text, "paheko.csv").preview
    assert preview.activities == ("Fête",)
    gift, debt = office.all()
    assert gift.lines[0].reconciled_on == dt.date(2024, 1, 15)
    assert gift.lines[1].content.contact_id == member.id
    (activity,) = ActivityService(office.units, today).all()
    assert gift.lines[1].content.activity_id == activity.id
    assert (gift.content.journal, debt.content.journal) == ("VE", "AC")
    assert office.look(text, "paheko.csv").same == 2
    assert office.is_whole()


def test_letters_are_kept_where_they_balance(office):
    lines = (
        *pair("1", "4112", "75411", EcritureLet="Z", DateLet="20260401"),
        *pair("2", "5121", "4112", EcritureLet="Z", DateLet="20260402"),
    )
    office.bring(fec(*lines))
    first, second = office.all()
    assert first.lines[0].matching == second.lines[1].matching == "A"
    assert first.lines[0].matched_on == dt.date(2026, 4, 2)
    assert first.lines[1].matching == ""


def test_stopped_import_leaves_nothing(office):
    class Stopping:
        def advance(self, done, total):
            raise JobCancelledError

    before = every_row(office.units)
    path = office.written(fec(*pair()))
    with pytest.raises(JobCancelledError):
        office.imports.apply(path, Stopping())
    assert every_row(office.units) == before


ACCOUNTS = ("5121", "58", "4112", "7561", "75411", "616", "531", "401", "6063", "706LIVRES")
MOVES = st.lists(
    st.tuples(
        st.integers(0, 9), st.integers(0, 9), st.integers(1, 99_999), st.integers(0, 364)
    ),
    min_size=1,
    max_size=12,
)


@settings(
    max_examples=6,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(moves=MOVES, label=st.text(min_size=1, max_size=12))
def test_books_exported_and_imported_have_the_same_balances(tmp_path_factory, moves, label):
    folder = tmp_path_factory.mktemp("fec")
    with (
        new_units(folder / "one.coopdesk") as first,
        new_units(folder / "two.coopdesk") as second,
    ):
        old, new = Office(first, folder), Office(second, folder)
        old.chart.add("706LIVRES", "Livres")
        opening = (debit("5121", 7_00), credit("110", 7_00))
        start = dt.date(2026, 1, 1)
        kind = EntryKind.OPENING
        old.record(entry(lines=opening, journal="AN", kind=kind, day=start))
        for to, of, cents, days in moves:
            sides = (debit(ACCOUNTS[to], cents, label=label), credit(ACCOUNTS[of], cents))
            day = start + dt.timedelta(days)
            old.record(entry(lines=sides, day=day, journal=("BQ", "OD", "DO")[cents % 3]))
        old.entries.validate()
        path = FecService(first).write(1, folder).path
        assert {one.code for one in check_fec(path.read_bytes(), path.name)} <= {
            "fec.name_wrong"
        }
        done = new.imports.apply(path).value
        assert done.entries == len(moves) + 1
        assert new.balances(1) == old.balances(1)
        assert new.imports.preview(path).same == done.entries
        assert old.imports.preview(path).known == done.entries
        assert new.is_whole()
