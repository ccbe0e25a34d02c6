"""What a report of an event and the parts of it must be like."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coopdesk.domain.event_reports import ItemKind
from coopdesk.domain.field_checks import FieldChecks
from coopdesk.domain.ties import GROUP_LIMIT

if TYPE_CHECKING:
    from coopdesk.domain.event_reports import NewItem, NewReport

LINE_LIMIT, TEXT_LIMIT, LONG_LIMIT = 160, 5_000, 30_000


def checked_report(new: NewReport) -> NewReport:
    """Return a report with tidy fields; a contact as its author needs no name beside.

    Raises:
        RuleError: ``text.too_long``. FieldErrors: several fields are wrong.
    """
    checks = FieldChecks()
    author = checks.line(new.author_name, "author_name", LINE_LIMIT)
    cleaned = replace(
        new,
        category=checks.line(new.category, "category", LINE_LIMIT),
        author_name="" if new.author_id else author,
        introduction=checks.text(new.introduction, "introduction", LONG_LIMIT),
        conclusion=checks.text(new.conclusion, "conclusion", LONG_LIMIT),
        next_text=checks.line(new.next_text, "next_text", LINE_LIMIT),
    )
    checks.finish()
    return cleaned


def checked_item(new: NewItem) -> NewItem:
    """Return a part of a report with tidy fields, empty where its kind has none.

    The name of a theme is short: it becomes that of a group.

    Raises:
        RuleError: ``report.text_missing``, ``report.question_missing``, ``text.too_long``.
        FieldErrors: several fields are wrong.
    """
    checks = FieldChecks()
    is_theme = new.kind is ItemKind.THEME
    is_decision = new.kind is ItemKind.DECISION
    is_answer = new.kind is ItemKind.ANSWER
    if is_theme:
        text = checks.line(new.text, "text", GROUP_LIMIT)
    else:
        text = checks.text(new.text, "text", TEXT_LIMIT)
    if not text:
        checks.refuse("report.text_missing", "text")
    if is_answer and new.parent_id is None:
        checks.refuse("report.question_missing", "question")
    cleaned = replace(
        new,
        text=text,
        detail=checks.text(new.detail, "detail", TEXT_LIMIT) if is_theme else "",
        audience=checks.text(new.audience, "audience", TEXT_LIMIT) if is_theme else "",
        parent_id=new.parent_id if is_answer else None,
        contact_id=new.contact_id if is_decision else None,
        due_on=new.due_on if is_decision else None,
        done_on=new.done_on if is_decision else None,
    )
    checks.finish()
    return cleaned
