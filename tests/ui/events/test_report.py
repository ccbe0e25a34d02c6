"""The report of an event, typed line by line, and what becomes of its themes."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

from coopdesk.domain.event_reports import ItemKind
from coopdesk.domain.groups import NewGroup
from coopdesk.ui.contacts.choices import choice_of_contact
from coopdesk.ui.events.panel import EventPanel
from coopdesk.ui.events.targets import Part, event_target
from coopdesk.ui.events.view import EventsView
from tests.ui.events.conftest import fill_event, plain, settle

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


@pytest.fixture
def tab(page, office, qtbot):
    event_id = fill_event(office)
    shown = page()
    shown.show_target(event_target(event_id, Part.REPORT))
    settle(qtbot, office)
    return shown.views.shown.events.tab


def type_line(tab, office, qtbot, kind, text):
    tab.kind.choose(kind)
    tab.line.setText(text)
    qtbot.keyClick(tab.line, Qt.Key.Key_Return)
    settle(qtbot, office)


def lines(tab):
    return [plain(tab.items.item(at).text()).strip() for at in range(tab.items.count())]


def test_enter_keeps_a_line_and_waits_for_the_next(tab, office, qtbot):
    for text in ("Premier constat", "Deuxième constat"):
        type_line(tab, office, qtbot, ItemKind.STATEMENT, text)
        assert tab.line.text() == ""
    assert lines(tab) == ["Prises de parole", "1. Premier constat", "2. Deuxième constat"]
    assert plain(tab.said.text()) == "2 prises de parole"


def test_next_line_is_typed_while_the_last_one_is_written(tab, office, qtbot):
    tab.line.setFocus()
    for text in ("Un constat", "Un autre"):
        qtbot.keyClicks(tab.line, text)
        qtbot.keyClick(tab.line, Qt.Key.Key_Return)
        qtbot.keyClick(tab.line, Qt.Key.Key_Return)
    qtbot.keyClicks(tab.line, "Trois")
    settle(qtbot, office)
    assert lines(tab) == ["Prises de parole", "1. Un constat", "2. Un autre"]
    assert tab.line.text() == "Trois"


def test_line_that_was_kept_is_taken_back_by_the_window_not_typed_again(tab, office, qtbot):
    undone = []
    action = QAction(tab.window())
    action.setShortcut(QKeySequence.StandardKey.Undo)
    action.triggered.connect(lambda: undone.append(1))
    tab.window().addAction(action)
    tab.line.setFocus()
    qtbot.keyClicks(tab.line, "Premier constat")
    qtbot.keyClick(tab.line, Qt.Key.Key_Return)
    settle(qtbot, office)
    qtbot.keyClick(tab.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (undone, tab.line.text()) == ([1], "")


def test_click_on_the_tab_of_the_report_leads_to_the_line_to_be_typed(tab, office, qtbot):
    panel = tab.window().findChild(EventPanel)
    panel.show_part(Part.SHEET)
    panel.reader.setFocus()
    at = panel.tabs.tabRect(panel.parts.index(Part.REPORT)).center()
    qtbot.mouseClick(panel.tabs, Qt.MouseButton.LeftButton, pos=at)
    settle(qtbot, office)
    assert tab.line.hasFocus()


def test_answer_goes_under_the_question_that_is_chosen(tab, office, qtbot):
    for text in ("Pourquoi suis-je là ?", "Que souhaiterais-je apporter ?"):
        type_line(tab, office, qtbot, ItemKind.QUESTION, text)
    tab.items.setCurrentRow(1)
    type_line(tab, office, qtbot, ItemKind.ANSWER, "Pour apprendre")
    assert lines(tab) == [
        "Questions et réponses",
        "1. Pourquoi suis-je là ?",
        "– Pour apprendre",
        "2. Que souhaiterais-je apporter ?",
    ]


def test_answer_without_a_question_is_refused_and_stays_typed(tab, office, qtbot):
    type_line(tab, office, qtbot, ItemKind.ANSWER, "Oui")
    assert not tab.wrong.isHidden()
    assert tab.line.text() == "Oui"


def test_alt_and_arrows_move_a_line_among_its_own(tab, office, qtbot):
    for text in ("Un", "Deux", "Trois"):
        type_line(tab, office, qtbot, ItemKind.STATEMENT, text)
    qtbot.keyClick(tab.items, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    settle(qtbot, office)
    assert lines(tab)[1:] == ["1. Un", "2. Trois", "3. Deux"]
    assert tab.items.current.content.text == "Trois"


def test_theme_becomes_a_group_in_one_click(tab, office, qtbot):
    for text in ("Découvrir", "Fabriquer"):
        type_line(tab, office, qtbot, ItemKind.THEME, text)
    tab.items.setCurrentRow(1)
    tab.group_action.trigger()
    settle(qtbot, office)
    assert "Groupe : Découvrir" in lines(tab)[1]
    type_line(tab, office, qtbot, ItemKind.THEME, "Connaître")
    tab.groups_action.trigger()
    settle(qtbot, office)
    assert {x.name for x in office.services.groups.all()} == {
        "Découvrir",
        "Fabriquer",
        "Connaître",
    }
    assert not tab.groups_action.isVisible()


def test_decision_has_somebody_and_a_day_and_is_carried_out(tab, office, qtbot):
    who = office.person()
    type_line(tab, office, qtbot, ItemKind.DECISION, "Demander la salle")
    qtbot.keyClick(tab.items, Qt.Key.Key_F2)
    dialog = tab.asker.dialog
    dialog.contact.set_contact(choice_of_contact(who))
    dialog.due_on.set_day(dt.date(2026, 4, 11))
    dialog.submit_button.click()
    settle(qtbot, office)
    (said,) = lines(tab)[1:]
    assert "Élodie Lefèvre · avant le 11 avril 2026" in said
    tab.settle_action.trigger()
    settle(qtbot, office)
    assert tab.items.current.content.done_on is not None


def test_menu_of_rare_things_comes_with_the_first_of_them(tab, office, qtbot):
    assert not tab.rare_action.isVisible()
    type_line(tab, office, qtbot, ItemKind.STATEMENT, "Un")
    assert tab.rare_action.isVisible()


def test_finished_report_takes_no_more_lines(tab, office, qtbot):
    type_line(tab, office, qtbot, ItemKind.STATEMENT, "Un")
    tab.finish_action.trigger()
    settle(qtbot, office)
    assert not tab.line.isEnabled()
    tab.finish_action.trigger()
    settle(qtbot, office)
    assert tab.line.isEnabled()


def test_next_time_and_author_are_said_above_the_lines(tab, office, qtbot):
    tab.around_action.trigger()
    dialog = tab.asker.dialog
    dialog.author.setText("Agnès")
    dialog.next_text.setText("dans la semaine du 11 avril")
    dialog.submit_button.click()
    settle(qtbot, office)
    said = plain(tab.said.text())
    assert said == "par Agnès · prochaine fois : dans la semaine du 11 avril"


def test_escape_empties_the_line_before_it_closes_the_event(tab, office, qtbot):
    view = tab.window().findChild(EventsView)
    tab.line.setFocus()
    tab.line.setText("À moitié")
    qtbot.keyClick(tab.line, Qt.Key.Key_Escape)
    assert tab.line.text() == ""
    assert view.detail.shown_id is not None
    qtbot.keyClick(tab.line, Qt.Key.Key_Escape)
    assert view.detail.shown_id is None


def test_group_that_has_the_name_of_a_theme_is_taken_if_wanted(tab, office, qtbot):
    office.services.groups.add(NewGroup("Découvrir"))
    type_line(tab, office, qtbot, ItemKind.THEME, "Découvrir")
    tab.group_action.trigger()
    settle(qtbot, office)
    tab.box.defaultButton().click()
    settle(qtbot, office)
    assert len(office.services.groups.all()) == 1
    assert tab.items.current.group_name == "Découvrir"
    opened = []
    office.desk.navigator.requested.connect(lambda page, target: opened.append((page, target)))
    assert tab.group_action.text() == "Ouvrir le groupe"
    tab.group_action.trigger()
    assert opened == [("groups", tab.items.current.group_id)]
