"""What is written to a file, and how the end is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coopdesk.services.outcome import Outcome
    from coopdesk.services.paper_runs import PaperRun
    from coopdesk.services.progress import Progress


@dataclass(frozen=True, slots=True)
class PaperJob:
    """A paper to write: ``name`` proposes its file, with the suffix.

    ``write`` runs on the worker; ``counted`` says how many of what were written.
    """

    title: str
    name: str
    kind: str
    write: Callable[[Path, Progress], PaperRun | Outcome[PaperRun] | Path]
    counted: Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Written:
    """What came of a paper."""

    job: PaperJob
    path: Path
    run: PaperRun | None
