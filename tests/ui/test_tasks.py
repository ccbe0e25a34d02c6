"""The worker threads: what reaches whom, in which order, and what is dropped."""

import threading
import time
from functools import partial

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from coopdesk.domain.errors import ExternalError, RuleError
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.services.progress import JobCancelledError

from .conftest import destroy

MAIN = threading.get_ident()


def refuse():
    raise RuleError("amount.unreadable", text="x", field="amount")


def test_call_runs_on_the_worker_and_its_result_arrives_on_the_ui_thread(tasks, window, idle):
    threads = []
    tasks.query(
        window,
        threading.get_ident,
        lambda ident: threads.extend([ident, threading.get_ident()]),
    )
    idle(tasks)
    assert threads[0] != threads[1] == threading.main_thread().ident


def test_calls_run_one_after_the_other_in_the_order_they_were_asked(tasks, window, idle):
    got = []
    for number in range(20):
        tasks.query(window, lambda number=number: number, got.append)
    idle(tasks)
    assert got == list(range(20))


def test_result_is_dropped_when_its_owner_is_gone(tasks, idle):
    gate, got = threading.Event(), []
    owner = QWidget()
    tasks.query(owner, lambda: gate.wait(5), got.append)
    destroy(owner)
    gate.set()
    idle(tasks)
    assert got == []
    assert not isValid(owner)


def test_refusal_of_a_question_goes_with_its_asker_and_that_of_a_command_is_told(
    tasks, feedback, qtbot, idle
):
    gate = threading.Event()

    def refuse_late():
        gate.wait(5)
        refuse()

    owner = QWidget()
    tasks.query(owner, refuse_late, print, failed=print)
    tasks.command(owner, refuse, failed=print)
    destroy(owner)
    heard = []
    feedback.reported.connect(heard.append)
    gate.set()
    idle(tasks)
    assert len(heard) == 1


def test_newer_query_of_the_same_name_makes_the_older_ones_void(tasks, window, idle):
    gate, ran, got = threading.Event(), [], []
    tasks.query(window, lambda: gate.wait(5), lambda _value: None)
    for letter in "abc":
        tasks.query(
            window,
            lambda letter=letter: ran.append(letter) or letter,
            got.append,
            replaces="search",
        )
    gate.set()
    idle(tasks)
    assert ran == ["c"]
    assert got == ["c"]


def test_newer_query_drops_the_result_of_one_that_had_begun(tasks, window, idle):
    begun, gate, got = threading.Event(), threading.Event(), []

    def slow():
        begun.set()
        gate.wait(5)
        return "old"

    tasks.query(window, slow, got.append, replaces="search")
    begun.wait(5)
    tasks.query(window, lambda: "new", got.append, replaces="search")
    gate.set()
    idle(tasks)
    assert got == ["new"]


def test_command_announces_what_it_changed_even_if_its_owner_is_gone(tasks, changes, idle):
    heard, got = [], []
    changes.changed.connect(heard.append)
    owner = QWidget()
    gate = threading.Event()

    def work():
        gate.wait(5)
        return changed(1, Subject.DONATIONS)

    tasks.command(owner, work, got.append)
    destroy(owner)
    gate.set()
    idle(tasks)
    assert heard == [frozenset({Subject.DONATIONS, Subject.OPERATIONS})]
    assert got == []


def test_refusal_goes_to_whoever_asked_for_it(tasks, window, feedback, qtbot, idle):
    refused, ended = [], []
    with qtbot.assertNotEmitted(feedback.reported):
        tasks.command(window, refuse, failed=refused.append, ended=lambda: ended.append(1))
        idle(tasks)
    assert [error.code for error in refused] == ["amount.unreadable"]
    assert ended == [1]


def test_refusal_nobody_waits_for_is_told(tasks, window, feedback, qtbot, idle):
    with qtbot.waitSignal(feedback.reported) as told:
        tasks.command(window, refuse)
    idle(tasks)
    assert "12,50" in told.args[0]


def test_disk_in_the_way_is_told_with_what_to_do(tasks, window, feedback, qtbot, idle):
    def full():
        raise ExternalError("database.disk_full")

    with qtbot.waitSignal(feedback.reported) as told:
        tasks.command(window, full, failed=lambda _error: pytest.fail("not a rule"))
    idle(tasks)
    assert "Libérez" in told.args[0]


def test_unforeseen_error_is_logged_and_reported_and_the_next_call_runs(
    tasks, window, feedback, qtbot, caplog, idle
):
    got = []
    with qtbot.waitSignal(feedback.crashed) as crashed:
        tasks.query(window, lambda: 1 / 0, got.append)
        tasks.query(window, lambda: "next", got.append)
    idle(tasks)
    assert isinstance(crashed.args[0], ZeroDivisionError)
    assert [record.message for record in caplog.records] == ["unexpected error"]
    caplog.clear()
    assert got == ["next"]


