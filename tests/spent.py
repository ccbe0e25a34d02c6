"""What a piece of work costs in itself, whatever else the machine and the other tests do."""

from __future__ import annotations

import gc
import time
from contextlib import contextmanager

# A fixed piece of work, and the seconds that it takes where the bars of the tests were set.
_STEPS = 25_000
_USUAL = 0.002
# Work that follows so soon begins at the pace at which the work before ended.
_SOON = 0.05
_latest = {"taken": 0.0, "pace": 0.0}


class Spent:
    """The CPU seconds, known once the work is done.

    ``slowness`` says how many times slower than usual the processor was, 1 at the least: the
    same processor may take twice as long from one second to the next. ``seconds`` are those it
    takes at its usual pace.
    """

    seconds = 0.0
    slowness = 1.0


@contextmanager
def spent(clock=time.thread_time):
    """Count this thread, or by another clock; what other tests left is not tidied meanwhile."""
    counted = Spent()
    was_enabled = gc.isenabled()
    gc.disable()
    before = _recent_pace()
    begun = clock()
    try:
        yield counted
    finally:
        seconds = clock() - begun
        counted.slowness = max(1.0, before / _USUAL, _pace() / _USUAL)
        counted.seconds = seconds / counted.slowness
        if was_enabled:
            gc.enable()


def _recent_pace():
    is_recent = time.monotonic() - _latest["taken"] < _SOON
    return _latest["pace"] if is_recent else _pace()


def _pace():
    begun = time.thread_time()
    sum(len(str(number)) for number in range(_STEPS))
    pace = time.thread_time() - begun
    _latest.update(taken=time.monotonic(), pace=pace)
    return pace
