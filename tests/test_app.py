"""The composition root: which database a window gets, and that it gets it alone."""

from __future__ import annotations

import pytest

from coopdesk.app import _create_for_window, _open_for_window
from coopdesk.domain.errors import ExternalError
from coopdesk.system.instance_lock import InstanceLockedError


def test_a_database_is_open_in_one_window_only(tmp_path):
    path = tmp_path / "rives.coopdesk"
    first = _create_for_window(path)
    with pytest.raises(InstanceLockedError):
        _open_for_window(path)
    first.database.close()
    _open_for_window(path).database.close()


def test_a_refused_file_leaves_no_lock_behind(tmp_path):
    path = tmp_path / "rives.coopdesk"
    with pytest.raises(ExternalError):
        _open_for_window(path)
    _create_for_window(path).database.close()
