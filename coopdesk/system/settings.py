"""The settings file: what the person chose and how the window was left, as plain JSON.

Nothing in it is needed to open a database; an unreadable file is set aside and defaults apply.
"""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coopdesk.system.paths import config_folder

if TYPE_CHECKING:
    from collections.abc import Callable

_log = logging.getLogger(__name__)

THEMES = ("system", "light", "dark")
LANGUAGES = ("fr", "en")
RECENT_LIMIT = 8
OPENED_LIMIT = 10


@dataclass(frozen=True, slots=True)
class WindowState:
    """Where the window was, in logical pixels; a width of 0 means never shown."""

    x: int = 0
    y: int = 0
    width: int = 0
    height: int = 0
    maximized: bool = False
    page: str = ""


@dataclass(frozen=True, slots=True)
class TableState:
    """How the person arranged a list: column keys in order, hidden ones, widths, sort.

    ``asked`` are the columns that the person ticked, the latest last.
    """

    order: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    widths: dict[str, int] = field(default_factory=dict)
    sort: str = ""
    descending: bool = False
    asked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything remembered on this computer; paths are text.

    ``opened`` are the records opened lately, by database: the kind and the id of each, never a
    name, which belongs to the database alone. ``dismissed`` are tips sent away, by database.
    """

    theme: str = "system"
    high_contrast: bool = False
    language: str = "fr"
    author: str = ""
    recent_databases: tuple[str, ...] = ()
    window: WindowState = field(default_factory=WindowState)
    tables: dict[str, TableState] = field(default_factory=dict)
    folders: dict[str, str] = field(default_factory=dict)
    calendars: dict[str, str] = field(default_factory=dict)  # folders, by database
    opened: dict[str, tuple[str, ...]] = field(default_factory=dict)
    dismissed: dict[str, tuple[str, ...]] = field(default_factory=dict)
    tour_done: bool = False


class SettingsFile:
    """Reads the settings once and writes them back when they changed."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or config_folder() / "settings.json"
        self.current = _read(self.path)
        self._saved = self.current

    def change(self, **changes: Any) -> None:
        """Change some settings in memory; ``save`` writes them."""
        self.current = replace(self.current, **changes)

    def remember_table(self, name: str, state: TableState) -> None:
        """Keep how a list is arranged."""
        self.change(tables={**self.current.tables, name: state})

    def remember_database(self, path: Path) -> None:
        """Put a database at the head of the recent ones."""
        text = str(path.resolve())
        others = [other for other in self.current.recent_databases if other != text]
        self.change(recent_databases=(text, *others)[:RECENT_LIMIT])

    def opened_in(self, database: Path) -> tuple[str, ...]:
        """Return the records of a database that were opened lately, the latest first."""
        return self.current.opened.get(str(database.resolve()), ())

    def remember_opened(self, database: Path, record: str) -> None:
        """Put a record at the head of those opened lately in its database."""
        others = [one for one in self.opened_in(database) if one != record]
        kept = (record, *others)[:OPENED_LIMIT]
        self.change(opened={**self.current.opened, str(database.resolve()): kept})

    def dismissed_in(self, database: Path) -> tuple[str, ...]:
        """Return the tips that were sent away in a database."""
        return self.current.dismissed.get(str(database.resolve()), ())

    def dismiss(self, database: Path, tip: str) -> None:
        """Send a tip away for good."""
        kept = (*(one for one in self.dismissed_in(database) if one != tip), tip)
        self.change(dismissed={**self.current.dismissed, str(database.resolve()): kept})

    def calendar_folder(self, database: Path) -> Path | None:
        """Return where the calendar of a database is kept up for others, if anywhere."""
        known = self.current.calendars.get(str(database.resolve()), "")
        return Path(known) if known else None

    def remember_calendar_folder(self, database: Path, folder: Path | None) -> None:
        """Keep the calendar of a database up in a folder; None for nowhere."""
        name = str(database.resolve())
        kept = {key: text for key, text in self.current.calendars.items() if key != name}
        self.change(calendars=kept if folder is None else {**kept, name: str(folder)})

    def save(self) -> None:
        """Write the settings if they changed; a disk in the way is logged, never fatal."""
        if self.current == self._saved:
            return
        from coopdesk.system.files import write_text

        try:
            write_text(
                self.path, json.dumps(asdict(self.current), ensure_ascii=False, indent=1)
            )
        except OSError as error:
            _log.info("settings not written: errno %s", error.errno)
            return
        self._saved = self.current


def _read(path: Path) -> Settings:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError) as error:
        _log.info("settings not read: %s", type(error).__name__)
        _set_aside(path)
        return Settings()
    return _settings(found) if isinstance(found, dict) else Settings()


def _set_aside(path: Path) -> None:
    try:
        path.replace(path.with_suffix(".unreadable"))
    except OSError as error:
        _log.info("settings not set aside: errno %s", error.errno)


def _settings(found: dict[str, Any]) -> Settings:
    plain = _plain(found, Settings())
    theme, language = plain.pop("theme", ""), plain.pop("language", "")
    return Settings(
        theme=theme if theme in THEMES else "system",
        language=language if language in LANGUAGES else "fr",
        recent_databases=_texts(found.get("recent_databases"))[:RECENT_LIMIT],
        window=WindowState(**_plain(_mapping(found.get("window")), WindowState())),
        tables={
            name: _table(_mapping(value))
            for name, value in _mapping(found.get("tables")).items()
        },
        folders=_entries(found.get("folders"), str),
        calendars=_entries(found.get("calendars"), str),
        opened=_lists(found.get("opened")),
        dismissed=_lists(found.get("dismissed")),
        **plain,
    )


def _table(found: dict[str, Any]) -> TableState:
    return TableState(
        order=_texts(found.get("order")),
        hidden=_texts(found.get("hidden")),
        widths=_entries(found.get("widths"), int),
        asked=_texts(found.get("asked")),
        **_plain(found, TableState()),
    )


def _plain(
    found: dict[str, Any], defaults: Settings | WindowState | TableState
) -> dict[str, Any]:
    """Return the texts, numbers and switches of ``found`` that have the type of the default."""
    return {
        known.name: found[known.name]
        for known in fields(defaults)
        if type(getattr(defaults, known.name)) in {str, int, bool}
        and type(found.get(known.name)) is type(getattr(defaults, known.name))
    }


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        return ()
    return tuple(entry for entry in value if isinstance(entry, str))


def _entries(value: Any, kind: Callable[[Any], Any]) -> dict[str, Any]:
    return {key: entry for key, entry in _mapping(value).items() if type(entry) is kind}


def _lists(value: Any) -> dict[str, tuple[str, ...]]:
    return {key: _texts(entry) for key, entry in _mapping(value).items()}
