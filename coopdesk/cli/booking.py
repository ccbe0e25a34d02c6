"""Commands about automatic entries: prepare them, and choose their accounts."""

from typing import Annotated

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.documents import Document
from coopdesk.cli.jobs import job
from coopdesk.cli.options import command, parse_code, subject_app
from coopdesk.cli.output import Answer, Column, Listing
from coopdesk.domain.booking import (
    BookingDone,
    BookingKey,
    BookingProposal,
    BookingReview,
    BookingRule,
    BookingStep,
    LeftOut,
)
from coopdesk.domain.entries import NewEntry
from coopdesk.wording.booking import (
    done_text,
    key_text,
    late_text,
    left_out_text,
    pending_text,
)
from coopdesk.wording.formats import day_text, money_text
from coopdesk.wording.labels import label
from coopdesk.wording.language import _

app = typer.Typer()
rules_app = subject_app("rules", _("The accounts of automatic entries."))
app.add_typer(rules_app)

_SHOWN = 100

YearName = Annotated[
    str | None,
    typer.Option(
        "--year", metavar=_("YEAR"), help=_("Only of this fiscal year; of all if not given.")
    ),
]
KeyArgument = Annotated[
    BookingKey,
    typer.Argument(
        metavar=_("CODE"),
        help=_("What the account is for, as “accounts rules list” says."),
        parser=parse_code(BookingKey),
    ),
]


@command(app, "book", _("Prepare the entries of payments and gifts; nothing is done twice."))
def book(
    call: Call,
    year: YearName = None,
    *,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", metavar="", help=_("Only show what would be done."))
    ] = False,
) -> Answer:
    """Prepare drafts and reversals, or show them."""
    with call.opened() as services:
        year_id = None if year is None else services.fiscal_years.named(year).id
        if dry_run:
            return _previewed(services.booking.pending(year_id, shown=_SHOWN))
        with job(_("Preparing the entries")) as progress:
            done = services.booking.book(progress, year_id).value
        left_out = services.booking.pending(year_id).left_out
    document = {**_done_document(done), "left_out": [_left_document(x) for x in left_out]}
    return Answer(document, (done_text(done), *map(left_out_text, left_out)))


@command(rules_app, "list", _("List the account of every kind of payment and gift."))
def list_rules(call: Call) -> Answer:
    """Answer with every rule."""
    with call.opened() as services:
        rules = services.booking.rules()
    columns = (Column(_("Code")), Column(_("What for")), Column(_("Account")))
    rows = [(rule.key.value, key_text(rule.key), _account_text(rule)) for rule in rules]
    document = {"rules": [_rule_document(rule) for rule in rules]}
    return Answer(document, (Listing(columns, rows),))


@command(rules_app, "set", _("Choose the account for a kind of payment or gift."))
def set_rule(
    call: Call,
    key: KeyArgument,
    number: Annotated[
        str, typer.Argument(metavar=_("ACCOUNT"), help=_("Number of the account."))
    ],
) -> Answer:
    """Choose an account; entries already prepared stay."""
    with call.opened() as services:
        return _ruled(services.booking.set_rule(key, number).value)


@command(rules_app, "reset", _("Take the account of the program again."))
def reset_rule(call: Call, key: KeyArgument) -> Answer:
    """Forget a chosen account."""
    with call.opened() as services:
        return _ruled(services.booking.reset_rule(key).value)


def _ruled(rule: BookingRule) -> Answer:
    text = _("{what}: account {account}").format(
        what=key_text(rule.key), account=_account_text(rule)
    )
    return Answer({"rule": _rule_document(rule)}, (text,))


def _previewed(review: BookingReview) -> Answer:
    columns = (
        Column(_("What")),
        Column(_("Date"), at_right=True),
        Column(_("Voucher"), rare=True),
        Column(_("Label")),
        Column(_("Accounts")),
        Column(_("Amount"), at_right=True),
    )
    rows = [_row(proposal) for proposal in review.proposals]
    document = {
        "steps": {step.value: review.steps.get(step, 0) for step in BookingStep},
        "count": review.count,
        "amount_cents": review.amount.cents,
        "late": review.late,
        "own_accounts": [
            {"number": number, "label": named} for number, named in review.own_accounts
        ],
        "left_out": [_left_document(one) for one in review.left_out],
        "entries": [_entry_document(x.entry) for x in review.proposals if x.entry is not None],
    }
    total = f"{pending_text(review.count)} · {money_text(review.amount)}"
    nothing = _("Every payment has its entry already.")
    left = map(left_out_text, review.left_out)
    late = filter(None, [late_text(review.late)])
    return Answer(document, (Listing(columns, rows, nothing), total, *late, *left))


def _row(proposal: BookingProposal) -> tuple[str, ...]:
    entry = proposal.entry
    if entry is None:
        number = proposal.source.payment_id or proposal.source.donation_id
        return (label(proposal.step), "", str(number), "", "", "")
    accounts = dict.fromkeys(line.account for line in entry.lines)
    return (
        label(proposal.step),
        day_text(entry.entry_on),
        entry.voucher_ref,
        entry.label,
        " ".join(accounts),
        money_text(entry.moved),
    )


def _entry_document(entry: NewEntry) -> Document:
    return {
        "date": entry.entry_on,
        "journal": entry.journal,
        "voucher": entry.voucher_ref,
        "voucher_date": entry.voucher_on or entry.entry_on,
        "label": entry.label,
        "lines": [
            {
                "account": line.account,
                "debit_cents": line.debit.cents,
                "credit_cents": line.credit.cents,
                "label": line.label,
                "contact_id": line.contact_id,
                "activity_id": line.activity_id,
            }
            for line in entry.lines
        ],
    }


def _done_document(done: BookingDone) -> Document:
    return {
        "added": done.added,
        "renewed": done.renewed,
        "dropped": done.dropped,
        "reversed": done.reversed,
        "amount_cents": done.amount.cents,
    }


def _left_document(left: LeftOut) -> Document:
    return {
        "reason": left.reason,
        "count": left.count,
        "first_on": left.first_on,
        "last_on": left.last_on,
    }


def _rule_document(rule: BookingRule) -> Document:
    return {
        "key": rule.key,
        "account": rule.account,
        "label": rule.account_label,
        "own": rule.is_own,
        "usable": rule.is_usable,
    }


def _account_text(rule: BookingRule) -> str:
    """Return the number and the label of a rule's account, with a warning if it takes none."""
    named = f"{rule.account} {rule.account_label}".strip()
    if rule.is_usable:
        return named
    return _("{account} (takes no entries)").format(account=named)
