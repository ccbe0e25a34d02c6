"""Whom a paper is for: the options that choose contacts, and how the result reads."""

from collections.abc import Iterable, Sequence
from typing import Annotated

import typer

from coopdesk.cli.documents import Document
from coopdesk.cli.failures import UsageProblemError
from coopdesk.cli.options import parse_count
from coopdesk.cli.output import Answer, Column, Listing
from coopdesk.domain.contact_conditions import Condition, Rule
from coopdesk.domain.contacts import ContactFilter
from coopdesk.domain.members import MemberStatus
from coopdesk.domain.paper_people import AddressRemark, LeftOut
from coopdesk.services.paper_runs import Chosen, PaperRun
from coopdesk.services.registry import Services
from coopdesk.wording.criteria import condition_phrase
from coopdesk.wording.labels import label
from coopdesk.wording.language import _, ngettext

FilterOption = Annotated[
    str,
    typer.Option(
        "--filter",
        metavar=_("NAME|RULES"),
        help=_("A saved filter or rules; all members who have not left if not given."),
    ),
]


def parse_numbers(text: str | list[int]) -> list[int]:
    """Read numbers with commas between them; for options."""
    if isinstance(text, list):
        return text
    return [parse_count(number) for number in text.strip().strip(",").split(",")]


IdsOption = Annotated[
    str | None,
    typer.Option(
        "--ids",
        metavar="12,7,31",
        help=_("Contacts by their numbers, in this order, in place of a filter."),
        parser=parse_numbers,
    ),
]

_STAY = (
    MemberStatus.FUTURE,
    MemberStatus.UP_TO_DATE,
    MemberStatus.TO_RENEW,
    MemberStatus.LATE,
)
_MEMBERS = Rule("member_status", "in", tuple(status.value for status in _STAY))


def chosen(services: Services, text: str, ids: str | list[int] | None = None) -> Chosen:
    """Return whom the options choose; all members who have not left without any.

    Raises:
        UsageProblemError: both are given.
    """
    if ids and text:
        raise UsageProblemError(
            _("{one} and {other} do not go together.").format(one="--filter", other="--ids")
        )
    if ids:
        return parse_numbers(ids)
    return ContactFilter(condition=condition_of(services, text))


def condition_of(services: Services, text: str) -> Condition:
    """Return the condition of a filter's name or of rules."""
    return services.filters.named(text) if text else _MEMBERS


def selection_text(services: Services, text: str) -> str:
    """Return whom a filter or rules choose, in plain words for the head of a paper."""
    if not text:
        return _("Members who have not left")
    offers = services.filters.criteria()
    return condition_phrase(condition_of(services, text), offers.criteria, offers.names)


def paper_answer(run: PaperRun, sentence: str) -> Answer:
    """Return what was written, who was left out of it and what was shortened."""
    document: Document = {
        "file": run.path,
        "count": run.count,
        "left_out": left_out_documents(run.left_out),
        "shortened": [_shortened_document(remark) for remark in run.shortened],
    }
    written = sentence.format(count=run.count, file=run.path)
    return Answer(document, (written, *left_out_parts(run.left_out), *_shortened(run)))


def left_out_documents(people: Iterable[LeftOut]) -> list[Document]:
    """Return who was left out and why."""
    return [
        {
            "contact_id": each.contact_id,
            "name": each.name,
            "reason": each.reason,
            "reason_text": label(each.reason),
        }
        for each in people
    ]


def left_out_parts(people: Sequence[LeftOut], title: str = "") -> tuple[Listing | str, ...]:
    """Return the lines that say who was left out; none when nobody was."""
    if not people:
        return ()
    count = ngettext("{count} left out:", "{count} left out:", len(people))
    columns = (Column(_("No."), at_right=True), Column(_("Name")), Column(_("Why")))
    rows = [(str(each.contact_id), each.name, label(each.reason)) for each in people]
    return ("\n" + (title or count.format(count=len(people))), Listing(columns, rows))


def _shortened(run: PaperRun) -> tuple[Listing | str, ...]:
    if not run.shortened:
        return ()
    columns = (Column(_("No."), at_right=True), Column(_("Name")), Column(_("Address")))
    rows = [(str(x.contact_id), x.name, _warnings(x)) for x in run.shortened]
    return ("\n" + _("Addresses to look at:"), Listing(columns, rows))


def _warnings(remark: AddressRemark) -> str:
    return ", ".join(label(warning) for warning in remark.warnings)


def _shortened_document(remark: AddressRemark) -> Document:
    return {
        "contact_id": remark.contact_id,
        "name": remark.name,
        "warnings": list(remark.warnings),
    }
