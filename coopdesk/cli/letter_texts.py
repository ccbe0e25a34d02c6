"""Answers about the texts of letters: those proposed, and the association's own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from coopdesk.cli.failures import nothing_to_change
from coopdesk.cli.options import optional, parse_count
from coopdesk.cli.output import Answer, Column, Listing
from coopdesk.domain.letter_templates import LetterTemplate
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coopdesk.cli.documents import Document
    from coopdesk.domain.letter_templates import KeptText
    from coopdesk.services.letter_texts import Kind
    from coopdesk.services.own_texts import OwnTexts

PlaceOption = Annotated[
    int,
    typer.Option(
        "--text", metavar=_("N"), help=_("Which of the texts; the first."), parser=parse_count
    ),
]
ChosenPlaceOption = Annotated[
    int,
    typer.Option("--text", metavar=_("N"), help=_("Which of the texts."), parser=parse_count),
]
TEXT_FIELDS = {
    "name": optional("--name", _("Its name."), _("TEXT")),
    "subject": optional("--subject", _("Its subject."), _("TEXT")),
    "body": optional("--body", _("A text file with what it says."), _("FILE"), Path),
    "new": Annotated[
        bool, typer.Option("--new", metavar="", help=_("Add it behind the others."))
    ],
}


def texts_listing(found: Sequence[KeptText[Any]]) -> Listing:
    """Return a table of texts of any kind."""
    columns = (Column(_("What for")), Column(_("No."), at_right=True), Column(_("Name")))
    rows = [(label(text.kind), str(text.place + 1), shown_name(text)) for text in found]
    return Listing(columns, rows)


def edited_text(
    letters: OwnTexts[Kind], kind: Kind, place: int, given: dict[str, Any]
) -> KeptText[Kind]:
    """Change what is given of a text, or add one; the first change makes all of them our own.

    Raises:
        UsageProblemError: nothing is given. CoopDeskError: as the service.
    """
    new, body = given["new"], given["body"]
    if not new and not any(given.values()):
        raise nothing_to_change("--name …")
    known = LetterTemplate("", "", "", "") if new else letters.text(kind, place - 1).content
    changed = replace(
        known,
        label=given["name"] or known.label,
        subject=given["subject"] or known.subject,
        body=known.body if body is None else letters.read_body(body),
    )
    if new:
        return letters.add_text(kind, changed).value
    return letters.change_text(kind, place - 1, changed).value


def removed_answer(gone: KeptText[Any]) -> Answer:
    """Answer with a text that was removed."""
    text = _("Text removed: {name}").format(name=gone.content.label)
    return Answer({"text": text_document(gone)}, (text,))


def reset_answer(kind: object, count: int) -> Answer:
    """Answer with how many own texts were given up."""
    text = ngettext("{count} own text removed.", "{count} own texts removed.", count)
    return Answer({"kind": kind, "removed": count}, (text.format(count=count),))


def shown_name(text: KeptText[Any]) -> str:
    """Return what a text is called, and whether it is only proposed."""
    if text.is_own:
        return text.content.label
    return _("{name} (proposed)").format(name=text.content.label)


def text_document(text: KeptText[Any]) -> Document:
    """Return a text as JSON has it, its place from 1."""
    return {
        "kind": text.kind,
        "place": text.place + 1,
        "name": text.content.label,
        "subject": text.content.subject,
        "body": text.content.body,
        "own": text.is_own,
    }
