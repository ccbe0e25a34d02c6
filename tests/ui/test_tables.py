"""The list of records: pages fetched as they are shown, selection kept by id, copying."""

import sys
import threading
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QFont, QGuiApplication, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from coopdesk.system.settings import SettingsFile
from coopdesk.ui.columns import TONE_ROLE, Column, Tone
from coopdesk.ui.record_list import RecordList
from coopdesk.ui.tables import PAGE

MANY = 100_000


@dataclass(frozen=True)
class Line:
    id: int


class Source:
    """What a service gives: the rows of a page of ids; remembers which were asked for."""

    def __init__(self):
        self.asked = []
        self.gone = set()
        self.broken = False
        self.threads = set()

    def lines(self, ids):
        self.threads.add(threading.get_ident())
        self.asked.append((ids[0], len(ids)))
        if self.broken:
            raise OSError(5, "disk")
        return [Line(record_id) for record_id in ids if record_id not in self.gone]


def columns():
    return (
        Column("name", "Nom", lambda line: f"Nom {line.id}", sort="name", stretch=True),
        Column("town", "Ville", lambda line: "Ville\tdouble", sort="town"),
        Column("state", "État", lambda _line: "À jour", tone=lambda _line: Tone.GOOD),
        Column("sum", "Dons", lambda line: f"{line.id},00 €", align_right=True, sort="gifts"),
    )


@pytest.fixture
def source():
    return Source()


@pytest.fixture
def records(desk, source, window, qtbot):
    shown = RecordList(desk, "test", columns(), source.lines, window)
    shown.resize(900, 500)
    window.resize(900, 500)
    window.show()
    qtbot.waitExposed(window)
    return shown


def text(records, row, column=0):
    return records.model.index(row, column).data()


def paint(records, tasks, idle):
    """Paint what is in view, and wait for the pages it asks for."""
    records.table.viewport().grab()
    idle(tasks)


def test_opening_a_hundred_thousand_records_fetches_one_page(records, source, tasks, idle):
    records.set_ids(range(MANY))
    paint(records, tasks, idle)
    assert records.model.rowCount() == MANY
    assert source.asked == [(0, PAGE)]
    assert text(records, 3) == "Nom 3"


def test_jumping_to_the_end_fetches_the_last_page_and_nothing_between(
    records, source, tasks, idle
):
    records.set_ids(range(MANY))
    paint(records, tasks, idle)
    records.table.scrollToBottom()
    paint(records, tasks, idle)
    assert source.asked == [(0, PAGE), (MANY - PAGE, PAGE)]
    assert text(records, MANY - 1) == f"Nom {MANY - 1}"


