"""From a figure to its accounts, their lines and the entry, and back, by keys alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from coopdesk.domain.activities import NewActivity
from coopdesk.domain.ledgers import ReportScope
from coopdesk.ui.accounts.page import AccountPage
from coopdesk.ui.accounts.views import View
from coopdesk.ui.reports.finding import find_reports
from coopdesk.ui.reports.report_reading import read_report
from coopdesk.ui.reports.sheets import Report
from coopdesk.ui.reports.targets import PAGE, report_target
from tests.ui.office import problems_of, show_page, texts

_ENTER, _ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


def test_a_figure_leads_to_its_accounts_lines_and_entry_and_back(page, office, qtbot):
    # The figure counts drafts; the ledgers, seen before, did not.
    office.desk.navigator.open(PAGE, ("balance",))
    page.views.shown.balance.scope_bar.drafts_chip.click()
    office.desk.navigator.open(PAGE, report_target("result"))
    office.idle(qtbot)
    view = page.views.shown
    assert view.sheet.select_key("P06")
    qtbot.keyClick(view.sheet, _ENTER)
    office.idle(qtbot)
    assert view.figure.title.text() == f"Dons manuels · {page.fiscal_year.label}"
    rows = view.figure.sheet.figures.rows
    assert [row.key for row in rows] == ["75411", "total"]

    qtbot.keyClick(view.figure.sheet, _ENTER)
    office.idle(qtbot)
    assert page.views.current is View.ACCOUNTS
    ledger = page.views.shown.ledger
    assert page.views.shown.balance.scope_bar.with_drafts
    shown = [(row[0], row[4], row[8], row[9]) for row in texts(ledger.list)]
    assert shown == [
        ("12/03/2025", "Don de printemps", "50,00", "50,00\u00a0C"),
        ("09/05/2025", "Don d’été", "120,00", "170,00\u00a0C"),
    ]

    qtbot.keyClick(ledger.list.table, _ENTER)
    office.idle(qtbot)
    assert page.views.current is View.ENTRIES
    office.desk.navigator.back()
    office.idle(qtbot)
    assert page.views.current is View.ACCOUNTS
    qtbot.keyClick(ledger.list.table, _ESCAPE)
    office.idle(qtbot)
    assert view.stack.currentWidget() is view.figure
    qtbot.keyClick(view.figure.sheet, _ESCAPE)
    office.idle(qtbot)
    assert (page.views.current, view.report) == (View.STATEMENTS, Report.RESULT)
    assert view.sheet.current_row.key == "P06"


def test_a_ledger_is_searched_by_words_or_amounts(page, office, qtbot):
    # Asked for before the activities are read; nothing of the bank belongs to this one.
    party = office.services.activities.add(NewActivity("Fête")).value.id
    office.desk.navigator.open(PAGE, ("account", "5", party))
    office.idle(qtbot)
    ledger = page.views.shown.ledger
    assert texts(ledger.list) == []
    assert ledger.figures.text().startswith("Fête · ")
    office.desk.navigator.open(PAGE, ("account", "5"))
    office.idle(qtbot)

    def found(text):
        ledger.search.setText(text)
        qtbot.keyClick(ledger.search, _ENTER)
        office.idle(qtbot)
        return [(row[0], row[5], row[-2]) for row in texts(ledger.list)]

    assert page.search_field is ledger.search
    assert found("ete") == [("5121", "Don d’été", "339,50\u00a0D")]
    assert ledger.list.total_text == "Débit 120,00\u00a0€ · Crédit 0,00\u00a0€"
    assert found("30,50") == [("5121", "Terreau", "219,50\u00a0D")]
    assert found("rien de tel") == []
    assert len(found("")) == 4
    ledger.list.table.selectAll()
    assert ledger.list.total_text.startswith("Sélection\u00a0: Débit 370,00\u00a0€")
    # Only money is held against statements.
    assert ledger.checking.chip.isHidden()


def test_lines_of_the_bank_are_checked_off_against_the_statement(page, office, qtbot):
    office.desk.navigator.open(PAGE, ("unseen", "5121"))
    office.idle(qtbot)
    ledger = page.views.shown.ledger
    checking = ledger.checking

    def labels():
        return [row[4] for row in texts(ledger.list)]

    # What opens the year waits for no statement; the table has the keys.
    assert labels() == ["Don de printemps", "Terreau", "Don d’été"]
    qtbot.keyClick(ledger.list.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    checking.check_action.trigger()
    asked = checking.asker.dialog
    assert asked.after.text() == "Solde pointé après cela\u00a0: 219,50\u00a0€"
    assert problems_of(asked) == []
    asked.day.setText("30/04/2025")
    asked.submit_button.click()
    office.idle(qtbot)
    office.idle(qtbot)
    assert labels() == ["Don d’été"]
    assert ledger.figures.text().startswith("Solde pointé 219,50\u00a0D")

    checking.chip.click()
    assert [row[-2] for row in texts(ledger.list)] == ["", "30/04/2025", "30/04/2025", ""]
    assert problems_of(page) == []
    ledger.list.table.selectAll()
    checking.uncheck_action.trigger()
    office.idle(qtbot)
    office.idle(qtbot)
    assert checking.chip.text() == "Non pointées 3"
    office.desk.services.operations.undo()
    lines = office.desk.services.reports.ledger("5121", ReportScope(page.fiscal_year.id))
    assert len(lines.unseen) == 1


def test_balance_is_searched_as_you_type_and_copied_for_a_spreadsheet(page, office, qtbot):
    office.desk.navigator.open(PAGE, ("balance",))
    office.idle(qtbot)
    balance = page.views.shown.balance
    keys = [row.key for row in balance.sheet.figures.rows]
    assert keys == [
        *("class 1", "110", "class 5", "5121"),
        *("class 6", "6063", "class 7", "75411", "total"),
    ]
    balance.search.setText("dons")
    qtbot.keyClick(balance.search, _ENTER)
    assert [row.key for row in balance.sheet.figures.rows] == ["class 7", "75411", "total"]
    balance.sheet.select_key("75411")
    qtbot.keyClick(balance.sheet, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    line = QApplication.clipboard().text().split("\t")
    assert (line[0], line[-3], line[-2], line[-1]) == ("75411", "170,00", "-170,00", "-200,00")


def test_every_report_fits_the_reference_screen(page, office, qtbot):
    for report in Report:
        office.desk.navigator.open(PAGE, report_target(report.value))
        office.idle(qtbot)
        assert problems_of(page) == []
    # What was given in kind stands at the foot of the income statement (ANC 2018-06).
    services, scope = office.desk.services, ReportScope(page.fiscal_year.id)
    result = read_report(services, Report.RESULT, scope, with_empty=True)
    assert [row.key for row in result.sheet.rows if row.key in {"R5", "V19"}] == ["R5", "V19"]
    view = page.views.view(View.STATEMENTS)
    office.desk.navigator.open(PAGE, report_target("treasury"))
    office.idle(qtbot)
    assert (
        "mars 2025\u00a0: 50,00\u00a0€ encaissés" in view.treasury.chart.accessibleDescription()
    )
    qtbot.keyClick(view.treasury.chart, Qt.Key.Key_Home)
    qtbot.keyClick(view.treasury.chart, _ENTER)
    office.idle(qtbot)
    assert [row.key for row in view.figure.sheet.figures.rows] == ["5121", "total"]


def test_ctrl_k_finds_accounts_by_number_or_words_and_reports_by_name(page, office):
    def found(text):
        return [(hit.text, hit.target) for hit in find_reports(office.desk, text)]

    assert ("Bilan", ("report", "balance-sheet", None)) in found("bil")
    assert ("unseen", "5121") in [target for _text, target in found("pointer")]
    assert found("75411") == [("75411 · Dons manuels", ("account", "75411", None))]
    assert ("account", "75411", None) in [target for _text, target in found("dons manuels")]
    assert found("d") == []


def test_books_that_were_never_used_open_without_an_error(office, window, qtbot):
    page = AccountPage(office.desk)
    office.desk.navigator.requested.connect(lambda _key, target: page.show_target(target))
    told = []
    office.desk.feedback.reported.connect(told.append)
    show_page(page, window)
    office.idle(qtbot)
    reports = [report_target(report.value) for report in Report]
    for target in (("balance",), ("account", "5121"), ("budget",), *reports):
        office.desk.navigator.open(PAGE, target)
        office.idle(qtbot)
    assert told == []


def test_a_paper_is_named_after_what_is_shown(page, office, qtbot):
    def proposed(target):
        office.desk.navigator.open(PAGE, target)
        office.idle(qtbot)
        printing = page.views.shown.printing
        printing.action.trigger()
        chooser = printing.writing.chooser
        names = chooser.selectedFiles()
        chooser.close()
        return names[0].rpartition("/")[2]

    assert proposed(("account", "75411")) == "grand-livre-2025-75411.pdf"
    assert proposed(("balance",)) == "balance-2025.pdf"
    assert proposed(report_target("balance-sheet")) == "bilan-2025.pdf"
