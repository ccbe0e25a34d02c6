"""Commands about letters to partners, and the texts of letters and conventions."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.documents import Document
from coopdesk.cli.failures import UsageProblemError, nothing_to_change
from coopdesk.cli.options import command, optional, parse_code, parse_count, subject_app
from coopdesk.cli.output import Answer, Column, Listing, named
from coopdesk.cli.partner_fields import PartnerArgument, agreement_named, partner_named
from coopdesk.cli.selections import left_out_documents, left_out_parts, paper_answer
from coopdesk.domain.letter_templates import FilledText, LetterTemplate
from coopdesk.domain.partner_texts import (
    BLANKS_OF,
    PartnerLetterOrder,
    PartnerMail,
    PartnerText,
    PartnerTextKind,
)
from coopdesk.services.registry import Services
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext

app = subject_app("letters", _("Letters to partners; texts of letters and conventions."))

KindArgument = Annotated[
    PartnerTextKind,
    typer.Argument(
        metavar=_("KIND"),
        help=_("What it is: partner for letters, or agreement for conventions."),
        parser=parse_code(PartnerTextKind),
    ),
]
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
SampleOption = Annotated[
    bool,
    typer.Option(
        "--sample", metavar="", help=_("As the youngest agreement fills it, no blank left.")
    ),
]
_ABOUT = {
    "person": optional(
        "--person", _("Number of the contact who reads it."), _("NUMBER"), parse_count
    ),
    "agreement": optional("--agreement", _("Agreement that it is about."), _("AGREEMENT")),
    "commitment": optional(
        "--commitment",
        _("Number of the commitment that it is about."),
        _("NUMBER"),
        parse_count,
    ),
}


# texts


@command(app, "list", _("List the texts there are."))
def list_texts(call: Call) -> Answer:
    """Answer with the texts of both kinds, and the blanks of each."""
    with call.opened() as services:
        kinds = list(PartnerTextKind)
        found = [text for kind in kinds for text in services.partner_letters.texts(kind)]
    columns = (Column(_("What for")), Column(_("No."), at_right=True), Column(_("Name")))
    rows = [(label(text.kind), str(text.place + 1), _shown_name(text)) for text in found]
    document = {
        "texts": [_document(text) for text in found],
        "blanks": {kind.value: list(blanks) for kind, blanks in BLANKS_OF.items()},
    }
    told = [_blanks(kind) for kind in PartnerTextKind]
    return Answer(document, (Listing(columns, rows), *told))


@command(app, "show", _("Show a text as it is kept."))
def show_text(
    call: Call, kind: KindArgument, place: PlaceOption = 1, *, sample: SampleOption = False
) -> Answer:
    """Answer with one text, and how it reads if that is asked for."""
    with call.opened() as services:
        text = services.partner_letters.text(kind, place - 1)
        if not sample:
            return _answer(text)
        mail = services.partner_letters.sample(kind, text.content)
    document = {"text": _document(text), "sample": _mail_document(mail)}
    return Answer(document, (_shown_name(text), _read(mail)))


_FIELDS = {
    "name": optional("--name", _("Its name."), _("TEXT")),
    "subject": optional("--subject", _("Its subject."), _("TEXT")),
    "body": optional("--body", _("A text file with what it says."), _("FILE"), Path),
    "new": Annotated[
        bool, typer.Option("--new", metavar="", help=_("Add it behind the others."))
    ],
}


@command(app, "edit", _("Change a text, or add one."), _FIELDS)
def edit_text(call: Call, kind: KindArgument, place: PlaceOption = 1, **given: Any) -> Answer:
    """Change what is given; the first change makes all texts of the kind our own."""
    new, body = given["new"], given["body"]
    if not new and not any(given.values()):
        raise nothing_to_change("--name …")
    with call.opened() as services:
        letters = services.partner_letters
        known = LetterTemplate("", "", "", "") if new else letters.text(kind, place - 1).content
        changed = replace(
            known,
            label=given["name"] or known.label,
            subject=given["subject"] or known.subject,
            body=known.body if body is None else letters.read_body(body),
        )
        if new:
            return _answer(letters.add_text(kind, changed).value)
        return _answer(letters.change_text(kind, place - 1, changed).value)


@command(app, "remove", _("Remove a text; the last of a kind stays."))
def remove_text(call: Call, kind: KindArgument, place: ChosenPlaceOption) -> Answer:
    """Remove a text; it can be undone."""
    with call.opened() as services:
        gone = services.partner_letters.remove_text(kind, place - 1).value
    text = _("Text removed: {name}").format(name=gone.content.label)
    return Answer({"text": _document(gone)}, (text,))


@command(app, "reset", _("Take the proposed texts of a kind again."))
def reset_texts(call: Call, kind: KindArgument) -> Answer:
    """Forget the association's own texts of a kind; it can be undone."""
    with call.opened() as services:
        count = services.partner_letters.reset_texts(kind).value
    text = ngettext("{count} own text removed.", "{count} own texts removed.", count)
    return Answer({"kind": kind, "removed": count}, (text.format(count=count),))


