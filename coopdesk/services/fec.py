"""Use cases around the file of accounting entries (FEC): write it, check any."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coopdesk.domain.fec import (
    FecFigures,
    FecStyle,
    fec_account,
    fec_file_name,
)
from coopdesk.domain.fec_checks import check_fec
from coopdesk.domain.imports import Problem
from coopdesk.domain.money import Money
from coopdesk.exchange.fec_writing import fec_blocks, fec_description
from coopdesk.exchange.file_content import read_content
from coopdesk.services.progress import NO_PROGRESS, Progress
from coopdesk.services.saving import external_file_errors, save
from coopdesk.system.files import replacing_stream

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from coopdesk.domain.fec import FecLine
    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.storage.unit_of_work import Units, Work

_STEP = 500


@dataclass(frozen=True, slots=True)
class FecDone:
    """A file that was written, and the one that describes it."""

    path: Path
    description: Path
    figures: FecFigures


class FecService:
    """Write the validated entries of a fiscal year for tax offices and accountants."""

    def __init__(self, units: Units) -> None:
        self._units = units

    def write(
        self,
        fiscal_year_id: int,
        folder: Path,
        style: FecStyle | None = None,
        progress: Progress = NO_PROGRESS,
    ) -> FecDone:
        """Write the file of a year and the one that describes it into a folder.

        Drafts are left out and counted. Older files of these names are replaced once the new
        ones are whole.

        Raises:
            NotFoundError: ``year.missing``. ExternalError: the disk or the folder is in the
            way. JobCancelledError.
        """
        chosen = style or FecStyle()
        with self._units.read() as work:
            year = work.fiscal_years.get(fiscal_year_id)
            association = work.association.get()
            siren = association.siren if association else ""
            owner = association.name if association else ""
            path = folder / fec_file_name(siren, year.ends_on)
            entries, drafts = work.fec.counts(year.id)
            counted = _Counted(work.fec.lines(year.id), entries, progress)
            with external_file_errors(path), replacing_stream(path) as stream:
                for block in fec_blocks(counted, chosen):
                    stream.write(block)
            journals = _journals(work, year)
        warnings = (*_warnings(year, siren, entries, drafts), *counted.warnings)
        description = path.with_name(f"{path.stem}-description.txt")
        figures = FecFigures(
            path.name,
            entries,
            counted.lines,
            Money(counted.debit),
            Money(counted.credit),
            drafts,
            warnings,
        )
        save(description, fec_description(figures, chosen, year, owner, journals))
        return FecDone(path, description, figures)

    def check(self, path: Path) -> tuple[Problem, ...]:
        """Return what any file of accounting entries has against the law, line by line.

        Raises:
            RuleError: ``file.…`` it is empty, a folder or too large. ExternalError: it cannot
            be read.
        """
        content = read_content(path)
        return check_fec(content.data, content.name)


class _Counted:
    """Passes lines on and counts them."""

    def __init__(self, lines: Iterable[FecLine], entries: int, progress: Progress) -> None:
        self._lines = lines
        self._entries = max(entries, 1)
        self._progress = progress
        self._seen = 0
        self.lines = self.debit = self.credit = 0
        self._renamed: dict[str, str] = {}

    def __iter__(self) -> Iterator[FecLine]:
        number = 0
        for line in self._lines:
            if line.number != number:
                number = line.number
                self._seen += 1
                if self._seen % _STEP == 0:
                    self._progress.advance(self._seen, self._entries)
            self.lines += 1
            self.debit += line.debit.cents
            self.credit += line.credit.cents
            written = fec_account(line.account)
            if written != line.account:
                self._renamed[line.account] = written
            yield line

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """Which accounts stand under another number, so that three figures begin it."""
        return tuple(
            Problem(0, "fec.account_padded", values={"account": account, "written": written})
            for account, written in sorted(self._renamed.items())
        )


def _warnings(year: FiscalYear, siren: str, entries: int, drafts: int) -> Iterator[Problem]:
    if not siren:
        yield Problem(0, "fec.no_siren")
    if not entries:
        yield Problem(0, "fec.no_entries", values={"label": year.label})
    if drafts:
        yield Problem(0, "fec.drafts_left_out", values={"count": drafts})
    if year.is_open:
        yield Problem(0, "fec.year_is_open", values={"label": year.label})


def _journals(work: Work, year: FiscalYear) -> list[str]:
    known = {one.code: one.name for one in work.journals.journals()}
    known.update(work.fec.closing_names(year.id).journals)
    return [f"{code}: {name}" for code, name in known.items()]
