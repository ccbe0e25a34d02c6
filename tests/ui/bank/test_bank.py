"""The bank in the window, as the treasurer goes through it: by keyboard."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt

from coopdesk.domain.bank_accounts import NewBankAccount
from coopdesk.domain.bank_lists import StatementFilter
from coopdesk.domain.donations import DonationFilter
from coopdesk.domain.entries import EntryFilter, EntryForm, NewEntry, NewEntryLine
from coopdesk.domain.money import Money
from coopdesk.ui.bank.line_listing import Shown
from coopdesk.ui.bank.parts import Part
from coopdesk.ui.bank.view import BankView
from coopdesk.ui.entries.sheets import read_sheet
from coopdesk.ui.imports.page import ImportPage
from coopdesk.ui.imports.views import View
from coopdesk.ui.page import Role
from coopdesk.ui.widgets.contact_picker import Choice
from tests.ui.office import problems_of, show_page, texts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.ui.office import Office

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)

HEAD = "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nENCODING:USASCII\nCHARSET:1252\n\n"
LINES = (
    (4, -12_050, "PRLV TERREAU VERT 0412"),
    (9, 7_000, "REMISE"),
    (12, -2_999, "PRLV FREE TELECOM 120426"),
    (15, -2_999, "PRLV FREE TELECOM 150526"),
)


def statement(folder: Path, name: str, lines: Sequence[tuple[int, int, str]], closing: int):
    """Write a file of a bank: day of March, cents, label."""
    told = "".join(
        f"<STMTTRN><TRNTYPE>OTHER<DTPOSTED>202503{day:02d}<TRNAMT>{cents / 100:.2f}"
        f"<FITID>{name}{number}<NAME>{label}</STMTTRN>"
        for number, (day, cents, label) in enumerate(lines)
    )
    path = folder / f"{name}.ofx"
    path.write_text(
        f"{HEAD}<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><BANKID>30001"
        "<BRANCHID>00794<ACCTID>12345678901<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST>"
        f"<DTSTART>20250301<DTEND>202503{lines[-1][0]:02d}{told}</BANKTRANLIST><LEDGERBAL>"
        f"<BALAMT>{closing / 100:.2f}<DTASOF>202503{lines[-1][0]:02d}</LEDGERBAL></STMTRS>"
        "</STMTTRNRS></BANKMSGSRSV1></OFX>",
        encoding="cp1252",
    )
    return path


def entry(office: Office, day: int, label: str, cents: int, account: str) -> int:
    """Record an entry on the bank's account; below zero money leaves it."""
    amount = Money(abs(cents))
    bank, other = NewEntryLine("5121", amount), NewEntryLine(account, credit=amount)
    if cents < 0:
        bank, other = NewEntryLine("5121", credit=amount), NewEntryLine(account, amount)
    form = EntryForm.INCOME if cents > 0 else EntryForm.EXPENSE
    new = NewEntry("BQ", dt.date(2025, 3, day), label, (other, bank), form=form)
    return office.services.entries.record(new).value.id


@pytest.fixture
def view(office: Office, window, qtbot) -> BankView:
    """Four lines of a bank, three entries of the books."""
    services = office.services
    services.fiscal_years.open(dt.date(2025, 1, 1), dt.date(2025, 12, 31))
    iban = "FR7630001007941234567890185"
    services.bank.add(NewBankAccount("Compte courant", "5121", iban))
    entry(office, 3, "Terreau vert", -12_050, "6063")
    entry(office, 8, "Vente de plants", 3_000, "7071")
    entry(office, 8, "Vente de paniers", 4_000, "7071")
    services.bank_imports.apply(statement(office.folder, "mars", LINES, 100_000))
    page = ImportPage(office.desk, window)
    show_page(page, window)
    page.show_target(("bank",))
    office.idle(qtbot)
    view = page.views.view(View.BANK)
    assert isinstance(view, BankView)
    return view


def lines(office: Office, *, waiting: bool = True) -> list[str]:
    """Return the labels of the lines, in the order of days."""
    bank = office.services.bank
    ids = bank.ids(StatementFilter(waiting=waiting, descending=False))
    return [row.label for row in bank.lines(ids)]


def press(office, qtbot, widget, *keys):
    for key in keys:
        qtbot.keyClick(widget, key)
    office.idle(qtbot)


def create(office, qtbot, board, making):
    """Choose what to create from the line at the cursor; return the form."""
    board.doing.create_action.trigger()
    office.idle(qtbot)
    menu = board.doing.creating.menu
    (step,) = (action for action in menu.actions() if action.data() == making)
    menu.close()
    step.trigger()
    office.idle(qtbot)
    office.idle(qtbot)
    return board.doing.asker.dialog


