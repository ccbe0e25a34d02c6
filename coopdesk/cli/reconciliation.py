"""Commands about reconciliation: propose, match, record from a line, draw up the state."""

from pathlib import Path
from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.entry_documents import entry_document
from coopdesk.cli.failures import UsageProblemError
from coopdesk.cli.jobs import job
from coopdesk.cli.options import IdArgument, command, optional, parse_count, parse_day
from coopdesk.cli.output import Answer
from coopdesk.cli.reconciliation_documents import (
    auto_document,
    auto_text,
    done_document,
    done_text,
    proposal_document,
    proposal_listing,
    state_answer,
)
from coopdesk.domain.bank_creations import AccountCreation
from coopdesk.domain.bank_lists import StatementFilter
from coopdesk.domain.bank_matching import AutoDone, TargetKind, TargetRef
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import total
from coopdesk.services.progress import Progress
from coopdesk.services.registry import Services
from coopdesk.wording.language import _, ngettext

app = typer.Typer()

_ACCOUNT = {
    "account": optional(
        "--account",
        _("Number of the bank account; all if not given."),
        _("NUMBER"),
        parse_count,
    )
}
LineNumbers = Annotated[
    list[int] | None,
    typer.Argument(metavar=_("NUMBER …"), help=_("Numbers of the lines."), parser=parse_count),
]
SomeLines = Annotated[
    list[int],
    typer.Argument(metavar=_("NUMBER …"), help=_("Numbers of the lines."), parser=parse_count),
]
EntryOption = Annotated[
    list[int] | None,
    typer.Option(
        "--entry", metavar=_("NUMBER"), help=_("An entry, by its id."), parser=parse_count
    ),
]
PaymentOption = Annotated[
    list[int] | None,
    typer.Option(
        "--payment", metavar=_("NUMBER"), help=_("A payment, by its id."), parser=parse_count
    ),
]
_ENTRY_FIELDS = {
    "label": optional("--label", _("Label; that of the line if not given."), _("TEXT")),
    "contact": optional("--contact", _("Number of the contact."), _("NUMBER"), parse_count),
    "activity": optional("--activity", _("Number of the activity."), _("NUMBER"), parse_count),
}
_STATE_FIELDS = {
    "until": optional(
        "--until", _("On this day; that of the last line if not given."), _("DATE"), parse_day
    ),
    "path": optional("--to", _("Write it as a PDF into this file."), _("FILE"), Path),
}


@command(
    app, "match", _("Match lines with entries or payments, or all that is sure."), _ACCOUNT
)
def match_lines(
    call: Call,
    numbers: LineNumbers = None,
    *,
    auto: Annotated[
        bool, typer.Option("--auto", metavar="", help=_("Accept every sure proposal."))
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", metavar="", help=_("Only show what would be done."))
    ] = False,
    entry: EntryOption = None,
    payment: PaymentOption = None,
    **fields: Any,
) -> Answer:
    """Match by hand, accept the best proposal of lines, or all sure ones."""
    if auto and (numbers or entry or payment):
        text = _("--auto matches all that is sure: name no line, entry or payment beside it.")
        raise UsageProblemError(text)
    if dry_run and (entry or payment):
        text = _("--dry-run shows proposals: an entry or a payment that is named is none.")
        raise UsageProblemError(text)
    with call.opened() as services:
        if auto:
            return _auto(services, fields["account"], dry_run=dry_run)
        if not numbers:
            raise RuleError("reconciliation.nothing_chosen")
        if entry or payment:
            refs = [TargetRef(TargetKind.ENTRY, key) for key in entry or ()]
            refs += [TargetRef(TargetKind.PAYMENT, key) for key in payment or ()]
            done = services.reconciliation.match(numbers, refs).value
            return Answer(done_document(done), (done_text(done),))
        return _accept(services, numbers, dry_run=dry_run)


def _accept(services: Services, numbers: list[int], *, dry_run: bool) -> Answer:
    """Accept the best proposal of each line."""
    service = services.reconciliation
    accounts = {services.bank.line(key).row.bank_account_id for key in numbers}
    found = AutoDone()
    for account in sorted(accounts):
        proposals = service.proposals(account, numbers)
        best = {one.line_id: one for one in reversed(proposals)}
        part = AutoDone(len(best), proposals=tuple(best.values()))
        found = _sum(found, part if dry_run else service.accept_all(part.proposals).value)
    return _auto_answer(found, dry_run=dry_run)


