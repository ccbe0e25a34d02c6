"""Commands about models of entries that come again."""

from dataclasses import replace
from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.entry_documents import entry_document
from coopdesk.cli.failures import UsageProblemError
from coopdesk.cli.options import IdArgument, command, optional, parse_day, subject_app
from coopdesk.cli.output import Answer, Column, Listing
from coopdesk.domain.entry_templates import EntryTemplate
from coopdesk.domain.text import fold
from coopdesk.services.registry import Services
from coopdesk.wording.formats import money_text
from coopdesk.wording.language import _

app = subject_app("models", _("Models of entries that come again."))

NameArgument = Annotated[str, typer.Argument(metavar=_("NAME"), help=_("Name of the model."))]


@command(app, "list", _("List the models."))
def list_models(call: Call) -> Answer:
    """Answer with the models by name."""
    with call.opened() as services:
        found = services.entry_templates.find()
    columns = (
        Column(_("Model")),
        Column(_("Label")),
        Column(_("Accounts")),
        Column(_("Amount"), at_right=True),
    )
    rows = [
        (
            one.name,
            one.entry.label,
            " ".join(dict.fromkeys(line.account for line in one.entry.lines)),
            money_text(one.entry.debit),
        )
        for one in found
    ]
    document = {
        "models": [
            {
                "id": one.id,
                "name": one.name,
                "label": one.entry.label,
                "accounts": list(dict.fromkeys(line.account for line in one.entry.lines)),
                "amount_cents": one.entry.debit.cents,
            }
            for one in found
        ]
    }
    return Answer(document, (Listing(columns, rows, _("No model.")),))


@command(app, "keep", _("Keep an entry as a model; one of the same name is replaced."))
def keep_model(call: Call, number: IdArgument, name: NameArgument) -> Answer:
    """Keep a model."""
    with call.opened() as services:
        entry = services.entries.get(number).content
        key = services.entry_templates.keep(name, entry).value
    return Answer({"id": key, "name": name}, (_("Model kept: {name}").format(name=name),))


@command(
    app,
    "use",
    _("Record a draft as a model says."),
    {
        "entry_on": optional(
            "--date", _("Day in the books; today if not given."), _("DATE"), parse_day
        )
    },
)
def use_model(call: Call, name: NameArgument, **fields: Any) -> Answer:
    """Record a draft."""
    with call.opened() as services:
        model = _named(services, name)
        day = fields["entry_on"] or call.today()
        entry = services.entries.record(replace(model.entry, entry_on=day)).value
    text = _("Draft {id} recorded: {name}, {amount}").format(
        id=entry.id, name=entry.content.label, amount=money_text(entry.content.debit)
    )
    return Answer({"entry": entry_document(entry)}, (text,))


@command(app, "remove", _("Remove a model."))
def remove_model(call: Call, name: NameArgument) -> Answer:
    """Remove a model; it can be undone."""
    with call.opened() as services:
        model = _named(services, name)
        services.entry_templates.remove(model.id)
    text = _("Model removed: {name}").format(name=model.name)
    return Answer({"id": model.id, "name": model.name}, (text,))


def _named(services: Services, name: str) -> EntryTemplate:
    for one in services.entry_templates.find():
        if fold(one.name) == fold(name):
            return one
    raise UsageProblemError(_("There is no model “{name}”.").format(name=name))
