"""Install everything that CoopDesk needs, then run it; standard library only."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from install_steps import Checkout, InstallError, Step, prepare, tell
from python_packages import install_packages
from system_libraries import check_qt, check_screen, screen_plugin

if TYPE_CHECKING:
    from collections.abc import Sequence

OLDEST_PYTHON, FIRST_UNTRIED_PYTHON = (3, 11), (3, 15)
EXIT_MACHINE = 3  # as in the command line: disk, lock, permission, something missing here
EXIT_INTERRUPTED = 130


def main() -> int:
    """Install what is missing, then run the words of the command line; return the exit code."""
    checkout = Checkout(Path(__file__).resolve().parent.parent)
    try:
        _refuse_untried_python()
        prepare(checkout, _steps())
    except InstallError as error:
        tell(str(error))
        return EXIT_MACHINE
    except OSError as error:
        tell(f"L'installation a échoué : {error.strerror} ({error.filename})")
        return EXIT_MACHINE
    except KeyboardInterrupt:
        tell("Installation interrompue. Relancez la même commande pour la reprendre.")
        return EXIT_INTERRUPTED
    return _run(checkout, sys.argv[1:])


def _refuse_untried_python() -> None:
    if OLDEST_PYTHON <= sys.version_info[:2] < FIRST_UNTRIED_PYTHON:
        return
    reason = (
        "CoopDesk demande Python 3.11, 3.12, 3.13 ou 3.14 ; "
        f"celui-ci est le {sys.version_info[0]}.{sys.version_info[1]} ({sys.executable})."
    )
    raise InstallError(reason)


def _steps() -> list[Step]:
    """Return the steps of an installation on this system, in order."""
    steps = [Step("packages", install_packages)]
    if sys.platform.startswith("linux"):
        steps.append(Step("qt", check_qt))
        if screen_plugin():
            steps.append(Step("screen", check_screen))
    return steps


def _run(checkout: Checkout, words: Sequence[str]) -> int:
    """Run the tests, or the program with these words, in the environment of the checkout."""
    command = [str(checkout.python), str(checkout.root / "main.py"), *words]
    if words[:1] == ["test"]:
        os.chdir(checkout.root)
        command = [str(checkout.python), "-m", "pytest", *words[1:]]
    os.environ.pop("PYTHONHOME", None)  # it would hide .venv from its own interpreter
    if os.name == "posix":  # one process less, and signals reach the program itself
        os.execv(command[0], command)
    return subprocess.call(command)
