"""A row that was left out of an import is told of when a later file brings it."""

import pytest

from coopdesk.domain.import_decisions import ImportDecisions, RowDecision
from coopdesk.services.calendar_imports import CalendarImportService
from coopdesk.services.imports import ImportService
from coopdesk.services.operations import OperationService
from coopdesk.services.poll_imports import PollImportService
from tests.building import new_units, today
from tests.services.bank_office import Bank, bank_file, statement
from tests.services.bank_office import line as bank_line
from tests.services.test_imports import PAYMENT_HEADER, payment

_REPLIES = "".join(f'"Personne {number}","Oui"\r\n' for number in range(12))
_EVENT = "BEGIN:VEVENT\r\nUID:{0}\r\nDTSTART;VALUE=DATE:202606{0}\r\nSUMMARY:Fête\r\nEND:VEVENT"
_EVENTS = [_EVENT.format(10 + number) for number in range(12)]
# Of each service: the name of a file of it, and the file with twelve rows.
_FILES = {
    "payments": (
        "paiements.csv",
        "\r\n".join((PAYMENT_HEADER, *(payment(str(900 + number)) for number in range(12)))),
    ),
    "poll": ("sondage.csv", f',"11/04/2026"\r\n,"18h-20h"\r\n{_REPLIES}'),
    "calendar": (
        "agenda.ics",
        "\r\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", *_EVENTS, "END:VCALENDAR", "")),
    ),
}


@pytest.fixture
def units(tmp_path):
    with new_units(tmp_path / "base.coopdesk") as units:
        yield units


@pytest.fixture
def service(units, request):
    if request.param == "payments":
        return ImportService(units, today)
    return (PollImportService if request.param == "poll" else CalendarImportService)(units)


@pytest.fixture
def file(tmp_path, request):
    name, text = _FILES[request.param]
    path = tmp_path / name
    path.write_text(text, encoding="utf-8", newline="")
    return path


def _without(lines):
    return ImportDecisions(rows={line: RowDecision(leave_out=True) for line in lines})


def _reminders(preview):
    told = [(x.code, x.values["lines"]) for x in preview.warnings if "left_out" in x.code]
    return told[0] if told else None


@pytest.mark.parametrize(("service", "file"), [(x, x) for x in _FILES], indirect=True)
def test_rows_left_out_are_named_until_they_are_left_out_again_or_taken(service, file):
    lines = [line.line for line in service.preview(file).lines]
    assert len(lines) == 12
    assert _reminders(service.preview(file)) is None

    service.apply(file, _without(lines[1:]))
    named = ", ".join(str(line) for line in lines[1:9])
    assert _reminders(service.preview(file)) == ("import.left_out_before", f"{named}, …")
    reminder = _reminders(service.preview(file, _without(lines[2:])))
    assert reminder == ("import.line_left_out_before", str(lines[1]))
    assert _reminders(service.preview(file, _without(lines))) is None

    service.apply(file)
    assert _reminders(service.preview(file)) is None


@pytest.mark.parametrize(("service", "file"), [("payments", "payments")], indirect=True)
def test_rows_of_an_import_taken_back_are_not_told_of(units, service, file):
    service.apply(file, _without([3]))
    OperationService(units).undo()
    assert _reminders(service.preview(file)) is None


def test_lines_left_out_of_a_statement_are_named_in_another_one(units):
    bank = Bank(units)
    bank.account()
    lines = [bank_line(number, number, 100, f"VIR {number}") for number in (1, 2, 3)]
    bank.bring(bank_file(statement(lines[:2])), _without([2]))
    moved = [*lines[2:], bank_line(9, 2, 100, "VIR 2")]
    assert _reminders(bank.look(bank_file(statement(moved)))) == (
        "import.line_left_out_before",
        "9",
    )
