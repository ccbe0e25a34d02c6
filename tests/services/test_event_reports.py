"""Reports keep what was said in order, and their themes become groups."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from coopdesk.domain.errors import FieldErrors, NotFoundError, RuleError
from coopdesk.domain.event_reports import ItemKind, NewItem, NewReport
from coopdesk.domain.events import NewEvent, When, WhenKind
from coopdesk.domain.group_rules import checked_group
from coopdesk.domain.groups import EventTie
from coopdesk.domain.ties import GROUP_LIMIT
from coopdesk.services.contacts import ContactService
from coopdesk.services.event_reports import EventReportService
from coopdesk.services.operations import OperationService
from coopdesk.services.outcome import Subject
from tests.building import NOW, TODAY, every_row, new_units, person, today

DAY = dt.date(2016, 3, 8)
ON_TUESDAY = When(WhenKind.DAYS, DAY, DAY)


@pytest.fixture
def units(tmp_path):
    with new_units(tmp_path / "rives.coopdesk") as units:
        yield units


@pytest.fixture
def reports(units):
    return EventReportService(units, today)


@pytest.fixture
def event_id(units):
    with units.write("event.added", name="Atelier") as work:
        made = work.events.add(NewEvent("Atelier des communs", when=ON_TUESDAY), "a@b", NOW)
        work.commit()
    return made


def statement(text):
    return NewItem(ItemKind.STATEMENT, text)


def theme(text="DÉCOUVRIR", **more):
    return NewItem(ItemKind.THEME, text, **more)


def test_statements_keep_the_order_in_which_they_were_typed(reports, event_id):
    told = [f"Chose dite numéro {number}" for number in range(16, 0, -1)]
    reports.add_items(event_id, [statement(text) for text in told[:10]])
    for text in told[10:]:
        reports.add_item(event_id, statement(text))
    kept = reports.of(event_id).of(ItemKind.STATEMENT)
    assert [item.content.text for item in kept] == told


def test_answers_follow_their_questions_whatever_came_first(reports, event_id):
    why, what = (
        reports.add_item(event_id, NewItem(ItemKind.QUESTION, text)).value
        for text in ("Pourquoi venir ?", "Que faire ?")
    )
    for parent, text in ((what, "Jardiner"), (why, "Par envie"), (what, "Bâtir")):
        reports.add_item(event_id, NewItem(ItemKind.ANSWER, text, parent_id=parent.id))
    report = reports.of(event_id)
    texts = ["Pourquoi venir ?", "Par envie", "Que faire ?", "Jardiner", "Bâtir"]
    assert [item.content.text for item in report.items] == texts
    assert [item.content.text for item in report.answers(what.id)] == texts[3:]


def test_question_goes_with_its_answers_and_comes_back_with_them(units, reports, event_id):
    question = reports.add_item(event_id, NewItem(ItemKind.QUESTION, "Que faire ?")).value
    reports.add_item(event_id, NewItem(ItemKind.ANSWER, "Bâtir", parent_id=question.id))
    before = every_row(units)
    reports.remove_item(question.id)
    assert reports.of(event_id).items == ()
    OperationService(units).undo()
    assert every_row(units) == before


def test_answer_needs_a_question_of_the_same_report(reports, event_id):
    said = reports.add_item(event_id, statement("Bonjour")).value
    for parent in (None, said.id, 999):
        with pytest.raises(RuleError, match=r"report\.question_missing"):
            reports.add_item(event_id, NewItem(ItemKind.ANSWER, "Oui", parent_id=parent))


def test_part_without_words_or_with_too_many_is_refused(reports, event_id):
    with pytest.raises(RuleError, match=r"report\.text_missing"):
        reports.add_item(event_id, statement(" \n "))
    with pytest.raises(RuleError, match=r"text\.too_long"):
        reports.add_item(event_id, theme("D" * (GROUP_LIMIT + 1)))
    with pytest.raises(FieldErrors):
        reports.add_item(event_id, NewItem(ItemKind.ANSWER, ""))
    assert reports.of(event_id) is None


def test_kinds_keep_only_what_is_theirs(units, reports, event_id):
    who = ContactService(units, today).add(person()).value.id
    more = {"detail": "Lire", "audience": "Tout le monde", "contact_id": who, "due_on": DAY}
    kept = {
        kind: reports.add_item(event_id, NewItem(kind, "Quoi", **more)).value.content
        for kind in (ItemKind.STATEMENT, ItemKind.THEME, ItemKind.DECISION)
    }
    assert kept[ItemKind.STATEMENT] == statement("Quoi")
    assert kept[ItemKind.THEME] == theme("Quoi", detail="Lire", audience="Tout le monde")
    assert kept[ItemKind.DECISION] == NewItem(
        ItemKind.DECISION, "Quoi", contact_id=who, due_on=DAY
    )


def test_kind_of_a_part_stays(reports, event_id):
    said = reports.add_item(event_id, statement("Bonjour")).value
    assert reports.change_item(said.id, statement("Bonsoir")).value.content.text == "Bonsoir"
    with pytest.raises(RuleError, match=r"report\.kind_fixed"):
        reports.change_item(said.id, theme())


def test_parts_are_put_into_another_order_all_or_none(reports, event_id):
    made = reports.add_items(event_id, [statement(text) for text in "abc"]).value
    ids = [item.id for item in made]
    report = reports.order_items(event_id, ItemKind.STATEMENT, ids[::-1]).value
    assert [item.content.text for item in report.items] == ["c", "b", "a"]
    for wrong in (ids[:2], [*ids, 99]):
        with pytest.raises(RuleError, match=r"report\.order_incomplete"):
            reports.order_items(event_id, ItemKind.STATEMENT, wrong)


def test_finished_report_is_changed_only_once_it_is_open_again(reports, event_id):
    new = NewReport("ÉCONOMIES", author_name="Anouk Rive", written_on=dt.date(2016, 3, 11))
    said = reports.add_item(event_id, statement("Bonjour")).value
    reports.write(event_id, new)
    assert reports.finish(event_id).value.content.is_final
    for act in (
        lambda: reports.write(event_id, new),
        lambda: reports.add_item(event_id, statement("Encore")),
        lambda: reports.change_item(said.id, statement("Encore")),
        lambda: reports.remove_item(said.id),
        lambda: reports.remove(event_id),
        lambda: reports.order_items(event_id, ItemKind.STATEMENT, [said.id]),
    ):
        with pytest.raises(RuleError, match=r"report\.finished"):
            act()
    assert not reports.reopen(event_id).value.content.is_final
    report = reports.write(event_id, replace(new, category="AGIR")).value
    assert (report.content.category, report.author) == ("AGIR", "Anouk Rive")


def test_author_who_is_a_contact_is_called_as_lists_do(units, reports, event_id):
    who = ContactService(units, today).add(person()).value.id
    report = reports.write(event_id, NewReport(author_id=who, author_name="Élo")).value
    assert (report.author, report.content.author_name) == ("Élodie Lefèvre", "")


def test_report_of_no_event_and_parts_that_are_gone_are_named(reports, event_id):
    for act in (
        lambda: reports.write(99, NewReport()),
        lambda: reports.finish(event_id),
        lambda: reports.remove(event_id),
        lambda: reports.make_groups(event_id),
        lambda: reports.remove_item(7),
        lambda: reports.make_group(7),
        lambda: reports.settle(7),
    ):
        with pytest.raises(NotFoundError):
            act()


def test_theme_becomes_a_group_that_says_where_it_was_born(units, reports, event_id):
    made = reports.add_item(
        event_id, theme(detail="Lire et visiter", audience="Tout le monde")
    ).value
    outcome = reports.make_group(made.id)
    group = outcome.value
    assert {Subject.EVENTS, Subject.GROUPS, Subject.CONTACTS} <= outcome.changes
    assert (group.name, group.content.description, group.content.audience) == (
        "DÉCOUVRIR",
        "Lire et visiter",
        "Tout le monde",
    )
    assert group.content.is_ephemeral
    assert group.content.started_on == DAY
    [kept] = reports.of(event_id).items
    assert (kept.group_id, kept.group_name) == (group.id, "DÉCOUVRIR")
    with units.read() as work:
        [born] = work.groups.events_of(group.id)
    assert (born.event_id, born.tie) == (event_id, EventTie.ORIGIN)
    with pytest.raises(RuleError, match=r"report\.group_made"):
        reports.make_group(made.id)


def test_theme_that_says_too_much_becomes_a_group_that_can_be_changed(units, reports, event_id):
    said = theme(detail="Lire. " * 800, audience="Tout le monde,\n" + "les voisins, " * 20)
    group = reports.make_group(reports.add_item(event_id, said).value.id).value
    assert group.content.audience.startswith("Tout le monde, les voisins")
    assert checked_group(group.content) == group.content


def test_every_theme_becomes_a_group_in_one_command(units, reports, event_id):
    names = ["DÉCOUVRIR", "STRUCTURER", "CONNAÎTRE", "FABRIQUER"]
    made = reports.add_items(event_id, [theme(name) for name in names]).value
    reports.make_group(made[1].id)
    before = every_row(units)
    groups = reports.make_groups(event_id).value
    assert [group.name for group in groups] == [names[0], *names[2:]]
    assert reports.make_groups(event_id).value == ()
    OperationService(units).undo()
    assert every_row(units) == before


def test_group_that_has_the_name_already_is_tied_when_asked(units, reports, event_id):
    with units.write("group.joined", group="", name="") as work:
        known = work.ties.group_id("Découvrir")
        work.commit()
    made = reports.add_item(event_id, theme("DECOUVRIR")).value
    with pytest.raises(RuleError, match=r"report\.group_exists") as refused:
        reports.make_group(made.id)
    assert refused.value.values["name"] == "Découvrir"
    assert reports.of(event_id).items[0].group_id is None
    group = reports.make_group(made.id, tie_existing=True).value
    assert (group.id, group.name, group.content.is_ephemeral) == (known, "Découvrir", False)


def test_group_stays_when_its_theme_or_the_report_goes(units, reports, event_id):
    made = reports.add_item(event_id, theme()).value
    group = reports.make_group(made.id).value
    reports.remove_item(made.id)
    before = every_row(units)
    reports.remove(event_id)
    assert reports.of(event_id) is None
    with units.read() as work:
        assert work.groups.get(group.id).name == "DÉCOUVRIR"
    OperationService(units).undo()
    assert every_row(units) == before


def test_only_themes_become_groups_and_only_decisions_are_carried_out(reports, event_id):
    said = reports.add_item(event_id, statement("Bonjour")).value
    with pytest.raises(RuleError, match=r"report\.no_theme"):
        reports.make_group(said.id)
    with pytest.raises(RuleError, match=r"report\.no_decision"):
        reports.settle(said.id)


def test_decisions_are_due_the_most_urgent_first_until_they_are_done(reports, event_id):
    days = {"plus tard": None, "en mai": dt.date(2016, 5, 2), "en avril": dt.date(2016, 4, 4)}
    for text, day in days.items():
        reports.add_item(event_id, NewItem(ItemKind.DECISION, text, due_on=day))
    reports.finish(event_id)
    due = reports.decisions_due()
    assert [one.item.content.text for one in due] == ["en avril", "en mai", "plus tard"]
    assert {one.event_title for one in due} == {"Atelier des communs"}
    soon = reports.decisions_due(dt.date(2016, 4, 30))
    assert [one.item.id for one in soon] == [due[0].item.id]
    assert reports.settle(due[0].item.id).value.content.done_on == TODAY
    assert len(reports.decisions_due()) == 2
    reports.unsettle(due[0].item.id)
    assert len(reports.decisions_due()) == 3


def test_no_part_at_all_begins_no_report(units, reports, event_id):
    before = OperationService(units).state()
    assert reports.add_items(event_id, []).value == ()
    assert reports.of(event_id) is None
    assert OperationService(units).state() == before
