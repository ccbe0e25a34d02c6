"""What an import of contacts would do, line by line, for a person to look at."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.contact_import_homes import home_warnings
from coopdesk.domain.contact_imports import ContactPreview, ContactPreviewLine
from coopdesk.domain.import_formats import FileFormat
from coopdesk.domain.imports import RowVerdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coopdesk.domain.contact_import_planning import PlannedContact
    from coopdesk.domain.contact_imports import Candidate, ReadContacts
    from coopdesk.domain.imports import Problem


def preview_of(
    read: ReadContacts,
    plan: Sequence[PlannedContact],
    names: Mapping[int, tuple[str, str]],
) -> ContactPreview:
    """Return the preview of a plan; ``names`` are name and detail of candidates by id."""
    by_line = _warnings_by_line(read)
    lines = [_line(planned, names, by_line) for planned in plan]
    lines += _refused_lines(read, by_line)
    lines.sort(key=lambda line: line.line)
    return ContactPreview(
        file_name=read.name,
        sha256=read.sha256,
        file_format=read.file_format,
        columns=read.columns,
        header_key=read.header_key,
        lines=tuple(lines),
        warnings=(*by_line.get(0, ()), *home_warnings(plan)),
    )


def _warnings_by_line(read: ReadContacts) -> dict[int, list[Problem]]:
    """Return the warnings by the line of their row; those of no row under 0."""
    found: dict[int, list[Problem]] = defaultdict(list)
    known = {*(row.line for row in read.rows), *read.refused}
    lines = sorted(known)
    for problem in read.warnings:
        line = problem.line if problem.line in known else 0
        if not line and read.file_format is FileFormat.VCARD and problem.line:
            # A card has many lines; what stands before the first is of none.
            at = bisect_right(lines, problem.line)
            line = lines[at - 1] if at else 0
        found[line].append(problem)
    return found


def _line(
    planned: PlannedContact,
    names: Mapping[int, tuple[str, str]],
    warnings: Mapping[int, list[Problem]],
) -> ContactPreviewLine:
    profile = planned.row.profile
    return ContactPreviewLine(
        line=planned.row.line,
        verdict=planned.verdict,
        name=profile.display_name or profile.email,
        detail=(profile.email if profile.display_name else "") or profile.address.town_line,
        contact_id=planned.contact_id,
        reason=planned.reason,
        values=planned.values,
        candidates=tuple(_named(one, names) for one in planned.candidates),
        changes=planned.changes,
        warnings=(*_unknown(planned, warnings.get(planned.row.line, ())), *planned.notes),
        changed_since=planned.changed_since,
        left_out=planned.left_out,
        attached=planned.attached,
        row=planned.row,
        at_home=planned.known is not None and planned.known.contact.household_id is not None,
    )


def _unknown(planned: PlannedContact, warnings: Sequence[Problem]) -> Iterator[Problem]:
    """Yield what is to be said of a row: not again of what its contact holds just so."""
    if planned.verdict is RowVerdict.SAME:
        return
    phones = set()
    if planned.known is not None:
        profile = planned.known.contact.profile
        phones = {profile.phone, *(point.value for point in profile.points)}
    for problem in warnings:
        if problem.code != "phone.doubtful" or problem.values["text"] not in phones:
            yield problem


def _named(one: Candidate, names: Mapping[int, tuple[str, str]]) -> Candidate:
    name, detail = names.get(one.contact_id, ("", ""))
    return replace(one, name=name, detail=detail)


def _refused_lines(
    read: ReadContacts, warnings: Mapping[int, list[Problem]]
) -> Iterator[ContactPreviewLine]:
    """Yield the rows that could not be read: the first reason, every wrong column."""
    by_line: dict[int, list[Problem]] = defaultdict(list)
    for problem in read.problems:
        by_line[problem.line].append(problem)
    for line, problems in by_line.items():
        columns = dict.fromkeys(x.column for x in problems if x.column)
        raw = read.refused.get(line, {})
        texts = [text for text in raw.values() if any(map(str.isalpha, text))]
        yield ContactPreviewLine(
            line=line,
            verdict=RowVerdict.REFUSED,
            name=" ".join(texts[:3])[:80],
            detail=", ".join(columns),
            reason=problems[0].code,
            values=problems[0].values,
            warnings=(*problems[1:], *warnings.get(line, ())),
        )
