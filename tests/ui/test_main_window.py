"""The window around the pages."""

import re
import threading
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel, QMessageBox

from coopdesk.services.outcome import Subject
from coopdesk.system.settings import SettingsFile, WindowState
from coopdesk.ui import guide

from .conftest import StrayWindows, desk_for, make_window
from .pages import HOSTILE, note_specs

Control = Qt.KeyboardModifier.ControlModifier


def test_only_the_page_in_view_is_built(frame):
    assert list(frame.stack.pages) == ["home"]
    frame.navigator.open("contacts")
    assert list(frame.stack.pages) == ["home", "contacts"]
    assert frame.stack.current_key == "contacts"
    assert frame.windowTitle() == "Contacts — CoopDesk"


def test_digits_open_pages_and_alt_left_goes_back(frame, qtbot):
    qtbot.keyClick(frame, Qt.Key.Key_2, Control)
    assert frame.stack.current_key == "contacts"
    frame.navigator.open("contacts", 7)
    frame.navigator.open("imports")
    frame.window_actions.back_action.trigger()
    assert frame.stack.current_key == "contacts"
    assert frame.stack.current_page.targets == [7, 7]
    frame.window_actions.back_action.trigger()
    frame.window_actions.back_action.trigger()
    assert frame.stack.current_key == "home"
    assert not frame.window_actions.back_action.isEnabled()


def test_common_keys_reach_the_page_in_view_in_its_own_words(frame, qtbot):
    frame.navigator.open("contacts")
    action = frame.window_actions.new_action
    assert action.text() == "Nouveau : Contacts"
    qtbot.keyClick(frame, Qt.Key.Key_N, Control)
    assert frame.stack.current_page.done == ["new"]
    assert not frame.window_actions.print_action.isEnabled()


def test_common_keys_follow_what_the_page_can_do_meanwhile(frame, qtbot):
    frame.navigator.open("contacts")
    page, action = frame.stack.current_page, frame.window_actions.new_action
    page.new_action.setEnabled(False)
    assert not action.isEnabled()
    qtbot.keyClick(frame, Qt.Key.Key_N, Control)
    assert page.done == []
    page.new_action.setEnabled(True)
    page.new_action.setText("Autre chose")
    assert action.isEnabled()
    assert action.text() == "Autre chose"
    frame.navigator.open("home")
    page.new_action.setEnabled(False)
    assert action.isEnabled()


def test_ctrl_f_leads_to_the_search_of_the_page(frame, qtbot):
    page = frame.stack.current_page
    frame.rail.find_button.setFocus()
    qtbot.keyClick(frame, Qt.Key.Key_F, Control)
    assert frame.focusWidget() is page.search_field


def test_page_is_read_when_shown_and_again_only_when_concerned(frame):
    page = frame.stack.current_page
    page._subjects = frozenset({Subject.DONATIONS})
    assert page.reloads == 1
    frame.changes.changed.emit(frozenset({Subject.CONTACTS}))
    assert page.reloads == 1
    frame.changes.changed.emit(frozenset({Subject.DONATIONS}))
    assert page.reloads == 2


def test_page_out_of_view_is_read_once_when_it_is_shown_again(frame):
    page = frame.stack.current_page
    page._subjects = frozenset({Subject.DONATIONS})
    frame.navigator.open("contacts")
    for _time in range(3):
        frame.changes.changed.emit(frozenset({Subject.DONATIONS}))
    assert page.reloads == 1
    frame.navigator.open("home")
    assert page.reloads == 2


def test_places_of_the_rail_move_together_in_a_low_window(frame, qtbot):
    many = [replace(note_specs()[1], key=f"page{n}", title=f"Page {n}") for n in range(6)]
    frame.rail.show_pages(many)
    frame.resize(1366, 900)
    buttons = frame.rail.findChildren(QAbstractButton)
    usual = buttons[0].sizeHint().height()
    qtbot.waitUntil(lambda: all(button.height() == usual for button in buttons))
    frame.resize(1366, 512)
    qtbot.waitUntil(lambda: all(button.height() < usual for button in buttons))
    assert frame.height() == 512
    assert all(button.height() >= button.minimumSizeHint().height() for button in buttons)
    frame.resize(1366, 900)
    qtbot.waitUntil(lambda: buttons[1].height() == usual)


def test_rail_folds_to_icons_in_a_narrow_window(frame):
    assert not frame.rail.is_folded
    frame.resize(1100, 700)
    assert frame.rail.is_folded
    assert frame.rail.width() < 80
    frame.resize(1300, 700)
    assert not frame.rail.is_folded


def test_window_fits_the_reference_screen_at_150_percent(frame):
    frame.resize(910, 512)
    for key in frame.stack.specs:
        frame.navigator.open(key)
    least = frame.minimumSizeHint()
    assert least.width() <= 910
    assert least.height() <= 512


def test_building_a_page_flashes_no_window(frame, qapp, idle):
    with StrayWindows(qapp) as stray:
        for key in frame.stack.specs:
            frame.navigator.open(key)
            idle(frame.tasks)
    assert stray.found == []
    assert frame.isActiveWindow()


