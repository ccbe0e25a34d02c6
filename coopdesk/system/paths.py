"""Where things are: the program's own files and the person's folders."""

from __future__ import annotations

import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def _shipped(name: str) -> Path:
    """Return a folder that ships with the program: in a build, a wheel or a checkout."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return Path(frozen) / name
    installed = _PACKAGE / f"_{name}"
    return installed if installed.is_dir() else _PACKAGE.parent / name


def resources() -> Path:
    """Return the folder of styles, catalogues, texts and the application's icon."""
    return _shipped("resources")


def database_files() -> Path:
    """Return the folder of migrations and seed data."""
    return _shipped("db")


def user_guide() -> Path:
    """Return the folder of the user guide's pages; it may be absent."""
    return _shipped("docs") / "guide"


def data_folder() -> Path:
    """Return the person's folder for databases made without naming a file."""
    from platformdirs import user_data_path

    return user_data_path("coopdesk", appauthor=False, ensure_exists=True)


def config_folder() -> Path:
    """Return the folder of the settings file."""
    from platformdirs import user_config_path

    return user_config_path("coopdesk", appauthor=False, ensure_exists=True)


def cache_folder() -> Path:
    """Return the folder of files that can be made again."""
    from platformdirs import user_cache_path

    return user_cache_path("coopdesk", appauthor=False, ensure_exists=True)


def log_folder() -> Path:
    """Return the folder of the log."""
    from platformdirs import user_log_path

    return user_log_path("coopdesk", appauthor=False, ensure_exists=True)


def state_folder() -> Path:
    """Return the folder of locks; never beside the database, which may be synchronised."""
    from platformdirs import user_state_path

    return user_state_path("coopdesk", appauthor=False, ensure_exists=True)


def documents_folder() -> Path:
    """Return the folder where papers are saved unless the person says otherwise.

    Where the desktop has no such folder, the home: a file dialog would take a missing folder
    for the name of a file.
    """
    from platformdirs import user_documents_path

    folder = user_documents_path()
    return folder if folder.is_dir() else Path.home()
