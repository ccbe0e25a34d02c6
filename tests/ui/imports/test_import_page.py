"""The page of imports on a real database: preview, apply, take back, decide."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from coopdesk.domain.imports import RowVerdict
from coopdesk.domain.payments import PaymentFilter, PaymentState
from coopdesk.ui.imports.files_view import Mode
from coopdesk.ui.imports.incoming import Stage
from coopdesk.ui.imports.page import ImportPage
from coopdesk.ui.imports.views import View
from coopdesk.ui.page import Role
from tests.exchange.test_entry_files import fec, line
from tests.ui.office import EXAMPLE_ROWS, payment_row, problems_of, show_page, texts

if TYPE_CHECKING:
    from tests.ui.office import Office

SAMPLES = Path(__file__).resolve().parents[4] / "shared" / "samples" / "helloasso"
HOSTILE = "<b>Jean</b> & <img src=x>"


@pytest.fixture
def preview(page, office, qtbot):
    """Look into a file and wait until its lines are shown."""

    def look(path: Path) -> None:
        page.preview(path)
        office.idle(qtbot)

    return look


def apply(page: ImportPage, office: Office, qtbot) -> None:
    page.files.foot.apply_action.trigger()
    office.idle(qtbot)


def payments(office: Office, state: PaymentState | None = None) -> int:
    return len(office.services.payments.ids(PaymentFilter(state=state)))


# preview


def test_preview_judges_every_line_and_writes_nothing(page, office, preview):
    preview(office.payments_file())
    assert page.files.mode is Mode.PREVIEW
    shown = {verdict: page.files.figures.figure(verdict).value for verdict in RowVerdict}
    assert shown == {
        RowVerdict.NEW: "3",
        RowVerdict.CHANGED: "0",
        RowVerdict.SAME: "0",
        RowVerdict.DOUBTFUL: "1",
        RowVerdict.REFUSED: "1",
    }
    assert page.files.foot.apply_action.text() == "Importer 4 lignes"
    assert payments(office) == 0


def test_refused_line_is_shown_with_its_number_column_and_reason(page, office, preview):
    preview(office.payments_file())
    page.files.figures.choose(RowVerdict.REFUSED)
    ((line, verdict, _day, what, _contact, _amount, _gift, why),) = texts(page.files.lines.list)
    assert (line, verdict) == ("5", "Refusé")
    assert "Montant total" in what
    assert "beaucoup" in why


def test_file_of_which_every_line_is_refused_does_not_pass_for_one_without_news(
    page, office, preview
):
    refused = payment_row(1, **{"Montant total": "beaucoup"})
    preview(office.payments_file("refus.csv", refused))
    assert page.files.queue.files[0].stage is Stage.BROKEN
    assert page.files.foot.text.startswith("Rien de ce fichier ne peut être importé")


def test_ticket_with_a_gift_shows_which_part_is_the_gift(page, office, preview, qtbot):
    preview(office.payments_file())
    with qtbot.waitSignal(page.files.search.searched):
        page.files.search.setText("semences")
    ((_line, _verdict, _day, _what, _contact, amount, gift, _why),) = texts(
        page.files.lines.list
    )
    assert (amount, gift) == ("45,00\N{NO-BREAK SPACE}€", "5,00\N{NO-BREAK SPACE}€")


def test_line_opens_with_its_whole_reason(page, office, preview, qtbot):
    preview(office.payments_file())
    page.files.figures.choose(RowVerdict.DOUBTFUL)
    page.files.lines.list.record_activated.emit(page.files.lines.list.model.id_at(0))
    assert "Le statut n’est pas connu" in page.files.lines.panel.reader.toPlainText()


def test_enter_imports_once_the_preview_is_read(page, office, preview, qtbot):
    preview(office.payments_file())
    focused = page.focusWidget()
    assert focused.text() == "Importer 4 lignes"
    qtbot.keyClick(focused, Qt.Key.Key_Return)
    office.idle(qtbot)
    assert page.files.mode is Mode.RESULT


def test_same_file_again_brings_nothing_and_offers_nothing(page, office, preview, qtbot):
    path = office.payments_file("some.csv", payment_row(1), payment_row(2))
    preview(path)
    apply(page, office, qtbot)
    page.files.leave()
    preview(path)
    assert "n’apporte rien" in page.files.foot.text
    assert page.files.figures.figure(RowVerdict.SAME).value == "2"
    assert page.files.foot.leave_action.text() == "Fermer"


def test_unknown_column_is_a_warning(page, office, preview):
    path = office.payments_file()
    text = path.read_text(encoding="utf-8-sig")
    lines = [
        f"{line};{'Couleur' if number == 0 else 'bleu'}"
        for number, line in enumerate(text.splitlines())
    ]
    path.write_text("\n".join(lines), encoding="utf-8-sig")
    preview(path)
    assert page.files.notice.isVisible()
    assert "Couleur" in page.files.notice.text


@pytest.mark.parametrize(
    "content", [b"", b"<!doctype html><html></html>", b"\x89PNG\r\n\x1a\n"]
)
def test_file_that_is_no_export_is_refused_on_the_page(page, preview, tmp_path, content):
    path = tmp_path / "page.csv"
    path.write_bytes(content)
    preview(path)
    assert page.views.current is View.HISTORY
    assert "page.csv n’a pas été importé" in page.history.notice.text


def test_missing_column_is_named(page, preview, tmp_path):
    path = tmp_path / "short.csv"
    path.write_text("Référence commande;Référence paiement;Montant total\n", encoding="utf-8")
    preview(path)
    assert page.history.notice.isVisible()
    assert "short.csv" in page.history.notice.text


def test_folder_is_refused_in_words(page, preview, tmp_path):
    preview(tmp_path)
    assert page.views.current is View.HISTORY


def test_dropped_file_opens_its_preview_or_leads_to_the_books(page, office, qtbot, tmp_path):
    page.show_target(office.payments_file())
    office.idle(qtbot)
    assert page.files.mode is Mode.PREVIEW
    page.files.leave()
    entries = tmp_path / "fec.txt"
    entries.write_text(fec(line()), encoding="utf-8", newline="")
    with qtbot.waitSignal(office.desk.navigator.requested) as asked:
        page.show_target(entries)
    assert asked.args == ["accounts", ("import", entries)]
    office.idle(qtbot)
    assert not page.files.is_open


def test_file_is_chosen_in_the_dialog(page, office, qtbot):
    path = office.payments_file()
    page.import_action.trigger()
    page.choice.dialog.filesSelected.emit([str(path)])
    office.idle(qtbot)
    assert page.files.mode is Mode.PREVIEW
    assert office.desk.settings.current.folders["imports"] == str(path.parent)
    page.choice.dialog.close()
    assert page.choice.dialog is None


def test_next_file_can_be_chosen_from_a_result(page, office, preview, qtbot):
    preview(office.payments_file())
    apply(page, office, qtbot)
    assert page.files.mode is Mode.RESULT
    assert page.import_action.isEnabled()
    assert page.import_action.isVisible()


def test_file_dropped_while_another_is_read_stands_beside_it(page, office, qtbot):
    first = office.payments_file("first.csv", payment_row(1))
    second = office.payments_file("second.csv", payment_row(2), payment_row(3))
    page.preview(first)
    page.preview(second)
    office.idle(qtbot)
    assert page.files.mode is Mode.QUEUE
    assert [row[0] for row in texts(page.files.list.list)] == ["first.csv", "second.csv"]


# apply, undo


def test_import_tells_what_it_did_and_what_it_left_out(page, office, preview, qtbot):
    preview(office.payments_file())
    apply(page, office, qtbot)
    assert page.files.mode is Mode.RESULT
    assert "4 lignes importées" in page.files.foot.text
    assert page.files.figures.current is RowVerdict.REFUSED
    assert page.files.foot.check_action.text() == "Vérifier 1 règlement"
    assert payments(office, PaymentState.RECEIVED) == 4
    assert "1 ligne refusée" in page.files.foot.text
    page.role_actions[Role.BACK].trigger()
    assert not page.files.is_open


def test_file_that_changed_since_it_was_looked_at_is_looked_at_again(
    page, office, preview, qtbot
):
    preview(office.payments_file("gift.csv", payment_row(1)))
    office.payments_file("gift.csv", payment_row(2), payment_row(3))
    apply(page, office, qtbot)
    assert payments(office) == 0
    assert "a changé" in page.files.notice.text
    assert page.files.foot.apply_action.text() == "Importer 2 lignes"
    apply(page, office, qtbot)
    assert payments(office) == 2


def test_import_is_taken_back_by_one_click(page, office, preview, qtbot):
    preview(office.payments_file())
    apply(page, office, qtbot)
    page.files.foot.undo_action.trigger()
    office.idle(qtbot)
    assert page.views.current is View.HISTORY
    assert payments(office) == 0
    assert len(page.history.runs.list.model.ids) == 0


def test_older_import_is_taken_back_from_the_history(page, office, preview, qtbot):
    for name, number in (("one.csv", 1), ("two.csv", 2)):
        preview(office.payments_file(name, payment_row(number)))
        apply(page, office, qtbot)
        page.files.leave()
        office.idle(qtbot)
    assert [row[1] for row in texts(page.history.runs.list)] == ["two.csv", "one.csv"]
    page.history.runs.list.table.selectRow(1)
    told: list[str] = []
    office.desk.feedback.told.connect(told.append)
    page.history.undo_action.trigger()
    office.idle(qtbot)
    assert "one.csv" in told[-1]
    assert [row[1] for row in texts(page.history.runs.list)] == ["two.csv"]


def test_import_behind_a_receipt_stays_and_says_why(page, office, preview, qtbot):
    preview(office.payments_file("gift.csv", payment_row(1)))
    apply(page, office, qtbot)
    office.services.receipts.issue_year(2025)
    page.files.foot.undo_action.trigger()
    office.idle(qtbot)
    assert "reçu" in page.files.notice.text
    (see,) = [x for x in page.files.notice.findChildren(QPushButton) if x.isVisible()]
    with qtbot.waitSignal(office.desk.navigator.requested) as asked:
        see.click()
    assert asked.args[0] == "receipts"
    assert payments(office) == 1
    assert page.files.mode is Mode.RESULT


def test_stopped_import_writes_nothing(page, office, preview, qtbot):
    preview(office.payments_file("many.csv", *[payment_row(n) for n in range(50)]))
    page.files.queue.started.connect(lambda job: job.cancel())
    with qtbot.waitSignal(page.files.queue.stopped):
        page.files.foot.apply_action.trigger()
    office.idle(qtbot)
    assert payments(office) == 0
    assert "rien n’a été écrit" in page.files.foot.text
    assert page.focusWidget().text() == page.files.foot.apply_action.text()


def test_file_whose_reading_is_stopped_is_left_alone(page, office, qtbot):
    page.files.queue.started.connect(lambda job: job.cancel())
    page.preview(office.payments_file())
    office.idle(qtbot)
    assert not page.files.is_open
    assert page.files.queue.files == []
    assert "paiements.csv" in page.history.notice.text


def test_import_taken_back_elsewhere_leaves_its_page(page, office, preview, qtbot):
    preview(office.payments_file())
    apply(page, office, qtbot)
    office.desk.tasks.command(page, office.services.operations.undo)
    office.idle(qtbot)
    assert page.views.current is View.HISTORY


def test_rows_of_an_import_show_every_cell_of_the_file(page, office, preview, qtbot):
    preview(office.payments_file("gift.csv", payment_row(1)))
    apply(page, office, qtbot)
    page.files.leave()
    office.idle(qtbot)
    page.history.runs.list.record_activated.emit(page.history.runs.list.model.id_at(0))
    office.idle(qtbot)
    assert page.history.is_open
    page.history.rows.list.record_activated.emit(1)
    text = page.history.rows.panel.reader.toPlainText()
    assert "personne1@example.org" in text
    page.history.back_action.trigger()
    assert not page.history.is_open


def test_rows_of_an_import_say_why_one_was_refused(page, office, preview, qtbot):
    wrong = payment_row(2, **{"Date du paiement": "35/04/2025 10:00:00"})
    preview(office.payments_file("gift.csv", payment_row(1), wrong))
    apply(page, office, qtbot)
    page.show_target(("run", office.services.imports.history()[0].id))
    office.idle(qtbot)
    kept = texts(page.history.rows.list)
    assert [(row[1], row[-1]) for row in kept] == [
        ("Nouveau", ""),
        ("Refusé", "«\u00a0…\u00a0» n’est pas une date possible."),
    ]


def test_import_named_elsewhere_shows_its_rows(office, window, qtbot):
    path = office.payments_file("gift.csv", payment_row(1))
    run = office.services.imports.apply(path).value
    page = ImportPage(office.desk, window)
    show_page(page, window)
    page.show_target(("run", run.id))
    office.idle(qtbot)
    assert page.history.is_open
    assert page.history.figures.figure(RowVerdict.NEW).value == "1"
    assert page.history.figures.figure(RowVerdict.SAME).isHidden()


# to check


@pytest.fixture
def doubtful(page, office, preview, qtbot) -> Office:
    """Three payments wait for a decision, one was received."""
    rows = [payment_row(n, **{"Statut du paiement": "Inconnu"}) for n in range(1, 4)]
    preview(office.payments_file("doubt.csv", payment_row(9), *rows))
    apply(page, office, qtbot)
    page.files.foot.check_action.trigger()
    office.idle(qtbot)
    return office


def test_payments_to_check_say_why_they_wait(page, doubtful):
    assert page.views.current is View.CHECK
    assert page.views.tabs.tabText(2) == "À vérifier (3)"
    assert all("statut" in row[-1] for row in texts(page.checking.check.list))
    assert not page.checking.foot.count_action.isEnabled()


def test_several_payments_are_counted_at_once_and_taken_back(page, doubtful, qtbot):
    page.checking.check.list.table.selectAll()
    assert page.checking.foot.count_action.text() == "Compter 3 règlements"
    page.checking.foot.count_action.trigger()
    doubtful.idle(qtbot)
    assert payments(doubtful, PaymentState.RECEIVED) == 4
    assert page.views.tabs.tabText(2) == "À vérifier"
    doubtful.desk.tasks.command(page, doubtful.services.operations.undo)
    doubtful.idle(qtbot)
    assert payments(doubtful, PaymentState.TO_CHECK) == 3


def test_payment_set_aside_counts_nowhere(page, doubtful, qtbot):
    page.checking.check.list.table.selectRow(0)
    assert page.checking.foot.dismiss_action.text() == "Écarter ce règlement"
    assert "statut n’est pas connu" in page.checking.foot.text
    page.checking.foot.dismiss_action.trigger()
    doubtful.idle(qtbot)
    assert payments(doubtful, PaymentState.DISMISSED) == 1
    assert payments(doubtful, PaymentState.TO_CHECK) == 2


def test_payment_named_elsewhere_is_selected(page, doubtful, qtbot):
    page.show_target("to_check")
    (first, *_others) = doubtful.services.imports.to_check()
    page.show_target(first.payment_id)
    doubtful.idle(qtbot)
    assert page.checking.check.selected_payments == (first.payment_id,)
    with qtbot.waitSignal(doubtful.desk.navigator.requested) as asked:
        qtbot.keyClick(page.checking.check.list.table, Qt.Key.Key_Return)
    assert asked.args == ["accounts", first.payment_id]


def test_what_comes_next_leads_to_the_other_pages(page, office, preview, qtbot):
    preview(office.payments_file("gift.csv", payment_row(1)))
    apply(page, office, qtbot)
    steps = (
        (page.files.foot.gifts_action, "donations"),
        (page.files.foot.receipts_action, "receipts"),
    )
    for action, wanted in steps:
        with qtbot.waitSignal(office.desk.navigator.requested) as asked:
            action.trigger()
        assert asked.args[0] == wanted


def test_tickets_without_a_gift_lead_to_the_payments_of_their_year(
    page, office, preview, qtbot
):
    kinds = {"Type de campagne": "Billetterie", "Type": "Billetterie"}
    preview(office.payments_file("tickets.csv", payment_row(1, **kinds)))
    apply(page, office, qtbot)
    with qtbot.waitSignal(office.desk.navigator.requested) as asked:
        page.focusWidget().click()
    assert asked.args == ["accounts", ("year", 2025)]


# looks


def test_page_fits_a_small_screen_in_every_state(page, office, preview, qtbot):
    assert problems_of(page) == []
    preview(office.payments_file("many.csv", *EXAMPLE_ROWS))
    assert problems_of(page) == []
    apply(page, office, qtbot)
    assert problems_of(page) == []
    page.files.foot.check_action.trigger()
    assert problems_of(page) == []


def test_hostile_words_of_a_file_are_shown_as_they_are(page, office, preview, qtbot):
    row = payment_row(1, **{"Nom payeur": HOSTILE, "Campagne": HOSTILE})
    preview(office.payments_file(f"{'a' * 60}.csv", row))
    assert HOSTILE in texts(page.files.lines.list)[0][3]
    page.files.lines.list.record_activated.emit(1)
    assert HOSTILE in page.files.lines.panel.reader.toPlainText()


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="no samples beside the project")
@pytest.mark.parametrize(
    ("name", "new"),
    [
        ("paiements_2026_17col_pseudonymise.csv", None),
        ("evenement_2025_pseudonymise.csv", "5"),
    ],
)
def test_real_export_goes_in_and_brings_nothing_twice(page, office, preview, qtbot, name, new):
    preview(SAMPLES / name)
    if new is not None:
        assert page.files.figures.figure(RowVerdict.NEW).value == new
    apply(page, office, qtbot)
    page.files.leave()
    preview(SAMPLES / name)
    assert page.files.figures.figure(RowVerdict.NEW).value == "0"
