"""The cockpit of the year and its calendar, on a real database."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton

from coopdesk.domain.duties import Duty, DutyState, NewOwnDuty
from coopdesk.ui.columns import Tone
from coopdesk.ui.home.cockpit import CockpitCard
from coopdesk.ui.home.cockpit_lines import cockpit_lines, due_text
from coopdesk.ui.home.next_steps import NextStep
from coopdesk.ui.home.own_dates import OwnDutyDialog
from coopdesk.ui.home.page import HomePage
from coopdesk.ui.home.year_dialog import YearDialog
from coopdesk.ui.home.year_sheet import GO, MARK, NOT_OURS, UNMARK
from coopdesk.ui.registry import page_specs
from tests.ui.office import TODAY, problems_of, show_page

if TYPE_CHECKING:
    from tests.ui.office import Office

OWN = NewOwnDuty("Assurance du local", dt.date(2025, 12, 20), 12)


@pytest.fixture
def page(office: Office, window, qtbot) -> HomePage:
    office.person(0)
    page = HomePage(office.desk, window)
    show_page(page, window)
    office.idle(qtbot)
    return page


def own_lines(page):
    return [line for line in page.steps.lines if line.text == OWN.title]


def test_search_finds_dates_of_our_own(office):
    office.services.duties.add_own(OWN)
    (home,) = (spec for spec in page_specs() if spec.key == "home")
    (hit,) = home.find(office.desk, "ASSURANCE local")
    assert (hit.text, hit.page) == (OWN.title, "home")
    assert home.find(office.desk, "assurance vie") == []


def test_lines_go_from_late_to_later_and_steps_stand_between():
    duties = [
        Duty("own.3", DutyState.LATER, "3", dt.date(2026, 8, 1), {"title": "Été"}),
        Duty("own.1", DutyState.LATE, "1", dt.date(2025, 11, 1), {"title": "Retard"}),
        Duty("own.2", DutyState.SOON, "2", dt.date(2025, 12, 31), {"title": "Noël"}),
        Duty("payments.check", DutyState.SOON, values={"count": 2}),
    ]
    step = NextStep(Tone.ATTENTION, "Deux règlements", "Vérifier", "imports", "to_check")
    told = NextStep(Tone.ATTENTION, "Deux", "Vérifier", "imports", None, "payments.check")
    lines = cockpit_lines(duties, [step, told], TODAY)
    assert [line.text for line in lines] == ["Retard", "Deux règlements", "Deux", "Noël", "Été"]
    assert [line.status for line in lines] == [
        "En retard",
        "À traiter",
        "À traiter",
        "Bientôt",
        "Plus tard",
    ]
    assert lines[0].when == "était à faire avant le 1er novembre 2025, il y a 41 jours"


@pytest.mark.parametrize(
    ("due_on", "said"),
    [
        (None, ""),
        (dt.date(2025, 12, 12), "aujourd’hui, 12 décembre 2025"),
        (dt.date(2025, 12, 13), "avant le 13 décembre 2025, dans 1 jour"),
        (dt.date(2026, 6, 30), "avant le 30 juin 2026"),
        (dt.date(2025, 1, 1), "était à faire avant le 1er janvier 2025"),
    ],
)
def test_days_are_named_and_near_ones_counted(due_on, said):
    assert due_text(due_on, TODAY) == said


def tab_stops(widget, count):
    """Return the buttons that Tab comes to after a widget."""
    found = []
    while len(found) < count:
        widget = widget.nextInFocusChain()
        if isinstance(widget, QPushButton):
            found.append(widget)
    return found


def test_long_list_shows_its_beginning_until_all_is_asked_for(qtbot):
    card = CockpitCard()
    qtbot.addWidget(card)
    duties = [
        Duty(f"own.{n}", DutyState.SOON, str(n), TODAY, {"title": f"Date {n}"}, "home")
        for n in range(9)
    ]
    card.show_lines(cockpit_lines(duties, [], TODAY))
    assert len(card.buttons) == 6
    assert card.more_button.text() == "Afficher les 3 autres"
    card.more_button.click()
    assert len(card.buttons) == 9
    assert tab_stops(card.year_button, 10) == [*card.buttons, card.more_button]
    card.more_button.click()
    assert len(card.buttons) == 6


def test_date_of_our_own_is_added_marked_and_comes_back_next_year(page, office, qtbot):
    page.steps.date_button.click()
    dialog = page.window().findChild(OwnDutyDialog)
    dialog.title.setText(OWN.title)
    dialog.due_on.set_day(OWN.due_on)
    dialog.repeat.choose(12)
    dialog.submit_button.click()
    office.idle(qtbot)
    (line,) = own_lines(page)
    assert (line.status, line.when) == ("Bientôt", "avant le 20 décembre 2025, dans 8 jours")
    (done,) = page.steps.done_buttons
    done.click()
    office.idle(qtbot)
    (line,) = own_lines(page)
    assert line.duty.due_on == dt.date(2026, 12, 20)
    office.services.operations.undo()
    page.reload()
    office.idle(qtbot)
    assert own_lines(page)[0].duty.due_on == dt.date(2025, 12, 20)


def test_date_without_a_day_is_refused_beneath_the_field(page, qtbot):
    page.steps.date_button.click()
    dialog = page.window().findChild(OwnDutyDialog)
    dialog.title.setText("Clés")
    dialog.submit_button.click()
    assert dialog.form.fields["due_on"].error == "Saisissez le jour à retenir."
    dialog.reject()


def test_date_of_our_own_is_opened_and_removed(page, office, qtbot):
    own = office.services.duties.add_own(OWN).value
    page.show_target(("own_duty", own.id))
    office.idle(qtbot)
    dialog = page.window().findChild(OwnDutyDialog)
    assert dialog.title.text() == OWN.title
    assert dialog.repeat.value == 12
    dialog.remove_wanted.emit()
    office.idle(qtbot)
    assert office.services.duties.own() == []


@pytest.fixture
def calendar(page, office, qtbot) -> YearDialog:
    office.services.duties.add_own(OWN)
    page.steps.year_button.click()
    office.idle(qtbot)
    return page.window().findChild(YearDialog)


def link_of(dialog, word, title):
    """Return the link of a duty as it is now, by what it says."""
    for number, duty in enumerate(dialog._sheet.duties):
        if (duty.values or {}).get("title") == title:
            return f"{word}:{number}"
    raise AssertionError(title)


def test_calendar_tells_twelve_months_with_sources(calendar):
    told = calendar.reader.toPlainText()
    for month in ("Janvier 2025", "Juin 2025", "Décembre 2025", "Assurance du local"):
        assert month in told
    assert "Source" in told
    assert "Publier les comptes (2024)" in told
    assert "Seulement au-delà de 153 000 €" in told
    # What is over stands above.
    assert calendar.reader.verticalScrollBar().value() > 0


def test_calendar_turns_to_the_year_after(calendar, office, qtbot):
    calendar.after_button.click()
    office.idle(qtbot)
    assert calendar.heading.text() == "2026"
    assert "Janvier 2026" in calendar.reader.toPlainText()


def test_calendar_marks_and_takes_back(calendar, office, qtbot):
    calendar._on_link(link_of(calendar, MARK, OWN.title))
    office.idle(qtbot)
    assert len(office.services.duties.marks()) == 1
    calendar._on_link(link_of(calendar, UNMARK, OWN.title))
    office.idle(qtbot)
    assert office.services.duties.marks() == []


def test_what_never_concerns_us_can_be_said_otherwise(calendar, office, qtbot):
    codes = [duty.code for duty in calendar._sheet.duties]
    at = codes.index("accounts.publish")
    for word, count in ((NOT_OURS, 1), (UNMARK, 0)):
        calendar._on_link(f"{word}:{at}")
        office.idle(qtbot)
        assert len(office.services.duties.marks()) == count
        assert ("Ne nous concerne pas" in calendar.reader.toPlainText()) or not count


def test_calendar_opens_the_form_of_a_date_of_our_own(calendar, page, office, qtbot):
    calendar._on_link(link_of(calendar, GO, OWN.title))
    office.idle(qtbot)
    assert page.window().findChild(OwnDutyDialog).title.text() == OWN.title


def test_calendar_fits_the_reference_screen(calendar):
    assert problems_of(calendar) == []
