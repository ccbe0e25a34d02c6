"""Polls and calendars in the window."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.office import texts

AGENDA = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
    "BEGIN:VEVENT\r\nUID:1@x\r\nDTSTART:20261205T190000Z\r\nDTEND:20261205T220500Z\r\n"
    "SUMMARY:Concert\r\nSTATUS:CONFIRMED\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:2@x\r\nDTSTART;TZID=Europe/Paris:20261207T090000\r\n"
    "SUMMARY:Atelier\r\nEND:VEVENT\r\n"
    "END:VCALENDAR\r\n"
)


def test_event_that_cannot_be_read_says_why_before_and_after_the_import(
    page, office, qtbot, tmp_path
):
    path = tmp_path / "agenda.ics"
    path.write_text(AGENDA.replace("20261205T190000Z", "demain"), encoding="utf-8")
    page.preview([path])
    office.idle(qtbot)
    rows = texts(page.files.lines.list)
    why = {row[1]: row[-1] for row in rows}
    assert next(row[3] for row in rows if row[1] == "Refusé") == "Concert"
    assert why["Refusé"].startswith("Aucune date ne se lit dans «\u00a0demain\u00a0»")
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)  # import
    office.idle(qtbot)
    page.show_target(("run", office.services.imports.history()[0].id))
    office.idle(qtbot)
    kept = {row[1]: row[-1] for row in texts(page.history.rows.list)}
    assert kept["Refusé"].startswith("Aucune date ne se lit dans «\u00a0…\u00a0»")


def test_dates_of_a_series_are_counted_before_it_comes_in(page, office, qtbot, tmp_path):
    path = tmp_path / "agenda.ics"
    weekly = "SUMMARY:Atelier\r\nRRULE:FREQ=WEEKLY;COUNT="
    path.write_text(AGENDA.replace("SUMMARY:Atelier", f"{weekly}4"), encoding="utf-8")
    page.preview([path])
    office.idle(qtbot)
    assert page.files.foot.text.startswith("5 nouvelles dates.")
    why = [row[-1] for row in texts(page.files.lines.list)]
    assert "série, dates\u00a0: 4, la dernière le 28/12/2026" in why
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)  # import
    office.idle(qtbot)
    path.write_text(AGENDA.replace("SUMMARY:Atelier", f"{weekly}3"), encoding="utf-8")
    page.preview([path])
    office.idle(qtbot)
    assert page.files.foot.text.startswith("1 ligne modifiée.")


def test_dates_of_a_calendar_are_shown_at_the_hours_of_paris(page, office, qtbot, tmp_path):
    path = tmp_path / "agenda.ics"
    path.write_text(AGENDA, encoding="utf-8")
    page.preview([path])
    office.idle(qtbot)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)  # import
    office.idle(qtbot)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)  # see the dates
    office.idle(qtbot)
    dates = page.views.shown.dates
    assert [(row[0], row[1]) for row in texts(dates)] == [
        ("05/12/2026", "20\u00a0h\u00a000 – 23\u00a0h\u00a005"),
        ("07/12/2026", "9\u00a0h\u00a000"),
    ]
    assert page.focusWidget() is dates.table, "Down and Enter open one"
