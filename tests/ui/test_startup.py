"""What is loaded when the window is first painted, in a process of its own."""

import json
import os
import subprocess
import sys

from tests.made_once import new_file

HEAVY = (
    "sqlalchemy",
    "sqlmodel",
    "alembic",
    "reportlab",
    "openpyxl",
    "babel",
    "pydantic",
    "qtawesome",
    "typer",
    "coopdesk.storage",
    "coopdesk.documents",
    "coopdesk.exchange",
)

FIRST_PAINT = f"""
import json, sys
from pathlib import Path
from coopdesk.ui import application

class Stop(application.Start):
    def _go_on(self):
        print(json.dumps([name for name in {HEAVY!r} if name in sys.modules]), flush=True)
        self._window.close_at_once()

def nothing(path):
    raise AssertionError(path)

application.Start = Stop
application.run_window(nothing, Path("association.coopdesk"), None)
"""

OPEN_AND_QUIT = """
import sys
from coopdesk.app import main
sys.exit(main(["--database", sys.argv[1], "--quit-after", "400"]))
"""


def run(script, *words):
    return subprocess.run(
        [sys.executable, "-X", "dev", "-W", "error", "-c", script, *words],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_window_is_painted_before_storage_and_papers_are_loaded():
    done = run(FIRST_PAINT)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == []


def test_window_closes_by_itself_after_the_time_given(tmp_path):
    path = new_file(tmp_path / "jardins.coopdesk")
    done = run(OPEN_AND_QUIT, str(path))
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
