"""Commands about the report of an event: what was said, asked, found worth it and decided."""

from dataclasses import replace
from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.documents import Document
from coopdesk.cli.event_words import EventArgument, event_id
from coopdesk.cli.failures import nothing_to_change
from coopdesk.cli.options import (
    IdArgument,
    command,
    given_options,
    optional,
    or_empty,
    parse_count,
    parse_day,
)
from coopdesk.cli.output import Answer, Column, Listing, facts
from coopdesk.domain.event_reports import ItemKind, NewItem, NewReport, Report, ReportItem
from coopdesk.wording.formats import day_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

app = typer.Typer()

TextsArgument = Annotated[
    list[str], typer.Argument(metavar=_("TEXT …"), help=_("What was said, in order."))
]
_DAYS = frozenset({"written_on", "due_on"})
TextArgument = Annotated[str, typer.Argument(metavar=_("TEXT"), help=_("Its words."))]
_DECIDED = {
    "contact_id": optional(
        "--contact", _("Number of the contact who sees to it."), _("NUMBER"), parse_count
    ),
    "due_on": optional("--due", _("The day by which it is done."), _("DATE"), parse_day),
}
_THEME = {
    "detail": optional("--detail", _("What it is about."), _("TEXT")),
    "audience": optional("--audience", _("With and for whom."), _("TEXT")),
}
_HEAD = {
    "category": optional("--category", _("Under which heading it is filed."), _("TEXT")),
    "author_id": optional(
        "--author-contact", _("Number of the contact who wrote it."), _("NUMBER"), parse_count
    ),
    "author_name": optional("--author", _("Who wrote it, by name."), _("TEXT")),
    "written_on": optional(
        "--date", _("The day it was added."), _("DATE"), or_empty(parse_day)
    ),
    "introduction": optional("--introduction", _("What comes first."), _("TEXT")),
    "conclusion": optional("--conclusion", _("What comes last."), _("TEXT")),
    "next_text": optional("--next", _("When the next event is, in words."), _("TEXT")),
}


@command(app, "report-show", _("Show the report of an event."))
def show_report(call: Call, event: EventArgument) -> Answer:
    """Answer with the report and its parts in order."""
    with call.opened() as services:
        key = event_id(services, event)
        report = services.event_reports.of(key)
    if report is None:
        return Answer({"event_id": key, "report": None}, (_("No report yet."),))
    return _report_answer(report)


@command(app, "report-write", _("Write what a report says around its parts."), _HEAD)
def write_report(call: Call, event: EventArgument, **fields: Any) -> Answer:
    """Begin a report, or change what is given of it."""
    told = given_options(fields, _DAYS)
    if told.get("author_name"):
        told.setdefault("author_id", None)
    with call.opened() as services:
        key = event_id(services, event)
        known = services.event_reports.of(key)
        content = replace(known.content if known else NewReport(), **told)
        report = services.event_reports.write(key, content).value
    return _report_answer(report)


@command(app, "report-finish", _("Say that a report is finished, or open it again."))
def finish_report(
    call: Call,
    event: EventArgument,
    *,
    reopen: Annotated[
        bool, typer.Option("--reopen", metavar="", help=_("Open it again."))
    ] = False,
) -> Answer:
    """Finish a report: it is changed no more until it is open again."""
    with call.opened() as services:
        key = event_id(services, event)
        act = services.event_reports.reopen if reopen else services.event_reports.finish
        report = act(key).value
    said = _("Report opened again.") if reopen else _("Report finished.")
    return Answer({"event_id": key, "report": report_document(report)}, (said,))


@command(app, "statement", _("Add what was said in the round, one text after the other."))
def add_statements(call: Call, event: EventArgument, texts: TextsArgument) -> Answer:
    """Add statements, which name nobody."""
    return _added(call, event, [NewItem(ItemKind.STATEMENT, text) for text in texts])


@command(app, "question", _("Add questions that were worked on."))
def add_questions(call: Call, event: EventArgument, texts: TextsArgument) -> Answer:
    """Add questions."""
    return _added(call, event, [NewItem(ItemKind.QUESTION, text) for text in texts])


