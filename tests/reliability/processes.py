"""Child processes that a test may kill at any moment."""

from __future__ import annotations

import multiprocessing
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from multiprocessing.connection import Connection

# Forked from a server that has imported everything: a start costs milliseconds, not a second.
_METHODS = multiprocessing.get_all_start_methods()
_CONTEXT = multiprocessing.get_context("forkserver" if "forkserver" in _METHODS else "spawn")
_READY = "ready"


class Child:
    """One process that runs ``target(tell, *arguments)``; what it tells outlives it."""

    def __init__(self, target: Callable[..., None], *arguments: object) -> None:
        if _CONTEXT.get_start_method() == "forkserver":
            _CONTEXT.set_forkserver_preload([target.__module__])
        self._heard, told = _CONTEXT.Pipe(duplex=False)
        self._process = _CONTEXT.Process(
            target=_run, args=(target, told, arguments), daemon=True
        )
        self._process.start()
        told.close()
        self._told: list[Any] = []
        self.wait_for(1)
        assert self._told == [_READY], "the child did not start"
        self._told.clear()

    def wait_for(self, count: int) -> None:
        """Wait until the process told so many things more, or ended."""
        for _number in range(count):
            assert self._heard.poll(60), "the child tells nothing"
            try:
                self._told.append(self._heard.recv())
            except EOFError:
                return

    def kill(self) -> bool:
        """Kill the process; return whether it was still alive."""
        self._process.kill()
        self._process.join()
        assert (self._process.exitcode or 0) <= 0, "the child failed by itself"
        return self._process.exitcode != 0

    def ended(self) -> int | None:
        """Wait for the process to end by itself and return its exit code."""
        self._process.join(60)
        return self._process.exitcode

    def told(self) -> list[Any]:
        """Return all that the process told before it ended."""
        try:
            while True:
                self._told.append(self._heard.recv())
        except EOFError:
            self._heard.close()
        return self._told


def wait_for_any(children: Sequence[Child], count: int) -> None:
    """Wait until the processes told so many things more, whoever does, or one ended."""
    pipes = {child._heard: child for child in children}
    for _number in range(count):
        ready = wait(list(pipes), 60)
        assert ready, "the children tell nothing"
        pipes[cast("Connection", ready[0])].wait_for(1)


def _run(target: Callable[..., None], told: Any, arguments: tuple[object, ...]) -> None:
    told.send(_READY)
    target(told.send, *arguments)
