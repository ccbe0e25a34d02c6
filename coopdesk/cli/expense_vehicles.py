"""Commands about volunteers' own vehicles."""

from dataclasses import replace
from typing import Annotated, Any

import typer

from coopdesk.cli.calls import Call
from coopdesk.cli.expense_answers import vehicle_document, vehicle_listing
from coopdesk.cli.failures import nothing_to_change
from coopdesk.cli.options import IdArgument, command, optional, optional_code, parse_count
from coopdesk.cli.output import Answer
from coopdesk.domain.errors import RuleError
from coopdesk.domain.expenses import NewVehicle
from coopdesk.domain.mileage import VehicleKind
from coopdesk.services.registry import Services
from coopdesk.wording.language import _

app = typer.Typer()

_POWER = optional("--power", _("Fiscal power in CV."), _("N"), parse_count)
_FIELDS = {
    "label": optional(
        "--label", _("Its name; without it, the vehicles are listed."), _("TEXT")
    ),
    "kind": optional_code("--kind", _("Kind of vehicle; a car if not given."), VehicleKind),
    "power": _POWER,
}


@command(app, "vehicle", _("Record a vehicle of a volunteer, or list them."), _FIELDS)
def record_vehicle(
    call: Call,
    number: IdArgument,
    *,
    electric: Annotated[
        bool, typer.Option("--electric", metavar="", help=_("It is electric."))
    ] = False,
    **fields: Any,
) -> Answer:
    """Record a vehicle of this contact when it is named."""
    given = {name: value for name, value in fields.items() if value is not None}
    name = given.pop("label", None)
    if name is None and (given or electric):
        raise typer.BadParameter(_("Say the name of the vehicle with --label."))
    with call.opened() as services:
        services.contacts.get(number)  # an unknown one is told, not listed as without any
        if name is not None:
            services.vehicles.record(NewVehicle(number, name, is_electric=electric, **given))
        return _vehicles_answer(services, number)


_CHANGES = {
    "label": optional("--label", _("Its new name."), _("TEXT")),
    "kind": optional_code("--kind", _("Kind of vehicle."), VehicleKind),
    "power": _POWER,
    "is_electric": Annotated[
        bool | None,
        typer.Option("--electric/--no-electric", metavar="", help=_("It is electric, or not.")),
    ],
    "owner_id": optional("--owner", _("The volunteer's number."), _("NUMBER"), parse_count),
}


@command(app, "change-vehicle", _("Change what is given of a vehicle."), _CHANGES)
def change_vehicle(call: Call, number: IdArgument, **fields: Any) -> Answer:
    """Change a vehicle; once its kilometres are settled, its name alone."""
    given = {name: value for name, value in fields.items() if value is not None}
    if not given:
        raise nothing_to_change("--power 5")
    with call.opened() as services:
        known = services.vehicles.get(number).content
        try:
            changed = services.vehicles.change(number, replace(known, **given)).value
        except RuleError as error:
            if error.field == "volunteer_id":
                error.values["field"] = "owner_id"
            raise
        return _vehicles_answer(services, changed.content.owner_id)


@command(app, "remove-vehicle", _("Remove a vehicle that no trip names."))
def remove_vehicle(call: Call, number: IdArgument) -> Answer:
    """Remove a vehicle; it can be undone."""
    with call.opened() as services:
        owner_id = services.vehicles.get(number).content.owner_id
        services.vehicles.remove(number)
        return _vehicles_answer(services, owner_id)


def _vehicles_answer(services: Services, owner_id: int) -> Answer:
    vehicles = services.vehicles.of_volunteer(owner_id)
    document = {"vehicles": [vehicle_document(each) for each in vehicles]}
    return Answer(document, (vehicle_listing(vehicles),))
