"""The calendar of events in the window: moved, opened and filled by keys."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSizeF, Qt
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtWidgets import QApplication

from coopdesk.domain.event_days import CalendarEntry
from coopdesk.domain.events import (
    EventKind,
    EventState,
    NewEvent,
    When,
    WhenKind,
)
from coopdesk.ui.events.calendar_bar import Part
from coopdesk.ui.events.calendar_grid import CalendarGrid
from coopdesk.ui.events.calendar_layout import Extent, GridLayout
from coopdesk.ui.events.calendar_marks import Shape, mark_of
from coopdesk.ui.events.calendar_paint import paint_bar
from coopdesk.ui.events.page import EventPage
from coopdesk.ui.events.views import View
from tests.spent import spent
from tests.ui.events.conftest import plain, settle
from tests.ui.office import TODAY, problems_of

DAY = dt.date(2016, 4, 12)
AGENDA = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Ailleurs//FR
BEGIN:VEVENT
UID:foire@ailleurs
DTSTAMP:20150101T000000Z
DTSTART;VALUE=DATE:20251206
DTEND;VALUE=DATE:20251208
SUMMARY:Foire bio
LOCATION:Place de la Foire
STATUS:CONFIRMED
END:VEVENT
END:VCALENDAR
"""


def days(first, last=None, begins=None, ends=None, kind=WhenKind.DAYS):
    return When(kind, first, last or first, begins, ends)


def december(day, last=None, **more):
    return days(TODAY.replace(day=day), TODAY.replace(day=last or day), **more)


def fill(office):
    """Record what stands in a December: exact days, a week, a month, no date, a foreign one."""
    add = office.services.events.add
    made = {}
    for new in (
        NewEvent("Atelier", when=december(4, begins=dt.time(18), ends=dt.time(20, 30))),
        NewEvent("Ramdam", EventKind.FESTIVAL, EventState.CONFIRMED, december(19, 21)),
        NewEvent("Bureau", EventKind.MEETING, EventState.CONFIRMED, december(12)),
        NewEvent("Formation", EventKind.TRAINING, when=december(12, begins=dt.time(9))),
        NewEvent("Tournée", when=december(8, 14, kind=WhenKind.WEEK)),
        NewEvent("Fête", when=december(1, 31, kind=WhenKind.MONTH)),
        NewEvent("Assemblée", EventKind.ASSEMBLY),
    ):
        made[new.title] = add(new).value.id
    path = office.folder / "agenda.ics"
    path.write_text(AGENDA, encoding="utf-8")
    office.services.calendar_imports.apply(path)
    return made


@pytest.fixture
def calendar(qtbot, office, page):
    def show(*, filled=True):
        made = fill(office) if filled else {}
        shown = page()
        view = shown.views.show(View.CALENDAR)
        settle(qtbot, office)
        view.setFocus()
        return view, made

    return show


def press(qtbot, view, *keys):
    for key in keys:
        qtbot.keyClick(view.grid, key)


def titles(marks):
    return [mark.title for mark in marks]


def test_month_of_today_is_shown_with_what_is_held(calendar):
    view, _made = calendar()
    assert view.bar.title.text() == "Décembre 2025"
    assert view.day == TODAY
    assert titles(view.grid.marks_of(TODAY)) == ["Bureau", "Formation"]
    assert titles(view.grid.marks_of(TODAY.replace(day=20))) == ["Ramdam"]
    assert titles(view.side.day.marks) == ["Bureau", "Formation"]


def test_what_has_no_exact_day_stands_in_the_band(calendar):
    view, _made = calendar()
    assert [plain(button.text()) for button in view.band.buttons] == [
        "Décembre 2025 : Fête",
        "Semaine du 8 décembre 2025 : Tournée",
    ]


def test_what_has_no_date_stands_beside(calendar):
    view, _made = calendar()
    assert titles(view.side.undated.marks) == ["Assemblée"]