def test_job_reports_progress_on_the_ui_thread_and_hands_back_its_value(tasks, window, qtbot):
    steps, got, gate = [], [], threading.Event()

    def work(progress):
        gate.wait(5)
        for step in range(1, 4):
            progress.advance(step, 3)
        return Outcome(37, frozenset({Subject.RECEIPTS}))

    job = tasks.job(window, "Reçus", work, got.append)
    job.advanced.connect(lambda done, total: steps.append((done, total, threading.get_ident())))
    with qtbot.waitSignal(job.ended):
        gate.set()
    assert got == [37]
    assert steps[-1] == (3, 3, MAIN)
    assert tasks.jobs == ()


def test_cancelled_job_stops_at_its_next_step_and_says_only_that_it_ended(
    tasks, window, feedback, qtbot, idle
):
    begun, gate, reached = threading.Event(), threading.Event(), []

    def work(progress):
        progress.advance(1, 10)
        begun.set()
        gate.wait(5)
        progress.advance(2, 10)
        reached.append("beyond")

    got, ended = [], []
    with qtbot.assertNotEmitted(feedback.reported):
        job = tasks.job(window, "Reçus", work, got.append, ended=lambda: ended.append(1))
        begun.wait(5)
        job.cancel()
        gate.set()
        idle(tasks)
    assert (got, ended, reached) == ([], [1], [])


def test_job_that_was_asked_to_stop_raises_at_once(tasks, window, idle):
    seen = []

    def work(progress):
        try:
            while True:
                progress.advance(1, 2)
        except JobCancelledError:
            seen.append("stopped")
            raise

    tasks.job(window, "Reçus", work).cancel()
    idle(tasks)
    assert seen == ["stopped"]


def test_query_is_answered_while_a_job_is_under_way(tasks, window, qtbot, idle):
    gate, got = threading.Event(), []
    tasks.job(window, "long", lambda _progress: gate.wait(10) and got.append("job"))
    tasks.query(window, lambda: "list", got.append)
    qtbot.waitUntil(lambda: got == ["list"])
    gate.set()
    idle(tasks)
    assert got == ["list", "job"]


def test_command_waits_for_the_job_before_it(tasks, window, idle):
    ran = []
    tasks.job(window, "long", lambda _progress: ran.append("job"))
    tasks.command(window, lambda: ran.append("command") or changed(None))
    idle(tasks)
    assert ran == ["job", "command"]


def test_database_is_replaced_only_when_neither_a_job_nor_a_query_runs(tasks, window, idle):
    job, query = threading.Event(), threading.Event()
    ran = []

    def wait_then_note(gate, name):
        gate.wait(10)
        ran.append(name)

    tasks.job(window, "long", lambda _progress: wait_then_note(job, "job"))
    tasks.query(window, lambda: wait_then_note(query, "query"), lambda _value: None)
    tasks.exclusive(window, lambda: ran.append("replaced"))
    job.set()
    threading.Timer(0.2, query.set).start()
    idle(tasks)
    assert ran == ["job", "query", "replaced"]


def test_shutting_down_waits_for_what_runs_and_drops_what_waits(changes, feedback):
    from coopdesk.ui.tasks import TaskRunner

    owner = QObject()
    runner = TaskRunner(changes, feedback, owner)
    begun, ran = threading.Event(), []

    def first():
        begun.set()
        ran.append("first")

    gate = threading.Event()
    runner.query(owner, lambda: (first(), gate.wait(5)), lambda _value: None)
    runner.query(owner, lambda: ran.append("second"), lambda _value: None)
    begun.wait(5)
    gate.set()
    runner.shut_down()
    assert ran[0] == "first"


def test_nothing_begins_once_the_window_has_gone(changes, feedback):
    from coopdesk.ui.tasks import TaskRunner

    owner = QObject()
    runner = TaskRunner(changes, feedback, owner)
    ran = []
    runner.shut_down()
    runner.query(owner, lambda: ran.append("late"), lambda _value: None)
    assert (ran, runner.is_idle) == ([], True)


class Slow:
    """A future after whose end the worker does not go on at once."""

    def __init__(self, future):
        self._future = future

    def add_done_callback(self, call):
        self._future.add_done_callback(call)
        self._future.add_done_callback(lambda _future: time.sleep(0.2))


class Watched:
    """Tells in which thread it goes."""

    def __init__(self, gone):
        self.gone = gone

    def __del__(self):
        self.gone.append(threading.get_ident())

    def done(self, _result):
        """Take the result."""


def test_what_waited_for_a_result_never_goes_in_the_thread_of_the_worker(
    tasks, window, idle, monkeypatch
):
    submit = tasks._worker.submit
    monkeypatch.setattr(tasks._worker, "submit", lambda call: Slow(submit(call)))
    gone = []
    tasks.query(window, partial(time.sleep, 0.05), Watched(gone).done)
    idle(tasks)
    for _more in range(2):
        tasks.query(window, int, str)
        idle(tasks)
    assert gone == [MAIN]
