"""Figures of the law in the settings: doubtful ones say so, one is corrected and reset."""

from __future__ import annotations

from coopdesk.ui.settings.page import SettingsPage
from tests.ui.office import problems_of, show_page, texts

CAP = "Contrepartie d’une personne, maximum par an"


def row(tab):
    [found] = [row for row in texts(tab.list) if row[0] == CAP]
    return found


def select(tab):
    [key] = [key for key, line in tab._lines.items() if line.figure.code == "counterpart_cap"]
    tab.list.table.select_id(key)


def correct_the_scale(qtbot, office, tab):
    tab.scale_action.trigger()
    office.idle(qtbot)
    dialog = tab.asker.dialog
    dialog.source.setText("Arrêté du 1er février 2025")
    dialog.rows[0][0].setText("0,0529")
    dialog.submit_button.click()
    office.idle(qtbot)
    assert dialog.form.fields["figures"].error
    dialog.rows[0][0].setText("0,530")
    dialog.submit_button.click()
    office.idle(qtbot)
    assert office.desk.services.mileage.scales()[-1].is_own
    assert tab.asker.dialog is None


def test_a_figure_is_corrected_with_a_warning_and_taken_back(qtbot, office, window):
    page = SettingsPage(office.desk, window)
    show_page(page, window)
    page.show_target("legal")
    office.idle(qtbot)
    tab = page.legal
    assert row(tab)[1] == "73\u00a0€"
    select(tab)
    assert not tab.reset_action.isEnabled()
    tab.correct_action.trigger()
    dialog = tab.asker.dialog
    dialog.submit_button.click()
    office.idle(qtbot)
    assert dialog.form.fields["value"].error
    dialog.value.setText("76")
    dialog.source.setText("Arrêté du 1er mars 2025")
    dialog.submit_button.click()
    office.idle(qtbot)
    page.reload()
    office.idle(qtbot)
    assert row(tab)[1:4] == ("76\u00a0€", "01/01/2025", "Corrigé par vous")
    select(tab)
    tab.reset_action.trigger()
    office.idle(qtbot)
    page.reload()
    office.idle(qtbot)
    assert row(tab)[1] == "73\u00a0€"
    assert problems_of(page) == []
    correct_the_scale(qtbot, office, tab)
    assert problems_of(page) == []
