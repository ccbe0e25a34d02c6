"""Commands about letters to donors: their texts, thanks for gifts, who was not thanked yet."""

import datetime as dt
from pathlib import Path
from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.documents import Document
from coopdesk.cli.failures import UsageProblemError
from coopdesk.cli.jobs import job
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
from coopdesk.cli.options import (
    command,
    parse_code,
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
from coopdesk.services.donor_letters import DonorMail
from coopdesk.wording.formats import day_text, money_text
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
    document = {
        "texts": [text_document(text) for text in found],
        "blanks": list(DONOR_BLANKS),
    }
    return Answer(document, (texts_listing(found), _blanks()))


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
            document = {"text": text_document(text), "sample": _mail_document(mail)}
            return Answer(document, (shown_name(text), _read(mail)))
    return _answer(text)


@command(app, "edit", _("Change a text, or add one."), TEXT_FIELDS)
def edit_text(call: Call, kind: KindArgument, place: PlaceOption = 1, **given: Any) -> Answer:
    """Change what is given; the first change makes all texts of the kind our own."""
    with call.opened() as services:
        return _answer(edited_text(services.donor_letters, kind, place, given))


@command(app, "remove", _("Remove a text; the last of a kind stays."))
def remove_text(call: Call, kind: KindArgument, place: ChosenPlaceOption) -> Answer:
    """Remove a text; it can be undone."""
    with call.opened() as services:
        return removed_answer(services.donor_letters.remove_text(kind, place - 1).value)


@command(app, "reset", _("Take the proposed texts of a kind again."))
def reset_texts(call: Call, kind: KindArgument) -> Answer:
    """Forget the association's own texts of a kind; it can be undone."""
    with call.opened() as services:
        return reset_answer(kind, services.donor_letters.reset_texts(kind).value)


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


def _answer(text: DonorText) -> Answer:
    content = text.content
    parts = (shown_name(text), named(_("Subject"), content.subject), "", content.body)
    return Answer({"text": text_document(text)}, parts)


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