def _auto(services: Services, account: int | None, *, dry_run: bool) -> Answer:
    accounts = [account] if account else [x.id for x in services.bank.accounts() if x.is_open]
    found = AutoDone()
    with job(_("Matching the lines")) as progress:
        for key in accounts:
            found = _sum(found, _auto_of(services, key, progress, dry_run=dry_run))
    return _auto_answer(found, dry_run=dry_run)


def _auto_of(services: Services, key: int, progress: Progress, *, dry_run: bool) -> AutoDone:
    return services.reconciliation.match_auto(key, progress, dry_run=dry_run).value


def _sum(one: AutoDone, other: AutoDone) -> AutoDone:
    return AutoDone(
        one.matched + other.matched,
        total((one.amount, other.amount)),
        one.created + other.created,
        one.left + other.left,
        one.proposed + other.proposed,
        one.proposals + other.proposals,
    )


def _auto_answer(found: AutoDone, *, dry_run: bool) -> Answer:
    text = auto_text(found, dry_run=dry_run)
    return Answer(
        {"dry_run": dry_run, **auto_document(found)},
        (proposal_listing(found.proposals), text) if dry_run else (text,),
    )


@command(app, "proposals", _("List what open lines may be, and why."), _ACCOUNT)
def list_proposals(call: Call, numbers: LineNumbers = None, **fields: Any) -> Answer:
    """Answer with the proposals for open lines, the best of each line first."""
    with call.opened() as services:
        bank, chosen = services.bank, fields["account"]
        wanted = [bank.account(chosen).id] if chosen else [x.id for x in bank.accounts()]
        found = [
            one
            for account in wanted
            for one in services.reconciliation.proposals(account, numbers)
        ]
    document = {"proposals": [proposal_document(one) for one in found]}
    return Answer(document, (proposal_listing(found),))


@command(app, "unmatch", _("Take matches off lines; what was recorded stays."))
def unmatch_lines(call: Call, numbers: SomeLines) -> Answer:
    """Take matches off."""
    with call.opened() as services:
        for number in numbers:
            services.bank.line(number)  # whoever mistypes one must not believe it done
        count = services.reconciliation.unmatch(numbers).value
    text = ngettext("{count} match taken off.", "{count} matches taken off.", count)
    return Answer({"taken_off": count}, (text.format(count=count),))


@command(app, "enter", _("Record the entry that a line lacks, and match it."), _ENTRY_FIELDS)
def enter_line(
    call: Call,
    number: IdArgument,
    account: Annotated[
        str, typer.Argument(metavar=_("ACCOUNT"), help=_("Number of the account, such as 626."))
    ],
    *,
    learn: Annotated[
        bool,
        typer.Option("--learn", metavar="", help=_("Do so from now on with such lines.")),
    ] = False,
    **fields: Any,
) -> Answer:
    """Make an entry of a line against an account, and a rule if asked for."""
    creation = AccountCreation(
        account, fields["label"] or "", fields["contact"], fields["activity"]
    )
    with call.opened() as services:
        service = services.reconciliation
        rule = service.rule_for(number, creation) if learn else None
        done = service.create(number, creation, rule).value
    words = rule.words if rule else None
    told = () if words is None else (_("Rule kept: “{words}”").format(words=words),)
    return Answer({**done_document(done), "rule": words}, (done_text(done), *told))


@command(app, "open-books", _("Record the balance with which the bank began, as a draft."))
def open_books(call: Call, number: IdArgument) -> Answer:
    """Record the entry that opens the books of a bank account."""
    with call.opened() as services:
        entry = services.reconciliation.open_books(number).value
    text = _("Recorded as a draft: {name}").format(name=entry.content.label)
    return Answer({"entry": entry_document(entry)}, (text,))


@command(app, "reconcile", _("Draw up the state of reconciliation."), _STATE_FIELDS)
def reconcile(call: Call, number: IdArgument, **fields: Any) -> Answer:
    """Answer with bank and books of an account on a day, on paper if asked for."""
    with call.opened() as services:
        state = services.reconciliation.state(number, fields["until"])
        waiting = services.bank.totals(StatementFilter(number, waiting=True)).waiting
        path = fields["path"]
        if path is not None:
            services.reconciliation.write_state(number, state.until, path)
    return state_answer(state, waiting, path)
