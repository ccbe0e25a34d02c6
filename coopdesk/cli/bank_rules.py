"""Commands about the rules for bank lines: list, add, change, remove."""

from dataclasses import replace
from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.failures import nothing_to_change
from coopdesk.cli.options import (
    IdArgument,
    command,
    optional,
    optional_code,
    or_empty,
    parse_count,
    subject_app,
)
from coopdesk.cli.output import Answer
from coopdesk.cli.reconciliation_documents import rule_document, rule_listing
from coopdesk.domain.bank_rules import NewBankRule, RuleAction
from coopdesk.domain.money import parse_amount
from coopdesk.domain.payments import Direction
from coopdesk.wording.language import _

app = subject_app("rules", _("Rules: what lines with certain words become."))

WordsArgument = Annotated[
    str,
    typer.Argument(metavar=_("WORDS"), help=_("Words that must all stand in the label.")),
]
_FIELDS = {
    "account": optional("--account", _("Account of the entry, such as 626."), _("NUMBER")),
    "direction": optional_code(
        "--direction", _("Only money in, or only out."), Direction, may_be_empty=True
    ),
    "bank": optional(
        "--bank", _("Only of this bank account."), _("NUMBER"), or_empty(parse_count)
    ),
    "least": optional(
        "--least", _("From this amount on."), _("AMOUNT"), or_empty(parse_amount)
    ),
    "most": optional("--most", _("Up to this amount."), _("AMOUNT"), or_empty(parse_amount)),
    "contact": optional(
        "--contact", _("Number of the contact."), _("NUMBER"), or_empty(parse_count)
    ),
    "activity": optional(
        "--activity", _("Number of the activity."), _("NUMBER"), or_empty(parse_count)
    ),
    "label": optional("--label", _("Label of the entries."), _("TEXT")),
}
_NAMES = {"bank": "bank_account_id", "contact": "contact_id", "activity": "activity_id"}
AsideOption = Annotated[
    bool,
    typer.Option("--aside", metavar="", help=_("Leave such lines outside the books.")),
]


@command(app, "list", _("List the rules, the most used first."))
def list_bank_rules(call: Call) -> Answer:
    """Answer with every rule."""
    with call.opened() as services:
        rules = services.reconciliation.rules()
    return Answer({"rules": [rule_document(one) for one in rules]}, (rule_listing(rules),))


@command(app, "add", _("Add a rule: it proposes an entry for such lines."), _FIELDS)
def add_bank_rule(
    call: Call, words: WordsArgument, *, aside: AsideOption = False, **fields: Any
) -> Answer:
    """Keep a rule."""
    action = RuleAction.SET_ASIDE if aside else RuleAction.ENTRY
    new = replace(NewBankRule(words, action), **_given(fields))
    with call.opened() as services:
        rule = services.reconciliation.add_rule(new).value
    return Answer({"rule": rule_document(rule)}, (rule_listing([rule]),))


@command(
    app,
    "change",
    _("Change a rule; only what is given."),
    {"words": optional("--words", _("Other words."), _("WORDS")), **_FIELDS},
)
def change_bank_rule(
    call: Call,
    number: IdArgument,
    *,
    off: Annotated[
        bool, typer.Option("--off", metavar="", help=_("Use it no more for now."))
    ] = False,
    on: Annotated[bool, typer.Option("--on", metavar="", help=_("Use it again."))] = False,
    **fields: Any,
) -> Answer:
    """Change what is given of a rule."""
    given = _given(fields)
    if on or off:
        given["is_on"] = on
    if not given:
        raise nothing_to_change("--off")
    with call.opened() as services:
        known = {one.id: one for one in services.reconciliation.rules()}
        before = known[number].content if number in known else NewBankRule("")
        new = replace(before, is_learnt=False, **given)
        rule = services.reconciliation.change_rule(number, new).value
    return Answer({"rule": rule_document(rule)}, (rule_listing([rule]),))


@command(app, "remove", _("Remove a rule; entries made by it stay."))
def remove_bank_rule(call: Call, number: IdArgument) -> Answer:
    """Remove a rule."""
    with call.opened() as services:
        services.reconciliation.remove_rule(number)
    return Answer({"removed": number}, (_("Rule removed."),))


def _given(fields: dict[str, Any]) -> dict[str, Any]:
    """Return what was said, by the names of a rule; empty text takes something off."""
    texts = {"account", "label", "words"}
    return {
        _NAMES.get(name, name): value if value or name in texts else None
        for name, value in fields.items()
        if value is not None
    }
