"""What a piece of work costs in itself, whatever else the machine and the other tests do."""

from __future__ import annotations

import gc
import time
from contextlib import contextmanager


class Spent:
    """The CPU seconds of the thread, known once the work is done."""

    seconds = 0.0


@contextmanager
def spent():
    """Count this thread alone; the memory that other tests left is not tidied meanwhile."""
    counted = Spent()
    was_enabled = gc.isenabled()
    gc.disable()
    begun = time.thread_time()
    try:
        yield counted
    finally:
        counted.seconds = time.thread_time() - begun
        if was_enabled:
            gc.enable()
