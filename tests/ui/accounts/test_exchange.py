"""Files of entries in the window: looked at, brought in, written out."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from coopdesk.domain.entries import EntryFilter
from coopdesk.domain.fec import FecSeparator
from coopdesk.ui.accounts.page import AccountPage
from tests.exchange.test_entry_files import fec, line
from tests.ui.office import YEAR, problems_of, show_page, texts

if TYPE_CHECKING:
    from coopdesk.ui.accounts.exchange import BookExchange
    from tests.ui.office import Office


@pytest.fixture
def exchange(office: Office, window, qtbot) -> BookExchange:
    office.services.fiscal_years.open(dt.date(YEAR, 1, 1), dt.date(YEAR, 12, 31))
    page = AccountPage(office.desk, window)
    show_page(page, window)
    office.idle(qtbot)
    return page.exchange


def written(folder, text, name="fec.txt"):
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    return path


def test_entries_are_shown_then_imported_and_the_file_of_the_year_is_written(
    exchange, office, qtbot, tmp_path
):
    before = f"{YEAR - 1}0312"
    day = {"EcritureDate": before, "PieceDate": before}
    lines = (
        line(**day),
        line(account="512000", debit="0,00", credit="12,50", **day),
        line("2", **day),
    )
    exchange.parent().show_target(("import", written(tmp_path, fec(*lines))))
    office.idle(qtbot)
    dialog = exchange.dialog
    assert dialog.apply_button.text() == "Importer 1 écriture"
    assert [row[2:5] for row in texts(dialog.list)] == [("BQ", "Achat de café", "6063 5121")]
    assert "diffèrent de 12,50" in texts(dialog.problems)[0][2]
    assert any("512000 → 5121" in row[0] for row in texts(dialog.remarks))
    assert problems_of(dialog) == []
    dialog.apply_button.click()
    office.idle(qtbot)
    assert exchange.dialog is None
    office.idle(qtbot)
    assert len(office.services.entries.ids(EntryFilter())) == 1
    assert exchange.parent().fiscal_year.ends_on == dt.date(YEAR - 1, 12, 31)
    office.services.entries.validate()
    exchange.fec_action.trigger()
    exchange.fec_dialog.separator.choose(FecSeparator.PIPE)
    exchange.fec_dialog.submit_button.click()
    assert exchange.fec_dialog is None
    with qtbot.waitSignal(exchange.writing.written, timeout=30_000):
        exchange.chooser.fileSelected.emit(str(tmp_path))
    exchange.chooser.close()
    office.idle(qtbot)
    (path,) = tmp_path.glob(f"*FEC{YEAR - 1}1231.txt")
    assert path.read_bytes().count(b"\r\n") == 3
    assert path.read_bytes().startswith(b"JournalCode|JournalLib|")
    assert "est écrit" in exchange.bar.text


def test_what_is_asked_waits_for_the_years_and_balances_become_the_draft_that_is_shown(
    exchange, office, qtbot, tmp_path
):
    page = exchange.parent()
    page.year_box.set_years((), office.desk.today())
    exchange.fec_action.trigger()
    assert exchange.fec_dialog is None
    page.reload()
    office.idle(qtbot)
    exchange.fec_dialog.reject()
    wrong = "Compte;Débit;Crédit\n5121;10,00;\n1068;;9,00\n"
    exchange.look_at_openings(written(tmp_path, wrong, "faux.csv"))
    office.idle(qtbot)
    assert not exchange.dialog.apply_button.isEnabled()
    assert "1,00" in texts(exchange.dialog.problems)[0][2]
    exchange.dialog.reject()
    right = wrong.replace("9,00", "10,00")
    exchange.look_at_openings(written(tmp_path, right, "juste.csv"))
    office.idle(qtbot)
    exchange.dialog.apply_button.click()
    office.idle(qtbot)
    (made,) = office.services.entries.get_many(office.services.entries.ids(EntryFilter()))
    assert made.content.debit.cents == 1000
