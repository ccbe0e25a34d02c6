"""Bank files in the window: the account asked once, doubles, corrections, several files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from coopdesk.domain.bank_columns import BankColumn
from coopdesk.domain.bank_lists import StatementFilter
from coopdesk.domain.imports import RowVerdict
from coopdesk.ui.imports.ask_dialogs import AccountDialog, ColumnDialog, DayOrderDialog
from coopdesk.ui.imports.figures import LEFT_OUT
from coopdesk.ui.imports.files_view import Mode
from coopdesk.ui.imports.incoming import Stage
from coopdesk.ui.imports.page import ImportPage
from coopdesk.ui.imports.views import View
from tests.ui.office import payment_row, problems_of, texts

if TYPE_CHECKING:
    from tests.ui.office import Office

OFX = """OFXHEADER:100
DATA:OFXSGML
<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR
<BANKACCTFROM><BANKID>10278<BRANCHID>01234<ACCTID>00012345601<ACCTTYPE>CHECKING</BANKACCTFROM>
<BANKTRANLIST><DTSTART>20250401<DTEND>20250430
<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20250402<TRNAMT>-19.99<FITID>A1<NAME>PRLV FREE</STMTTRN>
<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20250402<TRNAMT>-19.99<FITID>A2<NAME>PRLV FREE</STMTTRN>
<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20250410<TRNAMT>150.00<FITID>A3<NAME>VIR MAIRIE</STMTTRN>
</BANKTRANLIST><LEDGERBAL><BALAMT>110.02<DTASOF>20250430</LEDGERBAL>
</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>
"""
SAME_PERIOD = (
    "Date;Date de valeur;Débit;Crédit;Libellé;Solde\n"
    "11/04/2025;11/04/2025;;150,00;VIR SEPA DE LA MAIRIE;250,00\n"
    "20/04/2025;20/04/2025;-5,00;;FRAIS;245,00\n"
)
TABLE = (
    "Date opération;Intitulé;Montant de l'opération\n"
    "11/04/2025;VIR DE LA MAIRIE;150,00\n"
    "24/04/2025;CHQ 123;beaucoup\n"
)


@pytest.fixture
def look(page, office, qtbot, tmp_path):
    """Look into files of these names and texts; answer what is asked with Enter."""

    def look(*files: tuple[str, str]) -> None:
        paths = [tmp_path / name for name, _text in files]
        for path, (_name, text) in zip(paths, files, strict=True):
            path.write_text(text, encoding="utf-8")
        page.preview(paths)
        office.idle(qtbot)

    return look


def answer(page: ImportPage, office: Office, qtbot) -> type:
    """Take what a question proposes, by keyboard; tell which one it was."""
    dialog = page.files.asks.asker.dialog
    kind = type(dialog)
    qtbot.keyClick(dialog.submit_button, Qt.Key.Key_Return)
    office.idle(qtbot)
    return kind


def apply(page: ImportPage, office: Office, qtbot) -> None:
    page.files.foot.apply_action.trigger()
    office.idle(qtbot)


def bank_lines(office: Office) -> int:
    return len(office.services.bank.ids(StatementFilter()))


def select(page: ImportPage, row: int) -> None:
    shown = page.files.lines.list
    shown.table.selectRow(row)
    shown.setFocus()


def test_account_of_a_statement_is_asked_once_and_its_lines_lead_to_the_bank(
    page, office, look, qtbot
):
    look(("avril.ofx", OFX))
    assert not page.files.foot.apply_action.isEnabled()
    page.files.asks.asker.dialog.name.setText("Compte courant")
    assert answer(page, office, qtbot) is AccountDialog
    assert page.files.figures.figure(RowVerdict.NEW).value == "3"
    assert page.files.statements.texts[0].startswith(
        "Compte courant\N{NO-BREAK SPACE}: 3 lignes"
    )

    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    office.idle(qtbot)
    assert page.files.mode is Mode.RESULT
    offered = page.files.statements.findChildren(QPushButton)
    assert not any(button.isVisibleTo(page) for button in offered)
    assert bank_lines(office) == 3
    page.files.foot.bank_action.trigger()
    office.idle(qtbot)
    assert page.views.current is View.BANK

    look(("encore.ofx", OFX))
    assert page.files.asks.asker.dialog is None
    assert page.files.figures.figure(RowVerdict.SAME).value == "3"


def test_unknown_table_is_asked_about_then_its_lines_are_corrected_and_doubles_kept(
    page, office, look, qtbot
):
    look(("avril.ofx", OFX))
    answer(page, office, qtbot)
    apply(page, office, qtbot)
    look(("avril.csv", TABLE))
    assert answer(page, office, qtbot) is ColumnDialog
    assert page.files.asks.asker.dialog is None  # the only account there is
    verdicts = [row[1] for row in texts(page.files.lines.list)]
    assert verdicts == ["À vérifier", "Refusé"]
    assert "doublon probable" in page.files.foot.text
    assert page.files.queue.files[0].stage is Stage.NOTHING

    select(page, 0)
    qtbot.keyClick(page.files.lines.list.table, Qt.Key.Key_Return)
    keep = page.files.lines.decisions.keep_button
    qtbot.keyClick(keep, Qt.Key.Key_Space)
    office.idle(qtbot)
    select(page, 1)
    page.files.lines.correct_action.trigger()
    dialog = page.files.lines.asker.dialog
    assert "beaucoup" in dialog.form.error_of("Montant de l'opération")
    dialog.cells["Montant de l'opération"].setText("-80")
    qtbot.keyClick(dialog.submit_button, Qt.Key.Key_Return)
    office.idle(qtbot)

    assert page.files.figures.figure(RowVerdict.NEW).value == "2"
    assert "beaucoup → -80" in page.files.lines.panel.reader.toPlainText()
    assert page.has_unsaved
    apply(page, office, qtbot)
    assert not page.has_unsaved
    assert bank_lines(office) == 5

    page.files.leave()
    office.idle(qtbot)
    page.history.runs.list.record_activated.emit(page.history.runs.list.model.id_at(0))
    office.idle(qtbot)
    assert [row[1] for row in texts(page.history.rows.list)] == ["Nouveau", "Nouveau"]


def test_lines_are_left_out_and_taken_again_by_one_key(page, office, look, qtbot):
    look(("avril.ofx", OFX))
    answer(page, office, qtbot)
    with qtbot.waitActive(page.window()):
        page.window().activateWindow()
    page.files.lines.list.table.selectAll()
    page.files.lines.list.setFocus()
    for left, new in ((3, 0), (0, 3)):
        qtbot.keyClick(page.files.lines.list.table, Qt.Key.Key_Delete)
        office.idle(qtbot)
        assert page.files.figures.figure(LEFT_OUT).value == str(left)
        assert page.files.figures.figure(RowVerdict.NEW).value == str(new)
    control = Qt.KeyboardModifier.ControlModifier
    for _again in range(2):  # what is imported is not imported once more
        qtbot.keyClick(page.files.lines.list.table, Qt.Key.Key_Return, control)
        office.idle(qtbot)
        assert bank_lines(office) == 3
        assert page.files.mode is Mode.RESULT


def test_line_is_given_to_a_contact(page, office, look, qtbot):
    company = office.company()
    look(("avril.ofx", OFX))
    answer(page, office, qtbot)
    select(page, 2)
    qtbot.keyClick(page.files.lines.list.table, Qt.Key.Key_Return)
    picker = page.files.lines.decisions.picker
    picker.new_requested.emit("Zoé Rive")
    dialog = page.files.lines.decisions.new_contact.editor.dialog
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    office.idle(qtbot)
    assert texts(page.files.lines.list)[2][4] == "Zoé Rive"
    picker.setFocus()
    picker.selectAll()
    qtbot.keyClicks(picker, "bioc")
    qtbot.keyClick(picker, Qt.Key.Key_Return)
    office.idle(qtbot)
    assert texts(page.files.lines.list)[2][4] == "Biocoop du Port"
    apply(page, office, qtbot)
    (line,) = office.services.bank.lines(
        office.services.bank.ids(StatementFilter(text="mairie"))
    )
    assert line.contact_id == company.id


def test_way_back_to_an_import_asks_for_no_file_again(page, office, qtbot, tmp_path):
    (tmp_path / "avril.ofx").write_text(OFX, encoding="utf-8")
    navigator, places = office.desk.navigator, []
    navigator.requested.connect(lambda *place: places.append(place))
    navigator.open("imports")
    navigator.open("imports", tmp_path / "avril.ofx")
    page.show_target(tmp_path / "avril.ofx")
    navigator.open("contacts")
    navigator.back()
    assert places[-1] == ("imports", None)


def test_several_files_are_imported_together_and_what_cannot_be_says_why(
    page, office, look, qtbot, tmp_path
):
    look(("avril.ofx", OFX))
    answer(page, office, qtbot)
    page.files.leave()
    payments = office.payments_file("gift.csv", payment_row(1))
    look(("avril.ofx", OFX), ("vide.csv", ""))
    page.preview([payments])
    office.idle(qtbot)
    assert page.files.mode is Mode.QUEUE
    assert [row[0] for row in texts(page.files.list.list)] == [
        "avril.ofx",
        "vide.csv",
        "gift.csv",
    ]
    stages = [file.stage for file in page.files.queue.files]
    assert stages == [Stage.ASKING, Stage.REFUSED, Stage.READY]
    assert page.files.foot.apply_action.text() == "Importer 1 fichier"
    assert problems_of(page) == []

    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Down)
    assert page.focusWidget() is page.files.list.list.table
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    office.idle(qtbot)
    answer(page, office, qtbot)
    page.files.foot.files_action.trigger()
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    office.idle(qtbot)
    stages = [file.stage for file in page.files.queue.files]
    assert stages == [Stage.IMPORTED, Stage.REFUSED, Stage.IMPORTED]
    assert bank_lines(office) == 3
    assert len(office.services.imports.history()) == 2


def test_several_files_say_beside_each_what_to_beware_of(page, office, look, qtbot):
    look(("avril.ofx", OFX))
    answer(page, office, qtbot)
    apply(page, office, qtbot)
    page.files.leave()
    gap = OFX.replace("202504", "202505").replace("110.02", "99.00")
    cut = (
        OFX.replace("202504", "202506").replace("<FITID>A", "<FITID>C").partition("<LEDGER")[0]
    )
    look(("mai.ofx", gap.replace("<FITID>A", "<FITID>B")), ("juin.ofx", cut))
    assert [row[-1] for row in texts(page.files.list.list)] == [
        "Les soldes ne tombent pas juste.",
        "1 avertissement\u00a0: ouvrez le fichier.",
    ]
    assert [file.stage for file in page.files.queue.files] == [Stage.READY, Stage.READY]


def test_account_is_asked_once_for_all_files_that_name_it(page, office, look, qtbot):
    look(("avril.ofx", OFX), ("mai.ofx", OFX.replace("202504", "202505")))
    page.files.foot.answer_action.trigger()
    office.idle(qtbot)
    answer(page, office, qtbot)
    operations = office.services.operations
    for command, stage in ((None, Stage.READY), ("undo", Stage.REFUSED), ("redo", Stage.READY)):
        if command is not None:
            # The account was made with the answer.
            office.desk.tasks.command(page, getattr(operations, command))
            office.idle(qtbot)
        assert [file.stage for file in page.files.queue.files] == [stage] * 2


def test_two_files_of_one_period_bring_each_line_once(page, office, look, qtbot):
    look(("avril.ofx", OFX), ("avril.csv", SAME_PERIOD))
    page.files.list.list.record_activated.emit(page.files.queue.files[0].id)
    office.idle(qtbot)
    answer(page, office, qtbot)
    page.files.foot.files_action.trigger()
    assert page.files.foot.apply_action.text() == "Importer 2 fichiers"
    apply(page, office, qtbot)
    assert bank_lines(office) == 4
    assert "1 doublon probable" in texts(page.files.list.list)[1][-1]


def test_file_that_was_taken_for_the_only_account_can_be_of_another(page, office, look, qtbot):
    look(("avril.ofx", OFX))
    answer(page, office, qtbot)
    apply(page, office, qtbot)
    look(("livret.csv", SAME_PERIOD))
    assert page.files.asks.asker.dialog is None
    page.files.statements.findChildren(QPushButton)[-1].click()
    office.idle(qtbot)
    dialog = page.files.asks.asker.dialog
    dialog.account.choose(0)
    dialog.account.activated.emit(0)
    dialog.name.setText("Livret")
    answer(page, office, qtbot)
    assert page.files.statements.texts[0].startswith("Livret")
    assert page.files.figures.figure(RowVerdict.NEW).value == "2"
    page.files.leave()

    look(("encore.csv", SAME_PERIOD))
    dialog = page.files.asks.asker.dialog
    qtbot.keyClick(dialog.submit_button, Qt.Key.Key_Return)
    assert "Choisissez" in dialog.form.error_of("account_id")
    dialog.account.choose(office.services.bank.accounts()[-1].id)
    answer(page, office, qtbot)
    apply(page, office, qtbot)
    following = SAME_PERIOD.replace("/04/", "/05/").replace("250,00\n", "395,00\n")
    look(("mai.csv", following.replace(";245,00", ";390,00")))
    assert "comme la dernière fois" in page.files.statements.texts[0]
    assert page.files.notice.isHidden()


def test_days_that_can_be_read_two_ways_are_shown_both_ways(page, office, look, qtbot):
    look(("avril.qif", "!Type:Bank\nD03/04/2025\nT-12.00\nPPRLV FREE\n^\n"))
    texts_of = [b.text() for b in page.files.asks.asker.dialog.buttons_by_order.values()]
    assert ["3 avril 2025" in texts_of[0], "4 mars 2025" in texts_of[1]] == [True, True]
    assert answer(page, office, qtbot) is DayOrderDialog
    assert texts(page.files.lines.list)[0][2] == "03/04/2025"


def test_table_taken_for_contacts_is_read_as_a_statement_when_told_so(
    page, office, look, qtbot
):
    look(("inconnu.csv", "Quand;Nom;Somme\n03/04/2025;VIR DUPONT;12,50\n"))
    page.files.contacts.dialog.bank_button.click()
    office.idle(qtbot)
    columns = page.files.asks.asker.dialog
    columns.boxes["Nom"].choose(BankColumn.CHEQUE)
    qtbot.keyClick(columns.submit_button, Qt.Key.Key_Return)
    assert "Libellé de la banque" in columns.form.banner
    columns.boxes["Nom"].choose(BankColumn.LABEL)
    assert answer(page, office, qtbot) is ColumnDialog
    assert answer(page, office, qtbot) is AccountDialog
    assert page.files.mode is Mode.PREVIEW
    assert [row[3] for row in texts(page.files.lines.list)] == ["VIR DUPONT"]
    page.files.leave()

    look(("personnes.csv", "Date;Libellé;Montant\n03/04/2025;Anouk;5\n"))
    page.files.asks.asker.dialog.contacts_button.click()
    office.idle(qtbot)
    assert page.files.contacts.dialog is not None
    page.files.contacts.dialog.reject()
    office.idle(qtbot)
    assert not page.files.is_open


def test_statement_that_does_not_tie_says_by_how_much(page, office, look, qtbot):
    cut = "Date;Date de valeur;Débit;Crédit;Libellé;Solde\n"
    rows = "02/04/2025;02/04/2025;-10,00;;FRAIS;90,00\n03/04/2025;03/04/2025;;5,00;VIR;97,00\n"
    look(("releve.csv", cut + rows))
    answer(page, office, qtbot)
    assert "2,00" in page.files.statements.texts[0]
    assert problems_of(page) == []
