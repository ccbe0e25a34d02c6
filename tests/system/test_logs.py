"""The log and the crash report say where, never who."""

import logging
import sqlite3
import threading
from contextlib import closing

import pytest

from coopdesk.domain.errors import RuleError
from coopdesk.system import logs

WHO = "Élodie Lefèvre"


@pytest.fixture
def log(tmp_path):
    """A log file of its own; handlers, hooks and level as they were afterwards."""
    root = logging.getLogger()
    level = root.level
    logs.remember_recent()
    path = logs.open_log(tmp_path)
    yield path
    logs.close_log()
    root.setLevel(level)


@pytest.fixture
def hooks(monkeypatch):
    """Put the hooks of the interpreter back after the test."""
    import sys

    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)


def caught(work):
    try:
        work()
    except Exception as error:  # noqa: BLE001  whatever it is
        return error


def fail():
    raise ValueError("no such name: " + WHO)


def fail_from_another():
    try:
        fail()
    except ValueError as error:
        raise KeyError(WHO) from error


def test_exception_is_logged_with_its_places_and_without_its_words(log, caplog):
    error = caught(fail)
    logging.getLogger("coopdesk.test").error("gift %s", 7, exc_info=error)
    caplog.clear()
    text = log.read_text(encoding="utf-8")
    assert "gift 7" in text
    assert "ValueError" in text
    assert "in fail" in text
    assert WHO not in text


def test_causes_are_told_in_order(log):
    text = logs.describe_error(caught(fail_from_another))
    assert text.index("ValueError") < text.index("KeyError")
    assert WHO not in text


def test_own_errors_give_their_code_and_the_systems_their_number():
    def refuse():
        raise RuleError("amount.unreadable", text=WHO)

    def missing():
        open(f"/no/{WHO}", encoding="utf-8")  # noqa: PTH123, SIM115

    def broken():
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.execute("SELECT * FROM lost")

    assert logs.describe_error(caught(refuse)).endswith("RuleError amount.unreadable")
    assert logs.describe_error(caught(missing)).endswith("FileNotFoundError errno 2")
    assert "OperationalError" in logs.describe_error(caught(broken))
    assert WHO not in logs.describe_error(caught(missing))


def test_places_are_inside_the_program_not_on_somebodys_disk():
    text = logs.describe_error(caught(fail))
    assert "tests/system/test_logs.py" in text
    assert str(logs._ROOT) not in text


def test_report_holds_versions_and_the_last_lines(log, caplog):
    for number in range(100):
        logging.getLogger("coopdesk.test").info("step %s", number)
    report = logs.crash_report(caught(fail))
    assert "PySide6-Essentials" in report
    assert "step 99" in report
    assert "step 3\n" not in report


def test_log_is_turned_over_when_it_grows(log, caplog):
    logger = logging.getLogger("coopdesk.test")
    for _number in range(300):
        logger.info("x" * 5_000)
    files = sorted(path.name for path in log.parent.glob("coopdesk.log*"))
    assert "coopdesk.log.1" in files
    assert len(files) <= 4
    assert all(path.stat().st_size <= 600_000 for path in log.parent.glob("coopdesk.log*"))


def test_folder_that_cannot_be_written_is_no_reason_to_stop(tmp_path):
    level = logging.getLogger().level
    blocked = tmp_path / "file"
    blocked.touch()
    assert logs.open_log(blocked) is None
    logs.close_log()
    logging.getLogger().setLevel(level)


def test_uncaught_exceptions_of_all_threads_are_logged_and_told(log, hooks, caplog):
    import sys

    told = []
    logs.catch_uncaught(told.append)
    error = caught(fail)
    sys.excepthook(type(error), error, error.__traceback__)
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    caplog.clear()
    assert [type(found) for found in told] == [ValueError, ValueError]
    text = log.read_text(encoding="utf-8")
    assert text.count("unexpected error") == 2
    assert WHO not in text
