"""Validates drafts for ever, after saying how many, what they add up to, and what it means."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from coopdesk.domain.entries import EntryFilter, EntryState
from coopdesk.domain.money import Money, total
from coopdesk.ui.feedback import Question
from coopdesk.wording.formats import day_long, money_text, number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from PySide6.QtWidgets import QMessageBox, QWidget

    from coopdesk.domain.fiscal_years import FiscalYear
    from coopdesk.services.entries import EntryService
    from coopdesk.services.progress import Progress
    from coopdesk.ui.desk import Desk

_CHUNK = 200


@dataclass(frozen=True, slots=True)
class Preview:
    """The drafts that would be validated."""

    ids: tuple[int, ...]
    amount: Money
    first: dt.date
    last: dt.date
    without_voucher: int

    @property
    def text(self) -> str:
        """How many, of which days, how much."""
        days = _("of {day}") if self.first == self.last else _("from {day} to {last}")
        return _("{drafts} {days}, {amount} in all.").format(
            drafts=_drafts(len(self.ids)),
            days=days.format(day=day_long(self.first), last=day_long(self.last)),
            amount=money_text(self.amount),
        )

    @property
    def warning(self) -> str:
        """How many have no voucher yet."""
        if not self.without_voucher:
            return ""
        text = ngettext(
            "{count} of them has no voucher yet; one can still be attached afterwards.",
            "{count} of them have no voucher yet; they can still be attached afterwards.",
            self.without_voucher,
        )
        return text.format(count=number_text(self.without_voucher))


class Validation(QObject):
    """Asks once, then runs in the background."""

    def __init__(self, desk: Desk, view: QWidget) -> None:
        super().__init__(view)
        self._desk = desk
        self._view = view
        self._ids: tuple[int, ...] = ()
        self.box: QMessageBox | None = None

    def ask(self, ids: Sequence[int], year: FiscalYear | None) -> None:
        """Ask about these drafts, or about all of a fiscal year when none is named."""
        call = partial(read_preview, self._desk.services.entries, tuple(ids), year)
        self._desk.tasks.query(self, call, self._on_preview, replaces="preview")

    def _on_preview(self, preview: Preview | None) -> None:
        if preview is None:
            self._desk.feedback.tell(_("There is no draft to validate."))
            return
        self._ids = preview.ids
        count = len(preview.ids)
        for_ever = _(
            "This is for ever: each gets its number, and none can be changed or removed any "
            "more. A mistake is corrected by an entry the other way round."
        )
        title = ngettext("Validate {count} entry?", "Validate {count} entries?", count)
        verb = ngettext("Validate {count} entry", "Validate {count} entries", count)
        question = Question(
            title.format(count=number_text(count)),
            preview.text,
            verb.format(count=number_text(count)),
            detail="\n\n".join(filter(None, (preview.warning, for_ever))),
            is_grave=True,
        )
        window = self._view.window()
        self.box = self._desk.feedback.confirm(question, self._on_yes, window)

    @Slot()
    def _on_yes(self) -> None:
        self.box = None
        service, ids = self._desk.services.entries, self._ids

        def validate(progress: Progress) -> object:
            return service.validate(ids, progress=progress)

        self._desk.tasks.job(self._view, _("Validating entries"), validate)


def read_preview(
    service: EntryService, ids: tuple[int, ...], year: FiscalYear | None
) -> Preview | None:
    """Return what would be validated, None when nothing; runs on the worker."""
    if not ids:
        return None if year is None else _preview_of_year(service, year)
    drafts = service.to_validate(ids)
    rows = [
        row
        for start in range(0, len(drafts), _CHUNK)
        for row in service.lines(drafts[start : start + _CHUNK])
    ]
    if not rows:
        return None
    days = [row.entry_on for row in rows]
    return Preview(
        ids=tuple(row.id for row in rows),
        amount=total(row.moved for row in rows),
        first=min(days),
        last=max(days),
        without_voucher=sum(not (row.voucher_ref or row.has_files) for row in rows),
    )


def _preview_of_year(service: EntryService, year: FiscalYear) -> Preview | None:
    """Return the drafts of a year, of which only the first and the last are read."""
    drafts = service.to_validate(fiscal_year_id=year.id)
    if not drafts:
        return None
    wanted = EntryFilter(fiscal_year_id=year.id, state=EntryState.DRAFT)
    left = service.lines(sorted(set(service.ids(wanted)) - set(drafts)))
    ends = service.lines((drafts[0], drafts[-1]))
    return Preview(
        ids=tuple(drafts),
        amount=service.totals(wanted).amount - total(row.moved for row in left),
        first=ends[0].entry_on,
        last=ends[-1].entry_on,
        without_voucher=service.totals(replace(wanted, without_voucher=True)).count,
    )


def _drafts(count: int) -> str:
    text = ngettext("{count} draft", "{count} drafts", count)
    return text.format(count=number_text(count))
