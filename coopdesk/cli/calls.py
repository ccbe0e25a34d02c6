"""One call of the command line: which database, in whose name, in which form it answers."""

from __future__ import annotations

import datetime as dt
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coopdesk.cli.failures import UsageProblemError
from coopdesk.domain.errors import RuleError
from coopdesk.domain.operations import Origin
from coopdesk.wording.errors import code_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from coopdesk.services.registry import Services
    from coopdesk.system.settings import Settings

_OLDEST_YEAR = 1901


@dataclass(slots=True)
class Call:
    """What every command is given.

    ``take_screenshots`` draws the pages of an open database into a folder; it comes from
    outside because the command line knows no window.
    """

    settings: Settings
    take_screenshots: Callable[[Services, Path], list[Path]]
    as_json: bool = False
    database: Path | None = None
    today: Callable[[], dt.date] = field(default=lambda: dt.datetime.now().astimezone().date())

    @property
    def path(self) -> Path:
        """The database file; refused as wrong usage when nothing names it."""
        if self.database is None:
            raise UsageProblemError(code_text("database.not_named", {}), "database.not_named")
        return self.database

    @contextmanager
    def opened(self, *, to_check: bool = False) -> Iterator[Services]:
        """Open the database for the time of the command."""
        from coopdesk.services.opening import open_database, signature

        path = self.path
        signed = signature(self.settings.author, Origin.COMMAND_LINE)
        services = open_database(path, signed, to_check=to_check)
        try:
            yield services
        finally:
            services.database.close()

    @contextmanager
    def created(self) -> Iterator[Services]:
        """Create the database and open it for the time of the command."""
        from coopdesk.services.opening import create_database, signature

        path = self.path
        services = create_database(path, signature(self.settings.author, Origin.COMMAND_LINE))
        try:
            yield services
        finally:
            services.database.close()

    def checked_year(self, year: int) -> int:
        """Return a year that can hold gifts.

        Raises:
            RuleError: ``year.wrong``.
        """
        if not _OLDEST_YEAR <= year <= self.today().year + 1:
            raise RuleError("year.wrong", field="year")
        return year
