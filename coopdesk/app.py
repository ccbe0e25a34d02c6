"""Composition root: opens the window or runs the command line, each imported when used."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from coopdesk.cli.window_words import WindowWords, window_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.services.registry import Services

EXIT_NO_SCREEN = 3


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with the words of its command line; return the exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    wanted = window_words(words)
    if wanted is not None:
        return _open_window(wanted)
    from coopdesk.cli.application import run

    return run(words, _take_screenshots)


def _open_window(wanted: WindowWords) -> int:
    if not _has_screen():
        return _say_no_screen(wanted.language)
    from coopdesk.ui.application import run_window

    named = wanted.database or _database_of_environment()
    return run_window(
        _open_for_window,
        named,
        wanted.quit_after,
        create_services=_create_for_window,
        wanted_language=wanted.language,
    )


def _database_of_environment() -> Path | None:
    named = os.environ.get("COOPDESK_DATABASE")
    return Path(named) if named else None


def _has_screen() -> bool:
    """Tell whether a window can be shown; only on Linux may there be no screen at all."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in names)


def _say_no_screen(language: str) -> int:
    from coopdesk.cli.application import say_no_screen

    say_no_screen(language)
    return EXIT_NO_SCREEN


def _open_for_window(path: Path) -> Services:
    """Open a database and keep other windows out of it until it is closed."""
    from coopdesk.domain.operations import Origin
    from coopdesk.services.opening import open_database, signature
    from coopdesk.system.instance_lock import InstanceLock
    from coopdesk.system.settings import SettingsFile

    lock = InstanceLock(path)
    try:
        signed = signature(SettingsFile().current.author, Origin.WINDOW)
        return open_database(path, signed, on_close=lock.release)
    except BaseException:
        lock.release()
        raise


def _create_for_window(path: Path) -> Services:
    """Create a database; closed and opened again, so that it is locked like any other."""
    from coopdesk.domain.operations import Origin
    from coopdesk.services.opening import create_database, signature

    create_database(path, signature("", Origin.WINDOW)).database.close()
    return _open_for_window(path)


def _take_screenshots(services: Services, folder: Path) -> list[Path]:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from coopdesk.ui.screenshots import take_screenshots

    return take_screenshots(services, folder)
