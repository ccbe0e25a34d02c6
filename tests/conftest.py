"""Keep every test away from the real screen, the real profile and the real settings."""

from __future__ import annotations

import gc
import json
import logging
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

HOME_VARIABLE = "COOPDESK_TEST_HOME"
# Files in memory, where there is room for them: thousands of tests wait for no disk.
_MEMORY = Path("/dev/shm")
_ROOM = 4 * 1024**3


def _fastest_folder() -> Path | None:
    """Return a folder in memory, None for the usual temporary folder."""
    try:
        has_room = shutil.disk_usage(_MEMORY).free >= _ROOM
    except OSError:
        return None
    return _MEMORY if has_room and os.access(_MEMORY, os.W_OK) else None


def _session_home() -> tuple[Path, bool]:
    """Return the folder of this run, and whether this process made it (workers inherit it)."""
    inherited = os.environ.get(HOME_VARIABLE)
    if inherited:
        return Path(inherited), False
    made = Path(tempfile.mkdtemp(prefix="coopdesk-tests-", dir=_fastest_folder()))
    os.environ[HOME_VARIABLE] = str(made)
    return made, True


def _isolate(session: Path) -> None:
    """Point every profile folder into the run; its workers share only the cache."""
    home = session / os.environ.get("PYTEST_XDIST_WORKER", "main")
    folders = {
        "HOME": home,
        "USERPROFILE": home,
        "APPDATA": home / "roaming",
        "LOCALAPPDATA": home / "local",
        "XDG_CONFIG_HOME": home / "config",
        "XDG_DATA_HOME": home / "share",
        "XDG_STATE_HOME": home / "state",
        "XDG_RUNTIME_DIR": home / "run",
        "XDG_DOCUMENTS_DIR": home / "documents",
        "XDG_CACHE_HOME": session / "cache",
    }
    for name, folder in folders.items():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.environ[name] = str(folder)
    os.environ["LOGNAME"] = "camille"
    # No test asks the keyring of this computer.
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    # Programs that tests start would compile every module anew, a third of a second each.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    for name in list(os.environ):
        if name.startswith("COOPDESK_") and not name.startswith("COOPDESK_TEST_"):
            del os.environ[name]


# What is imported and collected stays to the end of the run: looking through it again and again
# for what may go takes seconds of every process.
gc.disable()


def _platform(session: Path) -> str:
    """Return the screen to draw on: for pictures of the guide as wide as the reference one.

    Dialogs keep inside the screen, and the usual one is 800 pixels wide, and as high.
    """
    if not os.environ.get("COOPDESK_TEST_PICTURES"):
        return "offscreen"
    screen = {"name": "reference", "x": 0, "y": 0, "width": 1366, "height": 800}
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    path = session / "screen.json"
    path.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    return f"offscreen:configfile={path}"


# Before Qt and platformdirs are imported: both read these once.
SESSION_HOME, IS_OURS = _session_home()
if sys.platform.startswith("linux") and not os.environ.get("COOPDESK_TEST_DISPLAY"):
    os.environ["QT_QPA_PLATFORM"] = _platform(SESSION_HOME)
_isolate(SESSION_HOME)

import hypothesis  # noqa: E402  the environment above comes first
import pytest  # noqa: E402

from tests.statements import share_compiled_statements  # noqa: E402  as above

if TYPE_CHECKING:
    from collections.abc import Iterator

# No time limit per example: the machine that runs the tests may be busy with something else.
hypothesis.settings.register_profile("coopdesk", deadline=None, print_blob=True)
hypothesis.settings.load_profile("coopdesk")
share_compiled_statements()


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Keep the files of tests beside the run's folders, unless another place was asked for."""
    if config.option.basetemp is None:
        config.option.basetemp = str(SESSION_HOME / "files")


def pytest_xdist_auto_num_workers() -> int:
    """Run one more process than there are cores: some wait for a child, a timer or a file."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_finish() -> None:
    """Look from now on for unused objects, among those that tests make."""
    gc.freeze()
    gc.enable()


def pytest_unconfigure() -> None:
    """Remove the run's folder, once, when its first process ends."""
    if IS_OURS:
        shutil.rmtree(SESSION_HOME, ignore_errors=True)


@pytest.fixture(autouse=True)
def no_unexpected_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail on a logged warning; a test that expects one reads it, then clears `caplog`."""
    yield
    logged = [*caplog.get_records("setup"), *caplog.get_records("call")]
    loud = [r.getMessage() for r in logged if r.levelno >= logging.WARNING]
    assert loud == [], f"unexpected log records: {loud}"