def test_enter_accepts_a_proposal_and_goes_on_to_the_next_line(view, office, qtbot):
    board = view.part
    table = board.list.table
    assert [row[1] for row in texts(board.list)] == [label for _day, _c, label in LINES]
    (first, *_rest) = board.panel.cards
    assert first.isChecked()
    assert "Terreau vert" in first.accessibleName()
    assert "Même montant" in first.accessibleName()
    press(office, qtbot, table, Qt.Key.Key_Return)
    assert lines(office) == [label for _day, _c, label in LINES[1:]]
    assert texts(board.list)[0][1] == "REMISE"
    (key,) = office.services.entries.ids(EntryFilter(account="6063"))
    (shown,) = read_sheet(office.services, key).bank_lines
    assert shown.label == LINES[0][2]
    assert board.list.table.current_id == board.list.model.ids[0]
    office.services.operations.undo()
    view.reload()
    office.idle(qtbot)
    assert len(texts(board.list)) == len(LINES)
    assert board.list.table.current_id == board.list.model.ids[0]


def test_two_entries_are_chosen_by_hand_with_their_sum(view, office, qtbot):
    board = view.part
    board.list.table.select_id(board.list.model.ids[1])
    office.idle(qtbot)
    board.doing.hand_action.trigger()
    office.idle(qtbot)
    dialog = board.doing.asker.dialog
    assert problems_of(dialog) == []
    dialog.search.setText("vente")
    qtbot.waitUntil(lambda: len(dialog.list.model.ids) == 2)
    office.idle(qtbot)
    # Enter takes nothing of another amount: it chooses, and says what is left.
    press(office, qtbot, dialog.list.table, Qt.Key.Key_Return)
    assert "restent à expliquer" in dialog.sum.text()
    press(office, qtbot, dialog.list.table, Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert "exactement la ligne" in dialog.sum.text()
    press(office, qtbot, dialog.list.table, Qt.Key.Key_Return)
    assert board.doing.asker.dialog is None
    assert "REMISE" not in lines(office)
    # The next line has the keys.
    assert texts(board.list)[1][1] == LINES[2][2]
    assert board.list.table.current_id == board.list.model.ids[1]


def test_one_entry_is_chosen_for_two_lines_together(view, office, qtbot):
    entry(office, 11, "Internet de mars et avril", -5_998, "626")
    board = view.part
    table, model = board.list.table, board.list.model
    flag = QItemSelectionModel.SelectionFlag
    both = QItemSelection(model.index(2, 0), model.index(3, 2))
    table.selectionModel().select(both, flag.ClearAndSelect)
    office.idle(qtbot)
    # Giving both to somebody leaves them chosen.
    board.doing.whose_action.trigger()
    whose = board.doing.asker.dialog
    whose.contact.set_contact(Choice(office.person().id, "Elodie"))
    whose.submit_button.click()
    office.idle(qtbot)
    assert board.panel.said.startswith("2 lignes sélectionnées, -59,98")
    board.doing.hand_action.trigger()
    office.idle(qtbot)
    dialog = board.doing.asker.dialog
    press(office, qtbot, dialog.list.table, Qt.Key.Key_Return)
    assert lines(office) == [label for _day, _cents, label in LINES[:2]]


def test_entry_made_from_a_line_teaches_the_next_one(view, office, qtbot):
    board = view.part
    board.list.table.select_id(board.list.model.ids[2])
    office.idle(qtbot)
    dialog = create(office, qtbot, board, "entry")
    assert problems_of(dialog) == []
    assert "prlv free telecom" in dialog.learn.text()
    assert dialog.learn.isChecked()
    dialog.account.set_named("626", "Frais postaux et de télécommunications")
    dialog.submit_button.click()
    office.idle(qtbot)
    assert board.doing.asker.dialog is None
    (rule,) = office.services.reconciliation.rules()
    assert (rule.content.words, rule.content.account) == ("prlv free telecom", "626")
    (made,) = office.services.entries.get_many(
        office.services.entries.ids(EntryFilter(account="626"))
    )
    assert made.content.entry_on == dt.date(2025, 3, 12)
    board.list.table.select_id(board.list.model.ids[2])
    office.idle(qtbot)
    assert "626" in board.panel.cards[0].accessibleName()
    press(office, qtbot, board.list.table, Qt.Key.Key_Return)
    assert LINES[3][2] not in lines(office)


def test_gift_is_recorded_from_a_line_and_goes_back_with_another(view, office, qtbot):
    donor = office.person()
    more = ((20, 3_300, "VIR LEFEVRE ELODIE"), (24, -3_300, "REJET LEFEVRE"))
    office.services.bank_imports.apply(statement(office.folder, "dons", more, 103_000))
    view.reload()
    office.idle(qtbot)
    board = view.part
    came, went = board.list.model.ids[-2:]
    board.list.table.select_id(came)
    office.idle(qtbot)
    dialog = create(office, qtbot, board, "gift")
    assert problems_of(dialog) == []
    # The only one whose whole name the bank tells.
    assert dialog.donor.contact_id() == donor.id
    dialog.submit_button.click()
    office.idle(qtbot)
    (gift,) = office.services.donations.find(DonationFilter())
    assert (gift.donor_id, gift.received_on) == (donor.id, dt.date(2025, 3, 20))
    assert board.list.table.current_id == went
    dialog = create(office, qtbot, board, "return")
    assert "Lefèvre" in dialog.gift.currentText()
    dialog.submit_button.click()
    office.idle(qtbot)
    (gift,) = office.services.donations.find(DonationFilter())
    assert gift.returned_on == dt.date(2025, 3, 24)
    assert not {label for _day, _cents, label in more} & set(lines(office))


def test_what_is_sure_is_shown_then_reconciled_at_once(view, office, qtbot):
    board = view.part
    assert board.sure.action.isEnabled()
    board.sure.action.trigger()
    office.idle(qtbot)
    office.idle(qtbot)
    dialog = board.sure.dialog
    assert [row[1] for row in texts(dialog.list)] == ["TERREAU VERT 0412"]
    assert problems_of(dialog) == []
    dialog.accept_button.click()
    office.idle(qtbot)
    assert "PRLV TERREAU VERT 0412" not in lines(office)
    # After the last line the keys are on what comes next.
    board.list.setFocus()
    office.services.bank.set_aside(board.list.model.ids.tolist(), "")
    view.reload()
    office.idle(qtbot)
    assert board.list.focusProxy().text() == "État de rapprochement"
    assert board.window().focusWidget() is board.list.focusProxy()


def test_lines_are_put_aside_with_a_reason_and_found_again(view, office, qtbot):
    board = view.part
    board.doing.aside_action.trigger()
    dialog = board.doing.asker.dialog
    dialog.note.setText("Compte de l’ancienne section")
    dialog.submit_button.click()
    office.idle(qtbot)
    assert LINES[0][2] not in lines(office)
    view.show_part(Part.LINES)
    office.idle(qtbot)
    listed = view.part.view
    row = texts(listed.list)[-1]
    assert row[4:6] == ("Mise de côté", "Compte de l’ancienne section")
    listed.list.record_activated.emit(listed.list.model.ids[-1])
    office.idle(qtbot)
    said = listed.panel.reader.toPlainText()
    assert "PRLV TERREAU VERT" in said
    assert "Date (DTPOSTED)" in said
    listed.doing.back_action.trigger()
    office.idle(qtbot)
    assert LINES[0][2] in lines(office)


def test_statements_say_where_lines_are_missing(view, office, qtbot):
    later = ((20, -500, "CB BOULANGERIE"),)
    office.services.bank_imports.apply(statement(office.folder, "suite", later, 99_000))
    view.show_part(Part.STATEMENTS)
    view.reload()
    office.idle(qtbot)
    part = view.part
    assert "ne tombe pas juste" in part.notice.text
    assert [row[-1] for row in texts(part.list)] == ["Trou de -5,00\u00a0€", "Solde final seul"]
    part.list.record_activated.emit(part.list.model.ids[0])
    office.idle(qtbot)
    said = part.panel.reader.toPlainText()
    assert "CB BOULANGERIE" in said
    assert "Il ne commence pas où finit le précédent" in said


def test_state_of_reconciliation_is_read_and_printed(view, office, qtbot, desktop, tmp_path):
    view.show_part(Part.STATE)
    office.idle(qtbot)
    part = view.part
    said = part.reader.toPlainText()
    assert "Dans les comptes, pas à la banque" in said
    assert "Vente de paniers" in said
    assert "PRLV FREE TELECOM 120426" in said
    part.pdf_action.trigger()
    path = tmp_path / "rapprochement.pdf"
    with qtbot.waitSignal(part.writing.written, timeout=30_000):
        part.writing.chooser.fileSelected.emit(str(path))
    part.writing.chooser.close()
    assert path.read_bytes().startswith(b"%PDF")
    assert "rapprochement.pdf est écrit" in part.bar.text


def test_rules_are_switched_off_changed_and_removed(view, office, qtbot):
    view.show_part(Part.RULES)
    office.idle(qtbot)
    part = view.part
    part.add_action.trigger()
    office.idle(qtbot)
    dialog = part.asker.dialog
    dialog.words.setText("prlv free")
    dialog.account.set_named("626", "Frais postaux")
    assert problems_of(dialog) == []
    dialog.submit_button.click()
    office.idle(qtbot)
    (row,) = texts(part.list)
    assert row[0] == "prlv free"
    assert row[2].startswith("626")
    part.list.table.select_id(part.list.model.ids[0])
    part.switch_action.trigger()
    office.idle(qtbot)
    assert texts(part.list)[0][-1] == "Désactivée"
    part.remove_action.trigger()
    office.idle(qtbot)
    assert texts(part.list) == []


def test_first_account_is_made_where_there_is_none(office, window, qtbot):
    office.services.fiscal_years.open(dt.date(2025, 1, 1), dt.date(2025, 12, 31))
    page = ImportPage(office.desk, window)
    show_page(page, window)
    page.show_target(("bank",))
    office.idle(qtbot)
    view = page.views.view(View.BANK)
    view.doing.new_action.trigger()
    office.idle(qtbot)
    dialog = view.doing.asker.dialog
    dialog.name.setText("Livret A")
    assert problems_of(dialog) == []
    dialog.submit_button.click()
    office.idle(qtbot)
    office.idle(qtbot)
    assert view.account.name == "Livret A"
    (account,) = office.services.bank.accounts()
    assert account.account.startswith("512")
    other = office.services.bank.add(NewBankAccount("Caisse locale")).value
    page.show_target(("reconcile", other.id))
    office.idle(qtbot)
    assert view.account.name == "Caisse locale"


def test_every_part_has_room_on_a_small_screen(view, office, qtbot):
    for part in Part:
        view.show_part(part)
        office.idle(qtbot)
        assert problems_of(view.parent().window()) == [], part
    view.show_part(Part.LINES)
    listed = view.part.view
    listed.show_record(listed.list.model.ids[0])
    office.idle(qtbot)
    assert not view.box.isVisible()
    view.reload()
    office.idle(qtbot)
    assert not view.box.isVisible()
    view.show_target(("reconcile",))
    assert view.box.isVisible()


def test_cheques_that_wait_are_ticked_for_the_line_that_shows_them(view, office, qtbot):
    amount = Money(4_500)
    for day, label in ((6, "Chèque de Nora"), (7, "Chèque d’Isaac")):
        two_sides = (NewEntryLine("5112", amount), NewEntryLine("7071", credit=amount))
        new = NewEntry("BQ", dt.date(2025, 3, day), label, two_sides)
        office.services.entries.record(new)
    more = ((20, 9_000, "REMISE DE CHEQUES"), (21, 700, ""))
    office.services.bank_imports.apply(statement(office.folder, "remise", more, 109_700))
    view.reload()
    office.idle(qtbot)
    board = view.part
    assert texts(board.list)[-1][1] == "sans libellé"
    board.list.table.select_id(board.list.model.ids[-2])
    office.idle(qtbot)
    board.doing.create_action.trigger()
    office.idle(qtbot)
    menu = board.doing.creating.menu
    assert menu.activeAction().data() == "cheques"
    usual = menu.activeAction()
    menu.close()
    usual.trigger()
    office.idle(qtbot)
    dialog = board.doing.asker.dialog
    assert problems_of(dialog) == []
    assert "exactement la ligne" in dialog.sum.text()
    dialog.submit_button.click()
    office.idle(qtbot)
    assert "REMISE DE CHEQUES" not in lines(office)
    assert office.services.reconciliation.on_its_way(board.list.model.ids[-1]) == []


def test_money_of_a_line_is_a_sale_the_fees_of_members_or_came_from_another_account(
    view, office, qtbot
):
    board = view.part
    table = board.list.table
    table.select_id(board.list.model.ids[1])
    office.idle(qtbot)
    for making in ("fees", "payment", "transfer"):
        dialog = create(office, qtbot, board, making)
        assert problems_of(dialog) == [], making
        if making != "transfer":
            dialog.reject()
            office.idle(qtbot)
    dialog.account.choose("5311")
    dialog.submit_button.click()
    office.idle(qtbot)
    assert "REMISE" not in lines(office)
    (made,) = office.services.entries.get_many(
        office.services.entries.ids(EntryFilter(account="53"))
    )
    assert made.content.form is EntryForm.TRANSFER


def test_lists_show_what_is_proposed_and_what_stands_in_alert(view, office, qtbot):
    view.show_part(Part.LINES)
    office.idle(qtbot)
    listed = view.part.view
    counts = {}
    for shown in Shown:
        listed.chips.chip(shown).click()
        office.idle(qtbot)
        counts[shown] = len(listed.list.model.ids)
    assert counts[Shown.PROPOSED] in range(1, counts[Shown.WAITING] + 1)
    assert counts[Shown.ALERT] == 0


def test_account_without_a_line_offers_to_import(view, office, qtbot):
    (run,) = office.services.imports.history()
    office.services.imports.undo(run.id)
    view.reload()
    office.idle(qtbot)
    assert view.part.list.focusProxy().text().startswith("Importer")
    assert Role.NEW not in view.part.head.roles
