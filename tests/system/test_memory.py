"""The collector pauses for a job and comes back as it was."""

from __future__ import annotations

import gc

import pytest

from coopdesk.system.memory import without_garbage_collection


@pytest.fixture(autouse=True)
def collector_as_before():
    was_enabled = gc.isenabled()
    yield
    (gc.enable if was_enabled else gc.disable)()


@pytest.mark.parametrize("start", [gc.enable, gc.disable])
def test_collector_is_off_inside_and_as_before_after(start):
    start()
    before = gc.isenabled()

    with without_garbage_collection():
        assert not gc.isenabled()

    assert gc.isenabled() is before


def test_collector_comes_back_after_a_failure():
    gc.enable()

    with pytest.raises(OSError, match="full"), without_garbage_collection():
        raise OSError("full")

    assert gc.isenabled()
