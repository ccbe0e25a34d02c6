"""Commands about double contacts: list the pairs, merge one, tell two apart."""

from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.contact_documents import contact_document
from coopdesk.cli.failures import UsageProblemError
from coopdesk.cli.jobs import job
from coopdesk.cli.options import LimitOption, command, parse_count
from coopdesk.cli.output import Answer, Column, Listing
from coopdesk.domain.duplicates import Reason
from coopdesk.domain.merging import DuplicateProposal, MergeSheet, PairSide, Side
from coopdesk.wording.duplicates import reasons_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext
from coopdesk.wording.merging import (
    field_text,
    household_text,
    moved_texts,
    receipts_text,
    score_text,
    value_text,
)

app = typer.Typer()

KeepArgument = Annotated[
    int,
    typer.Argument(
        metavar=_("KEEP"), help=_("Number of the contact to keep."), parser=parse_count
    ),
]
DropArgument = Annotated[
    int,
    typer.Argument(
        metavar=_("DROP"), help=_("Number of the contact it takes over."), parser=parse_count
    ),
]
NumberArgument = Annotated[
    int, typer.Argument(metavar=_("NUMBER"), help=_("Its number."), parser=parse_count)
]


@command(app, "duplicates", _("List the contacts that may be one, with the reasons."))
def list_duplicates(call: Call, limit: LimitOption = None) -> Answer:
    """Answer with the pairs, the likeliest first; nothing is merged."""
    with call.opened() as services, job(_("Looking for doubles")) as progress:
        found = services.duplicates.proposals(progress)
    shown = found if limit is None else found[:limit]
    document = {"duplicates": [_proposal_document(one) for one in shown], "count": len(found)}
    text = ngettext("{count} probable double.", "{count} probable doubles.", len(found))
    return Answer(document, (_proposal_listing(shown), text.format(count=len(found))))


@command(app, "merge", _("Merge two contacts: the second goes over into the first."))
def merge_contacts(
    call: Call,
    keep: KeepArgument,
    drop: DropArgument,
    take: Annotated[
        list[str] | None,
        typer.Option(
            "--take",
            metavar=_("FIELD=SIDE"),
            help=_("Which contact a field comes from: email=keep or email=drop."),
        ),
    ] = None,
    *,
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", metavar="", help=_("Show what would be done, do nothing.")),
    ] = False,
) -> Answer:
    """Merge, or with ``--dry-run`` only say what each has and what would move."""
    choices = _choices(take or [])
    with call.opened() as services:
        sheet = services.duplicates.comparison(keep, drop)
        sides = sheet.chosen(choices)
        if not dry_run:
            outcome = services.duplicates.merge(keep, drop, choices)
            kept = outcome.value
            text = _("{other} was merged into contact no. {id}, {name}.").format(
                other=sheet.drop.display_name, id=kept.id, name=kept.display_name
            )
            document = {
                "merged": True,
                "contact": contact_document(kept),
                "dropped_id": drop,
                "moved_home": list(outcome.along),
            }
            return Answer(document, tuple(filter(None, (text, household_text(outcome.along)))))
    document = {"merged": False, **_sheet_document(sheet, sides)}
    return Answer(document, (_sheet_listing(sheet, sides), *_sheet_texts(sheet, sides)))


@command(app, "not-same", _("Remember that two contacts are two."))
def tell_apart(call: Call, first: NumberArgument, second: NumberArgument) -> Answer:
    """Answer whether it was new; the pair is proposed no more."""
    with call.opened() as services:
        is_new = services.duplicates.not_same(first, second).value
    text = (
        _("These two contacts will not be proposed any more.")
        if is_new
        else _("These two contacts were told apart already.")
    )
    return Answer({"first_id": first, "second_id": second, "new": is_new}, (text,))


def _choices(words: list[str]) -> dict[str, Side]:
    choices = {}
    for word in words:
        name, sign, side = word.partition("=")
        if not sign or side not in {one.value for one in Side}:
            text = _("“{text}” does not say which one to take: write FIELD=keep or FIELD=drop.")
            raise UsageProblemError(text.format(text=word))
        choices[name.strip()] = Side(side)
    return choices


def _proposal_document(proposal: DuplicateProposal) -> dict[str, Any]:
    return {
        "first": _side_document(proposal.first),
        "second": _side_document(proposal.second),
        "score": proposal.score,
        "reasons": [_reason_document(reason) for reason in proposal.reasons],
    }


def _side_document(side: PairSide) -> dict[str, Any]:
    return {
        "id": side.contact_id,
        "name": side.name,
        "email": side.email,
        "phone": side.phone,
        "town": side.town,
    }


def _reason_document(reason: Reason) -> dict[str, Any]:
    return {"code": reason.code, "values": list(reason.values)}


def _proposal_listing(proposals: list[DuplicateProposal]) -> Listing:
    columns = (
        Column(_("No."), at_right=True),
        Column(_("Contact")),
        Column(_("No."), at_right=True),
        Column(_("Resembles")),
        Column(_("How sure")),
        Column(_("Why")),
    )
    rows = [
        (
            str(one.first.contact_id),
            one.first.name,
            str(one.second.contact_id),
            one.second.name,
            score_text(one.score),
            reasons_text(one.reasons),
        )
        for one in proposals
    ]
    return Listing(columns, rows)


def _sheet_document(sheet: MergeSheet, sides: dict[str, Side]) -> dict[str, Any]:
    return {
        "keep": contact_document(sheet.keep),
        "drop": contact_document(sheet.drop),
        "fields": [
            {
                "name": one.name,
                "keep": value_text(sheet, one, one.kept),
                "drop": value_text(sheet, one, one.dropped),
                "take": sides[one.name],
            }
            for one in sheet.fields
        ],
        "moved": dict(sheet.moved),
        "receipts": sheet.receipts,
        "moved_home": list(sheet.followers(sides)),
    }


def _sheet_listing(sheet: MergeSheet, sides: dict[str, Side]) -> Listing:
    columns = (
        Column(_("Field")),
        Column(label(Side.KEEP)),
        Column(label(Side.DROP)),
        Column(_("Taken")),
        Column("--take", rare=True),
    )
    rows = [
        (
            field_text(sheet, one.name),
            value_text(sheet, one, one.kept),
            value_text(sheet, one, one.dropped),
            label(sides[one.name]) if one.differs else _("the same"),
            one.name,
        )
        for one in sheet.fields
    ]
    return Listing(columns, rows)


def _sheet_texts(sheet: MergeSheet, sides: dict[str, Side]) -> list[str]:
    texts = []
    moved = moved_texts(sheet)
    if moved:
        texts.append(_("Goes over: {moved}.").format(moved=", ".join(moved)))
    if sheet.receipts:
        texts.append(receipts_text(sheet))
    if followers := sheet.followers(sides):
        texts.append(household_text(followers))
    return [*texts, _("Nothing was changed.")]
