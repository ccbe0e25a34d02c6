"""The real program in a process of its own: streams, signals, exit codes, no screen."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

MAIN = Path(__file__).resolve().parents[2] / "main.py"
SCREEN = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def start(*words, **more):
    """Start the program with these words."""
    command = [sys.executable, str(MAIN), *map(str, words)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    return subprocess.Popen(command, encoding="utf-8", **pipes | more)


def ended(process):
    """Wait for a process; return its exit code and both streams."""
    out, err = process.communicate(timeout=60)
    return process.returncode, out, err


def test_json_is_alone_on_standard_output(ready_database):
    code, out, err = ended(start("--database", ready_database, "contacts", "list", "--json"))
    assert (code, err) == (0, "")
    assert json.loads(out) == {"contacts": [], "count": 0}


def test_help_is_whole_in_the_language_that_was_asked_for():
    code, out, _err = ended(start("--language", "en", "donations", "show", "--help"))
    assert code == 0
    assert "Its number." in out
    assert "NUMÉRO" not in out


def test_a_short_command_loads_no_window_and_nothing_that_draws_papers(ready_database):
    script = (
        "import sys; from coopdesk.app import main; "
        f"main(['--database', {str(ready_database)!r}, 'contacts', 'list', '--json']); "
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        check=True,
        capture_output=True,
        text=True,
        cwd=MAIN.parent,
    )
    loaded = set(done.stderr.split())
    assert "coopdesk.services.contacts" in loaded
    assert not loaded & {"PySide6", "reportlab", "openpyxl", "fontTools", "alembic", "babel"}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have a screen")
def test_without_a_screen_one_line_names_the_command_line():
    environment = {name: value for name, value in os.environ.items() if name not in SCREEN}
    code, out, err = ended(start(env=environment))
    assert (code, out) == (3, "")
    assert len(err.splitlines()) == 1
    assert "contacts list" in err


def test_a_reader_that_leaves_is_no_error(ready_database, tmp_path):
    process = start("--database", ready_database, "profile", "show")
    process.stdout.close()
    process.stdout = None
    assert ended(process) == (0, None, "")


@pytest.fixture
def hears_interrupts():
    """Let programs that a test starts hear Ctrl+C, even when the suite runs in the background.

    A shell lets its background jobs ignore it, and every program they start inherits that.
    """
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(os.name == "nt", reason="signals are sent to consoles there")
def test_interrupt_leaves_nothing_behind_and_says_so(tmp_path, hears_interrupts):
    path = tmp_path / "demo.coopdesk"
    process = start("--database", path, "demo", "--contacts", "200000")
    deadline = time.monotonic() + 60
    while not path.exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    code, out, err = ended(process)
    assert (code, out) == (1, "")
    assert "Interrompu" in err
    assert list(tmp_path.iterdir()) == []


def test_the_window_closes_by_itself_when_told_to(ready_database):
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    code, out, _err = ended(
        start("--database", ready_database, "--quit-after", "300", env=environment)
    )
    assert (code, out) == (0, "")