def test_dragging_through_the_list_fetches_where_it_ends_not_the_way(
    records, source, tasks, idle
):
    records.set_ids(range(MANY))
    bar = records.table.verticalScrollBar()
    for step in range(60):
        bar.setValue(bar.maximum() * step // 59)
        records.table.viewport().grab()
    idle(tasks)
    paint(records, tasks, idle)
    assert len(source.asked) <= 4
    assert text(records, MANY - 1) == f"Nom {MANY - 1}"


def test_rows_show_a_placeholder_until_they_come(records, source, tasks, idle):
    records.set_ids(range(10))
    assert text(records, 0) == "…"
    idle(tasks)
    assert text(records, 0) == "Nom 0"


def test_rows_are_read_and_formatted_on_the_worker(records, source, tasks, idle):
    records.set_ids(range(10))
    paint(records, tasks, idle)
    assert threading.get_ident() not in source.threads


def test_only_the_pages_seen_last_are_kept(records, source, tasks, idle):
    records.set_ids(range(MANY))
    for page in range(60):
        text(records, page * PAGE)
        idle(tasks)
    asked = len(source.asked)
    text(records, 59 * PAGE)
    idle(tasks)
    assert len(source.asked) == asked
    text(records, PAGE)
    idle(tasks)
    assert source.asked[-1] == (PAGE, PAGE)


def test_reading_again_keeps_what_is_shown_until_the_news_comes(records, source, tasks, idle):
    records.set_ids(range(10))
    paint(records, tasks, idle)
    source.asked.clear()
    records.set_ids(range(10))
    assert text(records, 0) == "Nom 0"
    idle(tasks)
    assert source.asked == [(0, 10)]


def test_record_that_vanished_meanwhile_leaves_an_empty_row(records, source, tasks, idle):
    source.gone.add(4)
    records.set_ids(range(10))
    paint(records, tasks, idle)
    assert text(records, 4) == ""
    assert text(records, 5) == "Nom 5"


def test_page_that_cannot_be_read_is_told_once(records, source, tasks, feedback, caplog, idle):
    crashes = []
    feedback.crashed.connect(crashes.append)
    source.broken = True
    records.set_ids(range(10))
    for _time in range(5):
        paint(records, tasks, idle)
    caplog.clear()
    assert len(crashes) == len(source.asked) == 1


def test_model_obeys_qt(records, tasks, idle, qtmodeltester):
    records.set_ids(range(10))
    paint(records, tasks, idle)
    qtmodeltester.check(records.model)


def test_status_is_a_pill_with_its_word(records, tasks, idle):
    records.set_ids(range(3))
    paint(records, tasks, idle)
    assert records.model.index(0, 2).data(TONE_ROLE) is Tone.GOOD
    assert text(records, 0, 2) == "À jour"


def test_screen_reader_hears_column_and_value(records, tasks, idle):
    records.set_ids(range(3))
    paint(records, tasks, idle)
    said = records.model.index(1, 3).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Dons\u00a0: 1,00 €"


def test_cells_without_letters_have_digits_of_equal_width(records, tasks, idle):
    records.set_ids(range(3))
    paint(records, tasks, idle)
    fonts = [records.model.index(0, at).data(Qt.ItemDataRole.FontRole) for at in range(4)]
    assert fonts[:3] == [None, None, None]
    assert fonts[3].featureValue(QFont.Tag("tnum")) == 1


def test_tooltip_says_what_a_narrow_column_cuts_off(records, tasks, idle):
    records.set_ids(range(3))
    paint(records, tasks, idle)
    hover(records, 1)
    assert QToolTip.text() == ""
    records.table.horizontalHeader().resizeSection(1, 50)
    hover(records, 1)
    assert QToolTip.text() == "Ville\tdouble"
    QToolTip.hideText()


def hover(records, column):
    view = records.table.viewport()
    place = records.table.visualRect(records.model.index(0, column)).center()
    event = QHelpEvent(QEvent.Type.ToolTip, place, view.mapToGlobal(place))
    QApplication.sendEvent(view, event)


def click_header(records, qtbot, section):
    header = records.table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(section) + 20, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_click_on_a_header_asks_for_ids_in_another_order(records, qtbot):
    with qtbot.waitSignal(records.sort_changed) as asked:
        click_header(records, qtbot, 1)
    assert asked.args == ["town", False]
    with qtbot.waitSignal(records.sort_changed) as asked:
        click_header(records, qtbot, 1)
    assert asked.args == ["town", True]
    assert records.sort == ("town", True)


def test_column_that_cannot_be_sorted_asks_for_nothing(records, qtbot):
    with qtbot.assertNotEmitted(records.sort_changed):
        click_header(records, qtbot, 2)


def test_selection_follows_its_records_into_another_order(records, tasks, idle):
    records.set_ids(range(50))
    paint(records, tasks, idle)
    flags = QItemSelectionModel.SelectionFlag
    records.table.selectRow(3)
    chosen = records.table.selectionModel()
    chosen.select(records.model.index(7, 0), flags.Select | flags.Rows)
    assert records.selected_ids == (3, 7)
    records.set_ids(reversed(range(50)))
    assert records.selected_ids == (7, 3)
    assert records.table.current_id == 3


def test_selection_forgets_records_that_left_the_list(records):
    records.set_ids(range(10))
    records.table.selectRow(3)
    records.set_ids([0, 1, 2])
    assert records.selected_ids == ()


def test_record_in_view_stays_at_its_place_when_others_come_before_it(records, tasks, idle):
    records.set_ids(range(1000, 2000))
    paint(records, tasks, idle)
    records.table.select_id(1500)
    before = records.table.visualRect(records.table.currentIndex()).top()
    records.set_ids(range(990, 2000))
    assert records.table.visualRect(records.table.currentIndex()).top() == before


def test_enter_and_double_click_open_the_record(records, qtbot):
    records.set_ids(range(10))
    records.table.select_id(6)
    with qtbot.waitSignal(records.record_activated) as opened:
        qtbot.keyClick(records.table, Qt.Key.Key_Return)
    assert opened.args == [6]
    place = records.table.visualRect(records.model.index(2, 0)).center()
    with qtbot.waitSignal(records.record_activated) as opened:
        qtbot.mouseClick(records.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.mouseDClick(records.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [2]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the system sees to it")
def test_shift_f10_opens_the_menu_at_the_record_that_has_the_keys(records, qtbot):
    table = records.table
    table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    records.set_ids(range(10))
    table.select_id(2)
    with qtbot.waitSignal(table.customContextMenuRequested) as asked:
        qtbot.keyClick(table, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert table.indexAt(asked.args[0]).row() == 2


def test_down_moves_to_the_next_record(records, qtbot):
    records.set_ids(range(10))
    records.table.select_id(6)
    with qtbot.waitSignal(records.current_changed) as moved:
        qtbot.keyClick(records.table, Qt.Key.Key_Down)
    assert moved.args == [7]


def test_down_moves_on_from_a_column_that_gave_way(records, qtbot):
    records.set_ids(range(5))
    records.table.setFocus()
    records.table.select_id(0)
    records.table.hideColumn(0)
    qtbot.keyClick(records.table, Qt.Key.Key_Down)
    assert records.table.selected_ids == (1,)


def test_record_is_brought_into_view_although_the_first_column_is_hidden(records):
    records.set_ids(range(200))
    records.table.hideColumn(0)
    records.table.select_id(150)
    assert records.table.rowAt(records.table.viewport().height() // 2) > 100


def test_home_and_end_go_to_the_first_and_the_last_record(records, qtbot):
    records.set_ids(range(9))
    records.table.select_id(4)
    for key, record_id in ((Qt.Key.Key_End, 8), (Qt.Key.Key_Home, 0)):
        qtbot.keyClick(records.table, key)
        assert records.table.selected_ids == (record_id,)


def test_copy_puts_tabbed_text_on_the_clipboard_even_of_rows_never_shown(
    records, tasks, qtbot, idle
):
    records.set_ids(range(1_000))
    records.table.selectAll()
    qtbot.keyClick(records.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    idle(tasks)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "Nom\tVille\tÉtat\tDons"
    assert lines[1] == "Nom 0\tVille double\tÀ jour\t0,00 €"
    assert len(lines) == 1_001


def test_copy_of_one_row_has_no_titles(records, tasks, qtbot, idle):
    records.set_ids(range(10))
    records.table.select_id(2)
    records.table.copy_selection()
    idle(tasks)
    assert QGuiApplication.clipboard().text().startswith("Nom 2\t")


def test_list_entered_with_the_keys_shows_its_first_record_chosen(records, window, qtbot):
    records.set_ids(range(5))
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    records.table.clearFocus()
    records.table.setFocus(Qt.FocusReason.TabFocusReason)
    assert records.selected_ids == (0,)
    records.table.clearFocus()
    records.table.clearSelection()
    records.table.select_id(3)
    records.table.setFocus(Qt.FocusReason.TabFocusReason)
    assert records.selected_ids == (3,)


def test_foot_counts_lines_and_selected_ones(records):
    records.set_ids(range(MANY))
    assert "100\u202f000 lignes" in records.foot_text
    records.table.selectAll()
    assert "100\u202f000 sélectionnées" in records.foot_text


def test_empty_list_says_so_and_a_search_without_result_names_it(records, qtbot):
    records.set_ids([], searched="zorglub")
    assert "zorglub" in records.nothing_text
    with qtbot.waitSignal(records.clear_requested):
        records.clear_action.trigger()


def test_arrangement_of_columns_is_remembered(records, desk, source, window, settings):
    header = records.table.horizontalHeader()
    header.moveSection(header.visualIndex(3), 0)
    header.resizeSection(1, 123)
    header.hideSection(2)
    header.sectionMoved.emit(0, 0, 0)
    settings.save()
    again = RecordList(
        type(desk)(**{**vars(desk), "settings": SettingsFile(settings.path)}),
        "test",
        columns(),
        source.lines,
        window,
    )
    header = again.table.horizontalHeader()
    assert header.shown_sections() == [3, 0, 1]
    assert header.sectionSize(1) == 123


def test_stretching_column_takes_what_is_left(records):
    header = records.table.horizontalHeader()
    assert sum(header.sectionSize(at) for at in range(4)) == records.table.viewport().width()
