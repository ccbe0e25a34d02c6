"""The forms of events, driven as an organiser would: add, programme, tariffs, next edition."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from coopdesk.domain.event_registrations import NewRegistration
from coopdesk.domain.event_reports import ItemKind, NewItem, NewReport
from coopdesk.domain.events import (
    EventKind,
    EventRole,
    EventState,
    NewEvent,
    Pricing,
    When,
    WhenKind,
)
from coopdesk.domain.money import Money
from coopdesk.ui.events.papers import Paper
from coopdesk.ui.events.targets import Part, event_target
from tests.ui.events.conftest import DAY, fill_event, plain, settle
from tests.ui.office import texts

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


@pytest.fixture
def view(page):
    return page().views.shown


@pytest.fixture
def opened(page, office, qtbot):
    """Show the sheet of a workshop."""
    event_id = fill_event(office)
    shown = page()
    shown.show_target(event_target(event_id))
    settle(qtbot, office)
    return shown.views.shown


def submit(dialog, office, qtbot):
    dialog.submit_button.click()
    settle(qtbot, office)


def test_duty_to_hold_an_assembly_opens_the_form_of_one(view, office, qtbot):
    view.show_target(("event_new", "assembly"))
    settle(qtbot, office)
    dialog = view.doing.asker.dialog
    assert (dialog.title.text(), dialog.kind.value) == (
        "Assemblée générale",
        EventKind.ASSEMBLY,
    )
    dialog.reject()


def test_event_is_added_with_a_place_and_a_cycle_made_on_the_way(view, office, qtbot):
    view.primary_action.trigger()
    settle(qtbot, office)
    dialog = view.doing.asker.dialog
    submit(dialog, office, qtbot)
    assert "titre" in dialog.form.error_of("title")
    dialog.title.setText("Atelier")
    dialog.when.begins_at.setText("18h30")
    submit(dialog, office, qtbot)
    assert dialog.form.error_of("starts_on")
    dialog.when.starts_on.set_day(DAY)
    dialog.venue.new_button.click()
    venue = dialog.asker.dialog
    venue.name.setText("Salle du quai")
    venue.capacity.setText("40")
    submit(venue, office, qtbot)
    assert dialog.capacity.text() == "40"
    dialog.capacity.setText("50")
    assert "Plus que le lieu" in dialog.form.fields["capacity"]._below.text()
    dialog.form.unfold()
    dialog.cycle.new_button.click()
    cycle = dialog.asker.dialog
    cycle.name.setText("Ateliers")
    submit(cycle, office, qtbot)
    dialog.edition.setText("3")
    submit(dialog, office, qtbot)
    record = view.sheet
    content = record.sheet.event.content
    assert record.title == "Atelier (3e édition)"
    assert (content.capacity, content.when.begins_at) == (50, dt.time(18, 30))
    assert record.sheet.venue.name == "Salle du quai"


def test_week_is_taken_whole_from_any_of_its_days(view, office, qtbot):
    view.primary_action.trigger()
    settle(qtbot, office)
    dialog = view.doing.asker.dialog
    dialog.title.setText("Quatrième atelier")
    dialog.when.kind.choose(WhenKind.WEEK)
    dialog.when.starts_on.set_day(dt.date(2150, 4, 15))
    submit(dialog, office, qtbot)
    when = view.sheet.sheet.event.when
    assert (when.starts_on, when.ends_on) == (dt.date(2150, 4, 13), dt.date(2150, 4, 19))


def test_new_event_waits_for_a_day_and_may_do_without(view, office, qtbot):
    view.primary_action.trigger()
    settle(qtbot, office)
    dialog = view.doing.asker.dialog
    assert dialog.when.kind.value is WhenKind.DAYS
    dialog.title.setText("Atelier")
    submit(dialog, office, qtbot)
    assert view.sheet.sheet.event.when.kind is WhenKind.UNDATED


def test_unreadable_hour_is_said_under_its_field(view, office, qtbot):
    view.primary_action.trigger()
    settle(qtbot, office)
    dialog = view.doing.asker.dialog
    dialog.title.setText("Atelier")
    dialog.when.starts_on.set_day(DAY)
    dialog.when.begins_at.setText("tard")
    submit(dialog, office, qtbot)
    assert "14h30" in dialog.form.error_of("begins_at")


def test_session_of_an_event_of_a_week_is_given_no_day(view, office, qtbot):
    monday = dt.date(2150, 4, 13)
    week = When(WhenKind.WEEK, monday, monday)
    event = office.services.events.add(NewEvent("Atelier", when=week)).value
    view.show_target(event_target(event.id, Part.PROGRAMME))
    settle(qtbot, office)
    tab = view.events.tab
    tab.add_action.trigger()
    dialog = tab.doing.asker.dialog
    dialog.title.setText("Accueil")
    submit(dialog, office, qtbot)
    assert view.sheet.sheet.sessions[0].content.held_on is None


def test_sessions_are_added_and_moved(opened, office, qtbot):
    opened.events.show_part(Part.PROGRAMME)
    settle(qtbot, office)
    tab = opened.events.tab
    tab.add_action.trigger()
    dialog = tab.doing.asker.dialog
    dialog.title.setText("Repas partagé")
    dialog.begins_at.setText("20h")
    submit(dialog, office, qtbot)
    order = [x.content.title for x in opened.sheet.sheet.sessions]
    assert order == ["Tour de table", "Thèmes", "Repas partagé"]
    last = opened.sheet.sheet.sessions[-1].id
    tab.reader.link_activated.emit(f"raise-session:{last}")
    settle(qtbot, office)
    order = [x.content.title for x in opened.sheet.sheet.sessions]
    assert order == ["Tour de table", "Repas partagé", "Thèmes"]
    tab.reader.link_activated.emit(f"remove-session:{last}")
    settle(qtbot, office)
    assert len(opened.sheet.sheet.sessions) == 2


def test_parts_are_turned_by_keys_and_a_new_session_has_ctrl_n(opened, office, qtbot):
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    for turned, modifiers in (
        (Part.PROGRAMME, Qt.KeyboardModifier.ControlModifier),
        (Part.SHEET, both),
        (Part.PROGRAMME, Qt.KeyboardModifier.ControlModifier),
    ):
        # A keyboard sends Backtab where Shift is held.
        key = Qt.Key.Key_Backtab if modifiers == both else Qt.Key.Key_Tab
        qtbot.keyClick(opened.events.focusWidget(), key, modifiers)
        settle(qtbot, office)
        assert opened.events.part is turned
    assert opened.head.primary is opened.events.tab.add_action


def test_speaker_by_a_first_name_alone_goes_into_a_session(opened, office, qtbot):
    opened.events.show_part(Part.PROGRAMME)
    settle(qtbot, office)
    tab = opened.events.tab
    session = opened.sheet.sheet.sessions[1].id
    tab.reader.link_activated.emit(f"add-speaker:{session}")
    dialog = tab.doing.asker.dialog
    submit(dialog, office, qtbot)
    assert dialog.form.error_of("name")
    dialog.who.setText("Aurélien")
    dialog.subject.setText("Les communs")
    submit(dialog, office, qtbot)
    (part,) = [x for x in opened.sheet.sheet.parts if x.content.role is EventRole.SPEAKER]
    assert (part.name, part.session_title) == ("Aurélien", "Thèmes")
    assert "Aurélien : Les communs" in plain(tab.reader.toPlainText())


def test_tariff_is_added_and_offered_no_more(opened, office, qtbot):
    opened.panel.link_activated.emit("add-tariff:0")
    dialog = opened.programme.asker.dialog
    dialog.name.setText("Solidaire")
    dialog.pricing.choose(Pricing.OPEN)
    dialog.amount.setText("5")
    dialog.minimum.setText("8")
    submit(dialog, office, qtbot)
    assert dialog.form.error_of("amount")
    dialog.minimum.setText("2")
    submit(dialog, office, qtbot)
    (tariff,) = [x for x in opened.sheet.sheet.tariffs if x.content.name == "Solidaire"]
    assert tariff.content.minimum == Money(200)
    opened.panel.link_activated.emit(f"close-tariff:{tariff.id}")
    settle(qtbot, office)
    assert "plus proposé" in plain(opened.panel.reader.toPlainText())


def test_event_that_another_page_names_opens_at_the_part_it_names(opened, office, qtbot):
    other = office.services.events.add(NewEvent("Assemblée")).value.id
    opened.show_target(event_target(other, Part.REPORT))
    settle(qtbot, office)
    assert (opened.sheet.id, opened.events.part) == (other, Part.REPORT)


def test_event_is_confirmed_and_cancelled(opened, office, qtbot):
    opened.doing.confirm_action.trigger()
    settle(qtbot, office)
    assert opened.sheet.sheet.event.content.state is EventState.CONFIRMED
    assert opened.doing.confirm_action.text() == "Ce n’est plus sûr"
    opened.doing.cancel_action.trigger()
    settle(qtbot, office)
    assert opened.sheet.sheet.event.content.state is EventState.CANCELLED
    opened.doing.confirm_action.trigger()
    settle(qtbot, office)
    assert opened.sheet.sheet.event.content.state is EventState.PLANNED


def test_next_edition_takes_over_team_and_tariffs_without_a_date(opened, office, qtbot):
    opened.events.show_part(Part.REPORT)
    opened.doing.next_action.trigger()
    settle(qtbot, office)
    submit(opened.doing.asker.dialog, office, qtbot)
    record = opened.sheet
    assert opened.events.part is Part.SHEET
    assert record.title == "Atelier coopérative (4e édition)"
    assert record.sheet.event.when.kind is WhenKind.UNDATED
    assert len(record.sheet.tariffs) == 3
    assert record.counts.registered == 0
    opened.panel.link_activated.emit(f"event:{record.sheet.event.content.previous_id}")
    settle(qtbot, office)
    assert opened.sheet.title == "Atelier coopérative (3e édition)"


def test_next_edition_is_asked_for_with_what_the_report_says_of_its_date(opened, office, qtbot):
    said = NewReport(next_text="dans la semaine du 11 avril")
    office.services.event_reports.write(opened.sheet.id, said)
    opened.doing.next_action.trigger()
    settle(qtbot, office)
    told = [label.text() for label in opened.doing.asker.dialog.findChildren(QLabel)]
    assert any(text.endswith("dans la semaine du 11 avril") for text in told)


def test_removed_event_leaves_the_list_and_closes_its_sheet(opened, office, qtbot):
    opened.doing.remove_action.trigger()
    settle(qtbot, office)
    assert opened.detail.shown_id is None
    assert texts(opened.list) == []


def test_part_that_is_looked_at_offers_its_paper_first(opened, office, qtbot):
    offered = []
    for part in (Part.REPORT, Part.MONEY, Part.SHEET):
        opened.events.show_part(part)
        settle(qtbot, office)
        opened.papers.print_action.trigger()
        offered.append(opened.papers.dialog.paper.value)
        opened.papers.dialog.reject()
    assert offered == [Paper.REPORT, Paper.SHEET, Paper.ATTENDANCE]


def test_paper_is_chosen_and_written(opened, office, qtbot, desktop_files):
    opened.papers.export_action.trigger()
    dialog = opened.papers.dialog
    dialog.paper.choose(Paper.CALENDAR)
    dialog.submit_button.click()
    chooser = opened.papers.writing.chooser
    (name,) = chooser.selectedFiles()
    assert name.endswith("/evenement-atelier-cooperative-3e-edition.ics")
    target = office.folder / "atelier.ics"
    chooser.fileSelected.emit(str(target))
    chooser.close()
    settle(qtbot, office)
    assert b"BEGIN:VEVENT" in target.read_bytes()


@pytest.mark.parametrize("paper", list(Paper))
def test_every_paper_of_an_event_is_written(opened, office, qtbot, paper, desktop_files):
    event_id = opened.sheet.id
    item = NewItem(ItemKind.STATEMENT, "On décide vite à douze.")
    office.services.event_reports.add_item(event_id, item)
    office.services.registrations.register(NewRegistration(event_id, office.person().id))
    opened.papers.write(paper)
    chooser = opened.papers.writing.chooser
    target = office.folder / f"papier-{paper.value}"
    chooser.fileSelected.emit(str(target))
    chooser.close()
    settle(qtbot, office)
    assert target.exists()