def test_every_label_shows_markup_as_it_is(frame):
    frame.navigator.open("contacts")
    frame.finding.open()
    frame.feedback.warn(HOSTILE, HOSTILE)
    labels = frame.findChildren(QLabel)
    own = [label for label in labels if not label.objectName().startswith("qt_msgbox")]
    assert len(own) > 8
    assert {label.textFormat() for label in own} == {Qt.TextFormat.PlainText}
    box = frame.findChild(QMessageBox)
    assert box.textFormat() is Qt.TextFormat.PlainText
    assert box.informativeText() == HOSTILE
    box.close()


def test_tooltips_show_markup_as_it_is(frame):
    frame.status.name_database(Path("/dons") / f"{HOSTILE}.coopdesk")
    assert "<img" not in frame.status.database.toolTip()
    assert "&lt;img" in frame.status.database.toolTip()


def test_finder_offers_pages_commands_and_records(frame, qtbot, idle):
    qtbot.keyClick(frame, Qt.Key.Key_K, Control)
    finder = frame.finding.finder
    assert finder.isVisible()
    qtbot.keyClicks(finder.field, "ajout")
    idle(frame.tasks)
    shown = [finder.results.item(row).text() for row in range(finder.results.count())]
    assert shown == ["ajout <b>Dupont</b>", "Ajouter quelqu’un"]
    qtbot.keyClick(finder.field, Qt.Key.Key_Return)
    assert finder.isHidden()
    assert frame.stack.current_key == "contacts"
    assert frame.stack.current_page.targets == [7]


def test_finder_runs_a_command_of_a_page_never_visited(frame, qtbot, idle):
    frame.finding.open()
    finder = frame.finding.finder
    qtbot.keyClicks(finder.field, "ajouter")
    idle(frame.tasks)
    qtbot.keyClick(finder.field, Qt.Key.Key_Down)
    qtbot.keyClick(finder.field, Qt.Key.Key_Return)
    assert frame.stack.current_key == "contacts"
    assert frame.stack.current_page.done == ["new"]


def test_finder_gives_the_keyboard_back_to_what_had_it(frame, qtbot):
    before = frame.rail.findChildren(QAbstractButton)[2]
    before.setFocus()
    qtbot.keyClick(before, Qt.Key.Key_K, Control)
    assert frame.focusWidget() is frame.finding.finder.field
    qtbot.keyClick(frame.finding.finder.field, Qt.Key.Key_Escape)
    assert frame.focusWidget() is before


def test_finder_says_what_it_did_not_find(frame, qtbot, idle, monkeypatch):
    silent = [replace(spec, find=None) for spec in frame.stack.specs.values()]
    monkeypatch.setattr(frame.stack, "specs", {spec.key: spec for spec in silent})
    frame.finding.open()
    finder = frame.finding.finder
    qtbot.keyClicks(finder.field, "zz<b>")
    assert not finder.nothing.isHidden()
    assert "zz<b>" in finder.nothing.text()
    assert finder.results.isHidden()
    finder.field.clear()
    assert finder.nothing.isHidden()


def test_enter_before_the_records_are_found_waits_for_them(frame, qtbot, idle):
    frame.finding.open()
    finder = frame.finding.finder
    qtbot.keyClicks(finder.field, "ajout")
    qtbot.keyClick(finder.field, Qt.Key.Key_Return)
    idle(frame.tasks)
    assert frame.stack.current_page.targets == [7]


def test_finder_leads_a_command_at_rest_to_its_page(frame, qtbot, idle):
    frame.navigator.open("contacts")
    page = frame.stack.current_page
    page.new_action.setEnabled(False)
    frame.navigator.open("home")
    frame.finding.open()
    finder = frame.finding.finder
    qtbot.keyClicks(finder.field, "ajouter")
    idle(frame.tasks)
    qtbot.keyClick(finder.field, Qt.Key.Key_Down)
    qtbot.keyClick(finder.field, Qt.Key.Key_Return)
    assert frame.stack.current_page is page
    assert page.done == []


def test_escape_leaves_the_finder(frame, qtbot):
    frame.finding.open()
    qtbot.keyClick(frame.finding.finder.field, Qt.Key.Key_Escape)
    assert frame.finding.finder.isHidden()


def drop(window, *names):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(name) for name in names])
    event = QDropEvent(
        QPointF(20, 20),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)


def test_dropped_file_goes_to_the_imports(frame, qtbot):
    with qtbot.waitSignal(frame.file_dropped):
        drop(frame, "/tmp/paiements.csv")
    assert frame.stack.current_key == "imports"
    assert frame.stack.current_page.targets == [Path("/tmp/paiements.csv")]


def test_files_dropped_together_go_to_the_imports_together(frame):
    drop(frame, "/tmp/paiements.csv", "/tmp/compte.ofx")
    assert frame.stack.current_key == "imports"
    (target,) = frame.stack.current_page.targets
    assert target == [Path("/tmp/paiements.csv"), Path("/tmp/compte.ofx")]


