"""Use cases around the yearly declaration of gifts: figures, papers, the note of filing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.closing_sheet_pdf import draw_closing_sheet
from coopdesk.documents.declaration_workbook import write_declaration_workbook
from coopdesk.domain.attachments import AttachmentKind
from coopdesk.domain.declarations import (
    ClosingSheet,
    Declaration,
    Filing,
    check_filing,
    due_on,
    fiscal_year,
    fiscal_year_of,
)
from coopdesk.domain.errors import RuleError
from coopdesk.services.attached_files import read_attachment
from coopdesk.services.joining import fiscal_year_start
from coopdesk.services.outcome import Outcome, Subject, changed
from coopdesk.services.paper_house import house_of
from coopdesk.services.progress import NO_PROGRESS, Progress
from coopdesk.services.saving import save

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from coopdesk.storage.unit_of_work import Units, Work


class DeclarationService:
    """Count what a fiscal year declares, and keep what proves that it was filed."""

    def __init__(self, units: Units, today: Callable[[], dt.date]) -> None:
        self._units = units
        self._today = today

    def declaration(self, year: int) -> Declaration:
        """Return the figures of the fiscal year that ends in a calendar year.

        Only receipts that were not voided count (CGI art. 222 bis, legal_fr RF-40 to RF-42).
        """
        with self._units.read() as work:
            return _declaration(work, year)

    def years(self) -> list[int]:
        """Return the fiscal years to choose from, newest first; the current one always is."""
        with self._units.read() as work:
            month = fiscal_year_start(work)
            current = fiscal_year_of(self._today(), month).year
            first = min((*work.review.years(), current))
        return list(range(current, first - 1, -1))

    def to_declare(self) -> int:
        """Return the fiscal year whose declaration comes next: the last one that is closed."""
        with self._units.read() as work:
            return fiscal_year_of(self._today(), fiscal_year_start(work)).year - 1

    def file(
        self, year: int, filed_on: dt.date, note: str = "", proof: Path | None = None
    ) -> Outcome[Declaration]:
        """Note that the declaration was filed with the figures of now; may be noted again.

        ``proof`` is a PDF, PNG or JPEG file of at most 10 MB that is kept in the database.

        Raises:
            RuleError: ``declaration.filed_in_the_future``, ``declaration.filed_before_end``, or
                the proof cannot be taken (``attachment.…``).
        """
        kept = read_attachment(proof, AttachmentKind.OTHER) if proof is not None else None
        with self._units.write("declaration.filed", year=str(year)) as work:
            found = _declaration(work, year)
            cleaned = check_filing(filed_on, note, found.fiscal_year, self._today())
            filing = Filing(filed_on, found.receipt_count, found.total, cleaned)
            work.declarations.file(year, filing, (kept.name, kept.content) if kept else None)
            made = _declaration(work, year)
            work.commit()
        return changed(made, Subject.RECEIPTS)

    def proof(self, year: int) -> tuple[str, bytes]:
        """Return the name and the content of the file that proves the filing.

        Raises:
            RuleError: ``declaration.no_proof``.
        """
        with self._units.read() as work:
            found = work.declarations.proof(year)
        if found is None:
            raise RuleError("declaration.no_proof", year=year)
        return found

    def write_proof(self, year: int, path: Path, _progress: Progress = NO_PROGRESS) -> Path:
        """Write the file that proves the filing.

        Raises:
            RuleError: ``declaration.no_proof``. ExternalError: the disk is in the way.
        """
        return save(path, self.proof(year)[1])

    def write_annex(self, year: int, path: Path, progress: Progress = NO_PROGRESS) -> Path:
        """Write the workbook behind the figures: register joined to payments, voids.

        Raises:
            ExternalError: the disk or the folder is in the way; an old file is intact.
        """
        with self._units.read() as work:
            association = work.association.get()
            found, before = _declaration(work, year), _declaration(work, year - 1)
        name = association.name if association else ""
        book = write_declaration_workbook(found, before, name, self._today(), progress.advance)
        return save(path, book)

    def write_closing_sheet(self, year: int, path: Path) -> Path:
        """Write the sheet that closes a year: figures, numbers, voids, ends of the chains.

        Raises:
            RuleError: ``paper.no_association``. ExternalError: the disk is in the way.
        """
        with self._units.read() as work:
            association = house_of(work)
            found = _declaration(work, year)
            receipt_head, void_head, void_count = work.declarations.heads()
            sheet = ClosingSheet(
                declaration=found,
                series=work.declarations.series(found.fiscal_year),
                lost=work.declarations.lost(found.fiscal_year),
                made_on=self._today(),
                receipt_head=receipt_head,
                void_head=void_head,
                void_count=void_count,
            )
        return save(path, draw_closing_sheet(sheet, association))


def _declaration(work: Work, year: int) -> Declaration:
    found = fiscal_year(year, fiscal_year_start(work))
    return Declaration(
        fiscal_year=found,
        due_on=due_on(found, work.legal.figures()),
        gifts=work.declarations.gifts(found),
        issued=work.declarations.issued(found),
        filed=work.declarations.filing(year),
    )
