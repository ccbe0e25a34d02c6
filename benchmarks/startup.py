"""Start to first painted window, as a ratio to an empty PySide6 window, in CPU time.

Both are started in turn, each in its own process; the medians are compared. Bar: at most 2.2.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 9

EMPTY = """
import sys, time
from PySide6.QtWidgets import QApplication, QMainWindow
from PySide6.QtCore import QTimer

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, stop)

def stop():
    print(time.process_time(), flush=True)
    application.quit()

application = QApplication(sys.argv)
window = Window()
window.resize(1240, 780)
window.show()
application.exec()
"""

OURS = """
import time
from pathlib import Path
from coopdesk.ui import application

class Stop(application.Start):
    def _go_on(self):
        print(time.process_time(), flush=True)
        application.QApplication.instance().quit()

def nothing(path):
    raise AssertionError(path)

application.Start = Stop
application.run_window(nothing, Path("association.coopdesk"), None)
"""


def cpu_seconds(script: str, home: str) -> float:
    """Run one start and return the CPU time it had used when the window was painted."""
    folders = ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    environment.update(dict.fromkeys(folders, home))
    # Where bytecode is not kept, every start would compile the program again.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(  # noqa: S603 (our own two scripts)
        [sys.executable, "-c", script],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=True,
        text=True,
    )
    return float(done.stdout.split()[0])


def main() -> None:
    """Print the ratio of the medians."""
    with tempfile.TemporaryDirectory() as home:
        for script in (EMPTY, OURS):
            cpu_seconds(script, home)
        rounds = [(cpu_seconds(EMPTY, home), cpu_seconds(OURS, home)) for _ in range(ROUNDS)]
    empty = statistics.median(pair[0] for pair in rounds)
    ours = statistics.median(pair[1] for pair in rounds)
    print(
        f"start to first painted window: {ours / empty:.2f} x an empty window "
        f"({ours * 1000:.0f} ms against {empty * 1000:.0f} ms of CPU, bar 2.2)"
    )


if __name__ == "__main__":
    main()
