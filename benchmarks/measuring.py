"""Measure two ways of doing the same in turn, in CPU time: a busy machine slows both alike."""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Ratio(NamedTuple):
    """What ours costs against the bare way: CPU seconds of each, and the quotient."""

    bare: float
    ours: float
    quotient: float


def cpu_seconds(work: Callable[[], object]) -> float:
    """Return the CPU time that some work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def in_turn(
    bare: Callable[[], object], ours: Callable[[], object], rounds: int = 5
) -> list[tuple[float, float]]:
    """Return (bare, ours) CPU seconds of rounds in turn, after one of each to warm up."""
    bare()
    ours()
    return [(cpu_seconds(bare), cpu_seconds(ours)) for _round in range(rounds)]


def median_ratio(pairs: Sequence[tuple[float, float]]) -> Ratio:
    """Return the medians of each way and of their quotients, round by round."""
    return Ratio(
        statistics.median(bare for bare, _ours in pairs),
        statistics.median(ours for _bare, ours in pairs),
        statistics.median(ours / bare for bare, ours in pairs),
    )


def quantile(values: Sequence[float], share: float) -> float:
    """Return the value that so large a share of the values does not exceed."""
    ordered = sorted(values)
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)]
