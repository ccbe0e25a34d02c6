"""What every page is given: services, tasks, and the ways to speak to the window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from coopdesk.services.registry import Services
    from coopdesk.system.settings import SettingsFile
    from coopdesk.ui.changes import ChangeBus
    from coopdesk.ui.feedback import Feedback
    from coopdesk.ui.navigator import Navigator
    from coopdesk.ui.page import Page
    from coopdesk.ui.tasks import TaskRunner
    from coopdesk.ui.theme import Theme

_DIGITS = 10


@dataclass(frozen=True)
class Desk:
    """One open database and the window around it.

    ``today`` gives the day; tests fix it. ``restore`` puts a backup in the place of the
    database and opens it; None where nothing can be restored.
    """

    services: Services
    tasks: TaskRunner
    changes: ChangeBus
    feedback: Feedback
    settings: SettingsFile
    navigator: Navigator
    theme: Theme
    today: Callable[[], dt.date]
    database: Path
    restore: Callable[[Path], None] | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """Something Ctrl+K found: ``target`` is what the page ``page`` will be asked to show.

    ``is_named`` is False where a word within the text means little, as in names of accounts:
    pages and commands that begin with what was typed come first then.
    """

    text: str
    detail: str
    icon: str
    page: str
    target: object = None
    is_named: bool = True


@dataclass(frozen=True, slots=True)
class Command:
    """A command of a page that Ctrl+K offers even before the page was visited.

    ``action`` is the page's attribute, such as ``record_action``. ``makes`` names what the
    menu « Nouveau » calls it, for commands that make something new.
    """

    text: str
    icon: str
    action: str
    makes: str = ""


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page of the rail, built on its first visit.

    ``find`` searches the page's records for Ctrl+K; it runs on the worker. A page that has
    another one ``above`` it stands in no rail: that one, its actions and Ctrl+K lead to it.
    """

    key: str
    title: str
    icon: str
    build: Callable[[Desk], Page]
    find: Callable[[Desk, str], list[Hit]] | None = None
    commands: tuple[Command, ...] = ()
    at_foot: bool = False
    above: str = ""


def page_keys(number: int) -> str:
    """Return the keys of a place of the rail, counted from 1: ten have some, as digits do."""
    return f"Ctrl+{number % 10}" if number <= _DIGITS else ""
