"""Garbage is collected on the UI thread, whatever the worker leaves behind."""

import gc
import threading

import pytest

from coopdesk.ui.garbage import GarbageTimer


class Knot:
    """Something only the garbage collector can free."""

    def __init__(self):
        self.me = self


@pytest.fixture
def threads_of_collections():
    """Record which thread each collection runs on; automatic collection is put back."""
    threads = []

    def note(phase, _info):
        if phase == "start":
            threads.append(threading.current_thread())

    gc.callbacks.append(note)
    yield threads
    gc.callbacks.remove(note)
    gc.enable()
    gc.unfreeze()


def make_knots():
    for _number in range(20_000):
        Knot()


def test_worker_never_collects_and_the_timer_does(
    tasks, window, qtbot, threads_of_collections, idle
):
    GarbageTimer(window)
    threads_of_collections.clear()
    tasks.query(window, make_knots, lambda _nothing: None)
    idle(tasks)
    assert threads_of_collections == []
    qtbot.waitUntil(lambda: bool(threads_of_collections), timeout=5_000)
    assert set(threads_of_collections) == {threading.main_thread()}


def test_what_was_loaded_at_the_start_is_set_aside(window, threads_of_collections):
    timer = GarbageTimer(window)
    timer.settle()
    assert gc.get_freeze_count() > 0
