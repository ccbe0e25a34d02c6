"""What projects and the lines they plan must be to be recorded."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from coopdesk.domain.field_checks import FieldChecks
from coopdesk.domain.grant_projects import PROJECT_TEXTS
from coopdesk.domain.money import ZERO

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from coopdesk.domain.grant_projects import NewGrantProject, NewProjectLine

TITLE_LIMIT, LINE_LIMIT, TEXT_LIMIT = 200, 300, 20_000


def checked_project(new: NewGrantProject) -> NewGrantProject:
    """Return a project with tidy fields.

    Raises:
        RuleError: ``grant_project.title_missing``, ``grant_project.days_reversed``,
            ``text.too_long``. FieldErrors: several fields are wrong.
    """
    checks = FieldChecks()
    title = checks.line(new.title, "title", TITLE_LIMIT)
    if not title:
        checks.refuse("grant_project.title_missing", "title")
    if new.starts_on and new.ends_on and new.ends_on < new.starts_on:
        checks.refuse("grant_project.days_reversed", "ends_on")
    told: dict[str, Any] = {
        name: checks.text(getattr(new, name), name, TEXT_LIMIT) for name in PROJECT_TEXTS
    }
    checks.finish()
    return replace(new, title=title, **told)


def checked_project_lines(
    new: Sequence[NewProjectLine], lines: Collection[str] | None = None
) -> tuple[NewProjectLine, ...]:
    """Return planned lines with tidy fields, those of no amount left out.

    ``lines`` are the codes that the layout of the official budget has.

    Raises:
        RuleError: ``grant_project.line_missing``, ``grant.line_unknown``,
            ``grant_project.amount_wrong``, ``text.too_long``.
    """
    checks = FieldChecks()
    cleaned = []
    for one in new:
        line = checks.line(one.line, "line", LINE_LIMIT)
        if not line:
            checks.refuse("grant_project.line_missing", "line")
        elif lines is not None and line not in lines:
            checks.refuse("grant.line_unknown", "line", line=line[:40])
        if one.amount < ZERO:
            checks.refuse("grant_project.amount_wrong", "amount")
        label = checks.line(one.label, "label", LINE_LIMIT)
        if one.amount:
            cleaned.append(replace(one, line=line, label=label))
    checks.finish()
    return tuple(cleaned)
