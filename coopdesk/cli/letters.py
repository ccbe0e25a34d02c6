"""Commands about letters to donors: their texts, thanks for gifts, who was not thanked yet."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.documents import Document
from coopdesk.cli.failures import UsageProblemError
from coopdesk.cli.jobs import job
from coopdesk.cli.options import (
    command,
    optional,
    parse_code,
    parse_count,
    parse_day,
    subject_app,
)
from coopdesk.cli.output import Answer, Column, Listing, named
from coopdesk.cli.selections import (
    left_out_documents,
    left_out_parts,
    paper_answer,
    parse_numbers,
)
from coopdesk.domain.donor_letters import DONOR_BLANKS, DonorText, DonorTextKind, GiftToThank
from coopdesk.domain.letter_templates import LetterTemplate
from coopdesk.services.donor_letters import DonorMail
from coopdesk.wording.formats import day_text, money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext

app = subject_app("letters", _("Letters to donors, and their texts."))

KindArgument = Annotated[
    DonorTextKind,
    typer.Argument(
        metavar=_("KIND"),
        help=_("What it is for: thanks, or cover for what goes with a receipt."),
        parser=parse_code(DonorTextKind),
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
        "--sample", metavar="", help=_("As the last donor would read it, blanks filled in.")
    ),
]
IdsOption = Annotated[
    str | None,
    typer.Option(
        "--gifts",
        metavar="12,7,31",
        help=_("Gifts by their numbers; all that nobody was thanked for if not given."),
        parser=parse_numbers,
    ),
]
SinceOption = Annotated[
    dt.date | None,
    typer.Option(
        metavar=_("DATE"), help=_("Gifts since this day; a year ago."), parser=parse_day
    ),
]


@command(app, "list", _("List the texts there are."))
def list_texts(call: Call) -> Answer:
    """Answer with the texts of every kind."""
    with call.opened() as services:
        found = [text for kind in DonorTextKind for text in services.donor_letters.texts(kind)]
    columns = (Column(_("What for")), Column(_("No."), at_right=True), Column(_("Name")))
    rows = [(label(text.kind), str(text.place + 1), _shown_name(text)) for text in found]
    document = {
        "texts": [_document(text) for text in found],
        "blanks": list(DONOR_BLANKS),
    }
    return Answer(document, (Listing(columns, rows), _blanks()))


def _shown_name(text: DonorText) -> str:
    if text.is_own:
        return text.content.label
    return _("{name} (proposed)").format(name=text.content.label)


def _blanks() -> str:
    return named(_("Blanks"), " ".join(f"{{{blank}}}" for blank in DONOR_BLANKS))


@command(app, "show", _("Show a text as it is kept."))
def show_text(
    call: Call, kind: KindArgument, place: PlaceOption = 1, *, sample: SampleOption = False
) -> Answer:
    """Answer with one text, and how it reads if that is asked for."""
    with call.opened() as services:
        text = services.donor_letters.text(kind, place - 1)
        if sample:
            mail = services.donor_letters.sample(kind, text.content)
            document = {"text": _document(text), "sample": _mail_document(mail)}
            return Answer(document, (_shown_name(text), _read(mail)))
    return Answer({"text": _document(text)}, _parts(text))


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
    with call.opened() as services:
        letters = services.donor_letters
        known = LetterTemplate("", "", "", "") if new else letters.text(kind, place - 1).content
        changed = replace(
            known,
            label=given["name"] or known.label,
            subject=given["subject"] or known.subject,
            body=known.body if body is None else letters.read_body(body),
        )
        done = (
            letters.add_text(kind, changed)
            if new
            else letters.change_text(kind, place - 1, changed)
        )
    return Answer({"text": _document(done.value)}, _parts(done.value))


@command(app, "remove", _("Remove a text; the last of a kind stays."))
def remove_text(call: Call, kind: KindArgument, place: ChosenPlaceOption) -> Answer:
    """Remove a text; it can be undone."""
    with call.opened() as services:
        gone = services.donor_letters.remove_text(kind, place - 1).value
    text = _("Text removed: {name}").format(name=gone.content.label)
    return Answer({"text": _document(gone)}, (text,))


@command(app, "reset", _("Take the proposed texts of a kind again."))
def reset_texts(call: Call, kind: KindArgument) -> Answer:
    """Forget the association's own texts of a kind; it can be undone."""
    with call.opened() as services:
        count = services.donor_letters.reset_texts(kind).value
    text = ngettext("{count} own text removed.", "{count} own texts removed.", count)
    return Answer({"kind": kind, "removed": count}, (text.format(count=count),))


