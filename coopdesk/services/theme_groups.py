"""Makes groups of the themes that a report names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coopdesk.domain.errors import RuleError
from coopdesk.domain.event_reports import ItemKind
from coopdesk.domain.events import WhenKind
from coopdesk.domain.group_rules import TEXT_LIMIT, TITLE_LIMIT
from coopdesk.domain.groups import EventTie, NewGroup
from coopdesk.domain.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.domain.event_reports import ReportItem
    from coopdesk.domain.events import Event
    from coopdesk.domain.groups import Group
    from coopdesk.storage.unit_of_work import Work


def make_theme_groups(
    work: Work, event_id: int, themes: Sequence[ReportItem], *, tie_existing: bool
) -> tuple[Group, ...]:
    """Make a group of each theme, born at the event; return them in order.

    Raises:
        RuleError: ``report.no_theme``, ``report.group_made``, or ``report.group_exists`` for
            the first name that a group has already, unless that one shall be tied.
    """
    event = work.events.get(event_id)
    work.recorder.relabel(name=event.title)
    return tuple(_made(work, event, theme, tie_existing=tie_existing) for theme in themes)


def _made(work: Work, event: Event, theme: ReportItem, *, tie_existing: bool) -> Group:
    if theme.content.kind is not ItemKind.THEME:
        raise RuleError("report.no_theme")
    if theme.group_id is not None:
        raise RuleError("report.group_made", name=theme.group_name)
    known = work.groups.id_named(theme.content.text)
    if known is not None and not tie_existing:
        raise RuleError("report.group_exists", name=work.groups.get(known).name)
    group_id = work.groups.add(_group_of(theme, event)) if known is None else known
    work.groups.tie_event(group_id, event.id, EventTie.ORIGIN)
    work.event_reports.tie_group(theme.id, group_id)
    return work.groups.get(group_id)


def _group_of(theme: ReportItem, event: Event) -> NewGroup:
    """Return the group of a theme; what is too long for it is cut: the report keeps it."""
    content, when = theme.content, event.when
    return NewGroup(
        content.text,
        description=content.detail[:TEXT_LIMIT].rstrip(),
        audience=clean_line(content.audience)[:TITLE_LIMIT].rstrip(),
        started_on=when.starts_on if when.kind is WhenKind.DAYS else None,
        is_ephemeral=True,
    )