def test_arrows_and_page_keys_move_the_day(qtbot, calendar):
    view, _made = calendar()
    key = Qt.Key
    press(qtbot, view, key.Key_Right, key.Key_Down, key.Key_Left, key.Key_Left)
    assert view.day == TODAY + dt.timedelta(days=6)
    press(qtbot, view, key.Key_Home)
    assert view.day == TODAY.replace(day=1)
    press(qtbot, view, key.Key_End)
    assert view.day == TODAY.replace(day=31)
    press(qtbot, view, key.Key_PageDown)
    assert view.day == dt.date(2026, 1, 31)
    press(qtbot, view, key.Key_PageDown)
    assert view.day == dt.date(2026, 2, 28)
    press(qtbot, view, key.Key_T)
    assert view.day == TODAY


def test_leaving_the_month_reads_the_next_one(qtbot, office, calendar):
    view, _made = calendar()
    office.services.events.add(
        NewEvent("Galette", when=days(dt.date(2026, 1, 10))),
    )
    press(qtbot, view, Qt.Key.Key_PageDown)
    settle(qtbot, office)
    assert view.bar.title.text() == "Janvier 2026"
    assert titles(view.grid.marks_of(dt.date(2026, 1, 10))) == ["Galette"]


def test_letters_and_buttons_switch_between_month_week_and_list(qtbot, office, calendar):
    view, _made = calendar()
    press(qtbot, view, Qt.Key.Key_W)
    settle(qtbot, office)
    assert view.bar.part is Part.WEEK
    assert view.grid.extent is Extent.WEEK
    assert plain(view.bar.title.text()) == "Du 8 au 14 décembre 2025"
    press(qtbot, view, Qt.Key.Key_L)
    settle(qtbot, office)
    assert view.bar.part is Part.LIST
    assert view.list.model.rowCount() == 8
    assert view.bar.title.text() == "2025"
    said = "6 événements · 1 date d’agenda · 1 sans date"
    assert (plain(view.bar.count.text()), plain(view.list._count.text())) == (said, said)
    # The list opens at the chosen day.
    marked = view.list.model.fetch_texts(view.list.selected_ids)
    assert [texts[2] for texts in marked] == ["Bureau"]
    view.bar.chips.chip(Part.MONTH).click()
    settle(qtbot, office)
    assert view.grid.isVisible()
    assert view.grid.hasFocus()


def test_french_letter_of_the_week_leads_there_too(qtbot, office, calendar):
    view, _made = calendar()
    press(qtbot, view, Qt.Key.Key_S)
    settle(qtbot, office)
    assert view.bar.part is Part.WEEK


def test_arrows_of_the_bar_move_by_what_is_shown(calendar):
    view, _made = calendar()
    view.bar.on_button.click()
    assert view.day == dt.date(2026, 1, 12)
    view.show_part(Part.WEEK)
    view.bar.back_button.click()
    assert view.day == dt.date(2026, 1, 5)
    view.show_part(Part.LIST)
    view.bar.back_button.click()
    assert view.day.year == 2025


def test_enter_opens_the_event_of_the_day(qtbot, office, calendar):
    view, made = calendar()
    opened = []
    office.desk.navigator.requested.connect(lambda page, target: opened.append((page, target)))
    view.grid.choose(TODAY.replace(day=4))
    press(qtbot, view, Qt.Key.Key_Return)
    assert opened == [("events", ("event", made["Atelier"], "sheet"))]


def test_enter_on_a_full_day_goes_to_its_list(qtbot, office, calendar):
    view, made = calendar()
    opened = []
    office.desk.navigator.requested.connect(lambda page, target: opened.append(target[1]))
    press(qtbot, view, Qt.Key.Key_Return)
    assert view.side.day.hasFocus()
    assert [index.row() for index in view.side.day.selectedIndexes()] == [0]
    qtbot.keyClick(view.side.day, Qt.Key.Key_Down)
    qtbot.keyClick(view.side.day, Qt.Key.Key_Return)
    assert opened == [made["Formation"]]
    qtbot.keyClick(view.side.day, Qt.Key.Key_Escape)
    assert view.grid.hasFocus()