@command(app, "unthanked", _("List the gifts that nobody was thanked for yet."))
def list_unthanked(call: Call, since: SinceOption = None) -> Answer:
    """Answer with gifts, newest first."""
    with call.opened() as services:
        gifts = services.donor_letters.unthanked(since)
    columns = (
        Column(_("No."), at_right=True),
        Column(_("Date"), at_right=True),
        Column(_("Donor")),
        Column(_("Amount"), at_right=True),
        Column(_("Campaign"), rare=True),
    )
    rows = [
        (
            str(gift.donation_id),
            day_text(gift.received_on),
            gift.donor_name,
            money_text(gift.amount),
            gift.campaign,
        )
        for gift in gifts
    ]
    document = {"gifts": [_gift_document(gift) for gift in gifts], "count": len(gifts)}
    return Answer(document, (Listing(columns, rows, _("Everybody was thanked.")),))


@command(app, "preview", _("Show the thanks that would be written."))
def preview(
    call: Call, gifts: IdsOption = None, place: PlaceOption = 1, since: SinceOption = None
) -> Answer:
    """Answer with the letters, one for each donor; changes nothing."""
    with call.opened() as services:
        letters = services.donor_letters
        ids = _wanted(gifts, letters.unthanked(since))
        mails = letters.preview(place - 1, ids)
    document = {"letters": [_mail_document(mail) for mail in mails], "count": len(mails)}
    parts = [_read(mail) for mail in mails] or [_("There is no letter to print.")]
    return Answer(document, tuple(parts))


@command(app, "write", _("Write thanks for gifts: letters, or drafts of e-mails."))
def write(
    call: Call,
    gifts: IdsOption = None,
    place: PlaceOption = 1,
    since: SinceOption = None,
    path: Annotated[
        Path | None,
        typer.Option("--to", metavar=_("FILE"), help=_("Letters as one PDF file.")),
    ] = None,
    folder: Annotated[
        Path | None,
        typer.Option("--eml", metavar=_("FOLDER"), help=_("Drafts of e-mails into a folder.")),
    ] = None,
) -> Answer:
    """Write to donors and note it in their time-lines."""
    if (path is None) == (folder is None):
        raise UsageProblemError(_("Give --to FILE or --eml FOLDER."))
    with call.opened() as services, job(_("Writing letters")) as progress:
        letters = services.donor_letters
        ids = _wanted(gifts, letters.unthanked(since))
        if folder is not None:
            run = letters.write_thank_emails(place - 1, ids, folder, progress).value
            document: Document = {
                "folder": run.folder,
                "drafts": list(run.drafts),
                "left_out": left_out_documents(run.left_out),
            }
            text = ngettext(
                "{count} draft written in {folder}.",
                "{count} drafts written in {folder}.",
                len(run.drafts),
            ).format(count=len(run.drafts), folder=run.folder)
            return Answer(document, (text, *left_out_parts(run.left_out)))
        assert path is not None
        paper = letters.write_thanks(place - 1, ids, path, progress).value
    text = ngettext(
        "{count} letter written: {file}", "{count} letters written: {file}", paper.count
    )
    return paper_answer(paper, text)


def _wanted(given: str | list[int] | None, unthanked: list[GiftToThank]) -> list[int]:
    if given:
        return parse_numbers(given)
    return [gift.donation_id for gift in unthanked]


def _document(text: DonorText) -> Document:
    return {
        "kind": text.kind,
        "place": text.place + 1,
        "name": text.content.label,
        "subject": text.content.subject,
        "body": text.content.body,
        "own": text.is_own,
    }


def _parts(text: DonorText) -> tuple[str, ...]:
    content = text.content
    return (_shown_name(text), named(_("Subject"), content.subject), "", content.body)


def _read(mail: DonorMail) -> str:
    return f"\n{mail.name}\n{mail.text.subject}\n\n{mail.text.body}"


def _gift_document(gift: GiftToThank) -> Document:
    return {
        "donation_id": gift.donation_id,
        "donor_id": gift.donor_id,
        "donor": gift.donor_name,
        "email": gift.email,
        "received_on": gift.received_on,
        "amount_cents": gift.amount.cents,
        "campaign": gift.campaign,
    }


def _mail_document(mail: DonorMail) -> Document:
    return {
        "contact_id": mail.donor_id,
        "name": mail.name,
        "email": mail.email,
        "subject": mail.text.subject,
        "body": mail.text.body,
        "gift_ids": [gift.donation_id for gift in mail.gifts],
    }
