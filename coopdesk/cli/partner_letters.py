"""Commands about letters to partners, and the texts of letters and conventions."""

from pathlib import Path
from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.documents import Document
from coopdesk.cli.failures import UsageProblemError
from coopdesk.cli.letter_texts import (
    TEXT_FIELDS,
    ChosenPlaceOption,
    PlaceOption,
    edited_text,
    removed_answer,
    reset_answer,
    shown_name,
    text_document,
    texts_listing,
)
from coopdesk.cli.options import command, optional, parse_code, parse_count, subject_app
from coopdesk.cli.output import Answer, named
from coopdesk.cli.partner_fields import PartnerArgument, agreement_named, partner_named
from coopdesk.cli.selections import left_out_documents, left_out_parts, paper_answer
from coopdesk.domain.letter_templates import FilledText
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
    document = {
        "texts": [text_document(text) for text in found],
        "blanks": {kind.value: list(blanks) for kind, blanks in BLANKS_OF.items()},
    }
    told = [_blanks(kind) for kind in PartnerTextKind]
    return Answer(document, (texts_listing(found), *told))


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
    document = {"text": text_document(text), "sample": _mail_document(mail)}
    return Answer(document, (shown_name(text), _read(mail)))


@command(app, "edit", _("Change a text, or add one."), TEXT_FIELDS)
def edit_text(call: Call, kind: KindArgument, place: PlaceOption = 1, **given: Any) -> Answer:
    """Change what is given; the first change makes all texts of the kind our own."""
    with call.opened() as services:
        return _answer(edited_text(services.partner_letters, kind, place, given))


@command(app, "remove", _("Remove a text; the last of a kind stays."))
def remove_text(call: Call, kind: KindArgument, place: ChosenPlaceOption) -> Answer:
    """Remove a text; it can be undone."""
    with call.opened() as services:
        return removed_answer(services.partner_letters.remove_text(kind, place - 1).value)


@command(app, "reset", _("Take the proposed texts of a kind again."))
def reset_texts(call: Call, kind: KindArgument) -> Answer:
    """Forget the association's own texts of a kind; it can be undone."""
    with call.opened() as services:
        return reset_answer(kind, services.partner_letters.reset_texts(kind).value)


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


def _blanks(kind: PartnerTextKind) -> str:
    blanks = " ".join(f"{{{blank}}}" for blank in BLANKS_OF[kind])
    return named(_("Blanks of “{kind}”").format(kind=label(kind)), blanks)


def _answer(text: PartnerText) -> Answer:
    content = text.content
    parts = (shown_name(text), named(_("Subject"), content.subject), content.body)
    return Answer({"text": text_document(text)}, (*parts, _blanks(text.kind)))


def _read(mail: PartnerMail) -> str:
    subject = named(_("Subject"), mail.text.subject)
    return f"{mail.name}\n{subject}\n\n{mail.text.body}"


def _mail_document(mail: PartnerMail) -> Document:
    return {
        "contact_id": mail.contact_id,
        "name": mail.name,
        "email": mail.email,
        "subject": mail.text.subject,
        "body": mail.text.body,
    }