def test_tabs_come_back_when_an_open_event_is_left_for_the_calendar(qtbot, office, calendar):
    view, made = calendar()
    page = view._page
    page.show_target(("event", made["Ramdam"]))
    settle(qtbot, office)
    assert not page.views.tabs.isVisible()
    page.show_target(("calendar", "month"))
    settle(qtbot, office)
    assert page.views.tabs.isVisible()


def test_calendar_has_the_keys_as_soon_as_its_tab_is_clicked(qtbot, office, page):
    fill(office)
    shown = page()
    shown.views.shown.search.setFocus()
    tabs = shown.views.tabs
    place = tabs.tabRect(shown.views.tab_of(View.CALENDAR)).center()
    qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=place)
    settle(qtbot, office)
    view = shown.views.view(View.CALENDAR)
    assert view.grid.hasFocus()
    shown.views.show(View.EVENTS)
    tabs.setFocus()
    qtbot.keyClick(tabs, Qt.Key.Key_Right)
    settle(qtbot, office)
    assert shown.views.current is View.CALENDAR
    assert tabs.hasFocus()


def test_low_screen_shows_one_bar_of_each_day(qtbot):
    layout = GridLayout(TODAY, Extent.MONTH)
    layout.size = QSizeF(600, 26 + 44 * 5)
    assert (layout.lanes, layout.bar_height) == (1, Extent.MONTH.value)
    # Lower still, bars keep their place without their words.
    layout.size = QSizeF(600, 26 + 33 * 5)
    assert layout.lanes == 1
    assert layout.bar_height < 10


def test_new_event_begins_on_the_chosen_day(qtbot, office, calendar):
    view, _made = calendar()
    view.grid.choose(TODAY.replace(day=24))
    view.doing.new_action.trigger()
    settle(qtbot, office)
    dialog = view.doing.asker.dialog
    dialog.title.setText("Veillée")
    dialog.submit_button.click()
    settle(qtbot, office)
    assert titles(view.grid.marks_of(TODAY.replace(day=24))) == ["Veillée"]
    assert view.head.primary is view.doing.new_action


def test_imported_date_becomes_an_event_after_a_question(qtbot, office, calendar):
    view, _made = calendar()
    day = TODAY.replace(day=6)
    (mark,) = view.grid.marks_of(day)
    assert mark.shape is Shape.IMPORTED
    assert "d’un agenda" in mark.said
    opened = []
    office.desk.navigator.requested.connect(lambda page, target: opened.append(target[1]))
    view.grid.choose(day)
    press(qtbot, view, Qt.Key.Key_Return)
    view.doing.question.defaultButton().click()
    settle(qtbot, office)
    event = office.services.events.get(opened[0])
    assert event.title == "Foire bio"
    assert (event.when.starts_on, event.when.ends_on) == (day, TODAY.replace(day=7))


def test_file_without_events_says_what_to_do_first(calendar):
    view, _made = calendar(filled=False)
    assert view.empty.isVisible()
    assert not view.grid.isVisible()


def test_each_day_is_said_for_screen_readers(calendar):
    view, _made = calendar()
    said = plain(view.grid.accessibleDescription()).splitlines()
    assert said[0].startswith("vendredi 12 décembre 2025 : Bureau; Formation, 9 h")
    assert any(line.startswith("jeudi 4 décembre 2025 : Atelier, 18 h") for line in said)
    assert plain(view.grid.accessibleName()) == "Calendrier : Décembre 2025"
    view.grid.choose(TODAY.replace(day=1))
    assert plain(view.grid.accessibleDescription()).splitlines()[0] == (
        "lundi 1er décembre 2025 : rien"
    )


