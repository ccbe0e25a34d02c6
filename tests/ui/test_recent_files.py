"""The databases that were open lately, in the menu."""

from pathlib import Path

from PySide6.QtWidgets import QMenu

from coopdesk.ui.recent_files import RecentFiles


def test_recent_files_are_named_as_they_are_and_chosen(settings, window, qtbot):
    menu = QMenu(window)
    recent = RecentFiles(menu, settings, window)
    menu.aboutToShow.emit()
    assert [(one.text(), one.isEnabled()) for one in menu.actions()] == [
        ("Aucune pour l’instant", False)
    ]
    settings.change(recent_databases=("/jardins & co.coopdesk",))
    menu.aboutToShow.emit()
    (action,) = menu.actions()
    assert action.text() == "/jardins && co.coopdesk"
    with qtbot.waitSignal(recent.chosen) as chosen:
        action.trigger()
    assert chosen.args == [Path("/jardins & co.coopdesk")]