# letters


@command(app, "preview", _("Show the letter that would be written to a partner."), _ABOUT)
def preview(
    call: Call, partner: PartnerArgument, place: PlaceOption = 1, **about: Any
) -> Answer:
    """Answer with the letter; changes nothing."""
    with call.opened() as services:
        mail = services.partner_letters.preview(_order(services, partner, place, about))
    return Answer({"letter": _mail_document(mail)}, (_read(mail),))


@command(
    app,
    "write",
    _("Write to a partner: a letter, or the draft of an e-mail."),
    {
        **_ABOUT,
        "subject": optional("--subject", _("Another subject."), _("TEXT")),
        "body": optional("--body", _("A text file with another text."), _("FILE"), Path),
        "path": optional("--to", _("The letter as a PDF file."), _("FILE"), Path),
        "folder": optional("--eml", _("The draft into a folder."), _("FOLDER"), Path),
    },
)
def write(call: Call, partner: PartnerArgument, place: PlaceOption = 1, **given: Any) -> Answer:
    """Write a letter and note it in the time-line of the partner."""
    path, folder = given["path"], given["folder"]
    if (path is None) == (folder is None):
        raise UsageProblemError(_("Give --to FILE or --eml FOLDER."))
    with call.opened() as services:
        letters = services.partner_letters
        order = _order(services, partner, place, given)
        proposed = letters.preview(order).text
        text = FilledText(
            given["subject"] or proposed.subject,
            proposed.body if given["body"] is None else letters.read_body(given["body"]),
        )
        if folder is not None:
            run = letters.write_email(order, text, folder).value
            document = {
                "folder": run.folder,
                "drafts": list(run.drafts),
                "left_out": left_out_documents(run.left_out),
            }
            said = _("Draft written: {file}").format(file=run.drafts[0])
            return Answer(document, (said, *left_out_parts(run.left_out)))
        paper = letters.write_letter(order, text, path).value
    said = ngettext(
        "{count} letter written: {file}", "{count} letters written: {file}", paper.count
    )
    return paper_answer(paper, said)


def _order(
    services: Services, partner: str, place: int, about: dict[str, Any]
) -> PartnerLetterOrder:
    agreement = about["agreement"]
    return PartnerLetterOrder(
        contact_id=partner_named(services, partner).contact_id,
        place=place - 1,
        person_id=about["person"],
        agreement_id=agreement_named(services, agreement).id if agreement else None,
        commitment_id=about["commitment"],
    )


# how they read


def _shown_name(text: PartnerText) -> str:
    if text.is_own:
        return text.content.label
    return _("{name} (proposed)").format(name=text.content.label)


def _blanks(kind: PartnerTextKind) -> str:
    blanks = " ".join(f"{{{blank}}}" for blank in BLANKS_OF[kind])
    return named(_("Blanks of “{kind}”").format(kind=label(kind)), blanks)


def _answer(text: PartnerText) -> Answer:
    content = text.content
    parts = (_shown_name(text), named(_("Subject"), content.subject), content.body)
    return Answer({"text": _document(text)}, (*parts, _blanks(text.kind)))


def _read(mail: PartnerMail) -> str:
    subject = named(_("Subject"), mail.text.subject)
    return f"{mail.name}\n{subject}\n\n{mail.text.body}"


def _document(text: PartnerText) -> Document:
    return {
        "kind": text.kind,
        "place": text.place + 1,
        "name": text.content.label,
        "subject": text.content.subject,
        "body": text.content.body,
        "own": text.is_own,
    }


def _mail_document(mail: PartnerMail) -> Document:
    return {
        "contact_id": mail.contact_id,
        "name": mail.name,
        "email": mail.email,
        "subject": mail.text.subject,
        "body": mail.text.body,
    }
