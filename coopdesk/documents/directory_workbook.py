"""The directory of a programme's structures as a workbook, one row a structure."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from coopdesk.documents.workbook import Book, Column
from coopdesk.documents.workbook_lists import SheetList, finish_list, start_list
from coopdesk.wording.formats import day_long
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from coopdesk.domain.group_papers import DirectoryPaper


def write_directory(paper: DirectoryPaper) -> bytes:
    """Return the workbook; every text is text, whatever it starts with."""
    name, house = paper.group.name, paper.house.name
    count = len(paper.structures)
    said = ngettext("{count} structure", "{count} structures", count).format(count=count)
    day = _("on {day}").format(day=day_long(paper.made_on))
    title = _("Structures")
    listing = SheetList(title, f"{name} — {title}", _columns(), _rows(paper))
    with Book(name, house) as book:
        sheet = start_list(book, listing, " · ".join((house, said, day)))
        for row in listing.rows:
            sheet.append(row)
        finish_list(sheet, listing)
        return book.content()


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Structure"), 38),
        Column(_("Acronym"), 12),
        Column(_("Kind"), 16),
        Column(_("Role"), 22),
        Column(_("Takes part since"), 14, dt.date),
        Column(_("Charter signed on"), 14, dt.date),
        Column(_("Chantiers"), 30),
        Column(_("E-mail"), 32),
        Column(_("Phone"), 16),
        Column(_("Town"), 20),
        Column(_("Website"), 32),
    )


def _rows(paper: DirectoryPaper) -> list[tuple[str | dt.date | None, ...]]:
    return [
        (
            one.name,
            one.acronym,
            one.kind,
            one.role,
            one.since,
            one.signed_on,
            ", ".join(one.groups),
            one.email,
            one.phone,
            one.town,
            one.website,
        )
        for one in paper.structures
    ]