def test_files_are_chosen_by_one_key_from_every_page(frame, qtbot):
    qtbot.keyClick(frame, Qt.Key.Key_I, Control)
    assert frame.stack.current_key == "imports"
    assert frame.stack.current_page.targets == ["choose"]


def test_dropped_database_is_opened_instead(frame, qtbot):
    with qtbot.waitSignal(frame.database_chosen) as chosen:
        drop(frame, "/tmp/Jardins.CoopDesk")
    assert chosen.args == [Path("/tmp/Jardins.CoopDesk")]
    assert frame.stack.current_key == "home"


def start_job(frame):
    begun, gate = threading.Event(), threading.Event()

    def work(progress):
        progress.advance(3, 10)
        begun.set()
        gate.wait(10)
        progress.advance(4, 10)

    job = frame.tasks.job(frame, "Émission de 10 reçus", work)
    begun.wait(5)
    return job, gate


def test_progress_appears_after_600_ms_and_leaves_with_the_job(frame, qtbot, idle):
    _job, gate = start_job(frame)
    strip = frame.status.jobs
    assert strip.isHidden()
    qtbot.waitUntil(strip.isVisible, timeout=3_000)
    assert (strip.title.text(), strip.count.text()) == ("Émission de 10 reçus", "3 sur 10")
    assert (strip.bar.value(), strip.bar.maximum()) == (3, 10)
    gate.set()
    idle(frame.tasks)
    assert strip.isHidden()


def test_short_job_shows_no_progress(frame, qtbot, idle):
    _job, gate = start_job(frame)
    gate.set()
    idle(frame.tasks)
    assert frame.status.jobs.isHidden()


def test_cancel_in_the_status_line_stops_the_job(frame, qtbot, idle):
    job, gate = start_job(frame)
    qtbot.waitUntil(frame.status.jobs.isVisible, timeout=3_000)
    frame.status.jobs.cancel_button.click()
    assert job.is_cancelled
    gate.set()
    idle(frame.tasks)
    assert frame.status.jobs.isHidden()


def test_closing_during_a_job_asks_and_waits_for_its_end(frame, qtbot, idle):
    _job, gate = start_job(frame)
    frame.close()
    assert frame.isVisible()
    box = frame.findChild(QMessageBox)
    assert "Émission de 10 reçus" in box.informativeText()
    box.defaultButton().click()
    assert frame.isVisible()
    gate.set()
    qtbot.waitUntil(lambda: not frame.isVisible(), timeout=5_000)


def test_closing_may_stop_the_job_instead(frame, qtbot, idle):
    job, gate = start_job(frame)
    frame.close()
    box = frame.findChild(QMessageBox)
    next(button for button in box.buttons() if "interrompre" in button.text()).click()
    assert job.is_cancelled
    gate.set()
    qtbot.waitUntil(lambda: not frame.isVisible(), timeout=5_000)


def test_place_size_and_page_are_remembered(frame, settings, theme, qtbot):
    frame.setGeometry(40, 50, 700, 500)
    frame.navigator.open("contacts")
    place = frame.geometry()
    frame.close()
    state = SettingsFile(settings.path).current.window
    assert (state.x, state.y) == (place.x(), place.y())
    assert (state.width, state.height, state.page) == (
        place.width(),
        place.height(),
        "contacts",
    )


def test_window_returns_to_its_place(settings, theme, qtbot):
    settings.change(window=WindowState(30, 40, 640, 480))
    window = make_window(settings, theme, qtbot)
    assert (window.x(), window.y(), window.width()) == (30, 40, 640)


def test_window_left_on_a_screen_that_is_gone_comes_back_into_view(settings, theme, qtbot):
    settings.change(window=WindowState(9_000, 4_000, 900, 700))
    window = make_window(settings, theme, qtbot)
    screen = QGuiApplication.primaryScreen().availableGeometry()
    assert screen.contains(window.geometry().topLeft())


def test_pages_are_freed_when_another_database_is_opened(frame, services, tmp_path, qtbot):
    page = frame.stack.current_page
    with qtbot.waitSignal(page.destroyed):
        frame.attach(desk_for(frame, services, tmp_path / "autre.coopdesk"))
    assert frame.status.database.text() == "autre"


def test_links_of_the_guide_lead_to_headings_there_are():
    pages = {page.name: page.read_text(encoding="utf-8") for page in guide.guide_pages()}
    for name, page in pages.items():
        for other, heading in re.findall(r"\]\(([^)#:]*)#([^)]+)\)", page):
            there = re.findall(r"^#+ (.+)$", pages[other or name], re.MULTILINE)
            assert heading in map(guide.heading_link, there), f"{name}: {other}#{heading}"


def test_theme_is_chosen_from_the_menu(frame, theme):
    actions = frame.window_actions.theme_actions.actions()
    next(action for action in actions if action.data() == "dark").trigger()
    assert theme.choice == "dark"
    assert theme.scheme.is_dark


def test_rail_and_menus_are_closed_while_there_is_no_database(settings, theme, qtbot):
    window = make_window(settings, theme, qtbot)
    assert not window.rail.isEnabled()
    assert not window.window_actions.find_action.isEnabled()
    window.navigator.open("contacts")
    assert window.stack.current_page is None