def test_bar_says_all_of_it_on_hover_and_opens_at_a_double_click(qtbot, office, calendar):
    view, made = calendar()
    layout = view.grid.layout_of_days
    room = next(
        room
        for room, bar in layout.seen_bars()
        if view.grid.mark_at(room.center()).title == "Ramdam"
    )
    spot = room.center().toPoint()
    shown = QHelpEvent(QEvent.Type.ToolTip, spot, view.grid.mapToGlobal(spot))
    assert view.grid.event(shown)
    assert "Ramdam" in view.grid.mark_at(QPointF(spot)).said
    opened = []
    office.desk.navigator.requested.connect(lambda page, target: opened.append(target[1]))
    qtbot.mouseClick(view.grid, Qt.MouseButton.LeftButton, pos=spot)
    qtbot.mouseDClick(view.grid, Qt.MouseButton.LeftButton, pos=spot)
    assert opened == [made["Ramdam"]]


def test_target_names_a_day_and_a_part(qtbot, office, calendar):
    view, _made = calendar()
    view.show_target(("calendar", "week", DAY))
    settle(qtbot, office)
    assert view.day == DAY
    assert plain(view.bar.title.text()) == "Du 11 au 17 avril 2016"


def test_nothing_is_cut_off_on_the_reference_screen(calendar):
    view, _made = calendar()
    assert problems_of(view) == []
    assert problems_of(view._page) == []


def entry(number, state=EventState.CONFIRMED, *, imported=False):
    first = DAY.replace(day=1) + dt.timedelta(days=number % 28)
    return CalendarEntry(
        days(first, first + dt.timedelta(days=number % 3), dt.time(number % 24)),
        f"Événement {number}",
        state,
        event_id=None if imported else number + 1,
        item_id=number + 1 if imported else None,
    )


def picture_of(shape_entry):
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

    image = QImage(120, 24, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_bar(painter, QRectF(2, 2, 116, 20), mark_of(0, shape_entry), (True, True))
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def test_shapes_differ_without_any_colour(qtbot, theme):
    theme.set_high_contrast(True)
    pictures = [picture_of(entry(1, state)) for state in EventState]
    pictures.append(picture_of(entry(1, imported=True)))
    for at, one in enumerate(pictures):
        assert all(one != other for other in pictures[at + 1 :])


@pytest.mark.parametrize("extent", list(Extent))
def test_two_hundred_events_of_a_month_are_painted_at_once(qtbot, extent):
    grid = CalendarGrid(lambda: DAY)
    qtbot.addWidget(grid)
    grid.resize(900, 620)
    grid.show_extent(extent)
    marks = [mark_of(number, entry(number)) for number in range(200)]
    grid.show()
    QApplication.processEvents()
    with spent() as laid:
        grid.show_marks(marks)
    grid.grab()
    with spent() as painted:
        grid.grab()
    assert laid.seconds < 0.05
    assert painted.seconds < 0.05
    with spent() as moved:
        qtbot.keyClick(grid, Qt.Key.Key_Right)
    assert moved.seconds < 0.016
    assert isinstance(grid.mapToGlobal(QPoint(0, 0)), QPoint)


def test_what_has_no_date_is_read_whole_beside_the_days(qtbot, office, calendar):
    office.services.events.add(NewEvent("Formation : tenir la caisse d’un lieu à plusieurs"))
    view, _made = calendar(filled=False)
    undated = view.side.undated
    assert undated.marks
    assert undated.verticalScrollBar().maximum() == 0


def test_page_that_shows_the_calendar_gives_its_days_the_keys_again(calendar):
    view, _made = calendar()
    view.window().setFocus()
    page = next(one for one in view.window().findChildren(EventPage))
    assert page.first_focus is view.grid
    page.views.show(View.EVENTS)
    assert page.first_focus is page.search_field