@command(app, "answer", _("Add answers to a question."))
def add_answers(
    call: Call,
    event: EventArgument,
    question: Annotated[
        int,
        typer.Argument(
            metavar=_("QUESTION"), help=_("Number of the question."), parser=parse_count
        ),
    ],
    texts: TextsArgument,
) -> Answer:
    """Add answers under their question."""
    items = [NewItem(ItemKind.ANSWER, text, parent_id=question) for text in texts]
    return _added(call, event, items)


@command(app, "theme", _("Add a theme that may become a group."), _THEME)
def add_theme(call: Call, event: EventArgument, text: TextArgument, **fields: Any) -> Answer:
    """Add a theme with what it is about, and with and for whom."""
    return _added(call, event, [NewItem(ItemKind.THEME, text, **given_options(fields, _DAYS))])


@command(app, "decision", _("Add a decision, who sees to it and by when."), _DECIDED)
def add_decision(call: Call, event: EventArgument, text: TextArgument, **fields: Any) -> Answer:
    """Add a decision."""
    return _added(
        call, event, [NewItem(ItemKind.DECISION, text, **given_options(fields, _DAYS))]
    )


@command(
    app,
    "report-change",
    _("Change what is given of a part of a report."),
    {"text": optional("--text", _("Its words."), _("TEXT")), **_THEME, **_DECIDED},
)
def change_item(call: Call, number: IdArgument, **fields: Any) -> Answer:
    """Change a part of a report; what it is stays."""
    told = given_options(fields, _DAYS)
    if not told:
        raise nothing_to_change("--text …")
    with call.opened() as services:
        known = services.event_reports.item(number).content
        item = services.event_reports.change_item(number, replace(known, **told)).value
    return _items_answer([item])


@command(app, "report-remove", _("Remove a part of a report, a question with its answers."))
def remove_item(call: Call, number: IdArgument) -> Answer:
    """Remove a part of a report; a group that it became stays."""
    with call.opened() as services:
        gone = services.event_reports.remove_item(number).value
    text = _("Removed from the report: {text}").format(text=gone.content.text)
    return Answer({"item": item_document(gone)}, (text,))


def _added(call: Call, event: str, items: list[NewItem]) -> Answer:
    with call.opened() as services:
        key = event_id(services, event)
        made = services.event_reports.add_items(key, items).value
    return _items_answer(list(made))


def report_document(report: Report) -> Document:
    """Return a report for ``--json``."""
    content = report.content
    return {
        "id": report.id,
        "event_id": report.event_id,
        "category": content.category,
        "author_id": content.author_id,
        "author": report.author,
        "written_on": content.written_on,
        "introduction": content.introduction,
        "conclusion": content.conclusion,
        "next": content.next_text,
        "is_final": content.is_final,
        "items": [item_document(item) for item in report.items],
    }


def item_document(item: ReportItem) -> Document:
    """Return a part of a report for ``--json``."""
    content = item.content
    return {
        "id": item.id,
        "kind": content.kind,
        "text": content.text,
        "detail": content.detail,
        "audience": content.audience,
        "question_id": content.parent_id,
        "contact_id": content.contact_id,
        "contact": item.contact_name,
        "due_on": content.due_on,
        "done_on": content.done_on,
        "group_id": item.group_id,
        "group": item.group_name,
    }


def _report_answer(report: Report) -> Answer:
    content = report.content
    head = facts(
        (_("Heading"), content.category),
        (_("Written by"), report.author),
        (_("Added on"), day_text(content.written_on) if content.written_on else ""),
        (_("Introduction"), content.introduction),
        (_("Conclusion"), content.conclusion),
        (_("Next event"), content.next_text),
        (_("State"), _("finished") if content.is_final else _("being written")),
    )
    document = {"event_id": report.event_id, "report": report_document(report)}
    return Answer(document, (head, _listing(report.items)))


def _items_answer(items: list[ReportItem]) -> Answer:
    return Answer({"items": [item_document(item) for item in items]}, (_listing(items),))


def _listing(items: list[ReportItem] | tuple[ReportItem, ...]) -> Listing:
    columns = (
        Column(_("No."), at_right=True),
        Column(_("Kind")),
        Column(_("Text")),
        Column(_("Group"), rare=True),
    )
    rows = [
        (str(item.id), label(item.content.kind), item.content.text, item.group_name)
        for item in items
    ]
    return Listing(columns, rows, _("Nothing in this report yet."))
