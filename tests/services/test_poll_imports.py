"""Polls, forms and calendars come in whole, once, and go out whole."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.errors import RuleError
from coopdesk.domain.import_decisions import NEW_CONTACT, ImportDecisions, RowDecision
from coopdesk.domain.imports import RowVerdict
from coopdesk.domain.polls import PollKind
from coopdesk.services.calendar_imports import CalendarImportService
from coopdesk.services.contacts import ContactService
from coopdesk.services.imports import ImportService
from coopdesk.services.poll_imports import PollImportService
from tests.building import new_units, person, today

DAYS = (
    ',"11/04/2026","11/04/2026","13/04/2026",\r\n'
    ',"18h-20h","20h-22h","soir",\r\n'
    '"Maëlle Zéphyr","Oui","Non","Si nécessaire",\r\n'
    '"Yann","Oui","Oui","Inconnu",\r\n'
)
FORM = (
    '"Détails de soumission"\t""\t""\t""\t""\t""\n'
    '""\t""\t""\t"Ateliers souhaités"\t""\t""\n'
    '"Numéro"\t"Adresse IP"\t"Nom"\t"Découvrir"\t"Structurer"\t"Remarque"\n'
    '"1"\t"192.0.2.7"\t"Zéphyr"\t"X"\t""\t"J’apporte un gâteau"\n'
    '"2"\t"192.0.2.8"\t"Le Guen"\t"X"\t"X"\t""\n'
)
EVENTS = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
    "BEGIN:VEVENT\r\nUID:ramdam@example.org\r\nDTSTART;VALUE=DATE:20150604\r\n"
    "DTEND;VALUE=DATE:20150606\r\nSUMMARY:Ramdam\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:broken@example.org\r\nDTSTART:demain\r\nSUMMARY:Flou\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:reunion@example.org\r\nDTSTART:20260404T220000Z\r\n"
    "DURATION:PT2H\r\nSUMMARY:Réunion\\, suite\r\nEND:VEVENT\r\n"
    "END:VCALENDAR\r\n"
)
AT_EIGHT = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:huit@example.org\r\n"
    "DTSTART{start}\r\nSUMMARY:Concert\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


@pytest.fixture
def units(tmp_path):
    with new_units(tmp_path / "rives.coopdesk") as units:
        yield units


@pytest.fixture
def polls(units):
    return PollImportService(units)


def written(tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8", newline="")
    return path


def test_slots_are_counted_with_if_needed_apart_and_the_best_one_is_found(tmp_path, polls):
    path = written(tmp_path, "3e atelier.csv", DAYS)
    assert polls.preview(path).count(RowVerdict.NEW) == 2
    assert polls.apply(path).value.new == 2
    (line,) = polls.polls()
    assert (line.kind, line.title, line.reply_count) == (PollKind.DAYS, "3e atelier", 2)
    (best,) = line.best
    assert (best.option.held_on, best.option.moment) == (dt.date(2026, 4, 11), "18h-20h")
    counts = polls.poll(line.id).counts
    assert [(x.yes, x.maybe, x.no, x.unknown) for x in counts] == [
        (2, 0, 0, 0),
        (1, 0, 1, 0),
        (0, 1, 0, 1),
    ]


def test_a_poll_imported_again_brings_only_what_changed(tmp_path, polls):
    polls.apply(written(tmp_path, "atelier.csv", DAYS))
    assert polls.apply(written(tmp_path, "atelier (1).csv", DAYS)).value is None
    later = DAYS.replace('"Yann","Oui"', '"Yann","Non"') + '"Zoé","Oui","Non","Non",\r\n'
    summary = polls.apply(written(tmp_path, "atelier.csv", later)).value
    assert (summary.new, summary.changed, summary.same) == (1, 1, 1)
    (line,) = polls.polls()
    assert polls.poll(line.id).counts[0].yes == 2


def test_replies_go_to_the_only_contact_of_that_name_or_as_a_person_says(
    tmp_path, units, polls
):
    maelle = ContactService(units, today).add(person("Zéphyr", "Maëlle")).value.id
    path = written(tmp_path, "atelier.csv", DAYS)
    decisions = ImportDecisions({4: RowDecision(contact_id=NEW_CONTACT)})
    assert [x.contact_id for x in polls.preview(path, decisions).lines] == [maelle, -1]
    polls.apply(path, decisions)
    (line,) = polls.polls()
    assert {x.name: x.contact_name for x in polls.poll(line.id).replies} == {
        "Maëlle Zéphyr": "Maëlle Zéphyr",
        "Yann": "Yann",
    }
    assert polls.apply(path, decisions).value is None


def test_a_word_that_is_no_answer_refuses_its_row_until_it_is_corrected(tmp_path, units, polls):
    path = written(tmp_path, "atelier.csv", DAYS.replace('"Inconnu"', '"Peut-être"'))
    refused = polls.preview(path).lines[1]
    assert (refused.verdict, refused.reason) == (RowVerdict.REFUSED, "poll.answer_unknown")
    cure = ImportDecisions({4: RowDecision(cells={refused.summary: "Si nécessaire"})})
    assert polls.preview(path, cure).count(RowVerdict.NEW) == 2
    worse = ImportDecisions({4: RowDecision(cells={refused.summary: "Bof"})})
    runs = ImportService(units, today)
    for decided in (worse, cure):
        kept = runs.rows(polls.apply(path, decided).value.id)
        assert "Peut-être" in kept[-1].raw.values(), "what the file said stays known"


@pytest.mark.parametrize("label", ["Adresse IP", "Poste"])
def test_choices_of_a_form_are_counted_and_network_addresses_are_not_kept(
    tmp_path, units, polls, label
):
    path = written(tmp_path, "inscriptions.csv", FORM.replace("Adresse IP", label))
    run = polls.apply(path).value
    (line,) = polls.polls()
    poll = polls.poll(line.id)
    assert [(x.option.group, x.option.label, x.yes) for x in poll.counts] == [
        ("", "Nom", 0),
        ("Ateliers souhaités", "Découvrir", 2),
        ("Ateliers souhaités", "Structurer", 1),
        ("", "Remarque", 0),
    ]
    assert poll.replies[1].answers[3] == "J’apporte un gâteau"
    kept = ImportService(units, today).rows(run.id)
    assert "192.0.2.7" not in str(kept)


def test_whole_days_end_on_the_day_before_and_a_broken_event_spoils_no_other(tmp_path, units):
    service = CalendarImportService(units)
    path = written(tmp_path, "agenda.ics", EVENTS)
    summary = service.apply(path).value
    assert (summary.new, summary.refused) == (2, 1)
    assert service.preview(path).lines[1].summary == "Flou"
    kept = [row.raw["SUMMARY"] for row in ImportService(units, today).rows(summary.id)]
    assert kept == ["Ramdam", "Flou", "Réunion\\, suite"]
    ramdam, meeting = service.items()
    assert (ramdam.starts_on, ramdam.ends_on) == (dt.date(2015, 6, 4), dt.date(2015, 6, 5))
    assert (meeting.title, meeting.starts_on) == ("Réunion, suite", dt.date(2026, 4, 5))
    assert service.apply(path).value is None
    first = service.preview(path).lines[0].line
    renamed = ImportDecisions({first: RowDecision(cells={"SUMMARY": "Fête"})})
    assert service.preview(path, renamed).lines[0].raw["SUMMARY"] == "Fête"
    rows = ImportService(units, today).rows(service.apply(path, renamed).value.id)
    kept = [row.raw["SUMMARY"] for row in rows]
    assert kept == ["Ramdam", "Flou"], "what the file said stays known"
    moved = written(tmp_path, "agenda.ics", EVENTS.replace("20150606", "20150607"))
    assert service.apply(moved).value.changed == 1


@pytest.mark.parametrize(
    "start",
    [
        ":20261205T190000Z",
        ":20260605T180000Z",
        ":20261205T200000",
        ";TZID=Europe/Paris:20261205T200000",
        ";TZID=Europe/London:20261205T200000",
        ";TZID=America/Cayenne:20261205T200000",
    ],
)
def test_an_event_is_kept_at_the_hour_of_its_clock(tmp_path, units, start):
    service = CalendarImportService(units)
    service.apply(written(tmp_path, "agenda.ics", AT_EIGHT.format(start=start)))
    (event,) = service.items()
    assert (event.starts_at.hour, event.starts_on.day) == (20, 5)


def test_imports_of_polls_and_calendars_are_taken_back_whole(tmp_path, units, polls):
    imports, calendars = ImportService(units, today), CalendarImportService(units)
    runs = [
        polls.apply(written(tmp_path, "atelier.csv", DAYS)).value,
        calendars.apply(written(tmp_path, "agenda.ics", EVENTS)).value,
    ]
    for run in runs:
        imports.undo(run.id)
    assert (polls.polls(), calendars.items(), imports.history()) == ([], [], [])


@pytest.mark.parametrize("text", ["", "Nom;Prénom\nZéphyr;Maëlle\n"])
def test_other_files_are_no_polls(tmp_path, polls, text):
    with pytest.raises(RuleError):
        polls.preview(written(tmp_path, "autre.csv", text))


def series(*more, rule="FREQ=WEEKLY;COUNT=4", start="20261201T190000"):
    lines = ("UID:reunion@ailleurs", "SUMMARY:Réunion", f"DTSTART;TZID=Europe/Paris:{start}")
    event = "\n".join(("BEGIN:VEVENT", *lines, f"RRULE:{rule}", *more, "END:VEVENT"))
    return f"BEGIN:VCALENDAR\n{event}\nEND:VCALENDAR\n"


def days_of(service):
    return [f"{line.starts_on:%d/%m}" for line in service.items()]


def test_series_comes_in_with_all_its_dates_and_is_taken_back_whole(tmp_path, units):
    service = CalendarImportService(units)
    path = written(tmp_path, "agenda.ics", series())
    (line,) = service.preview(path).lines
    assert (line.reason, line.values["count"]) == ("series_dates", 4)
    run = service.apply(path).value
    assert run.new == 1
    assert days_of(service) == ["01/12", "08/12", "15/12", "22/12"]
    assert all(one.repeats for one in service.items())
    assert service.apply(path).value is None
    ImportService(units, today).undo(run.id)
    assert service.items() == []


def test_series_read_again_follows_its_file_and_never_doubles(tmp_path, units):
    service = CalendarImportService(units)
    service.apply(written(tmp_path, "agenda.ics", series()))
    later = series("EXDATE;TZID=Europe/Paris:20261215T190000", rule="FREQ=WEEKLY;COUNT=5")
    run = service.apply(written(tmp_path, "agenda.ics", later)).value
    assert (run.new, run.changed) == (0, 1)
    assert days_of(service) == ["01/12", "08/12", "22/12", "29/12"]
    on_wednesdays = series(start="20261202T190000")
    service.apply(written(tmp_path, "agenda.ics", on_wednesdays))
    assert days_of(service) == ["02/12", "09/12", "16/12", "23/12"]
    ImportService(units, today).undo(run.id + 1)
    assert days_of(service) == ["01/12", "08/12", "22/12", "29/12"]
