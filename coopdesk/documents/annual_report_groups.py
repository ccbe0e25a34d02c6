"""The chapter of the yearly report about groups, by register of action."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.documents.annual_report_model import (
    Chapter,
    Part,
    ReportColumn,
    ReportTable,
    before_text,
    tile,
    words,
)
from coopdesk.documents.group_words import output_line
from coopdesk.domain.text import sort_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coopdesk.domain.annual_report_content import AnnualReportContent, GroupsPart


def groups_chapter(content: AnnualReportContent) -> Chapter:
    """Return what groups did: by register, then each group, then what they made."""
    texts, year, part = words("groups"), content.year, content.groups
    assert part is not None
    if part.is_empty:
        return Chapter(texts["title"], (texts["nothing"].format(year=year),))
    tiles = (
        tile(texts, "groups", part.report.groups, before_text(year, part.groups_before)),
        tile(texts, "outputs", part.report.outputs, before_text(year, part.outputs_before)),
    )
    return Chapter(texts["title"], (), tiles, tuple(_parts(part)))


def _parts(part: GroupsPart) -> Iterator[Part]:
    if any(register.name for register in part.report.registers):
        yield Part(_registers(part))
    groups = _groups(part)
    if groups.rows:
        yield Part(groups)
    outputs = _outputs(part)
    if outputs.rows:
        yield Part(outputs)


def _registers(part: GroupsPart) -> ReportTable:
    texts = words("groups")
    columns = (
        ReportColumn(texts["register"]),
        ReportColumn(texts["events"], int),
        ReportColumn(texts["groups_short"], int),
        ReportColumn(texts["outputs_short"], int),
    )
    rows = [
        (one.name or texts["none"], len(one.events), len(one.groups), len(one.outputs))
        for one in part.report.registers
    ]
    return ReportTable(texts["registers"], columns, rows, note=texts["register_note"])


def _groups(part: GroupsPart) -> ReportTable:
    """List each group once, whatever the number of its registers; nobody in it is named."""
    texts = words("groups")
    columns = (
        ReportColumn(texts["group"]),
        ReportColumn(texts["aim"]),
        ReportColumn(texts["people"], int),
        ReportColumn(texts["structures"], int),
    )
    known = {one.group.id: one for register in part.report.registers for one in register.groups}
    ordered = sorted(known.values(), key=lambda one: sort_key(one.group.name))
    rows = [
        (
            one.group.name,
            one.group.content.description.split("\n", 1)[0],
            one.people,
            one.structures,
        )
        for one in ordered
    ]
    return ReportTable(texts["list"], columns, rows)


def _outputs(part: GroupsPart) -> ReportTable:
    texts = words("groups")
    columns = (
        ReportColumn(texts["output"]),
        ReportColumn(texts["about"]),
        ReportColumn(texts["of"]),
    )
    known = {
        one.output.id: one for register in part.report.registers for one in register.outputs
    }
    rows = [
        (
            one.output.content.title,
            output_line(replace(one.output, registers=())),
            one.group,
        )
        for one in known.values()
    ]
    return ReportTable(texts["made"], columns, rows)
