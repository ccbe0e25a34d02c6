"""Print the list of members: a table with its totals by type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.documents.paper import LANDSCAPE, Paper, PaperTitle
from coopdesk.documents.table_pages import Column, Table
from coopdesk.documents.typesetting import bold
from coopdesk.domain.member_papers import counted
from coopdesk.wording.formats import day_long, day_text, number_text
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from coopdesk.domain.member_papers import MemberList, MemberListRow

_TOTAL = bold(9, 13)


def draw_member_list(members: MemberList) -> bytes:
    """Return the list as a PDF in landscape; columns that hold nothing are left out."""
    title = _("Member list")
    paper = Paper(
        PaperTitle(title, members.association.name, members.made_on),
        LANDSCAPE,
        [members.association.logo],
    )
    columns = _columns()
    rows = [_cells(row) for row in members.rows]
    shown = [
        place
        for place, column in enumerate(columns)
        if column.title == _("Name") or any(row[place] for row in rows)
    ]
    table = Table([columns[place] for place in shown])
    count = ngettext("{count} member", "{count} members", len(rows))
    says = _("{members}, on {day}").format(
        members=count.format(count=number_text(len(rows))), day=day_long(members.made_on)
    )
    table.begin(
        members.association, title, [text for text in (members.selection, says) if text]
    )
    table.fill([[row[place] for place in shown] for row in rows])
    _totals(table, members)
    return paper.finished(table.number_pages(f"{members.association.name} — {title}"))


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Number")),
        Column(_("Name")),
        Column(_("Membership type")),
        Column(_("Status")),
        Column(_("From")),
        Column(_("Until")),
        Column(_("Town")),
        Column(_("E-mail")),
        Column(_("Phone")),
    )


def _cells(row: MemberListRow) -> tuple[str, ...]:
    end = _("for life") if row.period.is_for_life else day_text(row.period.end)
    return (
        row.number,
        row.name,
        row.type_name,
        row.status,
        day_text(row.period.start),
        end,
        row.town,
        row.email,
        row.phone,
    )


def _totals(table: Table, members: MemberList) -> None:
    """Say how many there are of each type, under the last line."""
    found = counted(row.type_name for row in members.rows)
    table.y -= 8
    table.need((len(found) + 1) * _TOTAL.leading)
    table.write(_("Total: {count}").format(count=number_text(len(members.rows))), style=_TOTAL)
    for name, count in found:
        table.write(
            _("{name}: {count}").format(name=name or _("no type"), count=number_text(count))
        )
